use crate::app::{Model, Origin, Subject, width, wrap};
use crate::report::{
    Event, Indicator, IndicatorIx, Observation, Period, Poll, Rival, Series, Source, SourceIx,
    Status,
};

/// One line of the detail panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardLine {
    /// What the card is about.
    Title(String),
    /// The figure exactly as printed, in quotation marks.
    Quote(String),
    /// The figure as operator and number.
    Reading(String),
    /// Running text.
    Text(String),
    /// A part of the card begins.
    Heading(&'static str),
    /// A label and its text; the label is empty where the text goes on.
    Field(&'static str, String),
    /// Something to look at again.
    Warning(String),
    /// The place in the file.
    Place(String),
    /// An empty line.
    Blank,
}

/// Everything that the detail panel says about one figure or event, broken into lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What it is about.
    pub title: String,
    /// Which item that is, and the cells of a line: what the card was written for.
    pub(super) written_for: Option<(About, usize)>,
    /// The lines, from top to bottom.
    pub lines: Vec<CardLine>,
}

/// An item by its position in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// An indicator, or nothing.
    Indicator(Option<IndicatorIx>),
    /// The event in this row of the timeline.
    Event(usize),
}

/// The cells of the column of labels.
const LABELS: usize = 8;

impl Card {
    /// What there is to say about the model's subject, in lines of that many cells.
    pub fn new(model: &Model, cells: usize) -> Self {
        let mut writer = Writer { lines: Vec::new(), cells };
        let title = match model.subject() {
            _ if cells == 0 => return Self::default(),
            Subject::Indicator(indicator) => {
                writer.indicator(model, indicator);
                indicator.label.to_string()
            }
            Subject::Event(event) => {
                writer.event(model, event);
                event.title.to_string()
            }
            Subject::Nothing => {
                writer.wrapped("Nothing is selected.", CardLine::Text);
                String::new()
            }
        };
        Self { title, written_for: Some((About::of(model), cells)), lines: writer.lines }
    }
}

impl About {
    /// What the model's subject is.
    pub(super) fn of(model: &Model) -> Self {
        match model.subject() {
            Subject::Event(_) => Self::Event(model.timeline.row),
            Subject::Indicator(_) | Subject::Nothing => Self::Indicator(model.selected),
        }
    }
}

struct Writer {
    lines: Vec<CardLine>,
    cells: usize,
}

impl Writer {
    fn indicator(&mut self, model: &Model, indicator: &Indicator) {
        let headline = &indicator.headline;
        self.wrapped(&indicator.label, CardLine::Title);
        self.blank();
        self.figure(headline);
        self.blank();
        self.optional("of", indicator.of.as_deref());
        self.field("period", &stated(headline.period.as_ref()));
        let area = indicator.area.as_ref().or(model.report.area.as_ref());
        self.optional("area", area.map(|a| &**a));
        if headline.status != Status::Normal {
            self.field("status", headline.status.word());
        }
        self.optional("said by", headline.stated_by.as_deref());
        self.source(model, headline.source, headline.locator.as_deref());
        if let Some(due) = &indicator.review_by {
            self.field("review", &format!("by {}", due.words()));
        }
        self.optional("note", headline.note.as_deref());
        if let Some(poll) = &indicator.poll {
            self.poll(poll);
        }
        self.rivals(model, &indicator.rivals);
        for series in &indicator.series {
            self.series(model, series);
        }
        self.linked(model, indicator);
        self.warnings(model);
        self.blank();
        self.place(model, indicator.line);
    }

    fn event(&mut self, model: &Model, event: &Event) {
        self.wrapped(&event.title, CardLine::Title);
        self.blank();
        self.field("date", &stated(event.date.as_ref()));
        let group = event.group.and_then(|ix| model.report.group(ix));
        self.optional("group", group.map(|g| &*g.title));
        self.source(model, event.source, event.locator.as_deref());
        self.optional("note", event.note.as_deref());
        for (at, ix) in event.indicators.iter().enumerate() {
            if let Some(indicator) = model.report.indicator(*ix) {
                self.field(if at == 0 { "bears on" } else { "" }, &indicator.label);
            }
        }
        self.blank();
        self.place(model, event.line);
    }

    fn figure(&mut self, headline: &Observation) {
        if let Some(wording) = &headline.wording {
            self.wrapped(&format!("“{wording}”"), CardLine::Quote);
        }
        self.wrapped(&headline.reading(), CardLine::Reading);
        self.wrapped(&headline.sentence(), CardLine::Text);
    }

    fn source(&mut self, model: &Model, source: Option<SourceIx>, locator: Option<&str>) {
        let Some(source) = source.and_then(|ix| model.report.source(ix)) else {
            self.field("source", "none given");
            self.optional("at", locator);
            return;
        };
        self.field("source", &source.citation());
        self.optional("at", locator);
        self.optional("address", source.url.as_deref());
        if let Some(kind) = source.kind {
            self.field("kind", kind.word());
        }
        self.optional("about it", source.note.as_deref());
    }

