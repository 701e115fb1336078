//! Rules meant to hurt: each must be answered or refused in under a millisecond.

use cpu_time::ThreadTime;
use entretien::recurrence::{RuleSet, Window};
use std::hint::black_box;

/// Name, DTSTART and rule.
fn rules() -> Vec<(&'static str, String)> {
    let set = |start: &str, rule: &str| format!("DTSTART:{start}\nRRULE:{rule}");
    let nine = "20260105T090000";
    let megabyte = format!("FREQ=YEARLY;BYMONTHDAY={}", "1,".repeat(500_000));
    let list: Vec<String> = (0..5_000).map(|i| (i % 31 + 1).to_string()).collect();
    vec![
        ("30 February, yearly", set(nine, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
        ("31 February, daily", set(nine, "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")),
        ("30 February, secondly", set(nine, "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")),
        ("a billion seconds", set(nine, "FREQ=SECONDLY;COUNT=1000000000")),
        ("a billion days", set(nine, "FREQ=DAILY;COUNT=1000000000")),
        ("a billion Tuesdays", set(nine, "FREQ=MONTHLY;BYDAY=2TU;COUNT=1000000000")),
        ("a billion on Mondays", set(nine, "FREQ=SECONDLY;BYDAY=MO;COUNT=1000000000")),
        (
            "a billion of a busy day",
            set(nine, "FREQ=MINUTELY;INTERVAL=7;BYDAY=MO;COUNT=1000000000"),
        ),
        ("interval of zero", set(nine, "FREQ=DAILY;INTERVAL=0")),
        ("even hours from an odd one", set(nine, "FREQ=HOURLY;INTERVAL=2;BYHOUR=8")),
        ("168 h that miss Tuesday", set(nine, "FREQ=HOURLY;INTERVAL=168;BYDAY=TU")),
        ("84 h that miss Tuesday", set("20260105T000000", "FREQ=HOURLY;INTERVAL=84;BYDAY=TU")),
        ("7 days that miss Tuesday", set(nine, "FREQ=DAILY;INTERVAL=7;BYDAY=TU")),
        (
            "4 years that miss leap ones",
            set("20250228T090000", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29"),
        ),
        ("the 40th position of none", set(nine, "FREQ=MONTHLY;BYDAY=MO;BYHOUR=1,2;BYSETPOS=300")),
        ("a megabyte of days", set(nine, &megabyte)),
        ("five thousand days", set(nine, &format!("FREQ=MONTHLY;BYMONTHDAY={}", list.join(",")))),
        ("every second of a day", set(nine, &every_second())),
        ("29 February on a Monday", set(nine, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO")),
    ]
}

fn every_second() -> String {
    let list = |n: u32| (0..n).map(|i| i.to_string()).collect::<Vec<_>>().join(",");
    format!("FREQ=DAILY;BYHOUR={};BYMINUTE={};BYSECOND={}", list(24), list(60), list(60))
}

fn ask(text: &str) -> Result<String, entretien::error::Error> {
    let set = RuleSet::parse(text)?;
    let compiled = set.compile()?;
    let first = compiled.first()?;
    let later = compiled.next_after(253_000_000_000)?;
    let month = Window::new(4_900_000_000, 4_900_086_400).map(|w| compiled.count_between(w));
    let count = month.transpose()?;
    Ok(format!("first {first:?}, after 9987 {later:?}, one day {count:?}"))
}

/// Asks one rule once, for an instruction counter; none past the last. Prints its name.
pub(crate) fn run_one(index: usize) {
    if let Some((name, text)) = rules().get(index) {
        let _ = black_box(ask(black_box(text)));
        println!("{name}");
    }
}

/// Prints each rule, its answer or code, and the best of five times.
pub(crate) fn run() {
    let mut worst: f64 = 0.0;
    for (name, text) in rules() {
        let mut best = f64::INFINITY;
        let mut answer = String::new();
        for _ in 0..5 {
            let begin = ThreadTime::now();
            let result = black_box(ask(black_box(&text)));
            best = best.min(begin.elapsed().as_secs_f64() * 1e6);
            answer = result.unwrap_or_else(|error| format!("refused {}", error.code()));
        }
        worst = worst.max(best);
        println!("{name:<30}{best:>12.1} µs  {answer}");
    }
    println!("hostile_us={worst:.1}");
}
