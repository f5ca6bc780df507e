//! Questions that are asked before something is written.

use crate::app::document::AfterCreate;
use crate::app::keys::{Action, Keymap, Scope};
use crate::app::overlays::{Context, Layer, NewItem, Outcome, Press, Request};
use crate::diff::Matching;

/// A question with two answers: Enter is yes, Esc is no.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// What is to be confirmed.
    pub what: Confirmed,
    /// What the user was about to do.
    pub(crate) then: AfterCreate,
}

/// What is to be confirmed.
#[derive(Clone, Debug)]
pub enum Confirmed {
    /// Writing the built-in report to a file, so that it can be edited.
    Copy,
    /// Writing what came on standard input to a file, so that it can be edited.
    Keep,
    /// Writing the shown text back to the file that is gone.
    WriteBack,
    /// Writing a new item into the file.
    Add(Box<NewItem>),
}

impl Confirm {
    /// The question in a few words.
    pub fn title(&self) -> String {
        match &self.what {
            Confirmed::Copy | Confirmed::Keep => "A copy to edit?".to_owned(),
            Confirmed::WriteBack => "Write the file back?".to_owned(),
            Confirmed::Add(new) => format!("Add {}?", new.kind()),
        }
    }

    /// What it is about.
    pub fn subject(&self) -> String {
        match &self.what {
            Confirmed::Copy => {
                "This is the report inside the program, which cannot be edited.".to_owned()
            }
            Confirmed::Keep => "This came on standard input, which cannot be edited.".to_owned(),
            Confirmed::WriteBack => "The file is gone.".to_owned(),
            Confirmed::Add(new) => format!("This would be written to {}:", new.place),
        }
    }

    /// The lines that would be written, where it shows them.
    pub fn lines(&self) -> &[String] {
        match &self.what {
            Confirmed::Copy | Confirmed::Keep | Confirmed::WriteBack => &[],
            Confirmed::Add(new) => &new.lines,
        }
    }

    /// What each of its keys does.
    pub fn answers(&self, keymap: &Keymap) -> String {
        let (yes, no) = match self.what {
            Confirmed::Copy => (
                "writes a copy of it to indicators.toml in this folder and goes on with that",
                "leaves everything as it is",
            ),
            Confirmed::Keep => (
                "writes it to indicators.toml in this folder and goes on with that",
                "leaves everything as it is",
            ),
            Confirmed::WriteBack => (
                "writes what is shown back to where it was, every byte as it was last read",
                "goes on waiting for it",
            ),
            Confirmed::Add(_) => ("writes it and opens the editor there", "writes nothing"),
        };
        let answers = [(Action::Accept, yes), (Action::Back, no)].into_iter();
        let answers = answers.filter_map(|(action, does)| {
            Some(format!("{} {does}", keymap.key_in_overlay(Scope::Confirm, action)?))
        });
        format!("{}.", answers.collect::<Vec<_>>().join("; "))
    }
}

impl Layer for Confirm {
    fn press(&mut self, press: Press, _: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => Outcome::closes_and(match self.what {
                Confirmed::Copy | Confirmed::Keep | Confirmed::WriteBack => {
                    Request::Create(self.then)
                }
                Confirmed::Add(_) => Request::Add,
            }),
            Some(Action::Back) => Outcome::CLOSES,
            _ => Outcome::STAYS,
        }
    }

    /// The line and the id may be others in the new text.
    fn reload(&mut self, _: &Matching, cx: &Context<'_>) {
        if let (Confirmed::Add(shown), Ok(new)) = (&mut self.what, NewItem::new(cx)) {
            **shown = new;
        }
    }

    /// A file that is there again need not be written back.
    fn is_over(&self, _: &Context<'_>) -> bool {
        matches!(self.what, Confirmed::WriteBack)
    }
}
