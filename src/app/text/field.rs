//! A text field of one line.

use std::fmt::Write;
use std::sync::LazyLock;

use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::keys::{Key, read};
use crate::report::is_hidden;

/// The sign for a line break of the file in a field of one line.
const BREAK: &str = "↵";

/// What keys do in a text field.
#[derive(Clone, Debug)]
pub struct TextKey {
    /// The keys, the best known first.
    pub keys: Vec<Key>,
    /// The text of the help.
    pub doc: &'static str,
    does: fn(&mut TextField),
}

fn row(keys: &str, doc: &'static str, does: fn(&mut TextField)) -> TextKey {
    TextKey { keys: read(keys), doc, does }
}

/// The keys of a text field; every character without Ctrl and Alt is text.
pub static TEXT_KEYS: LazyLock<[TextKey; 13]> = LazyLock::new(|| {
    [
        row("left ctrl-b", "a letter back", TextField::back),
        row("right ctrl-f", "a letter on", TextField::forward),
        row("ctrl-left alt-b", "a word back", |f| f.area.move_cursor(CursorMove::WordBack)),
        row("ctrl-right alt-f", "a word on", |f| f.area.move_cursor(CursorMove::WordForward)),
        row("home ctrl-a", "to the beginning", |f| f.area.move_cursor(CursorMove::Head)),
        row("end ctrl-e", "to the end", |f| f.area.move_cursor(CursorMove::End)),
        row("backspace ctrl-h", "delete back", TextField::delete_back),
        row("del", "delete on", TextField::delete_forward),
        row("ctrl-w alt-backspace", "delete the word before", |f| _ = f.area.delete_word()),
        row("ctrl-k", "delete to the end", |f| _ = f.area.delete_line_by_end()),
        row("ctrl-y", "put back what was deleted last", |f| _ = f.area.paste()),
        row("ctrl-u", "undo the typing", |f| _ = f.area.undo()),
        row("ctrl-r", "redo the typing", |f| _ = f.area.redo()),
    ]
});

/// A text field of one line.
///
/// The library keeps the text, the cursor and the undo history. It moves and deletes by characters;
/// this type does so by grapheme clusters, so that a letter with its marks, or a family of emoji,
/// is one step.
#[derive(Clone, Debug)]
pub struct TextField {
    area: TextArea<'static>,
    /// Whether `↵` stands for a line break.
    breaks: bool,
}

