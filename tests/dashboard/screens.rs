//! Screens as people see them, kept to be looked at when they change.

use std::fmt::Write;

use indicia::app::env::Depth;
use indicia::app::keys::Panel;
use indicia::ui::Glyphs;
use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};

use crate::harness::Dashboard;

/// The sizes that every look has to be right at.
const SIZES: [(u16, u16); 6] = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60), (300, 100)];

#[test]
fn the_report_at_every_size() {
    for (width, height) in [(40, 12)].into_iter().chain(SIZES) {
        let dashboard = Dashboard::of_report(width, height).press("jj");
        assert_snapshot!(format!("gauges_{width}x{height}"), dashboard.screen());
    }
}

#[test]
fn the_report_at_every_size_in_ascii() {
    for (width, height) in SIZES {
        let screen = Dashboard::of_report(width, height).ascii().press("jj").screen();
        // The title of a source on the screen is in Polish.
        let strange: Vec<_> =
            screen.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
        assert!(strange.is_empty(), "{strange:?} in\n{screen}");
        assert_snapshot!(format!("ascii_gauges_{width}x{height}"), screen);
    }
}

#[test]
fn styles_at_every_size() {
    for (width, height) in SIZES {
        let dashboard = Dashboard::of_report(width, height).press("2jjs");
        assert_snapshot!(format!("styles_table_{width}x{height}"), dashboard.styles());
        let plain = dashboard.ascii().styles();
        assert_snapshot!(format!("styles_ascii_table_{width}x{height}"), plain);
    }
}

#[test]
fn panels_over_a_wide_screen() {
    for (script, name) in [("1z", "gauges"), ("2z", "table"), ("3z", "timeline"), ("4z", "detail")]
    {
        for (width, height) in [(120, 40), (200, 60)] {
            let dashboard = Dashboard::of_report(width, height).press(script);
            assert_snapshot!(format!("{name}_full_{width}x{height}"), dashboard.screen());
        }
    }
}

/// Without colour the focused panel has another border than the others and the selected row a
/// sign, and both are told by weight besides.
#[test]
fn focus_and_selection_are_plain_without_colour() {
    for (width, height) in SIZES {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            for script in ["1j", "2j", "3j", "4"] {
                let mut dashboard = Dashboard::of_report(width, height).press(script);
                dashboard.glyphs = glyphs;
                dashboard.model.env.depth = Depth::None;
                let layout = dashboard.model.layout();
                let buffer = dashboard.buffer();
                let focus = dashboard.model.nav.focus;
                let border = |panel| {
                    let area = layout.panel(panel);
                    buffer[(area.x, area.y + 1)].symbol().to_owned()
                };
                for other in Panel::ALL.into_iter().filter(|panel| *panel != focus) {
                    let is_shown = !layout.panel(other).is_empty();
                    assert!(!is_shown || border(other) != border(focus), "{script} {width}");
                }
                let sign = if glyphs == Glyphs::Ascii { ">" } else { "›" };
                let inner = layout.inner(focus);
                let lanes = dashboard.model.lane_areas(inner).filter(|_| focus == Panel::Timeline);
                if let Some(areas) = lanes.filter(|areas| areas.list.is_empty()) {
                    // The number that counts the event is reversed.
                    let cells = areas.track.positions().map(|at| buffer[at].modifier);
                    let reversed = cells.filter(|it| it.contains(Modifier::REVERSED)).count();
                    assert!(reversed > 0, "{script} at {width}");
                    continue;
                }
                let inner = lanes.map_or(inner, |areas| areas.list);
                let marked = (inner.top()..inner.bottom())
                    .filter(|y| buffer[(inner.x, *y)].symbol() == sign)
                    .count();
                assert_eq!(marked, usize::from(focus != Panel::Detail), "{script} at {width}");
                assert!(buffer.content.iter().all(|cell| cell.fg == Color::Reset));
            }
        }
    }
}

#[test]
fn every_panel_in_a_small_terminal() {
    for (script, name) in [("2", "table"), ("3jjj", "timeline"), ("4", "detail"), ("?", "help")] {
        for (width, height) in [(80, 24), (60, 20)] {
            let dashboard = Dashboard::of_report(width, height).press(script);
            assert_snapshot!(format!("{name}_{width}x{height}"), dashboard.screen());
        }
    }
}

#[test]
fn the_rest_of_the_gauges_and_of_the_help() {
    assert_snapshot!("gauges_end_80x24", Dashboard::of_report(80, 24).press("G").screen());
    assert_snapshot!("help_end_100x30", Dashboard::of_report(100, 30).press("?G").screen());
}

#[test]
fn plain_ascii_without_colour() {
    for (script, name) in [("3jjj+", "timeline"), ("?G", "help")] {
        let dashboard = Dashboard::of_report(100, 30).ascii().press(script);
        let screen = dashboard.screen();
        let strange: Vec<_> = screen.chars().filter(|c| !c.is_ascii()).collect();
        assert!(strange.is_empty(), "{strange:?} in\n{screen}");
        assert_snapshot!(format!("ascii_{name}_100x30"), screen);
    }
}

