//! Finding figures and events by anything that is said of them, best first.

mod press;

pub(in crate::app) use press::{go_on, mark, obey, paste, press};

use crate::app::nav::{Hit, Known, search};

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::nav::Whereabouts;
use crate::app::text::{Input, Needle, reveal};
use crate::report::{ItemIx, Report};

/// What is looked for, and what has been found.
#[derive(Clone, Debug)]
pub struct Find {
    /// What is typed.
    pub input: Input,
    /// What fits it, the best first.
    pub hits: Vec<Hit>,
    /// How many fit it that the panels do not show, as they are narrowed to others.
    pub hidden: usize,
    /// The marked one, counted from 0.
    pub at: usize,
    /// The first line in view.
    pub offset: usize,
    /// Whether what was marked is not shown any more: the next is the first.
    is_lost: bool,
    known: Known,
    /// Where it was asked for: Esc leads back there.
    pub(in crate::app) before: Whereabouts,
}

impl Find {
    /// Nothing typed yet.
    pub(in crate::app) fn new(model: &Model) -> Self {
        let before = Whereabouts::of(model);
        Self {
            input: Input::new(""),
            hits: Vec::new(),
            hidden: 0,
            at: 0,
            offset: 0,
            is_lost: false,
            known: Known::default(),
            before,
        }
    }

    /// How many figures and how many events have been found.
    pub fn counts(&self) -> (usize, usize) {
        let figures =
            self.hits.iter().filter(|hit| matches!(hit.item, ItemIx::Indicator(_))).count();
        (figures, self.hits.len() - figures)
    }

    /// The characters of each of these texts, counted from 0, in which what is typed stands.
    pub fn letters<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<Vec<usize>> {
        let mut needle = Needle::new(self.input.line());
        texts.map(|text| needle.places(text)).collect()
    }

    /// Which of how many is marked: ` (2 of 7)`; nothing where what was marked is hidden by now.
    pub fn place(&self) -> String {
        if self.is_lost {
            String::new()
        } else {
            format!(" ({} of {})", self.at + 1, self.hits.len())
        }
    }

    /// The marked one.
    pub fn marked(&self) -> Option<Hit> {
        self.hits.get(self.at).copied()
    }

    /// Looks again, in another reading of the report; the mark stays on what it was on.
    pub(in crate::app) fn renew(&mut self, old: &Report, model: &Model) {
        let name = self.marked().and_then(|hit| hit.item.id(old));
        self.known = Known::default();
        self.before.outlive();
        self.search(model);
        let is_it = |hit: &Hit| name.is_some() && hit.item.id(&model.report) == name;
        self.at = self.hits.iter().position(is_it).unwrap_or(0);
    }

    /// Looks again in the same report, of which other items are shown now.
    pub(in crate::app) fn again(&mut self, model: &Model) {
        let marked = self.marked().map(|hit| hit.item);
        self.search(model);
        let still = self.hits.iter().position(|hit| Some(hit.item) == marked);
        self.is_lost = still.is_none();
        self.at = still.unwrap_or(0);
    }

    /// Forgets what is only of use while one types on.
    fn forget(&mut self) {
        self.known = Known::default();
    }

    fn search(&mut self, model: &Model) {
        (self.hits, self.hidden) = search(model, self.input.line(), &mut self.known);
    }

    /// Keeps the marked line in view.
    pub(in crate::app) fn settle(&mut self, view: usize) {
        self.offset = reveal(self.offset, view, self.hits.len(), self.at, self.at);
    }

    /// Shows everywhere what is marked.
    fn show(&self, model: &mut Model) {
        match self.marked().map(|hit| hit.item) {
            Some(ItemIx::Indicator(ix)) => {
                model.selected = Some(ix);
                model.on_event = false;
            }
            Some(event @ ItemIx::Event(_)) => {
                model.timeline.stand_on(event);
                model.on_event = true;
            }
            None => {}
        }
    }

    /// Goes to what is marked: to a panel that shows it.
    fn go(&self, model: &mut Model) {
        self.show(model);
        model.came_from = None;
        model.focus = match (self.marked().map(|hit| hit.item), model.focus) {
            (Some(ItemIx::Event(_)), Panel::Gauges | Panel::Table) => Panel::Timeline,
            (Some(ItemIx::Indicator(_)), Panel::Timeline) => Panel::Gauges,
            (_, focus) => focus,
        };
    }
}
