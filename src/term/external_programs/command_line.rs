//! A command line in a variable such as `EDITOR`: assignments, a program, its first arguments.
//!
//! git and others hand such a variable to `sh -c`. Here no shell is involved: there is none on
//! Windows, a program that is missing is noticed before the terminal is given away, and a stray
//! character runs nothing. What people do write in these variables is expanded here, as a shell
//! would; for anything else the message says to name a script.

use std::iter::Peekable;
use std::str::Chars;

use crate::report::Text;

/// Finds the value of a variable of the environment.
pub(super) type Lookup<'e> = &'e dyn Fn(&str) -> Option<String>;

/// Programs that start the one named after them.
const STARTERS: &[&str] = &["env", "nice", "nohup", "setsid", "time"];

/// A program with what stands around it in the variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CommandLine {
    /// What is assigned in front of the program, as in `LANG=C vim`.
    pub(super) variables: Vec<(String, String)>,
    /// The program as the user names it, with or without a path.
    pub(super) program: String,
    /// Its first arguments.
    pub(super) arguments: Vec<String>,
}

impl CommandLine {
    /// Reads the text of the variable `name`.
    ///
    /// Quotes and backslashes work as in a shell, and so do `$NAME`, `${NAME}` and `~` at the start
    /// of a word. The value of a variable is never split into words: it is mostly a folder.
    ///
    /// # Errors
    ///
    /// The message for the user when a quote is not closed, a variable is not set, a shell would be
    /// needed, or no program is named.
    pub(super) fn read(name: &str, text: &str, variable: Lookup<'_>) -> Result<Self, String> {
        let shown = Text::new(text);
        let expanded = expand(text, variable).map_err(|why| format!("{name} {why}: {shown}"))?;
        let words = shell_words::split(&expanded)
            .map_err(|_unclosed| format!("{name} has a quote that is not closed: {shown}"))?;
        let mut words = words.into_iter().peekable();
        let mut variables = Vec::new();
        while let Some(assigned) = words.peek().and_then(|word| assignment(word)) {
            variables.push(assigned);
            words.next();
        }
        // These are parts of a shell, and mean the program after them.
        while words.next_if(|word| word == "command" || word == "exec").is_some() {}
        let program = words.next().filter(|program| !program.trim().is_empty());
        let program = program.ok_or_else(|| format!("{name} names no program: {shown}"))?;
        Ok(Self { variables, program, arguments: words.collect() })
    }

    /// The program that runs in the end: `vi` in `env X=1 nice -n 5 vi`.
    pub(super) fn innermost(&self) -> &str {
        let words = std::iter::once(&self.program).chain(&self.arguments);
        // Options, their numbers, and assignments belong to the program that starts the next one.
        let belongs = |word: &str| {
            STARTERS.contains(&program_name(word))
                || word.starts_with('-')
                || word.chars().all(|c| c.is_ascii_digit())
                || assignment(word).is_some()
        };
        words.map(String::as_str).find(|word| !belongs(word)).unwrap_or(&self.program)
    }
}

/// The name of a program without its path and without what follows its first dot, as in
/// `vim.basic` and `code.cmd`.
pub(super) fn program_name(program: &str) -> &str {
    let file = program.rsplit(['/', '\\']).next().unwrap_or(program);
    match file.split_once('.') {
        Some((name, _)) if !name.is_empty() => name,
        _ => file,
    }
}

/// The two sides of an assignment.
fn assignment(word: &str) -> Option<(String, String)> {
    let (name, value) = word.split_once('=')?;
    is_name(name).then(|| (name.to_owned(), value.to_owned()))
}

fn is_name(text: &str) -> bool {
    text.starts_with(starts_name) && text.chars().all(continues_name)
}

fn starts_name(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}

fn continues_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The text with the values of its variables, quoted, in their places.
///
/// # Errors
///
/// What is wrong with the text.
fn expand(text: &str, variable: Lookup<'_>) -> Result<String, String> {
    let (mut whole, mut quote, mut starts_word) = (String::new(), None, true);
    let mut chars = text.chars().peekable();
    let value =
        |name: &str| variable(name).ok_or_else(|| format!("uses ${name}, which is not set"));
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('\\', None | Some('"')) => {
                whole.push(c);
                whole.extend(chars.next());
            }
            ('$', None | Some('"')) => match name_after_dollar(&mut chars)? {
                Some(name) => push(&mut whole, &value(&name)?, quote.is_some()),
                None => whole.push(c),
            },
            ('~', None) if starts_word && chars.peek().is_none_or(|c| " \t\n/".contains(*c)) => {
                push(&mut whole, &value("HOME")?, false);
            }
            ('`', None | Some('"')) | (';' | '|' | '&' | '<' | '>' | '(' | ')', None) => {
                return Err(needs_shell(c));
            }
            _ => {
                match quote {
                    None if c == '"' || c == '\'' => quote = Some(c),
                    Some(open) if c == open => quote = None,
                    _ => {}
                }
                whole.push(c);
            }
        }
        starts_word = c.is_whitespace() || c == '=';
    }
    Ok(whole)
}

