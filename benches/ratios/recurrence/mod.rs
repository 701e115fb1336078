//! Recurrence against the `rrule` crate, in one process, interleaved, on CPU time of one thread.
//!
//! Six shapes, Europe/Paris, 10,000 assets with 10,000 different DTSTARTs: days of 2024 that match the
//! rule, at different seconds from 08:00:00 to 10:46:39; window [DTSTART, 2035-01-01). Both write UTC
//! epoch seconds into the same preallocated, already touched buffer, whose checksums must be equal.

pub(crate) mod hostile;
mod javascript;
mod python;

use crate::table::{Column, Fold, median, print};
use cpu_time::ThreadTime;
use entretien::recurrence::{
    Civil, Columns, Policies, Program, Rule, RuleSet, Start, Window, Zone, expand_many_into,
};
use entretien::time::{Day, Period};
use std::hint::black_box;

/// The six shapes: name and rule.
pub(crate) const SHAPES: [(&str, &str); 6] = [
    ("weekly MO", "FREQ=WEEKLY;BYDAY=MO"),
    ("monthly day 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("2nd Tuesday", "FREQ=MONTHLY;BYDAY=2TU"),
    ("quarter end", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    ("yearly Jan, Jul 1st Monday", "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO"),
    ("last business day", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
];

const ASSETS: usize = 10_000;
const ROUNDS: usize = 5;
/// 2035-01-01T00:00:00 in Paris.
const END: i64 = 2_051_218_800;

/// An asset: its anchor, and the text of its set.
struct Asset {
    start: Start,
    text: String,
}

fn assets(rule: &str) -> Vec<Asset> {
    let parsed = Rule::parse(rule).expect("a shape parses");
    let floating = |at: &str| Start::Floating(Civil::parse(at).expect("a date"));
    let program = parsed.compile();
    let year = program
        .at(floating("20240101T000000"), Policies::default())
        .and_then(|r| r.expand(Window::new(1_704_067_200, 1_735_689_600).expect("ordered")))
        .expect("expands");
    let paris = Zone::parse("Europe/Paris").expect("a zone");
    (0..ASSETS)
        .map(|index| {
            let day = year[index % year.len()].div_euclid(86_400);
            let second = 8 * 3_600 + i64::try_from(index).expect("small");
            let civil = Civil::from_seconds(day * 86_400 + second).expect("in range");
            Asset {
                start: Start::Zoned(civil, paris),
                text: format!("DTSTART;TZID=Europe/Paris:{civil}\nRRULE:{rule}"),
            }
        })
        .collect()
}

fn timed(work: impl FnOnce()) -> f64 {
    let begin = ThreadTime::now();
    work();
    begin.elapsed().as_secs_f64()
}

fn checksum(values: &[i64]) -> i64 {
    values.iter().fold(0, |sum: i64, value| sum.wrapping_mul(31).wrapping_add(*value))
}

/// Seconds of each way of doing the same work, by round.
#[derive(Default)]
struct Times {
    peer: Vec<f64>,
    cold: Vec<f64>,
    compiled: Vec<f64>,
    days: Vec<f64>,
    store: Vec<f64>,
    batch: Vec<f64>,
}

fn peer(assets: &[Asset], out: &mut Vec<i64>) {
    for asset in assets {
        let set: rrule::RRuleSet = asset.text.parse().expect("the peer parses");
        for date in &set {
            let instant = date.timestamp();
            if instant >= END {
                break;
            }
            out.push(instant);
        }
    }
}

fn cold(assets: &[Asset], window: Window, out: &mut Vec<i64>) {
    for asset in assets {
        let set = RuleSet::parse(&asset.text).expect("parses");
        let compiled = set.compile().expect("compiles");
        compiled.expand_into(window, out).expect("expands");
    }
}

fn compiled(program: &Program, assets: &[Asset], window: Window, out: &mut Vec<i64>) {
    for asset in assets {
        let bound = program.at(asset.start, Policies::default()).expect("binds");
        bound.expand_into(window, out).expect("expands");
    }
}

fn measure(rule: &str) -> (Times, usize, i64) {
    let assets = assets(rule);
    let window = Window::new(0, END).expect("ordered");
    let program = Rule::parse(rule).expect("parses").compile();
    let period = Period::new(
        Day::from_ymd(1970, 1, 1).expect("a day"),
        Day::from_ymd(2035, 1, 1).expect("a day"),
    )
    .expect("ordered");
    let mut out: Vec<i64> = Vec::new();
    peer(&assets, &mut out);
    let (count, sum) = (out.len(), checksum(&out));
    let mut days: Vec<i32> = vec![1; count];
    let mut times = Times::default();
    let mut columns = Columns::default();
    for _ in 0..ROUNDS {
        out.clear();
        times.peer.push(timed(|| peer(&assets, &mut out)));
        assert_eq!((out.len(), checksum(&out)), (count, sum), "{rule}: the peer is not stable");
        out.clear();
        times.cold.push(timed(|| cold(&assets, window, &mut out)));
        assert_eq!((out.len(), checksum(&out)), (count, sum), "{rule}: cold");
        out.clear();
        times.compiled.push(timed(|| compiled(&program, &assets, window, &mut out)));
        assert_eq!((out.len(), checksum(&out)), (count, sum), "{rule}: compiled");
        days.clear();
        times.days.push(timed(|| {
            for asset in &assets {
                let anchor = asset.start.civil().day();
                program.days_into(anchor, period, &mut days).expect("expands");
            }
        }));
        assert_eq!(days.len(), count, "{rule}: days");
        out.clear();
        times.store.push(timed(|| {
            let base = black_box(7_i64);
            let most = i64::try_from(count).expect("a count of millions");
            out.extend((0..most).map(|i| base.wrapping_add(i)));
        }));
        black_box(&out);
        let rows: Vec<(u32, Start)> = assets.iter().map(|asset| (0, asset.start)).collect();
        let programs = [program.clone()];
        times.batch.push(timed(|| {
            expand_many_into(&programs, &rows, window, Policies::default(), &mut columns)
                .expect("expands");
            assert_eq!(columns.values.len(), count);
        }));
    }
    (times, count, sum)
}

/// Runs one shape many times, for a profiler.
pub(crate) fn profile(index: usize, way: &str) {
    let (_, rule) = SHAPES[index % SHAPES.len()];
    let assets = assets(rule);
    let window = Window::new(0, END).expect("ordered");
    let program = Rule::parse(rule).expect("parses").compile();
    let mut out = Vec::new();
    for _ in 0..100 {
        out.clear();
        if way == "cold" {
            cold(&assets, window, &mut out);
        } else {
            compiled(&program, &assets, window, &mut out);
        }
        black_box(&out);
    }
}

/// Measures and prints.
pub(crate) fn run() {
    let mut columns = [
        ("cold", Fold::Worst),
        ("cold_geomean", Fold::Mean),
        ("compiled", Fold::Worst),
        ("limit", Fold::Worst),
        ("days_vs_seconds", Fold::Worst),
        ("batch", Fold::Worst),
        ("peer M/s", Fold::None),
        ("cold M/s", Fold::None),
        ("compiled M/s", Fold::None),
        ("store M/s", Fold::None),
    ]
    .map(|(name, fold)| Column { name, fold, values: Vec::new() });
    let (mut expected, mut native) = (Vec::new(), Vec::new());
    for (index, (_, rule)) in SHAPES.iter().enumerate() {
        let (times, count, sum) = measure(rule);
        expected.push((count, u32::try_from(sum & 0xFFFF_FFFF).expect("32 bits")));
        let [peer, cold, compiled, days, store, batch] =
            [times.peer, times.cold, times.compiled, times.days, times.store, times.batch]
                .map(median);
        #[expect(clippy::cast_precision_loss, reason = "a count of millions")]
        let rate = |seconds: f64| count as f64 / seconds / 1e6;
        let limit = if index == 0 { store / compiled } else { f64::NAN };
        let row = [
            peer / cold,
            peer / cold,
            peer / compiled,
            limit,
            compiled / days,
            peer / batch,
            rate(peer),
            rate(cold),
            rate(compiled),
            rate(store),
        ];
        native.push(rate(compiled) * 1e6);
        for (column, value) in columns.iter_mut().zip(row) {
            column.values.push(value);
        }
    }
    let mut columns = Vec::from(columns);
    let values = python::ratios(&expected);
    columns.push(Column { name: "python", fold: Fold::Worst, values });
    columns.extend(in_javascript(&expected, &native));
    print(&SHAPES.map(|(name, _)| name), &columns);
}

/// WebAssembly over native, and over npm `rrule`, which reads each text as `cold` does.
fn in_javascript(expected: &javascript::Expected, native: &[f64]) -> [Column; 3] {
    let (node, chromium) = (javascript::node(expected), javascript::chromium(expected));
    let over_native = |rates: &[javascript::Rates]| {
        rates.iter().zip(native).map(|(rates, native)| rates.compiled / native).collect()
    };
    let over_peer = node.iter().map(|rates| rates.cold / rates.peer).collect();
    let column = |name, values| Column { name, fold: Fold::Worst, values };
    [
        column("wasm_node", over_native(&node)),
        column("wasm_chromium", over_native(&chromium)),
        column("npm_rrule", over_peer),
    ]
}
