use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};

use crate::app::{HelpLine, help};
use crate::report::{Fraction, HedgeWord, Quantity, Scale, Unit, Value};
use crate::ui::canvas::Canvas;
use crate::ui::ruler::draw_bar;
use crate::ui::{Glyphs, Theme, bar};

/// The widest that the help is drawn.
const WIDEST: u16 = 84;
const KEYS: u16 = 14;

/// An example of the grammar of bars: value, hedge, whether it is a change, how to read it.
type Example = (Option<Value>, &'static str, bool, &'static str);

/// Draws the help over everything but the line of keys.
pub(super) fn draw(offset: usize, theme: &Theme, screen: Rect, canvas: &mut Canvas<'_>) {
    let width = screen.width.min(WIDEST);
    let x = screen.x + (screen.width - width) / 2;
    let area = Rect {
        x,
        width,
        height: screen.height.saturating_sub(1),
        ..screen
    };
    canvas.clear(area);
    let mut block = Block::bordered()
        .border_style(theme.strong())
        .title(" Help ");
    block = match theme.glyphs() {
        Glyphs::Unicode => block.border_type(BorderType::Thick),
        Glyphs::Ascii => block.border_set(crate::ui::panel::FOCUSED_ASCII),
    };
    let lines = help();
    let inner = block.inner(area);
    let hidden = lines
        .len()
        .saturating_sub(offset + usize::from(inner.height));
    if hidden > 0 {
        let foot = Line::styled(format!(" {hidden} more "), theme.dim()).right_aligned();
        block = block.title_bottom(foot);
    }
    canvas.widget(block, area);
    for (y, line) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(offset)) {
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(text) => {
                canvas.text(
                    inner.x + 1,
                    y,
                    inner.width.saturating_sub(1),
                    text,
                    theme.strong(),
                );
            }
            HelpLine::Keys(keys, doc) => {
                canvas.text(inner.x + 1, y, KEYS, &keys, theme.key());
                let x = inner.x + 1 + KEYS + 1;
                canvas.text(x, y, inner.right().saturating_sub(x), doc, theme.plain());
            }
            HelpLine::Example(at) => example(
                at,
                theme,
                Rect {
                    y,
                    height: 1,
                    ..inner
                },
                canvas,
            ),
        }
    }
}

fn example(at: usize, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let Some((value, hedge, change, reads)) = examples().into_iter().nth(at) else {
        return;
    };
    let Ok(unit) = Unit::parse("%") else { return };
    let Ok(quantity) = Quantity::new(value, HedgeWord::find(hedge), unit, change) else {
        return;
    };
    let cells = bar(
        &quantity,
        Scale::percent(change),
        if change { 19 } else { 20 },
    );
    draw_bar(&cells, None, theme, (area.x + 1, area.y), canvas);
    let x = area.x + 23;
    let end = canvas.text(
        x,
        area.y,
        area.right().saturating_sub(x),
        &quantity.figure(),
        theme.strong(),
    );
    let x = (x + 18).max(end + 1);
    canvas.text(
        x,
        area.y,
        area.right().saturating_sub(x),
        reads,
        theme.plain(),
    );
}

fn examples() -> Vec<Example> {
    let number = |value: f64| Some(Value::Number(value));
    vec![
        (number(45.0), "", false, "reached; nothing beyond"),
        (
            number(70.0),
            "up to",
            false,
            "nothing is sure; 70 is the ceiling",
        ),
        (
            number(85.0),
            "more than",
            false,
            "sure to 85; may reach 100",
        ),
        (
            number(80.0),
            "nearly",
            false,
            "a little below 80, never past it",
        ),
        (number(40.0), "just over", false, "a little above 40"),
        (
            Fraction::parse("2/3").map(Value::Fraction),
            "about",
            false,
            "near it, on either side",
        ),
        (
            Some(Value::Pair(50.0, 70.0)),
            "",
            false,
            "somewhere from 50 to 70",
        ),
        (
            number(-45.0),
            "",
            true,
            "a change, drawn from the zero line",
        ),
        (
            number(212.0),
            "",
            false,
            "off the scale: the words say how far",
        ),
    ]
}
