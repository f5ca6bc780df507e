//! The dashboard follows its file: what stays, what is said, and what is shown when the file is
//! broken or gone.

use indicia::app::document::{Committed, FileStatus, Origin, Snapshot, Tone};
use indicia::app::env::Clock;
use indicia::app::keys::Panel;
use indicia::app::nav::Subject;
use indicia::app::overlays::Overlay;
use indicia::app::panels::{ChartPoint, Cursor};
use indicia::app::{Effect, Msg};
use indicia::report::Day;
use insta::assert_snapshot;

use crate::harness::{Dashboard, REPORT, as_of, loaded};

/// The report with some replacements.
fn changed(replacements: &[(&str, &str)]) -> String {
    let mut text = REPORT.to_owned();
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

/// A file whose items name no other.
const SMALL: &str = r#"
[report]
title = "Small"
[[indicator]]
id = "first"
label = "First"
unit = "%"
value = 10
hedge = "about"
[[indicator]]
id = "second"
label = "Second"
unit = "%"
value = 20
hedge = "up to"
[[indicator]]
id = "third"
label = "Third"
unit = "%"
value = 30
[[event]]
id = "early"
title = "Early"
date = "2020"
[[event]]
id = "middle"
title = "Middle"
date = "2021"
[[event]]
id = "late"
title = "Late"
date = "2022"
"#;

/// The small file without an item.
fn without(id: &str) -> String {
    let items = SMALL.split("\n[[").filter(|item| !item.contains(&format!("id = \"{id}\"")));
    items.collect::<Vec<_>>().join("\n[[")
}

impl Dashboard {
    /// The file is saved with this text at some minute past ten.
    pub fn saves(&mut self, text: &str, minute: u8) {
        let at = Clock { day: as_of(), hour: 10, minute };
        self.send(Msg::Loaded(Box::new(Snapshot::new(text, as_of(), at))));
    }

    fn loses_file(&mut self, minute: u8) {
        let why = "there is no file 'indicators.toml' any more".to_owned();
        self.send(Msg::Unreadable {
            why,
            gone: true,
            at: Clock { day: as_of(), hour: 10, minute },
        });
    }

    /// The long text of each line of news.
    pub fn news(&self) -> Vec<String> {
        let lines = self.model.news_lines().into_iter();
        lines.map(|line| line.notice.long).collect()
    }
}

const NEARLY_8: &str = "value     = 8\nhedge     = \"nearly\"";

#[test]
fn a_save_is_told_in_the_words_of_the_diff_and_marked_until_the_next_one() {
    let mut dashboard = Dashboard::of_report(120, 40);
    dashboard.saves(&changed(&[(NEARLY_8, "value     = 7.6\nhedge     = \"nearly\"")]), 43);
    assert_eq!(dashboard.news(), ["debt-to-russia: nearly 8 → nearly 7.6 billion USD"]);
    assert!(dashboard.screen().contains("no date ~"), "{}", dashboard.screen());
    let debt = dashboard.model.doc.report.find("debt-to-russia").unwrap();
    assert!(dashboard.model.news.has(debt));
    // The next change takes its place.
    dashboard.saves(&changed(&[]), 44);
    assert_eq!(dashboard.news(), ["debt-to-russia: nearly 7.6 → nearly 8 billion USD"]);
    let dashboard = dashboard.press("<esc>");
    assert_eq!(dashboard.news(), [""; 0]);
    assert!(!dashboard.model.news.has(debt));
}

#[test]
fn a_lost_hedge_is_trouble_and_several_changes_are_listed() {
    let mut dashboard = Dashboard::of_report(120, 40);
    let text =
        changed(&[("hedge     = \"up to\"\n", ""), ("title = \"Economy\"", "title = \"Money\"")]);
    dashboard.saves(&text, 43);
    let line = dashboard.model.news_lines().remove(0);
    assert_eq!(line.tone, Tone::Trouble);
    assert!(
        line.notice.long.starts_with("hedge lost: export-share-russia: up to 70 → 70 %"),
        "{line:?}"
    );
    assert_eq!(line.notice.short, "hedge lost: export-share-russia and 1 more · D");
    let list = dashboard.press("D");
    let list = list.resized(80, 24);
    assert_snapshot!("changes_80x24", list.screen());
    assert!(list_closes(list));
}

#[test]
fn the_list_of_changes_can_compare_with_the_last_commit() {
    let committed = |text: &str| {
        let commit = Committed::new("1a2b of 2026-11-20: Begin".to_owned(), text, as_of());
        Msg::Committed(Ok(Box::new(commit)))
    };
    let text = changed(&[("hedge     = \"up to\"\n", "")]);
    let mut dashboard = Dashboard::of(&text, 120, 40).press("D");
    assert!(dashboard.screen().contains("No change of the file has been seen here yet."));
    dashboard = dashboard.press("D");
    assert_eq!(dashboard.effects, [Effect::ReadCommit(as_of())]);
    assert!(dashboard.screen().contains("It is being read"));
    dashboard.send(committed(REPORT));
    let screen = dashboard.screen();
    for says in [
        "New since the last commit, 1a2b of 2026-11-20: Begin",
        "· hedge lost: export-share-russia: up to 70 → 70 %",
        "D last change",
    ] {
        assert!(screen.contains(says), "{says}\n{screen}");
    }
    // A save is compared at once, and a fault on one side is no removal.
    dashboard.saves(REPORT, 43);
    assert!(dashboard.screen().contains("Nothing: the file says the same."));
    let mut dashboard = dashboard.press("DD");
    dashboard.send(committed(&REPORT.replacen("value", "valeu", 1)));
    assert!(dashboard.screen().contains("Nothing: the file says the same."));
    // Why it cannot be read; an answer that comes too late is dropped.
    let mut dashboard = dashboard.press("DD");
    dashboard.send(Msg::Committed(Err("'a' is in no git repository".to_owned())));
    assert!(dashboard.screen().contains("'a' is in no git repository"));
    let mut dashboard = dashboard.press("D");
    dashboard.send(committed(&text));
    assert!(dashboard.screen().contains("What the last change of the file was"));
    let mut dashboard = dashboard.press("<esc>");
    dashboard.send(committed(&text));
    assert!(dashboard.model.overlay.is_none());
    // Standard input has no commits.
    dashboard.model.doc.origin = Origin::StandardInput;
    assert!(dashboard.press("DD").screen().contains("only a file of yours has commits"));
}

fn list_closes(dashboard: Dashboard) -> bool {
    dashboard.press("<esc>").model.overlay.is_none()
}

#[test]
fn selection_sort_zoom_and_scroll_stay_when_items_are_added() {
    let mut dashboard = Dashboard::of_report(100, 30).select("oppose-troops");
    dashboard = dashboard.press("2sss13+++4<pgdn>h");
    let before = dashboard.model.clone();
    let text = changed(&[(
        "# Economy: trade",
        "[[indicator]]\nid = \"new\"\nlabel = \"New\"\ngroup = \"economy\"\nunit = \"%\"\nvalue = 5\n\n# Economy: trade",
    )]);
    dashboard.saves(&text, 43);
    let after = &dashboard.model;
    assert_eq!(dashboard.selected(), "oppose-troops");
    assert_eq!(after.nav.focus, Panel::Detail);
    assert_eq!(after.panels.table.sort, before.panels.table.sort);
    assert_eq!(after.panels.timeline.span, before.panels.timeline.span);
    assert_eq!(
        after.panels.detail.offset, before.panels.detail.offset,
        "the detail stays where it is scrolled to"
    );
    assert_eq!(
        after.panels.detail.cursor, before.panels.detail.cursor,
        "the cursor stays on its point"
    );
    // The row of the selected figure stays in view: what is above it moved out of view instead.
    assert!(after.panels.gauges.offset > before.panels.gauges.offset);
    assert!(dashboard.screen().contains("›Oppose sen"), "{}", dashboard.screen());
}

#[test]
fn the_cursor_stays_on_its_point_when_another_comes_before_it() {
    let mut dashboard = Dashboard::of_report(120, 40).select("export-share-russia").press("4hhhh");
    // Out of view the first press only brings the chart there.
    let Some(Cursor::Point(at)) = dashboard.model.panels.detail.cursor else { panic!("no point") };
    let first = REPORT.find("points = [").unwrap() + "points = [".len();
    let (head, tail) = REPORT.split_at(first);
    dashboard.saves(&format!("{head}\n  {{ period = \"1991\", value = 1 }},{tail}"), 43);
    let moved = ChartPoint { point: at.point + 1, ..at };
    assert_eq!(dashboard.model.panels.detail.cursor, Some(Cursor::Point(moved)));
}

#[test]
fn a_selected_item_that_goes_leaves_its_neighbour_and_is_selected_again_when_it_comes_back() {
    let mut dashboard = Dashboard::of(SMALL, 120, 40).select("second");
    dashboard.saves(&without("second"), 43);
    assert_eq!(dashboard.selected(), "third");
    let says = "second is gone, now on third · removed: second (up to 20 %)";
    assert_eq!(dashboard.news(), [says]);
    dashboard.saves(SMALL, 44);
    assert_eq!(dashboard.selected(), "second");
    assert_eq!(dashboard.news(), ["added: second (up to 20 %)"]);
    // A user who has moved on meanwhile stays there.
    dashboard.saves(&without("second"), 45);
    let mut dashboard = dashboard.press("k");
    dashboard.saves(SMALL, 46);
    assert_eq!(dashboard.selected(), "first");
    // Without a neighbour below it is the one above, and of nothing nothing is left.
    let mut dashboard = Dashboard::of(SMALL, 120, 40).select("third");
    dashboard.saves(&without("third"), 47);
    assert_eq!(dashboard.selected(), "second");
    dashboard.saves("[report]\ntitle = \"Small\"\n", 48);
    assert_eq!(dashboard.model.nav.selection.indicator, None);
    dashboard.saves(SMALL, 49);
    assert_eq!(dashboard.selected(), "third", "the first that was gone");
}

#[test]
fn an_event_that_goes_leaves_the_nearest_one() {
    let id = |dashboard: &Dashboard| match dashboard.model.subject() {
        Subject::Event(event) => event.id.to_string(),
        _ => panic!("no event"),
    };
    let mut dashboard = Dashboard::of(SMALL, 120, 40).press("3j");
    assert_eq!(id(&dashboard), "middle");
    dashboard.saves(&without("middle"), 43);
    assert_eq!(id(&dashboard), "late");
    assert!(dashboard.news()[0].starts_with("middle is gone, now on late"));
    dashboard.saves(SMALL, 44);
    assert_eq!(id(&dashboard), "middle");
}

#[test]
fn a_broken_file_leaves_the_last_good_view_under_an_unmissable_note() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let mut dashboard = Dashboard::of_report(width, height);
        let whole = dashboard.screen();
        dashboard.saves(&changed(&[("value     = 8\n", "value     = 8 billion\n")]), 50);
        dashboard.saves(&changed(&[("value     = 8\n", "value     = 8 bill\n")]), 51);
        assert!(
            matches!(dashboard.model.doc.status, FileStatus::Broken { since, .. } if since.minute == 50)
        );
        assert_eq!(dashboard.model.doc.report.indicators.len(), 15);
        assert_snapshot!(format!("broken_{width}x{height}"), dashboard.screen());
        assert!(dashboard.styles().contains("reversed"));
        // Once it is whole again, nothing is left of it but a word.
        dashboard.saves(REPORT, 52);
        assert!(matches!(dashboard.model.doc.status, FileStatus::Current));
        assert_eq!(dashboard.news(), ["the file is whole again, and as it is shown here"]);
        assert_eq!(dashboard.press("<esc>").screen(), whole);
    }
}

