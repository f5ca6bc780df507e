use crate::report::{PointIx, SourceIx};

/// Where a word was found, in the order of the search.
///
/// A word counts for the first of these in which it is found, and earlier ones count for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundIn {
    /// In the label or the title.
    Label,
    /// In the id.
    Id,
    /// In the figure as it is shown, in its period, in the day of its next review, or in the date of
    /// an event.
    Figure,
    /// In the figure as printed, which may mention other numbers.
    Wording,
    /// In the text about what is counted, or where.
    Of,
    /// In the title of its group.
    Group,
    /// In a source of its headline, its history or its rivals.
    Source(SourceIx),
    /// In the label of what it is a part of.
    PartOf,
    /// In the name of who states it.
    StatedBy,
    /// In a series, a point of one, a rival, or a target.
    Evidence,
    /// In what is known of the poll behind it.
    Poll,
    /// In the place in its source: the number of a page is no figure.
    Locator,
    /// In the words or the place of another source that prints the figure.
    Also,
    /// In how the figure was worked out by those who wrote the file.
    Derived,
    /// In a note.
    Note,
    /// In the sentence that says what values the figure allows.
    Meaning,
    /// In the date, the kind, the address or the note of such a source.
    AboutSource(SourceIx),
}

impl FoundIn {
    /// The score of the place, which is added to that of the match: more than the best score of a
    /// letter.
    pub(crate) fn bonus(self) -> u32 {
        match self {
            Self::Label => 64,
            Self::Figure => 56,
            Self::Id | Self::Wording => 48,
            Self::Of | Self::Group => 32,
            Self::Source(_) | Self::PartOf | Self::StatedBy => 16,
            Self::Evidence | Self::Poll => 8,
            Self::Locator | Self::Also | Self::Derived => 4,
            Self::Note | Self::Meaning | Self::AboutSource(_) => 0,
        }
    }

    /// Whether letters may be left out there. There is too much evidence for that: some of it would
    /// have any letters.
    pub(crate) fn is_fuzzy(self) -> bool {
        !matches!(
            self,
            Self::Locator
                | Self::Also
                | Self::Derived
                | Self::Evidence
                | Self::Poll
                | Self::Meaning
        )
    }

    /// The sign of the place in front of its texts in the index.
    pub(super) fn sign(self) -> char {
        let signs = (b'a'..).map(char::from);
        signs.zip(OWN).find(|(_, place)| *place == self).map_or('?', |(sign, _)| sign)
    }

    /// The place of a sign.
    pub(super) fn of_sign(sign: u8) -> Option<Self> {
        OWN.get(usize::from(sign.checked_sub(b'a')?)).copied()
    }
}

/// The places that items do not share with others: all but a group and sources.
const OWN: [FoundIn; 14] = [
    FoundIn::Label,
    FoundIn::Id,
    FoundIn::Figure,
    FoundIn::Wording,
    FoundIn::Of,
    FoundIn::PartOf,
    FoundIn::StatedBy,
    FoundIn::Evidence,
    FoundIn::Poll,
    FoundIn::Locator,
    FoundIn::Also,
    FoundIn::Derived,
    FoundIn::Note,
    FoundIn::Meaning,
];

/// A part of the evidence of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The texts about a series, by its position in the indicator.
    Series(usize),
    /// A point of a series.
    Point(PointIx),
    /// A rival, by its position in the indicator.
    Rival(usize),
    /// A target, by its position in the indicator.
    Target(usize),
}
