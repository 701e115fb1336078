//! Random budgets with our answers, as lines of JSON: `budgets SHAPE SEED COUNT`, or the sums of estates of
//! any size: `budgets SHAPE SEED COUNT ITEMS YEARS DEMAND_PERCENT`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]

use entretien::renewal::budget::{check, solve};
use entretien_tests::Random;
use entretien_tests::budgets::{Shape, budget, estate};
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| arguments.get(place).and_then(|text| text.parse::<u64>().ok());
    let name = arguments.first().map_or("", String::as_str);
    let shape = Shape::ALL.iter().find(|shape| format!("{shape:?}").eq_ignore_ascii_case(name));
    let (Some(shape), Some(seed), Some(count)) = (shape, number(1), number(2)) else {
        eprintln!("usage: budgets SHAPE SEED COUNT, a shape of {:?}", Shape::ALL);
        std::process::exit(2);
    };
    let size = number(3).zip(number(4)).zip(number(5));
    for index in 0..count {
        if let Some(((items, years), demand)) = size {
            large(*shape, &mut Random(seed * 1_000 + index), [items, years, demand]);
            continue;
        }
        let input = budget(&mut Random(seed * 1_000 + index), *shape);
        let start = Instant::now();
        let answer = solve(&input).expect("an answer");
        let seconds = start.elapsed().as_secs_f64();
        let faults = check(&input, &answer);
        assert!(faults.is_empty(), "{shape:?} {seed} {index}: {faults:?}");
        let line = serde_json::json!({ "input": input, "answer": answer, "seconds": seconds });
        println!("{line}");
    }
}

fn large(shape: Shape, random: &mut Random, size: [u64; 3]) {
    let [items, years, demand] = size.map(|number| usize::try_from(number).expect("small"));
    let input = estate(random, shape, items, years, i64::try_from(demand).expect("small"));
    let start = Instant::now();
    let answer = solve(&input).expect("an answer");
    let seconds = start.elapsed().as_secs_f64();
    assert!(check(&input, &answer).is_empty());
    println!(
        "{shape:?} {items} x {years}: total {} bound {} gap {:?} ppm, lost {}, {} steps, {seconds:.3} s",
        answer.total_regret_minor,
        answer.lower_bound_minor,
        answer.gap_ppm(),
        answer.mandatory_unplaced,
        answer.steps
    );
}
