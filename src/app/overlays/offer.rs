//! A question with two answers, where there is no file to edit.

use crate::app::keys::{Action, Keymap, Scope};
use crate::app::{Effect, Model};

/// A question with two answers: Enter is yes, Esc is no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is offered.
    pub what: Offered,
    /// What the user was about to do.
    pub(in crate::app) then: Then,
}

/// What is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// The report inside the program as a file of its own, so that it can be edited.
    Copy,
    /// What is shown, as the file that is gone.
    WriteBack,
}

/// What somebody was about to do when there was no file to do it with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Then {
    Editor,
    Form,
    Add,
}

impl Offer {
    /// The question, with what each of its keys does.
    pub fn question(self, keymap: &Keymap) -> String {
        let key = |action| keymap.key_over(Scope::Offer, action);
        let (is, yes, no) = match self.what {
            Offered::Copy => (
                "This is the report inside the program, which cannot be edited.",
                "writes a copy of it to indicators.toml in this folder and goes on with that",
                "leaves everything as it is",
            ),
            Offered::WriteBack => (
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

    pub(in crate::app) fn accept(self, model: &mut Model) -> Effect {
        model.then = Some(self.then);
        Effect::Create { text: model.text.clone() }
    }
}
