use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::Row;
use crate::report::{Text, Unit, UnitError};
use crate::schema::Key;

rules! {

    /// A unit that says nothing, or a multiplier of nothing.
    BAD_UNIT "E009" "unit cannot be read"
r#"A unit is "%", "pp" (percentage points), "rank", "year", a currency code
such as "USD", or a noun such as "people". A multiplier (thousand, million,
billion, trillion) may stand before a currency or a noun; not alone, and not
before "%". Write these words in full and in the singular, and money by its
code in capitals. What it is a percentage of goes into 'of'.

    wrong:  unit = "billion"
    wrong:  unit = "thousand %"
    wrong:  unit = "bn usd"
    wrong:  unit = "% of exports"
    right:  unit = "billion USD"
    right:  unit = "%"
            of   = "exports""#
}

impl<'i> Lowering<'i, '_> {
    /// The unit of a row, or the inherited one.
    pub(super) fn unit(&mut self, row: &mut Row<'i>, default: Option<&Unit>) -> Option<Unit> {
        let Some(raw) = row.raw(Key::Unit, self.faults) else {
            if default.is_none() && !row.is_bad(&[Key::Unit]) {
                row.missing(Key::Unit, self.faults);
            }
            return default.filter(|_| !row.is_bad(&[Key::Unit])).cloned();
        };
        let error = match Unit::parse(&raw) {
            Ok(unit) => return Some(unit),
            Err(error) => error,
        };
        row.mark(Key::Unit);
        let raw = raw.trim();
        let (message, help) = match error {
            UnitError::Empty => (
                "the unit is empty".to_owned(),
                "write \"%\", a currency code such as \"USD\", or what is counted".to_owned(),
            ),
            UnitError::OnlyMultiplier(multiplier) => {
                let word = multiplier.word();
                let help =
                    format!("write unit = \"{word} USD\" or \"{word} people\", as the case may be");
                (format!("the unit {} does not say of what", quoted(raw)), help)
            }
            UnitError::Multiplied => (
                format!("the unit {} multiplies what cannot be multiplied", quoted(raw)),
                "write the unit alone and the value in full".to_owned(),
            ),
            UnitError::Spelling(meant) => (
                format!("the unit {} is not written as the program reads it", quoted(raw)),
                format!("write unit = \"{}\"", Text::new(&meant)),
            ),
            UnitError::PercentOf(whole) => (
                format!("the unit {} names the whole too", quoted(raw)),
                format!("write unit = \"%\" and of = \"{whole}\""),
            ),
            UnitError::PercentAndMore => (
                format!("the unit {} says more than the unit", quoted(raw)),
                "write unit = \"%\" and say the rest in 'label' or 'note'".to_owned(),
            ),
        };
        self.faults.add(&BAD_UNIT, row.at(Key::Unit), message).help(help);
        None
    }
}
