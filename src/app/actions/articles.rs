//! Holds articles against the figures.

use std::sync::Arc;

use crate::app::document::{ArticleName, Sentence};
use crate::app::model::Model;
use crate::app::msg::Effect;

impl Model {
    /// Follows the articles that the file names, and those that were typed.
    pub(crate) fn name_articles(&mut self) -> Option<Effect> {
        let has_changed = self.doc.articles.name(&self.doc.report);
        self.read_articles();
        has_changed.then(|| Effect::FollowArticles(self.doc.articles.names()))
    }

    /// Holds an article that was typed against the figures.
    pub(super) fn hold_article(&mut self, name: &str) -> Option<Effect> {
        if name.is_empty() {
            self.trouble("type the name of the article: text article.md");
            return None;
        }
        self.doc.articles.add(name);
        self.read_articles();
        Some(Effect::FollowArticles(self.doc.articles.names()))
    }

    /// Takes the text of an article, or why it has none.
    pub(crate) fn take_article(&mut self, name: &ArticleName, text: Result<Arc<str>, String>) {
        if let Err(why) = &text {
            self.trouble(why);
        }
        self.doc.articles.take(name, text.ok());
        self.read_articles();
    }

    fn read_articles(&mut self) {
        self.doc.articles.read(&self.doc.report, self.env.as_of);
        let is_empty = self.doc.articles.is_empty();
        self.panels.marks = if is_empty { 0 } else { MARKS };
    }

    /// The sentence of an article that states the figure whose record is shown, first of all one that is
    /// wrong.
    pub(crate) fn sentence(&self) -> Option<&Sentence> {
        let ix = self.nav.selection.indicator.filter(|_| self.shows_record())?;
        let all = self.doc.articles.of(ix);
        all.iter().find(|sentence| sentence.fault.is_some()).or_else(|| all.first())
    }

    /// Opens the editor at that sentence.
    pub(super) fn open_article(&self) -> Option<Effect> {
        let sentence = self.sentence()?;
        Some(Effect::EditArticle(sentence.article.clone(), sentence.line))
    }
}

/// The cells of the signs of articles.
const MARKS: u16 = 3;
