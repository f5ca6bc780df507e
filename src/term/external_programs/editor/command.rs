//! The command that starts the user's editor: which program, and how to open a file at a line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::report::Text;
use crate::term::external_programs::command_line::{CommandLine, Lookup, program_name};
use crate::term::external_programs::detached::can_be_run;

/// The editor if no variable names one. POSIX requires it.
const FALLBACK: &str = "vi";

/// The editor of the user and its first arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorCommand {
    /// The command line, or why the variable cannot be read.
    line: Result<CommandLine, String>,
    /// The folders of `PATH`, if they are known.
    folders: Option<Vec<PathBuf>>,
}

/// An editor with all its arguments, ready to be started.
#[derive(Debug)]
pub(in crate::term) struct Invocation {
    /// The variables that are set for it alone.
    pub(super) variables: Vec<(String, String)>,
    /// The program as the user named it, with or without a path.
    pub(super) program: String,
    /// All its arguments, in order.
    pub(super) arguments: Vec<OsString>,
}

/// How an editor takes the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineSyntax {
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

/// The programs whose syntax is known. Each is from the manual of the editor.
const KNOWN: &[(LineSyntax, &str)] = &[
    (LineSyntax::Plus, "vi vim nvim view ex nano pico emacs emacsclient mg joe jmacs jed kak ne"),
    (LineSyntax::Plus, "vis micro mcedit gedit"),
    (LineSyntax::Colon, "hx helix subl sublime_text zed zeditor lapce"),
    (LineSyntax::Goto, "code codium code-insiders cursor windsurf"),
    (LineSyntax::Line, "kate idea pycharm clion webstorm"),
    (LineSyntax::N, "notepad++"),
];

impl EditorCommand {
    /// The editor that `VISUAL` names, else `EDITOR`, else `vi`. A blank variable counts as not
    /// set.
    ///
    /// A variable may also give arguments, and more; see `CommandLine::read`. One that cannot be
    /// read is an error only when the editor is used, so that it never disturbs a user who does not
    /// edit.
    ///
    /// `folders` are those of `PATH`, if they are known. An editor that is in none of them is an error
    /// before the terminal is restored for it, so that the screen does not flash.
    pub fn new(variable: impl Fn(&str) -> Option<String>, folders: Option<Vec<PathBuf>>) -> Self {
        let variable: Lookup<'_> = &variable;
        let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
            let text = variable(name).filter(|text| !text.trim().is_empty())?;
            Some(CommandLine::read(name, &text, variable))
        });
        let line = named.unwrap_or_else(|| CommandLine::read("EDITOR", FALLBACK, variable));
        Self { line, folders }
    }

    /// How to open the file of the report at a line, counted from 1.
    ///
    /// # Errors
    ///
    /// The message for the user when there is no file, the variable cannot be read, or the editor
    /// is known to be missing.
    pub(in crate::term) fn prepare(
        &self,
        path: Option<&Path>,
        line: u32,
    ) -> Result<Invocation, String> {
        let path = path.ok_or("the built-in report is not a file that could be edited")?;
        let invocation = self.at(path, line)?;
        if self.is_missing(&invocation.program) {
            return Err(not_found(&invocation.program));
        }
        Ok(invocation)
    }

    /// How to open a file at a line. The line is left out if the syntax of the editor is not
    /// known: it would take `+12` for the name of a file.
    fn at(&self, file: &Path, line: u32) -> Result<Invocation, String> {
        let command = self.line.clone()?;
        let syntax = syntax(command.innermost());
        let CommandLine { variables, program, arguments } = command;
        let mut arguments: Vec<OsString> = arguments.into_iter().map(OsString::from).collect();
        arguments.extend(at_line(syntax, plain(file), line.max(1)));
        Ok(Invocation { variables, program, arguments })
    }

    /// Whether a program is certainly missing. Only Unix has a rule that is simple enough.
    fn is_missing(&self, program: &str) -> bool {
        if !cfg!(unix) {
            return false;
        }
        if program.contains('/') {
            return !Path::new(program).exists();
        }
        let folders = self.folders.as_ref();
        folders
            .is_some_and(|folders| !folders.iter().any(|folder| can_be_run(&folder.join(program))))
    }
}

impl Default for EditorCommand {
    /// The editor if no variable names one.
    fn default() -> Self {
        Self::new(|_| None, None)
    }
}

/// The message for the user when a program is missing.
pub(super) fn not_found(program: &str) -> String {
    format!("no such editor (set VISUAL or EDITOR): {}", Text::new(program))
}

fn syntax(program: &str) -> Option<LineSyntax> {
    let name = program_name(program).to_lowercase();
    KNOWN.iter().find(|(_, names)| names.split(' ').any(|known| known == name)).map(|known| known.0)
}

fn at_line(syntax: Option<LineSyntax>, file: OsString, line: u32) -> Vec<OsString> {
    let place = |mut file: OsString| {
        file.push(format!(":{line}"));
        file
    };
    match syntax {
        None => vec![file],
        Some(LineSyntax::Plus) => vec![format!("+{line}").into(), file],
        Some(LineSyntax::Colon) => vec![place(file)],
        Some(LineSyntax::Goto) => vec!["--goto".into(), place(file)],
        Some(LineSyntax::Line) => vec!["--line".into(), line.to_string().into(), file],
        Some(LineSyntax::N) => vec![format!("-n{line}").into(), file],
    }
}

/// The path in a form that an editor cannot take for an option.
fn plain(file: &Path) -> OsString {
    match file.as_os_str().as_encoded_bytes().first() {
        Some(b'-' | b'+') => Path::new(".").join(file).into_os_string(),
        _ => file.as_os_str().to_owned(),
    }
}

#[cfg(test)]
mod tests;
