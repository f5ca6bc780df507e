//! What stands on the screen is found as it stands there.

use indicia::app::Msg;
use indicia::app::document::{Evidence, FoundIn};
use indicia::app::overlays::Overlay;
use indicia::app::panels::CardLine;
use indicia::report::ItemIx;

use crate::harness::{Dashboard, REPORT};

const POLLS: &str = include_str!("../fixtures/reports/wordings-polls.toml");
const CLIMATE: &str = include_str!("../fixtures/reports/wordings-climate.toml");
const HEALTH: &str = include_str!("../fixtures/reports/wordings-health.toml");

/// The ids of what a text finds when it is pasted into the search field, best first.
fn found(dashboard: &Dashboard, typed: &str) -> Vec<String> {
    let dashboard = finding(dashboard, typed);
    let Some(Overlay::Find(find)) = &dashboard.model.overlay else { panic!("no find list") };
    let report = &dashboard.model.doc.report;
    let id = |hit: &indicia::app::nav::Hit| hit.item.id(report).unwrap().name().to_owned();
    find.found.hits.iter().map(id).collect()
}

fn finding(dashboard: &Dashboard, typed: &str) -> Dashboard {
    let mut dashboard = dashboard.copy().press("/");
    dashboard.send(Msg::Paste(typed.to_owned()));
    dashboard
}

/// A file of indicators with these labels; each has its label as its id, in letters a to z.
fn labelled(labels: &[(&str, &str)]) -> Dashboard {
    let item = |(id, label): &(&str, &str)| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nlabel = '''{label}'''\nunit = \"people\"\nvalue = 1\n"
        )
    };
    let items: String = labels.iter().map(item).collect();
    Dashboard::of(&format!("report.title = \"T\"\n{items}"), 120, 40)
}

