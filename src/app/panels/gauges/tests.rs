use super::*;
use crate::load::load;

const HEAD: &str = "[report]\ntitle = \"T\"\n[[group]]\nid = \"g\"\ntitle = \"G\"\n";

/// The rows of indicators in their order, each indented as it stands, with the high end of its scale.
fn rows(indicators: &[&str]) -> Vec<String> {
    let tables = indicators.iter().map(|keys| format!("[[indicator]]\n{keys}\n"));
    let text = tables.collect::<Vec<_>>().concat().replace("; ", "\n");
    let loaded = load(&format!("{HEAD}{text}"), Day::new(2026, 1, 1));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    let report = loaded.report;
    let gauges = Gauges::new(&report, Day::new(2026, 1, 1), &VisibleSet::default());
    for (at, ix) in gauges.order.iter().enumerate() {
        assert_eq!(gauges.place(*ix), at);
        assert_eq!(gauges.lines[gauges.line(*ix)], GaugeLine::Row(*ix));
    }
    let row = |ix: &IndicatorIx| {
        let scale = gauges.scale(&report, *ix).map_or("-".to_owned(), |s| s.high().to_string());
        let id = &report.indicator(*ix).expect("an indicator").id;
        format!("{}{id} {scale}", " ".repeat(gauges.depth(*ix)))
    };
    gauges.order.iter().map(row).collect()
}

fn one(id: &str, keys: &str) -> String {
    format!("id = \"{id}\"; label = \"L\"; value = 1; {keys}")
}

#[test]
fn parts_follow_their_whole_on_its_ruler() {
    let cars = one("cars", "unit = \"t\"; part_of = \"transport\"");
    let homes = one("homes", "unit = \"t\"; scale = [0, 5]; part_of = \"total\"");
    let share = one("share", "unit = \"%\"; part_of = \"total\"");
    let total = one("total", "unit = \"t\"; scale = [0, 30]");
    let other = one("other", "unit = \"t\"; scale = [0, 30]");
    let transport = one("transport", "unit = \"t\"; part_of = \"total\"");
    assert_eq!(
        rows(&[&cars, &homes, &share, &total, &other, &transport]),
        ["share 100", "total 30", " homes 30", " transport 30", "  cars 30", "other 30"]
    );
}

#[test]
fn a_part_stays_where_it_is_without_its_whole_or_a_ruler_in_common() {
    let total = one("total", "unit = \"t\"; scale = [0, 30]; group = \"g\"");
    let elsewhere = one("elsewhere", "unit = \"t\"; part_of = \"total\"");
    let thousands = one("thousands", "unit = \"thousand t\"; part_of = \"total\"; group = \"g\"");
    assert_eq!(rows(&[&total, &elsewhere, &thousands]), ["total 30", "thousands -", "elsewhere -"]);
    let bare = one("bare", "unit = \"t\"");
    let scaled = one("scaled", "unit = \"t\"; scale = [0, 5]; part_of = \"bare\"");
    assert_eq!(rows(&[&bare, &scaled]), ["scaled 5", "bare -"]);
}

#[test]
fn parts_stand_at_most_three_deep() {
    let part = |id: &str, of: &str| one(id, &format!("unit = \"t\"; part_of = \"{of}\""));
    let deep =
        [one("a", "unit = \"t\""), part("b", "a"), part("c", "b"), part("d", "c"), part("e", "d")];
    let deep: Vec<&str> = deep.iter().map(String::as_str).collect();
    assert_eq!(rows(&deep), ["a -", " b -", "  c -", "   d -", "   e -"]);
}

