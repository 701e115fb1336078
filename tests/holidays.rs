//! Public holidays: cases of single laws, the tables of the shared data, and what holds of every set.
use entretien::calendar::{Holiday, HolidaySet, easter};
use entretien::text::{Label, Lang};
use entretien::time::Day;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    set: String,
    year: i32,
    count: Option<usize>,
    #[serde(default)]
    holidays: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

fn written(holiday: &Holiday) -> String {
    let mut text = format!("{} {}", holiday.day(), holiday.code());
    if holiday.is_observed() {
        text.push_str(" observed");
    }
    if holiday.is_estimated() {
        text.push_str(" estimated");
    }
    text
}

#[test]
fn single_laws_hold() {
    let cases: Cases =
        toml::from_str(&entretien_tests::text("tests/data/calendar/holidays.toml")).expect("cases");
    let mut names = BTreeSet::new();
    for case in &cases.case {
        let name = &case.name;
        assert!(names.insert(name) && !case.why.is_empty(), "{name}");
        let set = HolidaySet::parse(&case.set).expect("a known set");
        let year = set.holidays(case.year);
        let found: Vec<String> = year.iter().map(written).collect();
        for holiday in &case.holidays {
            assert!(found.contains(holiday), "{name}: `{holiday}` is not in {found:?}");
        }
        for date in &case.not {
            let day = Day::parse(date).expect("a date");
            assert_eq!(set.holiday(day), None, "{name}");
        }
        if let Some(count) = case.count {
            let days: BTreeSet<Day> = year.iter().map(Holiday::day).collect();
            assert_eq!(days.len(), count, "{name}: {found:?}");
        }
        assert!(
            case.count.is_some() || !case.holidays.is_empty() || !case.not.is_empty(),
            "{name}"
        );
    }
    assert!(names.len() >= 60, "{} cases", names.len());
}

#[test]
fn every_set_agrees_with_the_shared_tables() {
    let Some(shared) = entretien_tests::shared("every_set_agrees_with_the_shared_tables") else {
        return;
    };
    let file = std::fs::File::open(shared.join("data/holidays/holidays_2020_2034.csv.gz"))
        .expect("the holiday table");
    let mut rows = csv::Reader::from_reader(flate2::read::GzDecoder::new(file));
    let mut tables: BTreeMap<String, BTreeSet<Day>> = BTreeMap::new();
    for row in rows.records() {
        let row = row.expect("a row");
        let code = match (&row[0], &row[1]) {
            (country, "") | (country @ "FR", "Zone A" | "Zone B" | "Zone C") => country.to_owned(),
            ("CH", "Stadt Zurich") => "CH-Zurich".to_owned(),
            (country, part) => format!("{country}-{part}"),
        };
        tables.entry(code).or_default().insert(Day::parse(&row[2]).expect("a date"));
    }
    for (code, table) in &tables {
        let set = HolidaySet::parse(code).unwrap_or_else(|| panic!("`{code}` is not known"));
        let ours: BTreeSet<Day> = (2020..=2034)
            .flat_map(|year| set.holidays(year))
            .map(|holiday| holiday.day())
            .collect();
        assert_eq!(&ours, table, "{code}");
    }
    assert!(tables.len() >= 279, "{} sets", tables.len());
    eprintln!(
        "compared {} sets, {} days",
        tables.len(),
        tables.values().map(BTreeSet::len).sum::<usize>()
    );
}

/// The look-up of one day takes shortcuts; the list of a year takes none.
#[test]
fn one_day_is_looked_up_as_in_the_list_of_its_year() {
    for set in HolidaySet::all() {
        // Years that begin on each weekday, leap years, two Eids in a year, the last decrees.
        for year in [1999, 2004, 2011, 2016, 2023, 2026, 2033, 2044] {
            let mut first: BTreeMap<Day, Holiday> = BTreeMap::new();
            for holiday in set.holidays(year) {
                assert_eq!(holiday.day().year(), year, "{set:?}");
                first.entry(holiday.day()).or_insert(holiday);
            }
            let begin = Day::from_ymd(year, 1, 1).expect("a day").number();
            for number in begin..begin + 365 {
                let day = Day::from_number(number).expect("a day");
                assert_eq!(set.holiday(day), first.get(&day).copied(), "{set:?} {day}");
            }
        }
    }
}

