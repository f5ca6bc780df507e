//! The plan that the code is held to.

/// Rooms from the ground up, each with the rooms that it may use; they stand above it.
pub(crate) type Table = &'static [(&'static str, &'static [&'static str])];

/// The modules at the top.
pub(crate) const ROOMS: Table = &[
    ("report", &[]),
    ("file", &["report"]),
    ("diagnostic", &["report"]),
    ("prose", &["report"]),
    ("schema", &[]),
    ("markup", &[]),
    ("syntax", &["diagnostic", "prose", "report", "schema"]),
    ("passage", &["diagnostic", "markup", "report"]),
    ("load", &["diagnostic", "passage", "prose", "report", "schema", "syntax"]),
    ("edit", &["report", "schema", "syntax"]),
    ("import", &["diagnostic", "edit", "load", "prose", "report", "schema"]),
    ("article", &["diagnostic", "markup", "prose", "report"]),
    ("diff", &["report"]),
    ("export", &["diff", "prose", "report"]),
    ("fill", &["diagnostic", "export", "markup", "prose", "report"]),
    (
        "app",
        &[
            "article",
            "diagnostic",
            "diff",
            "edit",
            "export",
            "load",
            "passage",
            "markup",
            "prose",
            "report",
            "schema",
            "syntax",
        ],
    ),
    ("ui", &["app", "diagnostic", "diff", "export", "report"]),
    ("config", &["app", "diagnostic", "export", "report", "syntax"]),
    ("term", &["app", "file", "load", "passage", "report", "ui"]),
    (
        "cli",
        &[
            "app",
            "article",
            "config",
            "diagnostic",
            "diff",
            "export",
            "file",
            "fill",
            "import",
            "load",
            "markup",
            "report",
            "schema",
            "term",
            "ui",
        ],
    ),
];

/// The rooms inside `app`: folders with their faces, and single files.
pub(crate) const APP: Table = &[
    ("keys", &[]),
    ("text", &["keys"]),
    ("env", &["keys"]),
    ("document", &["env", "keys", "text"]),
    ("panels", &["document", "env", "keys", "text"]),
    ("nav", &["document", "env", "keys", "panels", "text"]),
    ("overlays", &["document", "env", "keys", "nav", "panels", "text"]),
    ("msg", &["document", "env", "keys"]),
    ("model", &["document", "env", "keys", "nav", "overlays", "panels"]),
    ("actions", &["document", "env", "keys", "model", "msg", "nav", "overlays", "panels", "text"]),
    ("update", &["actions", "document", "keys", "model", "msg", "nav"]),
];

/// Modules that others may name through the face of their room, as parts of it.
pub(crate) const OPEN: &[(&str, &[&str])] = &[("config", &["rule"])];

/// What of other crates only some files or folders may name, and why.
pub(crate) const RESERVED: &[(&str, &[&str], &str)] = &[
    ("crossterm", &["term"], "the terminal is touched in one room"),
    ("ratatui::widgets", &["ui"], "only drawing knows widgets"),
    ("ratatui::Terminal", &["term"], "only the runtime owns a terminal"),
    ("toml", &["syntax", "load", "edit", "config"], "four rooms know the syntax of files"),
    ("toml_writer", &["edit"], "one room writes the file's syntax"),
    ("std::fs", &["cli", "term", "file"], "files are opened at the edge"),
    ("ratatui_textarea", &["app/text/field"], "one file knows the library for typing"),
    ("nucleo_matcher", &["app/text/fuzzy"], "one file knows the library for finding"),
    (
        "memchr",
        &["app/text/fuzzy", "app/document/search_index", "passage", "syntax/scan", "edit/home"],
        "only what searches whole files is in such a hurry",
    ),
    ("std::env", &["cli"], "the environment is read at the edge"),
    ("std::time", &["cli", "term", "file"], "time enters as an argument"),
    (
        "std::thread",
        &["term", "load/blocks", "app/nav/found/search", "file/save", "file/follow/watch/linux"],
        "threads belong to the runtime, but for reading, searching and watching; saving only sleeps",
    ),
    (
        "ratatui::style::Color",
        &["ui/theme", "ui/picture", "term/screen/pen"],
        "colours are named in one place, meanings elsewhere; terminal and picture write their codes",
    ),
];

/// How many lines a file may have besides its tests.
pub(crate) const LONGEST_FILE: usize = 400;

/// Letters that are drawn or written as they are and are not keys: the end of a file's name, and
/// the letters.
pub(crate) const SIGNS: &[(&str, &str)] = &[
    // The codes of SDMX for the status of an observation.
    ("chart/marker.rs", "BCDEFGHIJKLMNPQSTUVW"),
    ("overlays/help.rs", "B"),
    // Shapes in plain ASCII.
    ("ui/canvas.rs", "xvoMWwdHseRr"),
];

/// Texts with a letter in them that is not a key.
pub(crate) const NO_KEYS: &[&str] =
    &["A to Z", "Z to A", "[report]\ntitle = \"x\"\n", "[source.{}]\ntitle = \"x\""];
