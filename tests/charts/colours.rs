//! The colours of the style: enough contrast for texts and marks, series apart for every kind of sight, on a
//! light page, a dark one and on paper.

use entretien::report::chart::CSS;

/// Least contrast of texts (WCAG 2, AA).
const TEXT_CONTRAST: f64 = 4.5;
/// Least contrast of marks (WCAG 2, 1.4.11).
const MARK_CONTRAST: f64 = 3.0;
/// Least distance of two series in CIE L*a*b* (1976), for every sight: some nine just noticeable differences.
const SERIES_APART: f64 = 20.0;
/// Least distance of neighbouring levels of a calendar; they also grow darker, or lighter, level by level.
const LEVELS_APART: f64 = 10.0;

/// Linear red, green and blue.
type Colour = [f64; 3];

/// Full sight; without red, green or blue cones (Machado, Oliveira and Fernandes 2009, severity 1).
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
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

/// The palettes in the order of the style: light, dark, paper.
fn palettes() -> Vec<Vec<(String, Colour)>> {
    let blocks =
        CSS.split(".chart {").skip(1).map(|block| block.split('}').next().expect("an end"));
    let palettes: Vec<Vec<(String, Colour)>> = blocks
        .map(|block| {
            let pairs = block
                .split(';')
                .filter_map(|one| one.trim().strip_prefix("--k-")?.split_once(": #"));
            pairs.map(|(name, hex)| (name.to_owned(), colour(hex))).collect()
        })
        .collect();
    assert_eq!(palettes.len(), 3);
    palettes
}

fn colour(hex: &str) -> Colour {
    let part = |from: usize| {
        let value =
            f64::from(u8::from_str_radix(&hex[from..from + 2], 16).expect("hexadecimal")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    [part(0), part(2), part(4)]
}

fn luminance(colour: Colour) -> f64 {
    0.212_6 * colour[0] + 0.715_2 * colour[1] + 0.072_2 * colour[2]
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    if a > b { a / b } else { b / a }
}

fn seen(colour: Colour, sight: &[[f64; 3]; 3]) -> Colour {
    sight.map(|row| {
        row.iter().zip(colour).map(|(weight, part)| weight * part).sum::<f64>().clamp(0.0, 1.0)
    })
}

fn distance(a: Colour, b: Colour) -> f64 {
    let [a, b] = [a, b].map(lab);
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

/// CIE L*a*b* under D65.
fn lab(colour: Colour) -> [f64; 3] {
    let root =
        |t: f64| if t > 216.0 / 24_389.0 { t.cbrt() } else { (24_389.0 / 27.0 * t + 16.0) / 116.0 };
    let x = root((0.412_4 * colour[0] + 0.357_6 * colour[1] + 0.180_5 * colour[2]) / 0.950_47);
    let y = root(luminance(colour));
    let z = root((0.019_3 * colour[0] + 0.119_2 * colour[1] + 0.950_5 * colour[2]) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn of(palette: &[(String, Colour)], name: &str) -> Colour {
    palette.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no colour {name}")).1
}

#[test]
fn texts_and_marks_stand_out() {
    for (index, palette) in palettes().iter().enumerate() {
        let paper = of(palette, "paper");
        let least = |names: &[&str], least: f64| {
            for name in names {
                let found = contrast(of(palette, name), paper);
                assert!(found >= least, "palette {index}: {name} has {found:.2} of {least}");
            }
        };
        least(&["ink", "muted"], TEXT_CONTRAST);
        least(
            &["1", "2", "3", "4", "5", "6", "alert", "axis", "edge", "hatch", "cell"],
            MARK_CONTRAST,
        );
        // Labels that stand on a window or in a calendar.
        assert!(
            contrast(of(palette, "muted"), of(palette, "window")) >= TEXT_CONTRAST,
            "palette {index}"
        );
        assert_eq!(
            contrast(of(palette, "back"), paper).to_bits(),
            1.0_f64.to_bits(),
            "palette {index}"
        );
    }
}

#[test]
fn series_are_apart_for_every_sight() {
    for (index, palette) in palettes().iter().enumerate() {
        for (sight, matrix) in SIGHTS {
            for one in 1..=6 {
                for other in one + 1..=6 {
                    let [a, b] =
                        [one, other].map(|series| seen(of(palette, &series.to_string()), &matrix));
                    let found = distance(a, b);
                    assert!(
                        found >= SERIES_APART,
                        "palette {index}, {sight}: {one} and {other} are {found:.1} apart"
                    );
                }
            }
        }
    }
}

#[test]
fn levels_of_a_calendar_are_in_order() {
    for (index, palette) in palettes().iter().enumerate() {
        let levels: Vec<Colour> = (0..=5).map(|level| of(palette, &format!("h{level}"))).collect();
        let rises = luminance(levels[5]) > luminance(levels[0]);
        for pair in levels.windows(2) {
            assert_eq!(luminance(pair[1]) > luminance(pair[0]), rises, "palette {index}");
            for (sight, matrix) in SIGHTS {
                let found = distance(seen(pair[0], &matrix), seen(pair[1], &matrix));
                assert!(found >= LEVELS_APART, "palette {index}, {sight}: {found:.1}");
            }
        }
    }
}
