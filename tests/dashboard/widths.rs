//! Columns stay aligned beside text in every writing system.

use std::fmt::Write;

use indicia::app::keys::Panel;
use indicia::app::panels::{COLUMNS, ColumnId, GaugeLine};
use indicia::app::text::width;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;

use crate::harness::Dashboard;

/// Words that are hard to count, none with a space in it: where lines break is not the question.
const NAUGHTY: &[&str] = &[
    "ДоляЭкспартуЎРасію",
    "ДоляСъёмаИЙодаⅣ№",
    "出口占比的报告指标白俄罗斯",
    "日本語ｶﾞｷﾞﾊﾟカ\u{3099}",
    "ＦＵＬＬｗｉｄｔｈ１２３",
    "수출비중한글조합ㅎㅏㄴ",
    "نسبةالصادراتإلىروسيالا",
    "סָלַחנִקּוּדשָׁלוֹם",
    "हिन्दीक्ष्मत्रिश्रीज्ञ",
    "ไม่กำน้ำเขี้ยว",
    "မြန်မာစာ",
    "e\u{301}e\u{301}\u{323}\u{302}\u{327}o\u{20d2}",
    "Z\u{351}\u{36b}\u{343}\u{32a}\u{302}a\u{300}\u{301}\u{302}\u{303}lgo\u{338}",
    "👩\u{200d}🔬👨\u{200d}👩\u{200d}👧\u{200d}👦🏳\u{fe0f}\u{200d}🌈",
    "👍🏽🧑🏿\u{200d}🚀👋🏻",
    "🇧🇾🇺🇦🇵🇱🇧",
    "1\u{fe0f}\u{20e3}#\u{fe0f}\u{20e3}*\u{fe0f}\u{20e3}",
    "❤\u{fe0f}☎\u{fe0f}✔\u{fe0f}⚠\u{fe0f}",
    "❤\u{fe0e}☎\u{fe0e}⌚\u{fe0e}",
    "①②Ⅳ※→■§°±×÷",
    "می\u{200c}خواهمक्\u{200d}ष",
    "\u{301}\u{302}lonely",
    "﷽ﷺ",
    "𒐫𒈙⸻",
    "ǅǈŉŸßﬃ",
    "Donaudampfschifffahrtsgesellschaftskapitaenskajutenschluesselloch",
    "白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白白",
];

/// Two figures with everything that is written in words, and two events.
fn report(word: &str) -> String {
    let mut text = format!(
        "[report]\ntitle = \"T\"\n[source.s]\ntitle = \"{word}\"\npublisher = \"{word}\"\n\
         [[group]]\nid = \"g\"\ntitle = \"{word}\"\n"
    );
    for (n, value) in
        [(1, "71\nhedge = \"up to\""), (2, "72\nhedge = \"nearly\"\nstatus = \"forecast\"")]
    {
        write!(
            text,
            "[[indicator]]\nid = \"i{n}\"\nlabel = \"{word}\"\ngroup = \"g\"\nunit = \"%\"\n\
             value = {value}\nwording = \"{word}\"\nnote = \"{word}\"\nof = \"{word}\"\n\
             stated_by = \"{word}\"\nperiod = \"202{n}\"\nsource = \"s\"\nlocator = \"p. {n}\"\n"
        )
        .unwrap();
        write!(
            text,
            "[[event]]\nid = \"e{n}\"\ntitle = \"{word}\"\ndate = \"202{n}-03\"\nnote = \"{word}\"\n"
        )
        .unwrap();
    }
    text
}

/// Whether a cell is covered by a wide character before it.
fn is_covered(buffer: &Buffer, (x, y): (u16, u16)) -> bool {
    (1..=x.min(12)).any(|back| buffer[(x - back, y)].cell_width() > back)
}

