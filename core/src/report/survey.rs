//! One pass over the rows: what each day and month holds.

use super::periods::Periods;
use crate::calendar::WorkCalendar;
use crate::order;
use crate::plan::{Plan, PlanInput};
use crate::text::Lang;
use crate::time::Day;

/// Interventions and work of one day.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DayLoad {
    pub(super) occurrences: u64,
    pub(super) minutes: u64,
}

/// What the totals of the plan do not say.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    /// Days with work, in order.
    pub(super) days: Vec<(Day, DayLoad)>,
    /// Texts of the periodicities of the rows, frequent first.
    pub(super) periods: Vec<String>,
    /// Occurrences of each month (`YYYY-MM`), in order, each in the order of `periods`.
    pub(super) months: Vec<(String, Vec<u64>)>,
    /// Stored rows that name no task or asset of the engagement.
    pub(super) unknown_rows: u64,
    /// Calendars of the sites that have assets.
    pub(super) calendars: Vec<&'a WorkCalendar>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(plan: &'a Plan) -> Survey<'a> {
        let input = plan.input();
        let periods = Periods::of(input);
        let mut survey = Survey {
            days: Vec::new(),
            months: Vec::new(),
            unknown_rows: 0,
            calendars: calendars(input),
            periods: Vec::new(),
        };
        let mut run = Run::default();
        run.by_period.resize(periods.texts.len(), 0);
        for index in 0..plan.len() {
            let (Some(occurrence), Some(row)) = (plan.occurrence(index), plan.table().row(index))
            else {
                survey.unknown_rows += 1;
                continue;
            };
            // What a decision leaves out is no work.
            if !row.marks.is_work() {
                continue;
            }
            if run.day != Some(occurrence.date()) {
                survey.flush(&mut run);
                run.day = Some(occurrence.date());
            }
            run.load.occurrences += 1;
            run.load.minutes += u64::from(occurrence.task().duration_minutes);
            let place = periods.place(row.task, occurrence.asset());
            if let Some(count) = run.by_period.get_mut(place) {
                *count += 1;
            }
        }
        survey.flush(&mut run);
        order::sort_by(&mut survey.days, |a, b| a.0.cmp(&b.0));
        order::sort_by(&mut survey.months, |a, b| a.0.cmp(&b.0));
        survey.periods = periods.texts;
        survey.drop_unused();
        survey
    }

    /// Moves the sums of a run of rows of one day into its day and month.
    fn flush(&mut self, run: &mut Run) {
        let Some(day) = run.day else { return };
        let place = run.days.number(usize::try_from(day.number() - Day::MIN.number()).unwrap_or(0));
        if place == self.days.len() {
            self.days.push((day, DayLoad::default()));
        }
        if let Some((_, sum)) = self.days.get_mut(place) {
            sum.occurrences += run.load.occurrences;
            sum.minutes += run.load.minutes;
        }
        let place = run.months.number(day.month_number());
        if place == self.months.len() {
            let (year, month, _) = day.ymd();
            self.months.push((format!("{year:04}-{month:02}"), vec![0; run.by_period.len()]));
        }
        if let Some((_, counts)) = self.months.get_mut(place) {
            for (sum, count) in counts.iter_mut().zip(&mut run.by_period) {
                *sum += std::mem::take(count);
            }
        }
        run.load = DayLoad::default();
    }

    /// Leaves out the periodicities without a row.
    fn drop_unused(&mut self) {
        let used: Vec<bool> = (0..self.periods.len())
            .map(|place| self.months.iter().any(|(_, counts)| counts.get(place) > Some(&0)))
            .collect();
        let keep = |place: &mut usize| {
            let kept = used.get(*place).copied().unwrap_or_default();
            *place += 1;
            kept
        };
        let mut place = 0;
        self.periods.retain(|_| keep(&mut place));
        for (_, counts) in &mut self.months {
            let mut place = 0;
            counts.retain(|_| keep(&mut place));
        }
    }

    /// What `day` holds, when it has work.
    pub(super) fn load(&self, day: Day) -> Option<&DayLoad> {
        let place = self.days.binary_search_by(|(other, _)| other.cmp(&day)).ok()?;
        self.days.get(place).map(|(_, load)| load)
    }

    /// Occurrences of `month` (`YYYY-MM`) in the order of `periods`; empty without any.
    pub(super) fn counts(&self, month: &str) -> &[u64] {
        let place = self.months.binary_search_by(|(other, _)| other.as_str().cmp(month));
        place.ok().and_then(|place| self.months.get(place)).map_or(&[], |(_, counts)| counts)
    }

    /// The day with the most work, the first of equals.
    pub(super) fn busiest(&self) -> Option<(Day, DayLoad)> {
        self.days
            .iter()
            .copied()
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

/// Rows of one day, and the places of the days and months met so far.
#[derive(Default)]
struct Run {
    day: Option<Day>,
    load: DayLoad,
    by_period: Vec<u64>,
    days: order::Slots,
    months: order::Slots,
}

fn calendars(input: &PlanInput) -> Vec<&WorkCalendar> {
    let mut seen = order::Slots::default();
    let mut used: Vec<&WorkCalendar> = Vec::new();
    for asset in input.estate().assets() {
        if seen.number(input.calendar_index(asset)) == used.len() {
            used.push(input.calendar_of(asset));
        }
    }
    used
}
