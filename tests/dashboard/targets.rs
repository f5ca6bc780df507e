//! What is aimed at, supposed or foreseen: it reads like nothing that happened, and is reached, cited
//! and found like other figures.

use indicia::app::panels::Cursor;
use indicia::app::{Effect, Msg};
use insta::assert_snapshot;

use crate::harness::{Dashboard, loaded};

const FILE: &str = include_str!("../fixtures/reports/targets.toml");

fn on(id: &str, script: &str) -> Dashboard {
    Dashboard::of(FILE, 120, 40).select(id).press("4").press(script)
}

#[track_caller]
fn copied(dashboard: &Dashboard) -> &str {
    match dashboard.effects.last() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied: {other:?}\n{}", dashboard.screen()),
    }
}

#[test]
fn targets_scenarios_and_forecasts_on_the_screen() {
    for (width, height) in [(120, 40), (80, 24)] {
        for (id, name) in [
            ("emissions", "targets"),
            ("renewables", "scenarios"),
            ("demand", "forecasts"),
            ("trees", "target_as_headline"),
        ] {
            let dashboard = Dashboard::of(FILE, width, height).select(id).press("4z");
            assert_snapshot!(format!("{name}_{width}x{height}"), dashboard.screen());
        }
        let whole = Dashboard::of(FILE, width, height);
        assert_snapshot!(format!("targets_all_{width}x{height}"), whole.screen());
    }
}

#[test]
fn the_cursor_goes_over_the_targets_first() {
    let dashboard = on("emissions", "");
    let at = |n: usize| dashboard.copy().press(&"<right>".repeat(n)).model.panels.detail.cursor;
    assert_eq!([at(0), at(1), at(3)], [None, Some(Cursor::Target(0)), Some(Cursor::Target(2))]);
    assert!(matches!(at(4), Some(Cursor::Point(_))));
    let back = dashboard.copy().press("<right><left>");
    assert_eq!(back.model.panels.detail.cursor, None, "the headline stands before them");
    let shown = dashboard.press("<right>").screen();
    assert!(shown.contains("aimed at: a fall of 45 %"), "{shown}");
}

#[test]
fn a_target_is_cited_as_one() {
    let dashboard = on("emissions", "<right>y");
    assert_eq!(
        copied(&dashboard),
        "Emissions against 1990: “a cut of 45 percent by 2025” (aimed at: a fall of 45 % compared \
         with 1990; read as aimed at: −45 % vs 1990); Harbour City; by 2025; said by the council; \
         its chances by the source: “unlikely to meet”. Climate report 2024, Harbour City, May \
         2024, p. 4, https://example.org/climate"
    );
    assert_eq!(
        copied(&dashboard.press("Y")),
        "“a cut of 45 percent by 2025” (aimed at: a fall of 45 % compared with 1990)"
    );
    let mut bibtex = on("emissions", "<right><right>");
    bibtex.model.env.citation = indicia::export::CitationFormat::Bibtex;
    assert!(copied(&bibtex.press("y")).contains("emissions:target-2"));
}

#[test]
fn keys_are_about_the_target_at_the_cursor() {
    let opened = on("emissions", "<right>o").screen();
    assert!(opened.contains("https://example.org/climate"), "{opened}");
    let form = on("emissions", "<right>i");
    assert!(form.model.overlay.is_none());
    let said = form.screen();
    assert!(said.contains("there is no form for what is aimed at"), "{said}");
    let edited = on("emissions", "<right>e");
    assert!(matches!(edited.effects.last(), Some(Effect::Edit(46))), "{:?}", edited.effects);
}

#[test]
fn the_cursor_stays_on_its_target_when_the_file_changes() {
    let before = on("emissions", "<right><right>");
    let mut dashboard = before.copy();
    let extra = "[[indicator.target]]\nvalue = -20\nbase = \"1990\"\nperiod = \"2020\"\n\n";
    let at = FILE.find("[[indicator.target]]").unwrap();
    let text = format!("{}{extra}{}", FILE.get(..at).unwrap(), FILE.get(at..).unwrap());
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert_eq!(dashboard.model.panels.detail.cursor, Some(Cursor::Target(2)));
    let changed = FILE.replace("value = -80", "value = -70");
    let mut dashboard = before;
    dashboard.send(Msg::Loaded(Box::new(loaded(&changed))));
    assert_eq!(dashboard.model.panels.detail.cursor, Some(Cursor::Target(1)));
    let news = dashboard.press("D").screen();
    assert!(news.contains("its target: aimed at: a fall of at least 80"), "{news}");
}

#[test]
fn a_lost_aim_is_told_as_a_loss() {
    let headline = FILE.replace("status = \"target\"\n", "");
    let mut dashboard = on("trees", "");
    dashboard.send(Msg::Loaded(Box::new(loaded(&headline))));
    let said = dashboard.screen();
    assert!(said.contains("status lost: trees: aimed at: 10,000"), "{said}");
}

#[test]
fn a_target_is_found_by_its_chances_and_a_scenario_by_its_name() {
    for (typed, says) in [
        ("unlikely to meet", "aimed at: a fall of 45 % vs 1990, by 2025"),
        ("net zero", "92 %, scenario “net zero”"),
    ] {
        let found = Dashboard::of(FILE, 200, 40).press(&format!("/{typed}")).screen();
        assert!(found.contains(says), "{found}");
    }
}

#[test]
fn a_filter_finds_what_is_overdue() {
    let dashboard = Dashboard::of(FILE, 120, 40).press("ftime is over<enter>");
    let visible = &dashboard.model.nav.filter.visible;
    let report = &dashboard.model.doc.report;
    let shown: Vec<_> =
        report.indexed().filter(|(ix, _)| visible.has(*ix)).map(|(_, i)| &*i.id).collect();
    assert_eq!(shown, ["emissions", "demand", "trees"]);
}
