//! A year of a seeded estate: dates alone against `rrule` and python-dateutil, and the full plan.
//!
//! *Dates alone* is expansion and the roll to the next open day, French holidays; ours on the whole
//! estate, the peers on every n-th asset of it, by the date. The peers are given the anchors and the open
//! days. *Full plan* is the same estate with visits that nest, blackouts, contracts and prices, with its
//! totals, and the id and trace of every thousandth row. Both by CPU time of one thread, medians of
//! interleaved rounds; what threads gain is wall time.

pub(crate) mod batches;
mod python;
mod replan;
mod sample;

use crate::table::median;
use cpu_time::ThreadTime;
use entretien::plan::{Plan, PlanInput, dates, plan};
use entretien_benches::{full_input, input, peak_mib, year};
use rayon::{ThreadPool, ThreadPoolBuilder};
use sample::Sample;
use std::hint::black_box;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

/// Assets unless the command says otherwise.
pub(crate) const ASSETS: u64 = 1_000_000;
const SEED: u64 = 7;
const ROUNDS: usize = 5;
/// Dates of an asset in a year.
const DATES: u64 = 35;
/// Of how many rows one is asked for its id and trace.
const EXPLAINED: usize = 1_000;

/// Result, CPU seconds of this thread, and wall seconds.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64, f64) {
    let (cpu, wall) = (ThreadTime::now(), Instant::now());
    let result = work();
    (result, cpu.elapsed().as_secs_f64(), wall.elapsed().as_secs_f64())
}

/// As `benches/python/plan.py` computes it.
fn checksum(days: &[i32]) -> u32 {
    days.iter().fold(0, |sum: u32, day| sum.wrapping_mul(31).wrapping_add(day.cast_unsigned()))
}

/// Seconds by round.
#[derive(Default)]
struct Times {
    dates: Vec<f64>,
    rrule: Vec<f64>,
    /// Empty when the script does not run.
    dateutil: Vec<f64>,
    full: Vec<f64>,
    one_wall: Vec<f64>,
    two_wall: Vec<f64>,
    usual_wall: Vec<f64>,
}

/// Number of dates of the estate and of the sample.
struct Counts {
    all: usize,
    sample: usize,
}

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().expect("threads")
}

fn whole(input: &Arc<PlanInput>) -> Plan {
    plan(Arc::clone(input), year().start(), year()).expect("a plan")
}

/// Ids and traces are made on request: of some rows, within the time of the plan.
fn explain(plan: &Plan) {
    for index in (0..plan.len()).step_by(EXPLAINED) {
        let occurrence = plan.occurrence(index).expect("a row");
        black_box((occurrence.id(), occurrence.trace()));
    }
}

/// Dates alone, ours and the peers', which must be the same.
fn measure_dates(input: &PlanInput, sample: &Sample, text: &str, times: &mut Times) -> Counts {
    let (all, cpu, _) = timed(|| {
        let mut all = 0;
        dates(input, year(), |table| all += black_box(table).len()).expect("dates");
        all
    });
    times.dates.push(cpu);
    let mut ours = Vec::new();
    dates(input, year(), |table| sample.pick(table, &mut ours)).expect("dates");
    let mut theirs = Vec::with_capacity(ours.len());
    let ((), cpu, _) = timed(|| sample.by_rrule(&mut theirs));
    times.rrule.push(cpu);
    assert_eq!(theirs, ours, "the `rrule` crate gives other dates");
    if times.dateutil.len() + 1 == times.rrule.len() {
        times.dateutil.extend(python::seconds(text, (ours.len(), checksum(&ours))));
    }
    Counts { all, sample: ours.len() }
}

