//! Web addresses, checked by the rule by which they are opened and cited.

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::Row;
use crate::prose;
use crate::report::{Address, AddressError, Text, is_hidden};
use crate::schema::Key;

rules! {

    /// Text that is not the address of a web page.
    BAD_URL "E017" "not a web address"
r#"'url' is a whole web address: https:// or http://, then a host, and no
spaces. The item stays, without the address.

    wrong:  url = "www.example.org/report"
    right:  url = "https://www.example.org/report""#

    /// An address that is not safe to hand to another program.
    NOT_OPENED "W017" "address that will not be opened"
r#"An address is opened and cited only if it is clear where it leads: its host
is a name in the letters a to z with no user in front of it (@), its port is
a number, it has no hidden characters and no signs such as \ or |, and 4,096
bytes at most. This one is shown as it is, but the dashboard does not open
it, and citations leave it out.

    wrong:  url = "https://bank.example@elsewhere.example/report"
    right:  url = "https://elsewhere.example/report""#
}

/// A longer address is not repeated in the help.
const PROPOSED: usize = 200;

impl<'i> Lowering<'i, '_> {
    /// A web address. One that is not safe to open is kept, because it still says where to look.
    pub(super) fn url(&mut self, row: &mut Row<'i>) -> Option<Text> {
        let raw = row.raw(Key::Url, self.faults)?;
        let Err(why) = Address::new(&raw) else { return Some(Text::new(&raw)) };
        let is_none = matches!(why, AddressError::Scheme | AddressError::NoHost);
        if is_none || raw.contains(is_odd) {
            let message = format!("{} is not a web address", quoted(&raw));
            self.faults.add(&BAD_URL, row.at(Key::Url), message).help(whole(&raw, &why));
            return None;
        }
        // A narrow list shows only the start of a message: the address is in the line of the file
        // anyway.
        let message = format!("this address will not be opened: {why}");
        self.faults.add(&NOT_OPENED, row.at(Key::Url), message).help(safe(&why));
        Some(Text::new(&raw))
    }
}

/// A character that no address has: there is something else, or more than one address.
fn is_odd(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>')
}

/// How to write an address that can be read.
fn whole(raw: &str, why: &AddressError) -> String {
    let trimmed = raw.trim();
    let begins = "an address begins with https:// or http://";
    let proposed = address(trimmed);
    let is_padded = trimmed.len() < raw.len() && trimmed.contains("://");
    if raw.contains(|c: char| c.is_control() && !c.is_whitespace()) {
        "remove the hidden character".to_owned()
    } else if is_padded || trimmed.contains(is_odd) {
        "remove the spaces and quotes; a space in an address is written %20".to_owned()
    } else if *why == AddressError::NoHost {
        "write the host after //, as in https://www.example.org/".to_owned()
    } else if trimmed.is_empty() || prose::is_no_date(trimmed) {
        "leave 'url' out if there is no address".to_owned()
    } else if trimmed.contains("://") {
        begins.to_owned()
    } else if raw.len() > PROPOSED {
        "write https:// in front of it".to_owned()
    } else if let Some(proposed) = proposed {
        format!("write url = \"{proposed}\"")
    } else {
        begins.to_owned()
    }
}

/// The address that a text without `://` is, if its host has a letter and a dot.
fn address(raw: &str) -> Option<String> {
    let is_start =
        |scheme: &str| raw.get(..scheme.len())?.eq_ignore_ascii_case(scheme).then_some(());
    let after = |scheme: &str| is_start(scheme).and_then(|()| raw.get(scheme.len()..));
    let is_doi = |rest: &str| rest.starts_with("10.") && rest.contains('/');
    let doi = after("doi:").unwrap_or(raw).trim_start();
    let slip = ["https", "http"].into_iter().find_map(|scheme| {
        let rest = after(scheme)?;
        let host = rest.trim_start_matches([':', '/']);
        (host.len() < rest.len()).then(|| format!("{scheme}://{host}"))
    });
    let proposed = if is_doi(doi) {
        format!("https://doi.org/{doi}")
    } else {
        slip.unwrap_or_else(|| format!("https://{raw}"))
    };
    let host = proposed.split("://").nth(1)?.split(['/', '?', '#']).next()?;
    let is_host = host.contains('.') && host.contains(|c: char| c.is_alphabetic());
    (is_host && Address::new(&proposed).is_ok()).then_some(proposed)
}

