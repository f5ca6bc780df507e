//! Figures with several sources, and figures that no source prints.

use indicia::app::Effect;
use indicia::app::overlays::Overlay;
use indicia::report::Address;
use insta::assert_snapshot;

use crate::harness::Dashboard;

const FILE: &str = include_str!("../fixtures/valid/sources.toml");

fn dashboard(width: u16, height: u16) -> Dashboard {
    of(FILE, width, height)
}

fn of(file: &str, width: u16, height: u16) -> Dashboard {
    let mut dashboard = Dashboard::of(file, width, height);
    dashboard.model.env.opens_with = Ok("xdg-open".to_owned());
    dashboard
}

#[track_caller]
fn opened(dashboard: &Dashboard) -> String {
    match dashboard.effects.last() {
        Some(Effect::Open(address)) => address.to_string(),
        other => panic!("nothing was opened: {other:?}\n{}", dashboard.screen()),
    }
}

#[test]
fn each_source_can_be_opened_at_its_own_words() {
    let bank = "https://bank.example/debt.pdf#page=41";
    let mirror = "https://mirror.example/owes#:~:text=almost%2062%20million%20dollars";
    for (keys, address) in [("o", bank), ("oj", mirror), ("o<down>", mirror), ("ojk", bank)] {
        let shown = dashboard(120, 40).press(keys);
        assert!(shown.screen().contains(address), "{keys}\n{}", shown.screen());
        assert!(shown.effects.is_empty());
        assert_eq!(opened(&shown.copy().press("<enter>")), address, "{keys}");
        let copied = shown.press("y");
        assert!(matches!(copied.effects.last(), Some(Effect::Copy(text)) if text == address));
    }
}

#[test]
fn a_source_without_an_address_is_listed_and_opens_nothing() {
    for key in ["<enter>", "y"] {
        let shown = dashboard(120, 40).press("ojj");
        assert!(shown.screen().contains("council has no address"), "{}", shown.screen());
        let pressed = shown.press(key);
        assert!(
            pressed.effects.is_empty() && matches!(pressed.model.overlay, Some(Overlay::Link(_)))
        );
        let news = pressed.model.news_lines().into_iter().map(|line| line.notice.long);
        assert_eq!(news.collect::<Vec<_>>(), ["council has no address"]);
    }
    // Where the first has none, the first of those that have one is offered.
    let file = FILE.replacen("url = \"https://bank.example/debt.pdf\"\n", "", 1);
    let opened = of(&file, 120, 40).press("o<enter>");
    let address = "https://mirror.example/owes#:~:text=almost%2062%20million%20dollars";
    assert_eq!(opened.effects, [Effect::Open(Address::new(address).unwrap())]);
    let file = file.replacen("url = \"https://mirror.example/owes\"\n", "", 1);
    let nowhere = Dashboard::of(&file, 120, 40).press("o");
    assert!(nowhere.model.overlay.is_none() && nowhere.effects.is_empty());
    let news = nowhere.model.news_lines().into_iter().map(|line| line.notice.long);
    let why = "its source, bank, has no address: E opens it in the editor, to add one";
    assert_eq!(news.collect::<Vec<_>>(), [why]);
}

#[test]
fn every_source_and_calculation_is_found_and_narrows() {
    for (typed, id, says) in [
        ("almost dollars", "debt", "in another source"),
        ("item 7", "debt", "in another source"),
        ("mirror", "debt", "Debt of the city"),
        ("34 + 22", "city-staff", "in our own calculation"),
        ("our own calculation 24.4", "spending-change", ""),
    ] {
        let found = dashboard(120, 40).press(&format!("/{typed}"));
        assert_eq!(found.selected(), id, "{typed}\n{}", found.screen());
        assert!(found.screen().contains(says), "{typed}\n{}", found.screen());
    }
    for (typed, ids) in [
        ("source: mirror", &["debt", "spending-change"][..]),
        ("our own", &["debt", "city-staff", "spending-change"]),
    ] {
        let narrowed = dashboard(120, 40).press(&format!("f{typed}<enter>"));
        let report = &narrowed.model.doc.report;
        let shown = narrowed.model.panels.gauges.order.iter();
        let shown: Vec<_> = shown.map(|ix| &*report.indicator(*ix).unwrap().id).collect();
        assert_eq!(shown, ids, "{typed}");
    }
    // What was worked out here does not lack a source.
    let list = dashboard(120, 40).press("f").screen();
    assert!(!list.contains("without a source"), "{list}");
}

#[test]
fn sources_and_calculations_on_the_screen() {
    let mut dashboard = dashboard(120, 40);
    assert_snapshot!("several_sources_120x40", dashboard.screen());
    assert_snapshot!("several_sources_choice_120x40", dashboard.copy().press("o").screen());
    dashboard = dashboard.press("j");
    assert_snapshot!("calculation_120x40", dashboard.screen());
    let table = self::dashboard(200, 40).press("2z").screen();
    assert!(table.contains("bank Table 3, p. 41 +2") && table.contains("our own"), "{table}");
    assert_snapshot!("calculation_80x24", self::dashboard(80, 24).press("j").screen());
}
