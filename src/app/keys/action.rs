//! The one table of actions: what each is called, where it works, and by which keys.

use std::sync::LazyLock;

use crate::app::keys::{Key, Panel, Scope};
use Panel::{Detail, Table, Timeline};
use Scope::{
    Changes, Commands, Confirm, Dates, Diagnostics, Everywhere, Filter, Find, Form, Help, Link,
    Panel as In,
};

/// An action in a scope, with its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The scope in which the keys work.
    pub scope: Scope,
    /// The keys, the best known first; empty if the user has removed them.
    pub keys: Vec<Key>,
    /// What they do.
    pub action: Action,
    /// The text of the help.
    pub doc: &'static str,
    /// The word or two of the footer; empty if the footer leaves the keys out.
    pub hint: &'static str,
}

/// Makes the actions of the table below. A row of it is
/// `Action "name in files" { scope, "keys, the best known first" => "text of the help", "hint" }`.
/// Without a hint the footer leaves the keys out. `gives way n` says when the footer drops the
/// hint on a short line: the higher the number, the sooner; without it the hint stays.
macro_rules! actions {
    ($($action:ident $name:literal $(gives way $rank:literal)? {
        $($scope:expr, $keys:literal => $doc:literal $(, $hint:literal)?);+ $(;)?
    })+) => {
        /// Everything that a key can do, each with what it does in the scopes that have it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[doc = concat!("- ", $doc)])+ $action,)+
        }

        impl Action {
            /// Every action, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$action),+];

            /// Its name in files and on the command line: plain letters with hyphens between words.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$action => $name,)+
                }
            }

            /// How soon the footer drops its hint on a short line: the higher, the sooner; 0 never.
            pub(crate) const fn gives_way(self) -> u8 {
                match self {
                    $(Self::$action => 0 $(+ $rank)?,)+
                }
            }
        }

        /// The default keys. Dispatch, footer, help and docs use them by way of the
        /// [`Keymap`](crate::app::keys::Keymap), which has the changes of the user.
        pub static BINDINGS: LazyLock<Vec<Binding>> = LazyLock::new(|| vec![
            $($(Binding {
                scope: $scope,
                keys: read($keys),
                action: Action::$action,
                doc: $doc,
                hint: concat!($($hint)?),
            },)+)+
        ]);
    };
}

/// Reads keys with spaces between them.
pub(crate) fn read(keys: &str) -> Vec<Key> {
    let read = keys.split_whitespace().map(str::parse);
    debug_assert!(read.clone().all(|key: Result<Key, _>| key.is_ok()), "{keys} are not all keys");
    read.filter_map(Result::ok).collect()
}

