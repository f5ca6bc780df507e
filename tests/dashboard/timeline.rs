//! The timeline: bands, marks, where Enter leads, what a reload leaves as it is.

use indicia::app::Msg;
use indicia::app::keys::Panel;
use indicia::app::nav::CameFrom;
use indicia::app::nav::Subject;
use indicia::app::panels::Span;
use indicia::report::ItemIx;
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::harness::{Dashboard, as_of, loaded};

/// By date: base, vote, (debt), aid, treaty, (budget), talks; share is undated.
const TEXT: &str = r#"
[report]
title = "Small"

[[group]]
id    = "trade"
title = "Trade"

[[group]]
id    = "money"
title = "Money"

[[indicator]]
id     = "share"
label  = "Share of exports going east"
short  = "Exports going east"
group  = "trade"
unit   = "%"
value  = 70
hedge  = "up to"

[[indicator]]
id     = "debt"
label  = "Debt owed abroad"
group  = "money"
unit   = "billion USD"
value  = 8
hedge  = "nearly"
period = "2021/2023"

[[indicator]]
id     = "budget"
label  = "Budget of the common holding, as planned"
short  = "Budget of the holding"
group  = "money"
unit   = "billion RUB"
value  = 1
status = "forecast"
period = "2025~"

[[event]]
id    = "base"
date  = "2019"
title = "Base closed"

[[event]]
id         = "vote"
date       = "2020-08?"
title      = "Vote"
indicators = ["share"]

[[event]]
id         = "aid"
date       = "2022/.."
title      = "Aid suspended"
note       = "Until when is not said."
indicators = ["debt"]

[[event]]
id         = "treaty"
date       = "2024-12-06"
title      = "Treaty signed"
indicators = ["debt", "share", "budget"]

[[event]]
id         = "talks"
title      = "Talks on a common budget"
indicators = ["budget"]
"#;

fn after(script: &str) -> Dashboard {
    Dashboard::of(TEXT, 120, 40).press(script)
}

/// The id of the item in the selected row.
fn row(dashboard: &Dashboard) -> &str {
    let report = &dashboard.model.doc.report;
    match dashboard.model.panels.timeline.current().unwrap() {
        ItemIx::Event(at) => &report.event(at).unwrap().id,
        ItemIx::Indicator(ix) => &report.indicator(ix).unwrap().id,
    }
}

/// The lines of the screen that speak of something, inside the timeline.
fn line(dashboard: &Dashboard, title: &str) -> String {
    let screen = dashboard.screen();
    let line = screen.lines().rev().find(|line| line.contains(title));
    line.unwrap_or_else(|| panic!("no {title} in\n{screen}")).to_owned()
}

fn cells(line: &str, sign: char) -> usize {
    line.chars().filter(|c| *c == sign).count()
}

#[test]
fn the_period_of_the_selected_indicator_is_a_band_across_all_rows() {
    let dashboard = after("1j3z");
    assert_eq!(dashboard.selected(), "debt");
    let bare = line(&dashboard, "Base closed");
    let wide = cells(&bare, '░');
    assert!(wide > 10, "{bare}");
    assert_eq!(cells(&line(&dashboard, "Vote"), '░'), wide);
    // What began in the second of three years leaves a third of the band.
    assert!(cells(&line(&dashboard, "Aid suspended"), '░') < wide / 2);
    assert_eq!(cells(&line(&dashboard, "Talks on"), '░'), 0, "an undated row has no place in time");
    let screen = dashboard.screen();
    assert!(screen.contains("░ 2021–2023: Debt owed abroad  • bears on it"), "{screen}");
}

#[test]
fn without_a_date_there_is_no_band_and_the_border_says_so() {
    let screen = after("3z").screen();
    assert!(!screen.contains('░'), "{screen}");
    assert!(screen.contains("Exports going east has no date"), "{screen}");
    let narrow = Dashboard::of(TEXT, 40, 20).press("3").screen();
    assert!(narrow.contains("no date"), "{narrow}");
}

