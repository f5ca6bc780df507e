//! The list of what the last change of the file changed, or what is new since the last commit.

use crate::app::document::{Committed, Document, News, Notice, Origin};
use crate::app::env::Size;
use crate::app::keys::Action;
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, Why};
use crate::app::text::wrap;
use crate::diff::{Change, ChangeClass, Matching, diff_of_partial};

/// The greatest width of the list in cells, borders included.
pub const CHANGES_WIDEST: u16 = 100;

/// The most changes that are listed: enough to see what kind of change it was.
const MOST: usize = 500;

/// Cells of a line without text: borders, a space, a mark and a space, a space.
const BESIDE: u16 = 6;

/// The list of changes.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The first line in view.
    pub offset: usize,
    commit: Option<Commit>,
}

/// The last commit, to compare with.
#[derive(Clone, Debug)]
enum Commit {
    /// It is being read.
    Asked,
    /// It cannot be read: why.
    Failed(String),
    /// It, and the changes since.
    Read(Box<Committed>, Vec<Change>),
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// Whether a change begins here.
    pub is_first: bool,
    /// What kind of change it is.
    pub class: ChangeClass,
    /// The text of the line.
    pub text: String,
}

impl Changes {
    /// Takes in the last commit, if it is waited for.
    pub(crate) fn compare(&mut self, with: Result<Box<Committed>, String>, doc: &Document) {
        if matches!(self.commit, Some(Commit::Asked)) {
            self.commit = Some(match with {
                Ok(commit) => Commit::since(commit, doc),
                Err(why) => Commit::Failed(why),
            });
        }
    }

    /// What is listed.
    pub fn title(&self) -> String {
        match &self.commit {
            None => "What the last change of the file was".to_owned(),
            Some(Commit::Read(commit, _)) => format!("New since the last commit, {}", commit.name),
            Some(Commit::Asked | Commit::Failed(_)) => "New since the last commit".to_owned(),
        }
    }

    /// The changes broken into lines for a terminal of this size, the most serious change first; or why
    /// there are none.
    pub fn lines(&self, news: &News, size: Size) -> Vec<ChangeLine> {
        let (changes, nothing) = match &self.commit {
            None => (&*news.changes, "No change of the file has been seen here yet."),
            Some(Commit::Read(_, changes)) => (&**changes, "Nothing: the file says the same."),
            Some(Commit::Asked) => (&[][..], "It is being read …"),
            Some(Commit::Failed(why)) => (&[][..], &**why),
        };
        let cells = usize::from(size.width.min(CHANGES_WIDEST).saturating_sub(BESIDE));
        let lines = |text: &str, class| {
            let wrapped = wrap(text, cells).into_iter().enumerate();
            let line = move |(at, text)| ChangeLine { is_first: at == 0, class, text };
            wrapped.map(line).collect::<Vec<_>>()
        };
        if changes.is_empty() {
            let all = lines(nothing, ChangeClass::Described).into_iter();
            return all.map(|line| ChangeLine { is_first: false, ..line }).collect();
        }
        let shown = changes.iter().take(MOST);
        let mut shown: Vec<_> =
            shown.flat_map(|change| lines(&change.words, change.class)).collect();
        let more = changes.len().saturating_sub(MOST);
        if more > 0 {
            let text = format!("and {more} more, which are not listed");
            shown.push(ChangeLine { is_first: true, class: ChangeClass::Described, text });
        }
        shown
    }

    fn switch(&mut self) -> Outcome {
        self.offset = 0;
        if self.commit.take().is_some() {
            return Outcome::STAYS;
        }
        self.commit = Some(Commit::Asked);
        Outcome::stays_and(Request::ReadCommit)
    }
}

impl Commit {
    /// What is new in the file.
    fn since(commit: Box<Committed>, doc: &Document) -> Self {
        let old = (&commit.report, commit.faults > 0);
        let changes = diff_of_partial(old, (&doc.report, doc.faults > 0));
        Self::Read(commit, changes)
    }
}

impl Layer for Changes {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        if press.action == Some(Action::Changes) {
            return self.switch();
        }
        let lines = self.lines(cx.news, cx.env.size).len();
        Context::scroll(&mut self.offset, lines, cx.layout.overlay_height(), press)
    }

    fn settle(&mut self, cx: &Context<'_>) {
        let lines = self.lines(cx.news, cx.env.size).len();
        self.offset = self.offset.min(lines.saturating_sub(cx.layout.overlay_height()));
    }

    fn reload(&mut self, _matching: &Matching, cx: &Context<'_>) {
        self.commit = self.commit.take().map(|commit| match commit {
            Commit::Read(commit, _) => Commit::since(commit, cx.doc),
            other => other,
        });
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Changes && self.commit.is_some()).then_some("last change")
    }

    fn can(&self, action: Action, cx: &Context<'_>) -> Result<(), Why> {
        if action == Action::Changes && !matches!(cx.doc.origin, Origin::File(_)) {
            return Err(Why::Because(Notice::from("only a file of yours has commits")));
        }
        Ok(())
    }
}
