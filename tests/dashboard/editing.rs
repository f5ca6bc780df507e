//! Editing in place: what is typed, checked, written, taken back, and what the file says meanwhile.

use indicia::app::document::Unsaved;
use indicia::app::env::Clock;
use indicia::app::keys::Panel;
use indicia::app::overlays::Overlay;
use indicia::app::{Effect, Msg};
use insta::assert_snapshot;

use crate::harness::{Dashboard, REPORT, loaded};

/// A file with comments, unusual alignment and styles, Windows newlines and no last one.
const KEPT: &str = "[report]\r\ntitle = \"Kept\" # a comment\r\n\r\n[source.bank]\r\ntitle = 'Bank'\r\n\r\n[source.fund]\r\ntitle = \"Fund\"\r\n\r\n# above\r\n[[indicator]]\r\nid     = \"debt\"\r\nlabel  = 'Debt'\r\nunit   = \"USD\"\r\nvalue  = 8_000   # counted\r\nhedge  = \"nearly\"\r\nsource = 'bank'\r\n\r\n[[indicator.series]]\r\npoints = [\r\n  { period = \"2020\", value = 7 }, # first\r\n  { period = \"2021\", value = 7.5, hedge = 'about' },\r\n]\r\n\r\n[[event]]\r\nid = \"treaty\"\r\ntitle = \"Treaty\"\r\ndate = \"2021\"";

/// The kept file with the form over its indicator.
fn form() -> Dashboard {
    opened(Dashboard::of(KEPT, 80, 24), KEPT)
}

fn opened(dashboard: Dashboard, file: &str) -> Dashboard {
    let mut dashboard = dashboard.press("i");
    dashboard.obeyed(file);
    assert!(is_open(&dashboard), "{}", dashboard.screen());
    dashboard
}

fn is_open(dashboard: &Dashboard) -> bool {
    matches!(dashboard.model.overlay, Some(Overlay::Form(_)))
}

/// What the file says after these keys in the form.
fn saved(keys: &str) -> (Dashboard, String) {
    let mut dashboard = form().press(keys);
    let file = dashboard.obeyed(KEPT);
    (dashboard, file)
}

#[test]
fn saving_changes_the_bytes_of_the_value_and_no_others() {
    for (keys, from, to) in [
        ("<ctrl-w>9000<enter>", "8_000   # counted", "9_000   # counted"),
        ("<tab>about<enter>", "hedge  = \"nearly\"", "hedge  = \"about\""),
        ("<tab><tab><tab><tab><tab>fund<enter>", "'bank'", "'fund'"),
        (
            "<tab><tab><tab>2024<enter>",
            "hedge  = \"nearly\"\r\n",
            "hedge  = \"nearly\"\r\nperiod = \"2024\"\r\n",
        ),
        ("<tab><ctrl-a><ctrl-k><enter>", "hedge  = \"nearly\"\r\n", ""),
    ] {
        let (dashboard, file) = saved(keys);
        assert_eq!(file, KEPT.replacen(from, to, 1), "{keys}");
        assert!(!is_open(&dashboard), "{keys}\n{}", dashboard.screen());
    }
}

#[test]
fn digits_stay_as_they_are_written() {
    let seven = KEPT.replacen("8_000   #", "7.0   #", 1);
    let dashboard = opened(Dashboard::of(&seven, 80, 24), &seven);
    assert!(dashboard.screen().contains("7.0"), "{}", dashboard.screen());
    for (typed, written, news) in [
        ("8.50", "8.50   #", "saved · debt: nearly 7.0 → nearly 8.50 USD"),
        ("7", "7   #", "saved · debt: nearly 7.0 → nearly 7 USD"),
    ] {
        let keys = format!("<ctrl-w>{typed}<enter>");
        let mut dashboard = opened(Dashboard::of(&seven, 80, 24), &seven).press(&keys);
        assert_eq!(dashboard.obeyed(&seven), seven.replacen("7.0   #", written, 1));
        assert_eq!(dashboard.news(), [news]);
    }
    let mut cited = Dashboard::of(&seven, 80, 24).press("y");
    let copied = cited
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Copy(copied) if copied.contains("nearly 7.0 USD")));
    assert!(copied, "{:?}", cited.effects);
    cited.obeyed(&seven);
}

#[test]
fn what_was_saved_is_said_in_the_words_of_the_diff() {
    let (dashboard, _) = saved("<ctrl-w>9000<enter>");
    assert_eq!(dashboard.news(), ["saved · debt: nearly 8,000 → nearly 9,000 USD"]);
}

#[test]
fn the_rules_of_the_file_check_as_you_type() {
    for (keys, code) in [
        ("x", "E003"),
        ("<tab>nearyl", "E005"),
        ("<tab><tab><tab>last year", "E008"),
        ("<tab><tab><tab><tab>sure", "E012"),
        ("<tab><tab><tab><tab><tab>bnak", "E016"),
        ("<ctrl-w>", "E004"),
    ] {
        let dashboard = form().press(keys);
        let screen = dashboard.screen();
        assert!(screen.contains(code), "{keys}: {code}\n{screen}");
        // Nothing is saved that would break the file, and nothing typed is lost by trying.
        let mut dashboard = dashboard.press("<enter>");
        assert_eq!(dashboard.obeyed(KEPT), KEPT, "{keys}");
        assert!(is_open(&dashboard) && dashboard.screen().contains("fix this first"));
    }
    // What is only doubtful is said and can be saved.
    let dashboard = form().press("<tab><tab>some 8,000");
    assert!(dashboard.screen().contains("W005"), "{}", dashboard.screen());
}