/// What is copied from the screen, and the item that it stands for.
const COPIED: &[(&str, &str)] = &[
    // Gauges: labels, figures in words, periods, groups.
    ("Share of exports going to Russia", "export-share-russia"),
    ("Exports sent to Russia", "export-share-russia"),
    ("FDI from “the East”", "fdi-share-east"),
    ("FDI from \"the East\"", "fdi-share-east"),
    ("FDI from 'the East'", "fdi-share-east"),
    ("„the East”", "fdi-share-east"),
    ("«the East»", "fdi-share-east"),
    ("Debt to Russia,", "debt-to-russia"),
    ("Debt to Russia.", "debt-to-russia"),
    ("(Debt to Russia)", "debt-to-russia"),
    ("Rank of Belarus among Moscow's debtors", "debtor-rank"),
    ("Rank of Belarus among Moscow’s debtors", "debtor-rank"),
    ("moscow's", "debtor-rank"),
    ("IT exports, change", "it-exports-change"),
    ("up to 70 %", "export-share-russia"),
    ("up to 70%", "export-share-russia"),
    ("UP TO 70 %", "export-share-russia"),
    ("more than half", "fdi-share-east"),
    ("nearly 8 bn USD", "debt-to-russia"),
    ("rank 1", "debtor-rank"),
    ("fell 45 %", "it-exports-change"),
    ("fell 45%", "it-exports-change"),
    ("more than 19,000", "it-workers-left"),
    ("more than 19000", "it-workers-left"),
    ("more than 700", "missiles-from-belarus"),
    ("Feb 2022–Mar 2023", "missiles-from-belarus"),
    ("Feb 2022-Mar 2023", "missiles-from-belarus"),
    ("Feb 2022 – Mar 2023", "missiles-from-belarus"),
    ("at least 287", "arms-enterprises"),
    ("at least 287 enterprises", "arms-enterprises"),
    ("1 bn RUB, forecast", "media-holding-budget"),
    ("2025, forecast", "media-holding-launch"),
    ("more than 85 %", "oppose-troops"),
    ("two-thirds", "oppose-nuclear"),
    ("fewer than 1 in 10", "pupils-belarusian"),
    ("2021–2023", "it-exports-change"),
    ("2021-2023", "it-exports-change"),
    ("2021—2023", "it-exports-change"),
    ("ECONOMY Debt", "debt-to-russia"),
    ("Union State Budget", "media-holding-budget"),
    // Readings.
    ("≤ 70 %", "export-share-russia"),
    ("≤70%", "export-share-russia"),
    ("<= 70 %", "export-share-russia"),
    ("≤ 70\u{202f}%", "export-share-russia"),
    ("≤ 70\u{a0}%", "export-share-russia"),
    ("> 1/2", "fdi-share-east"),
    ("~< 8 bn USD", "debt-to-russia"),
    ("−45 %", "it-exports-change"),
    ("−45", "it-exports-change"),
    ("-45", "it-exports-change"),
    ("–45%", "it-exports-change"),
    ("> 19,000", "it-workers-left"),
    ("≥ 287", "arms-enterprises"),
    (">= 287", "arms-enterprises"),
    ("> 85 %", "oppose-troops"),
    ("2/3", "oppose-nuclear"),
    ("⅔", "oppose-nuclear"),
    ("< 1/10", "pupils-belarusian"),
    // As worded.
    ("“up to 70 percent”", "export-share-russia"),
    ("up to 70 percent.", "export-share-russia"),
    ("“nearly $8 billion”", "debt-to-russia"),
    ("$8 billion", "debt-to-russia"),
    ("“dropping 45 percent”", "it-exports-change"),
    ("“more than nineteen thousand”", "it-workers-left"),
    // Detail: sentences, who says it, sources and places in them, the table's last columns.
    ("at most 70 percent; no lower limit stated", "export-share-russia"),
    ("a little less than 8 billion USD; how much is not stated", "debt-to-russia"),
    ("the report, by implication", "export-share-russia"),
    ("coverage:¶21", "export-share-russia"),
    ("coverage:par. 21", "export-share-russia"),
    ("¶20", "debt-to-russia"),
    ("Press coverage of the report's launch, EuropeSays, n.d.", "debt-to-russia"),
    ("https://www.europesays.com/2572594", "debt-to-russia"),
    ("OSW, 18 Aug 2023", "export-share-russia"),
    ("Zadłużenie Białorusi według Banku Światowego", "debt-to-russia"),
    ("Всемирный банк назвал главного должника России", "debt-to-russia"),
    ("A ceiling: how far below it the share lies", "export-share-russia"),
    // Rivals.
    ("≈ 70 %", "export-share-russia"),
    ("around 70 %, Jan–Jun 2023", "export-share-russia"),
    ("“exceeds 90%”", "export-share-russia"),
    ("61,1%", "export-share-russia"),
    ("57.5%", "fdi-share-east"),
    ("~< 70 %", "fdi-share-east"),
    ("Russian capital alone", "fdi-share-east"),
    ("Belstat", "fdi-share-east"),
    ("7.55 bn USD", "debt-to-russia"),
    ("7.55 billion USD, 1 Jun 2019", "debt-to-russia"),
    // Points of charts, as they are read out, and the texts about their series.
    ("42.2 %, 2014", "export-share-russia"),
    ("≈ 45", "export-share-russia"),
    ("around 45 %, not comparable with those before, 2020", "export-share-russia"),
    ("57 %, not comparable with those before, Jan–Sep 2022", "export-share-russia"),
    ("“с 41% до 57%”", "export-share-russia"),
    ("67 %, about Jun 2025", "export-share-russia"),
    ("commit 1c1294a3", "export-share-russia"),
    ("Owed to Russia at the end of the year", "debt-to-russia"),
    ("7.62 bn USD, 31 Dec 2024", "debt-to-russia"),
    ("“7,62 mld dolarów”", "debt-to-russia"),
    ("$8,3 млрд", "debt-to-russia"),
    ("USD8.24", "debt-to-russia"),
    ("8.24", "debt-to-russia"),
    ("705.6", "it-exports-change"),
    ("113,587", "it-workers-left"),
    ("113587", "it-workers-left"),
    ("113 587", "it-workers-left"),
    ("113\u{202f}587", "it-workers-left"),
    ("At work in the Hi‑Tech Park", "it-workers-left"),
    // Events: dates and titles.
    ("Phase of “limited independence”", "limited-independence"),
    ("2015–2020", "limited-independence"),
    ("since 2020", "integration-since-2020"),
    ("6 Dec 2024", "security-treaty"),
    ("Treaty on security guarantees signed", "security-treaty"),
    ("Lukashenka: “several dozen” warheads in Belarus", "nuclear-dozens-claimed"),
    ("perhaps 3 Aug 2023", "eu-sanctions-2023"),
    ("about Apr 2024", "military-doctrine"),
];

