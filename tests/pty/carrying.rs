//! What a copy sends to the terminal, and what an opener is started with, to the byte.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::{fs, thread};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use indicia::app::Effect;

use crate::dashboard_in_memory::Dashboard;
use crate::harness::{PATIENCE, Program, Terminal};
use crate::{dashboard, folder, folder_with_report, started};

/// A file with one figure of this source address.
fn sourced(url: &str) -> String {
    format!(
        "[report]\ntitle = \"R\"\n[source.bank]\ntitle = \"Bank\"\nurl = '{url}'\n[[indicator]]\n\
         id = \"debt\"\nlabel = \"Exports sent\"\nunit = \"%\"\nvalue = 70\nhedge = \"up to\"\n\
         wording = \"up to 70\"\nsource = \"bank\"\n"
    )
}

/// The dashboard on a fixed date.
fn dated(program: Program) -> Program {
    program.arg("--as-of").arg("2026-11-23")
}

/// A folder with a file and an `xdg-open` that is this script; `$got` is a pipe that the test
/// reads. A shell writes the script: a program that a test writes itself cannot always be started.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str, file: &str, script: &str) -> Self {
        Self::with(name, file, "xdg-open", script)
    }

    /// With another program in place of `xdg-open`.
    fn with(name: &str, file: &str, program: &str, script: &str) -> Self {
        let folder = folder(name);
        fs::write(folder.join("indicators.toml"), file).unwrap();
        let made = Command::new("/bin/sh")
            .current_dir(&folder)
            .args(["-c", "mkfifo got && printf '%s\n' \"$1\" > \"$0\" && chmod +x \"$0\""])
            .arg(program)
            .arg(format!("#!/bin/sh\ngot='{}'\n{script}", folder.join("got").display()))
            .status();
        assert!(made.unwrap().success());
        Self(folder)
    }

    fn shown(&self) -> Terminal {
        self.shown_with(&[])
    }

    fn shown_with(&self, variables: &[(&str, &str)]) -> Terminal {
        let path = format!("{}:/usr/bin:/bin", self.0.display());
        let program = dated(dashboard().within(&self.0)).env("PATH", &path);
        started(variables.iter().fold(program, |program, (name, value)| program.env(name, value)))
    }

    /// What the opener has written to the pipe.
    fn got(&self) -> String {
        let (sender, said) = mpsc::channel();
        let pipe = self.0.join("got");
        thread::spawn(move || sender.send(fs::read_to_string(pipe).unwrap()));
        said.recv_timeout(PATIENCE).unwrap()
    }
}

/// What a key copies in the frozen report.
fn copied(script: &str) -> String {
    match Dashboard::of_report(80, 24).press(script).effects.pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied: {other:?}"),
    }
}

/// The only request to the clipboard among what was written.
#[track_caller]
fn request(written: &str) -> (&str, String) {
    let (_, rest) = written.split_once("\x1b]52;c;").unwrap();
    let (base64, after) = rest.split_once('\x07').unwrap();
    assert!(!after.contains("\x1b]52"), "more than one");
    (base64, String::from_utf8(STANDARD.decode(base64).unwrap()).unwrap())
}

#[test]
fn a_copy_sends_one_request_with_the_whole_text() {
    let folder = folder_with_report("copies");
    for (key, what) in [("y", "citation"), ("Y", "words")] {
        let mut terminal = started(dated(dashboard().within(&folder)));
        assert!(!terminal.has_written("\x1b]52"));
        terminal.send(key.as_bytes());
        terminal.wait_for_text(&format!("{what} "));
        terminal.wait_for_text("sent to the terminal");
        let written = terminal.written();
        let (_, text) = request(&written);
        assert_eq!(text, copied(key));
        assert!(text.contains("up to 70 percent"));
        assert!(!written.contains("\x1bP"), "wrapped without a multiplexer");
        terminal.quit();
    }
}

#[test]
fn inside_tmux_the_request_goes_to_tmux_and_to_the_terminal_around_it() {
    let folder = folder_with_report("copies-in-tmux");
    let program = dated(dashboard().within(&folder)).env("TMUX", "/tmp/tmux-0/default,1,0");
    let mut terminal = started(program);
    terminal.send(b"y");
    terminal.wait_for_text("sent to the terminal");
    let base64 = STANDARD.encode(copied("y"));
    let plain = format!("\x1b]52;c;{base64}\x07");
    let both = format!("{plain}\x1bPtmux;\x1b\x1b]52;c;{base64}\x07\x1b\\");
    let written = terminal.written();
    assert_eq!(written.matches(&both).count(), 1);
    assert_eq!(written.matches("]52;").count(), 2);
    terminal.quit();
}