#[test]
fn what_the_rules_say_names_the_figure_as_the_file_does() {
    let screen = form().screen();
    assert!(screen.contains("W002 'debt' has a source but no place"), "{screen}");
}

#[test]
fn the_bar_is_redrawn_as_you_type() {
    let mut dashboard = Dashboard::of_report(80, 24).select("debt-to-russia").press("i");
    dashboard.obeyed(REPORT);
    assert_snapshot!("form_80x24", dashboard.screen());
    assert_snapshot!("form_styles_80x24", dashboard.styles());
    let dashboard = dashboard.press("<ctrl-w>4<tab>up");
    assert_snapshot!("form_typed_80x24", dashboard.screen());
    let mut dashboard = dashboard.press("<down><enter>");
    dashboard.resize(60, 20);
    assert!(dashboard.screen().contains("up to 4 billion USD"), "{}", dashboard.screen());
    assert_snapshot!("form_60x20", dashboard.screen());
    dashboard.resize(120, 40);
    assert_snapshot!("form_120x40", dashboard.screen());
}

#[test]
fn a_save_that_parts_a_figure_from_its_wording_says_so() {
    let worded = KEPT.replacen("hedge  =", "wording = \"nearly 8,000\"\r\nhedge  =", 1);
    let mut dashboard = opened(Dashboard::of(&worded, 80, 24), &worded).press("9000<enter>");
    dashboard.obeyed(&worded);
    let says = "saved, with 1 warning (w) · debt: nearly 8,000 → nearly 9,000 USD";
    assert_eq!(dashboard.news(), [says]);
}

#[test]
fn what_is_marked_is_replaced_by_typing_and_a_sentence_is_gone_on_with() {
    let first = |keys: &str| saved(keys).1;
    assert_eq!(first("9000<enter>"), KEPT.replacen("8_000", "9_000", 1));
    assert_eq!(
        first("<end>0<enter>"),
        KEPT.replacen("8_000", "8_0000", 1),
        "the arrows go into it"
    );
    assert_eq!(first("<tab><backspace><enter>"), KEPT.replacen("hedge  = \"nearly\"\r\n", "", 1));
    let paged = KEPT.replacen("source =", "locator = \"¶21\"\r\nsource =", 1);
    for (keys, locator) in [("p. 4", "p. 4"), ("<backspace>5", "5"), ("<left>3", "¶231")] {
        let mut dashboard = opened(Dashboard::of(&paged, 80, 24), &paged);
        dashboard = dashboard.press("<tab><tab><tab><tab><tab><tab>").press(keys).press("<enter>");
        assert_eq!(dashboard.obeyed(&paged), paged.replacen("¶21", locator, 1), "{keys}");
    }
    let noted = KEPT.replacen("hedge  =", "note   = \"one\"\r\nhedge  =", 1);
    let mut dashboard = opened(Dashboard::of(&noted, 80, 24), &noted);
    dashboard = dashboard.press("<tab><tab><tab><tab><tab><tab><tab> two<enter>");
    assert_eq!(dashboard.obeyed(&noted), noted.replacen("\"one\"", "\"one two\"", 1));
}

#[test]
fn another_source_reminds_you_of_the_old_locator() {
    let cited = KEPT.replacen("source = 'bank'", "source = 'bank'\r\nlocator = \"p. 4\"", 1);
    let dashboard = opened(Dashboard::of(&cited, 80, 24), &cited);
    let dashboard = dashboard.press("<tab><tab><tab><tab><tab>fund");
    let screen = dashboard.screen();
    assert!(screen.contains("the locator is still that of the source before"), "{screen}");
}

#[test]
fn a_unit_that_changes_under_a_typed_number_is_shown_and_the_user_chooses() {
    let theirs = KEPT.replacen("\"USD\"", "\"million USD\"", 1);
    let mut dashboard = form().press("9000");
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    assert!(dashboard.screen().contains("the unit has been changed"), "{}", dashboard.screen());
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&theirs), theirs.replacen("8_000", "9_000", 1));
    // And no undo puts a number of one unit under another: not even that of a point.
    let (mut dashboard, file) = saved("9000<enter>");
    let theirs = file.replacen("\"USD\"", "\"million USD\"", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
    assert!(dashboard.news()[0].contains("changed since"), "{:?}", dashboard.news());
    let mut dashboard = opened(Dashboard::of(KEPT, 80, 24).press("4hl"), KEPT).press("9<enter>");
    let theirs = dashboard.obeyed(KEPT).replacen("\"USD\"", "\"million USD\"", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
}

#[test]
fn a_field_whose_edit_is_taken_back_follows_the_file_again() {
    let mut dashboard = form().press("<end>5");
    let theirs = KEPT.replacen("\"nearly\"", "\"over\"", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    assert!(dashboard.screen().contains("the file says now: over"), "{}", dashboard.screen());
    let mut dashboard = dashboard.press("<backspace>");
    assert!(dashboard.screen().contains("nothing changed"), "{}", dashboard.screen());
    dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
}

#[test]
fn a_renamed_item_keeps_its_form() {
    let (dashboard, file) = saved("9000<enter>");
    let mut dashboard = opened(dashboard, &file).press("<tab>about");
    let renamed = file.replacen("\"debt\"", "\"debts\"", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&renamed))));
    assert_eq!(dashboard.news(), ["renamed: debt → debts"]);
    let mut dashboard = dashboard.press("<enter>");
    let file = dashboard.obeyed(&renamed);
    assert_eq!(file, renamed.replacen("\"nearly\"", "\"about\"", 1));
    let mut dashboard = dashboard.press("u");
    let file = dashboard.obeyed(&file);
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&file), file, "an edit of before is not undone");
    assert!(dashboard.news()[0].contains("not in the file any more"), "{:?}", dashboard.news());
}

