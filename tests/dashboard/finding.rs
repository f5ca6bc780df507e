//! Finding, narrowing and dates: the way to a figure among many, and back.

use indicia::app::Msg;
use indicia::app::document::FoundIn;
use indicia::app::keys::Panel;
use indicia::app::nav::Facet;
use indicia::app::overlays::Overlay;
use indicia::report::{Day, GroupIx, ItemIx};
use insta::assert_snapshot;

use crate::harness::{Dashboard, REPORT, large, loaded};

fn after(script: &str) -> Dashboard {
    Dashboard::of_report(120, 40).press(script)
}

/// What the list of what was found holds, by the names in the file.
fn hits(dashboard: &Dashboard) -> Vec<&str> {
    let report = &dashboard.model.doc.report;
    let found = match &dashboard.model.overlay {
        Some(Overlay::Find(find)) => &find.found,
        _ => dashboard.model.nav.found.as_ref().unwrap(),
    };
    let name = |about| match about {
        ItemIx::Indicator(ix) => &*report.indicator(ix).unwrap().id,
        ItemIx::Event(at) => &*report.event(at).unwrap().id,
    };
    found.hits.iter().map(|hit| name(hit.item)).collect()
}

fn shown(dashboard: &Dashboard) -> Vec<&str> {
    let report = &dashboard.model.doc.report;
    let shown = dashboard.model.panels.gauges.order.iter();
    shown.map(|ix| &*report.indicator(*ix).unwrap().id).collect()
}

/// Ways to be somewhere, each in another panel or another state of one.
const SOMEWHERE: [&str; 9] =
    ["", "jjjj", "2ss<pgdn>j", "3jjj++l", "3pG", "4<pgdn>", "4ll", "zG", "3jjjj<enter>"];

#[test]
fn esc_puts_everything_back_as_it_was() {
    for somewhere in SOMEWHERE {
        for (width, height) in [(120, 40), (80, 24)] {
            let there = Dashboard::of_report(width, height).press(somewhere);
            let before = there.screen();
            for typed in ["/<esc>", "/it<esc>", "/west<down><down><esc>", "/no such thing<enter>"] {
                let back = Dashboard::of_report(width, height).press(somewhere).press(typed);
                assert_eq!(back.screen(), before, "{somewhere:?} {typed:?}");
            }
            // From what was found, too, after going on from there.
            for typed in ["/treaty<enter><esc>", "/debt<enter>nnN<esc>", "/it<enter>jj<esc>"] {
                let back = Dashboard::of_report(width, height).press(somewhere).press(typed);
                assert_eq!(back.screen(), before, "{somewhere:?} {typed:?}");
            }
        }
    }
}

#[test]
fn what_fits_best_comes_first_and_is_shown_at_once() {
    let dashboard = after("/it exp");
    assert_eq!(hits(&dashboard)[0], "it-exports-change");
    assert_eq!(dashboard.selected(), "it-exports-change");
    assert!(dashboard.screen().contains("Change in IT exports"), "{}", dashboard.screen());
    // The beginning of a word is better than its middle: no part of "Moscow".
    assert_eq!(hits(&after("/osw"))[0], "export-share-russia");
}

#[test]
fn each_kind_of_text_is_searched() {
    for (typed, id, place) in [
        ("exprts russia", "export-share-russia", "label"),
        ("missiles-from", "missiles-from-belarus", "id"),
        ("dropping", "it-exports-change", "wording"),
        ("balance of payments", "it-exports-change", "note"),
        ("union state hold", "media-holding-budget", "label"),
        ("technology left", "it-workers-left", "group"),
        ("osw", "export-share-russia", "source"),
        ("security-treaty", "security-treaty", "id"),
    ] {
        let dashboard = after(&format!("/{typed}"));
        let found = hits(&dashboard);
        let Some(at) = found.iter().position(|hit| *hit == id) else {
            panic!("{typed} finds {found:?}");
        };
        let Some(Overlay::Find(find)) = &dashboard.model.overlay else { unreachable!() };
        let seen = match find.found.hits[at].place {
            FoundIn::Label => "label",
            FoundIn::Id => "id",
            FoundIn::Wording => "wording",
            FoundIn::Group => "group",
            FoundIn::Source(_) => "source",
            FoundIn::Note => "note",
            other => panic!("{other:?}"),
        };
        assert_eq!(seen, place, "{typed}");
    }
}

