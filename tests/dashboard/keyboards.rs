//! Keyboards of the world: what a key does in a layout without Latin letters, what is no key, and
//! text that arrives at once.

use std::sync::Arc;

use indicia::app::keys::{Code, Key, Keymap, Panel, Scope};
use indicia::app::overlays::Overlay;
use indicia::app::{Effect, Msg};
use indicia::config;
use proptest::prelude::*;

use crate::harness::{Dashboard, REPORT};

fn report() -> Dashboard {
    Dashboard::of_report(80, 24)
}

fn form() -> Dashboard {
    let mut dashboard = report().press("i");
    dashboard.obeyed(REPORT);
    assert!(matches!(dashboard.model.overlay, Some(Overlay::Form(_))));
    dashboard
}

fn alt_gr(c: char) -> Key {
    Key { alt: true, ..Key::ctrl(c) }
}

#[test]
fn a_letter_does_what_the_key_at_its_place_does() {
    for (typed, same) in [
        ("о", "j"),
        ("о.", "j/"),
        ("о.вуие", "j/вуие"),
        ("Жвуи", ":вуи"),
        ("2ыЫ", "2sS"),
        ("ш", "i"),
        ("ξ3", "j3"),
        ("חח", "jj"),
        ("؟", "?"),
        ("ჯ", "j"),
        ("ｊ／ａ", "j/ａ"),
        // In a list without a text field.
        ("?оо", "?jj"),
        ("?й", "?q"),
        ("２", "2"),
    ] {
        let (own, us) = (report().press(typed), report().press(same));
        assert_eq!(own.effects, us.effects, "{typed}");
        assert_eq!(own.screen(), us.screen(), "{typed}");
    }
    assert_eq!(report().press("й").effects, [Effect::Quit]);
}

#[test]
fn ctrl_with_such_a_letter_is_ctrl_with_the_key_at_its_place() {
    for open in ["", "?", "/", ":", "f"] {
        assert_eq!(report().press(open).press("<ctrl-с>").effects, [Effect::Quit], "{open}");
        assert_eq!(report().press(open).press("<ctrl-C>").effects, [Effect::Quit], "{open}");
    }
    // Also the keys of a text field: delete the word before, save.
    let dashboard = form().press("1<ctrl-ц>3<ctrl-ы>");
    let Some(Effect::Save { text, .. }) = dashboard.effects.last() else {
        panic!("{}", dashboard.screen());
    };
    assert!(text.contains("value     = 3\n"), "{text}");
}

#[test]
fn in_a_text_field_every_letter_is_text() {
    let dashboard = report().press("/йо.ж");
    let Some(Overlay::Find(find)) = &dashboard.model.overlay else { panic!() };
    assert_eq!(find.field.text(), "йо.ж");
    assert!(dashboard.effects.is_empty());
}

#[test]
fn the_terminal_and_the_locale_know_the_layout_better_than_the_letter() {
    // Bulgarian: 'т' is on the key J, which is N in the Russian layout.
    let down = report().press("j");
    let mut told = report();
    told.send(Msg::Key(Key::char('т'), Some('j')));
    assert_eq!(told.screen(), down.screen());
    let mut bulgarian = report();
    bulgarian.model.env.keyboard.language = "bg".to_owned();
    assert_eq!(bulgarian.press("т").screen(), down.screen());
    // A Latin letter is what is printed on it: this one is no key, wherever it is.
    let mut dvorak = report();
    dvorak.send(Msg::Key(Key::char('x'), Some('q')));
    assert!(dvorak.effects.is_empty());
}

#[test]
fn a_key_that_the_user_has_set_goes_before_the_layout() {
    let mut dashboard = report();
    let config = "[keys]\ngo-table = \"й\"\n";
    dashboard.model.env.keymap = Arc::new(config::read(config).unwrap().keymap);
    let dashboard = dashboard.press("й");
    assert!(dashboard.effects.is_empty());
    assert_eq!(dashboard.model.nav.focus, Panel::Table);
}

