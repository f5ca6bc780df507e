//! The form over one item: the figure as it would be read, the fields, what the rules say.

mod field;

use std::ops::Range;

use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::keys::{Action, Scope};
use crate::app::overlays::{Field, Finding, Form, choices};
use crate::app::text::{width, wrap};
use crate::diagnostic::Severity;
use crate::report::{Indicator, Observation};
use crate::ui::canvas::{Canvas, shown};
use crate::ui::overlay::{Edges, frame};
use crate::ui::{Cell, Theme, bar, ruler};

/// The widest that a form is drawn.
const WIDEST: u16 = 96;
/// The cells of the column of names.
const NAMES: u16 = 12;
/// The cells of the bar of the figure.
const BAR: u16 = 20;
/// The cells between the bar and the figure.
const GAP: u16 = 2;
/// The most choices in view.
const CHOICES: usize = 5;
/// The most lines of what there is to say below the fields.
const SAYINGS: u16 = 5;

/// A line of the fields.
enum Line<'f> {
    Field(usize, &'f Field),
    /// What the file says by now.
    Theirs(&'f str),
    /// What the field can be completed to, and whether that is marked.
    Choice(String, String, bool),
}

/// Draws the form, no higher than it needs.
pub(super) fn draw(model: &Model, form: &Form, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let sayings = sayings(form, model, usize::from(area.width.min(WIDEST).saturating_sub(4)));
    let fields = u16::try_from(form.fields.len() + CHOICES).unwrap_or(u16::MAX);
    // A form that grew and shrank with its choices would be in motion all the time.
    let wanted = PREVIEW + fields + SAYINGS + 2;
    let area = Rect { height: area.height.min(wanted), ..area };
    let edges = Edges { title: format!("Edit {}: {}", form.kind(), form.title), foot: place(form) };
    let inner = frame(&edges, WIDEST, theme, area, canvas);
    let (lines, own) =
        lines(model, form, usize::from(inner.height.saturating_sub(PREVIEW + SAYINGS)));
    // The field that is typed in comes first, then what the file says by now, then the rest.
    let needed = u16::try_from(own.len().min(2)).unwrap_or(1).min(inner.height);
    let top = match inner.height {
        10.. => PREVIEW,
        7.. => 1,
        _ => 0,
    };
    preview(form, theme, Rect { height: top, ..inner }, canvas);
    let most = (inner.height / 3).max(1).min(inner.height.saturating_sub(top + needed));
    let below = u16::try_from(sayings.len()).unwrap_or(u16::MAX).min(most);
    let height = inner.height.saturating_sub(top + below);
    let middle = Rect { y: inner.y + top, height, ..inner };
    let skipped = own.end.saturating_sub(usize::from(height)).min(own.start);
    for (y, line) in (middle.y..middle.bottom()).zip(lines.iter().skip(skipped)) {
        draw_line(form, line, theme, Rect { y, height: 1, ..middle }, canvas);
    }
    let y = inner.bottom().saturating_sub(below);
    for (y, (text, style)) in (y..inner.bottom()).zip(sayings) {
        let style = match style {
            Weight::Doc => theme.dim(),
            Weight::Help => theme.plain(),
            Weight::Doubt => theme.warning(),
            Weight::Fault => theme.fault(),
            Weight::Says => theme.strong(),
        };
        canvas.text(inner.x + 1, y, inner.width.saturating_sub(2), &text, style);
    }
}

/// Lines of the figure as it would be read, and of what sets them off.
const PREVIEW: u16 = 3;

fn place(form: &Form) -> String {
    let changed = form.fields.iter().filter(|field| field.is_changed()).count();
    match changed {
        0 => "nothing changed".to_owned(),
        1 => "1 change, not saved".to_owned(),
        n => format!("{n} changes, not saved"),
    }
}

/// The figure as it would be read, with its bar where there is room for both: a figure is shown
/// whole or not at all.
fn preview(form: &Form, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    if area.is_empty() {
        return;
    }
    let cells = area.width.saturating_sub(2);
    let x = area.x + 1;
    if let (Some(event), false) = (&form.checked.event, form.checked.has_errors()) {
        canvas.text(x, area.y, cells, &event.date_words(), theme.strong());
        return;
    }
    let (Some(observation), Some(indicator), false) =
        (&form.checked.observation, &form.checked.indicator, form.checked.has_errors())
    else {
        if form.checked.has_errors() {
            canvas.text(x, area.y, cells, "cannot be read as it stands", theme.dim());
        }
        return;
    };
    let forms = [observation.words(), observation.figure(), observation.reading()];
    let fitting =
        |room: u16| forms.iter().find(|form| width(&shown(form, theme)) <= usize::from(room));
    let beside = cells.saturating_sub(BAR + GAP);
    let bar = bar_of(observation, indicator).filter(|_| area.width >= BAR * 2);
    if let (Some(cells), Some(figure)) = (bar, fitting(beside)) {
        ruler::draw_bar(&cells, None, theme, (x, area.y), canvas);
        canvas.text(x + BAR + GAP, area.y, beside, figure, theme.strong());
    } else {
        let figure = fitting(cells).map_or("too narrow for the figure", String::as_str);
        canvas.text(x, area.y, cells, figure, theme.strong());
    }
    let sentence = wrap(&observation.sentence(), usize::from(cells));
    let rest = usize::from(area.height.saturating_sub(1));
    if sentence.len() <= rest {
        for (y, line) in (area.y + 1..area.bottom()).zip(sentence) {
            canvas.text(x, y, cells, &line, theme.plain());
        }
    }
}

/// The cells of the figure's bar; none where it has no scale or no number.
fn bar_of(observation: &Observation, indicator: &Indicator) -> Option<Vec<Cell>> {
    let (quantity, scale) = (observation.quantity.as_ref()?, indicator.scale?);
    let cells = ruler::bar_cells(quantity.is_change(), BAR);
    Some(bar(quantity, scale, usize::from(cells))).filter(|cells| !cells.is_empty())
}

/// The lines of the fields, and those of them that belong to the selected one.
fn lines<'f>(model: &Model, form: &'f Form, view: usize) -> (Vec<Line<'f>>, Range<usize>) {
    let mut lines = Vec::new();
    let mut own = 0..0;
    for (at, field) in form.fields.iter().enumerate() {
        let first = lines.len();
        lines.push(Line::Field(at, field));
        lines.extend(field.conflict.as_deref().map(Line::Theirs));
        if at != form.at {
            continue;
        }
        let all = choices(form, &model.doc.report);
        let room = view.saturating_sub(form.fields.len()).clamp(2, CHOICES);
        // Where nothing is marked yet, the list begins at what stands in the field.
        let present = all.iter().position(|choice| choice.text == field.input.line());
        let from = match form.picked {
            Some(picked) => (picked + 1).saturating_sub(room),
            None => present.unwrap_or(0).min(all.len().saturating_sub(room)),
        };
        let hidden = all.len().saturating_sub(from + room);
        for (nth, choice) in all.into_iter().enumerate().skip(from).take(room) {
            lines.push(Line::Choice(choice.text, choice.about, form.picked == Some(nth)));
        }
        if let (Some(Line::Choice(_, about, _)), 1..) = (lines.last_mut(), hidden) {
            let more = format!("{hidden} more");
            *about = if about.is_empty() { more } else { format!("{about} · {more}") };
        }
        own = first..lines.len();
    }
    (lines, own)
}

