//! Files that are broken, missing or not text, and repaired again.

use super::*;

#[test]
fn a_broken_text_is_told_and_so_is_its_repair() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    in_place(&path, "broken\n");
    assert_eq!(following.next(), Ok(("broken\n".to_owned(), false)));
    in_place(&path, &sound("first"));
    following.tells(&sound("first"));
    let parsed: Vec<String> = following.parsed.try_iter().collect();
    assert_eq!(parsed, [&sound("first"), "broken\n", &sound("first")], "each once");
}

#[test]
fn a_deleted_file_is_an_error_until_it_comes_back() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    fs::remove_file(&path).unwrap();
    following.tells_error("there is no file");
    renamed_over(&path, &sound("first"));
    following.tells(&sound("first"));
}

#[test]
fn every_error_is_told_once() {
    let scratch = Scratch::new();
    let path = scratch.path("f");
    let following = Following::start(Timing::USUAL, WatchMode::Native, &path, None);
    following.tells_error("there is no file");
    in_place(&path, "");
    following.tells_error("is empty");
    in_place(&path, " \n");
    fs::write(&path, b"\n\xff").unwrap();
    following.tells_error("is not UTF-8 text (line 2)");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    following.tells_error("is a folder");
    fs::remove_dir(&path).unwrap();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}

#[test]
fn a_change_while_a_broken_text_is_held_back_restarts_the_wait() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    in_place(&path, "broken\n");
    following.has_parsed("broken\n");
    renamed_over(&path, "still broken\n");
    following.has_parsed("still broken\n");
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}
