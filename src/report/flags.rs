use std::fmt::{self, Write};

use crate::report::{Day, Indicator, Period};

/// What a row warns of, besides what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// The day for another look has passed.
    pub due: bool,
    /// Somebody gives a figure that cannot hold together with this one.
    pub contradicted: bool,
    /// The last change of the file changed it.
    pub changed: bool,
}

impl Flags {
    /// What an indicator's row warns of on a day.
    pub fn new(indicator: &Indicator, as_of: Day) -> Self {
        let review = indicator.review_by.as_ref().and_then(Period::end);
        Self {
            due: review.is_some_and(|day| day < as_of),
            contradicted: indicator.rivals.iter().any(|rival| rival.contradicts(indicator)),
            changed: false,
        }
    }

    /// How many signs it takes to say so.
    pub fn count(self) -> usize {
        usize::from(self.due) + usize::from(self.contradicted) + usize::from(self.changed)
    }
}

impl fmt::Display for Flags {
    /// `!` due for another look, `±` contradicted, `~` changed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.due {
            f.write_char('!')?;
        }
        if self.contradicted {
            f.write_char('±')?;
        }
        if self.changed {
            f.write_char('~')?;
        }
        Ok(())
    }
}
