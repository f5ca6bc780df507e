//! Two dates that are typed, and the time between them, which the timeline then draws.

use crate::app::keys::{Action, Scope};
use crate::app::overlays::{Context, Layer, Outcome, Press, Request};
use crate::app::panels::{Span, Timeline};
use crate::app::text::TextField;
use crate::prose::period;

/// Dates that are typed.
#[derive(Clone, Debug)]
pub struct Dates {
    /// What is typed.
    pub field: TextField,
    /// Why it cannot be drawn.
    pub says: Option<String>,
}

impl Dates {
    /// Nothing typed yet.
    pub(crate) fn new() -> Self {
        Self { field: TextField::new(""), says: None }
    }

    /// The time that was typed, as the timeline draws it.
    fn span(&self, timeline: &Timeline) -> Result<Span, String> {
        timeline.span_of(&period(self.field.line()).ok_or_else(|| MEND.to_owned())?)
    }
}

impl Layer for Dates {
    fn scope(&self) -> Scope {
        Scope::Dates
    }

    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => match self.span(&cx.panels.timeline) {
                Ok(span) => return Outcome::closes_and(Request::Draw(span)),
                Err(says) => self.says = Some(says),
            },
            Some(Action::Back) => return Outcome::CLOSES,
            Some(_) => {}
            None => {
                if self.field.press(press.key) {
                    self.says = None;
                }
            }
        }
        Outcome::STAYS
    }

    fn paste(&mut self, text: &str, _: &Context<'_>) -> Outcome {
        self.field.paste(text);
        Outcome::STAYS
    }

    fn wheel(&mut self, _: Press, _: &Context<'_>) -> Outcome {
        Outcome::STAYS
    }
}

/// What is said of dates that cannot be read.
const MEND: &str = "write two dates, such as 2020-2025 or Mar 2021 to 24 Feb 2022";
