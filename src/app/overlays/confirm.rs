//! The question whether to write a file, asked if there is none to edit.

use crate::app::document::AfterCreate;
use crate::app::keys::{Action, Keymap, Scope};
use crate::app::overlays::{Context, Layer, Outcome, Press, Request};

/// A question with two answers: Enter is yes, Esc is no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirm {
    /// What is to be confirmed.
    pub what: Confirmed,
    /// What the user was about to do.
    pub(crate) then: AfterCreate,
}

/// What is to be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// Writing the built-in report to a file, so that it can be edited.
    Copy,
    /// Writing what came on standard input to a file, so that it can be edited.
    Keep,
    /// Writing the shown text back to the file that is gone.
    WriteBack,
}

impl Confirm {
    /// The question, with what each of its keys does.
    pub fn question(self, keymap: &Keymap) -> String {
        let (is, yes, no) = match self.what {
            Confirmed::Copy => (
                "This is the report inside the program, which cannot be edited.",
                "writes a copy of it to indicators.toml in this folder and goes on with that",
                "leaves everything as it is",
            ),
            Confirmed::Keep => (
                "This came on standard input, which cannot be edited.",
                "writes it to indicators.toml in this folder and goes on with that",
                "leaves everything as it is",
            ),
            Confirmed::WriteBack => (
                "The file is gone.",
                "writes what is shown back to where it was, every byte as it was last read",
                "goes on waiting for it",
            ),
        };
        let answers = [(Action::Accept, yes), (Action::Back, no)].into_iter();
        let answers = answers.filter_map(|(action, does)| {
            Some(format!("{} {does}", keymap.key_in_overlay(Scope::Confirm, action)?))
        });
        format!("{is} {}.", answers.collect::<Vec<_>>().join("; "))
    }
}

impl Layer for Confirm {
    fn press(&mut self, press: Press, _: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => Outcome::closes_and(Request::Create(self.then)),
            Some(Action::Back) => Outcome::CLOSES,
            _ => Outcome::STAYS,
        }
    }

    /// A file that is there again need not be written back.
    fn is_over(&self, _: &Context<'_>) -> bool {
        self.what == Confirmed::WriteBack
    }
}
