//! An independent checker: what an answer must satisfy whatever the input.

use super::{draw, reference};
use entretien::sourcing::{Sourcing, SourcingInput, SourcingOption, compare};
use proptest::prelude::{ProptestConfig, any, proptest};

/// Adds up what an answer says, with nothing but its rows.
pub fn check(input: &SourcingInput, answer: &Sourcing) {
    for option in &answer.options {
        let (mut whole, mut fractional) = (0, 0);
        for (year, asked) in option.years.iter().zip(&answer.demand) {
            let parts: i64 = year.costs.iter().map(|cost| cost.minor.expect("known")).sum();
            assert_eq!(Some(parts), year.total_minor);
            let parts: i64 =
                year.costs.iter().map(|cost| cost.fractional_minor.expect("known")).sum();
            assert_eq!(Some(parts), year.fractional_total_minor);
            whole += year.total_minor.expect("known");
            fractional += year.fractional_total_minor.expect("known");
            assert_eq!(year.cumulated_minor, Some(whole));
            assert_eq!(year.fractional_cumulated_minor, Some(fractional));
            assert!(year.costs.is_sorted_by_key(|cost| cost.part));
            let downtime = year.downtime_minor.expect("known");
            assert_eq!(year.with_risk_minor, Some(year.total_minor.expect("known") + downtime));
            if let Some(each) = year.per_intervention_minor {
                let count = i64::try_from(asked.interventions.expect("known")).expect("small");
                assert!((each * count - year.total_minor.expect("known")).abs() * 2 <= count);
            }
        }
        assert_eq!(
            (option.total_minor, option.fractional_total_minor),
            (Some(whole), Some(fractional))
        );
        let totals: Vec<i64> = option.years.iter().filter_map(|year| year.total_minor).collect();
        assert_eq!(option.npv_minor, Some(reference::npv(&totals, input.discount_ppm)));
        let risk: Vec<i64> = option.years.iter().filter_map(|year| year.with_risk_minor).collect();
        assert_eq!(option.with_risk_npv_minor, Some(reference::npv(&risk, input.discount_ppm)));
    }
    let order = &answer.ranking.order;
    assert!(order.is_sorted_by_key(|rank| rank.npv_minor));
    assert!(order.iter().all(|rank| rank.more_minor == rank.npv_minor - order[0].npv_minor));
    for volumes in [&answer.volumes, &answer.volumes_fractional].into_iter().flatten() {
        let (first, last) = (&volumes.ranges[0], volumes.ranges.last().expect("a range"));
        assert_eq!((first.from, last.to), (0, volumes.bound));
        assert!(volumes.ranges.windows(2).all(|pair| pair[0].to + 1 == pair[1].from));
        assert!(volumes.ranges.windows(2).all(|pair| pair[0].cheapest != pair[1].cheapest));
    }
    dates(input, answer);
    assert!(answer.tornado.is_sorted_by_key(|row| std::cmp::Reverse(row.swing_minor)));
}

/// Walks every pair month by month.
fn dates(input: &SourcingInput, answer: &Sourcing) {
    let mut found = answer.dates.iter();
    for (place, a) in answer.options.iter().enumerate() {
        for b in &answer.options[place + 1..] {
            let cost = |option: usize, month: u32| {
                let (option, terms) = (&answer.options[option], &input.options[option]);
                let mut cost = reference::q(terms.transition_minor.expect("known"), 1);
                for year in &option.years {
                    let once = if year.year == 1 { terms.transition_minor } else { Some(0) };
                    let exit = if year.year == input.years { terms.exit_minor } else { Some(0) };
                    let (once, exit) = (once.expect("known"), exit.expect("known"));
                    let even = year.total_minor.expect("known") - once - exit;
                    let passed = month.saturating_sub(12 * (year.year - 1)).min(12);
                    cost += reference::q(even * i64::from(passed), 12);
                }
                if month == 12 * input.years {
                    cost += reference::q(terms.exit_minor.expect("known"), 1);
                }
                cost
            };
            let other = answer.options.iter().position(|one| one.id == b.id).expect("an option");
            let mut ahead: Option<&str> = None;
            for month in 0..=12 * input.years {
                let (first, second) = (cost(place, month), cost(other, month));
                if first == second {
                    continue;
                }
                let now = if first < second { &*a.id } else { &*b.id };
                if let Some(before) = ahead.filter(|before| *before != now) {
                    let date = found.next().expect("a date");
                    assert_eq!((&*date.before, &*date.after, date.months), (before, now, month));
                    let months = i32::try_from(month).expect("small");
                    assert_eq!(Some(date.day), input.start.add_months(months));
                }
                ahead = Some(now);
            }
        }
    }
    assert_eq!(found.next(), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn answers_add_up(seed in any::<u64>()) {
        let input = draw::input(seed);
        let answer = compare(&input).expect("a comparison");
        check(&input, &answer);
        assert_eq!(compare(&input).expect("the same"), answer);
    }

    #[test]
    fn thresholds_are_where_the_cheapest_changes(seed in any::<u64>()) {
        let input = draw::input(seed);
        let answer = compare(&input).expect("a comparison");
        let Some(row) = answer.thresholds.get(1) else { return Ok(()) };
        for (factor, cheapest) in [(row.below_ppm, &row.cheapest_below), (row.above_ppm, &row.cheapest_above)] {
            let Some(factor) = factor else { continue };
            assert_ne!(cheapest, &answer.ranking.cheapest);
            assert_eq!(&at_wage(&input, factor), cheapest);
            let nearer = if factor < 1_000_000 { factor + 1 } else { factor - 1 };
            assert_eq!(at_wage(&input, nearer), answer.ranking.cheapest);
        }
    }
}

/// The cheapest at wages times a factor.
fn at_wage(input: &SourcingInput, factor_ppm: i64) -> Vec<Box<str>> {
    let value = |option: &SourcingOption| {
        reference::npv(&reference::totals_at(input, option, factor_ppm), input.discount_ppm)
    };
    let values: Vec<i64> = input.options.iter().map(value).collect();
    let least = values.iter().min().expect("an option");
    let cheapest = input.options.iter().zip(&values).filter(|(_, value)| *value == least);
    cheapest.map(|(option, _)| option.id.clone()).collect()
}
