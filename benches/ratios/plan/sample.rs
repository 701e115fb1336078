//! Some assets of the estate, as the peers are given them.

use chrono::{DateTime, TimeZone};
use entretien::plan::{Every, OccurrenceTable, PlanInput, StepRule, plan};
use entretien::time::Day;
use entretien_benches::{parts_of, tasks, year};
use rrule::{Frequency, RRule, Tz};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Assets of a sample, at least; the whole estate when it has fewer.
const ASSETS: usize = 1_000;
const DAY_SECONDS: i64 = 86_400;
/// How far past the year a roll may lead.
const MARGIN_DAYS: i32 = 31;

/// A task on an asset.
struct Strand {
    anchor: Day,
    /// The anchor as the `rrule` crate takes it.
    start: DateTime<Tz>,
    months: u16,
    calendar: usize,
}

/// Every n-th asset of an estate: its strands by asset and task, and the open days of its calendars.
pub(super) struct Sample {
    step: u32,
    strands: Vec<Strand>,
    /// Whether each day from the first of the year on is open, by calendar.
    open: Vec<Vec<bool>>,
}

impl Sample {
    /// The sample of an estate. The anchors are those that traces tell; making them is not charged to the
    /// peers.
    pub(super) fn of(input: &PlanInput) -> Sample {
        let assets = input.estate().assets();
        let step = (assets.len() / ASSETS).max(1);
        let chosen = assets.iter().step_by(step).cloned().collect();
        let chosen = Arc::new(PlanInput::new(parts_of(chosen, tasks())).expect("a good input"));
        let planned = plan(chosen, year().start(), year()).expect("a plan");
        let calendars = planned.input().calendars();
        let mut strands = BTreeMap::new();
        for (row, occurrence) in planned.table().rows().zip(planned.occurrences()) {
            strands.entry((row.subject, row.task)).or_insert_with(|| {
                let trace = occurrence.trace();
                let spread = trace.iter().find(|step| step.rule == StepRule::SpreadByAsset);
                let anchor = spread.expect("every task is spread").after;
                let Every::Interval(every) = occurrence.task().every else { panic!("an interval") };
                let id = planned.input().calendar_of(occurrence.asset().expect("an asset")).id();
                let calendar = calendars.iter().position(|own| own.id() == id);
                let seconds = i64::from(anchor.number()) * DAY_SECONDS;
                Strand {
                    anchor,
                    start: Tz::UTC.timestamp_opt(seconds, 0).single().expect("in range"),
                    months: every.months().and_then(|n| n.try_into().ok()).expect("months"),
                    calendar: calendar.expect("declared"),
                }
            });
        }
        let days = |calendar: &entretien::calendar::WorkCalendar| {
            let first = year().start();
            (0..year().days() + MARGIN_DAYS)
                .map(|n| calendar.is_open(first.add_days(n).expect("in range")))
                .collect()
        };
        let open = calendars.iter().map(days).collect();
        let strands = strands.into_values().collect();
        Sample { step: u32::try_from(step).expect("small"), strands, open }
    }

    /// Adds the dates of the sample in a table of the estate, in its order.
    pub(super) fn pick(&self, table: &OccurrenceTable, out: &mut Vec<i32>) {
        let rows = table.subjects().iter().zip(table.dates());
        out.extend(rows.filter(|(subject, _)| *subject % self.step == 0).map(|(_, date)| *date));
    }

    /// The same dates by the `rrule` crate: a set for each task and asset, walked from its DTSTART to the
    /// end of the year.
    ///
    /// Day 29 to 31 is the last of the days 28 to that one which the month has; RFC 5545 alone would leave
    /// shorter months out.
    pub(super) fn by_rrule(&self, out: &mut Vec<i32>) {
        let (first, end) = (i64::from(year().start().number()), i64::from(year().end().number()));
        for strand in &self.strands {
            let rule = RRule::new(Frequency::Monthly).interval(strand.months);
            let day = i8::try_from(strand.anchor.ymd().2).expect("a day of a month");
            let rule = if day > 28 {
                rule.by_month_day((28..=day).collect()).by_set_pos(vec![-1])
            } else {
                rule
            };
            let set = rule.build(strand.start).expect("the peer builds");
            let open = &self.open[strand.calendar];
            for date in &set {
                let nominal = date.timestamp().div_euclid(DAY_SECONDS);
                if nominal >= end {
                    break;
                }
                if nominal < first {
                    continue;
                }
                let place = usize::try_from(nominal - first).expect("within the year");
                let closed = open[place..].iter().take_while(|open| !**open).count();
                let date = nominal + i64::try_from(closed).expect("a few days");
                out.push(i32::try_from(date).expect("a day"));
            }
        }
    }

    /// What `benches/python/plan.py` reads: the year, and of each task and asset the anchor, the months
    /// of a cycle, and whether the holidays are those of Alsace-Moselle.
    pub(super) fn json(&self, input: &PlanInput) -> String {
        let alsace = |index: usize| input.calendars()[index].id().as_str() == "alsace";
        let strands: Vec<_> = self
            .strands
            .iter()
            .map(|strand| (strand.anchor, strand.months, alsace(strand.calendar)))
            .collect();
        let period = year();
        let whole = serde_json::json!({
            "start": period.start(), "end": period.end(), "strands": strands,
        });
        whole.to_string()
    }
}