#[test]
fn a_band_that_is_not_in_view_is_said_not_to_be() {
    let screen = after("1j3zg++++").screen();
    assert!(!screen.contains('░'), "{screen}");
    assert!(screen.contains("2021–2023, not in view"), "{screen}");
}

#[test]
fn a_band_names_what_its_period_leaves_open() {
    let screen = after("1jj3z").screen();
    assert!(screen.contains("░ about 2025: Budget of the holding"), "{screen}");
}

#[test]
fn events_that_bear_on_the_selected_indicator_are_marked() {
    let marked = |dashboard: &Dashboard| {
        ["Base closed", "Vote", "Aid suspended", "Treaty signed", "Talks on"]
            .map(|title| line(dashboard, title).contains('•'))
    };
    assert_eq!(marked(&after("3zjj")), [false, true, false, true, false], "share");
    assert_eq!(marked(&after("1j3zjjjj")), [false, false, true, true, false], "debt");
    // Where there is no room for tracks the sign is still named.
    let narrow = Dashboard::of(TEXT, 40, 12).press("3").screen();
    assert!(narrow.contains("• Vote") && narrow.contains("• bears on"), "{narrow}");
}

#[test]
fn enter_goes_round_the_indicators_of_an_event_and_esc_goes_back_to_it() {
    let mut dashboard = after("3jjj");
    assert_eq!(row(&dashboard), "treaty");
    assert!(dashboard.screen().contains("Enter its figures"));
    for id in ["debt", "share", "budget", "debt"] {
        dashboard = dashboard.press("<enter>");
        assert_eq!(dashboard.selected(), id);
        assert_eq!(dashboard.model.nav.focus, Panel::Detail);
        assert_eq!(row(&dashboard), "treaty");
        assert!(dashboard.screen().contains("Enter next"), "{}", dashboard.screen());
        assert!(dashboard.screen().contains("›6 Dec 2024"), "where one comes from is marked");
    }
    let dashboard = dashboard.press("<esc>");
    assert_eq!(dashboard.model.nav.focus, Panel::Timeline);
    assert_eq!(row(&dashboard), "treaty");
    assert!(matches!(dashboard.model.subject(), Subject::Event(event) if &*event.id == "treaty"));
    assert_eq!(dashboard.selected(), "debt", "its band and its marks stay");
}

#[test]
fn enter_leads_on_only_where_something_is() {
    let dashboard = after("3");
    assert_eq!(row(&dashboard), "base");
    let dashboard = dashboard.press("<enter>");
    let back = dashboard.model.nav.back.unwrap();
    assert_eq!(back.from, CameFrom::Panel(Panel::Timeline));
    assert!(matches!(dashboard.model.subject(), Subject::Event(event) if &*event.id == "base"));
    assert!(!dashboard.screen().contains("Enter"), "{}", dashboard.screen());
    assert_eq!(row(&dashboard.press("<enter><esc>")), "base");
    // The only indicator of an event has no next one.
    let dashboard = after("3j<enter>");
    assert_eq!(dashboard.selected(), "share");
    assert!(!dashboard.screen().contains("Enter"), "{}", dashboard.screen());
    // From the detail of an event its indicators are as near as from its row.
    assert_eq!(after("3jjj4<enter><enter>").selected(), "share");
    assert_eq!(row(&after("3jjj4<enter><esc>")), "treaty");
}

#[test]
fn the_periods_of_indicators_stand_among_the_events() {
    let dashboard = after("3zp");
    let screen = dashboard.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("no {text} in\n{screen}"));
    let rows = [
        "Base closed",
        "Vote",
        "Debt owed abroad: nearly 8 bn USD",
        "Aid suspended",
        "Treaty signed",
        "Budget of the holding: 1 bn RUB, forecast",
        "Talks on a common budget",
    ];
    assert!(rows.map(at).is_sorted(), "{screen}");
    assert!(screen.contains("1 of 7; 1 figure without a date left out"), "{screen}");
    assert!(!screen.contains("Exports going east: up to"), "an undated figure has no row");
    assert!(!dashboard.press("p").screen().contains("nearly 8"));
}

