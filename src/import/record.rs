//! What a cell of a series says, with everything that stands beside it, before it is understood.

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    Period,
    Edtf,
    Value,
    Lower,
    Upper,
    Comparator,
    Stated,
    Hedge,
    Wording,
    Unit,
    Multiplier,
    Status,
    Flag,
    Nature,
    Source,
    Link,
    Locator,
    StatedBy,
    Note,
    Label,
    Differs,
    Base,
    IntervalIs,
    Scenario,
    Edition,
    Derived,
    Action,
}

/// The columns that are known, by their names in small letters without signs.
pub(super) const ROLES: &[(Role, &[&str])] = &[
    (Role::Edtf, &["periodedtf"]),
    (Role::Period, &["timeperiod", "period", "year", "date", "time", "day", "month", "quarter"]),
    (Role::Value, &["obsvalue", "value"]),
    (
        Role::Lower,
        &[
            "lowerbound",
            "lower",
            "low",
            "lowerci",
            "cilower",
            "confintervallower",
            "factvaluenumericlow",
        ],
    ),
    (
        Role::Upper,
        &[
            "upperbound",
            "upper",
            "high",
            "upperci",
            "ciupper",
            "confintervalupper",
            "factvaluenumerichigh",
        ],
    ),
    (Role::Comparator, &["comparator"]),
    (Role::Stated, &["statedvalue", "stated"]),
    (Role::Hedge, &["hedge"]),
    (Role::Wording, &["wording"]),
    (Role::Unit, &["unitmeasure", "unit", "units"]),
    (Role::Multiplier, &["unitmult"]),
    (Role::Status, &["obsstatus", "status"]),
    (Role::Flag, &["obsflag", "flag", "flags"]),
    (Role::Nature, &["nature"]),
    (Role::Source, &["datasource", "source"]),
    (Role::Link, &["sourcelink", "url"]),
    (Role::Locator, &["locator"]),
    (Role::StatedBy, &["statedby"]),
    (
        Role::Note,
        &[
            "commentobs",
            "obscomment",
            "note",
            "notes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "footnote",
        ],
    ),
    (Role::Label, &["title", "label"]),
    (Role::Differs, &["differs"]),
    (Role::Base, &["baseedtf", "base"]),
    (Role::IntervalIs, &["intervalis"]),
    (Role::Scenario, &["scenario"]),
    (Role::Edition, &["edition"]),
    (Role::Derived, &["derived"]),
    (Role::Action, &["action"]),
];

/// One figure of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// Its line, counted from 1.
    pub(super) line: u64,
    /// What it is about: the names of columns, and what stands there. Records of one series have the
    /// same.
    pub(super) keys: Vec<(String, String)>,
    /// The cells of known columns that are not empty.
    pub(super) cells: Vec<(Role, String)>,
}

impl Record {
    /// The cell of a column; empty where there is none.
    pub(super) fn get(&self, role: Role) -> &str {
        self.cells.iter().find(|(own, _)| *own == role).map_or("", |(_, cell)| cell)
    }

    /// The same if something stands there.
    pub(super) fn some(&self, role: Role) -> Option<&str> {
        Some(self.get(role)).filter(|cell| !cell.is_empty())
    }
}

/// All figures of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    pub(super) list: Vec<Record>,
    /// Columns that are not taken over.
    pub(super) unread: Vec<String>,
    /// Whether programs that wrote such files are known to print a limit as a number.
    pub(super) may_hide_limits: bool,
    /// Whether indicia wrote it.
    pub(super) is_own: bool,
}
