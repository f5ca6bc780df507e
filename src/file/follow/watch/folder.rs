//! Which folders there are on the way to a file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::super::poll::{Identity, identity};
use crate::file::symlinks::{Resolved, resolve};

/// A folder on the way to a file or to a symbolic link that leads there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Folder {
    /// Without symbolic links.
    pub(super) path: PathBuf,
    /// Another folder may take the place of this one.
    identity: Identity,
    /// What is looked up in it and can change there: the file, a link, or a folder that is
    /// missing. None in a folder that is only passed through: it matters where that one is.
    pub(super) names: Vec<OsString>,
}

/// All folders that exist on the way to files, up to the root: no folder if the links lead in a circle.
pub(super) fn folders<'p>(paths: impl Iterator<Item = &'p Path>) -> Vec<Folder> {
    let mut folders: Vec<Folder> = Vec::new();
    let resolved: Vec<Resolved> = paths.filter_map(|path| resolve(path).ok()).collect();
    for place in resolved.iter().flat_map(Resolved::places) {
        let mut looked_up = place.file_name();
        for path in place.ancestors().skip(1) {
            let Some(identity) = identity(path) else {
                looked_up = path.file_name();
                continue;
            };
            let name = looked_up.take().map(OsString::from);
            match folders.iter_mut().find(|folder| folder.path == path) {
                Some(folder) => folder.names.extend(name),
                None => folders.push(Folder {
                    path: path.to_owned(),
                    identity,
                    names: name.into_iter().collect(),
                }),
            }
        }
    }
    folders
}

/// The names that matter in any of the folders.
pub(super) fn names(folders: &[Folder]) -> Vec<OsString> {
    folders.iter().flat_map(|folder| &folder.names).cloned().collect()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::file::tests::Scratch;

    #[test]
    fn a_name_is_looked_for_where_a_link_the_file_or_a_missing_folder_is() {
        let scratch = Scratch::new();
        fs::create_dir_all(scratch.path("a/b")).unwrap();
        symlink("a/b", scratch.path("link")).unwrap();
        for (path, expected) in [
            ("a/b/f", vec![("a/b", "f"), ("a", ""), ("", "")]),
            ("link/f", vec![("", "link"), ("a/b", "f"), ("a", "")]),
            ("a/b/c/d/f", vec![("a/b", "c"), ("a", ""), ("", "")]),
            ("f", vec![("", "f")]),
        ] {
            let found = folders([&*scratch.path(path)].into_iter());
            let within = found.iter().filter_map(|folder| {
                let path = folder.path.strip_prefix(scratch.folder()).ok()?;
                Some((path.to_str()?.to_owned(), folder.names.join(" ".as_ref())))
            });
            let expected = expected.iter().map(|(path, name)| ((*path).to_owned(), name.into()));
            assert_eq!(within.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{path}");
            assert_eq!(found.iter().filter(|folder| folder.path == Path::new("/")).count(), 1);
        }
    }
}