#[test]
fn the_faults_of_a_broken_file_are_listed_with_its_lines_and_open_the_editor() {
    let mut dashboard = Dashboard::of_report(80, 24);
    let text = changed(&[
        ("value     = 8\n", "value     = 8 billion\n"),
        ("hedge     = \"up to\"", "hedge     = \"upto\""),
    ]);
    dashboard.saves(&text, 50);
    let dashboard = dashboard.press("w");
    assert_snapshot!("diagnostics_80x24", dashboard.screen());
    let line = |n: usize, what: &str| {
        let line = text.lines().nth(n - 1).unwrap();
        assert!(line.contains(what), "{line}");
    };
    let effects = dashboard.press("e<down>").press("<enter>").effects;
    let lines: Vec<u32> = effects.iter().map(edited_line).collect();
    // What is not TOML comes first: other faults may follow from it.
    line(lines[0] as usize, "8 billion");
    assert_ne!(lines[0], lines[1]);
}

fn edited_line(effect: &Effect) -> u32 {
    match effect {
        Effect::Edit(line) => *line,
        other => panic!("{other:?}"),
    }
}

#[test]
fn in_a_broken_file_e_opens_the_first_fault() {
    let mut dashboard = Dashboard::of_report(80, 24).select("oppose-troops");
    let text = changed(&[("value     = 8\n", "value     = 8 billion\n")]);
    dashboard.saves(&text, 50);
    let dashboard = dashboard.press("e");
    let line = edited_line(&dashboard.effects[0]) as usize;
    assert!(text.lines().nth(line - 1).unwrap().contains("8 billion"));
}