/// How to write an address that is safe to open.
fn safe(why: &AddressError) -> String {
    match why {
        AddressError::Scheme => "begin it with https:// or http://".to_owned(),
        AddressError::User => "remove the @ and everything between // and it".to_owned(),
        AddressError::NoHost => "write the host after //".to_owned(),
        AddressError::ForeignHost => {
            "copy it from the address line of a browser, which writes such a host with xn--"
                .to_owned()
        }
        AddressError::Host(_) => {
            "a host is words of a to z, 0 to 9 and hyphens, with a dot between them".to_owned()
        }
        AddressError::Port(port) if port.is_empty() => "remove the colon".to_owned(),
        AddressError::Port(_) => {
            "correct the number after the host, or remove it with its colon".to_owned()
        }
        AddressError::Character(c) if is_hidden(*c) => "remove the hidden character".to_owned(),
        AddressError::Character(c) if c.is_ascii() => {
            format!("write %{:02X} for it, or remove it", u32::from(*c))
        }
        AddressError::Character(_) => "remove it".to_owned(),
        AddressError::TooLong(_) => "give a shorter address of the same page".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::report::Day;

    /// The address that is kept of what a file says, and what is said of it: code and help.
    fn read(url: &str) -> (Option<String>, Option<(&'static str, String)>) {
        let escaped = |c: char| match c {
            '"' | '\\' | '\u{0}'..='\u{1f}' => format!("\\u{:04X}", u32::from(c)),
            _ => c.to_string(),
        };
        let url = url.chars().map(escaped).collect::<Vec<_>>().concat();
        let text = format!("[report]\ntitle = \"T\"\nurl = \"{url}\"\n");
        let loaded = load(&text, Day::new(2026, 11, 23));
        assert!(loaded.diagnostics.len() <= 1, "{:?}", loaded.diagnostics);
        let said = loaded.diagnostics.into_iter().next();
        let said = said.map(|fault| (fault.rule.code, fault.help.unwrap_or_default()));
        (loaded.report.url.map(|url| url.to_string()), said)
    }

    #[test]
    fn the_scheme_is_read_in_any_case() {
        for url in ["HTTPS://www.example.org/A", "Http://example.org", "https://example.org/"] {
            assert_eq!(read(url), (Some(url.to_owned()), None));
        }
    }

    #[test]
    fn what_is_no_address_is_left_out_and_what_is_not_opened_is_kept() {
        let long = format!("https://a.example/{}", "a".repeat(5_000));
        for (url, code, help) in [
            ("www.example.org", "E017", "write url = \"https://www.example.org\""),
            ("me@example.org", "E017", "begins with https://"),
            ("", "E017", "leave 'url' out"),
            ("n/a", "E017", "leave 'url' out"),
            ("https//x.org", "E017", "write url = \"https://x.org\""),
            ("http:/x.org/a", "E017", "write url = \"http://x.org/a\""),
            ("10.1000/182", "E017", "write url = \"https://doi.org/10.1000/182\""),
            ("doi:10.1000/182", "E017", "write url = \"https://doi.org/10.1000/182\""),
            ("report", "E017", "begins with https://"),
            ("1.5", "E017", "begins with https://"),
            ("ftp://a.example/", "E017", "begins with https://"),
            ("https:///a", "E017", "write the host"),
            (" https://a.example/", "E017", "remove the spaces"),
            ("https://a.example/a b", "E017", "%20"),
            ("https://a.example/\u{1b}[2J", "E017", "hidden character"),
            (&"a".repeat(5_000), "E017", "write https:// in front"),
            ("https://bank.example@evil.example/", "W017", "remove the @"),
            ("https://аpple.example/", "W017", "xn--"),
            ("https://a..example/", "W017", "hyphens"),
            ("https://a.example:99999/", "W017", "colon"),
            ("https://a.example/\u{202e}fdp", "W017", "hidden character"),
            ("https://a.example\\@evil.example", "W017", "%5C"),
            ("https://a.example/?a|b", "W017", "%7C"),
            (&long, "W017", "shorter"),
        ] {
            let (kept, said) = read(url);
            assert_eq!(kept.is_some(), code == "W017", "{url}");
            let (said, helps) = said.expect(url);
            assert!(said == code && helps.contains(help), "{url:?}: {said} {helps}");
        }
    }

    #[test]
    fn a_file_is_warned_of_exactly_what_is_refused_later() {
        for part in ["", "a", "@", ":80", ":0", "/", "?", "#", "é", "\u{200d}", "\\", "|", "%", "["]
        {
            for before in ["http://", "HTTPS://", "http:/", "//"] {
                for (host, rest) in [("", "x"), ("a.example", ""), ("a.example", "/x y"), ("я", "")]
                {
                    let url = format!("{before}{host}{part}{rest}");
                    let (kept, said) = read(&url);
                    let is_opened = kept.is_some_and(|kept| Address::new(&kept).is_ok());
                    assert_eq!(said.is_none(), is_opened, "{url:?}");
                }
            }
        }
    }
}
