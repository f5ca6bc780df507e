//! What others say is reached by the cursor of the detail like the points of a chart: to be cited,
//! opened and edited.

use std::sync::Arc;

use indicia::app::Effect;
use indicia::app::document::Tone;
use indicia::app::keys::{Action, Scope};
use indicia::app::nav::Subject;
use indicia::app::overlays::Overlay;
use indicia::app::panels::{CardLine, Cursor, cursors};
use indicia::config;
use indicia::export::{CITATION_FORMATS, CitationFormat, Cited, citation, words};
use indicia::report::{Indicator, Observation, Quantity, Report};
use insta::assert_snapshot;

use crate::harness::{Dashboard, REPORT};

const SIZES: [(u16, u16); 5] = [(120, 40), (80, 24), (60, 20), (200, 60), (40, 12)];

/// Rivals without a chart; the one in between is not on the scale of the others.
const NO_CHART: &str = r#"
[report]
title = "R"

[source.office]
title = "Office"
url = "https://office.example/a"

[source.bank]
title = "Bank"
url = "https://bank.example/b"

[[indicator]]
id = "share"
label = "Share"
unit = "%"
value = 40
hedge = "nearly"
source = "office"

[[indicator.rival]]
value = 52
hedge = "more than"
wording = "more than 52"
period = "2022"
source = "bank"

[[indicator.rival]]
value = 900
unit = "people"
wording = "900 people"
source = "bank"
differs = "a number, not a share"

[[indicator.rival]]
value = 38
period = "2023"
stated_by = "a minister"

[[indicator]]
id = "alone"
label = "Alone"
unit = "%"
value = 5
"#;

/// The detail panel on an indicator of the report.
fn detail(id: &str, script: &str) -> Dashboard {
    Dashboard::of_report(120, 40).select(id).press("4").press(script)
}

/// The same with the cursor on a figure.
fn until(mut dashboard: Dashboard, cursor: Cursor) -> Dashboard {
    for _ in cursors(&subject(&dashboard).clone()) {
        if dashboard.model.panels.detail.cursor != Some(cursor) {
            dashboard = dashboard.press("<right>");
        }
    }
    assert_eq!(dashboard.model.panels.detail.cursor, Some(cursor));
    dashboard
}

/// The detail panel on rivals without a history.
fn no_chart(script: &str) -> Dashboard {
    Dashboard::of(NO_CHART, 80, 24).press("4").press(script)
}

#[track_caller]
fn subject(dashboard: &Dashboard) -> &Indicator {
    match dashboard.model.subject() {
        Subject::Indicator(indicator) => indicator,
        other => panic!("no indicator: {other:?}"),
    }
}

#[track_caller]
fn copied(dashboard: &Dashboard) -> &str {
    match dashboard.effects.last() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied: {other:?}\n{}", dashboard.screen()),
    }
}

/// The lines of the card with the sign of the cursor, and the bars with it.
fn marked(dashboard: &Dashboard) -> (Vec<&str>, usize) {
    let lines = &dashboard.model.panels.detail.card.lines;
    let texts = lines.iter().filter_map(|line| match line {
        CardLine::Reading(text) | CardLine::Legend(text) => text.strip_prefix("› "),
        _ => None,
    });
    let bars = lines.iter().filter(|l| matches!(l, CardLine::Bar(bar) if bar.is_at_cursor));
    (texts.collect(), bars.count())
}

/// How many lines of what the cursor is on are in view, and how many there are.
fn in_view(dashboard: &Dashboard) -> (usize, usize) {
    let model = &dashboard.model;
    let stop = model
        .panels
        .detail
        .card
        .stops
        .iter()
        .find(|stop| Some(stop.cursor) == model.panels.detail.cursor)
        .unwrap();
    let columns = model.layout().detail_columns();
    let shown = model.panels.detail.card.columns(model.panels.detail.offset, columns);
    let is_shown = |line: &usize| shown.iter().any(|range| range.contains(line));
    (stop.lines.clone().filter(is_shown).count(), stop.lines.len())
}

