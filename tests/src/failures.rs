//! Real failures, read from the shared folder.

use entretien::reliability::{History, Life, WeibullQuantity};
use entretien::time::Day;
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::path::Path;

/// One of each figure of a Weibull law.
pub const QUANTITIES: [WeibullQuantity; 6] = [
    WeibullQuantity::Shape,
    WeibullQuantity::Scale,
    WeibullQuantity::BLife { share: 0.1 },
    WeibullQuantity::Mean,
    WeibullQuantity::Reliability { age: 500.0 },
    WeibullQuantity::ConditionalReliability { age: 500.0, more: 200.0 },
];

fn rows(shared: &Path, name: &str) -> Vec<csv::StringRecord> {
    let path = shared.join("data/failures").join(name);
    let file = std::fs::File::open(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let mut reader = csv::Reader::from_reader(GzDecoder::new(file));
    let header = reader.headers().expect("a header").clone();
    let mut rows = vec![header];
    rows.extend(reader.records().map(|row| row.expect("a row")));
    rows
}

fn column(header: &csv::StringRecord, name: &str) -> usize {
    header.iter().position(|column| column.trim() == name).unwrap_or_else(|| panic!("no `{name}`"))
}

/// The drives of Backblaze, 2013 to 2016: model, and hours in service at first sight, at the end, and whether it
/// failed. A drive seen on one day only counts for half of it.
pub fn drives(shared: &Path) -> Vec<(String, Life)> {
    let rows = rows(shared, "backblaze_2013_2016_drives.csv.gz");
    let (header, rows) = rows.split_first().expect("a header");
    let [model, entry, exit, failed] =
        ["model", "entry_h", "exit_h", "failed"].map(|name| column(header, name));
    let number = |row: &csv::StringRecord, at: usize| row[at].parse::<f64>().expect("a number");
    rows.iter()
        .map(|row| {
            let (entry, age) = (number(row, entry), number(row, exit));
            let age = if age > entry { age } else { entry + 0.5 };
            (row[model].to_owned(), Life { entry, age, failed: number(row, failed) > 0.5 })
        })
        .collect()
}

/// Days from 1 January 1970 of a date as `6/21/2005`.
fn day(text: &str) -> i64 {
    let parts: Vec<u32> = text.split('/').map(|part| part.parse().expect("a number")).collect();
    let [month, day, year] = parts[..] else { panic!("`{text}` is no date") };
    let year = i32::try_from(year).expect("a year");
    i64::from(Day::from_ymd(year, month, day).expect("a day").number())
}

/// Minutes from 1 January 1970 of a time as `6/21/2005 10:54`, on a clock without zone.
fn minute(text: &str) -> i64 {
    let (date, time) = text.trim().split_once(' ').expect("a date and a time");
    let (hours, minutes) = time.split_once(':').expect("hours and minutes");
    let number = |text: &str| text.parse::<i64>().expect("a number");
    day(date) * 1_440 + number(hours) * 60 + number(minutes)
}

/// The outages of LANL's clusters, by system and node, in hours from midnight before the first one of the system to
/// midnight after the last one. Nodes without outage are listed too, as many as the system has.
pub fn outages(shared: &Path) -> BTreeMap<u32, Vec<History>> {
    let rows = rows(shared, "lanl_failures_1996_2005.csv.gz");
    let (header, rows) = rows.split_first().expect("a header");
    let [system, nodes, node, start] =
        ["System", "nodes", "nodenum", "Prob Started"].map(|name| column(header, name));
    let mut systems: BTreeMap<u32, (usize, BTreeMap<String, Vec<i64>>)> = BTreeMap::new();
    for row in rows {
        let number = row[system].trim().parse().expect("a system");
        let entry = systems.entry(number).or_default();
        // One system is described as a whole, without nodes.
        entry.0 = entry.0.max(row[nodes].trim().parse().unwrap_or(1));
        entry.1.entry(row[node].trim().to_owned()).or_default().push(minute(&row[start]));
    }
    systems
        .into_iter()
        .map(|(system, (count, nodes))| {
            let minutes = || nodes.values().flatten().copied();
            let first = minutes().min().expect("an outage").div_euclid(1_440) * 1_440;
            let last = (minutes().max().expect("an outage").div_euclid(1_440) + 1) * 1_440;
            let hours = |minutes: i64| {
                f64::from(i32::try_from(minutes - first).expect("a few years")) / 60.0
            };
            let mut histories: Vec<History> = nodes
                .values()
                .map(|list| History::new(list.iter().map(|at| hours(*at)).collect(), hours(last)))
                .collect();
            let quiet = count.saturating_sub(histories.len());
            histories.extend((0..quiet).map(|_| History::new(Vec::new(), hours(last))));
            (system, histories)
        })
        .collect()
}

/// The outages of LANL's clusters by system: the number of the node within it, begin and end in minutes on its clock.
pub fn node_outages(shared: &Path) -> BTreeMap<u32, Vec<(u32, i64, i64)>> {
    let rows = rows(shared, "lanl_failures_1996_2005.csv.gz");
    let (header, rows) = rows.split_first().expect("a header");
    let [system, node, start, end] =
        ["System", "nodenum", "Prob Started", "Prob Fixed"].map(|name| column(header, name));
    let mut numbers: BTreeMap<(u32, String), u32> = BTreeMap::new();
    let mut systems: BTreeMap<u32, Vec<(u32, i64, i64)>> = BTreeMap::new();
    for row in rows {
        let number = row[system].trim().parse().expect("a system");
        let outages = systems.entry(number).or_default();
        let next = numbers.range((number, String::new())..(number + 1, String::new())).count();
        let next = u32::try_from(next).expect("few nodes");
        let node = *numbers.entry((number, row[node].trim().to_owned())).or_insert(next);
        outages.push((node, minute(&row[start]), minute(&row[end])));
    }
    systems
}

/// Each outage of LANL's clusters: begin and end in minutes on their clock, and how many minutes are stated.
pub fn stated_minutes(shared: &Path) -> Vec<(i64, i64, i64)> {
    let rows = rows(shared, "lanl_failures_1996_2005.csv.gz");
    let (header, rows) = rows.split_first().expect("a header");
    let [start, end, down] =
        ["Prob Started", "Prob Fixed", "Down Time"].map(|name| column(header, name));
    let stated = |row: &csv::StringRecord| row[down].trim().parse().expect("minutes");
    rows.iter().map(|row| (minute(&row[start]), minute(&row[end]), stated(row))).collect()
}

/// The sample of the speed of a Weibull fit: `count` lives of shape 1.78, some 54 % of them right-censored, as the
/// seed says.
pub fn weibull_sample(count: usize, seed: u64) -> Vec<Life> {
    let mut random = crate::Random(seed);
    let mut uniform = || (f64::from(random.below(1_u32 << 31)) + 0.5) / f64::from(1_u32 << 31);
    (0..count)
        .map(|_| {
            let age = 1_000.0 * (-uniform().ln()).powf(1.0 / 1.78);
            let end = 1_590.0 * uniform();
            Life { entry: 0.0, age: age.min(end).max(1e-6), failed: age <= end }
        })
        .collect()
}
