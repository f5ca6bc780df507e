//! The overlays: what is drawn over the panels, one at a time.
//!
//! An overlay sees everything below it through a `Context` and changes only itself; it asks for
//! anything else in its `Outcome`. To add one: a file here with a type that implements `Layer`, a
//! row in the table of [`Overlay`], a scope of the same name, and the drawing in `ui/overlay/`.

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
mod new_item;

use crate::app::keys::Scope;

pub use changes::{CHANGES_WIDEST, ChangeLine, Changes};
pub use command::{Command, CommandKind};
pub use commands::{CommandLine, Commands};
pub use confirm::{Confirm, Confirmed};
pub(crate) use context::{Context, Layer, Outcome, Press, Request, Why, row_at};
pub use dates::Dates;
pub use diagnostics::{DIAGNOSTICS_WIDEST, DiagnosticsList, listed};
pub use filter::{FacetLine, FilterList};
pub use find::Find;
pub use form::{Checked, Choice, Field, Finding, Form, choices};
pub use help::{HELP_KEYS, HELP_READS, HELP_WIDEST, Help, HelpLine, help};
pub use link::{LinkLine, LinkPreview, LinkTarget, SourceLink, link_lines};
pub use new_item::NewItem;

/// Makes [`Overlay`] of the table below. Each overlay has the scope of the same name.
macro_rules! overlays {
    ($(#[$doc:meta] $name:ident($layer:ty),)+) => {
        /// What is drawn over the panels.
        #[derive(Clone, Debug)]
        #[expect(clippy::large_enum_variant, reason = "there is one at a time")]
        pub enum Overlay {
            $(#[$doc] $name($layer),)+
        }

        impl Overlay {
            /// Where its keys are looked up.
            pub(crate) const fn scope(&self) -> Scope {
                match self {
                    $(Self::$name(_) => Scope::$name,)+
                }
            }

            /// Its behaviour.
            pub(crate) fn layer(&self) -> &dyn Layer {
                match self {
                    $(Self::$name(layer) => layer,)+
                }
            }

            /// Its behaviour, to change it.
            pub(crate) fn layer_mut(&mut self) -> &mut dyn Layer {
                match self {
                    $(Self::$name(layer) => layer,)+
                }
            }
        }
    };
}

overlays! {
    /// The keys, and how to read the drawings.
    Help(Help),
    /// The faults of the file.
    Diagnostics(DiagnosticsList),
    /// What the last change of the file changed, or what is new since the last commit.
    Changes(Changes),
    /// A question with two answers.
    Confirm(Confirm),
    /// A link before it is opened.
    Link(LinkPreview),
    /// A form to edit one item of the file.
    Form(Form),
    /// The search for figures and events.
    Find(Find),
    /// The list of filters.
    Filter(FilterList),
    /// The list of commands.
    Commands(Commands),
    /// The field for two dates between which the timeline draws.
    Dates(Dates),
}
