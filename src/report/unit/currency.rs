//! Currency codes, and the signs and other spellings that people write for them.

/// The code, if the text is one exactly.
pub(super) fn code(raw: &str) -> Option<&'static str> {
    CURRENCIES.binary_search(&raw).ok().and_then(|at| CURRENCIES.get(at)).copied()
}

/// The code in any case; a lower-case word of English is not a code.
pub(super) fn any_case(raw: &str) -> Option<&'static str> {
    if raw.len() != 3 || !raw.is_ascii() || WORDS.contains(&raw) {
        return None;
    }
    code(&raw.to_ascii_uppercase())
}

/// The text with every currency sign replaced by its code, with spaces around it.
pub fn without_currency_signs(raw: &str) -> String {
    let mut out = raw.to_owned();
    for (sign, code) in SIGNS {
        if out.contains(sign) {
            out = out.replace(sign, &format!(" {code} "));
        }
    }
    out
}

/// English words that look like a code in lower case.
const WORDS: &[&str] =
    &["all", "bam", "bob", "cop", "cup", "gel", "mad", "mop", "pen", "sos", "top", "try"];

/// Signs; longer ones come before the signs that they contain.
const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("U.S.$", "USD"),
    ("$US", "USD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₽", "RUB"),
    ("zł", "PLN"),
    ("Zł", "PLN"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₸", "KZT"),
    ("₾", "GEL"),
    ("₼", "AZN"),
    ("֏", "AMD"),
    ("Kč", "CZK"),
];

/// The active codes of ISO 4217, except those for testing and for no currency.
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
    fn codes_are_in_order_to_be_searched() {
        assert!(CURRENCIES.is_sorted());
    }

    #[test]
    fn every_sign_stands_for_a_code() {
        for (sign, code_of) in SIGNS {
            assert_eq!(code(code_of), Some(*code_of), "{sign}");
        }
    }
}
