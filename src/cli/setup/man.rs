//! `indicia man`: the manual page, from the command line and the table of keys.

use std::fmt::Write;

use clap::{Arg, ArgAction, Command};

use crate::app::keys::{BINDINGS, SCOPES, key_list};
use crate::cli::args;

/// What the page shows first.
const EXAMPLES: &[(&str, &str)] = &[
    ("indicia init", "Begin a report in this folder."),
    ("indicia report.toml", "Show a report, and follow the file as it is saved."),
    ("indicia check --deny warnings report.toml", "Name what is wrong or missing; for scripts."),
    ("git show HEAD~1:indicators.toml | indicia", "Show the report as it was before."),
    ("indicia print report.toml debt", "Print one figure as text."),
    ("indicia export --format csv report.toml -o figures.csv", "Write all figures as a table."),
];

/// The exit codes, each with what it means.
const CODES: &[(&str, &str)] = &[
    ("0", "Fine. Warnings do not count without --deny warnings."),
    ("1", "The file has faults: check names them; print and export leave out what has them."),
    ("2", "It could not run: a file cannot be read, or the command line is wrong."),
    ("128 + n", "Signal n ended the dashboard."),
];

/// The files and variables that it looks at.
const FILES: &[(&str, &str)] = &[
    ("./indicators.toml", "The report that is shown if none is named."),
    (
        "~/.config/indicia/config.toml",
        "Keys and looks of the dashboard; indicia config prints one to begin with.",
    ),
];
const VARIABLES: &[(&str, &str)] = &[
    ("VISUAL, EDITOR", "The editor that the dashboard opens."),
    ("BROWSER", "What opens the address of a source."),
    ("NO_COLOR, CLICOLOR_FORCE, COLORTERM, TERM", "Whether there is colour, and how much."),
    ("XDG_CONFIG_HOME", "The folder of the configuration."),
];

/// The page in the language of man(7).
pub fn page() -> String {
    let mut command = args::command();
    command.build();
    let version = command.get_version().unwrap_or_default();
    let about = plain(command.get_about());
    let mut page = format!(
        ".TH INDICIA 1 \"\" \"indicia {version}\" \"User Commands\"\n\
         .SH NAME\nindicia \\- {}\n.SH SYNOPSIS\n\
         .B indicia\n[\\fIOPTIONS\\fR] [\\fIFILE\\fR]\n.br\n\
         .B indicia\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR \\[u2026]\n.SH DESCRIPTION\n",
        escaped(&about),
    );
    paragraph(&mut page, &plain(command.get_after_help()));
    page.push_str(".SH OPTIONS\n");
    arguments(&mut page, &command);
    page.push_str(".SH COMMANDS\n");
    for own in command.get_subcommands().filter(|own| !own.is_hide_set()) {
        subcommand(&mut page, own);
    }
    section(&mut page, "EXIT STATUS", CODES);
    section(&mut page, "FILES", FILES);
    section(&mut page, "ENVIRONMENT", VARIABLES);
    keys(&mut page);
    section(&mut page, "EXAMPLES", EXAMPLES);
    page
}

fn subcommand(page: &mut String, command: &Command) {
    if command.get_name() == "help" {
        return;
    }
    let mut usage = format!("indicia {}", command.get_name());
    for arg in command.get_positionals() {
        let name = arg.get_value_names().unwrap_or_default().join(" ");
        let more = if arg.get_num_args().is_some_and(|n| n.max_values() > 1) { "…" } else { "" };
        let word = if arg.is_required_set() {
            format!(" {name}{more}")
        } else {
            format!(" [{name}{more}]")
        };
        usage.push_str(&word);
    }
    let _ = writeln!(page, ".SS {}", quoted(&usage));
    paragraph(page, &(plain(command.get_about()) + "."));
    arguments(page, command);
    if let Some(more) = command.get_after_help() {
        let more = more.to_string();
        if more.contains("  ") {
            // Lines that stand below one another.
            page.push_str(".PP\n.nf\n");
            more.lines().for_each(|line| text_line(page, line));
            page.push_str(".fi\n");
        } else {
            page.push_str(".PP\n");
            paragraph(page, &more.replace('\n', " "));
        }
    }
}

