//! What is copied and opened: never a figure without its hedge, never an address unseen.

use indicia::app::document::Tone;
use indicia::app::overlays::Overlay;
use indicia::app::{Effect, Msg};
use indicia::export::CitationFormat;
use indicia::report::Address;
use insta::assert_snapshot;

use crate::harness::{Dashboard, REPORT};

fn after(script: &str) -> Dashboard {
    Dashboard::of_report(120, 40).press(script)
}

/// The dashboard of a file with one figure and its source, whose lines are given.
fn sourced(source: &str) -> Dashboard {
    let text = format!(
        "[report]\ntitle = \"R\"\n[source.bank]\ntitle = \"Bank\"\n{source}\n[[indicator]]\n\
         id = \"debt\"\nlabel = \"Debt\"\nunit = \"%\"\nvalue = 70\nhedge = \"up to\"\n\
         wording = \"up to 70\"\nlocator = \"Table 3, p. 41\"\nsource = \"bank\"\n"
    );
    let mut dashboard = Dashboard::of(&text, 80, 24);
    dashboard.model.env.opens_with = Ok("xdg-open".to_owned());
    dashboard
}

/// What was copied last.
#[track_caller]
fn copied(dashboard: &Dashboard) -> &str {
    match dashboard.effects.last() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied: {other:?}\n{}", dashboard.screen()),
    }
}

fn is_shown(dashboard: &Dashboard) -> bool {
    matches!(dashboard.model.overlay, Some(Overlay::Link(_)))
}

/// The line that says what did not work.
#[track_caller]
fn trouble(dashboard: &Dashboard) -> [String; 2] {
    let mut lines = dashboard.model.news_lines().into_iter();
    let notice = lines.find(|line| line.tone == Tone::Trouble).unwrap().notice;
    [notice.long, notice.short]
}

#[test]
fn y_copies_a_citation_of_the_headline_in_the_format_that_is_set() {
    let mut dashboard = after("y");
    assert_eq!(
        copied(&dashboard),
        "Share of exports going to Russia: “up to 70 percent” (read as ≤ 70 %); of exports of \
         Belarus; Belarus; no date; said by the report, by implication. Press coverage of the \
         report's launch, EuropeSays, n.d., ¶21, https://www.europesays.com/2572594"
    );
    for (format, begin) in [
        (CitationFormat::Markdown, "**Share of exports going to Russia**: “up to 70 percent” ("),
        (CitationFormat::Bibtex, "@misc{export-share-russia,\n"),
    ] {
        dashboard.model.env.citation = format;
        dashboard = dashboard.press("y");
        assert!(copied(&dashboard).starts_with(begin), "{}", copied(&dashboard));
    }
}

#[test]
fn the_words_alone_are_those_of_the_print() {
    assert_eq!(copied(&after("Y")), "“up to 70 percent”");
    assert_eq!(copied(&after("jY")), "“more than half”");
}

#[test]
fn in_the_detail_the_point_at_the_cursor_is_copied() {
    // Until the cursor is moved, the headline is meant, as for the form.
    assert_eq!(copied(&after("4Y")), "“up to 70 percent”");
    let dashboard = after("4<left><left><left>Y");
    assert_eq!(copied(&dashboard), "“65%” (65 %, not comparable with those before)");
    let dashboard = dashboard.press("y");
    let text = copied(&dashboard);
    assert!(text.contains("period about Jan 2025; said by Ukrainian foreign"), "{text}");
    assert!(text.contains("odessa") || text.contains("Odessa"), "{text}");
    assert_eq!(copied(&dashboard.press("1Y")), "“up to 70 percent”", "keys go to the gauges");
}

#[test]
fn in_the_timeline_the_event_is_copied() {
    assert_eq!(copied(&after("3Y")), "Crimea annexed, war in the Donbas, 2014");
    let dashboard = after("3y");
    assert!(copied(&dashboard).starts_with("Crimea annexed, war in the Donbas; 2014. Press"));
    let dashboard = after("3o");
    assert!(is_shown(&dashboard));
    assert!(!dashboard.screen().contains(":~:text="), "its title is not what was printed");
}

#[test]
fn every_figure_of_the_report_is_copied_with_its_hedge() {
    let mut dashboard = after("");
    for indicator in &dashboard.model.doc.report.indicators.clone() {
        dashboard = dashboard.select(&indicator.id).press("y");
        let hedge = indicator.headline.quantity.as_ref().and_then(indicia::report::Quantity::hedge);
        let text = copied(&dashboard).to_lowercase();
        assert!(hedge.is_none_or(|hedge| text.contains(hedge.word)), "{text}");
        assert!(text.contains(&indicator.headline.reading().to_lowercase()), "{text}");
    }
}

/// What became of a copy.
fn became(how: &str) -> Msg {
    Msg::Copied(Ok(how.to_owned()))
}

