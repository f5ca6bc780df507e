//! Items that are in the text and not in the report.

use super::Lowering;
use crate::load::reader::shifted;
use crate::schema::{TABLES, Table};
use crate::syntax::{Broken, Node};

/// An item that was left out: its kind, its id or key, and where it begins.
pub(in crate::load) type Note = (&'static str, String, usize);

impl<'i> Lowering<'i, '_> {
    /// Remembers an item that was left out, so that references to it are not reported. Its name is
    /// empty if it cannot be read.
    pub(super) fn leave_out(&mut self, kind: &str, name: &str, at: usize) {
        self.dangling.leave_out(kind, name);
        let kind = TABLES.iter().map(|table| table.name).find(|known| *known == kind);
        // A block that is not valid TOML is checked again after it has been left out.
        if let Some(kind) = kind.filter(|_| !self.origin.is_known) {
            self.left_out.push((kind, name.to_owned(), at));
        }
    }

    /// Remembers what a block that is not valid TOML has, and that begins at `at`.
    pub(super) fn leave_out_block(&mut self, block: &Broken, at: usize) {
        self.leave_out(&block.word, block.name.as_deref().unwrap_or_default(), at);
        for (word, name) in &block.lost_items {
            self.leave_out(word, name, at);
        }
    }

    /// Makes an item, or remembers that it was left out. What is inside it is then part of it.
    pub(super) fn or_left_out<T>(
        &mut self,
        table: &Table,
        node: Node<'i>,
        make: impl FnOnce(&mut Self, Node<'i>) -> Option<T>,
    ) -> Option<T> {
        let at = shifted(node.span(), self.origin.base).start;
        let before = self.left_out.len();
        let item = make(self, node);
        if item.is_none() {
            let inside = self.left_out.split_off(before);
            let own =
                inside.into_iter().find(|(kind, name, _)| *kind == table.name && !name.is_empty());
            let name = own.map(|(_, name, _)| name).unwrap_or_default();
            if !self.origin.is_known {
                self.left_out.push((table.name, name, at));
            }
        }
        item
    }
}
