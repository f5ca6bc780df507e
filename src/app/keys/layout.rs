//! Where keys are on keyboards: what a key of a layout without Latin letters stands for.

use crate::app::keys::{Code, Key};

/// The keys of digits on a US keyboard, without and with Shift.
const US_DIGITS: [&str; 2] = ["1234567890-=", "!@#$%^&*()_+"];
/// The other keys of a US keyboard, row by row, without and with Shift.
const US: [&str; 2] =
    ["`qwertyuiop[]\\asdfghjkl;'zxcvbnm,./", "~QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"];

/// A layout without Latin letters.
#[derive(Debug)]
struct Layout {
    /// The language, as locales name it.
    language: &'static str,
    /// What its keys type in the order of [`US`], without and with Shift. A space stands for a key
    /// that types nothing, a Latin letter, or a mark on the letter before.
    types: [&'static str; 2],
}

/// Every layout. Where the letters that were seen fit several, the language of the locale decides,
/// and then this order: `і` is the key S as in Ukrainian, not B as in Belarusian. All letters of the
/// Bulgarian layouts are in the Russian one, too, at other places, so they need the locale.
const LAYOUTS: &[Layout] = &[
    layout("ru", "ёйцукенгшщзхъ\\фывапролджэячсмитьбю.", "ЁЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"),
    layout("uk", "'йцукенгшщзхїґфівапролджєячсмитьбю.", "ʼЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ,"),
    layout("be", "ёйцукенгшўзх'\\фывапролджэячсмітьбю.", "ЁЙЦУКЕНГШЎЗХʼ/ФЫВАПРОЛДЖЭЯЧСМІТЬБЮ,"),
    // The standard BDS 5237, then the phonetic layout.
    layout("bg", "(,уеишщксдзц;„ьяаожгтнвмчюйъэфхпрлб", ")ыУЕИШЩКСДЗЦ§“ЬЯАОЖГТНВМЧЮЙЪЭФХПРЛБ"),
    layout("bg", "чявертъуиопшщюасдфгхйкл;'зьцжбнм,./", "ЧЯВЕРТЪУИОПШЩЮАСДФГХЙКЛ:\"ЗЬЦЖБНМ<>?"),
    layout("el", "`;ςερτυθιοπ[]\\ασδφγηξκλ΄'ζχψωβνμ,./", "~:΅ΕΡΤΥΘΙΟΠ{}|ΑΣΔΦΓΗΞΚΛ¨\"ΖΧΨΩΒΝΜ<>?"),
    layout("he", ";/'קראטוןםפ][\\שדגכעיחלךף,זסבהנמצתץ.", "~          }{|         :\"       ><?"),
    layout("ar", "ذضصثقفغعهخحجد\\شسيبلاتنمكطئءؤرﻻىةوزظ", "     ﻹإ‘÷×؛<>|  ][ﻷأـ،/:\"~ }{ﻵآ’,.؟"),
    layout("ka", "„ქწერტყუიოპ[]~ასდფგჰჯკლ;'ზხცვბნმ,./", "“ ჭ ღთ     {}| შ    ჟ  :\"ძ ჩ    <>?"),
];

const fn layout(language: &'static str, plain: &'static str, shifted: &'static str) -> Layout {
    Layout { language, types: [plain, shifted] }
}

impl Layout {
    /// The character that the key of this one has on a US keyboard.
    fn us(&self, c: char) -> Option<char> {
        let mut keys = self.types.iter().zip(US).flat_map(|(own, us)| own.chars().zip(us.chars()));
        keys.find(|(own, _)| *own == c && c != ' ').map(|(_, us)| us)
    }
}

/// The character that Shift makes of a key of a US keyboard; any other character stays.
pub fn us_shifted(c: char) -> char {
    let keys = |[plain, shifted]: [&'static str; 2]| plain.chars().zip(shifted.chars());
    let mut all = keys(US_DIGITS).chain(keys(US));
    all.find(|(plain, _)| *plain == c).map_or(c, |(_, shifted)| shifted)
}

/// What is known of the user's keyboard.
#[derive(Clone, Debug, Default)]
pub struct Keyboard {
    /// The language of the user's locale, such as `bg`.
    pub language: String,
    /// The layouts that have every letter seen since the layout was last changed, the likeliest
    /// first. Empty until a letter that is not Latin is seen.
    fitting: Vec<&'static Layout>,
    /// Whether the last letter was one of these layouts, and not Latin.
    is_on: bool,
    /// Whether the user has been told that a letter is not a key.
    pub(crate) told: bool,
}

impl Keyboard {
    /// Learns from a key that was pressed which layout is in use.
    pub(crate) fn saw(&mut self, key: Key) {
        let Code::Char(c) = key.code else { return };
        if c.is_ascii() {
            // Terminals send the Latin letter with Ctrl in any layout.
            self.is_on &= key.ctrl || !c.is_ascii_alphabetic();
            return;
        }
        self.fitting.retain(|layout| layout.us(c).is_some());
        if self.fitting.is_empty() {
            self.fitting = LAYOUTS.iter().filter(|layout| layout.us(c).is_some()).collect();
            self.fitting.sort_by_key(|layout| layout.language != self.language);
        }
        self.is_on = !self.fitting.is_empty();
    }

    /// The key that another one stands for if that means nothing itself. `base` is what the terminal
    /// says that it has on a US keyboard.
    pub(crate) fn stands_for(&self, key: Key, base: Option<char>) -> Option<Key> {
        let Code::Char(c) = key.code else { return None };
        if let Some(c) = key.alt_gr() {
            return Some(Key::char(c));
        }
        let us = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21)?,
            // A Latin letter is named by what is printed on it, wherever it is.
            c if c.is_ascii_alphanumeric() => Some(c).filter(|_| key.ctrl)?,
            // Punctuation can be at another place only in a layout that is in use.
            c if c.is_ascii() && !self.is_on => return None,
            c => base.or_else(|| self.fitting.first()?.us(c))?,
        };
        let us = if key.ctrl { us.to_ascii_lowercase() } else { us };
        Some(Key { code: Code::Char(us), ..key })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_works_as_on_a_us_keyboard() {
        for (plain, shifted) in [('a', 'A'), ('/', '?'), (';', ':'), ('6', '^'), ('ж', 'ж')] {
            assert_eq!(us_shifted(plain), shifted);
        }
    }

    #[test]
    fn every_layout_has_each_key_once() {
        let [plain, shifted] = US.map(|row| row.chars().count());
        assert_eq!(plain, shifted);
        for Layout { language, types } in LAYOUTS {
            let mut all: Vec<char> = types.join("").chars().collect();
            assert_eq!(types.map(|row| row.chars().count()), [plain, shifted], "{language}");
            all.retain(|c| *c != ' ');
            assert!(!all.iter().any(char::is_ascii_alphanumeric), "{language}");
            all.sort_unstable();
            assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{language}: {all:?}");
        }
    }

    /// What the keys of a text stand for, pressed one after the other.
    fn meant(language: &str, typed: &str) -> String {
        let mut keyboard = Keyboard { language: language.to_owned(), ..Keyboard::default() };
        let stands = |c| {
            keyboard.saw(Key::char(c));
            match keyboard.stands_for(Key::char(c), None) {
                Some(Key { code: Code::Char(c), ctrl: false, alt: false }) => c,
                _ => '_',
            }
        };
        typed.chars().map(stands).collect()
    }

    #[test]
    fn a_letter_stands_for_the_key_at_its_place() {
        for (language, typed, keys) in [
            ("", "йоЖ", "qj:"),
            ("", "ґіє", "\\s'"),
            ("", "ўі", "ob"),
            // The letters seen before tell which layout it is.
            ("", "ыі", "sb"),
            ("", "іы", "ss"),
            ("en", "θγΓ", "ugG"),
            ("", "שדק", "ase"),
            ("", "ضشإﻻ؟", "qaYb?"),
            ("", "ქჭთ", "qWT"),
            // Only the locale tells Bulgarian from Russian.
            ("", "йгт", "qun"),
            ("bg", "йгт", "xhj"),
            ("bg", "Ы", "S"),
            ("be", "і", "b"),
            // Full width.
            ("", "ｑＱ１／？", "qQ1/?"),
            // These are on no keyboard of the table.
            ("", "é日ß", "___"),
        ] {
            assert_eq!(meant(language, typed), keys, "{typed}");
        }
    }

    #[test]
    fn punctuation_is_at_another_place_only_while_such_a_layout_is_in_use() {
        for (typed, keys) in
            [(".,", "__"), ("о.,", "j/?"), ("о j.", "j___"), ("λ;.", "lq."), ("ש'.", "aw/")]
        {
            assert_eq!(meant("", typed), keys, "{typed}");
        }
    }

    #[test]
    fn what_the_terminal_says_of_a_key_goes_before_the_table() {
        let mut keyboard = Keyboard::default();
        let stands = |keyboard: &Keyboard, c| keyboard.stands_for(Key::char(c), Some('j'));
        assert_eq!(stands(&keyboard, 'т'), Some(Key::char('j')));
        assert_eq!(stands(&keyboard, 'é'), Some(Key::char('j')));
        assert_eq!(stands(&keyboard, 'x'), None);
        assert_eq!(stands(&keyboard, '.'), None);
        keyboard.saw(Key::char('т'));
        assert_eq!(stands(&keyboard, '.'), Some(Key::char('j')));
    }

    #[test]
    fn modifiers_stay_and_ctrl_has_small_letters() {
        let mut keyboard = Keyboard::default();
        let ctrl = |keyboard: &Keyboard, c| keyboard.stands_for(Key::ctrl(c), None);
        keyboard.saw(Key::ctrl('с'));
        assert_eq!(ctrl(&keyboard, 'с'), Some(Key::ctrl('c')));
        assert_eq!(ctrl(&keyboard, 'С'), Some(Key::ctrl('c')));
        assert_eq!(ctrl(&keyboard, 'C'), Some(Key::ctrl('c')));
        let alt = |c| Key { alt: true, ..Key::char(c) };
        assert_eq!(keyboard.stands_for(alt('и'), None), Some(alt('b')));
        assert_eq!(keyboard.stands_for(Key { ctrl: true, ..alt('/') }, None), Some(Key::char('/')));
    }
}