#[test]
fn enter_goes_there_and_n_goes_on() {
    let dashboard = after("/debt<enter>");
    assert!(dashboard.model.overlay.is_none());
    assert_eq!(dashboard.selected(), "debt-to-russia");
    let next = hits(&dashboard)[1].to_owned();
    let dashboard = dashboard.press("n");
    assert_eq!(dashboard.selected(), next);
    assert_eq!(dashboard.press("N").selected(), "debt-to-russia");
    let round = after("/debt<enter>N");
    assert_eq!(hits(&round).last(), Some(&"union-package-2024-2026"));
    assert_eq!(round.model.nav.focus, Panel::Timeline, "an event is shown where events are");
    let none = after("n").screen();
    assert!(none.contains("nothing has been found to go on to: / finds"), "{none}");
}

#[test]
fn what_is_found_is_shown_with_its_hedge_or_not_at_all() {
    for width in (24..130).chain([200]) {
        let screen = Dashboard::of_report(width, 40).press("/a").screen();
        for (number, figures) in [
            ("70 %", ["up to 70 %", "≤ 70 %"]),
            ("19,000", ["more than 19,000", "> 19,000"]),
            ("8 bn", ["nearly 8 bn USD", "~< 8 bn USD"]),
            ("287", ["at least 287", "≥ 287"]),
        ] {
            let list = screen.lines().skip(4).take(20).filter(|line| line.contains(number));
            for line in list {
                let list = line.split(['│', '┃']).nth(1).unwrap_or_default();
                let whole = !list.contains(number) || figures.iter().any(|f| list.contains(f));
                assert!(whole, "{number} at {width}: {list}");
            }
        }
    }
}

#[test]
fn what_stands_on_the_screen_is_found() {
    for (typed, id) in [
        ("19,000", "it-workers-left"),
        ("19000", "it-workers-left"),
        ("least 287 enterp", "arms-enterprises"),
        ("forecast bn", "media-holding-budget"),
        ("nov 2021", "union-state-programmes"),
        ("fell", "it-exports-change"),
    ] {
        let dashboard = after(&format!("/{typed}"));
        assert!(hits(&dashboard).contains(&id), "{typed}: {:?}", hits(&dashboard));
    }
    // Of events the date.
    let dashboard = after("/2015");
    assert!(matches!(dashboard.model.overlay, Some(Overlay::Find(ref find)) if
        find.found.hits.iter().any(|hit| matches!(hit.item, ItemIx::Event(_)))));
}

#[test]
fn a_long_figure_is_found_whole_and_beside_its_label_or_not_at_all() {
    for value in ["5", "70.5", "7006.33", "123456789.25"] {
        let text = format!(
            "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"Debt\"\nunit = \
             \"billion USD\"\nvalue = {value}\nhedge = \"under\"\nstatus = \"D\"\n"
        );
        for width in 24..100 {
            let dashboard = Dashboard::of(&text, width, 12).press("/debt");
            let reading = dashboard.model.doc.report.indicators[0].headline.reading();
            let figure = dashboard.model.doc.report.indicators[0].headline.figure();
            let screen = dashboard.screen();
            let line = screen.lines().find(|line| line.contains('›')).unwrap();
            let inside = line.split(['│', '┃']).nth(1).unwrap();
            let is_whole = inside.contains(&reading) || inside.contains(&figure);
            let has_none = !inside.contains(|c: char| c.is_ascii_digit()) && !inside.contains("bn");
            assert!(inside.contains("Debt") && (is_whole || has_none), "{width}: {inside}");
        }
    }
}

#[test]
fn esc_takes_back_what_was_chosen_though_the_file_has_changed_meanwhile() {
    let text = REPORT.replacen("id    = \"economy\"", "id    = \"trade\"", 1);
    let text = text.replace("group     = \"economy\"", "group     = \"trade\"");
    for (before, shown) in [("", 15), ("funion<enter>", 3)] {
        for text in [format!("{REPORT}\n# a comment\n"), text.clone()] {
            let mut dashboard = after(before).press("f<tab><down><tab>");
            dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
            let back = dashboard.press("<esc>");
            assert_eq!(back.model.panels.gauges.order.len(), shown, "{before}");
            assert!(back.model.overlay.is_none());
        }
    }
}