/// Every character is there with all its cells.
fn assert_nothing_is_halved(buffer: &Buffer, what: &str) {
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            let wide = cell.cell_width();
            assert!(x + wide <= buffer.area.width, "{cell:?} over the edge at {x},{y} {what}");
            if is_covered(buffer, (x, y)) {
                assert_eq!(cell.symbol(), " ", "half a character at {x},{y} {what}");
            }
        }
    }
}

/// The borders of a panel are where they are beside a plain word, and nothing covers them.
fn assert_borders(plain: &Buffer, naughty: &Buffer, area: Rect, what: &str) {
    for y in area.top() + 1..area.bottom() - 1 {
        for x in [area.left(), area.right() - 1] {
            let (is, was) = (naughty[(x, y)].symbol(), plain[(x, y)].symbol());
            assert!(is == was && !is_covered(naughty, (x, y)), "{is} for {was} at {x},{y} {what}");
        }
    }
}

/// Everything but the word itself is where it is beside a plain word.
fn assert_columns(plain: &Buffer, naughty: &Buffer, inner: Rect, what: &str) {
    for at in inner.positions() {
        let was = plain[at].symbol();
        // Where the word is cut, a wide character may leave one cell more.
        if !["x", "X", "…", "~", " "].contains(&was) {
            let is = naughty[at].symbol();
            assert!(is == was && !is_covered(naughty, at.into()), "{is} for {was} at {at} {what}");
        }
    }
}

fn compare(plain: &Dashboard, naughty: &Dashboard, word: &str, script: &str) {
    let (a, b) = (plain.buffer(), naughty.buffer());
    let size = (a.area.width, a.area.height);
    let what = format!("in {size:?} with {word} after {script:?}\n{}", naughty.screen());
    assert_nothing_is_halved(&b, &what);
    let layout = naughty.model.layout();
    assert_eq!(layout, plain.model.layout(), "{what}");
    for panel in Panel::ALL.into_iter().filter(|panel| !layout.panel(*panel).is_empty()) {
        assert_borders(&a, &b, layout.panel(panel), &what);
        // The detail breaks its lines where it can.
        if panel != Panel::Detail {
            assert_columns(&a, &b, layout.inner(panel), &what);
        }
    }
}

/// Plain words of as many cells, so that columns share out their room alike.
fn plain(word: &str) -> String {
    "x".repeat(width(word))
}

#[test]
fn columns_line_up_beside_every_writing_system() {
    for word in NAUGHTY {
        let text = [report(&plain(word)), report(word)];
        for (width, height) in [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60), (300, 100)] {
            let [plain, naughty] = [0, 1].map(|at| Dashboard::of(&text[at], width, height));
            let scripts: &[&str] = if width < 100 { &["1", "2", "3", "4"] } else { &["2ss"] };
            for script in scripts {
                let plain = plain.copy().press(script);
                let naughty = naughty.copy().press(script);
                compare(&plain, &naughty, word, script);
                if width <= 120 {
                    compare(&plain.ascii(), &naughty.ascii(), word, script);
                }
            }
        }
    }
}

#[test]
fn overlays_cut_no_character_in_two() {
    for word in NAUGHTY {
        for (width, height) in [(91, 24), (100, 30), (125, 40), (200, 60)] {
            for script in ["?", "w", "D", "i"] {
                let dashboard = Dashboard::of(&report(word), width, height).press(script);
                let what = format!("in {width} with {word} after {script}\n{}", dashboard.screen());
                assert_nothing_is_halved(&dashboard.buffer(), &what);
            }
        }
    }
}

#[test]
fn figures_stay_whole_beside_the_longest_words() {
    for word in NAUGHTY {
        for (width, height) in [(60, 20), (80, 24), (100, 30), (200, 60)] {
            for script in ["1", "2"] {
                let screen = Dashboard::of(&report(word), width, height).press(script).screen();
                for figure in
                    [["up to 71 %", "≤ 71 %"], ["nearly 72 %, forecast", "~< 72 %, forecast"]]
                {
                    let is_there = figure.iter().any(|figure| screen.contains(figure));
                    assert!(is_there, "{figure:?} at {width} with {word}\n{screen}");
                }
            }
        }
    }
}

