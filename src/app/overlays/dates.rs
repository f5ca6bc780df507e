//! The field for two dates; the timeline draws the time between them.

use crate::app::keys::Action;
use crate::app::overlays::{Context, Layer, Outcome, Press, Request};
use crate::app::text::TextField;
use crate::prose::period;

/// The message for dates that cannot be read.
const HELP: &str = "write two dates, such as 2020-2025 or Mar 2021 to 24 Feb 2022";

/// The field for two dates.
#[derive(Clone, Debug)]
pub struct Dates {
    /// The typed text.
    pub field: TextField,
    /// Why the typed time cannot be drawn.
    pub message: Option<String>,
}

impl Layer for Dates {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => {
                let typed = period(self.field.line()).ok_or_else(|| HELP.to_owned());
                match typed.and_then(|period| cx.panels.timeline.span_of(&period)) {
                    Ok(span) => return Outcome::closes_and(Request::Draw(span)),
                    Err(why) => self.message = Some(why),
                }
            }
            Some(Action::Back) => return Outcome::CLOSES,
            None if self.field.press(press.key) => self.message = None,
            _ => {}
        }
        Outcome::STAYS
    }

    fn paste(&mut self, text: &str, _: &Context<'_>) -> Outcome {
        self.field.paste(text);
        Outcome::STAYS
    }
}