#[test]
fn several_filters_are_typed_and_chosen_in_turn() {
    let dashboard = after("fundated<tab>");
    let Some(Overlay::Filter(list)) = &dashboard.model.overlay else { panic!("no list") };
    assert_eq!(list.picker.field.line(), "");
    assert!(
        dashboard.screen().contains("›[x] undated") && dashboard.screen().contains("Enter done")
    );
    let dashboard = dashboard.press("technology");
    assert!(dashboard.screen().contains("Enter choose"), "{}", dashboard.screen());
    let dashboard = dashboard.press("<enter>");
    assert_eq!(shown(&dashboard), ["it-workers-left"]);
    assert!(dashboard.model.overlay.is_none());
    let done = after("fundated<tab>technology<tab><down><enter>");
    assert_eq!(shown(&done), ["it-workers-left"], "done, wherever the mark is");
}

#[test]
fn a_number_is_found_by_its_digits_as_they_are_written() {
    let row = |id: &str, value: &str| {
        format!("[[indicator]]\nid = \"{id}\"\nlabel = \"L\"\nunit = \"%\"\nvalue = {value}\n")
    };
    let rows = [row("whole", "7"), row("exact", "7.0"), row("other", "70")].concat();
    let file = format!("report.title = \"T\"\n{rows}");
    let found = |typed: &str| {
        let dashboard = Dashboard::of(&file, 120, 40).press(&format!("/{typed}"));
        hits(&dashboard).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(found("7.0"), ["exact"]);
    assert_eq!(found("7").len(), 3);
}

#[test]
fn what_fits_again_is_selected_again() {
    let dashboard = after("fforecast<enter>");
    assert_eq!(shown(&dashboard), ["media-holding-budget", "media-holding-launch"]);
    let estimated = |dashboard: Dashboard| {
        let mut dashboard = dashboard.press("gi");
        dashboard.obeyed(REPORT);
        let mut dashboard = dashboard.press("<tab><tab><tab><tab><ctrl-w>estimated<enter>");
        let edited = dashboard.obeyed(REPORT);
        (dashboard, edited)
    };
    let (dashboard, edited) = estimated(dashboard);
    assert_eq!(shown(&dashboard), ["media-holding-launch"], "{}", dashboard.screen());
    let says = "saved · media-holding-budget is hidden: it no longer matches the filter, now on \
                media-holding-launch";
    assert!(dashboard.screen().contains(says), "{}", dashboard.screen());
    let mut dashboard = dashboard.press("u");
    assert_eq!(dashboard.obeyed(&edited), REPORT);
    assert_eq!(dashboard.selected(), "media-holding-budget");
    assert!(!dashboard.screen().contains("now on"), "{}", dashboard.screen());
}

#[test]
fn older_than_a_year_is_what_was_a_year_old_the_day_before() {
    let row = |id: &str, period: &str| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nlabel = \"{id}\"\nunit = \"%\"\nvalue = 5\nperiod = \"{period}\"\n"
        )
    };
    let text = format!(
        "[report]\ntitle = \"T\"\n{}{}{}{}",
        row("a-year", "2025-11-23"),
        row("older", "2025-11-22"),
        row("about", "2025-10~"),
        row("not-known", "202X"),
    );
    let dashboard = Dashboard::of(&text, 80, 24).press("folder than a year<enter>");
    assert_eq!(shown(&dashboard), ["older", "about"]);
}

#[test]
fn the_list_of_what_is_found_at_several_sizes() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let dashboard = Dashboard::of_report(width, height).press("/it");
        assert_snapshot!(format!("find_{width}x{height}"), dashboard.screen());
    }
    let styles = Dashboard::of_report(80, 24).press("/debt<down>").styles();
    assert_snapshot!("styles_find_80x24", styles);
}

