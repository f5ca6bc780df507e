//! Words of figures in saved copies of their sources.

use indicia::app::overlays::Overlay;
use indicia::app::{Effect, Msg};
use indicia::load::load;
use indicia::passage::look_up;
use insta::assert_snapshot;

use crate::harness::{Dashboard, as_of};

const FILE: &str = "[report]\ntitle = \"The mills\"\n\
    [source.mills]\ntitle = \"A slow spring\"\npublished = \"2026-06-02\"\n\
    copy = \"sources/mills.html\"\nurl = \"https://mills.example/spring\"\n\
    [source.paper]\ntitle = \"The paper\"\npublished = \"2026-06-03\"\ncopy = \"sources/paper.txt\"\n\
    [[indicator]]\nid = \"output\"\nlabel = \"Output of the mills\"\nunit = \"%\"\nchange = true\n\
    value = -70\nhedge = \"up to\"\nperiod = \"2026-05\"\n\
    wording = \"fell by up to 70 percent\"\nsource = \"mills\"\nlocator = \"¶ 2\"\n\
    also = [{ source = \"paper\", locator = \"¶ 1\", wording = \"a fall of up to 70 %\" }]\n\
    [[indicator.rival]]\nvalue = -40\nperiod = \"2026-05\"\nwording = \"fell by 40 percent\"\n\
    source = \"paper\"\nlocator = \"¶ 2\"\n";

const MILLS: &str = include_str!("../fixtures/invalid/sources/mills.html");
const PAPER: &str = "A fall of up to 70 %, says the ministry.\n\nOthers say that it fell by 40 percent. \
    Who is right is not known.\n";

/// The dashboard of a file, with copies of these texts.
fn dashboard(mills: &str, paper: &str) -> Dashboard {
    let mut dashboard = Dashboard::of(FILE, 120, 60);
    dashboard.model.env.opens_with = Ok("xdg-open".to_owned());
    read(&mut dashboard, mills, paper);
    dashboard
}

fn read(dashboard: &mut Dashboard, mills: &str, paper: &str) {
    let passages = look_up(&load(FILE, as_of()).quoted, FILE, |name| {
        Ok(if name == "sources/mills.html" { mills } else { paper }.to_owned())
    });
    dashboard.send(Msg::Copies(Box::new(passages), FILE.into()));
}

#[test]
fn the_record_has_the_sentences_around_the_words() {
    assert_snapshot!(dashboard(MILLS, PAPER).press("<enter>").screen());
}

#[test]
fn the_copy_is_offered_before_the_address() {
    let shown = dashboard(MILLS, PAPER).press("o");
    assert_snapshot!(shown.screen());
    let opened = shown.copy().press("<enter>");
    assert_eq!(opened.effects, [Effect::OpenCopy("sources/mills.html".into())]);
    let refused = shown.copy().press("y");
    assert!(refused.effects.is_empty() && matches!(refused.model.overlay, Some(Overlay::Link(_))));
    let web = shown.press("j<enter>");
    assert!(
        matches!(&web.effects[..], [Effect::Open(address)] if address.to_string().contains("mills.example"))
    );
}

#[test]
fn a_copy_that_no_program_should_be_given_is_not_offered() {
    let file = FILE.replace("sources/mills.html", "sources/mills.desktop");
    let mut dashboard = Dashboard::of(&file, 120, 40);
    let passages = look_up(&load(&file, as_of()).quoted, &file, |_| Ok(MILLS.to_owned()));
    dashboard.send(Msg::Copies(Box::new(passages), file.as_str().into()));
    let shown = dashboard.press("o");
    assert!(!shown.screen().contains("mills.desktop"), "{}", shown.screen());
}

#[test]
fn what_a_copy_does_not_have_is_a_fault_that_leaves_nothing_out() {
    let changed = MILLS.replace("70", "60");
    let mut shown = dashboard(&changed, PAPER);
    assert!(shown.copy().press("w").screen().contains("E023"), "{}", shown.screen());
    let record = shown.copy().resized(200, 90).press("<enter>").screen();
    assert!(
        record.contains("! the copy of 'mills' has no 'fell by up to 70 percent' (E023)"),
        "{record}"
    );
    assert!(record.contains("“fell by up to 70 percent”"), "{record}");
    // The file is sound, so it can still be edited.
    let edited = shown.copy().press("i");
    assert_eq!(edited.effects, [Effect::CheckWritable]);
    // Once the copy has the words, nothing is left of the fault.
    read(&mut shown, MILLS, PAPER);
    assert!(shown.model.doc.diagnostics.is_empty(), "{:?}", shown.model.doc.diagnostics);
    assert!(shown.press("<enter>").screen().contains("a bad month"));
}

#[test]
fn what_was_found_for_another_text_is_not_taken() {
    let mut shown = dashboard(MILLS, PAPER);
    let other = FILE.replace("70", "60");
    let passages = look_up(&load(&other, as_of()).quoted, &other, |_| Ok(PAPER.to_owned()));
    shown.send(Msg::Copies(Box::new(passages), other.into()));
    assert!(shown.model.doc.diagnostics.is_empty());
}

#[test]
fn reading_again_reads_the_copies_too() {
    assert_eq!(dashboard(MILLS, PAPER).press("r").effects, [Effect::Recheck]);
}
