//! Numbers of a text that belong together: ranges, changes from one to another, and intervals.

use std::collections::HashSet;

use super::lexicon::LEXICON;
use super::limits;
use super::mark::{Mark, is_money};
use super::numeral::{Direction, Link, Numeral};
use super::token::Tokens;
use crate::report::HedgeClass;

/// Links the numbers of a text to their neighbours.
pub(super) fn link(tokens: &Tokens<'_>, numbers: &mut [Numeral]) {
    for at in 1..numbers.len() {
        let (before, rest) = numbers.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), rest.first_mut()) else { return };
        borrow_multiplier(first, second);
        same_direction(tokens, first, second);
        interval_in_sign(tokens, first, second);
        if let Some(link) = kind(tokens, first, second) {
            let own = first.link.is_none();
            if !own {
                continue;
            }
            first.link = Some((link, at));
            second.link = Some((link, at - 1));
            join(link, first, second);
        }
    }
    for at in 1..numbers.len() {
        let (before, rest) = numbers.split_at_mut(at);
        if let (Some(first), Some(second)) = (before.last(), rest.first_mut()) {
            repeated(tokens, first, second);
        }
    }
    for at in 0..numbers.len() {
        if let [number, low, high, ..] = numbers.get_mut(at..).unwrap_or_default() {
            // The confidence level may stand between the two: (95% CI 238–294).
            interval_in_brackets(tokens, number, low, high);
        }
        if let [number, level, low, high, ..] = numbers.get_mut(at..).unwrap_or_default()
            && level.number.is_soft
        {
            interval_in_brackets(tokens, number, low, high);
        }
    }
}

/// `8.8 ± 1.3`.
fn interval_in_sign(tokens: &Tokens<'_>, first: &mut Numeral, second: &mut Numeral) {
    let between = first.number.tokens.end..second.number.tokens.start;
    let last = between.clone().rev().filter(|at| !is_money(tokens, *at));
    let has_sign = last.clone().next().is_some_and(|at| tokens.sign(at) == Some('±'));
    let before: Vec<usize> = last.take(3).collect();
    let ends = |words: [&str; 3]| {
        before.len() == 3 && before.iter().zip(words).all(|(at, word)| tokens.is(*at, word))
    };
    let is_said = ends(["minus", "or", "plus"]) || ends(["take", "or", "give"]);
    let is_named = between.clone().any(|at| tokens.is(at, "margin") && tokens.is(at + 2, "error"));
    // "Within the margin of error" speaks of another number.
    let beside = ["within", "outside", "inside", "beyond"];
    let is_beside = between.clone().any(|at| tokens.word(at).is_some_and(|w| beside.contains(&w)));
    let is_named = is_named && !is_beside;
    let is_near = between.len() <= 10 && between.clone().all(|at| tokens.sign(at) != Some('.'));
    // A margin in points is that of a share, not of the number of those who were asked.
    let share = |mark: Mark| matches!(mark, Mark::Percent | Mark::Points);
    let is_own = share(first.number.mark) || !share(second.number.mark);
    if is_near && is_own && (has_sign || is_said || is_named) {
        let (value, margin) = (first.number.largest(), second.number.value());
        first.interval = Some((value - margin, value + margin));
        first.limits.retain(|limit| limit.tokens.end <= first.number.tokens.start);
        second.number.is_soft = true;
        second.limits.clear();
        second.direction = None;
    }
}

/// `263 million (95% CI 238–294)`.
fn interval_in_brackets(
    tokens: &Tokens<'_>,
    number: &mut Numeral,
    low: &mut Numeral,
    high: &mut Numeral,
) {
    let between = number.number.tokens.end..low.number.tokens.start;
    let is_open = |at: usize| matches!(tokens.sign(at), Some('(' | '['));
    let is_named = |at: usize| {
        matches!(
            tokens.word(at),
            Some(
                "ci" | "cri"
                    | "ui"
                    | "confidence"
                    | "credible"
                    | "uncertainty"
                    | "range"
                    | "interval"
            )
        )
    };
    let has_name = between.len() <= 10 && between.clone().any(is_named);
    let has_bracket = between.len() <= 2 && between.clone().any(is_open);
    let is_pair = low.link.is_some_and(|(link, _)| link == Link::Range)
        || ((has_name || has_bracket) && is_listed(tokens, low, high));
    let factor = 10f64.powi(number.number.power);
    let scaled = |n: &Numeral| {
        if n.number.power == 0 { n.number.value() * factor } else { n.number.value() }
    };
    let (value, ends) = (number.number.value(), (scaled(low), scaled(high)));
    let holds = (ends.0..=ends.1).contains(&value);
    if (has_name || has_bracket) && is_pair && holds && number.link.is_none() {
        number.interval = Some(ends);
        for end in [low, high] {
            end.number.is_soft = true;
            if end.number.power == 0 && factor > 1.0 {
                end.number.may_be_times(factor);
            }
        }
    }
}

