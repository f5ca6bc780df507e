//! Editions of a line that cannot be told apart.

use std::ops::Range;

use super::Places;
use crate::diagnostic::{Faults, quoted, rules};
use crate::report::{Indicator, Series, Text};

rules! {

    /// Two series of one line and one edition.
    SAME_EDITION "W025" "two lines of one edition"
r#"Lines of one label, unit and definition are editions of one line: the
latest counts as the history, the others show what was restated. Two of one
edition cannot be told apart, and only the last of the file counts. Put the
points of one edition into one line; if the two are different things, give
them different labels.

    wrong:  label = "Cases"      and  label = "Cases"
            edition = "2023"          edition = "2023"
    right:  label = "Cases"      and  label = "Cases"
            edition = "2022"          edition = "2023""#

    /// A series without an edition beside another one of its line that has one.
    NO_EDITION "W026" "a line with an edition beside one without"
r#"Of the editions of a line the latest counts as the history. A line of the
same label, unit and definition without an edition counts as well, so that
each year may have two figures. Say in 'edition' which edition printed it,
or give it a label of its own.

    wrong:  label = "Cases"      and  label = "Cases"
                                      edition = "2023"
    right:  label = "Cases"      and  label = "Cases"
            edition = "2022"          edition = "2023""#
}

/// Checks the editions of the lines of an indicator; `places` says where they stand.
pub(super) fn check(indicator: &Indicator, places: &[Places], faults: &mut Faults) {
    let all: Vec<(&Series, &Range<usize>)> =
        indicator.series.iter().zip(places.iter().map(|places| &places.edition)).collect();
    for (nth, (series, at)) in all.iter().enumerate() {
        let mut others = all.iter().filter(|(it, _)| it.is_same_line(series));
        let Some(own) = name(series) else {
            if let Some((edition, other)) = others.find_map(|(it, at)| Some((name(it)?, *at))) {
                without(series, at, edition, other, faults);
            }
            continue;
        };
        let mut earlier = all.iter().take(nth).filter(|(it, _)| it.is_same_line(series));
        if let Some((_, other)) = earlier.find(|(it, _)| name(it) == Some(own)) {
            let message = format!("edition {} of {} stands twice", quoted(own), line(series));
            faults
                .add(&SAME_EDITION, (*at).clone(), message)
                .help(
                    "put the points of one edition into one line; name another edition, or give \
                     another line a label of its own",
                )
                .related((*other).clone(), "the other one");
        }
    }
}

/// Reports a series without an edition beside another one of its line.
fn without(
    series: &Series,
    at: &Range<usize>,
    edition: &Text,
    other: &Range<usize>,
    faults: &mut Faults,
) {
    let message = format!(
        "{} has no edition, and another one of its label is of edition {}",
        line(series),
        quoted(edition)
    );
    faults
        .add(&NO_EDITION, at.clone(), message)
        .help("say in 'edition' which edition printed it, or give it a label of its own")
        .related(other.clone(), "the other one");
}

fn name(series: &Series) -> Option<&Text> {
    series.edition.as_ref().map(|edition| &edition.name)
}

/// A line by its label.
fn line(series: &Series) -> String {
    series
        .label
        .as_ref()
        .map_or("the line".to_owned(), |label| format!("the line {}", quoted(label)))
}

#[cfg(test)]
mod tests {
    use crate::load::tests::codes;

    #[test]
    fn editions_of_one_line_are_told_apart() {
        let headline = "value = 8\nperiod = \"2031\"\nsource = \"s\"";
        let line = |keys: &str| {
            let points =
                "points = [{ period = \"2019\", value = 7 }, { period = \"2020\", value = 8 }]";
            format!("\n[[indicator.series]]\n{keys}\n{points}")
        };
        for (one, other, found) in [
            ("edition = \"2022\"", "edition = \"2023\"", &[][..]),
            ("edition = \"2023\"", "edition = \"2023\"", &["W025"]),
            ("edition = \"2023\"", "", &["W026"]),
            ("", "edition = \"2023\"", &["W026"]),
            ("", "", &[]),
            ("edition = \"2023\"", "edition = \"2023\"\nlabel = \"Other\"", &[]),
            ("edition = \"2023\"", "edition = \"2023\"\nunit = \"people\"", &[]),
            ("edition = \"2023\"", "edition = \"2023\"\ndiffers = \"men only\"", &[]),
            ("edition = \"2023\"", "label = \"Other\"", &[]),
        ] {
            let text = format!("{headline}{}{}", line(one), line(other));
            let codes: Vec<_> =
                codes(&text).into_iter().filter(|code| ["W025", "W026"].contains(code)).collect();
            assert_eq!(codes, found, "{one} {other}");
        }
    }

    #[test]
    fn only_the_latest_edition_is_newer_than_the_headline_or_unlike_it() {
        let headline = "value = 70\nperiod = \"2021\"\nsource = \"s\"";
        let line = |edition: &str, points: &str| {
            format!("\n[[indicator.series]]\nedition = \"{edition}\"\npoints = [{points}]")
        };
        let (old, new) = ("{ period = \"2021\", value = 60 }", "{ period = \"2021\", value = 70 }");
        let later = "{ period = \"2022\", value = 70, status = \"provisional\" }";
        for (earlier, latest, found) in
            [(old, new, &[][..]), (new, old, &["W020"]), (later, new, &[]), (new, later, &["W013"])]
        {
            let text = format!("{headline}{}{}", line("2022", earlier), line("2023", latest));
            let codes: Vec<_> =
                codes(&text).into_iter().filter(|code| ["W013", "W020"].contains(code)).collect();
            assert_eq!(codes, found, "{earlier} {latest}");
        }
    }
}
