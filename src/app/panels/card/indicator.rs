//! The card of an indicator.

use super::CardLine;
use super::evidence::EvidenceRoom;
use super::writer::Writer;
use crate::report::{Age, Day, Indicator, IndicatorIx, Latest, Observation, Period, Poll, Text};

impl Writer<'_> {
    /// The card of an indicator; returns its label.
    pub(super) fn indicator(&mut self, ix: IndicatorIx) -> Option<String> {
        let indicator = self.input.doc.report.indicator(ix)?;
        if self.format.is_whole {
            self.record(ix, indicator);
        } else {
            self.glance(ix, indicator);
        }
        Some(indicator.label.to_string())
    }

    /// Everything about an indicator.
    fn record(&mut self, ix: IndicatorIx, indicator: &Indicator) {
        self.claim(indicator);
        self.evidence(indicator, EvidenceRoom { chart: self.format.chart, end: None });
        self.blank();
        self.circumstances(indicator);
        self.targets(indicator);
        self.rivals(indicator);
        self.poll_behind(indicator);
        self.parts(ix, indicator);
        self.history(indicator);
        self.linked(ix, indicator);
        self.warnings(ix);
        self.articles(ix);
        self.place(indicator.line);
    }

    /// The label, the figure as printed, and the figure in words.
    fn claim(&mut self, indicator: &Indicator) {
        let headline = &indicator.headline;
        self.wrapped(&indicator.label, CardLine::Title);
        self.blank();
        // Without the words as printed, the source's hedge still stands in its own word.
        let quoted = headline.wording.as_ref().map(|wording| format!("“{wording}”"));
        self.wrapped(&quoted.unwrap_or_else(|| headline.words()), CardLine::Quote);
        self.wrapped(&headline.reading(), CardLine::Reading);
        self.wrapped(&headline.sentence(), CardLine::Text);
        self.own_passage(headline);
    }

    /// The fields about the headline, its source last.
    fn circumstances(&mut self, indicator: &Indicator) {
        let headline = &indicator.headline;
        let report = &self.input.doc.report;
        self.calculation(headline);
        self.optional("of", indicator.of.as_deref());
        self.part_of(indicator);
        let base = headline.base.as_ref().map(|base| format!("from {}", base.words()));
        self.optional("measured", base.as_deref());
        let period = headline.period.as_ref();
        let words = period.map(Period::words);
        self.field("period", words.as_deref().unwrap_or("not stated, so it has no age"));
        self.optional("doubt", period.and_then(Period::doubt).as_deref());
        self.optional("age", age(headline, self.input.as_of).as_deref());
        let area = indicator.area.as_ref().or(report.area.as_ref());
        self.optional("area", area.map(|a| &**a));
        self.optional("group", indicator.group.and_then(|ix| report.group(ix)).map(|g| &*g.title));
        if !headline.status.is_normal() {
            self.field("status", &headline.status.words());
        }
        self.what_came(indicator, headline);
        self.optional("said by", headline.stated_by.as_deref());
        let sentence = |latest: Latest<'_>| latest.sentence(&self.attributed(latest.observation));
        let latest = indicator.latest().map(sentence);
        self.optional("latest", latest.as_deref());
        let others = indicator.others();
        let none = if indicator.series.is_empty() {
            "the file has no other figure for it"
        } else {
            "none but the points of the charts below"
        };
        self.field("others", others.as_deref().unwrap_or(none));
        if let Some(due) = &indicator.review_by {
            self.field("review", &format!("by {}", due.words()));
        }
        self.overdue(indicator);
        // A note may limit the figure, so it comes before the source.
        self.optional("note", headline.note.as_deref());
        self.origin(headline);
    }

    pub(super) fn poll_behind(&mut self, indicator: &Indicator) {
        if let Some(poll) = &indicator.poll {
            self.heading("POLL BEHIND THE HEADLINE");
            self.poll(poll);
        }
    }

    /// What a poll discloses and what it does not.
    pub(super) fn poll(&mut self, poll: &Poll) {
        self.wrapped(&poll.summary(), CardLine::Text);
        for (label, text) in poll.said() {
            self.field(label, &text);
        }
        let unsaid: Vec<_> = poll.unsaid().collect();
        if !unsaid.is_empty() {
            self.field("not said", &unsaid.join("; "));
        }
    }

    pub(super) fn linked(&mut self, ix: IndicatorIx, indicator: &Indicator) {
        let report = &self.input.doc.report;
        let events = self.input.timeline.events_of(ix).iter();
        let events: Vec<_> = events
            .filter_map(|at| report.event(*at))
            .map(|event| format!("{}: {}", event.date_words(), event.title))
            .collect();
        let related = indicator.related.iter().filter_map(|ix| report.indicator(*ix));
        let related: Vec<_> =
            related.map(|other| format!("{}: {}", other.label, other.headline.figure())).collect();
        if !(events.is_empty() && related.is_empty()) {
            self.heading("AROUND IT");
        }
        self.list("events", &events);
        self.list("related", &related);
    }

    /// The sentences of articles that state the figure.
    fn articles(&mut self, ix: IndicatorIx) {
        let sentences = self.input.doc.articles.of(ix);
        if sentences.is_empty() {
            return;
        }
        self.heading("IN ARTICLES");
        for sentence in sentences {
            let place = format!("{}:{}", Text::new(&sentence.article.name), sentence.line);
            self.wrapped(&format!("{place}: “{}”", sentence.text), CardLine::Text);
            if let Some(fault) = &sentence.fault {
                self.wrapped(&format!("≠ {fault}"), CardLine::Warning);
            }
        }
    }

    pub(super) fn warnings(&mut self, ix: IndicatorIx) {
        self.blank();
        for d in self.input.doc.diagnostics.iter().filter(|d| d.indicator == Some(ix)) {
            self.wrapped(&format!("! {} ({})", d.message, d.rule.code), CardLine::Warning);
        }
    }
}

/// The age of a figure. A forecast does not age, but the time that it is for passes.
pub(crate) fn age(headline: &Observation, as_of: Day) -> Option<String> {
    match (Age::new(headline.period.as_ref(), as_of), headline.status.is_observed()) {
        (age @ (Age::Months(_) | Age::AboutMonths(_)), false) => {
            age.words().map(|words| format!("the time that it was for ended {words} ago"))
        }
        (age, _) => age.words(),
    }
}
