/// What a hedge means. The words differ from source to source, the classes do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HedgeClass {
    /// A ceiling, in words that imply a lower end without stating one.
    UpTo,
    /// A ceiling that may be reached.
    AtMost,
    /// A ceiling that is not reached.
    Below,
    /// A floor that may be met exactly.
    AtLeast,
    /// A floor that is passed.
    Above,
    /// Near the value, on either side.
    About,
    /// Near the value, but not past it.
    Nearly,
    /// Near the value, but past it.
    JustOver,
    /// Between two stated values.
    Between,
    /// An order of magnitude without a number.
    Order,
}

impl HedgeClass {
    /// Its meaning in a few words.
    pub fn reads(self) -> &'static str {
        match self {
            Self::UpTo => "at most this; how low is not said",
            Self::AtMost => "this or less",
            Self::Below => "less than this",
            Self::AtLeast => "this or more",
            Self::Above => "more than this",
            Self::About => "near this, on either side",
            Self::Nearly => "a little less than this",
            Self::JustOver => "a little more than this",
            Self::Between => "between two stated values",
            Self::Order => "an order of magnitude, without a value",
        }
    }
}

/// A hedge word, and what it means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HedgeWord {
    /// The word in lower case, as the file writes it.
    pub word: &'static str,
    /// Its class.
    pub class: HedgeClass,
    /// For an order of magnitude: the lowest value, and the first value above it.
    pub order: Option<(f64, f64)>,
}

const fn word(word: &'static str, class: HedgeClass) -> HedgeWord {
    HedgeWord { word, class, order: None }
}

const fn order(word: &'static str, from: f64, below: f64) -> HedgeWord {
    HedgeWord { word, class: HedgeClass::Order, order: Some((from, below)) }
}

/// Every hedge that the file may use. Checks, help, completion and docs follow this table.
pub const HEDGES: &[HedgeWord] = &[
    word("up to", HedgeClass::UpTo),
    word("as much as", HedgeClass::UpTo),
    word("as many as", HedgeClass::UpTo),
    word("at most", HedgeClass::AtMost),
    word("no more than", HedgeClass::AtMost),
    word("not more than", HedgeClass::AtMost),
    word("maximum", HedgeClass::AtMost),
    word("below", HedgeClass::Below),
    word("under", HedgeClass::Below),
    word("less than", HedgeClass::Below),
    word("fewer than", HedgeClass::Below),
    word("at least", HedgeClass::AtLeast),
    word("no fewer than", HedgeClass::AtLeast),
    word("no less than", HedgeClass::AtLeast),
    word("not less than", HedgeClass::AtLeast),
    word("minimum", HedgeClass::AtLeast),
    word("above", HedgeClass::Above),
    word("over", HedgeClass::Above),
    word("more than", HedgeClass::Above),
    word("exceeds", HedgeClass::Above),
    word("exceeded", HedgeClass::Above),
    word("about", HedgeClass::About),
    word("around", HedgeClass::About),
    word("roughly", HedgeClass::About),
    word("approximately", HedgeClass::About),
    word("some", HedgeClass::About),
    word("an estimated", HedgeClass::About),
    word("estimated at", HedgeClass::About),
    word("nearly", HedgeClass::Nearly),
    word("almost", HedgeClass::Nearly),
    word("close to", HedgeClass::Nearly),
    word("just under", HedgeClass::Nearly),
    word("just over", HedgeClass::JustOver),
    word("slightly more than", HedgeClass::JustOver),
    word("between", HedgeClass::Between),
    order("tens", 10.0, 100.0),
    order("dozens", 10.0, 100.0),
    order("several dozen", 10.0, 100.0),
    order("hundreds", 100.0, 1e3),
    order("thousands", 1e3, 1e4),
    order("tens of thousands", 1e4, 1e5),
    order("hundreds of thousands", 1e5, 1e6),
    order("millions", 1e6, 1e7),
    order("tens of millions", 1e7, 1e8),
    order("hundreds of millions", 1e8, 1e9),
    order("billions", 1e9, 1e10),
    order("tens of billions", 1e10, 1e11),
    order("hundreds of billions", 1e11, 1e12),
    order("trillions", 1e12, 1e13),
];

impl HedgeWord {
    /// The hedge of a word, in any case and spacing.
    pub fn find(raw: &str) -> Option<&'static Self> {
        let wanted = raw.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
        HEDGES.iter().find(|h| h.word == wanted)
    }
}

/// The words of all hedges, in the order of the table.
pub fn hedge_words() -> impl Iterator<Item = &'static str> {
    HEDGES.iter().map(|h| h.word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whatever_its_case_and_spacing() {
        assert_eq!(HedgeWord::find(" Up  to ").map(|h| h.class), Some(HedgeClass::UpTo));
        assert_eq!(HedgeWord::find("perhaps"), None);
    }

    #[test]
    fn no_word_stands_twice_and_only_orders_have_an_order() {
        for (at, hedge) in HEDGES.iter().enumerate() {
            assert_eq!(HEDGES.iter().position(|h| h.word == hedge.word), Some(at));
            assert_eq!(hedge.order.is_some(), hedge.class == HedgeClass::Order);
        }
    }
}
