use std::collections::HashSet;

use super::components::{COMPONENTS, Role};
use super::{sdmx_csv, sdmx_structure};
use crate::export::Extract;
use crate::load::load;
use crate::report::Day;

/// Does something with the extract of a whole file.
fn with<T>(text: &str, look: impl FnOnce(&Extract<'_>) -> T) -> T {
    let as_of = Day::new(2026, 11, 29);
    let report = load(text, as_of).report;
    look(&Extract {
        report: &report,
        indicators: report.indicators.iter().collect(),
        as_of,
        left_out: None,
    })
}

/// The cells of each row, by the names of the columns.
fn rows(text: &str) -> Vec<Vec<(String, String)>> {
    let data = with(text, sdmx_csv);
    let mut reader = csv::Reader::from_reader(data.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let row = |row: csv::Result<csv::StringRecord>| {
        let row = row.unwrap();
        heads.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

fn cell<'r>(row: &'r [(String, String)], id: &str) -> &'r str {
    row.iter().find(|(name, _)| name == id).map_or("", |(_, cell)| cell)
}

const HEAD: &str = "[report]\ntitle = \"x\"\n[source.a]\ntitle = \"A\"\n";

fn headline(keys: &str) -> Vec<(String, String)> {
    let text = format!("{HEAD}[[indicator]]\nid = \"a\"\nlabel = \"A\"\nsource = \"a\"\n{keys}\n");
    rows(&text).remove(0)
}

#[test]
fn a_limited_figure_has_bounds_and_no_value() {
    for (keys, cells) in [
        ("unit = \"%\"\nvalue = 7.0", ["7.0", "", "", "", "7.0 %"]),
        ("unit = \"%\"\nvalue = 70\nhedge = \"up to\"", ["NaN", "", "70", "<=", "up to 70 %"]),
        ("unit = \"%\"\nvalue = 5\nhedge = \"below\"", ["NaN", "", "5", "<", "below 5 %"]),
        ("unit = \"%\"\nvalue = 5\nhedge = \"over\"", ["NaN", "5", "", ">", "over 5 %"]),
        ("unit = \"USD\"\nvalue = 8\nhedge = \"about\"", ["NaN", "", "", "~", "about 8 USD"]),
        (
            "unit = \"%\"\nvalue = [5, 10]\nhedge = \"between\"",
            ["NaN", "5", "10", "", "between 5 and 10 %"],
        ),
        ("unit = \"people\"\nhedge = \"dozens\"", ["NaN", "", "", "~", "dozens of people"]),
        ("unit = \"%\"\nstatus = \"missing\"", ["NaN", "", "", "", ""]),
    ] {
        let row = headline(keys);
        let ids = ["OBS_VALUE", "LOWER_BOUND", "UPPER_BOUND", "COMPARATOR", "STATED_VALUE"];
        assert_eq!(ids.map(|id| cell(&row, id)), cells, "{keys}");
    }
}

#[test]
fn a_status_is_its_letter_and_the_others_are_said() {
    for (status, letter, comment) in [
        ("\"normal\"", "A", "n"),
        ("\"estimated\"", "E", "n"),
        ("[\"provisional\", \"estimated\"]", "E", "[estimated, provisional] n"),
        ("\"target\"", "F", "[target] n"),
        ("[\"estimated\", \"scenario\"]", "F", "[estimated, scenario] n"),
    ] {
        let row = headline(&format!("unit = \"%\"\nvalue = 7\nnote = \"n\"\nstatus = {status}"));
        assert_eq!([cell(&row, "OBS_STATUS"), cell(&row, "COMMENT_OBS")], [letter, comment]);
    }
}

#[test]
fn a_date_that_sdmx_cannot_write_makes_no_other_date() {
    for (period, flow, time) in [
        ("2024", "INDICIA:DATED(1.0.0)", "2024"),
        ("2024~", "INDICIA:UNDATED(1.0.0)", ""),
        ("2024/..", "INDICIA:UNDATED(1.0.0)", ""),
    ] {
        let row = headline(&format!("unit = \"%\"\nvalue = 7\nperiod = \"{period}\""));
        let ids = ["STRUCTURE_ID", "TIME_PERIOD", "PERIOD_EDTF"];
        assert_eq!(ids.map(|id| cell(&row, id)), [flow, time, period]);
    }
}

#[test]
fn no_two_figures_have_the_same_key() {
    let text = format!(
        "{HEAD}[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"billion USD\"\nvalue = 1\n\
         [[indicator.series]]\npoints = [{{ period = \"2024\", value = 1 }}, {{ period = \"2024\", \
         value = 2 }}, {{ period = \"2025\", value = 3 }}, {{ period = \"2025~\", value = 4 }}]\n"
    );
    let rows = rows(&text);
    let key = |row: &Vec<(String, String)>| {
        let ids = ["STRUCTURE_ID", "INDICATOR", "FIGURE", "TIME_PERIOD"];
        ids.map(|id| cell(row, id).to_owned())
    };
    let keys: HashSet<_> = rows.iter().map(key).collect();
    assert_eq!(keys.len(), 5);
    let figures: Vec<_> = rows.iter().map(|row| cell(row, "FIGURE")).collect();
    let wanted = ["headline", "series-1", "series-1-point-2", "series-1", "series-1-point-4"];
    assert_eq!(figures, wanted);
    assert!(
        rows.iter().all(|row| cell(row, "UNIT_MULT") == "9" && cell(row, "UNIT_MEASURE") == "USD")
    );
}

#[test]
fn a_hostile_text_is_one_line_and_no_formula() {
    let row = headline(
        "unit = \"%\"\nvalue = 7\nwording = \"=1+1\"\nnote = \"a\\r\\n\\u001b[2Jb,\\\"\"\n\
         area = \"@SUM(A1)\"\nlocator = \"p. 4\\n5\"",
    );
    assert_eq!(cell(&row, "WORDING"), "'=1+1");
    assert_eq!(cell(&row, "REF_AREA"), "'@SUM(A1)");
    assert_eq!(cell(&row, "COMMENT_OBS"), "a <U+001B>[2Jb,\"");
    assert_eq!(cell(&row, "LOCATOR"), "p. 4 5");
}

#[test]
fn the_structure_has_every_column_and_code_of_the_data() {
    let text = format!(
        "{HEAD}[[indicator]]\nid = \"a\"\nlabel = \"<b> & \\\"c\\\"\"\nunit = \"%\"\nvalue = 1\n"
    );
    let structure = with(&text, sdmx_structure);
    for component in COMPONENTS {
        let times = structure.matches(&format!("id=\"{}\"", component.id)).count();
        assert_eq!(times, if component.role == Role::Time { 2 } else { 3 }, "{}", component.id);
    }
    for (id, value) in [("INDICATOR", "a"), ("FIGURE", "headline"), ("OBS_STATUS", "A")] {
        assert!(structure.contains(&format!("<str:Code id=\"{value}\">")), "{id}");
    }
    assert!(structure.contains("&lt;b&gt; &amp; &quot;c&quot;</com:Name>"));
}
