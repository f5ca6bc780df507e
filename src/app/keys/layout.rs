//! Where keys are on keyboards.

/// The keys of a US keyboard, row by row, without Shift.
const US: &str = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./";
/// The same keys with Shift.
const US_SHIFTED: &str = "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";

/// The character that Shift makes of a key of a US keyboard; any other character stays.
pub fn us_shifted(c: char) -> char {
    let shifted = US.chars().zip(US_SHIFTED.chars()).find(|(plain, _)| *plain == c);
    shifted.map_or(c, |(_, shifted)| shifted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_works_as_on_a_us_keyboard() {
        for (plain, shifted) in [('a', 'A'), ('/', '?'), (';', ':'), ('6', '^'), ('ж', 'ж')] {
            assert_eq!(us_shifted(plain), shifted);
        }
    }
}
