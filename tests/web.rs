//! `export --format html` and `svg`: what a page says, and that nothing of a file is markup in it.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on fails"
)]

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use indicia::cli::export::format::ExportFormat;
use indicia::cli::export::run;
use indicia::cli::selection::Selection;
use indicia::load::load;
use indicia::report::{Day, Indicator, Quantity};
use serde_json::Value;

const FILES: [&str; 5] = [
    "indicators.toml",
    "examples/health.toml",
    "examples/polls.toml",
    "examples/city.toml",
    "examples/energy.toml",
];

/// Every hedge once, a rival, a target, a history, an event.
const SMALL: &str = r#"
[report]
title = "A small report"
area = "Utopia"
authors = ["A. Author"]
about = "What a page is tried on."

[source.desk]
title = "Desk study"
publisher = "The Desk"
published = "2025-05-04"
url = "https://desk.example/study"
kind = "report"

[[group]]
id = "trade"
title = "Trade"

[[indicator]]
id = "exports"
label = "Exports to one neighbour"
group = "trade"
unit = "%"
value = 70
hedge = "up to"
wording = "up to 70 per cent of exports"
source = "desk"
locator = "p. 3"
note = "A ceiling."
[[indicator.rival]]
value = 40
period = "2023"
source = "desk"
[[indicator.series]]
label = "Exports"
points = [
  { period = "2021", value = 42 },
  { period = "2022", value = 55, hedge = "about" },
]

[[indicator]]
id = "budget"
label = "Budget"
unit = "billion EUR"
value = 2
status = "forecast"
period = "2027"
[[indicator.target]]
value = 3
period = "2030"

[[event]]
id = "treaty"
date = "2024-12-06"
title = "Treaty signed"
indicators = ["exports"]
"#;

fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("web-{name}.toml"));
    fs::write(&path, text).expect("a file for the test");
    path
}

/// What is exported, what is said on the side, and the exit code.
fn exported(path: impl Into<PathBuf>, format: &str, ids: &[&str]) -> (String, String, u8) {
    let ids = ids.iter().map(ToString::to_string).collect();
    let selection = Selection { file: Some(path.into()), ids, passages: false };
    let format = ExportFormat::find(format).expect("a format");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let as_of = Day::new(2026, 11, 29);
    let code = run(&selection, format, None, as_of, &mut out, &mut err).expect("no error");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(out), text(err), code)
}

fn page(path: impl Into<PathBuf>) -> String {
    exported(path, "html", &[]).0
}

/// A tag with its attributes.
struct Tag<'t> {
    name: &'t str,
    attributes: HashMap<&'t str, &'t str>,
}

/// The elements that have no end.
const VOID: [&str; 3] = ["meta", "br", "!DOCTYPE"];

/// The tags of a text that is written strictly: each is closed in its order, each attribute is in
/// quotation marks, and there is no other `<`. Panics where it is not.
fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut all = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "a loose '>' in {}", &rest[..at]);
        rest = &rest[at + 1..];
        let mut is_quoted = false;
        let end = rest.find(|c| {
            is_quoted ^= c == '"';
            c == '>' && !is_quoted
        });
        let (tag, after) = rest.split_at(end.expect("the end of a tag"));
        rest = &after[1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "before {}", &rest[..rest.len().min(80)]);
            continue;
        }
        let (tag, is_closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut given) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let mut attributes = HashMap::new();
        while name != "!DOCTYPE" && !given.trim().is_empty() {
            let (key, value) = given.split_once("=\"").expect("a value in quotation marks");
            let (value, after) = value.split_once('"').expect("the end of a value");
            assert!(!value.contains('<'), "{value}");
            attributes.insert(key.trim(), value);
            given = after;
        }
        if !is_closed && !VOID.contains(&name) {
            open.push(name);
        }
        // Text here is no markup.
        if matches!(name, "style" | "script") {
            rest = &rest[rest.find(&format!("</{name}")).expect("its end")..];
        }
        all.push(Tag { name, attributes });
    }
    assert!(open.is_empty(), "{open:?}");
    all
}