#[test]
fn a_form_does_not_take_another_item_in_the_same_place_for_its_own() {
    let mut dashboard = form().press("<tab><tab><tab><tab><tab><tab><tab>my note");
    let other = KEPT.replacen("\"debt\"", "\"exports\"", 1).replacen("'Debt'", "'Exports'", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&other))));
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&other), other);
    assert!(dashboard.screen().contains("not in the file any more"), "{}", dashboard.screen());
}

#[test]
fn a_refusal_is_forgotten_once_something_else_is_done() {
    let (dashboard, file) = saved("<tab><tab><tab>2024<enter>");
    let mut dashboard = opened(dashboard, &file).press("9000<enter>");
    let file = dashboard.obeyed(&file);
    let theirs = file.replacen("9_000", "9_500", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    dashboard.obeyed(&theirs);
    // They take their change back: the edit is still there to be undone.
    dashboard.send(Msg::Loaded(Box::new(loaded(&file))));
    let mut dashboard = dashboard.press("u");
    let file = dashboard.obeyed(&file);
    assert!(file.contains("8_000"), "{file}");
    // A refused undo does not cost what could be redone.
    let theirs = file.replacen("\"2024\"", "\"2025\"", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
    assert!(dashboard.news()[0].ends_with("there is no other"), "{:?}", dashboard.news());
    dashboard.send(Msg::Loaded(Box::new(loaded(&file))));
    let mut dashboard = dashboard.press("U");
    assert!(dashboard.obeyed(&file).contains("9_000"));
}

#[test]
fn hedges_statuses_and_sources_are_chosen_from_their_tables() {
    let dashboard = form().press("<tab>");
    // The list begins at what stands in the field.
    let screen = dashboard.screen();
    assert!(screen.contains("almost") && screen.contains("more"), "{screen}");
    let dashboard = dashboard.press("most");
    let screen = dashboard.screen();
    assert!(screen.contains("at most") && screen.contains("almost"), "{screen}");
    assert!(!screen.contains("exceeds"), "{screen}");
    let chosen = saved("<tab><down><enter><enter>").1;
    assert_eq!(chosen, KEPT.replacen("nearly", "almost", 1), "the one after what stands there");
    let (_, file) = saved("<tab><tab><tab><tab><tab><down><down><enter><enter>");
    assert_eq!(file, KEPT.replacen("'bank'", "'fund'", 1));
}

#[test]
fn a_unit_is_chosen_and_a_number_that_changed_since_keeps_it() {
    let unit = "<tab><tab><tab><tab><tab><tab><tab><tab>";
    let screen = form().press(unit).screen();
    assert!(
        screen.contains("a place in an order") && screen.contains("so far in 1 figure"),
        "{screen}"
    );
    let (mut dashboard, file) = saved(&format!("{unit}EUR<enter>"));
    assert_eq!(file, KEPT.replacen("\"USD\"", "\"EUR\"", 1));
    let theirs = file.replacen("8_000", "9_000", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&theirs), theirs, "the number was written for the new unit");
}

#[test]
fn an_empty_field_shows_an_example_and_its_list_says_what_each_entry_means() {
    let status = form().press("<tab><tab><tab><tab>").screen();
    for says in ["e.g. estimated, forecast", "e.g. 2024, 2021/2023", "B: Time series break"] {
        assert!(status.contains(says), "{says}\n{status}");
    }
}

#[test]
fn several_statuses_are_typed_with_commas_and_written_as_a_list() {
    let status = "<tab><tab><tab><tab>";
    let written = |file: &str| {
        let line = file.lines().find(|line| line.starts_with("status"));
        line.map(|line| line.trim_end().replace("status = ", ""))
    };
    for (keys, literal) in [
        ("estimated<enter>", Some("\"estimated\"")),
        ("estimated, provisional<enter>", Some("[\"estimated\", \"provisional\"]")),
        ("prov<down><enter><enter>", Some("\"provisional\"")),
        ("estimated, prov<down><enter><enter>", Some("[\"estimated\", \"provisional\"]")),
        ("estimated,<down><enter><enter>", Some("[\"estimated\", \"normal\"]")),
        // A letter finds its word.
        ("e, p<enter>", Some("[\"e\", \"p\"]")),
    ] {
        let (_, file) = saved(&format!("{status}{keys}"));
        let literal = literal.filter(|literal| !literal.contains("normal"));
        assert_eq!(written(&file).as_deref(), literal, "{keys}");
    }
    let list = KEPT.replacen("source = 'bank'", "status = [ 'E', 'P' ]\r\nsource = 'bank'", 1);
    for (keys, literal) in [
        ("", "[ 'E', 'P' ]"),
        ("<end>, B", "[ 'E', 'P', 'B' ]"),
        ("E", "[ 'E' ]"),
        ("<end>, brea<down><enter>", "[ 'E', 'P', 'break' ]"),
    ] {
        let dashboard = opened(Dashboard::of(&list, 80, 24), &list).press(status);
        assert!(dashboard.screen().contains("E, P"), "{}", dashboard.screen());
        let mut dashboard = dashboard.press(keys).press("<enter>");
        let file = dashboard.obeyed(&list);
        assert_eq!(written(&file).as_deref(), Some(literal), "{keys}\n{}", dashboard.screen());
    }
}

#[test]
fn what_the_form_does_not_have_still_limits_the_figure_in_it() {
    let keys = "change = true\r\nbase = \"1990\"\r\ninterval = [7_000, 9_000]\r\nsource = 'bank'";
    let file = KEPT.replacen("hedge  = \"nearly\"\r\nsource = 'bank'", keys, 1);
    let dashboard = opened(Dashboard::of(&file, 80, 24), &file);
    assert!(dashboard.screen().contains("compared with 1990"), "{}", dashboard.screen());
    let dashboard = dashboard.press("9900<enter>");
    assert!(dashboard.screen().contains("E019"), "{}", dashboard.screen());
    assert!(is_open(&dashboard));
}

#[test]
fn esc_asks_before_it_drops_what_was_typed() {
    assert!(!is_open(&form().press("<esc>")), "nothing was typed");
    let dashboard = form().press("1<esc>");
    assert!(dashboard.screen().contains("Esc once more"), "{}", dashboard.screen());
    assert!(!is_open(&dashboard.press("<esc>")));
    // Any other key takes the question back.
    assert!(is_open(&form().press("1<esc>2<esc>")));
    let quits = |keys: &str| form().press(keys).effects.contains(&Effect::Quit);
    assert!(quits("<ctrl-c>") && !quits("1<ctrl-c>") && quits("1<ctrl-c><ctrl-c>"));
}

#[test]
fn letters_are_text_in_a_form_and_pasting_is_one_step() {
    let mut dashboard = form().press("<tab><tab>q?ze1");
    assert!(is_open(&dashboard) && dashboard.effects.is_empty());
    assert!(dashboard.screen().contains("q?ze1"));
    dashboard.send(Msg::Paste("up to\r\n70 %".to_owned()));
    assert!(dashboard.screen().contains("q?ze1up to 70 %"), "{}", dashboard.screen());
    let dashboard = dashboard.press("<ctrl-u>");
    assert!(!dashboard.screen().contains("up to 70"));
    // A field that is marked as a whole is replaced, as by typing; a lone CR is a line break, too.
    let mut dashboard = form().press("<tab>");
    dashboard.send(Msg::Paste("about".to_owned()));
    assert!(dashboard.screen().contains("about 8,000 USD"), "{}", dashboard.screen());
    let mut dashboard = form().press("<tab><tab>");
    dashboard.send(Msg::Paste("one\rtwo".to_owned()));
    assert!(dashboard.screen().contains("one two"), "{}", dashboard.screen());
    // Where no text is typed, pasted text does nothing.
    let mut dashboard = Dashboard::of_report(80, 24);
    dashboard.send(Msg::Paste("qqq".to_owned()));
    assert!(dashboard.effects.is_empty() && dashboard.model.overlay.is_none());
}

#[test]
fn undo_and_redo_reach_over_the_session_and_name_each_step() {
    let (dashboard, file) = saved("<ctrl-w>9000<enter>");
    let mut dashboard = opened(dashboard, &file).press("<tab>about<enter>");
    let file = dashboard.obeyed(&file);
    let mut dashboard = dashboard.press("u");
    let file = dashboard.obeyed(&file);
    assert_eq!(file, KEPT.replacen("8_000", "9_000", 1));
    assert!(
        dashboard.news()[0].starts_with("undone · debt: about 9,000 → nearly"),
        "{:?}",
        dashboard.news()
    );
    let mut dashboard = dashboard.press("u");
    let file = dashboard.obeyed(&file);
    assert_eq!(file, KEPT, "every byte");
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&file), KEPT);
    assert_eq!(dashboard.news()[0], "nothing to undo: no edit was made here");
    let mut dashboard = dashboard.press("U");
    let file = dashboard.obeyed(&file);
    assert!(
        dashboard.news()[0].starts_with("redone · debt: nearly 8,000 → nearly"),
        "{:?}",
        dashboard.news()
    );
    let mut dashboard = dashboard.press("U");
    let file = dashboard.obeyed(&file);
    let both = KEPT.replacen("8_000", "9_000", 1).replacen("\"nearly\"", "\"about\"", 1);
    assert_eq!(file, both);
    assert_eq!(dashboard.press("U").news()[0], "nothing to redo: no edit was undone here");
}

