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
    rule("`TERM` is `dumb`, `emacs` or `unknown`", false, |context| {
        (context.variable)("TERM").is_some_and(|term| only_prints(&term))
    }),
    rule("the output is not a terminal", false, |context| !context.is_terminal),
    rule("none of these", true, |_| true),
];

/// A rule that decides how many colours there are, where there is colour.
pub struct DepthRule {
    /// When it applies, as Markdown.
    pub condition: &'static str,
    /// How many there are then.
    pub depth: Depth,
    applies: fn(&DepthContext) -> bool,
}

/// What the number of colours depends on.
struct DepthContext {
    /// The value of `TERM`.
    term: String,
    /// Whether all colours are claimed by a variable that programs inherit.
    claims_all: bool,
    /// Whether a multiplexer stands between this program and the terminal.
    is_inside: bool,
}

const fn depth_rule(
    condition: &'static str,
    depth: Depth,
    applies: fn(&DepthContext) -> bool,
) -> DepthRule {
    DepthRule { condition, depth, applies }
}

/// The rules in order. `TERM` comes first, as it is set by what draws the characters.
///
/// A claim to all colours is inherited, and what is inside a multiplexer need not show what the
/// terminal around it does: screen takes `38;2;…` for other codes and loses the selection. tmux
/// itself claims all colours in each pane from version 3.6 on, but 256 lose nothing there: no theme
/// looks different with them. Terminals with all colours set `COLORTERM`; Windows Terminal sets
/// neither that nor `TERM`, but `WT_SESSION`.
pub const DEPTH_RULES: &[DepthRule] = &[
    depth_rule("`TERM` has `direct` in it", Depth::True, |context| context.term.contains("direct")),
    depth_rule(
        "`TERM` begins with `linux` or `vt`, the consoles of few colours",
        Depth::Sixteen,
        |context| context.term.starts_with("linux") || context.term.starts_with("vt"),
    ),
    depth_rule(
        "`COLORTERM` is `truecolor` or `24bit`, or `WT_SESSION` is set; but not inside tmux or screen \
         (`TMUX` or `STY` is set, or `TERM` begins with `tmux` or `screen`)",
        Depth::True,
        |context| context.claims_all && !context.is_inside,
    ),
    depth_rule("`TERM` has `256color` in it", Depth::TwoFiftySix, |context| {
        context.term.contains("256color")
    }),
    depth_rule("none of these", Depth::Sixteen, |_| true),
];

/// How many colours a terminal shows. The first of [`DEPTH_RULES`] that applies decides.
pub fn depth(variable: impl Fn(&str) -> Option<String>) -> Depth {
    let is_set = |name| variable(name).is_some();
    let term = variable("TERM").unwrap_or_default();
    let colours = variable("COLORTERM").unwrap_or_default();
    let context = DepthContext {
        claims_all: matches!(&*colours, "truecolor" | "24bit") || is_set("WT_SESSION"),
        is_inside: is_set("TMUX")
            || is_set("STY")
            || term.starts_with("tmux")
            || term.starts_with("screen"),
        term,
    };
    let rule = DEPTH_RULES.iter().find(|rule| (rule.applies)(&context));
    rule.map_or(Depth::Sixteen, |rule| rule.depth)
}

/// The values of `TERM` of what cannot move a cursor, such as a shell in Emacs.
const ONLY_TEXT: &[&str] = &["dumb", "emacs", "unknown"];

/// Whether a terminal of this name can only print text, line by line.
pub fn only_prints(term: &str) -> bool {
    ONLY_TEXT.contains(&term)
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
            (ColourChoice::Auto, &[("TERM", "emacs")], true, false),
            (ColourChoice::Auto, &[("TERM", "eterm-color")], true, true),
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
    fn what_can_only_print_is_named_where_colour_is_decided() {
        let named = |term: &&&str| COLOUR_RULES.iter().any(|r| r.condition.contains(**term));
        assert_eq!(ONLY_TEXT.iter().filter(named).count(), ONLY_TEXT.len());
    }

    #[test]
    fn the_environment_tells_how_many_colours_a_terminal_shows() {
        let (all, wt) = (("COLORTERM", "truecolor"), ("WT_SESSION", "5a1f"));
        let (tmux, screen) = (("TMUX", "/tmp/tmux-0/default,1,0"), ("STY", "1.tty"));
        let term = |name| ("TERM", name);
        let table: &[(Variables<'_>, Depth)] = &[
            (&[], Depth::Sixteen),
            (&[term("xterm")], Depth::Sixteen),
            (&[term("xterm"), all], Depth::True),
            (&[term("xterm-256color")], Depth::TwoFiftySix),
            (&[term("xterm-256color"), ("COLORTERM", "24bit")], Depth::True),
            (&[term("xterm-256color"), ("COLORTERM", "1")], Depth::TwoFiftySix),
            (&[term("xterm-direct")], Depth::True),
            (&[all], Depth::True),
            (&[wt], Depth::True),
            // In WSL.
            (&[term("xterm-256color"), wt], Depth::True),
            // A console knows sixteen, whatever a start-up file of the shell sets.
            (&[term("linux"), all], Depth::Sixteen),
            (&[term("vt220"), all], Depth::Sixteen),
            // What is set outside a multiplexer does not count in it.
            (&[term("screen"), all], Depth::Sixteen),
            (&[term("screen"), wt], Depth::Sixteen),
            (&[term("screen.linux"), screen, all], Depth::Sixteen),
            (&[term("screen-256color"), all], Depth::TwoFiftySix),
            (&[term("screen.xterm-256color"), screen, all], Depth::TwoFiftySix),
            (&[term("tmux-256color"), tmux, all], Depth::TwoFiftySix),
            (&[term("tmux-direct"), tmux], Depth::True),
            (&[term("xterm-256color"), tmux, all], Depth::TwoFiftySix),
            (&[term("xterm"), screen, all], Depth::Sixteen),
        ];
        for (variables, wanted) in table {
            assert_eq!(depth(of(variables)), *wanted, "{variables:?}");
        }
    }
}
