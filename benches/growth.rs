//! Times what users wait for, on reports of growing size.
//!
//! `cargo bench` prints the median of each, and by how much it grows when the report becomes ten
//! times as large. The growth is the same on each machine: 10 is in proportion, 1 means that the
//! size does not matter. `cargo bench -- PART` times only what has PART in its name.

use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use indicia::app::document::{Origin, Snapshot};
use indicia::app::env::{Clock, Size};
use indicia::app::keys::Key;
use indicia::app::{Model, Msg, update};
use indicia::cli::export::format::EXPORT_FORMATS;
use indicia::edit::{Target, set};
use indicia::export::Extract;
use indicia::load::load;
use indicia::report::Day;
use indicia::schema::Key as FileKey;
use indicia::ui::{Glyphs, Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// How many figures the reports have.
const FIGURES: [usize; 3] = [100, 1_000, 10_000];

/// The sizes of the screens.
const SCREENS: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 40)];

/// No case is run for longer than this and one more time.
const LONGEST: Duration = Duration::from_millis(400);

/// What one run of a case takes. It prepares, and returns how long the rest took.
type Case = Box<dyn FnMut() -> Duration>;

fn main() -> io::Result<()> {
    // Cargo adds options of its own.
    let part = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).unwrap_or_default();
    let texts = FIGURES.map(text);
    // What has faults shows them instead.
    let [small, ..] = &texts;
    assert_eq!(load(small, day()).errors(), 0);
    let mut out = io::stdout();
    write!(out, "{:<34}", "figures")?;
    for figures in FIGURES {
        write!(out, "{figures:>12}")?;
    }
    writeln!(out, "{:>18}", "growth")?;
    for (name, make) in cases().iter().filter(|(name, _)| name.contains(&part)) {
        write!(out, "{name:<34}")?;
        let mut before = None;
        let mut growth = String::new();
        for text in &texts {
            let time = median(make(text)).as_secs_f64() * 1e3;
            write!(out, "{time:>9.3} ms")?;
            growth += &before.map_or_else(String::new, |b: f64| format!("{:>9.1}", time / b));
            before = Some(time);
        }
        writeln!(out, "{growth}")?;
    }
    Ok(())
}

/// A report with as many figures: of each kind of hedge, with histories, rivals and sources.
fn text(figures: usize) -> String {
    let block = include_str!("block.toml");
    let head = "[report]\ntitle = \"Growth\"\n[source.a]\ntitle = \"A\"\npublished = \"2025\"\n";
    let blocks = (0..figures).map(|nth| block.replace("NTH", &nth.to_string()));
    std::iter::once(head.to_owned()).chain(blocks).collect()
}

fn median(mut case: Case) -> Duration {
    let begin = Instant::now();
    let mut times = vec![case()];
    while begin.elapsed() < LONGEST && times.len() < 501 {
        times.push(case());
    }
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let begin = Instant::now();
    black_box(work());
    begin.elapsed()
}

type Make = Box<dyn Fn(&str) -> Case>;

fn cases() -> Vec<(String, Make)> {
    let mut cases = readings();
    for (panel, keys) in [("gauges", "1"), ("table", "2"), ("timeline", "3"), ("detail", "4")] {
        for size in SCREENS {
            let name = format!("key and frame: {panel}, {}x{}", size.0, size.1);
            cases.push((
                name,
                Box::new(move |text| {
                    let mut model = loaded(text, size);
                    press(&mut model, keys);
                    Box::new(move || framed(&mut model))
                }),
            ));
        }
    }
    for format in EXPORT_FORMATS {
        let make: Make = Box::new(move |text| {
            let model = loaded(text, (120, 40));
            Box::new(move || timed(|| (format.write)(&model, &extract(&model))))
        });
        cases.push((format!("export: {}", format.name), make));
    }
    cases
}

fn readings() -> Vec<(String, Make)> {
    let case = |name: &str, make: fn(&str) -> Case| (name.to_owned(), Box::new(make) as Make);
    vec![
        case("load", |text| {
            let text = text.to_owned();
            Box::new(move || timed(|| load(&text, day())))
        }),
        case("load with a syntax error", |text| {
            let text = text.replacen("value = ", "value == ", 1);
            Box::new(move || timed(|| load(&text, day())))
        }),
        case("take a reading", |text| {
            let snapshot = snapshot(text);
            Box::new(move || {
                let (mut model, snapshot) = (empty((120, 40)), Box::new(snapshot.clone()));
                timed(|| update(&mut model, Msg::Loaded(snapshot)))
            })
        }),
        case("edit: set a value", |text| {
            let text = text.to_owned();
            Box::new(move || {
                let changes = [(FileKey::Value, Some("7.25".to_owned()))];
                let target = Target::Indicator("roofs-7".to_owned());
                timed(|| set(&text, &target, &changes).is_ok())
            })
        }),
        case("find: five letters", |text| {
            let model = loaded(text, (120, 40));
            Box::new(move || pressed(&model, "/", "roofs"))
        }),
        case("find: a third word", |text| {
            let model = loaded(text, (120, 40));
            Box::new(move || pressed(&model, "/insulated roofs ", "42"))
        }),
    ]
}

fn day() -> Day {
    Day::new(2026, 11, 29)
}

fn snapshot(text: &str) -> Snapshot {
    Snapshot::new(text, day(), Clock::default())
}

fn empty((width, height): (u16, u16)) -> Model {
    let mut model = Model::new(Origin::File("indicators.toml".to_owned()), day());
    update(&mut model, Msg::Resize(Size { width, height }));
    model
}

fn loaded(text: &str, size: (u16, u16)) -> Model {
    let mut model = empty(size);
    update(&mut model, Msg::Loaded(Box::new(snapshot(text))));
    model
}

fn press(model: &mut Model, keys: &str) {
    for key in keys.chars() {
        update(model, Msg::Key(Key::char(key), None));
    }
}

/// How long some keys take after others.
fn pressed(model: &Model, before: &str, keys: &str) -> Duration {
    let mut model = model.clone();
    press(&mut model, before);
    let keys = || press(&mut model, keys);
    timed(keys)
}

/// How long the next key takes until its frame is drawn.
fn framed(model: &mut Model) -> Duration {
    let Size { width, height } = model.env.size;
    let theme = Theme::of(model.env.theme, model.env.depth, Glyphs::Unicode);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(width, height));
    timed(|| {
        press(model, "j");
        terminal.draw(|frame| view(model, &theme, frame)).map(drop)
    })
}

fn extract(model: &Model) -> Extract<'_> {
    let report = &model.doc.report;
    let indicators = report.indicators.iter().collect();
    Extract { report, indicators, as_of: model.env.as_of, left_out: None }
}
