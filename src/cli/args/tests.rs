use super::*;
use crate::app::env::THEMES;
use crate::cli::args::history::ChangeFormat;
use crate::cli::args::setup::Shell;
use crate::cli::colour::COLOUR_CHOICES;

fn parsed(line: &str) -> Result<Args, clap::Error> {
    parse(line.split_whitespace().map(OsString::from))
}

/// A check of files, or of articles against a file.
fn check_of(files: &[&str], texts: &[&str], deny_warnings: bool) -> Task {
    let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect();
    let (files, texts, format) = (paths(files), paths(texts), Format::Text);
    Task::Check { files, texts, all: false, deny_warnings, format }
}

#[test]
fn the_command_line_is_valid() {
    command().debug_assert();
}

#[test]
fn tasks_are_told_apart() {
    let task = |line| parsed(line).expect(line).task;
    assert_eq!(task("indicia"), Task::Dashboard { file: None, poll: false });
    let file = Some("a.toml".into());
    assert_eq!(task("indicia a.toml --poll"), Task::Dashboard { file, poll: true });
    assert_eq!(task("indicia explain"), Task::Explain(Vec::new()));
    assert_eq!(task("indicia init"), Task::Setup(Setup::Init(PathBuf::new())));
    assert_eq!(task("indicia completions fish"), Task::Setup(Setup::Completions(Shell::Fish)));
    let complete =
        Setup::Complete { before: vec!["print".into(), "--as-of".into()], word: "-".into() };
    assert_eq!(task("indicia complete --word=- -- print --as-of"), Task::Setup(complete));
    assert_eq!(task("indicia explain E001"), Task::Explain(vec!["E001".into()]));
    let codes = ["e1", "W17", "K2"].map(String::from).to_vec();
    assert_eq!(task("indicia explain e 1 W17 K 2"), Task::Explain(codes));
    assert_eq!(task("indicia check"), check_of(&[], &[], false));
    let print = Task::Print {
        words: vec!["a.toml".into(), "x".into(), "y".into()],
        width: Some(60),
        plain: true,
        passages: false,
        cite: false,
    };
    assert_eq!(task("indicia print a.toml x y --plain --width 60"), print);
    let diff = Diff {
        old: "HEAD~1".into(),
        new: Some("b.toml".into()),
        format: ChangeFormat::Markdown,
        only_losses: true,
    };
    let line = "indicia diff HEAD~1 b.toml --format md --deny hedge-lost";
    assert_eq!(task(line), Task::Diff(diff));
    let log = Log { id: "x".into(), file: Some("b.toml".into()), format: ChangeFormat::Json };
    assert_eq!(task("indicia log x b.toml --format json"), Task::Log(log));
    let written = Fill {
        documents: vec!["a.md".into(), "b.tex".into()],
        report: Some("r.toml".into()),
        only_checks: true,
        accepts_losses: false,
    };
    assert_eq!(task("indicia fill a.md b.tex --check --from r.toml"), Task::Fill(written));
    let check = check_of(&["a", "b"], &[], true);
    assert_eq!(task("indicia check a b --deny warnings"), check);
    assert_eq!(task("indicia check a --text b c"), check_of(&["a"], &["b", "c"], false));
}

#[test]
fn one_configuration_or_none() {
    let config = |line| parsed(line).ok().map(|args| args.config);
    assert_eq!(config("indicia a.toml"), Some(ConfigSource::Default));
    assert_eq!(config("indicia --config b"), Some(ConfigSource::File("b".into())));
    assert_eq!(config("indicia --no-config"), Some(ConfigSource::None));
    assert_eq!(config("indicia --no-config --config b"), None);
    assert_eq!(config("indicia check --config b"), None, "only the dashboard has one");
    assert_eq!(parsed("indicia config").ok().map(|args| args.task), Some(Task::Config));
}

#[test]
fn global_options_may_come_before_or_after_a_subcommand() {
    let day = Some(Day::new(2026, 11, 23));
    let given = |args: &Args| (args.as_of, args.ascii, args.colour);
    for subcommand in ["check a", "print a", "explain E001", "config"] {
        for (before, behind) in [
            ("--as-of 2026-11-23 --ascii --color always", ""),
            ("", "--as-of 2026-11-23 --ascii --color always"),
            ("--ascii --colour=always", "--as-of 2026-11-23"),
            ("--as-of 2020-01-01 --color never", "--color always --as-of 2026-11-23 --ascii"),
        ] {
            let line = format!("indicia {before} {subcommand} {behind}");
            let args = parsed(&line).expect(&line);
            assert_eq!(given(&args), (day, true, ColourChoice::Always), "{line}");
            let plain = parsed(&format!("indicia {subcommand}")).expect(subcommand);
            assert_eq!(args.task, plain.task, "{line}");
            assert_eq!(given(&plain), (None, false, ColourChoice::Auto), "{subcommand}");
        }
    }
}

