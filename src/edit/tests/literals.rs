use crate::edit::literal;
use crate::schema::Kind;

fn written(kind: Kind, typed: &str, old: &str) -> String {
    literal(kind, typed, (!old.is_empty()).then_some(old))
}

#[test]
fn text_keeps_its_quotes_where_it_can() {
    for (typed, old, new) in [
        ("a", "", r#""a""#),
        ("a", r#""b""#, r#""a""#),
        ("a", "'b'", "'a'"),
        (r"a\b", r"'b'", r"'a\b'"),
        ("it's", "'b'", r#""it's""#),
        ("say \"a\"", "'b'", "'say \"a\"'"),
        ("say \"a\"", r#""b""#, r#""say \"a\"""#),
        ("a\nb", r#""b""#, r#""a\nb""#),
        ("a\nb", "'b'", r#""a\nb""#),
        ("a\nb", "\"\"\"b\"\"\"", "\"\"\"a\nb\"\"\""),
        ("a\nb", "\"\"\"\nb\n\"\"\"", "\"\"\"\na\nb\"\"\""),
        ("a\nb\n", "\"\"\"\r\nb\r\n\"\"\"", "\"\"\"\r\na\r\nb\r\n\"\"\""),
        ("\na", "\"\"\"b\"\"\"", "\"\"\"\n\na\"\"\""),
        ("a", "\"\"\"\nb\"\"\"", "\"\"\"\na\"\"\""),
        ("a\"\"\"b", "\"\"\"b\"\"\"", "\"\"\"a\"\"\\\"b\"\"\""),
        ("a\"", "\"\"\"b\"\"\"", "\"\"\"a\"\"\"\""),
        ("a\nb", "'''b'''", "'''a\nb'''"),
        ("a'''b", "'''b'''", r#""a'''b""#),
        ("a\u{1b}[2J\r", "'b'", r#""a\u001B[2J\r""#),
        ("", "'b'", "''"),
        ("", "", r#""""#),
        (" a ", r#""b""#, r#"" a ""#),
        ("70", "8", r#""70""#),
    ] {
        assert_eq!(written(Kind::Text, typed, old), new, "{typed:?} for {old}");
    }
}

#[test]
fn several_texts_are_a_list_in_the_style_of_the_old_one() {
    for (typed, old, new) in [
        ("estimated", "", r#""estimated""#),
        ("estimated", "'forecast'", "'estimated'"),
        ("estimated, provisional", "", r#"["estimated", "provisional"]"#),
        ("estimated,provisional,", "'forecast'", "['estimated', 'provisional']"),
        ("low reliability, E", "", r#"["low reliability", "E"]"#),
        ("estimated, provisional", "[ 'E','P' ]", "[ 'estimated','provisional' ]"),
        ("E, P, B", "[ 'E','P' ]", "[ 'E','P','B' ]"),
        ("E, P", "['E',]", "['E', 'P',]"),
        ("E, P", "[\n  'E', # why\n]", "[\n  'E', 'P', # why\n]"),
        ("P", r#"["E", "P"]"#, r#"["P"]"#),
        ("E", "[\n  'E',\n  'P',\n]", "[\n  'E',\n]"),
        ("E, P", "[]", r#"["E", "P"]"#),
        (r#"["E", "P"]"#, "'E'", r#"["E", "P"]"#),
        (",", "", r#"",""#),
        ("E P", "", r#""E P""#),
    ] {
        assert_eq!(written(Kind::Texts, typed, old), new, "{typed:?} for {old}");
    }
}

#[test]
fn a_paragraph_with_backslashes_is_filled_anew() {
    let old = "\"\"\"\\\r\n  Old \\\r\n  words.\"\"\"";
    assert_eq!(written(Kind::Text, "New words.", old), "\"\"\"\\\r\n  New words.\"\"\"");
    let long = ["word"; 40].join(" ");
    let new = written(Kind::Text, &long, "\"\"\"\\\n  Old.\"\"\"");
    assert_eq!(new.lines().count(), 4, "{new}");
    assert!(new.lines().all(|line| line.len() <= 103 && !line.ends_with(' ')), "{new}");
    let tree = toml::de::DeValue::parse(&new).unwrap();
    assert_eq!(tree.get_ref().as_str(), Some(&*long));
    for odd in ["two  spaces", " before", "a\\b", "a\nb", "", "a\u{a0}b"] {
        let new = written(Kind::Text, odd, old);
        let tree = toml::de::DeValue::parse(&new).unwrap();
        assert_eq!(tree.get_ref().as_str().unwrap().replace("\r\n", "\n"), odd, "{new}");
    }
}

#[test]
fn what_only_begins_like_a_number_is_text() {
    for typed in ["8_000x", "7 billion", "1e", "70%", "0x", "8,000", "7.6.1"] {
        assert_eq!(literal(Kind::Value, typed, Some("8_000")), format!("\"{typed}\""));
    }
}

#[test]
fn numbers_keep_their_style_and_never_change() {
    for (typed, old, new) in [
        ("70", "", "70"),
        (" 70 ", "8", "70"),
        ("9000", "8_000", "9_000"),
        ("-1234567.25", "8_000", "-1_234_567.25"),
        ("900", "8_000", "900"),
        ("9000", "8000", "9000"),
        ("9000", "1_00_000", "9000"),
        ("90_00", "8_000", "90_00"),
        ("7600000000", "8e9", "7.6e9"),
        ("7600000000", "8E+9", "7.6E+9"),
        ("12000000000", "8e9", "12e9"),
        ("-7600000000", "8.1e9", "-7.6e9"),
        ("7600000001", "8e9", "7600000001"),
        ("7", "8e9", "7"),
        ("7.5e3", "8_000", "7.5e3"),
        ("0.5", "5e-1", "0.5"),
        ("0x1F", "8_000", "0x1F"),
        ("0", "8e9", "0"),
        ("2/3", "", "\"2/3\""),
        ("3/4", "'2/3'", "'3/4'"),
        ("8,000", "8_000", "\"8,000\""),
        ("50-70", "8", "\"50-70\""),
        ("7 # x", "8", "\"7 # x\""),
        ("7\nhedge = 1", "8", "\"7\\nhedge = 1\""),
        ("[50, 70]", "8", "[50, 70]"),
        ("[5000,70000]", "[1_000, 2_000]", "[5_000,70_000]"),
        ("[50]", "8", "\"[50]\""),
        ("true", "8", "\"true\""),
        ("", "8", "\"\""),
    ] {
        assert_eq!(written(Kind::Value, typed, old), new, "{typed:?} for {old}");
    }
}

#[test]
fn dates_are_bare_where_the_old_one_was() {
    for (typed, old, new) in [
        ("2024", "", "\"2024\""),
        ("2024", "2023", "2024"),
        ("2024-12", "2023", "\"2024-12\""),
        ("2024-12-06", "2023", "2024-12-06"),
        ("2024-12-06", "'2023'", "'2024-12-06'"),
        ("2024-02-31", "2023-01-01", "\"2024-02-31\""),
        ("-5", "2023", "\"-5\""),
    ] {
        assert_eq!(written(Kind::Date, typed, old), new, "{typed:?} for {old}");
    }
}
