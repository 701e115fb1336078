//! The indicators of a log for people: page and tables, computed once.

use super::kpi::Joined;
use super::{AdviceRow, Engagement, KpiAsk, Load, day, horizon};
use crate::error::Error;
use crate::intervention::Log;
use crate::intervention::follow::{
    self, AGE_DAYS, FOLLOW_UP_DAYS, PeriodUnit, ProblemSearch, RepeatKey,
};
use crate::kpi::{
    AdviceRule, AdviceRules, AdviceTest, Dimension, Grain, KpiAccumulator, KpiTerms, Kpis,
    day_begins, windows,
};
use crate::plan::PlanInput;
use crate::report::{
    AdviceEffect, AdviceLoad, AdviceNote, KpiReportInput, advice_csv, indicators_csv, kpi_html,
    open_csv,
};
use crate::text::{Label, Lang};
use crate::time::{Day, Period, Zone};
use serde::Serialize;
use std::sync::Arc;

/// Most days of the calendar of downtime: the last ones of the period.
pub const KPI_DAYS_MAX: u32 = 1_096;
/// A failure within so many days of the one before repeats it.
const REPEAT_DAYS: u32 = 30;

/// A recommendation, and on which of the indicators of the report it rests.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ReportAdvice {
    /// Whether by month, as trends are.
    #[serde(skip)]
    by_month: bool,
    /// Whether of the groups that were asked for.
    #[serde(skip)]
    of_groups: bool,
    #[serde(flatten)]
    row: AdviceRow,
}

/// What a log says of an engagement: indicators over the period, by month, day, category, priority and the groups that
/// were asked for, with recommendations. [`Engagement::kpi_report`] computes it.
#[derive(Debug, Clone, Serialize)]
pub struct KpiReport {
    #[serde(skip)]
    input: Arc<PlanInput>,
    #[serde(skip)]
    log: Arc<Log>,
    /// The days that were asked about.
    pub period: Period,
    /// The last day of which something is known.
    pub as_of: Day,
    /// One group, two windows: as long a time before, and the period.
    pub overall: Kpis,
    /// One group, a window a month.
    pub months: Kpis,
    /// One group, a window a day; at most the last [`KPI_DAYS_MAX`] days.
    #[serde(skip)]
    pub days: Kpis,
    /// A group a category of tickets.
    pub categories: Kpis,
    /// A group a priority.
    pub priorities: Kpis,
    /// The groups that were asked for; `None` without a dimension.
    pub groups: Option<Kpis>,
    /// The groups by month, for trends.
    #[serde(skip)]
    group_months: Option<Kpis>,
    advice: Vec<ReportAdvice>,
}

/// The question and what is joined, over the parts of a report.
struct Asked<'e> {
    terms: KpiTerms,
    log: &'e Log,
    ask: &'e KpiAsk,
    joined: Joined,
}

impl Asked<'_> {
    /// The indicators of these windows and dimensions; totals that are given count where `with_totals` says in which
    /// window each lies.
    fn kpis(
        &self,
        windows: Vec<(i64, i64)>,
        dimensions: &[Dimension],
        with_totals: &dyn Fn(usize) -> Option<usize>,
    ) -> Result<Kpis, Error> {
        let mut gathered = KpiAccumulator::new(self.terms.with(windows, dimensions)?);
        for total in &self.ask.totals {
            if let Some(window) = with_totals(total.window) {
                total.push_to(&mut gathered, window)?;
            }
        }
        self.joined.gather(&mut gathered, self.log);
        gathered.answers(self.ask.confidence)
    }
}