#[test]
fn a_row_of_a_period_selects_its_indicator_everywhere() {
    let dashboard = after("3pjj");
    assert_eq!((row(&dashboard), dashboard.selected()), ("debt", "debt"));
    assert_eq!(dashboard.model.panels.detail.card.title, "Debt owed abroad");
    let dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.model.nav.focus, Panel::Detail);
    assert_eq!(row(&dashboard.press("<esc>")), "debt");
    // And the other way round: the row follows the selection, where it has one.
    let dashboard = after("3p1jj3");
    assert_eq!((row(&dashboard), dashboard.selected()), ("budget", "budget"));
    let dashboard = dashboard.press("1g3");
    assert_eq!(dashboard.selected(), "share", "nothing is selected by coming along");
}

#[test]
fn switching_periods_keeps_the_row() {
    assert_eq!(row(&after("3jjjp")), "treaty");
    assert_eq!(row(&after("3jjjpp")), "treaty");
    // What is taken away leaves the event in front of it.
    let dashboard = after("3pjjp");
    assert_eq!(row(&dashboard), "vote");
    assert!(matches!(dashboard.model.subject(), Subject::Event(event) if &*event.id == "vote"));
}

#[test]
fn a_figure_in_the_timeline_is_never_cut() {
    for width in (20..140).chain([200]) {
        for height in [12, 40] {
            let screen = Dashboard::of(TEXT, width, height).press("3zp").screen();
            for line in screen.lines().filter(|line| line.contains("8 bn")) {
                assert!(
                    line.contains("nearly 8 bn USD") || line.contains("~< 8 bn USD"),
                    "{width}: {line}"
                );
            }
            for line in screen.lines().filter(|line| line.contains("1 bn")) {
                assert!(line.contains("1 bn RUB, forecast"), "{width}: {line}");
            }
        }
    }
}

#[test]
fn undated_events_come_last_and_have_no_place_on_the_axis() {
    let line = line(&after("3z"), "Talks on");
    assert!(line.contains("no date") && line.contains("date not stated"), "{line}");
    assert!(!line.contains(['·', '╎', '◆']), "{line}");
}

#[test]
fn the_short_detail_of_an_event_has_its_note() {
    let screen = Dashboard::of(TEXT, 80, 24).press("3jj").screen();
    assert!(screen.contains("since 2022. Until when is not said."), "{screen}");
}

#[test]
fn a_reload_leaves_rows_zoom_and_periods_as_they_are() {
    let mut dashboard = after("3pjjjj++");
    assert_eq!(row(&dashboard), "treaty");
    let span = dashboard.model.panels.timeline.span;
    let event = "[[event]]\nid = \"older\"\ndate = \"2018\"\ntitle = \"Older\"\n\n[[event]]\nid    = \"base\"";
    let text = TEXT.replace("[[event]]\nid    = \"base\"", event);
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert_eq!(dashboard.model.doc.report.events.len(), 6);
    assert!(dashboard.model.panels.timeline.periods);
    assert_eq!(dashboard.model.panels.timeline.span, span);
    assert_eq!(row(&dashboard), "treaty");
    assert!(matches!(dashboard.model.subject(), Subject::Event(_)));
    // Without its item the row is as near as can be.
    let (without, _) = TEXT.split_once("[[event]]\nid         = \"treaty\"").unwrap();
    dashboard.send(Msg::Loaded(Box::new(loaded(without))));
    assert!(dashboard.model.panels.timeline.row < dashboard.model.panels.timeline.rows().len());
}

