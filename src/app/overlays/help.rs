//! The help: every key, and how to read the drawings.

use std::borrow::Cow;
use std::iter;

use crate::app::keys::{Action, Key, Keymap, Panel, SCOPES, Scope, ScopeEntry, key_list};
use crate::app::overlays::{Context, Layer, Outcome, Press};
use crate::app::panels::Layout;
use crate::app::text::{TEXT_KEYS, width, wrap};
use crate::report::{Fraction, HedgeWord, Observation, Quantity, Status, Uncertainty, Unit, Value};

/// The help, scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The first line in view.
    pub offset: usize,
}

impl Help {
    /// The help, scrolled to the heading on how to read a panel.
    pub(crate) fn about(keymap: &Keymap, layout: &Layout, panel: Panel) -> Self {
        let heading = READING.get(panel.index()).copied();
        let is_it =
            |line: &HelpLine| matches!(line, HelpLine::Heading(text) if Some(&**text) == heading);
        Self { offset: help(keymap, layout).iter().position(is_it).unwrap_or(0) }
    }
}

impl Layer for Help {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        let (lines, view) = (help(&cx.env.keymap, &cx.layout).len(), cx.layout.overlay_height());
        Context::scroll(&mut self.offset, lines, view, press)
    }

    fn settle(&mut self, cx: &Context<'_>) {
        let (lines, view) = (help(&cx.env.keymap, &cx.layout).len(), cx.layout.overlay_height());
        self.offset = self.offset.min(lines.saturating_sub(view));
    }
}

