mod currency;
mod multiplier;
mod noun;
mod spelling;

use super::Text;
use currency::code;
pub use currency::codes as currency_codes;
pub(crate) use currency::named as currencies_named;
pub(crate) use multiplier::power_of_ten;

/// A multiplier word in front of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Multiplier {
    /// 10³
    Thousand = 3,
    /// 10⁶
    Million = 6,
    /// 10⁹
    Billion = 9,
    /// 10¹²
    Trillion = 12,
}

const MULTIPLIERS: &[(Multiplier, &str, &str)] = &[
    (Multiplier::Thousand, "thousand", "k"),
    (Multiplier::Million, "million", "mn"),
    (Multiplier::Billion, "billion", "bn"),
    (Multiplier::Trillion, "trillion", "tn"),
];

impl Multiplier {
    /// Its word in the file.
    pub fn word(self) -> &'static str {
        MULTIPLIERS.iter().find(|m| m.0 == self).map_or("", |m| m.1)
    }

    /// Its factor.
    pub fn factor(self) -> f64 {
        10f64.powi(self.power())
    }

    /// The same as a power of ten.
    fn power(self) -> i32 {
        self as i32
    }
}

/// What is counted, without the multiplier.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitKind {
    /// A share of a whole: `%`.
    Percent,
    /// Percentage points: `pp`.
    Points,
    /// Money, by its ISO 4217 code.
    Currency(&'static str),
    /// A rank, 1 being the first.
    Rank,
    /// A calendar year.
    Year,
    /// Things counted, as the file names them.
    Noun(Text),
}

impl UnitKind {
    /// Whether it is the same as another one. Nouns are if they differ only in capitals, in a plural
    /// or in which of two words for the same thing they take.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Noun(a), Self::Noun(b)) => a == b || noun::plain(a) == noun::plain(b),
            _ => self == other,
        }
    }

    /// Whether it may be another one in other words. Two known measures are not, nor is a rate what
    /// it counts; of money only a word for it may be.
    pub fn may_be(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Noun(a), Self::Noun(b)) => {
                noun::is_rate(a) == noun::is_rate(b) && !(noun::is_known(a) && noun::is_known(b))
            }
            (Self::Currency(code), Self::Noun(noun)) | (Self::Noun(noun), Self::Currency(code)) => {
                currencies_named(noun).is_some_and(|codes| codes.split(' ').any(|own| own == *code))
            }
            _ => self == other,
        }
    }
}

/// A unit as the file gives it: `%`, `billion USD`, `enterprises`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit {
    /// What is counted.
    pub kind: UnitKind,
    /// The multiplier word, if there is one.
    pub multiplier: Option<Multiplier>,
}

/// Why a unit cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitError {
    /// No text.
    Empty,
    /// A number, and nothing that is counted.
    NoName,
    /// A number that multiplies what is counted, in digits or in words.
    Number,
    /// A letter or a word that stands for two multipliers; holds both spellings.
    Either(String, String),
    /// A multiplier that the file has no word for: the power of ten, and what it multiplies.
    Power {
        /// The power of ten.
        power: i32,
        /// What it multiplies; may be empty.
        name: Text,
    },
    /// A multiplier without anything to multiply.
    OnlyMultiplier(Multiplier),
    /// A multiplier in front of `%`, `pp`, `rank` or `year`.
    Multiplied,
    /// A unit in another spelling; holds the spelling of the file.
    Spelling(String),
    /// `% of …`; holds the whole.
    PercentOf(Text),
    /// `%` with other words after it.
    PercentAndMore,
}

impl Unit {
    /// Reads a unit: an optional multiplier word, then `%`, `pp`, `rank`, `year`, an ISO 4217 code
    /// or a noun. Case matters only for codes and nouns.
    ///
    /// Other spellings of known units are refused: as a noun, "bn USD" would be shown without its
    /// currency, and as eight instead of eight billion.
    ///
    /// # Errors
    /// If the unit is empty, if it has a multiplier that it cannot have, or if it is a known unit in
    /// another spelling.
    pub fn parse(raw: &str) -> Result<Self, UnitError> {
        let unit = Self::plain(raw.trim())?;
        match (&unit.kind, spelling::other(raw.trim())) {
            (UnitKind::Noun(_), Some(error)) => Err(error),
            _ => Ok(unit),
        }
    }

