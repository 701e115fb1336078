//! The sample on which Weibull fits are measured, and the measure.

use entretien::reliability::{Life, WeibullEstimate, weibull_fit};
use std::time::Instant;

/// Lives of the published comparison.
pub const LIVES: usize = 100_000;

/// `count` lives of a Weibull law of shape 1.78, some 54 % of them right-censored; the same for the same seed.
pub fn sample(count: usize, seed: u64) -> Vec<Life> {
    let mut state = seed;
    // SplitMix64, as a float between 0 and 1, neither included.
    let mut uniform = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let high = u32::try_from((z ^ (z >> 31)) >> 32).expect("32 bits");
        (f64::from(high) + 0.5) / 4_294_967_296.0
    };
    (0..count)
        .map(|_| {
            let age = 1_000.0 * (-uniform().ln()).powf(1.0 / 1.78);
            let end = 1_590.0 * uniform();
            Life { entry: 0.0, age: age.min(end).max(1e-6), failed: age <= end }
        })
        .collect()
}

/// The sample as lines `age,failed`, for peers in other languages.
pub fn csv(lives: &[Life]) -> String {
    let row = |life: &Life| format!("{},{}\n", life.age, u8::from(life.failed));
    std::iter::once("age,failed\n".to_owned()).chain(lives.iter().map(row)).collect()
}

/// The fit and its time in milliseconds, the best of so many runs, on one thread.
pub fn measure(lives: &[Life], runs: usize) -> (WeibullEstimate, f64) {
    let mut best = f64::INFINITY;
    let mut answer = weibull_fit(lives).expect("usable lives");
    for _ in 0..runs {
        let start = Instant::now();
        answer = weibull_fit(std::hint::black_box(lives)).expect("usable lives");
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
    }
    (answer, best)
}
