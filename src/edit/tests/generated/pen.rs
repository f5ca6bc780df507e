//! Writes files in every style that TOML has.

use toml_writer::{ToTomlKey, ToTomlValue, TomlKeyBuilder, TomlStringBuilder};

/// Text that could fool code that looks for brackets, quotes, commas or signs.
pub(super) const WORDS: &[&str] = &[
    "Plain words",
    "a # b, c",
    "it's \"said\"",
    "[[indicator]]",
    "x = 1 } ] ,",
    "back\\slash",
    "ünï → 漢字",
    "two\nlines\n[report]",
];

#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(&'static str),
    Bare(&'static str),
    Table(Fields),
    Tables(Vec<Fields>),
    /// Tables that are always in braces.
    Points(Vec<Fields>),
}

pub(super) type Fields = Vec<(&'static str, Value)>;

/// Takes every decision from a list of bytes; the plainest once they are used up.
pub(super) struct Pen<'b> {
    choices: &'b [u8],
    newline: &'static str,
}

impl<'b> Pen<'b> {
    pub(super) fn new(choices: &'b [u8]) -> Self {
        let mut pen = Self { choices, newline: "\n" };
        pen.newline = pen.one(&["\n", "\r\n"]);
        pen
    }

    pub(super) fn pick(&mut self, count: usize) -> usize {
        let Some((first, rest)) = self.choices.split_first() else { return 0 };
        self.choices = rest;
        usize::from(*first) % count
    }

