use super::speech::aloud;
use crate::report::Poll;

/// What a poll discloses, and what it does not.
pub(super) fn poll(of_what: &str, said: &Poll) -> String {
    let given = said.said().filter(|(label, _)| *label != "method");
    let given = given.map(|(label, text)| match text.strip_suffix(" pp") {
        Some(margin) => format!("{label} {} percentage points", aloud(margin)),
        None => format!("{label} {}", aloud(&text)),
    });
    let given: Vec<_> = given.collect();
    let given = if given.is_empty() { String::new() } else { format!(": {}", given.join(", ")) };
    let unsaid: Vec<_> = said.unsaid().collect();
    let unsaid = if unsaid.is_empty() {
        String::new()
    } else {
        format!("; not said: {}", unsaid.join(", "))
    };
    format!("{of_what}, {}{given}{unsaid}", said.summary())
}