#[test]
fn the_way_back_survives_a_reload() {
    let mut dashboard = after("3jjj<enter><enter>");
    let (head, events) = TEXT.split_once("[[event]]\nid    = \"base\"").unwrap();
    let text = format!(
        "{head}[[event]]\nid = \"new\"\ntitle = \"New\"\n[[event]]\nid    = \"base\"{events}"
    );
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert_eq!(dashboard.selected(), "share");
    let dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.selected(), "budget");
    assert_eq!(row(&dashboard.press("<esc>")), "treaty");
}

#[test]
fn panning_goes_on_to_the_next_thing_and_stops_behind_the_last() {
    let text = TEXT.replace("2022/..", "2022");
    let span =
        |script: &str| Dashboard::of(&text, 120, 40).press(script).model.panels.timeline.span;
    let zoomed = "3jjj+++++++";
    let now = f64::from(i32::try_from(as_of().to_epoch()).unwrap());
    let treaty = span(zoomed);
    assert!(treaty.to - treaty.from < 30.0 && treaty.to < now - 365.0);
    // Two empty years lie between the treaty and the as-of day.
    let end = span(&format!("{zoomed}{}", "l".repeat(40)));
    assert!(end.from < now + 1.0 && now < end.to, "{end:?}");
    assert_eq!(span(&format!("{zoomed}{}", "l".repeat(41))), end);
    // And back again, past everything, to the first event.
    let start = span(&format!("{zoomed}{}", "h".repeat(400)));
    assert!(start.to < treaty.from - 365.0 * 4.0, "{start:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_step_to_the_side_leads_to_nothing(keys in "[+\\-0hljkp]{1,60}") {
        let mut dashboard = after("3");
        for key in keys.chars() {
            let before = dashboard.model.panels.timeline.span;
            dashboard = dashboard.press(&key.to_string());
            let after = dashboard.model.panels.timeline.span;
            if "hl".contains(key) && after != before {
                prop_assert!(in_view(&dashboard, after), "{keys}: {after:?}");
            }
        }
    }
}

fn in_view(dashboard: &Dashboard, span: Span) -> bool {
    let day = |day: indicia::report::Day| f64::from(i32::try_from(day.to_epoch()).unwrap());
    let now = day(as_of());
    let dates = dashboard.model.panels.timeline.rows().iter();
    let dates = dates.filter_map(|row| row.date(&dashboard.model.doc.report));
    let selected =
        dashboard.model.doc.report.indicator(dashboard.model.nav.selection.indicator.unwrap());
    let dates = dates.chain(selected.unwrap().headline.period.as_ref());
    let ends = dates.map(|date| (day(date.start().unwrap()), date.end().map_or(now, day)));
    ends.chain([(now, now)]).any(|(from, to)| from < span.to && to + 1.0 > span.from)
}

#[test]
fn a_report_that_comes_while_the_timeline_is_open_shows_its_first_event() {
    let mut dashboard = Dashboard::loading(120, 40).press("3");
    dashboard.send(Msg::Loaded(Box::new(loaded(TEXT))));
    assert!(matches!(dashboard.model.subject(), Subject::Event(event) if &*event.id == "base"));
}

#[test]
fn the_rows_of_the_lanes_add_up_at_every_width() {
    // One in 1999, and then ever more each year; 12 in 2011. Every third is of a group.
    let years = std::iter::once(1999).chain((2000..2012).flat_map(|y| vec![y; y - 1999]));
    let event = |(at, year): (usize, usize)| {
        let group = if at.is_multiple_of(3) { "group = \"g\"\n" } else { "" };
        format!("[[event]]\nid = \"e{at}\"\ndate = \"{year}\"\ntitle = \"E\"\n{group}")
    };
    let events: String = years.enumerate().map(event).collect();
    let head = "[report]\ntitle = \"Small\"\n[[group]]\nid = \"g\"\ntitle = \"Trade\"\n";
    let text = format!("{head}{events}");
    for width in 50..142 {
        let dashboard = Dashboard::of(&text, width, 24).press("3");
        let row = |label: &str| {
            let screen = dashboard.screen();
            let line = screen.lines().find(|line| line.contains(label)).unwrap();
            let (_, cells) = line.split_once(label).unwrap();
            let cells = cells.split(['│', '┃']).next().unwrap().split_whitespace();
            let number = |cell: &str| if cell == "·" { 0 } else { cell.parse().unwrap() };
            let mut cells: Vec<usize> = cells.map(number).collect();
            let total = cells.pop().unwrap();
            assert_eq!(cells.iter().sum::<usize>(), total, "{width}: {line}");
            cells
        };
        let [all, trade, none] = ["all groups", "Trade", "no group"].map(row);
        let sums: Vec<_> = trade.iter().zip(&none).map(|(trade, none)| trade + none).collect();
        assert_eq!(all, sums, "{width}: {}", dashboard.screen());
        assert_eq!(all.iter().sum::<usize>(), 79);
    }
}