#[test]
fn an_undo_keeps_the_edits_of_others_and_never_overwrites_them() {
    // Another program has changed another place.
    let (mut dashboard, file) = saved("<ctrl-w>9000<enter>");
    let theirs = file.replacen("Treaty", "Treaties", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&theirs), KEPT.replacen("Treaty", "Treaties", 1));
    // Another program has changed the same item.
    let (mut dashboard, file) = saved("<ctrl-w>9000<enter>");
    let theirs = file.replacen("9_000", "9_500", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
    let news = &dashboard.news()[0];
    let says = "not undone: it has been changed since; debt is nearly 9,500 USD now";
    assert!(news.starts_with(says), "{news}");
}

#[test]
fn points_that_an_import_has_added_are_undone_before_older_edits_of_their_figure() {
    let (mut dashboard, file) = saved("<ctrl-w>9000<enter>");
    let theirs = file.replacen(
        "  { period = \"2021\"",
        "  { period = \"2020-06\", value = 7.5 },\r\n  { period = \"2021\"",
        1,
    );
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    let kept = dashboard.obeyed(&theirs);
    assert_eq!(kept, file, "what came last goes first");
    let mut dashboard = dashboard.press("u");
    let start = dashboard.obeyed(&kept);
    assert_eq!(start, KEPT, "then the edit made here");
    let mut dashboard = dashboard.press("U");
    assert_eq!(dashboard.obeyed(&start), kept);
    let mut dashboard = dashboard.press("U");
    assert_eq!(dashboard.obeyed(&kept), theirs, "and it can be put back");
}

