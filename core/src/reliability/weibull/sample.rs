//! The likelihood of a Weibull law for observed lives.

use super::super::lifetime::{Lifetime, SHAPE_MAX, SHAPE_MIN};
use super::super::number::float;
use super::{Life, NoWeibull, WeibullFit};
use crate::order;

/// The search starts on every k-th life when there are so many, and looks at about this many.
const SCOUTS: usize = 4_096;
/// The scouts must have so many failures.
const SCOUT_FAILURES_MIN: usize = 100;
/// Lives are summed in blocks of this length, then the blocks.
const BLOCK: usize = 1_024;
/// A step is the last when it is below this part of the shape: the next one is some cube of it.
const LAST_STEP: f64 = 5e-6;

/// Lives as logarithms of the ages over the longest one.
pub(super) struct Sample {
    logs: Vec<f64>,
    /// With entries: how many lives end at each age less those that enter there, each age once. Items are
    /// recorded in whole hours or days, so that there are far fewer ages than lives.
    weights: Option<Vec<f64>>,
    pub(super) failures: f64,
    /// Mean of the logarithms of the ages at failure.
    pub(super) mean_log: f64,
    pub(super) longest: f64,
    /// Where the search of the shape starts.
    start: f64,
}

/// `Σ± xᵏ e^(βx)` for `k` from 0 to 3.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) zero: f64,
    pub(super) one: f64,
    pub(super) two: f64,
    three: f64,
}

impl Sums {
    fn add(&mut self, power: f64, log: f64) {
        let first = power * log;
        let second = first * log;
        self.zero += power;
        self.one += first;
        self.two += second;
        self.three += second * log;
    }

    fn merge(&mut self, other: Sums) {
        self.zero += other.zero;
        self.one += other.one;
        self.two += other.two;
        self.three += other.three;
    }
}

/// Ages with the number of lives that end there less those that enter there, sorted; those where none is left are
/// left out.
fn merged(lives: &[Life]) -> Vec<(f64, f64)> {
    let mut ages: Vec<(f64, f64)> = lives.iter().map(|life| (life.age, 1.0)).collect();
    let entries = lives.iter().filter(|life| life.entry > 0.0);
    ages.extend(entries.map(|life| (life.entry, -1.0)));
    order::sort_by(&mut ages, |a, b| a.0.total_cmp(&b.0));
    let same = ages.chunk_by(|a, b| a.0 >= b.0);
    let sums = same.filter_map(|same| {
        let weight: f64 = same.iter().map(|(_, weight)| weight).sum();
        same.first().map(|(age, _)| (*age, weight))
    });
    sums.filter(|(_, weight)| weight.abs() > 0.5).collect()
}

impl Sample {
    pub(super) fn new(lives: &[Life], failures: usize, longest: f64) -> Sample {
        let log = |age: f64| libm::log(age / longest);
        let (mut logs, mut weights) = (lives.iter().map(|life| log(life.age)).collect(), None);
        let failures = float(failures);
        let failed = lives.iter().zip(&logs).filter(|(life, _)| life.failed);
        let mean_log = failed.map(|(_, log): (_, &f64)| log).sum::<f64>() / failures;
        if lives.iter().any(|life| life.entry > 0.0) {
            let ages = merged(lives);
            logs = ages.iter().map(|(age, _)| log(*age)).collect();
            weights = Some(ages.into_iter().map(|(_, weight)| weight).collect());
        }
        let mut sample = Sample { logs, weights, failures, mean_log, longest, start: 1.0 };
        if !sample.truncated() && lives.len() >= 4 * SCOUTS {
            sample.start = sample.scouted(lives).unwrap_or(1.0);
        }
        sample
    }

    fn truncated(&self) -> bool {
        self.weights.is_some()
    }

    /// The shape of some of the lives, near that of all.
    fn scouted(&self, lives: &[Life]) -> Option<f64> {
        let stride = lives.len() / SCOUTS;
        let every = || lives.iter().zip(&self.logs).step_by(stride);
        let failures = every().filter(|(life, _)| life.failed).count();
        if failures < SCOUT_FAILURES_MIN {
            return None;
        }
        let logs = every().filter(|(life, _)| life.failed).map(|(_, log)| log);
        let scouts = Sample {
            logs: every().map(|(_, log)| *log).collect(),
            weights: None,
            failures: float(failures),
            mean_log: logs.sum::<f64>() / float(failures),
            longest: self.longest,
            start: 1.0,
        };
        scouts.root(SHAPE_MIN, SHAPE_MAX).ok()
    }

    pub(super) fn sums(&self, shape: f64) -> Sums {
        let mut all = Sums::default();
        let mut weights = self.weights.iter().flatten();
        for block in self.logs.chunks(BLOCK) {
            let mut sums = Sums::default();
            if self.truncated() {
                for (log, weight) in block.iter().zip(weights.by_ref()) {
                    sums.add(weight * libm::exp(shape * log), *log);
                }
            } else {
                for log in block {
                    sums.add(libm::exp(shape * log), *log);
                }
            }
            all.merge(sums);
        }
        all
    }

