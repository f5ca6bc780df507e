//! Two dates that are typed, and the time between them, which the timeline then draws.

use crate::app::typing::{TextPress, text_press};
use crate::app::{Action, Effect, Input, Key, Model, Overlay, Panel, Scope};
use crate::report::Period;

/// Dates that are typed.
#[derive(Clone, Debug)]
pub struct Dates {
    /// What is typed.
    pub input: Input,
    /// Why that cannot be drawn.
    pub says: Option<String>,
}

impl Dates {
    /// Nothing typed yet.
    pub(super) fn new() -> Self {
        Self { input: Input::new(""), says: None }
    }
}

/// What is said of dates that are none.
const MEND: &str = "write two dates, such as 2020-2025 or 2021-03 to 2022-02-24";

/// A key while dates are typed.
pub(super) fn press(model: &mut Model, key: Key) -> Option<Effect> {
    let Some(Overlay::Dates(mut dates)) = model.overlay.take() else { return None };
    match text_press(&model.keymap, Scope::Dates, key) {
        TextPress::Effect(effect) => {
            model.overlay = Some(Overlay::Dates(dates));
            return Some(effect);
        }
        TextPress::Do(Action::Accept) => match draw(model, dates.input.line()) {
            Ok(()) => return None,
            Err(says) => dates.says = Some(says),
        },
        TextPress::Do(Action::Back) => return None,
        TextPress::Do(_) => {}
        TextPress::Text => {
            if dates.input.press(key) {
                dates.says = None;
            }
        }
    }
    model.overlay = Some(Overlay::Dates(dates));
    None
}

/// Draws the time between two dates on the timeline.
fn draw(model: &mut Model, typed: &str) -> Result<(), String> {
    let period = between(typed).ok_or_else(|| MEND.to_owned())?;
    model.timeline.draw(&period)?;
    model.focus = Panel::Timeline;
    Ok(())
}

/// The period that was typed: as the file writes it (EDTF), or two such dates with a dash, a space
/// or "to" between them.
fn between(typed: &str) -> Option<Period> {
    let typed = typed.trim().replace(['–', '—'], "-");
    let sides = typed.split_once(" to ").or_else(|| typed.split_once(" - "));
    let sides = sides.or_else(|| typed.split_once('-').filter(|sides| years(*sides)));
    let sides = sides.or_else(|| typed.split_once(' '));
    let text = sides.map_or_else(|| typed.clone(), |(a, b)| format!("{}/{}", a.trim(), b.trim()));
    Period::parse(&text).ok().filter(|period| period.start().is_some() || period.end().is_some())
}

/// Whether these are two years, and not a year and a month.
fn years((first, second): (&str, &str)) -> bool {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    is_year(first.trim()) && is_year(second.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_dates_are_read_as_people_write_them() {
        let words = |typed| between(typed).map(|period| period.words());
        let years = Some("2020–2025".to_owned());
        for typed in
            ["2020-2025", "2020–2025", " 2020 - 2025", "2020 2025", "2020/2025", "2020 to 2025"]
        {
            assert_eq!(words(typed), years, "{typed}");
        }
        assert_eq!(words("2021-03 to 2022-02-24"), words("2021-03/2022-02-24"));
        assert_eq!(words("2021-03"), Some("Mar 2021".to_owned()));
        assert_eq!(words("2021"), Some("2021".to_owned()));
        for typed in ["", "soon", "2025-2020", "2020-", "-", "../.."] {
            assert_eq!(words(typed), None, "{typed}");
        }
    }
}