impl Engagement {
    /// The indicators of a log for people.
    ///
    /// `ask` is that of [`kpis`](Engagement::kpis): its dimensions make the groups, and the page is by month whatever
    /// its grain. Totals that are given count for the period when the grain is [`Grain::Whole`], for the months when it
    /// is [`Grain::Month`], otherwise not; for groups only with dimensions. The period is compared with as long a time before it. Of the rules, those
    /// with a threshold look at the period, those of trends at the months; effects are simulated on the year after
    /// `as_of`.
    ///
    /// # Errors
    /// As [`kpis`](Engagement::kpis) and [`advise`](Engagement::advise).
    pub fn kpi_report(
        &self,
        log: &Arc<Log>,
        ask: &KpiAsk,
        rules: &AdviceRules,
    ) -> Result<KpiReport, Error> {
        // What `kpis` refuses is refused here too, totals of windows that are not asked about included.
        let terms = self.kpi_accumulator(ask)?.terms().clone();
        let period = horizon(ask.start, ask.end)?;
        let (as_of, zone) = (day("as_of", ask.as_of)?, self.input.zone());
        let earlier = before(period);
        let joined = self.joined(log, ask, earlier.start().to_date(), terms.parts().as_of)?;
        let asked = Asked { terms, log: log.as_ref(), ask, joined };
        let whole = || windows(period, Grain::Whole, zone);
        let months = || windows(period, Grain::Month, zone);
        let both = windows(earlier, Grain::Whole, zone).into_iter().chain(whole()).collect();
        let none = |_| None;
        let is_plain = ask.dimensions.is_empty();
        let of_period = |_| (is_plain && ask.grain == Grain::Whole).then_some(1);
        let of_months = |window| (is_plain && ask.grain == Grain::Month).then_some(window);
        let of_groups = |_| (ask.grain == Grain::Whole).then_some(0);
        let of_group_months = |window| (ask.grain == Grain::Month).then_some(window);
        let mut report = KpiReport {
            input: Arc::clone(&self.input),
            log: Arc::clone(log),
            period,
            as_of,
            overall: asked.kpis(both, &[], &of_period)?,
            months: asked.kpis(months(), &[], &of_months)?,
            days: asked.kpis(days(period, zone), &[], &none)?,
            categories: asked.kpis(whole(), &[Dimension::Category], &none)?,
            priorities: asked.kpis(whole(), &[Dimension::Priority], &none)?,
            groups: None,
            group_months: None,
            advice: Vec::new(),
        };
        if !is_plain {
            report.groups = Some(asked.kpis(whole(), &ask.dimensions, &of_groups)?);
            report.group_months = Some(asked.kpis(months(), &ask.dimensions, &of_group_months)?);
        }
        report.advice = self.report_advice(&report, &asked, rules)?;
        Ok(report)
    }

    fn report_advice(
        &self,
        report: &KpiReport,
        asked: &Asked<'_>,
        rules: &AdviceRules,
    ) -> Result<Vec<ReportAdvice>, Error> {
        let is_trend = |rule: &AdviceRule| matches!(rule.test, AdviceTest::Trend(_));
        let part = |trends: bool| {
            let rules = rules.as_slice().iter().filter(|rule| is_trend(rule) == trends);
            AdviceRules::new(rules.cloned().collect())
        };
        let (still, trends) = (part(false)?, part(true)?);
        let start = asked.ask.as_of.succ_opt().unwrap_or(asked.ask.as_of);
        let end = start.checked_add_months(chrono::Months::new(12)).unwrap_or(start);
        let mut out = Vec::new();
        let looked_at = [
            (Some(&report.overall), &still, false, false),
            (Some(&report.months), &trends, true, false),
            (report.groups.as_ref(), &still, false, true),
            (report.group_months.as_ref(), &trends, true, true),
        ];
        for (kpis, rules, by_month, of_groups) in looked_at {
            if let Some(kpis) = kpis {
                let rows = self.advise(kpis, rules, asked.ask.as_of, (start, end))?;
                for row in rows {
                    // What the time before the period says is no reason to act now.
                    let is_before = !by_month && !of_groups && row.advice.evidence.window == 0;
                    if !is_before {
                        out.push(ReportAdvice { by_month, of_groups, row });
                    }
                }
            }
        }
        Ok(out)
    }
}

/// As long a time before a period: so many months where the period is whole months, else days.
fn before(period: Period) -> Period {
    let (start, end) = (period.start(), period.end());
    let ((from_year, from_month, from_day), (to_year, to_month, to_day)) = (start.ymd(), end.ymd());
    let number = |year: i32, month: u32| {
        year.saturating_mul(12).saturating_add(i32::try_from(month).unwrap_or_default())
    };
    let months = number(to_year, to_month).saturating_sub(number(from_year, from_month));
    let first = if from_day == to_day && from_day == 1 {
        start.add_months(months.saturating_neg())
    } else {
        start.add_days(start.number().saturating_sub(end.number()))
    };
    first.and_then(|first| Period::new(first, start)).unwrap_or(period)
}

/// The last days of a period as windows.
fn days(period: Period, zone: Zone) -> Vec<(i64, i64)> {
    let most = i32::try_from(KPI_DAYS_MAX).unwrap_or_default();
    let first = period.end().add_days(most.saturating_neg()).unwrap_or(period.start());
    let first = first.max(period.start());
    let begins = (0..=most).map_while(|turn| first.add_days(turn));
    let begins = begins.take_while(|day| *day <= period.end());
    let instants: Vec<i64> = begins.filter_map(|day| day_begins(day, zone)).collect();
    instants.iter().zip(instants.iter().skip(1)).map(|(from, to)| (*from, *to)).collect()
}

