//! The terminal is the editor's while it runs, and the dashboard's again however it ends.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use rustix::process::{Pid, Signal, kill_process};

use crate::harness::{Program, Terminal};
use crate::process::signal;
use crate::stub;

/// A folder with a file and a scripted editor. The editor is called vim, because that is told
/// the line, and is the shell: a program that a test has just written cannot always be started.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str, script: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("editor").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        symlink("/bin/sh", folder.join("vim")).unwrap();
        fs::write(folder.join("script"), script).unwrap();
        fs::write(folder.join("a b.toml"), "first\n").unwrap();
        Self(folder)
    }

    /// Runs a program in the folder, with this editor and this file.
    fn on(&self, program: Program) -> Terminal {
        stub::shown(self.with(program, "./vim script"))
    }

    fn with(&self, program: Program, editor: &str) -> Program {
        program.within(&self.0).env("EDITOR", editor).env(stub::FILE, "a b.toml")
    }
}

/// The stub in a terminal, with a scripted editor that has just been started and said `ready`.
#[track_caller]
fn editing(name: &str, script: &str) -> Terminal {
    let mut terminal = Desk::new(name, script).on(stub::program());
    start(&mut terminal);
    terminal
}

#[track_caller]
fn start(terminal: &mut Terminal) {
    terminal.send(b"e");
    terminal.wait_for_text("ready");
}

/// The stub with a scripted editor that says how often it has been started: what it said before
/// is still on the screen.
#[track_caller]
fn repeated(name: &str, script: &str) -> Terminal {
    let script = format!("echo >> times; echo ready $(wc -l < times)\n{script}");
    Desk::new(name, &script).on(stub::program())
}

#[track_caller]
fn start_again(terminal: &mut Terminal, times_before: usize) {
    terminal.send(b"e");
    terminal.wait_for_text(&format!("ready {}", times_before + 1));
}

/// Waits until the dashboard is there again and says this, still listens to keys, and leaves.
#[track_caller]
fn comes_back(terminal: &mut Terminal, keys: usize, text: &str) {
    back(terminal, keys, text);
    terminal.send(b"x");
    terminal.wait_for_text(&format!("{} keys", keys + 1));
    terminal.send(b"q");
    terminal.wait_for_last_words("ended with 0");
    terminal.assert_leaves_cleanly(0);
}

#[track_caller]
fn back(terminal: &Terminal, keys: usize, text: &str) {
    terminal.wait_for(&format!("{keys} keys and: {text}"), |screen| {
        let shown = screen.contents();
        let all = shown.contains(&format!("{keys} keys")) && shown.contains(text);
        all && screen.alternate_screen() && screen.hide_cursor()
    });
}

