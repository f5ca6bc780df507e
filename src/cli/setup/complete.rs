//! The words that may stand in a command line, which shells ask for at every Tab.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, ValueHint};

use crate::cli::args::{self, DEFAULT_FILE};
use crate::cli::clock::clock;
use crate::cli::explain;
use crate::cli::report_file;
use crate::cli::selection::Selection;
use crate::load::load;
use crate::report::Text;

/// Stands for the names of files, which the shell knows itself.
const FILES: &str = ":files";

/// A word that may stand there, and what it means.
type Offer = (String, String);

/// The words that may stand after others, a line each: the word, a tab, what it means. `word` is what
/// is there of it. A line `:files` stands for the names of files.
pub fn lines(before: &[String], word: &str) -> String {
    let line = |(name, about): Offer| match &*name {
        FILES => format!("{FILES}\n"),
        _ => format!("{name}\t{}\n", Text::new(about.lines().next().unwrap_or(""))),
    };
    offers(before, word).into_iter().map(line).collect()
}

fn offers(before: &[String], word: &str) -> Vec<Offer> {
    let mut command = args::command();
    command.build();
    let place = Place::of(&command, before);
    // Bash cuts a word at `=`, and then the option stands before.
    if let Some((option, value)) = word.split_once('=').filter(|_| word.starts_with("--")) {
        let found = place.option(option).map(|arg| place.values(arg));
        let whole = |(name, about): Offer| match &*name {
            FILES => (name, about),
            _ => (format!("{option}={name}"), about),
        };
        return begin(found.unwrap_or_default(), value).into_iter().map(whole).collect();
    }
    let all = match place.pending {
        Some(arg) => place.values(arg),
        None if word.starts_with('-') && !place.only_words => place.options(),
        None => place.words(),
    };
    begin(all, word)
}

/// Those that begin with what is there; files are left to the shell.
fn begin(offers: Vec<Offer>, word: &str) -> Vec<Offer> {
    offers.into_iter().filter(|(name, _)| name == FILES || name.starts_with(word)).collect()
}

/// What stands before a word.
struct Place<'c> {
    /// The command, or the subcommand if there is one.
    command: &'c Command,
    is_top: bool,
    /// The option whose value the word is.
    pending: Option<&'c Arg>,
    /// The words that are no options and no values of options.
    positionals: Vec<&'c str>,
    /// Whether `--` stands before.
    only_words: bool,
}

impl<'c> Place<'c> {
    fn of(command: &'c Command, before: &'c [String]) -> Self {
        let mut place = Self {
            command,
            is_top: true,
            pending: None,
            positionals: Vec::new(),
            only_words: false,
        };
        for word in before.iter().filter(|word| *word != "=") {
            if place.pending.take().is_some() {
                continue;
            }
            let subcommand = command.find_subcommand(word);
            match subcommand.filter(|_| place.is_top && place.positionals.is_empty()) {
                _ if place.only_words => place.positionals.push(word),
                _ if word == "--" => place.only_words = true,
                _ if word.len() > 1 && word.starts_with('-') => {
                    let takes = |arg: &&Arg| matches!(arg.get_action(), ArgAction::Set);
                    place.pending = place.option(word).filter(takes);
                }
                Some(found) => (place.command, place.is_top) = (found, false),
                None => place.positionals.push(word),
            }
        }
        place
    }

