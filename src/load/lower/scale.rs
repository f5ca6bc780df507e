use super::Lowering;
use crate::diagnostic::rules;
use crate::load::reader::Row;
use crate::report::{Decimal, Scale};
use crate::schema::Key;

rules! {

    /// A scale whose ends are not two ascending numbers.
    BAD_SCALE "E010" "scale cannot be drawn"
r"'scale' gives the two ends of the bar, the lower first, in the indicator's
unit. The bar of a change grows from zero, so its scale includes 0. The bar
is left out; the figure stays. A percentage needs no scale.

    wrong:  scale = [500, 0]
    right:  scale = [0, 500]

    wrong:  change = true
            scale  = [-20, -5]
    right:  change = true
            scale  = [-20, 0]"
}

impl<'i> Lowering<'i, '_> {
    /// The declared scale of a bar.
    pub(super) fn scale(&mut self, row: &mut Row<'i>, change: bool) -> Option<Scale> {
        let value = row.take(Key::Scale)?;
        let (low, high) = self.two(row, Key::Scale, &value)?;
        let scale = Scale::declared(low.value(), high.value());
        if scale.is_none() {
            let message = "the first end of the scale is not below the second";
            let help = if low.value() > high.value() {
                format!("write scale = [{high}, {low}]")
            } else {
                "write two different ends: scale = […, …]".to_owned()
            };
            self.faults.add(&BAD_SCALE, row.at(Key::Scale), message).help(help);
        }
        if let Some(scale) = scale
            && change
            && !scale.holds(0.0)
        {
            let message = "the scale of a change does not hold 0, from which its bar grows";
            let zero = Decimal::from(0.0);
            let (low, high) = if high.value() < 0.0 { (low, zero) } else { (zero, high) };
            let help = format!("write scale = [{low}, {high}]");
            self.faults.add(&BAD_SCALE, row.at(Key::Scale), message).help(help);
            return None;
        }
        scale
    }
}
