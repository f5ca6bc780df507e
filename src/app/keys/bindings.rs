use crate::app::keys::{Action, Code, Key, Panel};

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Over everything else, while help is shown.
    Help,
    /// In the list of what is wrong with the file.
    Diagnostics,
    /// In the list of what the last change of the file was.
    Changes,
    /// At a question.
    Confirm,
    /// At an address that may be opened.
    Link,
    /// In a form. What is not bound here is text.
    Form,
    /// While words are typed to find something. What is not bound here is text.
    Find,
    /// In the list of what to narrow to. What is not bound here is text.
    Filter,
    /// In the list of every action. What is not bound here is text.
    Commands,
    /// Where dates are typed. What is not bound here is text.
    Dates,
    /// In one panel.
    Panel(Panel),
    /// Everywhere.
    Everywhere,
}

/// Every place with its heading, in the order of the help.
pub const SCOPES: &[(Scope, &str)] = &[
    (Everywhere, "Everywhere"),
    (In(Panel::Gauges), "In the gauges"),
    (In(Panel::Table), "In the table"),
    (In(Panel::Timeline), "In the timeline"),
    (In(Panel::Detail), "In the detail"),
    (Find, "While finding"),
    (Filter, "While narrowing"),
    (Commands, "While choosing a command"),
    (Dates, "While typing dates"),
    (Form, "In a form"),
    (Diagnostics, "In the list of faults"),
    (Changes, "In the list of changes"),
    (Confirm, "At a question"),
    (Link, "At an address"),
    (Help, "In the help"),
];

/// One line of the key table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it works.
    pub scope: Scope,
    /// The keys, the best known first.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// What they do, in the words of the help.
    pub doc: &'static str,
    /// What they do, in a word or two for the footer; empty where the footer leaves them out.
    pub hint: &'static str,
}

const fn bind(
    scope: Scope,
    keys: &'static [Key],
    action: Action,
    doc: &'static str,
    hint: &'static str,
) -> Binding {
    Binding { scope, keys, action, doc, hint }
}

const TAB: Key = Key::plain(Code::Tab);
const BACKTAB: Key = Key::plain(Code::BackTab);
const ENTER: Key = Key::plain(Code::Enter);
const ESC: Key = Key::plain(Code::Esc);
const UP: Key = Key::plain(Code::Up);
const DOWN: Key = Key::plain(Code::Down);
const LEFT: Key = Key::plain(Code::Left);
const RIGHT: Key = Key::plain(Code::Right);
const HOME: Key = Key::plain(Code::Home);
const END: Key = Key::plain(Code::End);
const PGUP: Key = Key::plain(Code::PageUp);
const PGDN: Key = Key::plain(Code::PageDown);
const F1: Key = Key::plain(Code::F(1));

use Action as A;
use Scope::{
    Changes, Commands, Confirm, Dates, Diagnostics, Everywhere, Filter, Find, Form, Help, Link,
    Panel as In,
};