#[test]
fn the_cursor_goes_over_all_figures_as_the_chart_has_them() {
    for (width, height) in SIZES {
        let mut dashboard = Dashboard::of_report(width, height).press("4");
        let all = cursors(subject(&dashboard));
        assert_eq!(all.len(), 5 + 13);
        for spot in &all {
            dashboard = dashboard.press("<right>");
            assert_eq!(dashboard.model.panels.detail.cursor, Some(*spot));
            let figure = spot.observation(subject(&dashboard)).unwrap();
            let first = figure.words();
            let first = first.split(' ').next().unwrap();
            assert!(dashboard.screen().contains(first), "{first}\n{}", dashboard.screen());
        }
        dashboard = dashboard.press("<right><right>");
        assert_eq!(dashboard.model.panels.detail.cursor, all.last().copied());
        dashboard = dashboard.press(&"h".repeat(17));
        assert_eq!(dashboard.model.panels.detail.cursor, all.first().copied());
        // In front of them all stands the headline.
        dashboard = dashboard.press("h");
        assert_eq!(
            (dashboard.model.panels.detail.cursor, dashboard.model.panels.detail.offset),
            (None, 0)
        );
        assert_eq!(copied(&dashboard.press("Y")), "“up to 70 percent”");
    }
}

#[test]
fn no_key_is_about_a_figure_that_is_out_of_view() {
    for (width, height) in [(80, 24), (60, 20), (120, 40)] {
        let there = Dashboard::of_report(width, height).press("4<enter><right><right><right>");
        assert_eq!(copied(&there.copy().press("Y")), copied(&there.copy().press("jY")));
        let top = there.copy().press("G");
        assert_eq!(copied(&top.copy().press("Y")), "“up to 70 percent”");
        // It comes back where it was.
        let back = top.press("<right>");
        assert_eq!(copied(&back.press("Y")), copied(&there.copy().press("Y")));
        // Another size does not take it out of view.
        for (width, height) in [(60, 20), (120, 40), (40, 12), (80, 24)] {
            let resized = there.copy().resized(width, height);
            assert!(in_view(&resized).0 > 0, "{}", resized.screen());
            assert_eq!(copied(&resized.press("Y")), copied(&there.copy().press("Y")));
        }
    }
}

#[test]
fn the_order_is_that_of_the_card() {
    let dashboard = no_chart("");
    let at = |n: usize| dashboard.copy().press(&"<right>".repeat(n)).model.panels.detail.cursor;
    assert_eq!([at(0), at(1), at(2)], [None, Some(Cursor::Rival(0)), Some(Cursor::Rival(2))]);
    assert_eq!([at(3), at(4)], [Some(Cursor::Rival(1)); 2], "nothing comes behind the last one");
    assert_eq!(dashboard.copy().press("<left>").model.panels.detail.cursor, Some(Cursor::Rival(1)));
    let tops = dashboard.model.panels.detail.card.stops.iter().map(|stop| stop.lines.start);
    assert!(tops.is_sorted(), "{:?}", dashboard.model.panels.detail.card.stops);
}

#[test]
fn from_the_headline_the_cursor_goes_to_the_first_figure_or_back_to_the_newest() {
    for (width, height) in SIZES {
        let dashboard = Dashboard::of_report(width, height).press("4");
        let all = cursors(subject(&dashboard));
        let cursor = |keys: &str| dashboard.copy().press(keys).model.panels.detail.cursor;
        assert_eq!(cursor("<left>"), all.last().copied());
        assert_eq!(cursor("<right>"), all.first().copied());
    }
}

#[test]
fn one_figure_is_marked_in_words_and_on_its_bar() {
    let on_rival = detail("export-share-russia", "<enter><right>");
    assert_eq!(marked(&on_rival), (vec!["1 of 19", "up to 90 %, no date"], 1));
    let on_point = detail("export-share-russia", "<left>");
    assert_eq!(marked(&on_point), (vec!["19 of 19"], 0));
    assert_eq!(marked(&detail("export-share-russia", "")), (vec![], 0));
    let apart = no_chart("<enter><left>");
    assert_eq!(marked(&apart), (vec!["900 people, no date"], 0));
    assert!(apart.screen().contains("› 900 people"), "{}", apart.screen());
    let ascii = no_chart("<enter><left>").ascii();
    assert!(ascii.screen().contains("> 900 people"), "{}", ascii.screen());
}

#[test]
fn what_the_cursor_is_on_is_shown_whole_where_it_fits() {
    for (width, height) in SIZES {
        for script in ["4", "4z"] {
            let mut dashboard = Dashboard::of_report(width, height).press(script);
            for _ in 0..5 {
                dashboard = dashboard.press("<right>");
                let lines = usize::from(dashboard.model.layout().detail_columns().lines);
                let (shown, all) = in_view(&dashboard);
                assert!(shown >= all.min(lines), "{width}×{height}\n{}", dashboard.screen());
            }
        }
    }
}