#[test]
fn starting_on_a_broken_file_shows_its_faults_and_waits_for_the_mend() {
    let broken = changed(&[("value     = 8\n", "value     = 8 billion\n")]);
    let mut dashboard = Dashboard::of(&broken, 80, 24);
    assert!(matches!(&dashboard.model.overlay, Some(Overlay::Diagnostics(list)) if list.waits));
    dashboard.saves(REPORT, 44);
    assert!(dashboard.model.overlay.is_none(), "fixed, the list goes by itself");
    assert_eq!(dashboard.model.doc.report.indicators.len(), 15);
    // A list that the user has opened stays.
    let mut dashboard = dashboard.press("w");
    dashboard.saves(&broken, 45);
    dashboard.saves(REPORT, 46);
    assert!(dashboard.model.overlay.is_some());
    // What is sound of a file that was broken from the beginning follows it all the same.
    let mut dashboard = Dashboard::of(&broken, 80, 24).press("<esc>");
    dashboard.saves(&broken.replace("value     = 70", "value     = 60"), 47);
    assert!(dashboard.screen().contains("up to 60 %"), "{}", dashboard.screen());
    assert!(dashboard.screen().contains("1 fault in the file"), "{}", dashboard.screen());
}

#[test]
fn a_file_that_is_gone_is_waited_for_and_can_be_written_back() {
    let mut dashboard = Dashboard::of_report(80, 24);
    dashboard.loses_file(55);
    assert_snapshot!("gone_80x24", dashboard.screen());
    let offered = dashboard.press("e");
    assert_snapshot!("write_back_80x24", offered.screen());
    let mut offered = offered.press("<enter>");
    assert_eq!(offered.effects, [Effect::Create(REPORT.into())]);
    offered.send(Msg::Created(Ok("indicators.toml".to_owned())));
    assert!(matches!(offered.effects.last(), Some(Effect::Edit(_))));
    assert!(matches!(offered.model.doc.status, FileStatus::Current));
    // Another program may have brought it back.
    let mut dashboard = Dashboard::of_report(80, 24);
    dashboard.loses_file(55);
    dashboard.saves(REPORT, 56);
    assert!(matches!(dashboard.model.doc.status, FileStatus::Current));
}