impl TextField {
    /// A field with a text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let text = text.replace("\r\n", "\n");
        let breaks = !text.contains(BREAK);
        let line = if breaks { text.replace('\n', BREAK) } else { text.replace('\n', " ") };
        let mut area = TextArea::new(vec![line]);
        area.move_cursor(CursorMove::End);
        Self { area, breaks }
    }

    /// The text as it is in the file.
    pub fn text(&self) -> String {
        if self.breaks { self.line().replace(BREAK, "\n") } else { self.line().to_owned() }
    }

    /// The text as it is in the field.
    pub fn line(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// The text before the cursor, and the text from the cursor on.
    pub fn split(&self) -> (&str, &str) {
        let line = self.line();
        let at = line.char_indices().nth(self.area.cursor().1).map_or(line.len(), |(at, _)| at);
        line.split_at_checked(at).unwrap_or((line, ""))
    }

    /// Marks the whole text: what is typed or pasted next replaces it, and every other key only takes
    /// the mark away. An empty text is never marked.
    pub(crate) fn mark(&mut self) {
        if !self.line().is_empty() {
            self.area.select_all();
        }
    }

    /// Whether the whole text is marked.
    pub fn is_marked(&self) -> bool {
        self.area.is_selecting()
    }

    /// Replaces the text; undo brings the old text back.
    pub fn set(&mut self, text: &str) {
        self.area.select_all();
        self.area.cut();
        self.paste(text);
    }

    /// Inserts text at the cursor or in place of what is marked. Line breaks become spaces: a field
    /// has one line.
    pub fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", " ");
        self.area.insert_str(text.replace(['\n', '\r', '\t'], " "));
    }

    /// Whether a key means something in a text field.
    pub(crate) fn knows(key: Key) -> bool {
        key.text().is_some() || TEXT_KEYS.iter().any(|entry| entry.keys.contains(&key))
    }

    /// Takes a key; returns false if it means nothing here.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.text() {
            self.area.insert_char(c);
            return true;
        }
        let found = TEXT_KEYS.iter().find(|entry| entry.keys.contains(&key));
        if let Some(entry) = found {
            (entry.does)(self);
            // The library deletes what is marked, but a step takes the mark along.
            self.area.cancel_selection();
        }
        found.is_some()
    }

    fn delete_back(&mut self) {
        let chars = self.before();
        if !self.is_marked() {
            self.back();
        }
        self.area.delete_str(chars);
    }

    fn delete_forward(&mut self) {
        let chars = self.after();
        self.area.delete_str(chars);
    }

    /// The characters of the cluster before the cursor.
    fn before(&self) -> usize {
        self.split().0.graphemes(true).next_back().map_or(0, |g| g.chars().count())
    }

    /// The characters of the cluster at the cursor.
    fn after(&self) -> usize {
        self.split().1.graphemes(true).next().map_or(0, |g| g.chars().count())
    }

    fn back(&mut self) {
        for _ in 0..self.before() {
            self.area.move_cursor(CursorMove::Back);
        }
    }

    fn forward(&mut self) {
        for _ in 0..self.after() {
            self.area.move_cursor(CursorMove::Forward);
        }
    }
}

