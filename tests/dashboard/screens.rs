//! Screens as people see them, kept to be looked at when they change.

use std::fmt::Write;

use insta::assert_snapshot;

use crate::harness::Dashboard;

#[test]
fn the_shipped_report_at_every_size() {
    for (width, height) in [(200, 60), (120, 40), (100, 30), (80, 24), (60, 20), (40, 12)] {
        let dashboard = Dashboard::shipped(width, height).press("jj");
        assert_snapshot!(format!("gauges_{width}x{height}"), dashboard.screen());
    }
}

#[test]
fn every_panel_in_a_small_terminal() {
    for (script, name) in [("2", "table"), ("3jjj", "timeline"), ("4", "detail"), ("?", "help")] {
        for (width, height) in [(80, 24), (60, 20)] {
            let dashboard = Dashboard::shipped(width, height).press(script);
            assert_snapshot!(format!("{name}_{width}x{height}"), dashboard.screen());
        }
    }
}

#[test]
fn the_rest_of_the_gauges_and_of_the_help() {
    assert_snapshot!("gauges_end_80x24", Dashboard::shipped(80, 24).press("G").screen());
    assert_snapshot!("help_end_100x30", Dashboard::shipped(100, 30).press("?G").screen());
}

#[test]
fn plain_ascii_without_colour() {
    for (script, name) in [("jj", "gauges"), ("3jjj+", "timeline"), ("?G", "help")] {
        let dashboard = Dashboard::shipped(100, 30).ascii().press(script);
        let screen = dashboard.screen();
        let strange: Vec<_> = screen.chars().filter(|c| !c.is_ascii()).collect();
        assert!(strange.is_empty(), "{strange:?} in\n{screen}");
        assert_snapshot!(format!("ascii_{name}_100x30"), screen);
    }
}

#[test]
fn styles_tell_focus_selection_and_hedges() {
    assert_snapshot!("styles_gauges_80x24", Dashboard::shipped(80, 24).press("j").styles());
    assert_snapshot!("styles_table_100x30", Dashboard::shipped(100, 30).press("2s").styles());
}

#[test]
fn a_sorted_table_and_a_zoomed_timeline() {
    assert_snapshot!("table_by_reading_100x30", Dashboard::shipped(100, 30).press("2zss").screen());
    let zoomed = Dashboard::shipped(120, 40).press("3zjjjjjjjjjjj++");
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
    assert!(screen.contains("no [[event]]"), "{screen}");
}

#[test]
fn a_file_with_faults_opens_on_what_is_sound() {
    let text = crate::harness::SHIPPED.replacen("hedge     = \"up to\"", "hedge     = upto", 1);
    let dashboard = Dashboard::of(&text, 80, 24);
    let screen = dashboard.screen();
    assert!(screen.contains("1 fault in the file"), "{screen}");
    assert!(!screen.contains("Exports sent"), "a number without its hedge is not shown\n{screen}");
    assert_snapshot!("faults_80x24", screen);
}

#[test]
fn too_small_a_terminal_says_so() {
    assert_snapshot!("too_small_19x4", Dashboard::shipped(19, 4).screen());
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
