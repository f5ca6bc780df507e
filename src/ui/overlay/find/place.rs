use crate::app::document::FoundIn;
use crate::app::nav::Hit;
use crate::report::{ItemIx, Observation, Report};

/// Where the words of a hit stand that are not in its label: in full, and for a short line; empty
/// where that is not worth telling.
///
/// A text that may hold a figure is shown whole or not at all: a cut could take its hedge away.
pub(super) fn place(hit: Hit, report: &Report) -> (String, String) {
    let (indicator, event) = match hit.item {
        ItemIx::Indicator(ix) => (report.indicator(ix), None),
        ItemIx::Event(at) => (None, report.event(at)),
    };
    let headline = indicator.map(|indicator| &indicator.headline);
    let long = match hit.place {
        FoundIn::Label => return Default::default(),
        FoundIn::Figure if event.is_some() => Some("in the date".to_owned()),
        // The row has the figure; the date only where there is room.
        FoundIn::Figure => {
            let dated = headline.filter(|headline| headline.period.is_some());
            let period = dated.map(Observation::period_words);
            return ("in the figure or its date".to_owned(), period.unwrap_or_default());
        }
        FoundIn::Id => {
            let id = indicator.map(|indicator| &indicator.id);
            id.or(event.map(|event| &event.id)).map(|id| format!("id {id}"))
        }
        FoundIn::Wording => {
            let wording = headline.and_then(|headline| headline.wording.as_ref());
            wording.map(|wording| format!("“{wording}”"))
        }
        FoundIn::Of => {
            indicator.and_then(|indicator| indicator.of.as_ref()).map(|of| format!("of {of}"))
        }
        FoundIn::Group => {
            let group = hit.item.group(report).and_then(|ix| report.group(ix));
            group.map(|group| format!("in {}", group.title))
        }
        FoundIn::Source(ix) => report.source(ix).map(|source| format!("source {}", source.title)),
        FoundIn::StatedBy => {
            let by = headline.and_then(|headline| headline.stated_by.as_ref());
            by.map(|by| format!("said by {by}"))
        }
        FoundIn::Note => {
            let note = headline.and_then(|headline| headline.note.as_ref());
            note.or(event.and_then(|event| event.note.as_ref())).map(ToString::to_string)
        }
    };
    let short = match hit.place {
        FoundIn::Label | FoundIn::Figure => "",
        FoundIn::Id => "in the id",
        FoundIn::Wording => "in the wording",
        FoundIn::Of => "in what it is of",
        FoundIn::Group => "group",
        FoundIn::Source(_) => "in a source",
        FoundIn::StatedBy => "in who says it",
        FoundIn::Note => "in the note",
    };
    (long.unwrap_or_default(), short.to_owned())
}