#[test]
fn out_of_view_the_cursor_first_only_comes_back() {
    let dashboard = Dashboard::of_report(80, 24).press("4<enter><right><right>").press("G");
    assert_eq!(in_view(&dashboard).0, 0);
    let all_of = cursors(subject(&dashboard));
    for key in ["<left>", "<right>"] {
        let dashboard = dashboard.copy().press(key);
        assert_eq!(dashboard.model.panels.detail.cursor, Some(all_of[1]));
        let (shown, all) = in_view(&dashboard);
        assert_eq!(shown, all);
    }
    assert_eq!(dashboard.press("<right><right>").model.panels.detail.cursor, Some(all_of[2]));
}

#[test]
fn what_follows_stays_where_it_is_while_the_cursor_goes_over_rivals() {
    for width in 30..130 {
        let mut dashboard = Dashboard::of_report(width, 24).press("4<right>");
        let before = dashboard.model.panels.detail.card.lines.len();
        for _ in 0..5 {
            dashboard = dashboard.press("<right>");
            assert_eq!(dashboard.model.panels.detail.card.lines.len(), before, "{width}");
        }
    }
}

#[test]
fn the_footer_has_the_keys_where_there_is_anything_to_step_over() {
    let dashboard = no_chart("");
    assert!(dashboard.screen().contains("←→ figure"), "{}", dashboard.screen());
    let alone = Dashboard::of(NO_CHART, 80, 24).select("alone").press("4");
    assert!(!alone.screen().contains("←→"), "{}", alone.screen());
    assert_eq!(alone.press("<right><left>").model.panels.detail.cursor, None);
}

