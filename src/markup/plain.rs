//! Reads plain text: paragraphs with blank lines between them.

use super::{Kind, Running};

pub(super) fn read(document: &str, running: &mut Running) {
    let mut at = 0;
    for line in document.split_inclusive(['\n', '\u{c}']) {
        if line.trim().is_empty() {
            running.begin(Kind::Text);
        } else {
            running.push(line, line, at);
        }
        at += line.len();
        if line.ends_with('\u{c}') {
            running.turn_page();
        }
    }
}