    /// Reads a unit in the spelling of the file; anything unknown is a noun.
    fn plain(raw: &str) -> Result<Self, UnitError> {
        let (first, rest) = raw.split_once(char::is_whitespace).unwrap_or((raw, ""));
        let multiplier =
            MULTIPLIERS.iter().find(|(_, word, _)| first.eq_ignore_ascii_case(word)).map(|m| m.0);
        let name = if multiplier.is_some() { rest.trim() } else { raw };
        let kind = match (name.to_lowercase().as_str(), multiplier) {
            ("", Some(multiplier)) => return Err(UnitError::OnlyMultiplier(multiplier)),
            ("", None) => return Err(UnitError::Empty),
            ("%" | "percent" | "per cent", _) => UnitKind::Percent,
            ("pp" | "percentage point" | "percentage points", _) => UnitKind::Points,
            ("rank", _) => UnitKind::Rank,
            ("year", _) => UnitKind::Year,
            _ => code(name).map_or_else(|| UnitKind::Noun(Text::new(name)), UnitKind::Currency),
        };
        let plain = matches!(kind, UnitKind::Currency(_) | UnitKind::Noun(_));
        if multiplier.is_some() && !plain {
            return Err(UnitError::Multiplied);
        }
        Ok(Self { kind, multiplier })
    }

    /// Whether this is a share of a whole.
    pub fn is_percent(&self) -> bool {
        self.kind == UnitKind::Percent
    }

    /// The factor of its multiplier, 1 without one.
    pub fn factor(&self) -> f64 {
        self.multiplier.map_or(1.0, Multiplier::factor)
    }

    /// By which power of ten its multiplier is larger than that of another unit: 3 for millions beside
    /// thousands.
    pub(super) fn power_above(&self, other: &Self) -> i16 {
        let power = |unit: &Self| unit.multiplier.map_or(0, Multiplier::power);
        i16::try_from(power(self) - power(other)).unwrap_or(0)
    }

    /// A value of this unit without the multiplier, with exact decimals: 8.2 billion and 8,200
    /// million are the same number.
    pub fn ones(&self, value: f64) -> f64 {
        let Some(multiplier) = self.multiplier else { return value };
        let exact = format!("{value}e{}", multiplier.power());
        exact.parse().unwrap_or(value * multiplier.factor())
    }

    /// In full, as a sentence says it: `percent`, `billion USD`, `enterprises`.
    pub fn long(&self) -> String {
        let name = match &self.kind {
            UnitKind::Percent => "percent",
            UnitKind::Points => "percentage points",
            UnitKind::Currency(code) => code,
            UnitKind::Rank => "rank",
            UnitKind::Year => "year",
            UnitKind::Noun(noun) => noun,
        };
        match self.multiplier {
            Some(multiplier) => format!("{} {name}", multiplier.word()),
            None => name.to_owned(),
        }
    }

    /// Beside a figure: `%`, `bn USD`, `k people`, `enterprises`; empty for ranks and years, which
    /// stand with their numbers.
    pub fn brief(&self) -> String {
        match &self.kind {
            UnitKind::Noun(noun) => {
                let multiplier = self.short();
                let gap = if multiplier.is_empty() { "" } else { " " };
                format!("{multiplier}{gap}{noun}")
            }
            _ => self.short(),
        }
    }

