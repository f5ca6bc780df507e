use toml::de::DeValue;

use super::Lowering;
use super::observation::Figure;
use crate::load::reader::{Cell, Row};
use crate::load::rule::errors::SERIES_UNIT;
use crate::report::{Indicator, IndicatorIx, Poll, Rival, Scale, Series, Text, Unit, UnitKind};
use crate::schema::{self, Key};
use crate::syntax::WRONG_TYPE;

impl<'i> Lowering<'i, '_> {
    pub(super) fn indicators(&mut self, cell: Option<Cell<'i>>) {
        let cells = self.tables(&schema::INDICATOR, cell);
        self.report.indicators.reserve(cells.len());
        self.indicators.reserve(cells.len());
        self.lint.expect_names(cells.len());
        for cell in cells {
            let Some(mut row) = self.row(&schema::INDICATOR, cell) else {
                continue;
            };
            self.indicator(&mut row);
        }
    }

    /// Follows the references between indicators, once all are known.
    pub(super) fn follow(&mut self) {
        for (from, id, at) in std::mem::take(&mut self.related) {
            let Some(to) = self.indicator_of(&id, at) else {
                continue;
            };
            if let Some(indicator) = self.report.indicators.get_mut(from.get())
                && to != from
                && !indicator.related.contains(&to)
            {
                indicator.related.push(to);
            }
        }
    }

    /// Reads one and keeps it, unless something is wrong that its figure depends on.
    fn indicator(&mut self, row: &mut Row<'i>) {
        let line = self.line(row);
        let id = self.id(row);
        let label = row.required(Key::Label, self.faults);
        let unit = self.unit(row, None);
        let change = row.flag(Key::Change, self.faults);
        let figure = unit.clone().map(|unit| Figure { unit, change, source: None });
        let headline = self.observation(row, figure.as_ref());
        // Without its own area a figure would pass as one of the report's.
        let needed = [Key::Label, Key::Change, Key::Area];
        let ix = IndicatorIx(u32::try_from(self.report.indicators.len()).unwrap_or(u32::MAX));
        let related = row.texts(Key::Related, self.faults);
        // Everything is read before anything is left out, so that every fault is reported.
        let has_unit = unit.is_some();
        let unit = unit.unwrap_or(Unit { kind: UnitKind::Percent, multiplier: None });
        let rest = self.rest(row, &unit, change);
        let sound = has_unit && !row.has_unknown() && !row.is_bad(&needed);
        let Some(id) = id else { return };
        let (Some(label), Some(headline), true) = (label, headline, sound) else {
            self.left_out.insert(id);
            return;
        };
        let at = row.at(Key::Id);
        if let Some((_, first)) = self.indicators.get(&*id) {
            let first = first.clone();
            self.duplicate("indicator", &id, at, first);
            return;
        }
        self.lint.name("indicator", &id, at.clone(), self.faults);
        self.related.extend(related.into_iter().map(|(id, at)| (ix, id, at)));
        let (series, rivals) = (rest.series, rest.rivals);
        let indicator = Indicator {
            id: Text::new(&id),
            label,
            unit,
            headline,
            change,
            line,
            series,
            rivals: Vec::new(),
            ..rest.indicator
        };
        self.keep(ix, indicator, row, rivals);
        self.indicators.insert(id, (ix, at));
    }

    fn keep(
        &mut self,
        ix: IndicatorIx,
        mut indicator: Indicator,
        row: &Row<'i>,
        rivals: Vec<(Rival, Row<'i>)>,
    ) {
        let sources = &self.report.sources;
        self.lint.indicator(ix, &indicator, row, sources, self.faults);
        for (at, (rival, row)) in rivals.iter().enumerate() {
            self.lint.rival(ix, &indicator, at + 1, rival, row, sources, self.faults);
        }
        indicator.rivals = rivals.into_iter().map(|(rival, _)| rival).collect();
        self.report.indicators.push(indicator);
    }

    /// What an indicator has beside its figure; the figure's own fields are left empty.
    fn rest(&mut self, row: &mut Row<'i>, unit: &Unit, change: bool) -> Rest<'i> {
        let scale =
            self.scale(row, change).or_else(|| unit.is_percent().then(|| Scale::percent(change)));
        let indicator = Indicator {
            id: Text::default(),
            label: Text::default(),
            short: row.text(Key::Short, self.faults),
            group: self.group(row),
            unit: unit.clone(),
            of: row.text(Key::Of, self.faults),
            area: row.text(Key::Area, self.faults),
            scale: scale.filter(|_| unit.kind != UnitKind::Rank),
            change,
            headline: crate::report::Observation::default(),
            review_by: self.date(row, Key::ReviewBy),
            related: Vec::new(),
            series: Vec::new(),
            rivals: Vec::new(),
            poll: self.poll(row).map(|(poll, row)| {
                self.lint.poll(&row);
                poll
            }),
            line: 0,
        };
        let series = self.inner(row, Key::Series);
        let rivals = self.inner(row, Key::Rival);
        Rest {
            indicator,
            series: series
                .into_iter()
                .filter_map(|cell| self.one_series(cell, unit, change))
                .collect(),
            rivals: rivals
                .into_iter()
                .filter_map(|cell| self.one_rival(cell, unit, change))
                .collect(),
        }
    }

    /// The tables under one of an indicator's own headings.
    fn inner(&mut self, row: &mut Row<'i>, key: Key) -> Vec<Cell<'i>> {
        let table = if key == Key::Series { &schema::SERIES } else { &schema::RIVAL };
        let at = row.at(key);
        let cell = row.take(key).map(|value| Cell::new(at, value));
        self.tables(table, cell)
    }

    fn one_series(&mut self, cell: Cell<'i>, unit: &Unit, change: bool) -> Option<Series> {
        let mut row = self.row(&schema::SERIES, cell)?;
        let label = row.text(Key::Label, self.faults);
        let differs = row.text(Key::Differs, self.faults);
        let note = row.text(Key::Note, self.faults);
        let source = self.source(&mut row);
        let poll = self.poll(&mut row);
        let poll = poll.map(|(poll, _)| Poll { dated_by_points: true, ..poll });
        let own = self.unit(&mut row, Some(unit));
        let change = self.is_change(&mut row, own.as_ref(), unit, change);
        let line = self.line(&row);
        let points = row.take(Key::Points);
        let Some(points) = points else {
            row.missing(Key::Points, self.faults);
            return None;
        };
        let DeValue::Array(points) = points else {
            row.wrong_type(Key::Points, &points, self.faults);
            return None;
        };
        let unit = own?;
        if unit.kind == UnitKind::Year {
            let message = "a series of calendar years has no height on a chart";
            let at = if row.has(Key::Unit) { row.at(Key::Unit) } else { row.span.clone() };
            self.faults
                .add(&SERIES_UNIT, at, message)
                .help("give its points in an amount, with unit = \"…\", or remove the series");
            return None;
        }
        let figure = Figure { unit: unit.clone(), change, source };
        let mut sound = Vec::with_capacity(points.len());
        for cell in points {
            sound.extend(self.point(cell, &figure));
        }
        // Without its difference or its sign a line would pass for another thing.
        let is_sound = !row.has_unknown() && !row.is_bad(&[Key::Differs, Key::Change]);
        is_sound.then_some(Series { label, unit, differs, note, poll, points: sound, line })
    }

    /// Whether a figure beside the headline is a change: as it says itself, else as the headline
    /// is where the two have units of one kind.
    fn is_change(
        &mut self,
        row: &mut Row<'i>,
        own: Option<&Unit>,
        headline: &Unit,
        change: bool,
    ) -> bool {
        if row.has(Key::Change) {
            return row.flag(Key::Change, self.faults);
        }
        let is_share = |unit: &Unit| matches!(unit.kind, UnitKind::Percent | UnitKind::Points);
        change
            && own
                .is_some_and(|own| own.kind == headline.kind || is_share(own) && is_share(headline))
    }

    fn point(&mut self, cell: Cell<'i>, figure: &Figure) -> Option<crate::report::Observation> {
        let mut row = self.row(&schema::POINT, cell)?;
        if !row.has(Key::Period) {
            row.missing(Key::Period, self.faults);
        }
        let observation = self.observation(&mut row, Some(figure))?;
        if row.has_unknown() || row.is_bad(&[Key::Period]) {
            return None;
        }
        self.lint.point(&observation, &row, &self.report.sources, self.faults);
        Some(observation)
    }

    fn one_rival(&mut self, cell: Cell<'i>, unit: &Unit, change: bool) -> Option<(Rival, Row<'i>)> {
        let mut row = self.row(&schema::RIVAL, cell)?;
        let line = self.line(&row);
        let own = self.unit(&mut row, Some(unit));
        let change = self.is_change(&mut row, own.as_ref(), unit, change);
        let figure = own.map(|unit| Figure { unit, change, source: None });
        let observation = self.observation(&mut row, figure.as_ref());
        let differs = row.text(Key::Differs, self.faults);
        let needed = [Key::Differs, Key::Change];
        let observation = observation.filter(|_| !row.has_unknown() && !row.is_bad(&needed))?;
        Some((Rival { observation, differs, line }, row))
    }

    /// The poll under a heading of its own, and its row.
    fn poll(&mut self, row: &mut Row<'i>) -> Option<(Poll, Row<'i>)> {
        let at = row.at(Key::Poll);
        let value = row.take(Key::Poll)?;
        let DeValue::Table(map) = value else {
            let message = "the poll is not one table".to_owned();
            let help = "write [indicator.poll] with one bracket on each side, its keys below";
            self.faults.add(&WRONG_TYPE, at, message).help(help);
            return None;
        };
        let mut row = Row::new(&schema::POLL, at, map, self.base, self.faults);
        let mut text = |key| row.text(key, self.faults);
        let poll = Poll {
            pollster: text(Key::Pollster),
            sponsor: text(Key::Sponsor),
            mode: text(Key::Mode),
            population: text(Key::Population),
            recruitment: text(Key::Recruitment),
            question: text(Key::Question),
            weighting: text(Key::Weighting),
            quality: text(Key::Quality),
            limitations: text(Key::Limitations),
            fielded: self.date(&mut row, Key::Fielded),
            sample: self.whole(&mut row, Key::Sample),
            margin: self.margin(&mut row),
            dated_by_points: false,
        };
        Some((poll, row))
    }
}

/// What is read of an indicator beside its figure.
struct Rest<'i> {
    indicator: Indicator,
    series: Vec<Series>,
    rivals: Vec<(Rival, Row<'i>)>,
}
