//! Keys that the user has changed: they work, the old ones do not, and no text names another.

use std::sync::Arc;

use indicia::app::env::Clock;
use indicia::app::keys::{Action, BINDINGS, Code, Key, Keymap, Scope};
use indicia::app::overlays::Overlay;
use indicia::app::{Effect, Msg};
use indicia::config;

use crate::harness::{Dashboard, REPORT, as_of, loaded};

/// The report with the keys of a configuration.
fn with(config: &str) -> Dashboard {
    let mut dashboard = Dashboard::of_report(80, 24);
    dashboard.model.env.keymap = Arc::new(config::read(config).unwrap().keymap);
    dashboard
}

fn footer(dashboard: &Dashboard) -> String {
    dashboard.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn the_changed_key_works_and_the_old_one_does_not() {
    let config =
        "[keys]\ngo-table = \"t\"\ndown = \"n\"\n[keys.table]\nsort-reverse = \"ctrl-r\"\n";
    let dashboard = with(config).press("2j");
    assert_eq!(dashboard.model.nav.focus, indicia::app::keys::Panel::Gauges);
    let first = with(config).selected().to_owned();
    assert_eq!(dashboard.selected(), first);
    let dashboard = with(config).press("tn");
    assert_eq!(dashboard.model.nav.focus, indicia::app::keys::Panel::Table);
    assert_ne!(dashboard.selected(), first);
    assert!(!with(config).press("tS").model.panels.table.sort.reversed);
    assert!(with(config).press("t<ctrl-r>").model.panels.table.sort.reversed);
}

#[test]
fn help_and_footer_show_the_changed_keys() {
    let config = "[keys]\nquit = [\"x\", \"ctrl-c\"]\nzoom = []\nup = \"ctrl-p\"\ndown = \"ctrl-n\"\n\
                  [keys.help]\nback = \"f10\"\n[keys.form]\nsave = \"ctrl-w\"\n";
    let dashboard = with(config);
    let line = footer(&dashboard);
    assert!(line.contains("x quit") && line.contains("Ctrl-P Ctrl-N move"), "{line}");
    assert!(!line.contains("full screen"), "{line}");
    let dashboard = dashboard.resized(100, 200).press("?");
    let help = dashboard.screen();
    let line = |doc: &str| help.lines().find(|line| line.contains(doc)).unwrap().to_owned();
    assert!(line("this panel over the whole screen").contains("no key"), "{help}");
    assert!(line("  quit").contains("x Ctrl-C"), "{help}");
    assert!(line("close the help").contains("F10 "), "{help}");
    // Half of a key's name would be another key.
    let many = with("[keys]\nundo = [\"ctrl-alt-pgdn\", \"alt-backspace\", \"f9\", \"f10\"]\n");
    let many = many.resized(60, 200).press("?").screen();
    for keys in ["Ctrl-Alt-PgDn  undo the last", "Alt-Backspace  ", "F9 F10  "] {
        assert!(many.contains(keys), "{keys}: {many}");
    }
    // What a form takes for itself is no key of its text field any more.
    assert!(line("delete the word before").contains(" Alt-Backspace"), "{help}");
    assert!(!line("delete the word before").contains("Ctrl-W"), "{help}");
    assert!(footer(&dashboard).contains("F10 close"), "{help}");
}

#[test]
fn a_panel_has_its_own_key_for_what_works_everywhere() {
    let config =
        "[keys.table]\nopen-source = []\nopen-editor = \"o\"\n[keys.gauges]\nzoom = \"Z\"\n";
    let effects = |keys: &str| with(config).press(keys).effects.len();
    assert_eq!((effects("E"), effects("2E")), (1, 0));
    assert_eq!((effects("e"), effects("2e"), effects("2o"), effects("o")), (1, 0, 1, 0));
    assert!(with(config).press("Z").model.nav.zoomed && !with(config).press("z").model.nav.zoomed);
    let help = with(config).resized(100, 200).press("?").screen();
    assert!(help.contains("IN THE GAUGES"), "{help}");
}

/// Another key for every line, no two alike: what a text names can be told from what it should.
fn all_others() -> (Keymap, Vec<(Scope, Action, Key)>) {
    let mut keymap = Keymap::default();
    let mut given = Vec::new();
    // Letters that stand in no text; with Alt they are keys in a form, too.
    for (binding, letter) in BINDINGS.iter().zip('\u{100}'..='\u{17f}') {
        let key = Key { code: Code::Char(letter), ctrl: false, alt: true };
        keymap.set(binding.scope, binding.action, vec![key]);
        given.push((binding.scope, binding.action, key));
    }
    assert_eq!(given.len(), BINDINGS.len(), "more letters are needed");
    (keymap, given)
}

#[test]
fn every_action_goes_with_its_key() {
    let (keymap, given) = all_others();
    for (scope, action, key) in &given {
        assert_eq!(keymap.resolve(&[*scope], *key), Some(*action), "{key}");
    }
}

struct Told(Keymap, Dashboard);

impl Told {
    fn new(dashboard: Dashboard) -> Self {
        let keymap = all_others().0;
        let mut dashboard = dashboard;
        dashboard.model.env.keymap = Arc::new(keymap.clone());
        Self(keymap, dashboard)
    }

    fn key(&self, scope: Scope, action: Action) -> Key {
        *self.0.keys_of(scope, action).first().unwrap()
    }

    fn press(mut self, scope: Scope, action: Action) -> Self {
        let key = self.key(scope, action);
        self.1.send(Msg::Key(key, None));
        self
    }

    /// The screen, which names only keys that there are.
    fn screen(&self) -> String {
        let screen = self.1.screen();
        let words: Vec<&str> = screen.split_whitespace().collect();
        for names in ["Esc", "Enter", "Ctrl-C", "Ctrl-T", "Tab", "↑↓"] {
            assert!(!words.iter().any(|word| word.trim_matches(',') == names), "{names}: {screen}");
        }
        for verb in ["opens", "shows", "fixes", "writes", "saves", "takes", "once", "goes", "which"]
        {
            let pairs = words.iter().zip(words.iter().skip(1));
            for (before, _) in pairs.filter(|(_, word)| **word == verb) {
                assert!(before.len() > 1, "{before} {verb}: {screen}");
            }
        }
        screen
    }

    fn says(&self, scope: Scope, action: Action, does: &str) {
        let screen = self.screen();
        let words =
            screen.replace(['┃', '\n'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = format!("{} {does}", self.key(scope, action));
        assert!(words.contains(&wanted), "{wanted}: {screen}");
    }
}

fn two_changes() -> String {
    let changed = REPORT.replacen("value     = 70", "value     = 60", 1);
    changed.replacen("Crimea annexed", "Crimea taken", 1)
}

fn clock() -> Clock {
    Clock { day: as_of(), hour: 10, minute: 50 }
}

#[test]
fn what_is_said_of_the_file_names_the_changed_keys() {
    use Action::{Changes, Diagnostics, OpenEditor};
    use Scope::Everywhere;
    let broken = REPORT.replacen("value     = 70", "value     = 70%", 1);
    assert_ne!(broken, REPORT);
    let mut told = Told::new(Dashboard::of_report(140, 40));
    told.1.send(Msg::Loaded(Box::new(loaded(&broken))));
    told.says(Everywhere, Diagnostics, "shows");
    told.says(Everywhere, OpenEditor, "fixes");
    told = told.press(Everywhere, Action::EditHere);
    told.says(Everywhere, OpenEditor, "fixes them in the editor");

    let mut told = Told::new(Dashboard::loading(140, 40));
    told.1.send(Msg::Loaded(Box::new(loaded(&broken))));
    told = told.press(Scope::Diagnostics, Action::Back);
    told.says(Everywhere, Diagnostics, "shows");

    let mut told = Told::new(Dashboard::of_report(99, 24));
    told.1.send(Msg::Unreadable { why: "gone".to_owned(), gone: true, at: clock() });
    told.says(Everywhere, OpenEditor, "writes it back");
    told = told.press(Everywhere, OpenEditor);
    told.1.resize(64, 24);
    told.says(Scope::Confirm, Action::Accept, "writes what is shown back");
    told.says(Scope::Confirm, Action::Back, "goes on waiting");
    told = told.press(Scope::Confirm, Action::Accept);
    assert!(matches!(told.1.effects.last(), Some(Effect::Create(_))));

    let mut told = Told::new(Dashboard::of_report(80, 40));
    let changed = two_changes();
    told.1.send(Msg::Loaded(Box::new(loaded(&changed))));
    let key = told.key(Everywhere, Changes);
    let news = told.1.model.news_lines();
    assert!(news[0].notice.short.contains(&key.to_string()), "{news:?}");
    told.screen();
}

#[test]
fn a_form_names_the_changed_keys() {
    use Action::{Back, Down, Quit, Save, TakeTheirs};
    use Scope::{Everywhere, Form};
    let form = || {
        let mut told = Told::new(Dashboard::of_report(80, 40)).press(Everywhere, Action::EditHere);
        told.1.obeyed(REPORT);
        assert!(matches!(told.1.model.overlay, Some(Overlay::Form(_))));
        told.1 = told.1.press("1");
        told
    };
    let told = form().press(Form, Back);
    told.says(Form, Back, "once more drops");
    told.says(Form, Save, "saves");
    let mut told = form();
    // Only a key with Ctrl ends the program from within a form.
    let quit = Key::ctrl('g');
    let mut keymap = told.0.clone();
    keymap.set(Everywhere, Quit, vec![quit]);
    told.1.model.env.keymap = Arc::new(keymap);
    told.1.send(Msg::Key(quit, None));
    assert!(told.1.screen().contains("Ctrl-G once more ends"), "{}", told.1.screen());
    let mut told = form().press(Form, Action::NextField);
    told.1 = told.1.press("up");
    told.says(Form, Down, &format!("and {} choose from the list", told.key(Form, Save)));

    let mut told = form();
    let theirs = REPORT.replacen("value     = 70", "value     = 60", 1);
    told.1.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let told = told.press(Form, Save);
    told.says(Form, Save, "once more writes yours");
    told.says(Form, TakeTheirs, "takes what the file says");
}

#[test]
fn what_no_key_leads_to_is_not_named() {
    let config = "[keys]\nopen-editor = []\nshow-faults = []\nshow-changes = []\n";
    let mut dashboard = with(config).resized(140, 40);
    let broken = REPORT.replacen("value     = 70", "value     = 70%", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&broken))));
    let news = dashboard.model.news_lines();
    for form in news.iter().flat_map(|line| [&line.notice.long, &line.notice.short]) {
        assert!(form.ends_with(|c: char| c.is_ascii_digit() || c == ')'), "{form}");
    }
    let mut dashboard = with(config);
    let changed = two_changes();
    dashboard.send(Msg::Loaded(Box::new(loaded(&changed))));
    for form in
        dashboard.model.news_lines().iter().flat_map(|line| [&line.notice.long, &line.notice.short])
    {
        assert!(!form.contains('D') && !form.trim_end().ends_with([':', '·']), "{form}");
    }
}
