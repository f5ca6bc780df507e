use super::{Decimal, Period, Text, number};

/// What a poll discloses, after the disclosure standards of AAPOR.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Poll {
    /// Who carried it out.
    pub pollster: Option<Text>,
    /// Who paid for it.
    pub sponsor: Option<Text>,
    /// When people were asked.
    pub fielded: Option<Period>,
    /// How many answered.
    pub sample: Option<u64>,
    /// The margin of error in percentage points.
    pub margin: Option<Decimal>,
    /// How they were asked.
    pub mode: Option<Text>,
    /// Whom it speaks for.
    pub population: Option<Text>,
    /// How they were found.
    pub recruitment: Option<Text>,
    /// What they were asked.
    pub question: Option<Text>,
    /// How answers were weighted.
    pub weighting: Option<Text>,
    /// How answers were checked and processed.
    pub quality: Option<Text>,
    /// The limits of the poll in its own words.
    pub limitations: Option<Text>,
    /// Whether it stands for the polls behind a series, where the date of each point says when
    /// people were asked.
    pub dated_by_points: bool,
}

/// A part of one of the eleven items that AAPOR asks every published poll to disclose.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// Its label in front of what the poll says.
    label: &'static str,
    /// What is missing where the poll does not say it; empty for what need not be said.
    missing: &'static str,
    /// What the poll says.
    read: fn(&Poll) -> Option<String>,
}

const fn part(
    label: &'static str,
    missing: &'static str,
    read: fn(&Poll) -> Option<String>,
) -> Part {
    Part { label, missing, read }
}

/// The items of AAPOR's Code of Professional Ethics and Practices (April 2021), III.A, in its
/// order.
///
/// The first one, the strategy of data collection, is disclosed by calling the figure a poll. The
/// margin of error belongs to the size of the sample and is not required: a panel that people join
/// by themselves has none.
///
/// An item is disclosed if all of its parts are.
const DISCLOSURES: [&[Part]; 11] = [
    &[part("method", "how data were collected", |_| Some("a poll".into()))],
    &[
        part("paid by", "who paid for it", |p| text(p.sponsor.as_ref())),
        part("by", "who carried it out", |p| text(p.pollster.as_ref())),
    ],
    &[part("asked", "what was asked, word for word", |p| text(p.question.as_ref()))],
    &[part("of whom", "whom it speaks for", |p| text(p.population.as_ref()))],
    &[part("found by", "how people were found", |p| text(p.recruitment.as_ref()))],
    &[part("mode", "how they were asked", |p| text(p.mode.as_ref()))],
    &[part("fielded", "when they were asked", |p| {
        let by_points = || p.dated_by_points.then(|| "by the date of each point".to_owned());
        p.fielded.as_ref().map(Period::words).or_else(by_points)
    })],
    &[
        part("sample", "how many answered", sample),
        part("margin", "", |p| p.margin.map(|m| format!("of error ± {} pp", number(m)))),
    ],
    &[part("weighted", "how answers were weighted", |p| text(p.weighting.as_ref()))],
    &[part("checked", "how answers were checked", |p| text(p.quality.as_ref()))],
    &[part("limits", "what it cannot tell", |p| text(p.limitations.as_ref()))],
];

impl Poll {
    /// How many of the eleven items it discloses in full.
    pub fn disclosed(&self) -> usize {
        let is_said = |part: &Part| part.missing.is_empty() || (part.read)(self).is_some();
        let whole = |item: &&&[Part]| item.iter().all(is_said);
        DISCLOSURES.iter().filter(whole).count()
    }

    /// How many of the items it discloses, in a line.
    pub fn summary(&self) -> String {
        let (count, of) = (self.disclosed(), DISCLOSURES.len());
        let is = if count == 1 { "is" } else { "are" };
        format!("{count} of the {of} items that AAPOR asks for {is} disclosed")
    }

    /// What it says, each with its label, in the order of the items.
    pub fn said(&self) -> impl Iterator<Item = (&'static str, String)> {
        let parts = DISCLOSURES.into_iter().flatten();
        parts.filter_map(|part| Some((part.label, (part.read)(self)?)))
    }

    /// What it does not say, in the order of the items.
    pub fn unsaid(&self) -> impl Iterator<Item = &'static str> {
        let parts = DISCLOSURES.into_iter().flatten();
        let parts = parts.filter(|part| (part.read)(self).is_none()).map(|part| part.missing);
        parts.filter(|missing| !missing.is_empty())
    }
}

fn text(given: Option<&Text>) -> Option<String> {
    given.map(ToString::to_string)
}

#[expect(clippy::cast_precision_loss, reason = "no poll asks 2⁵² people")]
fn sample(poll: &Poll) -> Option<String> {
    poll.sample.map(|n| number(n as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poll_that_says_nothing_discloses_only_that_it_is_one() {
        let poll = Poll::default();
        assert_eq!(poll.disclosed(), 1);
        assert_eq!(poll.said().collect::<Vec<_>>(), [("method", "a poll".to_owned())]);
        assert_eq!(poll.unsaid().count(), 11, "ten items, one of them in two parts");
    }

    #[test]
    fn half_an_item_is_not_disclosed() {
        let poll = Poll {
            pollster: Some(Text::new("Chatham House")),
            sample: Some(1804),
            margin: Some(3.3.into()),
            ..Poll::default()
        };
        assert_eq!(poll.disclosed(), 2);
        assert!(poll.said().any(|said| said == ("sample", "1,804".into())));
        assert!(poll.said().any(|said| said == ("margin", "of error ± 3.3 pp".into())));
        assert!(poll.unsaid().any(|missing| missing == "who paid for it"));
        assert!(!poll.unsaid().any(|missing| missing == "who carried it out"));
    }

    #[test]
    fn a_margin_is_shown_without_a_sample_too() {
        let poll = Poll { margin: Some(3.3.into()), ..Poll::default() };
        assert!(poll.said().any(|said| said == ("margin", "of error ± 3.3 pp".into())));
        assert_eq!(poll.disclosed(), 1, "how many answered is what the item asks for");
    }

    #[test]
    fn a_poll_that_says_everything_discloses_eleven() {
        let some = || Some(Text::new("x"));
        let poll = Poll {
            pollster: some(),
            sponsor: some(),
            fielded: Period::parse("2023-11").ok(),
            sample: Some(800),
            margin: None,
            mode: some(),
            population: some(),
            recruitment: some(),
            question: some(),
            weighting: some(),
            quality: some(),
            limitations: some(),
            dated_by_points: false,
        };
        assert_eq!((poll.disclosed(), poll.unsaid().count()), (11, 0));
    }
}
