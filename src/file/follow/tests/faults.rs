//! Files that are broken, missing or no text, and mended again.

use super::*;

#[test]
fn a_broken_text_is_told_and_so_is_its_mend() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Pace::USUAL, How::Native, &path);
    in_place(&path, "broken\n");
    assert_eq!(following.next(), Ok(("broken\n".to_owned(), false)));
    in_place(&path, &sound("first"));
    following.tells(&sound("first"));
    let parsed: Vec<String> = following.parsed.try_iter().collect();
    assert_eq!(parsed, [&sound("first"), "broken\n", &sound("first")], "each once");
}

#[test]
fn a_file_that_is_deleted_is_missed_and_told_when_it_comes_back() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Pace::USUAL, How::Native, &path);
    fs::remove_file(&path).unwrap();
    following.tells_fault("there is no file");
    renamed_over(&path, &sound("first"));
    following.tells(&sound("first"));
}

#[test]
fn every_fault_is_told_once() {
    let scratch = Scratch::new();
    let path = scratch.path("f");
    let following = Following::start(Pace::USUAL, How::Native, &path, None);
    following.tells_fault("there is no file");
    in_place(&path, "");
    following.tells_fault("is empty");
    in_place(&path, " \n");
    fs::write(&path, b"\n\xff").unwrap();
    following.tells_fault("is not UTF-8 text (line 2)");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    following.tells_fault("is a folder");
    fs::remove_dir(&path).unwrap();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}

#[test]
fn a_change_while_a_broken_text_waits_begins_the_waiting_anew() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, How::Native, &path);
    in_place(&path, "broken\n");
    following.has_parsed("broken\n");
    renamed_over(&path, "still broken\n");
    following.has_parsed("still broken\n");
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}
