use std::fmt::{self, Write};

use crate::report::{Day, Indicator, Period};

/// The warnings of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// The date for review has passed, or the time of a forecast.
    pub due: bool,
    /// A rival contradicts the figure.
    pub contradicted: bool,
    /// It changed when the file was last reloaded.
    pub changed: bool,
}

impl Flags {
    /// The warnings of an indicator on a day.
    pub fn new(indicator: &Indicator, as_of: Day) -> Self {
        let review = indicator.review_by.as_ref().and_then(Period::end);
        Self {
            due: review.is_some_and(|day| day < as_of) || !indicator.outlived(as_of).is_empty(),
            contradicted: indicator.rivals.iter().any(|rival| rival.contradicts(indicator)),
            changed: false,
        }
    }

    /// How many warnings there are.
    pub fn count(self) -> usize {
        usize::from(self.due) + usize::from(self.contradicted) + usize::from(self.changed)
    }
}

impl fmt::Display for Flags {
    /// `!` due for review, `±` contradicted, `~` changed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signs = [(self.due, '!'), (self.contradicted, '±'), (self.changed, '~')];
        let mut shown = signs.into_iter().filter(|(is_shown, _)| *is_shown);
        shown.try_for_each(|(_, sign)| f.write_char(sign))
    }
}