#[test]
fn the_editor_gets_the_line_the_file_and_a_terminal_as_it_was() {
    let mut terminal = editing("told", r#"echo "ready $# [$1] [$2]"; read line"#);
    terminal.wait_for_text("ready 2 [+12] [a b.toml]");
    terminal.wait_until_restored();
    terminal.send(b"\r");
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn the_editor_changes_the_file() {
    let desk = Desk::new("changes", r#"read line; echo "$line" >> "$2""#);
    let mut terminal = desk.on(stub::program());
    for line in ["second", "third"] {
        terminal.send(b"e");
        terminal.wait_until_restored();
        terminal.send(format!("{line}\r").as_bytes());
        back(&terminal, if line == "second" { 1 } else { 2 }, "edited well");
    }
    assert_eq!(fs::read_to_string(desk.0.join("a b.toml")).unwrap(), "first\nsecond\nthird\n");
    comes_back(&mut terminal, 2, "edited well");
}

#[test]
fn an_editor_that_is_missing_is_named_without_a_flash() {
    let desk = Desk::new("missing", "");
    let mut terminal = stub::shown(desk.with(stub::program(), "./emacs -nw"));
    terminal.send(b"exx");
    back(&terminal, 1, "no such editor (set VISUAL or EDITOR): ./emacs");
    assert!(!terminal.has_written("\x1b[?1049l"), "the screen was left");
    comes_back(&mut terminal, 1, "no such editor");
}

#[test]
fn an_editor_that_cannot_be_started_is_named_on_a_whole_screen() {
    let desk = Desk::new("unstartable", "");
    for editor in ["./script", "no-such-editor"] {
        let mut terminal = stub::shown(desk.with(stub::program(), editor));
        terminal.send(b"e");
        comes_back(&mut terminal, 1, &format!("): {editor}"));
    }
}

#[test]
fn a_variable_that_cannot_be_read_is_told() {
    let desk = Desk::new("unclosed", "");
    let mut terminal = stub::shown(desk.with(stub::program(), "'vim script"));
    terminal.send(b"e");
    comes_back(&mut terminal, 1, "EDITOR has a quote that is not closed: 'vim script");
}

#[test]
fn spaces_and_quotes_in_the_variable_are_those_of_a_shell() {
    let desk = Desk::new("it's spaced", "echo ready \"[$1]\"; read line");
    let editor = format!("\"{}/vim\" 'script' \"an argument\"", desk.0.display());
    let mut terminal = stub::shown(desk.with(stub::program(), &editor));
    start(&mut terminal);
    terminal.wait_for_text("ready [an argument]");
    terminal.send(b"\r");
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn assignments_and_variables_in_the_variable_are_those_of_a_shell() {
    let desk = Desk::new("expanded", "echo ready \"[$X] [$1]\"; read line");
    let program = desk.with(stub::program(), "X=1 ~/vim \"$HOME/script\" it");
    let mut terminal = stub::shown(program.env("HOME", desk.0.to_str().unwrap()));
    start(&mut terminal);
    terminal.wait_for_text("ready [1] [it]");
    terminal.send(b"\r");
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn an_editor_that_ends_with_a_code_or_by_a_signal_is_told() {
    let mut terminal = repeated("fails", r#"read how; eval "$how""#);
    for (nth, (how, text)) in [
        ("exit 3", "vim ended with code 3"),
        ("kill -SEGV $$", "vim was ended by signal 11"),
        ("kill -KILL $$", "vim was ended by signal 9"),
    ]
    .into_iter()
    .enumerate()
    {
        start_again(&mut terminal, nth);
        terminal.send(format!("{how}\r").as_bytes());
        back(&terminal, nth + 1, text);
    }
    comes_back(&mut terminal, 3, "signal 9");
}

#[test]
fn ctrl_c_that_ends_the_editor_leaves_the_dashboard() {
    let mut terminal = repeated("ctrl-c", "read line");
    for nth in 0..10 {
        start_again(&mut terminal, nth);
        terminal.send(b"\x03");
        back(&terminal, nth + 1, "vim was ended by signal 2");
    }
    comes_back(&mut terminal, 10, "signal 2");
}

#[test]
fn ctrl_c_and_ctrl_backslash_that_the_editor_ignores_leave_the_dashboard() {
    let script = "trap '' INT QUIT; echo ready; read line; echo \"read $line\"; read line";
    let mut terminal = editing("ignores", script);
    terminal.send(b"\x03\x1cabc\r");
    terminal.wait_for_text("read abc");
    terminal.send(b"\r");
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn output_that_ctrl_s_has_stopped_in_the_editor_goes_on() {
    let mut terminal = editing("stopped", "echo ready; read line");
    terminal.send(b"\x13\r");
    comes_back(&mut terminal, 1, "edited well");
}

/// The first ones may still be taken for a Ctrl-C that was typed in the editor.
#[test]
fn sigint_ends_the_dashboard_again_once_the_editor_has_ended() {
    let mut terminal = editing("sigint", "echo ready; read line");
    terminal.send(b"\x03");
    back(&terminal, 1, "signal 2");
    let child = Pid::from_raw(terminal.child().id()).unwrap();
    // It may have ended before that is seen.
    let again = || {
        let _ = kill_process(child, Signal::INT);
    };
    terminal.wait_after("the dashboard has left", again, |screen| !screen.alternate_screen());
    terminal.wait_until_it_has_left();
}

/// Under a shell with job control: what stops the editor stops the job, and `fg` brings the
/// editor back.
#[track_caller]
fn stops_and_comes_back(name: &str, script: &str, stop: &[u8]) {
    let shell = r#"set -m; "$0" "$@"
        for n in 1 2 3; do echo "stop $n"; read go; echo "editor goes on $n"; fg; done
        echo "job is over""#;
    let mut terminal = Desk::new(name, script).on(stub::script(shell));
    start(&mut terminal);
    for n in 1..=3 {
        terminal.send(stop);
        terminal.wait_for_text(&format!("stop {n}"));
        terminal.send(b"\r");
        terminal.wait_for_text(&format!("editor goes on {n}"));
        terminal.send(format!("word {n}\r").as_bytes());
        terminal.wait_for_text(&format!("read word {n}"));
    }
    terminal.send(b"end\r");
    back(&terminal, 1, "edited well");
    terminal.send(b"q");
    terminal.wait_for_last_words("ended with 0");
    terminal.wait_for_text("job is over");
    terminal.wait_until_it_has_left();
}

#[test]
fn ctrl_z_in_the_editor_stops_the_whole_job() {
    let script = "echo ready; while read line; [ \"$line\" != end ]; do echo \"read $line\"; done";
    stops_and_comes_back("ctrl-z", script, b"\x1a");
}

#[test]
fn an_editor_that_stops_itself_alone_stops_the_whole_job() {
    let script = r#"echo ready
        while read line; [ "$line" != end ]; do
            case "$line" in word*) echo "read $line" ;; *) kill -"$line" $$ ;; esac
        done"#;
    stops_and_comes_back("stop-alone", script, b"STOP\r");
    stops_and_comes_back("tstp-alone", script, b"TSTP\r");
}

#[test]
fn an_editor_that_stops_without_a_shell_to_continue_it_goes_on() {
    let script = "echo ready; read line; kill -STOP $$; echo went on; read line";
    let mut terminal = editing("no-shell", script);
    terminal.send(b"\x1a\r");
    terminal.wait_for_text("went on");
    terminal.send(b"\r");
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn what_a_crash_leaves_on_is_switched_off() {
    let script = r"stty raw -echo
        printf '\033[?1049h\033[?25l\033[?1000h\033[?1003h\033[?1006h\033[?2004h\033[?1h\033=\033[31m'
        echo ready; kill -SEGV $$";
    let mut terminal = Desk::new("crash", script).on(stub::program());
    terminal.send(b"e");
    comes_back(&mut terminal, 1, "vim was ended by signal 11");
}

#[test]
fn an_editor_that_leaves_raw_mode_on_and_ends_well_does_no_harm() {
    let script = "stty raw -echo; printf '\\033[?1000h'; echo ready";
    let mut terminal = Desk::new("raw", script).on(stub::program());
    terminal.send(b"e");
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn a_resize_while_the_editor_runs_is_seen() {
    let mut terminal = editing("resize", "echo ready; read line");
    terminal.resize(61, 17);
    terminal.send(b"\r");
    back(&terminal, 1, "61 by 17");
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn sigterm_is_passed_on_to_the_editor_before_the_program_ends() {
    let script = "trap 'kill $!; stty sane; echo the editor ends, too; exit 0' TERM
        stty raw; echo ready; sleep 1000 & wait";
    let mut terminal = editing("sigterm", script);
    signal(terminal.child().id(), Signal::TERM);
    terminal.wait_for_last_words("ended with 143");
    terminal.wait_for_text("the editor ends, too");
    terminal.assert_leaves_cleanly(0);
}

#[test]
fn an_editor_that_does_not_end_cannot_keep_the_program() {
    let mut terminal = editing("stubborn", "trap '' TERM; echo ready; read line");
    signal(terminal.child().id(), Signal::TERM);
    terminal.wait_for_last_words("ended with 143");
    terminal.assert_leaves_cleanly(0);
}

/// Under a shell, as otherwise the editor would still be in the foreground afterwards.
#[test]
fn a_stubborn_editor_cannot_keep_the_terminal_however_the_program_is_ended() {
    let script = "trap '' TERM HUP; stty raw -echo
        printf '\\033[?1049h\\033[?25l\\033[?1003hready %s %s.' $PPID $$; read line";
    for (name, signals) in [
        ("TERM", &[Signal::TERM][..]),
        ("TERM-TERM", &[Signal::TERM, Signal::TERM]),
        ("TERM-USR1", &[Signal::TERM, Signal::USR1]),
        ("HUP", &[Signal::HUP]),
        ("HUP-TERM", &[Signal::HUP, Signal::TERM]),
        ("TERM-HUP", &[Signal::TERM, Signal::HUP]),
    ] {
        let desk = Desk::new(&format!("stubborn-{name}"), script);
        let shell = r#"set -m; "$0" "$@"; echo; echo "job is over""#;
        let mut terminal = desk.on(stub::script(shell));
        start(&mut terminal);
        let seen = terminal.text();
        let (_, ids) = seen.split_once("ready ").unwrap();
        let (program, editor) = ids.split_once('.').unwrap().0.split_once(' ').unwrap();
        for kind in signals {
            // The first may have ended it.
            let _ = kill_process(Pid::from_raw(program.parse().unwrap()).unwrap(), *kind);
        }
        terminal.wait_for_text("job is over");
        terminal.wait_until_restored();
        // It waits for a key still, and holds the terminal open.
        signal(editor.parse().unwrap(), Signal::KILL);
        terminal.wait_until_it_has_left();
    }
}

#[test]
fn sighup_is_passed_on_to_the_editor_before_the_program_ends() {
    let script = "trap 'kill $!; echo the editor ends, too; exit 0' HUP
        echo ready; sleep 1000 & wait";
    let mut terminal = editing("sighup", script);
    signal(terminal.child().id(), Signal::HUP);
    terminal.wait_for_text("the editor ends, too");
    terminal.wait_until_it_has_left();
}

#[test]
fn a_terminal_that_closes_under_the_editor_ends_the_program() {
    let terminal = editing("closes", "echo ready; read line");
    terminal.close().wait(String::new);
}

#[test]
fn keys_that_the_editor_leaves_unread_never_reach_the_dashboard() {
    // The pipe ends the editor without a key.
    let desk = Desk::new("unread", "mkfifo end; echo ready; read line < end");
    let mut terminal = desk.on(stub::program());
    start(&mut terminal);
    terminal.send(b"zzz\rqqq");
    terminal.wait_for_text("qqq");
    fs::write(desk.0.join("end"), "\n").unwrap();
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn keys_typed_after_the_one_that_starts_the_editor_never_reach_the_dashboard() {
    let mut terminal = Desk::new("ahead", "echo ready; read line").on(stub::program());
    terminal.send(b"exq\x1a\x03q");
    terminal.wait_for_text("ready");
    terminal.send(b"\r");
    comes_back(&mut terminal, 1, "edited well");
}

#[test]
fn the_editor_has_the_terminal_even_if_the_program_is_redirected() {
    let shell = r#""$0" "$@" < /dev/null 2> /dev/null"#;
    let script = "echo ready >&2; read line; [ -t 0 ] && [ -t 2 ] && exit 7";
    let mut terminal = Desk::new("redirected", script).on(stub::script(shell));
    start(&mut terminal);
    terminal.send(b"\r");
    comes_back(&mut terminal, 1, "vim ended with code 7");
}

#[test]
fn a_report_without_a_file_cannot_be_edited() {
    let mut terminal = stub::started();
    terminal.send(b"e");
    comes_back(&mut terminal, 1, "the built-in report is not a file");
}
