//! Where a path leads, through all the symbolic links on the way.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// As many symbolic links as Linux follows in one path.
const MOST_LINKS: usize = 40;

/// The way from a path to the file that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resolved {
    /// The symbolic links on the way, in order. The path of each has no further link in it.
    pub(super) links: Vec<PathBuf>,
    /// The file itself, by a path without symbolic links. It need not exist.
    pub(super) file: PathBuf,
}

impl Resolved {
    /// The paths of the links and of the file: a change at any of them can change what is read.
    pub(super) fn places(&self) -> impl Iterator<Item = &Path> {
        self.links.iter().chain([&self.file]).map(PathBuf::as_path)
    }
}

/// Follows all symbolic links, also those to folders on the way. What does not exist is not a
/// link.
///
/// # Errors
///
/// If the links lead in a circle, or the current folder does not exist.
pub(super) fn resolve(path: &Path) -> io::Result<Resolved> {
    // What is still to be walked, the next part last.
    let mut ahead = parts(&std::path::absolute(path)?);
    let mut resolved = Resolved { links: Vec::new(), file: PathBuf::new() };
    while let Some(part) = ahead.pop() {
        if part == Path::new("..") {
            resolved.file.pop();
            continue;
        }
        // A root takes the place of all that came before it.
        let place = resolved.file.join(part);
        let target = place.file_name().and_then(|_| fs::read_link(&place).ok());
        let Some(target) = target else {
            resolved.file = place;
            continue;
        };
        if resolved.links.len() >= MOST_LINKS {
            return Err(io::Error::other("its symbolic links lead in a circle"));
        }
        ahead.extend(parts(&target));
        resolved.links.push(place);
    }
    Ok(resolved)
}

/// The parts of a path, the first one last.
fn parts(path: &Path) -> Vec<PathBuf> {
    let parts = path.components().filter(|part| *part != Component::CurDir);
    parts.rev().map(|part| PathBuf::from(part.as_os_str())).collect()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::file::tests::Scratch;

    #[test]
    fn links_to_files_and_folders_are_followed_in_order() {
        let scratch = Scratch::new();
        fs::create_dir_all(scratch.path("real/deep")).unwrap();
        fs::create_dir(scratch.path("other")).unwrap();
        symlink("real", scratch.path("folder")).unwrap();
        symlink("../../other/second", scratch.path("real/deep/first")).unwrap();
        symlink(scratch.path("real/text"), scratch.path("other/second")).unwrap();
        let found = resolve(&scratch.path("folder/deep/../deep/./first")).unwrap();
        let links = ["folder", "real/deep/first", "other/second"];
        assert_eq!(found.links, links.map(|name| scratch.path(name)));
        assert_eq!(found.file, scratch.path("real/text"), "which need not exist");
        assert_eq!(found.places().count(), 4);
    }

    #[test]
    fn a_circle_of_links_is_an_error() {
        let scratch = Scratch::new();
        symlink("b", scratch.path("a")).unwrap();
        symlink("a", scratch.path("b")).unwrap();
        assert!(resolve(&scratch.path("a")).unwrap_err().to_string().contains("circle"));
    }
}
