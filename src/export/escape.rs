//! Text of the file in formats that give signs a meaning.

/// The text with a backslash before everything that has a meaning in a dialect of Markdown:
/// emphasis, links, code, tables, HTML, formulas, footnotes and the beginnings of bare addresses.
pub(super) fn markdown(text: &str) -> String {
    markdown_and(text, "")
}

/// The same with more signs that mean something there.
pub(super) fn markdown_and(text: &str, more: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        let is_sign = SIGNS.contains(c) || more.contains(c);
        let is_address = rest.starts_with("://") || (c == '.' && ends_with_www(before));
        if is_sign || is_address {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The signs that mean something in Markdown.
const SIGNS: &str = r"\`*_[]<>#|~&$^@";

fn ends_with_www(text: &str) -> bool {
    text.get(text.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// The text escaped for LaTeX. Braces are written as commands, because BibTeX counts even escaped
/// ones, and a single one would take in the rest of the file.
pub(super) fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str(r"\textbackslash{}"),
            '{' => out.push_str(r"\textbraceleft{}"),
            '}' => out.push_str(r"\textbraceright{}"),
            '~' => out.push_str(r"\textasciitilde{}"),
            '^' => out.push_str(r"\textasciicircum{}"),
            '<' => out.push_str(r"\textless{}"),
            '>' => out.push_str(r"\textgreater{}"),
            '|' => out.push_str(r"\textbar{}"),
            // In some languages `"` changes the next letter; the backtick is an opening quotation
            // mark.
            '"' => out.push_str(r"\textquotedbl{}"),
            '`' => out.push_str(r"\textasciigrave{}"),
            // Signs of readings that text fonts do not have.
            '≤' => out.push_str(r"$\leq$"),
            '≥' => out.push_str(r"$\geq$"),
            '≈' => out.push_str(r"$\approx$"),
            '−' => out.push_str("$-$"),
            '%' | '$' | '&' | '#' | '_' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// The text that was escaped for LaTeX, as far as it was escaped here.
pub(super) fn untex(text: &str) -> String {
    let signs = "\\{}~^<>|\"`≤≥≈−%$&#_".chars().map(|sign| (tex(&sign.to_string()), sign));
    let signs: Vec<_> = signs.collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let sign = signs.iter().find_map(|(code, sign)| Some((rest.strip_prefix(&**code)?, *sign)));
        let (behind, sign) = sign.unwrap_or((rest.get(first.len_utf8()..).unwrap_or(""), first));
        out.push(sign);
        rest = behind;
    }
    out
}

/// A text that means itself in XML and HTML. What XML cannot have at all becomes the sign for an unreadable character.
pub(super) fn xml(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
