//! The part of xterm's 256 colours that is the same everywhere.
//!
//! The first sixteen are left out: users choose them. From 16 on there are a cube of 6×6×6 and,
//! from 232 on, 24 greys (xterm's `256colres.h`).

/// How much of red, green or blue each step of the cube has.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
const CUBE: u8 = 16;
const GREYS: u8 = 232;
/// The darkest grey, and how much lighter each next one of the 24 is.
const DARKEST: u8 = 8;
const LIGHTER: u8 = 10;

/// The number of the colour that is nearest, by the distance between red, green and blue.
pub(super) fn nearest(colour: (u8, u8, u8)) -> u8 {
    let (red, green, blue) = colour;
    let (r, g, b) = (step(red), step(green), step(blue));
    let cube = (level(r), level(g), level(b));
    let mean = (u16::from(red) + u16::from(green) + u16::from(blue)) / 3;
    let grey = u8::try_from(mean).unwrap_or(u8::MAX).saturating_sub(DARKEST - LIGHTER / 2);
    let grey = (grey / LIGHTER).min(23);
    let light = DARKEST + LIGHTER * grey;
    if distance(colour, (light, light, light)) < distance(colour, cube) {
        GREYS + grey
    } else {
        CUBE + 36 * r + 6 * g + b
    }
}

/// The nearest step of the cube, 0 to 5.
fn step(part: u8) -> u8 {
    let nearest = (0u8..).zip(STEPS).min_by_key(|(_, level)| level.abs_diff(part));
    nearest.map_or(0, |(step, _)| step)
}

fn level(step: u8) -> u8 {
    STEPS.get(usize::from(step)).copied().unwrap_or(u8::MAX)
}

fn distance(one: (u8, u8, u8), other: (u8, u8, u8)) -> u32 {
    let part = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
    part(one.0, other.0) + part(one.1, other.1) + part(one.2, other.2)
}

/// What a colour of the cube or of the greys is made of; none for the first sixteen.
pub(in crate::ui) fn parts(number: u8) -> Option<(u8, u8, u8)> {
    if number >= GREYS {
        let light = DARKEST + LIGHTER * (number - GREYS);
        return Some((light, light, light));
    }
    let place = number.checked_sub(CUBE)?;
    Some((level(place / 36), level(place / 6 % 6), level(place % 6)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_colour_of_the_palette_is_its_own_nearest() {
        assert_eq!(parts(15), None);
        for number in 16..=255 {
            let colour = parts(number).unwrap();
            assert_eq!(parts(nearest(colour)), Some(colour), "{number}");
        }
    }

    proptest! {
        #[test]
        fn no_colour_of_the_palette_is_nearer_than_the_nearest(colour in any::<(u8, u8, u8)>()) {
            let found = parts(nearest(colour)).unwrap();
            for number in 16..=255 {
                let other = parts(number).unwrap();
                prop_assert!(distance(colour, found) <= distance(colour, other), "{number}");
            }
        }
    }
}