    fn poll(&mut self, poll: &Poll) {
        self.heading("POLL");
        self.optional("by", poll.pollster.as_deref());
        self.optional("paid by", poll.sponsor.as_deref());
        self.optional("fielded", poll.fielded.as_ref().map(Period::words).as_deref());
        self.optional("sample", poll.sample.map(|n| n.to_string()).as_deref());
        self.optional("margin", poll.margin.map(|m| format!("± {m} pp")).as_deref());
        self.optional("mode", poll.mode.as_deref());
        self.optional("of whom", poll.population.as_deref());
        self.optional("found by", poll.recruitment.as_deref());
        self.optional("asked", poll.question.as_deref());
        self.optional("weighted", poll.weighting.as_deref());
        self.optional("checked", poll.quality.as_deref());
        self.optional("limits", poll.limitations.as_deref());
    }

    fn rivals(&mut self, model: &Model, rivals: &[Rival]) {
        if !rivals.is_empty() {
            self.heading("OTHERS SAY");
        }
        for rival in rivals {
            let observation = &rival.observation;
            self.wrapped(&dated_words(observation), CardLine::Reading);
            self.optional(
                "worded",
                observation.wording.as_ref().map(|w| format!("“{w}”")).as_deref(),
            );
            self.optional("differs", rival.differs.as_deref());
            self.optional("said by", observation.stated_by.as_deref());
            self.source(model, observation.source, observation.locator.as_deref());
            self.optional("note", observation.note.as_deref());
        }
    }

    fn series(&mut self, model: &Model, series: &Series) {
        self.heading("SERIES");
        if let Some(label) = &series.label {
            self.wrapped(label, CardLine::Text);
        }
        let mut source = None;
        for point in &series.points {
            self.wrapped(&dated_words(point), CardLine::Reading);
            self.optional("note", point.note.as_deref());
            self.optional("at", point.locator.as_deref());
            // Of points in a row from one source the first names it.
            if point.source != source {
                source = point.source;
                let named = source.and_then(|ix| model.report.source(ix)).map(Source::citation);
                self.optional("source", named.as_deref());
            }
        }
    }

    fn linked(&mut self, model: &Model, indicator: &Indicator) {
        let own = |event: &&Event| model.selected.is_some_and(|ix| event.indicators.contains(&ix));
        let events = model.timeline.order.iter().filter_map(|at| model.report.events.get(*at));
        let events: Vec<_> = events.filter(own).collect();
        if !events.is_empty() || !indicator.related.is_empty() {
            self.blank();
        }
        for (at, event) in events.iter().enumerate() {
            let line = format!("{}: {}", event.date_words(), event.title);
            self.field(if at == 0 { "events" } else { "" }, &line);
        }
        for (at, ix) in indicator.related.iter().enumerate() {
            if let Some(other) = model.report.indicator(*ix) {
                self.field(if at == 0 { "related" } else { "" }, &other.label);
            }
        }
    }

    fn warnings(&mut self, model: &Model) {
        let about = model.diagnostics.iter().filter(|d| d.indicator == model.selected);
        let about: Vec<_> = about.filter(|d| d.indicator.is_some()).collect();
        if !about.is_empty() {
            self.blank();
        }
        for diagnostic in about {
            let text = format!("! {} ({})", diagnostic.message, diagnostic.rule.code);
            self.wrapped(&text, CardLine::Warning);
        }
    }

    fn place(&mut self, model: &Model, line: u32) {
        let place = match &model.origin {
            Origin::File(name) => format!("{name}:{line}"),
            Origin::BuiltIn => format!("built-in report, line {line}"),
        };
        self.wrapped(&place, CardLine::Place);
    }

    fn heading(&mut self, text: &'static str) {
        self.blank();
        self.lines.push(CardLine::Heading(text));
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| *line != CardLine::Blank) {
            self.lines.push(CardLine::Blank);
        }
    }

    fn optional(&mut self, label: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.field(label, text);
        }
    }

    /// A label with its text beside it.
    fn field(&mut self, label: &'static str, text: &str) {
        debug_assert!(width(label) <= LABELS, "the label is cut: {label}");
        let mut label = label;
        for line in wrap(text, self.cells.saturating_sub(LABELS + 1)) {
            self.lines.push(CardLine::Field(label, line));
            label = "";
        }
    }

    fn wrapped(&mut self, text: &str, make: fn(String) -> CardLine) {
        self.lines.extend(wrap(text, self.cells).into_iter().map(make));
    }
}

/// A figure of a series or a rival with its date: never without its hedge.
fn dated_words(observation: &Observation) -> String {
    format!("{}: {}", observation.period_words(), observation.words())
}

fn stated(date: Option<&Period>) -> String {
    date.map_or_else(|| "not stated".to_owned(), Period::words)
}
