use super::Text;

/// A multiplier word in front of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Multiplier {
    /// 10³
    Thousand,
    /// 10⁶
    Million,
    /// 10⁹
    Billion,
    /// 10¹²
    Trillion,
}

const MULTIPLIERS: &[(Multiplier, &str, &str)] = &[
    (Multiplier::Thousand, "thousand", "k"),
    (Multiplier::Million, "million", "mn"),
    (Multiplier::Billion, "billion", "bn"),
    (Multiplier::Trillion, "trillion", "tn"),
];

impl Multiplier {
    /// How many of the unit a value of 1 stands for.
    pub fn factor(self) -> f64 {
        match self {
            Self::Thousand => 1e3,
            Self::Million => 1e6,
            Self::Billion => 1e9,
            Self::Trillion => 1e12,
        }
    }
}

/// What a value is counted in, without its multiplier.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitKind {
    /// A share of a whole: `%`.
    Percent,
    /// Percentage points: `pp`.
    Points,
    /// Money, by its ISO 4217 code.
    Currency(&'static str),
    /// A place in an order, 1 being the first.
    Rank,
    /// A calendar year.
    Year,
    /// Things counted, as the file names them.
    Noun(Text),
}

/// A unit as the file gives it: `%`, `billion USD`, `enterprises`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit {
    /// What is counted.
    pub kind: UnitKind,
    /// How many of it a value of 1 stands for.
    pub multiplier: Option<Multiplier>,
}

/// Why a unit cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitError {
    /// No text.
    Empty,
    /// A multiplier and nothing that it multiplies.
    OnlyMultiplier,
    /// A multiplier in front of `%`, `pp`, `rank` or `year`.
    Multiplied,
}

impl Unit {
    /// Reads a unit: an optional multiplier word, then `%`, `pp`, `rank`, `year`, an ISO 4217
    /// code or a noun.
    ///
    /// # Errors
    /// If nothing is named, or if a multiplier stands before a unit that takes none.
    pub fn parse(raw: &str) -> Result<Self, UnitError> {
        let raw = raw.trim();
        let (first, rest) = raw.split_once(char::is_whitespace).unwrap_or((raw, ""));
        let multiplier = MULTIPLIERS.iter().find(|(_, word, _)| *word == first).map(|m| m.0);
        let name = if multiplier.is_some() { rest.trim() } else { raw };
        let kind = match name {
            "" if multiplier.is_some() => return Err(UnitError::OnlyMultiplier),
            "" => return Err(UnitError::Empty),
            "%" | "percent" | "per cent" => UnitKind::Percent,
            "pp" | "percentage points" => UnitKind::Points,
            "rank" => UnitKind::Rank,
            "year" => UnitKind::Year,
            _ => match CURRENCIES.binary_search(&name).ok().and_then(|at| CURRENCIES.get(at)) {
                Some(code) => UnitKind::Currency(code),
                None => UnitKind::Noun(Text::new(name)),
            },
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

    /// What a value of 1 stands for, in the unit without its multiplier word.
    pub fn factor(&self) -> f64 {
        self.multiplier.map_or(1.0, Multiplier::factor)
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
        match MULTIPLIERS.iter().find(|m| Some(m.0) == self.multiplier) {
            Some((_, word, _)) => format!("{word} {name}"),
            None => name.to_owned(),
        }
    }

    /// As a table says it: `%`, `pp`, `bn USD`; nouns, ranks and years are left to the label.
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

/// The active codes of ISO 4217, without those for testing and for no currency.
const CURRENCIES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN",
    "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF",
    "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP",
    "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD",
    "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY",
    "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD",
    "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK",
    "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK",
    "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG",
    "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS",
    "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED",
    "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XDR", "XOF", "XPF", "YER", "ZAR", "ZMW",
    "ZWG",
];

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
        ] {
            let unit = Unit::parse(raw).expect(raw);
            assert_eq!((unit.long().as_str(), unit.short().as_str()), (long, short));
        }
    }

    #[test]
    fn codes_are_in_order_to_be_searched() {
        assert!(CURRENCIES.is_sorted());
    }

    #[test]
    fn a_multiplier_needs_something_that_can_be_multiplied() {
        assert_eq!(Unit::parse(" "), Err(UnitError::Empty));
        assert_eq!(Unit::parse("billion"), Err(UnitError::OnlyMultiplier));
        assert_eq!(Unit::parse("million %"), Err(UnitError::Multiplied));
    }
}
