//! Reads a saved copy of a source, which stands beside the report or in a folder of its folder.

use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::read::open_regular;
use super::read_error::{ReadCause, is_stdin};
use crate::report::Text;

/// The most bytes of a copy: a page with its pictures in it has a few million.
const MOST: u64 = 16 << 20;

/// A copy that cannot be read: why, as the end of a sentence about it, and what to do.
pub type CopyError = (String, String);

/// Where the copy of a name is looked for, if the name does not lead out of the folder of the report.
/// The report has to be a file.
pub fn copy_place(report: &Path, name: &str) -> Option<PathBuf> {
    is_below(name).then(|| real_folder(report).ok().map(|folder| folder.join(name)))?
}

/// Whether a name stays below the folder that it is looked up in, as long as no link leads out of it.
fn is_below(name: &str) -> bool {
    let is_below = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    Path::new(name).components().all(is_below)
}

/// The path of a copy, by its name in the report of a path.
///
/// A name that leads out of the folder of the report is refused, also if it does so by a link. A
/// report from elsewhere could otherwise have any file of this computer read, and shown.
///
/// # Errors
/// If there is no such file, or it is not in the folder of the report.
pub fn copy_path(report: &Path, name: &str) -> Result<PathBuf, CopyError> {
    let outside = || {
        let why = format!("is not in the folder of the report: '{}'", Text::new(name));
        (
            why,
            "put it there, or into a folder of that, and write copy = \"sources/article.html\""
                .to_owned(),
        )
    };
    if name.contains("://") {
        let why = format!("is an address: '{}'", Text::new(name));
        return Err((why, "save the page beside the report, and name that file".to_owned()));
    }
    if !is_below(name) {
        return Err(outside());
    }
    let other = |error| because(name, &ReadCause::from(error));
    let folder =
        if is_stdin(report) { PathBuf::from(".") } else { real_folder(report).map_err(other)? };
    let folder = fs::canonicalize(folder).map_err(other)?;
    let path = fs::canonicalize(folder.join(name)).map_err(other)?;
    if path.starts_with(&folder) { Ok(path) } else { Err(outside()) }
}

/// The folder of a file, behind all links.
fn real_folder(file: &Path) -> std::io::Result<PathBuf> {
    let file = fs::canonicalize(file)?;
    Ok(file.parent().map_or_else(|| PathBuf::from("."), Path::to_owned))
}

/// Reads the copy of a name as text. What is not UTF-8 in it is replaced by `U+FFFD`.
///
/// # Errors
/// As [`copy_path`], and if it is no text or too large.
pub fn read_copy(report: &Path, name: &str) -> Result<String, CopyError> {
    let path = copy_path(report, name)?;
    let mut bytes = Vec::new();
    open_regular(&path)
        .and_then(|file| Ok(file.take(MOST + 1).read_to_end(&mut bytes)?))
        .map_err(|cause| because(name, &cause))?;
    if bytes.len() as u64 > MOST {
        let why = format!("has more than {} MB: '{}'", MOST >> 20, Text::new(name));
        return Err((why, "keep the part of it that the report quotes".to_owned()));
    }
    text_of(&bytes, name)
}

fn because(name: &str, cause: &ReadCause) -> CopyError {
    let shown = Text::new(name);
    match cause {
        ReadCause::Missing if name.contains('\\') => (
            format!("is missing: there is no file '{shown}'"),
            "write / between the names of folders".to_owned(),
        ),
        ReadCause::Missing => (
            format!("is missing: there is no file '{shown}' beside the report"),
            "put it there, or remove 'copy'".to_owned(),
        ),
        ReadCause::Folder => (
            format!("is a folder: '{shown}'"),
            format!("name the file in it: \"{shown}/article.html\""),
        ),
        ReadCause::Denied => {
            (format!("may not be read: '{shown}'"), "check its permissions".to_owned())
        }
        ReadCause::Special => {
            (format!("is a pipe or a device: '{shown}'"), "name a text file".to_owned())
        }
        ReadCause::Other(error) => (
            format!("cannot be read: {}", Text::new(&error.to_string())),
            format!("open '{shown}' in another program, and save it again"),
        ),
        ReadCause::Empty | ReadCause::NotUtf8(_) | ReadCause::Terminal | ReadCause::Silent(_) => {
            (format!("cannot be read: '{shown}'"), "save it again as a text file".to_owned())
        }
    }
}

