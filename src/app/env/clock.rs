//! A moment of the wall clock.

use crate::report::Day;

/// A moment of the local clock, which the runtime reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The day.
    pub day: Day,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
}

impl Default for Clock {
    fn default() -> Self {
        Self { day: Day::from_epoch(0), hour: 0, minute: 0 }
    }
}

impl Clock {
    /// `09:05`, or `22 Nov 2026, 09:05` beside a moment of another day.
    pub fn words(self, beside: Self) -> String {
        let time = format!("{:02}:{:02}", self.hour, self.minute);
        if self.day == beside.day { time } else { format!("{}, {time}", self.day.words()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_beside_one_of_another_day_has_its_date() {
        let at = |day, hour| Clock { day: Day::new(2026, 11, day), hour, minute: 5 };
        assert_eq!(at(22, 9).words(at(22, 23)), "09:05");
        assert_eq!(at(22, 9).words(at(23, 0)), "22 Nov 2026, 09:05");
    }
}
