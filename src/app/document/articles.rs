//! The articles that are held against the figures, and what they state.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::article::{Figures, lines_of, statements, told};
use crate::markup::Markup;
use crate::report::{Day, IndicatorIx, Report, Text};

/// The name of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleName {
    /// The name of its file.
    pub name: String,
    /// Whether it was typed, so that it is looked for in the folder of the user, not in that of the
    /// report.
    pub is_typed: bool,
}

/// An article, and its text as far as it has been read.
#[derive(Clone, Debug)]
struct Article {
    name: ArticleName,
    text: Option<Arc<str>>,
}

/// A sentence of an article that states a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The article.
    pub article: ArticleName,
    /// The line of the number, counted from 1.
    pub line: u32,
    /// The sentence.
    pub text: Text,
    /// What is wrong with it, and what to write; `None` where it states the figure as the report does.
    pub fault: Option<String>,
}

/// All articles, and what they state of each figure.
#[derive(Clone, Debug, Default)]
pub struct Articles {
    list: Vec<Article>,
    stated: HashMap<IndicatorIx, Vec<Sentence>>,
}

impl Articles {
    /// Whether none is named.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Their names.
    pub fn names(&self) -> Vec<ArticleName> {
        self.list.iter().map(|article| article.name.clone()).collect()
    }

    /// Adds an article that was typed.
    pub(crate) fn add(&mut self, name: &str) {
        let name = ArticleName { name: name.to_owned(), is_typed: true };
        if self.list.iter().all(|article| article.name != name) {
            self.list.push(Article { name, text: None });
        }
    }

    /// Takes the names that a report has, beside those that were typed. Whether any has changed.
    pub(crate) fn name(&mut self, report: &Report) -> bool {
        let before = self.names();
        let own =
            report.texts.iter().map(|name| ArticleName { name: name.to_string(), is_typed: false });
        let typed = before.iter().filter(|name| name.is_typed).cloned();
        let names: Vec<ArticleName> = own.chain(typed).collect();
        let mut known = std::mem::take(&mut self.list);
        self.list = names
            .iter()
            .map(|name| {
                let at = known.iter().position(|article| article.name == *name);
                at.map_or_else(
                    || Article { name: name.clone(), text: None },
                    |at| known.swap_remove(at),
                )
            })
            .collect();
        before != names
    }

    /// Takes the text of an article, or that it has none.
    pub(crate) fn take(&mut self, name: &ArticleName, text: Option<Arc<str>>) {
        if let Some(article) = self.list.iter_mut().find(|article| article.name == *name) {
            article.text = text;
        }
    }

    /// Finds out what the articles state of the figures of a report.
    pub(crate) fn read(&mut self, report: &Report, as_of: Day) {
        self.stated.clear();
        if self.list.iter().all(|article| article.text.is_none()) {
            return;
        }
        let figures = Figures::of(report);
        for Article { name, text } in &self.list {
            let Some(text) = text else { continue };
            let found = statements(text, Markup::of(&name.name, text), &figures, as_of);
            let lines = lines_of(&found, text);
            for (statement, line) in found.iter().zip(lines) {
                let Some(figure) = statement.figure else { continue };
                // What is only worth a look is no fault.
                let fault = statement.fault.and_then(|_| told(statement, &figures));
                let fault =
                    fault.map(|(rule, message, help)| format!("{message} ({}): {help}", rule.code));
                let sentence = Sentence {
                    article: name.clone(),
                    line,
                    text: sentence(text, &statement.sentence),
                    fault,
                };
                self.stated.entry(figure.item).or_default().push(sentence);
            }
        }
    }

    /// The sentences that state a figure, what is wrong with one first.
    pub fn of(&self, item: IndicatorIx) -> &[Sentence] {
        self.stated.get(&item).map(Vec::as_slice).unwrap_or_default()
    }

    /// The sign of a figure: whether the articles state it as the report does. Empty where they do not
    /// state it.
    pub fn sign(&self, item: IndicatorIx) -> &'static str {
        match self.of(item) {
            [] => "",
            all if all.iter().any(|sentence| sentence.fault.is_some()) => "≠",
            _ => "=",
        }
    }
}

/// A sentence, cut if it is long.
fn sentence(text: &str, span: &Range<usize>) -> Text {
    const LONGEST: usize = 400;
    let raw = text.get(span.clone()).unwrap_or_default();
    match raw.char_indices().nth(LONGEST) {
        Some((end, _)) => Text::new(&format!("{}…", raw.get(..end).unwrap_or_default())),
        None => Text::new(raw),
    }
}
