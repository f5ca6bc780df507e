//! Every command by its name does what its key does.

use indicia::app::env::ThemeName;
use indicia::app::keys::{Action, Panel, Scope};
use indicia::app::overlays::Overlay;
use indicia::app::panels::ColumnId;
use indicia::export::CitationFormat;
use insta::assert_snapshot;

use crate::harness::{Dashboard, SHIPPED};

const START: &str = "jj";

fn listed(dashboard: &Dashboard) -> usize {
    let Some(Overlay::Commands(commands)) = &dashboard.model.overlay else {
        panic!("the list is not open")
    };
    commands.lines.len()
}

#[test]
fn a_command_does_what_its_key_does_wherever_one_is() {
    for panel in 1..=4 {
        let there = || Dashboard::shipped(100, 30).press(START).press(&panel.to_string());
        for at in 0..listed(&there().press(":")) {
            let open = there().press(":").press(&"<down>".repeat(at));
            let Some(Overlay::Commands(commands)) = &open.model.overlay else { unreachable!() };
            let line = commands.lines[at].clone();
            let done = open.press("<enter>");
            if line.keys.is_empty() {
                continue;
            }
            let scope = line.panel.map_or(Scope::Everywhere, Scope::Panel);
            let key = done.model.keymap.keys_of(scope, line.action)[0];
            let mut by_key = there();
            if let Some(other) = line.panel.filter(|other| *other != by_key.model.focus) {
                by_key = by_key.press(&(other.index() + 1).to_string());
            }
            by_key.send(indicia::app::Msg::Key(key));
            assert_eq!(done.effects, by_key.effects, "{:?} from {panel}", line.action);
            assert_eq!(done.screen(), by_key.screen(), "{:?} from {panel}", line.action);
        }
    }
}

#[test]
fn every_action_of_the_panels_is_listed() {
    let dashboard = Dashboard::shipped(100, 30).press(":");
    let Some(Overlay::Commands(commands)) = &dashboard.model.overlay else { unreachable!() };
    let in_panels = |scope| matches!(scope, Scope::Everywhere | Scope::Panel(_));
    for line in dashboard.model.keymap.lines().iter().filter(|line| in_panels(line.scope)) {
        let is_listed = commands.lines.iter().any(|command| command.action == line.action);
        // Whoever reads a list knows these.
        let of_lists = [Action::Commands, Action::Up, Action::Down];
        assert_eq!(is_listed, !of_lists.contains(&line.action), "{line:?}");
    }
}

#[test]
fn what_has_no_key_has_a_name() {
    let done = |typed: &str| Dashboard::shipped(100, 30).press(":").press(typed).press("<enter>");
    let sorted = done("sort age");
    assert_eq!(sorted.model.table.sort.by, Some(ColumnId::Age));
    assert_eq!(sorted.model.focus, Panel::Table);
    assert_eq!(done("theme light").model.theme, ThemeName::Light);
    let cited = done("as bibtex");
    assert_eq!(cited.model.citation, CitationFormat::Bibtex);
    assert_eq!(cited.effects.len(), 1, "and it is copied at once");
}

#[test]
fn nothing_is_done_where_nothing_is_meant() {
    let before = Dashboard::shipped(100, 30).press("jj").screen();
    for typed in [":<esc>", "<ctrl-p><esc>", ":quit<esc>", ":no such thing<enter>"] {
        let after = Dashboard::shipped(100, 30).press("jj").press(typed);
        assert!(after.effects.is_empty());
        assert_eq!(after.press("<esc>").screen(), before, "{typed}");
    }
}

#[test]
fn the_list_shows_the_keys_that_work() {
    let mut dashboard = Dashboard::of(SHIPPED, 80, 24);
    let config = indicia::config::read("[keys]\ncite = \"C\"\n").unwrap();
    dashboard.model.keymap = config.keymap.into();
    let dashboard = dashboard.press(":citation");
    let screen = dashboard.screen();
    assert!(
        screen.contains("copy a citation of what is selected") && screen.contains(" C ┃"),
        "{screen}"
    );
    assert_snapshot!("commands_80x24", Dashboard::shipped(80, 24).press(":sort").screen());
}