#[test]
fn inside_screen_the_request_is_wrapped_in_pieces() {
    let folder = folder_with_report("copies-in-screen");
    let mut terminal = started(dated(dashboard().within(&folder)).env("STY", "1.pts-0.host"));
    terminal.send(b"y");
    terminal.wait_for_text("sent to the terminal");
    let written = terminal.written();
    let (before, wrapped) = written.split_once("\x1bP").unwrap();
    assert!(!before.contains("]52;"), "nothing goes past screen");
    let whole = wrapped.replace("\x1b\\\x1bP", "");
    assert_eq!(request(&whole).1, copied("y"));
    terminal.quit();
}

#[test]
fn the_program_of_the_clipboard_gets_the_whole_text_and_nothing_of_the_terminal() {
    let script = "[ -t 1 ] || [ -t 2 ] && tty=yes || tty=no
        { printf '%s %s ' \"$*\" \"$tty\"; cat; } > \"$got\"; echo noise; echo noise >&2";
    let both = |program, variable, arguments: &str| {
        let desk = Desk::with(&format!("copies-with-{program}"), crate::REPORT, program, script);
        let mut terminal = desk.shown_with(&[(variable, "x")]);
        terminal.send(b"y");
        assert_eq!(desk.got(), format!("{arguments} no {}", copied("y")));
        terminal
    };
    let terminal = both("wl-copy", "WAYLAND_DISPLAY", "");
    terminal.wait_for_text("citation copied with wl-copy");
    assert!(!terminal.has_written("\x1b]52") && !terminal.has_written("noise"));
    terminal.quit();
    let terminal = both("xclip", "DISPLAY", "-selection clipboard");
    terminal.wait_for_text("citation copied with xclip");
    terminal.quit();
    let terminal = both("tmux", "TMUX", "load-buffer -w -");
    terminal.wait_for_text("citation copied to tmux's buffer; the terminal may get it");
    assert!(!terminal.has_written("]52;"));
    terminal.quit();
}

#[test]
fn where_the_program_of_the_clipboard_fails_the_terminal_is_asked() {
    for (script, says) in [
        ("exit 3", "sent to the terminal, as wl-copy ended with code 3"),
        // Like one that waits for a display that is gone.
        ("read end < \"$got\"", "sent to the terminal, as wl-copy does not answer"),
    ] {
        let name = format!("copies-badly-{}", script.len());
        let desk = Desk::with(&name, crate::REPORT, "wl-copy", script);
        let mut terminal = desk.shown_with(&[("WAYLAND_DISPLAY", "x")]);
        terminal.send(b"y");
        // Keys go on meanwhile.
        terminal.send(b"?");
        terminal.wait_for_text("HOW TO READ THE BARS");
        terminal.send(b"?");
        terminal.wait_for_text(&format!("citation {says}"));
        assert_eq!(request(&terminal.written()).1, copied("y"));
        if script != "exit 3" {
            fs::write(desk.0.join("got"), "").unwrap();
        }
        terminal.quit();
    }
}

#[test]
fn over_ssh_the_clipboard_of_the_other_machine_is_left_alone() {
    let desk = Desk::with("copies-over-ssh", crate::REPORT, "wl-copy", "echo > \"$got\"");
    let mut terminal = desk.shown_with(&[("WAYLAND_DISPLAY", "x"), ("SSH_CONNECTION", "1 2 3 4")]);
    terminal.send(b"y");
    terminal.wait_for_text("citation sent to the terminal");
    assert_eq!(request(&terminal.written()).1, copied("y"));
    terminal.quit();
}

#[test]
fn the_browser_of_the_user_opens_the_address_over_ssh_too() {
    let script = "printf '%s %s %s' \"$#\" \"$X\" \"$1\" > \"$got\"";
    let desk = Desk::with("browser", &sourced("https://bank.example/;a?b&c"), "helper", script);
    let browser = "w3m:X='a b' helper --to=%s";
    let mut terminal = desk.shown_with(&[("BROWSER", browser), ("SSH_CONNECTION", "1 2 3 4")]);
    terminal.send(b"o");
    terminal.wait_for_text("helper opens it");
    terminal.send(b"\r");
    assert_eq!(desk.got(), "1 a b --to=https://bank.example/;a?b&c#:~:text=up%20to%2070");
    terminal.wait_for_text("address handed to helper");
    terminal.quit();
}

#[test]
fn the_opener_gets_the_address_as_its_one_argument_and_nothing_of_the_terminal() {
    let script = "[ -t 0 ] || [ -t 1 ] || [ -t 2 ] && tty=yes || tty=no\n\
                  printf '%s %s %s' \"$#\" \"$1\" \"$tty\" > \"$got\"";
    // A shell would run a part of it, or go on in the background.
    let desk = Desk::new("opens", &sourced("https://bank.example/$(tty)?a=1&b=2;c"), script);
    let mut terminal = desk.shown();
    terminal.send(b"o");
    let address = "https://bank.example/%24%28tty%29?a=1&b=2;c#:~:text=up%20to%2070";
    terminal.wait_for_text(address);
    terminal.send(b"\r");
    assert_eq!(desk.got(), format!("1 {address} no"));
    terminal.wait_for_text("address handed to xdg-open");
    assert!(!terminal.has_written("\x1b]52"));
    terminal.quit();
}

#[test]
fn a_saved_copy_is_opened_by_its_url_whatever_its_name() {
    let script = "printf '%s %s' \"$#\" \"$1\" > \"$got\"";
    let name = "-it's $(tty) & é.html";
    let file =
        sourced("https://bank.example/").replace("url =", &format!("copy = \"{name}\"\nurl ="));
    let desk = Desk::new("opens-copies", &file, script);
    let folder = fs::canonicalize(&desk.0).unwrap();
    fs::write(folder.join(name), "<p>It was up to 70.</p>").unwrap();
    let mut terminal = desk.shown();
    terminal.send(b"\r");
    terminal.wait_for_text("passage");
    terminal.send(b"o");
    terminal.wait_for_text("saved copy");
    terminal.send(b"\r");
    let url = format!("file://{}/-it%27s%20%24%28tty%29%20%26%20%C3%A9.html", folder.display());
    assert_eq!(desk.got(), format!("1 {url}"));
    terminal.quit();
}

#[test]
fn nothing_is_opened_before_it_is_asked_for() {
    let desk = Desk::new("opens-later", &sourced("https://bank.example/"), "echo > \"$got\"");
    for leave in ["Esc", "o", "q"] {
        let mut terminal = desk.shown();
        terminal.send(b"o");
        let question = "Open this address?";
        terminal.wait_for_text(question);
        if leave == "Esc" {
            terminal.escape(question);
        } else {
            terminal.send(leave.as_bytes());
            terminal.wait_for("no question", |screen| !screen.contents().contains(question));
        }
        assert!(!terminal.has_written("handed to"), "{leave:?}");
        terminal.quit();
        // Nothing reads the pipe: an opener would still run.
        assert!(!runs(&desk.0), "{leave:?}");
    }
}

#[test]
fn a_hostile_address_starts_nothing_and_sends_nothing() {
    for (n, url) in [
        "https://bank.example@evil.example/",
        "https://bank.example\\@evil.example/",
        "https://bаnk.example/",
        "https://bank.example/\u{202e}evil",
        "https://bank.example:x/",
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("hostile-{n}");
        let desk = Desk::new(&name, &sourced(url), "echo > \"$got\"");
        let mut terminal = desk.shown();
        terminal.send(b"o");
        terminal.wait_for_text("refused");
        // Into the detail, where the keys of the question do nothing.
        terminal.send(b"\r");
        terminal.wait_for_text("Esc back");
        let written = terminal.written();
        assert!(!written.contains("\x1b]52") && !written.contains("handed to"), "{url}");
        terminal.quit();
        assert!(!runs(&desk.0), "{url}");
    }
}

#[test]
fn an_opener_that_fails_is_told_and_keys_go_on_meanwhile() {
    let desk = Desk::new("opens-badly", &sourced("https://bank.example/"), "cat \"$got\"; exit 3");
    let mut terminal = desk.shown();
    terminal.send(b"o");
    terminal.wait_for_text("https://bank.example/");
    terminal.send(b"\r");
    terminal.wait_for_text("address handed to xdg-open");
    terminal.send(b"?");
    terminal.wait_for_text("HOW TO READ THE BARS");
    terminal.send(b"?");
    terminal.wait_for("the help is closed", |screen| {
        !screen.contents().contains("HOW TO READ THE BARS")
    });
    assert!(runs(&desk.0) || !cfg!(target_os = "linux"), "it waits still");
    fs::write(desk.0.join("got"), "").unwrap();
    terminal.wait_for_text("the address was not opened: xdg-open ended with code 3");
    assert!(!terminal.text().contains("address handed"), "the two contradict each other");
    terminal.quit();
}

#[test]
fn an_opener_that_wants_the_terminal_gets_no_key_of_it() {
    let script = "echo started > \"$got\"; exec 0< /dev/tty; read line; echo \"$line\" > /dev/tty";
    let desk = Desk::new("opens-greedily", &sourced("https://bank.example/"), script);
    let mut terminal = desk.shown();
    terminal.send(b"o");
    terminal.wait_for_text("https://bank.example/");
    terminal.send(b"\r");
    assert_eq!(desk.got(), "started\n");
    terminal.send(b"?");
    terminal.wait_for_text("HOW TO READ THE BARS");
    terminal.send(b"?");
    terminal.quit();
}

/// Whether a process of the test's opener is there.
fn runs(folder: &Path) -> bool {
    let Ok(processes) = fs::read_dir("/proc") else { return false };
    let script = folder.join("xdg-open").to_string_lossy().into_owned();
    let lines = processes.flatten().map(|process| fs::read(process.path().join("cmdline")));
    lines.flatten().any(|line| String::from_utf8_lossy(&line).contains(&script))
}