/// Labels, wordings and readings of some length, with and without a scale; most rows have no
/// wording, and two labels are alike up to their last word.
const LONG: &str = r#"
[report]
title = "Long"
[source.who]
title = "W"
[[indicator]]
id = "a"
label = "Current expenditure on health as a share of GDP"
unit = "%"
value = 4.3
period = "2021"
status = "estimated"
source = "who"
[[indicator]]
id = "b"
label = "County budgets for health, together"
unit = "billion KES"
value = [120, 140]
hedge = "between"
wording = "between 120 and 140 billion shillings"
period = "2024-02/2025-03"
source = "who"
[[indicator]]
id = "c"
label = "Rank in Africa by density of doctors"
unit = "rank"
value = 14
period = "2021"
source = "who"
[[indicator]]
id = "d"
label = "Rank in Africa by density of nurses"
unit = "rank"
value = 9
hedge = "about"
source = "who"
[[indicator]]
id = "e"
label = "Out-of-pocket spending as a share of expenditure on health, in all counties"
unit = "%"
value = 24
hedge = "nearly"
period = "2021"
source = "who"
note = "What the rich pay abroad is not in it, nor what anybody pays a healer."
[[indicator]]
id = "f"
label = "Budget share promised at Abuja"
unit = "%"
value = 15
hedge = "at least"
source = "who"
"#;

/// The columns of a table in the order of the file, or sorted by a column.
fn table(text: &str, sorted: Option<usize>) -> Dashboard {
    let script = sorted.map_or(String::new(), |nth| "s".repeat(nth + 1));
    Dashboard::of(text, 80, 24).press("2").press(&script)
}

#[test]
fn a_wider_table_gives_labels_no_less_and_all_they_need_before_another_column() {
    for text in [crate::harness::REPORT, LONG] {
        let dashboard = table(text, None);
        let needed = u16::try_from(dashboard.model.panels.table.widest[0]).unwrap();
        let mut before = 0;
        for line in 0..300 {
            let places = dashboard.model.column_places(line);
            let label = places[0].cells;
            assert!(label >= before, "{label} at {line}, {before} before");
            assert!(places.len() == 2 || label >= needed.min(32), "{places:?} at {line}");
            before = label;
        }
        assert_eq!(before, needed, "a wide table cuts no label");
    }
    for (width, height) in [(200, 60), (300, 100)] {
        let screen = Dashboard::of(LONG, width, height).press("2").screen();
        let rows = screen.lines().filter(|line| line.contains("density of doctors ")).count();
        assert_eq!(rows, 2, "in the gauges and in the table at {width}\n{screen}");
    }
}

#[test]
fn a_column_that_is_shown_whole_is_whole_or_not_there() {
    for text in [crate::harness::REPORT, LONG] {
        let dashboard = table(text, None);
        for line in 0..300 {
            for place in dashboard.model.column_places(line) {
                let nth = COLUMNS.iter().position(|column| column.id == place.id).unwrap();
                let widest = dashboard.model.panels.table.widest[nth];
                let is_whole = widest <= usize::from(place.cells);
                assert!(is_whole || !COLUMNS[nth].whole, "{place:?} for {widest} at {line}");
            }
        }
    }
    for (width, is_there) in [(60, false), (80, false), (120, false), (200, true), (300, true)] {
        let screen = Dashboard::of(LONG, width, 40).press("2z").screen();
        assert_eq!(screen.contains("As worded"), is_there, "{width}\n{screen}");
        assert_eq!(screen.contains("140 billion shillings"), is_there, "{width}\n{screen}");
    }
}

