//! The saved copies of sources: the words of a report are looked up in them, and they are opened.

use std::fmt::Write;
use std::path::{MAIN_SEPARATOR, Path};

use crate::file::{copy_path, read_copy};
use crate::load::Loaded;
use crate::passage::{Passages, Quoted, Unusable, add, look_up};
use crate::report::Source;

/// What the copies of a report say. `path` is that of its file, and `text` its text.
pub fn passages(path: &Path, quoted: &Quoted, text: &str) -> Passages {
    look_up(quoted, text, |name| read_copy(path, name).map_err(|(why, fix)| Unusable { why, fix }))
}

/// Adds what the copies of a report make of its text to what else is wrong with it.
pub fn check_copies(path: &Path, text: &str, loaded: &mut Loaded) {
    let found = passages(path, &loaded.quoted, text).diagnostics;
    add(&mut loaded.diagnostics, found);
}

/// The URL of a copy, for the program that opens addresses. A copy that is no page or text is not
/// opened, as the system might run it.
///
/// # Errors
/// Why it is not opened, in words for users.
pub(super) fn url(name: &str, report: Option<&Path>) -> Result<String, String> {
    let report = report.ok_or("the report is not a file")?;
    let path = copy_path(report, name).map_err(|(why, _)| format!("it {why}"))?;
    let path = path.to_string_lossy();
    if !Source::may_open(&path) {
        return Err("only pages and text are opened".to_owned());
    }
    let path = path.replace(MAIN_SEPARATOR, "/");
    let path = path.strip_prefix("//?/").unwrap_or(&path).trim_start_matches('/');
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-:".contains(byte);
    let mut url = "file:///".to_owned();
    for byte in path.bytes() {
        if is_plain(&byte) {
            url.push(char::from(byte));
        } else {
            let _ = write!(url, "%{byte:02X}");
        }
    }
    Ok(url)
}
