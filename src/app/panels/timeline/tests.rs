use proptest::prelude::*;
use ratatui::layout::Rect;

use super::*;
use crate::load::load;

const HEAD: &str = "[report]\ntitle = \"T\"\n\
    [[group]]\nid = \"g0\"\ntitle = \"Trade\"\n\
    [[group]]\nid = \"g1\"\ntitle = \"Money\"\n\
    [[group]]\nid = \"g2\"\ntitle = \"A group with a title that has no room in its column\"\n";

/// A report of events: their dates, empty for none, and their groups, 3 for none.
fn report(events: &[(String, usize)]) -> Report {
    let event = |(at, (date, group)): (usize, &(String, usize))| {
        let date = if date.is_empty() { String::new() } else { format!("date = \"{date}\"\n") };
        let group = if *group < 3 { format!("group = \"g{group}\"\n") } else { String::new() };
        format!("[[event]]\nid = \"e{at}\"\ntitle = \"Event {at}\"\n{date}{group}")
    };
    let text = HEAD.to_owned() + &events.iter().enumerate().map(event).collect::<String>();
    let loaded = load(&text, as_of());
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    loaded.report
}

fn as_of() -> Day {
    Day::new(2026, 1, 1)
}

fn timeline(report: &Report) -> Timeline {
    Timeline::new(report, as_of(), &VisibleSet::default())
}

