//! Two dates that are typed, and the time between them, which the timeline then draws.

use crate::app::perform::arrive;
use crate::app::typing::{TextPress, text_press};
use crate::app::{Action, Effect, Input, Key, Model, Overlay, Panel, Scope};
use crate::prose::period;

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
const MEND: &str = "write two dates, such as 2020-2025 or Mar 2021 to 24 Feb 2022";

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
    let period = period(typed).ok_or_else(|| MEND.to_owned())?;
    model.timeline.draw(&period)?;
    model.timeline.stand_in_span(&model.report, model.as_of);
    model.focus = Panel::Timeline;
    arrive(model);
    Ok(())
}
