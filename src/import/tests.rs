mod round_trip;

use proptest::prelude::*;

use super::{Choice, Plan, Problem, plan};
use crate::load::load;
use crate::report::Day;

const REPORT: &str = include_str!("../../tests/fixtures/import/report.toml");
const WORLD_BANK: &str = include_str!("../../tests/fixtures/import/world-bank.csv");
const OWID: &str = include_str!("../../tests/fixtures/import/owid.csv");
const OWID_METADATA: &str = include_str!("../../tests/fixtures/import/owid.metadata.json");
const SDMX_1: &str = include_str!("../../tests/fixtures/import/sdmx-1.csv");
const SDMX_2: &str = include_str!("../../tests/fixtures/import/sdmx-2.csv");
const PLAIN: &str = include_str!("../../tests/fixtures/import/plain.csv");

pub(super) fn as_of() -> Day {
    Day::new(2026, 11, 29)
}

fn to(id: &str, only: &[&str]) -> Choice {
    let only = only.iter().map(|word| (*word).to_owned()).collect();
    Choice { to: id.to_owned(), only, ..Choice::default() }
}

fn import(csv: &str, choice: &Choice) -> Result<Plan, Problem> {
    plan(REPORT, csv, None, choice, as_of())
}

/// The lines that a plan adds.
fn added(plan: &Plan) -> Vec<&str> {
    let start = REPORT.lines().zip(plan.text.lines()).take_while(|(a, b)| a == b).count();
    let more = plan.text.lines().count() - REPORT.lines().count();
    plan.text.lines().skip(start).take(more).collect()
}

/// The points of a plan, without their braces.
fn points(plan: &Plan) -> Vec<String> {
    let lines = added(plan).into_iter().filter_map(|line| line.trim().strip_prefix("{ "));
    lines.map(|line| line.trim_end_matches(" },").to_owned()).collect()
}

#[test]
fn signs_ranges_and_flags_become_hedges_ranges_and_statuses() {
    let plan = import(PLAIN, &to("hunger", &[])).unwrap();
    let wanted = [
        r#"period = "2016", value = 2.5, hedge = "less than", wording = "<2.5""#,
        r#"period = "2017", value = 95, hedge = "more than", wording = ">95""#,
        r#"period = "2018", value = [5, 10], hedge = "between", wording = "5–10""#,
        r#"period = "2019", value = 7, hedge = "about", wording = "~7""#,
        r#"period = "2020", status = "missing""#,
        r#"period = "2021", status = "suppressed""#,
        r#"period = "2022", value = 6.5, status = "provisional", note = "from a survey, with \"gaps\"""#,
        r#"period = "2023", value = 7.0, interval = [6.1, 7.9]"#,
        r#"period = "2024-33", value = 7.25"#,
    ];
    assert_eq!(points(&plan), wanted);
    assert_eq!((plan.added, plan.same), (9, 0));
    // The same again changes nothing.
    let again = super::plan(&plan.text, PLAIN, None, &to("hunger", &[]), as_of()).unwrap();
    assert_eq!((again.text == plan.text, again.added, again.same), (true, 0, 9));
}

