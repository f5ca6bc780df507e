use std::cmp::Reverse;

use crate::app::fuzzy::Needle;
use crate::app::{About, Model};
use crate::report::{Event, Indicator, IndicatorIx, Report, Source, SourceIx};

/// Something that has been found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub about: About,
    /// Where the words that were typed stand: of several places the one that is looked in last.
    pub place: Place,
}

/// Where words are looked for, in the order in which they are.
///
/// A word counts for the first place in which it stands, and for more the earlier that comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the label or the title.
    Label,
    /// In the name in the file.
    Id,
    /// In the figure as printed.
    Wording,
    /// In what is counted.
    Of,
    /// In the heading that it stands under.
    Group,
    /// In a source of its headline, its history or of what others say.
    Source(SourceIx),
    /// In the name of who says it.
    StatedBy,
    /// In a note.
    Note,
}

impl Place {
    /// What a place counts beside how well a word fits: more than the best fit of a letter.
    fn bonus(self) -> u32 {
        match self {
            Self::Label => 64,
            Self::Id | Self::Wording => 48,
            Self::Of | Self::Group => 32,
            Self::Source(_) | Self::StatedBy => 16,
            Self::Note => 0,
        }
    }
}

/// What of the shown figures and events fits the words that were typed, the best first; of equals
/// figures in the order of the file come before events. No words fit nothing.
pub(super) fn search(model: &Model, typed: &str) -> Vec<Hit> {
    let mut search = Search::new(&model.report, typed);
    if search.needle.words() == 0 {
        return Vec::new();
    }
    let report = &model.report;
    let mut found: Vec<(u32, Hit)> = Vec::new();
    for (ix, indicator) in report.indexed().filter(|(ix, _)| model.narrow.shown.has(*ix)) {
        found.extend(search.indicator(ix, indicator));
    }
    for (at, event) in report.events.iter().enumerate() {
        if model.narrow.shown.has_event(at) {
            found.extend(search.event(at, event));
        }
    }
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, hit)| hit).collect()
}

/// A word's score and where it stands.
type Found = (u32, Place);

struct Search {
    needle: Needle,
    /// For each word, how well it fits each group and each source: they are shared by many.
    shared: Vec<Shared>,
}

struct Shared {
    groups: Vec<Option<u32>>,
    sources: Vec<Option<u32>>,
}

impl Search {
    fn new(report: &Report, typed: &str) -> Self {
        let mut needle = Needle::new(typed);
        let shared = (0..needle.words()).map(|word| {
            let groups = report.groups.iter().map(|g| needle.score(word, &g.title)).collect();
            let sources = report.sources.iter().map(|s| source(&mut needle, word, s)).collect();
            Shared { groups, sources }
        });
        let shared = shared.collect();
        Self { needle, shared }
    }

    fn indicator(&mut self, ix: IndicatorIx, indicator: &Indicator) -> Option<(u32, Hit)> {
        self.all(About::Indicator(ix), |search, word| search.in_indicator(word, indicator))
    }

    fn event(&mut self, at: usize, event: &Event) -> Option<(u32, Hit)> {
        self.all(About::Event(at), |search, word| search.in_event(word, event))
    }

    /// The sum over all words; `None` where one of them is nowhere.
    fn all(
        &mut self,
        about: About,
        mut find: impl FnMut(&mut Self, usize) -> Option<Found>,
    ) -> Option<(u32, Hit)> {
        let (mut sum, mut last) = (0, Place::Label);
        for word in 0..self.needle.words() {
            let (score, place) = find(self, word)?;
            sum += score + place.bonus();
            last = last.max(place);
        }
        Some((sum, Hit { about, place: last }))
    }

    fn in_indicator(&mut self, word: usize, indicator: &Indicator) -> Option<Found> {
        let headline = &indicator.headline;
        let labels = [Some(&indicator.label), indicator.short.as_ref()];
        let best = labels.into_iter().flatten().filter_map(|l| self.needle.score(word, l)).max();
        best.map(|score| (score, Place::Label))
            .or_else(|| self.text(word, Some(&indicator.id), Place::Id))
            .or_else(|| self.text(word, headline.wording.as_deref(), Place::Wording))
            .or_else(|| self.text(word, indicator.of.as_deref(), Place::Of))
            .or_else(|| self.group(word, indicator.group.map(|group| group.0)))
            .or_else(|| self.source(word, indicator.observations().filter_map(|o| o.source)))
            .or_else(|| self.text(word, headline.stated_by.as_deref(), Place::StatedBy))
            .or_else(|| self.text(word, headline.note.as_deref(), Place::Note))
    }

    fn in_event(&mut self, word: usize, event: &Event) -> Option<Found> {
        self.text(word, Some(&event.title), Place::Label)
            .or_else(|| self.text(word, Some(&event.id), Place::Id))
            .or_else(|| self.group(word, event.group.map(|group| group.0)))
            .or_else(|| self.source(word, event.source.into_iter()))
            .or_else(|| self.text(word, event.note.as_deref(), Place::Note))
    }

    fn text(&mut self, word: usize, text: Option<&str>, place: Place) -> Option<Found> {
        Some((self.needle.score(word, text?)?, place))
    }

    fn group(&self, word: usize, group: Option<u32>) -> Option<Found> {
        let scores = &self.shared.get(word)?.groups;
        Some(((*scores.get(group? as usize)?)?, Place::Group))
    }

    fn source(&self, word: usize, sources: impl Iterator<Item = SourceIx>) -> Option<Found> {
        let scores = &self.shared.get(word)?.sources;
        let found =
            sources.filter_map(|ix| Some(((*scores.get(ix.0 as usize)?)?, Place::Source(ix))));
        found.max_by_key(|(score, _)| *score)
    }
}

/// How well a word fits a source: its key, its title or who published it.
fn source(needle: &mut Needle, word: usize, source: &Source) -> Option<u32> {
    let texts = [Some(&source.key), Some(&source.title), source.publisher.as_ref()];
    texts.into_iter().flatten().filter_map(|text| needle.score(word, text)).max()
}
