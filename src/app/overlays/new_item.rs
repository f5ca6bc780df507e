//! A new indicator or event, before it is written.

use crate::app::document::{Edit, Pending, SaveKind};
use crate::app::keys::Panel;
use crate::app::nav::Subject;
use crate::app::overlays::Context;
use crate::app::text::visible;
use crate::edit::{New, add};
use crate::report::{GroupIx, ItemId, Text};

/// A new indicator or event, before it is written.
#[derive(Clone, Debug)]
pub struct NewItem {
    /// The file and the line.
    pub(super) place: String,
    /// The lines of the file that it consists of.
    pub(super) lines: Vec<String>,
    /// What is to be written.
    pub(crate) pending: Pending,
}

impl NewItem {
    /// An item like the selected one, below the last one of its group. In the timeline it is an event.
    ///
    /// # Errors
    /// Why the file cannot take another item, in words for users.
    pub(crate) fn new(cx: &Context<'_>) -> Result<Self, String> {
        let is_event = cx.nav.focus == Panel::Timeline || cx.nav.selection.event.is_some();
        let report = &cx.doc.report;
        let group = |ix: Option<GroupIx>| ix.and_then(|ix| report.group(ix)).map(|g| &*g.id);
        let (group, after) = match cx.subject() {
            Subject::Indicator(indicator) if !is_event => {
                (group(indicator.group), Some(&*indicator.id))
            }
            Subject::Event(event) => (group(event.group), Some(&*event.id)),
            _ => (None, None),
        };
        let made = add(&cx.doc.disk, &New { is_event, group, after });
        let made = made.map_err(|error| format!("nothing added: {error}"))?;
        let id = Text::new(&made.id);
        let id = if is_event { ItemId::Event(id) } else { ItemId::Indicator(id) };
        Ok(Self {
            place: format!("{} at line {}", cx.doc.origin.name(), made.line),
            lines: made.lines.trim().lines().map(visible).collect(),
            pending: Pending {
                kind: SaveKind::Add(id, made.line),
                text: made.text.into(),
                edit: Edit::new(made.step, made.id),
            },
        })
    }

    /// The kind of the item, with its article.
    pub(super) fn kind(&self) -> &'static str {
        match self.pending.kind {
            SaveKind::Add(ItemId::Event(_), _) => "an event",
            _ => "a figure",
        }
    }
}