#[test]
fn styles_tell_focus_selection_and_hedges() {
    assert_snapshot!("styles_gauges_80x24", Dashboard::of_report(80, 24).press("j").styles());
}

#[test]
fn a_sorted_table_and_a_zoomed_timeline() {
    assert_snapshot!(
        "table_by_reading_100x30",
        Dashboard::of_report(100, 30).press("2zss").screen()
    );
    let zoomed = Dashboard::of_report(120, 40).press("3zjjjjjjjjjjj++");
    assert_snapshot!("timeline_zoomed_120x40", zoomed.screen());
    assert_snapshot!("timeline_months_120x40", zoomed.press("+++").screen());
}

#[test]
fn a_file_that_is_being_read_or_holds_nothing() {
    assert_snapshot!("loading_60x8", Dashboard::loading(60, 8).screen());
    assert_snapshot!(
        "empty_80x24",
        Dashboard::of("[report]\ntitle = \"Empty\"\n", 80, 24).screen()
    );
}

#[test]
fn an_empty_timeline_says_so() {
    let screen = Dashboard::of("[report]\ntitle = \"Empty\"\n", 80, 24).press("3").screen();
    assert!(screen.contains("No events in this file"), "{screen}");
}

#[test]
fn a_file_with_faults_opens_on_what_is_sound() {
    let text = crate::harness::REPORT.replacen("hedge     = \"up to\"", "hedge     = upto", 1);
    let dashboard = Dashboard::of(&text, 80, 24);
    let screen = dashboard.screen();
    assert!(screen.contains("1 fault in the file"), "{screen}");
    assert!(!screen.contains("Exports sent"), "a number without its hedge is not shown\n{screen}");
    assert_snapshot!("faults_80x24", screen);
}

#[test]
fn too_small_a_terminal_says_so() {
    assert_snapshot!("too_small_19x4", Dashboard::of_report(19, 4).screen());
}

#[test]
fn every_writing_system_keeps_its_columns() {
    let labels =
        ["Доля экспорту ў Расію", "出口占比", "نسبة الصادرات", "E\u{301}xports 👩\u{200d}🔬"];
    let mut text = String::from("[report]\ntitle = \"Labels\"\n");
    for (n, label) in labels.iter().enumerate() {
        write!(
            text,
            "[[indicator]]\nid = \"i-{n}\"\nlabel = \"{label}\"\nunit = \"%\"\nvalue = 5{n}\nhedge = \"nearly\"\n"
        )
        .unwrap();
    }
    assert_snapshot!("writing_systems_80x24", Dashboard::of(&text, 80, 24).screen());
}

#[test]
fn nothing_of_the_file_is_obeyed_by_the_terminal() {
    let text = "[report]\ntitle = \"\\u001b[2J\\u202Egnikam\"\n[[indicator]]\nid = \"a\"\n\
                label = \"zero\\u200Bwidth\"\nunit = \"%\"\nvalue = 5\n";
    let screen = Dashboard::of(text, 80, 24).screen();
    assert!(!screen.chars().any(|c| c.is_control() && c != '\n'), "{screen:?}");
    assert!(screen.contains("<U+001B>") && screen.contains("<U+200B>"), "{screen}");
}

#[test]
fn the_column_that_the_table_is_sorted_by_is_there() {
    use indicia::app::panels::{COLUMNS, ColumnId};
    for width in [60, 80, 100, 200] {
        for nth in 1..=COLUMNS.len() {
            let dashboard = Dashboard::of_report(width, 24).press("2").press(&"s".repeat(nth));
            let screen = dashboard.screen();
            let sorted = dashboard.model.panels.table.sort.by.and_then(ColumnId::column).unwrap();
            assert!(screen.contains(&format!("{} ▲", sorted.title)), "{width}\n{screen}");
        }
    }
}

/// What a newcomer reads first: the keys that matter, in the order in which they are needed.
#[test]
fn the_line_of_keys_names_what_matters_most() {
    let last = |width, height, script: &str| {
        let screen = Dashboard::of_report(width, height).press(script).screen();
        screen.lines().last().unwrap().to_owned()
    };
    for panel in ["1", "2", "3", "4"] {
        for (width, height) in SIZES {
            let line = last(width, height, panel);
            let needed: &[&str] = match width {
                60 => &["/ find", "? help", "q quit"],
                80 | 100 => &["/ find", "f narrow", "y cite", "? help", "q quit"],
                120 => &["/ find", "f narrow", "y cite", "o source", "? help", "q quit"],
                _ => {
                    &["/ find", "f narrow", "y cite", "o source", ": commands", "? help", "q quit"]
                }
            };
            for key in needed {
                assert!(line.contains(key), "{key} at {width} in {panel}: {line}");
            }
        }
    }
    assert!(last(80, 24, "/it<enter>").contains("n next (1 of "));
    assert!(last(60, 20, "fundat<enter>").contains("Esc back"));
}
