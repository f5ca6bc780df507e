use std::ffi::OsString;
use std::path::Path;

use super::{EditorCommand, KNOWN, program_name};

/// The editor of these variables.
fn named(visual: Option<&str>, editor: Option<&str>) -> EditorCommand {
    let variable = |name: &str| {
        let value = match name {
            "VISUAL" => visual,
            "EDITOR" => editor,
            "HOME" => Some("/home/me"),
            _ => None,
        };
        value.map(str::to_owned)
    };
    EditorCommand::new(variable, None)
}

/// The words that start the editor of a variable on a file at line 12.
fn started(editor: &str, file: &str) -> Vec<String> {
    let command = named(None, Some(editor)).at(Path::new(file), 12).unwrap();
    let text = |word: OsString| word.into_string().unwrap();
    std::iter::once(command.program).chain(command.arguments.into_iter().map(text)).collect()
}

#[test]
fn every_known_editor_gets_the_line_in_its_own_syntax() {
    for (editor, arguments) in [
        ("vi vim nvim view ex nano pico emacs emacsclient mg joe", "+12|a.toml"),
        ("jmacs jed kak ne vis micro mcedit gedit", "+12|a.toml"),
        ("hx helix subl sublime_text zed zeditor lapce", "a.toml:12"),
        ("code codium code-insiders cursor windsurf", "--goto|a.toml:12"),
        ("kate idea pycharm clion webstorm", "--line|12|a.toml"),
        ("notepad++", "-n12|a.toml"),
        ("ed sensible-editor vimdiff my-vim", "a.toml"),
    ] {
        for editor in editor.split(' ') {
            assert_eq!(started(editor, "a.toml").join("|"), format!("{editor}|{arguments}"));
        }
    }
}

#[test]
fn an_editor_is_known_by_its_name_in_any_folder() {
    for editor in ["/usr/bin/vim", "vim.basic", "vim.exe", "VIM.EXE", "./my.tools/vim"] {
        assert_eq!(started(editor, "a.toml"), [editor, "+12", "a.toml"]);
    }
    assert_eq!(started(r"'C:\Program Files\code.cmd'", "a")[1..], ["--goto", "a:12"]);
    assert_eq!(started("/opt/vim/.hidden", "a"), ["/opt/vim/.hidden", "a"]);
}

#[test]
fn an_editor_that_another_program_starts_gets_the_line() {
    for editor in [
        "env FOO=1 vi",
        "/usr/bin/env vi",
        "nice vi",
        "nice -n 5 vi",
        "env -i A=b nice -n -5 vi",
        "nohup /usr/bin/vi",
        "command vi",
    ] {
        let started = started(editor, "a.toml");
        assert_eq!(started[started.len() - 2..], ["+12", "a.toml"], "{editor}");
    }
    assert_eq!(started("env", "a.toml"), ["env", "a.toml"]);
    assert_eq!(started("my-vim vi", "a.toml"), ["my-vim", "vi", "a.toml"]);
}

#[test]
fn the_table_names_each_editor_once() {
    let mut names: Vec<&str> = KNOWN.iter().flat_map(|(_, names)| names.split(' ')).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
    assert!(names.iter().all(|name| program_name(name) == *name && *name == name.to_lowercase()));
}

#[test]
fn visual_comes_before_editor_and_vi_last() {
    let set = Some::<&str>;
    for (visual, editor, program) in [
        (set("nvim"), set("nano"), "nvim"),
        (None, set("nano"), "nano"),
        (set(""), set("nano"), "nano"),
        (set(" \t"), set("nano"), "nano"),
        (None, None, "vi"),
        (set(""), set(""), "vi"),
    ] {
        let command = named(visual, editor).at(Path::new("a"), 1).unwrap();
        assert_eq!(command.program, program);
    }
}

#[test]
fn a_variable_is_split_as_in_a_shell() {
    assert_eq!(started("code --wait", "a"), ["code", "--wait", "--goto", "a:12"]);
    assert_eq!(started("emacsclient -t -a ''", "a"), ["emacsclient", "-t", "-a", "", "+12", "a"]);
    assert_eq!(started("'/opt/my editor/vim' -N", "a"), ["/opt/my editor/vim", "-N", "+12", "a"]);
    assert_eq!(started(r"/opt/my\ editor/vim", "a"), ["/opt/my editor/vim", "+12", "a"]);
    assert_eq!(
        started("~/bin/vim -u $HOME/rc", "a")[..3],
        ["/home/me/bin/vim", "-u", "/home/me/rc"]
    );
    assert_eq!(started("LANG=C vim", "a"), ["vim", "+12", "a"]);
    let command = named(None, Some("LANG=C vim")).at(Path::new("a"), 1).unwrap();
    assert_eq!(command.variables, [("LANG".to_owned(), "C".to_owned())]);
}

#[test]
fn a_variable_that_cannot_be_read_is_named() {
    let said = |visual, editor| named(visual, editor).at(Path::new("a"), 1).unwrap_err();
    let text = said(Some("vim 'x"), Some("nano"));
    assert_eq!(text, "VISUAL has a quote that is not closed: vim 'x");
    assert_eq!(said(Some("# x"), None), "VISUAL names no program: # x");
}

#[test]
fn a_file_is_never_taken_for_an_option() {
    assert_eq!(started("vim", "-c.toml"), ["vim", "+12", "./-c.toml"]);
    assert_eq!(started("vim", "+9"), ["vim", "+12", "./+9"]);
    assert_eq!(started("hx", "--version"), ["hx", "./--version:12"]);
    assert_eq!(started("ed", "-s/a"), ["ed", "./-s/a"]);
    assert_eq!(started("vim", "a b/-c.toml"), ["vim", "+12", "a b/-c.toml"]);
    assert_eq!(started("vim", "/-c.toml"), ["vim", "+12", "/-c.toml"]);
}

#[test]
fn a_file_name_that_is_not_text_is_passed_on_unchanged() {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;

        let file = Path::new(std::ffi::OsStr::from_bytes(b"\xff.toml"));
        let command = EditorCommand::default().at(file, 3).unwrap();
        assert_eq!(command.arguments, [OsString::from("+3"), file.into()]);
    }
}

#[test]
fn lines_are_counted_from_one() {
    let command = EditorCommand::default().at(Path::new("a"), 0).unwrap();
    assert_eq!(command.arguments, ["+1", "a"]);
}

#[test]
fn a_report_without_a_file_cannot_be_edited() {
    let text = EditorCommand::default().prepare(None, 1).unwrap_err();
    assert_eq!(text, "the built-in report is not a file that could be edited");
}

#[test]
#[cfg(unix)]
fn an_editor_that_is_nowhere_is_known_to_be_missing() {
    let said = |editor: &str, folders: Option<&[&str]>| {
        let folders = folders.map(|folders| folders.iter().map(Into::into).collect());
        let variable = |name: &str| (name == "EDITOR").then(|| editor.to_owned());
        let editor = EditorCommand::new(variable, folders);
        editor.prepare(Some(Path::new("a")), 1).map(drop)
    };
    let not_found = Err("no such editor (set VISUAL or EDITOR): sh".to_owned());
    assert_eq!(said("sh", Some(&["/nowhere", "/bin"])), Ok(()));
    assert_eq!(said("sh", Some(&["/nowhere"])), not_found);
    assert_eq!(said("sh", Some(&[])), not_found);
    assert_eq!(said("sh", None), Ok(()), "the folders are not known");
    assert_eq!(said("/bin/sh", Some(&[])), Ok(()));
    assert!(said("/bin/no-such-editor", None).is_err());
}