actions! {
    SortNext "sort-next" { In(Table), "s right l" => "sort by the next column", "sort" }
    SortPrevious "sort-previous" { In(Table), "left h" => "sort by the previous column" }
    SortReverse "sort-reverse" gives way 7 { In(Table), "S" => "reverse the order", "reverse" }
    ZoomIn "zoom-in" { In(Timeline), "+ =" => "less time, drawn wider", "zoom" }
    ZoomOut "zoom-out" { In(Timeline), "-" => "more time, drawn narrower", "zoom" }
    ZoomAll "zoom-all" { In(Timeline), "0" => "all of the time again", "zoom" }
    Dates "dates" {
        In(Timeline), "d" => "the time between two dates, which are asked for", "dates";
    }
    PanEarlier "pan-earlier" gives way 8 { In(Timeline), "left h" => "earlier", "pan" }
    PanLater "pan-later" { In(Timeline), "right l" => "later", "pan" }
    Periods "periods" gives way 9 {
        In(Timeline), "p" => "the figures' periods among the events, and off again", "periods";
    }
    PreviousFigure "previous-figure" {
        In(Detail), "left h" => "the figure before, on the charts and of others", "figure";
    }
    NextFigure "next-figure" {
        In(Detail), "right l" => "the next figure, on the charts and of others", "figure";
    }
    Accept "accept" {
        Find, "enter" => "go to what is marked", "go there";
        Filter, "enter" => "show only that, or no longer only that", "choose";
        Commands, "enter" => "do what is marked", "do it";
        Dates, "enter" => "draw that time", "draw";
        Confirm, "enter" => "yes", "yes";
        Link, "enter" => "open it in the browser", "open";
    }
    ChooseMore "choose-more" { Filter, "tab" => "the same, and choose more", "choose more" }
    Save "save" { Form, "enter ctrl-s" => "take the marked choice, else save", "save" }
    NextField "next-field" { Form, "tab" => "the next field", "next field" }
    TakeTheirs "take-theirs" {
        Form, "ctrl-t" => "what the file says now, instead of what was typed", "take the file's";
    }
    PreviousField "previous-field" { Form, "shift-tab" => "the field before" }
    NextPanel "next-panel" gives way 11 { Everywhere, "tab" => "the next panel", "panel" }
    PreviousPanel "previous-panel" { Everywhere, "shift-tab" => "the previous panel" }
    GoGauges "go-gauges" { Everywhere, "1" => "the gauges" }
    GoTable "go-table" { Everywhere, "2" => "the table" }
    GoTimeline "go-timeline" { Everywhere, "3" => "the timeline" }
    GoDetail "go-detail" { Everywhere, "4" => "the detail" }
    Up "up" gives way 10 {
        Everywhere, "up k" => "up", "move";
        Find, "up" => "the one above", "choose";
        Filter, "up" => "the line above", "move";
        Commands, "up" => "the line above", "move";
        Form, "up" => "the choice above, else the field before", "choose";
        Link, "up k" => "the source above, where there are several", "choose";
    }
    Down "down" {
        Everywhere, "down j" => "down", "move";
        Find, "down" => "the one below", "choose";
        Filter, "down" => "the line below", "move";
        Commands, "down" => "the line below", "move";
        Form, "down" => "the choice below, else the next field", "choose";
        Link, "down j" => "the source below, where there are several", "choose";
    }
    First "first" { Everywhere, "g home" => "the first" }
    Last "last" { Everywhere, "G end" => "the last" }
    PageDown "page-down" {
        Everywhere, "pgdn" => "a page down";
        Find, "pgdn" => "a page down";
        Filter, "pgdn" => "a page down";
        Commands, "pgdn" => "a page down";
    }
    PageUp "page-up" {
        Everywhere, "pgup" => "a page up";
        Find, "pgup" => "a page up";
        Filter, "pgup" => "a page up";
        Commands, "pgup" => "a page up";
    }
    HalfDown "half-down" { Everywhere, "ctrl-d" => "half a page down" }
    HalfUp "half-up" { Everywhere, "ctrl-u" => "half a page up" }
    Follow "follow" gives way 13 {
        Everywhere, "enter" => "the whole record; from an event to its figures", "record";
    }
    CopyAddress "copy-address" { Link, "y" => "copy it", "copy" }
    Back "back" {
        Everywhere, "esc" => "back out", "back";
        Find, "esc" => "back to where you were", "back";
        Filter, "esc" => "leave it as it was", "back";
        Commands, "esc" => "do nothing", "back";
        Dates, "esc" => "leave it as it was", "back";
        Form, "esc" => "leave the form; twice if something was typed", "leave";
        Diagnostics, "esc w q" => "close the list", "close";
        Changes, "esc q" => "close the list", "close";
        Confirm, "esc q" => "no", "no";
        Link, "esc o q" => "leave it", "leave";
        Help, "esc ? f1 q" => "close the help", "close";
    }
    Find "find" gives way 1 {
        Everywhere, "/" => "find by any word of a label, figure, source …", "find";
    }
    NextFound "next-found" gives way 4 { Everywhere, "n" => "the next of what was found", "next" }
    PreviousFound "previous-found" { Everywhere, "N" => "the one found before" }
    Filter "narrow" gives way 6 {
        Everywhere, "f" => "show only some, such as undated or with rivals", "narrow";
    }
    Widen "widen" gives way 3 { Everywhere, "F" => "show all again", "all" }
    Cite "cite" gives way 2 { Everywhere, "y" => "copy a citation of what is selected", "cite" }
    CopyWords "copy-words" { Everywhere, "Y" => "copy its words alone" }
    OpenAddress "open-address" gives way 5 {
        Everywhere, "o" => "open the address of its source, which is shown first", "source";
    }
    OpenEditor "open-editor" gives way 15 {
        Everywhere, "e" => "the editor, at what is selected", "editor";
        Diagnostics, "enter e" => "open the editor at the fault", "open in the editor";
    }
    OpenSource "open-source" { Everywhere, "E" => "the editor, at its source" }
    EditHere "edit-here" gives way 14 {
        Everywhere, "i" => "edit what is selected here, in a form", "edit";
    }
    Undo "undo" { Everywhere, "u" => "undo the last edit made here" }
    Redo "redo" { Everywhere, "U" => "redo the last edit undone here" }
    Add "add" { Everywhere, "a" => "add a figure, in the timeline an event; asks first" }
    Diagnostics "show-faults" gives way 16 {
        Everywhere, "w" => "what is wrong with the file", "check";
    }
    Changes "show-changes" {
        Everywhere, "D" => "what the last change of the file was, or the last commit";
        Changes, "D" => "compare with the last commit, and back", "last commit";
    }
    Reread "reread" { Everywhere, "r" => "read the file again now" }
    Zoom "zoom" gives way 17 {
        Everywhere, "z" => "this panel over the whole screen, and back", "full screen";
    }
    NextTheme "next-theme" { Everywhere, "t" => "the next theme" }
    Commands "commands" gives way 12 {
        Everywhere, ": ctrl-p" => "every command by its name", "commands";
    }
    Mouse "mouse" { Everywhere, "m" => "the mouse: click, wheel, drag; and off again" }
    Help "show-help" { Everywhere, "? f1" => "all keys, and how to read the drawings", "help" }
    Quit "quit" { Everywhere, "q ctrl-c" => "quit", "quit" }
    Suspend "suspend" { Everywhere, "ctrl-z" => "to the shell; fg comes back" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::SCOPES;

    #[test]
    fn every_action_can_be_named_and_no_two_alike() {
        let mut names: Vec<&str> = Action::ALL.iter().map(|action| action.name()).collect();
        // In a file the keys that work everywhere and the tables of scopes are side by side.
        names.extend(SCOPES.iter().map(|entry| entry.name));
        for name in &names {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}");
        }
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }

    #[test]
    fn no_key_does_two_things_in_one_place() {
        let mut seen = Vec::new();
        for binding in BINDINGS.iter() {
            for key in &binding.keys {
                assert!(!seen.contains(&(binding.scope, *key)), "{key} in {:?}", binding.scope);
                seen.push((binding.scope, *key));
            }
        }
    }

    #[test]
    fn every_binding_says_what_it_does_and_fits_the_help() {
        for binding in BINDINGS.iter() {
            assert!(!binding.keys.is_empty());
            assert!(!binding.doc.is_empty() && binding.doc.len() <= 56, "{}", binding.doc);
            assert!(!binding.doc.ends_with('.'));
        }
    }
}
