//! The ways in which programs save a file.

use super::*;

fn saved_by(timing: Timing, save: impl Fn(&Path, &str)) {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(timing, WatchMode::Native, &path);
    for word in ["second", "third", "fourth"] {
        save(&path, &sound(word));
        following.tells(&sound(word));
    }
}

#[test]
fn a_file_written_in_place_is_followed_at_once() {
    saved_by(AT_ONCE, in_place);
}

#[test]
fn a_new_file_renamed_over_the_old_one_is_followed_at_once() {
    saved_by(AT_ONCE, renamed_over);
}

#[test]
fn the_old_file_renamed_to_a_backup_is_followed_at_once() {
    saved_by(AT_ONCE, |path, text| {
        let backup = path.with_extension("~");
        fs::rename(path, &backup).unwrap();
        fs::write(path, text).unwrap();
        fs::remove_file(backup).unwrap();
    });
}

#[test]
fn deleting_and_creating_is_followed_at_once() {
    saved_by(AT_ONCE, |path, text| {
        fs::remove_file(path).unwrap();
        fs::write(path, text).unwrap();
    });
}

#[test]
fn deleting_and_linking_is_followed() {
    saved_by(SOUND_ONLY, |path, text| {
        let beside = path.with_extension("new");
        fs::write(&beside, text).unwrap();
        fs::remove_file(path).unwrap();
        fs::hard_link(&beside, path).unwrap();
        fs::remove_file(beside).unwrap();
    });
}

#[test]
fn our_own_way_of_saving_is_followed_at_once() {
    saved_by(AT_ONCE, |path, text| {
        let old = fs::read_to_string(path).unwrap();
        crate::file::save(path, &old, text, &mut |_| {}).unwrap();
    });
}

#[test]
fn a_half_written_text_is_not_told() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    let reads = Reads::of(&path);
    let empty_is_seen = || reads.wait();
    let half_is_seen = || following.has_parsed("sec");
    in_parts(&path, &[("", &empty_is_seen), ("sec", &half_is_seen), ("ond\nend\n", &|| {})]);
    following.tells("second\nend\n");
}

#[test]
fn the_sound_beginning_of_a_text_is_not_told_while_its_writer_has_it_open() {
    // It could lack a hedge.
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(AT_ONCE, WatchMode::Native, &path);
    let parts: Vec<_> = (0..500).map(|n| sound(&n.to_string())).collect();
    let nothing = || {};
    let written: Vec<_> = parts.iter().map(|part| (part.as_str(), &nothing as &dyn Fn())).collect();
    in_parts(&path, &written);
    following.tells(&parts.concat());
}

#[test]
fn a_text_that_changes_while_it_is_parsed_is_read_again() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let (handle, wakes) = channel();
    let mut told = Vec::new();
    let parse = |text: &Arc<str>| {
        if **text == *sound("first") {
            renamed_over(&path, &sound("second"));
            handle.look();
        }
        ((), true)
    };
    let tell = |found: Found<()>| {
        told.push(found.unwrap().0.to_string());
        false
    };
    follow(&path, Vec::new, None, WatchMode::Native, SOUND_ONLY, wakes, parse, tell);
    assert_eq!(told, [sound("second")]);
}

#[test]
fn a_writer_that_keeps_the_file_open_is_not_waited_for_forever() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    in_parts(&path, &[("second\nend\n", &|| following.tells("second\nend\n"))]);
}

#[test]
fn of_many_quick_saves_the_last_is_told_and_no_half_of_any() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    // Of different lengths, so that a half of one is not another one.
    let text = |n: usize| sound(&format!("{n} {}", "x".repeat(n * 997 % 20_000)));
    for n in 1..=300 {
        if n % 3 == 0 {
            renamed_over(&path, &text(n));
        } else {
            in_place(&path, &text(n));
        }
    }
    loop {
        let (found, _) = following.next().unwrap();
        let number = found.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(found, text(number));
        if number == 300 {
            break;
        }
    }
}

#[test]
fn the_same_bytes_are_not_told_again() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    following.has_parsed(&sound("first"));
    let reads = Reads::of(&path);
    renamed_over(&path, &sound("first"));
    reads.wait();
    renamed_over(&path, &sound("second"));
    following.tells(&sound("second"));
    let parsed: Vec<String> = following.parsed.try_iter().collect();
    assert_eq!(parsed, [sound("second")], "nor are they parsed again");
}

#[test]
fn new_times_and_modes_are_not_told() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    let reads = Reads::of(&path);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    reads.wait();
    let status = std::process::Command::new("touch").arg(&path).status().unwrap();
    assert!(status.success());
    reads.wait();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}

#[test]
fn other_files_in_the_folder_do_not_wake_the_follower() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    let reads = Reads::of(&path);
    for name in ["f~", ".f.swp", "g", "4913"] {
        let other = scratch.file(name, "other");
        fs::remove_file(other).unwrap();
    }
    renamed_over(&path, &sound("second"));
    following.tells(&sound("second"));
    reads.wait();
    assert_eq!(reads.count(), 0, "it was read once, for its own change");
}
