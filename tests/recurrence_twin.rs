//! The engine against a naive reading of the RFCs, on seeded random rules.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::format_push_string,
    reason = "a test"
)]

#[path = "reference/recurrence.rs"]
mod reference;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use entretien::recurrence::{Gap, Overlap, Policies, RuleSet, Unmatched, Window};
use reference::{Clock, Freq, Spec};

const RULES: u64 = 200_000;

const ZONES: [Option<Tz>; 8] = [
    None,
    Some(Tz::Europe__Paris),
    Some(Tz::America__New_York),
    Some(Tz::Australia__Lord_Howe),
    Some(Tz::Africa__Casablanca),
    Some(Tz::Asia__Kathmandu),
    Some(Tz::America__Sao_Paulo),
    None,
];

/// The `SplitMix64` generator.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: i64) -> i64 {
        (self.next() % n as u64) as i64
    }

    fn chance(&mut self, percent: i64) -> bool {
        self.below(100) < percent
    }

    fn list(
        &mut self,
        percent: i64,
        most: i64,
        mut value: impl FnMut(&mut Random) -> i32,
    ) -> Vec<i32> {
        if !self.chance(percent) {
            return Vec::new();
        }
        let n = 1 + self.below(most);
        (0..n).map(|_| value(self)).collect()
    }

    fn unsigned(&mut self, percent: i64, most: i64, low: i64, high: i64) -> Vec<u32> {
        let list = self.list(percent, most, |r| (low + r.below(high - low + 1)) as i32);
        list.into_iter().map(|n| n as u32).collect()
    }

    fn signed(&mut self, percent: i64, most: i64, high: i64) -> Vec<i32> {
        self.list(percent, most, |r| {
            let n = 1 + r.below(high) as i32;
            if r.chance(40) { -n } else { n }
        })
    }
}

struct Trial {
    spec: Spec,
    start: NaiveDateTime,
    clock: Clock,
    from: i64,
    to: i64,
}

fn spec(r: &mut Random) -> Spec {
    use Freq::{Daily, Hourly, Minutely, Monthly, Secondly, Weekly, Yearly};
    let freq = [Yearly, Yearly, Monthly, Monthly, Weekly, Daily, Hourly, Minutely, Secondly]
        [r.below(9) as usize];
    let mut interval = if r.chance(50) { 1 } else { 1 + r.below(6) };
    if r.chance(5) {
        interval = 1 + r.below(400);
    }
    let coarse = freq >= Monthly;
    let fine = freq < Daily;
    let mut spec = Spec {
        freq,
        interval,
        count: None,
        until: None,
        wkst: if r.chance(30) { r.below(7) as u32 } else { 0 },
        second: r.unsigned(if fine { 25 } else { 8 }, 3, 0, 60),
        minute: r.unsigned(if fine { 25 } else { 10 }, 3, 0, 59),
        hour: r.unsigned(if fine { 25 } else { 15 }, 3, 0, 23),
        day: Vec::new(),
        monthday: if freq == Weekly {
            Vec::new()
        } else {
            r.signed(if fine { 12 } else { 35 }, 4, 31)
        },
        yearday: if freq == Yearly || fine { r.signed(12, 4, 366) } else { Vec::new() },
        weekno: if freq == Yearly { r.signed(18, 4, 53) } else { Vec::new() },
        month: r.unsigned(30, 4, 1, 12),
        setpos: Vec::new(),
        skip: if r.chance(25) { 1 + r.below(2) as u8 } else { 0 },
    };
    if r.chance(45) {
        let nth = coarse && spec.weekno.is_empty();
        let most = if freq == Monthly || !spec.month.is_empty() { 5 } else { 53 };
        for _ in 0..=r.below(3) {
            let n = if nth && r.chance(60) {
                (1 + r.below(most)) * if r.chance(40) { -1 } else { 1 }
            } else {
                0
            };
            spec.day.push((n as i32, r.below(7) as u32));
        }
    }
    let any = !(spec.day.is_empty()
        && spec.monthday.is_empty()
        && spec.yearday.is_empty()
        && spec.weekno.is_empty()
        && spec.month.is_empty()
        && spec.hour.is_empty()
        && spec.minute.is_empty()
        && spec.second.is_empty());
    if any {
        let high = if r.chance(70) { 4 } else { 40 };
        spec.setpos = r.signed(25, 3, high);
    }
    spec
}

