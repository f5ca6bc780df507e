//! The dashboard follows its file on a terminal, however the file is changed.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::Terminal;
use crate::{dashboard, folder};

const TEXT: &str = r#"[report]
title = "Followed"

[[indicator]]
id    = "share"
label = "Share of all"
unit  = "%"
value = 70
hedge = "up to"

[[indicator]]
id    = "debt"
label = "Debt of all"
unit  = "billion USD"
value = 8      # the comment
hedge = "nearly"
"#;

/// The report inside the program, whose figures may be edited.
const BUILT_IN: &str = include_str!("../../indicators.toml");

/// The text with another share.
fn share(value: u32) -> String {
    TEXT.replacen("value = 70", &format!("value = {value}"), 1)
}

/// The dashboard over a file of its own.
fn following(name: &str) -> (Terminal, PathBuf) {
    let folder = folder(name);
    let path = folder.join("indicators.toml");
    fs::write(&path, TEXT).unwrap();
    (shown(&folder, &[]), path)
}

fn shown(folder: &Path, args: &[&str]) -> Terminal {
    let program = args.iter().fold(dashboard().within(folder), |program, arg| program.arg(arg));
    let terminal = Terminal::start(program);
    terminal.wait_for_text("up to 70 %");
    terminal
}

#[test]
fn the_file_is_compared_with_the_last_commit() {
    let folder = folder("last-commit");
    let path = folder.join("indicators.toml");
    fs::write(&path, TEXT).unwrap();
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(&folder).args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
        git.args(args).output().is_ok_and(|output| output.status.success())
    };
    let is_done =
        git(&["init", "-q"]) && git(&["add", "."]) && git(&["commit", "-q", "-m", "Begin"]);
    let mut terminal = shown(&folder, &[]);
    fs::write(&path, share(72)).unwrap();
    terminal.wait_for_text("up to 72 %");
    terminal.send(b"D");
    terminal.wait_for_text("What the last change of the file was");
    terminal.send(b"D");
    if is_done {
        terminal.wait_for_text("New since the last commit, ");
        terminal.wait_for_text("share: up to 70 → up to 72 %");
    } else {
        terminal.wait_for_text("git, which is not installed here");
    }
    terminal.send(b"\x1b[27u");
    terminal.quit();
}

