//! The report, its sources and its groups.

use toml::de::DeValue;

use super::Lowering;
use super::id::{BAD_ID, is_address, source_key};
use crate::diagnostic::{nearest, quoted, rules};
use crate::load::reader::{Row, shifted};
use crate::report::{Group, GroupIx, SOURCE_KINDS, Source, SourceIx, SourceKind, Text};
use crate::schema::{self, Key};
use crate::syntax::{NOT_TOML, Node, WRONG_TYPE, is_bare_key, kind};

rules! {

    /// A kind of source that is not known.
    UNKNOWN_KIND "E013" "unknown kind of source"
r#"'kind' says what sort of thing the source is, in one of a few words. The
source stays, without its kind.

    wrong:  kind = "web page"
    right:  kind = "article""#

    /// A file that does not say what report it is about.
    NO_REPORT "E018" "no report"
r#"Every file has a [report] table with at least a title.

    wrong:  a file without [report]
    right:  [report]
            title = "The title of the report""#
}

impl<'i> Lowering<'i, '_> {
    pub(super) fn report(&mut self, node: Option<Node<'i>>) {
        let Some(node) = node else { return };
        self.has_report = true;
        let span = shifted(node.span(), self.origin.base);
        let map = match node.into_inner() {
            DeValue::Table(map) => map,
            other => {
                let message = match other {
                    DeValue::Array(_) => "[report] has one bracket on each side".to_owned(),
                    other => format!("'report' needs a table, not {}", kind(&other)),
                };
                let help = "write [report], and its keys on the lines below";
                self.faults.add(&WRONG_TYPE, span, message).help(help);
                return;
            }
        };
        let mut row = Row::new(&schema::REPORT, span, map, self.origin, self.faults);
        self.report.title = row.required(Key::Title, self.faults).unwrap_or_default();
        self.report.area = row.text(Key::Area, self.faults);
        let authors = row.texts(Key::Authors, self.faults);
        self.report.authors = authors.iter().map(|(author, _)| Text::new(author)).collect();
        let texts = row.texts(Key::Texts, self.faults);
        self.report.texts = texts.iter().map(|(name, _)| Text::new(name)).collect();
        self.report.publisher = row.text(Key::Publisher, self.faults);
        self.report.published = self.date(&mut row, Key::Published);
        self.report.url = self.url(&mut row);
        self.report.about = row.text(Key::About, self.faults);
    }

    /// Reports a file without a report.
    pub(super) fn no_report(&mut self, text: &str) {
        // Where the text is broken, the error may be in the heading of the report.
        if self.faults.has(&NOT_TOML) {
            return;
        }
        let content = text.trim_start_matches('\u{feff}').lines();
        let bare = content.clone().all(|l| l.trim().is_empty() || l.trim().starts_with('#'));
        let message = if bare {
            "there is nothing in this file yet"
        } else {
            "this file does not say what report it is about"
        };
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        self.faults.add(&NO_REPORT, start..start, message).help(if bare {
            "write [report] and, below it, title = \"…\"; then an [[indicator]] with id, label, \
             unit and value"
        } else {
            "write at the top: [report] and, below it, title = \"…\""
        });
    }

    pub(super) fn sources(&mut self, node: Option<Node<'i>>) {
        let Some(node) = node else { return };
        let span = shifted(node.span(), self.origin.base);
        let map = match node.into_inner() {
            DeValue::Table(map) => map,
            other => {
                let message =
                    format!("'source' needs tables with a key each, not {}", kind(&other));
                let help = "write [source.KEY] with a key of your choice above each of them";
                self.faults.add(&WRONG_TYPE, span, message).help(help);
                return;
            }
        };
        let mut sources: Vec<_> = map.into_iter().collect();
        sources.sort_by_key(|(_, node)| node.span().start);
        for (key, node) in sources {
            let at = shifted(key.span(), self.origin.base);
            let key = key.into_inner();
            let span = shifted(node.span(), self.origin.base);
            let DeValue::Table(map) = node.into_inner() else {
                let message = format!("the source {} is not a table", quoted(&key));
                let help = "each source has its own heading: [source.KEY]";
                self.faults.add(&WRONG_TYPE, span, message).help(help);
                continue;
            };
            let mut row = Row::new(&schema::SOURCE, span, map, self.origin, self.faults);
            let source = self.one_source(&mut row, &key);
            if !is_bare_key(&key) {
                let message = format!("{} is not a well formed key of a source", quoted(&key));
                let help = if is_address(&key) {
                    "write [source.KEY] with a key of your choice, and this address as 'url'"
                        .to_owned()
                } else {
                    format!("write [source.{}]", source_key(&key))
                };
                self.faults.add(&BAD_ID, at.clone(), message).help(help);
                self.leave_out(Key::Source.word(), &key, at.start);
                continue;
            }
            if let Some((_, first)) = self.sources.get(&*key).cloned() {
                self.duplicate("source", &key, at, first);
                continue;
            }
            if !self.keeps {
                self.leave_out(Key::Source.word(), &key, at.start);
                continue;
            }
            let Ok(ix) = u32::try_from(self.report.sources.len()) else { continue };
            self.lint.names.add("source", &key, at.clone(), self.faults);
            self.lint.unused.sources.push((at.clone(), false));
            self.lint.quoted.add_copy(SourceIx(ix), &source, row.at(Key::Copy));
            self.sources.insert(key, (SourceIx(ix), at));
            self.report.sources.push(source);
        }
    }

    fn one_source(&mut self, row: &mut Row<'i>, key: &str) -> Source {
        let title = row.required(Key::Title, self.faults);
        Source {
            key: Text::new(key),
            // A source without a title can still be cited.
            title: title.unwrap_or_else(|| Text::new(key)),
            publisher: row.text(Key::Publisher, self.faults),
            published: self.date(row, Key::Published),
            accessed: self.date(row, Key::Accessed),
            url: self.url(row),
            kind: self.source_kind(row),
            copy: row.text(Key::Copy, self.faults),
            note: row.text(Key::Note, self.faults),
            line: self.line(row),
            is_missing: false,
        }
    }

    fn source_kind(&mut self, row: &mut Row<'i>) -> Option<SourceKind> {
        let raw = row.raw(Key::Kind, self.faults)?;
        let found = SourceKind::find(&raw.to_lowercase());
        if found.is_none() {
            let words = || SOURCE_KINDS.iter().map(|(_, word)| *word);
            let help = nearest(&raw.to_lowercase(), words()).map_or_else(
                || format!("the kinds are {}", words().collect::<Vec<_>>().join(", ")),
                |near| format!("write kind = \"{near}\""),
            );
            let message = format!("unknown kind of source {}", quoted(&raw));
            self.faults.add(&UNKNOWN_KIND, row.at(Key::Kind), message).help(help);
        }
        found
    }

    pub(super) fn groups(&mut self, node: Option<Node<'i>>) {
        for node in self.tables(&schema::GROUP, node) {
            self.or_left_out(&schema::GROUP, node, Self::one_group);
        }
    }

    fn one_group(&mut self, node: Node<'i>) -> Option<()> {
        let mut row = self.row(&schema::GROUP, node)?;
        let id = self.id(&mut row);
        let title = row.required(Key::Title, self.faults);
        let (id, at) = (id?, row.at(Key::Id));
        if !self.keeps {
            self.leave_out(Key::Group.word(), &id, at.start);
            return None;
        }
        if let Some((_, first)) = self.groups.get(&*id).cloned() {
            self.duplicate("group", &id, at, first);
            return None;
        }
        let ix = u32::try_from(self.report.groups.len()).ok()?;
        let line = self.line(&row);
        // A group without a title still groups its indicators.
        let title = title.unwrap_or_else(|| Text::new(&id));
        self.report.groups.push(Group { id: Text::new(&id), title, line });
        self.lint.names.add("group", &id, at.clone(), self.faults);
        self.lint.unused.groups.push((at.clone(), false));
        self.groups.insert(id, (GroupIx(ix), at));
        Some(())
    }
}
