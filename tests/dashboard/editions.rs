//! Editions of a line: the table of what was restated, the chart, the sort.

use indicia::app::Effect;
use indicia::app::panels::{CardLine, ColumnId};
use insta::assert_snapshot;

use crate::harness::{Dashboard, as_of};

const FILE: &str = include_str!("../fixtures/valid/editions.toml");

fn detail(id: &str, script: &str) -> Dashboard {
    Dashboard::of(FILE, 100, 60).select(id).press("4z").press(script)
}

#[test]
fn editions_at_two_sizes() {
    for (width, height) in [(120, 40), (80, 24)] {
        let dashboard = Dashboard::of(FILE, width, height);
        assert_snapshot!(format!("gauges_{width}x{height}"), dashboard.screen());
        let dashboard = dashboard.select("cases").press("4<pgdn>");
        assert_snapshot!(format!("detail_{width}x{height}"), dashboard.screen());
    }
    for id in ["cases", "share", "emissions"] {
        let dashboard = Dashboard::of(FILE, 100, 120).select(id).press("4z");
        let end = dashboard.model.panels.detail.card.lines.len();
        let screen = dashboard.screen();
        let card: Vec<_> = screen.lines().skip(1).take(end + 2).collect();
        assert_snapshot!(format!("card_{id}"), card.join("\n"));
    }
}

#[test]
fn the_table_is_sorted_by_what_was_restated_most_and_hedges_come_after() {
    let dashboard = Dashboard::of(FILE, 160, 30).press("2z");
    let report = &dashboard.model.doc.report;
    let ids = |reversed| -> Vec<&str> {
        let order = ColumnId::Restated.order(report, as_of(), reversed).into_iter();
        order.filter_map(|ix| report.indicator(ix)).map(|it| &*it.id).collect()
    };
    assert_eq!(ids(false), ["cases", "deaths", "share", "emissions"]);
    assert_eq!(ids(true), ["deaths", "cases", "share", "emissions"]);
    let text = |at: usize| ColumnId::Restated.text(report, &report.indicators[at], as_of());
    let texts: Vec<_> = (0..4).map(text).collect();
    assert_eq!(
        texts,
        [
            "2019: 227 → 233 mn cases, +2.6 %",
            "2019: 568 → 576 k deaths, +1.4 %",
            "2021: up to 50 → 52 %, how far is not told",
            "–"
        ]
    );
}

#[test]
fn the_cursor_reads_each_edition_of_a_year_and_says_how_many_there_are() {
    let read = |script: &str| {
        let lines = detail("cases", script).model.panels.detail.card.lines.clone();
        let at = lines
            .iter()
            .position(|line| matches!(line, CardLine::Legend(text) if text.starts_with("› ")));
        let texts = lines[at.unwrap()..].iter().take(3).map(|line| match line {
            CardLine::Legend(text) | CardLine::Reading(text) | CardLine::Field(_, text) => {
                text.trim_start_matches("› ").to_owned()
            }
            other => format!("{other:?}"),
        });
        texts.collect::<Vec<_>>()
    };
    assert_eq!(
        read("<left><left><left><left>"),
        ["9 of 13; 3 here", "245 million cases, 2020", "Cases of the disease, edition 2023"]
    );
    assert_eq!(
        read("<left><left><left><left><left><left>"),
        ["7 of 13; 3 here", "about 241 million cases, 2020", "Cases of the disease, edition 2021"]
    );
}

#[test]
fn a_restatement_is_no_dispute_and_an_older_edition_is_no_newer_figure() {
    let dashboard = Dashboard::of(FILE, 120, 40);
    for indicator in &dashboard.model.doc.report.indicators {
        assert_eq!(indicator.latest(), None, "{}", indicator.id);
        assert!(indicator.rivals.is_empty());
    }
    assert!(!dashboard.screen().contains('±'));
    assert!(dashboard.model.doc.diagnostics.is_empty());
}

#[test]
fn a_citation_names_the_edition_and_says_which_one_supersedes_it() {
    let copied = |script: &str| {
        let dashboard = detail("cases", script).press("y");
        dashboard.effects.iter().find_map(|effect| match effect {
            Effect::Copy(text) => Some(text.clone()),
            _ => None,
        })
    };
    let latest = copied("<left><left>").unwrap();
    assert!(latest.contains("edition 2023") && !latest.contains("superseded"), "{latest}");
    let earlier = copied("<left><left><left>").unwrap();
    assert!(earlier.contains("edition 2022: 247 million cases"), "{earlier}");
    assert!(earlier.contains("superseded by edition 2023"), "{earlier}");
}
