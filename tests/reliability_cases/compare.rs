//! Comparisons and trends: the cases, and twins that enumerate.

use crate::{float, near, near_or_none};
use entretien::reliability::{
    History, RateSample, ShareSample, Truncation, control_limits_individuals,
    control_limits_proportion, control_limits_rate, laplace, mann_kendall, mann_kendall_pooled,
    mann_whitney, mil_handbook, proportion_difference, rate_ratio, wilson_interval,
};
use entretien_tests::{Random, text};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Comparisons {
    rate: Vec<RateCase>,
    share: Vec<ShareCase>,
    durations: Vec<DurationsCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RateCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    sample: (u64, f64),
    reference: (u64, f64),
    confidence: f64,
    ratio: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    p_value: Option<f64>,
    direction: Option<String>,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    sample: (u64, u64),
    reference: (u64, u64),
    difference: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    p_value: Option<f64>,
    direction: Option<String>,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DurationsCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    sample: Vec<f64>,
    reference: Vec<f64>,
    u: Option<f64>,
    p_value: Option<f64>,
    method: Option<String>,
    direction: Option<String>,
    reason: Option<String>,
}

fn comparisons() -> Comparisons {
    toml::from_str(&text("tests/data/reliability/comparisons.toml")).expect("cases")
}

fn shares((successes, trials): (u64, u64)) -> ShareSample {
    ShareSample { successes, trials }
}

fn rates((events, exposure): (u64, f64)) -> RateSample {
    RateSample { events, exposure }
}

#[test]
fn rates_compare_as_the_cases_say() {
    for case in comparisons().rate {
        let name = &case.name;
        let found = rate_ratio(rates(case.sample), rates(case.reference), case.confidence);
        let found = found.expect("usable");
        near_or_none(found.p_value, case.p_value, 1e-11, name);
        let bounded = case.lower.is_some() || case.upper.is_some();
        if bounded {
            near_or_none(found.lower, case.lower, 1e-10, name);
            near_or_none(found.upper, case.upper, 1e-10, name);
        }
        if case.ratio.is_some() || case.reason.is_some() {
            near_or_none(found.ratio, case.ratio, 1e-14, name);
        }
        assert_eq!(found.direction.map(|way| way.code().to_owned()), case.direction, "{name}");
        assert_eq!(found.reason.map(|why| why.code().to_owned()), case.reason, "{name}");
    }
}

#[test]
fn shares_compare_as_the_cases_say() {
    for case in comparisons().share {
        let name = &case.name;
        let found = proportion_difference(shares(case.sample), shares(case.reference), 0.95);
        let found = found.expect("usable");
        near_or_none(found.p_value, case.p_value, 1e-11, name);
        near_or_none(found.difference, case.difference, 1e-14, name);
        if case.lower.is_some() {
            // Printed with four decimals.
            near_or_none(found.lower, case.lower, 1e-3, name);
            near_or_none(found.upper, case.upper, 1e-3, name);
        }
        assert_eq!(found.direction.map(|way| way.code().to_owned()), case.direction, "{name}");
        assert_eq!(found.reason.map(|why| why.code().to_owned()), case.reason, "{name}");
    }
}

