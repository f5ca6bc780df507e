//! What is carried away from here: a citation, the words alone, an address to open.

use crate::app::keys::Action;
use crate::app::overlays::{Destination, Overlay};
use crate::app::panels::Spot;
use crate::app::{Effect, Model, Subject};
use crate::export::{self, Cited};
use crate::report::{Address, Source, SourceIx};

/// What was sent to the terminal, until it is known whether it could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Sent {
    /// What it is: `citation`, `words`, `address`.
    what: &'static str,
    text: String,
    /// The words of what is cited, where that is longer, from long to short.
    words: Vec<String>,
}

/// What is cited, in its words; of another measure also without what differs, which may be long.
fn in_short(cited: Cited<'_>) -> Vec<String> {
    let mut forms = vec![export::words(cited)];
    if let Cited::Rival { indicator, rival } = cited
        && let Some(rival) = indicator.rivals.get(rival)
        && rival.differs.is_some()
    {
        forms.push(format!("{} (another measure)", rival.observation.words()));
    }
    forms
}

impl Model {
    /// What is selected, as it is cited: the figure at the cursor, where keys go to the detail.
    fn cited(&self) -> Option<Cited<'_>> {
        match self.subject() {
            Subject::Event(event) => Some(Cited::Event(event)),
            Subject::Indicator(indicator) => Some(match self.spot_at_cursor() {
                Some(Spot::Rival(rival)) => Cited::Rival { indicator, rival },
                Some(Spot::Point(at)) => {
                    Cited::Point { indicator, series: at.series, point: at.point }
                }
                None => Cited::Headline(indicator),
            }),
            Subject::Nothing => None,
        }
    }

    /// Sends a citation of what is selected to the clipboard.
    pub(in crate::app) fn cite(&mut self) -> Option<Effect> {
        let text = self.cited().map(|it| export::citation(&self.report, it, self.citation));
        let words = self.cited().into_iter().flat_map(in_short).collect();
        self.send(self.citation.citation(), text, words)
    }

    /// Sends the words of what is selected to the clipboard.
    pub(in crate::app) fn copy_words(&mut self) -> Option<Effect> {
        let text = self.cited().map(export::words);
        self.send("words", text, Vec::new())
    }

    /// Sends the address that is shown to the clipboard.
    pub(in crate::app) fn copy_address(&mut self) -> Option<Effect> {
        let address = self.destination().map(|to| to.address.to_string());
        self.overlay = None;
        self.send("address", address, Vec::new())
    }

    fn send(
        &mut self,
        what: &'static str,
        text: Option<String>,
        words: Vec<String>,
    ) -> Option<Effect> {
        let Some(text) = text else {
            self.trouble("nothing is selected");
            return None;
        };
        self.sent = Some(Sent { what, text: text.clone(), words });
        Some(Effect::Copy(text))
    }

    /// Learns whether the terminal could be sent what was to be copied. Whether it took that is
    /// never known.
    pub(in crate::app) fn copied(&mut self, result: Result<(), String>) {
        let Some(Sent { what, text, words }) = self.sent.take() else { return };
        match result {
            Ok(()) => {
                let said = format!("{what} sent to the terminal");
                let whole = (!text.contains('\n')).then(|| format!("{said}: {text}"));
                let words = words
                    .into_iter()
                    .map(|words| format!("{what} of {words} sent to the terminal"));
                let short = [said, format!("{what} sent")];
                self.news.say(whole.into_iter().chain(words).chain(short).collect());
            }
            Err(why) => {
                let short = format!("{what} not copied");
                self.news.trouble(vec![format!("{short}: {why}"), why, short]);
            }
        }
    }

    /// Shows the address of the source of what is selected, or says why there is none.
    pub(in crate::app) fn show_address(&mut self) {
        match self.find_address() {
            Ok(to) => self.overlay = Some(Overlay::Address(Box::new(to))),
            Err(forms) => self.news.trouble(forms),
        }
    }

    fn find_address(&self) -> Result<Destination, Vec<String>> {
        let Some(cited) = self.cited() else {
            return Err(vec!["nothing is selected".to_owned()]);
        };
        let (source, wording, locator) = match (cited, cited.observation()) {
            (Cited::Event(event), _) => (event.source, None, event.locator.as_deref()),
            (_, Some(o)) => (o.source, o.wording.as_deref(), o.locator.as_deref()),
            (_, None) => (None, None, None),
        };
        let source: Option<&Source> = source.and_then(|ix: SourceIx| self.report.source(ix));
        let Some(source) = source else {
            let why = "what is selected names no source";
            let opens = if self.is_on_rival() { Action::OpenEditor } else { Action::EditHere };
            let to_add = self.with_key(opens, |key| format!(": {key} opens it, to add one"));
            return Err(vec![format!("{why}{to_add}"), why.into()]);
        };
        let Some(url) = &source.url else {
            let why = format!("its source, {}, has no address", source.key);
            let short = "its source has no address".to_owned();
            let to_add = self.with_key(Action::OpenSource, |key| {
                format!(": {key} opens it in the editor, to add one")
            });
            return Err(vec![format!("{why}{to_add}"), why, short]);
        };
        match Address::new(url) {
            Ok(address) => {
                let (address, passage) = address.at(wording, locator);
                Ok(Destination { address, passage, offset: 0 })
            }
            Err(why) => {
                let refused = format!("the address of {} is refused", source.key);
                let short = "its address is refused".to_owned();
                let mend = |words: &str| {
                    self.with_key(Action::OpenSource, |key| format!(": {key} {words}"))
                };
                let (long, brief) = (mend("opens it in the editor"), mend("mends it"));
                Err(vec![
                    format!("{refused}: {why}{long}"),
                    format!("{short}: {why}{brief}"),
                    format!("{refused}{long}"),
                    format!("{short}{brief}"),
                    short,
                ])
            }
        }
    }

    /// The address that is shown.
    pub fn destination(&self) -> Option<&Destination> {
        match &self.overlay {
            Some(Overlay::Address(to)) => Some(to),
            _ => None,
        }
    }

    /// Opens the address that is shown, where that can be done from here.
    pub(in crate::app) fn open_shown(&mut self) -> Option<Effect> {
        let address = self.destination()?.address.clone();
        match &self.opens_with {
            Ok(_) => {
                self.overlay = None;
                Some(Effect::Open(address))
            }
            Err(why) => {
                let why = why.clone();
                self.trouble(&why);
                None
            }
        }
    }

    /// Learns whether the opener could be started, and, if it ends badly, how it ended.
    pub(in crate::app) fn opened(&mut self, result: Result<(), String>) {
        match result {
            Ok(()) => {
                let opener = self.opens_with.as_deref().unwrap_or("the opener");
                self.news
                    .say(vec![format!("address handed to {opener}"), "address handed on".into()]);
            }
            Err(why) => {
                let short = "the address was not opened".to_owned();
                self.news.trouble(vec![format!("{short}: {why}"), why, short]);
            }
        }
    }
}