#[test]
fn no_more_is_said_of_a_copy_than_is_known() {
    for (key, how, says) in [
        ("Y", "sent to the terminal", "words sent to the terminal"),
        ("y", "copied with wl-copy", "citation copied with wl-copy"),
    ] {
        let mut dashboard = after(key);
        dashboard.send(became(how));
        assert_eq!(dashboard.news(), [says]);
    }
    let mut dashboard = after("y");
    dashboard.send(Msg::Copied(Err("it is too long".to_owned())));
    assert_eq!(trouble(&dashboard)[0], "citation not copied: it is too long");
}

#[test]
fn what_was_copied_is_shown_whole_without_anything_beside_it() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let dashboard = Dashboard::of_report(width, height).press("y");
        let screen = dashboard.screen();
        let (_, below) = screen.split_once(" citation: the mouse can sele").unwrap();
        let lines: Vec<_> = below.lines().skip(1).map(str::trim_end).collect();
        assert!(lines.join(" ").starts_with(copied(&dashboard)), "{screen}");
    }
    let mut dashboard = Dashboard::of_report(80, 24).press("y");
    dashboard.send(became("copied with wl-copy"));
    assert_snapshot!("copied_80x24", dashboard.screen());
}

#[test]
fn a_text_that_is_higher_than_the_screen_says_that_it_goes_on() {
    let mut dashboard = Dashboard::of_report(40, 9);
    dashboard.model.env.citation = CitationFormat::Bibtex;
    let screen = dashboard.press("y").screen();
    assert!(screen.contains("@misc{") && screen.contains(" more lines"), "{screen}");
    let mut dashboard = Dashboard::of_report(40, 20);
    dashboard.model.env.citation = CitationFormat::Bibtex;
    let screen = dashboard.press("y").screen();
    assert!(screen.contains("\n  title = {{"), "a line that is broken keeps its indent\n{screen}");
}

#[test]
fn the_next_key_closes_what_was_copied_and_does_its_work() {
    let shows = |dashboard: &Dashboard| dashboard.model.shown_copy().is_some();
    let dashboard = after("y");
    assert!(shows(&dashboard));
    let before = dashboard.model.nav.selection;
    let dashboard = dashboard.press("j");
    assert!(!shows(&dashboard) && dashboard.model.nav.selection != before);
    // Esc closes it and nothing else; the answer that comes later opens nothing.
    let dashboard = after("zy<esc>");
    assert!(!shows(&dashboard) && dashboard.model.nav.zoomed);
    let mut dashboard = dashboard.press("<esc>");
    assert!(!dashboard.model.nav.zoomed);
    dashboard.send(became("copied with wl-copy"));
    assert!(!shows(&dashboard));
    assert_eq!(dashboard.news(), ["citation copied with wl-copy"]);
    let dashboard = after("my");
    assert!(dashboard.screen().contains("citation: Shift and the mouse"), "{}", dashboard.screen());
}

#[test]
fn where_nothing_is_selected_nothing_is_sent() {
    for key in ["y", "Y", "o"] {
        for dashboard in
            [Dashboard::of("[report]\ntitle = \"R\"\n", 80, 24), Dashboard::loading(80, 24)]
        {
            let dashboard = dashboard.press(key);
            assert!(dashboard.effects.is_empty() && dashboard.model.overlay.is_none());
            assert_eq!(trouble(&dashboard)[0], "nothing is selected");
        }
    }
}

#[test]
fn an_address_is_shown_before_it_is_opened() {
    let web = "url = \"https://Bank.example/a?b#c\"";
    let address = "https://bank.example/a?b#c:~:text=up%20to%2070";
    let dashboard = sourced(web).press("o");
    assert!(is_shown(&dashboard) && dashboard.effects.is_empty());
    assert!(dashboard.screen().contains(address), "{}", dashboard.screen());
    let mut dashboard = dashboard.press("<enter>");
    assert!(dashboard.model.overlay.is_none());
    let opened = Effect::Open(Address::new(address).unwrap());
    assert_eq!(dashboard.effects, [opened]);
    dashboard.send(Msg::Opened(Ok(())));
    assert_eq!(dashboard.news(), ["address handed to xdg-open"]);
    dashboard.send(Msg::Opened(Err("xdg-open ended with code 3".to_owned())));
    assert_eq!(dashboard.news(), ["the address was not opened: xdg-open ended with code 3"]);
    // It may come while the user is typing.
    dashboard = dashboard.press("j");
    assert_eq!(trouble(&dashboard)[0], "the address was not opened: xdg-open ended with code 3");
    // News that came in between stay.
    let mut dashboard = sourced(web).press("Y");
    dashboard.send(became("sent to the terminal"));
    dashboard.send(Msg::Opened(Err("xdg-open ended with code 3".to_owned())));
    assert_eq!(dashboard.news()[1], "words sent to the terminal");

    let dashboard = sourced(web).press("oy");
    assert_eq!((copied(&dashboard), is_shown(&dashboard)), (address, false));
    for leave in ["<esc>", "o", "q"] {
        let dashboard = sourced(web).press("o").press(leave);
        assert!(dashboard.effects.is_empty() && dashboard.model.overlay.is_none(), "{leave}");
    }
}

