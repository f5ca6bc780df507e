//! More sources of one figure: each place once.

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::{Observation, Source, Text};
use crate::schema::Key;

rules! {

    /// A source that is named twice for the same place.
    NAMED_TWICE "W027" "a source is named twice for one figure"
r#"'also' names more sources that print this very figure. The source in 'source'
is counted already, and so is one that stands in the list before. One source
may print a figure in two places: then each has its own 'locator'.

    wrong:  source  = "world-bank"
            locator = "p. 41"
            also    = [{ source = "world-bank", locator = "p. 41" }]
    right:  source  = "world-bank"
            locator = "p. 41"
            also    = [{ source = "world-bank", locator = "p. 3" }]"#
}

/// Reports what `also` repeats of the figure or of itself.
pub(super) fn repeated(
    figure: &Observation,
    row: &Row<'_>,
    sources: &[Source],
    faults: &mut Faults,
) {
    for (at, (other, own)) in figure.also.iter().zip(&row.also).enumerate() {
        let (source, locator) = (other.source, other.locator.as_ref());
        let is_main = figure.source == Some(source) && figure.locator.as_ref() == locator;
        let mut before = figure.also.iter().take(at);
        if !is_main && !before.any(|before| before.is_same_place(source, locator)) {
            continue;
        }
        let key = sources.get(source.0 as usize).map_or("", |source| &source.key);
        let place = locator.map(|place: &Text| format!(", {}", quoted(place))).unwrap_or_default();
        let by = if is_main { ", which is the source of the figure already" } else { " twice" };
        let message = format!("'also' names {}{place}{by}", quoted(key));
        faults
            .add(&NAMED_TWICE, own.at(Key::Source), message)
            .help("remove it from 'also', or write in 'locator' where else it prints the figure");
    }
}

#[cfg(test)]
mod tests {
    use crate::load::load;
    use crate::report::Day;

    /// The codes of a figure with these keys. The source `t` is younger than `s`.
    fn codes(keys: &str) -> Vec<&'static str> {
        let source = |key, published| {
            format!("[source.{key}]\ntitle = \"S\"\npublished = \"{published}\"\n")
        };
        let text = format!(
            "[report]\ntitle = \"T\"\n{}{}[[indicator]]\nid = \"a\"\nlabel = \"A\"\n\
             unit = \"%\"\n{keys}\n",
            source("s", "2025-12"),
            source("t", "2027-12"),
        );
        let faults = load(&text, Day::new(2026, 11, 23)).diagnostics.into_iter();
        faults.map(|fault| fault.rule.code).filter(|code| *code != "W014").collect()
    }

    #[test]
    fn a_place_in_a_source_counts_once() {
        for (also, is_doubtful) in [
            ("{ source = \"t\" }", false),
            ("{ source = \"s\" }", false),
            ("{ source = \"s\", locator = \"p. 2\" }", false),
            ("{ source = \"s\", locator = \"p. 1\" }", true),
            ("{ source = \"t\" }, { source = \"t\" }", true),
            ("{ source = \"t\", locator = \"1\" }, { source = \"t\", locator = \"2\" }", false),
            ("{ source = \"t\", locator = \"1\" }, { source = \"t\", locator = \"1\" }", true),
        ] {
            let keys = format!(
                "value = 8\nperiod = \"2020\"\nsource = \"s\"\nlocator = \"p. 1\"\nalso = [{also}]"
            );
            assert_eq!(codes(&keys).contains(&"W027"), is_doubtful, "{also}");
        }
    }

    #[test]
    fn the_words_and_the_dates_of_every_source_are_checked() {
        for (wording, code) in [
            ("up to 8 percent", None),
            ("at most 8%", None),
            ("8 percent", Some("W006")),
            ("up to 9 percent", Some("W004")),
            ("more than 8 percent", Some("W005")),
            ("is expected to reach up to 8 percent", Some("W022")),
        ] {
            let also = format!("{{ source = \"t\", wording = \"{wording}\" }}");
            let keys = format!(
                "value = 8\nhedge = \"up to\"\nperiod = \"2020\"\nsource = \"s\"\n\
                 locator = \"1\"\nwording = \"up to 8 percent\"\nalso = [{also}]"
            );
            assert_eq!(codes(&keys), code.into_iter().collect::<Vec<_>>(), "{wording}");
        }
        let late = "value = 8\nperiod = \"2027\"\nsource = \"t\"\nlocator = \"1\"\n";
        assert_eq!(codes(late), [] as [&str; 0]);
        assert_eq!(codes(&format!("{late}also = [{{ source = \"s\" }}]")), ["W009"]);
    }
}
