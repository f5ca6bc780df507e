//! Themes on whole screens: which one is chosen, and that no cell of them is left to chance.

use indicia::app::Msg;
use indicia::app::env::{Depth, THEMES, ThemeName};
use indicia::app::overlays::Overlay;
use indicia::app::text::width;
use insta::assert_snapshot;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use crate::harness::{Dashboard, REPORT};

/// Wide characters, marks that combine, and a file that has faults.
const STRANGE: &str = "[report]\ntitle = \"出口占比 на экспарт\"\n[[group]]\nid = \"g\"\n\
    title = \"出口\"\n[[indicator]]\nid = \"a\"\nlabel = \"出口占比出口占比\"\ngroup = \"g\"\n\
    unit = \"%\"\nvalue = 51\nhedge = \"nearly\"\nperiod = \"2021\"\nreview_by = \"2022\"\n\
    [[indicator]]\nid = \"b\"\nlabel = \"E\u{301}xports 👩\u{200d}🔬\"\nunit = \"%\"\nvalue = 5\n\
    [[indicator]]\nid = \"c\"\nvalue = x\n[[event]]\nid = \"e\"\ntitle = \"出口占比\"\ndate = \"2021\"\n\
    group = \"g\"\n";

impl Dashboard {
    fn themed(mut self, theme: ThemeName, depth: Depth) -> Self {
        (self.model.env.theme, self.model.env.depth) = (theme, depth);
        self
    }
}

#[test]
fn one_key_leads_through_all_themes_and_back_and_says_which() {
    let mut dashboard = Dashboard::of_report(80, 24).themed(ThemeName::Terminal, Depth::True);
    let first = dashboard.styles();
    let mut looks = vec![first.clone()];
    for entry in THEMES.iter().cycle().skip(1).take(THEMES.len()) {
        dashboard = dashboard.press("t");
        assert_eq!(dashboard.model.env.theme, entry.theme);
        assert_eq!(dashboard.news(), [format!("theme: {}", entry.name)]);
        dashboard = dashboard.press("<esc>");
        looks.push(dashboard.styles());
    }
    assert_eq!(looks.pop(), Some(first), "round and back");
    looks.sort();
    looks.dedup();
    assert_eq!(looks.len(), THEMES.len(), "no two look the same");
}

#[test]
fn where_a_theme_cannot_be_shown_the_key_says_what_is_shown_instead() {
    let pressed =
        |depth| Dashboard::of_report(80, 24).themed(ThemeName::Terminal, depth).press("t");
    let few = pressed(Depth::Sixteen);
    assert_eq!(few.news(), ["theme: dark, but with 16 colours the terminal's own are shown"]);
    assert_eq!(few.press("tt").news(), ["theme: terminal"]);
    let none = pressed(Depth::None);
    assert_eq!(none.news(), ["theme: dark, shown without colour here"]);
    let narrow = pressed(Depth::Sixteen).resized(50, 20).screen();
    assert!(narrow.contains("theme: dark (16 colours: the terminal's own)"), "{narrow}");
}

#[test]
fn the_theme_changes_under_an_overlay_but_not_while_you_type() {
    for overlay in ["?", "w", "D"] {
        let dashboard = Dashboard::of_report(80, 24).press(overlay).press("t");
        assert_eq!(dashboard.model.env.theme, ThemeName::Dark, "{overlay}");
        assert!(dashboard.model.overlay.is_some(), "{overlay}");
    }
    let form = form().press("t");
    assert_eq!(form.model.env.theme, ThemeName::Terminal);
    let Some(Overlay::Form(form)) = &form.model.overlay else { panic!("the form is gone") };
    assert!(form.field().unwrap().input.line().ends_with('t'));
}

fn form() -> Dashboard {
    let mut dashboard = Dashboard::of_report(80, 24).press("i");
    dashboard.obeyed(REPORT);
    assert!(matches!(dashboard.model.overlay, Some(Overlay::Form(_))));
    dashboard
}

/// Everything that a dashboard can show, by the keys that lead there.
fn screens(width: u16, height: u16) -> Vec<(String, Dashboard)> {
    let mut screens = Vec::new();
    for script in ["", "jjz", "2s", "3jjj", "3pz++", "4<right>", "?", "?G", "w", "D", "t"] {
        for text in [REPORT, STRANGE] {
            let dashboard = Dashboard::of(text, width, height).press(script);
            screens.push((script.to_owned(), dashboard));
        }
    }
    screens.push(("reading".to_owned(), Dashboard::loading(width, height)));
    for keys in ["", "x<down>", "<tab>x", "<tab><down>"] {
        screens.push((format!("form {keys}"), form().resized(width, height).press(keys)));
    }
    let broken = REPORT.replacen("value", "valu e", 1);
    let mut stale = Dashboard::of_report(width, height);
    stale.send(Msg::Loaded(Box::new(crate::harness::loaded(&broken))));
    screens.push(("broken".to_owned(), stale.press("<esc>")));
    let changed = REPORT.replacen("hedge     = \"up to\"", "hedge     = \"about\"", 1);
    let mut renewed = Dashboard::of_report(width, height);
    renewed.send(Msg::Loaded(Box::new(crate::harness::loaded(&changed))));
    screens.push(("changed".to_owned(), renewed.press("D")));
    screens
}

/// The cells that are seen: not those under the second half of a wide character.
fn seen(buffer: &Buffer) -> impl Iterator<Item = (Position, &Cell)> {
    let mut under = 0;
    buffer.content.iter().enumerate().filter_map(move |(at, cell)| {
        let is_under = under > 0;
        under = if is_under { under - 1 } else { width(cell.symbol()).saturating_sub(1) };
        let (x, y) = buffer.pos_of(at);
        (!is_under).then_some((Position { x, y }, cell))
    })
}