/// Appends a value as a part of a word.
fn push(whole: &mut String, value: &str, is_quoted: bool) {
    if !is_quoted {
        whole.push_str(&if value.is_empty() { value.into() } else { shell_words::quote(value) });
        return;
    }
    for c in value.chars() {
        if "\"\\$`".contains(c) {
            whole.push('\\');
        }
        whole.push(c);
    }
}

/// The name after a `$`. None if the `$` stands for itself.
///
/// # Errors
///
/// What a shell would be needed for.
fn name_after_dollar(chars: &mut Peekable<Chars<'_>>) -> Result<Option<String>, String> {
    match chars.peek() {
        Some('{') => {
            let name: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
            if is_name(&name) { Ok(Some(name)) } else { Err(needs_shell('{')) }
        }
        Some(c) if starts_name(*c) => {
            Ok(Some(std::iter::from_fn(|| chars.next_if(|c| continues_name(*c))).collect()))
        }
        Some(c) if c.is_ascii_digit() || "(@*#?!$-".contains(*c) => Err(needs_shell(*c)),
        _ => Ok(None),
    }
}

fn needs_shell(c: char) -> String {
    format!("needs a shell for its '{c}': name a script instead")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(name: &str) -> Option<String> {
        let all = [("HOME", "/home/a b"), ("TOOL", "vi'm"), ("EMPTY", "")];
        all.into_iter().find(|(other, _)| *other == name).map(|(_, value)| value.to_owned())
    }

    fn read(text: &str) -> Result<CommandLine, String> {
        CommandLine::read("EDITOR", text, &variable)
    }

    #[test]
    fn what_people_write_is_expanded_as_in_a_shell() {
        for (text, variables, words) in [
            ("vim", "", "vim"),
            ("X=1 vim", "X=1", "vim"),
            ("X=1 _Y='a b' vim -n", "X=1|_Y=a b", "vim|-n"),
            ("X=~/x vim", "X=/home/a b/x", "vim"),
            ("$HOME/bin/ed", "", "/home/a b/bin/ed"),
            ("${HOME}/bin/ed -s", "", "/home/a b/bin/ed|-s"),
            ("\"$HOME/bin/ed\" -s", "", "/home/a b/bin/ed|-s"),
            ("~/bin/ed", "", "/home/a b/bin/ed"),
            ("ed ~", "", "ed|/home/a b"),
            ("/opt/$TOOL", "", "/opt/vi'm"),
            ("\"$TOOL\"$EMPTY", "", "vi'm"),
            // These stand for themselves, as in a shell.
            ("vim -c 'set x=$HOME ~ `y`; z'", "", "vim|-c|set x=$HOME ~ `y`; z"),
            ("vim \\$HOME \\~ a~ ~x $ 5$", "", "vim|$HOME|~|a~|~x|$|5$"),
            ("vim X=1", "", "vim|X=1"),
            ("X=1 command vim exec", "X=1", "vim|exec"),
            ("1X=1 vim", "", "1X=1|vim"),
        ] {
            let line = read(text).unwrap();
            let all: Vec<_> = line.variables.iter().map(|(n, v)| format!("{n}={v}")).collect();
            assert_eq!(all.join("|"), variables, "{text}");
            let all: Vec<_> = std::iter::once(line.program).chain(line.arguments).collect();
            assert_eq!(all.join("|"), words, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_what_to_do() {
        for (text, says) in [
            ("vim 'x", "EDITOR has a quote that is not closed: vim 'x"),
            ("$NO/ed", "EDITOR uses $NO, which is not set: $NO/ed"),
            ("'' x", "EDITOR names no program: '' x"),
            ("X=1", "EDITOR names no program: X=1"),
            ("$EMPTY", "EDITOR names no program: $EMPTY"),
        ] {
            assert_eq!(read(text).unwrap_err(), says);
        }
        let shell = ["vim; ls", "$(which vim)", "`which vim`", "\"`x`\"", "vim > /dev/tty"];
        for text in shell.into_iter().chain(["vim & ", "${X:-vim}", "vim $1", "\"${HOME\""]) {
            let says = read(text).unwrap_err();
            assert!(
                says.starts_with("EDITOR needs a shell for") && says.contains("name a script"),
                "{text}"
            );
        }
    }
}