#[test]
fn after_a_refused_undo_the_one_before_can_be_undone() {
    let mut dashboard =
        opened(Dashboard::of(KEPT, 80, 24).press("3"), KEPT).press("<ctrl-w>2024<enter>");
    let file = dashboard.obeyed(KEPT);
    let mut dashboard = opened(dashboard.press("1"), &file).press("<ctrl-w>9000<enter>");
    let file = dashboard.obeyed(&file);
    let theirs = file.replacen("9_000", "9_500", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
    assert!(dashboard.news()[0].ends_with("u again goes on to the one before"));
    let mut dashboard = dashboard.press("u");
    let file = dashboard.obeyed(&theirs);
    assert_eq!(file, KEPT.replacen("8_000", "9_500", 1), "the date is back, their value stays");
}

#[test]
fn undo_never_puts_a_number_under_a_hedge_that_another_program_has_written() {
    let (mut dashboard, file) = saved("<ctrl-w>9000<enter>");
    let theirs = file.replacen("\"nearly\"", "\"above\"", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
    let says = "not undone: it has been changed since; debt is above 9,000 USD now";
    assert!(dashboard.news()[0].starts_with(says), "{:?}", dashboard.news());
}

#[test]
fn a_hedge_that_goes_while_a_value_is_typed_is_shown_and_the_user_chooses() {
    let theirs = KEPT.replacen("hedge  = \"nearly\"\r\n", "", 1);
    let mut dashboard = form().press("<ctrl-w>9000");
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let screen = dashboard.screen();
    assert!(screen.contains("nearly 9,000 USD"), "mine is one claim\n{screen}");
    assert!(screen.contains("the file says now: nothing"), "{screen}");
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&theirs), theirs, "not before the choice");
    let mut dashboard = dashboard.press("<enter>");
    let file = dashboard.obeyed(&theirs);
    assert!(file.contains("9_000") && file.contains("hedge  = \"nearly\""), "{file}");
}

/// The kept file with another point in front of the one of 2021.
fn with_point_between(period: &str, value: &str) -> String {
    let between =
        format!("  {{ period = \"{period}\", value = {value} }},\r\n  {{ period = \"2021\"");
    KEPT.replacen("  { period = \"2021\"", &between, 1)
}