#[test]
fn a_terminal_too_low_for_news_still_says_that_it_is_stale() {
    let mut dashboard = Dashboard::of_report(60, 5);
    dashboard.saves(&changed(&[("value     = 8\n", "value     = 8 billion\n")]), 50);
    assert!(dashboard.screen().contains("broken since 10:50"), "{}", dashboard.screen());
}

#[test]
fn a_save_that_changes_nothing_that_is_shown_leaves_the_news_alone() {
    let mut dashboard = Dashboard::of_report(120, 40);
    let lost = changed(&[("hedge     = \"up to\"\n", "")]);
    dashboard.saves(&lost, 43);
    let before = dashboard.news();
    dashboard.saves(&format!("{lost}# a comment\n"), 44);
    assert_eq!(dashboard.news(), before);
    assert!(dashboard.press("D").screen().contains("hedge lost"));
}

#[test]
fn the_list_of_changes_can_be_read_to_its_end() {
    let longer = |n: usize| {
        let ids = 0..n;
        let items = ids.map(|n| {
            let words = format!("about {n} of all {}", "and more words ".repeat(9));
            format!("[[indicator]]\nid = \"i-{n}\"\nlabel = \"L\"\nunit = \"%\"\nvalue = {n}\nhedge = \"about\"\nwording = \"{words}\"\n")
        });
        format!("[report]\ntitle = \"T\"\n{}", items.collect::<String>())
    };
    let old = longer(9);
    let mut dashboard = Dashboard::of(&old, 60, 20);
    dashboard.saves(&old.replace("more words", "other words"), 43);
    let dashboard = dashboard.press("DG");
    let screen = dashboard.screen();
    assert!(screen.contains("i-8: worded"), "{screen}");
    let border = screen.lines().find(|line| line.starts_with('┗')).unwrap();
    assert!(!border.contains('·'), "{border}");
}