#[test]
fn every_way_of_saving_is_followed() {
    let (terminal, path) = following("ways-of-saving");
    let beside = path.with_extension("new");
    let mut value = 20;
    let mut next = || {
        value += 1;
        (share(value), format!("up to {value} %"))
    };
    // In place.
    let (text, words) = next();
    let mut file = OpenOptions::new().write(true).open(&path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    drop(file);
    terminal.wait_for_text(&words);
    // Truncated and written, in several writes.
    let (text, words) = next();
    let mut file = File::create(&path).unwrap();
    for part in text.as_bytes().chunks(40) {
        file.write_all(part).unwrap();
    }
    drop(file);
    terminal.wait_for_text(&words);
    // Written beside it and renamed over it.
    let (text, words) = next();
    fs::write(&beside, text).unwrap();
    fs::rename(&beside, &path).unwrap();
    terminal.wait_for_text(&words);
    // Renamed away, written anew, the old one deleted.
    let (text, words) = next();
    fs::rename(&path, &beside).unwrap();
    fs::write(&path, text).unwrap();
    fs::remove_file(&beside).unwrap();
    terminal.wait_for_text(&words);
    // Deleted and created.
    let (text, words) = next();
    fs::remove_file(&path).unwrap();
    fs::write(&path, text).unwrap();
    terminal.wait_for_text(&words);
    terminal.quit();
}

#[test]
fn a_file_behind_links_and_a_file_that_is_polled_are_followed() {
    let there = folder("links-there");
    let here = folder("links-here");
    fs::write(there.join("real.toml"), TEXT).unwrap();
    symlink(there.join("real.toml"), here.join("indicators.toml")).unwrap();
    let terminal = shown(&here, &[]);
    fs::write(there.join("real.toml"), share(31)).unwrap();
    terminal.wait_for_text("up to 31 %");
    fs::write(there.join("other.toml"), share(32)).unwrap();
    fs::remove_file(here.join("indicators.toml")).unwrap();
    symlink(there.join("other.toml"), here.join("indicators.toml")).unwrap();
    terminal.wait_for_text("up to 32 %");
    terminal.quit();
    let terminal = Terminal::start(dashboard().within(&here).arg("--poll"));
    terminal.wait_for_text("up to 32 %");
    fs::write(there.join("other.toml"), share(33)).unwrap();
    terminal.wait_for_text("up to 33 %");
    terminal.quit();
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_below_a_folder_that_is_replaced_is_followed() {
    let folder = folder("folder-above");
    let (above, below) = (folder.join("a"), folder.join("a/b"));
    let path = below.join("indicators.toml");
    fs::create_dir_all(&below).unwrap();
    fs::write(&path, TEXT).unwrap();
    let terminal = shown(&folder, &["a/b/indicators.toml"]);
    fs::rename(&above, folder.join("a.old")).unwrap();
    terminal.wait_for_text("file missing since");
    fs::create_dir_all(&below).unwrap();
    fs::write(&path, share(51)).unwrap();
    terminal.wait_for_text("up to 51 %");
    terminal.quit();
}

#[test]
fn a_checkout_is_followed() {
    let (terminal, path) = following("checkout");
    let folder = path.parent().unwrap();
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=n", "-c", "user.email=e@example.org"]);
        git.args(args).current_dir(folder).output().is_ok_and(|output| output.status.success())
    };
    if !git(&["init", "-q", "-b", "first"]) {
        // Without git there is nothing to check out.
        return terminal.quit();
    }
    assert!(git(&["add", "."]) && git(&["commit", "-qm", "first"]));
    assert!(git(&["checkout", "-qb", "second"]));
    fs::write(&path, share(41)).unwrap();
    terminal.wait_for_text("up to 41 %");
    assert!(git(&["commit", "-qam", "second"]));
    assert!(git(&["checkout", "-q", "first"]));
    terminal.wait_for_text("up to 70 %");
    assert!(git(&["checkout", "-q", "second"]));
    terminal.wait_for_text("up to 41 %");
    terminal.quit();
}

#[test]
fn a_save_says_what_changed_and_leaves_the_selection_where_it_is() {
    let (mut terminal, path) = following("says-what");
    terminal.send(b"j");
    terminal.wait_for_text("›Debt of all");
    fs::write(&path, TEXT.replacen("value = 8 ", "value = 7.6 ", 1)).unwrap();
    terminal.wait_for_text("debt: nearly 8 → nearly 7.6 billion USD");
    fs::write(&path, TEXT.replacen("hedge = \"nearly\"\n", "", 1)).unwrap();
    terminal.wait_for_text("hedge lost: debt: nearly 7.6 → 8 billion USD");
    terminal.wait_for("the selection", |screen| {
        screen.contents().lines().any(|line| line.contains("› Debt") || line.contains("›Debt"))
    });
    terminal.quit();
}

#[test]
fn a_broken_file_keeps_the_last_good_view_until_it_is_mended() {
    let (mut terminal, path) = following("broken");
    fs::write(&path, TEXT.replacen("value = 70", "value = 7O", 1)).unwrap();
    terminal.wait_for_text("file broken since");
    terminal.wait_for_text("up to 70 %");
    terminal.send(b"w");
    terminal.wait_for_text("value = 7O");
    fs::write(&path, share(71)).unwrap();
    terminal.wait_for("the note gone", |screen| !screen.contents().contains("broken since"));
    terminal.escape("Esc close");
    terminal.wait_for_text("up to 71 %");
    // Not even text.
    fs::write(&path, b"\xff\xfe\0\0").unwrap();
    terminal.wait_for_text("file unreadable since");
    fs::write(&path, TEXT).unwrap();
    terminal.wait_for("the note gone", |screen| !screen.contents().contains("unreadable since"));
    terminal.quit();
}

#[test]
fn a_deleted_file_is_waited_for_and_can_be_written_back() {
    let (mut terminal, path) = following("deleted");
    fs::remove_file(&path).unwrap();
    terminal.wait_for_text("file missing since");
    terminal.wait_for_text("up to 70 %");
    terminal.send(b"i");
    terminal.wait_for_text("Write the file back?");
    terminal.send(b"\r");
    terminal.wait_for_text("Edit headline: Share of all");
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    terminal.escape("Edit headline:");
    fs::remove_file(&path).unwrap();
    terminal.wait_for_text("file missing since");
    fs::write(&path, share(72)).unwrap();
    terminal.wait_for_text("up to 72 %");
    terminal.quit();
}

#[test]
fn starting_on_a_broken_file_shows_why_and_then_the_report() {
    let folder = folder("start-broken");
    let path = folder.join("indicators.toml");
    fs::write(&path, TEXT.replacen("value = 70", "value = 7O", 1)).unwrap();
    let terminal = Terminal::start(dashboard().within(&folder));
    terminal.wait_for_text("value = 7O");
    fs::write(&path, TEXT).unwrap();
    terminal.wait_for_text("up to 70 %");
    terminal.quit();
}

#[test]
fn an_edit_in_place_changes_the_bytes_of_the_value_and_can_be_undone() {
    let (mut terminal, path) = following("edit-in-place");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    terminal.send(b"ji");
    terminal.wait_for_text("Edit headline: Debt of all");
    // Pasted, as a terminal brackets it.
    terminal.send(b"\x17\x1b[200~7.6\x1b[201~\r");
    terminal.wait_for_text("saved · debt: nearly 8 → nearly 7.6 billion USD");
    let edited = TEXT.replacen("value = 8 ", "value = 7.6 ", 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    terminal.send(b"u");
    terminal.wait_for_text("undone · debt: nearly 7.6 → nearly 8 billion USD");
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    terminal.send(b"U");
    terminal.wait_for_text("redone · debt");
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
    let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(left, 1, "nothing is left beside the file");
    terminal.quit();
}

#[test]
fn keys_typed_in_one_go_are_all_taken() {
    let (mut terminal, path) = following("one-go");
    // Fewer characters than a text that a program types.
    terminal.send(b"ji\x17\x37.6");
    terminal.wait_for_text("nearly 7.6");
    terminal.send(b"\r\x1b[A");
    terminal.wait_for_text("saved · debt: nearly 8 → nearly 7.6 billion USD");
    assert!(fs::read_to_string(&path).unwrap().contains("value = 7.6 "));
    terminal.quit();
}

#[test]
fn a_read_only_file_says_so_before_you_type() {
    let (mut terminal, path) = following("read-only");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    for key in [b"i", b"a"] {
        terminal.send(key);
        terminal.wait_for_text("is read-only");
        terminal.send(b"j");
        terminal.wait_for("no news", |screen| !screen.contents().contains("is read-only"));
    }
    assert!(!terminal.has_written("Edit headline:") && !terminal.has_written("Add an "));
    terminal.quit();
}

#[test]
fn a_file_that_may_not_grow_is_left_as_it_is_and_the_form_stays() {
    let folder = folder("no-room");
    let path = folder.join("indicators.toml");
    let long = format!("{TEXT}# {}\n", "x".repeat(8192 - TEXT.len() - 3));
    fs::write(&path, &long).unwrap();
    // In blocks of 512 bytes or of 1024, by the shell: the file is as large as it may be.
    let limit = r#"ulimit -f 16; [ "$(dd if=/dev/zero of=probe bs=1024 count=16 2>/dev/null; wc -c < probe)" -gt 8192 ] && ulimit -f 8; rm probe; exec "$0""#;
    let mut terminal = Terminal::start(crate::script(limit).within(&folder));
    terminal.wait_for_text("up to 70 %");
    terminal.send(b"i\x17123456789");
    terminal.wait_for_text("up to 123,456,789 %");
    terminal.send(b"\r");
    terminal.wait_for_text("larger than is allowed");
    terminal.wait_for_text("Edit headline: Share of all");
    assert_eq!(fs::read_to_string(&path).unwrap(), long);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    // One after the other: what arrives at once counts as one Esc.
    terminal.escape("larger than is allowed");
    terminal.wait_for_text("Esc once more");
    terminal.escape("Edit headline:");
    terminal.quit();
}

#[test]
fn two_dashboards_over_one_file_never_lose_an_edit() {
    let (mut one, path) = following("two-writers");
    let mut other = shown(path.parent().unwrap(), &[]);
    one.send(b"i\x1760");
    one.wait_for_text("1 change, not saved");
    other.send(b"ji\x177");
    other.wait_for_text("nearly 7 ");
    other.send(b"\r");
    other.wait_for_text("saved · debt: nearly 8 → nearly 7 billion USD");
    one.wait_for_text("debt: nearly 8 → nearly 7 billion USD");
    one.send(b"\r");
    one.wait_for_text("saved · share: up to 70 → up to 60 %");
    other.wait_for_text("share: up to 70 → up to 60 %");
    let both = share(60).replacen("value = 8 ", "value = 7 ", 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), both);
    // The same value in both: the second is asked.
    one.send(b"i\x1750");
    one.wait_for_text("1 change, not saved");
    other.send(b"ki\x1755");
    other.wait_for_text("up to 55 %");
    other.send(b"\r");
    other.wait_for_text("saved · share: up to 60 → up to 55 %");
    one.wait_for_text("the file says now: 55");
    one.send(b"\r");
    one.wait_for_text("Enter once more");
    assert!(fs::read_to_string(&path).unwrap().contains("value = 55"));
    one.send(b"\r");
    one.wait_for_text("saved · share: up to 55 → up to 50 %");
    assert!(fs::read_to_string(&path).unwrap().contains("value = 50"));
    one.quit();
    other.quit();
}

#[test]
fn the_editor_opens_at_the_selected_line_and_what_it_saves_is_shown() {
    let (terminal, path) = following("editor-at-line");
    terminal.quit();
    let editor = path.with_file_name("vi");
    let script = "#!/bin/sh\necho \"opened $*\"\nsed -i 's/value = 8 /value = 9 /' \"$2\"\n";
    fs::write(&editor, script).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let program = dashboard().within(path.parent().unwrap());
    let mut terminal = Terminal::start(program.env("VISUAL", editor.to_str().unwrap()));
    terminal.wait_for_text("up to 70 %");
    terminal.send(b"je");
    terminal.wait_for_text("debt: nearly 8 → nearly 9 billion USD");
    assert!(terminal.has_written("opened +11 indicators.toml"), "{}", terminal.text());
    terminal.quit();
}

#[test]
fn a_new_item_is_written_and_opened() {
    let (terminal, path) = following("new-item");
    terminal.quit();
    let program = dashboard().within(path.parent().unwrap()).env("VISUAL", "true");
    let mut terminal = Terminal::start(program);
    terminal.wait_for_text("up to 70 %");
    terminal.send(b"a");
    terminal.wait_for_text("Add a figure?");
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    terminal.send(b"\r");
    terminal.wait_for_text("written · ");
    terminal.wait_for_text("›New figure");
    terminal.send(b"u");
    terminal.wait_for_text("undone · ");
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    terminal.quit();
}

#[test]
fn the_built_in_report_is_written_to_a_file_before_it_is_edited() {
    let folder = folder("built-in");
    let mut terminal = Terminal::start(dashboard().within(&folder).env("VISUAL", "true"));
    terminal.wait_for_text("1 Gauges");
    terminal.send(b"i");
    terminal.wait_for_text("A copy to edit?");
    terminal.send(b"\r");
    terminal.wait_for_text("Edit headline: ");
    let path = folder.join("indicators.toml");
    let copy = fs::read_to_string(&path).unwrap();
    // Without the first line, which names the schema beside the original.
    assert_eq!(BUILT_IN.split_once('\n').map(|(_, rest)| rest), Some(&*copy));
    terminal.escape("Edit headline:");
    // From now on it is a file like any other.
    fs::write(&path, TEXT).unwrap();
    terminal.wait_for_text("Followed");
    terminal.quit();
}

#[test]
fn saved_copies_of_sources_are_read_and_followed() {
    let folder = folder("saved-copies");
    let text = "[report]\ntitle = \"T\"\n[source.s]\ntitle = \"S\"\ncopy = \"in/s.html\"\n\
                [[indicator]]\nid = \"share\"\nlabel = \"Share of all\"\nunit = \"%\"\nvalue = 70\n\
                hedge = \"up to\"\nwording = \"up to 70 %\"\nsource = \"s\"\nlocator = \"¶ 1\"\n";
    fs::write(folder.join("indicators.toml"), text).unwrap();
    fs::create_dir(folder.join("in")).unwrap();
    let copy = folder.join("in/s.html");
    fs::write(&copy, "<p>It is up to 70&nbsp;% at dawn.</p>").unwrap();
    let mut terminal = shown(&folder, &[]);
    terminal.send(b"\r");
    terminal.wait_for_text("at dawn");
    fs::write(&copy, "<p>It is up to 70&nbsp;% at dusk.</p>").unwrap();
    terminal.wait_for_text("at dusk");
    fs::write(&copy, "<p>It is about 70&nbsp;% at dusk.</p>").unwrap();
    terminal.wait_for_text("E023");
    fs::remove_file(&copy).unwrap();
    terminal.wait_for("no fault of the words", |screen| !screen.contents().contains("E023"));
    fs::write(&copy, "<p>It is up to 70&nbsp;% at noon.</p>").unwrap();
    terminal.wait_for_text("at noon");
    // A report that names no copy any more shows none.
    let rest = text.replace("copy = \"in/s.html\"\n", "");
    fs::write(folder.join("indicators.toml"), rest).unwrap();
    terminal.wait_for("no passage", |screen| !screen.contents().contains("at noon"));
    terminal.quit();
}

#[test]
fn an_article_that_the_file_names_is_followed() {
    let folder = folder("article");
    let named = TEXT.replacen("\n\n", "\ntexts = [\"news/a.md\"]\n\n", 1);
    fs::write(folder.join("indicators.toml"), named).unwrap();
    fs::create_dir_all(folder.join("news")).unwrap();
    let terminal = shown(&folder, &[]);
    terminal.wait_for_text("a.md");
    let article = folder.join("news/a.md");
    fs::write(&article, "The debt of all is $8 billion.\n").unwrap();
    terminal.wait_for_text("≠");
    fs::write(&article, "The debt of all is nearly $8 billion.\n").unwrap();
    terminal.wait_for_text("= the article agrees");
}