#[test]
fn the_border_names_what_is_counted_and_the_event_at_the_cursor() {
    let screen = after("3jjj").screen();
    assert!(screen.contains("events by the year they began"), "{screen}");
    assert!(screen.contains("6 Dec 2024 Treaty signed · event 4 of 5"), "{screen}");
    assert!(screen.contains("≈ about"), "{screen}");
    let undated = after("3G").screen();
    assert!(undated.contains("no date: Talks on a common budget · event 5 of 5"), "{undated}");
    // A sign that is not drawn is not explained.
    let certain = Dashboard::of(&TEXT.replace("2020-08?", "2020-08"), 120, 40).press("3").screen();
    assert!(!certain.contains("≈ about"), "{certain}");
}

#[test]
fn the_timeline_as_people_see_it() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let dashboard = Dashboard::of(TEXT, width, height).press("1j3zpgjj");
        assert_snapshot!(format!("periods_{width}x{height}"), dashboard.screen());
    }
    let ascii = Dashboard::of(TEXT, 100, 30).ascii().press("1j3pgjj");
    let screen = ascii.screen();
    let strange: Vec<_> = screen.chars().filter(|c| !c.is_ascii()).collect();
    assert!(strange.is_empty(), "{strange:?} in\n{screen}");
    assert_snapshot!("periods_ascii_100x30", screen);
    assert_snapshot!("styles_periods_80x24", Dashboard::of(TEXT, 80, 24).press("1j3pg").styles());
    assert_snapshot!("days_80x24", Dashboard::of(TEXT, 80, 24).press("3jjj++++++++").screen());
}

#[test]
fn a_figure_that_is_selected_elsewhere_brings_its_events_into_view() {
    // "Aid" is the first that bears on the debt.
    let dashboard = after("1j");
    assert!(dashboard.model.nav.selection.event.is_none(), "the detail goes on about the figure");
    assert_eq!(row(&dashboard.press("3")), "aid");
    assert_eq!(row(&after("1j3<enter><esc>")), "aid");
    let screen = Dashboard::of_report(120, 70).select("oppose-nuclear").screen();
    assert!(screen.matches('•').count() >= 3, "{screen}");
}

#[test]
fn the_way_back_leads_to_the_same_size() {
    // "Treaty signed" bears on three figures.
    let there = after("3zjjj<enter>");
    assert!(there.model.nav.zoomed && there.model.nav.focus == Panel::Detail);
    assert!(there.screen().contains("1 of 3 that the event bears on"), "{}", there.screen());
    let there = there.press("<enter>");
    assert!(there.screen().contains("2 of 3 that the event bears on"), "{}", there.screen());
    let back = there.press("<esc>");
    assert!(back.model.nav.zoomed && back.model.nav.focus == Panel::Timeline);
    assert!(!back.press("<esc>").model.nav.zoomed);
    // What was made large on the way is made small first.
    let there = after("3jjj<enter>z<esc>");
    assert!(!there.model.nav.zoomed && there.model.nav.focus == Panel::Detail);
    assert_eq!(there.press("<esc>").model.nav.focus, Panel::Timeline);
}
