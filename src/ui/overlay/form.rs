//! The form over one item: the figure as it would be read, the fields, what the rules say.

mod field;

use std::ops::Range;

use ratatui::layout::{Margin, Rect};

use super::frame::frame;
use crate::app::Model;
use crate::app::keys::{Action, Scope};
use crate::app::overlays::{Choice, Field, Finding, Form, choices};
use crate::app::panels::overlay_frame;
use crate::app::text::{visible, wrap};
use crate::diagnostic::Severity;
use crate::report::counted;
use crate::ui::canvas::{Canvas, fitting, skip};
use crate::ui::ruler;

/// The widest that a form is drawn.
const WIDEST: u16 = 96;
/// The lines of the preview of the figure, a blank line among them.
const PREVIEW: u16 = 3;
/// The cells of the column of names.
const NAMES: u16 = 12;
/// The cells of the bar of the figure.
const BAR: u16 = 20;
/// The cells between the bar and the figure.
const GAP: u16 = 2;
/// The most cells of a choice in front of what it is about.
const CHOICE: u16 = 30;
/// The fewest choices in view, for which other fields give way, and the most.
const CHOICES: [u16; 2] = [4, 8];
/// The most lines of messages below the fields.
const MESSAGES: u16 = 5;

/// A line of the fields.
enum FieldLine<'f> {
    Field(usize, &'f Field),
    /// What the file says in its place since it was changed elsewhere.
    Theirs(&'f str),
    /// What the field can be completed to, and whether it is marked.
    Choice(Choice, bool),
    /// How many choices more there are.
    More(usize),
}

/// Draws the form, no higher than it needs.
pub(super) fn draw(model: &Model, form: &Form, area: Rect, canvas: &mut Canvas<'_>) {
    let area = overlay_frame(area, WIDEST);
    let [least_choices, most_choices] = CHOICES;
    let fields = u16::try_from(form.fields.len()).unwrap_or(u16::MAX);
    // The height leaves room for all choices, so that the form does not move with each of them.
    let height = area.height.min(PREVIEW + fields + most_choices + MESSAGES + 2);
    let title = format!("Edit {}: {}", form.kind(), form.title);
    let inner = frame(&title, &changed(form), Rect { height, ..area }, canvas);
    let messages = messages(form, model, usize::from(area.width.saturating_sub(4)));
    let top = match inner.height {
        10.. => PREVIEW,
        7.. => 1,
        _ => 0,
    };
    // The field that is typed in comes first, then what the file says of it, then the rest.
    let has_conflict = form.field().is_some_and(|field| field.conflict.is_some());
    let needed = (1 + u16::from(has_conflict)).min(inner.height);
    let most = (inner.height / 3).max(1).min(inner.height.saturating_sub(top + needed));
    let below = u16::try_from(messages.len()).unwrap_or(u16::MAX).min(most);
    let height = inner.height.saturating_sub(top + below);
    let left = height.saturating_sub(fields).max(least_choices.min(height - needed));
    let (lines, selected) = field_lines(model, form, usize::from(left.min(most_choices)));
    let widest = lines.iter().map(|line| match line {
        FieldLine::Choice(choice, _) => canvas.cells(&choice.text).min(CHOICE),
        _ => 0,
    });
    let about = widest.max().unwrap_or(0) + 2;
    preview(form, Rect { height: top, ..inner }.inner(Margin::new(1, 0)), canvas);
    let skipped = selected.end.saturating_sub(usize::from(height)).min(selected.start);
    let mut rows = inner.rows().skip(usize::from(top));
    for (row, line) in rows.by_ref().take(usize::from(height)).zip(lines.iter().skip(skipped)) {
        draw_line(form, line, about, row, canvas);
    }
    let y = inner.bottom().saturating_sub(below);
    let area = Rect { y, height: below, ..inner }.inner(Margin::new(1, 0));
    for (row, (text, weight)) in area.rows().zip(messages) {
        let theme = canvas.theme;
        let style = match weight {
            Weight::Doc => theme.dim(),
            Weight::Help => theme.plain(),
            Weight::Warning => theme.warning(),
            Weight::Fault => theme.fault(),
            Weight::Answer => theme.strong(),
        };
        canvas.line(row, &text, style);
    }
}

fn changed(form: &Form) -> String {
    match form.fields.iter().filter(|field| field.is_changed()).count() {
        0 => "nothing changed".to_owned(),
        n => format!("{}, not saved", counted(n, "change")),
    }
}

/// Draws the figure as it would be read, beside its bar where there is room for both: a figure is
/// shown whole or not at all.
fn preview(form: &Form, area: Rect, canvas: &mut Canvas<'_>) {
    let (theme, checked) = (canvas.theme, &form.checked);
    if checked.has_errors() {
        canvas.line(area, "cannot be read as it stands", theme.dim());
        return;
    }
    if let Some(event) = &checked.event {
        canvas.line(area, &event.date_words(), theme.strong());
        return;
    }
    let (Some(observation), Some(indicator)) = (&checked.observation, &checked.indicator) else {
        return;
    };
    let (words, reading) = (observation.words(), observation.reading());
    let beside = skip(area, BAR + GAP);
    let bar = indicator.scale.map(|scale| ruler::bar_cells(observation, scale, BAR));
    let bar = bar.filter(|cells| !cells.is_empty() && area.width + 2 >= BAR * 2);
    if let (Some(cells), Some(figure)) = (bar, fitting(&words, &reading, beside.width, theme)) {
        ruler::draw_bar(&cells, None, area, canvas);
        canvas.line(beside, figure, theme.strong());
    } else {
        let figure = fitting(&words, &reading, area.width, theme);
        canvas.line(area, figure.unwrap_or("too narrow for the figure"), theme.strong());
    }
    let sentence = wrap(&observation.sentence(), usize::from(area.width));
    if sentence.len() < usize::from(area.height) {
        for (row, line) in area.rows().skip(1).zip(sentence) {
            canvas.line(row, &line, theme.plain());
        }
    }
}

/// The lines of the fields, and which of them belong to the selected field.
fn field_lines<'f>(
    model: &Model,
    form: &'f Form,
    room: usize,
) -> (Vec<FieldLine<'f>>, Range<usize>) {
    let mut lines = Vec::new();
    let mut selected = 0..0;
    for (at, field) in form.fields.iter().enumerate() {
        let first = lines.len();
        lines.push(FieldLine::Field(at, field));
        lines.extend(field.conflict.as_deref().map(FieldLine::Theirs));
        if at == form.at {
            lines.extend(choice_lines(model, form, field, room));
            selected = first..lines.len();
        }
    }
    (lines, selected)
}

