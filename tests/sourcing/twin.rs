//! The comparison against a twin that walks year by year, and every volume one by one.

use super::{draw, reference};
use entretien::sourcing::{Volumes, compare};
use num_traits::Signed;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn years_and_values_are_those_of_the_twin(seed in any::<u64>()) {
        let input = draw::input(seed);
        let answer = compare(&input).expect("a comparison");
        for (option, found) in input.options.iter().zip(&answer.options) {
            let whole = reference::totals(&input, option, true);
            let fractional = reference::totals(&input, option, false);
            let totals: Vec<_> = found.years.iter().map(|year| year.total_minor).collect();
            prop_assert_eq!(totals, whole.iter().copied().map(Some).collect::<Vec<_>>());
            let totals: Vec<_> = found.years.iter().map(|year| year.fractional_total_minor).collect();
            prop_assert_eq!(totals, fractional.iter().copied().map(Some).collect::<Vec<_>>());
            prop_assert_eq!(found.npv_minor, Some(reference::npv(&whole, input.discount_ppm)));
            prop_assert_eq!(found.fractional_npv_minor, Some(reference::npv(&fractional, input.discount_ppm)));
            prop_assert!(found.unknown.iter().all(|missing| missing.cost.is_none()));
        }
    }

    #[test]
    fn ranges_are_those_of_every_volume(seed in any::<u64>()) {
        let input = draw::input(seed);
        let answer = compare(&input).expect("a comparison");
        let asked: u64 = input.demand.iter().map(|line| line.interventions.expect("known")).sum();
        if asked == 0 {
            prop_assert_eq!(answer.volumes, None);
            return Ok(());
        }
        for (is_whole, volumes) in [(true, answer.volumes), (false, answer.volumes_fractional)] {
            let volumes = volumes.expect("ranges");
            let bound = input.volume_max.expect("a bound");
            let mut expected: Vec<(u64, u64, Vec<String>)> = Vec::new();
            for volume in 0..=bound {
                let at = reference::q(i64::try_from(volume).expect("small"), 1);
                let costs = input.options.iter().map(|option| reference::running(&input, option, &at, is_whole));
                let costs: Vec<_> = costs.collect();
                let least = costs.iter().min().expect("an option");
                let cheapest = input.options.iter().zip(&costs).filter(|(_, cost)| *cost == least);
                let cheapest: Vec<String> = cheapest.map(|(option, _)| option.id.to_string()).collect();
                match expected.last_mut() {
                    Some((_, to, same)) if *same == cheapest => *to = volume,
                    _ => expected.push((volume, volume, cheapest)),
                }
            }
            prop_assert_eq!(&plain(&volumes), &expected);
            prop_assert_eq!((volumes.asked, volumes.bound), (asked, bound));
            // The very volume lies between two whole ones, and costs are equal there.
            for pair in volumes.ranges.windows(2) {
                let Some(turns_at) = pair[1].turns_at else { continue };
                prop_assert!(!is_whole);
                let exact = num_rational::Ratio::from_float(turns_at).expect("a number");
                let exact = reference::q(exact.numer().to_string().parse().expect("small"), exact.denom().to_string().parse().expect("small"));
                let cost = |id: &str| {
                    let option = input.options.iter().find(|option| &*option.id == id).expect("an option");
                    reference::running(&input, option, &exact, false)
                };
                let difference = cost(&pair[0].cheapest[0]) - cost(&pair[1].cheapest[0]);
                prop_assert!(difference.abs() < reference::q(1, 1_000_000), "{turns_at}: {difference}");
            }
        }
    }
}

fn plain(volumes: &Volumes) -> Vec<(u64, u64, Vec<String>)> {
    let ranges = volumes.ranges.iter();
    ranges
        .map(|range| {
            (range.from, range.to, range.cheapest.iter().map(ToString::to_string).collect())
        })
        .collect()
}
