//! The domain: a report with its indicators, events and sources, as checked types.
//!
//! Nothing here reads files, draws or knows TOML. The loader has checked every value, so the rest
//! of the program never meets a broken one.

mod address;
mod age;
mod caveat;
mod compare;
mod day;
mod decimal;
mod distance;
mod edition;
mod event;
mod evidence;
mod flags;
mod hedge;
mod indicator;
mod interval;
mod item;
mod locator;
mod number;
mod observation;
mod parts;
mod period;
mod poll;
mod quantity;
mod scale;
mod series;
mod source;
mod status;
mod target;
mod text;
mod uncertainty;
mod unit;

pub use address::{Address, AddressError, Passage};
pub use age::Age;
pub use compare::{Relation, Verdict, VerdictKind, Why};
pub use day::Day;
pub use decimal::Decimal;
pub use distance::Distance;
pub use edition::{LineEditions, Moved, Restatement, in_words, mark_latest};
pub use event::{Event, Group};
pub use flags::Flags;
pub use hedge::{HEDGES, HedgeClass, HedgeWord, hedge_words};
pub use indicator::{Indicator, Latest, Rival};
pub use interval::{End, Interval};
pub use item::{ItemId, ItemIx, PointIx};
pub use locator::{Locator, LocatorUnit};
pub use number::{counted, number};
pub use observation::{AlsoIn, Observation};
pub use parts::{Mismatch, Parts, Sum, SumKind, mismatch};
pub use period::{MONTHS, NO_DATE, Period, PeriodError, year_name};
pub use poll::Poll;
pub use quantity::{Fraction, Quantity, QuantityError, Value};
pub use scale::{Scale, ScaleKind};
pub use series::{Edition, Series};
pub use source::{SOURCE_KINDS, Source, SourceKind};
pub use status::{STATUSES, SdmxCode, Status, StatusSet};
pub use target::Target;
pub use text::{Text, is_hidden};
pub use uncertainty::Uncertainty;
pub use unit::{MULTIPLIERS, Multiplier, Unit, UnitError, UnitKind, currency_codes};
pub(crate) use unit::{currencies_named, power_of_ten};

/// A position in [`Report::sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceIx(pub u32);

/// A position in [`Report::groups`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupIx(pub u32);

/// A position in [`Report::indicators`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IndicatorIx(pub u32);

/// A position in [`Report::events`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventIx(pub u32);

impl EventIx {
    /// The position as an index of a slice.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

impl IndicatorIx {
    /// The position as an index of a slice.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

/// One report with its indicators, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The report's title.
    pub title: Text,
    /// The reference area (SDMX `REF_AREA`), where an indicator names no other.
    pub area: Option<Text>,
    /// Who wrote it.
    pub authors: Vec<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When it was published; never used instead of a reference period.
    pub published: Option<Period>,
    /// Its address.
    pub url: Option<Text>,
    /// What it is about, in a sentence or two.
    pub about: Option<Text>,
    /// The names of the articles that are held against it.
    pub texts: Vec<Text>,
    /// The sources of figures and events.
    pub sources: Vec<Source>,
    /// The groups of indicators and events.
    pub groups: Vec<Group>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// The events.
    pub events: Vec<Event>,
    /// Which indicators are parts of which; `parts` and `whole` read it.
    pub(crate) parts: Parts,
}

impl Report {
    /// The source at a position.
    pub fn source(&self, ix: SourceIx) -> Option<&Source> {
        self.sources.get(ix.0 as usize)
    }

    /// Another source of a figure, with the place in it and its words: `mirror p. 3: “36 per cent”`.
    pub fn also_in(&self, other: &AlsoIn) -> String {
        let key = self.source(other.source).map(Source::short).unwrap_or_default();
        let place = other.locator.as_ref().map(|place| format!(" {place}")).unwrap_or_default();
        let words = other.wording.as_ref().map(|words| format!(": “{words}”"));
        format!("{key}{place}{}", words.unwrap_or_default())
    }

    /// The group at a position.
    pub fn group(&self, ix: GroupIx) -> Option<&Group> {
        self.groups.get(ix.0 as usize)
    }

    /// The indicator at a position.
    pub fn indicator(&self, ix: IndicatorIx) -> Option<&Indicator> {
        self.indicators.get(ix.get())
    }

    /// The position of the indicator with this id.
    pub fn find(&self, id: &str) -> Option<IndicatorIx> {
        let position = self.indicators.iter().position(|i| &*i.id == id)?;
        u32::try_from(position).ok().map(IndicatorIx)
    }

    /// The event at a position.
    pub fn event(&self, ix: EventIx) -> Option<&Event> {
        self.events.get(ix.get())
    }

    /// The position of the event with this id.
    pub fn find_event(&self, id: &str) -> Option<EventIx> {
        self.indexed_events().find(|(_, event)| &*event.id == id).map(|(ix, _)| ix)
    }

    /// Indicators from everywhere in the file, a thousand at most, including the last one: enough
    /// to measure how wide their texts are.
    pub fn sample(&self) -> impl Iterator<Item = &Indicator> {
        let step = self.indicators.len().div_ceil(1_000).max(1);
        self.indicators.iter().rev().step_by(step)
    }

    /// Every indicator with its position, in the order of the file.
    pub fn indexed(&self) -> impl Iterator<Item = (IndicatorIx, &Indicator)> {
        (0u32..).map(IndicatorIx).take(self.indicators.len()).zip(&self.indicators)
    }

    /// Every event with its position, in the order of the file.
    pub fn indexed_events(&self) -> impl Iterator<Item = (EventIx, &Event)> {
        (0u32..).map(EventIx).take(self.events.len()).zip(&self.events)
    }
}
