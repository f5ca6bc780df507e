//! Bars of what reports state besides hedges: intervals, aims, forecasts, parts.

use indicia::ui::Glyphs;
use insta::assert_snapshot;

use crate::harness::Dashboard;

const BARS: &str = include_str!("../fixtures/reports/bars.toml");

#[test]
fn intervals_aims_parts_and_what_was_not_observed_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 14)] {
        let dashboard = Dashboard::of(BARS, width, height);
        assert_snapshot!(format!("bars_{width}x{height}"), dashboard.screen());
    }
    let zoomed = Dashboard::of(BARS, 120, 40).press("z");
    assert_snapshot!("bars_zoomed_120x40", zoomed.screen());
}

#[test]
fn they_are_told_without_colour_and_in_ascii() {
    let mut plain = Dashboard::of(BARS, 120, 40).ascii();
    assert_snapshot!("bars_ascii_120x40", plain.screen());
    plain.glyphs = Glyphs::Unicode;
    assert_snapshot!("bars_styles_without_colour", plain.styles());
}

/// The ids of the rows, from the first to the last, as the cursor goes.
fn walked(mut dashboard: Dashboard, key: &str) -> Vec<String> {
    let mut ids = vec![dashboard.selected().to_owned()];
    loop {
        dashboard = dashboard.press(key);
        if ids.last().is_some_and(|id| id == dashboard.selected()) {
            return ids;
        }
        ids.push(dashboard.selected().to_owned());
    }
}

#[test]
fn the_cursor_goes_through_a_whole_and_its_parts_as_they_stand() {
    let order = [
        "change",
        "total",
        "buildings",
        "transport",
        "cars",
        "outlook",
        "renewables",
        "per-head",
        "buses",
        "support",
        "housed",
        "walkers",
    ];
    for (width, height) in [(120, 40), (60, 20), (40, 10), (20, 5)] {
        let dashboard = Dashboard::of(BARS, width, height).press("1g");
        assert_eq!(walked(dashboard, "j"), order, "{width}x{height}");
        let mut back = walked(Dashboard::of(BARS, width, height).press("1G"), "k");
        back.reverse();
        assert_eq!(back, order, "{width}x{height}");
    }
}

/// A figure that has lost its end has lost what limits it.
#[test]
fn a_long_figure_is_whole_or_not_there_at_every_size() {
    let figure = [
        "12 mn t (9–14), scenario “stated policies”",
        "12 mn t (9–14), scenario “stated|policies”",
    ];
    for width in 20..=80 {
        for height in 5..=14 {
            let mut dashboard = Dashboard::of(BARS, width, height).press("1g");
            for _ in 0..12 {
                let screen = dashboard.screen();
                let lines: Vec<&str> =
                    screen.lines().map(|line| line.trim_matches(|c| " ┃│".contains(c))).collect();
                for (at, line) in lines.iter().enumerate().filter(|(_, l)| l.contains("12 mn t")) {
                    let rest =
                        lines.get(at..(at + 3).min(lines.len())).unwrap_or_default().concat();
                    let flat = |text: &str| text.replace([' ', '|'], "");
                    let whole = figure.iter().any(|figure| flat(&rest).contains(&flat(figure)));
                    assert!(whole, "{width}x{height}: {line}\n{screen}");
                }
                dashboard = dashboard.press("j");
            }
        }
    }
}
