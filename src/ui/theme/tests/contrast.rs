//! Contrast as WCAG 2.2 works it out.

use super::*;

/// A part of a colour, 0 to 255, as light (WCAG 2.2, "relative luminance"; the sRGB curve).
pub(super) fn light(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
    0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
}

/// How far two colours stand apart in brightness, 1 to 21 (WCAG 2.2, "contrast ratio").
fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What level AA asks for: 1.4.3 of text, 1.4.11 of graphics. Nothing here counts as large text or
/// as inactive.
fn least(used: Use) -> f64 {
    match used {
        Use::Text => 4.5,
        Use::Graphics => 3.0,
    }
}

#[test]
fn contrast_is_worked_out_as_in_the_examples_of_others() {
    assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 0.001);
    assert!((contrast((255, 255, 255), (255, 255, 255)) - 1.0).abs() < 0.001);
    // The darkest and the lightest grey that are said to be just enough and just too little on
    // white (WebAIM's contrast checker).
    assert!(contrast((0x76, 0x76, 0x76), (255, 255, 255)) > 4.5);
    assert!(contrast((0x77, 0x77, 0x77), (255, 255, 255)) < 4.5);
}

#[test]
fn every_style_can_be_read() {
    for (name, depth) in PAINTED {
        for (meaning, used, style) in styles(Theme::of(name, depth, Glyphs::Unicode)) {
            let (fg, bg) = (parts(style.fg).unwrap(), parts(style.bg).unwrap());
            let found = contrast(fg, bg);
            assert!(found >= least(used), "{name:?} {depth:?} {meaning}: {found:.2}");
        }
    }
}

#[test]
fn what_may_be_reached_stands_back_behind_what_is() {
    for (name, depth) in PAINTED {
        let theme = Theme::of(name, depth, Glyphs::Unicode);
        let against = |style: Style| contrast(parts(style.fg).unwrap(), parts(style.bg).unwrap());
        for group in groups() {
            assert!(against(theme.may_reach(group)) < against(theme.reached(group)), "{group:?}");
        }
        assert!(against(theme.faint()) < against(theme.dim()));
        assert!(against(theme.dim()) < against(theme.plain()));
    }
}