/// The linked data of a page, by the ids of what it describes.
fn linked_data(page: &str) -> HashMap<String, Value> {
    let (_, data) = page.split_once("<script type=\"application/ld+json\">").expect("data");
    let (data, _) = data.split_once("</script>").expect("its end");
    let data: Value = serde_json::from_str(data).expect("JSON");
    let graph = data["@graph"].as_array().expect("a graph");
    graph.iter().map(|it| (it["@id"].as_str().expect("an id").to_owned(), it.clone())).collect()
}

#[test]
fn every_page_is_well_formed_and_loads_nothing() {
    for path in FILES {
        let page = page(path);
        for tag in tags(&page) {
            let loads = ["src", "srcset", "onload", "onclick", "action", "data"];
            assert!(
                loads.iter().all(|it| !tag.attributes.contains_key(it)),
                "{path}: {}",
                tag.name
            );
            let is_ours = !matches!(tag.name, "link" | "iframe" | "img" | "object" | "form");
            assert!(is_ours, "{path}: {}", tag.name);
        }
        assert!(!page.contains("@import") && !page.contains("url("), "{path}");
        assert_eq!(page.matches("<script").count(), 1, "{path}");
        tags(&exported(path, "svg", &[]).0);
    }
}

#[test]
fn every_link_leads_to_a_web_page_or_to_one_place_of_the_page() {
    for path in FILES {
        let page = page(path);
        let tags = tags(&page);
        let ids: Vec<&str> =
            tags.iter().filter_map(|it| it.attributes.get("id").copied()).collect();
        for tag in &tags {
            if let Some(href) = tag.attributes.get("href") {
                let is_web = href.starts_with("https://") || href.starts_with("http://");
                let count = ids.iter().filter(|id| href.strip_prefix('#') == Some(id)).count();
                assert!(is_web || count == 1, "{path}: {href} {count}");
            }
            if let Some(by) = tag.attributes.get("aria-labelledby") {
                assert!(ids.contains(by), "{path}: {by}");
            }
        }
    }
}

#[test]
fn every_drawing_has_words_for_those_who_cannot_see_it() {
    for path in FILES {
        let page = page(path);
        let tags = tags(&page);
        let drawings: Vec<_> = tags.iter().filter(|it| it.name == "svg").collect();
        assert!(!drawings.is_empty(), "{path}");
        for drawing in drawings {
            // A bar stands beside its figure in words.
            let is_hidden = drawing.attributes.get("aria-hidden") == Some(&"true");
            let is_named = drawing.attributes.get("aria-label").is_some_and(|it| !it.is_empty());
            assert!(is_hidden != is_named, "{path}");
        }
    }
}

#[test]
fn every_figure_stands_on_the_page_with_its_hedge() {
    for path in FILES {
        let text = fs::read_to_string(path).expect("a file");
        let report = load(&text, Day::new(2026, 11, 29)).report;
        let page = page(path).replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
        let page = page.replace("&amp;", "&");
        for figure in report.indicators.iter().flat_map(Indicator::observations) {
            assert!(page.contains(&figure.words()), "{path}: {}", figure.words());
        }
    }
}

#[test]
fn linked_data_has_a_value_only_where_nothing_limits_it() {
    for path in FILES {
        let text = fs::read_to_string(path).expect("a file");
        let report = load(&text, Day::new(2026, 11, 29)).report;
        let data = linked_data(&page(path));
        assert!(data["#report"]["name"].is_string());
        for indicator in &report.indicators {
            let observation = &data[&format!("#figure-{}", indicator.id)];
            let figure = &indicator.headline;
            let is_hedged = figure.quantity.as_ref().and_then(Quantity::hedge).is_some();
            let is_bare = observation["value"].is_number();
            assert!(!(is_bare && is_hedged), "{path}: {}", indicator.id);
            assert!(!is_bare || figure.status.is_observed(), "{path}: {}", indicator.id);
            let name = observation["name"].as_str().expect("a name");
            assert!(name.ends_with(&figure.words()), "{name}");
        }
    }
    let data = linked_data(&page(file("data", SMALL)));
    let exports = &data["#figure-exports"];
    assert_eq!((&exports["maxValue"], &exports["value"]), (&Value::from(70), &Value::Null));
    let budget = &data["#figure-budget"];
    assert_eq!((&budget["maxValue"], &budget["value"]), (&Value::Null, &Value::Null));
    let place = &data["#claim-exports"]["appearance"][0]["url"];
    assert_eq!(
        place,
        "https://desk.example/study#:~:text=up%20to%2070%20per%20cent%20of%20exports"
    );
    assert!(!data.values().any(|it| it["@type"] == "ClaimReview"));
}

