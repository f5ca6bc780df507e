//! What a save leaves: the file, its attributes, the other files in the folder.

mod child;
mod concurrent;
mod crash;
mod limits;
mod refusals;

use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::{fs, io};

use rustix::fs::{XattrFlags, getxattr, setxattr};

use super::temporary::name;
use super::*;
use crate::file::tests::Scratch;

/// Saves without looking at the steps.
fn save_now(path: &Path, expected: &str, new: &str) -> Result<(), SaveError> {
    save(path, expected, new, &mut |_| {})
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Checks that the folder has these files and no other: nothing is left behind.
fn assert_only(folder: &Path, names: &[&str]) {
    let mut found: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    assert_eq!(found, names);
}

#[test]
fn every_byte_is_written_unchanged() {
    let scratch = Scratch::new();
    let (old, new) = ("\u{feff}a = 1\r\nb = \"é\"\r\n", "\u{feff}a = 2\r\n\r\nb = \"\u{1f600}\"");
    let path = scratch.file("f", old);
    save_now(&path, old, new).unwrap();
    assert_eq!(fs::read(&path).unwrap(), new.as_bytes());
    save_now(&path, new, "").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"");
    assert_only(scratch.folder(), &["f"]);
}

#[test]
fn the_mode_is_kept() {
    let scratch = Scratch::new();
    for mode in [0o600, 0o640, 0o666, 0o755] {
        let path = scratch.file("f", "old");
        set_mode(&path, mode);
        save_now(&path, "old", "new").unwrap();
        assert_eq!(path.metadata().unwrap().mode() & 0o7777, mode);
    }
}

#[test]
fn owner_and_group_are_kept() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let scratch = Scratch::new();
    let path = scratch.file("f", "old");
    std::os::unix::fs::chown(&path, Some(12_345), Some(23_456)).unwrap();
    save_now(&path, "old", "new").unwrap();
    let metadata = path.metadata().unwrap();
    assert_eq!((metadata.uid(), metadata.gid()), (12_345, 23_456));
}

#[test]
#[cfg(target_os = "linux")]
fn attributes_and_access_lists_are_kept() {
    let scratch = Scratch::new();
    let path = scratch.file("f", "old");
    // The owner may write, user 1000 may read, others nothing; as the kernel stores it.
    let list: Vec<u8> =
        [(1_u16, 6_u16, u32::MAX), (2, 4, 1000), (4, 0, u32::MAX), (16, 4, u32::MAX)]
            .into_iter()
            .chain([(32, 0, u32::MAX)])
            .flat_map(|(tag, rights, id)| {
                [&tag.to_le_bytes()[..], &rights.to_le_bytes(), &id.to_le_bytes()].concat()
            })
            .collect();
    let list = [&2_u32.to_le_bytes()[..], &list].concat();
    let large = vec![b'x'; 2000];
    let all =
        [("user.note", &b"kept"[..]), ("user.large", &large), ("system.posix_acl_access", &list)];
    for (name, value) in all {
        if setxattr(&path, name, value, XattrFlags::empty()).is_err() {
            // Not every file system has them.
            return;
        }
    }
    save_now(&path, "old", "new").unwrap();
    for (name, value) in all {
        let mut found = vec![0; 4096];
        let length = getxattr(&path, name, &mut found[..]).unwrap();
        assert_eq!(&found[..length], value, "{name}");
    }
}

#[test]
fn links_stay_links() {
    let scratch = Scratch::new();
    fs::create_dir(scratch.path("real")).unwrap();
    let real = scratch.file("real/f", "old");
    symlink("real", scratch.path("folder")).unwrap();
    symlink("folder/f", scratch.path("first")).unwrap();
    symlink(scratch.path("first"), scratch.path("second")).unwrap();
    may_replace(&scratch.path("second")).unwrap();
    save_now(&scratch.path("second"), "old", "new").unwrap();
    assert_eq!(text(&real), "new");
    assert!(!real.is_symlink() && scratch.path("first").is_symlink());
    assert!(scratch.path("second").is_symlink() && scratch.path("folder").is_symlink());
    assert_only(&scratch.path("real"), &["f"]);
}

#[test]
fn what_others_have_written_is_not_lost() {
    let scratch = Scratch::new();
    let path = scratch.file("f", "theirs");
    let error = save_now(&path, "old", "new").unwrap_err();
    assert!(matches!(error.cause, SaveCause::Changed));
    assert!(error.to_string().contains("f' has been changed by another program, so nothing is"));
    assert_eq!(text(&path), "theirs");
}

#[test]
fn what_others_write_during_a_save_is_not_lost() {
    type Other = fn(&Path) -> io::Result<()>;
    let others: [(&str, Other); 3] = [
        ("in place", |path| fs::write(path, "theirs")),
        ("renamed over", |path| {
            let beside = path.with_extension("new");
            fs::write(&beside, "theirs")?;
            fs::rename(&beside, path)
        }),
        ("deleted and created", |path| {
            fs::remove_file(path)?;
            fs::write(path, "theirs")
        }),
    ];
    for (how, other) in others {
        for at in [Step::Locked, Step::Compared, Step::Written, Step::Synced] {
            let scratch = Scratch::new();
            let path = scratch.file("f", "old");
            let result = save(&path, "old", "new", &mut |step| {
                if step == at {
                    other(&path).unwrap();
                }
            });
            assert!(matches!(result.unwrap_err().cause, SaveCause::Changed), "{how} at {at:?}");
            assert_eq!(text(&path), "theirs", "{how} at {at:?}");
            assert_only(scratch.folder(), &["f"]);
        }
    }
}

#[test]
fn the_remains_of_a_save_are_removed_and_a_link_among_them_is_not_followed() {
    let scratch = Scratch::new();
    let (path, victim) = (scratch.file("f", "old"), scratch.file("victim", "mine"));
    fs::write(name(&path), "half of a te").unwrap();
    save_now(&path, "old", "new").unwrap();
    symlink(&victim, name(&path)).unwrap();
    save_now(&path, "new", "newer").unwrap();
    assert_eq!((text(&path), text(&victim)), ("newer".to_owned(), "mine".to_owned()));
    assert_only(scratch.folder(), &["f", "victim"]);
}

#[test]
fn only_the_owner_may_read_the_new_text_before_its_mode_is_set() {
    let scratch = Scratch::new();
    let path = scratch.file("f", "old");
    let mut seen = Vec::new();
    save(&path, "old", "new", &mut |step| {
        if let Ok(metadata) = name(&path).metadata() {
            seen.push((step, metadata.mode() & 0o777));
        }
    })
    .unwrap();
    assert_eq!(seen[..2], [(Step::Created, 0o600), (Step::Written, 0o600)]);
}