#[test]
fn a_long_figure_stands_below_its_row_where_it_has_no_room_beside_the_bar() {
    let keys = one("a", "unit = \"%\"; interval = [0.5, 1.5]; status = \"scenario\"");
    let keys = keys.replace("; ", "\n");
    let others = (0..8).map(|at| {
        format!(
            "[[indicator]]\nid = \"o{at}\"\nlabel = \"Long label {at}\"\nunit = \"%\"\nvalue = 45\n"
        )
    });
    let text = format!(
        "{HEAD}[[indicator]]\n{keys}\nscenario = \"stated policies\"\n{}",
        others.collect::<String>()
    );
    let report = load(&text, Day::new(2026, 1, 1)).report;
    let gauges = Gauges::new(&report, Day::new(2026, 1, 1), &VisibleSet::default());
    let figure = report.indicators[0].headline.row_figure();
    assert_eq!(figure, "1 % (0.5–1.5), scenario “stated policies”");
    let ix = IndicatorIx(0);
    for (line, below) in [
        (120, &[][..]),
        (74, &["1 % (0.5–1.5), scenario “stated policies”"][..]),
        (44, &["1 % (0.5–1.5), scenario “stated policies”"]),
        (38, &["1 % (0.5–1.5), scenario “stated", "policies”"]),
        (18, &["1 % (0.5–1.5),", "scenario “stated", "policies”"]),
        (10, &[]),
    ] {
        let columns = gauges.columns(line);
        let expected = match below {
            [] => Below::Nothing,
            lines => Below::Figure(lines.iter().map(|line| String::from(*line)).collect()),
        };
        assert_eq!(gauges.below(ix, columns), expected, "{line}");
        let fold = Fold::none(columns);
        let shown = gauges.shown(0, fold).filter(|it| matches!(it, GaugeLine::Figure(..)));
        assert_eq!(shown.count(), below.len(), "{line}");
        // Scrolled past its row, it does not stand without a label.
        let row = gauges.line(ix);
        let next = gauges.shown(row + 1, fold).next();
        assert_eq!(next, Some(&GaugeLine::Row(IndicatorIx(1))), "{line}");
    }
}

#[test]
fn one_long_figure_narrows_no_other_row() {
    let rows = |long: &str| {
        let keys = |at: usize, value: &str| {
            format!(
                "[[indicator]]\nid = \"i{at}\"\nlabel = \"A label of twenty-four\"\nunit = \"%\"\n{value}\nperiod = \"2024\"\n"
            )
        };
        let short = (1..8).map(|at| keys(at, "value = 45")).collect::<String>();
        let text = format!("{HEAD}{}{short}", keys(0, long));
        let loaded = load(&text, Day::new(2026, 1, 1));
        assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
        Gauges::new(&loaded.report, Day::new(2026, 1, 1), &VisibleSet::default())
    };
    let long = "value = 45\ninterval = [40, 50]\ninterval_is = \"95 % CI\"\nstatus = [\"estimated\", \"provisional\"]";
    let (without, with) = (rows("value = 46"), rows(long));
    for line in [50, 58, 64, 74, 78] {
        let (without, with) = (without.columns(line), with.columns(line));
        assert_eq!((with.label, with.bar), (without.label, without.bar), "{line}");
        assert!(with.bar >= if line < 74 { 10 } else { 18 }, "{line}: {with:?}");
    }
}

#[test]
fn a_line_is_never_overfull_and_labels_and_bars_have_their_fewest_cells() {
    let text = include_str!("../../../../tests/fixtures/report.toml");
    let report = load(text, Day::new(2026, 1, 1)).report;
    let gauges = Gauges::new(&report, Day::new(2026, 1, 1), &VisibleSet::default());
    for line in 10..300 {
        let columns = gauges.columns(line);
        let end = columns.end() + GAP + columns.flags;
        assert!(end <= line.max(18), "{line}: {columns:?}");
        assert!(columns.bar == 0 || columns.bar >= 10, "{line}: {columns:?}");
        assert!(columns.bar == 0 || columns.label >= 10, "{line}: {columns:?}");
    }
}

#[test]
fn a_single_row_carries_the_ends_of_its_scale_where_its_bar_is_long_enough() {
    let rows = ["scale = [0, 10]", "scale = [0, 20]", "scale = [0, 30]"];
    let tables = rows.iter().enumerate().map(|(at, scale)| {
        format!("[[indicator]]\nid = \"i{at}\"\nlabel = \"L\"\ngroup = \"g\"\nunit = \"t\"\nvalue = 1\n{scale}\n")
    });
    let text = format!("{HEAD}{}", tables.collect::<String>());
    let report = load(&text, Day::new(2026, 1, 1)).report;
    let gauges = Gauges::new(&report, Day::new(2026, 1, 1), &VisibleSet::default());
    for (cells, is_folded) in [(80, true), (22, false)] {
        let fold = gauges.fold(gauges.columns(cells), 20);
        assert_eq!(fold.is_folded, is_folded, "{cells}");
        // A heading and three rows, and two rulers if no row carries their ends.
        assert_eq!(gauges.shown(0, fold).count(), if is_folded { 4 } else { 6 });
        assert_eq!(gauges.carries_ends(IndicatorIx(2), fold), is_folded);
        assert!(!gauges.carries_ends(IndicatorIx(0), fold), "its heading has the ruler");
    }
}
