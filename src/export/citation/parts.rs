//! The parts of a citation, before they are written in a format.

use super::{Cited, this_differs};
use crate::prose::wording_matches;
use crate::report::{
    Address, AlsoIn, Event, Indicator, Observation, Period, Report, Series, Source, SourceIx,
    Target,
};

/// The parts of a citation, each as plain text.
#[derive(Default)]
pub(super) struct Parts<'r> {
    /// A name for the citation among others: `export-share-russia`, `export-share-russia:2014`.
    pub(super) key: String,
    /// The label of the figure; of an event its title.
    pub(super) label: String,
    /// The figure with its hedge; an event has none.
    pub(super) figure: Option<String>,
    /// Of what, where and when, how it differs and who says it.
    pub(super) circumstances: Vec<String>,
    /// The source.
    pub(super) source: Option<&'r Source>,
    /// What is said in its place if there is none.
    pub(super) no_source: String,
    /// The place in the source.
    pub(super) locator: Option<String>,
    /// The address of the source, or why it is left out.
    pub(super) address: Option<Result<Address, String>>,
    /// Whether the figure was worked out from the source, which does not print it.
    pub(super) is_derived: bool,
    /// More sources of the figure, each in a line.
    also: Vec<String>,
}

impl<'r> Parts<'r> {
    pub(super) fn new(report: &'r Report, cited: Cited<'r>) -> Self {
        match cited {
            Cited::Event(event) => Self::of_event(report, event),
            Cited::Headline(indicator)
            | Cited::Point { indicator, .. }
            | Cited::Rival { indicator, .. }
            | Cited::Target { indicator, .. } => {
                let observation = cited.observation().unwrap_or(&indicator.headline);
                Self::of_figure(report, cited, indicator, observation)
            }
        }
    }

    fn of_figure(
        report: &'r Report,
        cited: Cited<'r>,
        indicator: &'r Indicator,
        observation: &'r Observation,
    ) -> Self {
        let series = cited.series();
        // The file does not state what a series or a rival that measures something else is a share
        // of.
        let shares_unit = |target: &Target| {
            let quantity = target.observation.quantity.as_ref();
            quantity.is_some_and(|quantity| quantity.unit().kind.is_same(&indicator.unit.kind))
        };
        let is_same = series.is_none_or(|s| s.measures_the_same(indicator))
            && cited.rival().is_none_or(|r| r.differs.is_none() && r.shares_axis(indicator))
            && cited.target().is_none_or(shares_unit);
        let of = indicator.of.as_ref().filter(|_| is_same);
        let area = indicator.area.as_ref().or(report.area.as_ref());
        let period = match cited.target() {
            Some(target) => Some(target.observation.due_words()),
            None => observation.period.as_ref().map(|period| format!("period {}", period.words())),
        };
        let circumstances = [
            observation.calculation(),
            of.map(|of| format!("of {of}")),
            area.map(ToString::to_string),
            period.or_else(|| Some("no date".to_owned())),
            series.and_then(|it| indicator.superseding(it)).map(superseded_by),
            cited.differs().map(this_differs),
            observation.stated_by.as_ref().map(|who| format!("said by {who}")),
            cited.target().and_then(Target::chances).map(|says| format!("its chances by {says}")),
        ];
        let of_source = Self::of_source(report, observation.source, observation.locator.as_deref());
        let is_derived = observation.derived.is_some();
        let no_source = match observation.source {
            None if is_derived => "no source prints it".to_owned(),
            _ => of_source.no_source,
        };
        Self {
            key: key(cited, indicator, observation.period.as_ref()),
            label: label(indicator, series),
            figure: Some(figure(observation)),
            circumstances: circumstances.into_iter().flatten().collect(),
            is_derived,
            also: observation.also.iter().map(|other| also(report, other)).collect(),
            no_source,
            ..of_source
        }
    }

    fn of_event(report: &'r Report, event: &'r Event) -> Self {
        Self {
            // Ids have no colon, so no indicator has this key.
            key: format!("event:{}", event.id),
            label: event.title.trim().to_owned(),
            figure: None,
            circumstances: vec![event.date_words()],
            ..Self::of_source(report, event.source, event.locator.as_deref())
        }
    }

    fn of_source(report: &'r Report, source: Option<SourceIx>, locator: Option<&str>) -> Self {
        let source = source.and_then(|ix| report.source(ix));
        let address = source
            .and_then(|source| source.url.as_deref())
            .map(|url| Address::new(url).map_err(|why| format!("address left out: {why}")));
        let no_source = source.map_or_else(
            || "no source given".to_owned(),
            |missing| format!("source {}", missing.citation()),
        );
        let source = source.filter(|source| !source.is_missing);
        let locator = locator.map(str::to_owned);
        Self { source, no_source, locator, address, ..Self::default() }
    }

    /// When the source was published, or "n.d.".
    fn published(&self) -> Option<String> {
        let source = self.source?;
        Some(source.published.as_ref().map_or_else(|| "n.d.".to_owned(), Period::words))
    }

