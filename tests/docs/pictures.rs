//! The pictures of the README and the pages: the program's own screens and files, as SVG.

use std::fs;
use std::path::{Path, PathBuf};

use indicia::app::Msg;
use indicia::app::text::width;
use indicia::cli::check::{Articles, Format, articles};
use indicia::cli::export::format::ExportFormat;
use indicia::cli::export::run;
use indicia::cli::selection::Selection;
use indicia::diagnostic::Look;
use indicia::ui::picture;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use crate::fresh;
use crate::harness::{Dashboard, as_of, keys};

/// The report that is shipped with the program, which the README is about.
const FILE: &str = "indicators.toml";
const SHIPPED: &str = include_str!("../../indicators.toml");

/// What is on a picture.
enum Shown {
    /// The dashboard of the shipped report, at a size, after some keys.
    Screen(u16, u16, &'static str),
    /// What `check FILE --text` says of an article.
    Check(&'static str),
    /// What `export --format svg` writes of a figure.
    Export(&'static str),
}

struct Picture {
    file: &'static str,
    title: &'static str,
    shown: Shown,
}

const PICTURES: [Picture; 7] = [
    Picture {
        file: "docs/screen.svg",
        title: "The dashboard with the report Minsk in Moscow's Grip",
        shown: Shown::Screen(120, 40, ""),
    },
    Picture {
        file: "docs/look.svg",
        title: "The record of the debt to Russia: the claim, and a chart of its evidence",
        shown: Shown::Screen(100, 30, "jj<enter>z"),
    },
    Picture {
        file: "docs/edit.svg",
        title: "The form: without its hedge the figure claims more, and the form says so",
        shown: Shown::Screen(100, 30, "i<tab><backspace>"),
    },
    Picture {
        file: "docs/cite.svg",
        title: "A citation of the selected figure, copied with its hedge",
        shown: Shown::Screen(100, 30, "y"),
    },
    Picture {
        file: "docs/article.svg",
        title: "An article that lost a hedge, and one that states a forecast as a fact",
        shown: Shown::Check("examples/article.md"),
    },
    Picture {
        file: "docs/publish.svg",
        title: "A figure as a picture: its bar, the chart of its evidence, its source",
        shown: Shown::Export("debt-to-russia"),
    },
    Picture {
        file: "docs/signs.svg",
        title: "How to read bars and readings: the help of the dashboard",
        shown: Shown::Screen(100, 31, "?"),
    },
];

impl Picture {
    fn svg(&self) -> String {
        match self.shown {
            Shown::Screen(width, height, script) => {
                let mut dashboard = Dashboard::of(SHIPPED, width, height);
                for key in keys(script) {
                    dashboard.send(Msg::Key(key, None));
                    dashboard.obeyed(SHIPPED);
                }
                picture(&dashboard.buffer(), self.title)
            }
            Shown::Check(article) => picture(&terminal(&checked(article)), self.title),
            Shown::Export(id) => exported(id),
        }
    }
}

/// A command and what it says.
fn checked(article: &str) -> String {
    let asked = Articles {
        texts: vec![PathBuf::from(article)],
        all: false,
        deny_warnings: false,
        as_of: as_of(),
    };
    let look = Look { colour: true, unicode: true };
    let mut out =
        format!("\u{1b}[1m$ indicia check {FILE} --text {article}\u{1b}[0m\n").into_bytes();
    articles(Path::new(FILE), &asked, Format::Text, look, &mut out, &mut Vec::new()).unwrap();
    String::from_utf8(out).unwrap()
}

fn exported(id: &str) -> String {
    let file = Some(PathBuf::from(FILE));
    let selection = Selection { file, ids: vec![id.to_owned()], passages: false };
    let format = ExportFormat::find("svg").unwrap();
    let mut out = Vec::new();
    run(&selection, format, None, as_of(), &mut out, &mut Vec::new()).unwrap();
    String::from_utf8(out).unwrap()
}

/// Text with colours, as a terminal shows it.
fn terminal(text: &str) -> Buffer {
    let plain: Vec<String> =
        text.trim_end().lines().map(|line| spans(line).map(|(_, part)| part).collect()).collect();
    let cells = plain.iter().map(|line| width(line)).max().unwrap_or_default();
    let area = Rect::new(0, 0, u16::try_from(cells).unwrap(), u16::try_from(plain.len()).unwrap());
    let mut buffer = Buffer::empty(area);
    let mut style = Style::new();
    for (y, line) in (0..).zip(text.trim_end().lines()) {
        let mut x = 0;
        for (codes, part) in spans(line) {
            style = codes.split(';').filter(|code| !code.is_empty()).fold(style, styled);
            (x, _) = buffer.set_stringn(x, y, part, usize::MAX, style);
        }
    }
    buffer
}

/// The parts of a line, each with the codes of the style that begins there.
fn spans(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split("\u{1b}[").enumerate().map(|(at, part)| match at {
        0 => ("", part),
        _ => part.split_once('m').unwrap(),
    })
}

fn styled(style: Style, code: &str) -> Style {
    match code.parse().unwrap() {
        0 => Style::new(),
        1 => style.add_modifier(Modifier::BOLD),
        code @ 30..=37 => style.fg(Color::Indexed(code - 30)),
        code @ 90..=97 => style.fg(Color::Indexed(code - 90 + 8)),
        code => panic!("the picture knows no style {code}"),
    }
}

#[test]
fn the_pictures_are_fresh_and_shown() {
    let pages = ["README.md", "docs/finding.md"].map(|page| fs::read_to_string(page).unwrap());
    for picture in PICTURES {
        fresh(picture.file, |_| picture.svg());
        let places = [picture.file, picture.file.trim_start_matches("docs/")];
        let links = places.map(|place| format!("![{}]({place})", picture.title));
        assert!(links.iter().any(|link| pages.concat().contains(link)), "no page has {links:?}");
    }
}