#[test]
fn what_a_fault_has_taken_out_is_not_told_as_removed() {
    // From the beginning one of the three is broken.
    let broken = SMALL.replacen("value = 20", "value = 2O", 1);
    let mut dashboard = Dashboard::of(&broken, 80, 24).press("<esc>j");
    assert_eq!(dashboard.selected(), "third");
    dashboard.saves(&broken.replacen("value = 30", "value = 3O", 1), 43);
    assert_eq!(dashboard.selected(), "third");
    assert!(dashboard.news()[0].contains("broken since 10:43"), "{:?}", dashboard.news());
    dashboard.saves("nothing that is TOML", 44);
    assert_eq!(dashboard.model.doc.report.indicators.len(), 2);
    assert!(dashboard.news()[0].contains("broken since 10:43"), "{:?}", dashboard.news());
    dashboard.saves(SMALL, 45);
    assert_eq!(dashboard.model.doc.report.indicators.len(), 3);
    assert_eq!(dashboard.news(), ["the file is whole: nothing is left out any more"]);
}

#[test]
fn a_mend_hides_no_hedge_that_is_lost_by_the_same_save() {
    let broken = SMALL.replacen("value = 30", "value = 3O", 1);
    let mut dashboard = Dashboard::of(&broken, 120, 40).press("<esc>");
    dashboard.saves(&SMALL.replacen("hedge = \"up to\"\n", "", 1), 43);
    assert_eq!(dashboard.news(), ["the file is whole · hedge lost: second: up to 20 → 20 %"]);
}

#[test]
fn a_lost_hedge_is_said_in_the_narrowest_line() {
    let lost = changed(&[("hedge     = \"up to\"\n", "")]);
    for width in 24..60 {
        let mut dashboard = Dashboard::of_report(width, 24);
        dashboard.saves(&lost, 43);
        let screen = dashboard.screen();
        assert!(screen.contains("hedge lost"), "{screen}");
    }
}

#[test]
fn no_two_sentences_about_the_file_contradict_each_other() {
    let broken = changed(&[("value     = 8\n", "value     = 8 billion\n")]);
    let mut dashboard = Dashboard::of_report(120, 40);
    dashboard.saves(&broken, 50);
    let mut dashboard = dashboard.press("i");
    assert_eq!(dashboard.news().len(), 2, "{:?}", dashboard.news());
    dashboard.saves(REPORT, 51);
    assert_eq!(dashboard.news(), ["the file is whole again, and as it is shown here"]);
    dashboard.saves(&broken, 52);
    assert_eq!(dashboard.news().len(), 1, "{:?}", dashboard.news());
    dashboard.saves(REPORT, 53);
    dashboard.loses_file(54);
    assert_eq!(dashboard.news().len(), 1, "{:?}", dashboard.news());
}