/// The full plan on one thread, on two, and on as many as there are.
fn measure_full(input: &Arc<PlanInput>, pools: &[ThreadPool; 2], times: &mut Times) -> usize {
    let [one, two] = pools;
    let (rows, cpu, wall) = one.install(|| {
        let (plan, cpu, wall) = timed(|| whole(input));
        let ((), more, _) = timed(|| explain(&plan));
        (plan.len(), cpu + more, wall)
    });
    times.full.push(cpu);
    times.one_wall.push(wall);
    let (plan, _, wall) = two.install(|| timed(|| whole(input)));
    assert_eq!(plan.len(), rows, "the same plan on two threads");
    times.two_wall.push(wall);
    drop(plan);
    let (plan, _, wall) = timed(|| whole(input));
    assert_eq!(plan.len(), rows, "the same plan on all threads");
    times.usual_wall.push(wall);
    rows
}

/// Measures and prints.
pub(crate) fn run(assets: u64) {
    let peak = peak_of_child(assets);
    let alone = input(assets, SEED);
    let full = Arc::new(full_input(assets, SEED));
    let sample = Sample::of(&alone);
    let text = sample.json(&alone);
    let pools = [pool(1), pool(2)];
    let (mut times, mut rows) = (Times::default(), 0);
    let mut counts = Counts { all: 0, sample: 0 };
    for _ in 0..ROUNDS {
        counts = measure_dates(&alone, &sample, &text, &mut times);
        assert_eq!(counts.all as u64, assets * DATES, "35 dates an asset");
        rows = measure_full(&full, &pools, &mut times);
    }
    print(assets, &times, &counts, rows, peak);
}

#[expect(clippy::cast_precision_loss, reason = "counts of millions")]
fn print(assets: u64, times: &Times, counts: &Counts, rows: usize, peak: Option<u64>) {
    let line = |name: &str, count: usize, seconds: f64| {
        if !seconds.is_finite() {
            return println!("{name:<28}{:>12}", "skipped");
        }
        let rate = count as f64 / seconds / 1e6;
        println!("{name:<28}{count:>12} rows{seconds:>12.3} s{rate:>12.3} M/s");
    };
    let middle = |seconds: &[f64]| median(seconds.to_vec());
    let (ours, one) = (middle(&times.dates), middle(&times.full));
    let (one_wall, two_wall) = (middle(&times.one_wall), middle(&times.two_wall));
    let usual = middle(&times.usual_wall);
    line("dates alone", counts.all, ours);
    line("rrule, sample", counts.sample, middle(&times.rrule));
    line("python-dateutil, sample", counts.sample, middle(&times.dateutil));
    line("full plan, one thread", rows, one);
    line("full plan, two threads", rows, two_wall);
    line("full plan, all threads", rows, usual);
    let per_date = ours / counts.all as f64;
    let times_slower = |seconds: f64| seconds / counts.sample as f64 / per_date;
    let told = |value: Option<String>| value.unwrap_or_else(|| "skipped".to_owned());
    let ran = times.dateutil.len() == ROUNDS;
    println!(
        "vs_rrule={:.2} vs_dateutil={} full_vs_dates={:.2} peak_mib={} replan_gain={} \
         two_threads={:.2} plan_1m_s={}",
        times_slower(middle(&times.rrule)),
        told(ran.then(|| format!("{:.2}", times_slower(middle(&times.dateutil))))),
        one / ours,
        told(peak.map(|mib| mib.to_string())),
        told(Some(format!("{:.2}", replan::gain()))),
        one_wall / two_wall,
        told((assets == ASSETS).then(|| format!("{usual:.3}"))),
    );
}

/// Peak memory, MiB, of a process that only builds the estate and plans it in full.
fn peak_of_child(assets: u64) -> Option<u64> {
    let own = std::env::current_exe().expect("this program");
    let mut command = Command::new(own);
    let output = command.args(["plan-peak", &assets.to_string()]).output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}

/// The work of [`peak_of_child`]: prints the peak, nothing where the system does not tell it.
pub(crate) fn run_peak(assets: u64) {
    let plan = whole(&Arc::new(full_input(assets, SEED)));
    black_box(&plan);
    if let Some(mib) = peak_mib() {
        println!("{mib}");
    }
}

/// Prints the sample that `benches/python/plan.py` reads.
pub(crate) fn run_sample(assets: u64) {
    let input = input(assets, SEED);
    println!("{}", Sample::of(&input).json(&input));
}