/// Periods that the twin may visit, so that it sees at most 20,000 candidates.
fn periods(spec: &Spec) -> i64 {
    let times = spec.hour.len().max(1) * spec.minute.len().max(1) * spec.second.len().max(1);
    let days = match spec.freq {
        Freq::Yearly => 366,
        Freq::Monthly => 31,
        Freq::Weekly => 7,
        _ => 1,
    };
    (6_000 / (days * times as i64)).clamp(4, 1_500)
}

fn trial(r: &mut Random) -> Trial {
    let mut spec = spec(r);
    let zone = ZONES[r.below(8) as usize];
    let year =
        if zone.is_some() && r.chance(70) { 1970 + r.below(180) } else { 1583 + r.below(8_380) };
    let date = NaiveDate::from_ymd_opt(year as i32, 1, 1).unwrap() + Days::new(r.next() % 366);
    // Half of the starts fall where clocks change.
    let hour = if r.chance(50) { r.below(4) } else { r.below(24) };
    let minute = if r.chance(50) { 30 * r.below(2) } else { r.below(60) };
    let second = if r.chance(70) { 0 } else { r.below(60) };
    let start = date.and_hms_opt(hour as u32, minute as u32, second as u32).unwrap();
    let clock =
        Clock { zone, gap: if r.chance(40) { r.below(3) as u8 } else { 0 }, second: r.chance(25) };
    let unit = match spec.freq {
        Freq::Yearly => 31_556_952,
        Freq::Monthly => 2_629_746,
        Freq::Weekly => 604_800,
        Freq::Daily => 86_400,
        Freq::Hourly => 3_600,
        Freq::Minutely => 60,
        Freq::Secondly => 1,
    };
    let stretch = periods(&spec) * spec.interval * unit;
    let anchor = start.and_utc().timestamp();
    let end = 253_402_300_800 - 86_400;
    let mut from = anchor - r.below(stretch / 4 + 1);
    if r.chance(30) {
        let most = if r.chance(50) { 12 } else { 300 };
        spec.count = Some(1 + r.below(most) as usize);
    } else if r.chance(40) {
        // Far from the start: the engine seeks, and the twin begins at the period by division.
        from = anchor + r.below(20_000_000_000).min(end - anchor);
    }
    let to = (from + 1 + r.below(stretch)).min(end);
    let from = from.min(to - 1);
    if spec.count.is_none() && r.chance(25) {
        let until = start + TimeDelta::seconds(r.below(stretch));
        if until.and_utc().timestamp() < end {
            spec.until = Some(until);
        }
    }
    Trial { spec, start, clock, from, to }
}

fn set_of(trial: &Trial, rule: &str) -> RuleSet {
    let zone = trial.clock.zone.map(|zone| format!(";TZID={}", zone.name())).unwrap_or_default();
    let text = format!("DTSTART{zone}:{}\nRRULE:{rule}", trial.start.format("%Y%m%dT%H%M%S"));
    let policies = Policies {
        gap: [Gap::Forward, Gap::Skip, Gap::Before][usize::from(trial.clock.gap)],
        overlap: if trial.clock.second { Overlap::Second } else { Overlap::First },
        ..Policies::default()
    };
    RuleSet::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}")).with_policies(policies)
}

