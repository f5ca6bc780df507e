//! Nothing that a user can do, and no size of a terminal, makes the dashboard fail.

use indicia::app::Msg;
use indicia::app::env::Clock;
use indicia::app::keys::{BINDINGS, Key, Panel};
use indicia::app::text::TEXT_KEYS;
use indicia::report::Day;
use proptest::prelude::*;

use crate::harness::{Dashboard, REPORT, large, loaded};

#[derive(Clone, Debug)]
enum Step {
    Key(Key),
    Resize(u16, u16),
    Load(usize),
    Lose(bool),
    /// Another day, this many after 2020.
    Day(i64),
    Paste(String),
    /// What was asked for is done, on this file.
    Obey(usize),
    Created(bool),
    Edited(bool),
    Copied(bool),
    Opened(bool),
}

fn step() -> impl Strategy<Value = Step> {
    let bound = BINDINGS.iter().flat_map(|b| &b.keys);
    let typing = TEXT_KEYS.iter().flat_map(|entry| &entry.keys);
    let bound: Vec<Key> = bound.chain(typing).copied().collect();
    prop_oneof![
        12 => proptest::sample::select(bound).prop_map(Step::Key),
        1 => any::<char>().prop_map(|c| Step::Key(Key::char(c))),
        2 => (0u16..130, 0u16..50).prop_map(|(w, h)| Step::Resize(w, h)),
        2 => (0usize..FILES).prop_map(Step::Load),
        1 => any::<bool>().prop_map(Step::Lose),
        1 => (0i64..4000).prop_map(Step::Day),
        1 => any::<String>().prop_map(Step::Paste),
        4 => (0usize..FILES).prop_map(Step::Obey),
        1 => any::<bool>().prop_map(Step::Created),
        1 => any::<bool>().prop_map(Step::Edited),
        1 => any::<bool>().prop_map(Step::Copied),
        1 => any::<bool>().prop_map(Step::Opened),
    ]
}

const FILES: usize = 5;

fn text(which: usize) -> String {
    match which {
        0 => REPORT.to_owned(),
        1 => large(60),
        2 => String::new(),
        3 => REPORT.replace("hedge     = \"up to\"", "hedge     = \"\u{202e}\u{1b}[2J\""),
        _ => REPORT.chars().take(9_000).collect(),
    }
}

fn answer<T>(ok: bool, value: T) -> Result<T, String> {
    if ok { Ok(value) } else { Err("it went wrong".to_owned()) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_keys_no_sizes_and_no_files_make_it_fail(steps in proptest::collection::vec(step(), 1..60)) {
        let mut dashboard = Dashboard::loading(80, 24);
        for step in steps {
            match step {
                Step::Key(key) => dashboard.send(Msg::Key(key, None)),
                Step::Resize(width, height) => dashboard.resize(width, height),
                Step::Load(which) => dashboard.send(Msg::Loaded(Box::new(loaded(&text(which))))),
                Step::Lose(gone) => {
                    let at = Clock { hour: 23, minute: 59, ..Clock::default() };
                    dashboard.send(Msg::Unreadable { why: "it is gone".to_owned(), gone, at });
                }
                Step::Day(days) => dashboard.send(Msg::Day(Day::from_epoch(18_262 + days))),
                Step::Paste(text) => dashboard.send(Msg::Paste(text)),
                Step::Obey(which) => drop(dashboard.obeyed(&text(which))),
                Step::Created(ok) => dashboard.send(Msg::Created(answer(ok, "f.toml".to_owned()))),
                Step::Edited(ok) => dashboard.send(Msg::Edited(answer(ok, ()))),
                Step::Copied(ok) => dashboard.send(Msg::Copied(answer(ok, "sent".to_owned()))),
                Step::Opened(ok) => dashboard.send(Msg::Opened(answer(ok, ()))),
            }
            dashboard.buffer();
        }
    }
}

#[test]
fn every_size_from_nothing_up_is_drawn() {
    for script in ["", "2", "3", "4", "?", "z", "o"] {
        for width in (0..24).step_by(3).chain([21, 40, 60, 80, 99, 100, 320]) {
            for height in (0..14).step_by(2).chain([5, 29, 30, 90]) {
                Dashboard::of_report(width, height).press(script).buffer();
            }
        }
    }
}

#[test]
fn a_figure_is_never_cut() {
    let figures = [
        ("up to 70 %", "≤ 70 %"),
        ("more than half", "> 1/2"),
        ("nearly 8 bn USD", "~< 8 bn USD"),
        ("fell 45 %", "−45 %"),
        ("1 bn RUB, forecast", "1 bn RUB, forecast"),
    ];
    for width in 34..140 {
        let screen = Dashboard::of_report(width, 40).screen();
        for (figure, reading) in figures {
            let whole = screen.contains(figure) || screen.contains(reading);
            assert!(whole, "{figure} at {width}\n{screen}");
        }
    }
}

#[test]
fn a_long_figure_is_never_cut_either() {
    let text = "[report]\ntitle = \"Long\"\n[[indicator]]\nid = \"a\"\nlabel = \"A label of some length\"\n\
                unit = \"%\"\nvalue = 12.5\nhedge = \"slightly more than\"\nstatus = \"low reliability\"\n\
                [[indicator]]\nid = \"b\"\nlabel = \"Another label\"\nunit = \"billion USD\"\n\
                value = [123456.7, 234567.8]\nhedge = \"about\"\nstatus = \"definition differs\"\n";
    for script in ["", "2"] {
        for width in (56..130).chain([200]) {
            let screen = Dashboard::of(text, width, 40).press(script).screen();
            for (figure, reading) in [
                ("slightly more than 12.5 %, low reliability", ">~ 12.5 %, low reliability"),
                (
                    "about 123,456.7 to 234,567.8 bn USD, definition differs",
                    "≈ 123,456.7–234,567.8 bn USD, definition differs",
                ),
            ] {
                let whole = screen.contains(figure) || screen.contains(reading);
                assert!(whole, "{figure} at {width} after {script:?}\n{screen}");
            }
        }
    }
}

#[test]
fn what_would_say_something_else_if_it_were_cut_is_shown_whole_or_not_at_all() {
    for width in (48..300).step_by(3) {
        let dashboard = Dashboard::of_report(width, 30).press("2z");
        let (model, buffer) = (&dashboard.model, dashboard.buffer());
        let inner = model.layout().inner(Panel::Table);
        for place in model.column_places(inner.width) {
            let is_whole = place.id.column().unwrap().whole;
            for (y, ix) in (inner.y + 1..inner.bottom()).zip(&model.panels.table.order) {
                let indicator = model.doc.report.indicator(*ix).unwrap();
                let text = place.id.text(&model.doc.report, indicator, model.env.as_of);
                let cells = (0..place.cells).map(|x| buffer[(inner.x + place.x + x, y)].symbol());
                let shown = cells.collect::<String>();
                let shown = shown.trim_end();
                assert!(!is_whole || shown == text || shown == "…", "{shown} of {text} at {width}");
                assert!(shown == text || shown.ends_with('…'), "{shown} of {text} at {width}");
            }
        }
    }
}
