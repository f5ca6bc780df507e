use crate::app::{BINDINGS, Key, SCOPES, Scope, TYPING};
use crate::report::{Fraction, HedgeWord, Quantity, Unit, Value};

/// One line of the help.
#[derive(Clone, Debug, PartialEq)]
pub enum HelpLine {
    /// A part of the help begins.
    Heading(String),
    /// Keys and what they do.
    Keys(String, &'static str),
    /// A share or a change in percent, and how its bar is to be read.
    Example(Quantity, &'static str),
    /// A sign beside a row, of the timeline or of a chart, and what it says.
    Sign(&'static str, &'static str),
    /// An empty line.
    Blank,
}

const FLAGS: [(&str, &str); 3] = [
    ("!", "due: to be looked at again by a day that has passed"),
    ("±", "disputed: another figure for the same thing does not fit"),
    ("~", "changed by the last change of the file; Esc clears the marks"),
];

const SIGNS: [(&str, &str); 8] = [
    ("◆", "a day or a month"),
    ("━", "a stated period"),
    ("▒", "about, or in doubt"),
    ("▸", "it goes on: open on this side, or further than what is drawn"),
    ("»", "all of it is later than what is drawn; « earlier"),
    ("╎", "the as-of day"),
    ("░", "the period of the selected figure, across all rows"),
    ("•", "an event that bears on the selected figure"),
];

const CHART_SIGNS: [(&str, &str); 11] = [
    ("●", "a figure without a hedge, in the middle of its period"),
    ("━", "as long as its period is"),
    ("─", "joins such figures of one basis, none left out between them"),
    ("▲", "this or higher: a lower limit; ┆ and ↑ lead to where it may be"),
    ("▼", "this or lower: an upper limit; ┆ and ↓ lead to where it may be"),
    ("≈", "about this; ▴ ▾ just above, just below"),
    ("┃", "between two stated values"),
    ("○", "limited by its status: a forecast, an estimate"),
    ("(", "the date itself is about, or in doubt"),
    ("B", "a break: what comes after is counted in another way"),
    ("/", "the axis does not begin at zero"),
];

/// The help: every line of the key table by its place, then how to read bars, timeline and charts.
pub fn help() -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for &(scope, title) in SCOPES {
        lines.push(HelpLine::Heading(title.to_uppercase()));
        let bindings = BINDINGS.iter().filter(|binding| binding.scope == scope);
        lines.extend(bindings.map(|b| HelpLine::Keys(keys(b.keys), b.doc)));
        if scope == Scope::Form {
            lines.extend(TYPING.iter().map(|t| HelpLine::Keys(keys(t.keys), t.doc)));
        }
        lines.push(HelpLine::Blank);
    }
    lines.push(HelpLine::Heading("HOW TO READ THE BARS".to_owned()));
    lines.extend(examples());
    lines.extend(FLAGS.map(|(sign, reads)| HelpLine::Sign(sign, reads)));
    lines.extend([HelpLine::Blank, HelpLine::Heading("HOW TO READ THE TIMELINE".to_owned())]);
    lines.extend(SIGNS.map(|(sign, reads)| HelpLine::Sign(sign, reads)));
    lines.extend([HelpLine::Blank, HelpLine::Heading("HOW TO READ THE CHARTS".to_owned())]);
    lines.extend(CHART_SIGNS.map(|(sign, reads)| HelpLine::Sign(sign, reads)));
    lines
}

/// Keys as help and docs show them: `↓ j`.
pub fn keys(keys: &[Key]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// One bar of each shape.
fn examples() -> impl Iterator<Item = HelpLine> {
    let number = |value: f64| Some(Value::Number(value));
    let two_thirds = Fraction::parse("2/3").map(Value::Fraction);
    let examples = [
        (number(45.0), "", false, "reached; nothing beyond"),
        (number(70.0), "up to", false, "nothing is sure; 70 is the ceiling"),
        (number(85.0), "more than", false, "sure to 85; may reach 100"),
        (number(80.0), "nearly", false, "a little below 80, never past it"),
        (number(40.0), "just over", false, "a little above 40"),
        (two_thirds, "about", false, "near it, on either side"),
        (Some(Value::Pair(50.0, 70.0)), "", false, "somewhere from 50 to 70"),
        (number(-45.0), "", true, "a change, drawn from the zero line"),
        (number(212.0), "", false, "off the scale: the words say how far"),
    ];
    examples.into_iter().filter_map(|(value, hedge, change, reads)| {
        let quantity = Quantity::new(value, HedgeWord::find(hedge), Unit::parse("%").ok()?, change);
        Some(HelpLine::Example(quantity.ok()?, reads))
    })
}
