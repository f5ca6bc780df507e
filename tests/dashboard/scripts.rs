//! Key scripts: state in, keys, state out.

use indicia::app::Effect;
use indicia::app::keys::Panel;
use indicia::app::overlays::{Help, Overlay};
use indicia::app::panels::{ColumnId, Sort};

use crate::harness::{Dashboard, large};

fn after(script: &str) -> Dashboard {
    Dashboard::of_report(120, 40).press(script)
}

#[test]
fn panels_are_reached_by_tab_and_by_number() {
    for (script, panel) in [
        ("", Panel::Gauges),
        ("<tab>", Panel::Table),
        ("<tab><tab>", Panel::Timeline),
        ("<tab><tab><tab>", Panel::Detail),
        ("<tab><tab><tab><tab>", Panel::Gauges),
        ("<s-tab>", Panel::Detail),
        ("3", Panel::Timeline),
        ("42", Panel::Table),
    ] {
        assert_eq!(after(script).model.nav.focus, panel, "{script}");
    }
}

#[test]
fn movement_works_by_arrows_and_by_letters() {
    for (script, id) in [
        ("", "export-share-russia"),
        ("j", "fdi-share-east"),
        ("<down><down>", "debt-to-russia"),
        ("jjk", "fdi-share-east"),
        ("<up>", "export-share-russia"),
        ("G", "student-placements"),
        ("<end>", "student-placements"),
        ("Gg", "export-share-russia"),
        ("G<home>", "export-share-russia"),
        ("G<down>", "student-placements"),
    ] {
        assert_eq!(after(script).selected(), id, "{script}");
    }
}

#[test]
fn pages_move_further_than_half_pages_and_come_back() {
    let start = Dashboard::of(&large(300), 120, 40);
    let place = |script: &str| {
        let dashboard = Dashboard::of(&large(300), 120, 40).press(script);
        dashboard.model.panels.gauges.place(dashboard.model.nav.selection.indicator.unwrap())
    };
    assert_eq!(start.selected(), "i-0");
    let (half, page) = (place("<ctrl-d>"), place("<pgdn>"));
    assert!(0 < half && half < page && page < 40, "{half} {page}");
    assert_eq!(place("<ctrl-d><ctrl-u>"), 0);
    assert_eq!(place("<pgdn><pgup>"), 0);
    assert_eq!(place("G<pgup><end>"), 299);
}

#[test]
fn one_selection_is_shared_by_all_panels() {
    let dashboard = after("jj2");
    assert_eq!(dashboard.selected(), "debt-to-russia");
    let dashboard = dashboard.press("j1");
    assert_eq!(dashboard.selected(), "debtor-rank");
    assert_eq!(dashboard.model.panels.detail.card.title, "Rank of Belarus among Moscow's debtors");
}

#[test]
fn the_selected_row_is_always_in_view() {
    for script in ["", "G", "G<pgup>", "jjjjjjjjjjjjjjj", "2G", "2ssG"] {
        let dashboard = Dashboard::of(&large(300), 100, 30).press(script);
        let screen = dashboard.screen();
        let id = dashboard.selected().trim_start_matches("i-");
        let row = format!("›Indicator number {id}");
        assert!(screen.contains(&row), "{script}: {row}\n{screen}");
    }
}

#[test]
fn enter_leads_to_the_detail_and_esc_back() {
    let dashboard = after("2<enter>");
    assert_eq!(dashboard.model.nav.focus, Panel::Detail);
    assert_eq!(dashboard.press("<esc>").model.nav.focus, Panel::Table);
}

#[test]
fn the_table_is_sorted_by_any_column_and_turned_round() {
    let sort = |script: &str| after(script).model.panels.table.sort;
    let by = |by| Sort { by, reversed: false };
    assert_eq!(sort("2s"), by(Some(ColumnId::Indicator)));
    assert_eq!(sort("2ss"), by(Some(ColumnId::Reading)));
    assert_eq!(sort("2<right><left>"), by(None));
    assert_eq!(sort("2h"), by(Some(ColumnId::Note)));
    assert_eq!(sort("2sS"), Sort { by: Some(ColumnId::Indicator), reversed: true });
    assert_eq!(sort("s"), by(None), "keys of the table work in the table");
}

