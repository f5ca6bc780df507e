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

pub(in crate::app) use dispatch::perform;
pub(in crate::app) use mouse::take_mouse;
pub(in crate::app) use over::{paste, press_over};