#[test]
fn hostile_text_stays_text() {
    let hostile = [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\\\" onmouseover=\\\"alert(1)",
        "' onmouseover='alert(1)",
        "]]><!--",
        "&lt;b&gt; &amp;quot;",
        "</style></title></svg><b>",
        "\\u202Eevil\\u0000\\u001B[31m",
        "{{7*7}} \\u2028 ${x}",
    ];
    for (at, text) in hostile.iter().enumerate() {
        let toml = format!(
            "[report]\ntitle = \"{text}\"\narea = \"{text}\"\nauthors = [\"{text}\"]\npublisher = \"{text}\"\n\
             about = \"{text}\"\nurl = \"javascript:alert(1)//{text}\"\n\
             [source.s]\ntitle = \"{text}\"\npublisher = \"{text}\"\nurl = \"javascript:{text}\"\nnote = \"{text}\"\n\
             [[group]]\nid = \"g\"\ntitle = \"{text}\"\n\
             [[indicator]]\nid = \"i\"\nlabel = \"{text}\"\nshort = \"{text}\"\ngroup = \"g\"\nunit = \"people\"\n\
             of = \"{text}\"\nvalue = 7\nhedge = \"up to\"\nwording = \"{text}\"\nsource = \"s\"\n\
             locator = \"{text}\"\nstated_by = \"{text}\"\nnote = \"{text}\"\n\
             [[indicator.rival]]\nvalue = 8\ndiffers = \"{text}\"\nwording = \"{text}\"\n\
             [[indicator.target]]\nvalue = 9\njudgement = \"{text}\"\n\
             [[indicator.series]]\nlabel = \"{text}\"\nnote = \"{text}\"\n\
             points = [{{ period = \"2020\", value = 1, note = \"{text}\" }}]\n\
             [indicator.poll]\npollster = \"{text}\"\nquestion = \"{text}\"\n\
             [[event]]\nid = \"e\"\ntitle = \"{text}\"\nnote = \"{text}\"\nsource = \"s\"\nindicators = [\"i\"]\n"
        );
        let path = file(&format!("hostile-{at}"), &toml);
        let plain = page(file("plain", &toml.replace(text, "plain")));
        let page = page(&path);
        // The same elements as with plain text, and no more.
        let names = |page: &str| tags(page).iter().map(|it| it.name.to_owned()).collect::<Vec<_>>();
        let without_drawings = |names: Vec<String>| {
            let is_drawn = |name: &String| matches!(&**name, "svg" | "text" | "rect");
            names
                .into_iter()
                .filter(|name| !is_drawn(name))
                .collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(without_drawings(names(&page)), without_drawings(names(&plain)), "{text}");
        let hrefs = tags(&page);
        let hrefs = hrefs.iter().filter_map(|it| it.attributes.get("href"));
        assert!(hrefs.clone().all(|href| href.starts_with('#')), "{text}");
        assert!(
            tags(&page).iter().all(|it| it.attributes.keys().all(|key| !key.starts_with("on")))
        );
        assert!(!page.contains(['\u{202e}', '\u{1b}', '\0', '\u{2028}']), "{text}");
        let data = linked_data(&page);
        assert!(data.contains_key("#figure-i"), "{text}");
        let picture = exported(&path, "svg", &["i"]).0;
        tags(&picture);
        assert!(!picture.contains(['\u{202e}', '\u{1b}', '\0']), "{text}");
    }
}

#[test]
fn what_is_left_out_is_said_on_the_page_and_in_the_picture() {
    let path = file("faults", &format!("{SMALL}\n[[indicator]]\nid = \"broken\"\nlabel = \"B\"\n"));
    for format in ["html", "svg"] {
        let (text, err, code) = exported(&path, format, &[]);
        assert_eq!(code, 1, "{format}");
        assert!(text.contains("left out: 1 of 3 figures"), "{format}");
        assert!(err.contains("left out"), "{err}");
        let folder = env!("CARGO_TARGET_TMPDIR");
        assert!(!text.contains(folder), "{format}: the public need not know where the file lies");
    }
    assert!(linked_data(&page(&path))["#report"]["description"].to_string().contains("left out"));
}

#[test]
fn a_part_of_a_report_has_only_what_was_asked_for() {
    let path = file("part", SMALL);
    let page = exported(&path, "html", &["budget"]).0;
    assert!(page.contains("shown here: 1 of 2") && !page.contains("figure-exports"));
    assert!(!page.contains("Treaty signed"), "it bears on another figure");
    let picture = exported(&path, "svg", &["exports"]).0;
    let letters = |text: &str| picture.contains(&format!(">{text}<"));
    assert!(letters("bases,") && letters("╭"), "the chart and its sentence");
    assert!(letters("2021") && ["▀", "■", "▄"].into_iter().any(letters), "{picture}");
    assert!(picture.contains("<desc>") && picture.contains("up to 70 percent"));
    let picture = exported(&path, "svg", &[]).0;
    assert!(!picture.contains(">bases,<"), "bars alone");
}

#[test]
fn an_empty_report_has_a_page() {
    let path = file("empty", "[report]\ntitle = \"Nothing yet\"\n");
    let (page, _, code) = exported(&path, "html", &[]);
    assert_eq!(code, 0);
    tags(&page);
    tags(&exported(&path, "svg", &[]).0);
}

#[test]
fn colours_of_the_page_can_be_read_on_its_grounds() {
    let style = include_str!("../src/ui/web/style.css");
    let schemes: Vec<_> = style.lines().filter(|line| line.starts_with(":root")).collect();
    assert_eq!(schemes.len(), 2);
    for scheme in schemes {
        let luminance = |name: &str| {
            let (_, hex) = scheme.split_once(&format!("--{name}: #")).expect(name);
            let hex = hex.split([';', ' ']).next().expect("a colour");
            let long: String = if hex.len() == 3 {
                hex.chars().flat_map(|c| [c, c]).collect()
            } else {
                hex.to_owned()
            };
            let part = |at: usize| {
                let part = u8::from_str_radix(&long[at..at + 2], 16).expect("hexadecimal");
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
        };
        for (ink, ground) in [
            ("text", "ground"),
            ("quiet", "ground"),
            ("link", "ground"),
            ("alarm", "ground"),
            ("text", "soft"),
        ] {
            let (one, other) = (luminance(ink), luminance(ground));
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(contrast >= 4.5, "{ink} on {ground}: {contrast:.2}");
        }
    }
}

/// The page without its style, its data and the inside of its drawings.
fn outline(page: &str) -> String {
    let (_, body) = page.split_once("<body>").expect("a body");
    let mut out = String::new();
    let mut is_drawing = false;
    for line in body.lines() {
        let is_start = line.contains("<svg ");
        if let Some((before, after)) = line.split_once("</svg>").filter(|_| is_drawing) {
            is_drawing = false;
            out.extend([before, "[drawing]", after, "\n"]);
        } else if let Some((before, _)) = line.split_once("<svg ").filter(|_| is_start) {
            is_drawing = true;
            out.push_str(before);
        } else if !is_drawing {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[test]
fn a_small_page() {
    insta::assert_snapshot!(outline(&page(file("small", SMALL))));
}

#[test]
fn a_small_picture() {
    let picture = exported(file("picture", SMALL), "svg", &["exports"]).0;
    let (_, body) = picture.split_once("</style>").expect("a style");
    insta::assert_snapshot!(body);
}