#[test]
fn a_point_is_edited_by_its_date_wherever_it_is_moved_to() {
    let newest = || opened(Dashboard::of(KEPT, 80, 24).press("4hl"), KEPT);
    // Another point comes before it while its form is open.
    let theirs = with_point_between("2020-06", "7.5");
    let mut dashboard = newest().press("<ctrl-a><ctrl-k>9");
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("<enter>");
    let file = dashboard.obeyed(&theirs);
    assert_eq!(
        file,
        theirs.replacen("value = 7.5, hedge = 'about'", "value = 9, hedge = 'about'", 1)
    );
    // Another program changes its date: it is another point.
    let mut dashboard = newest().press("<ctrl-a><ctrl-k>9");
    let theirs = KEPT.replacen("2021\", value", "2022\", value", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
    assert!(dashboard.screen().contains("not in the file any more"), "{}", dashboard.screen());
    // Its date is changed here, and back.
    let mut dashboard = newest().press("<tab><tab><tab><ctrl-a><ctrl-k>2022<enter>");
    let file = dashboard.obeyed(KEPT);
    assert!(file.contains("period = \"2022\""), "{file}");
    let mut dashboard = dashboard.press("u");
    let file = dashboard.obeyed(&file);
    assert_eq!(file, KEPT);
    let mut dashboard = dashboard.press("U");
    assert!(dashboard.obeyed(&file).contains("period = \"2022\""));
}

/// The question before an item is added, with a file that can be written.
fn asked(keys: &str) -> Dashboard {
    let mut dashboard = Dashboard::of(KEPT, 80, 24).press(keys);
    dashboard.obeyed(KEPT);
    dashboard
}

#[test]
fn what_would_be_added_is_shown_and_nothing_is_written_unasked() {
    for no in ["<esc>", "q"] {
        let mut dashboard = asked("a");
        let screen = dashboard.screen();
        for says in [
            "Add a figure?",
            "indicators.toml at line 25:",
            "[[indicator]]",
            "id     = \"new-indicator\"",
            "Enter writes it and opens the editor there; Esc writes nothing.",
        ] {
            assert!(screen.contains(says), "{says}\n{screen}");
        }
        dashboard = dashboard.press("xaj1").press(no);
        assert!(dashboard.effects.is_empty() && dashboard.model.overlay.is_none(), "{no}");
        assert_eq!(dashboard.obeyed(KEPT), KEPT);
    }
    let event = asked("3a").screen();
    assert!(event.contains("Add an event?") && event.contains("[[event]]"), "{event}");
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let mut dashboard = Dashboard::of_report(width, height).press("a");
        dashboard.obeyed(REPORT);
        assert_snapshot!(format!("add_{width}x{height}"), dashboard.screen());
    }
}

#[test]
fn the_question_follows_the_file() {
    let asked = || asked("a");
    // The file has the id already, two lines further down.
    let taken = KEPT.replacen("[[event]]", "[[indicator]]\r\nid = \"new-indicator\"\r\nlabel = \"N\"\r\nunit = \"%\"\r\nvalue = 7\r\n\r\n[[event]]", 1);
    let mut dashboard = asked();
    dashboard.send(Msg::Loaded(Box::new(loaded(&taken))));
    let screen = dashboard.screen();
    assert!(screen.contains("line 31:") && screen.contains("new-indicator-2"), "{screen}");
    let file = dashboard.press("<enter>").obeyed(&taken);
    assert!(file.contains("label = \"N\"") && file.contains("\"new-indicator-2\""), "{file}");
    // A file with faults, or none, takes nothing.
    let mut dashboard = asked();
    dashboard.send(Msg::Loaded(Box::new(loaded(&KEPT.replacen("8_000", "8 000", 1)))));
    let dashboard = dashboard.press("<enter>");
    assert!(dashboard.effects.is_empty() && dashboard.screen().contains("the file has faults"));
    let mut dashboard = asked();
    let at = Clock { day: crate::harness::as_of(), hour: 11, minute: 0 };
    dashboard.send(Msg::Unreadable { why: "the file is gone".to_owned(), gone: true, at });
    let dashboard = dashboard.press("<enter>");
    assert!(dashboard.effects.is_empty() && dashboard.screen().contains("the file is gone"));
}

#[test]
fn an_item_that_is_given_its_own_id_in_the_editor_stays_selected() {
    let mut dashboard = asked("a").press("<enter>");
    let file = dashboard.obeyed(KEPT);
    let filled = file.replacen("new-indicator", "exports", 1).replacen("New figure", "Exports", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&filled))));
    assert_eq!(dashboard.selected(), "exports");
}

#[test]
fn what_goes_wrong_with_the_editor_is_said_beside_what_was_written() {
    let mut dashboard = asked("a").press("<enter>");
    let mut file = KEPT.to_owned();
    if let Some(Effect::Save { text, .. }) = dashboard.effects.pop() {
        file = text.to_string();
        dashboard.send(Msg::Saved(Ok(())));
    }
    dashboard.send(Msg::Edited(Err("the editor 'no' was not found".to_owned())));
    dashboard.send(Msg::Loaded(Box::new(loaded(&file))));
    let screen = dashboard.screen();
    assert!(screen.contains("the editor 'no' was not found"), "{screen}");
    assert!(screen.contains("written · added: new-indicator"), "{screen}");
    // It has been read once a key is pressed.
    let screen = dashboard.press("k").screen();
    assert!(!screen.contains("was not found") && screen.contains("added"), "{screen}");
}

#[test]
fn a_form_shows_a_figure_whole_or_not_at_all() {
    let long =
        KEPT.replacen("8_000 ", "12345678 ", 1).replacen("\"nearly\"", "\"no fewer than\"", 1);
    let long = long.replacen(
        "unit   =",
        "status = \"low reliability\"\r\nscale  = [0, 20000000]\r\nunit   =",
        1,
    );
    for width in 40..100 {
        let dashboard = opened(Dashboard::of(&long, width, 24), &long);
        let screen = dashboard.screen();
        let line = screen.lines().nth(1).unwrap();
        let whole = ["12,345,678 USD, low reliability", "too narrow"];
        assert!(whole.iter().any(|w| line.contains(w)), "{width}: {line}");
    }
}