/// Every rival of a report with the dashboard that the cursor stands on it in.
fn on_every_rival(mut each: impl FnMut(&Dashboard, &Report, Cited<'_>)) {
    let mut dashboard = Dashboard::of_report(120, 40);
    let report = dashboard.model.doc.report.clone();
    let mut met = 0;
    for indicator in report.indicators.iter().filter(|i| !i.rivals.is_empty()) {
        dashboard = dashboard.select(&indicator.id).press("4");
        for _ in cursors(indicator) {
            dashboard = dashboard.press("<right>");
            let Some(Cursor::Rival(rival)) = dashboard.model.panels.detail.cursor else {
                continue;
            };
            each(&dashboard, &report, Cited::Rival { indicator, rival });
            met += 1;
        }
    }
    assert_eq!(met, report.indicators.iter().map(|i| i.rivals.len()).sum::<usize>());
    assert!(met > 20, "{met}");
}

#[test]
fn every_rival_is_cited_in_every_format_with_its_hedge_its_unit_and_what_differs() {
    on_every_rival(|dashboard, report, cited| {
        let observation = cited.observation().unwrap();
        let hedge = observation.quantity.as_ref().and_then(Quantity::hedge);
        let Cited::Rival { indicator, rival } = cited else { panic!("no rival") };
        let differs = indicator.rivals[rival].differs.as_deref().unwrap_or_default();
        for &(format, ..) in CITATION_FORMATS {
            let mut dashboard = dashboard.copy();
            dashboard.model.env.citation = format;
            let dashboard = dashboard.press("y");
            let text = copied(&dashboard);
            assert_eq!(text, citation(report, cited, format));
            assert!(hedge.is_none_or(|h| text.to_lowercase().contains(h.word)), "{text}");
            if format == CitationFormat::Plain {
                assert!(text.contains(&observation.reading()), "{text}");
                assert!(text.contains(differs), "{text}");
            }
        }
        let alone = dashboard.copy().press("Y");
        assert_eq!(copied(&alone), words(cited));
        assert!(copied(&alone).contains(differs), "{}", copied(&alone));
    });
}

#[test]
fn a_rival_of_another_thing_says_so_wherever_it_goes() {
    let dashboard = until(detail("export-share-russia", ""), Cursor::Rival(0)).press("y");
    assert_eq!(
        copied(&dashboard),
        "Share of exports going to Russia: “around 70%” (read as ≈ 70 %); Belarus; period Jan–Jun \
         2023; this differs: the share of all trade in goods, imports included, not of exports. \
         Towards a dependence with no alternative: Russia's increased role in the Belarusian \
         economy, OSW, 18 Aug 2023, https://osw.waw.pl/en/publikacje/osw-commentary/2023-08-18/\
         towards-a-dependence-no-alternative-russias-increased-role"
    );
    let dashboard = dashboard.press("Y");
    assert_eq!(
        copied(&dashboard),
        "“around 70%” (this differs: the share of all trade in goods, imports included, not of \
         exports)"
    );
    // In the other panels keys are about the headline.
    assert_eq!(copied(&dashboard.press("1Y")), "“up to 70 percent”");
    assert_eq!(
        copied(&no_chart("<right>y")),
        "Share: “more than 52” (more than 52 %; read as > 52 %); period 2022. Bank, n.d., https://bank.example/b"
    );
}

#[test]
fn o_leads_to_the_passage_of_the_rival() {
    let shown = |script: &str| no_chart(script).press("o").model.overlay;
    let Some(Overlay::Link(to)) = shown("<right>") else { panic!("no address") };
    assert_eq!(
        to.address().unwrap().to_string(),
        "https://bank.example/b#:~:text=more%20than%2052"
    );
    let Some(Overlay::Link(to)) = shown("<left>") else { panic!("no address") };
    assert_eq!(to.address().unwrap().to_string(), "https://bank.example/b#:~:text=900%20people");
    let nowhere = no_chart("<right><right>o");
    assert!(nowhere.model.overlay.is_none());
    assert!(
        nowhere.screen().contains("names no source: e opens it, to add one"),
        "{}",
        nowhere.screen()
    );
}

#[test]
fn the_editor_opens_at_the_rival_and_at_its_source() {
    let lines: Vec<&str> = REPORT.lines().collect();
    on_every_rival(|dashboard, report, cited| {
        let line = |script: &str| match dashboard.copy().press(script).effects[..] {
            [Effect::Edit(line)] => line,
            ref other => panic!("{other:?}"),
        };
        let Cited::Rival { indicator, rival } = cited else { panic!("no rival") };
        let own = &indicator.rivals[rival];
        assert_eq!(line("e"), own.line);
        let at = usize::try_from(own.line).unwrap();
        assert_eq!(lines[at - 1], "[[indicator.rival]]");
        if let Some(source) = own.observation.source.and_then(|ix| report.source(ix)) {
            assert_eq!(line("E"), source.line);
        }
    });
}

#[test]
fn i_says_that_there_is_no_form_and_names_the_way_on() {
    let mut dashboard = no_chart("<right>");
    assert!(!dashboard.screen().contains("i edit"), "{}", dashboard.screen());
    let says = |dashboard: &Dashboard| {
        let mut lines = dashboard.model.news_lines().into_iter();
        lines.find(|line| line.tone == Tone::Trouble).unwrap().notice.long
    };
    dashboard = dashboard.press("i");
    assert!(dashboard.effects.is_empty() && dashboard.model.overlay.is_none());
    assert_eq!(says(&dashboard), "there is no form for what others say: e opens the editor");
    let keys = "[keys]\nopen-editor = \"ctrl-e\"\n";
    let set = config::read(keys).unwrap().keymap;
    assert!(set.binding(Scope::Everywhere, Action::OpenEditor).is_some());
    dashboard.model.env.keymap = Arc::new(set);
    let dashboard = dashboard.press("i");
    assert!(says(&dashboard).ends_with(": Ctrl-E opens the editor"), "{}", says(&dashboard));
    // A point has a form, and so has the headline, once the cursor is elsewhere.
    assert_eq!(dashboard.press("1i").effects, [Effect::CheckWritable]);
}

/// The figure that the cursor is on after the file has become another one.
fn after_saving(script: &str, text: &str) -> Option<String> {
    let mut dashboard = no_chart(script);
    dashboard.saves(text, 43);
    let spot = dashboard.model.panels.detail.cursor;
    let marked = marked(&dashboard).0.len();
    assert_eq!(marked > 0, spot.is_some());
    spot.and_then(|spot| spot.observation(subject(&dashboard))).map(Observation::words)
}

/// The file without a chart with some replacements.
fn changed(replacements: &[(&str, &str)]) -> String {
    let mut text = NO_CHART.to_owned();
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

const FIRST: &str = "[[indicator.rival]]\nvalue = 52\nhedge = \"more than\"\n\
                     wording = \"more than 52\"\nperiod = \"2022\"\nsource = \"bank\"\n";

#[test]
fn after_a_reload_the_cursor_is_on_the_same_rival() {
    let on_first = "<right>";
    let other = "[[indicator.rival]]\nvalue = 60\nperiod = \"2022\"\nsource = \"bank\"\n";
    let before = format!("{other}\n{FIRST}");
    let says = |text: &str| after_saving(on_first, text);
    let same = Some("more than 52 %".to_owned());
    assert_eq!(says(&changed(&[(FIRST, &before)])), same, "another one comes before it");
    assert_eq!(says(&changed(&[(FIRST, &format!("{FIRST}\n{other}"))])), same, "behind it");
    assert_eq!(says(&format!("{NO_CHART}# a comment\n")), same);
    let apart = changed(&[("hedge = \"more than\"", "hedge = \"more than\"\nunit = \"people\"")]);
    assert_eq!(says(&apart).unwrap(), "more than 52 people", "now behind the others");
    for change in [
        ("hedge = \"more than\"\n", ""),
        ("value = 52", "value = 53"),
        ("period = \"2022\"", "period = \"2023\""),
        ("period = \"2022\"", "period = \"2022\"\ndiffers = \"towns\""),
        ("period = \"2022\"\nsource = \"bank\"", "period = \"2022\"\nsource = \"office\""),
        ("period = \"2022\"", "period = \"2022\"\nstated_by = \"somebody\""),
        ("period = \"2022\"", "period = \"2022\"\nnote = \"as printed\""),
    ] {
        assert!(says(&changed(&[change])).is_some(), "{change:?}");
    }
    assert_eq!(says(&changed(&[("value = 52", "value = 53")])).unwrap(), "more than 53 %");
}

#[test]
fn after_a_reload_the_cursor_is_gone_where_it_cannot_be_told() {
    let says = |text: &str| after_saving("<right>", text);
    assert_eq!(says(&changed(&[(FIRST, "")])), None, "it is removed");
    assert_eq!(says(&changed(&[(FIRST, &format!("{FIRST}{FIRST}"))])).unwrap(), "more than 52 %");
    let other = FIRST.replace("52", "60").replace("\"2022\"", "\"2024\"");
    assert_eq!(says(&changed(&[(FIRST, &other)])), None, "another one in its place");
    let (one, two) = (FIRST.replace("52", "53"), FIRST.replace("52", "54"));
    assert_eq!(says(&changed(&[(FIRST, &format!("{one}{two}"))])), None, "either may be it");
    // Of two that answer alike but for the figure, the one that is left is not the one removed.
    let both = NO_CHART.replacen(FIRST, &format!("{FIRST}{one}"), 1);
    let mut dashboard = Dashboard::of(&both, 80, 24).press("4<right>");
    assert_eq!(dashboard.model.panels.detail.cursor, Some(Cursor::Rival(0)));
    dashboard.saves(&NO_CHART.replacen(FIRST, &one, 1), 43);
    assert_eq!(dashboard.model.panels.detail.cursor, None);
    // One is changed, the other stays: there is no doubt which.
    let mut dashboard = Dashboard::of(&both, 80, 24).press("4<right>");
    dashboard.saves(&NO_CHART.replacen(FIRST, &format!("{one}{two}"), 1), 44);
    assert_eq!(dashboard.model.panels.detail.cursor, Some(Cursor::Rival(1)));
    assert_eq!(copied(&dashboard.press("Y")), "“more than 54” (more than 54 %)");
}

#[test]
fn a_find_that_is_left_leads_back_to_the_rival() {
    let before = detail("export-share-russia", "<right><right>");
    let dashboard = before.copy().press("/nuclear<esc>");
    assert_eq!(dashboard.model.panels.detail.cursor, before.model.panels.detail.cursor);
    assert_eq!(dashboard.screen(), before.screen());
    let dashboard = dashboard.press("/nuclear<enter><esc>");
    assert_eq!(
        (dashboard.model.panels.detail.cursor, dashboard.screen()),
        (before.model.panels.detail.cursor, before.screen())
    );
    let elsewhere = dashboard.press("1j4");
    assert_eq!(elsewhere.model.panels.detail.cursor, None, "another figure has no cursor yet");
}

#[test]
fn the_marked_rival_on_the_screen() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let dashboard = Dashboard::of_report(width, height).press("4<right>");
        assert_snapshot!(format!("rival_{width}x{height}"), dashboard.screen());
    }
    let bars = Dashboard::of_report(200, 60).press("4z<right><right>");
    assert_snapshot!("rival_full_200x60", bars.screen());
}