/// The text as a field shows it: control characters and invisible characters become visible.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        let joined = cluster.chars().nth(1).is_some() && !cluster.starts_with(is_hidden);
        for c in cluster.chars() {
            // Inside a cluster a joiner is part of the spelling.
            match c {
                '\u{200c}' | '\u{200d}' if joined => out.push(c),
                '\t' => out.push(' '),
                _ if is_hidden(c) => {
                    let _ = write!(out, "<U+{:04X}>", u32::from(c));
                }
                _ => out.push(c),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::Code;

    fn typed(start: &str, keys: &[Key]) -> (String, usize) {
        let mut input = TextField::new(start);
        for key in keys {
            assert!(input.press(*key), "{key}");
        }
        (input.text(), input.split().0.chars().count())
    }

    const LEFT: Key = Key::plain(Code::Left);
    const BACKSPACE: Key = Key::plain(Code::Backspace);
    const DELETE: Key = Key::plain(Code::Delete);

    #[test]
    fn letters_with_marks_and_emoji_are_passed_and_deleted_in_one() {
        for whole in ["e\u{301}", "й", "白", "👩\u{200d}🔬", "ا\u{64e}", "🇧🇾"] {
            let text = format!("a{whole}b");
            let chars = text.chars().count();
            assert_eq!(typed(&text, &[LEFT, BACKSPACE]), ("ab".to_owned(), 1), "{whole}");
            assert_eq!(typed(&text, &[LEFT, LEFT, DELETE]), ("ab".to_owned(), 1), "{whole}");
            assert_eq!(typed(&text, &[LEFT, LEFT]).1, 1, "{whole}");
            let undone = typed(&text, &[LEFT, BACKSPACE, Key::ctrl('u')]);
            assert_eq!(undone.0.chars().count(), chars, "undone in one: {whole}");
        }
    }

    #[test]
    fn words_ends_and_the_history_of_typing() {
        let text = |keys: &[Key]| typed("up to 70", keys).0;
        assert_eq!(text(&[Key::ctrl('w')]), "up to ");
        assert_eq!(text(&[Key::ctrl('a'), Key::ctrl('k')]), "");
        assert_eq!(text(&[Key::ctrl('a'), Key::ctrl('k'), Key::ctrl('y')]), "up to 70");
        assert_eq!(text(&[Key::char('!'), Key::ctrl('u'), Key::ctrl('r')]), "up to 70!");
        assert_eq!(text(&[Key::plain(Code::Home), Key::char('>')]), ">up to 70");
        assert!(!TextField::new("").press(Key::plain(Code::Tab)));
    }

    #[test]
    fn what_is_marked_is_replaced_cleared_or_left_as_it_is() {
        let alt_gr = Key { alt: true, ..Key::ctrl('@') };
        for (keys, text, cursor) in [
            (vec![Key::char('x'), Key::char('y')], "xy", 2),
            (vec![alt_gr], "@", 1),
            (vec![BACKSPACE], "", 0),
            (vec![DELETE], "", 0),
            (vec![Key::ctrl('w')], "", 0),
            (vec![Key::ctrl('k')], "", 0),
            (vec![LEFT, Key::char('x')], "¶2x1", 3),
            (vec![Key::plain(Code::Right), Key::char('x')], "¶21x", 4),
            (vec![Key::plain(Code::Home), Key::char('x')], "x¶21", 1),
            (vec![Key::plain(Code::End), BACKSPACE], "¶2", 2),
            (vec![Key::ctrl('u'), Key::char('x')], "¶21x", 4),
            (vec![BACKSPACE, Key::ctrl('u'), Key::char('x')], "¶21x", 4),
        ] {
            let mut input = TextField::new("¶21");
            input.mark();
            assert!(input.is_marked());
            for key in &keys {
                assert!(input.press(*key) && !input.is_marked(), "{key}");
            }
            let at = input.split().0.chars().count();
            assert_eq!((&*input.text(), at), (text, cursor), "{keys:?}");
        }
        let mut input = TextField::new("¶21");
        input.mark();
        input.paste("p. 4\n");
        assert_eq!((&*input.text(), input.is_marked()), ("p. 4 ", false));
        let mut input = TextField::new("");
        input.mark();
        assert!(!input.is_marked());
    }

    #[test]
    fn alt_gr_types_text_and_ctrl_alone_does_not() {
        let press = |key| {
            let mut input = TextField::new("");
            (input.press(key), input.text())
        };
        for c in ['@', '€', '[', '{', '\\', '~', 'ą'] {
            assert_eq!(press(Key { alt: true, ..Key::ctrl(c) }), (true, c.to_string()));
            assert_eq!(press(Key::ctrl(c)), (false, String::new()));
            assert_eq!(press(Key { alt: true, ..Key::char(c) }), (false, String::new()));
        }
        for c in ['q', 'Q', '7'] {
            assert_eq!(press(Key { alt: true, ..Key::ctrl(c) }), (false, String::new()));
        }
    }

    #[test]
    fn line_breaks_of_the_file_stay_and_pasted_ones_become_spaces() {
        let mut input = TextField::new("one\ntwo");
        assert_eq!(input.line(), "one↵two");
        assert_eq!(input.text(), "one\ntwo");
        input.paste(" a\r\nb");
        assert_eq!(input.text(), "one\ntwo a b");
        input.set("new");
        assert_eq!(input.text(), "new");
        assert!(input.press(Key::ctrl('u')) && input.press(Key::ctrl('u')));
        assert_eq!(input.text(), "one\ntwo a b");
        input.paste("\rc\td");
        assert_eq!(input.text(), "one\ntwo a b c d");
        let mut input = TextField::new("");
        input.paste("a\rb\tc\n\nd");
        assert_eq!(input.text(), "a b c  d");
        assert_eq!(TextField::new("an ↵ of its own\n").text(), "an ↵ of its own ");
    }

    #[test]
    fn nothing_invisible_hides_in_a_field() {
        assert_eq!(visible("7\u{202e}0\u{1b}[m"), "7<U+202E>0<U+001B>[m");
        assert_eq!(visible("👩\u{200d}🔬 й"), "👩\u{200d}🔬 й");
        assert_eq!(visible("a\u{200b}b"), "a<U+200B>b");
    }
}