    pub(super) fn one<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.pick(all.len())]
    }

    pub(super) fn words(&mut self) -> Value {
        Value::Text(self.one(WORDS))
    }

    fn key(&mut self, word: &str) -> String {
        let builder = TomlKeyBuilder::new(word);
        match self.pick(8) {
            6 => builder.as_basic().to_toml_key(),
            7 => builder.as_literal().unwrap().to_toml_key(),
            _ => word.to_owned(),
        }
    }

    fn text(&mut self, text: &str) -> String {
        let builder = TomlStringBuilder::new(text);
        let newline = self.newline;
        match self.pick(6) {
            3 => builder.as_literal().unwrap_or(builder.as_basic()).to_toml_value(),
            4 => builder.as_ml_basic().to_toml_value().replace('\n', newline),
            5 => {
                let literal = builder.as_ml_literal().unwrap_or(builder.as_ml_basic());
                literal.to_toml_value().replace('\n', newline)
            }
            _ => builder.as_basic().to_toml_value(),
        }
    }

    fn equals(&mut self) -> &'static str {
        self.one(&[" = ", " = ", "=", "  =  ", "\t= ", " ="])
    }

    fn dot(&mut self) -> &'static str {
        self.one(&[".", ".", " . "])
    }

    fn comment(&mut self) -> &'static str {
        self.one(&["", "", "", " # , ] } \"", "# [[indicator]]"])
    }

    fn between(&mut self) -> String {
        match self.pick(5) {
            3 => self.newline.to_owned(),
            4 => format!("  # a comment, id = 'x'{}", self.newline),
            _ => String::new(),
        }
    }

    fn shuffled<T>(&mut self, mut list: Vec<T>) -> Vec<T> {
        if self.pick(4) == 3 {
            for at in (1..list.len()).rev() {
                list.swap(at, self.pick(at + 1));
            }
        }
        list
    }

    /// A value behind a key, in brackets and braces where it has parts.
    fn inline(&mut self, value: &Value) -> String {
        match value {
            Value::Text(text) => self.text(text),
            Value::Bare(bare) => (*bare).to_owned(),
            Value::Table(fields) => {
                let parts = self.shuffled(fields.clone());
                let parts = parts
                    .iter()
                    .flat_map(|(word, value)| self.pairs(word, value))
                    .collect::<Vec<_>>();
                self.brackets("{", &parts, "}")
            }
            Value::Tables(list) | Value::Points(list) => {
                let parts = list.iter().map(|fields| self.inline(&Value::Table(fields.clone())));
                let parts = parts.collect::<Vec<_>>();
                self.brackets("[", &parts, "]")
            }
        }
    }

    /// A key with its value, or the dotted keys of its table.
    fn pairs(&mut self, word: &str, value: &Value) -> Vec<String> {
        let dotted = self.pick(3) == 2;
        match value {
            Value::Table(fields) if dotted => fields
                .iter()
                .map(|(inner, value)| {
                    let (first, dot) = (self.key(word), self.dot());
                    let pair = [self.key(inner).as_str(), self.equals()].concat();
                    [first.as_str(), dot, &pair, &self.inline(value)].concat()
                })
                .collect(),
            _ => vec![[self.key(word).as_str(), self.equals(), &self.inline(value)].concat()],
        }
    }

    fn brackets(&mut self, open: &str, parts: &[String], close: &str) -> String {
        let newline = self.newline;
        let mut out = open.to_owned();
        let last = parts.len().saturating_sub(1);
        let style = self.pick(4);
        let indent = self.one(&["  ", "\t", ""]);
        for (at, part) in parts.iter().enumerate() {
            if style == 3 {
                let comment = self.comment();
                let own = self.between();
                let comma = if at < last || self.pick(2) == 1 { "," } else { "" };
                let start = if at == 0 { newline } else { "" };
                out += &[start, &own, indent, part, comma, comment, newline].concat();
            } else {
                let comma = if at < last || self.pick(5) == 4 { "," } else { "" };
                let space = self.one(&[" ", " ", "", "   "]);
                out += &[space, part, comma].concat();
            }
        }
        out += if style == 0 { " " } else { "" };
        out + close
    }

    /// Lines of a section, and the tables that go under headings below them.
    fn lines(&mut self, fields: Fields, headings: bool) -> (String, Vec<(&'static str, Value)>) {
        let (mut out, mut below) = (String::new(), Vec::new());
        let indent = self.one(&["", "", "  "]);
        let column = if self.pick(3) == 2 { 12 } else { 0 };
        for (word, value) in self.shuffled(fields) {
            let has_parts = matches!(value, Value::Table(_) | Value::Tables(_));
            if headings && has_parts && self.pick(2) == 0 {
                below.push((word, value));
                continue;
            }
            let pairs = if column > 0 && !has_parts {
                vec![format!("{word:column$}= {}", self.inline(&value))]
            } else {
                self.pairs(word, &value)
            };
            for pair in pairs {
                let (own, comment) = (self.between(), self.comment());
                out += &[&own, indent, &pair, comment, self.newline].concat();
            }
        }
        (out, below)
    }

    /// A table under a heading, with the tables in it.
    pub(super) fn section(&mut self, path: &[&str], double: bool, fields: Fields) -> String {
        let spaces = self.one(&["", "", " "]);
        let (open, close) = if double { ("[[", "]]") } else { ("[", "]") };
        let words: Vec<String> = path.iter().map(|word| self.key(word)).collect();
        let heading = [open, spaces, &words.join("."), spaces, close, self.comment()].concat();
        let (lines, below) = self.lines(fields, true);
        let mut out = [&self.between(), &heading, self.newline, &lines, &self.between()].concat();
        for (word, value) in below {
            let inner = [path, &[word]].concat();
            match value {
                Value::Table(fields) => out += &self.section(&inner, false, fields),
                Value::Tables(list) => {
                    for fields in list {
                        out += &self.section(&inner, true, fields);
                    }
                }
                _ => unreachable!("only tables have headings"),
            }
        }
        out
    }

    /// Keys above the first heading.
    pub(super) fn top(&mut self, fields: Fields) -> String {
        self.lines(fields, false).0
    }

    /// The bytes that a file begins and ends with.
    pub(super) fn finish(&mut self, text: &str) -> String {
        let mark = self.one(&["", "", "\u{feff}"]);
        let text = if self.pick(3) == 2 { text.trim_end() } else { text };
        mark.to_owned() + text
    }
}
