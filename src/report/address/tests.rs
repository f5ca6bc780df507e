use proptest::prelude::*;

use super::*;

fn refused(text: &str) -> AddressError {
    Address::new(text).expect_err(text)
}

#[test]
fn what_is_no_plain_web_address_is_refused() {
    use AddressError::{Character, ForeignHost, NoHost, Scheme, User};
    for (text, error) in [
        ("", Scheme),
        ("javascript:alert(1)", Scheme),
        ("file:///etc/passwd", Scheme),
        ("data:text/html,x", Scheme),
        ("ftp://a.example/", Scheme),
        ("-x", Scheme),
        ("--new-window", Scheme),
        ("//a.example/", Scheme),
        ("a.example", Scheme),
        (" https://a.example/", Scheme),
        ("https:a.example", Scheme),
        ("https:/a.example", Scheme),
        ("httpsx://a.example", Scheme),
        ("vscode://https://a.example", Scheme),
        ("https://a@b.example", User),
        ("https://bank.example:443@evil.example/", User),
        ("https://@evil.example/", User),
        ("https:///", NoHost),
        ("https:///a.example", NoHost),
        ("http://", NoHost),
        ("http://?a.example", NoHost),
        ("http://:80/", NoHost),
        ("https://аpple.example/", ForeignHost),
        ("https://банк.example/", ForeignHost),
        ("https://a.example。evil.example/", ForeignHost),
        ("https://a.example/a b", Character(' ')),
        ("https://a.example/\u{a0}", Character('\u{a0}')),
        ("https://a.example/\"x", Character('"')),
        ("https://a.example\\@evil.example", Character('\\')),
        ("https://a.example/$(touch x)", Character(' ')),
        ("https://a.example/`id`", Character('`')),
        ("https://a.example/\nx", Character('\n')),
        ("https://a.example/\u{1b}[2J", Character('\u{1b}')),
        ("https://a.example/\0", Character('\0')),
        ("https://a.example/<U+001B>", Character('<')),
        ("https://a.example/\u{202e}fdp", Character('\u{202e}')),
        ("https://a.example/|id", Character('|')),
    ] {
        assert_eq!(refused(text), error, "{text:?}");
    }
}

#[test]
fn a_host_or_a_port_that_is_none_is_refused() {
    for text in [
        "https://a..example/",
        "https://.example/",
        "https://-x.example/",
        "https://a%2fb.example/",
        "https://a$b.example/",
        "https://[::1",
        "https://[a.example]/",
        "https://[::1%25eth0]/",
    ] {
        assert!(matches!(refused(text), AddressError::Host(_)), "{text:?}");
    }
    let none = Address::new("https://a.example:/").unwrap_err().to_string();
    assert_eq!(none, "there is no number after the colon of its host");
    for text in ["https://a.example:/", "https://a.example:0/", "https://a.example:x/"] {
        assert!(matches!(refused(text), AddressError::Port(_)), "{text:?}");
    }
    for text in ["https://a.example:99999/", "https://a.example:+80/", "https://[::1]80/"] {
        assert!(matches!(refused(text), AddressError::Port(_)), "{text:?}");
    }
}

#[test]
fn what_is_too_long_to_be_looked_over_is_refused() {
    let long = format!("https://a.example/{}", "a".repeat(LONGEST));
    assert!(matches!(refused(&long), AddressError::TooLong(_)));
    // Short as written, but too long once it is encoded.
    let long = format!("https://a.example/{}", "я".repeat(LONGEST / 3));
    assert!(matches!(refused(&long), AddressError::TooLong(_)));
}

#[test]
fn a_long_host_does_not_make_a_long_reason() {
    for text in [format!("https://{}$/", "a".repeat(900)), format!("https://a:{}", "é".repeat(900))]
    {
        let why = refused(&text).to_string();
        assert!(why.chars().count() < 120 && why.ends_with('…'), "{why}");
    }
}

#[test]
fn what_is_one_is_kept_or_written_plainer() {
    for (text, plain) in [
        ("https://a.example", "https://a.example"),
        ("HTTPS://A.Example/Path", "https://a.example/Path"),
        ("http://a.example:8080/x?y=1&z=2#sec", "http://a.example:8080/x?y=1&z=2#sec"),
        ("https://[2001:DB8::1]:443/", "https://[2001:db8::1]:443/"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("https://a.example./", "https://a.example./"),
        ("https://xn--80ak6aa92e.example/", "https://xn--80ak6aa92e.example/"),
        ("https://a.example/шлях", "https://a.example/%D1%88%D0%BB%D1%8F%D1%85"),
        ("https://a.example/%D1%88", "https://a.example/%D1%88"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/a_(b)", "https://a.example/a_%28b%29"),
        ("https://a.example/it's", "https://a.example/it%27s"),
        ("https://a.example/$(id)", "https://a.example/%24%28id%29"),
        ("https://a.example/?a[]=@x", "https://a.example/?a%5B%5D=@x"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ("https://a.example/;x,y!*~", "https://a.example/;x,y!*~"),
    ] {
        assert_eq!(Address::new(text).expect(text).to_string(), plain);
    }
    let address = Address::new("https://A.example:80/x#y").unwrap();
    assert_eq!(address.parts(), ("https://".to_owned(), "a.example", ":80/x#y".to_owned()));
}

/// Web addresses with anything in them.
fn text() -> impl Strategy<Value = String> {
    let part =
        || proptest::string::string_regex("[a-z:/?#@%$(\\[\\]\\\\.<'\"é\u{202e}]{0,12}").unwrap();
    prop_oneof![
        any::<String>(),
        any::<String>().prop_map(|rest| format!("https://a.example/{rest}")),
        (part(), part()).prop_map(|(a, b)| format!("http://{a}{b}")),
    ]
}

proptest! {
    #[test]
    fn whatever_passes_is_plain_and_stays_what_it_is(text in text(), wording in any::<String>()) {
        let Ok(address) = Address::new(&text) else { return Ok(()) };
        for address in [address.at(Some(&wording), Some(&wording)).0, address] {
            let plain = address.to_string();
            prop_assert!(plain.starts_with("http://") || plain.starts_with("https://"));
            let is_plain = |c: char| c.is_ascii_graphic() && !"<>\"'\\`{}|^$()".contains(c);
            prop_assert!(plain.chars().all(is_plain), "{}", plain);
            prop_assert!(plain.len() <= LONGEST);
            prop_assert_eq!(Address::new(&plain), Ok(address));
        }
    }
}
