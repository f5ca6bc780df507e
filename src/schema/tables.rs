//! The tables themselves.

use super::{Field, Key, Kind, Table};

const fn may(key: Key, kind: Kind, doc: &'static str) -> Field {
    Field { key, kind, required: false, doc }
}

const fn must(key: Key, kind: Kind, doc: &'static str) -> Field {
    Field { key, kind, required: true, doc }
}

/// The keys of an observation: headline, rival and point share them.
const OBSERVATION: &[Field] = &[
    may(
        Key::Value,
        Kind::Value,
        "the figure; left out only under an order word or a status that says why",
    ),
    may(Key::Hedge, Kind::Text, "the source's own word that limits the figure, such as \"up to\""),
    may(Key::Wording, Kind::Text, "the figure exactly as printed: a phrase, not a sentence"),
    may(Key::Period, Kind::Date, "the reference period; left out where the source states none"),
    may(Key::Status, Kind::Text, "observation status, as a word or an SDMX letter"),
    may(Key::Source, Kind::Text, "the key of the source it is taken from"),
    may(Key::Locator, Kind::Text, "the place in the source: page, paragraph, table, time"),
    may(Key::StatedBy, Kind::Text, "who says it: the report, a named speaker, a poll"),
    may(Key::Note, Kind::Text, "what else to know"),
];

/// The same for a point, which cannot go without its period.
const POINT_KEYS: &[Field] = &[
    must(Key::Period, Kind::Date, "the reference period of the point"),
    may(
        Key::Value,
        Kind::Value,
        "the figure; left out only under an order word or a status that says why",
    ),
    may(Key::Hedge, Kind::Text, "the source's own word that limits the figure, such as \"up to\""),
    may(Key::Wording, Kind::Text, "the figure exactly as printed: a phrase, not a sentence"),
    may(Key::Status, Kind::Text, "observation status, as a word or an SDMX letter"),
    may(Key::Source, Kind::Text, "the key of the source; the series' where left out"),
    may(Key::Locator, Kind::Text, "the place in the source: page, paragraph, table, time"),
    may(Key::StatedBy, Kind::Text, "who says it: the report, a named speaker, a poll"),
    may(Key::Note, Kind::Text, "what else to know"),
];

/// The file itself.
pub const TOP: Table = Table {
    name: "file",
    heading: "",
    doc: "what a file may hold, each under a heading of its own",
    own: &[
        must(Key::Report, Kind::Table, "the report, once"),
        may(Key::Source, Kind::Tables, "a source, under a key of your choice"),
        may(Key::Group, Kind::Tables, "a group, in the order of the screen"),
        may(Key::Indicator, Kind::Tables, "an indicator"),
        may(Key::Event, Kind::Tables, "an event"),
    ],
    shared: &[],
};

/// `[report]`
pub const REPORT: Table = Table {
    name: "report",
    heading: "[report]",
    doc: "the report that the figures are from",
    own: &[
        must(Key::Title, Kind::Text, "its title"),
        may(Key::Area, Kind::Text, "the reference area of every indicator that names no other"),
        may(Key::Authors, Kind::TextList, "who wrote it"),
        may(Key::Publisher, Kind::Text, "who published it"),
        may(Key::Published, Kind::Date, "when it was published"),
        may(Key::Url, Kind::Text, "its address, beginning with https:// or http://"),
        may(Key::About, Kind::Text, "one or two sentences in your own words"),
    ],
    shared: &[],
};

/// `[source.KEY]`
pub const SOURCE: Table = Table {
    name: "source",
    heading: "[source.KEY]",
    doc: "what figures and events are taken from; they cite it by its key",
    own: &[
        must(Key::Title, Kind::Text, "its title"),
        may(Key::Publisher, Kind::Text, "who published it"),
        may(Key::Published, Kind::Date, "when it was published; left out it is shown as \"n.d.\""),
        may(Key::Accessed, Kind::Date, "when it was last looked at"),
        may(Key::Url, Kind::Text, "its address, beginning with https:// or http://"),
        may(Key::Kind, Kind::Text, "what kind of thing it is"),
        may(Key::Note, Kind::Text, "what else to know"),
    ],
    shared: &[],
};

/// `[[group]]`
pub const GROUP: Table = Table {
    name: "group",
    heading: "[[group]]",
    doc: "a heading that indicators and events stand under",
    own: &[
        must(Key::Id, Kind::Text, "its name in the file, in lower case with hyphens"),
        must(Key::Title, Kind::Text, "its heading on the screen"),
    ],
    shared: &[],
};

