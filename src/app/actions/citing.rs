//! Copying a citation or its words, and opening the address of a source.

use crate::app::document::Notice;
use crate::app::keys::Action;
use crate::app::model::{Copied, Model};
use crate::app::msg::Effect;
use crate::app::nav::Subject;
use crate::app::overlays::{LinkPreview, LinkTarget, Overlay, SourceLink};
use crate::app::panels::Cursor;
use crate::export::{self, Cited};
use crate::report::{Address, Source, SourceIx};

/// What did not work, and in the long form why.
fn because(what: &str, why: &str) -> Notice {
    Notice::new(format!("{what}: {why}"), what)
}

impl Model {
    /// What a citation cites: the selected item, or the figure at the cursor of the detail panel.
    fn cited(&self) -> Option<Cited<'_>> {
        match self.subject() {
            Subject::Event(event) => Some(Cited::Event(event)),
            Subject::Indicator(indicator) => Some(match self.cursor() {
                Some(Cursor::Rival(rival)) => Cited::Rival { indicator, rival },
                Some(Cursor::Target(target)) => Cited::Target { indicator, target },
                Some(Cursor::Point(at)) => {
                    Cited::Point { indicator, series: at.series, point: at.point }
                }
                None => Cited::Headline(indicator),
            }),
            Subject::Nothing => None,
        }
    }

    /// Copies a citation of the selection.
    pub(super) fn cite(&mut self) -> Option<Effect> {
        let format = self.env.citation;
        let text = export::citation(&self.doc.report, self.cited()?, format);
        Some(self.copy(format.citation(), text))
    }

    /// Copies the words of the selection.
    pub(super) fn copy_words(&mut self) -> Option<Effect> {
        let text = export::words(self.cited()?);
        Some(self.copy("words", text))
    }

    /// Copies a text to the clipboard; `what` names it in the message.
    pub(super) fn copy(&mut self, what: &'static str, text: String) -> Effect {
        let shown = text.clone();
        self.clipboard = Some(Copied { what, text: shown, is_pending: true, is_shown: true });
        Effect::Copy(text)
    }

    /// Learns what became of the text to copy. Whether a terminal accepted it is never known.
    pub(crate) fn copied(&mut self, result: Result<String, String>) {
        let Some(copied) = self.clipboard.as_mut().filter(|copied| copied.is_pending) else {
            return;
        };
        copied.is_pending = false;
        let what = copied.what;
        let result = result.map_err(|why| because(&format!("{what} not copied"), &why));
        if let Some(how) = self.or_trouble(result) {
            self.news.say(format!("{what} {how}").into());
        }
    }

    /// Shows the address of the source of the selection, or tells the user why there is none.
    pub(super) fn preview_link(&mut self) {
        let links = self.find_links();
        if let Some(link) = self.or_trouble(links) {
            self.overlay = Some(Overlay::Link(link));
        }
    }

    /// The source of the selection, with the wording and the locator that lead to the passage.
    pub(super) fn source(&self) -> (Option<SourceIx>, Option<&str>, Option<&str>) {
        match self.cited() {
            Some(Cited::Event(event)) => (event.source, None, event.locator.as_deref()),
            Some(cited) => cited.observation().map_or((None, None, None), |o| {
                (o.source, o.wording.as_deref(), o.locator.as_deref())
            }),
            None => (None, None, None),
        }
    }

    /// The links to all sources of the selection.
    fn find_links(&self) -> Result<LinkPreview, Notice> {
        let (source, wording, locator) = self.source();
        let first = source.map(|source| (source, wording, locator));
        let figure = self.cited().and_then(Cited::observation);
        let others = figure.into_iter().flat_map(|figure| &figure.also);
        let others = others.map(|it| (it.source, it.wording.as_deref(), it.locator.as_deref()));
        let places = first.into_iter().chain(others);
        let links = places.flat_map(|place| self.links(place)).collect();
        LinkPreview::new(links).ok_or_else(|| self.no_address(source))
    }

    /// The links to a source: to its saved copy, if that could be read and may be opened, and to its
    /// address, at the passage with its words or at the page.
    fn links(&self, place: (SourceIx, Option<&str>, Option<&str>)) -> Vec<SourceLink> {
        let (ix, wording, locator) = place;
        let Some(source) = self.doc.report.source(ix) else { return Vec::new() };
        let at = locator.map(|place| format!(" {place}")).unwrap_or_default();
        let passages = &self.doc.passages;
        let copy = source.copy.clone().filter(|it| passages.has_copy(ix) && Source::may_open(it));
        let mut links = Vec::new();
        if let Some(name) = copy {
            let found = wording.and_then(|wording| passages.of(ix, wording, locator));
            let passage = found.map(|it| format!("{}: {}", it.place, it.excerpt.text()));
            let target = Ok(LinkTarget::Copy { name, passage });
            links.push(SourceLink { name: format!("{}{at}: saved copy", source.short()), target });
            if source.url.is_none() {
                return links;
            }
        }
        let name = format!("{}{at}: {}", source.short(), source.citation());
        links.push(SourceLink { name, target: Self::web(source, wording, locator) });
        links
    }

    /// Where the address of a source leads.
    fn web(
        source: &Source,
        wording: Option<&str>,
        locator: Option<&str>,
    ) -> Result<LinkTarget, String> {
        match source.url.as_deref().map(Address::new) {
            Some(Ok(address)) => {
                let (address, passage) = address.at(wording, locator);
                Ok(LinkTarget::Web { address, passage })
            }
            Some(Err(why)) => Err(format!("its address is refused: {why}")),
            None if source.is_missing => Err(no_source(Some(source))),
            None => Err(format!("{} has no address", source.key)),
        }
    }

    /// Why the source of the selection has no address that can be opened, and what mends that.
    fn no_address(&self, source: Option<SourceIx>) -> Notice {
        let source = source.and_then(|ix| self.doc.report.source(ix));
        let Some(source) = source.filter(|source| !source.is_missing) else {
            let why = no_source(source);
            let opens = if self.has_no_form() { Action::OpenEditor } else { Action::EditHere };
            let to_add = self.with_key(opens, |key| format!(": {key} opens it, to add one"));
            return Notice::new(format!("{why}{to_add}"), &why);
        };
        let opens = |to: &str| {
            self.with_key(Action::OpenSource, |key| format!(": {key} opens it in the editor{to}"))
        };
        if let Some(Err(why)) = source.url.as_deref().map(Address::new) {
            let fixes = self.with_key(Action::OpenSource, |key| format!(": {key} fixes it"));
            return Notice::new(
                format!("the address of {} is refused: {why}{}", source.key, opens("")),
                format!("its address is refused{fixes}"),
            );
        }
        let why = format!("its source, {}, has no address", source.key);
        Notice::new(format!("{why}{}", opens(", to add one")), "its source has no address")
    }

    /// Learns whether the program that opens addresses could be started, or how it failed.
    pub(crate) fn opened(&mut self, result: Result<(), String>) {
        let opener = self.env.opens_with.as_deref().unwrap_or("the opener");
        let handed = Notice::new(format!("address handed to {opener}"), "address handed on");
        match result {
            Ok(()) => self.news.say(handed),
            Err(why) => self.news.failed(&handed, because("the address was not opened", &why)),
        }
    }
}

/// Why there is no source to open.
pub(super) fn no_source(missing: Option<&Source>) -> String {
    missing.map_or_else(
        || "what is selected names no source".to_owned(),
        |missing| format!("it names the source {}", missing.title),
    )
}
