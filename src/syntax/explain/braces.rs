//! What is wrong inside the braces of a list, pair by pair.

use std::ops::Range;

use toml::de::DeTable;

use super::{Fix, Parts, fix, value};
use crate::diagnostic::quoted;
use crate::syntax::is_bare_key;

/// What is wrong with the pairs in a list, at most one fix a pair.
pub(in crate::syntax) fn faults(text: &str, list: &Range<usize>) -> Vec<Fix> {
    let mut scan = Scan { text, pairs: Vec::new(), start: None };
    scan.list(list);
    scan.pairs.into_iter().filter_map(|pair| of_pair(text, pair)).collect()
}

/// What is wrong with one pair; `None` where it is correct, or is not a pair.
fn of_pair(text: &str, pair: Range<usize>) -> Option<Fix> {
    let content = text.get(pair.clone())?;
    if DeTable::parse(content.trim()).is_ok() {
        return None;
    }
    let (key, rest) = content.split_once('=')?;
    let (key, value) = (key.trim(), rest.trim());
    // A second '=' after the value means a missing comma, and the parser reports that itself.
    let outside: String = value.split('"').step_by(2).collect();
    if outside.contains('=') || !is_bare_key(key) {
        return None;
    }
    let start = pair.end - rest.len() + (rest.len() - rest.trim_start().len());
    let mut at = start..start + value.len();
    if value.matches('"').count() == 1 && value.ends_with('"') && value.len() > 1 {
        return Some(fix(at, "the opening quote is missing", value::instead(key, value)));
    }
    let mut value = value;
    if value.matches('"').count() == 1
        && value.starts_with('"')
        && let Some(cut) = value.find(['}', '\n', '\r'])
    {
        value = value.get(..cut)?.trim_end();
        at.end = at.start + value.len();
    }
    if value.starts_with('[') && !value.ends_with(']') {
        let opening = at.start..at.start + 1;
        let help = "write ']' after its last element";
        return Some(fix(opening, format!("the list of {} does not end", quoted(key)), help));
    }
    let parts = Parts { span: pair, key, value, at };
    if let Some(fix) = for_brackets(&parts) {
        return Some(fix);
    }
    let is_list = value.starts_with(['[', '{']);
    Some(if is_list { value::of_list(&parts) } else { value::of_value(&parts) })
}

/// Braces around a list of values.
pub(super) fn for_brackets(parts: &Parts<'_>) -> Option<Fix> {
    let inner = parts.value.strip_prefix('{')?.strip_suffix('}')?.trim();
    if inner.is_empty() || inner.contains(['=', '{', '}']) {
        return None;
    }
    // Without a space behind it a comma may stand between thousands.
    let is_list = !inner.contains(',') || inner.contains(", ");
    let written = format!("{} = [{inner}]", parts.key);
    let help = if is_list && DeTable::parse(&written).is_ok() {
        format!("write {}", value::clipped(&written))
    } else {
        "write square brackets: [ … ]".to_owned()
    };
    Some(fix(parts.at.clone(), "a list stands in square brackets, not in braces", help))
}

/// Whether braces hold no pairs; `rest` begins after the first.
fn is_plain(rest: &str) -> bool {
    let inner = rest.split('}').next().unwrap_or("");
    inner.len() < rest.len() && !inner.contains(['=', '{', '\n'])
}

/// Where a text ends that lacks its closing quote: before the next `, key =`; `None` where a quote
/// closes it. `rest` begins after the opening quote.
fn early_end(rest: &str, quote: char) -> Option<usize> {
    let rest = rest.lines().next().unwrap_or("");
    let close = rest.find(quote);
    let after = close.and_then(|at| rest.get(at + 1..)).map(str::trim_start);
    if after.is_some_and(|after| after.is_empty() || after.starts_with([',', '}', ']', '#'])) {
        return None;
    }
    let inside = rest.get(..close.unwrap_or(rest.len()))?;
    let is_pair = |at: &usize| {
        let pair = inside.get(at + 1..).unwrap_or("");
        pair.split_once('=').is_some_and(|(key, _)| is_bare_key(key.trim()))
    };
    inside.match_indices(',').map(|(at, _)| at).find(is_pair)
}

/// Finds the pairs in the braces of a list.
struct Scan<'t> {
    text: &'t str,
    pairs: Vec<Range<usize>>,
    /// Where the current pair begins.
    start: Option<usize>,
}

impl Scan<'_> {
    fn list(&mut self, list: &Range<usize>) {
        let (mut quote, mut comment, mut brackets) = (None, false, 0_usize);
        let content = self.text.get(list.clone()).unwrap_or("");
        let (mut before, mut skip) = ('{', list.start);
        for (at, c) in content.char_indices().map(|(at, c)| (list.start + at, c)) {
            if comment || at < skip {
                comment &= c != '\n';
                continue;
            }
            let rest = self.text.get(at + c.len_utf8()..list.end).unwrap_or("");
            match (quote, c) {
                // A text that does not end on its line has no closing quote.
                (Some(_), '\n') => {
                    quote = None;
                    self.end(at, None);
                }
                (Some(open), c) if c == open => quote = None,
                // Elsewhere a quote ends a text that has lost its beginning.
                (None, '"' | '\'') if "={[,\"'".contains(before) => match early_end(rest, c) {
                    Some(end) => skip = at + 1 + end,
                    None => quote = Some(c),
                },
                (None, '#') => comment = true,
                // Braces in the place of brackets: `value = {50, 70}`.
                (None, '{') if before == '=' && is_plain(rest) => {
                    skip = at + 2 + rest.find('}').unwrap_or(0);
                }
                (None, '{') => {
                    brackets = 0;
                    self.start = Some(at + 1);
                }
                (None, '}') => {
                    brackets = 0;
                    self.end(at, None);
                }
                (None, '[') if self.start.is_some() => brackets += 1,
                (None, ']') => brackets = brackets.saturating_sub(1),
                (None, ',') if brackets == 0 => self.end(at, Some(at + 1)),
                _ => {}
            }
            if !c.is_whitespace() {
                before = c;
            }
        }
    }

    /// Ends a pair. Digits after a comma belong to the pair before: `value = 8,000`.
    fn end(&mut self, at: usize, next: Option<usize>) {
        let Some(start) = self.start.take() else { return };
        self.start = next;
        let content = self.text.get(start..at).unwrap_or("");
        if content.contains('=') {
            self.pairs.push(start..at);
        } else if content.starts_with(|c: char| c.is_ascii_digit())
            && let Some(last) = self.pairs.last_mut()
            && last.end + 1 == start
        {
            last.end = at;
        }
    }
}
