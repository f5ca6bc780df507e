use super::quantity::signs_aloud;
use super::{Decimal, End, Interval, Quantity, Text, UnitKind, Value};

/// The interval of uncertainty that a source states around a value, such as a confidence interval, or
/// that follows from the margin of error of a poll.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertainty {
    /// Its lower end, in the unit of the figure.
    pub low: Decimal,
    /// Its upper end.
    pub high: Decimal,
    /// What kind of interval it is, in the source's words: `95 % CI`.
    pub kind: Option<Text>,
    /// Whether it follows from the margin of error of the poll, and is not stated with the figure.
    pub is_of_poll: bool,
}

/// What the interval of a poll is called.
const MARGIN: &str = "margin of error";

impl Uncertainty {
    /// The interval that follows from the margin of error of a poll, in percentage points: of one number
    /// in percent or in points, without a hedge. A share ends at 0 and at 100.
    pub(super) fn of_poll(quantity: &Quantity, margin: Decimal) -> Option<Self> {
        let Value::Number(value) = quantity.value() else { return None };
        let is_share = quantity.unit().is_percent() && !quantity.is_change();
        let is_in_points = is_share || quantity.unit().kind == UnitKind::Points;
        // A share outside 0 to 100 is a fault of the file, and has no margin that would make sense.
        let is_sound = !is_share || (0.0..=100.0).contains(&value.value());
        let is_bare = quantity.class().is_none() && margin.value() > 0.0;
        if !(is_in_points && is_bare && is_sound) {
            return None;
        }
        let (mut low, mut high) = (value + -margin, value + margin);
        if is_share && low.value() < 0.0 {
            low = Decimal::from(0.0);
        }
        if is_share && high.value() > 100.0 {
            high = Decimal::from(100.0);
        }
        Some(Self { low, high, kind: Some(Text::new(MARGIN)), is_of_poll: true })
    }

    /// Its values.
    pub fn interval(&self) -> Interval {
        Interval { low: End::Closed(self.low.value()), high: End::Closed(self.high.value()) }
    }

    /// What it is called: `95 % CI`, `margin of error`.
    pub fn name(&self) -> &str {
        self.kind.as_deref().filter(|kind| !is_sign(kind)).unwrap_or("interval")
    }

    /// Its two ends, short, in the unit of the figure: `238–294`, `−39 to −33`.
    pub fn ends(&self, of: &Quantity) -> String {
        of.ends(self.low, self.high, None)
    }

    /// Its two ends with its kind: `95 % CI 238 to 294`, `33.6 to 42.4 within the margin of error`.
    pub fn words(&self, of: &Quantity) -> String {
        let ends = of.ends(self.low, self.high, Some(" to "));
        match self.kind.as_deref() {
            _ if self.is_of_poll => format!("{ends} within the {MARGIN}"),
            Some(kind) if is_sign(kind) => format!("{ends}, {kind}"),
            _ => format!("{} {ends}", self.name()),
        }
    }

    /// The same for speech: `95 percent CI minus 39 to minus 33`.
    pub fn spoken(&self, of: &Quantity) -> String {
        let words = self.words(of).replace(" %", "%").replace('%', " percent");
        signs_aloud(&words)
    }

    /// What it allows: `between 238 and 294 by its 95 % CI`.
    pub fn sentence(&self, of: &Quantity) -> String {
        let ends = of.ends(self.low, self.high, Some(" and "));
        let limit = match (self.is_of_poll, self.low.value(), self.high.value()) {
            (true, 0.0, _) => ", as no share is below 0",
            (true, _, 100.0) => ", as no share is above 100",
            _ => "",
        };
        match self.kind.as_deref().filter(|kind| is_sign(kind)) {
            Some(kind) => format!("between {ends} ({kind})"),
            None => format!("between {ends} by its {}{limit}", self.name()),
        }
    }
}

