//! The figures of a paragraph as it prints them: numbers, orders of magnitude and ranks.

use std::ops::Range;

use super::date::DateAt;
use super::words::split;
use crate::prose::{Link, Mark, Numeral, Numerals};
use crate::report::{HedgeClass, HedgeWord, MONTHS};

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// A number, or the first of two that are a range, by their positions among the numbers.
    Number(usize, Option<usize>),
    /// An order of magnitude.
    Order(&'static HedgeWord),
    /// A place in an order: "largest", "second-largest".
    Rank(f64),
}

/// A figure as it is printed.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) kind: Kind,
    /// It and what limits it.
    pub(super) span: Range<usize>,
    /// It alone.
    pub(super) number: Range<usize>,
    /// What limits it.
    pub(super) limits: Vec<HedgeClass>,
    /// Whether it may be no figure at all: a date, a page, a name.
    pub(super) is_soft: bool,
}

/// Words for the first of an order.
const FIRST: &str = "largest biggest highest greatest foremost top leading longest lowest smallest";

/// Words in front of these.
const NTH: [&str; 9] =
    ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Every figure of a paragraph, in its order.
pub(super) fn said(paragraph: &str, text: &Numerals<'_>, dates: &[&DateAt]) -> Vec<Said> {
    let mut all = Vec::new();
    let mut date = dates.iter().peekable();
    for (at, numeral) in text.numbers.iter().enumerate() {
        let other = numeral.link.filter(|(link, _)| *link == Link::Range).map(|(_, other)| other);
        if other.is_some_and(|other| other < at) {
            continue;
        }
        let end = other.and_then(|other| text.numbers.get(other)).unwrap_or(numeral).span.end;
        let number = with_sign(paragraph, numeral.span.start)..end;
        while date.next_if(|date| date.span.end <= number.start).is_some() {}
        let is_date = date.peek().is_some_and(|date| date.span.start < number.end);
        let is_marked = numeral.number.mark != Mark::None && !numeral.number.is_reference && {
            // "In September 23 percent"
            let before = paragraph.get(..number.start).unwrap_or_default();
            before.split_whitespace().next_back().is_some_and(|word| MONTHS.contains(&word))
        };
        let is_soft = is_date
            || numeral.number.is_soft && !is_marked
            || is_name(paragraph, &number)
            || is_rate(paragraph, &number);
        let mut limits: Vec<_> = numeral.limits.iter().map(|limit| limit.class).collect();
        if other.is_some() {
            limits.retain(|class| *class != HedgeClass::Between);
        }
        let span = numeral.limits.iter().fold(number.clone(), |all, limit| {
            all.start.min(limit.span.start)..all.end.max(limit.span.end)
        });
        all.push(Said { kind: Kind::Number(at, other), span, number, limits, is_soft });
    }
    for (order, span) in &text.orders {
        let (kind, number) = (Kind::Order(order), span.clone());
        all.push(Said { kind, span: span.clone(), number, limits: Vec::new(), is_soft: false });
    }
    all.extend(ranks(paragraph));
    all.sort_by_key(|said| said.number.start);
    all
}

/// Where a number begins with the sign of its money: `$8`, `US$8`.
fn with_sign(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let bare = before.trim_end_matches(['$', '€', '£', '¥', '₽']);
    if bare.len() == before.len() { start } else { bare.strip_suffix("US").unwrap_or(bare).len() }
}

fn ranks(paragraph: &str) -> impl Iterator<Item = Said> {
    let mut before = (0..0, "");
    split(paragraph).filter_map(move |(span, word)| {
        let (last, nth) = std::mem::replace(&mut before, (span.clone(), word));
        let is = |list: &str| list.split(' ').any(|own| word.eq_ignore_ascii_case(own));
        if !is(FIRST) {
            return None;
        }
        let place = (2_u8..).zip(NTH).find(|(_, own)| nth.eq_ignore_ascii_case(own));
        let (rank, start) = place.map_or((1.0, span.start), |(n, _)| (f64::from(n), last.start));
        let span = start..span.end;
        let (kind, number) = (Kind::Rank(rank), span.clone());
        Some(Said { kind, span, number, limits: Vec::new(), is_soft: true })
    })
}

/// Whether a number is how many something is counted among: "per 100,000".
fn is_rate(text: &str, number: &Range<usize>) -> bool {
    let before = text.get(..number.start).unwrap_or_default().trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    matches!(word, "per" | "every" | "pro" | "je" | "por" | "pour")
}

/// Whether a number is a part of a name, of a version, of an address or of a telephone number.
fn is_name(text: &str, number: &Range<usize>) -> bool {
    let before = text.get(..number.start).unwrap_or_default();
    let behind = text.get(number.end..).unwrap_or_default();
    let raw = text.get(number.clone()).unwrap_or_default();
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let is_tied = word
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '#' | '@' | '='))
        || word.contains(['@', '#', '_'])
        || word.contains("://")
        || word.len() > 1 && word.ends_with(['-', '/']) && word.starts_with(char::is_alphabetic);
    let next = behind.split(char::is_whitespace).next().unwrap_or_default();
    // 10:30, 1.2.3, 24/7
    let is_time = |text: &str, at: char| {
        text.strip_prefix(at).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let is_clock = is_time(next, ':')
        || word.ends_with(':') && word.len() > 1 && word.starts_with(|c: char| c.is_ascii_digit());
    let is_version =
        raw.matches('.').count() > 1 || is_time(next, '.') || word.ends_with('.') && word.len() > 1;
    let is_phone = word.starts_with('+') && word.len() > 1
        || raw.starts_with('0') && raw.len() > 1 && !raw.contains(['.', ',']);
    let is_mail = next.contains(['@', '_']);
    is_tied || is_clock || is_version || is_phone || is_mail || is_part_of_phone(before, raw)
}

/// Whether numbers without any mark stand in front of a number, beginning with a plus or a zero.
fn is_part_of_phone(before: &str, raw: &str) -> bool {
    let is_plain =
        |word: &str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, '(' | ')' | '-' | '/'));
    if !is_plain(raw) {
        return false;
    }
    let mut words = before.rsplit(' ').skip(usize::from(before.ends_with(' '))).take(5);
    words.by_ref().take_while(|word| !word.is_empty()).any(|word| {
        word.starts_with('+') && word.len() > 1 && is_plain(word.trim_start_matches('+'))
    })
}

/// What two numbers of one range and one number alone have in common.
pub(super) fn numerals<'n>(
    text: &'n Numerals<'_>,
    kind: Kind,
) -> Option<(&'n Numeral, Option<&'n Numeral>)> {
    let Kind::Number(at, other) = kind else { return None };
    let other = other.and_then(|other| text.numbers.get(other));
    Some((text.numbers.get(at)?, other))
}