#[test]
fn durations_compare_as_the_cases_say() {
    for case in comparisons().durations {
        let name = &case.name;
        let found = mann_whitney(&case.sample, &case.reference).expect("usable");
        near_or_none(found.p_value, case.p_value, 1e-12, name);
        near_or_none(found.u, case.u, 0.0, name);
        assert_eq!(found.method.map(|way| way.code().to_owned()), case.method, "{name}");
        assert_eq!(found.direction.map(|way| way.code().to_owned()), case.direction, "{name}");
        assert_eq!(found.reason.map(|why| why.code().to_owned()), case.reason, "{name}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trends {
    series: Vec<SeriesCase>,
    events: Vec<EventsCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    values: Vec<f64>,
    s: i64,
    p_value: Option<f64>,
    slope: Option<f64>,
    method: Option<String>,
    direction: Option<String>,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventsCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    items: Vec<ItemRow>,
    laplace: Option<f64>,
    laplace_p: Option<f64>,
    chi_square: Option<f64>,
    degrees: Option<u64>,
    direction: Option<String>,
    direction_chi_square: Option<String>,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemRow {
    events: Vec<f64>,
    #[serde(default)]
    start: f64,
    end: f64,
    truncation: Option<String>,
}

impl ItemRow {
    fn history(&self) -> History {
        let truncation = self
            .truncation
            .as_deref()
            .map_or(Truncation::Time, |code| Truncation::parse(code).expect("a truncation"));
        History { events: self.events.clone(), start: self.start, end: self.end, truncation }
    }
}

fn trends() -> Trends {
    toml::from_str(&text("tests/data/reliability/trends.toml")).expect("cases")
}

#[test]
fn series_trend_as_the_cases_say() {
    for case in trends().series {
        let name = &case.name;
        let found = mann_kendall(&case.values).expect("usable");
        assert_eq!(found.s, case.s, "{name}");
        near_or_none(found.p_value, case.p_value, 1e-12, name);
        near_or_none(found.slope, case.slope, 1e-14, name);
        assert_eq!(found.method.map(|way| way.code().to_owned()), case.method, "{name}");
        assert_eq!(found.direction.map(|way| way.code().to_owned()), case.direction, "{name}");
        assert_eq!(found.reason.map(|why| why.code().to_owned()), case.reason, "{name}");
    }
}

#[test]
fn failures_trend_as_the_cases_say() {
    for case in trends().events {
        let name = &case.name;
        let items: Vec<History> = case.items.iter().map(ItemRow::history).collect();
        let (slow, sharp) = (laplace(&items).expect("usable"), mil_handbook(&items));
        let sharp = sharp.expect("usable");
        near_or_none(slow.statistic, case.laplace, 1e-12, name);
        near_or_none(slow.p_value, case.laplace_p, 1e-12, name);
        near_or_none(sharp.statistic, case.chi_square, 1e-13, name);
        assert_eq!(sharp.degrees, case.degrees, "{name}");
        let [slow_way, sharp_way] =
            [slow.direction, sharp.direction].map(|way| way.map(|way| way.code().to_owned()));
        assert_eq!(sharp_way, case.direction_chi_square.or(case.direction.clone()), "{name}");
        assert_eq!(slow_way, case.direction, "{name}");
        assert_eq!(sharp.reason.map(|why| why.code().to_owned()), case.reason, "{name}");
    }
}

/// Fisher by counting all choices of `successes` among the members of both groups.
#[test]
fn fisher_agrees_with_all_tables() {
    let choose = |n: u64, k: u64| (0..k).fold(1.0, |c, i| c * wide(n - i) / wide(i + 1));
    let mut random = Random(11);
    for _ in 0..300 {
        let trials = [1 + random.below(12_u64), 1 + random.below(12_u64)];
        let found = trials.map(|trials| random.below(trials + 1));
        let sum = found[0] + found[1];
        let weight = |x: u64| choose(trials[0], x) * choose(trials[1], sum - x);
        let tables = sum.saturating_sub(trials[1])..=sum.min(trials[0]);
        let all: f64 = tables.clone().map(weight).sum();
        let limit = weight(found[0]) * (1.0 + 1e-9);
        let rare: f64 = tables.map(weight).filter(|weight| *weight <= limit).sum();
        let [first, second] = [0, 1].map(|at| shares((found[at], trials[at])));
        let answer = proportion_difference(first, second, 0.9).expect("usable");
        near(answer.p_value.expect("a test"), rare / all, 1e-12, "Fisher");
        assert!(answer.lower <= answer.difference && answer.difference <= answer.upper);
    }
}

fn wide(count: u64) -> f64 {
    f64::from(u32::try_from(count).expect("a small count"))
}

/// Wilson's bounds solve `(x − np)² = z² n p (1 − p)`.
#[test]
fn wilson_bounds_solve_their_equation() {
    let z = 1.959_963_984_540_054_f64;
    for (x, n) in [(0_u64, 1_u64), (3, 10), (45, 50), (999, 1_000), (7, 7)] {
        let found = wilson_interval(x, n, 0.95).expect("usable");
        for bound in [found.lower.expect("a bound"), found.upper.expect("a bound")] {
            let gap = wide(x) - wide(n) * bound;
            let right = z * z * wide(n) * bound * (1.0 - bound);
            assert!((gap * gap - right).abs() < 1e-9 * wide(n), "{x} of {n}");
        }
    }
}

/// Every way to choose which of the pooled values are the sample's.
#[test]
fn ranks_agree_with_all_choices() {
    let mut random = Random(21);
    for _ in 0..40 {
        let (n, m) = (1 + random.below(5_usize), 1 + random.below(6_usize));
        let mut values: Vec<f64> = (0..n + m).map(|value| float(value) * 1.5).collect();
        for place in (1..values.len()).rev() {
            values.swap(place, random.below(place + 1));
        }
        let (sample, reference) = values.split_at(n);
        let u_of = |sample: &[f64], reference: &[f64]| {
            float(sample.iter().flat_map(|a| reference.iter().filter(move |b| a > b)).count())
        };
        let u = u_of(sample, reference);
        let (mut far, mut all) = (0_usize, 0_usize);
        let middle = float(n * m) / 2.0;
        for mask in 0_u32..1 << (n + m) {
            if usize::try_from(mask.count_ones()).expect("small") != n {
                continue;
            }
            let part = |own: bool| -> Vec<f64> {
                (0..n + m).filter(|i| (mask >> i & 1 == 1) == own).map(|i| values[i]).collect()
            };
            all += 1;
            let other = u_of(&part(true), &part(false));
            far += usize::from((other - middle).abs() >= (u - middle).abs() - 1e-9);
        }
        let found = mann_whitney(sample, reference).expect("usable");
        assert_eq!(found.u, Some(u));
        // Doubling one tail counts the middle twice: never above 1.
        let expected = if (u - middle).abs() < 1e-9 { 1.0 } else { float(far) / float(all) };
        near(found.p_value.expect("a test"), expected, 1e-12, "ranks");
    }
}

#[test]
fn pooled_series_add_up() {
    let (a, b) = ([1.0, 3.0, 2.0, 5.0], [4.0, 4.0, 6.0]);
    let parts = [mann_kendall(&a).expect("usable"), mann_kendall(&b).expect("usable")];
    let both = mann_kendall_pooled(&[&a, &b]).expect("usable");
    assert_eq!(both.s, parts[0].s + parts[1].s);
    near(both.variance, parts[0].variance + parts[1].variance, 1e-15, "variance");
    assert_eq!((both.s, both.values), (6, 7));
}

/// Wheeler's accident figures are not at hand: a level series with one leap, by hand.
#[test]
fn charts_find_what_leaves_the_range() {
    let mut series = vec![10.0, 11.0, 10.0, 11.0, 10.0, 11.0, 10.0, 11.0];
    series.push(30.0);
    let chart = control_limits_individuals(&series).expect("usable").expect("a chart");
    near(chart.centre, 114.0 / 9.0, 1e-15, "centre");
    near(chart.moving_range, 26.0 / 8.0, 1e-15, "moving range");
    near(chart.upper, 114.0 / 9.0 + 2.658_681 * 3.25, 1e-6, "upper"); // tables: 2.66
    near(chart.moving_range_upper, 3.266_5 * 3.25, 1e-4, "range"); // tables: 3.267
    assert_eq!((chart.outside, chart.jumps, chart.runs), (vec![8], vec![8], vec![7]));
    let shifted: Vec<f64> = (0..16).map(|place| if place < 8 { 1.0 } else { 2.0 }).collect();
    let chart = control_limits_individuals(&shifted).expect("usable").expect("a chart");
    assert_eq!(chart.runs, [7, 15]);
    assert_eq!(control_limits_individuals(&[1.0]).expect("usable"), None);

    let months = [(5, 50.0), (7, 70.0), (40, 100.0), (0, 1.0)];
    let chart = control_limits_rate(&months.map(rates)).expect("usable").expect("a chart");
    near(chart.centre, 52.0 / 221.0, 1e-15, "rate");
    near_or_none(
        chart.points[0].lower,
        Some(52.0 / 221.0 - 3.0 * (52.0_f64 / 221.0 / 50.0).sqrt()),
        1e-12,
        "u",
    );
    assert_eq!(chart.points[3].lower, Some(0.0));
    assert_eq!(chart.outside, [2]);
    let none = control_limits_proportion(&[shares((0, 0))]).expect("usable");
    assert_eq!(none, None);
    let gap = control_limits_proportion(&[shares((0, 0)), shares((1, 2))]).expect("usable");
    let gap = gap.expect("a chart");
    assert_eq!((gap.points[0].ratio, gap.points[0].upper, gap.dispersion), (None, None, None));
    assert_eq!(gap.points[1].upper, Some(1.0));
}
