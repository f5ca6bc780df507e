//! What the runtime runs.

use ratatui::Frame;

use crate::app::{Effect, Model, Msg, update};
use crate::ui::{Theme, view};

/// A state that messages change and that can be drawn; the runtime needs no more of it.
pub trait Program {
    /// Takes in one message and may ask for an effect.
    fn update(&mut self, msg: Msg) -> Option<Effect>;

    /// Draws the state. Drawing cannot change it.
    fn view(&self, frame: &mut Frame<'_>);
}

/// The dashboard: its state, and the colours it is drawn in.
pub(super) struct Dashboard {
    pub(super) model: Model,
    pub(super) theme: Theme,
}

impl Program for Dashboard {
    fn update(&mut self, msg: Msg) -> Option<Effect> {
        update(&mut self.model, msg)
    }

    fn view(&self, frame: &mut Frame<'_>) {
        view(&self.model, &self.theme, frame);
    }
}
