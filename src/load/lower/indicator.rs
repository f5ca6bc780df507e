use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeValue;

use super::Lowering;
use super::observation::Inherited;
use crate::diagnostic::rules;
use crate::load::lint::Places;
use crate::load::reader::Row;
use crate::report::{
    Edition, Indicator, IndicatorIx, Observation, Poll, Rival, Scale, Series, Status, Target, Text,
    Unit, UnitKind, mark_latest,
};
use crate::schema::{self, Key};
use crate::syntax::{Node, WRONG_TYPE};

rules! {

    /// A series whose points have no height on a chart.
    SERIES_UNIT "E011" "series cannot be charted in this unit"
r#"A series is charted over time, so its points must be amounts. A calendar
year is a name, not an amount: a line between two of them would show
differences that mean nothing. The series is left out. Another unit than the
indicator's is fine, such as percent beside money: the chart gets a second
axis.

    wrong:  [[indicator.series]]
            unit = "year"
    right:  [[indicator.series]]
            unit = "%""#
}

/// An indicator with what is added to it once it is known to stay.
struct WithParts<'i> {
    id: Cow<'i, str>,
    indicator: Indicator,
    places: Vec<Places>,
    rivals: Vec<(Rival, Row<'i>)>,
    targets: Vec<(Target, Row<'i>)>,
    related: Vec<(Cow<'i, str>, Range<usize>)>,
    part_of: Option<(Cow<'i, str>, Range<usize>)>,
}

impl<'i> WithParts<'i> {
    /// Its rivals and its targets.
    fn others(&self) -> impl Iterator<Item = (&Observation, &Row<'i>)> {
        let rivals = self.rivals.iter().map(|(rival, row)| (&rival.observation, row));
        rivals.chain(self.targets.iter().map(|(target, row)| (&target.observation, row)))
    }
}

/// The unit that a figure is checked with where its own cannot be read.
const SHARE: Unit = Unit { kind: UnitKind::Percent, multiplier: None };

/// Series with their places, the latest edition of each line marked.
fn in_editions(series: impl Iterator<Item = (Series, Places)>) -> (Vec<Series>, Vec<Places>) {
    let (mut series, places): (Vec<_>, Vec<_>) = series.unzip();
    mark_latest(&mut series);
    (series, places)
}

impl<'i> Lowering<'i, '_> {
    pub(super) fn indicators(&mut self, node: Option<Node<'i>>) {
        let nodes = self.tables(&schema::INDICATOR, node);
        self.report.indicators.reserve(nodes.len());
        self.indicators.reserve(nodes.len());
        for node in nodes {
            self.or_left_out(&schema::INDICATOR, node, |own, node| {
                let before = own.report.indicators.len();
                let mut row = own.row(&schema::INDICATOR, node)?;
                own.indicator(&mut row);
                (own.report.indicators.len() > before).then_some(())
            });
        }
    }

    /// Resolves the references between indicators, once all are known.
    pub(super) fn follow(&mut self) {
        self.join_parts();
        for (from, id, at) in std::mem::take(&mut self.related) {
            let Some(to) = self.indicator_of(id, at) else { continue };
            if let Some(indicator) = self.report.indicators.get_mut(from.get())
                && to != from
                && !indicator.related.contains(&to)
            {
                indicator.related.push(to);
            }
        }
    }

    /// Reads an indicator, and keeps it unless something is wrong that its figure depends on.
    ///
    /// Everything is read before anything is left out, so that every fault is reported.
    fn indicator(&mut self, row: &mut Row<'i>) {
        let line = self.line(row);
        let id = self.id(row);
        let label = row.required(Key::Label, self.faults);
        let unit = self.unit(row, None);
        let change = row.flag(Key::Change, self.faults);
        // Without a unit the figure is left out, and checked as a share, which may have any value.
        let has_unit = unit.is_some();
        let unit = unit.unwrap_or(SHARE);
        let headline = self.observation(row, &Inherited::new(unit.clone(), change));
        // Without its own area the figure would be taken for one of the report's area.
        let needed = [Key::Label, Key::Change, Key::Area];
        let is_whole = has_unit && label.is_some() && headline.is_some();
        let short = row.text(Key::Short, self.faults);
        let of = row.text(Key::Of, self.faults);
        let poll = self.poll(row).inspect(|(_, row)| self.lint.poll(row));
        let poll = poll.map(|(poll, _)| poll);
        let headline = headline.map(|headline| headline.with_margin(poll.as_ref()));
        self.lint.begin(label.iter().chain(&short).chain(&of), poll.as_ref());
        let related = row.texts(Key::Related, self.faults);
        let scale =
            self.scale(row, change).or_else(|| unit.is_percent().then(|| Scale::percent(change)));
        let series = self.inner(row, Key::Series).into_iter();
        let series = series.filter_map(|s| self.sound_series(s, &unit, has_unit, change));
        let (series, places) = in_editions(series);
        let rivals = self.inner(row, Key::Rival).into_iter();
        let targets = self.inner(row, Key::Target).into_iter();
        let part_of = row.raw(Key::PartOf, self.faults).map(|id| (id, row.at(Key::PartOf)));
        let indicator = Indicator {
            id: Text::new(id.as_deref().unwrap_or_default()),
            label: label.unwrap_or_default(),
            short,
            group: self.group(row),
            of,
            area: row.text(Key::Area, self.faults),
            scale: scale.filter(|_| unit.kind != UnitKind::Rank),
            change,
            headline: headline.unwrap_or_default(),
            review_by: self.date(row, Key::ReviewBy),
            related: Vec::new(),
            part_of: None,
            series,
            rivals: Vec::new(),
            targets: Vec::new(),
            poll,
            line,
            unit,
        };
        let rivals: Vec<_> = rivals.filter_map(|r| self.sound_rival(r, &indicator)).collect();
        let targets: Vec<_> = targets.filter_map(|t| self.sound_target(t, &indicator)).collect();
        let Some(id) = id else { return };
        let is_whole = is_whole && !row.has_unknown() && !row.is_bad(&needed);
        let read = WithParts { id, indicator, places, rivals, targets, related, part_of };
        if self.keeps && is_whole {
            self.keep(read, row);
            return;
        }
        self.leave_out(Key::Indicator.word(), &read.id, row.span.start);
        // A line that cannot be read may hold the hedge.
        if has_unit && !self.origin.is_partial {
            let headline = is_whole.then_some((&read.indicator.headline, &*row));
            self.lint.left_out(headline.into_iter().chain(read.others()), self.faults);
        }
    }

    /// Adds a sound indicator to the report, with warnings for what is doubtful.
    fn keep(&mut self, read: WithParts<'i>, row: &Row<'i>) {
        let WithParts { id, mut indicator, places, rivals, targets, related, part_of } = read;
        let at = row.at(Key::Id);
        if let Some((_, first)) = self.indicators.get(&*id).cloned() {
            self.duplicate("indicator", &id, at, first);
            return;
        }
        let ix = IndicatorIx(u32::try_from(self.report.indicators.len()).unwrap_or(u32::MAX));
        self.lint.names.add("indicator", &id, at.clone(), self.faults);
        self.related.extend(related.into_iter().map(|(id, at)| (ix, id, at)));
        self.parts.extend(part_of.map(|(id, at)| (ix, id, at)));
        let sources = &self.report.sources;
        self.lint.indicator(ix, &indicator, &places, row, sources, self.faults);
        for (at, (rival, row)) in rivals.iter().enumerate() {
            self.lint.rival(ix, &indicator, at + 1, rival, row, sources, self.faults);
        }
        for (at, (target, row)) in targets.iter().enumerate() {
            self.lint.target(ix, &indicator, at + 1, target, row, sources, self.faults);
        }
        indicator.rivals = rivals.into_iter().map(|(rival, _)| rival).collect();
        indicator.targets = targets.into_iter().map(|(target, _)| target).collect();
        let (falls, rises) = indicator.sides_of_zero();
        indicator.scale = indicator.scale.map(|scale| scale.facing(falls, rises));
        self.lint.whole(ix, &indicator, row, self.faults);
        self.report.indicators.push(indicator);
        self.indicators.insert(id, (ix, at));
    }

    /// The series, the rivals or the targets of an indicator.
    fn inner(&mut self, row: &mut Row<'i>, key: Key) -> Vec<Node<'i>> {
        let table = match key {
            Key::Series => &schema::SERIES,
            Key::Target => &schema::TARGET,
            _ => &schema::RIVAL,
        };
        let Range { start, end } = row.at(key);
        let base = self.origin.base;
        let node = row.take(key).map(|value| Node::new(start - base..end - base, value));
        self.tables(table, node)
    }

    fn sound_series(
        &mut self,
        node: Node<'i>,
        unit: &Unit,
        has_unit: bool,
        change: bool,
    ) -> Option<(Series, Places)> {
        self.or_left_out(&schema::SERIES, node, |own, node| {
            own.one_series(node, unit, has_unit, change)
        })
    }

    fn sound_rival(&mut self, node: Node<'i>, indicator: &Indicator) -> Option<(Rival, Row<'i>)> {
        self.or_left_out(&schema::RIVAL, node, |own, node| own.one_rival(node, indicator))
    }

    fn sound_target(&mut self, node: Node<'i>, indicator: &Indicator) -> Option<(Target, Row<'i>)> {
        self.or_left_out(&schema::TARGET, node, |own, node| own.one_target(node, indicator))
    }

    fn one_series(
        &mut self,
        series: Node<'i>,
        unit: &Unit,
        has_unit: bool,
        change: bool,
    ) -> Option<(Series, Places)> {
        let mut row = self.row(&schema::SERIES, series)?;
        let label = row.text(Key::Label, self.faults);
        let differs = row.text(Key::Differs, self.faults);
        let edition = row.text(Key::Edition, self.faults);
        let edition = edition.map(|name| Edition { name, is_latest: true });
        let base = self.date(&mut row, Key::Base).map(Box::new);
        let scenario = row.text(Key::Scenario, self.faults);
        let note = row.text(Key::Note, self.faults);
        let source = self.source(&mut row);
        let poll = self.poll(&mut row);
        let poll = poll.map(|(poll, _)| Poll { dated_by_points: true, ..poll });
        self.lint.begin_series(label.as_ref(), poll.as_ref());
        let own = self.unit(&mut row, Some(unit));
        let change = self.is_change(&mut row, own.as_ref(), unit, change);
        let line = self.line(&row);
        let points = row.take(Key::Points);
        let points = match points {
            Some(DeValue::Array(points)) => points,
            Some(other) => {
                row.wrong_type(Key::Points, &other, self.faults);
                return None;
            }
            None => {
                row.missing(Key::Points, self.faults);
                return None;
            }
        };
        let has_unit = own.is_some() && (has_unit || row.has(Key::Unit));
        let unit = own.unwrap_or(SHARE);
        if unit.kind == UnitKind::Year {
            let message = "a series of calendar years has no height on a chart";
            let at = if row.has(Key::Unit) { row.at(Key::Unit) } else { row.span.clone() };
            self.faults
                .add(&SERIES_UNIT, at, message)
                .help("give its points in an amount, with unit = \"…\", or remove the series");
            return None;
        }
        let figure = Inherited { source, base, scenario, ..Inherited::new(unit.clone(), change) };
        let points = points.into_iter().filter_map(|node| {
            self.or_left_out(&schema::POINT, node, |own, node| {
                own.point(node, &figure, has_unit, poll.as_ref())
            })
        });
        let (points, at_points): (Vec<_>, Vec<_>) = points.unzip();
        let places = Places { edition: row.at(Key::Edition), points: at_points };
        // Without one of these the series would be taken for something else.
        let needed = [Key::Differs, Key::Change, Key::Edition, Key::Base, Key::Scenario];
        let is_sound = !row.has_unknown() && !row.is_bad(&needed);
        let series = Series { label, unit, edition, differs, note, poll, points, line };
        (is_sound && has_unit).then_some((series, places))
    }

    /// Whether a figure beside the headline is a change: as it says itself, else as the headline
    /// is, where both have units of the same kind.
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

    /// A point of a series, and where its period stands.
    ///
    /// Its wording is not compared with a unit that stands for one that cannot be read.
    fn point(
        &mut self,
        node: Node<'i>,
        figure: &Inherited,
        has_unit: bool,
        poll: Option<&Poll>,
    ) -> Option<(Observation, Range<usize>)> {
        let mut row = self.row(&schema::POINT, node)?;
        if !row.has(Key::Period) {
            row.missing(Key::Period, self.faults);
        }
        let observation = self.observation(&mut row, figure)?.with_margin(poll);
        if row.has_unknown() || row.is_bad(&[Key::Period]) {
            return None;
        }
        if has_unit {
            self.lint.point(&observation, &row, &self.report.sources, self.faults);
        }
        Some((observation, row.at(Key::Period)))
    }

    fn one_rival(&mut self, node: Node<'i>, indicator: &Indicator) -> Option<(Rival, Row<'i>)> {
        let mut row = self.row(&schema::RIVAL, node)?;
        let line = self.line(&row);
        let own = self.unit(&mut row, Some(&indicator.unit));
        let change = self.is_change(&mut row, own.as_ref(), &indicator.unit, indicator.change);
        let has_unit = own.is_some();
        let inherited = Inherited::new(own.unwrap_or(SHARE), change);
        let observation = self.observation(&mut row, &inherited);
        let differs = row.text(Key::Differs, self.faults);
        let is_sound = !row.has_unknown() && !row.is_bad(&[Key::Differs, Key::Change]);
        observation
            .filter(|_| is_sound && has_unit)
            .map(|observation| (Rival { observation, differs, line }, row))
    }

    fn one_target(&mut self, node: Node<'i>, indicator: &Indicator) -> Option<(Target, Row<'i>)> {
        let mut row = self.row(&schema::TARGET, node)?;
        let line = self.line(&row);
        let own = self.unit(&mut row, Some(&indicator.unit));
        let change = self.is_change(&mut row, own.as_ref(), &indicator.unit, indicator.change);
        let has_unit = own.is_some();
        let inherited = Inherited::new(own.unwrap_or(SHARE), change);
        let mut observation = self.observation(&mut row, &inherited)?;
        observation.status = observation.status.with(Status::Target);
        let judgement = row.text(Key::Judgement, self.faults);
        let is_sound = !row.has_unknown() && !row.is_bad(&[Key::Change, Key::Judgement]);
        (is_sound && has_unit).then_some((Target { observation, judgement, line }, row))
    }

    /// The poll of an indicator or a series, and its row.
    fn poll(&mut self, row: &mut Row<'i>) -> Option<(Poll, Row<'i>)> {
        let at = row.at(Key::Poll);
        let value = row.take(Key::Poll)?;
        let DeValue::Table(map) = value else {
            let message = "the poll is not one table".to_owned();
            let help = "write [indicator.poll] with one bracket on each side, its keys below";
            self.faults.add(&WRONG_TYPE, at, message).help(help);
            return None;
        };
        let mut row = Row::new(&schema::POLL, at, map, self.origin, self.faults);
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