#[test]
fn a_lowest_value_that_stands_many_times_is_asked_about() {
    let choice = to("hunger", &["SN.ITK.DEFC.ZS"]);
    let problem = import(WORLD_BANK, &choice).unwrap_err();
    assert_eq!((problem.line, problem.lowest.as_deref()), (Some(6), Some("2.5")));
    let with = |word: &str| {
        import(WORLD_BANK, &Choice { lowest: Some(word.to_owned()), ..choice.clone() })
    };
    let below = points(&with("less than").unwrap());
    assert_eq!(below[1], r#"period = "2017", value = 2.7"#);
    assert_eq!(below[2], r#"period = "2018", value = 2.5, hedge = "less than""#);
    assert_eq!(points(&with("exact").unwrap())[2], r#"period = "2018", value = 2.5"#);
    assert!(with("more than").unwrap_err().to_string().starts_with("--lowest cannot be"));
}

#[test]
fn a_series_of_the_world_bank_is_chosen_by_area_and_code() {
    let problem = import(WORLD_BANK, &to("hunger", &[])).unwrap_err().to_string();
    // The area of the report decides between the two.
    assert!(problem.contains("2 series") && !problem.contains("Southland"), "{problem}");
    let other = to("hunger", &["Southland", "Indicator Code=SN.ITK.DEFC.ZS"]);
    let plan = import(WORLD_BANK, &other).unwrap();
    assert!(plan.text.contains(r#"{ period = "2016", value = 11.2 },"#));
    assert!(
        import(WORLD_BANK, &to("hunger", &["Atlantis"])).unwrap_err().help.contains("Southland")
    );
    let percent = import(WORLD_BANK, &to("exports", &["SN.ITK.DEFC.ZS"])).unwrap_err();
    assert!(percent.message.contains("unclear whether"), "{percent}");
}

#[test]
fn our_world_in_data_has_bounds_beside_and_a_unit_in_its_metadata() {
    let choice = to("child-mortality", &[]);
    let plan = plan(REPORT, OWID, Some(OWID_METADATA), &choice, as_of()).unwrap();
    assert_eq!(points(&plan)[0], r#"period = "2020", value = 4.1, interval = [3.8, 4.5]"#);
    assert!(plan.text.contains(r#"note   = "From: Made-up agency (2026)""#), "{}", plan.text);
    let unit = super::plan(REPORT, OWID, Some(OWID_METADATA), &to("hunger", &[]), as_of());
    assert!(unit.unwrap_err().message.contains("deaths per 1,000 births"));
}

#[test]
fn sdmx_keeps_statuses_multipliers_and_quarters() {
    let plan = import(SDMX_1, &to("hunger", &["NL"])).unwrap();
    let wanted = [
        r#"period = "2021", value = 6.2, status = "break""#,
        r#"period = "2022", value = 5.8"#,
        r#"period = "2023", value = 5.5, status = ["estimated", "provisional"]"#,
        r#"period = "2024", status = "suppressed""#,
    ];
    assert_eq!(points(&plan), wanted);
    let plan = import(SDMX_2, &to("exports", &[])).unwrap();
    assert_eq!(points(&plan)[1], r#"period = "2023-36", value = 12.9, status = "provisional""#);
    assert!(!added(&plan).iter().any(|line| line.starts_with("unit")));
    assert_eq!(plan.notes.last().map(String::as_str), Some("not taken over: DECIMALS: Decimals"));
    let millions = import(&SDMX_2.replace("9: Billions", "6: Millions"), &to("exports", &[]));
    assert!(millions.unwrap().text.contains("unit   = \"million USD\""));
}

#[test]
fn what_is_not_understood_stops_with_its_line() {
    for (csv, line, message) in [
        ("period,value\n2020,7\n2021,soon\n", Some(3), "'soon' is not understood"),
        ("period,value\n2020,\"5,10\"\n", Some(2), "'5,10' may be two numbers or one"),
        ("period,value\n2020-21,7\n", Some(2), "it is unclear which date '2020-21' is"),
        ("period,value\n,7\n", Some(2), "this figure has no date, and a point needs one"),
        ("period,value,flag\n2020,7,x\n", Some(2), "the status 'x' is unknown"),
        ("period,value,status\n2020,7,fine\n", Some(2), "the status 'fine' is unknown"),
        ("period,value,hedge\n2020,7,perhaps\n", Some(2), "the hedge 'perhaps' is unknown"),
        ("period,value,low\n2020,7,6\n", Some(2), "beside the value there is one end"),
        ("period,value\n2020,7\n2020,8\n", Some(3), "2020 stands here and in line 2"),
        ("period,value\n2020,7 USD\n", Some(2), "'7 USD' has a unit in it"),
        ("period,value\n2020,7*\n", Some(2), "'7*' is not understood"),
        ("period,value\n2020,(7)\n", Some(2), "'(7)' is not understood"),
        ("period,value\n2020,-\n", Some(2), "'-' is not understood"),
        ("period,value\n2020,[low]\n", Some(2), "'[low]' is not understood"),
        ("period,value,low,high\n2020,<5,1,7\n", Some(2), "beside '<5' stand bounds"),
        ("period,value\n2020,\"1,234\"\n2021,\"12,5\"\n", Some(2), "'1,234' may be a thousand"),
        ("period;value\n2020;\"1,234\"\n", Some(2), "'1,234' may be a whole"),
        ("period;value\n2020;7,5\n2021;1.234\n", Some(3), "'1.234' may be a whole"),
        ("area,value\nx,7\n", Some(1), "there is no column of dates"),
        ("period,value\n", None, "the file has no figures"),
        ("", None, "the file is empty"),
        ("period,value,action\n2020,7,D\n", Some(2), "this row says that a figure is deleted"),
    ] {
        let problem = import(csv, &to("hunger", &[])).unwrap_err();
        assert_eq!(problem.line, line, "{csv}");
        assert!(problem.message.starts_with(message), "{csv}: {problem}");
    }
}

#[test]
fn a_cell_is_read_as_programs_write_it() {
    for (csv, point) in [
        ("period;value\n2020;7,5\n", "value = 7.5"),
        ("period;value\n2020;<2,5\n", "value = 2.5, hedge = \"less than\""),
        ("year\tvalue\n2020\t7.5%\n", "value = 7.5"),
        ("period,value,hedge\n2020,7,up to\n", "value = 7, hedge = \"up to\""),
        ("period,value,low,high\n2020,,5,9\n", "value = [5, 9], hedge = \"between\""),
        ("period,value,low,high\n2020,,,9\n", "value = 9, hedge = \"at most\""),
        ("period,value,low,high\n2020,..,4,6\n", "value = [4, 6], hedge = \"between\""),
        ("period,value,flag\n2020,7,r\n", "value = 7"),
        ("period,value,status\n2020,7,F\n", "value = 7, status = \"forecast\""),
        (
            "period,value,note\n2020,7,\"[target, scenario] n\"\n",
            "value = 7, status = [\"target\", ",
        ),
        (
            "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,TIME_PERIOD,Time period,\
             OBS_VALUE,Observation value\ndataflow,X:Y(1.0),n,I,NL,Northland,2020,,7.5,\n",
            "value = 7.5",
        ),
    ] {
        let plan = import(csv, &to("hunger", &[])).unwrap();
        assert!(points(&plan)[0].starts_with(&format!("period = \"2020\", {point}")), "{csv}");
    }
    let percent = import("period,value,unit\n2020,7.5%,USD\n", &to("exports", &[]));
    assert!(percent.unwrap_err().message.contains("has a unit in it"));
}

#[test]
fn a_number_of_unknown_size_is_asked_about() {
    let csv = "period,value\n2020,7\n";
    let problem = import(csv, &to("exports", &[])).unwrap_err();
    assert!(problem.help.contains("--unit 'billion USD'"), "{problem}");
    let ones = Choice { unit: Some("USD".to_owned()), ..to("exports", &[]) };
    assert!(import(csv, &ones).unwrap().text.contains("unit   = \"USD\""));
}

#[test]
fn more_points_go_to_the_line_that_is_there() {
    let first = import("period,value\n2020,7.0\n2022,8\n", &to("hunger", &[])).unwrap().text;
    let csv = "period,value\n2019,6\n2020,7.0\n2021,<5\n2022,8\n2023,9\n";
    let more = plan(&first, csv, None, &to("hunger", &[]), as_of()).unwrap();
    assert_eq!((more.added, more.same), (3, 2));
    let points = r#"points = [
  { period = "2019", value = 6 },
  { period = "2020", value = 7.0 },
  { period = "2021", value = 5, hedge = "less than", wording = "<5" },
  { period = "2022", value = 8 },
  { period = "2023", value = 9 },
]"#;
    assert!(more.text.contains(points), "{}", more.text);
    let other = "period,value\n2020,7.4\n";
    let problem = plan(&first, other, None, &to("hunger", &[]), as_of()).unwrap_err();
    assert_eq!(problem.line, Some(2));
    assert_eq!(problem.message, "2020 is 7.0 % in the report and 7.4 % here");
    let edition = Choice { edition: Some("2025".to_owned()), ..to("hunger", &[]) };
    assert_eq!(plan(&first, other, None, &edition, as_of()).unwrap().added, 1);
}

#[test]
fn no_other_byte_changes() {
    for report in [REPORT.to_owned(), REPORT.replace('\n', "\r\n"), format!("\u{feff}{REPORT}")] {
        for id in ["hunger", "child-mortality"] {
            let csv = "period,value\n2020,7\n";
            let new = plan(&report, csv, None, &to(id, &[]), as_of()).unwrap().text;
            let start = report.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
            let end = report.len() - start;
            assert_eq!(report.as_bytes()[start..], new.as_bytes()[new.len() - end..], "{id}");
            assert!(!report.contains('\r') || !new.replace("\r\n", "").contains('\n'));
        }
    }
    let inline = REPORT.replace("value  = 50\n", "value  = 50\nseries = [{ points = [] }]\n");
    let csv = "period,value,unit\n2020,7,USD\n";
    assert!(plan(&inline, csv, None, &to("exports", &[]), as_of()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_hostile_cell_harms_nothing(
        cells in proptest::collection::vec("\\PC{0,12}|[\\x00-\\x7f]{0,12}|[<>~≤≥0-9.,–:\\[\\]a-z ]{0,8}", 6),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["period", "value", "note", "wording", "flag", "area"]).unwrap();
        writer.write_record(["2020", "1", &cells[2], &cells[3], "", "Northland"]).unwrap();
        writer.write_record(["2021", &cells[1], "", "", &cells[4], "Northland"]).unwrap();
        writer.write_record([&*cells[0], "3", "", "", "", "Northland"]).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        for csv in [&text, &cells.join(",")] {
            if let Ok(plan) = import(csv, &to("hunger", &[])) {
                let loaded = load(&plan.text, as_of());
                prop_assert_eq!(loaded.errors(), 0);
                prop_assert_eq!(loaded.report.indicators.len(), 3);
            }
        }
    }

    #[test]
    fn a_sign_never_goes_astray(
        sign in "<|>|<=|>=|≤|≥|~|≈|about |up to |at least ",
        number in "[1-9][0-9]{0,3}(\\.[0-9]{1,2})?",
        space in " ?",
    ) {
        let csv = format!("period,value\n2020,\"{sign}{space}{number}\"\n");
        if let Ok(plan) = import(&csv, &to("child-mortality", &[])) {
            let report = load(&plan.text, as_of()).report;
            let series = &report.indicators[2].series[0];
            let quantity = series.points[0].quantity.as_ref().unwrap();
            prop_assert!(quantity.hedge().is_some());
        }
    }
}
