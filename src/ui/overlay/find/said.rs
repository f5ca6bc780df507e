use crate::app::Model;
use crate::app::document::FoundIn;
use crate::report::{Event, Indicator};

/// What an item says where words are looked for.
pub(super) struct Said<'m> {
    is_event: bool,
    period: Option<String>,
    id: &'m str,
    wording: Option<&'m str>,
    of: Option<&'m str>,
    group: Option<u32>,
    stated_by: Option<&'m str>,
    note: Option<&'m str>,
}

impl<'m> Said<'m> {
    pub(super) fn indicator(indicator: &'m Indicator) -> Self {
        let headline = &indicator.headline;
        Self {
            is_event: false,
            period: headline.period.as_ref().map(|_| headline.period_words()),
            id: &indicator.id,
            wording: headline.wording.as_deref(),
            of: indicator.of.as_deref(),
            group: indicator.group.map(|group| group.0),
            stated_by: headline.stated_by.as_deref(),
            note: headline.note.as_deref(),
        }
    }

    pub(super) fn event(event: &'m Event) -> Self {
        Self {
            is_event: true,
            period: None,
            id: &event.id,
            wording: None,
            of: None,
            group: event.group.map(|group| group.0),
            stated_by: None,
            note: event.note.as_deref(),
        }
    }

    /// Where the words stand, from the longest form to the shortest. Texts that may hold a figure are
    /// shown whole or not at all: a cut could take its hedge away.
    pub(super) fn at(&self, place: FoundIn, model: &Model) -> Vec<String> {
        let report = &model.doc.report;
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        match place {
            FoundIn::Label => Vec::new(),
            FoundIn::Id => vec![format!("id {}", self.id), "in the id".to_owned()],
            FoundIn::Wording => {
                vec![format!("“{}”", text(self.wording)), "in the wording".to_owned()]
            }
            // The line has the figure, and where there is room the date.
            FoundIn::Figure if self.is_event => vec!["in the date".to_owned()],
            FoundIn::Figure => {
                let both = "in the figure or its date".to_owned();
                [Some(both), self.period.clone()].into_iter().flatten().collect()
            }
            FoundIn::Of => vec![format!("of {}", text(self.of)), "in what it is of".to_owned()],
            FoundIn::Group => {
                let group = self.group.and_then(|at| report.groups.get(at as usize));
                vec![format!("in {}", group.map_or("", |group| &group.title)), "group".to_owned()]
            }
            FoundIn::Source(ix) => {
                let source = report.source(ix);
                let title = source.map_or("", |source| &source.title);
                let key = source.map_or("", |source| &source.key);
                vec![format!("source {title}"), format!("source {key}"), "in a source".to_owned()]
            }
            FoundIn::StatedBy => {
                vec![format!("said by {}", text(self.stated_by)), "in who says it".to_owned()]
            }
            FoundIn::Note => vec![text(self.note), "in the note".to_owned()],
        }
    }
}
