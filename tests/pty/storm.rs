//! A storm of everything that a terminal, a user's hands and other programs send.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use indicia::app::keys::{Action, BINDINGS, Code, Key};

use crate::dashboard_in_memory::REPORT;
use crate::harness::Terminal;
use crate::input::REPORTS;
use crate::keys::{bytes, over_ssh};
use crate::{folder_with_report, started};

/// For how many seconds the storm lasts, if not for ten minutes.
const SECONDS: &str = "INDICIA_STORM";

/// Keys, reports, pastes, sequences without an end, resizes and changes of the file, in an order that
/// depends on the time. After each few of them the dashboard must answer a key, and the file must
/// have what was written last: nothing here saves.
#[test]
#[ignore = "takes ten minutes; run it with --ignored"]
fn a_storm_of_input_leaves_the_keyboard_alive_and_the_file_untouched() {
    let seconds = std::env::var(SECONDS).ok().and_then(|text| text.parse().ok()).unwrap_or(600);
    let deadline = Instant::now() + Duration::from_secs(seconds);
    let folder = folder_with_report("storm");
    let file = folder.join("indicators.toml");
    let mut terminal = started(over_ssh().within(&folder).env("EDITOR", "true"));
    let nanos = std::time::UNIX_EPOCH.elapsed().unwrap().subsec_nanos();
    let mut dice = Dice(u64::from(nanos) | 1);
    let mut text = REPORT.to_owned();
    let (mut steps, mut checks) = (0, 0);
    while Instant::now() < deadline {
        for _ in 0..=dice.up_to(8) {
            step(&mut terminal, &mut dice, &file, &mut text);
            steps += 1;
        }
        answers_a_key(&terminal);
        let found = fs::read_to_string(&file).unwrap();
        assert!(found == text, "after {steps} steps from {nanos} the file is\n{found}");
        checks += 1;
    }
    println!("{steps} steps, {checks} checks");
    terminal.send(b"\x03");
    terminal.assert_leaves_cleanly(0);
}

fn step(terminal: &mut Terminal, dice: &mut Dice, file: &Path, text: &mut String) {
    match dice.up_to(12) {
        0..5 => send(terminal, &key(dice)),
        5 => send(terminal, REPORTS[dice.up_to(REPORTS.len())]),
        6 => {
            let report = REPORTS[dice.up_to(REPORTS.len())];
            let (one, two) = report.split_at(dice.up_to(report.len()));
            send(terminal, one);
            send(terminal, two);
        }
        7 => {
            // Enter in a text is no Enter: it would save what the text has done to a form.
            let texts = ["12 percent\r\r", "quarterly report\r", "\x1b[A\x13 ≤ 70 %\r", "Умфрагэ"];
            send(terminal, &[b"\x1b[200~", dice.among(&texts).as_bytes(), b"\x1b[201~"].concat());
        }
        8 => send(
            terminal,
            dice.among(&["about 12 percent\r", "quit now\ra\r", "Умфрагэ"]).as_bytes(),
        ),
        9 => {
            let begun = [
                "\x1b",
                "\x1b[",
                "\x1b[?62;",
                "\x1b]11;rgb:",
                "\x1bP>|",
                "\x1b[200~debt",
                "\x1b[M",
            ];
            send(terminal, dice.among(&begun).as_bytes());
        }
        10 => {
            let (columns, rows) = (20 + dice.up_to(140), 3 + dice.up_to(50));
            terminal.resize(columns.try_into().unwrap(), rows.try_into().unwrap());
        }
        _ => {
            *text = REPORT.replace("value  = 8", &format!("value  = {}", dice.up_to(10)));
            fs::write(file, &*text).unwrap();
        }
    }
}

/// Also with an Esc at the end: what it does to the next bytes does not matter here.
fn send(terminal: &Terminal, bytes: &[u8]) {
    if !bytes.is_empty() {
        terminal.send_as_is(bytes);
    }
}

/// A key that neither ends nor stops the program, and answers no question with yes.
fn key(dice: &mut Dice) -> Vec<u8> {
    loop {
        let binding = &BINDINGS[dice.up_to(BINDINGS.len())];
        let Some(key) = binding.keys.get(dice.up_to(binding.keys.len().max(1))) else { continue };
        let says_yes = *key == Key::plain(Code::Enter) || binding.action == Action::Save;
        let ends = matches!(binding.action, Action::Quit | Action::Suspend);
        // It closes a list, but quits where there is none.
        if !says_yes && !ends && *key != Key::char('q') {
            return bytes(*key);
        }
    }
}

/// Ends what has begun, leaves whatever is open, and goes to the table and back to the gauges. It
/// tries again and again: what comes just after an editor is dropped.
fn answers_a_key(terminal: &Terminal) {
    terminal.resize(80, 24);
    let go = |key: &'static [u8]| {
        move || {
            terminal.send_as_is(b"\x1b[201~");
            terminal.send_as_is(b"\x1b[27u\x1b[27u\x1b[27u\x1b[27u");
            terminal.send_as_is(key);
        }
    };
    let is_at_table = |screen: &vt100::Screen| {
        let footer = screen.rows(0, 80).last().unwrap_or_default();
        footer.contains("q quit").then(|| footer.contains("s sort"))
    };
    terminal.wait_after("the table", go(b"2"), |screen| is_at_table(screen) == Some(true));
    terminal.wait_after("the gauges", go(b"1"), |screen| is_at_table(screen) == Some(false));
}

/// Numbers in no order (xorshift).
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % count as u64).unwrap()
    }

    fn among<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.up_to(all.len())]
    }
}
