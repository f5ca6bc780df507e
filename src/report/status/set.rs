use super::{STATUSES, Status};

/// The statuses of a figure; one without any is a normal value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct StatusSet(u32);

impl StatusSet {
    /// Its statuses, in the order of the code list.
    pub fn iter(self) -> impl Iterator<Item = Status> {
        STATUSES.iter().map(|&(status, ..)| status).filter(move |status| self.has(*status))
    }

    /// Whether a status is among them.
    pub fn has(self, status: Status) -> bool {
        self.0 & bit(status) != 0
    }

    /// Whether there is none: a normal value.
    pub fn is_normal(self) -> bool {
        self.0 == 0
    }

    /// The same with one more.
    #[must_use]
    pub fn with(self, status: Status) -> Self {
        Self(self.0 | bit(status))
    }

    /// The same without one of them.
    #[must_use]
    pub fn without(self, status: Status) -> Self {
        Self(self.0 & !bit(status))
    }

    /// Whether the figure is about what is there; one that is a forecast, a target or a scenario is not.
    pub fn is_observed(self) -> bool {
        self.iter().all(Status::is_observed)
    }

    /// The first that says that the figure is not about what is there.
    pub fn foreseen(self) -> Option<Status> {
        self.iter().find(|status| !status.is_observed())
    }

    /// Whether a figure of these statuses may have no value.
    pub fn may_lack_value(self) -> bool {
        self.iter().any(Status::may_lack_value)
    }

    /// The words of the code list: `estimated, provisional`; `normal` if there is none.
    pub fn word(self) -> String {
        self.joined(Status::word)
    }

    /// In words beside a figure.
    pub fn words(self) -> String {
        self.joined(Status::words)
    }

    /// As a part of a sentence: `an estimate and provisional`.
    pub fn spoken(self) -> String {
        let mut words: Vec<_> = self.iter().map(Status::spoken).collect();
        match words.pop() {
            None => Status::Normal.spoken().to_owned(),
            Some(last) if words.is_empty() => last.to_owned(),
            Some(last) => format!("{} and {last}", words.join(", ")),
        }
    }

    fn joined(self, words: fn(Status) -> &'static str) -> String {
        if self.is_normal() {
            return words(Status::Normal).to_owned();
        }
        self.iter().map(words).collect::<Vec<_>>().join(", ")
    }
}

impl From<Status> for StatusSet {
    fn from(status: Status) -> Self {
        Self(bit(status))
    }
}

impl FromIterator<Status> for StatusSet {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        Self(statuses.into_iter().fold(0, |set, status| set | bit(status)))
    }
}

/// A status as a bit of a set. A normal value has none.
fn bit(status: Status) -> u32 {
    if status == Status::Normal { 0 } else { 1 << (status as u32) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_each_status_once_in_the_order_of_the_list() {
        let set: StatusSet =
            [Status::Provisional, Status::Normal, Status::Estimated, Status::Provisional]
                .into_iter()
                .collect();
        assert_eq!(set.word(), "estimated, provisional");
        assert_eq!(set.spoken(), "an estimate and provisional");
        assert!(set.is_observed() && !set.is_normal() && !set.may_lack_value());
        assert_eq!(set.without(Status::Estimated), Status::Provisional.into());
        assert_eq!(StatusSet::from(Status::Normal).word(), "normal");
        let every: StatusSet = STATUSES.iter().map(|&(status, ..)| status).collect();
        assert_eq!(every.iter().count(), STATUSES.len() - 1);
    }
}