#[test]
fn what_is_copied_from_the_screen_finds_its_item() {
    let report = Dashboard::of_report(60, 20);
    for (typed, id) in COPIED {
        let hits = found(&report, typed);
        assert!(hits.iter().any(|hit| hit == id), "{typed} finds {hits:?}");
    }
}

#[test]
fn a_figure_finds_itself_before_others() {
    let report = Dashboard::of_report(120, 40);
    for (typed, id) in [
        ("70%", "export-share-russia"),
        ("≤ 70 %", "export-share-russia"),
        ("fell 45%", "it-exports-change"),
        ("−45", "it-exports-change"),
        ("~< 8 bn USD", "debt-to-russia"),
        ("2/3", "oppose-nuclear"),
        ("2021-2023", "it-exports-change"),
        ("up to 70 percent.", "export-share-russia"),
    ] {
        assert_eq!(found(&report, typed)[0], id, "{typed}");
    }
}

/// What is typed in a file, and what the first row of the list shows; nothing if nothing is found.
const FIRST: &[(&str, &str, &[&str])] = &[
    // All words side by side in one text come before words in several texts.
    (POLLS, "36 %, May 2026", &["Conservatives", "history: 36 %, May 2026"]),
    (POLLS, "32 %, Oct 2026", &["Conservatives", "history: 32 %, Oct 2026"]),
    (POLLS, "34 %, Aug 2026", &["Conservatives", "history: 34 %, Aug 2026"]),
    (REPORT, "31 Dec 2018", &["history: 7.52 bn USD, 31 Dec 2018"]),
    (REPORT, "about Jun 2025", &["history: 67 %, about Jun 2025"]),
    // So does the place in a source; the number of a page is no figure.
    (REPORT, "¶21", &["at ¶21"]),
    (REPORT, "¶16", &["at ¶16"]),
    (REPORT, "¶25", &["at ¶25"]),
    (REPORT, "¶30", &["at ¶30"]),
    (HEALTH, "Table 1", &["Life expectancy at birth", "at Table 1, p. 12"]),
    (HEALTH, "Table 1, p. 12", &["Life expectancy at birth", "at Table 1, p. 12"]),
    (HEALTH, "Tab. 7", &["Deaths from measles", "at Tab. 7"]),
    // Numbers from their beginning, with a sign, and with both ends.
    (REPORT, "000", &[]),
    (REPORT, "+45 %", &[]),
    (HEALTH, "12900", &["Premature deaths"]),
    (HEALTH, "6100-12900", &["Premature deaths"]),
    (HEALTH, "6100 to 12900", &["Premature deaths"]),
    (HEALTH, "6,100-12,900", &["Premature deaths"]),
    (CLIMATE, "1.35-1.61", &["rose 1.35 to 1.61"]),
    (CLIMATE, "1.35–1.61", &["rose 1.35 to 1.61"]),
    // The figure before a mention.
    (CLIMATE, "0.8%", &["rose 0.8 %"]),
    (CLIMATE, "°C", &["Warming"]),
    // Dates as people and as the file write them.
    (REPORT, "November 2021", &["Nov 2021"]),
    (REPORT, "4 November 2021", &["4 Nov 2021"]),
    (REPORT, "2021-11-04", &["4 Nov 2021"]),
    (REPORT, "2021/2023", &["IT exports", "2021–2023"]),
];

#[test]
fn what_is_meant_comes_first_and_its_place_is_named() {
    for text in [REPORT, POLLS, CLIMATE, HEALTH] {
        let file = Dashboard::of(text, 180, 40);
        for (_, typed, shown) in FIRST.iter().filter(|(of, ..)| *of == text) {
            let screen = finding(&file, typed).screen();
            let first = screen.lines().find(|line| line.contains('›'));
            let first = first.filter(|_| !screen.contains("nothing has all of that"));
            let is_shown = first.map(|row| shown.iter().all(|text| row.contains(text)));
            assert_eq!(is_shown, (!shown.is_empty()).then_some(true), "{typed}: {screen}");
        }
    }
}

