//! Web addresses of sources: checked before they are opened, and pointed at the passage.

mod passage;

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::net::Ipv6Addr;

use super::is_hidden;

pub use passage::Passage;

/// The longest address in bytes. Servers and openers take at least this much (RFC 9110, section
/// 4.1, asks for at least 8,000), and people cannot check a longer one before they open it.
const LONGEST: usize = 4_096;

/// A web address that is safe to hand to another program. It cannot be made without a check.
///
/// It is `http` or `https`, has a host in plain letters without a user in front of it, and is
/// printable ASCII without spaces, quotation marks, brackets and backslashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `https://`
    scheme: &'static str,
    /// In lower case.
    host: String,
    /// The port with its colon, the path and the query.
    path: String,
    /// The part after `#`, if there is one.
    fragment: Option<String>,
}

/// Why an address is not safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// Not a web page: a file, a script, an option of a program.
    Scheme,
    /// A user in front of the host: `https://bank.example@elsewhere.example` leads elsewhere.
    User,
    /// No host.
    NoHost,
    /// Letters in the host that may look like others: "аpple" with a Cyrillic а.
    ForeignHost,
    /// A host that is neither a name nor a number.
    Host(String),
    /// A port that is not a number from 1 to 65,535.
    Port(String),
    /// A character that addresses do not have, such as a space, or that is invisible.
    Character(char),
    /// Longer than people can check: its bytes.
    TooLong(usize),
}

/// The most characters of a wrong host or port in a message.
const BRIEF: usize = 60;

const SCHEMES: [&str; 2] = ["https://", "http://"];

impl Address {
    /// Checks an address as the file gives it.
    ///
    /// Letters beyond ASCII are kept in path, query and fragment, written as `%D0%BF`. In the host
    /// they are refused, because the host tells a reader where the address leads; there they have
    /// another spelling (`xn--`, RFC 3492), which cannot be confused. Signs that mean something to
    /// a shell, `$`, `'` and round brackets, are written as `%24` and so on too, because openers
    /// are often shell scripts.
    ///
    /// # Errors
    /// If it is not a plain web address.
    pub fn new(text: &str) -> Result<Self, AddressError> {
        let starts = |scheme: &&'static str| {
            text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        let scheme = SCHEMES.into_iter().find(starts).ok_or(AddressError::Scheme)?;
        if let Some(c) = text.chars().find(|c| is_refused(*c)) {
            return Err(AddressError::Character(c));
        }
        if text.len() > LONGEST {
            return Err(AddressError::TooLong(text.len()));
        }
        let rest = text.get(scheme.len()..).unwrap_or_default();
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        let (host, port) = host_and_port(authority)?;
        let (path, fragment) =
            rest.split_once('#').map_or((rest, None), |(path, after)| (path, Some(encoded(after))));
        let path = format!("{port}{}", encoded(path));
        let address = Self { scheme, host, path, fragment };
        match address.to_string().len() {
            bytes if bytes > LONGEST => Err(AddressError::TooLong(bytes)),
            _ => Ok(address),
        }
    }

    /// The address in three parts; the middle one is the host.
    pub fn parts(&self) -> (String, &str, String) {
        let fragment = self.fragment.as_ref().map_or_else(String::new, |f| format!("#{f}"));
        (self.scheme.to_owned(), &self.host, format!("{}{fragment}", self.path))
    }

    /// The same address pointed at a passage, and which passage that is. An address that would get
    /// too long stays as it is.
    pub fn at(&self, wording: Option<&str>, locator: Option<&str>) -> (Self, Option<Passage>) {
        let Some((fragment, passage)) = passage::find(self, wording, locator) else {
            return (self.clone(), None);
        };
        let led = Self { fragment: Some(fragment), ..self.clone() };
        if led.to_string().len() > LONGEST { (self.clone(), None) } else { (led, Some(passage)) }
    }

    /// Whether it is the address of a PDF file, judged by its name.
    fn is_pdf(&self) -> bool {
        let path = self.path.split('?').next().unwrap_or_default();
        path.get(path.len().saturating_sub(4)..).is_some_and(|end| end.eq_ignore_ascii_case(".pdf"))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, host, rest) = self.parts();
        write!(f, "{scheme}{host}{rest}")
    }
}

