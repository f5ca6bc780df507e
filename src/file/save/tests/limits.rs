//! Full disks, and limits of the size of files.

use std::process::Command;

use super::child::{outcome, process_after};
use super::*;

#[test]
fn a_limit_of_size_leaves_the_file_as_it_was() {
    let scratch = Scratch::new();
    let path = scratch.file("f", "old");
    let large = "x".repeat(100_000);
    // The signal would end the process, so a program that saves files ignores it.
    let limits = "trap '' XFSZ; ulimit -f 16";
    let said = outcome(&mut process_after(limits, &format!("save old {large}"), &path));
    assert!(said.contains("would become larger than is allowed here, so nothing"), "{said}");
    assert_eq!(text(&path), "old");
    assert_only(scratch.folder(), &["f"]);
}

/// A small disk, unmounted in the end.
struct Disk<'a>(&'a Path);

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_the_file_as_it_was() {
    let scratch = Scratch::new();
    let folder = scratch.path("disk");
    fs::create_dir(&folder).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k,X=4", "tmpfs"])
        .arg(&folder)
        .output()
        .is_ok_and(|output| output.status.success());
    if !mounted {
        return;
    }
    let _disk = Disk(&folder);
    let path = scratch.file("disk/f", "old");
    let error = save_now(&path, "old", &"x".repeat(100_000)).unwrap_err();
    assert!(error.to_string().contains("does not fit on the disk, which is full"), "{error}");
    assert_eq!(text(&path), "old");
    assert_only(&folder, &["f"]);
    save_now(&path, "old", &"x".repeat(10_000)).unwrap();
}