/// One line of the help.
#[derive(Clone, Debug, PartialEq)]
pub enum HelpLine {
    /// The heading of a part of the help.
    Heading(String),
    /// Keys and what they do; the text is empty if it is on the line before.
    Keys(String, Cow<'static, str>),
    /// A share or a change in percent, and how to read its bar.
    Example(Box<Observation>, Cow<'static, str>),
    /// A sign beside a row, of the timeline or of a chart, and what it means.
    Sign(&'static str, Cow<'static, str>),
    /// What is left of the text above, and the cell that it begins in.
    Rest(u16, String),
    /// An empty line.
    Blank,
}

/// The greatest width of the help in cells, borders included.
pub const HELP_WIDEST: u16 = 84;
/// The cells of a line without text: borders, a space on each side.
const BESIDE: u16 = 4;
/// The cell in which the words about an example begin.
pub const HELP_READS: u16 = 40;

/// The width of the column of keys in cells.
pub const HELP_KEYS: u16 = 14;

const FLAGS: [(&str, &str); 5] = [
    ("├", "a limit that the source states: at least"),
    ("┤", "a limit that the source states: at most"),
    ("◇", "aimed at; beside the end of a bar, within a cell of it"),
    ("!", "due: to be looked at again by a day that has passed"),
    ("±", "disputed: another figure for the same thing does not fit"),
];

const OPERATORS: [(&str, &str); 7] = [
    ("≤", "at most, up to: that or less"),
    ("≥", "at least: that or more"),
    ("<", "less than, below"),
    (">", "more than, above"),
    ("≈", "about: near it, on either side"),
    ("~<", "nearly: a little less, never more"),
    (">~", "just over: a little more"),
];

const SIGNS: [(&str, &str); 9] = [
    ("2", "how many events of a group began then; what bears on the selected figure is underlined"),
    ("≈", "about then, or in doubt"),
    ("◆", "a day or a month"),
    ("━", "a stated period"),
    ("▸", "it goes on: open on this side, or further than what is drawn"),
    ("»", "all of it is later than what is drawn; « earlier"),
    ("╎", "the as-of day"),
    ("░", "the period of the selected figure, across all rows"),
    ("•", "an event that bears on the selected figure"),
];

const CHART_SIGNS: [(&str, &str); 15] = [
    (
        "●",
        "a figure, in the middle of its period; one with a base at the end. Undated ones stand at the left",
    ),
    ("○", "not observed: a forecast, an estimate, an aim; or our own calculation"),
    ("×", "another measure; its letter is in the list below the chart"),
    ("‹", "the figure of the report"),
    ("┬", "at most this: ┊ leads down through all that it allows"),
    ("┴", "at least this: ┊ leads up through all that it allows"),
    ("≈", "about this; beside ┬ and ┴ a little below, a little above"),
    ("┃", "between two stated values; through a mark its interval of uncertainty"),
    ("★", "another line for the same thing, or another edition; further marks follow"),
    ("≡", "several figures in one cell: the cursor goes through them"),
    ("━", "as long as its period is"),
    ("─", "joins figures of one basis, none left out between them"),
    ("(", "the date itself is about, or in doubt"),
    ("B", "a break: what comes after is counted in another way"),
    ("/", "the axis does not begin at zero"),
];

/// The headings on how to read each panel, in the order of [`Panel::ALL`].
const READING: [&str; 4] = [
    "HOW TO READ THE BARS",
    "HOW TO READ THE TABLE",
    "HOW TO READ THE TIMELINE",
    "HOW TO READ THE CHARTS",
];

/// The lines of the help: how to read bars and readings, the keys of the panels, how to read
/// timeline and charts, and the keys of the overlays.
pub fn help(keymap: &Keymap, layout: &Layout) -> Vec<HelpLine> {
    let cells = layout.overlay.width.min(HELP_WIDEST).saturating_sub(BESIDE);
    lines(keymap).into_iter().flat_map(|line| wrapped(line, cells)).collect()
}

/// A line, and below it what of its text has no room in this many cells.
fn wrapped(line: HelpLine, cells: u16) -> Vec<HelpLine> {
    let mut line = line;
    let (at, text) = match &mut line {
        HelpLine::Keys(_, text) | HelpLine::Sign(_, text) => (HELP_KEYS + 1, text),
        HelpLine::Example(_, text) => (HELP_READS, text),
        HelpLine::Heading(_) | HelpLine::Rest(..) | HelpLine::Blank => return vec![line],
    };
    let room = usize::from(cells.saturating_sub(at)).max(1);
    let mut pieces = wrap(text, room).into_iter();
    *text = pieces.next().unwrap_or_default().into();
    [line].into_iter().chain(pieces.map(|text| HelpLine::Rest(at, text))).collect()
}

/// Every line of the help, however long.
fn lines(keymap: &Keymap) -> Vec<HelpLine> {
    let [bars, table, timeline, charts] = READING.map(|text| HelpLine::Heading(text.to_owned()));
    let mut lines = vec![bars];
    lines.extend(examples());
    lines.extend(FLAGS.map(sign));
    lines.extend([HelpLine::Sign("~", changed(keymap).into()), HelpLine::Blank, table]);
    lines.extend(OPERATORS.map(sign));
    lines.push(HelpLine::Blank);
    lines.extend(keys_of(keymap, |scope| !scope.is_overlay()));
    lines.push(timeline);
    lines.extend(SIGNS.map(sign));
    lines.extend([HelpLine::Blank, charts]);
    lines.extend(CHART_SIGNS.map(sign));
    lines.push(HelpLine::Blank);
    lines.extend(keys_of(keymap, Scope::is_overlay));
    lines.pop();
    lines
}

/// The keys of some scopes, each under its heading and with an empty line after it.
fn keys_of(keymap: &Keymap, is_meant: fn(Scope) -> bool) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for &ScopeEntry { scope, heading, .. } in SCOPES.iter().filter(|entry| is_meant(entry.scope)) {
        if keymap.of(scope).next().is_none() {
            continue;
        }
        lines.push(HelpLine::Heading(heading.to_uppercase()));
        lines.extend(keymap.of(scope).flat_map(|line| lines_of(&line.keys, line.doc)));
        if scope == Scope::Form {
            lines.extend(text_keys(keymap));
        }
        lines.push(HelpLine::Blank);
    }
    lines
}

fn sign((sign, reads): (&'static str, &'static str)) -> HelpLine {
    HelpLine::Sign(sign, reads.into())
}

/// The meaning of the sign of a change, with the key that clears it.
fn changed(keymap: &Keymap) -> String {
    let clears = keymap.key(&[Scope::Everywhere], Action::Back);
    let clears = clears.map(|key| format!("; {key} clears the marks"));
    format!("changed by the last change of the file{}", clears.unwrap_or_default())
}

/// The keys of a text field that do nothing else in a form.
fn text_keys(keymap: &Keymap) -> impl Iterator<Item = HelpLine> {
    TEXT_KEYS.iter().flat_map(|entry| {
        let is_left = |key: &&Key| keymap.in_text(Scope::Form, **key).is_none();
        let left: Vec<Key> = entry.keys.iter().filter(is_left).copied().collect();
        if left.is_empty() { Vec::new() } else { lines_of(&left, entry.doc) }
    })
}

/// Keys and what they do. Keys that do not fit in the column go on to the next line and are never
/// cut, as half of a key's name would be another key.
fn lines_of(all: &[Key], doc: &'static str) -> Vec<HelpLine> {
    let mut names: Vec<String> = Vec::new();
    for name in key_list(all).split(' ') {
        match names.last_mut() {
            Some(line) if width(line) + 1 + width(name) <= usize::from(HELP_KEYS) => {
                line.extend([" ", name]);
            }
            _ => names.push(name.to_owned()),
        }
    }
    let docs = [doc].into_iter().chain(iter::repeat(""));
    names.into_iter().zip(docs).map(|(names, doc)| HelpLine::Keys(names, doc.into())).collect()
}

/// One bar of each shape.
fn examples() -> impl Iterator<Item = HelpLine> {
    let number = |value: f64| Some(Value::number(value));
    let two_thirds = Fraction::parse("2/3").map(Value::Fraction);
    let examples = [
        (number(45.0), "", false, "reached; nothing beyond"),
        (number(70.0), "up to", false, "somewhere on the line; 70 is the most"),
        (number(85.0), "more than", false, "sure to 85; the line may be reached"),
        (number(80.0), "nearly", false, "a little below 80, never past it"),
        (number(40.0), "just over", false, "a little above 40"),
        (two_thirds, "about", false, "near it, on either side"),
        (Some(Value::pair(50.0, 70.0)), "", false, "somewhere from 50 to 70"),
        (number(-45.0), "", true, "a fall, on a scale from 0 to −100"),
        (number(212.0), "", false, "off the scale: the words say how far"),
    ];
    let figure = |value, hedge, change| {
        let quantity = Quantity::new(value, HedgeWord::find(hedge), Unit::parse("%").ok()?, change);
        Some(Observation { quantity: Some(quantity.ok()?), ..Observation::default() })
    };
    let interval =
        Uncertainty { low: 50.0.into(), high: 74.0.into(), kind: None, is_of_poll: false };
    let interval = figure(number(62.0), "", false)
        .map(|figure| Observation { uncertainty: Some(Box::new(interval)), ..figure });
    let interval = interval.zip(Some("62, in an interval from 50 to 74"));
    let forecast = figure(number(45.0), "", false)
        .map(|figure| Observation { status: Status::Forecast.into(), ..figure });
    let forecast = forecast.zip(Some("not reached: forecast, planned, ours"));
    let hedged = examples.into_iter().filter_map(move |(value, hedge, change, reads)| {
        Some((figure(value, hedge, change)?, reads))
    });
    let others = interval.into_iter().chain(forecast);
    hedged.chain(others).map(|(figure, reads)| HelpLine::Example(Box::new(figure), reads.into()))
}