/// The only list of what keys can do, with the keys that do it where the user has set no others:
/// dispatch, footer, help and docs come from it, by way of [`Keymap`](crate::app::keys::keys::Keymap).
pub const BINDINGS: &[Binding] = &[
    bind(
        In(Panel::Table),
        &[Key::char('s'), RIGHT, Key::char('l')],
        A::SortNext,
        "sort by the next column",
        "sort",
    ),
    bind(
        In(Panel::Table),
        &[LEFT, Key::char('h')],
        A::SortPrevious,
        "sort by the previous column",
        "",
    ),
    bind(In(Panel::Table), &[Key::char('S')], A::SortReverse, "turn the order round", "reverse"),
    bind(
        In(Panel::Timeline),
        &[Key::char('+'), Key::char('=')],
        A::ZoomIn,
        "less time, drawn wider",
        "zoom",
    ),
    bind(In(Panel::Timeline), &[Key::char('-')], A::ZoomOut, "more time, drawn narrower", "zoom"),
    bind(In(Panel::Timeline), &[Key::char('0')], A::ZoomAll, "all of the time again", "zoom"),
    bind(
        In(Panel::Timeline),
        &[Key::char('d')],
        A::Dates,
        "the time between two dates, which are asked for",
        "dates",
    ),
    bind(In(Panel::Timeline), &[LEFT, Key::char('h')], A::PanEarlier, "earlier", "pan"),
    bind(In(Panel::Timeline), &[RIGHT, Key::char('l')], A::PanLater, "later", "pan"),
    bind(
        In(Panel::Timeline),
        &[Key::char('p')],
        A::Periods,
        "the figures' periods among the events, and off again",
        "periods",
    ),
    bind(
        In(Panel::Detail),
        &[LEFT, Key::char('h')],
        A::PreviousFigure,
        "the figure before: of others, on the charts",
        "figure",
    ),
    bind(
        In(Panel::Detail),
        &[RIGHT, Key::char('l')],
        A::NextFigure,
        "the next figure: of others, then on the charts",
        "figure",
    ),
    bind(Help, &[ESC, Key::char('?'), F1, Key::char('q')], A::Back, "close the help", "close"),
    bind(
        Diagnostics,
        &[ENTER, Key::char('e')],
        A::OpenEditor,
        "open the editor at the fault",
        "open in the editor",
    ),
    bind(Diagnostics, &[ESC, Key::char('w'), Key::char('q')], A::Back, "close the list", "close"),
    bind(Changes, &[ESC, Key::char('D'), Key::char('q')], A::Back, "close the list", "close"),
    bind(Confirm, &[ENTER], A::Accept, "yes", "yes"),
    bind(Confirm, &[ESC, Key::char('q')], A::Back, "no", "no"),
    bind(Find, &[ENTER], A::Accept, "go to what is marked", "go there"),
    bind(Find, &[UP], A::Up, "the one above", "choose"),
    bind(Find, &[DOWN], A::Down, "the one below", "choose"),
    bind(Find, &[PGDN], A::PageDown, "a page down", ""),
    bind(Find, &[PGUP], A::PageUp, "a page up", ""),
    bind(Find, &[ESC], A::Back, "back to where one was", "back"),
    bind(Filter, &[ENTER], A::Accept, "show only that, or no longer only that", "choose"),
    bind(Filter, &[TAB], A::ChooseMore, "the same, and choose more", "choose more"),
    bind(Filter, &[UP], A::Up, "the line above", "move"),
    bind(Filter, &[DOWN], A::Down, "the line below", "move"),
    bind(Filter, &[PGDN], A::PageDown, "a page down", ""),
    bind(Filter, &[PGUP], A::PageUp, "a page up", ""),
    bind(Filter, &[ESC], A::Back, "leave it as it was", "back"),
    bind(Commands, &[ENTER], A::Accept, "do what is marked", "do it"),
    bind(Commands, &[UP], A::Up, "the line above", "move"),
    bind(Commands, &[DOWN], A::Down, "the line below", "move"),
    bind(Commands, &[PGDN], A::PageDown, "a page down", ""),
    bind(Commands, &[PGUP], A::PageUp, "a page up", ""),
    bind(Commands, &[ESC], A::Back, "do nothing", "back"),
    bind(Dates, &[ENTER], A::Accept, "draw that time", "draw"),
    bind(Dates, &[ESC], A::Back, "leave it as it was", "back"),
    bind(Link, &[ENTER], A::Accept, "open it in the browser", "open"),
    bind(Link, &[Key::char('y')], A::CopyAddress, "copy it", "copy"),
    bind(Link, &[ESC, Key::char('o'), Key::char('q')], A::Back, "leave it", "leave"),
    bind(Form, &[ENTER, Key::ctrl('s')], A::Save, "take the marked choice, else save", "save"),
    bind(Form, &[TAB], A::NextField, "the next field", "next field"),
    bind(
        Form,
        &[Key::ctrl('t')],
        A::TakeTheirs,
        "what the file says by now, instead of what was typed",
        "take the file's",
    ),
    bind(Form, &[BACKTAB], A::PreviousField, "the field before", ""),
    bind(Form, &[UP], A::Up, "the choice above, else the field before", "choose"),
    bind(Form, &[DOWN], A::Down, "the choice below, else the next field", "choose"),
    bind(Form, &[ESC], A::Back, "leave the form; twice if something was typed", "leave"),
    bind(Everywhere, &[TAB], A::NextPanel, "the next panel", "panel"),
    bind(Everywhere, &[BACKTAB], A::PreviousPanel, "the previous panel", ""),
    bind(Everywhere, &[Key::char('1')], A::Go(Panel::Gauges), "the gauges", ""),
    bind(Everywhere, &[Key::char('2')], A::Go(Panel::Table), "the table", ""),
    bind(Everywhere, &[Key::char('3')], A::Go(Panel::Timeline), "the timeline", ""),
    bind(Everywhere, &[Key::char('4')], A::Go(Panel::Detail), "the detail", ""),
    bind(Everywhere, &[UP, Key::char('k')], A::Up, "up", "move"),
    bind(Everywhere, &[DOWN, Key::char('j')], A::Down, "down", "move"),
    bind(Everywhere, &[Key::char('g'), HOME], A::First, "the first", ""),
    bind(Everywhere, &[Key::char('G'), END], A::Last, "the last", ""),
    bind(Everywhere, &[PGDN], A::PageDown, "a page down", ""),
    bind(Everywhere, &[PGUP], A::PageUp, "a page up", ""),
    bind(Everywhere, &[Key::ctrl('d')], A::HalfDown, "half a page down", ""),
    bind(Everywhere, &[Key::ctrl('u')], A::HalfUp, "half a page up", ""),
    bind(
        Everywhere,
        &[ENTER],
        A::Follow,
        "follow: to the detail, from an event to its indicators",
        "follow",
    ),
    bind(Everywhere, &[ESC], A::Back, "back out", "back"),
    bind(
        Everywhere,
        &[Key::char('/')],
        A::Find,
        "find by any word of a label, figure, source …",
        "find",
    ),
    bind(Everywhere, &[Key::char('n')], A::NextFound, "the next of what was found", "next"),
    bind(Everywhere, &[Key::char('N')], A::PreviousFound, "the one found before", ""),
    bind(
        Everywhere,
        &[Key::char('f')],
        A::Filter,
        "show only some, such as undated or with rivals",
        "narrow",
    ),
    bind(Everywhere, &[Key::char('F')], A::Widen, "show all again", "all"),
    bind(Everywhere, &[Key::char('y')], A::Cite, "copy a citation of what is selected", "cite"),
    bind(Everywhere, &[Key::char('Y')], A::CopyWords, "copy its words alone", ""),
    bind(
        Everywhere,
        &[Key::char('o')],
        A::OpenAddress,
        "open the address of its source, which is shown first",
        "source",
    ),
    bind(Everywhere, &[Key::char('e')], A::OpenEditor, "the editor, at what is selected", "editor"),
    bind(Everywhere, &[Key::char('E')], A::OpenSource, "the editor, at its source", ""),
    bind(
        Everywhere,
        &[Key::char('i')],
        A::EditHere,
        "edit what is selected here, in a form",
        "edit",
    ),
    bind(Everywhere, &[Key::char('u')], A::Undo, "undo the last edit made here", ""),
    bind(Everywhere, &[Key::char('U')], A::Redo, "redo the last edit undone here", ""),
    bind(Everywhere, &[Key::char('a')], A::Add, "add an indicator, in the timeline an event", ""),
    bind(Everywhere, &[Key::char('w')], A::Diagnostics, "what is wrong with the file", "check"),
    bind(Everywhere, &[Key::char('D')], A::Changes, "what the last change of the file was", ""),
    bind(Everywhere, &[Key::char('r')], A::Reread, "read the file again now", ""),
    bind(
        Everywhere,
        &[Key::char('z')],
        A::Zoom,
        "this panel over the whole screen, and back",
        "full screen",
    ),
    bind(Everywhere, &[Key::char('t')], A::NextTheme, "the next theme", ""),
    bind(
        Everywhere,
        &[Key::char(':'), Key::ctrl('p')],
        A::Commands,
        "every command by its name",
        "commands",
    ),
    bind(
        Everywhere,
        &[Key::char('m')],
        A::Mouse,
        "the mouse: click, wheel, drag; and off again",
        "",
    ),
    bind(
        Everywhere,
        &[Key::char('?'), F1],
        A::Help,
        "all keys, and how to read the drawings",
        "help",
    ),
    bind(Everywhere, &[Key::char('q'), Key::ctrl('c')], A::Quit, "quit", "quit"),
    bind(Everywhere, &[Key::ctrl('z')], A::Suspend, "to the shell; fg comes back", ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        let mut seen = Vec::new();
        for binding in BINDINGS {
            for key in binding.keys {
                assert!(!seen.contains(&(binding.scope, *key)), "{key} in {:?}", binding.scope);
                seen.push((binding.scope, *key));
            }
        }
    }

    #[test]
    fn every_key_stands_under_a_heading() {
        for binding in BINDINGS {
            assert_eq!(SCOPES.iter().filter(|(scope, _)| *scope == binding.scope).count(), 1);
        }
    }

    #[test]
    fn every_line_says_what_it_does_and_fits_the_help() {
        for binding in BINDINGS {
            assert!(!binding.keys.is_empty());
            assert!(!binding.doc.is_empty() && binding.doc.len() <= 56, "{}", binding.doc);
            assert!(!binding.doc.ends_with('.'));
        }
    }
}
