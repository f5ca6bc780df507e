//! Intervals, bases and parts on the screen.

use insta::assert_snapshot;

use crate::harness::Dashboard;

const FILE: &str = include_str!("../fixtures/valid/compare.toml");

fn at(id: &str, width: u16, height: u16) -> Dashboard {
    Dashboard::of(FILE, width, height).select(id)
}

#[test]
fn intervals_bases_and_parts_at_two_sizes() {
    for (width, height) in [(80, 24), (120, 40)] {
        for id in ["total", "since-1990", "trust"] {
            let name = format!("compare_{id}_{width}x{height}");
            assert_snapshot!(name, at(id, width, height).press("4z").screen());
        }
        assert_snapshot!(
            format!("compare_{width}x{height}"),
            at("since-1990", width, height).screen()
        );
    }
}

#[test]
fn a_part_and_its_whole_name_each_other() {
    let whole = at("total", 120, 60).press("4z").screen();
    assert!(whole.contains("ITS PARTS") && whole.contains("Buildings: 8.3 Mt"), "{whole}");
    assert!(whole.contains("the whole is 15.5 Mt: rounding can explain it"), "{whole}");
    let part = at("cars", 120, 60).press("4z").screen();
    assert!(part.contains("part of  Transport, 7.1 Mt"), "{part}");
}

#[test]
fn the_band_of_a_change_runs_from_its_base_to_its_period() {
    let screen = at("since-1990", 120, 40).press("3z").screen();
    assert!(screen.contains("░ 1990–2022: Emissions against 1990"), "{screen}");
    assert!(at("buildings", 120, 40).press("3z").screen().contains("░ 2022: Buildings"));
}

#[test]
fn a_change_is_found_by_its_base_and_a_part_by_its_whole() {
    let screen = at("trust", 120, 40).press("/vs 1990").screen();
    assert!(screen.contains("Emissions against 1990"), "{screen}");
    let screen = at("trust", 120, 40).press("/transport").screen();
    assert!(screen.contains("a part of Transport"), "{screen}");
}
