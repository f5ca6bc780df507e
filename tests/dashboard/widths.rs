//! Whatever a file is written in, what stands beside it stays where it is.

use std::fmt::Write;

use indicia::app::{Panel, width};
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

/// The borders of a panel stand where they stand, and nothing covers them.
fn assert_borders(plain: &Buffer, naughty: &Buffer, area: Rect, what: &str) {
    for y in area.top() + 1..area.bottom() - 1 {
        for x in [area.left(), area.right() - 1] {
            let (is, was) = (naughty[(x, y)].symbol(), plain[(x, y)].symbol());
            assert!(is == was && !is_covered(naughty, (x, y)), "{is} for {was} at {x},{y} {what}");
        }
    }
}

/// Everything that is not the word itself stands where it stands beside a plain one.
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
fn what_lies_over_the_panels_cuts_no_character_in_two() {
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