/// What stands after a command, a paragraph each.
fn arguments(page: &mut String, command: &Command) {
    // What works everywhere is listed once.
    let is_own = |arg: &&Arg| command.get_name() == "indicia" || !is_shared(arg);
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()).filter(is_own) {
        let names = names(arg);
        let mut help = plain(arg.get_help());
        let values = arg.get_possible_values();
        let values: Vec<_> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        if arg.get_action().takes_values() && !values.is_empty() {
            let _ = write!(help, ": {}", values.join(", "));
        }
        let _ = writeln!(page, ".TP\n{names}");
        text_line(page, &(help + "."));
    }
}

fn is_shared(arg: &Arg) -> bool {
    arg.is_global_set() || matches!(arg.get_action(), ArgAction::Help | ArgAction::HelpShort)
}

/// The names of an argument, in bold, with its value in italics.
fn names(arg: &Arg) -> String {
    let short = arg.get_short().map(|short| format!("\\fB\\-{short}\\fR"));
    let long = arg.get_long().map(|long| format!("\\fB\\-\\-{}\\fR", escaped(long)));
    let mut names: Vec<_> = short.into_iter().chain(long).collect();
    let values = arg.get_value_names().unwrap_or_default();
    let value = values.iter().map(|name| format!("\\fI{}\\fR", escaped(&name.to_uppercase())));
    let value = value.collect::<Vec<_>>().join(" ");
    match names.last_mut() {
        Some(last) if arg.get_action().takes_values() => {
            let _ = write!(last, " {value}");
        }
        Some(_) => {}
        None => names.push(value),
    }
    names.join(", ")
}

/// The keys of the dashboard, by where they work.
fn keys(page: &mut String) {
    page.push_str(".SH KEYS\nThe configuration may set others; ? shows those in force.\n");
    for scope in SCOPES {
        let own: Vec<_> = BINDINGS.iter().filter(|own| own.scope == scope.scope).collect();
        if !own.is_empty() {
            let _ = writeln!(page, ".SS {}", quoted(scope.heading));
            for own in own {
                tagged(page, &key_list(&own.keys), own.doc);
            }
        }
    }
}

fn section(page: &mut String, heading: &str, lines: &[(&str, &str)]) {
    let _ = writeln!(page, ".SH {}", quoted(heading));
    for (tag, text) in lines {
        tagged(page, tag, text);
    }
}

fn tagged(page: &mut String, tag: &str, text: &str) {
    let _ = writeln!(page, ".TP\n\\fB{}\\fR", escaped(tag));
    text_line(page, text);
}

fn paragraph(page: &mut String, text: &str) {
    text_line(page, &text.replace('\n', " "));
}

/// A line of text, which is no request even if it begins like one.
fn text_line(page: &mut String, text: &str) {
    let _ = writeln!(page, "{}", guarded(escaped(text)));
}

fn guarded(line: String) -> String {
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}

/// An argument of a request.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text).replace('"', "\\(dq"))
}

/// The signs that have a meaning, and those beyond ASCII, as themselves.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("\\e"),
            '-' => out.push_str("\\-"),
            '\'' => out.push_str("\\(aq"),
            '^' => out.push_str("\\(ha"),
            '~' => out.push_str("\\(ti"),
            '`' => out.push_str("\\(ga"),
            sign if sign.is_ascii() => out.push(sign),
            sign => {
                let _ = write!(out, "\\[u{:04X}]", u32::from(sign));
            }
        }
    }
    out
}

fn plain(text: Option<&clap::builder::StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_option_and_key_is_on_the_page() {
        let page = page();
        for command in args::command().get_subcommands() {
            let heading = format!(".SS \"indicia {}", command.get_name());
            assert_eq!(page.contains(&heading), !command.is_hide_set(), "{heading}");
            for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                let name = arg.get_long().map_or_else(String::new, escaped);
                assert!(page.contains(&name), "{name}");
            }
        }
        for binding in BINDINGS.iter() {
            assert!(page.contains(&escaped(binding.doc)), "{}", binding.doc);
        }
    }

    #[test]
    fn no_text_is_taken_for_a_request() {
        const REQUESTS: [&str; 9] =
            [".TH ", ".SH ", ".SS ", ".TP", ".PP", ".br", ".nf", ".fi", ".B indicia"];
        for line in page().lines().filter(|line| line.starts_with(['.', '\''])) {
            assert!(REQUESTS.iter().any(|known| line.starts_with(known)), "{line}");
        }
        assert_eq!(guarded(escaped(".x\\'")), "\\&.x\\e\\(aq");
    }
}
