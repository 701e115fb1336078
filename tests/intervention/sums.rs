//! The synthesis of interventions, against sums by another way, and the records as they are written.

use super::{events, utc, works};
use entretien::id::InterventionId;
use entretien::intervention::follow::{PeriodUnit, synthesis};
use entretien::intervention::{Costs, Intervention, Kind, Log, LogParts, Place, Status};
use entretien::quantity::Currency;
use entretien::time::{Day, Zone};
use entretien_tests::Random;
use serde_json::{Value, json};

fn random_works(random: &mut Random) -> Vec<Intervention> {
    (0..random.below(60_usize))
        .map(|number| {
            let id = InterventionId::new(&format!("W-{number:02}")).expect("an id");
            let mut one = Intervention::new(id);
            // From November 2015 on, over two years.
            one.ended = random.maybe(90, |random| 1_446_336_000 + random.below(63_000_000_i64));
            one.kind = random.maybe(90, |random| random.pick(Kind::ALL));
            one.status = random.maybe(90, |random| random.pick(Status::ALL));
            one.place = random.maybe(80, |random| random.pick(Place::ALL));
            one.labour_minutes = random.maybe(70, |random| random.below(500));
            one.costs = random.maybe(70, |random| {
                let currency = random.pick(&[Currency::EUR, Currency::new("CHF").expect("francs")]);
                let mut costs = Costs::new(currency);
                costs.labour_minor = random.maybe(80, |random| random.below(10_000_i64));
                costs.parts_minor = random.maybe(50, |random| random.below(10_000_i64));
                Box::new(costs)
            });
            one
        })
        .collect()
}

#[test]
fn sums_are_those_of_the_works_one_by_one() {
    let mut random = Random(21);
    let day = |text| Day::parse(text).expect("a day");
    let (from, to) = (day("2016-02-10"), day("2017-02-10"));
    for _ in 0..100 {
        let mut parts = LogParts::new(utc());
        parts.interventions = random_works(&mut random);
        let log = Log::new(parts).expect("a log");
        for (unit, months) in
            [(PeriodUnit::Month, 1), (PeriodUnit::Quarter, 3), (PeriodUnit::Year, 12)]
        {
            let found = synthesis(&log, from, to, unit);
            let undated = log.interventions().iter().filter(|one| one.ended.is_none()).count();
            assert_eq!(found.undated, undated as u64);
            let mut seen = 0;
            for row in &found.rows {
                let end = row.period.add_months(months).expect("a day");
                let members: Vec<&Intervention> = log
                    .interventions()
                    .iter()
                    .filter(|one| one.kind == row.kind)
                    .filter(|one| {
                        one.ended.is_some_and(|at| {
                            let number = i32::try_from(at.div_euclid(86_400)).expect("a day");
                            let at = Day::from_number(number).expect("a day");
                            row.period.max(from) <= at && at < end.min(to)
                        })
                    })
                    .collect();
                let count = |is: &dyn Fn(&Intervention) -> bool| {
                    members.iter().filter(|one| is(one)).count() as u64
                };
                assert_eq!(row.count, members.len() as u64);
                assert_eq!(row.done, count(&|one| one.status == Some(Status::Done)));
                assert_eq!(row.on_site, count(&|one| one.place == Some(Place::OnSite)));
                assert_eq!(row.remote, count(&|one| one.place == Some(Place::Remote)));
                let minutes: u32 = members.iter().filter_map(|one| one.labour_minutes).sum();
                assert_eq!(row.labour_minutes, u64::from(minutes));
                for money in &row.costs {
                    let own = members.iter().filter_map(|one| one.costs.as_ref());
                    let own = own.filter(|costs| costs.currency == money.currency());
                    assert_eq!(money.minor(), own.filter_map(|costs| costs.total()).sum::<i64>());
                }
                seen += members.len();
            }
            let all = found.rows.iter().map(|row| row.count).sum::<u64>();
            assert_eq!(all, seen as u64);
            let keys: Vec<_> = found.rows.iter().map(|row| (row.period, row.kind)).collect();
            assert!(keys.is_sorted() && keys.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }
}

/// Days and months are those of the zone: half past midnight in Paris is the day before in UTC.
#[test]
fn periods_are_those_of_the_zone() {
    let mut parts = LogParts::new(Zone::PARIS);
    let mut one = Intervention::new(InterventionId::new("W-1").expect("an id"));
    one.ended = Some(1_772_321_400); // 2026-02-28T23:30Z
    parts.interventions.push(one);
    let log = Log::new(parts).expect("a log");
    let day = |text| Day::parse(text).expect("a day");
    let found = synthesis(&log, day("2026-03-01"), day("2026-04-01"), PeriodUnit::Month);
    assert_eq!(found.rows[0].period, day("2026-03-01"));
}

#[test]
fn records_are_written_with_their_texts() {
    let text = "number,state,sys_updated_at,location,cmdb_ci\n\
                I-1,New,2026-03-02 08:00,Lyon,srv-1\n\
                I-1,Awaiting Vendor,2026-03-02 09:00,Lyon,srv-1\n\
                I-1,Closed,2026-03-02 10:00,Lyon,srv-1\n\
                I-1,New,2026-03-02 11:00,Lyon,srv-1\n";
    let mut parts = events(text.as_bytes()).expect("events").parts;
    let text = "number,kind,place,start,downtime_from,downtime_to,downtime_planned,parts_cost,due,incident\n\
                W-1,curative,on site,2026-03-02 09:00,2026-03-02 09:00,2026-03-02 09:30,yes,12.50,2026-03-16,I-1\n";
    parts.append(works(text.as_bytes()).expect("works").parts);
    let log = Log::new(parts).expect("a log");
    let found: Value = serde_json::to_value(&log).expect("JSON");
    let expected = json!({
        "zone": "UTC",
        "incidents": [{
            "id": "I-1",
            "assets": ["srv-1"],
            "site": "Lyon",
            "state": "new",
            "opened": "2026-03-02T08:00:00+00:00",
            "acknowledged": "2026-03-02T09:00:00+00:00",
            "reopenings": [{
                "resolved": "2026-03-02T10:00:00+00:00",
                "reopened": "2026-03-02T11:00:00+00:00",
            }],
            "reopen_count": 1,
            "events": 4,
            "waits": [{
                "from": "2026-03-02T09:00:00+00:00",
                "to": "2026-03-02T10:00:00+00:00",
                "reason": "supplier",
                "label": "Awaiting Vendor",
            }],
        }],
        "interventions": [{
            "id": "W-1",
            "kind": "corrective",
            "place": "on_site",
            "begun": "2026-03-02T09:00:00+00:00",
            "costs": { "currency": "EUR", "parts_minor": 1_250 },
            "downtime": {
                "from": "2026-03-02T09:00:00+00:00",
                "to": "2026-03-02T09:30:00+00:00",
                "is_planned": true,
            },
            "due": "2026-03-16",
            "incident": "I-1",
        }],
    });
    assert_eq!(found, expected);
}