#[test]
fn the_same_letters_in_another_form_are_found() {
    let file = labelled(&[
        ("quotes", "FDI from „the East”"),
        ("apostrophe", "Minsk’s debt"),
        ("ligature", "Public ﬁnance"),
        ("german", "Größe der Straße"),
        ("wide", "ＡＢＣ index"),
        ("narrow", "ABC index"),
        ("french", "Œuvre à 70\u{202f}% près"),
        ("subscript", "CO₂ emissions"),
        ("soft", "co\u{ad}operation"),
        ("joined", "می\u{200c}خواهم"),
        ("kana", "か\u{3099}くせい"),
        ("korean", "한국 수출"),
        ("dashes", "East‑West – trade"),
        ("sign", "Weight 🔬 of things"),
    ]);
    for (typed, ids) in [
        ("\"the East\"", &["quotes"] as &[&str]),
        ("‘the east’", &["quotes"]),
        ("minsk's", &["apostrophe"]),
        ("Minsk´s", &["apostrophe"]),
        ("finance", &["ligature"]),
        ("ﬁnance", &["ligature"]),
        ("grosse", &["german"]),
        ("GRÖSSE", &["german"]),
        ("Größe", &["german"]),
        ("gro\u{308}ße", &["german"]),
        ("strasse", &["german"]),
        ("ABC", &["wide", "narrow"]),
        ("ＡＢＣ", &["wide", "narrow"]),
        ("oeuvre", &["french"]),
        ("70%", &["french"]),
        ("70 %", &["french"]),
        ("co2", &["subscript"]),
        ("CO₂", &["subscript"]),
        ("cooperation", &["soft"]),
        ("co\u{ad}operation", &["soft"]),
        ("co<U+00AD>operation", &["soft"]),
        ("\u{202e}fin\u{200b}ance\u{2069}", &["ligature"]),
        ("میخواهم", &["joined"]),
        ("が", &["kana"]),
        ("か\u{3099}くせい", &["kana"]),
        ("한국", &["korean"]),
        ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}", &["korean"]),
        ("East-West", &["dashes"]),
        ("East—West - trade", &["dashes"]),
        ("🔬", &["sign"]),
        ("weight 🔬 of", &["sign"]),
        ("… finance …", &["ligature"]),
        ("± finance", &["ligature"]),
        ("≤ finance", &["ligature"]),
    ] {
        assert_eq!(found(&file, typed), ids, "{typed:?}");
    }
    // What is not stated cannot be found.
    assert!(found(&file, "no date").is_empty());
    for typed in ["", " ", "“", "…", "—", "■□", "\u{200b}"] {
        assert!(found(&file, typed).is_empty(), "{typed:?}");
        let screen = finding(&file, typed).screen();
        assert!(!screen.contains("nothing has all of that"), "{typed:?}: {screen}");
    }
}

#[test]
fn a_number_is_not_made_of_scattered_digits() {
    let row = |id: &str, value: &str| {
        format!("[[indicator]]\nid = \"{id}\"\nlabel = \"L\"\nunit = \"%\"\nvalue = {value}\n")
    };
    let rows = ["7", "70", "0.7", "17", "37.0", "700", "27.08"]
        .map(|value| row(&format!("n{}", value.replace('.', "-")), value));
    let file = Dashboard::of(&format!("report.title = \"T\"\n{}", rows.concat()), 120, 40);
    assert_eq!(found(&file, "70%"), ["n70"]);
    assert_eq!(found(&file, "70 %"), ["n70"]);
    assert_eq!(found(&file, "70"), ["n70", "n700"]);
    assert_eq!(found(&file, "%").len(), 7);
}

