use std::collections::HashMap;

use super::{Lowering, Names};
use crate::load::reader::Row;
use crate::report::{Event, Text};
use crate::schema::{self, Key};
use crate::syntax::Node;

impl<'i> Lowering<'i, '_> {
    /// Reads the events of all parts of the text.
    pub(super) fn all_events(&mut self) {
        let mut seen: Names<'i, ()> = HashMap::new();
        for (origin, keeps, node) in std::mem::take(&mut self.events) {
            (self.origin, self.keeps) = (origin, keeps);
            self.events_of(node, &mut seen);
        }
    }

    fn events_of(&mut self, node: Node<'i>, seen: &mut Names<'i, ()>) {
        for node in self.tables(&schema::EVENT, Some(node)) {
            self.or_left_out(&schema::EVENT, node, |own, node| own.one_event(node, seen));
        }
    }

    fn one_event(&mut self, node: Node<'i>, seen: &mut Names<'i, ()>) -> Option<()> {
        let mut row = self.row(&schema::EVENT, node)?;
        let id = self.id(&mut row);
        let title = row.required(Key::Title, self.faults);
        let event = self.event(&mut row, title.unwrap_or_default());
        let (id, at) = (id?, row.at(Key::Id));
        // An event may lack a date, but not have one that cannot be read.
        if !self.keeps || row.is_bad(&[Key::Title, Key::Date]) {
            self.leave_out(Key::Event.word(), &id, at.start);
            return None;
        }
        if let Some(((), first)) = seen.get(&*id).cloned() {
            self.duplicate("event", &id, at, first);
            return None;
        }
        self.lint.names.add("event", &id, at.clone(), self.faults);
        self.report.events.push(Event { id: Text::new(&id), ..event });
        seen.insert(id, ((), at));
        Some(())
    }

    /// The event without its id.
    fn event(&mut self, row: &mut Row<'i>, title: Text) -> Event {
        let date = self.date(row, Key::Date);
        let group = self.group(row);
        let source = self.source(row);
        let locator = row.text(Key::Locator, self.faults);
        let note = row.text(Key::Note, self.faults);
        let named = row.texts(Key::Indicators, self.faults);
        let mut indicators = Vec::with_capacity(named.len());
        for (id, at) in named {
            let found = self.indicator_of(id, at);
            indicators.extend(found.filter(|ix| !indicators.contains(ix)));
        }
        let line = self.line(row);
        Event { id: Text::default(), date, title, group, source, locator, note, indicators, line }
    }
}
