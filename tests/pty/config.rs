//! The configuration: which file it is, and what happens to a broken one.

use std::fs;

use crate::harness::{Program, Terminal};
use crate::{READY, dashboard, folder, folder_with_report, started};

const OTHER_KEYS: &str = "[keys]\nquit = [\"x\", \"ctrl-c\"]\n";

fn quits_with_x(program: Program) {
    let mut terminal = started(program);
    terminal.wait_for_text("x quit");
    // The old key does nothing: what comes behind it is still shown.
    terminal.send(b"q?");
    terminal.escape("Esc close");
    terminal.wait_for_text("x quit");
    terminal.send(b"x");
    terminal.assert_leaves_cleanly(0);
}

#[test]
fn a_named_configuration_changes_keys() {
    let folder = folder_with_report("config-named");
    fs::write(folder.join("my keys.toml"), OTHER_KEYS).unwrap();
    quits_with_x(dashboard().within(&folder).arg("--config").arg("my keys.toml"));
}

#[test]
fn the_configuration_of_the_user_is_found_and_can_be_left_out() {
    let folder = folder("config-own");
    fs::create_dir(folder.join("indicia")).unwrap();
    fs::write(folder.join("indicia/config.toml"), OTHER_KEYS).unwrap();
    let own = folder.to_str().unwrap();
    quits_with_x(dashboard().env("XDG_CONFIG_HOME", own));
    let terminal = started(dashboard().env("XDG_CONFIG_HOME", own).arg("--no-config"));
    terminal.quit();
}

#[test]
fn no_configuration_and_an_empty_one_are_fine() {
    let folder = folder_with_report("config-empty");
    fs::write(folder.join("empty.toml"), "").unwrap();
    for program in [
        dashboard().env("XDG_CONFIG_HOME", folder.to_str().unwrap()),
        dashboard().env("XDG_CONFIG_HOME", folder.join("empty.toml").to_str().unwrap()),
        dashboard().within(&folder).arg("--config").arg("empty.toml"),
    ] {
        let terminal = started(program);
        terminal.quit();
    }
}

#[test]
fn a_broken_configuration_is_told_before_the_screen_is_touched() {
    let folder = folder("config-broken");
    fs::write(folder.join("keys.toml"), "[keys]\nundo = \"x\"\nquit = \"qq\"\n").unwrap();
    for (file, words) in [
        ("keys.toml", ["error[C007]", "keys.toml:3:8", "--no-config"]),
        ("missing.toml", ["no file", "missing.toml", "--no-config"]),
        (".", ["folder", "./config.toml", "--no-config"]),
    ] {
        let mut terminal = Terminal::start(dashboard().within(&folder).arg("--config").arg(file));
        for word in words {
            terminal.wait_for_text(word);
        }
        assert!(!terminal.has_written("\x1b[?1049h"), "the screen was touched");
        terminal.assert_leaves_cleanly(2);
    }
}

/// What is written goes to a file here, although the dashboard would go to a terminal.
#[test]
fn faults_are_coloured_by_what_they_are_written_to_and_by_what_is_asked_for() {
    let folder = folder("config-coloured");
    fs::write(folder.join("keys.toml"), "[keys]\nquit = \"qq\"\n").unwrap();
    let script = |options: &str, to: &str| {
        let run = format!("\"$0\" {options} --config keys.toml {to}; echo \"ended: $?\"");
        let mut terminal = Terminal::start(crate::script(&run).within(&folder));
        terminal.wait_for_text("ended: 2");
        let is_shown = terminal.has_written("\x1b[");
        terminal.assert_leaves_cleanly(0);
        is_shown
    };
    for (options, is_coloured) in
        [("--color always", true), ("", false), ("--color auto", false), ("--color never", false)]
    {
        script(options, "2> faults.txt");
        let faults = fs::read_to_string(folder.join("faults.txt")).unwrap();
        assert!(faults.contains("C007"), "{faults}");
        assert_eq!(faults.contains("\x1b["), is_coloured, "{options}\n{faults}");
    }
    for (options, is_coloured) in [("", true), ("--color never", false)] {
        assert_eq!(script(options, ""), is_coloured, "{options}");
    }
}

#[test]
fn the_commented_file_names_its_place_and_can_be_used_as_it_is() {
    let folder = folder_with_report("config-template");
    let script =
        r#""$0" config > begun.toml && head -n 4 begun.toml && exec "$0" --config begun.toml"#;
    let own = folder.join("own");
    let program = crate::script(script).within(&folder);
    let mut terminal = Terminal::start(program.env("XDG_CONFIG_HOME", own.to_str().unwrap()));
    terminal.wait_for_text(READY);
    terminal.send(b"q");
    terminal.wait_for_text("own/indicia/config.toml");
    terminal.assert_leaves_cleanly(0);
}