#[test]
fn an_option_of_the_dashboard_is_refused_before_a_subcommand() {
    for (line, word) in [
        ("indicia --theme dark check a", "'--theme' is for the dashboard"),
        ("indicia --poll print a", "'--poll' is for the dashboard"),
        ("indicia --config b explain E001", "leave it out of 'indicia explain'"),
        ("indicia --ascii --no-config check a", "'--no-config'"),
        ("indicia a.toml check", "'check' goes first"),
        ("indicia --ascii a.toml check b.toml", "'./check'"),
    ] {
        let error = parsed(line).expect_err(line);
        assert!(error.to_string().contains(word), "{line}: {error}");
        assert_eq!(error.exit_code(), 2, "{line}");
    }
}

#[test]
fn a_file_named_like_a_subcommand_can_be_shown() {
    let shows = |file: &str| Task::Dashboard { file: Some(file.into()), poll: false };
    for (line, file) in [
        ("indicia ./check", "./check"),
        ("indicia -- check", "check"),
        ("indicia --ascii -- print", "print"),
        ("indicia checks.toml", "checks.toml"),
    ] {
        assert_eq!(parsed(line).expect(line).task, shows(file), "{line}");
    }
    let config = parsed("indicia --config check a").expect("a dashboard");
    assert_eq!((config.config, config.task), (ConfigSource::File("check".into()), shows("a")));
}

#[test]
fn what_does_not_fit_is_told_with_where_it_does() {
    for (line, words) in [
        ("indicia --plain", "'--plain' belongs to 'indicia print'"),
        ("indicia a.toml --cite", "'--cite' belongs to 'indicia print'"),
        ("indicia --width=40", "'--width' belongs to 'indicia print'"),
        ("indicia print --deny warnings", "'--deny' belongs to 'indicia check'"),
        ("indicia check --theme dark", "'--theme' is for the dashboard"),
        ("indicia a.toml b.toml", "'indicia check FILE FILE' checks several files"),
        ("indicia a.toml debt", "'indicia print FILE ID' prints figures by id"),
        ("indicia a.toml indicators.toml", "'indicia check FILE FILE' checks several files"),
        ("indicia print --width abc", "write a whole number from 20 to 400"),
        ("indicia print --width -1", "write a whole number from 20 to 400"),
        ("indicia print --config b", "add that, or leave out '--config'"),
        ("indicia print --no-config", "add that, or leave out '--no-config'"),
        ("indicia --colr", "--color"),
    ] {
        let error = parsed(line).expect_err(line);
        assert!(error.to_string().contains(words), "{line}: {error}");
        assert_eq!(error.exit_code(), 2, "{line}");
    }
}

#[test]
fn a_width_has_room_for_a_figure() {
    for width in ["19", "401", "-1", "wide"] {
        assert!(parsed(&format!("indicia print --width {width}")).is_err(), "{width}");
    }
    assert!(parsed("indicia print --width 20").is_ok());
}

#[test]
fn a_theme_is_one_of_the_table_and_an_error_names_them_all() {
    let theme = |line: &str| parsed(line).map(|args| args.theme);
    for entry in THEMES {
        let line = format!("indicia a.toml --theme {}", entry.name);
        assert_eq!(theme(&line).ok().flatten(), Some(entry.theme));
    }
    assert_eq!(theme("indicia").ok().flatten(), None);
    let error = theme("indicia --theme solarized").unwrap_err().to_string();
    for entry in THEMES {
        assert!(error.contains(entry.name), "{error}");
    }
}

#[test]
fn the_option_for_colour_has_two_spellings() {
    let colour = |line: &str| parsed(line).map(|args| args.colour);
    assert_eq!(colour("indicia").ok(), Some(ColourChoice::Auto));
    assert_eq!(colour("indicia --color never").ok(), Some(ColourChoice::Never));
    assert_eq!(colour("indicia --colour=always a.toml").ok(), Some(ColourChoice::Always));
    assert_eq!(colour("indicia check --color always").ok(), Some(ColourChoice::Always));
    assert_eq!(colour("indicia check --colour auto").ok(), Some(ColourChoice::Auto));
    let error = colour("indicia --color yes").unwrap_err().to_string();
    for (word, _) in COLOUR_CHOICES {
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn a_date_is_a_day() {
    let as_of = |line| parsed(line).map(|args| args.as_of);
    assert_eq!(as_of("indicia --as-of 2026-11-23").ok().flatten(), Some(Day::new(2026, 11, 23)));
    assert_eq!(
        as_of("indicia check --as-of 2026-11-23").ok().flatten(),
        Some(Day::new(2026, 11, 23))
    );
    assert!(as_of("indicia --as-of 2026").is_err());
    assert!(as_of("indicia --as-of yesterday").is_err());
}