fn draw_line(form: &Form, line: &Line<'_>, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let x = area.x + NAMES;
    let room = area.right().saturating_sub(x + 1);
    match line {
        Line::Field(at, field) => {
            let selected = *at == form.at;
            let own = |finding: &&Finding| finding.field == Some(*at);
            let severity = form
                .checked
                .findings
                .iter()
                .find(own)
                .map(|finding| finding.diagnostic.rule.severity);
            let (sign, style) = match (severity, selected) {
                (Some(Severity::Error), _) => ("!", theme.fault()),
                (Some(Severity::Warning), false) => ("?", theme.warning()),
                (_, true) => ("›", theme.strong()),
                (None, false) => (" ", theme.plain()),
            };
            canvas.text(area.x, area.y, 1, sign, style);
            let style = if selected { theme.strong() } else { theme.dim() };
            canvas.text(area.x + 1, area.y, NAMES - 1, field.key.word(), style);
            field::draw(field, selected, theme, Rect { x, width: room, ..area }, canvas);
        }
        Line::Theirs(text) => {
            let text = crate::app::text::visible(text);
            let text = if text.is_empty() { "nothing".to_owned() } else { text };
            let long = format!("the file says by now: {text}");
            let fits = width(&long) <= usize::from(room);
            let text = if fits { long } else { format!("file: {text}") };
            canvas.text(x, area.y, room, &text, theme.warning());
        }
        Line::Choice(text, about, picked) => {
            let style = if *picked { theme.selected(true) } else { theme.plain() };
            let sign = if *picked { "›" } else { " " };
            canvas.text(x, area.y, 1, sign, theme.strong());
            let end = canvas.text(x + 1, area.y, room.saturating_sub(1), text, style);
            let from = (x + 1 + 24).max(end + 2);
            canvas.text(from, area.y, area.right().saturating_sub(from), about, theme.dim());
        }
    }
}

/// How a line below the fields is meant.
#[derive(Clone, Copy)]
enum Weight {
    Doc,
    Help,
    Doubt,
    Fault,
    Says,
}

/// What there is to say below the fields: of the selected field first.
fn sayings(form: &Form, model: &Model, room: usize) -> Vec<(String, Weight)> {
    let mut sayings = Vec::new();
    let mut say = |text: &str, weight: Weight| {
        sayings.extend(wrap(text, room).into_iter().map(|line| (line, weight)));
    };
    if let Some(message) = &form.message {
        say(message, Weight::Says);
    }
    if form.has_stale_locator() {
        say("the locator is still that of the source before", Weight::Doubt);
    }
    let own = |finding: &&Finding| finding.field == Some(form.at);
    let findings = &form.checked.findings;
    let first = findings.iter().find(own).or(findings.first());
    match first {
        Some(finding) => {
            let diagnostic = &finding.diagnostic;
            let weight = match diagnostic.rule.severity {
                Severity::Error => Weight::Fault,
                Severity::Warning => Weight::Doubt,
            };
            say(&format!("{} {}", diagnostic.rule.code, diagnostic.message), weight);
            let chooses = own(&finding) && !choices(form, &model.doc.report).is_empty();
            let key = |action| model.env.keymap.key_in_overlay(Scope::Form, action);
            match (&diagnostic.help, key(Action::Down), key(Action::Save)) {
                (Some(_), Some(down), Some(save)) if chooses => {
                    say(&format!("{down} and {save} choose from the list"), Weight::Help);
                }
                (Some(help), ..) => say(help, Weight::Help),
                (None, ..) => {}
            }
        }
        None => say(form.field().map_or("", |field| field.doc), Weight::Doc),
    }
    sayings.truncate(usize::from(SAYINGS));
    sayings
}
