/// No real key has more parts than this. The tree of such a key would be that deep, and dropping
/// it would overflow the stack.
const DEEPEST: usize = 200;

/// Whether a dotted key of the text has that many parts or more.
pub(crate) fn is_too_deep(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut run = 0;
    let mut last = 0;
    for (at, _) in text.match_indices('.') {
        if !joins(bytes, at) {
            continue;
        }
        let between = bytes.get(last..at).unwrap_or(&[]);
        let part = between.get(1..).unwrap_or(&[]).trim_ascii();
        let joined = run > 0 && part.iter().all(|b| is_key(*b));
        // A quoted part may contain anything; there only the end of the line ends a key.
        let quoted = run > 0 && at_quote(bytes, at) && !between.contains(&b'\n');
        run = if joined || quoted { run + 1 } else { 1 };
        last = at;
        if run == DEEPEST {
            return true;
        }
    }
    false
}

fn is_key(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'"' | b'\'') || !byte.is_ascii()
}

fn sides(bytes: &[u8], at: usize) -> (Option<u8>, Option<u8>) {
    let space = |b: &&u8| !matches!(b, b' ' | b'\t');
    let before = bytes.get(..at).unwrap_or(&[]).iter().rev().find(space).copied();
    let after = bytes.get(at + 1..).unwrap_or(&[]).iter().find(space).copied();
    (before, after)
}

fn joins(bytes: &[u8], at: usize) -> bool {
    let (before, after) = sides(bytes, at);
    before.is_some_and(is_key) && after.is_some_and(is_key)
}

fn at_quote(bytes: &[u8], at: usize) -> bool {
    let quote = |b: Option<u8>| matches!(b, Some(b'"' | b'\''));
    let (before, after) = sides(bytes, at);
    quote(before) || quote(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keys_of_very_many_parts_are_found() {
        assert!(is_too_deep(&format!("[{}x]\n", "a.".repeat(300))));
        assert!(is_too_deep(&format!("b = 1\n{}x = 1\n", "\"a b\" . ".repeat(300))));
        let prose = format!("note = \"{}\"\n", "A sentence. Another one. ".repeat(300));
        assert!(!is_too_deep(&prose));
        assert!(!is_too_deep(&"value = 1.5\n".repeat(500)));
    }
}