#[test]
fn what_is_no_key_is_said_once() {
    for (keys, says) in [
        ("x", "'x' is not a key here: ? lists the keys"),
        ("ж", "'ж' is not a key here: ? lists the keys"),
        (".", "'.' is not a key here: ? lists the keys"),
        ("日", "'日' is not a key here: ? lists the keys"),
        ("<ctrl-x>", "'Ctrl-X' is not a key here: ? lists the keys"),
        ("w]", "']' is not a key here"),
        ("/<ctrl-g>", "'Ctrl-G' is not a key here"),
    ] {
        let dashboard = report().press(keys);
        assert_eq!(dashboard.news(), [says], "{keys}");
        assert!(dashboard.screen().contains(says), "{}", dashboard.screen());
        // The next key clears it, and no other says it again.
        let dashboard = dashboard.press("<up><ctrl-x>");
        assert!(dashboard.news().is_empty(), "{keys}: {:?}", dashboard.news());
    }
    // What means something, but can do nothing now, is a key.
    assert!(report().press("F<esc>n").news().iter().all(|line| !line.contains("no key")));
    let mut without = report();
    let mut keymap = Keymap::default();
    keymap.set(Scope::Everywhere, indicia::app::keys::Action::Help, vec![]);
    without.model.env.keymap = Arc::new(keymap);
    assert_eq!(without.press("x").news(), ["'x' is not a key here"]);
}

#[test]
fn alt_gr_types_into_fields_and_does_elsewhere_what_the_character_does() {
    let mut dashboard = report().press("/");
    for c in ['@', '€', '\\', 'ą'] {
        dashboard.send(Msg::Key(alt_gr(c), None));
    }
    let Some(Overlay::Find(find)) = &dashboard.model.overlay else { panic!() };
    assert_eq!(find.field.text(), "@€\\ą");
    let mut dashboard = report();
    dashboard.send(Msg::Key(alt_gr('/'), None));
    assert!(matches!(dashboard.model.overlay, Some(Overlay::Find(_))));
    let mut dashboard = report();
    dashboard.send(Msg::Key(alt_gr('q'), None));
    assert!(dashboard.effects.is_empty());
    // A marked text is replaced, as by any other.
    let mut dashboard = form();
    dashboard.send(Msg::Key(alt_gr('~'), None));
    let Some(Overlay::Form(form)) = &dashboard.model.overlay else { panic!() };
    assert_eq!(form.field().unwrap().input.text(), "~");
}

#[test]
fn pasted_text_outside_a_field_runs_nothing_and_says_so() {
    let burst = "about 12 percent of exports";
    for (keys, says) in [
        ("", "27 characters arrived at once, as from a paste: nothing was run · / finds"),
        ("2z", "27 characters arrived at once, as from a paste: nothing was run · / finds"),
        ("w", "27 characters arrived at once, as from a paste: nothing was run"),
        ("?", "27 characters arrived at once, as from a paste: nothing was run"),
        ("D", "27 characters arrived at once, as from a paste: nothing was run"),
        ("o", "27 characters arrived at once, as from a paste: nothing was run"),
    ] {
        let mut dashboard = report().press(keys);
        let before = (dashboard.effects.len(), dashboard.selected().to_owned());
        dashboard.send(Msg::Paste(burst.to_owned()));
        assert_eq!(dashboard.news(), [says], "{keys}");
        assert_eq!((dashboard.effects.len(), dashboard.selected().to_owned()), before);
        let after = report().press(keys).model.overlay.is_some();
        assert_eq!(dashboard.model.overlay.is_some(), after, "{keys}");
    }
    let mut narrow = report().resized(60, 20);
    narrow.send(Msg::Paste(burst.to_owned()));
    assert!(narrow.screen().contains("taken for a paste: nothing was run"), "{}", narrow.screen());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_paste_closes_or_saves_a_form(
        text in "(\r|\n|\t|\u{1b}|\u{3}|\u{1a}|.){0,40}",
        field in 0..9usize,
    ) {
        let mut dashboard = form().press(&"<tab>".repeat(field));
        dashboard.send(Msg::Paste(text.clone()));
        prop_assert!(dashboard.effects.is_empty());
        let Some(Overlay::Form(form)) = &dashboard.model.overlay else { panic!("closed") };
        prop_assert_eq!(form.at, field);
        prop_assert!(!form.field().unwrap().input.line().contains(['\r', '\n', '\t']));
    }
}

#[test]
fn a_key_that_is_no_letter_and_means_nothing_is_silent() {
    let mut dashboard = report();
    dashboard.send(Msg::Key(Key::plain(Code::F(12)), None));
    dashboard.send(Msg::Key(Key::plain(Code::Insert), None));
    assert!(dashboard.news().is_empty());
}