    /// The profile score, negative below the shape of greatest likelihood; its slope; and the step on the
    /// logarithm of the shape to its root (Halley).
    fn score(&self, shape: f64) -> (f64, f64) {
        let Sums { zero, one, two, three } = self.sums(shape);
        let mean = one / zero;
        let score = mean - 1.0 / shape - self.mean_log;
        let slope = two / zero - mean * mean + 1.0 / (shape * shape);
        let bend = three / zero - 3.0 * mean * two / zero + 2.0 * mean * mean * mean
            - 2.0 / (shape * shape * shape);
        let (first, second) = (shape * slope, shape * slope + shape * shape * bend);
        let halley = 2.0 * score * first / (2.0 * first * first - score * second);
        let newton = score / first;
        // Far from the root the two may disagree: then the plain step.
        let step = if halley * newton > 0.0 && halley.abs() < 2.0 * newton.abs() {
            halley
        } else {
            newton
        };
        (score, -step)
    }

    /// Steps on the logarithm of the shape, kept within a bracket that each of them narrows. `Err` when the
    /// root is not between `low` and `high`.
    fn root(&self, low: f64, high: f64) -> Result<f64, NoWeibull> {
        let (mut below, mut above) = (low, high);
        let inside = self.start > low && self.start < high;
        let mut shape = if inside { self.start } else { libm::sqrt(low * high) };
        for _ in 0..100 {
            let (score, step) = self.score(shape);
            if score > 0.0 {
                above = shape;
            } else {
                below = shape;
            }
            let next = shape * libm::exp(step.clamp(-2.0, 2.0));
            // Nothing is known yet of the ends of the range: the root may lie beyond.
            if next >= high && above >= high && self.score(high).0 < 0.0 {
                return Err(NoWeibull::Unbounded);
            }
            if next <= low && below <= low && self.score(low).0 > 0.0 {
                return Err(NoWeibull::NoMaximum);
            }
            let steps = next > below && next < above;
            let next = if steps { next } else { libm::sqrt(below * above) };
            let moved = (next - shape).abs();
            shape = next;
            if moved <= 4e-16 * shape || (steps && moved <= LAST_STEP * shape) {
                break;
            }
        }
        Ok(shape)
    }

    /// The fit of greatest likelihood.
    pub(super) fn best(&self) -> Result<WeibullFit, NoWeibull> {
        let shape = if self.truncated() {
            self.best_shape().ok_or(NoWeibull::NoMaximum)?
        } else {
            self.root(SHAPE_MIN, SHAPE_MAX)?
        };
        self.fit(shape).ok_or(NoWeibull::NoMaximum)
    }

    /// The shape of greatest likelihood among all roots of a grid.
    fn best_shape(&self) -> Option<f64> {
        const CELLS: u32 = 128;
        let grid = |cell: u32| {
            SHAPE_MIN
                * libm::exp(libm::log(SHAPE_MAX / SHAPE_MIN) * f64::from(cell) / f64::from(CELLS))
        };
        let mut best: Option<(f64, f64)> = None;
        let (mut low, mut below) = (SHAPE_MIN, self.score(SHAPE_MIN).0);
        for cell in 1..=CELLS {
            let high = grid(cell);
            let above = self.score(high).0;
            // A maximum of the likelihood is where the score turns from negative to positive.
            if below < 0.0
                && above >= 0.0
                && let Ok(shape) = self.root(low, high)
                && let Some(fit) = self.fit(shape)
                && best.is_none_or(|(_, most)| fit.loglik > most)
            {
                best = Some((shape, fit.loglik));
            }
            (low, below) = (high, above);
        }
        best.map(|(shape, _)| shape)
    }

    /// Everything else, given the shape; `None` when the likelihood has no maximum there.
    fn fit(&self, shape: f64) -> Option<WeibullFit> {
        let r = self.failures;
        let sums = self.sums(shape);
        // η in units of the longest age, as a logarithm.
        let log_scale = libm::log(sums.zero / r) / shape;
        let scale = self.longest * libm::exp(log_scale);
        let log_longest = libm::log(self.longest);
        let logs = r * (self.mean_log + log_longest);
        let loglik =
            r * (libm::log(shape) - shape * (log_scale + log_longest)) + (shape - 1.0) * logs - r;
        // Σ± (t/η)^β ln^k(t/η), with Σ± (t/η)^β = r at the maximum.
        let factor = r / sums.zero;
        let one = factor * (sums.one - log_scale * sums.zero);
        let two =
            factor * (sums.two - 2.0 * log_scale * sums.one + log_scale * log_scale * sums.zero);
        let shapes = r / (shape * shape) + two;
        let scales = shape * shape * r / (scale * scale);
        let both = -shape * one / scale;
        let determinant = shapes * scales - both * both;
        let law = Lifetime::weibull(shape, scale).ok()?;
        let fit = WeibullFit {
            shape,
            scale,
            loglik,
            se_shape: libm::sqrt(scales / determinant),
            se_scale: libm::sqrt(shapes / determinant),
            covariance: -both / determinant,
            b10: law.quantile(0.1).ok()?,
            median: law.quantile(0.5).ok()?,
            mean: law.mean(),
        };
        let figures = [fit.loglik, fit.se_shape, fit.se_scale, fit.covariance];
        figures.iter().all(|figure| figure.is_finite()).then_some(fit)
    }
}
