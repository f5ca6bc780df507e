//! Every style that a theme can give, held to its contrast; every hue, kept apart from the others.

mod contrast;
mod vision;

use ratatui::style::{Color, Modifier, Style};

use super::*;

/// What a meaning is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// Letters, or signs that have to be read.
    Text,
    /// Lines, bars and dots.
    Graphics,
}

type Meaning = (&'static str, Use, fn(&Theme, Option<u32>) -> Style);

/// Every meaning that a style can have, by the name of its function.
const MEANINGS: &[Meaning] = &[
    ("plain", Use::Text, |theme, _| theme.plain()),
    ("dim", Use::Text, |theme, _| theme.dim()),
    ("legend", Use::Text, |theme, _| theme.legend()),
    ("faint", Use::Graphics, |theme, _| theme.faint()),
    ("strong", Use::Text, |theme, _| theme.strong()),
    ("key", Use::Text, |theme, _| theme.key()),
    ("found", Use::Text, |theme, group| theme.found(theme.selected(group.is_some()))),
    ("cursor", Use::Text, |theme, _| theme.cursor()),
    ("border", Use::Graphics, |theme, group| theme.border(group.is_some())),
    ("title", Use::Text, |theme, group| theme.title(group.is_some())),
    ("selected", Use::Text, |theme, group| theme.selected(group.is_some())),
    ("group", Use::Text, Theme::group),
    ("reached", Use::Text, Theme::reached),
    ("may_reach", Use::Graphics, Theme::may_reach),
    ("wall", Use::Text, Theme::wall),
    ("warning", Use::Text, |theme, _| theme.warning()),
    ("fault", Use::Text, |theme, _| theme.fault()),
];

const PAINTED: [(ThemeName, Depth); 4] = [
    (ThemeName::Dark, Depth::True),
    (ThemeName::Dark, Depth::TwoFiftySix),
    (ThemeName::Light, Depth::True),
    (ThemeName::Light, Depth::TwoFiftySix),
];

/// Every group that looks different from the others, and none.
fn groups() -> impl Iterator<Item = Option<u32>> {
    (0u32..).take(HUES).map(Some).chain([None])
}

/// Every style of a theme, with what it means.
fn styles(theme: Theme) -> impl Iterator<Item = (&'static str, Use, Style)> {
    let of = move |(name, used, style): &Meaning| (*name, *used, *style);
    let all = MEANINGS.iter().map(of);
    all.flat_map(move |(name, used, style)| groups().map(move |g| (name, used, style(&theme, g))))
}

/// Red, green and blue of a colour that is the same on every terminal.
fn parts(colour: Option<Color>) -> Option<(u8, u8, u8)> {
    match colour? {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(number) => xterm::parts(number),
        _ => None,
    }
}

#[test]
fn the_table_of_meanings_leaves_none_out() {
    let code = include_str!("../theme.rs");
    let gives_style = |line: &&str| line.contains("pub fn ") && line.ends_with("-> Style {");
    let name =
        |line: &str| line.split("pub fn ").nth(1).unwrap().split('(').next().unwrap().to_owned();
    let found: Vec<_> = code.lines().filter(gives_style).map(name).collect();
    let listed: Vec<_> = MEANINGS.iter().map(|(name, ..)| *name).collect();
    assert_eq!(found, listed);
}

#[test]
fn a_painted_theme_leaves_no_colour_to_the_terminal_and_dims_nothing() {
    for (name, depth) in PAINTED {
        let theme = Theme::of(name, depth, Glyphs::Unicode);
        for (meaning, _, style) in styles(theme) {
            assert!(parts(style.fg).is_some() && parts(style.bg).is_some(), "{name:?} {meaning}");
            let unsafe_ones = Modifier::DIM | Modifier::REVERSED;
            assert!(!style.add_modifier.intersects(unsafe_ones), "{name:?} {meaning}");
        }
    }
}

#[test]
fn with_256_colours_a_theme_looks_as_with_all_of_them() {
    for name in [ThemeName::Dark, ThemeName::Light] {
        let of = |depth| styles(Theme::of(name, depth, Glyphs::Unicode));
        for (full, fewer) in of(Depth::True).zip(of(Depth::TwoFiftySix)) {
            assert!(matches!(fewer.2.fg, Some(Color::Indexed(16..))), "{fewer:?}");
            assert!(matches!(fewer.2.bg, Some(Color::Indexed(16..))), "{fewer:?}");
            assert_eq!(parts(full.2.fg), parts(fewer.2.fg), "{name:?} {}", full.0);
            assert_eq!(parts(full.2.bg), parts(fewer.2.bg), "{name:?} {}", full.0);
        }
    }
}

#[test]
fn with_sixteen_colours_every_theme_is_the_terminals_own() {
    let own = Theme::new(true, Glyphs::Unicode);
    for entry in crate::app::env::THEMES {
        assert_eq!(Theme::of(entry.theme, Depth::Sixteen, Glyphs::Unicode), own);
    }
    for theme in [own, Theme::of(ThemeName::Terminal, Depth::True, Glyphs::Unicode)] {
        assert!(
            styles(theme).all(|(.., style)| style.bg.is_none()),
            "its background is the user's"
        );
    }
}

#[test]
fn without_colour_weight_and_reversed_cells_are_left() {
    for entry in crate::app::env::THEMES {
        let theme = Theme::of(entry.theme, Depth::None, Glyphs::Unicode);
        assert_eq!(theme, Theme::new(false, Glyphs::Unicode));
        for (meaning, _, style) in styles(theme) {
            assert!(style.fg.is_none() && style.bg.is_none(), "{meaning}");
        }
        // What lies side by side and has no mark of its own.
        let pairs = [
            (theme.selected(true), theme.selected(false)),
            (theme.selected(false), theme.plain()),
            (theme.title(true), theme.title(false)),
            (theme.border(true), theme.border(false)),
            (theme.cursor(), theme.plain()),
            (theme.key(), theme.dim()),
            (theme.fault(), theme.warning()),
        ];
        for (one, other) in pairs {
            assert_ne!(one, other);
        }
    }
}