#[test]
fn what_is_typed_is_in_view_at_every_size_that_has_a_form() {
    for (width, height) in [(40, 10), (60, 12), (100, 11), (50, 14)] {
        let mut dashboard = opened(Dashboard::of(KEPT, width, height), KEPT).press("<tab>");
        assert!(dashboard.screen().contains("hedge"), "{}", dashboard.screen());
        dashboard = dashboard.press("xyz");
        assert!(dashboard.screen().contains("xyz"), "{}", dashboard.screen());
        dashboard.send(Msg::Loaded(Box::new(loaded(&KEPT.replacen("\"nearly\"", "\"over\"", 1)))));
        let screen = dashboard.screen();
        assert!(screen.contains("xyz") && screen.contains(": over"), "{screen}");
    }
    let small = Dashboard::of(KEPT, 30, 12).press("i");
    assert!(small.effects.is_empty() && small.screen().contains("40×10"), "{}", small.screen());
}

#[test]
fn a_form_follows_the_file_where_nothing_was_typed() {
    let mut dashboard = form().press("<tab><tab>almost 8,000");
    let theirs = KEPT.replacen("8_000", "8_100", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let screen = dashboard.screen();
    assert!(screen.contains("8_100") && screen.contains("almost 8,000"), "{screen}");
    let mut dashboard = dashboard.press("<enter>");
    let file = dashboard.obeyed(&theirs);
    assert!(file.contains("8_100") && file.contains("wording = \"almost 8,000\""), "{file}");
}

#[test]
fn where_both_changed_the_same_both_are_shown_and_the_user_chooses() {
    let theirs = KEPT.replacen("8_000", "8_100", 1);
    let contested = || {
        let mut dashboard = form().press("<ctrl-w>9000");
        dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
        dashboard
    };
    let mut dashboard = contested();
    assert_snapshot!("contested_80x24", dashboard.screen());
    dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&theirs), theirs, "nothing is written before the choice");
    let mut mine = dashboard.press("<enter>");
    assert_eq!(mine.obeyed(&theirs), KEPT.replacen("8_000", "9_000", 1));
    let mut file = contested().press("<enter><ctrl-t><enter>");
    assert_eq!(file.obeyed(&theirs), theirs);
    assert!(!is_open(&file), "nothing is left to be saved");
}

#[test]
fn a_change_at_the_moment_of_saving_writes_nothing_and_loses_nothing() {
    let theirs = KEPT.replacen("'Debt'", "'Debts'", 1);
    let mut dashboard = form().press("<ctrl-w>9000<enter>");
    assert_eq!(dashboard.obeyed(&theirs), theirs);
    assert!(is_open(&dashboard) && dashboard.screen().contains("at the same moment"));
    // The dashboard learns of it a moment later; then the same key saves.
    dashboard.send(Msg::Loaded(Box::new(loaded(&theirs))));
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&theirs), theirs.replacen("8_000", "9_000", 1));
}

#[test]
fn a_file_that_cannot_be_written_says_so_before_you_type() {
    for key in ["i", "a"] {
        let mut dashboard = Dashboard::of(KEPT, 80, 24).press(key);
        assert_eq!(dashboard.effects, [Effect::CheckWritable]);
        dashboard.send(Msg::MayWrite(Err("'f' is read-only, so nothing is written".to_owned())));
        assert!(dashboard.model.overlay.is_none(), "{key}");
        assert!(dashboard.screen().contains("is read-only"), "{}", dashboard.screen());
    }
    // What fails only in the end is said in the form, which keeps what was typed.
    let mut dashboard = form().press("<ctrl-w>9000<enter>");
    dashboard.send(Msg::Saved(Err(Unsaved::Because("the disk is full".to_owned()))));
    assert!(is_open(&dashboard) && dashboard.screen().contains("the disk is full"));
}

#[test]
fn a_file_with_faults_cannot_be_edited_in_a_form() {
    let mut dashboard = Dashboard::of(KEPT, 80, 24);
    dashboard.send(Msg::Loaded(Box::new(loaded(&KEPT.replacen("8_000", "8,000", 1)))));
    for key in ["i", "a", "u"] {
        let after = Dashboard { effects: Vec::new(), ..dashboard }.press(key);
        assert!(after.effects.is_empty() && !is_open(&after), "{key}");
        assert!(after.news()[1].contains("e fixes"), "{:?}", after.news());
        dashboard = after;
    }
}

#[test]
fn a_file_that_breaks_under_a_form_keeps_what_was_typed() {
    let mut dashboard = form().press("<ctrl-w>9000");
    let broken = KEPT.replacen("8_000", "8_000x", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&broken))));
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&broken), broken);
    assert!(dashboard.screen().contains("what is typed stays here"), "{}", dashboard.screen());
    dashboard.send(Msg::Loaded(Box::new(loaded(KEPT))));
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(KEPT), KEPT.replacen("8_000", "9_000", 1));
}