/// Contrast as WCAG 2.2 defines it, 1 to 21.
fn contrast(one: Color, other: Color) -> f64 {
    let luminance = |colour| {
        let Color::Rgb(red, green, blue) = colour else { panic!("{colour} is the terminal's") };
        let light = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const SIZES: [(u16, u16); 4] = [(160, 50), (80, 24), (60, 20), (7, 2)];

#[test]
fn every_cell_of_a_theme_has_its_background_and_can_be_read() {
    for (theme, ground, alarm) in [
        (ThemeName::Dark, Color::Rgb(0x12, 0x12, 0x12), Color::Rgb(0xff, 0x5f, 0x00)),
        (ThemeName::Light, Color::Rgb(0xff, 0xff, 0xff), Color::Rgb(0x87, 0x00, 0x00)),
    ] {
        let mut counts = [0; 3];
        for (script, dashboard) in SIZES.iter().flat_map(|(w, h)| screens(*w, *h)) {
            let buffer = dashboard.themed(theme, Depth::True).buffer();
            for (at, cell) in seen(&buffer) {
                let place = (script.as_str(), at, cell.symbol());
                assert_ne!(cell.fg, Color::Reset, "{place:?}");
                // What is reversed or faulty has its text in the colour of the ground.
                let which = match (cell.bg, cell.fg) {
                    (bg, fg) if bg == ground && fg != ground => 0,
                    (bg, fg) if bg == alarm && fg == ground => 1,
                    (_, fg) if fg == ground => 2,
                    _ => panic!("{place:?}: {} on {}", cell.fg, cell.bg),
                };
                counts[which] += 1;
                let least =
                    if cell.symbol().chars().any(char::is_alphanumeric) { 4.5 } else { 3.0 };
                let blank = cell.symbol().trim().is_empty();
                assert!(blank || contrast(cell.fg, cell.bg) >= least, "{place:?}: {}", cell.fg);
                let left_to_it = Modifier::DIM | Modifier::REVERSED;
                assert!(!cell.modifier.intersects(left_to_it), "{place:?}: {:?}", cell.modifier);
            }
        }
        assert!(counts.iter().all(|cells| *cells > 20), "all of them are looked at: {counts:?}");
    }
}

#[test]
fn with_256_colours_no_cell_has_one_of_those_that_users_choose() {
    for theme in [ThemeName::Dark, ThemeName::Light] {
        for (script, dashboard) in screens(120, 40) {
            let buffer = dashboard.themed(theme, Depth::TwoFiftySix).buffer();
            for (_, cell) in seen(&buffer) {
                let fixed = |colour| matches!(colour, Color::Indexed(16..));
                assert!(fixed(cell.fg) && fixed(cell.bg), "{script}: {} {}", cell.fg, cell.bg);
            }
        }
    }
}

#[test]
fn without_colour_no_cell_has_any() {
    for theme in THEMES {
        for (script, dashboard) in screens(80, 24) {
            let buffer = dashboard.themed(theme.theme, Depth::None).buffer();
            let coloured = |cell: &&Cell| (cell.fg, cell.bg) != (Color::Reset, Color::Reset);
            assert_eq!(buffer.content.iter().find(coloured), None, "{script}");
        }
    }
}

#[test]
fn the_same_text_stands_on_the_screen_in_every_theme() {
    for (script, dashboard) in screens(120, 40) {
        let plain = dashboard.screen();
        let mut dashboard = dashboard;
        for theme in [ThemeName::Dark, ThemeName::Light] {
            for depth in [Depth::None, Depth::Sixteen, Depth::TwoFiftySix, Depth::True] {
                dashboard = dashboard.themed(theme, depth);
                assert_eq!(dashboard.screen(), plain, "{script}");
            }
        }
    }
}

#[test]
fn styles_of_gauges_and_timeline_in_every_theme() {
    for entry in THEMES {
        for (script, panel) in [("j", "gauges"), ("3jjj", "timeline")] {
            let dashboard = Dashboard::of_report(80, 24).themed(entry.theme, Depth::True);
            let name = format!("styles_{panel}_{}_80x24", entry.name);
            assert_snapshot!(name, dashboard.press(script).styles());
        }
    }
}

#[test]
fn a_group_is_named_where_only_its_hue_would_tell_it() {
    let line = |screen: &str, text: &str| {
        let found = screen.lines().rfind(|line| line.contains(text));
        found.map_or_else(|| panic!("{text} is not in\n{screen}"), str::to_owned)
    };
    // Wide enough, on every row of the timeline.
    let wide = Dashboard::of_report(200, 60).press("3z");
    let row = line(&wide.screen(), "Crimea annexed");
    assert!(row.contains("  Security"), "{row}");
    // Less wide, in its border and in the detail.
    let screen = Dashboard::of_report(120, 40).press("3z").screen();
    assert!(screen.contains("event 1 of 37, in the group Security"), "{screen}");
    let screen = Dashboard::of_report(120, 40).press("3").screen();
    assert!(screen.contains("group    Security"), "{screen}");
    // In a small terminal, under the panel.
    let small = Dashboard::of_report(80, 24).press("3").screen();
    assert!(small.contains(" Security · "), "{small}");
    // A figure's bars and charts have its hue in the detail.
    let detail = Dashboard::of_report(120, 80).press("4z").screen();
    assert!(line(&detail, "group ").contains("Economy"), "{detail}");
}
