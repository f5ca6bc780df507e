use ratatui::layout::{Margin, Rect};

use super::frame::frame;
use crate::app::Model;
use crate::app::overlays::Confirm;
use crate::app::text::wrap;
use crate::report::counted;
use crate::ui::canvas::Canvas;

/// The most cells of a line of words.
const WIDEST: u16 = 110;

/// Draws a question. Lines of the file that have no room are counted.
pub(super) fn draw(model: &Model, confirm: &Confirm, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let own = confirm.lines();
    let inner = frame(&confirm.title(), "", area, canvas).inner(Margin::new(1, 0));
    let room = usize::from(inner.width.min(WIDEST));
    let (subject, answers) = (confirm.subject(), confirm.answers(&model.env.keymap));
    if own.is_empty() {
        let lines = wrap(&format!("{subject} {answers}"), room);
        canvas.lines(inner, &lines, theme.plain());
        return;
    }
    let (subject, answers) = (wrap(&subject, room), wrap(&answers, room));
    let needed = subject.len() + own.len() + answers.len() + 2;
    // The answers come first, then where it goes, then what it is; empty lines where there is room.
    let height = usize::from(inner.height);
    let gap = usize::from(height >= needed);
    let left = height.saturating_sub(subject.len() + answers.len() + 2 * gap);
    let in_view = if left < own.len() { left.saturating_sub(1) } else { own.len() };
    let mut rows = inner.rows();
    for line in subject.iter().take(height.saturating_sub(answers.len())) {
        canvas.line(rows.next().unwrap_or_default(), line, theme.plain());
    }
    let mut rows = rows.skip(gap);
    for (row, line) in rows.by_ref().take(in_view).zip(own) {
        let is_comment = line.trim_start().starts_with('#');
        canvas.line(row, line, if is_comment { theme.dim() } else { theme.strong() });
    }
    if let (hidden @ 1.., 1..) = (own.len() - in_view, left) {
        let more = format!("… and {} more", counted(hidden, "line"));
        canvas.line(rows.next().unwrap_or_default(), &more, theme.dim());
    }
    for (row, line) in rows.skip(gap).zip(&answers) {
        canvas.line(row, line, theme.plain());
    }
}
