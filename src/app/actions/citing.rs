//! What leaves the dashboard: a citation, the words alone, an address to open.

use crate::app::document::Notice;
use crate::app::keys::Action;
use crate::app::model::{Copied, Model};
use crate::app::msg::Effect;
use crate::app::nav::Subject;
use crate::app::overlays::{LinkPreview, Overlay};
use crate::app::panels::Cursor;
use crate::export::{self, Cited};
use crate::report::{Address, Source, SourceIx};

/// What is cited, in its words; what another measure differs in may be long.
fn in_short(cited: Cited<'_>) -> String {
    let rival = match cited {
        Cited::Rival { indicator, rival } => indicator.rivals.get(rival),
        _ => None,
    };
    match rival.filter(|rival| rival.differs.is_some()) {
        Some(rival) => format!("{} (another measure)", rival.observation.words()),
        None => export::words(cited),
    }
}

impl Model {
    /// What is selected, as it is cited: the figure at the cursor, where keys go to the detail.
    fn cited(&self) -> Option<Cited<'_>> {
        match self.subject() {
            Subject::Event(event) => Some(Cited::Event(event)),
            Subject::Indicator(indicator) => Some(match self.cursor() {
                Some(Cursor::Rival(rival)) => Cited::Rival { indicator, rival },
                Some(Cursor::Point(at)) => {
                    Cited::Point { indicator, series: at.series, point: at.point }
                }
                None => Cited::Headline(indicator),
            }),
            Subject::Nothing => None,
        }
    }

    /// Sends a citation of what is selected to the clipboard.
    pub(super) fn cite(&mut self) -> Option<Effect> {
        let format = self.env.citation;
        let text = export::citation(&self.doc.report, self.cited()?, format);
        Some(self.send(format.citation(), text))
    }

    /// Sends the words of what is selected to the clipboard.
    pub(super) fn copy_words(&mut self) -> Option<Effect> {
        let text = export::words(self.cited()?);
        Some(self.send("words", text))
    }

    /// Sends a text to the clipboard.
    pub(super) fn send(&mut self, what: &'static str, text: String) -> Effect {
        self.clipboard = Some(Copied { what, text: text.clone() });
        Effect::Copy(text)
    }

    /// Learns whether the terminal could be sent what was to be copied. Whether it took that is
    /// never known.
    pub(crate) fn copied(&mut self, result: Result<(), String>) {
        let Some(Copied { what, text }) = self.clipboard.take() else { return };
        match result {
            Ok(()) => {
                let short = format!("{what} sent to the terminal");
                let cited = self.cited().filter(|_| what == self.env.citation.citation());
                let long = match cited {
                    Some(cited) => format!("{what} of {} sent to the terminal", in_short(cited)),
                    None => format!("{short}: {text}"),
                };
                self.news.say(Notice::new(long, short));
            }
            Err(why) => {
                let short = format!("{what} not copied");
                self.news.trouble(Notice::new(format!("{short}: {why}"), short));
            }
        }
    }

    /// Shows the address of the source of what is selected, or says why there is none.
    pub(super) fn preview_link(&mut self) {
        match self.find_address() {
            Ok(link) => self.overlay = Some(Overlay::Link(Box::new(link))),
            Err(why) => self.news.trouble(why),
        }
    }

    fn find_address(&self) -> Result<LinkPreview, Notice> {
        let (source, wording, locator) = match self.cited() {
            Some(Cited::Event(event)) => (event.source, None, event.locator.as_deref()),
            Some(cited) => cited.observation().map_or((None, None, None), |o| {
                (o.source, o.wording.as_deref(), o.locator.as_deref())
            }),
            None => (None, None, None),
        };
        let source: Option<&Source> = source.and_then(|ix: SourceIx| self.doc.report.source(ix));
        let Some(source) = source else {
            let why = "what is selected names no source";
            let opens = if self.is_on_rival() { Action::OpenEditor } else { Action::EditHere };
            let to_add = self.with_key(opens, |key| format!(": {key} opens it, to add one"));
            return Err(Notice::new(format!("{why}{to_add}"), why));
        };
        let opens_source = |to: &str| {
            self.with_key(Action::OpenSource, |key| format!(": {key} opens it in the editor{to}"))
        };
        let Some(url) = &source.url else {
            let why = format!("its source, {}, has no address", source.key);
            return Err(Notice::new(
                format!("{why}{}", opens_source(", to add one")),
                "its source has no address",
            ));
        };
        match Address::new(url) {
            Ok(address) => {
                let (address, passage) = address.at(wording, locator);
                Ok(LinkPreview { address, passage, offset: 0 })
            }
            Err(why) => {
                let refused = format!("the address of {} is refused", source.key);
                let opens = opens_source("");
                let fixes = self.with_key(Action::OpenSource, |key| format!(": {key} mends it"));
                Err(Notice::new(
                    format!("{refused}: {why}{opens}"),
                    format!("its address is refused{fixes}"),
                ))
            }
        }
    }

    /// Learns whether the opener could be started, and, if it ends badly, how it ended.
    pub(crate) fn opened(&mut self, result: Result<(), String>) {
        match result {
            Ok(()) => {
                let opener = self.env.opens_with.as_deref().unwrap_or("the opener");
                let long = format!("address handed to {opener}");
                self.news.say(Notice::new(long, "address handed on"));
            }
            Err(why) => {
                let short = "the address was not opened";
                self.news.trouble(Notice::new(format!("{short}: {why}"), short));
            }
        }
    }
}
