//! What every action does, and everything else that changes the model.

mod citing;
mod dispatch;
mod drill_down;
mod editing;
mod filtering;
mod motion;
mod mouse;
mod over;
mod reload;
mod saving;

pub(crate) use dispatch::perform;
pub(crate) use mouse::take_mouse;
pub(crate) use over::{paste, press_over};