/// `[[indicator]]`
pub const INDICATOR: Table = Table {
    name: "indicator",
    heading: "[[indicator]]",
    doc: "a figure of the report, with the words that limit it",
    own: &[
        must(
            Key::Id,
            Kind::Text,
            "its name in the file, in lower case with hyphens; keep it for good",
        ),
        must(Key::Label, Kind::Text, "what it is, of what: \"Share of exports going to Russia\""),
        may(Key::Short, Kind::Text, "a shorter label for narrow columns"),
        may(Key::Group, Kind::Text, "the id of its group"),
        must(Key::Unit, Kind::Text, "\"%\", \"pp\", \"rank\", \"year\", a currency code or a noun"),
        may(Key::Of, Kind::Text, "the denominator, or what is counted"),
        may(Key::Scale, Kind::Scale, "the two ends of its bar, in its unit"),
        may(Key::Change, Kind::Flag, "true for a rise or a fall, drawn from a zero line"),
        may(Key::Area, Kind::Text, "the reference area, where it is not the report's"),
        may(Key::ReviewBy, Kind::Date, "after this the figure is due for another look"),
        may(Key::Related, Kind::TextList, "the ids of indicators to look at beside it"),
        may(Key::Series, Kind::Tables, "the history behind it"),
        may(Key::Rival, Kind::Tables, "another figure that somebody gives for the same thing"),
        may(Key::Poll, Kind::Table, "what is known of the poll behind it"),
    ],
    shared: OBSERVATION,
};

/// `[[indicator.series]]`
pub const SERIES: Table = Table {
    name: "series",
    heading: "[[indicator.series]]",
    doc: "one line of history behind the indicator above it",
    own: &[
        may(Key::Label, Kind::Text, "what the line shows"),
        may(Key::Unit, Kind::Text, "the unit of its points; the indicator's where left out"),
        may(
            Key::Change,
            Kind::Flag,
            "true if its points are rises or falls; as its indicator where left out and alike",
        ),
        may(
            Key::Differs,
            Kind::Text,
            "how it measures something else than the headline; it is then only shown beside it",
        ),
        may(Key::Source, Kind::Text, "the key of the source of its points"),
        may(Key::Note, Kind::Text, "what else to know of the whole line"),
        may(
            Key::Poll,
            Kind::Table,
            "what is known of the polls behind it: [indicator.series.poll]",
        ),
        must(Key::Points, Kind::Points, "its points, each in braces"),
    ],
    shared: &[],
};

/// One element of `points`.
pub const POINT: Table = Table {
    name: "point",
    heading: "points = [{ … }]",
    doc: "one figure of a series, in the unit of the series",
    own: POINT_KEYS,
    shared: &[],
};

/// `[[indicator.rival]]`
pub const RIVAL: Table = Table {
    name: "rival",
    heading: "[[indicator.rival]]",
    doc: "another figure that somebody gives for the same thing",
    own: &[
        may(Key::Unit, Kind::Text, "its unit; the indicator's where left out"),
        may(
            Key::Change,
            Kind::Flag,
            "true if it is a rise or a fall; as its indicator where left out and alike",
        ),
        may(Key::Differs, Kind::Text, "how its definition differs from the headline's"),
    ],
    shared: OBSERVATION,
};

/// `[indicator.poll]`
pub const POLL: Table = Table {
    name: "poll",
    heading: "[indicator.poll]",
    doc: "what the poll discloses of itself, after the standards of AAPOR",
    own: &[
        may(Key::Pollster, Kind::Text, "who carried it out"),
        may(Key::Sponsor, Kind::Text, "who paid for it"),
        may(Key::Fielded, Kind::Date, "when people were asked"),
        may(Key::Sample, Kind::Whole, "how many answered"),
        may(Key::Margin, Kind::Number, "the margin of error, in percentage points"),
        may(Key::Mode, Kind::Text, "how they were asked: online, by telephone, face to face"),
        may(Key::Population, Kind::Text, "whom it speaks for"),
        may(Key::Recruitment, Kind::Text, "how they were found"),
        may(Key::Question, Kind::Text, "what they were asked, in its own words"),
        may(Key::Weighting, Kind::Text, "how answers were weighted"),
        may(Key::Quality, Kind::Text, "how answers were checked and processed"),
        may(Key::Limitations, Kind::Text, "what the poll says it cannot tell"),
    ],
    shared: &[],
};

/// `[[event]]`
pub const EVENT: Table = Table {
    name: "event",
    heading: "[[event]]",
    doc: "something that happened, on a day or over a time",
    own: &[
        must(Key::Id, Kind::Text, "its name in the file, in lower case with hyphens"),
        may(Key::Date, Kind::Date, "when; left out where it is not known"),
        must(Key::Title, Kind::Text, "what happened"),
        may(Key::Group, Kind::Text, "the id of its group"),
        may(Key::Source, Kind::Text, "the key of the source it is taken from"),
        may(Key::Locator, Kind::Text, "the place in the source"),
        may(Key::Note, Kind::Text, "what else to know"),
        may(Key::Indicators, Kind::TextList, "the ids of the indicators that it bears on"),
    ],
    shared: &[],
};

/// Every table, in the order of the docs.
pub const TABLES: &[&Table] =
    &[&TOP, &REPORT, &SOURCE, &GROUP, &INDICATOR, &SERIES, &POINT, &RIVAL, &POLL, &EVENT];
