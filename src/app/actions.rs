//! What the actions and messages do: everything that changes the model.

mod articles;
mod citing;
mod dispatch;
mod editing;
mod enter_and_back;
mod filtering;
mod motion;
mod mouse;
mod overlay;
mod press;
mod reload;
mod saving;

pub(crate) use mouse::take_mouse;
pub(crate) use overlay::paste;
pub(crate) use press::press;

use crate::app::document::Notice;
use crate::app::model::Model;

impl Model {
    /// The value of a result; tells the user about an error.
    pub(crate) fn or_trouble<T>(&mut self, result: Result<T, impl Into<Notice>>) -> Option<T> {
        result.map_err(|why| self.news.trouble(why.into())).ok()
    }
}