/// The signs of a lane of these dates in columns of a step, over this time; `.` where none begins.
fn signs(step: Step, time: &str, dates: &[&str]) -> String {
    let events: Vec<_> = dates.iter().map(|date| ((*date).to_owned(), 0)).collect();
    let report = report(&events);
    let mut timeline = timeline(&report);
    let time = Period::parse(time).expect("EDTF");
    let days = |day: Option<Day>| float(day.expect("a day").to_epoch());
    timeline.span = Span { from: days(time.start()), to: days(time.end()) + 1.0 };
    let columns = step.stretches(timeline.span, 100).expect("few");
    timeline.lanes.draw(columns, 1);
    let [lane] = timeline.lanes.drawn() else { panic!("one lane") };
    let sign = |count: &Count| match count.sign() {
        none if none.is_empty() => ".".to_owned(),
        sign => sign,
    };
    lane.counts.iter().map(sign).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_event_counts_where_it_began_and_keeps_its_doubt() {
    for (dates, lane) in [
        (&["2014"][..], "1 . . . ."),
        // How long it lasted does not count.
        (&["2015/2018", "2016/.."], ". 1 1 . ."),
        (&["2016~"], ". . ≈1 . ."),
        (&["2016-05?"], ". . ≈1 . ."),
        (&["201X"], ". . . . ."),
        // One of several whose date is in doubt leaves their number in doubt.
        (&["2016~", "2016-03-04"], ". . ≈2 . ."),
        // It began at the end that is stated, or earlier.
        (&["../2017"], ". . . ◂1 ."),
        (&["/2017-02"], ". . . ◂1 ."),
        (&["2012", "2019"], ". . . . ."),
    ] {
        assert_eq!(signs(Step::Years(1), "2014/2018", dates), lane, "{dates:?}");
    }
}

#[test]
fn a_date_is_never_finer_than_it_is_stated() {
    for (dates, lane) in [
        (&["2024-02-03", "2024-02", "2024-04"][..], ". 2 . 1"),
        // All that is known is the year, so it is in January only about.
        (&["2024"], "≈1 . . ."),
        (&["2024", "2024-01-02"], "≈2 . . ."),
        (&["2024/2026"], "≈1 . . ."),
        (&["2024-02/2026"], ". 1 . ."),
    ] {
        assert_eq!(signs(Step::Months(1), "2024-01/2024-04", dates), lane, "{dates:?}");
    }
}

#[test]
fn columns_are_whole_steps_and_begin_at_round_days() {
    let starts = |step: Step, time: &str| {
        let time = Period::parse(time).expect("EDTF");
        let days = |day: Option<Day>| float(day.expect("a day").to_epoch());
        let span = Span { from: days(time.start()), to: days(time.end()) + 1.0 };
        let stretches = step.stretches(span, 9).expect("few");
        assert!(stretches.windows(2).all(|pair| pair[0].end == pair[1].start));
        stretches.iter().map(|it| step.text(it.start)).collect::<Vec<_>>()
    };
    assert_eq!(starts(Step::Years(1), "2014/2016"), ["2014", "2015", "2016"]);
    assert_eq!(starts(Step::Years(5), "2014/2016"), ["2010", "2015"]);
    assert_eq!(starts(Step::Years(50), "-0098/0070"), ["100 BC", "50 BC", "AD 1", "AD 50"]);
    assert_eq!(starts(Step::Months(3), "2024-02/2024-05"), ["Jan 2024", "Apr 2024"]);
    // A Wednesday, and the Monday before it.
    assert_eq!(starts(Step::Days(7), "2024-03-13/2024-03-18"), ["11 Mar 2024", "18 Mar 2024"]);
    assert_eq!(starts(Step::Years(5_000_000), "2014").len(), 1);
}

#[test]
fn events_of_one_year_have_columns_of_months() {
    let report = report(&[("2026-03".to_owned(), 0), (String::new(), 0)]);
    let timeline = timeline(&report);
    let inner = Rect::new(1, 1, 76, 12);
    let areas = LaneAreas::new(&timeline, &report, inner).expect("room");
    assert_eq!((areas.step, areas.track.width), (Step::Months(1), 12 * areas.column));
}

/// A date from year -5000 to 9999, or none.
fn date() -> impl Strategy<Value = String> {
    let year = prop_oneof![-4999i64..9999, 2014i64..2027];
    (year, 0u8..16).prop_map(|(year, month)| {
        let sign = if year < 0 { "-" } else { "" };
        let year = year.abs();
        match month {
            0 => String::new(),
            month @ 1..=12 => format!("{sign}{year:04}-{month:02}"),
            13 => format!("{sign}{year:04}~"),
            14 => format!("{sign}{year:04}/.."),
            _ => format!("../{sign}{year:04}"),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn rows_and_columns_add_up_at_every_size(
        events in proptest::collection::vec((date(), 0usize..4), 0..40),
        many in 1usize..30,
        zoom in 0u8..8,
    ) {
        // Many on one day, so that numbers of several digits stand side by side.
        let same = vec![("2026-01-01".to_owned(), 1); many * many];
        let report = report(&[events, same].concat());
        let mut timeline = timeline(&report);
        for _ in 0..zoom {
            timeline.zoom(&report, 0.5);
        }
        for (width, height) in
            (0..30).flat_map(|n| [(n * 9, n), (44 + n, n * 2), (n * 7, 40), (400, n)])
        {
            let inner = Rect::new(1, 1, width, height);
            let Some(areas) = LaneAreas::new(&timeline, &report, inner) else { continue };
            timeline.draw_lanes(&areas, None, &report);
            let lanes = &timeline.lanes;
            let all = lanes.all();
            for parts in [areas.track, areas.bars, areas.tallies, areas.undated, areas.list] {
                prop_assert_eq!(parts.intersection(inner), parts, "{:?}", areas);
            }
            let columns = u16::try_from(lanes.columns().len()).unwrap();
            prop_assert_eq!(columns * areas.column, areas.track.width);
            for (at, total) in lanes.totals().iter().enumerate() {
                let lanes = lanes.drawn().iter().map(|lane| lane.counts[at].events);
                prop_assert_eq!(lanes.sum::<usize>(), total.events);
                let sign = total.sign().chars().count();
                prop_assert!(sign < usize::from(areas.column), "{:?} in {:?}", total, areas);
            }
            let tallies = lanes.drawn().iter().map(|lane| lane.tally);
            let sum = tallies.clone().fold((0, 0, 0), |sum, it| {
                (sum.0 + it.dated, sum.1 + it.undated, sum.2 + it.in_view)
            });
            prop_assert_eq!(sum, (all.dated, all.undated, all.in_view));
            prop_assert_eq!(all.dated + all.undated, report.events.len());
            prop_assert!(timeline.is_zoomed() || all.in_view == all.dated);
            for lane in lanes.drawn() {
                let counted: usize = lane.counts.iter().map(|count| count.events).sum();
                prop_assert_eq!(counted, lane.tally.in_view);
            }
            // A press on a number selects what it counts, one after the other.
            for (at, lane) in lanes.drawn().iter().enumerate() {
                for (column, count) in lane.counts.iter().enumerate() {
                    let (mut seen, mut event) = (0, None);
                    while let Some(next) = lanes.at(at, column, event).filter(|_| seen <= count.events) {
                        seen += usize::from(event != Some(next));
                        event = Some(next);
                        prop_assert_eq!(lanes.place(next, &report), Some((at, Spot::Column(column))));
                        if lanes.at(at, column, None) == lanes.at(at, column, event) { break }
                    }
                    prop_assert_eq!(seen, count.events);
                }
            }
        }
    }
}