/// Whether only a comma stands between two numbers: "[3.9%, 4.4%]".
fn is_listed(tokens: &Tokens<'_>, low: &Numeral, high: &Numeral) -> bool {
    let end = low.number.tokens.end;
    matches!(tokens.sign(end), Some(',' | ';')) && high.number.tokens.start == end + 1
}

/// "Twelve (12) members": what limits the one limits the other.
fn repeated(tokens: &Tokens<'_>, first: &Numeral, second: &mut Numeral) {
    let end = first.number.tokens.end;
    let is_bracket = tokens.sign(end) == Some('(') && second.number.tokens.start == end + 1;
    if is_bracket && first.number.value().total_cmp(&second.number.value()).is_eq() {
        second.limits.splice(0..0, first.limits.iter().cloned());
        second.direction = second.direction.or(first.direction);
    }
}

/// "Fell 331 points, or 0.8 percent": both are the fall.
fn same_direction(tokens: &Tokens<'_>, first: &Numeral, second: &mut Numeral) {
    let between = first.number.tokens.end..second.number.tokens.start;
    let is_same = between.len() <= 3
        && between.clone().any(|at| tokens.is(at, "or") || tokens.is(at, "("))
        && between.clone().all(|at| !matches!(tokens.sign(at), Some('.' | ';')));
    let is_other = first.number.mark != second.number.mark;
    if is_same && is_other && second.direction.is_none() {
        second.direction = first.direction;
    }
}

/// `2 to 3 million`: the multiplier of the second may be that of the first, too.
fn borrow_multiplier(first: &mut Numeral, second: &Numeral) {
    let gap = second.number.tokens.start.saturating_sub(first.number.tokens.end);
    if first.number.power == 0 && second.number.power > 0 && gap <= 3 && !first.number.is_share {
        first.number.may_be_times(10f64.powi(second.number.power));
        first.number.is_loose = true;
    }
}

impl Numeral {
    /// Its value, below zero where a minus stands in front of it.
    fn signed(&self) -> f64 {
        let is_negative = self.is_signed && self.direction == Some(Direction::Fall);
        if is_negative { -self.number.value() } else { self.number.value() }
    }
}

/// How two neighbours belong together.
fn kind(tokens: &Tokens<'_>, first: &Numeral, second: &Numeral) -> Option<Link> {
    let (join, rises) = (join_of(tokens, first, second)?, first.signed() < second.signed());
    let rises = rises || first.number.is_loose;
    let marks = [first.number.mark, second.number.mark];
    let is_other = marks.iter().all(|mark| *mark != Mark::None) && marks[0] != marks[1];
    let is_other = is_other || first.number.is_share != second.number.is_share;
    if is_date(tokens, first) || is_date(tokens, second) {
        return None;
    }
    let skipped = |at: &usize| limits::is_filler(tokens, *at) || is_money(tokens, *at);
    let lead = (0..first.start).rev().find(|at| !skipped(at));
    let leads = |words: &HashSet<&str>| {
        lead.and_then(|at| tokens.word(at)).is_some_and(|w| words.contains(w))
    };
    let is_between = first.limits.last().is_some_and(|limit| limit.class == HedgeClass::Between)
        || leads(&LEXICON.between);
    match join {
        Join::And => (rises && is_between && !is_other).then_some(Link::Range),
        // "5 or 6 percent"
        Join::Or => {
            let is_near = second.number.value() <= first.number.value() * 2.0;
            (rises && is_near && !is_other).then_some(Link::Range)
        }
        Join::Dash => (rises && !is_other).then_some(Link::Range),
        Join::To(word) => {
            let is_by = (first.start..first.number.tokens.start).any(|at| tokens.is(at, "by"))
                || first.start.checked_sub(1).is_some_and(|at| tokens.is(at, "by"));
            let is_on = matches!(word, "auf" | "al")
                || lead.is_some_and(|at| ["с", "з", "z"].iter().any(|word| tokens.is(at, word)));
            let is_change = !rises
                || is_other
                || is_by
                || (is_on && !is_between)
                || (first.direction.is_some() && !first.is_signed)
                || moves(tokens, first.start);
            Some(if is_change { Link::Change } else { Link::Range })
        }
    }
}

