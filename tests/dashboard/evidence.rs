//! The evidence behind a figure: what the detail panel shows of each kind.

use indicia::app::panels::CardLine;
use insta::assert_snapshot;

use crate::harness::Dashboard;

/// One of each kind: a share with rivals, money with a series, a poll with waves, a change, a
/// count without a scale.
const KINDS: [(&str, &str); 5] = [
    ("share", "export-share-russia"),
    ("money", "debt-to-russia"),
    ("poll", "oppose-nuclear"),
    ("change", "it-exports-change"),
    ("count", "arms-enterprises"),
];

#[test]
fn five_kinds_of_figures_at_three_sizes() {
    for (kind, id) in KINDS {
        for (width, height) in [(120, 40), (80, 24), (60, 20)] {
            let dashboard = Dashboard::of_report(width, height).select(id).press("4");
            assert_snapshot!(format!("{kind}_{width}x{height}"), dashboard.screen());
        }
    }
}

#[test]
fn the_whole_card_of_five_kinds_of_figures() {
    for (kind, id) in KINDS {
        let dashboard = Dashboard::of_report(100, 240).select(id).press("4z");
        let end = dashboard.model.panels.detail.card.lines.len();
        assert!(end < 238, "{kind} has {end} lines");
        let screen = dashboard.screen();
        let card: Vec<_> = screen.lines().skip(1).take(end + 2).collect();
        assert_snapshot!(format!("card_{kind}"), card.join("\n"));
    }
}

/// The screen of the detail panel over the whole terminal, on one indicator.
fn detail(id: &str, script: &str) -> Dashboard {
    Dashboard::of_report(100, 60).select(id).press("4z").press(script)
}

#[test]
fn the_cursor_reads_out_one_point_after_the_other() {
    let screen = |script: &str| detail("oppose-nuclear", script).screen();
    let newest = screen("<left>");
    assert!(newest.contains("56 %, estimated, Nov 2025"), "{newest}");
    assert!(!newest.contains("67 %, Nov 2023"), "{newest}");
    let before = screen("<left><left>");
    assert!(before.contains("67 %, Nov 2023"), "{before}");
    assert!(before.contains("“67%”") && before.contains("Holod"), "words and source\n{before}");
    assert_eq!(screen("<left><left><right>"), newest);
    assert_eq!(screen("hh"), before, "letters do what arrows do");
    let first = screen("<right>");
    assert!(first.contains("80 %, 5–14 Mar 2022"), "{first}");
}

#[test]
fn the_cursor_brings_its_chart_into_view() {
    let dashboard = Dashboard::of_report(80, 24).select("debt-to-russia").press("4");
    assert!(!dashboard.screen().contains("7.62 billion USD, 31 Dec 2024"));
    let screen = dashboard.press("<left>").screen();
    assert!(screen.contains("7.62 billion USD, 31 Dec 2024"), "{screen}");
}

#[test]
fn every_figure_of_the_chart_is_read_out_with_its_words_and_its_source() {
    let dashboard = detail("debt-to-russia", "<left><left>");
    let has = |dashboard: &Dashboard, start: &str| {
        let lines = &dashboard.model.panels.detail.card.lines;
        let is_it =
            |line: &CardLine| matches!(line, CardLine::Legend(text) if text.starts_with(start));
        assert!(lines.iter().any(is_it), "{start}: {lines:#?}");
    };
    has(&dashboard, "› 10 of 11");
    let dashboard = dashboard.press("z").select("oppose-nuclear").press("4");
    let lines = &dashboard.model.panels.detail.card.lines;
    let is_read_out =
        |line: &CardLine| matches!(line, CardLine::Legend(text) if text.starts_with("› "));
    assert!(!lines.iter().any(is_read_out), "the headline is read out above the chart: {lines:#?}");
}

#[test]
fn a_figure_without_others_has_no_cursor_to_move() {
    let before = Dashboard::of_report(100, 60).select("union-state-programmes").press("4z");
    let before = before.screen();
    assert!(before.contains("The file has no other figure for it."), "{before}");
}

#[test]
fn a_newer_figure_is_named_before_anything_else_is_read() {
    let screen = Dashboard::of_report(120, 80).select("oppose-nuclear").screen();
    assert!(screen.contains("latest"), "{screen}");
    assert!(screen.contains("56 %"), "{screen}");
}

#[test]
fn what_cannot_hold_is_said_in_a_sentence() {
    let screen = Dashboard::of_report(120, 240).select("debt-to-russia").press("4z").screen();
    assert!(
        screen.contains("cannot hold beside the headline's “nearly 8 bn USD”, unless they are of"),
        "{screen}"
    );
}

#[test]
fn a_dispute_has_its_sign_and_what_may_be_of_another_time_has_none() {
    const FILE: &str = r#"
report.title = "R"
[[indicator]]
id = "share"
label = "Share"
unit = "%"
value = 40
period = "2022"
rival = [{ value = 55, period = "2022" }]
"#;
    let marked = |file: &str, sign: &str, ascii: bool| {
        let dashboard = Dashboard::of(file, 120, 60);
        let screen = if ascii { dashboard.ascii().screen() } else { dashboard.screen() };
        let rows = screen.lines().filter(|line| line.contains("Share ") && line.contains(sign));
        rows.count()
    };
    // In the gauges and in the table.
    assert_eq!((marked(FILE, "±", false), marked(FILE, "+/-", true)), (2, 2));
    let undated = FILE.replacen("period = \"2022\"\n", "", 1);
    assert_eq!(marked(&undated, "±", false), 0);
}

#[test]
fn missing_disclosure_is_listed_by_name() {
    let screen = Dashboard::of_report(120, 240).select("oppose-nuclear").press("4z").screen();
    assert!(screen.contains("1 of the 11 items"), "{screen}");
    for missing in ["who paid for it", "how they were asked", "how many answered"] {
        assert!(screen.contains(missing), "{missing}\n{screen}");
    }
}

#[test]
fn a_figure_in_another_unit_stands_apart_from_the_axis() {
    let dashboard = detail("arms-enterprises", "G");
    let screen = dashboard.screen();
    assert!(screen.contains("NOT ON THE SAME SCALE"), "{screen}");
    assert!(screen.contains("more than 80 %"), "{screen}");
}
