//! Colours as those see them who lack one of the three kinds of cones.

use super::contrast::light;
use super::*;

type Matrix = [[f64; 3]; 3];

/// What the eye makes of red, green and blue light: of everybody, and of those who lack the cones
/// for long, middle or short waves. Machado, Oliveira and Fernandes, "A Physiologically-based Model
/// for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, table 1 at severity 1.0; to be
/// used on linear light.
const EYES: [(&str, Matrix); 4] = [
    ("most people", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// How far apart two hues have to be in `OKLab`, where 0.02 can just be told apart side by side:
/// five times that and some more, as the cells are small and stand apart.
const LEAST: f64 = 0.11;

fn through(matrix: Matrix, light: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(light).map(|(factor, part)| factor * part).sum())
}

/// Linear light in `OKLab` (Björn Ottosson, "A perceptual color space for image processing", 2020).
fn oklab(light: [f64; 3]) -> [f64; 3] {
    const CONES: Matrix = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const LAB: Matrix = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    through(LAB, through(CONES, light.map(|part| part.clamp(0.0, 1.0))).map(f64::cbrt))
}

/// How far apart two colours are for these eyes.
fn distance(eye: Matrix, one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
    let seen = |(r, g, b): (u8, u8, u8)| oklab(through(eye, [r, g, b].map(light)));
    let squares = seen(one).into_iter().zip(seen(other)).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f64>().sqrt()
}

#[test]
fn simulated_eyes_confuse_what_real_ones_do() {
    let [_, (_, prot), (_, deut), (_, trit)] = EYES;
    let (red, green) = ((0xd7, 0x5f, 0x5f), (0x5f, 0x87, 0x5f));
    let most = EYES[0].1;
    for eye in [prot, deut] {
        assert!(distance(eye, red, green) < distance(most, red, green) / 2.0);
    }
    let (blue, teal) = ((0x00, 0x87, 0xaf), (0x00, 0x87, 0x5f));
    assert!(distance(trit, blue, teal) < distance(most, blue, teal) / 2.0);
    // Greys have no hue to lose.
    for (name, eye) in EYES {
        let off = distance(eye, (0, 0, 0), (255, 255, 255)) - 1.0;
        assert!(off.abs() < 0.01, "{name}: {off}");
    }
}

#[test]
fn hues_and_warnings_stay_apart_for_every_eye() {
    for (name, depth) in PAINTED {
        let theme = Theme::of(name, depth, Glyphs::Unicode);
        let hues = groups().take(HUES).map(|group| ("hue", theme.reached(group)));
        let all: Vec<_> = hues.chain([("warning", theme.warning())]).collect();
        let colour = |at: usize| parts(all[at].1.fg).unwrap();
        for (who, eye) in EYES {
            for one in 0..all.len() {
                for other in 0..one {
                    let found = distance(eye, colour(one), colour(other));
                    let pair = (all[one].0, one, all[other].0, other);
                    assert!(found >= LEAST, "{name:?} {depth:?}, {who}: {pair:?} {found:.3}");
                }
            }
        }
    }
}
