//! Every command by its name does what its key does.

use indicia::app::env::ThemeName;
use indicia::app::keys::{Action, Panel, Scope};
use indicia::app::overlays::{Command, CommandKind, Overlay};
use indicia::app::panels::ColumnId;
use indicia::export::CitationFormat;
use insta::assert_snapshot;

use crate::harness::{Dashboard, REPORT};

const START: &str = "jj";

fn listed(dashboard: &Dashboard) -> usize {
    let Some(Overlay::Commands(commands)) = &dashboard.model.overlay else {
        panic!("the list is not open")
    };
    commands.lines.len()
}

#[test]
fn a_command_does_what_its_key_does_everywhere() {
    for panel in 1..=4 {
        let there = || Dashboard::of_report(100, 30).press(START).press(&panel.to_string());
        for at in 0..listed(&there().press(":")) {
            let open = there().press(":").press(&"<down>".repeat(at));
            let Some(Overlay::Commands(commands)) = &open.model.overlay else { unreachable!() };
            let line = commands.lines[at].clone();
            let done = open.press("<enter>");
            if line.keys.is_empty() {
                continue;
            }
            let Command { panel: own, kind: CommandKind::Action(action) } = line.command else {
                unreachable!("it has a key")
            };
            let scope = own.map_or(Scope::Everywhere, Scope::Panel);
            let key = done.model.env.keymap.keys_of(scope, action)[0];
            let mut by_key = there();
            if let Some(other) = own.filter(|other| *other != by_key.model.nav.focus) {
                by_key = by_key.press(&(other.index() + 1).to_string());
            }
            by_key.send(indicia::app::Msg::Key(key, None));
            assert_eq!(done.effects, by_key.effects, "{action:?} from {panel}");
            assert_eq!(done.screen(), by_key.screen(), "{action:?} from {panel}");
        }
    }
}

#[test]
fn every_action_of_the_panels_is_listed_if_it_can_be_done() {
    let panels = Dashboard::of_report(100, 30);
    let dashboard = panels.copy().press(":");
    let Some(Overlay::Commands(commands)) = &dashboard.model.overlay else { unreachable!() };
    let in_panels = |scope| matches!(scope, Scope::Everywhere | Scope::Panel(_));
    for line in dashboard.model.env.keymap.bindings().iter().filter(|line| in_panels(line.scope)) {
        let is_listed =
            commands.lines.iter().any(|own| own.command.kind == CommandKind::Action(line.action));
        // Anyone who reads a list knows these.
        let of_lists = [Action::Commands, Action::Up, Action::Down];
        let is_offered = panels.model.can_do(line.action) && !of_lists.contains(&line.action);
        assert_eq!(is_listed, is_offered, "{line:?}");
    }
}

#[test]
fn what_cannot_be_done_is_not_listed_and_its_key_does_nothing() {
    let listed = |dashboard: &Dashboard, action| {
        let Some(Overlay::Commands(commands)) = &dashboard.model.overlay else { unreachable!() };
        commands.lines.iter().any(|own| own.command.kind == CommandKind::Action(action))
    };
    let none = Dashboard::of_report(100, 30);
    let found = Dashboard::of_report(100, 30).press("/debt<enter>");
    for (action, key) in [(Action::NextFound, "n"), (Action::PreviousFound, "N")] {
        assert!(!listed(&none.copy().press(":"), action));
        assert!(listed(&found.copy().press(":"), action));
        assert_eq!(none.copy().press(key).selected(), none.selected());
    }
    for (action, key) in [(Action::Widen, "F"), (Action::Undo, "u"), (Action::Back, "<esc>")] {
        assert!(!listed(&none.copy().press(":"), action), "{action:?}");
        let after = none.copy().press(key);
        assert!(after.effects.is_empty() && after.model.overlay.is_none(), "{action:?}");
    }
}

#[test]
fn what_has_no_key_has_a_name() {
    let done = |typed: &str| Dashboard::of_report(100, 30).press(":").press(typed).press("<enter>");
    let sorted = done("sort age");
    assert_eq!(sorted.model.panels.table.sort.by, Some(ColumnId::Age));
    assert_eq!(sorted.model.nav.focus, Panel::Table);
    assert_eq!(done("theme light").model.env.theme, ThemeName::Light);
    let cited = done("as bibtex");
    assert_eq!(cited.model.env.citation, CitationFormat::Bibtex);
    assert_eq!(cited.effects.len(), 1, "and it is copied at once");
}

#[test]
fn leaving_the_list_and_an_unknown_name_do_nothing() {
    let before = Dashboard::of_report(100, 30).press("jj").screen();
    for typed in [":<esc>", "<ctrl-p><esc>", ":quit<esc>", ":no such thing<enter>"] {
        let after = Dashboard::of_report(100, 30).press("jj").press(typed);
        assert!(after.effects.is_empty());
        assert_eq!(after.press("<esc>").screen(), before, "{typed}");
    }
}

#[test]
fn the_list_shows_the_keys_that_work() {
    let mut dashboard = Dashboard::of(REPORT, 80, 24);
    let config = indicia::config::read("[keys]\ncite = \"C\"\n").unwrap();
    dashboard.model.env.keymap = config.keymap.into();
    let dashboard = dashboard.press(":citation");
    let screen = dashboard.screen();
    assert!(
        screen.contains("copy a citation of what is selected") && screen.contains(" C ┃"),
        "{screen}"
    );
    assert_snapshot!("commands_80x24", Dashboard::of_report(80, 24).press(":sort").screen());
}