#[test]
fn a_column_in_which_most_rows_say_nothing_stands_after_those_that_say_more() {
    let dashboard = table(LONG, None);
    let mut stood = 0;
    for line in 0..300 {
        let places = dashboard.model.column_places(line);
        let has = |id| places.iter().any(|place| place.id == id);
        let comes_late = !has(ColumnId::Wording) || has(ColumnId::Age) && has(ColumnId::Source);
        assert!(comes_late, "{places:?} at {line}");
        stood += usize::from(has(ColumnId::Wording));
    }
    assert!(stood > 100, "it stands where there is room");
}

#[test]
fn the_column_that_it_is_sorted_by_stands_wherever_another_does() {
    for text in [crate::harness::REPORT, LONG] {
        let in_file_order = table(text, None);
        for (nth, column) in COLUMNS.iter().enumerate() {
            let sorted = table(text, Some(nth));
            assert_eq!(sorted.model.panels.table.sort.by, Some(column.id));
            for line in 0..300 {
                let places = sorted.model.column_places(line);
                let others = in_file_order.model.column_places(line);
                let place = places.iter().find(|place| place.id == column.id);
                let heading = place.is_some_and(|p| usize::from(p.cells) > column.title.len() + 1);
                let has_room = places.len() > 2 || others.len() > 2;
                assert!(heading || !has_room, "{places:?}, {others:?} for {column:?} at {line}");
            }
            for (width, height) in [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)] {
                let screen = sorted.copy().resized(width, height).screen();
                let heading = format!("{} ▲", column.title);
                assert!(screen.contains(&heading), "{heading} at {width}\n{screen}");
            }
        }
    }
}

/// How many cells of its label each row of the gauges shows.
fn labels(dashboard: &Dashboard) -> Vec<usize> {
    let (model, buffer) = (&dashboard.model, dashboard.buffer());
    let inner = model.layout().inner(Panel::Gauges);
    let mut labels = Vec::new();
    let first = inner.y + u16::from(model.gauge_fold().headings);
    for (y, line) in (first..inner.bottom()).zip(model.gauge_lines()) {
        let GaugeLine::Row(ix) = line else { continue };
        let indicator = model.doc.report.indicator(*ix).unwrap();
        let cells = (inner.x + 1..inner.right()).map(|x| buffer[(x, y)].symbol());
        let row = cells.collect::<String>();
        let alike =
            |label: &str| label.chars().zip(row.chars()).take_while(|(a, b)| a == b).count();
        labels.push(alike(&indicator.label).max(alike(indicator.short_label())));
    }
    labels
}

#[test]
fn wider_gauges_show_no_less_of_any_label() {
    for text in [crate::harness::REPORT, LONG] {
        // One panel at a time, then side by side.
        for (widths, height) in [(40..=240, 29), (100..=240, 40)] {
            let mut before: Option<([bool; 3], Vec<usize>)> = None;
            for width in widths {
                let dashboard = Dashboard::of(text, width, height);
                let columns = dashboard.model.gauge_fold().columns;
                let has = [columns.bar > 0, columns.period > 0, !columns.as_reading];
                let now = (has, labels(&dashboard));
                // Bars and periods take their room of the labels, and words more than operators do.
                if let Some(before) = before.filter(|before| before.0 == has) {
                    let no_less = now.1.iter().zip(&before.1).all(|(now, before)| now >= before);
                    let screen = dashboard.screen();
                    assert!(no_less, "{:?}, {:?} before {width}\n{screen}", now.1, before.1);
                }
                before = Some(now);
            }
        }
    }
}

#[test]
fn gauges_show_enough_of_a_label_to_tell_rows_apart() {
    for (width, height, cells) in [(60, 20, 12), (80, 24, 18), (100, 30, 12), (120, 40, 18)] {
        let dashboard = Dashboard::of(LONG, width, height);
        let least = labels(&dashboard).into_iter().min().unwrap();
        assert!(least >= cells, "{least} at {width}\n{}", dashboard.screen());
    }
    // Where there is no bar, its place is the figure's.
    let screen = Dashboard::of(LONG, 80, 24).screen();
    assert!(screen.contains("between 120 and 140 bn KES"), "{screen}");
}