#[test]
fn a_change_of_the_file_keeps_what_is_being_found() {
    let mut dashboard = after("/debt<down>");
    assert_eq!(dashboard.selected(), "debtor-rank");
    let text = REPORT.replacen("[[indicator]]", "[[indicator]]\nid = \"debts\"\nlabel = \"Debts\"\nunit = \"%\"\nvalue = 5\n\n[[indicator]]", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert_eq!(dashboard.selected(), "debtor-rank");
    assert!(hits(&dashboard).contains(&"debts"), "{:?}", hits(&dashboard));
    let mut dashboard = dashboard.press("<enter>");
    dashboard.send(Msg::Loaded(Box::new(loaded(REPORT))));
    assert!(!hits(&dashboard).contains(&"debts"));
    let dashboard = dashboard.press("<esc>");
    assert_eq!(dashboard.selected(), "export-share-russia");
}

#[test]
fn narrowing_shows_only_what_fits_and_one_key_shows_all() {
    let all = shown(&after("")).len();
    let dashboard = after("fundat<enter>");
    assert_eq!(dashboard.model.nav.filter.facets, [Facet::Undated]);
    let undated = |d: &Dashboard| {
        let report = &d.model.doc.report;
        let shown = d.model.panels.table.order.iter().map(|ix| report.indicator(*ix).unwrap());
        shown.clone().count() == 10 && shown.clone().all(|i| i.headline.period.is_none())
    };
    assert!(undated(&dashboard));
    assert_eq!(dashboard.model.panels.gauges.order.len(), 10);
    assert!(dashboard.screen().contains("only undated"), "{}", dashboard.screen());
    let wide = dashboard.press("F");
    assert_eq!(shown(&wide).len(), all);
    assert!(!wide.model.nav.filter.is_on());
    assert_eq!(shown(&after("fundat<enter><esc>")).len(), all, "Esc is the way back, too");
}

#[test]
fn of_one_kind_any_fits_and_of_several_kinds_all_have_to() {
    let economy = after("feconomy<enter>");
    assert_eq!(shown(&economy).len(), 4);
    let both = after(
        "feconomy<tab><ctrl-u><ctrl-u><ctrl-u><ctrl-u><ctrl-u><ctrl-u><ctrl-u>society<tab><enter>",
    );
    assert_eq!(shown(&both).len(), 8);
    let dated = after("feconomy<enter>frivals<enter>");
    assert_eq!(shown(&dated), ["export-share-russia", "fdi-share-east", "debt-to-russia"]);
    assert!(dated.screen().contains("only with rivals and Economy"), "{}", dated.screen());
    let none = after("fforecast<enter>feconomy<enter>");
    assert!(shown(&none).is_empty());
    let screen = none.screen();
    assert!(screen.contains("No figure is all of this"), "{screen}");
    assert_eq!(none.press("F").selected(), "export-share-russia", "nothing was lost");
}

#[test]
fn an_event_stays_if_it_fits_or_bears_on_what_does() {
    let dashboard = after("fsecurity<enter>3");
    let (report, timeline) = (&dashboard.model.doc.report, &dashboard.model.panels.timeline);
    assert!(!timeline.rows().is_empty());
    for row in timeline.rows() {
        let ItemIx::Event(at) = row else { unreachable!() };
        let event = report.event(*at).unwrap();
        let group = |g: Option<GroupIx>| g.map(|g| &*report.group(g).unwrap().id);
        let bears = event
            .indicators
            .iter()
            .any(|ix| group(report.indicator(*ix).unwrap().group) == Some("security"));
        assert!(bears || group(event.group) == Some("security"), "{}", event.title);
    }
}

#[test]
fn leaving_the_list_leaves_everything_as_it_was() {
    for somewhere in SOMEWHERE {
        let before = after(somewhere).screen();
        for typed in ["f<esc>", "ffore<esc>", "fundat<down><esc>"] {
            assert_eq!(after(somewhere).press(typed).screen(), before, "{somewhere} {typed}");
        }
        let back = after(somewhere).press("fforecast<tab><esc>");
        assert!(!back.model.nav.filter.is_on());
    }
    // What was hidden for a while is selected again, unless the user has moved on.
    assert_eq!(after("fforecast<enter>F").selected(), "export-share-russia");
    assert_eq!(after("fforecast<enter>jF").selected(), "media-holding-launch");
}

#[test]
fn narrowing_goes_on_through_a_change_of_the_file() {
    let mut dashboard = after("fundat<enter>jj");
    assert_eq!(dashboard.selected(), "debt-to-russia");
    let text = REPORT.replacen(
        "wording   = \"nearly $8 billion\"",
        "wording   = \"nearly $8 billion\"\nperiod = \"2024\"",
        1,
    );
    assert_ne!(text, REPORT);
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert_eq!(shown(&dashboard).len(), 9);
    assert_eq!(dashboard.selected(), "debtor-rank", "the nearest that still fits");
    // A group that was renamed stays chosen, and one that is gone does not.
    let mut dashboard = after("fsociety<enter>");
    let text = REPORT.replace("\"society\"", "\"people\"");
    let some = shown(&dashboard).len();
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert_eq!(shown(&dashboard).len(), some);
    let text = text.replace("\"people\"", "\"folk\"").replace("\"Society\"", "\"Folk\"");
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert!(!dashboard.model.nav.filter.is_on());
    assert_eq!(shown(&dashboard).len(), 15);
}

#[test]
fn what_has_changed_can_be_narrowed_to() {
    let mut dashboard = after("");
    let text = REPORT.replacen("hedge     = \"nearly\"", "hedge     = \"almost\"", 1);
    assert_ne!(text, REPORT);
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    let mut dashboard = dashboard.press("fchanged<enter>");
    assert_eq!(shown(&dashboard), ["debt-to-russia"]);
    let text = text.replacen("hedge     = \"at least\"", "hedge     = \"no fewer than\"", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert_eq!(shown(&dashboard), ["arms-enterprises"]);
}

#[test]
fn finding_looks_only_in_what_is_shown() {
    let dashboard = after("feconomy<enter>/workers");
    assert!(hits(&dashboard).is_empty(), "{:?}", hits(&dashboard));
    let screen = dashboard.screen();
    assert!(screen.contains("Find in what is shown (Economy)"), "{screen}");
}

#[test]
fn the_time_between_two_dates_is_drawn() {
    let dashboard = after("3d2020-2025<enter>");
    assert!(dashboard.model.overlay.is_none());
    let span = dashboard.model.panels.timeline.span;
    let day = |y, m, d| f64::from(i32::try_from(Day::new(y, m, d).to_epoch()).unwrap());
    assert_eq!((span.from, span.to), (day(2020, 1, 1), day(2026, 1, 1)));
    let again = dashboard.press("0");
    assert!(again.model.panels.timeline.span.from < day(2015, 1, 1));
    for (typed, says) in [("soon", "write two dates"), ("1720-1725", "nothing lies in that time")] {
        let dashboard = after(&format!("3d{typed}<enter>"));
        assert!(dashboard.screen().contains(says), "{}", dashboard.screen());
        assert_eq!(dashboard.press("<esc>").screen(), after("3").screen());
    }
}

#[test]
fn three_hundred_figures_are_found_and_narrowed() {
    let dashboard = Dashboard::of(&large(300), 80, 24).press("/number 299<enter>");
    assert_eq!(dashboard.selected(), "i-299");
    let dashboard = dashboard.press("<esc>fgroup 3<enter>");
    assert_eq!(shown(&dashboard).len(), 43);
    assert_snapshot!("narrowed_300_80x24", dashboard.screen());
    assert_snapshot!("narrow_list_80x24", dashboard.press("f").screen());
}

#[test]
fn what_was_found_is_only_what_is_shown() {
    let dashboard = after("/debt<enter>fforecast<enter>n");
    let forecasts = ["media-holding-budget", "media-holding-launch"];
    assert!(forecasts.contains(&dashboard.selected()), "{}", dashboard.selected());
    // Where none of it is shown any more, there is still a way back.
    let none = after("jj/sanctions<enter>fforecast<enter>n");
    assert!(none.model.nav.found.is_some() && !none.screen().contains("n next ("));
    let back = none.press("F<esc>");
    assert_eq!((back.selected(), back.model.nav.focus), ("debt-to-russia", Panel::Gauges));
    let mut dashboard = after("/russia<enter>feconomy<enter>");
    for _ in 0..=hits(&dashboard).len() {
        dashboard = dashboard.press("n");
        assert!(shown(&dashboard).contains(&dashboard.selected()));
    }
}

#[test]
fn what_is_hidden_is_counted_and_not_offered() {
    let screen = after("feconomy<enter>/it exports").screen();
    assert!(screen.contains("not shown: F shows all"), "{screen}");
    // Enter leads from an event to shown figures only.
    let dashboard = after("fforecast<enter>3");
    let rows = dashboard.model.panels.timeline.rows().len();
    for row in 0..rows {
        let script = format!("fforecast<enter>3{}<enter>", "j".repeat(row));
        let dashboard = after(&script);
        assert!(shown(&dashboard).contains(&dashboard.selected()), "{script}");
    }
    let none = after("fdue<enter>fundat<enter>3").screen();
    assert!(none.contains("No event is around") && !none.contains("no [[event]]"), "{none}");
}

#[test]
fn an_edit_that_leads_out_of_what_is_shown_says_so_and_loses_nothing() {
    let mut dashboard = after("fundat<enter>jj");
    let dated = REPORT.replacen(
        "wording   = \"nearly $8 billion\"",
        "wording   = \"nearly $8 billion\"\nperiod = \"2024\"",
        1,
    );
    dashboard.send(Msg::Loaded(Box::new(loaded(&dated))));
    let screen = dashboard.screen();
    assert!(screen.contains("is hidden: it no longer matches the filter"), "{screen}");
    assert!(!screen.contains("is gone"), "{screen}");
    // The next change of the file does not throw the narrowing away.
    let again = dated.replacen("Debt owed to Russia", "Debt owed to Moscow", 1);
    dashboard.send(Msg::Loaded(Box::new(loaded(&again))));
    assert!(dashboard.model.nav.filter.is_on());
    assert_eq!(dashboard.press("F").selected(), "debt-to-russia");
}

#[test]
fn marks_of_changes_stay_on_what_has_changed() {
    let item = |id: &str, value: u8| {
        format!("[[indicator]]\nid = \"{id}\"\nlabel = \"{id}\"\nunit = \"%\"\nvalue = {value}\n")
    };
    let file = |items: &[String]| format!("[report]\ntitle = \"T\"\n{}", items.concat());
    let mut dashboard = Dashboard::of(&file(&[item("aa", 1), item("bb", 2)]), 120, 40);
    dashboard.send(Msg::Loaded(Box::new(loaded(&file(&[item("aa", 9), item("bb", 2)])))));
    dashboard.send(Msg::Loaded(Box::new(loaded(&file(&[item("bb", 2), item("aa", 9)])))));
    let mut dashboard = dashboard.press("fchanged<enter>");
    assert_eq!(shown(&dashboard), ["aa"]);
    // One save moves it and changes it: it stays selected.
    let text = file(&[item("new", 5), item("bb", 2), item("aa", 7)]);
    dashboard.send(Msg::Loaded(Box::new(loaded(&text))));
    assert_eq!(shown(&dashboard), ["new", "aa"]);
    assert_eq!(dashboard.selected(), "aa");
}

#[test]
fn esc_leads_back_to_the_event_however_the_panels_are_narrowed() {
    let there = after("3jjjj");
    let event = there.model.panels.timeline.current();
    let back = there.press("/treaty<enter>fsecurity<enter><esc>");
    assert!(back.model.nav.found.is_none());
    // It is hidden: the nearest row is selected.
    let row = back.model.panels.timeline.current();
    assert!(row.is_some() && row != event);
    assert_eq!(back.model.nav.selection.item(), row);
}

#[test]
fn a_page_that_is_pasted_by_mistake_is_searched_for_at_once_and_not_found() {
    let mut dashboard = Dashboard::of(&large(2_000), 80, 24).press("/");
    let page = (0..3_000).fold(String::new(), |page, n| page + "word" + &n.to_string() + " ");
    dashboard.send(Msg::Paste(page));
    assert!(hits(&dashboard).is_empty());
    dashboard.send(Msg::Paste("白".repeat(20_000)));
    dashboard.buffer();
}

#[test]
fn in_a_large_report_everything_is_found_at_its_place() {
    let large = Dashboard::of(&large(10_000), 80, 24);
    for n in [0, 4_095, 4_096, 8_191, 8_192, 9_999] {
        let dashboard = large.copy().press(&format!("/i-{n}<enter>"));
        assert_eq!(dashboard.selected(), format!("i-{n}"));
    }
    // Of equals those come first that stand first in the file.
    let all = large.press("/indicator");
    let Some(Overlay::Find(find)) = &all.model.overlay else { panic!("no find list") };
    let indicators = all.model.doc.report.indexed().map(|(ix, _)| ItemIx::Indicator(ix));
    assert!(find.found.hits.iter().map(|hit| hit.item).eq(indicators));
}

#[test]
fn every_figure_is_found_by_each_of_its_texts() {
    let there = after("/");
    let report = there.model.doc.report.clone();
    for indicator in &report.indicators {
        let headline = &indicator.headline;
        let texts = [
            Some(&indicator.label),
            indicator.short.as_ref(),
            Some(&indicator.id),
            headline.wording.as_ref(),
            indicator.of.as_ref(),
            headline.stated_by.as_ref(),
            headline.note.as_ref(),
        ];
        for text in texts.into_iter().flatten() {
            let longest = text.split(|c: char| !c.is_alphanumeric()).max_by_key(|word| word.len());
            let mut found = there.copy();
            found.send(Msg::Paste(longest.unwrap().to_owned()));
            assert!(hits(&found).contains(&&*indicator.id), "{longest:?} of {}", indicator.id);
        }
    }
}