/// The choices in view, in `room` lines; the last line says how many more there are.
fn choice_lines<'f>(model: &Model, form: &Form, field: &Field, room: usize) -> Vec<FieldLine<'f>> {
    let all = choices(form, &model.doc.report);
    // Where nothing is marked yet, the list begins at the text of the field.
    let present = all.iter().position(|choice| choice.text == field.part());
    let says_more = all.len() > room && room > 1;
    let room = room - usize::from(says_more);
    let from = match form.picked {
        Some(picked) => (picked + 1).saturating_sub(room),
        None => present.unwrap_or(0).min(all.len().saturating_sub(room)),
    };
    let hidden = all.len().saturating_sub(room);
    let in_view = all.into_iter().enumerate().skip(from).take(room);
    let lines = in_view.map(|(nth, choice)| FieldLine::Choice(choice, form.picked == Some(nth)));
    lines.chain(says_more.then_some(FieldLine::More(hidden))).collect()
}

/// Draws a line of the fields; what a choice is about begins in the cell `about` after it.
fn draw_line(form: &Form, line: &FieldLine<'_>, about: u16, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let rest = skip(row, NAMES);
    let rest = Rect { width: rest.width.saturating_sub(1), ..rest };
    match line {
        FieldLine::Field(at, field) => {
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
            canvas.line(row, sign, style);
            let style = if selected { theme.strong() } else { theme.dim() };
            canvas.line(skip(Rect { width: NAMES, ..row }, 1), field.key.word(), style);
            field::draw(field, selected, rest, canvas);
        }
        FieldLine::Theirs(text) => {
            let text = if text.is_empty() { "nothing".to_owned() } else { visible(text) };
            let (long, short) = (format!("the file says now: {text}"), format!("file: {text}"));
            let text = fitting(&long, &short, rest.width, theme).unwrap_or(&short);
            canvas.line(rest, text, theme.warning());
        }
        FieldLine::Choice(choice, picked) => {
            let style = if *picked { theme.selected(true) } else { theme.plain() };
            let (edge, weight) =
                if *picked { ("›", theme.strong()) } else { ("│", theme.dim()) };
            canvas.line(rest, edge, weight);
            let rest = skip(rest, 2);
            let end = canvas.write(rest, &choice.text, style).x - rest.x;
            canvas.line(skip(rest, about.max(end + 2)), &choice.about, theme.dim());
        }
        FieldLine::More(hidden) => {
            canvas.line(rest, &format!("└ {hidden} more: type to shorten the list"), theme.dim());
        }
    }
}

/// What a line below the fields is.
#[derive(Clone, Copy)]
enum Weight {
    Doc,
    Help,
    Warning,
    Fault,
    /// An answer to the last key.
    Answer,
}

/// The lines below the fields: those about the selected field first.
fn messages(form: &Form, model: &Model, room: usize) -> Vec<(String, Weight)> {
    let mut messages = Vec::new();
    let mut say = |text: &str, weight: Weight| {
        messages.extend(wrap(text, room).into_iter().map(|line| (line, weight)));
    };
    if let Some(says) = &form.message {
        say(says, Weight::Answer);
    }
    if form.has_stale_locator() {
        say("the locator is still that of the source before", Weight::Warning);
    }
    let own = |finding: &&Finding| finding.field == Some(form.at);
    let findings = &form.checked.findings;
    if let Some(finding) = findings.iter().find(own).or(findings.first()) {
        let weight = match finding.diagnostic.rule.severity {
            Severity::Error => Weight::Fault,
            Severity::Warning => Weight::Warning,
        };
        say(&format!("{} {}", finding.diagnostic.rule.code, finding.diagnostic.message), weight);
        let chooses = own(&finding) && !choices(form, &model.doc.report).is_empty();
        let key = |action| model.env.keymap.key_in_overlay(Scope::Form, action);
        match (&finding.diagnostic.help, key(Action::Down), key(Action::Save)) {
            (Some(_), Some(down), Some(save)) if chooses => {
                say(&format!("{down} and {save} choose from the list"), Weight::Help);
            }
            (Some(help), ..) => say(help, Weight::Help),
            (None, ..) => {}
        }
    } else {
        let Some(field) = form.field() else { return messages };
        // An empty field has the example in it.
        let is_empty = field.input.line().is_empty();
        let example = format!("{}; e.g. {}", field.doc, field.example());
        say(if is_empty { field.doc } else { &example }, Weight::Doc);
    }
    messages.truncate(usize::from(MESSAGES));
    messages
}
