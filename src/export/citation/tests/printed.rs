//! What printed words say of a figure, and what has to be said beside them.

use super::*;

/// The words of a figure of this unit that was printed like that.
fn in_unit(unit: &str, figure: &str, wording: &str) -> String {
    let text = format!(
        "[report]\ntitle = \"R\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"{unit}\"\n{figure}\n\
         wording = \"{wording}\"\n"
    );
    words(Cited::Headline(&report(&text).indicators[0]))
}

#[test]
fn printed_words_that_lack_a_limit_are_not_sent_without_it() {
    let words_of = |figure: &str, wording: &str| in_unit("%", figure, wording);
    for (figure, wording, limit) in [
        ("change = true\nvalue = -45", "45 percent", "fell 45"),
        ("value = [50, 70]", "70 percent", "50 to 70"),
        ("value = 28\nhedge = \"over\"", "28 people over two years", "over 28"),
        ("value = 28\nhedge = \"some\"", "28 in some places", "some 28"),
        ("value = 70\nhedge = \"up to\"", "a follow-up to 70 percent", "up to 70"),
        ("value = 70\nhedge = \"over\"", "overall 70", "over 70"),
        ("value = 70\nhedge = \"up to\"", "up to 70", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "up to 2023, 70%", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "up to 2023, seventy percent", "up to 70"),
        ("value = 60\nhedge = \"at least\"", "at least 3 in 5 sources say some 60%", "at least 60"),
        ("value = 60\nhedge = \"over\"", "over three years 60 percent", "over 60"),
        ("value = 60\nhedge = \"over\"", "over three years, sixty percent", "over 60"),
        ("value = 70\nhedge = \"more than\"", "no more than 70%", "more than 70"),
        ("value = 70\nhedge = \"less than\"", "not less than 70%", "less than 70"),
        ("value = 70\nhedge = \"up to\"", "up to 70% or more", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "up to 70%+", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "up to 70 percentage points", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "It went up. To 70%", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "a follow\u{2011}up to 70%", "up to 70"),
        ("value = 15\nhedge = \"nearly\"", "nearly 1,5 %", "nearly 15"),
        ("value = 70", "−70 %", "70"),
        ("value = 70", "the percent of exports", "70"),
    ] {
        let words = words_of(figure, wording);
        assert!(words.contains(&format!("({limit}")), "{words}");
    }
}

#[test]
fn printed_words_that_say_all_are_sent_alone() {
    let words_of = |figure: &str, wording: &str| in_unit("%", figure, wording);
    for (figure, wording) in [
        ("value = 70\nhedge = \"just over\"", "Just  over 70%"),
        ("value = \"1/2\"\nhedge = \"more than\"", "more than half"),
        ("value = 70\nhedge = \"up to\"", "a share of up to 70 Percent"),
        ("value = 70", "70 % since 2020"),
    ] {
        assert_eq!(words_of(figure, wording).matches('(').count(), 0, "{wording}");
    }
}

#[test]
fn printed_words_without_the_unit_are_not_sent_alone() {
    for (unit, figure, wording, is_whole) in [
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly $8 billion", true),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly $8bn", true),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly 8,000,000,000 USD", true),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly $8", false),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly 8 billion", false),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly 8 billion, not USD", false),
        ("USD", "value = 8\nhedge = \"nearly\"", "nearly $8 trillion", false),
        ("USD", "value = 19000\nhedge = \"over\"", "over $19,000", true),
        ("people", "value = 8\nhedge = \"nearly\"", "nearly 8 million people", false),
        ("people", "value = 8\nhedge = \"nearly\"", "nearly 8m people", false),
        ("people", "value = 8\nhedge = \"nearly\"", "nearly 8 hundred people", false),
        ("thousand people", "value = 19\nhedge = \"nearly\"", "nearly 19,000 people", true),
        (
            "thousand people",
            "value = 19\nhedge = \"nearly\"",
            "nearly 19,000 thousand people",
            false,
        ),
        ("ha", "value = 8\nhedge = \"nearly\"", "Belarus has nearly 8", false),
        ("ha", "value = 8\nhedge = \"nearly\"", "nearly 8 ha", true),
        ("tonnes of oil", "value = 8\nhedge = \"nearly\"", "nearly 8 of the plants", false),
        ("enterprises", "value = 287\nhedge = \"at least\"", "at least 287", false),
        ("enterprises", "value = 287\nhedge = \"at least\"", "at least 287 entertainers", false),
        ("enterprises", "value = 287\nhedge = \"at least\"", "at least 287 enterprises", true),
        ("enterprises", "value = 1\nhedge = \"at least\"", "at least 1 enterprise", true),
        ("programmes", "value = 28", "twenty-eight programmes", true),
        ("rank", "value = 2\nhedge = \"about\"", "about 2 million people", false),
    ] {
        let words = in_unit(unit, figure, wording);
        assert_eq!(!words.contains('('), is_whole, "{words}");
    }
}
