//! What actions and places are called in files and commands.

use crate::app::keys::{Action, Panel, Scope};

impl Action {
    /// Its name: words of plain letters with hyphens between them.
    #[expect(clippy::too_many_lines, reason = "a line an action")]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NextPanel => "next-panel",
            Self::PreviousPanel => "previous-panel",
            Self::Go(Panel::Gauges) => "go-gauges",
            Self::Go(Panel::Table) => "go-table",
            Self::Go(Panel::Timeline) => "go-timeline",
            Self::Go(Panel::Detail) => "go-detail",
            Self::Up => "up",
            Self::Down => "down",
            Self::HalfUp => "half-up",
            Self::HalfDown => "half-down",
            Self::PageUp => "page-up",
            Self::PageDown => "page-down",
            Self::First => "first",
            Self::Last => "last",
            Self::Follow => "follow",
            Self::Zoom => "zoom",
            Self::Back => "back",
            Self::Help => "show-help",
            Self::Diagnostics => "show-faults",
            Self::Changes => "show-changes",
            Self::Reread => "reread",
            Self::OpenEditor => "open-editor",
            Self::OpenSource => "open-source",
            Self::EditHere => "edit-here",
            Self::Add => "add",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Accept => "accept",
            Self::Save => "save",
            Self::NextField => "next-field",
            Self::PreviousField => "previous-field",
            Self::TakeTheirs => "take-theirs",
            Self::Cite => "cite",
            Self::CopyWords => "copy-words",
            Self::OpenAddress => "open-address",
            Self::CopyAddress => "copy-address",
            Self::Commands => "commands",
            Self::Find => "find",
            Self::NextFound => "next-found",
            Self::PreviousFound => "previous-found",
            Self::Filter => "narrow",
            Self::Widen => "widen",
            Self::ChooseMore => "choose-more",
            Self::Dates => "dates",
            Self::NextTheme => "next-theme",
            Self::Mouse => "mouse",
            Self::SortNext => "sort-next",
            Self::SortPrevious => "sort-previous",
            Self::SortReverse => "sort-reverse",
            Self::ZoomIn => "zoom-in",
            Self::ZoomOut => "zoom-out",
            Self::ZoomAll => "zoom-all",
            Self::PanEarlier => "pan-earlier",
            Self::PanLater => "pan-later",
            Self::Periods => "periods",
            Self::PreviousFigure => "previous-figure",
            Self::NextFigure => "next-figure",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
        }
    }
}

impl Scope {
    /// Its name: one word of plain letters.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Panel(Panel::Gauges) => "gauges",
            Self::Panel(Panel::Table) => "table",
            Self::Panel(Panel::Timeline) => "timeline",
            Self::Panel(Panel::Detail) => "detail",
            Self::Form => "form",
            Self::Link => "address",
            Self::Find => "finding",
            Self::Filter => "narrowing",
            Self::Commands => "choosing-a-command",
            Self::Dates => "typing-dates",
            Self::Diagnostics => "faults",
            Self::Changes => "changes",
            Self::Confirm => "question",
            Self::Help => "help",
        }
    }

    /// Whether characters are text there, so that none of them can be a key.
    pub const fn takes_text(self) -> bool {
        match self {
            Self::Form | Self::Find | Self::Filter | Self::Commands | Self::Dates => true,
            Self::Everywhere
            | Self::Panel(_)
            | Self::Link
            | Self::Diagnostics
            | Self::Changes
            | Self::Confirm
            | Self::Help => false,
        }
    }

    /// Whether it lies over the panels, so that there has to be a way out of it.
    pub const fn is_overlay(self) -> bool {
        !matches!(self, Self::Everywhere | Self::Panel(_))
    }
}

#[cfg(test)]
mod tests {
    use crate::app::keys::{BINDINGS, SCOPES};

    #[test]
    fn names_are_plain_and_each_names_one_thing() {
        let actions = BINDINGS.iter().map(|binding| (binding.action.name(), binding.action));
        let mut actions: Vec<_> = actions.collect();
        actions.sort_by_key(|(name, _)| *name);
        actions.dedup();
        for pair in actions.windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "{:?} and {:?}", pair[0].1, pair[1].1);
        }
        let mut places: Vec<_> = SCOPES.iter().map(|(scope, _)| scope.name()).collect();
        places.sort_unstable();
        assert!(places.windows(2).all(|pair| pair[0] != pair[1]), "{places:?}");
        // In a file the keys that work everywhere and the tables of places stand side by side.
        for place in &places {
            let clash = actions.iter().find(|(name, _)| name == place);
            assert!(clash.is_none(), "{place} is an action and a place");
        }
        for name in actions.iter().map(|(name, _)| *name).chain(places) {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}");
        }
    }
}
