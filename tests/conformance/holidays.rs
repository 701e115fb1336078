//! Public holidays: rows `country,subdiv,date,name`; a case is the days of one country or part in one year.

use crate::Tally;
use entretien::calendar::HolidaySet;
use entretien::time::Day;
use entretien_tests::{Difference, differences};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

type Years = BTreeMap<i32, BTreeSet<Day>>;

/// Runs every country and part of a file, which may be compressed by gzip.
pub(crate) fn run(file: &str, tally: &mut Tally) -> Result<(), String> {
    let differences = differences()?;
    for ((country, part), years) in rows(file)? {
        let Some(set) = known(&country, &part) else {
            tally.skip(
                &format!("{country} {part}"),
                years.len(),
                "a part that the library does not know",
            );
            continue;
        };
        let (theirs, ours) = allowed(&differences, set.code())?;
        for (year, mut expected) in years {
            let mut found: BTreeSet<Day> =
                set.holidays(year).iter().map(entretien::calendar::Holiday::day).collect();
            expected.retain(|day| !theirs.contains(day));
            found.retain(|day| !ours.contains(day));
            tally.record(&format!("{} {year} ({part})", set.code()), compare(&found, &expected));
        }
    }
    Ok(())
}

fn rows(file: &str) -> Result<BTreeMap<(String, String), Years>, String> {
    let opened = std::fs::File::open(file).map_err(|error| error.to_string())?;
    let text: Box<dyn Read> = if file.rsplit('.').next() == Some("gz") {
        Box::new(flate2::read::GzDecoder::new(opened))
    } else {
        Box::new(opened)
    };
    let mut sets: BTreeMap<(String, String), Years> = BTreeMap::new();
    for row in csv::Reader::from_reader(text).deserialize() {
        let (country, part, date, _name): (String, String, String, String) =
            row.map_err(|error: csv::Error| error.to_string())?;
        let day = Day::parse(&date).ok_or_else(|| format!("`{date}` is not a date"))?;
        sets.entry((country, part)).or_default().entry(day.year()).or_default().insert(day);
    }
    Ok(sets)
}

/// The set of a row. The school zones of France have the days of the country.
fn known(country: &str, part: &str) -> Option<HolidaySet> {
    match (country, part) {
        (_, "") | ("FR", "Zone A" | "Zone B" | "Zone C") => HolidaySet::parse(country),
        ("CH", "Stadt Zurich") => HolidaySet::parse("CH-Zurich"),
        _ => HolidaySet::parse(&format!("{country}-{part}")),
    }
}

/// The days that only the other tables, and that only this library may give.
fn allowed(
    differences: &[Difference],
    code: &str,
) -> Result<(BTreeSet<Day>, BTreeSet<Day>), String> {
    let days = |lists: &dyn Fn(&Difference) -> Vec<String>| {
        differences
            .iter()
            .filter(|difference| difference.sets.iter().any(|set| set == code))
            .flat_map(lists)
            .map(|date| Day::parse(&date).ok_or_else(|| format!("`{date}` is not a date")))
            .collect::<Result<BTreeSet<Day>, String>>()
    };
    Ok((
        days(&|difference| difference.only_theirs.clone())?,
        days(&|difference| difference.only_ours.clone())?,
    ))
}

fn compare(found: &BTreeSet<Day>, expected: &BTreeSet<Day>) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    let list =
        |days: Vec<&Day>| days.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let missing = list(expected.difference(found).collect());
    let added = list(found.difference(expected).collect());
    Err(format!("missing [{missing}], not in the file [{added}]"))
}
