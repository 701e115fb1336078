//! The downtime kernel against counting minute by minute.

use entretien::kpi::downtime::{
    Downtime, Outage, Outages, Presence, Validity, downtime, fleet_downtime,
};
use entretien_tests::Random;
use proptest::prelude::*;

/// Every minute judged alone.
fn naive((from, to): (i64, i64), outages: &[Outage], planned: &[(i64, i64)]) -> Downtime {
    let covers = |outage: &Outage, minute: i64| {
        outage.begin <= minute && outage.end.is_none_or(|end| minute < end)
    };
    let mut out = Downtime { window_time: to - from, ..Downtime::default() };
    for minute in from..to {
        let is_planned = planned.iter().any(|(begin, end)| (*begin..*end).contains(&minute));
        let down = outages.iter().filter(|outage| covers(outage, minute)).count();
        out.planned_time += i64::from(is_planned);
        out.down_time += i64::from(down > 0 && !is_planned);
        out.naive_down_time += i64::try_from(down).expect("few");
    }
    out.required_time = out.window_time - out.planned_time;
    out.up_time = out.required_time - out.down_time;
    for outage in outages {
        let begins_here = (from..to).contains(&outage.begin);
        out.failures += u64::from(begins_here);
        out.open += u64::from(outage.end.is_none() && outage.begin < to);
        if let (true, Some(end)) = (begins_here, outage.end) {
            out.closed += 1;
            out.restoration_time += end - outage.begin;
        }
    }
    // A minute begins an episode when an outage begins there and none reaches it from before.
    for minute in from..to {
        let begins = outages.iter().any(|outage| outage.begin == minute);
        let reached = outages
            .iter()
            .any(|outage| outage.begin < minute && outage.end.is_none_or(|end| end >= minute));
        out.episodes += u64::from(begins && !reached);
    }
    out
}

/// A window, outages and planned windows.
type Scene = ((i64, i64), Vec<Outage>, Vec<(i64, i64)>);

fn scene(random: &mut Random) -> Scene {
    let at = |random: &mut Random, below: u64| i64::try_from(random.below(below)).expect("small");
    let from = at(random, 60);
    let window = (from, from + at(random, 200));
    let outages = (0..random.below(9)).map(|_| {
        let begin = at(random, 260) - 20;
        let end = (random.below(6) > 0).then(|| begin + at(random, 60));
        Outage { begin, end }
    });
    let outages = outages.collect();
    let planned = (0..random.below(4)).map(|_| {
        let begin = at(random, 260) - 20;
        (begin, begin + at(random, 50))
    });
    let planned = planned.collect();
    (window, outages, planned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]
    #[test]
    fn as_counted_by_the_minute(seed in any::<u64>()) {
        let (window, outages, planned) = scene(&mut Random(seed));
        let found = downtime(window, &outages, &planned).expect("an answer");
        prop_assert_eq!(found, naive(window, &outages, &planned));
    }

    /// Columns of many assets, in a shuffled order, with and without their own time in service.
    #[test]
    fn a_fleet_is_its_assets(seed in any::<u64>()) {
        let random = &mut Random(seed);
        let window = (20, 20 + random.below(150_i64));
        let count = 1 + u32::try_from(random.below(6)).expect("small");
        let mut rows: Vec<(u32, i64, Option<i64>)> = Vec::new();
        let (mut planned, mut presence) = (Vec::new(), (Vec::new(), Vec::new()));
        let mut expected = Vec::new();
        let common = scene(random).2;
        for asset in 0..count {
            let (_, outages, mut own) = scene(random);
            planned.extend(own.iter().map(|(from, to)| (asset, *from, *to)));
            own.extend_from_slice(&common);
            let from = random.below(200_i64);
            let to = from + random.below(150_i64);
            presence.0.push(from);
            presence.1.push(to);
            let begin = from.clamp(window.0, window.1);
            expected.push(naive((begin, to.clamp(begin, window.1)), &outages, &own));
            rows.extend(outages.iter().map(|outage| (asset, outage.begin, outage.end)));
        }
        for place in (1..rows.len()).rev() {
            rows.swap(place, usize::try_from(random.below(place as u64 + 1)).expect("small"));
        }
        let assets: Vec<u32> = rows.iter().map(|row| row.0).collect();
        let begins: Vec<i64> = rows.iter().map(|row| row.1).collect();
        let ends: Vec<i64> = rows.iter().map(|row| row.2.unwrap_or(-7)).collect();
        let offset = usize::try_from(random.below(11)).expect("small");
        let mut bytes = vec![0_u8; (offset + rows.len()).div_ceil(8)];
        for (place, row) in rows.iter().enumerate() {
            let bit = offset + place;
            bytes[bit / 8] |= u8::from(row.2.is_some()) << (bit % 8);
        }
        let known = Validity { bytes: &bytes, offset };
        let outages =
            Outages { assets: &assets, begins: &begins, ends: &ends, ends_known: Some(known) };
        let presence = Presence { from: &presence.0, to: &presence.1 };
        let found =
            fleet_downtime(window, count, &outages, Some(&presence), &planned, &common).expect("an answer");
        // An open outage that begins after its asset left counts nowhere.
        prop_assert_eq!(&found.assets, &expected);
        let sum = expected.iter().try_fold(Downtime::default(), |sum, row| sum.merge(row));
        prop_assert_eq!(found.fleet, sum.expect("small"));
    }
}

#[test]
fn bad_columns_are_refused_with_their_place() {
    let outages = Outages { assets: &[0, 2], begins: &[5, 6], ends: &[7, 8], ends_known: None };
    let refuse = |outages: &Outages<'_>, window, count| {
        let error = fleet_downtime(window, count, outages, None, &[], &[]).unwrap_err();
        (error.code().to_owned(), error.faults().next().expect("a fault").pointer.clone())
    };
    let expect = |code: &str, place: &str| (code.to_owned(), place.to_owned());
    assert_eq!(refuse(&outages, (0, 10), 2), expect("KPI-004", "/assets/1"));
    assert_eq!(refuse(&outages, (10, 0), 3), expect("KPI-001", "/window"));
    assert_eq!(
        refuse(&Outages { ends: &[7, 5], ..outages }, (0, 10), 3),
        expect("KPI-001", "/ends/1")
    );
    assert_eq!(refuse(&Outages { ends: &[7], ..outages }, (0, 10), 3), expect("KPI-003", "/ends"));
    assert_eq!(refuse(&outages, (0, 1 << 60), 3), expect("KPI-002", "/window"));
    let planned = fleet_downtime(
        (0, 10),
        1,
        &Outages { assets: &[], begins: &[], ends: &[], ends_known: None },
        None,
        &[(0, 5, 4)],
        &[],
    );
    assert_eq!(planned.unwrap_err().faults().next().expect("a fault").pointer, "/planned/0");
    let both = downtime((5, 1), &[Outage { begin: 4, end: Some(3) }], &[(9, 8)]).unwrap_err();
    assert_eq!(both.faults().count(), 3, "all faults at once");
}
