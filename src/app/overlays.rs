//! What lies over the panels, and what keys do there.

mod address;
mod changes;
pub(in crate::app) mod commands;
pub(in crate::app) mod dates;
mod diagnostics;
pub(in crate::app) mod filter;
pub(in crate::app) mod find;
pub(in crate::app) mod form;
mod help;
mod offer;

pub use address::{ADDRESS_WIDEST, AddressLine, Destination, address_lines};
pub use changes::{CHANGES_WIDEST, ChangeLine, change_lines};
pub use commands::{CommandLine, Commands};
pub use dates::Dates;
pub(in crate::app) use diagnostics::first_fault;
pub use diagnostics::{DIAGNOSTICS_WIDEST, DiagnosticsList, listed};
pub use filter::{FacetLine, NarrowList};
pub use find::Find;
pub use form::{Checked, Choice, Field, Finding, Form, choices};
pub(in crate::app) use help::line_about;
pub use help::{HELP_KEYS, HelpLine, help};
pub(in crate::app) use offer::Then;
pub use offer::{Offer, Offered};

use crate::app::keys::Action;
use crate::app::text::{reveal, step};
use crate::app::{Effect, Model};

/// Something that lies over the panels.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys and the grammar of the bars, scrolled down by so many lines.
    Help {
        /// The first line in view.
        offset: usize,
    },
    /// What is wrong with the file.
    Diagnostics(DiagnosticsList),
    /// What the last change of the file was, scrolled down by so many lines.
    Changes {
        /// The first line in view.
        offset: usize,
    },
    /// A question, and what happens if it is answered with yes.
    Offer(Offer),
    /// An address that may be opened.
    Address(Box<Destination>),
    /// A form over one item of the file.
    Form(Box<Form>),
    /// Words that are typed to find something, and what fits them.
    Find(Box<Find>),
    /// The list of what the panels can be narrowed to.
    Narrow(Box<NarrowList>),
    /// The list of every action.
    Commands(Box<Commands>),
    /// Dates that are typed to draw the time between them.
    Dates(Box<Dates>),
}

/// A key in an overlay without text fields.
pub(in crate::app) fn press(model: &mut Model, action: Action) -> Option<Effect> {
    let view = model.layout().overlay_height();
    let page = view.max(1);
    let diagnostics = model.listed_diagnostics().0.len();
    let (help, changes) = (help_end(model, view), changes_end(model, view));
    let address = address_end(model, view);
    match (&mut model.overlay, action) {
        (Some(Overlay::Offer(offer)), Action::Accept) => {
            let offer = *offer;
            model.overlay = None;
            return Some(offer.accept(model));
        }
        (_, Action::Back) => model.overlay = None,
        (Some(Overlay::Address(_)), Action::Accept) => return model.open_shown(),
        (Some(Overlay::Address(_)), Action::CopyAddress) => return model.copy_address(),
        (Some(Overlay::Address(to)), action) => to.offset = step(to.offset, address, page, action),
        (Some(Overlay::Help { offset }), action) => {
            *offset = step(*offset, help, page, action);
        }
        (Some(Overlay::Changes { offset }), action) => {
            *offset = step(*offset, changes, page, action);
        }
        (Some(Overlay::Diagnostics(list)), Action::OpenEditor) => {
            let at = list.at;
            let line = model.listed_diagnostics().0.get(at).map(|diagnostic| diagnostic.line);
            return model.open_editor(line);
        }
        (Some(Overlay::Diagnostics(list)), action) => {
            let page = listed(view, diagnostics);
            list.at = step(list.at, diagnostics.saturating_sub(1), page, action);
        }
        // Where text is typed, keys have a way of their own.
        _ => {}
    }
    None
}

/// A step of the wheel: what lies over the panels moves as by a key, if it moves at all.
pub(in crate::app) fn scroll(model: &mut Model, action: Action) {
    match model.overlay {
        Some(Overlay::Find(_)) => find::obey(model, action),
        Some(Overlay::Narrow(_)) => filter::obey(model, action),
        Some(Overlay::Commands(_)) => drop(commands::obey(model, action)),
        Some(Overlay::Form(_) | Overlay::Dates(_)) | None => {}
        Some(_) => drop(press(model, action)),
    }
}

/// The offset at which the last line of the help stands at the bottom.
fn help_end(model: &Model, view: usize) -> usize {
    match model.overlay {
        Some(Overlay::Help { .. }) => help(&model.keymap).len().saturating_sub(view),
        _ => 0,
    }
}

/// The offset at which the last line of the changes stands at the bottom.
fn changes_end(model: &Model, view: usize) -> usize {
    match model.overlay {
        Some(Overlay::Changes { .. }) => change_lines(model).len().saturating_sub(view),
        _ => 0,
    }
}

/// The offset at which the last line about an address stands at the bottom.
fn address_end(model: &Model, view: usize) -> usize {
    model.destination().map_or(0, |to| address_lines(model, to).len().saturating_sub(view))
}

/// Keeps what is in view within what there is.
pub(in crate::app) fn settle(model: &mut Model) {
    let (lines, list) = (model.layout().overlay_height(), model.layout().list_height());
    let diagnostics = model.listed_diagnostics().0.len();
    let (help, changes) = (help_end(model, lines), changes_end(model, lines));
    let address = address_end(model, lines);
    match &mut model.overlay {
        Some(Overlay::Help { offset }) => *offset = (*offset).min(help),
        Some(Overlay::Changes { offset }) => *offset = (*offset).min(changes),
        Some(Overlay::Address(to)) => to.offset = to.offset.min(address),
        Some(Overlay::Diagnostics(list)) => {
            list.at = list.at.min(diagnostics.saturating_sub(1));
            let view = listed(lines, diagnostics);
            list.offset = reveal(list.offset, view, diagnostics, list.at, list.at);
        }
        Some(Overlay::Find(find)) => find.settle(list),
        Some(Overlay::Narrow(narrow)) => narrow.picker.settle(list),
        Some(Overlay::Commands(commands)) => commands.picker.settle(list),
        Some(Overlay::Offer(_) | Overlay::Form(_) | Overlay::Dates(_)) | None => {}
    }
}