#[test]
fn an_item_that_goes_while_it_is_edited_leaves_the_form_and_says_so() {
    let mut dashboard = form().press("<ctrl-w>9000");
    let (head, rest) = KEPT.split_once("# above").unwrap();
    let (_, tail) = rest.split_once("[[event]]").unwrap();
    let without = format!("{head}[[event]]{tail}");
    dashboard.send(Msg::Loaded(Box::new(loaded(&without))));
    assert!(is_open(&dashboard) && dashboard.screen().contains("not in the file any more"));
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(&without), without);
    // It comes back, and what was typed is still there.
    dashboard.send(Msg::Loaded(Box::new(loaded(KEPT))));
    let mut dashboard = dashboard.press("<enter>");
    assert_eq!(dashboard.obeyed(KEPT), KEPT.replacen("8_000", "9_000", 1));
}

#[test]
fn the_point_at_the_cursor_and_the_selected_event_have_forms_of_their_own() {
    let dashboard = Dashboard::of(KEPT, 80, 24).press("4h").press("h");
    let mut dashboard = opened(dashboard, KEPT);
    assert!(dashboard.screen().contains("Edit point: Debt, 2020"), "{}", dashboard.screen());
    dashboard = dashboard.press("<ctrl-w>6<enter>");
    let file = dashboard.obeyed(KEPT);
    assert_eq!(file, KEPT.replacen("value = 7 }", "value = 6 }", 1));
    let dashboard = Dashboard::of(KEPT, 80, 24).press("3");
    let mut dashboard = opened(dashboard, KEPT).press("<ctrl-w>2022<enter>");
    assert_eq!(dashboard.obeyed(KEPT), KEPT.replacen("date = \"2021\"", "date = \"2022\"", 1));
}

#[test]
fn e_opens_the_line_of_what_is_selected() {
    let line = |keys: &str| {
        let effects = Dashboard::of(KEPT, 80, 24).press(keys).effects;
        let [Effect::Edit(line)] = effects.as_slice() else { panic!("{effects:?}") };
        KEPT.lines().nth(*line as usize - 1).unwrap()
    };
    assert_eq!(line("e"), "[[indicator]]");
    assert_eq!(line("3e"), "[[event]]");
    assert_eq!(line("E"), "[source.bank]");
    assert_eq!(line("4hhe"), "  { period = \"2020\", value = 7 }, # first");
    assert_eq!(line("4hle"), "  { period = \"2021\", value = 7.5, hedge = 'about' },");
}

#[test]
fn an_item_is_added_where_one_is_and_opened() {
    let mut dashboard = asked("a").press("<enter>");
    let file = dashboard.obeyed(KEPT);
    let [Effect::Edit(line)] = dashboard.effects.as_slice() else { panic!("not opened") };
    assert_eq!(file.lines().nth(*line as usize - 1).unwrap(), "[[indicator]]");
    assert_eq!(loaded(&file).loaded.errors(), 0, "{file}");
    assert_eq!(dashboard.selected(), "new-indicator");
    assert!(file.contains("\r\n") && !file.ends_with('\n'), "{file:?}");
    dashboard.effects.clear();
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&file), KEPT);
    let mut dashboard = asked("3a").press("<enter>");
    let file = dashboard.obeyed(KEPT);
    assert_eq!(loaded(&file).loaded.report.events.len(), 2);
    assert_eq!(dashboard.model.nav.focus, Panel::Timeline);
}

#[test]
fn the_built_in_report_is_copied_before_it_is_edited() {
    use indicia::app::Model;
    use indicia::app::document::Origin;

    for (key, then) in [("e", "editor"), ("i", "form"), ("a", "question")] {
        let mut dashboard = Dashboard::loading(80, 24);
        dashboard.model = Model::new(Origin::BuiltIn, crate::harness::as_of());
        dashboard.resize(80, 24);
        dashboard.send(Msg::Loaded(Box::new(loaded(REPORT))));
        let mut dashboard = dashboard.press(key);
        assert!(matches!(dashboard.model.overlay, Some(Overlay::Confirm(_))), "{then}");
        assert!(dashboard.effects.is_empty(), "nothing is written unasked");
        dashboard = dashboard.press("<enter>");
        assert_eq!(dashboard.effects, [Effect::Create(REPORT.into())]);
        dashboard.send(Msg::Created(Ok("indicators.toml".to_owned())));
        let next = (key, dashboard.effects.last().unwrap());
        assert!(matches!(next, ("e", Effect::Edit(_)) | ("i" | "a", Effect::CheckWritable)));
        dashboard.obeyed(REPORT);
        let asks = matches!(dashboard.model.overlay, Some(Overlay::Confirm(_)));
        assert_eq!(asks, key == "a", "what a key adds is shown before it is written");
        assert_eq!(dashboard.model.doc.origin, Origin::File("indicators.toml".to_owned()));
    }
}

#[test]
fn walking_through_a_form_changes_nothing() {
    let dashboard = Dashboard::of_report(100, 30).press("i");
    let mut dashboard = dashboard;
    dashboard.obeyed(REPORT);
    let walked = dashboard.press("<tab><down><down><tab><down><tab><down><tab><s-tab>");
    let Some(Overlay::Form(form)) = &walked.model.overlay else { panic!("the form is open") };
    assert!(!form.is_changed());
    // Enter takes what is marked, and the line of keys says so.
    let marked = walked.press("<s-tab><s-tab><s-tab><down>");
    assert!(marked.screen().contains("Enter take"), "{}", marked.screen());
}
