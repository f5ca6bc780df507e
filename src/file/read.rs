//! Reads a file as text.

use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::Path;

use super::read_error::{ReadCause, ReadError, is_stdin};
use super::stdin;

/// Reads a file as text.
///
/// A stream that the shell passes as `/dev/stdin` or for `<(command)` is read to its end, and so is
/// standard input, which is named `-`.
///
/// # Errors
/// As [`ReadCause`] lists them.
pub fn read(path: &Path) -> Result<String, ReadError> {
    bytes_of(path).and_then(text_of).map_err(|cause| ReadError { path: path.to_owned(), cause })
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, ReadCause> {
    if is_stdin(path) {
        return stdin::read();
    }
    let mut file = if is_shell_stream(path) { File::open(path)? } else { open_regular(path)? };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
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
    check_kind(&fs::metadata(path)?)?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let nonblocking = rustix::fs::OFlags::NONBLOCK.bits();
        options.custom_flags(nonblocking.cast_signed());
    }
    let file = options.open(path)?;
    check_kind(&file.metadata()?)?;
    Ok(file)
}

pub(super) fn check_kind(metadata: &fs::Metadata) -> Result<(), ReadCause> {
    match metadata.file_type() {
        kind if kind.is_dir() => Err(ReadCause::Folder),
        kind if !kind.is_file() => Err(ReadCause::Special),
        _ => Ok(()),
    }
}

pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, ReadCause> {
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
    use std::io;
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
