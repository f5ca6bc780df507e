//! What files are checked for. The texts of the rules are with the code that checks them.

/// How much a breach of a rule matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// A part of the file is left out, or its source does not have its words.
    Error,
    /// Everything is read, but something in it is doubtful.
    Warning,
}

impl Severity {
    /// That of a rule, which its code tells: `W…`, `T006` and `T007` are warnings, all others errors.
    pub(crate) const fn of(code: &str) -> Self {
        match code.as_bytes() {
            [b'W', ..] | [b'T', _, _, b'6' | b'7'] => Self::Warning,
            _ => Self::Error,
        }
    }

    /// As messages write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that a file is checked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its code: `E…` is an error, `W…` a warning, `C…` is about the configuration, `T…` about an article.
    pub code: &'static str,
    /// How much a breach of it matters.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// What it means, why it matters, and how to fix it.
    pub explanation: &'static str,
}

/// Declares rules, each with its code, title and explanation, and `RULES`, the list of them.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $code:literal $title:literal $text:literal)*) => {
        $(
            $(#[$doc])*
            pub(crate) const $name: $crate::diagnostic::Rule = $crate::diagnostic::Rule {
                code: $code,
                severity: $crate::diagnostic::Severity::of($code),
                title: $title,
                explanation: $text,
            };
        )*

        /// Every rule of this file, by its code.
        pub(crate) const RULES: &[$crate::diagnostic::Rule] = &[$($name),*];
    };
}
pub(crate) use rules;