    /// The source part by part, with functions that write the title, the address and any other text
    /// in a format.
    pub(super) fn origin(
        &self,
        text: impl Fn(&str) -> String,
        title: impl Fn(&str) -> String,
        link: impl Fn(&Address) -> String,
    ) -> Vec<String> {
        let locator = self.locator.as_deref().map(&text);
        let also = self.also().map(|also| text(&also));
        let Some(source) = self.source else {
            let no_source = capitalized(&self.no_source);
            return std::iter::once(text(&no_source)).chain(locator).chain(also).collect();
        };
        let address = self.address.as_ref().map(|address| match address {
            Ok(address) => link(address),
            Err(why) => text(why),
        });
        let accessed = self.accessed().map(|date| format!("accessed {}", date.words()));
        let publisher = source.publisher.as_deref().map(&text);
        let title = title(&source.title);
        let title = Some(if self.is_derived { format!("Worked out from {title}") } else { title });
        let all = [title, publisher, self.published(), locator, address, accessed, also];
        all.into_iter().flatten().collect()
    }

    /// The other sources: `also: Review, Press, 2024, p. 3; Mirror, n.d.`
    pub(super) fn also(&self) -> Option<String> {
        (!self.also.is_empty()).then(|| format!("also: {}", self.also.join("; ")))
    }

    /// When the source was last looked at, if the file says so.
    pub(super) fn accessed(&self) -> Option<&'r Period> {
        self.source.and_then(|source| source.accessed.as_ref())
    }
}

/// Another source of a figure, with the place in it.
fn also(report: &Report, other: &AlsoIn) -> String {
    let source = report.source(other.source).map(Source::citation).unwrap_or_default();
    other.locator.as_ref().map_or_else(|| source.clone(), |place| format!("{source}, {place}"))
}

/// That a figure is of an earlier edition.
fn superseded_by(latest: &Series) -> String {
    let name = latest.edition.as_ref().map_or("", |edition| &edition.name);
    format!("superseded by edition {name}")
}

/// The label of the indicator, with that of the line that a point is from if it says something else.
fn label(indicator: &Indicator, line: Option<&Series>) -> String {
    let label = indicator.label.trim();
    match line.map(|line| line.titled(&indicator.label)) {
        Some(line) if line.to_lowercase().starts_with(&label.to_lowercase()) => line,
        Some(line) => format!("{label}, “{}”", line.trim()),
        None => label.to_owned(),
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The wording, and in brackets everything that limits the figure and is not in the wording: its
/// hedge and status in words, and its reading.
fn figure(observation: &Observation) -> String {
    // A calculation follows the figure, with how it was done.
    let printed =
        observation.derived.as_ref().map(|_| Observation { derived: None, ..observation.clone() });
    let observation = printed.as_ref().unwrap_or(observation);
    let (words, reading) = (observation.words(), observation.reading());
    let said = match &observation.wording {
        Some(wording) => format!("“{wording}”"),
        None => words.clone(),
    };
    let is_printed = observation.wording.is_some();
    let mut more: Vec<String> = Vec::new();
    if is_printed
        && !wording_matches(observation)
        && (words != reading || observation.quantity.is_none())
    {
        more.push(words);
    }
    // A number without a hedge is not repeated as its reading.
    if observation.quantity.is_some() && (is_printed || !said.starts_with(&reading)) {
        more.push(format!("read as {reading}"));
    }
    if more.is_empty() { said } else { format!("{said} ({})", more.join("; ")) }
}

/// The key of a citation, in ASCII letters, digits, hyphens and colons. The marks of doubt of a
/// date become words. Where a series has a date twice, the key has the position of the point too.
fn key(cited: Cited<'_>, indicator: &Indicator, period: Option<&Period>) -> String {
    let (series, point) = match cited {
        Cited::Point { series, point, .. } => (series, point),
        Cited::Rival { rival, .. } => return format!("{}:rival-{}", indicator.id, rival + 1),
        Cited::Target { target, .. } => return format!("{}:target-{}", indicator.id, target + 1),
        Cited::Headline(_) | Cited::Event(_) => return indicator.id.to_string(),
    };
    let line = if series == 0 { String::new() } else { format!(":{}", series + 1) };
    let points = cited.series().map_or(&[][..], |series| &series.points);
    let is_only = points.iter().filter(|other| other.period.as_ref() == period).count() <= 1;
    let nth = format!("point-{}", point + 1);
    let date = match period.map(Period::to_edtf) {
        None => nth,
        Some(date) if is_only => date,
        Some(date) => format!("{date}:{nth}"),
    };
    let date = date.replace('~', "-about").replace('?', "-doubted").replace('%', "-about-doubted");
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == ':' { c } else { '-' };
    format!("{}{line}:{}", indicator.id, date.chars().map(plain).collect::<String>())
}
