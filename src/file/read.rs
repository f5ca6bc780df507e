//! Reads a file as text. Errors say what to do.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::report::Text;

/// A file that cannot be read.
#[derive(Debug)]
pub struct ReadError {
    /// The file.
    pub path: PathBuf,
    /// Why it cannot be read.
    pub cause: ReadCause,
}

/// Why a file cannot be read.
#[derive(Debug)]
pub enum ReadCause {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a pipe, a device or the like. Reading it could block forever.
    Special,
    /// The system does not permit it.
    Denied,
    /// It has no content.
    Empty,
    /// It is not UTF-8. The number is the line of the first wrong byte, from 1.
    NotUtf8(usize),
    /// Any other error of the system.
    Other(io::Error),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = Text::new(&self.path.to_string_lossy());
        match &self.cause {
            ReadCause::Missing => {
                write!(f, "there is no file '{path}': check the name and the folder")
            }
            ReadCause::Folder => {
                write!(
                    f,
                    "'{path}' is a folder: name the file in it, such as '{path}/indicators.toml'"
                )
            }
            ReadCause::Special => {
                write!(f, "'{path}' is a pipe or a device, not a file: name a text file")
            }
            ReadCause::Denied => write!(f, "'{path}' may not be read: check its permissions"),
            ReadCause::Empty => {
                write!(f, "'{path}' is empty: write [report] and, below it, title = \"…\"")
            }
            ReadCause::NotUtf8(line) => write!(
                f,
                "'{path}' is not UTF-8 text (line {line}): save it as UTF-8 in your editor"
            ),
            ReadCause::Other(error) => {
                write!(f, "'{path}' cannot be read: {}", Text::new(&error.to_string()))
            }
        }
    }
}

/// Without a source: the message of an error of the system is part of this one.
impl std::error::Error for ReadError {}

/// Reads a file as text.
///
/// A stream that the shell passes as `/dev/stdin` or for `<(command)` is read to its end.
///
/// # Errors
/// As [`ReadCause`] lists them.
pub fn read(path: &Path) -> Result<String, ReadError> {
    let fail = |cause| ReadError { path: path.to_owned(), cause };
    let mut file = if is_shell_stream(path) {
        File::open(path).map_err(|error| fail(cause_of(error)))?
    } else {
        open_regular(path).map_err(&fail)?
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|error| fail(cause_of(error)))?;
    text_of(bytes).map_err(fail)
}

/// Whether this process has the path open as a stream, so that another program writes to it. It
/// can be read only once.
pub(super) fn is_shell_stream(path: &Path) -> bool {
    cfg!(unix)
        && (path == Path::new("/dev/stdin")
            || path.starts_with("/dev/fd")
            || path.starts_with("/proc/self/fd"))
        && !path.is_file()
}

/// Opens a regular file and nothing else. It never blocks, not even if a pipe takes the place of
/// the file between the checks.
pub(super) fn open_regular(path: &Path) -> Result<File, ReadCause> {
    // A device is not opened at all: opening some of them has an effect.
    check_kind(&fs::metadata(path).map_err(cause_of)?)?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let nonblocking = rustix::fs::OFlags::NONBLOCK.bits();
        options.custom_flags(nonblocking.cast_signed());
    }
    let file = options.open(path).map_err(cause_of)?;
    check_kind(&file.metadata().map_err(cause_of)?)?;
    Ok(file)
}

pub(super) fn check_kind(metadata: &fs::Metadata) -> Result<(), ReadCause> {
    match metadata.file_type() {
        kind if kind.is_dir() => Err(ReadCause::Folder),
        kind if !kind.is_file() => Err(ReadCause::Special),
        _ => Ok(()),
    }
}

fn cause_of(error: io::Error) -> ReadCause {
    match error.kind() {
        ErrorKind::NotFound => ReadCause::Missing,
        ErrorKind::PermissionDenied => ReadCause::Denied,
        ErrorKind::IsADirectory => ReadCause::Folder,
        _ => ReadCause::Other(error),
    }
}

fn text_of(bytes: Vec<u8>) -> Result<String, ReadCause> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or(&[]);
        ReadCause::NotUtf8(sound.split(|b| *b == b'\n').count())
    })?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(ReadCause::Empty);
    }
    Ok(text)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::process::Command;

    use super::*;
    use crate::file::tests::Scratch;

    #[test]
    fn a_pipe_is_refused_and_not_waited_for() {
        let scratch = Scratch::new();
        let path = scratch.path("pipe");
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert!(matches!(read(&path).unwrap_err().cause, ReadCause::Special));
    }

    #[test]
    fn a_device_is_refused() {
        let error = read(Path::new("/dev/zero")).unwrap_err();
        assert!(matches!(error.cause, ReadCause::Special), "{error}");
        assert!(error.to_string().contains("'/dev/zero' is a pipe or a device"), "{error}");
    }

    #[test]
    fn a_stream_of_the_shell_is_read() {
        use std::os::fd::AsRawFd;
        let (reader, mut writer) = io::pipe().unwrap();
        io::Write::write_all(&mut writer, b"[report]\n").unwrap();
        drop(writer);
        let path = format!("/dev/fd/{}", reader.as_raw_fd());
        assert_eq!(read(Path::new(&path)).unwrap(), "[report]\n");
    }
}
