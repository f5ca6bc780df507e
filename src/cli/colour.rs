//! Whether to use colour, and how many colours a terminal shows.

use crate::app::env::Depth;

/// Whether to use colour: the value of `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourChoice {
    /// As the environment says, and only on a terminal.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// All values of `--color`.
pub const COLOUR_CHOICES: &[(&str, ColourChoice)] = &[
    ("auto", ColourChoice::Auto),
    ("always", ColourChoice::Always),
    ("never", ColourChoice::Never),
];

/// What the decision on colour depends on.
pub struct ColourContext<'v> {
    /// What the command line says.
    pub choice: ColourChoice,
    /// The value of a variable of the environment. None if it is empty.
    pub variable: &'v dyn Fn(&str) -> Option<String>,
    /// Whether the output is a terminal.
    pub is_terminal: bool,
}

impl ColourContext<'_> {
    /// Whether to use colour. The first of [`COLOUR_RULES`] that applies decides.
    pub fn wants_colour(&self) -> bool {
        let rule = COLOUR_RULES.iter().find(|rule| (rule.applies)(self));
        rule.is_none_or(|rule| rule.colour)
    }

    fn is(&self, name: &str, value: &str) -> bool {
        (self.variable)(name).as_deref() == Some(value)
    }

    fn is_set(&self, name: &str) -> bool {
        (self.variable)(name).is_some()
    }
}

/// A rule that decides whether to use colour.
pub struct ColourRule {
    /// When it applies, as Markdown.
    pub condition: &'static str,
    /// Whether to use colour then.
    pub colour: bool,
    applies: fn(&ColourContext<'_>) -> bool,
}

const fn rule(
    condition: &'static str,
    colour: bool,
    applies: fn(&ColourContext<'_>) -> bool,
) -> ColourRule {
    ColourRule { condition, colour, applies }
}

/// The rules in order: the command line, `NO_COLOR` (no-color.org), the variables of
/// bixense.com/clicolors, and the terminal.
pub const COLOUR_RULES: &[ColourRule] = &[
    rule("`--color always`", true, |context| context.choice == ColourChoice::Always),
    rule("`--color never`", false, |context| context.choice == ColourChoice::Never),
    rule("`NO_COLOR` is set and not empty", false, |context| context.is_set("NO_COLOR")),
    rule("`CLICOLOR_FORCE` is set, not empty and not `0`", true, |context| {
        context.is_set("CLICOLOR_FORCE") && !context.is("CLICOLOR_FORCE", "0")
    }),
    rule("`CLICOLOR` is `0`", false, |context| context.is("CLICOLOR", "0")),
    rule("`TERM` is `dumb`", false, |context| context.is("TERM", "dumb")),
    rule("the output is not a terminal", false, |context| !context.is_terminal),
    rule("none of these", true, |_| true),
];

/// How many colours a terminal shows, according to the environment.
///
/// Terminals with all colours set `COLORTERM`. `TERM` names a few of them, and those with 256
/// colours. Windows Terminal sets neither, but `WT_SESSION`.
pub fn depth(variable: impl Fn(&str) -> Option<String>) -> Depth {
    let value = |name| variable(name).unwrap_or_default();
    let (colours, term) = (value("COLORTERM"), value("TERM"));
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
        let table: &[(ColourChoice, Variables<'_>, bool, bool)] = &[
            (ColourChoice::Auto, &[], true, true),
            (ColourChoice::Auto, &[], false, false),
            (ColourChoice::Always, &[], false, true),
            (ColourChoice::Always, &[none, ("TERM", "dumb"), ("CLICOLOR", "0")], false, true),
            (ColourChoice::Never, &[], true, false),
            (ColourChoice::Never, &[forced], true, false),
            (ColourChoice::Auto, &[none], true, false),
            (ColourChoice::Auto, &[("NO_COLOR", "")], true, true),
            (ColourChoice::Auto, &[("NO_COLOR", "0")], true, false),
            (ColourChoice::Auto, &[none, forced], true, false),
            (ColourChoice::Auto, &[forced], false, true),
            (ColourChoice::Auto, &[("CLICOLOR_FORCE", "0")], false, false),
            (ColourChoice::Auto, &[("CLICOLOR_FORCE", "0")], true, true),
            (ColourChoice::Auto, &[("CLICOLOR_FORCE", "")], false, false),
            (ColourChoice::Auto, &[forced, ("CLICOLOR", "0"), ("TERM", "dumb")], false, true),
            (ColourChoice::Auto, &[("CLICOLOR", "0")], true, false),
            (ColourChoice::Auto, &[("CLICOLOR", "1")], true, true),
            (ColourChoice::Auto, &[("CLICOLOR", "1")], false, false),
            (ColourChoice::Auto, &[("TERM", "dumb")], true, false),
        ];
        for (choice, variables, is_terminal, wanted) in table {
            let variable = of(variables);
            let (choice, is_terminal) = (*choice, *is_terminal);
            let context = ColourContext { choice, variable: &variable, is_terminal };
            assert_eq!(
                context.wants_colour(),
                *wanted,
                "{choice:?} {variables:?} terminal: {is_terminal}"
            );
        }
    }

    #[test]
    fn the_environment_tells_how_many_colours_a_terminal_shows() {
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
