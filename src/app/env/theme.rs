//! The names of the themes; `ui::theme` has their colours.

use ThemeName::{Dark, Light, Terminal};

/// A theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// The terminal's own colours over its own background.
    #[default]
    Terminal,
    /// Light on dark, with a background of its own.
    Dark,
    /// Dark on light, with a background of its own.
    Light,
}

/// A theme as users choose it.
#[derive(Clone, Copy, Debug)]
pub struct ThemeEntry {
    /// The theme.
    pub theme: ThemeName,
    /// Its name on the command line and on the screen.
    pub name: &'static str,
    /// A description in one line.
    pub doc: &'static str,
}

/// Every theme, in the order in which a key cycles through them.
pub const THEMES: &[ThemeEntry] = &[
    entry(Terminal, "terminal", "the terminal's own colours over its own background"),
    entry(Dark, "dark", "light on dark, of high contrast, with a background of its own"),
    entry(Light, "light", "dark on light, of high contrast, with a background of its own"),
];

const fn entry(theme: ThemeName, name: &'static str, doc: &'static str) -> ThemeEntry {
    ThemeEntry { theme, name, doc }
}

impl ThemeName {
    /// The theme of this name.
    pub fn find(name: &str) -> Option<Self> {
        THEMES.iter().find(|entry| entry.name == name).map(|entry| entry.theme)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        THEMES.iter().find(|entry| entry.theme == self).map_or("", |entry| entry.name)
    }

    /// The theme after this one; the first follows the last.
    #[must_use]
    pub fn next(self) -> Self {
        let mut after = THEMES.iter().cycle().skip_while(|entry| entry.theme != self).skip(1);
        after.next().map_or(self, |entry| entry.theme)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_listed_once_and_leads_to_the_next() {
        let mut theme = ThemeName::default();
        for entry in THEMES {
            assert_eq!(entry.theme, theme, "the default comes first, and so on");
            assert_eq!(ThemeName::find(entry.name), Some(theme));
            theme = theme.next();
        }
        assert_eq!(theme, ThemeName::default());
        assert_eq!(ThemeName::find("solarized"), None);
    }
}
