//! Where a path leads, through all the symbolic links on the way.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// More links than any real path has; the kernel of Linux gives up after as many.
const MOST_LINKS: usize = 40;

/// The way from a path to the file that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// The symbolic links on the way, in order, each without links on the way to it.
    pub(super) links: Vec<PathBuf>,
    /// The file itself, without any link on the way to it. It need not exist.
    pub(super) file: PathBuf,
}

impl Way {
    /// The place of the file and of every link: whatever happens there can change what is read.
    pub(super) fn places(&self) -> impl Iterator<Item = &Path> {
        self.links.iter().chain([&self.file]).map(PathBuf::as_path)
    }
}

/// Follows all links, those to folders on the way included. What does not exist is no link.
///
/// # Errors
///
/// If the links lead in a circle, or the current folder is gone.
pub(super) fn way(path: &Path) -> io::Result<Way> {
    let absolute = std::path::absolute(path)?;
    // What is still to be walked, the next part last.
    let mut ahead = parts(&absolute);
    let mut way = Way { links: Vec::new(), file: PathBuf::new() };
    while let Some(part) = ahead.pop() {
        match part {
            Part::Up => {
                way.file.pop();
            }
            Part::Root(root) => way.file = PathBuf::from(root),
            Part::Name(name) => {
                let place = way.file.join(&name);
                match fs::read_link(&place) {
                    Ok(_) if way.links.len() >= MOST_LINKS => {
                        return Err(io::Error::other("its symbolic links lead in a circle"));
                    }
                    Ok(target) => {
                        ahead.extend(parts(&target));
                        way.links.push(place);
                    }
                    Err(_) => way.file = place,
                }
            }
        }
    }
    Ok(way)
}

enum Part {
    Root(OsString),
    Up,
    Name(OsString),
}

/// The parts of a path, the first one last.
fn parts(path: &Path) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut root = OsString::new();
    for component in path.components() {
        match component {
            // On Windows the root follows its prefix.
            Component::Prefix(prefix) => root.push(prefix.as_os_str()),
            Component::RootDir => {
                root.push(component.as_os_str());
                parts.push(Part::Root(std::mem::take(&mut root)));
            }
            Component::CurDir => {}
            Component::ParentDir => parts.push(Part::Up),
            Component::Normal(name) => parts.push(Part::Name(name.to_owned())),
        }
    }
    parts.reverse();
    parts
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
        let found = way(&scratch.path("folder/deep/../deep/./first")).unwrap();
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
        assert!(way(&scratch.path("a")).unwrap_err().to_string().contains("circle"));
    }
}
