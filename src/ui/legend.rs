//! What the signs of bars and rows mean, and which of them are drawn.

use std::collections::HashSet;

use super::BarCell;
use super::ruler::sign;
use super::trend::SIGN as TREND;
use crate::report::Flags;

/// What a sign means, in full and in short.
pub(super) struct Entry {
    /// The sign that it explains, the first of several.
    sign: &'static str,
    pub(super) long: &'static str,
    pub(super) short: &'static str,
}

const fn entry(sign: &'static str, long: &'static str, short: &'static str) -> Entry {
    Entry { sign, long, short }
}

/// The cells of vague words that are drawn, which one entry explains.
const ALL_VAGUE: &str = "≈";
const BOTH_SIDES: &str = "▪▫";
const FALL: &str = "▼";
const RISE: &str = "▲";

/// What the cells of a bar mean. In a narrow border the last ones go first.
pub(super) const CELLS: &[Entry] = &[
    entry("■", "■ reached", "■ reached"),
    entry(ALL_VAGUE, "▪≈▫ roughly (width is ours)", "▪≈▫ roughly"),
    entry(BOTH_SIDES, "▪▫ roughly (width is ours)", "▪▫ roughly"),
    entry("▪", "▪ roughly (width is ours)", "▪ roughly"),
    entry("▫", "▫ roughly (width is ours)", "▫ roughly"),
    entry(TREND, "▁▃█ its past, lowest to highest", "▁▃█ its past"),
];

/// What stated numbers look like in a bar.
pub(super) const LIMITS: &[Entry] = &[
    entry("├", "├─ at least", "├─ at least"),
    entry("┤", "─┤ at most", "─┤ at most"),
    entry("●", "├▫●▫┤ value in its interval", "├●┤ interval"),
    entry("○", "○ planned or estimated", "○ planned or estimated"),
    entry("◇", "◇ aimed at", "◇ aimed at"),
    entry(FALL, "▼ fall", "▼ fall"),
    entry(RISE, "▲ rise", "▲ rise"),
];

/// What the other signs of a bar mean.
pub(super) const MARKS: &[Entry] = &[
    entry("·", "· not reached", "· not reached"),
    entry("┼", "┼ zero", "┼ zero"),
    entry("▸", "▸ beyond the scale", "▸ beyond"),
];

/// What the signs of rows mean.
pub(super) const FLAGS: &[Entry] = &[
    entry("!", "! due for review", "! due"),
    entry("±", "± disputed", "± disputed"),
    entry("~", "~ changed", "~ changed"),
    entry("≠", "≠ the article differs", "≠ text differs"),
    entry("=", "= the article agrees", "= text agrees"),
];

/// The signs that are drawn somewhere.
#[derive(Default)]
pub(super) struct Signs(HashSet<&'static str>);

impl Signs {
    pub(super) fn add_bar(&mut self, bar: &[BarCell]) {
        let surrounds = bar.iter().any(|cell| matches!(cell, BarCell::Value | BarCell::Within));
        // One entry explains what lies beyond either end, and one an interval with its walls.
        self.0.extend(bar.iter().filter_map(|cell| match cell {
            BarCell::Value | BarCell::Within => Some(sign(BarCell::Value)),
            BarCell::Floor | BarCell::Ceiling if surrounds => None,
            BarCell::BeyondLow => Some(sign(BarCell::BeyondHigh)),
            BarCell::Fell(_) => Some(FALL),
            BarCell::Rose(_) => Some(RISE),
            cell => Some(sign(*cell)),
        }));
    }

    pub(super) fn add_trend(&mut self) {
        self.0.insert(TREND);
    }

    pub(super) fn add_flags(&mut self, flags: Flags) {
        let signs = [(flags.due, "!"), (flags.contradicted, "±"), (flags.changed, "~")];
        self.0.extend(signs.into_iter().filter(|(is_there, _)| *is_there).map(|(_, sign)| sign));
    }

    /// Adds the sign of an article, which may be empty.
    pub(super) fn add_article(&mut self, sign: &'static str) {
        self.0.insert(sign);
    }

    /// The entries of a legend for what is drawn.
    pub(super) fn explained(
        &self,
        legend: &'static [Entry],
    ) -> impl Iterator<Item = &'static Entry> {
        legend.iter().filter(|entry| self.has(entry.sign))
    }

    /// One entry explains all that is vague.
    fn has(&self, sign: &str) -> bool {
        let drawn = |sign: &str| self.0.contains(sign);
        let both = drawn("▪") && drawn("▫");
        match sign {
            BOTH_SIDES => both && !drawn(ALL_VAGUE),
            "▪" | "▫" => drawn(sign) && !both && !drawn(ALL_VAGUE),
            sign => drawn(sign),
        }
    }
}
