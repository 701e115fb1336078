//! Indicators of real logs: the figures of `../shared/KPI.md` section 4.

use entretien::calendar::BusinessTime;
use entretien::document::read_calendar;
use entretien::intervention::Log;
use entretien::kpi::downtime::{Outage, Outages, downtime, fleet_downtime};
use entretien::kpi::{Dimension, Grain, Indicator, Measure, ParetoClass};
use entretien_tests::failures::{node_outages, stated_minutes};
use entretien_tests::tickets;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The clock of opening hours: each ticket asked one by one, and counted in the days between.
fn in_opening_hours(log: &Log) {
    let desk = br#"{"id": "desk", "time_zone": "UTC", "opening_hours": "Mo-Fr 09:00-18:00"}"#;
    let calendar = read_calendar(desk, None).expect("a calendar");
    let hours = Arc::new(BusinessTime::compile(&calendar));
    let mut question = tickets::question();
    question.hours = Some(Arc::clone(&hours));
    let kpis = tickets::answers(log, question);
    let open = kpis.answer(0, 0, Indicator::MeanResolution).expect("an answer");
    let pairs = log.incidents().iter().filter_map(|one| Some((one.opened?, one.resolved?)));
    let (mut seconds, mut days) = (0, 0);
    for (from, to) in pairs {
        seconds += hours.between(from, to).expect("in range");
        // Nine hours for each Monday to Friday that lies whole between the two.
        let (first, last) = (from.div_euclid(86_400) + 1, to.div_euclid(86_400));
        days += (first..last).filter(|day| (day + 3).rem_euclid(7) < 5).count();
    }
    assert_eq!(open.numerator, Some(seconds));
    let least = i64::try_from(days).expect("few") * 9 * 3_600;
    assert!(seconds >= least && seconds <= least + 23_362 * 2 * 9 * 3_600);
}

fn close(found: f64, expected: f64, digits: f64) {
    assert!((found - expected).abs() <= digits, "{found}, {expected} expected");
}

#[test]
fn tickets_of_uci_498() {
    let Some(shared) = entretien_tests::shared("tickets_of_uci_498") else { return };
    let log = tickets::log(&shared);

    let kpis = tickets::kpis(&log, Grain::Whole, &[]);
    let get = |indicator| kpis.answer(0, 0, indicator).expect("an answer");
    let mean = get(Indicator::MeanResolution);
    assert_eq!((mean.denominator, mean.unknown), (Some(23_362), 1_556), "closed, not resolved");
    close(mean.value.expect("a mean"), 178.2, 0.05);
    let median = kpis.resolution_percentile(0, 0, 0.5).expect("a median");
    close(median.value.expect("a median") / 3_600.0, 22.1, 0.05);
    let kept = get(Indicator::LevelCompliance);
    close(kept.value.expect("a share"), 0.634, 0.000_5);
    assert_eq!(kept.denominator, Some(24_918));
    close(get(Indicator::ReopenRate).value.expect("a share"), 0.011, 0.000_5);
    close(get(Indicator::ReassignmentFree).value.expect("a share"), 0.544, 0.000_5);
    assert_eq!(get(Indicator::Mtbf).value, None, "no asset is known, so no time is required");

    in_opening_hours(&log);

    let by = tickets::kpis(&log, Grain::Whole, &[Dimension::Priority]);
    for (priority, share) in [("1", 0.019), ("2", 0.005), ("3", 0.645), ("4", 0.841)] {
        let group = by.find(&[Some(priority)]).expect("a group");
        let kept = by.answer(group, 0, Indicator::LevelCompliance).expect("an answer");
        close(kept.value.expect("a share"), share, 0.000_5);
    }
    let (seconds, tickets) = by.groups().iter().fold((0, 0), |(seconds, tickets), group| {
        let totals = &group.cells[0].totals;
        let get = |measure| totals.get(measure).unwrap_or_default();
        (seconds + get(Measure::ResolutionSeconds), tickets + get(Measure::ResolvedTickets))
    });
    assert_eq!(Some(seconds), mean.numerator.map(i128::from), "groups add up");
    assert_eq!(tickets, 23_362);

    let pareto = tickets::kpis(&log, Grain::Whole, &[Dimension::Category]);
    let pareto = pareto.pareto(0, Measure::OpenedTickets).expect("a pareto");
    assert_eq!(pareto.total, 24_918);
    assert!(pareto.rows.windows(2).all(|pair| pair[0].amount >= pair[1].amount));
    let first: Vec<_> = pareto.rows.iter().filter(|row| row.class == ParetoClass::A).collect();
    assert!(first.len() < pareto.rows.len() / 2, "few make most");
    assert!(first.last().expect("a row").cumulated_share >= 0.8);

    let monthly = tickets::kpis(&log, Grain::Month, &[]);
    assert_eq!(monthly.windows().len(), 13);
    let trend = monthly.trend(0, Indicator::LevelCompliance).expect("a trend");
    assert!(trend.ratios.is_some() && trend.individuals.is_none());
    let opened: i128 = (0..13)
        .map(|month| {
            monthly.groups()[0].cells[month].totals.get(Measure::OpenedTickets).unwrap_or(0)
        })
        .sum();
    assert_eq!(opened, 24_918, "every ticket opens in one month");
    let change = monthly.change(0, (2, 3), Indicator::MeanResolution).expect("a change");
    assert!(change.p_value.expect("a test") <= 1.0);
}

#[test]
fn outages_of_lanl() {
    let Some(shared) = entretien_tests::shared("outages_of_lanl") else { return };
    let stated = stated_minutes(&shared);
    let differing = stated.iter().filter(|(from, to, minutes)| (to - from - minutes).abs() == 60);
    assert_eq!(differing.count(), 24, "rows around a change of the clocks");
    let length: i64 = stated.iter().map(|(from, to, _)| to - from).sum();
    let systems = node_outages(&shared);
    assert_eq!(systems.len(), 23);
    let (mut assets, mut begins, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    let mut count = 0;
    for rows in systems.values() {
        let first = count;
        for (node, from, to) in rows {
            assets.push(first + node);
            begins.push(*from);
            ends.push(*to);
            count = count.max(first + node + 1);
        }
    }
    assert_eq!(begins.len(), 23_739);
    let window = (*begins.iter().min().expect("rows"), *ends.iter().max().expect("rows") + 1);
    let outages = Outages { assets: &assets, begins: &begins, ends: &ends, ends_known: None };
    let found = fleet_downtime(window, count, &outages, None, &[], &[]).expect("an answer").fleet;
    assert_eq!((found.failures, found.open, found.closed), (23_739, 0, 23_739));
    assert_eq!(found.naive_down_time, length);
    assert_eq!(found.naive_down_time - found.down_time, 84_996, "minutes counted twice");
    // The same by node, one at a time.
    let mut by_node: BTreeMap<u32, Vec<Outage>> = BTreeMap::new();
    for ((asset, begin), end) in assets.iter().zip(&begins).zip(&ends) {
        by_node.entry(*asset).or_default().push(Outage { begin: *begin, end: Some(*end) });
    }
    let alone: i64 = by_node
        .values()
        .map(|outages| downtime(window, outages, &[]).expect("an answer").down_time)
        .sum();
    assert_eq!(alone, found.down_time);
    close(found.mttr().expect("a mean"), 352.0, 5.0);
}