    /// For an axis: `%`, `pp`, `bn USD`; empty for nouns, ranks and years, which the label names.
    pub fn short(&self) -> String {
        let name = match &self.kind {
            UnitKind::Percent => "%",
            UnitKind::Points => "pp",
            UnitKind::Currency(code) => code,
            UnitKind::Rank | UnitKind::Year | UnitKind::Noun(_) => "",
        };
        let multiplier =
            MULTIPLIERS.iter().find(|m| Some(m.0) == self.multiplier).map_or("", |m| m.2);
        let gap = if multiplier.is_empty() || name.is_empty() { "" } else { " " };
        format!("{multiplier}{gap}{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_and_shown() {
        for (raw, long, short) in [
            ("%", "percent", "%"),
            ("pp", "percentage points", "pp"),
            ("billion USD", "billion USD", "bn USD"),
            ("RUB", "RUB", "RUB"),
            ("thousand people", "thousand people", "k"),
            ("enterprises", "enterprises", ""),
            ("state  enterprises", "state  enterprises", ""),
            ("rank", "rank", ""),
            ("Billion USD", "billion USD", "bn USD"),
            ("Percent", "percent", "%"),
            ("PP", "percentage points", "pp"),
            ("Year", "year", ""),
        ] {
            let unit = Unit::parse(raw).expect(raw);
            assert_eq!((unit.long().as_str(), unit.short().as_str()), (long, short));
            let noun = if matches!(unit.kind, UnitKind::Noun(_)) { &*unit.long() } else { short };
            assert_eq!(unit.brief(), noun.replace("thousand", "k"));
        }
    }

    #[test]
    fn another_spelling_is_no_noun() {
        for (raw, meant) in [
            ("bn USD", "billion USD"),
            ("billions USD", "billion USD"),
            ("billions of USD", "billion USD"),
            ("mln EUR", "million EUR"),
            ("k people", "thousand people"),
            ("thousands of people", "thousand people"),
            ("people (thousands)", "thousand people"),
            ("USD billion", "billion USD"),
            ("USD bn", "billion USD"),
            ("m USD", "million USD"),
            ("US$", "USD"),
            ("$", "USD"),
            ("$bn", "billion USD"),
            ("€ million", "million EUR"),
            ("billion $", "billion USD"),
            ("zł", "PLN"),
            ("₽", "RUB"),
            ("usd", "USD"),
            ("Eur", "EUR"),
            ("million usd", "million USD"),
            ("billionUSD", "billion USD"),
            ("billion-USD", "billion USD"),
            ("USDbn", "billion USD"),
            ("bnUSD", "billion USD"),
            ("millionpeople", "million people"),
            ("pct", "%"),
            ("p.p.", "pp"),
            ("% points", "pp"),
            ("$ per barrel", "USD per barrel"),
        ] {
            assert_eq!(Unit::parse(raw), Err(UnitError::Spelling(meant.to_owned())), "{raw}");
        }
    }

    #[test]
    fn a_multiplier_inside_a_unit_is_no_noun() {
        for (raw, meant) in [
            ("thousand million USD", "billion USD"),
            ("lakh crore INR", "trillion INR"),
            ("million million people", "trillion people"),
            ("milliard EUR", "billion EUR"),
            ("Mrd. EUR", "billion EUR"),
            ("mln people", "million people"),
            ("m people", "million people"),
            ("M tonnes", "million tonnes"),
            ("bn barrels", "billion barrels"),
            ("000 people", "thousand people"),
            ("'000 people", "thousand people"),
            ("'000s of people", "thousand people"),
            ("1,000 tonnes", "thousand tonnes"),
            ("1000 t", "thousand t"),
            ("000,000 USD", "million USD"),
            ("people ('000)", "thousand people"),
            ("people (in thousands)", "thousand people"),
            ("people, in millions", "million people"),
            ("in thousands of people", "thousand people"),
            ("1 million people", "million people"),
            ("people thousand", "thousand people"),
            ("тыс. человек", "thousand человек"),
            ("млрд RUB", "billion RUB"),
            ("Millionen Menschen", "million Menschen"),
            ("milliard de dollars", "billion dollars"),
            ("mil millones USD", "billion USD"),
            ("in USD million", "million USD"),
            ("USD bn (2015 prices)", "billion USD (2015 prices)"),
            ("people ×1000", "thousand people"),
            ("10^6 USD", "million USD"),
            ("10⁶ EUR", "million EUR"),
            ("000t", "thousand t"),
            ("m barrels per day", "million barrels per day"),
            ("m children", "million children"),
            ("pct points", "pp"),
            ("people (m)", "million people"),
            ("people in thousands", "thousand people"),
        ] {
            assert_eq!(Unit::parse(raw), Err(UnitError::Spelling(meant.to_owned())), "{raw}");
        }
        for raw in [
            "MM USD",
            "mm USD",
            "MMUSD",
            "USD mm",
            "ten thousand people",
            "half million people",
            "half a million people",
            "1.5 million USD",
            "2 million people",
            "5 people",
            "dozen people",
            "dozens of people",
            "a dozen people",
        ] {
            assert_eq!(Unit::parse(raw), Err(UnitError::Number), "{raw}");
        }
    }

    #[test]
    fn nouns_stay_nouns() {
        for noun in [
            "people",
            "t",
            "m",
            "k",
            "km",
            "kWh",
            "K",
            "cup",
            "millionaires",
            "million m",
            "years",
            "EUR per tonne",
            "deaths per 1000 births",
            "thousandths",
            "tonnes",
            "MW",
            "t CO2",
            "bars",
            "mils",
            "ranks",
            "Mt",
            "millionths",
            "people in millions of homes",
            "mill workers",
            "deaths per million",
            "cases per 100,000",
            "per 100,000",
            "m above sea level",
            "m per second",
            "t of wheat",
            "‰",
            "°C",
            "CO2 equivalents",
            "100-year floods",
            "USD per dozen eggs",
            "20 ft containers",
            "20-year-olds",
            "two-bedroom flats",
            "length (m)",
            "mm",
            "mm of rain",
            "mil",
            "million-dollar homes",
            "USD per million people",
        ] {
            let unit = Unit::parse(noun).expect(noun);
            assert!(matches!(unit.kind, UnitKind::Noun(_)), "{noun}");
        }
    }

    #[test]
    fn percent_stands_alone() {
        assert_eq!(Unit::parse("% of GDP"), Err(UnitError::PercentOf(Text::new("GDP"))));
        assert_eq!(Unit::parse("Percent of GDP"), Err(UnitError::PercentOf(Text::new("GDP"))));
        assert_eq!(Unit::parse("% per year"), Err(UnitError::PercentAndMore));
        assert_eq!(Unit::parse("bn %"), Err(UnitError::Multiplied));
        assert_eq!(Unit::parse("bn"), Err(UnitError::OnlyMultiplier(Multiplier::Billion)));
    }

    #[test]
    fn a_multiplier_that_the_file_has_no_word_for_is_a_power_of_ten() {
        for (raw, power, name) in [
            ("lakh people", 5, "people"),
            ("crore INR", 7, "INR"),
            ("₹ crore", 7, "INR"),
            ("hundred thousand people", 5, "people"),
            ("hundreds of people", 2, "people"),
            ("100 000 people", 5, "people"),
            ("万人", 4, "人"),
            ("亿 CNY", 8, "CNY"),
            ("thousand trillion IRR", 15, "IRR"),
            ("lakh", 5, ""),
            ("10 million people", 7, "people"),
        ] {
            let power = UnitError::Power { power, name: Text::new(name) };
            assert_eq!(Unit::parse(raw), Err(power), "{raw}");
        }
        let either = UnitError::Either("thousand EUR".to_owned(), "trillion EUR".to_owned());
        assert_eq!(Unit::parse("T€"), Err(either));
        for (raw, name) in [("mil USD", "USD"), ("USD mil", "USD"), ("mil personas", "personas")] {
            let either = UnitError::Either(format!("thousand {name}"), format!("million {name}"));
            assert_eq!(Unit::parse(raw), Err(either), "{raw}");
        }
        for raw in ["5", "100", "1,000", "-"] {
            assert_eq!(Unit::parse(raw), Err(UnitError::NoName), "{raw}");
        }
    }

    #[test]
    fn a_multiplier_needs_something_that_can_be_multiplied() {
        assert_eq!(Unit::parse(" "), Err(UnitError::Empty));
        assert_eq!(Unit::parse("billion"), Err(UnitError::OnlyMultiplier(Multiplier::Billion)));
        assert_eq!(Unit::parse("million %"), Err(UnitError::Multiplied));
    }
}