/// Runs one trial; false when the engine refused it with a code.
fn run(seed: u64) -> bool {
    let mut r = Random(seed.wrapping_mul(0x1234_5678_9ABC_DEF1));
    let trial = trial(&mut r);
    let rule = reference::text(&trial.spec, trial.clock.zone.is_some());
    let set = set_of(&trial, &rule);
    let until = trial.spec.until.map(|until| until.and_utc().timestamp());
    let expected: Vec<i64> =
        reference::values(&trial.spec, trial.start, trial.clock, trial.from, trial.to, until)
            .into_iter()
            .collect();
    let label = || {
        format!("seed {seed}: {}{rule} {:?} window {}..{}", set, trial.clock, trial.from, trial.to)
    };
    let window = Window::new(trial.from, trial.to).unwrap();
    let compiled = match set.compile() {
        Ok(compiled) => compiled,
        Err(error) => {
            assert_eq!(error.code(), "REC-017", "{}", label());
            return false;
        }
    };
    let found = match compiled.expand(window) {
        Ok(found) => found,
        Err(error) => {
            assert_eq!(error.code(), "REC-017", "{}", label());
            return false;
        }
    };
    if found != expected {
        let at = found.iter().zip(&expected).take_while(|(a, b)| a == b).count();
        let show = |v: Option<&i64>| v.and_then(|v| compiled.civil(*v)).map(|c| c.to_string());
        panic!(
            "{}\n{} found, {} expected, at {at}: {:?} {:?} for {:?} {:?}",
            label(),
            found.len(),
            expected.len(),
            found.get(at),
            show(found.get(at)),
            expected.get(at),
            show(expected.get(at))
        );
    }
    let again = RuleSet::parse(&set.to_string()).unwrap().with_policies(set.policies());
    assert_eq!(again, set, "{}", label());
    seek(&compiled, window, &expected, &mut r, &label);
    true
}

/// The seeking queries agree with the values listed.
fn seek(
    compiled: &entretien::recurrence::Recurrence,
    window: Window,
    expected: &[i64],
    r: &mut Random,
    label: &dyn Fn() -> String,
) {
    let ok = |result: Result<Option<i64>, entretien::error::Error>| {
        result.unwrap_or_else(|error| panic!("{}: {error}", label()))
    };
    match compiled.count_between(window) {
        Ok(count) => assert_eq!(count, expected.len() as u64, "count_between {}", label()),
        Err(error) => assert_eq!(error.code(), "REC-017", "{}", label()),
    }
    if expected.is_empty() {
        return;
    }
    let i = r.below(expected.len() as i64) as usize;
    assert_eq!(ok(compiled.next_after(expected[i] - 1)), Some(expected[i]), "next {}", label());
    assert_eq!(
        ok(compiled.previous_before(expected[i] + 1)),
        Some(expected[i]),
        "previous {}",
        label()
    );
    if i + 1 < expected.len() {
        assert_eq!(ok(compiled.next_after(expected[i])), Some(expected[i + 1]), "next {}", label());
        assert_eq!(
            ok(compiled.previous_before(expected[i + 1])),
            Some(expected[i]),
            "previous {}",
            label()
        );
    }
    assert!(compiled.contains(expected[i]).unwrap(), "contains {}", label());
    let gap = expected[i] + 1;
    assert_eq!(
        compiled.contains(gap).unwrap(),
        expected.contains(&gap) || (gap >= window.to() && compiled.contains(gap).unwrap())
    );
}

/// A few RDATE and EXDATE lines, and what they do to the values.
fn with_dates(
    trial: &Trial,
    expected: &mut std::collections::BTreeSet<i64>,
    r: &mut Random,
) -> String {
    let scale = if trial.clock.zone.is_some() { "Z" } else { "" };
    let utc = |value: i64| {
        chrono::DateTime::from_timestamp(value, 0).unwrap().format("%Y%m%dT%H%M%S").to_string()
    };
    let mut text = String::new();
    let listed: Vec<i64> = expected.iter().copied().collect();
    for _ in 0..r.below(4) {
        let low = trial.from.max(-12_212_467_200);
        let value = low + r.below((trial.to - low).max(1));
        if value >= trial.to {
            continue;
        }
        text += &format!("RDATE:{}{scale}\n", utc(value));
        expected.insert(value);
    }
    for _ in 0..r.below(4) {
        if let Some(value) = listed.get(r.below(listed.len().max(1) as i64) as usize) {
            text += &format!("EXDATE:{}{scale}\n", utc(*value));
            expected.remove(value);
        }
    }
    text
}

