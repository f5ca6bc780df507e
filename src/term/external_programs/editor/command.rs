//! The user's editor: which program it is, and how it is told to begin at a line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::report::Text;

/// What is started where neither variable names an editor. POSIX has it everywhere.
const FALLBACK: &str = "vi";

/// The program that the file is edited with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    /// The program and its first arguments, or what is wrong with the variable.
    words: Result<Vec<String>, String>,
    folders: Option<Vec<PathBuf>>,
}

/// What is to be started, and with which arguments.
#[derive(Debug)]
pub(super) struct Invocation {
    /// The program, as it was named: with a path or without.
    pub(super) program: String,
    /// Its arguments, in order.
    pub(super) arguments: Vec<OsString>,
}

/// How an editor is told the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `+12 FILE`
    Plus,
    /// `FILE:12`
    Colon,
    /// `--goto FILE:12`
    Goto,
    /// `--line 12 FILE`
    Line,
    /// `-n12 FILE`
    N,
}

/// The editors whose way is known, by the name of the program. Each form is from the manual.
const KNOWN: &[(Form, &[&str])] = &[
    (
        Form::Plus,
        &[
            "vi",
            "vim",
            "nvim",
            "view",
            "ex",
            "nano",
            "pico",
            "emacs",
            "emacsclient",
            "mg",
            "joe",
            "jmacs",
            "jed",
            "kak",
            "ne",
            "vis",
            "micro",
            "mcedit",
            "gedit",
        ],
    ),
    (Form::Colon, &["hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce"]),
    (Form::Goto, &["code", "codium", "code-insiders", "cursor", "windsurf"]),
    (Form::Line, &["kate", "idea", "pycharm", "clion", "webstorm"]),
    (Form::N, &["notepad++"]),
];

impl Editor {
    /// The editor that `VISUAL` names, else `EDITOR`, else `vi`. A variable that holds nothing
    /// counts as not set.
    ///
    /// A variable may give arguments, too, and is read as a shell reads words: quotes and
    /// backslashes work, other signs mean themselves. What cannot be read is told when something
    /// is to be edited, so that nobody who never edits hears of it.
    pub fn new(visual: Option<String>, editor: Option<String>) -> Self {
        let named = [("VISUAL", visual), ("EDITOR", editor)]
            .into_iter()
            .find_map(|(variable, text)| Some((variable, text.filter(|text| !is_blank(text))?)));
        let words = match named {
            Some((variable, text)) => split(variable, &text),
            None => Ok(vec![FALLBACK.to_owned()]),
        };
        Self { words, folders: None }
    }

    /// Says in which folders the system looks for a program that is named without a path: those
    /// of `PATH`. An editor that is in none of them is known to be missing before the terminal
    /// is given away, and the screen does not flash.
    #[must_use]
    pub fn found_in(self, folders: Option<Vec<PathBuf>>) -> Self {
        Self { folders, ..self }
    }

    /// The folders that programs are looked for in, if they are known.
    pub(super) fn folders(&self) -> Option<&[PathBuf]> {
        self.folders.as_deref()
    }

    /// How to open a file at a line, counted from 1.
    ///
    /// The line is left out where the editor's way of being told is not known: it would take
    /// `+12` for the name of a file.
    ///
    /// # Errors
    ///
    /// When the variable cannot be read as words: what is wrong with it, and what to do.
    pub(super) fn command(&self, file: &Path, line: u32) -> Result<Invocation, String> {
        let mut words = self.words.clone()?.into_iter();
        let program = words.next().unwrap_or_else(|| FALLBACK.to_owned());
        let mut arguments: Vec<OsString> = words.map(OsString::from).collect();
        arguments.extend(at_line(form(&program), plain(file), line.max(1)));
        Ok(Invocation { program, arguments })
    }
}

impl Default for Editor {
    /// The editor of an environment that names none.
    fn default() -> Self {
        Self::new(None, None)
    }
}

impl Invocation {
    /// The name of the program without its path and without what follows the first dot, as in
    /// `vim.basic` and `code.cmd`.
    pub(super) fn name(&self) -> &str {
        name(&self.program)
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn split(variable: &str, text: &str) -> Result<Vec<String>, String> {
    let shown = Text::new(text);
    let words = shell_words::split(text)
        .map_err(|_unclosed| format!("{variable} has a quote that is not closed: {shown}"))?;
    if words.first().is_none_or(|program| is_blank(program)) {
        return Err(format!("{variable} names no editor: {shown}"));
    }
    Ok(words)
}

fn name(program: &str) -> &str {
    let file = program.rsplit(['/', '\\']).next().unwrap_or(program);
    match file.split_once('.') {
        Some((name, _)) if !name.is_empty() => name,
        _ => file,
    }
}

fn form(program: &str) -> Option<Form> {
    let name = name(program).to_lowercase();
    KNOWN.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(form, _)| *form)
}

fn at_line(form: Option<Form>, file: OsString, line: u32) -> Vec<OsString> {
    let place = |mut file: OsString| {
        file.push(format!(":{line}"));
        file
    };
    match form {
        None => vec![file],
        Some(Form::Plus) => vec![format!("+{line}").into(), file],
        Some(Form::Colon) => vec![place(file)],
        Some(Form::Goto) => vec!["--goto".into(), place(file)],
        Some(Form::Line) => vec!["--line".into(), line.to_string().into(), file],
        Some(Form::N) => vec![format!("-n{line}").into(), file],
    }
}

/// The path so that no editor can take it for an option.
fn plain(file: &Path) -> OsString {
    match file.as_os_str().as_encoded_bytes().first() {
        Some(b'-' | b'+') => Path::new(".").join(file).into_os_string(),
        _ => file.as_os_str().to_owned(),
    }
}

#[cfg(test)]
mod tests;