/// A figure with a history, another measure and two rivals.
const EVIDENCE: &str = r#"
report.title = "T"
[source.bank]
title = "Bank"
[[indicator]]
id = "visits"
label = "Visits"
unit = "people"
value = 300
hedge = "about"
[[indicator.series]]
label = "Owed at the end"
points = [
  { period = "2019", value = 250 },
  { period = "2020", value = 263, hedge = "nearly", wording = "just short of 263", locator = "p. 77" },
  { period = "2021", value = 2630 },
]
[[indicator.series]]
label = "Spent there"
unit = "million USD"
differs = "money, not people"
points = [ { period = "2020", value = 12.5, hedge = "up to", status = "forecast" } ]
[[indicator.rival]]
value = 411
hedge = "at least"
source = "bank"
period = "2022"
[[indicator.rival]]
value = 522
hedge = "over"
source = "bank"
stated_by = "the Ministry"
differs = "with day trips"
"#;

#[test]
fn a_figure_of_the_evidence_is_found_and_shown_with_its_hedge_and_period() {
    let file = Dashboard::of(EVIDENCE, 120, 40);
    for (typed, shown) in [
        ("263", "history: nearly 263 people, 2020"),
        ("~< 263", "history: nearly 263 people, 2020"),
        ("2630", "history: 2,630 people, 2021"),
        ("2,630", "history: 2,630 people, 2021"),
        ("owed 2019", "history: 250 people, 2019"),
        ("just short", "history: nearly 263 people, 2020"),
        ("p. 77", "history: nearly 263 people, 2020"),
        ("owed", "history: Owed at the end"),
        ("12.5", "other measure: ≤ 12.5 mn USD, forecast, 2020"),
        ("411", "others say: at least 411 people, 2022"),
        ("≥ 411", "others say: at least 411 people, 2022"),
        ("522 ministry", "other measure: over 522 people, no date"),
        ("day trips", "other measure: over 522 people, no date"),
    ] {
        assert_eq!(found(&file, typed), ["visits"], "{typed}");
        let screen = finding(&file, typed).screen();
        assert!(screen.contains(shown), "{typed}: {screen}");
    }
    // Where there is no room for the hedge and the period, the figure is not shown either.
    for width in 24..120 {
        let screen = finding(&Dashboard::of(EVIDENCE, width, 20), "263").screen();
        let row = screen.lines().find(|line| line.contains('›')).unwrap();
        let row = row.split(['│', '┃']).nth(1).unwrap();
        let whole = ["nearly 263 people, 2020", "~< 263 people, 2020"]
            .iter()
            .any(|text| row.contains(text));
        assert!(whole || !row.contains("263"), "{width}: {row}");
    }
}

#[test]
fn the_letters_that_match_are_marked_as_they_are_drawn() {
    let file = labelled(&[("a", "Größe: ﬁne “East” − 70 % co\u{ad}op")]);
    for (typed, marked) in [
        ("grosse", "Größe"),
        ("fine", "ﬁne"),
        ("\"east\"", "East"),
        ("70%", "70%"),
        ("fin", "ﬁn"),
        ("coop", "coop"),
        ("ss", ""),
    ] {
        let dashboard = finding(&file, typed);
        let Some(Overlay::Find(find)) = &dashboard.model.overlay else { panic!("no find list") };
        let label = &dashboard.model.doc.report.indicators[0].label;
        let places = find.matches(std::iter::once(&**label)).remove(0);
        let letters: Vec<char> = label.chars().collect();
        assert_eq!(places.iter().map(|at| letters[*at]).collect::<String>(), marked, "{typed}");
    }
}

/// Texts of the program where the file states nothing.
const OURS: [&str; 2] = ["none given", "in nothing that is stated"];

/// The labels of a card under which the program speaks about the figure, or breaks a word.
const COMMENTARY: &[&str] = &[
    "age", "not said", "others", "verdict", "latest", "period", "area", "events", "related",
    "address", "overdue", "distance", "outcome", "foreseen",
];