#[test]
fn readings_are_sorted_within_a_unit_and_undated_figures_come_last() {
    let first = |script: &str| after(script).press("g").selected().to_owned();
    // Shares, from the lowest: fewer than 1 in 10.
    assert_eq!(first("2ss"), "pupils-belarusian");
    let dashboard = after("2ssssG");
    let last = dashboard
        .model
        .nav
        .selection
        .indicator
        .and_then(|ix| dashboard.model.doc.report.indicator(ix));
    assert_eq!(last.unwrap().headline.period, None);
}

#[test]
fn of_one_number_limits_come_before_the_number_itself() {
    let row = |id: &str, value: &str, hedge: &str| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nlabel = \"{id}\"\nunit = \"%\"\nvalue = {value}\nhedge = \"{hedge}\"\n"
        )
    };
    let mut text = String::from("[report]\ntitle = \"Order\"\n");
    text += "[[indicator]]\nid = \"exact\"\nlabel = \"exact\"\nunit = \"%\"\nvalue = 70\n";
    for (id, hedge) in [
        ("about", "about"),
        ("over", "just over"),
        ("above", "above"),
        ("least", "at least"),
        ("nearly", "nearly"),
        ("most", "at most"),
        ("below", "below"),
        ("most-2", "up to"),
    ] {
        text += &row(id, "70", hedge);
    }
    text += &row("lower", "60", "about");
    let order = |script: &str| {
        let dashboard = Dashboard::of(&text, 120, 40).press(script);
        let report = &dashboard.model.doc.report;
        let ids = dashboard
            .model
            .panels
            .table
            .order
            .iter()
            .map(|ix| report.indicator(*ix).unwrap().id.to_string());
        ids.collect::<Vec<_>>()
    };
    let seventy = ["below", "most", "most-2", "least", "above", "nearly", "about", "over", "exact"];
    assert_eq!(order("2ss"), [&["lower"], &seventy[..]].concat());
    assert_eq!(order("2ssS"), [&seventy[..], &["lower"]].concat());
}

#[test]
fn millions_stand_below_billions_and_what_has_no_age_behind_what_has_one() {
    let row = |id: &str, unit: &str, value: &str, period: &str| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nlabel = \"{id}\"\nunit = \"{unit}\"\nvalue = {value}\n{period}"
        )
    };
    let text = [
        "[report]\ntitle = \"Order\"\n".to_owned(),
        row("people", "people", "4", ""),
        row("half", "billion USD", "0.5", "period = \"2020\"\n"),
        row("decade", "million USD", "900", "period = \"202X\"\n"),
        row("least", "USD", "7000", "period = \"2024\"\n"),
        row("euros", "EUR", "1", "period = \"2029~\"\n"),
    ]
    .concat();
    let order = |script: &str| {
        let dashboard = Dashboard::of(&text, 120, 40).press(script);
        let order = dashboard.model.panels.table.order.iter();
        let ids = order.map(|ix| dashboard.model.doc.report.indicator(*ix).unwrap().id.to_string());
        ids.collect::<Vec<_>>()
    };
    let usd = |ids: Vec<String>| {
        ids.into_iter().filter(|id| id != "people" && id != "euros").collect::<Vec<_>>()
    };
    assert_eq!(usd(order(":by reading<enter>")), ["least", "half", "decade"]);
    assert_eq!(usd(order(":by reading<enter>S")), ["decade", "half", "least"]);
    let ageless = ["people", "decade", "euros"];
    assert_eq!(order(":by age<enter>"), [&["least", "half"][..], &ageless].concat());
    assert_eq!(order(":by age<enter>S"), [&["half", "least"][..], &ageless].concat());
}

#[test]
fn what_has_nothing_to_sort_by_comes_last_either_way() {
    for script in ["2ssssG", "2ssssSG"] {
        let dashboard = after(script);
        let last = dashboard
            .model
            .nav
            .selection
            .indicator
            .and_then(|ix| dashboard.model.doc.report.indicator(ix));
        assert_eq!(last.unwrap().headline.period, None, "{script}");
    }
}

