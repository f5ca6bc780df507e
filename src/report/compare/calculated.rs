use super::{Relation, relation};
use crate::report::{Quantity, Value};

impl Quantity {
    /// Whether it may stand for the result of a calculation, in its own unit, once that is rounded.
    pub fn may_be(&self, result: f64) -> bool {
        let value = Some(Value::number(result));
        let result = Self::new(value, None, self.unit().clone(), self.is_change());
        result.is_ok_and(|result| relation(self, &result) != Relation::Apart)
    }
}