/// What stands between two numbers that belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Join<'t> {
    Dash,
    To(&'t str),
    And,
    Or,
}

/// What stands between two neighbours, if it is one joining word or sign.
fn join_of<'t>(tokens: &'t Tokens<'_>, first: &Numeral, second: &Numeral) -> Option<Join<'t>> {
    let between = first.number.tokens.end..second.number.tokens.start;
    if between.len() > 8 {
        return None;
    }
    let is_minus = |at: usize| second.is_signed && at + 1 == second.number.tokens.start;
    // "0.8 °C to 1.2 °C": the unit may stand at both.
    let unit = between.clone().zip(second.number.tokens.end..);
    let unit = unit.take_while(|(a, b)| {
        tokens.get(*a).map(|token| &token.kind) == tokens.get(*b).map(|token| &token.kind)
    });
    let joins = between.start + unit.count()..between.end;
    let all: Vec<usize> = joins.filter(|at| !is_money(tokens, *at) && !is_minus(*at)).collect();
    let word_of = |at: usize| {
        let word = tokens.word(at)?;
        let one = if LEXICON.to.contains(word) {
            Join::To(word)
        } else if LEXICON.and.contains(word) {
            Join::And
        } else if matches!(word, "or" | "oder" | "ou" | "lub" | "или" | "або" | "o") {
            Join::Or
        } else {
            return None;
        };
        Some(one)
    };
    let is_dash = |at: usize| matches!(tokens.sign(at), Some('–' | '-' | '~' | '…'));
    match all.as_slice() {
        [at] if is_dash(*at) => Some(Join::Dash),
        // 50..70
        [a, b] if tokens.is(*a, ".") && tokens.is(*b, ".") => Some(Join::Dash),
        // 5-to-10, 5- to 10-year
        [a, at] | [a, at, _] if is_dash(*a) && word_of(*at).is_some() => word_of(*at),
        [at, rest @ ..] if rest.iter().all(|at| limits::is_filler(tokens, *at)) => word_of(*at),
        _ => None,
    }
}

/// A year or a day is not the end of a range of figures; "one" in words may be.
fn is_date(tokens: &Tokens<'_>, numeral: &Numeral) -> bool {
    numeral.number.is_soft && !tokens.is(numeral.number.tokens.start, "one")
}

/// Whether something moved from the first of two numbers to the second: "fell from", "took the rate
/// from". Participles of ranges do not: "ranging from".
fn moves(tokens: &Tokens<'_>, start: usize) -> bool {
    let near = start.saturating_sub(4)..start;
    let Some(from) =
        near.rev().find(|at| tokens.word(*at).is_some_and(|w| LEXICON.from.contains(w)))
    else {
        return false;
    };
    (from.saturating_sub(5)..from).any(|at| {
        let Some(word) = tokens.word(at) else { return false };
        let is_range =
            ["rang", "vari", "vary", "estimat", "any"].iter().any(|stem| word.starts_with(stem));
        let is_participle = at + 1 == from && (word.ends_with("ed") || word.ends_with("ing"));
        !is_range
            && (is_participle
                || LEXICON.moves.contains(word)
                || LEXICON.change(tokens, at).is_some())
    })
}

/// What stands at one of the two numbers counts for both; a word between them is no limit.
fn join(link: Link, first: &mut Numeral, second: &mut Numeral) {
    second.limits.retain(|limit| limit.tokens.start >= second.number.tokens.end);
    if !second.is_signed {
        second.direction = None;
    }
    if link == Link::Range {
        let behind = second.limits.clone();
        second.limits.splice(0..0, first.limits.iter().cloned());
        first.limits.extend(behind);
        second.direction = second.direction.or(first.direction);
    } else {
        first.limits.retain(|limit| limit.class != HedgeClass::Between);
    }
}
