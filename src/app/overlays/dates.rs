//! Two dates that are typed, and the time between them, which the timeline then draws.

use crate::app::actions::dispatch::arrive;
use crate::app::keys::{Action, Key, Panel, Scope, TextPress, text_press};
use crate::app::overlays::Overlay;
use crate::app::text::Input;
use crate::app::{Effect, Model};
use crate::report::Period;

/// Dates that are typed.
#[derive(Clone, Debug)]
pub struct Dates {
    /// What is typed.
    pub input: Input,
    /// Why that cannot be drawn.
    pub says: Option<String>,
}

impl Dates {
    /// Nothing typed yet.
    pub(in crate::app) fn new() -> Self {
        Self { input: Input::new(""), says: None }
    }
}

/// What is said of dates that are none.
const MEND: &str = "write two dates, such as 2020-2025 or Mar 2021 to 24 Feb 2022";

/// A key while dates are typed.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Option<Effect> {
    let Some(Overlay::Dates(mut dates)) = model.overlay.take() else { return None };
    match text_press(&model.keymap, Scope::Dates, key) {
        TextPress::Effect(effect) => {
            model.overlay = Some(Overlay::Dates(dates));
            return Some(effect);
        }
        TextPress::Do(Action::Accept) => match draw(model, dates.input.line()) {
            Ok(()) => return None,
            Err(says) => dates.says = Some(says),
        },
        TextPress::Do(Action::Back) => return None,
        TextPress::Do(_) => {}
        TextPress::Text => {
            if dates.input.press(key) {
                dates.says = None;
            }
        }
    }
    model.overlay = Some(Overlay::Dates(dates));
    None
}

/// Draws the time between two dates on the timeline.
fn draw(model: &mut Model, typed: &str) -> Result<(), String> {
    let period = between(typed).ok_or_else(|| MEND.to_owned())?;
    model.timeline.draw(&period)?;
    model.timeline.stand_in_span(&model.report, model.as_of);
    model.focus = Panel::Timeline;
    arrive(model);
    Ok(())
}

/// The period that was typed: a date or two, as people or the file write them (EDTF), with a dash,
/// a space or "to" between them; the later one may come first.
fn between(typed: &str) -> Option<Period> {
    let is_dated = |period: &Period| period.start().is_some() || period.end().is_some();
    let period = |text: &str| Period::parse(text).ok().filter(is_dated);
    if typed.contains("/..") || typed.contains("../") {
        return period(typed.trim());
    }
    let typed = typed.to_lowercase().replace(['–', '—'], "-").replace("..", " to ");
    let typed = typed.trim().trim_start_matches("from ");
    if let Some(one) = date(typed).and_then(|date| period(&date)) {
        return Some(one);
    }
    let since = typed.strip_prefix("since ").or_else(|| typed.strip_suffix(" to"));
    if let Some(since) = since.and_then(date) {
        return period(&format!("{since}/.."));
    }
    let signs = typed.match_indices(['-', '/', ' ']).map(|(at, _)| typed.split_at(at));
    let signs = signs.map(|(a, b)| (a, b.get(1..).unwrap_or_default()));
    let words = [" to ", " - ", " / "].into_iter().filter_map(|sign| typed.split_once(sign));
    words.chain(signs).find_map(|(a, b)| {
        let a = date(a)?;
        // `2020-25` are two years.
        let short = a.len() == 4 && b.len() == 2 && b.bytes().all(|b| b.is_ascii_digit());
        let b = if short { format!("{}{b}", a.get(..2)?) } else { date(b)? };
        period(&format!("{a}/{b}")).or_else(|| period(&format!("{b}/{a}")))
    })
}

/// A date as people or the file write it, in EDTF: `4 Nov 2021`, `Nov. 2021`, `4.11.2021`,
/// `2021-11`, `2021`. A season and a year before Christ are more likely something else.
fn date(typed: &str) -> Option<String> {
    let words: Vec<&str> = typed.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    let month = |word: &str| {
        let letters = word.get(..3)?;
        let at = MONTHS.iter().position(|month| *month == letters)?;
        word.chars().all(char::is_alphabetic).then_some(at + 1)
    };
    let number = |word: &str| word.parse::<usize>().ok();
    let written = match words.as_slice() {
        [date] if !date.starts_with('-') => (*date).to_owned(),
        [name, year] => format!("{year}-{:02}", month(name)?),
        [day, name, year] => {
            let month = month(name).or_else(|| number(name))?;
            format!("{year}-{month:02}-{:02}", number(day)?)
        }
        _ => return None,
    };
    let is_season = written.len() == 7 && written.get(5..).and_then(number)? > MONTHS.len();
    (!is_season && Period::parse(&written).is_ok()).then_some(written)
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_dates_are_read_as_people_write_them() {
        let words = |typed| between(typed).map(|period| period.words());
        let years = Some("2020–2025".to_owned());
        for typed in
            ["2020-2025", "2020–2025", " 2020 - 2025", "2020 2025", "2020/2025", "2020 to 2025"]
        {
            assert_eq!(words(typed), years, "{typed}");
        }
        assert_eq!(words("2021-03 to 2022-02-24"), words("2021-03/2022-02-24"));
        assert_eq!(words("2021-03"), Some("Mar 2021".to_owned()));
        assert_eq!(words("2021"), Some("2021".to_owned()));
        assert_eq!(words("2025-2020"), years, "the later one may come first");
        for typed in ["Feb 2022-Mar 2023", "Feb 2022 to Mar 2023", "february 2022 – march 2023"] {
            assert_eq!(words(typed), words("2022-02/2023-03"), "{typed}");
        }
        assert_eq!(words("4 Nov 2021"), Some("4 Nov 2021".to_owned()));
        assert_eq!(words("4 Nov 2021 - 2023"), words("2021-11-04/2023"));
        assert_eq!(words("2020/.."), Some("since 2020".to_owned()));
        for typed in
            ["2020 -2025", "2020-25", "2020–25", "2020..2025", "from 2020 to 2025", "2020 / 2025"]
        {
            assert_eq!(words(typed), years, "{typed}");
        }
        assert_eq!(words("since 2020"), words("2020/.."));
        assert_eq!(words("24.02.2022"), Some("24 Feb 2022".to_owned()));
        assert_eq!(words("Sept. 2021"), Some("Sep 2021".to_owned()));
        assert_eq!(words("2020-21"), Some("2020–2021".to_owned()), "no season");
        for typed in ["", "soon", "2020-", "-", "../..", "32 Nov 2021", "Nov", "é 2021", "-2025"] {
            assert_eq!(words(typed), None, "{typed}");
        }
    }
}
