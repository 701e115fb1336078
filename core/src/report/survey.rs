//! One pass over the rows: what each day and month holds.

use super::pen::approximate_days;
use crate::calendar::WorkCalendar;
use crate::plan::{Every, Plan, PlanInput};
use crate::text::Lang;
use crate::time::{Day, Interval};
use std::collections::{BTreeMap, BTreeSet};

/// Interventions and work of one day.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DayLoad {
    pub(super) occurrences: u64,
    pub(super) minutes: u64,
}

/// What the totals of the plan do not say.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    /// Days with work.
    pub(super) days: BTreeMap<Day, DayLoad>,
    /// Periodicities of the rows, frequent first.
    pub(super) intervals: Vec<Interval>,
    /// Occurrences of each month (`YYYY-MM`), in the order of `intervals`.
    pub(super) months: BTreeMap<String, Vec<u64>>,
    /// Stored rows that name no task or asset of the engagement.
    pub(super) unknown_rows: u64,
    /// Calendars of the sites that have assets.
    pub(super) calendars: Vec<&'a WorkCalendar>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(plan: &'a Plan) -> Survey<'a> {
        let input = plan.input();
        let intervals = intervals(input);
        let mut survey = Survey {
            days: BTreeMap::new(),
            months: BTreeMap::new(),
            unknown_rows: 0,
            calendars: calendars(input),
            intervals,
        };
        let mut run = Run { day: None, load: DayLoad::default(), by_interval: Vec::new() };
        run.by_interval.resize(survey.intervals.len(), 0);
        for index in 0..plan.len() {
            let Some(occurrence) = plan.occurrence(index) else {
                survey.unknown_rows += 1;
                continue;
            };
            if run.day != Some(occurrence.date()) {
                survey.flush(&mut run);
                run.day = Some(occurrence.date());
            }
            run.load.occurrences += 1;
            run.load.minutes += u64::from(occurrence.task().duration_minutes);
            let interval = input.interval_of(occurrence.task(), occurrence.asset());
            let place = survey.intervals.binary_search_by_key(&order(interval), |i| order(*i));
            if let Some(count) = place.ok().and_then(|place| run.by_interval.get_mut(place)) {
                *count += 1;
            }
        }
        survey.flush(&mut run);
        survey.drop_unused();
        survey
    }

    /// Moves the sums of a run of rows of one day into its day and month.
    fn flush(&mut self, run: &mut Run) {
        let Some(day) = run.day else { return };
        let sum = self.days.entry(day).or_default();
        sum.occurrences += run.load.occurrences;
        sum.minutes += run.load.minutes;
        let (year, month, _) = day.ymd();
        let months = self.months.entry(format!("{year:04}-{month:02}"));
        let counts = months.or_insert_with(|| vec![0; run.by_interval.len()]);
        for (sum, count) in counts.iter_mut().zip(&mut run.by_interval) {
            *sum += std::mem::take(count);
        }
        run.load = DayLoad::default();
    }

    /// Leaves out the periodicities without a row.
    fn drop_unused(&mut self) {
        let used: Vec<bool> = (0..self.intervals.len())
            .map(|place| self.months.values().any(|counts| counts.get(place) > Some(&0)))
            .collect();
        let keep = |place: &mut usize| {
            let kept = used.get(*place).copied().unwrap_or_default();
            *place += 1;
            kept
        };
        let mut place = 0;
        self.intervals.retain(|_| keep(&mut place));
        for counts in self.months.values_mut() {
            let mut place = 0;
            counts.retain(|_| keep(&mut place));
        }
    }

    /// The day with the most work, the first of equals.
    pub(super) fn busiest(&self) -> Option<(Day, DayLoad)> {
        self.days
            .iter()
            .map(|(day, load)| (*day, *load))
            .reduce(|best, next| if next.1.minutes > best.1.minutes { next } else { best })
    }

    /// Whether `day` is closed everywhere, or only at some sites, and why.
    pub(super) fn closed(&self, day: Day, lang: Lang) -> Option<(bool, String)> {
        let mut reasons: Vec<String> = Vec::new();
        let mut closed = 0;
        for calendar in &self.calendars {
            if let Some(reason) = calendar.closed(day) {
                closed += 1;
                let reason = reason.text(day, lang);
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
        (closed > 0).then(|| (closed == self.calendars.len(), reasons.join(", ")))
    }
}

struct Run {
    day: Option<Day>,
    load: DayLoad,
    by_interval: Vec<u64>,
}

fn order(interval: Interval) -> (u64, Interval) {
    (approximate_days(interval), interval)
}

/// Every periodicity that a task can have, frequent first.
fn intervals(input: &PlanInput) -> Vec<Interval> {
    let house = input.house_rules();
    let mut all: Vec<Interval> = Vec::new();
    for task in input.tasks() {
        match task.every {
            Every::Interval(interval) => all.push(interval),
            Every::House => all.extend([house.normal, house.frequent]),
        }
    }
    all.sort_by_key(|interval| order(*interval));
    all.dedup();
    all
}

fn calendars(input: &PlanInput) -> Vec<&WorkCalendar> {
    let mut seen = BTreeSet::new();
    let mut used: Vec<&WorkCalendar> = Vec::new();
    for asset in input.estate().assets() {
        if seen.insert(asset.site.as_str()) {
            let calendar = input.calendar_of(asset);
            if !used.iter().any(|known| known.id() == calendar.id()) {
                used.push(calendar);
            }
        }
    }
    used
}
