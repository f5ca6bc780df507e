//! Currency codes, and the signs and other spellings that people write for them.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The code, if the text is one exactly.
pub(super) fn code(raw: &str) -> Option<&'static str> {
    CURRENCIES.binary_search(&raw).ok().and_then(|at| CURRENCIES.get(at)).copied()
}

/// The active codes of ISO 4217, in the order of the alphabet.
pub fn codes() -> impl Iterator<Item = &'static str> {
    CURRENCIES.iter().copied()
}

/// The code in any case; a lower-case word of English is not a code.
pub(super) fn any_case(raw: &str) -> Option<&'static str> {
    if raw.len() != 3 || !raw.is_ascii() || WORDS.contains(&raw) {
        return None;
    }
    code(&raw.to_ascii_uppercase())
}

/// The text with every currency sign replaced by its code, with spaces around it.
pub(super) fn without_currency_signs(raw: &str) -> String {
    let mut out = raw.to_owned();
    for (sign, code) in SIGNS.iter() {
        if out.contains(sign) {
            out = out.replace(sign, &format!(" {code} "));
        }
    }
    out
}

/// The codes that a word or a sign may stand for, in lower case: a dollar is that of many countries.
/// The likeliest comes first.
pub(crate) fn named(name: &str) -> Option<&'static str> {
    BY_NAME.get(name).copied().or_else(|| any_case(name))
}

/// The table by its signs and words in lower case: every number of a text asks it.
static BY_NAME: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let names = |(codes, signs, words): &(&'static str, &str, &str)| {
        let codes = *codes;
        let all = signs.split_whitespace().chain(words.split_whitespace());
        all.map(|name| (name.to_lowercase(), codes)).collect::<Vec<_>>()
    };
    NAMES.iter().flat_map(names).collect()
});

/// Each sign with its likeliest code; longer ones come before the signs that they contain.
static SIGNS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let signs = NAMES.iter().flat_map(|(codes, signs, _)| {
        let code = codes.split(' ').next().unwrap_or_default();
        signs.split_whitespace().map(move |sign| (sign, code))
    });
    let mut signs: Vec<_> = signs.collect();
    signs.sort_by_key(|(sign, _)| Reverse(sign.len()));
    signs
});

/// Codes, the signs for them, and the words for them in the languages in which sources print them.
const NAMES: &[(&str, &str, &str)] = &[
    (
        "USD AUD CAD NZD SGD HKD TWD MXN",
        "$",
        "dollar dollars dólar dólares dolar dolary dolarów dolara dollari доллар доллара долларов \
         долл долар долара долари доларів долараў долары 美元 美金",
    ),
    ("USD", "US$ U.S.$ $US", ""),
    ("AUD", "A$ AU$", ""),
    ("CAD", "C$ CA$", ""),
    ("HKD", "HK$", ""),
    ("NZD", "NZ$", ""),
    ("SGD", "S$", ""),
    ("TWD", "NT$", ""),
    ("MXN", "MX$", ""),
    ("BRL", "R$", "reais"),
    ("EUR", "€", "euro euros евро євро еўра 欧元"),
    ("GBP EGP SYP LBP", "£", "pound pounds sterling фунт фунтов 英镑"),
    ("JPY CNY", "¥", "yen 日元"),
    ("CNY", "", "yuan renminbi rmb юань юаней юанів 元 人民币"),
    (
        "RUB BYN",
        "₽",
        "ruble rubles rouble roubles rubel rubla rubli rublos рубль рубля рублей руб рублів \
         рублёў 卢布",
    ),
    ("PLN", "zł Zł", "złoty złote złotych zloty zlotys zlotych злотых злотих"),
    ("UAH", "₴", "hryvnia hryvnias hryvnya гривна гривен гривня гривні гривень грн"),
    ("CHF", "", "franc francs franken"),
    ("SEK NOK DKK ISK CZK", "", "kr krona kronor krone kroner kčs"),
    ("CZK", "Kč", ""),
    ("INR PKR LKR NPR", "₹", "rupee rupees"),
    ("TRY", "₺", ""),
    ("KRW", "₩", ""),
    ("ILS", "₪", ""),
    ("KZT", "₸", "tenge тенге"),
    ("GEL", "₾", "lari"),
    ("AZN", "₼", "manat"),
    ("AMD", "֏", "dram"),
];

/// English words that look like a code in lower case.
const WORDS: &[&str] =
    &["all", "bam", "bob", "cop", "cup", "gel", "mad", "mop", "pen", "sos", "top", "try"];

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
        for (codes, signs, words) in NAMES {
            for own in codes.split(' ') {
                assert_eq!(code(own), Some(own), "{signs} {words}");
            }
        }
    }
}