    /// The option that is written so, without a value.
    fn option(&self, word: &str) -> Option<&'c Arg> {
        let is = |arg: &&Arg| match word.strip_prefix("--") {
            Some(long) => arg.get_long_and_visible_aliases().unwrap_or_default().contains(&long),
            None => arg.get_short().is_some_and(|short| word == format!("-{short}")),
        };
        self.command.get_arguments().find(is)
    }

    /// The options that help names.
    fn options(&self) -> Vec<Offer> {
        let shown = self.command.get_arguments().filter(|arg| !arg.is_hide_set());
        let offer = |arg: &Arg| Some((format!("--{}", arg.get_long()?), help(arg.get_help())));
        shown.filter_map(offer).collect()
    }

    /// The words that are no options.
    fn words(&self) -> Vec<Offer> {
        let known = self.command.get_subcommands().filter(|own| !own.is_hide_set());
        let known = known.map(|own| (own.get_name().to_owned(), help(own.get_about())));
        let known = known.filter(|_| !self.is_top || self.positionals.is_empty());
        let all: Vec<&Arg> = self.command.get_positionals().collect();
        let nth = self.positionals.len();
        let last = all.last().filter(|arg| arg.get_num_args().is_some_and(|n| n.max_values() > 1));
        let here = all.get(nth).or(last).copied();
        // The first word is a file or an id.
        let id = all.get(1).filter(|arg| nth == 0 && !self.is_top && is_id(arg)).copied();
        let values = here.into_iter().chain(id).flat_map(|arg| self.values(arg));
        known.chain(values).collect()
    }

    /// The values that an argument may have.
    fn values(&self, arg: &Arg) -> Vec<Offer> {
        if is_id(arg) {
            return self.ids();
        }
        if arg.get_id() == "CODE" {
            let rules = explain::all();
            return rules.map(|rule| (rule.code.to_owned(), rule.title.to_owned())).collect();
        }
        if matches!(arg.get_value_hint(), ValueHint::FilePath | ValueHint::DirPath) {
            return vec![(FILES.to_owned(), String::new())];
        }
        let values = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set());
        values.map(|value| (value.get_name().to_owned(), help(value.get_help()))).collect()
    }

    /// The ids of the file that stands before, or else of the one in this folder. Standard input is
    /// left to the command.
    fn ids(&self) -> Vec<Offer> {
        let words = self.positionals.iter().map(Into::into);
        let beside = PathBuf::from(DEFAULT_FILE);
        let file = Selection::new(words).file.or_else(|| beside.exists().then_some(beside));
        let Ok((_, text)) = report_file::open(file.as_deref()) else { return Vec::new() };
        let report = load(&text, clock().day).report;
        let figures = report.indicators.iter().map(|it| (&it.id, &it.label));
        let events = report.events.iter().map(|it| (&it.id, &it.title));
        figures.chain(events).map(|(id, label)| (id.to_string(), label.to_string())).collect()
    }
}

fn is_id(arg: &Arg) -> bool {
    arg.get_value_names().is_some_and(|names| names.iter().any(|name| name == "ID"))
}

fn help(text: Option<&clap::builder::StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is offered at the end of a command line.
    fn offered(line: &str) -> Vec<String> {
        let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let word = words.pop().expect("a word");
        offers(&words, &word).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn what_fits_the_place_is_offered() {
        for (line, wanted) in [
            ("ch", &[FILES, "check"][..]),
            ("check --den", &["--deny"]),
            ("check --deny ", &["warnings"]),
            ("check a.toml --format j", &["json"]),
            ("check --format=g", &["--format=github"]),
            ("check --format = g", &["github"]),
            ("check a.toml ", &[FILES]),
            ("--theme li", &["light"]),
            ("--config ", &[FILES]),
            ("export -f cs", &["csv", "csl-json"]),
            (
                "explain E00",
                &["E001", "E002", "E003", "E004", "E005", "E006", "E007", "E008", "E009"],
            ),
            ("completions ", &["bash", "zsh", "fish", "powershell"]),
            ("init ", &[FILES]),
            ("check -- --de", &[FILES]),
            ("schema ", &[]),
            ("a.toml ch", &[]),
        ] {
            let mut offered = offered(line);
            offered.sort_by_key(|name| wanted.iter().position(|own| own == name));
            assert_eq!(offered, wanted, "{line}");
        }
        assert!(!offered("").contains(&"complete".to_owned()), "it is for shells alone");
        assert!(!offered("check --").contains(&"--as-of".to_owned()) || offered("--").len() > 5);
    }

    #[test]
    fn ids_are_those_of_the_file_with_their_labels() {
        let before = ["print".to_owned(), "tests/fixtures/valid/every-key.toml".to_owned()];
        assert_eq!(lines(&before, "s"), "share\tShare\nsecret\tSecret\n");
        assert!(lines(&before, "tre").starts_with("treaty\tTreaty"));
        let own = lines(&before[..1], "");
        assert!(own.starts_with(FILES) && own.contains("debt-to-russia\t"), "{own}");
        let missing = ["print".to_owned(), "none.toml".to_owned()];
        assert_eq!(lines(&missing, ""), "");
    }
}