/// A set of two rules, dates added and dates left out, under either policy for an unmatched start.
fn run_set(seed: u64) {
    let mut r = Random(seed.wrapping_mul(0x0F1E_2D3C_4B5A_6978));
    let mut trial = trial(&mut r);
    let mut other = spec(&mut r);
    // One clock for both; the second rule has the frequency of days or coarser, to stay small.
    other.freq = if other.freq < Freq::Daily { Freq::Daily } else { other.freq };
    let fits = |spec: &Spec| {
        RuleSet::parse(&format!("DTSTART:20260101T000000\nRRULE:{}", reference::text(spec, false)))
            .is_ok()
    };
    if !fits(&other) {
        return;
    }
    trial.spec.until = None;
    let zoned = trial.clock.zone.is_some();
    let rules = [reference::text(&trial.spec, zoned), reference::text(&other, zoned)];
    let window = Window::new(trial.from, trial.to).unwrap();
    let values =
        |spec: &Spec| reference::values(spec, trial.start, trial.clock, trial.from, trial.to, None);
    let one = |spec: &Spec| {
        let at = trial.start;
        // The start is an instance when the rule gives it within its own second.
        let Some(value) = trial.clock.value(at) else { return true };
        let mut first = spec.clone();
        first.count = None;
        reference::values(&first, at, trial.clock, value, value + 1, None).contains(&value)
    };
    let unmatched = r.chance(50);
    let mut specs = [trial.spec.clone(), other];
    let start_value = trial.clock.value(trial.start);
    let counted = unmatched && start_value.is_some() && !one(&specs[0]) && !one(&specs[1]);
    if trial.clock.gap != 0 || start_value.is_none() {
        return;
    }
    let mut expected = std::collections::BTreeSet::new();
    for spec in &mut specs {
        if let (true, Some(count)) = (counted, spec.count) {
            spec.count = Some(count - 1);
        }
        if spec.count != Some(0) {
            expected.extend(values(spec));
        }
    }
    expected.extend(start_value.filter(|v| counted && *v >= trial.from && *v < trial.to));
    let head = format!("{}RRULE:{}\n", set_of(&trial, &rules[0]), rules[1]);
    let text = head + &with_dates(&trial, &mut expected, &mut r);
    let policies = Policies {
        overlap: if trial.clock.second { Overlap::Second } else { Overlap::First },
        unmatched: if unmatched { Unmatched::Count } else { Unmatched::Omit },
        ..Policies::default()
    };
    let set = RuleSet::parse(&text)
        .unwrap_or_else(|error| panic!("{text}: {error}"))
        .with_policies(policies);
    let expected: Vec<i64> = expected.into_iter().collect();
    let Ok(compiled) = set.compile() else { return };
    let label = || format!("seed {seed}: {text} {policies:?} window {}..{}", trial.from, trial.to);
    match compiled.expand(window) {
        Ok(found) => assert_eq!(found, expected, "{}", label()),
        Err(error) => {
            assert_eq!(error.code(), "REC-017", "{}", label());
            return;
        }
    }
    seek(&compiled, window, &expected, &mut r, &label);
}

#[test]
fn random_sets_agree_with_the_twin() {
    for seed in 0..5_000 {
        run_set(seed);
    }
}

fn share(part: u64) {
    let mut refused = 0;
    for seed in (0..RULES).filter(|seed| seed % 4 == part) {
        if !run(seed) {
            refused += 1;
        }
    }
    eprintln!("{refused} refused of {}", RULES / 4);
    assert!(refused * 1_000 <= RULES / 4, "{refused} rules refused");
}

#[test]
fn random_rules_agree_with_the_twin_0() {
    share(0);
}

#[test]
fn random_rules_agree_with_the_twin_1() {
    share(1);
}

#[test]
fn random_rules_agree_with_the_twin_2() {
    share(2);
}

#[test]
fn random_rules_agree_with_the_twin_3() {
    share(3);
}