#[test]
fn every_text_of_every_figure_is_found() {
    let mut there = Dashboard::of_report(120, 40);
    // Without room for a card, which takes most of the time.
    let small = Dashboard::of_report(60, 20);
    let report = there.model.doc.report.clone();
    for (ix, indicator) in report.indexed() {
        let id = &*indicator.id;
        let mut texts = Vec::new();
        for observation in indicator.observations() {
            texts.extend([observation.words(), observation.figure(), observation.reading()]);
            texts.extend(observation.period.as_ref().map(|_| observation.period_words()));
            texts.extend(observation.wording.as_ref().map(|wording| format!("“{wording}”")));
            let more = [&observation.locator, &observation.stated_by, &observation.note];
            texts.extend(more.into_iter().flatten().map(ToString::to_string));
            let source = observation.source.and_then(|ix| report.source(ix));
            texts.extend(source.map(indicia::report::Source::citation));
        }
        if there.selected() != id {
            there = there.press("j");
        }
        assert_eq!(there.selected(), id);
        // A line of the card without its last word, which may be cut.
        let mut label = "";
        for line in &there.model.panels.detail.card.lines {
            let text = match line {
                CardLine::Field(of, text) => {
                    if !of.is_empty() {
                        label = of;
                    }
                    Some(text).filter(|_| !COMMENTARY.contains(&label) && !OURS.contains(&&**text))
                }
                CardLine::Title(text) | CardLine::Quote(text) | CardLine::Reading(text) => {
                    Some(text)
                }
                _ => None,
            };
            texts.extend(text.cloned());
        }
        texts.sort_unstable();
        texts.dedup();
        for text in texts {
            // The first words tell as much as all of a long note.
            let text: Vec<_> = text.trim_start_matches("› ").split(' ').take(8).collect();
            let text = text.join(" ").replace(", no date", "");
            let dashboard = finding(&small, &text);
            let Some(Overlay::Find(find)) = &dashboard.model.overlay else { unreachable!() };
            let is_found = find.found.hits.iter().any(|hit| hit.item == ItemIx::Indicator(ix));
            assert!(is_found, "{text:?} of {id}");
        }
    }
}

#[test]
fn every_text_of_every_event_is_found() {
    let there = Dashboard::of_report(60, 20);
    let report = &there.model.doc.report;
    for event in &report.events {
        let source = event.source.and_then(|ix| report.source(ix));
        let texts = [
            Some(event.title.to_string()),
            event.date.as_ref().map(|_| event.date_words()),
            event.note.as_ref().map(ToString::to_string),
            event.locator.as_ref().map(ToString::to_string),
            source.map(indicia::report::Source::citation),
        ];
        for text in texts.into_iter().flatten() {
            let hits = found(&there, &text);
            assert!(hits.iter().any(|hit| *hit == *event.id), "{text:?} of {}", event.id);
        }
    }
}

#[test]
fn a_list_is_shortened_by_the_same_rule() {
    let commands = |typed: &str| {
        let mut dashboard = Dashboard::of_report(120, 40).press(":");
        dashboard.send(Msg::Paste(typed.to_owned()));
        let Some(Overlay::Commands(list)) = &dashboard.model.overlay else { panic!("no list") };
        list.picker.matches.len()
    };
    assert!(commands("theme") > 0);
    assert_eq!(commands("“ｔｈｅｍｅ”,"), commands("theme"));
    let dashboard =
        Dashboard::of(&REPORT.replace("title = \"Economy\"", "title = \"Größe\""), 120, 40);
    let dashboard = dashboard.press("fgrosse<enter>");
    assert_eq!(dashboard.model.panels.gauges.order.len(), 4);
}

#[test]
fn a_hit_says_where_it_is() {
    let file = Dashboard::of(EVIDENCE, 120, 40);
    let place = |typed: &str| {
        let dashboard = finding(&file, typed);
        let Some(Overlay::Find(find)) = &dashboard.model.overlay else { unreachable!() };
        let evidence = find.found.evidence(find.found.hits.iter().copied(), &dashboard.model.doc);
        (find.found.hits[0].place, evidence[0])
    };
    assert!(matches!(place("263"), (FoundIn::Evidence, Some(Evidence::Point(_)))));
    assert_eq!(place("411"), (FoundIn::Evidence, Some(Evidence::Rival(0))));
    assert_eq!(place("visits"), (FoundIn::Label, None));
    assert_eq!(place("≈ 300"), (FoundIn::Figure, None));
}
