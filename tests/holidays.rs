//! Public holidays against the tables of the shared data.
use entretien::calendar::{HolidaySet, easter};
use entretien::time::Day;
use std::collections::BTreeSet;

#[test]
fn french_holidays_agree_with_the_shared_tables() {
    let Some(shared) = entretien_tests::shared("french_holidays_agree_with_the_shared_tables")
    else {
        return;
    };
    let file = std::fs::File::open(shared.join("data/holidays/holidays_2020_2034.csv.gz"))
        .expect("the holiday table");
    let mut rows = csv::Reader::from_reader(flate2::read::GzDecoder::new(file));
    let mut mainland = BTreeSet::new();
    let mut alsace = BTreeSet::new();
    for row in rows.records() {
        let row = row.expect("a row");
        let (country, subdivision, date) = (&row[0], &row[1], Day::parse(&row[2]).expect("a date"));
        if country == "FR" {
            match subdivision {
                "" => drop(mainland.insert(date)),
                "57" => drop(alsace.insert(date)),
                _ => {}
            }
        }
    }
    assert!(mainland.len() >= 150 && alsace.len() > mainland.len(), "the table has both sets");
    let days = || {
        let first = Day::from_ymd(2020, 1, 1).expect("a day").number();
        let last = Day::from_ymd(2034, 12, 31).expect("a day").number();
        (first..=last).filter_map(Day::from_number)
    };
    let ours =
        |set: HolidaySet| days().filter(|day| set.holiday(*day).is_some()).collect::<BTreeSet<_>>();
    assert_eq!(ours(HolidaySet::Fr), mainland);
    assert_eq!(ours(HolidaySet::FrAlsaceMoselle), alsace);
    eprintln!("compared {} and {} holidays", mainland.len(), alsace.len());
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
