//! Arithmetic as people write it down: `15.5 / 24.4 − 1`, `34 % of (12 + 8)`.

use super::digits;

/// The deepest brackets that are followed.
const DEEPEST: u8 = 16;

/// What a calculation comes to; `None` for a text that is more than a calculation, or that can be
/// read in two ways. What stands behind `=` is not read.
pub(crate) fn calculate(text: &str) -> Option<f64> {
    let text = text.split(['=', '≈']).next()?;
    let mut reader = Reader { rest: text.trim(), depth: 0, steps: 0 };
    let result = reader.sum()?;
    let is_all = reader.rest.is_empty() && reader.steps > 0;
    Some(result.value).filter(|value| is_all && value.is_finite())
}

/// A number, and whether a percent sign made it a share.
#[derive(Clone, Copy)]
struct Number {
    value: f64,
    is_share: bool,
}

struct Reader<'t> {
    rest: &'t str,
    depth: u8,
    /// The operations that were read.
    steps: u32,
}

impl Reader<'_> {
    /// Terms with signs between them. A share is neither added to an amount nor taken from one: in
    /// "200 − 15 %" it may be meant as one of the 200.
    fn sum(&mut self) -> Option<Number> {
        let mut sum = self.product()?;
        loop {
            let sign = match self.operator(&["+", "−", "-", "– "]) {
                None => return Some(sum),
                Some("+") => 1.0,
                Some(_) => -1.0,
            };
            let term = self.product()?;
            if term.is_share != sum.is_share {
                return None;
            }
            sum.value += sign * term.value;
        }
    }

    fn product(&mut self) -> Option<Number> {
        let mut product = self.number()?;
        loop {
            let operator = self.operator(&["×", "*", "·", "⋅", "x ", "/", "÷", "of "]);
            let Some(operator) = operator else { return Some(product) };
            let factor = self.number()?;
            let is_share = match operator {
                // "3 of 4" are not twelve.
                "of " if !product.is_share => return None,
                "/" | "÷" => {
                    product.value /= factor.value;
                    product.is_share && !factor.is_share
                }
                _ => {
                    product.value *= factor.value;
                    product.is_share && factor.is_share
                }
            };
            product.is_share = is_share;
        }
    }

    /// A number or brackets, with a sign in front and a percent sign behind.
    fn number(&mut self) -> Option<Number> {
        if self.takes("−") || self.takes("-") {
            let depth = self.depth;
            self.deeper()?;
            let number = self.number()?;
            self.depth = depth;
            return Some(Number { value: -number.value, ..number });
        }
        let mut number = if self.takes("(") {
            self.deeper()?;
            let inner = self.sum()?;
            self.depth -= 1;
            self.takes(")").then_some(inner)?
        } else {
            let (digits, len) = digits::read(self.rest, true)?;
            self.advance(len);
            Number { value: digits.value(), is_share: false }
        };
        if self.takes("%") {
            number = Number { value: number.value / 100.0, is_share: true };
        }
        Some(number)
    }

    fn deeper(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= DEEPEST).then_some(())
    }

    fn operator(&mut self, signs: &[&'static str]) -> Option<&'static str> {
        let sign = signs.iter().copied().find(|sign| self.takes(sign))?;
        self.steps = self.steps.saturating_add(1);
        Some(sign)
    }

    fn takes(&mut self, sign: &str) -> bool {
        let takes = self.rest.starts_with(sign);
        if takes {
            self.advance(sign.len());
        }
        takes
    }

    fn advance(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default().trim_start();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sums_shares_and_brackets_are_worked_out() {
        for (text, result) in [
            ("34 + 22", 56.0),
            ("34+22", 56.0),
            ("34 + 22 = 56", 56.0),
            ("34 % + 22 %", 0.56),
            ("15.5 / 24.4 − 1", 15.5 / 24.4 - 1.0),
            ("(15.5 - 24.4) ÷ 24.4", (15.5 - 24.4) / 24.4),
            ("1,234 × 2", 2468.0),
            ("1 234 – 34", 1200.0),
            ("34 % of (12 + 8)", 0.34 * 20.0),
            ("2 · 3 * 4", 24.0),
            ("2 x 3", 6.0),
            ("-3 + 5", 2.0),
            ("−70 / 2", -35.0),
            ("½ × 8", 4.0),
            ("10 - 4 - 3", 3.0),
        ] {
            let found = calculate(text).expect(text);
            assert!((found - result).abs() < 1e-9, "{text}: {found}");
        }
    }

    #[test]
    fn what_is_more_than_a_calculation_or_unclear_is_not_worked_out() {
        for text in [
            "",
            "56",
            "34 plus 22",
            "$34 billion + $22 billion",
            "34 + 22 + the rest",
            "34 +",
            "(34 + 22",
            "34 + 22)",
            "1 / 0",
            "200 − 15 %",
            "3 of 4",
            "2019–2021",
            "two-thirds of 24",
            "10^3 + 1",
        ] {
            assert_eq!(calculate(text), None, "{text}");
        }
        assert_eq!(calculate(&format!("{}1 + 1", "(".repeat(100_000))), None);
        assert_eq!(calculate(&format!("{}1 + 1", "-".repeat(100_000))), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_an_end(text in "[0-9.,%+*/()−·× of=-]{0,60}|\\PC{0,60}") {
            let _ = calculate(&text);
        }
    }
}
