//! The tables of the format.

use super::{Field, Key, Kind, Table};

const fn may(key: Key, kind: Kind, doc: &'static str) -> Field {
    Field { key, kind, required: false, doc }
}

const fn must(key: Key, kind: Kind, doc: &'static str) -> Field {
    Field { key, kind, required: true, doc }
}

/// One field a line: whether the key is needed, the key, the kind of its value, and its meaning.
macro_rules! fields {
    ($($need:ident $key:ident $kind:ident $doc:literal)*) => {
        &[$($need(Key::$key, Kind::$kind, $doc)),*]
    };
}

/// The keys of an observation, which headline and rival share.
const OBSERVATION: &[Field] = fields! {
    may Value Value "the figure; left out only under an order word or a status that says why"
    may Hedge Text "the source's own word that limits the figure, such as \"up to\""
    may Wording Text "the figure exactly as printed: a phrase, not a sentence"
    may Period Date "the reference period; left out where the source states none"
    may Base Date "what a change is measured from; the period is then its end"
    may Interval Scale "the interval of uncertainty that the source states around the value"
    may IntervalIs Text "what kind of interval, in the source's words: \"95 % CI\""
    may Status Texts "observation status, as a word or an SDMX letter; several in a list"
    may Scenario Text "the name of the scenario that the figure belongs to"
    may Derived Text "how you worked the figure out yourself; it then needs no source"
    may Source Text "the key of the source it is taken from"
    may Locator Text "the place in the source: page, paragraph, table, time"
    may Also Sources "more sources that print this very figure"
    may StatedBy Text "who says it: the report, a named speaker, a poll"
    may Note Text "what else to know"
};

/// One table each: its name, its name in messages, its heading, what it is for, the keys that it
/// shares with others, and its own keys.
macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident $name:literal $heading:literal $text:literal + $shared:ident
        { $($field:tt)* })*) => {
        $(
            $(#[$doc])*
            pub const $table: Table = Table {
                name: $name,
                heading: $heading,
                doc: $text,
                own: fields! { $($field)* },
                shared: $shared,
            };
        )*

        /// Every table, in the order of the docs.
        pub const TABLES: &[&Table] = &[$(&$table),*];
    };
}

const NONE: &[Field] = &[];