#[test]
fn the_first_text_of_a_file_that_had_none_is_no_change() {
    let mut dashboard = Dashboard::loading(80, 24);
    let why = "'indicators.toml' is empty: write [report]".to_owned();
    let at = Clock { day: as_of(), hour: 10, minute: 40 };
    dashboard.send(Msg::Unreadable { why, gone: false, at });
    assert!(dashboard.screen().contains("is empty"), "{}", dashboard.screen());
    dashboard.saves(SMALL, 43);
    assert_eq!(dashboard.news(), [""; 0]);
    assert!(!dashboard.model.news.has_indicators());
}

#[test]
fn the_time_of_trouble_is_that_of_its_start_and_offers_close_when_the_file_is_back() {
    let broken = SMALL.replacen("value = 20", "value = 2O", 1);
    let mut dashboard = Dashboard::of(SMALL, 80, 24);
    dashboard.saves(&broken, 49);
    dashboard.loses_file(50);
    dashboard.saves(&broken, 51);
    assert!(dashboard.news()[0].contains("since 10:49"), "{:?}", dashboard.news());
    dashboard.loses_file(52);
    let mut dashboard = dashboard.press("i");
    assert!(matches!(dashboard.model.overlay, Some(Overlay::Confirm(_))));
    dashboard.saves(SMALL, 53);
    assert!(dashboard.model.overlay.is_none());
    // Broken from the beginning, gone and back, it is still broken.
    let mut dashboard = Dashboard::of(&broken, 80, 24).press("<esc>");
    dashboard.loses_file(50);
    dashboard.saves(&broken, 51);
    assert!(!dashboard.news().join("\n").contains("whole again"), "{:?}", dashboard.news());
}

#[test]
fn in_ascii_a_change_has_an_arrow_and_not_the_name_of_a_key() {
    let mut dashboard = Dashboard::of_report(120, 40).ascii();
    dashboard.saves(&changed(&[(NEARLY_8, "value     = 7.6\nhedge     = \"nearly\"")]), 43);
    let says = "debt-to-russia: nearly 8 -> nearly 7.6 billion USD";
    assert!(dashboard.screen().contains(says), "{}", dashboard.screen());
    assert!(dashboard.press("D").screen().contains(&format!("| {says}")));
}

#[test]
fn a_figure_in_the_news_is_shown_whole_or_not_at_all() {
    let words = "debt-to-russia: nearly 8 → nearly 7.6 billion USD";
    for width in 24..140 {
        let mut dashboard = Dashboard::of_report(width, 24);
        dashboard.saves(&changed(&[(NEARLY_8, "value     = 7.6\nhedge     = \"nearly\"")]), 43);
        let screen = dashboard.screen();
        let line = screen.lines().rev().nth(1).unwrap();
        let short = line.trim_start().starts_with("revised: debt-to-russ")
            && !line.contains(|c: char| c.is_ascii_digit());
        assert!(line.contains(words) || short, "{width}: {line}");
    }
}

#[test]
fn r_looks_again() {
    assert_eq!(Dashboard::of_report(80, 24).press("r").effects, [Effect::Reread]);
}

/// The second indicator is due for another look from the day after the tests on.
fn due_tomorrow() -> String {
    SMALL.replacen(
        "value = 20\n",
        "value = 20\nreview_by = \"2026-11-23\"\nperiod = \"2025-11-24\"\n",
        1,
    )
}

fn codes(dashboard: &Dashboard) -> Vec<&str> {
    dashboard.model.doc.diagnostics.iter().map(|fault| fault.rule.code).collect()
}