#[test]
fn sets_have_codes_and_names() {
    let mut codes = BTreeSet::new();
    for set in HolidaySet::all() {
        assert!(codes.insert(set.code()), "`{}` is there twice", set.code());
        assert_eq!(HolidaySet::parse(set.code()), Some(set));
        let (en, fr) = set.label_pair();
        assert!(!en.is_empty() && !fr.is_empty(), "{set:?}");
        assert_eq!(set.since_year().is_none(), set == HolidaySet::NONE);
        for holiday in set.holidays(2026) {
            let code = holiday.code();
            let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(!code.is_empty() && code.chars().all(is_code), "`{code}`");
            for lang in [Lang::En, Lang::Fr] {
                let name = holiday.name(lang);
                assert!(!name.is_empty() && !name.contains(['|', '@', '_']), "`{name}`");
            }
        }
    }
    for department in 1..=95 {
        let code = format!("FR-{department:02}");
        assert_eq!(codes.contains(code.as_str()), department != 20, "{code}");
    }
    for code in ["none", "FR", "FR-2A", "FR-2B", "FR-6AE", "FR-WF", "US-PR", "CH-ZH", "IT-Andria"] {
        assert!(codes.contains(code), "{code}");
    }
    assert_eq!(HolidaySet::parse("FR").map(HolidaySet::code), Some(HolidaySet::FR.code()));
    assert_eq!(HolidaySet::FR.label(Lang::Fr), "France");
    assert_eq!(HolidaySet::NONE.label(Lang::Fr), "aucun");
}

#[test]
fn an_unknown_set_is_refused_with_near_codes() {
    for (text, near) in [
        ("fr-57", "FR-57"),
        ("DE-BAY", "DE-BY"),
        ("GB-SC", "GB-SCT"),
        ("USTX", "US-TX"),
        ("", "FR"),
    ] {
        assert_eq!(HolidaySet::parse(text), None, "{text}");
        let error = HolidaySet::read(text).expect_err("not a set");
        assert_eq!(error.code(), "DOC-008");
        let message = &error.faults().next().expect("a fault").message;
        assert!(message.contains(&format!("`{near}`")), "{message}");
    }
    let long = "é".repeat(10_000);
    let error = HolidaySet::read(&long).expect_err("not a set");
    assert!(error.faults().next().expect("a fault").message.len() < 200, "the text is clipped");
}

/// Rules run over the whole calendar, each day in its year.
#[test]
fn rules_run_to_the_last_year() {
    let sets = ["FR-57", "US-TX", "GB-SCT", "CH-GL", "ES-CE", "IT-SU", "CA-ON", "DE-SN"];
    for set in sets.map(|code| HolidaySet::parse(code).expect("a known set")) {
        let since = set.since_year().expect("rules");
        for year in (1583..2200).chain(9900..=9999) {
            let holidays = set.holidays(year);
            assert_eq!(holidays.is_empty(), year < since, "{set:?} {year}");
            assert!(holidays.iter().all(|holiday| holiday.day().year() == year), "{set:?} {year}");
            assert!(holidays.windows(2).all(|pair| pair[0].day() <= pair[1].day()));
        }
        for year in [i32::MIN, 0, 1582, 10_000, i32::MAX] {
            assert!(set.holidays(year).is_empty(), "{set:?} {year}");
        }
    }
}

/// Easter by the tables of the Gregorian calendar: golden number, epact, dominical letter. Another way
/// than the computus of the library.
fn easter_by_epact(year: i32) -> Day {
    let century = year / 100 + 1;
    let golden = year % 19 + 1;
    let solar = 3 * century / 4 - 12;
    let lunar = (8 * century + 5) / 25 - 5;
    let sunday = 5 * year / 4 - solar - 10;
    let mut epact = (11 * golden + 20 + lunar - solar).rem_euclid(30);
    if (epact == 25 && golden > 11) || epact == 24 {
        epact += 1;
    }
    let mut full_moon = 44 - epact;
    if full_moon < 21 {
        full_moon += 30;
    }
    let march_day = full_moon + 7 - (sunday + full_moon) % 7;
    let march_first = Day::from_ymd(year, 3, 1).expect("a day");
    march_first.add_days(march_day - 1).expect("a day")
}

#[test]
fn easter_is_the_same_by_two_methods_for_every_year() {
    for year in 1583..=9999 {
        assert_eq!(easter(year), easter_by_epact(year), "{year}");
    }
}

/// A difference that no longer is one would hide a fault.
#[test]
fn stated_differences_are_real() {
    let stated = entretien_tests::differences().expect("differences");
    for difference in &stated {
        assert!(!difference.reason.is_empty());
        for code in &difference.sets {
            let set = HolidaySet::parse(code).expect("a known set");
            let is_ours = |date: &String| set.holiday(Day::parse(date).expect("a date")).is_some();
            assert!(difference.only_ours.iter().all(is_ours), "{code}");
            assert!(!difference.only_theirs.iter().any(is_ours), "{code}");
        }
    }
    assert!(stated.iter().all(|it| it.only_ours.len() + it.only_theirs.len() > 0));
}
