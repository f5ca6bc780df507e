//! Whether there is to be colour, and how much of it a terminal shows.

use crate::app::env::Depth;

/// When there is to be colour: what `--color` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// As the environment says, and on a terminal only.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

/// Every word that `--color` takes.
pub const WHENS: &[(&str, When)] =
    &[("auto", When::Auto), ("always", When::Always), ("never", When::Never)];

/// What there is to know before it is decided whether there is to be colour.
pub struct Asked<'v> {
    /// What the command line says.
    pub when: When,
    /// What a variable of the environment says; nothing where it is empty.
    pub variable: &'v dyn Fn(&str) -> Option<String>,
    /// Whether what is written goes to a terminal.
    pub is_terminal: bool,
}

impl Asked<'_> {
    /// Whether there is to be colour: the first of [`DECIDERS`] that applies says so.
    pub fn wants_colour(&self) -> bool {
        let decides = DECIDERS.iter().find(|decider| (decider.applies)(self));
        decides.is_none_or(|decider| decider.colour)
    }

    fn says(&self, name: &str, value: &str) -> bool {
        (self.variable)(name).as_deref() == Some(value)
    }

    fn is_set(&self, name: &str) -> bool {
        (self.variable)(name).is_some()
    }
}

/// Something that decides whether there is to be colour.
pub struct Decider {
    /// When it applies, as Markdown.
    pub says: &'static str,
    /// Whether there is to be colour then.
    pub colour: bool,
    applies: fn(&Asked<'_>) -> bool,
}

const fn decider(says: &'static str, colour: bool, applies: fn(&Asked<'_>) -> bool) -> Decider {
    Decider { says, colour, applies }
}

/// What decides, in order: the command line, `NO_COLOR` (no-color.org), then what is said about
/// colour at bixense.com/clicolors, and the terminal.
pub const DECIDERS: &[Decider] = &[
    decider("`--color always`", true, |asked| asked.when == When::Always),
    decider("`--color never`", false, |asked| asked.when == When::Never),
    decider("`NO_COLOR` is set and not empty", false, |asked| asked.is_set("NO_COLOR")),
    decider("`CLICOLOR_FORCE` is set, not empty and not `0`", true, |asked| {
        asked.is_set("CLICOLOR_FORCE") && !asked.says("CLICOLOR_FORCE", "0")
    }),
    decider("`CLICOLOR` is `0`", false, |asked| asked.says("CLICOLOR", "0")),
    decider("`TERM` is `dumb`", false, |asked| asked.says("TERM", "dumb")),
    decider("the output goes to no terminal", false, |asked| !asked.is_terminal),
    decider("none of these", true, |_| true),
];

/// How many colours a terminal shows, by what it says of itself in the environment.
///
/// `COLORTERM` is how terminals say that they show all colours; `TERM` tells it of a few, and of
/// those with 256. Windows Terminal sets neither, but a variable of its own.
pub fn depth(variable: impl Fn(&str) -> Option<String>) -> Depth {
    let says = |name| variable(name).unwrap_or_default();
    let (colours, term) = (says("COLORTERM"), says("TERM"));
    let is_true = matches!(colours.as_str(), "truecolor" | "24bit") || term.contains("direct");
    if is_true || variable("WT_SESSION").is_some() {
        Depth::True
    } else if term.contains("256color") {
        Depth::TwoFiftySix
    } else {
        Depth::Sixteen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Variables<'v> = &'v [(&'v str, &'v str)];

    fn of(variables: Variables<'_>) -> impl Fn(&str) -> Option<String> {
        |name| {
            let found = variables.iter().find(|(own, value)| *own == name && !value.is_empty());
            found.map(|(_, value)| (*value).to_owned())
        }
    }

    #[test]
    fn the_command_line_comes_before_the_environment_and_that_before_the_terminal() {
        let (none, forced) = (("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"));
        let table: &[(When, Variables<'_>, bool, bool)] = &[
            (When::Auto, &[], true, true),
            (When::Auto, &[], false, false),
            (When::Always, &[], false, true),
            (When::Always, &[none, ("TERM", "dumb"), ("CLICOLOR", "0")], false, true),
            (When::Never, &[], true, false),
            (When::Never, &[forced], true, false),
            (When::Auto, &[none], true, false),
            (When::Auto, &[("NO_COLOR", "")], true, true),
            (When::Auto, &[("NO_COLOR", "0")], true, false),
            (When::Auto, &[none, forced], true, false),
            (When::Auto, &[forced], false, true),
            (When::Auto, &[("CLICOLOR_FORCE", "0")], false, false),
            (When::Auto, &[("CLICOLOR_FORCE", "0")], true, true),
            (When::Auto, &[("CLICOLOR_FORCE", "")], false, false),
            (When::Auto, &[forced, ("CLICOLOR", "0"), ("TERM", "dumb")], false, true),
            (When::Auto, &[("CLICOLOR", "0")], true, false),
            (When::Auto, &[("CLICOLOR", "1")], true, true),
            (When::Auto, &[("CLICOLOR", "1")], false, false),
            (When::Auto, &[("TERM", "dumb")], true, false),
        ];
        for (when, variables, is_terminal, wanted) in table {
            let variable = of(variables);
            let (when, is_terminal) = (*when, *is_terminal);
            let asked = Asked { when, variable: &variable, is_terminal };
            assert_eq!(
                asked.wants_colour(),
                *wanted,
                "{when:?} {variables:?} terminal: {is_terminal}"
            );
        }
    }

    #[test]
    fn terminals_say_how_many_colours_they_show() {
        let table: &[(Variables<'_>, Depth)] = &[
            (&[], Depth::Sixteen),
            (&[("TERM", "xterm")], Depth::Sixteen),
            (&[("TERM", "linux")], Depth::Sixteen),
            (&[("TERM", "xterm-256color")], Depth::TwoFiftySix),
            (&[("TERM", "tmux-256color"), ("COLORTERM", "truecolor")], Depth::True),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "24bit")], Depth::True),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "1")], Depth::TwoFiftySix),
            (&[("TERM", "xterm-direct")], Depth::True),
            (&[("WT_SESSION", "5a1f")], Depth::True),
        ];
        for (variables, wanted) in table {
            assert_eq!(depth(of(variables)), *wanted, "{variables:?}");
        }
    }
}
