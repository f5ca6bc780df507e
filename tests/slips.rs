//! A slip of the finger: one wrong character costs no more than the item that it is in, and is not
//! reported as many faults.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test that cannot go on fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use indicia::load::{Loaded, load};
use indicia::report::{Day, Indicator};

const SAMPLE: &str = include_str!("fixtures/report.toml");
const TYPED: &[char] = &[
    'a', 'x', '7', ' ', '.', ',', '-', '_', '"', '\'', '=', '#', '[', ']', '{', '}', '\\', '\n',
    'é',
];

fn read(text: &str) -> Loaded {
    load(text, Day::new(2026, 11, 23))
}

/// The items of a file by kind and name, each with its line.
fn items(loaded: &Loaded) -> BTreeSet<(u32, String)> {
    let report = &loaded.report;
    let indicators = report.indicators.iter().map(|i| (i.line, format!("indicator {}", i.id)));
    let events = report.events.iter().map(|e| (e.line, format!("event {}", e.id)));
    let groups = report.groups.iter().map(|g| (g.line, format!("group {}", g.id)));
    let sources = report.sources.iter().map(|s| (s.line, format!("source {}", s.key)));
    indicators.chain(events).chain(groups).chain(sources).collect()
}

/// What an indicator says, by its id: its figure, and how much there is beside it.
fn said(loaded: &Loaded) -> BTreeMap<String, String> {
    let said = |i: &Indicator| {
        let points: Vec<usize> = i.series.iter().map(|s| s.points.len()).collect();
        let poll = i.poll.is_some();
        format!("{} {points:?} {} {poll}", i.headline.words(), i.rivals.len())
    };
    loaded.report.indicators.iter().map(|i| (i.id.to_string(), said(i))).collect()
}

/// Numbers that are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a small number") % end
    }
}

/// What a slip does to a text, and what came of it.
struct Slip {
    text: String,
    line: u32,
    what: String,
    errors: usize,
    kept: usize,
    /// The items that are gone or say something else, besides the one that the slip is in.
    lost: Vec<String>,
}

/// A file without faults, its items, and what they say.
struct Sound<'t> {
    text: &'t str,
    items: BTreeSet<(u32, String)>,
    said: BTreeMap<String, String>,
}

/// Deletes, inserts, replaces or doubles one character.
fn slip(sound: &Sound<'_>, dice: &mut Dice) -> Slip {
    let Sound { text: sound, items: whole, said: before } = sound;
    let places: Vec<(usize, char)> = sound.char_indices().collect();
    let (at, old) = places[dice.below(places.len())];
    let typed = TYPED[dice.below(TYPED.len())];
    let mut text = (*sound).to_owned();
    let what = match dice.below(4) {
        0 => {
            text.remove(at);
            format!("without {old:?}")
        }
        1 => {
            text.insert(at, typed);
            format!("with {typed:?} before {old:?}")
        }
        2 => {
            text.replace_range(at..at + old.len_utf8(), typed.encode_utf8(&mut [0; 4]));
            format!("with {typed:?} for {old:?}")
        }
        _ => {
            text.insert(at, old);
            format!("with {old:?} twice")
        }
    };
    let line = 1 + u32::try_from(sound[..at].matches('\n').count()).expect("few lines");
    // The end of a line belongs to the item below as well.
    let own = [line, line + u32::from(old == '\n')]
        .map(|line| whole.iter().rev().find(|(start, _)| *start <= line).map(|(_, name)| name));
    let loaded = read(&text);
    let kept: BTreeSet<String> = items(&loaded).into_iter().map(|(_, name)| name).collect();
    let gone = whole.iter().map(|(_, name)| name).filter(|name| !kept.contains(*name));
    let after = said(&loaded);
    let others = before.iter().filter(|(id, said)| after.get(*id).is_some_and(|now| now != *said));
    let others: Vec<String> = others.map(|(id, _)| format!("indicator {id}")).collect();
    let lost = gone.chain(&others).filter(|name| !own.contains(&Some(*name))).cloned().collect();
    Slip { text, line, what, errors: loaded.errors(), kept: kept.len(), lost }
}

fn slips(sound: &str, count: usize, seed: u64) -> Vec<Slip> {
    let loaded = read(sound);
    let sound = Sound { text: sound, items: items(&loaded), said: said(&loaded) };
    let mut dice = Dice(seed);
    (0..count).map(|_| slip(&sound, &mut dice)).collect()
}

fn hold(slips: &[Slip], most: usize) {
    for Slip { text, line, what, errors, lost, .. } in slips {
        let shown = text.lines().nth(*line as usize - 1).unwrap_or_default();
        let told: Vec<String> = read(text)
            .diagnostics
            .iter()
            .map(|d| format!("{} {}: {}", d.rule.code, d.line, d.message))
            .filter(|d| d.starts_with('E'))
            .collect();
        assert!(lost.is_empty(), "line {line} {what}:\n{shown}\nloses {lost:?}\n{told:#?}");
        assert!(*errors <= most, "line {line} {what}:\n{shown}\n{told:#?}");
    }
}

#[test]
fn a_slip_costs_no_more_than_its_own_item() {
    hold(&slips(SAMPLE, 150, 1), 4);
}

#[test]
#[ignore = "takes long; prints what the slips cost"]
fn a_thousand_slips_in_the_shipped_file() {
    let text = include_str!("../indicators.toml");
    let all = items(&read(text)).len();
    let seed = std::env::var("SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(2);
    let slips = slips(text, 1000, seed);
    let told = |name: &str, mut found: Vec<usize>| {
        found.sort_unstable();
        let at = |part: usize| found[(found.len() - 1) * part / 100];
        println!("{name}: median {}, 99 in 100 at most {}, worst {}", at(50), at(99), at(100));
    };
    told("errors", slips.iter().map(|s| s.errors).collect());
    told("items gone", slips.iter().map(|s| all.saturating_sub(s.kept)).collect());
    hold(&slips, 6);
}
