//! Filters by what limits a figure, and readings that say what they count.

use indicia::app::panels::ColumnId;
use insta::assert_snapshot;

use crate::harness::Dashboard;

/// Rates of two kinds, counts, two statuses, an interval, an edition that was restated, a figure in
/// dispute, and a source with a long key.
const KINDS: &str = r#"
[report]
title = "Health"
[source.world-health-statistics-2024]
title = "World health statistics"
published = "2024"
[source.b]
title = "B"
published = "2024"

[[indicator]]
id = "children"
label = "Children who die before five"
unit = "per 1,000 live births"
value = 64
hedge = "about"
period = "2022"
source = "world-health-statistics-2024"
locator = "Table 3, p. 41"

[[indicator]]
id = "murders"
label = "Murders"
unit = "per 100,000"
value = 13.8
period = "2022"
source = "world-health-statistics-2024"
locator = "p. 9"

[[indicator]]
id = "malaria"
label = "Cases of malaria"
unit = "million cases"
value = 263
interval = [238, 294]
interval_is = "95 % CI"
status = ["estimated", "provisional"]
period = "2023"
source = "b"
locator = "p. 3"
[[indicator.series]]
label = "Cases"
edition = "2023"
source = "b"
points = [{ period = "2021", value = 247 }]
[[indicator.series]]
label = "Cases"
edition = "2024"
source = "b"
points = [{ period = "2021", value = 249 }]

[[indicator]]
id = "beds"
label = "Beds"
unit = "thousand beds"
value = [19, 21]
period = "2023"
status = "E"
source = "b"
locator = "p. 4"

[[indicator]]
id = "hospitals"
label = "Hospitals"
unit = "hospitals"
value = 287
period = "2023"
source = "b"
locator = "p. 5"
[[indicator.rival]]
value = 301
period = "2023"
source = "world-health-statistics-2024"
locator = "p. 2"

[[indicator]]
id = "doctors"
label = "Doctors"
unit = "doctors"
hedge = "thousands"
period = "2023"
source = "b"
locator = "p. 6"

[[indicator]]
id = "nurses"
label = "Nurses"
unit = "nurses"
status = "missing"
period = "2023"
source = "b"
locator = "p. 7"

[[indicator]]
id = "clinics"
label = "Clinics"
unit = "clinics"
value = 40
status = "forecast"
period = "2030"
source = "b"
locator = "p. 8"
"#;

/// The ids of the figures that are left after these keys in the list of filters.
fn left(typed: &str) -> Vec<String> {
    let dashboard = Dashboard::of(KINDS, 120, 40).press(&format!("f{typed}<enter>"));
    let report = &dashboard.model.doc.report;
    let visible = &dashboard.model.nav.filter.visible;
    let shown = report.indexed().filter(|(ix, _)| visible.has(*ix));
    shown.map(|(_, indicator)| indicator.id.to_string()).collect()
}

#[test]
fn figures_are_filtered_by_what_limits_them() {
    for (typed, ids) in [
        ("hedged", &["children", "malaria", "beds", "doctors"][..]),
        ("exact", &["murders", "hospitals"]),
        ("imputed", &["malaria", "beds"]),
        ("disputed", &["hospitals"]),
        ("restated", &["malaria"]),
        ("status estimated", &["malaria", "beds"]),
        ("status provisional", &["malaria"]),
        ("status missing", &["nurses"]),
        ("status forecast", &["clinics"]),
        // Hedged and exact are one kind: either will do.
        ("hedged<tab>exact", &["children", "murders", "malaria", "beds", "hospitals", "doctors"]),
        ("hedged<tab>imputed", &["malaria", "beds"]),
    ] {
        assert_eq!(left(typed), ids, "{typed}");
    }
}

#[test]
fn a_reading_says_what_it_counts_at_every_width() {
    for width in 40..=160 {
        let screen = Dashboard::of(KINDS, width, 24).press("2z").screen();
        let row = |label: &str| {
            screen.lines().find(|line| line.contains(label)).unwrap_or_default().to_owned()
        };
        assert!(row("64").contains("64 per 1,000 live births"), "{width}\n{screen}");
        assert!(row("13.8").contains("13.8 per 100,000"), "{width}\n{screen}");
        assert!(row("287").contains("287 hospitals"), "{width}\n{screen}");
        assert!(row("19").contains("19–21 k beds, estimated"), "{width}\n{screen}");
    }
}

#[test]
fn the_key_of_a_source_is_never_cut() {
    let mut shown = 0;
    for keys in ["2z", "2zssss", "2zsssssss"] {
        for width in 30..=200 {
            let dashboard = Dashboard::of(KINDS, width, 24).press(keys);
            let has_column = {
                let columns = dashboard.model.column_places(width - 2);
                columns.iter().any(|column| column.id == ColumnId::Source)
            };
            let screen = dashboard.screen();
            let rows = screen.lines().filter(|line| line.contains("world"));
            for row in rows {
                assert!(row.contains("world-health-statistics-2024"), "{width} {keys}\n{screen}");
            }
            shown += usize::from(has_column);
        }
    }
    assert!(shown > 100, "{shown}");
}

#[test]
fn screens_of_filters_and_of_readings_with_their_units() {
    for (width, height) in [(120, 40), (80, 24)] {
        let dashboard = Dashboard::of(KINDS, width, height);
        let size = format!("{width}x{height}");
        assert_snapshot!(format!("filters_{size}"), dashboard.copy().press("f").screen());
        assert_snapshot!(format!("readings_{size}"), dashboard.copy().press("2z").screen());
        let mut dashboard = dashboard.select("malaria").press("i");
        dashboard.obeyed(KINDS);
        let dashboard = dashboard.press("<tab><tab><tab><tab><end>, low");
        assert_snapshot!(format!("statuses_{size}"), dashboard.screen());
    }
}