/// Characters that addresses do not have (RFC 3986), and invisible ones. Some programs read a
/// backslash as a slash and others do not, so they would not agree on the host.
fn is_refused(c: char) -> bool {
    c.is_whitespace()
        || is_hidden(c)
        || matches!(c, '<' | '>' | '"' | '\\' | '`' | '{' | '}' | '|' | '^')
}

fn host_and_port(authority: &str) -> Result<(String, String), AddressError> {
    if authority.contains('@') {
        return Err(AddressError::User);
    }
    let (host, port) = if authority.starts_with('[') {
        let end = authority.find(']').ok_or_else(|| AddressError::Host(authority.to_owned()))?;
        let (host, port) = authority.split_at(end + 1);
        let number = host.trim_matches(['[', ']']);
        number.parse::<Ipv6Addr>().map_err(|_no_number| AddressError::Host(host.to_owned()))?;
        (host, port)
    } else {
        let end = authority.find(':').unwrap_or(authority.len());
        let (host, port) = authority.split_at(end);
        check_name(host)?;
        (host, port)
    };
    let number = port.strip_prefix(':').filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
    let is_port = number.and_then(|n| n.parse::<u16>().ok()).is_some_and(|number| number > 0);
    if port.is_empty() || is_port {
        Ok((host.to_ascii_lowercase(), port.to_owned()))
    } else {
        Err(AddressError::Port(port.trim_start_matches(':').to_owned()))
    }
}

/// Checks that a host is a name in plain letters, or a number with dots.
fn check_name(host: &str) -> Result<(), AddressError> {
    if host.is_empty() {
        return Err(AddressError::NoHost);
    }
    if !host.is_ascii() {
        return Err(AddressError::ForeignHost);
    }
    let is_label = |label: &str| {
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        !label.is_empty() && !label.starts_with('-') && label.bytes().all(is_plain)
    };
    // One dot at the end stands for the root.
    if host.strip_suffix('.').unwrap_or(host).split('.').all(is_label) {
        Ok(())
    } else {
        Err(AddressError::Host(host.to_owned()))
    }
}

/// The text with everything as `%XX` that is not a plain character of an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let is_code = matches!(after, [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
        let is_kept = match byte {
            b'%' => is_code,
            b'$' | b'\'' | b'(' | b')' | b'[' | b']' | b'#' => false,
            byte => byte.is_ascii_graphic(),
        };
        if is_kept {
            out.push(char::from(*byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        rest = after;
    }
    out
}

/// The beginning of a text that may be very long.
fn brief(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(BRIEF) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
        None => text.into(),
    }
}

impl fmt::Display for AddressError {
    /// In plain words and short enough for a line: `it names a user in front of the host (@)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scheme => f.write_str("it has to begin with https:// or http://"),
            Self::User => f.write_str("it names a user in front of the host (@)"),
            Self::NoHost => f.write_str("it names no host"),
            Self::ForeignHost => {
                f.write_str("its host has letters other than a to z: write it with xn--")
            }
            Self::Host(host) => write!(f, "its host is not a name: {}", brief(host)),
            Self::Port(port) if port.is_empty() => {
                f.write_str("there is no number after the colon of its host")
            }
            Self::Port(port) => {
                write!(f, "its port is not a number from 1 to 65535: {}", brief(port))
            }
            Self::Character(c) if c.is_whitespace() => {
                f.write_str("it has a space in it: write %20")
            }
            // A hidden character of the file is written as <U+202E> in its texts.
            Self::Character('<') => f.write_str("it has < or a hidden character in it"),
            Self::Character(c) if is_hidden(*c) => {
                write!(f, "it has a hidden character in it, U+{:04X}", u32::from(*c))
            }
            Self::Character(c) => write!(f, "it has a sign in it that no address has: {c}"),
            Self::TooLong(bytes) => {
                write!(f, "it is too long to be looked over: {bytes} of at most {LONGEST} bytes")
            }
        }
    }
}

impl std::error::Error for AddressError {}

#[cfg(test)]
mod tests;
