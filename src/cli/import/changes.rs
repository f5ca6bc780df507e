//! The lines that differ between two texts.

use crate::report::Text;

/// How many lines around a change are shown.
const AROUND: usize = 2;

/// The lines that differ, `+` or `-` in front, with those around them; each part under the number of its
/// first line. The second text has the lines of the first in the same order, but for those that are
/// replaced.
pub(super) fn lines(before: &str, after: &str) -> Vec<String> {
    let old: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().collect();
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = |lines: &[&str]| lines.len() - start;
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let end = end.min(rest(&old)).min(rest(&new));
    let first = start.saturating_sub(AROUND);
    let last = (new.len() - end + AROUND).min(new.len());
    let mut out = Vec::new();
    if old == new {
        return out;
    }
    out.push(format!("@@ line {} @@", first + 1));
    let mut write = |sign: char, line: &str| out.push(format!("{sign}{}", Text::new(line)));
    let part = |lines: &[&str], from: usize, to: usize| -> Vec<String> {
        lines.get(from..to).unwrap_or_default().iter().map(|line| (*line).to_owned()).collect()
    };
    for line in part(&new, first, start) {
        write(' ', &line);
    }
    let mut removed = part(&old, start, old.len() - end).into_iter().peekable();
    let added = part(&new, start, new.len() - end);
    for (at, line) in added.iter().enumerate() {
        // What is gone for good stands before what replaces it.
        while let Some(gone) = removed.next_if(|old| !added.iter().skip(at).any(|new| new == old)) {
            write('-', &gone);
        }
        let is_kept = removed.next_if(|old| old == line).is_some();
        write(if is_kept { ' ' } else { '+' }, line);
    }
    for line in removed {
        write('-', &line);
    }
    for line in part(&new, new.len() - end, last) {
        write(' ', &line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_lines_have_a_plus_and_replaced_ones_both_signs() {
        for (before, after, shown) in [
            ("a\nb\nc\nd\n", "a\nb\nc\nx\nd\n", "@@ line 2 @@| b| c|+x| d"),
            ("a\nb\nc\n", "a\nx\nb\ny\nc\n", "@@ line 1 @@| a|+x| b|+y| c"),
            ("a\nb\nc\n", "a\nbx\nc\n", "@@ line 1 @@| a|-b|+bx| c"),
            ("a\n", "a\nb\u{1b}[2J\n", "@@ line 1 @@| a|+b<U+001B>[2J"),
            ("a\n", "a\n", ""),
        ] {
            assert_eq!(lines(before, after).join("|"), shown, "{before}");
        }
    }
}