impl KpiReport {
    /// The recommendations with their effects, thresholds before trends, the whole before groups, each by rule.
    pub fn advice(&self) -> impl Iterator<Item = &AdviceRow> {
        self.advice.iter().map(|one| &one.row)
    }

    fn notes(&self) -> Vec<AdviceNote<'_>> {
        let mut out = Vec::new();
        for one in &self.advice {
            let kpis = match (one.of_groups, one.by_month) {
                (false, false) => Some(&self.overall),
                (false, true) => Some(&self.months),
                (true, false) => self.groups.as_ref(),
                (true, true) => self.group_months.as_ref(),
            };
            let Some(kpis) = kpis else { continue };
            let effect = one.row.effect.as_ref();
            out.push(AdviceNote {
                advice: &one.row.advice,
                kpis,
                effect: effect.map(|effect| AdviceEffect {
                    tasks: &effect.tasks,
                    before: load(effect.before),
                    after: load(effect.after),
                    differences: effect.differences,
                }),
                no_effect: one.row.no_effect.map(|why| (why.label(Lang::En), why.label(Lang::Fr))),
            });
        }
        out
    }

    /// What page and tables show, with the follow-up of the incidents of the log.
    pub(super) fn with_input<T>(&self, show: impl FnOnce(&KpiReportInput<'_>) -> T) -> T {
        let (log, zone) = (self.log.as_ref(), self.input.zone());
        // The last second that is known: what happens at midnight belongs to the next day.
        let known = self.overall.as_of().saturating_sub(1);
        let begin = |day: Day| day_begins(day, zone).unwrap_or(i64::MIN);
        let (from, to) = (begin(self.period.start()), begin(self.period.end()));
        let open = follow::open_list(log, known, &AGE_DAYS);
        let mut repeats = follow::repeats(log, known, REPEAT_DAYS, RepeatKey::Asset);
        repeats.retain(|repeat| repeat.later.opened.is_some_and(|at| from <= at && at < to));
        let mut follow_ups = follow::follow_ups(log, known, FOLLOW_UP_DAYS);
        follow_ups.rows.retain(|row| self.period.contains(row.repaired));
        let problems = follow::problems(log, &search(log, known));
        let (start, end) = (self.period.start(), self.period.end());
        let synthesis = follow::synthesis(log, start, end, PeriodUnit::Month);
        show(&KpiReportInput {
            provider: self.input.provider(),
            customer: self.input.customer(),
            zone,
            period: self.period,
            as_of: self.as_of,
            log,
            overall: &self.overall,
            months: &self.months,
            days: &self.days,
            categories: &self.categories,
            priorities: &self.priorities,
            groups: self.groups.as_ref(),
            open: &open,
            repeats: &repeats,
            follow_ups: &follow_ups,
            problems: &problems,
            synthesis: &synthesis,
            advice: &self.notes(),
        })
    }

    /// The page: see [`kpi_html`].
    pub fn to_html(&self, lang: Lang) -> String {
        self.with_input(|input| kpi_html(input, lang))
    }

    /// Every answer as CSV: see [`indicators_csv`].
    pub fn indicators_csv(&self, lang: Lang) -> String {
        self.with_input(|input| indicators_csv(input, lang))
    }

    /// Open incidents as CSV: see [`open_csv`].
    pub fn open_csv(&self, lang: Lang) -> String {
        self.with_input(|input| open_csv(input, lang))
    }

    /// Recommendations as CSV: see [`advice_csv`].
    pub fn advice_csv(&self, lang: Lang) -> String {
        self.with_input(|input| advice_csv(input, lang))
    }
}

fn load(load: Load) -> AdviceLoad {
    AdviceLoad {
        occurrences: load.occurrences,
        work_minutes: load.work_minutes,
        visits: load.visits,
    }
}

/// The usual search; the base no longer than the log reaches back, or every group would surge.
fn search(log: &Log, known: i64) -> ProblemSearch {
    let mut search = ProblemSearch::new(known);
    let earliest = log.incidents().iter().filter_map(|incident| incident.opened).min();
    let recent = i64::from(search.recent_days);
    let reach = earliest.map_or(0, |at| known.saturating_sub(at).div_euclid(86_400));
    let base = u32::try_from(reach.saturating_sub(recent).max(0)).unwrap_or(u32::MAX);
    search.base_days = search.base_days.min(base);
    search
}
