//! Dates for speech.

use super::{Day, MONTHS, Period};

impl Period {
    /// For speech: `4 November 2021`, `from February 2022 to March 2023`, `about 2014`.
    pub fn spoken(&self) -> String {
        spoken(&self.words())
    }
}

impl Day {
    /// For speech: `4 November 2021`.
    pub fn spoken(self) -> String {
        spoken(&self.words())
    }
}

/// The words of a date without abbreviations and signs; `BC` and `Q1` are read as they stand.
fn spoken(words: &str) -> String {
    let is_open = ["since ", "until ", "from "].iter().any(|word| words.starts_with(word));
    let lead = if words.contains('–') && !is_open { "from " } else { "" };
    let words = words.replace('–', " to ");
    let words: Vec<&str> = words.split(' ').map(|word| month(word).unwrap_or(word)).collect();
    format!("{lead}{}", words.join(" "))
}

/// The full name of a month, from its first three letters.
fn month(word: &str) -> Option<&'static str> {
    MONTHS.into_iter().find(|month| month.get(..3) == Some(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_in_full() {
        for (edtf, said) in [
            ("2021-11-04", "4 November 2021"),
            ("2022-02/2023-03", "from February 2022 to March 2023"),
            ("2023-01/2023-06", "from January to June 2023"),
            ("2021/2023", "from 2021 to 2023"),
            ("2014~", "about 2014"),
            ("2020/..", "since 2020"),
            ("../2020-05?", "until perhaps May 2020"),
            ("-0043/-0027", "from 44 to 28 BC"),
            ("2024-33/2024-34", "from Q1 to Q2 2024"),
        ] {
            assert_eq!(Period::parse(edtf).expect(edtf).spoken(), said, "{edtf}");
        }
        assert_eq!(Day::new(2026, 11, 23).spoken(), "23 November 2026");
    }
}
