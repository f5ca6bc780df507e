//! What lies over the panels, one at a time.
//!
//! An overlay sees everything below it through a `Context` and changes only itself; what else is
//! to happen it asks for in its `Outcome`. To add one: a file here with a type that implements
//! `Layer`, a variant of [`Overlay`], and the drawing in `ui/overlay/`.

mod changes;
mod command;
mod commands;
mod confirm;
mod context;
mod dates;
mod diagnostics;
mod filter;
mod find;
mod form;
mod help;
mod link;

pub use changes::{CHANGES_WIDEST, ChangeLine, Changes, change_lines};
pub use command::{Command, Does};
pub use commands::{CommandLine, Commands};
pub use confirm::{Confirm, Confirmed};
pub(crate) use context::{Context, Layer, Outcome, Press, Request, Why};
pub use dates::Dates;
pub use diagnostics::{DIAGNOSTICS_WIDEST, DiagnosticsList, listed};
pub use filter::{FacetLine, FilterList};
pub use find::Find;
pub use form::{Checked, Choice, Field, Finding, Form, choices};
pub use help::{HELP_KEYS, Help, HelpLine, help};
pub use link::{LINK_WIDEST, LinkLine, LinkPreview, link_lines};

/// Something that lies over the panels.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys, and how to read the drawings.
    Help(Help),
    /// What is wrong with the file.
    Diagnostics(DiagnosticsList),
    /// What the last change of the file was.
    Changes(Changes),
    /// A question with two answers.
    Confirm(Confirm),
    /// An address that may be opened.
    Link(Box<LinkPreview>),
    /// A form over one item of the file.
    Form(Box<Form>),
    /// Words that are typed to find something, and what fits them.
    Find(Box<Find>),
    /// What the panels can be filtered by.
    Filter(Box<FilterList>),
    /// Every command.
    Commands(Box<Commands>),
    /// Dates that are typed to draw the time between them.
    Dates(Box<Dates>),
}

impl Overlay {
    /// Its behaviour.
    pub(crate) fn layer(&self) -> &dyn Layer {
        match self {
            Self::Help(help) => help,
            Self::Diagnostics(list) => list,
            Self::Changes(changes) => changes,
            Self::Confirm(confirm) => confirm,
            Self::Link(link) => &**link,
            Self::Form(form) => &**form,
            Self::Find(find) => &**find,
            Self::Filter(list) => &**list,
            Self::Commands(commands) => &**commands,
            Self::Dates(dates) => &**dates,
        }
    }

    /// The same, to be changed.
    pub(crate) fn layer_mut(&mut self) -> &mut dyn Layer {
        match self {
            Self::Help(help) => help,
            Self::Diagnostics(list) => list,
            Self::Changes(changes) => changes,
            Self::Confirm(confirm) => confirm,
            Self::Link(link) => &mut **link,
            Self::Form(form) => &mut **form,
            Self::Find(find) => &mut **find,
            Self::Filter(list) => &mut **list,
            Self::Commands(commands) => &mut **commands,
            Self::Dates(dates) => &mut **dates,
        }
    }
}