tables! {
    /// The file itself.
    TOP "file" "" "what a file may have, each under its own heading" + NONE {
        must Report Table "the report, once"
        may Source Tables "a source, under a key of your choice"
        may Group Tables "a group, in the order of the screen"
        may Indicator Tables "an indicator"
        may Event Tables "an event"
    }

    /// `[report]`
    REPORT "report" "[report]" "the report that the figures are from" + NONE {
        must Title Text "its title"
        may Area Text "the reference area of every indicator that names no other"
        may Authors TextList "who wrote it"
        may Publisher Text "who published it"
        may Published Date "when it was published"
        may Url Text "its address, beginning with https:// or http://"
        may About Text "one or two sentences in your own words"
        may Texts TextList "articles that state its figures, by their paths from this file"
    }

    /// `[source.KEY]`
    SOURCE "source" "[source.KEY]" "what figures and events are taken from; they cite it by its key" + NONE {
        must Title Text "its title"
        may Publisher Text "who published it"
        may Published Date "when it was published; left out it is shown as \"n.d.\""
        may Accessed Date "when it was last looked at"
        may Url Text "its address, beginning with https:// or http://"
        may Kind Text "what kind of thing it is"
        may Copy Text "a saved copy of it beside the file: \"sources/article.html\""
        may Note Text "what else to know"
    }

    /// `[[group]]`
    GROUP "group" "[[group]]" "a heading for indicators and events" + NONE {
        must Id Text "its name in the file, in lower case with hyphens"
        must Title Text "its heading on the screen"
    }

    /// `[[indicator]]`
    INDICATOR "indicator" "[[indicator]]" "a figure of the report, with the words that limit it" + OBSERVATION {
        must Id Text "its name in the file, in lower case with hyphens; keep it for good"
        must Label Text "what it is, of what: \"Share of exports going to Russia\""
        may Short Text "a shorter label for narrow columns"
        may Group Text "the id of its group"
        must Unit Text "\"%\", \"pp\", \"rank\", \"year\", a currency code or a noun"
        may Of Text "the denominator, or what is counted"
        may Scale Scale "the two ends of its bar, in its unit"
        may Change Flag "true for a rise or a fall"
        may Area Text "the reference area, where it is not the report's"
        may ReviewBy Date "after this the figure is due for another look"
        may Related TextList "the ids of indicators to look at beside it"
        may PartOf Text "the id of the indicator that it is a part of"
        may Series Tables "the history behind it"
        may Rival Tables "another figure for the same thing, from elsewhere"
        may Target Tables "what is aimed at for the same thing"
        may Poll Table "what is known of the poll behind it"
    }

    /// `[[indicator.series]]`
    SERIES "series" "[[indicator.series]]" "one line of history behind the indicator above it" + NONE {
        may Label Text "what the line shows"
        may Unit Text "the unit of its points; the indicator's where left out"
        may Change Flag "true if its points are rises or falls; as its indicator where left out and alike"
        may Edition Text "the edition of the source that printed it so: \"2023\""
        may Base Date "what its changes are measured from"
        may Scenario Text "the name of the scenario that its points belong to"
        may Differs Text "how it measures something else than the headline; it is then only shown beside it"
        may Source Text "the key of the source of its points"
        may Note Text "what else to know of the whole line"
        may Poll Table "what is known of the polls behind it: [indicator.series.poll]"
        must Points Points "its points, each in braces"
    }

    /// An element of `points`
    POINT "point" "points = [{ … }]" "one figure of a series, in the unit of the series" + NONE {
        must Period Date "the reference period of the point"
        may Value Value "the figure; left out only under an order word or a status that says why"
        may Hedge Text "the source's own word that limits the figure, such as \"up to\""
        may Wording Text "the figure exactly as printed: a phrase, not a sentence"
        may Base Date "what a change is measured from; the series' where left out"
        may Interval Scale "the interval of uncertainty that the source states around the value"
        may IntervalIs Text "what kind of interval, in the source's words: \"95 % CI\""
        may Status Texts "observation status, as a word or an SDMX letter; several in a list"
        may Scenario Text "the name of the scenario that the figure belongs to"
        may Derived Text "how you worked the figure out yourself; it then needs no source"
        may Source Text "the key of the source; the series' where left out"
        may Locator Text "the place in the source: page, paragraph, table, time"
        may Also Sources "more sources that print this very figure"
        may StatedBy Text "who says it: the report, a named speaker, a poll"
        may Note Text "what else to know"
    }

    /// `[[indicator.rival]]`
    RIVAL "rival" "[[indicator.rival]]" "another figure for the same thing, from elsewhere" + OBSERVATION {
        may Unit Text "its unit; the indicator's where left out"
        may Change Flag "true if it is a rise or a fall; as its indicator where left out and alike"
        may Differs Text "how its definition differs from the headline's"
    }

    /// `[[indicator.target]]`
    TARGET "target" "[[indicator.target]]" "what is aimed at for the same thing; its period says by when" + OBSERVATION {
        may Unit Text "its unit; the indicator's where left out"
        may Change Flag "true if it is a rise or a fall; as its indicator where left out and alike"
        may Judgement Text "what the source says of its chances: \"unlikely to meet\""
    }

    /// An element of `also`
    ALSO "source" "also = [{ … }]" "another source that prints this very figure" + NONE {
        must Source Text "the key of the source"
        may Locator Text "the place in the source: page, paragraph, table, time"
        may Wording Text "the figure as this source prints it"
    }

    /// `[indicator.poll]`
    POLL "poll" "[indicator.poll]" "what the poll discloses of itself, after the standards of AAPOR" + NONE {
        may Pollster Text "who carried it out"
        may Sponsor Text "who paid for it"
        may Fielded Date "when people were asked"
        may Sample Whole "how many answered"
        may Margin Number "the margin of error, in percentage points"
        may Mode Text "how they were asked: online, by telephone, face to face"
        may Population Text "whom it speaks for"
        may Recruitment Text "how they were found"
        may Question Text "what they were asked, in its own words"
        may Weighting Text "how answers were weighted"
        may Quality Text "how answers were checked and processed"
        may Limitations Text "what the poll says it cannot tell"
    }

    /// `[[event]]`
    EVENT "event" "[[event]]" "something that happened, on a day or over a time" + NONE {
        must Id Text "its name in the file, in lower case with hyphens"
        may Date Date "when; left out where it is not known"
        must Title Text "what happened"
        may Group Text "the id of its group"
        may Source Text "the key of the source it is taken from"
        may Locator Text "the place in the source"
        may Note Text "what else to know"
        may Indicators TextList "the ids of the indicators that it bears on"
    }
}
