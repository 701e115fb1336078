//! Random budgets with our answers, as lines of JSON: `budgets SHAPE SEED COUNT`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]

use entretien::renewal::budget::{check, solve};
use entretien_tests::Random;
use entretien_tests::budgets::{Shape, budget};
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
    for index in 0..count {
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
