mod adding;
mod files;
mod generated;
mod literals;
mod setting;
mod stepping;

use super::{EditError, Edited, Target, item, set};
use crate::schema::Key;

fn indicator(id: &str) -> Target {
    Target::Indicator(id.to_owned())
}

fn put(text: &str, target: &Target, key: Key, literal: &str) -> Result<Edited, EditError> {
    set(text, target, &[(key, Some(literal.to_owned()))])
}

fn remove(text: &str, target: &Target, key: Key) -> Result<Edited, EditError> {
    set(text, target, &[(key, None)])
}

fn raw(text: &str, target: &Target, key: Key) -> Option<String> {
    item(text, target)?.raw(key).map(str::to_owned)
}