/// Whether the kind of an interval is given as its half: `± 1.3`.
fn is_sign(kind: &str) -> bool {
    kind.starts_with('±')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Fraction, HedgeWord, Observation, Period, Poll, Status, Unit};

    fn figure(value: Value, hedge: &str, unit: &str, change: bool) -> Observation {
        let unit = Unit::parse(unit).unwrap();
        let quantity = Quantity::new(Some(value), HedgeWord::find(hedge), unit, change).unwrap();
        Observation { quantity: Some(quantity), ..Observation::default() }
    }

    fn number(raw: &str) -> Decimal {
        Decimal::parse(raw).unwrap()
    }

    fn with_interval(figure: Observation, low: &str, high: &str, kind: &str) -> Observation {
        let (low, high) = (number(low), number(high));
        let kind = (!kind.is_empty()).then(|| Text::new(kind));
        let uncertainty = Uncertainty { low, high, kind, is_of_poll: false };
        Observation { uncertainty: Some(Box::new(uncertainty)), ..figure }
    }

    #[test]
    fn every_form_says_the_interval() {
        let n = |raw: &str| Value::Number(number(raw));
        let cases = figure(n("263"), "", "million cases", false);
        let cases = with_interval(cases, "238", "294", "95 % CI");
        assert_eq!(cases.figure(), "263 mn cases (238–294)");
        assert_eq!(cases.reading(), "263 mn cases (238–294)");
        assert_eq!(cases.words(), "263 million cases (95 % CI 238 to 294)");
        assert_eq!(cases.spoken(), "263 million cases (95 percent CI 238 to 294)");
        assert_eq!(
            cases.sentence(),
            "263 million cases, without a limiting word; between 238 and 294 by its 95 % CI"
        );
        let fall = with_interval(figure(n("-36"), "", "%", true), "-39", "-33", "");
        assert_eq!(fall.figure(), "fell 36 % (−39 to −33)");
        assert_eq!(fall.reading(), "−36 % (−39 to −33)");
        assert_eq!(fall.words(), "fell 36 % (interval −39 to −33)");
        assert_eq!(fall.spoken(), "fell 36 percent (interval minus 39 to minus 33)");
        assert!(fall.sentence().ends_with("; between −39 and −33 by its interval"));
        let since = Observation { base: Period::parse("1990").ok().map(Box::new), ..fall };
        assert_eq!(since.reading(), "−36 % vs 1990 (−39 to −33)");
        assert_eq!(
            since.sentence(),
            "a fall of 36 percent, without a limiting word; measured from 1990; between −39 and −33 \
             by its interval"
        );
        let rise = with_interval(figure(n("1.5"), "", "pp", true), "-0.5", "3.5", "IQR");
        assert_eq!(rise.reading(), "+1.5 pp (−0.5 to +3.5)");
        let share = figure(Value::Fraction(Fraction::parse("2/3").unwrap()), "", "%", false);
        let share = with_interval(share, "60", "72.5", "90% CI");
        assert_eq!(share.figure(), "two-thirds (60–72.5 %)");
        assert_eq!(share.words(), "two-thirds (90% CI 60 to 72.5 %)");
        let half = with_interval(figure(n("8.8"), "", "%", false), "7.5", "10.1", "± 1.3");
        assert_eq!(half.words(), "8.8 % (7.5 to 10.1, ± 1.3)");
        assert!(half.sentence().ends_with("; between 7.5 and 10.1 (± 1.3)"));
        let money = figure(n("2.40"), "", "billion USD", false);
        let money = with_interval(money, "1.95", "2.90", "");
        assert_eq!(money.figure(), "2.40 bn USD (1.95–2.90)");
    }

    #[test]
    fn a_margin_is_an_interval_around_one_bare_number() {
        let n = |raw: &str| Value::Number(number(raw));
        let status = |status: Status, figure| Observation { status: status.into(), ..figure };
        for (figure, margin, reading) in [
            (figure(n("38"), "", "%", false), "4.4", "38 % (33.6–42.4)"),
            (figure(n("38.0"), "", "%", false), "3", "38.0 % (35.0–41.0)"),
            (figure(n("2"), "", "%", false), "3.3", "2 % (0–5.3)"),
            (figure(n("99"), "", "%", false), "1.5", "99 % (97.5–100)"),
            (figure(n("5"), "", "pp", true), "4", "+5 pp (+1 to +9)"),
            (figure(n("-2"), "", "pp", false), "3", "−2 pp (−5 to 1)"),
            (figure(n("38"), "", "%", false), "0", "38 %"),
            (figure(n("38"), "about", "%", false), "4", "≈ 38 %"),
            (figure(n("38"), "", "%", true), "4", "+38 %"),
            (figure(n("38"), "", "people", false), "4", "38 people"),
            (figure(Value::pair(30.0, 40.0), "", "%", false), "4", "30–40 %"),
            (status(Status::Forecast, figure(n("38"), "", "%", false)), "4", "38 %, forecast"),
            (
                with_interval(figure(n("38"), "", "%", false), "36", "40", "95 % CI"),
                "4.4",
                "38 % (36–40)",
            ),
        ] {
            let figure =
                figure.with_margin(Some(&Poll { margin: Some(number(margin)), ..Poll::default() }));
            assert_eq!(figure.reading(), reading, "± {margin}");
        }
        let poll = Poll { margin: Some(number("3.3")), ..Poll::default() };
        let few = figure(n("2"), "", "%", false).with_margin(Some(&poll));
        assert_eq!(few.words(), "2 % (0 to 5.3 within the margin of error)");
        assert_eq!(
            few.sentence(),
            "2 percent, without a limiting word; between 0 and 5.3 by its margin of error, as no \
             share is below 0"
        );
    }
}
