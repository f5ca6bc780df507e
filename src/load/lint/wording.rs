//! The wording of a figure compared with its value, hedge, unit and status: what was lost?

use std::ops::Range;

use crate::diagnostic::{Faults, Rule, quoted, rules};
use crate::load::reader::Row;
use crate::prose::{Around, Difference, Direction, Foretold, difference, foretold, hedge_word};
use crate::report::{
    Day, Decimal, HedgeClass, Observation, Quantity, Status, Text, Value, counted,
};
use crate::schema::Key;

rules! {

    /// The figure as printed and the value differ.
    OTHER_NUMBER "W004" "the wording has another number, unit or sign"
r#"'wording' is the figure exactly as printed and 'value' is its number. None
of the numbers in the wording is the value, or it has another unit or sign
there: one of the two was copied wrongly, or the unit's multiplier is missing.
A rate ("64 per 100,000") needs a unit that says of how many. A fall is below
zero: value = -45 with change = true.

    wrong:  wording = "nearly $8 billion"
            value   = 80
            unit    = "billion USD"
    right:  value   = 8"#

    /// The figure as printed is limited, and the value is not.
    HEDGE_LOST "W005" "the hedge of the wording was lost"
r#"Words or signs at the printed number limit it, and 'hedge' does not say so,
or says something else. This is how "up to 70 percent" turns into 70
percent. Signs limit too: <5, 65+, ~70. Of a range, or of an interval around
a number, both ends are the value. The words are known in English, German,
French, Spanish, Italian, Polish, Portuguese, Russian, Ukrainian, Belarusian
and Chinese; 'hedge' takes the English word that says the same.

    wrong:  wording = "up to 70 percent"
            value   = 70
    right:  wording = "up to 70 percent"
            value   = 70
            hedge   = "up to""#

    /// The value is limited, and the figure as printed is not.
    HEDGE_ADDED "W006" "the hedge is not in the wording"
r#"'hedge' takes the source's own word. The wording gives the number without
one, so the hedge was added in transcription, or the wording was cut short.

    wrong:  wording = "287 enterprises"
            hedge   = "at least"
    right:  wording = "at least 287 enterprises"
            hedge   = "at least""#

    /// The figure as printed has not happened, and its status does not say so.
    STATUS_LOST "W022" "the wording speaks of what has not happened"
r#"A forecast, a plan or a target that is copied without its status reads as
something that happened. Say what it is in 'status'.

    wrong:  wording = "is expected to reach 40 percent"
            value   = 40
    right:  wording = "is expected to reach 40 percent"
            value   = 40
            status  = "forecast""#

    /// Wordings in a language whose limiting words are not known.
    UNCHECKED "W023" "wordings that cannot be checked"
r#"A wording is compared with the value in English, German, French, Spanish,
Italian, Polish, Portuguese, Russian, Ukrainian, Belarusian and Chinese. In
another language nothing can be said: look yourself whether the number and the
words that limit it are the same. One warning names all such wordings.

    wrong:  wording = "noin 70 prosenttia"   with  value = 70
    right:  wording = "noin 70 prosenttia"   with  hedge = "about""#
}

/// Compares the wording of a figure with the figure. The answer is whether it could be compared.
pub(super) fn check(
    figure: &Observation,
    around: Around<'_>,
    row: &Row<'_>,
    as_of: Day,
    faults: &mut Faults,
) -> bool {
    let Some(wording) = &figure.wording else { return true };
    if figure.status.is_normal()
        && let Some((what, at)) = foretold(wording, as_of.ymd().0)
    {
        status_lost(wording, what, wording.get(at).unwrap_or_default(), row, faults);
    }
    match difference(wording, figure, around) {
        None => true,
        Some(Difference::Unchecked) => false,
        Some(difference) => {
            let (rule, key, message, help) = said(&difference, figure, wording);
            faults
                .add(rule, row.at(key), message)
                .help(help)
                .related(row.at(Key::Wording), "as printed");
            true
        }
    }
}