#[test]
fn on_a_new_day_ages_marks_filters_and_warnings_follow() {
    let tomorrow = Day::new(2026, 11, 24);
    let text = due_tomorrow();
    let shown = Dashboard::of(&text, 120, 40).select("second").press("4<enter>");
    assert!(shown.screen().contains("as of 23 Nov 2026"), "{}", shown.screen());
    assert!(!codes(&shown).contains(&"W011"));
    let before = shown.screen();

    let mut turned = shown.copy();
    turned.send(Msg::Day(tomorrow));
    assert_eq!(turned.effects, [Effect::Recheck], "what is wrong depends on the day");
    let screen = turned.screen();
    assert!(screen.contains("as of 24 Nov 2026"), "{screen}");
    let marks = |screen: &str| screen.matches('!').count();
    assert!(marks(&screen) > marks(&before), "the mark of what is due\n{screen}");
    let age = |screen: &str| screen.lines().find(|line| line.contains(" age ")).map(str::to_owned);
    assert!(age(&screen).is_some() && age(&screen) != age(&before), "{screen}\n{before}");
    assert_eq!(turned.selected(), "second");

    turned.send(Msg::Loaded(Box::new(Snapshot::new(text, tomorrow, Clock::default()))));
    assert!(codes(&turned).contains(&"W011"), "{:?}", codes(&turned));
    assert!(turned.model.news.is_empty(), "nothing has changed in the file");
    assert_eq!(turned.selected(), "second");
}

#[test]
fn a_new_day_leaves_the_view_and_what_is_being_typed_alone() {
    let tomorrow = Msg::Day(Day::new(2026, 11, 24));
    for script in ["", "3+j", "2Gs", "4jjj", "i<down>x", "/deb", "?jj", "f", ":th", "z", "p3jj"] {
        for size in [(120, 40), (80, 24)] {
            let mut dashboard = Dashboard::of_report(size.0, size.1).press(script);
            let before = dashboard.screen();
            dashboard.send(tomorrow.clone());
            let without_dates = |screen: &str| {
                let dated = screen.replace("24 Nov 2026", "23 Nov 2026");
                dated.lines().filter(|line| !line.contains(" age ")).collect::<Vec<_>>().join("\n")
            };
            let after = dashboard.screen();
            assert_eq!(without_dates(&after), without_dates(&before), "{script}");
        }
    }
}

#[test]
fn a_filter_for_what_is_due_takes_in_what_becomes_so_at_midnight() {
    let text = SMALL.replacen("value = 10\n", "value = 10\nreview_by = \"2020\"\n", 1);
    let text = text.replacen("value = 20\n", "value = 20\nreview_by = \"2026-11-23\"\n", 1);
    let mut dashboard = Dashboard::of(&text, 120, 40).press("fdue<enter>");
    assert_eq!(dashboard.model.panels.gauges.order.len(), 1, "{}", dashboard.screen());
    dashboard.send(Msg::Day(Day::new(2026, 11, 24)));
    assert_eq!(dashboard.model.panels.gauges.order.len(), 2, "{}", dashboard.screen());
    assert_eq!(dashboard.selected(), "first");
}

#[test]
fn a_new_day_comes_before_the_file_and_while_it_is_broken_or_missing() {
    let tomorrow = Day::new(2026, 11, 24);
    let mut dashboard = Dashboard::loading(80, 24);
    dashboard.send(Msg::Day(tomorrow));
    assert_eq!(dashboard.model.env.as_of, tomorrow);

    let mut dashboard = Dashboard::of_report(80, 24);
    dashboard.send(Msg::Loaded(Box::new(loaded("[report"))));
    let faults = dashboard.model.doc.listed_diagnostics().0.len();
    dashboard.send(Msg::Day(tomorrow));
    assert!(matches!(dashboard.model.doc.status, FileStatus::Broken { .. }));
    assert_eq!(dashboard.model.doc.listed_diagnostics().0.len(), faults);
    assert_eq!(dashboard.model.env.as_of, tomorrow);
}
