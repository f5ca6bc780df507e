//! What every action does, and everything else that changes the model.

pub(in crate::app) mod citing;
pub(in crate::app) mod dispatch;
mod editing;
pub(in crate::app) mod motion;
pub(in crate::app) mod mouse;
mod reload;
pub(in crate::app) mod undo;

pub use mouse::{Mouse, MouseKind};
pub use undo::{History, Unsaved};