/// A rule, the key that it is about, what is wrong and what to do.
type Words = (&'static Rule, Key, String, String);

/// A difference in words.
fn said(difference: &Difference, figure: &Observation, wording: &str) -> Words {
    let (stated, printed) = (quoted(&figure.words()), quoted(wording));
    let other = |message: String, help: &str| (&OTHER_NUMBER, Key::Value, message, help.to_owned());
    let lost = |what: &str, help: String| {
        (&HEDGE_LOST, Key::Value, format!("the wording {printed} {what}"), help)
    };
    match difference {
        Difference::OtherNumber | Difference::Unchecked => other(
            format!("the wording is {printed}, the value is {stated}"),
            "copy the number from the source again, and see that the unit's multiplier fits",
        ),
        Difference::OtherUnit => other(
            format!("the wording {printed} has another unit than {stated}"),
            "give the value in the unit that is printed, or correct 'unit'",
        ),
        Difference::TwoFigures => other(
            format!("the wording {printed} gives two figures, not a range"),
            "write two indicators that share the wording and name each other in 'related'",
        ),
        Difference::OtherSign(direction) => other_sign(figure, wording, *direction),
        Difference::Order(order) => lost(
            &format!("says only '{}'", order.word),
            format!("write hedge = \"{}\" and no value", order.word),
        ),
        Difference::Range(low, high) => lost(
            "gives a range, the value only one end of it",
            format!("write value = [{}, {}]", plain(*low), plain(*high)),
        ),
        Difference::Interval(low, high) => lost(
            "gives an interval, the value does not",
            format!(
                "write value = [{}, {}]; the margin of error of a poll goes into 'margin' of its \
                 [indicator.poll]",
                plain(*low),
                plain(*high)
            ),
        ),
        Difference::Limit(class, at) => {
            limit(figure, wording, *class, wording.get(at.clone()).unwrap_or_default())
        }
        Difference::Unlimited => (
            &HEDGE_ADDED,
            Key::Hedge,
            format!("the hedge of {stated} is not in the wording {printed}"),
            "remove the hedge if the source has none; else give the wording in full".to_owned(),
        ),
    }
}

fn other_sign(figure: &Observation, wording: &str, direction: Direction) -> Words {
    let with_sign = |sign: &str| match figure.quantity.as_ref().map(Quantity::value) {
        Some(Value::Number(value)) => format!("{sign}{}", value.abs()),
        Some(Value::Fraction(fraction)) => {
            let (upper, lower) = fraction.parts();
            format!("\"{sign}{upper}/{lower}\"")
        }
        _ => "…".to_owned(),
    };
    let (printed, help) = match direction {
        Direction::Fall => {
            ("a fall", format!("write value = {} with change = true", with_sign("-")))
        }
        Direction::Rise => ("a rise", format!("write value = {}", with_sign(""))),
    };
    let message = format!("the wording {} is {printed}, the value is not", quoted(wording));
    (&OTHER_NUMBER, Key::Value, message, help)
}

fn limit(figure: &Observation, wording: &str, class: HedgeClass, printed: &str) -> Words {
    let printed = Text::new(printed);
    let word = hedge_word(class, &printed).word;
    let given = figure.quantity.as_ref().and_then(Quantity::hedge);
    let says = format!("the wording {} says '{printed}'", quoted(wording));
    match given {
        None => (
            &HEDGE_LOST,
            Key::Value,
            format!("{says}, the value does not"),
            format!("write hedge = \"{word}\""),
        ),
        Some(given) => (
            &HEDGE_LOST,
            Key::Hedge,
            format!("{says}, the hedge says '{}'", given.word),
            format!("write hedge = \"{word}\", or correct the wording"),
        ),
    }
}

fn status_lost(wording: &str, what: Foretold, words: &str, row: &Row<'_>, faults: &mut Faults) {
    let status = match what {
        Foretold::Forecast => Status::Forecast,
        Foretold::Target => Status::Target,
    };
    let message = format!(
        "the wording {} says '{}', and no status says that it has not happened",
        quoted(wording),
        Text::new(words)
    );
    faults
        .add(&STATUS_LOST, row.at(Key::Wording), message)
        .help(format!("write status = \"{}\" if it has not happened", status.word()));
}

/// The wordings that could not be compared.
#[derive(Debug, Default)]
pub(super) struct Unchecked {
    first: Option<Range<usize>>,
    wordings: Vec<String>,
}

impl Unchecked {
    pub(super) fn add(&mut self, figure: &Observation, row: &Row<'_>) {
        self.first.get_or_insert_with(|| row.at(Key::Wording));
        self.wordings.extend(figure.wording.as_ref().map(|wording| quoted(wording)));
    }

    pub(super) fn finish(self, faults: &mut Faults) {
        let Some(at) = self.first else { return };
        let wordings = counted(self.wordings.len(), "wording");
        let message = format!(
            "{wordings} in a language whose limiting words are not known: {}",
            self.wordings.join(", ")
        );
        faults
            .add(&UNCHECKED, at, message)
            .help("see for yourself that no word that limits the number is lost");
    }
}

/// A number as the file writes it.
fn plain(value: f64) -> Decimal {
    // Multiplying and adding leave digits behind that are not printed.
    format!("{value:.12e}").parse::<f64>().unwrap_or(value).into()
}

#[cfg(test)]
mod tests;
