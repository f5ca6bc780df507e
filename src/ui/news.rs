use ratatui::layout::Rect;

use crate::app::{Model, Tone, width};
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, shown};

/// Draws the lines of news; where there is no room for any, what is stale takes the line of keys.
pub(super) fn draw(
    model: &Model,
    theme: &Theme,
    area: Rect,
    footer: Rect,
    canvas: &mut Canvas<'_>,
) {
    let lines = model.news_lines();
    let no_room = area.is_empty() && lines.iter().any(|line| line.tone == Tone::Stale);
    let area = if no_room { footer } else { area };
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        let style = match line.tone {
            Tone::Plain => theme.strong(),
            Tone::Trouble => theme.warning(),
            Tone::Stale => theme.fault(),
        };
        if line.tone == Tone::Stale {
            let blank = " ".repeat(usize::from(area.width));
            canvas.text(area.x, y, area.width, &blank, style);
        }
        let room = usize::from(area.width.saturating_sub(2));
        let fits = |form: &&String| width(&shown(form, theme)) <= room;
        // Cut, a figure could lose its hedge or its last digits; prose without one may be cut.
        let form = line.forms.iter().find(fits).or(line.forms.last());
        let form = form.map_or("", String::as_str);
        canvas.text(area.x + 1, y, area.width.saturating_sub(2), form, style);
    }
}