/// The text of a copy, in UTF-8 or with the mark of UTF-16 in front of it.
fn text_of(bytes: &[u8], name: &str) -> Result<String, CopyError> {
    let shown = Text::new(name);
    if bytes
        .iter()
        .take(1_024)
        .collect::<Vec<_>>()
        .windows(5)
        .any(|it| it.iter().copied().eq(b"%PDF-"))
    {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
        let stem = name.strip_suffix(".pdf").filter(|stem| stem.chars().all(is_plain));
        let stem = stem.unwrap_or("article");
        let fix = format!("make text of it, 'pdftotext {stem}.pdf {stem}.txt', and name that file");
        return Err((format!("is a PDF file: '{shown}'"), fix));
    }
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).filter_map(|pair| Some(of(pair.try_into().ok()?)));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    // A web archive has its page in another code, and RTF its letters between commands.
    let start: String = text.chars().take(1_024).collect();
    let is_coded =
        start.starts_with("{\\rtf") || start.lines().any(|line| line.starts_with("MIME-Version:"));
    if is_coded || text.contains('\0') {
        let fix = "save it as a web page (HTML only), as Markdown or as plain text";
        return Err((format!("is not text: '{shown}'"), fix.to_owned()));
    }
    Ok(text)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::file::tests::Scratch;

    #[test]
    fn a_copy_is_read_as_text_or_it_is_said_what_to_do() {
        let scratch = Scratch::new();
        let report = scratch.path("report.toml");
        fs::write(&report, "").unwrap();
        fs::create_dir(scratch.path("sources")).unwrap();
        for (name, bytes, found) in [
            ("sources/a.txt", &b"up to 70"[..], Ok("up to 70")),
            ("b.txt", b"caf\xe9 70", Ok("caf\u{fffd} 70")),
            ("c.txt", b"\xff\xfe7\x000\x00", Ok("70")),
            ("d.txt", b"\xfe\xff\x007\x000", Ok("70")),
            ("e.txt", b"", Ok("")),
            ("my paper.pdf", b"%PDF-1.7 \0", Err("'pdftotext article.pdf article.txt'")),
            ("f.pdf", b"\n%PDF-1.7 \0", Err("'pdftotext f.pdf f.txt'")),
            ("g.docx", b"PK\x03\x04\0\0", Err("HTML only")),
            ("h.rtf", b"{\\rtf1 70}", Err("HTML only")),
            ("i.mhtml", b"From: <Saved>\r\nMIME-Version: 1.0\r\n", Err("HTML only")),
        ] {
            fs::write(scratch.path(name), bytes).unwrap();
            match (read_copy(&report, name), found) {
                (Ok(text), Ok(expected)) => assert_eq!(text, expected, "{name}"),
                (Err((why, fix)), Err(part)) => assert!(fix.contains(part), "{name}: {why}: {fix}"),
                other => panic!("{name}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_copy_that_is_too_large_is_not_read() {
        let scratch = Scratch::new();
        let report = scratch.path("report.toml");
        fs::write(&report, "").unwrap();
        fs::File::create(scratch.path("large.txt")).unwrap().set_len(1 << 40).unwrap();
        let (why, _) = read_copy(&report, "large.txt").unwrap_err();
        assert_eq!(why, "has more than 16 MB: 'large.txt'");
    }

    #[test]
    fn nothing_outside_the_folder_of_the_report_is_read() {
        let scratch = Scratch::new();
        fs::create_dir(scratch.path("in")).unwrap();
        fs::write(scratch.path("in/report.toml"), "").unwrap();
        fs::write(scratch.path("secret"), "70").unwrap();
        fs::write(scratch.path("in/own"), "70").unwrap();
        symlink("../secret", scratch.path("in/out")).unwrap();
        symlink("own", scratch.path("in/same")).unwrap();
        symlink("in/report.toml", scratch.path("link.toml")).unwrap();
        let whole = scratch.path("secret").to_string_lossy().into_owned();
        for name in
            ["../secret", "out", "/etc/passwd", "in/../../secret", whole.as_str(), "/dev/zero"]
        {
            let (why, _) = read_copy(&scratch.path("in/report.toml"), name).unwrap_err();
            assert!(why.starts_with("is not in the folder of the report"), "{name}: {why}");
        }
        for (name, part) in [
            ("none", "is missing"),
            ("none\u{1b}[2J", "none<U+001B>[2J"),
            ("a\\b", "is missing"),
            (".", "is a folder"),
            ("https://a.example/x", "is an address"),
        ] {
            let (why, _) = read_copy(&scratch.path("in/report.toml"), name).unwrap_err();
            assert!(why.contains(part), "{name}: {why}");
        }
        for report in ["in/report.toml", "link.toml"] {
            assert_eq!(read_copy(&scratch.path(report), "same").unwrap(), "70", "{report}");
        }
    }
}