#[test]
fn a_browser_that_is_not_used_is_named_before_the_address_is_opened() {
    let mut dashboard = sourced("url = \"https://bank.example/\"");
    dashboard.model.env.browser_fault = Some("BROWSER names no, which was not found".to_owned());
    let screen = dashboard.press("o").screen();
    let says = "xdg-open opens it, as BROWSER names no, which was not found.";
    assert!(screen.contains(says), "{screen}");
}

#[test]
fn a_pdf_is_opened_at_the_page_of_the_locator() {
    let dashboard = sourced("url = \"https://bank.example/r.pdf\"").press("o");
    let screen = dashboard.screen();
    assert!(screen.contains("https://bank.example/r.pdf#page=41"), "{screen}");
    assert!(screen.contains("page 41 of the file"), "{screen}");
}

#[test]
fn where_no_browser_can_be_started_the_address_can_be_copied() {
    let mut dashboard = sourced("url = \"https://bank.example/\"");
    dashboard.model.env.opens_with = Err("no display".to_owned());
    let dashboard = dashboard.press("o");
    let screen = dashboard.screen();
    assert!(screen.contains("It cannot be opened here: no display"), "{screen}");
    assert!(!screen.contains("Enter open") && screen.contains("y copy"), "{screen}");
    let dashboard = dashboard.press("<enter>");
    assert!(dashboard.effects.is_empty() && is_shown(&dashboard));
    assert_eq!(trouble(&dashboard)[0], "no display");
    assert_eq!(copied(&dashboard.press("y")), "https://bank.example/#:~:text=up%20to%2070");
}

#[test]
fn an_address_that_leads_elsewhere_is_named_and_goes_nowhere() {
    for (source, said) in [
        ("url = \"https://bank.example@evil.example/\"", "is refused: it names a user"),
        ("url = \"https://bаnk.example/\"", "is refused: its host has letters"),
        ("url = \"https://bank.example/\u{202e}fdp.x\"", "is refused: it has < or a hidden"),
        ("url = \"https://bank.example\\\\@evil.example/\"", "is refused: it has a sign"),
        ("url = \"https://bank.example:x/\"", "is refused: its port"),
        ("", "has no address: E opens it in the editor, to add one"),
    ] {
        for rest in ["", "<enter>", "y"] {
            let shown = sourced(source).press("o");
            assert!(shown.model.overlay.is_none() && shown.effects.is_empty(), "{source}");
            assert!(trouble(&shown)[0].contains(said), "{:?}", trouble(&shown));
            let later = shown.press(rest);
            let is_sent = |effect: &Effect| match effect {
                Effect::Open(_) => true,
                Effect::Copy(text) => text.contains("evil"),
                _ => false,
            };
            assert!(!later.effects.iter().any(is_sent), "{source}");
        }
    }
    let unsourced = REPORT.replacen("source    = \"coverage\"\n", "", 1);
    let dashboard = Dashboard::of(&unsourced, 80, 24).press("o");
    assert!(trouble(&dashboard)[0].starts_with("what is selected names no source"));
}

#[test]
fn an_address_is_never_cut() {
    let path = (0..200).map(|n| format!("{n:03}/")).collect::<Vec<_>>().concat();
    for (width, height) in [(80, 24), (60, 20), (40, 12), (20, 6)] {
        let mut dashboard = sourced(&format!("url = \"https://bank.example/{path}\"")).press("o");
        dashboard.resize(width, height);
        let mut seen = String::new();
        for _ in 0..400 {
            seen.push_str(&dashboard.screen());
            dashboard = dashboard.press("j");
        }
        let seen: String = seen.chars().filter(|c| !"┃ \n".contains(*c)).collect();
        assert!(seen.contains("xdg-openopensit."), "{}", dashboard.screen());
        for n in 0..199 {
            let piece = format!("{n:03}/");
            assert!(seen.contains(&piece), "{piece} at {width}×{height}");
        }
    }
}

#[test]
fn the_address_on_the_screen() {
    let mut dashboard = after("");
    dashboard.model.env.opens_with = Ok("xdg-open".to_owned());
    let mut dashboard = dashboard.resized(80, 24).press("o");
    assert_snapshot!("address_80x24", dashboard.screen());
    dashboard.resize(60, 20);
    assert_snapshot!("address_60x20", dashboard.screen());
    let styles = dashboard.styles();
    assert!(styles.contains("bold www.europesays.com"), "{styles}");
    let mut nowhere = after("<esc>").resized(80, 24).press("o");
    nowhere.model.env.opens_with = Err("this session came over ssh and has no display".to_owned());
    assert_snapshot!("address_over_ssh_80x24", nowhere.screen());
}

#[test]
fn a_citation_in_another_format_is_called_by_it() {
    for (name, says) in [("bibtex", "BibTeX citation"), ("markdown", "Markdown citation")] {
        let keys = format!(":as {name}<enter><esc>y");
        let mut dashboard = Dashboard::of_report(80, 24).press(&keys);
        dashboard.send(became("sent to the terminal"));
        assert_eq!(dashboard.news(), [format!("{says} sent to the terminal")]);
    }
    let mut plain = Dashboard::of_report(80, 24).press("y");
    plain.send(became("sent to the terminal"));
    assert_eq!(plain.news(), ["citation sent to the terminal"]);
}
