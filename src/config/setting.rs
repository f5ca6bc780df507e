//! Settings that are chosen by name.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeValue;

use super::Config;
use super::place::{self, TABLE};
use super::rule::{UNKNOWN_CHOICE, UNKNOWN_SETTING, WRONG_TYPE};
use crate::app::env::{GLYPH_CHOICES, GlyphChoice, THEMES, ThemeName};
use crate::diagnostic::{Faults, did_you_mean, quoted};
use crate::export::{CITATION_FORMATS, CitationFormat};
use crate::syntax::kind;

/// A setting that is chosen by name.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its key in the file.
    pub word: &'static str,
    /// What it is for, in a line.
    pub doc: &'static str,
    choices: fn() -> Vec<&'static str>,
    put: fn(&mut Config, &'static str),
}

/// All settings that are chosen by name.
pub const SETTINGS: &[Setting] = &[
    Setting {
        word: "theme",
        doc: "the colours that everything is drawn in",
        choices: || THEMES.iter().map(|theme| theme.name).collect(),
        put: |config, name| config.theme = ThemeName::find(name).unwrap_or_default(),
    },
    Setting {
        word: "glyphs",
        doc: "the characters that drawings are made of",
        choices: || GLYPH_CHOICES.iter().map(|(name, _)| *name).collect(),
        put: |config, name| config.glyphs = GlyphChoice::find(name).unwrap_or_default(),
    },
    Setting {
        word: "citation",
        doc: "the form in which citations are copied",
        choices: || CITATION_FORMATS.iter().map(|(_, name, _)| *name).collect(),
        put: |config, name| config.citation = CitationFormat::find(name).unwrap_or_default(),
    },
];

impl Setting {
    /// The names to choose from, the default first.
    pub fn choices(&self) -> Vec<&'static str> {
        (self.choices)()
    }

    /// The name that is used where none is set.
    pub fn default(&self) -> &'static str {
        self.choices().first().copied().unwrap_or_default()
    }
}

/// Reads one setting of the file.
pub(super) fn read(
    word: &Spanned<Cow<'_, str>>,
    node: &Spanned<DeValue<'_>>,
    config: &mut Config,
    faults: &mut Faults,
) {
    let raw = &**word.get_ref();
    let Some(setting) = SETTINGS.iter().find(|setting| setting.word == raw) else {
        unknown(word, faults);
        return;
    };
    let DeValue::String(name) = node.get_ref() else {
        let message = format!("'{raw}' needs a name in quotes, not {}", kind(node.get_ref()));
        let help = format!("write it like this: {raw} = \"{}\"", setting.default());
        faults.add(&WRONG_TYPE, node.span(), message).help(help);
        return;
    };
    if let Some(choice) = setting.choices().into_iter().find(|choice| choice == name) {
        (setting.put)(config, choice);
        return;
    }
    let message = format!("there is no {raw} called {}", quoted(name));
    let help = did_you_mean(name, setting.choices().into_iter()).unwrap_or_else(|| {
        let names: Vec<String> =
            setting.choices().iter().map(|name| format!("\"{name}\"")).collect();
        format!("write one of these: {}", names.join(", "))
    });
    faults.add(&UNKNOWN_CHOICE, node.span(), message).help(help);
}

fn unknown(word: &Spanned<Cow<'_, str>>, faults: &mut Faults) {
    let raw = &**word.get_ref();
    let known = || SETTINGS.iter().map(|setting| setting.word).chain([TABLE]);
    let help = if place::is_action(raw) {
        format!("it is an action: write it under {}", place::homes(raw))
    } else if place::place(raw).is_some() {
        format!("the keys of a place go under [{TABLE}.{raw}]")
    } else {
        did_you_mean(raw, known()).unwrap_or_else(|| {
            format!("the settings are {}", known().collect::<Vec<_>>().join(", "))
        })
    };
    let message = format!("there is no setting called {}", quoted(raw));
    faults.add(&UNKNOWN_SETTING, word.span(), message).help(help);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_has_a_default_that_can_be_written() {
        for setting in SETTINGS {
            assert!(!setting.default().is_empty(), "{}", setting.word);
            assert!(!place::is_action(setting.word) && setting.word != TABLE);
            for choice in setting.choices() {
                let text = format!("{} = \"{choice}\"", setting.word);
                let mut wanted = Config::default();
                (setting.put)(&mut wanted, choice);
                assert_eq!(super::super::read(&text).ok(), Some(wanted));
            }
        }
    }
}