#[test]
fn another_item_of_the_same_name_starts_at_its_top() {
    let note = "word ".repeat(400);
    let item = |id| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nlabel = \"Same\"\nunit = \"%\"\nvalue = 5\nnote = \"{note}\"\n"
        )
    };
    let text = format!("[report]\ntitle = \"Two\"\n{}{}", item("a"), item("b"));
    let dashboard = Dashboard::of(&text, 120, 40).press("4<enter><pgdn>");
    assert!(dashboard.model.panels.detail.offset > 0);
    assert_eq!(dashboard.press("1j").model.panels.detail.offset, 0);
}

#[test]
fn zooming_out_ends_where_there_is_nothing_more_to_see() {
    let span = after("3-----------").model.panels.timeline.span;
    assert!(span.to - span.from < 366.0 * 40.0, "{span:?}");
}

#[test]
fn the_timeline_is_zoomed_panned_and_shown_whole_again() {
    let span = |script: &str| after(script).model.panels.timeline.span;
    let whole = span("");
    let length = |s: indicia::app::panels::Span| s.to - s.from;
    assert!((length(span("3+")) * 2.0 - length(whole)).abs() < 1.0);
    assert!((length(span("3++-")) * 2.0 - length(whole)).abs() < 1.0);
    assert!(span("3+l").from > span("3+").from);
    assert!(span("3+h").from < span("3+").from);
    assert_eq!(span("3++lll0"), whole);
}

#[test]
fn help_lies_over_everything_and_esc_closes_it() {
    for open in ["?", "<f1>"] {
        let dashboard = after(open);
        assert!(matches!(dashboard.model.overlay, Some(Overlay::Help(Help { offset: 0 }))));
        for close in ["<esc>", "?", "q"] {
            let dashboard = after(open).press(close);
            assert!(dashboard.model.overlay.is_none(), "{close}");
            assert!(dashboard.effects.is_empty());
        }
    }
    assert_eq!(after("?j<esc>").selected(), "export-share-russia");
}

#[test]
fn zoom_covers_the_screen_and_esc_or_z_brings_the_rest_back() {
    let dashboard = after("2z");
    assert!(dashboard.model.nav.zoomed);
    assert!(!dashboard.screen().contains("1 Gauges"));
    assert!(!after("2zz").model.nav.zoomed);
    assert!(!after("2z<esc>").model.nav.zoomed);
}

#[test]
fn only_q_and_ctrl_c_end_the_program() {
    assert_eq!(after("q").effects, [Effect::Quit]);
    assert_eq!(after("?<ctrl-c>").effects, [Effect::Quit]);
    assert_eq!(after("<ctrl-z>").effects, [Effect::Suspend]);
    assert!(after("<esc><esc><esc>xvQ").effects.is_empty());
}

#[test]
fn the_selection_stays_on_its_indicator_after_a_reload() {
    let mut dashboard = after("jj");
    let moved = crate::harness::REPORT.replace(
        "# Economy: trade",
        "[[indicator]]\nid = \"new\"\nlabel = \"New\"\nunit = \"%\"\nvalue = 5\n\n# Economy: trade",
    );
    dashboard.send(indicia::app::Msg::Loaded(Box::new(crate::harness::loaded(&moved))));
    assert_eq!(dashboard.model.doc.report.indicators.len(), 16);
    assert_eq!(dashboard.selected(), "debt-to-russia");
    assert_eq!(dashboard.model.panels.detail.card.title, "Debt owed to Russia");
}

#[test]
fn keys_before_the_file_is_read_do_no_harm() {
    let mut dashboard = Dashboard::loading(80, 24).press("jG<tab>s+z?<esc>");
    dashboard
        .send(indicia::app::Msg::Loaded(Box::new(crate::harness::loaded(crate::harness::REPORT))));
    assert_eq!(dashboard.selected(), "export-share-russia");
}
