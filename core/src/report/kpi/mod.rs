//! Indicators for people: one page and tables for spreadsheets.

mod advice;
mod after;
mod categories;
mod csv;
mod days;
mod figures;
mod indicators;
mod levels;
mod open;
mod page;
mod problems;
mod trends;
mod values;
mod works;

pub use csv::{advice_csv, indicators_csv, open_csv};

use super::pen::Pen;
use crate::id::TaskId;
use crate::intervention::Log;
use crate::intervention::follow::{FollowUpSummary, OpenList, Problems, Repeat, Synthesis};
use crate::kpi::{Advice, Kpis};
use crate::text::Lang;
use crate::time::{Day, Period, Zone};

/// Number of the window of `overall` that precedes the period.
const BEFORE: usize = 0;
/// Number of the window of `overall` that is the period.
const PERIOD: usize = 1;

/// The load of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdviceLoad {
    /// Occurrences.
    pub occurrences: u64,
    /// Work, minutes.
    pub work_minutes: u64,
    /// Visits on site.
    pub visits: u64,
}

/// What a recommendation would change in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdviceEffect<'a> {
    /// Tasks whose interval changes, each with its old and new interval (ISO 8601).
    pub tasks: &'a [(TaskId, String, String)],
    /// The plan as it is.
    pub before: AdviceLoad,
    /// The plan with the change.
    pub after: AdviceLoad,
    /// Occurrences that differ.
    pub differences: usize,
}

/// A recommendation and what is known of its effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdviceNote<'a> {
    /// The recommendation and its evidence.
    pub advice: &'a Advice,
    /// The indicators that it rests on.
    pub kpis: &'a Kpis,
    /// What it would change in the plan.
    pub effect: Option<AdviceEffect<'a>>,
    /// Why there is no effect to show, in English and French.
    pub no_effect: Option<(&'static str, &'static str)>,
}

/// What the page and the tables of indicators show.
#[derive(Debug, Clone)]
pub struct KpiReportInput<'a> {
    /// Who maintains.
    pub provider: &'a str,
    /// Whose estate it is.
    pub customer: &'a str,
    /// The zone in which days are counted.
    pub zone: Zone,
    /// The days that are asked about.
    pub period: Period,
    /// The last day of which something is known.
    pub as_of: Day,
    /// The log.
    pub log: &'a Log,
    /// One group, two windows: the time before that the period is compared with, and the period.
    pub overall: &'a Kpis,
    /// One group, a window a month of the period.
    pub months: &'a Kpis,
    /// One group, a window a day.
    pub days: &'a Kpis,
    /// A group a category of tickets, one window.
    pub categories: &'a Kpis,
    /// A group a priority, one window.
    pub priorities: &'a Kpis,
    /// Groups that were asked for, one window.
    pub groups: Option<&'a Kpis>,
    /// What is open.
    pub open: &'a OpenList<'a>,
    /// Failures of the period that came back.
    pub repeats: &'a [Repeat<'a>],
    /// Preventive work after the repairs of the period.
    pub follow_ups: &'a FollowUpSummary<'a>,
    /// Problems that the incidents suggest.
    pub problems: &'a Problems<'a>,
    /// The interventions of the period by month.
    pub synthesis: &'a Synthesis,
    /// Recommendations.
    pub advice: &'a [AdviceNote<'a>],
}

/// Indicators as one self-contained page: main figures with their intervals and what changed, trends with control
/// limits, Pareto, service levels, open incidents, repairs and problems, interventions, days of downtime,
/// recommendations, every indicator with its definition.
///
/// In the manner of [`care_html`](super::care_html): style and script are inside, nothing is fetched, without script
/// and on paper everything is there; names are escaped. What is not known is called so and never shown as 0. Lists
/// show at most [`LIST_MAX`](super::LIST_MAX) rows and say how many there are.
pub fn kpi_html(input: &KpiReportInput<'_>, lang: Lang) -> String {
    super::without_turns(page::page(input, Pen::new(lang)).into_string())
}
