//! A question with two answers, where there is no file to edit.

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
    /// The built-in report is written to a file, so that it can be edited.
    Copy,
    /// What is shown is written back to the file that is gone.
    WriteBack,
}

impl Confirm {
    /// The question, with what each of its keys does.
    pub fn question(self, keymap: &Keymap) -> String {
        let key = |action| keymap.key_over(Scope::Confirm, action);
        let (is, yes, no) = match self.what {
            Confirmed::Copy => (
                "This is the report inside the program, which cannot be edited.",
                "writes a copy of it to indicators.toml in this folder and goes on with that",
                "leaves everything as it is",
            ),
            Confirmed::WriteBack => (
                "The file is gone.",
                "writes what is shown back to where it was, every byte as it was last read",
                "goes on waiting for it",
            ),
        };
        let answers = [(key(Action::Accept), yes), (key(Action::Back), no)];
        let answers =
            answers.into_iter().filter_map(|(key, does)| Some(format!("{} {does}", key?)));
        format!("{is} {}.", answers.collect::<Vec<_>>().join("; "))
    }
}

impl Layer for Confirm {
    fn scope(&self) -> Scope {
        Scope::Confirm
    }

    fn press(&mut self, press: Press, _: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => Outcome::closes_and(Request::Create(self.then)),
            Some(Action::Back) => Outcome::CLOSES,
            _ => Outcome::STAYS,
        }
    }

    /// A file that is there need not be written back.
    fn is_over(&self, _: &Context<'_>) -> bool {
        self.what == Confirmed::WriteBack
    }
}
