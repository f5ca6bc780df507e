//! What the runtime runs: the dashboard, or a program of a test.

use ratatui::Frame;

use crate::app::{Effect, Model, Msg, update};
use crate::ui::{Glyphs, Theme, view};

/// A state that messages change and that can be drawn.
pub trait Program {
    /// Applies one message, and may ask for an effect.
    fn update(&mut self, msg: Msg) -> Option<Effect>;

    /// Draws the state.
    fn view(&self, frame: &mut Frame<'_>);
}

/// The dashboard: its state and the characters that it is drawn with.
pub(super) struct Dashboard {
    pub(super) model: Model,
    pub(super) glyphs: Glyphs,
}

impl Program for Dashboard {
    fn update(&mut self, msg: Msg) -> Option<Effect> {
        update(&mut self.model, msg)
    }

    fn view(&self, frame: &mut Frame<'_>) {
        let theme = Theme::of(self.model.env.theme, self.model.env.depth, self.glyphs);
        view(&self.model, &theme, frame);
    }
}
