//! A dashboard in memory.

use std::fmt::Write;

use indicia::app::document::Unsaved;
use indicia::app::document::{Origin, Snapshot};
use indicia::app::env::{Clock, Depth, Size};
use indicia::app::keys::{Code, Key};
use indicia::app::{Effect, Model, Msg, update};
use indicia::report::Day;
use indicia::ui::{Glyphs, Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// A frozen copy of the shipped report, so that an edit of that one breaks no test here.
pub const REPORT: &str = include_str!("../fixtures/report.toml");

/// The day on which all tests take place.
pub fn as_of() -> Day {
    Day::new(2026, 11, 23)
}

pub struct Dashboard {
    pub model: Model,
    pub glyphs: Glyphs,
    pub effects: Vec<Effect>,
}

impl Dashboard {
    /// The frozen report at a size, in colour and Unicode.
    pub fn of_report(width: u16, height: u16) -> Self {
        Self::of(REPORT, width, height)
    }

    /// A file's text at a size.
    pub fn of(text: &str, width: u16, height: u16) -> Self {
        let mut dashboard = Self::loading(width, height);
        dashboard.send(Msg::Loaded(Box::new(loaded(text))));
        dashboard
    }

    /// A dashboard that waits for its file.
    pub fn loading(width: u16, height: u16) -> Self {
        let origin = Origin::File("indicators.toml".to_owned());
        let mut dashboard = Self {
            model: Model::new(origin, as_of()),
            glyphs: Glyphs::Unicode,
            effects: Vec::new(),
        };
        dashboard.resize(width, height);
        dashboard
    }

    /// A copy in the same state, without the effects.
    pub fn copy(&self) -> Self {
        Self { model: self.model.clone(), glyphs: self.glyphs, effects: Vec::new() }
    }

    pub fn ascii(mut self) -> Self {
        self.glyphs = Glyphs::Ascii;
        self.model.env.depth = Depth::None;
        self
    }

    pub fn send(&mut self, msg: Msg) {
        match update(&mut self.model, msg) {
            // There is no such file.
            Some(Effect::CheckCreatable) => self.send(Msg::MayCreate(Ok(()))),
            effect => self.effects.extend(effect),
        }
    }

    /// Does what the dashboard asks for, with a file that is only a text, and returns that text.
    ///
    /// `file` is what the file says now, which may differ from what the dashboard knows.
    pub fn obeyed(&mut self, file: &str) -> String {
        let mut file = file.to_owned();
        while let Some(effect) = self.effects.pop() {
            match effect {
                Effect::CheckWritable => self.send(Msg::MayWrite(Ok(()))),
                Effect::Save { expected, text } if *expected == *file => {
                    file = text.to_string();
                    self.send(Msg::Saved(Ok(())));
                    self.send(Msg::Loaded(Box::new(loaded(&file))));
                }
                Effect::Save { .. } => {
                    let now = Some(file.as_str().into());
                    self.send(Msg::Saved(Err(Unsaved::Changed(now))));
                }
                Effect::Copy(_) => self.send(Msg::Copied(Ok("sent to the terminal".to_owned()))),
                Effect::Open(_) => self.send(Msg::Opened(Ok(()))),
                other => {
                    self.effects.push(other);
                    break;
                }
            }
        }
        file
    }

    /// The same at another size.
    pub fn resized(mut self, width: u16, height: u16) -> Self {
        self.resize(width, height);
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.send(Msg::Resize(Size { width, height }));
    }

    /// Presses the keys of a script: characters, and names in angle brackets.
    pub fn press(mut self, script: &str) -> Self {
        for key in keys(script) {
            self.send(Msg::Key(key, None));
        }
        self
    }

    /// Moves the selection to an indicator, as a user does.
    pub fn select(mut self, id: &str) -> Self {
        self = self.press("1g");
        while self.selected() != id {
            let before = self.selected().to_owned();
            self = self.press("j");
            assert_ne!(before, self.selected(), "no indicator is called {id}");
        }
        self
    }

    pub fn buffer(&self) -> Buffer {
        let Size { width, height } = self.model.env.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let theme = Theme::of(self.model.env.theme, self.model.env.depth, self.glyphs);
        terminal.draw(|frame| view(&self.model, &theme, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text, without the spaces at the ends of lines.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    line.push_str(symbol);
                    skip = indicia::app::text::width(symbol);
                }
                skip = skip.saturating_sub(1);
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    /// The screen as runs of one style: `line:from-to style text`.
    pub fn styles(&self) -> String {
        let buffer = self.buffer();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let style = style(&buffer, x, y);
                let from = x;
                let mut text = String::new();
                while x < buffer.area.width && self::style(&buffer, x, y) == style {
                    text.push_str(buffer[(x, y)].symbol());
                    x += 1;
                }
                if !style.is_empty() && !text.trim().is_empty() {
                    writeln!(out, "{y}:{from}-{} {style} {}", x - 1, text.trim()).unwrap();
                }
            }
        }
        out
    }

    /// The id of the selected indicator.
    pub fn selected(&self) -> &str {
        let ix = self.model.nav.selection.indicator.unwrap();
        &self.model.doc.report.indicator(ix).unwrap().id
    }
}

fn style(buffer: &Buffer, x: u16, y: u16) -> String {
    let cell = &buffer[(x, y)];
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string().to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", cell.bg.to_string().to_lowercase()));
    }
    for (modifier, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::UNDERLINED, "underlined"),
    ] {
        if cell.modifier.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    words.join("+")
}

/// Reads a key script: `jj<tab>G<ctrl-d>`.
pub fn keys(script: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
            keys.push(named(name));
            rest = after;
        } else {
            keys.push(Key::char(c));
            rest = rest.strip_prefix(c).unwrap();
        }
    }
    keys
}

fn named(name: &str) -> Key {
    if let Some(c) = name.strip_prefix("ctrl-") {
        return Key::ctrl(c.chars().next().unwrap());
    }
    Key::plain(match name {
        "tab" => Code::Tab,
        "s-tab" => Code::BackTab,
        "enter" => Code::Enter,
        "esc" => Code::Esc,
        "up" => Code::Up,
        "down" => Code::Down,
        "left" => Code::Left,
        "right" => Code::Right,
        "home" => Code::Home,
        "end" => Code::End,
        "pgup" => Code::PageUp,
        "pgdn" => Code::PageDown,
        "backspace" => Code::Backspace,
        "f1" => Code::F(1),
        _ => panic!("no key is called {name}"),
    })
}

/// A report of many indicators, each with a group, a hedge and a date.
pub fn large(indicators: usize) -> String {
    let mut text = String::from("[report]\ntitle = \"Large\"\n[source.s]\ntitle = \"S\"\n");
    for group in 0..7 {
        writeln!(text, "[[group]]\nid = \"g{group}\"\ntitle = \"Group {group}\"").unwrap();
    }
    for n in 0..indicators {
        write!(
            text,
            "[[indicator]]\nid = \"i-{n}\"\nlabel = \"Indicator number {n}\"\ngroup = \"g{}\"\n\
             unit = \"%\"\nvalue = {}\nhedge = \"up to\"\nwording = \"up to {}\"\n\
             period = \"20{:02}\"\nsource = \"s\"\nlocator = \"p. {n}\"\n",
            n % 7,
            n % 101,
            n % 101,
            n % 25,
        )
        .unwrap();
    }
    text
}

/// What loading a text gives, for tests that send it themselves.
pub fn loaded(text: &str) -> Snapshot {
    Snapshot::new(text, as_of(), Clock { day: as_of(), hour: 10, minute: 42 })
}
