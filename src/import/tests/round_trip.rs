//! What is exported and imported again means the same.

use super::as_of;
use crate::export::{Extract, csv, sdmx_csv};
use crate::import::{Choice, plan};
use crate::load::load;
use crate::report::{Observation, Period, Report, Source};

const REPORTS: &[(&str, &str)] = &[
    ("report.toml", include_str!("../../../tests/fixtures/report.toml")),
    ("every-key.toml", include_str!("../../../tests/fixtures/valid/every-key.toml")),
    ("city.toml", include_str!("../../../examples/city.toml")),
    ("energy.toml", include_str!("../../../examples/energy.toml")),
    ("health.toml", include_str!("../../../examples/health.toml")),
    ("polls.toml", include_str!("../../../examples/polls.toml")),
];

/// What a format carries of a point, in one text.
fn meaning(report: &Report, point: &Observation, has_all: bool) -> String {
    let source = point.source.and_then(|ix| report.source(ix)).map(Source::citation);
    let stated = (&point.quantity, &point.status, &point.wording, &point.scenario, &point.note);
    let place = (source, &point.locator, &point.stated_by);
    let period = |period: &Period| period.to_edtf();
    let dates = (point.period.as_ref().map(period), point.base.as_deref().map(period));
    let around =
        point.uncertainty.as_ref().map(|it| (it.low, it.high, has_all.then(|| it.kind.clone())));
    format!(
        "{stated:?} {place:?} {dates:?} {around:?} {:?}",
        point.derived.as_ref().filter(|_| has_all)
    )
}

fn come_back(write: fn(&Extract<'_>) -> String, figure: fn(usize) -> String, has_all: bool) {
    let mut count = 0;
    for (name, text) in REPORTS {
        let report = load(text, as_of()).report;
        let indicators = report.indicators.iter().collect();
        let extract = Extract { report: &report, indicators, as_of: as_of(), left_out: None };
        let written = write(&extract);
        for indicator in &report.indicators {
            for (nth, series) in indicator.series.iter().enumerate() {
                let id = format!("{name} {} series {}", indicator.id, nth + 1);
                let mut choice = Choice {
                    to: indicator.id.to_string(),
                    only: vec![format!("indicator={}", indicator.id), figure(nth + 1)],
                    ..Choice::default()
                };
                let same = plan(text, &written, None, &choice, as_of()).expect(&id);
                assert_eq!((same.added, same.same), (0, series.points.len()), "{id}");
                choice.edition = Some("copy".to_owned());
                let copied = plan(text, &written, None, &choice, as_of()).expect(&id);
                let read = load(&copied.text, as_of()).report;
                let copy = read.indicators.iter().find(|it| it.id == indicator.id).unwrap();
                let copy = copy.series.last().unwrap();
                let mut own: Vec<_> = series.points.iter().collect();
                own.sort_by_key(|point| point.period.as_ref().unwrap().sort_key());
                assert_eq!(copy.points.len(), own.len(), "{id}");
                for (new, old) in copy.points.iter().zip(own) {
                    assert_eq!(
                        meaning(&read, new, has_all),
                        meaning(&report, old, has_all),
                        "{id}"
                    );
                    count += 1;
                }
                assert_eq!((&copy.differs, &copy.unit), (&series.differs, &series.unit), "{id}");
            }
        }
    }
    assert!(count > 50, "{count}");
}

#[test]
fn points_come_back_from_sdmx_csv() {
    come_back(sdmx_csv, |nth| format!("series-{nth}"), true);
}

#[test]
fn points_come_back_from_csv() {
    come_back(csv, |nth| format!("series {nth}"), false);
}

#[test]
fn a_season_in_a_table_of_indicia_is_no_span_of_years() {
    let report = include_str!("../../../tests/fixtures/import/report.toml");
    let choice = Choice { to: "hunger".to_owned(), ..Choice::default() };
    let own = "indicator,figure,period,value,stated\nhunger,series 1,2025-22,7,7 %\n";
    let text = plan(report, own, None, &choice, as_of()).unwrap().text;
    assert!(text.contains("period = \"2025-22\""), "{text}");
    assert!(plan(report, "period,value\n2025-22,7\n", None, &choice, as_of()).is_err());
}
