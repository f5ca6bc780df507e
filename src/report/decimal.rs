use std::fmt;
use std::ops::{Add, Neg};

/// More decimals than these are not shown.
const MOST_DECIMALS: usize = 20;

/// A number with the digits that it is written with: 7.0 is not 7.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decimal {
    value: f64,
    /// The power of ten that the last written digit counts: −1 in 7.0, 0 in 70, 2 in 1.5e3.
    last: i16,
}

impl Decimal {
    /// Reads a decimal number as TOML writes it, without underscores: `7.0`, `-45`, `1.50e3`.
    pub fn parse(raw: &str) -> Option<Self> {
        let value = raw.parse().ok()?;
        let (mantissa, exponent) = raw.split_once(['e', 'E']).unwrap_or((raw, "0"));
        let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let decimals = i64::try_from(decimals).unwrap_or(i64::MAX);
        // An exponent that is too long for a number is that of zero or of infinity.
        let last = exponent.parse::<i64>().unwrap_or(0).saturating_sub(decimals);
        let last = last.clamp(i16::MIN.into(), i16::MAX.into());
        Some(Self { value, last: i16::try_from(last).unwrap_or(0) })
    }

    /// Its value.
    pub fn value(self) -> f64 {
        self.value
    }

    /// What one more in its last written digit would add.
    pub fn step(self) -> f64 {
        power_of_ten(self.last)
    }

    /// What one more in the last digit that is not a zero would add, if it is a whole number that ends
    /// in zeros: 10,000 of 610,000. Such a number may be rounded there; one with a decimal point or
    /// an exponent says itself how exact it is.
    pub fn round_step(self) -> Option<f64> {
        if self.last != 0 || self.value == 0.0 {
            return None;
        }
        let digits = format!("{:e}", self.value.abs());
        let (mantissa, exponent) = digits.split_once('e')?;
        let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let place = exponent.parse::<i16>().ok()? - i16::try_from(decimals).ok()?;
        (place > 0).then(|| power_of_ten(place))
    }

    /// What one more in the second of its digits would add: 1 in 66.7, 0.1 in 1.
    pub fn second_step(self) -> f64 {
        let digits = format!("{:e}", self.value);
        let exponent = digits.split_once('e').and_then(|(_, exponent)| exponent.parse().ok());
        power_of_ten(exponent.unwrap_or(0_i16).saturating_sub(1))
    }

    /// The same without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { value: self.value.abs(), ..self }
    }

    /// The same number times a power of ten, with the same digits.
    #[must_use]
    pub fn times_ten_to(self, power: i16) -> Self {
        let value = format!("{}e{power}", self.value).parse();
        let value = value.unwrap_or(self.value * power_of_ten(power));
        Self { value, last: self.last.saturating_add(power) }
    }

    /// Its digits with an exponent: `1.50e-7`.
    pub(super) fn scientific(self) -> String {
        let digits = format!("{:e}", self.value);
        let Some((mantissa, exponent)) = digits.split_once('e') else { return digits };
        // In a number without decimals it is not known which zeros were read off.
        let last = if self.last > 0 || self.value.abs() < 1.0 { self.last } else { i16::MAX };
        let decimals = exponent.parse::<i16>().unwrap_or(0).saturating_sub(last);
        format!("{}e{exponent}", padded(mantissa, decimals))
    }
}

impl From<f64> for Decimal {
    /// A number with the fewest digits that tell it from every other one.
    fn from(value: f64) -> Self {
        Self::parse(&value.to_string()).unwrap_or(Self { value, last: 0 })
    }
}

impl Add for Decimal {
    type Output = Self;

    /// The sum as it is worked out by hand: 0.1 and 0.2 are 0.3. Its last digit is the finer of the two.
    fn add(self, other: Self) -> Self {
        let last = self.last.min(other.last);
        let sum = self.value + other.value;
        let decimals = usize::try_from(last.saturating_neg()).unwrap_or(0);
        let exact = (decimals <= MOST_DECIMALS).then(|| format!("{sum:.decimals$}").parse().ok());
        Self { value: exact.flatten().unwrap_or(sum), last }
    }
}

impl Neg for Decimal {
    type Output = Self;

    fn neg(self) -> Self {
        Self { value: -self.value, ..self }
    }
}

/// As the file writes it, without an exponent: `7.0`, `-45`, `1500`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&padded(&self.value.to_string(), self.last.saturating_neg()))
    }
}

/// Digits with zeros after them, up to this number of decimals.
fn padded(digits: &str, decimals: i16) -> String {
    let given = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let wanted = usize::try_from(decimals).unwrap_or(0).min(MOST_DECIMALS);
    let point = if given == 0 && wanted > 0 { "." } else { "" };
    format!("{digits}{point}{}", "0".repeat(wanted.saturating_sub(given)))
}

/// Ten to this power; multiplying ten by itself would be off in the last bits.
fn power_of_ten(power: i16) -> f64 {
    format!("1e{power}").parse().unwrap_or(f64::INFINITY)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_last_written_digit_counts() {
        for (raw, step, round_step, plain) in [
            ("7.0", 0.1, None, "7.0"),
            ("7", 1.0, None, "7"),
            ("70", 1.0, Some(10.0), "70"),
            ("70.0", 0.1, None, "70.0"),
            ("-45", 1.0, None, "-45"),
            ("0.00", 0.01, None, "0.00"),
            ("0", 1.0, None, "0"),
            ("610000", 1.0, Some(10_000.0), "610000"),
            ("1.50e3", 10.0, None, "1500"),
            ("1.5e3", 100.0, None, "1500"),
            ("1e-2", 0.01, None, "0.01"),
            ("0e-30000", 0.0, None, "0.00000000000000000000"),
            ("1e300", 1e300, None, &1e300.to_string()),
        ] {
            let decimal = Decimal::parse(raw).unwrap();
            assert_eq!(decimal.step().total_cmp(&step), std::cmp::Ordering::Equal, "{raw}");
            assert_eq!(decimal.round_step(), round_step, "{raw}");
            assert_eq!(decimal.to_string(), plain, "{raw}");
        }
        assert_eq!(Decimal::parse("7_0"), None);
    }

    #[test]
    fn sums_are_worked_out_in_decimals() {
        for (a, b, sum) in [
            ("0.1", "0.2", "0.3"),
            ("38", "-4.4", "33.6"),
            ("38", "4.4", "42.4"),
            ("7.10", "8.3", "15.40"),
            ("1.5e3", "1e2", "1600"),
            ("-3", "3", "0"),
            ("2", "3.3", "5.3"),
        ] {
            let [a, b] = [a, b].map(|raw| Decimal::parse(raw).unwrap());
            assert_eq!((a + b).to_string(), sum, "{a} + {b}");
        }
        for (raw, power, times) in [("8.2", 3, "8200"), ("8200", -3, "8.200"), ("7.10", 1, "71.0")]
        {
            assert_eq!(
                Decimal::parse(raw).unwrap().times_ten_to(power).to_string(),
                times,
                "{raw}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_number_is_written_as_it_was_read(whole in -10_000i64..10_000, decimals in "[0-9]{1,6}") {
            let raw = format!("{whole}.{decimals}");
            prop_assert_eq!(Decimal::parse(&raw).unwrap().to_string(), raw);
        }

        #[test]
        fn every_number_has_digits(value: f64) {
            let decimal = Decimal::from(value);
            prop_assert_eq!(decimal.to_string(), value.to_string());
            prop_assert!(decimal.step() > 0.0 || value.abs() < 1e-300 || !value.is_finite());
            let _ = (decimal.round_step(), decimal.scientific());
        }
    }
}
