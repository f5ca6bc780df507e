//! Whether the unit that a wording prints is that of the figure.

use super::{Compared, near};
use crate::prose::mark::{Mark, codes};
use crate::prose::numeral::Numeral;
use crate::prose::numerals::Numerals;
use crate::prose::token::Tokens;
use crate::report::UnitKind;

impl Compared<'_, '_> {
    /// Whether the unit that is printed with the number may be that of the value.
    pub(super) fn unit_agrees(&self, numeral: &Numeral) -> bool {
        let unit = self.quantity.unit();
        let noun = match &unit.kind {
            UnitKind::Noun(noun) => noun.to_lowercase(),
            _ => String::new(),
        };
        let is_noun = !noun.is_empty();
        let says = |parts: &[&str]| parts.iter().any(|part| noun.contains(part));
        let is_share = matches!(unit.kind, UnitKind::Percent | UnitKind::Points);
        let mark = match numeral.number.mark {
            Mark::None => true,
            Mark::Percent => {
                is_share || says(&["%", "percent", "per cent", "index", "rate", "share"])
            }
            Mark::Points => {
                unit.kind == UnitKind::Points || self.quantity.is_change() || says(&["point"])
            }
            Mark::BasisPoints => is_share || says(&["basis", "bp"]),
            Mark::Money(codes) => match unit.kind {
                UnitKind::Currency(code) => codes.split(' ').any(|own| own == code),
                _ if numeral.number.is_subunit && says(&["cent", "pence", "penn"]) => true,
                _ => is_noun && names_money(&noun, codes),
            },
        };
        mark && self.rate_agrees(numeral, is_share, &noun)
    }

    /// Whether "per 100,000" is part of the unit, or of what the figure is called.
    fn rate_agrees(&self, numeral: &Numeral, is_share: bool, noun: &str) -> bool {
        let Some(per) = numeral.number.per else { return true };
        let Some(names) = self.around.names.filter(|_| !numeral.number.is_of_whole()) else {
            return true;
        };
        let value = self.quantity.stated().abs();
        let is_in_percent = numeral.number.readings().any(|n| near(n.value / per * 100.0, value));
        let names_it =
            |text: &str| Numerals::of(text).numbers.iter().any(|n| near(n.number.value(), per));
        (is_share && is_in_percent) || names_it(noun) || names_it(names)
    }
}

/// Whether a noun names one of these currencies: "EUR per tonne".
fn names_money(noun: &str, money: &str) -> bool {
    let tokens = Tokens::of(noun);
    (0..tokens.len()).any(|at| codes(&tokens, at) == Some(money))
        || money.split(' ').any(|code| noun.contains(&code.to_lowercase()))
}
