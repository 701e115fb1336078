//! The maintenance plan (plan de maintenance): task templates expanded into dated occurrences.
//!
//! [`plan`] is one pure function for forecast and generation: the occurrences of next year and the
//! work orders of next Monday come from the same call. An occurrence belongs to a horizon by its
//! *nominal* date, the date of its series; its *date* is the nominal one after the roll off a closed
//! day. Each row explains itself ([`Occurrence::trace`]). [`check`] verifies a plan day by day without
//! calling the planner.
//!
//! House rules (all are parameters): preventive work at least every three months, every month where
//! usage is frequent.

mod absorb;
mod batches;
mod book;
mod change;
mod check;
mod choose;
mod cost;
mod counter;
mod cover;
mod dates;
mod diff;
mod event;
mod facts;
mod fast;
mod findings;
mod generate;
mod ground;
mod input;
mod kept;
mod ledger;
mod links_check;
mod meter;
mod moving;
mod naive;
mod nest;
mod occurrence;
mod open_days;
mod policy;
mod programme;
mod programme_check;
mod reach;
mod replan;
mod result;
mod rings;
mod series;
mod simulate;
mod size;
mod splice;
mod table;
mod task;
mod task_check;
mod totals;
mod trace;
mod unit;
mod units;
mod window;

pub use batches::{Batches, plan_batches};
pub use change::Change;
pub use check::{check, check_house};
pub use cost::Cost;
pub use counter::{Counters, Cycle, CycleSet, Join, MeterCycle};
pub use dates::dates;
pub use diff::{
    DiffTotals, Difference, DifferenceKind, Mark, PlanDiff, Reason, ReasonKind, Seen, Shown, Sides,
    diff,
};
pub use event::{
    Happening, Occasion, OccurrenceId, OnOccasion, PlanEvent, RequestKind, WorkRequest,
};
#[doc = include_str!("../../docs/plan.md")]
pub mod rules {}

pub use findings::PlanFinding;
pub use generate::{HORIZON_DAYS_MAX, OCCURRENCES_MAX, plan};
pub use input::{Capacity, HouseRules, PlanInput, PlanParts, TASKS_MAX};
pub use meter::{METER_UNITS_MAX, Meter, NoDate, Rate, Reading};
pub use occurrence::{Occurrence, Status};
pub use policy::{
    Call, Counting, Kind, NEST_LEVEL_MAX, Nest, Nesting, OutOfSeason, PartialShift, Season, Shift,
    Slack, Subject, TOLERANCE_DAYS_MAX, TaskPolicy, Tolerance,
};
pub use programme::{Programme, Rates, Visits};
pub use result::Plan;
pub use rings::{RINGS_MAX, Ring, ring_tasks};
pub use table::{Marks, OccurrenceTable, Row};
pub(crate) use task::DURATION_MINUTES_MAX;
pub use task::{Every, Mode, Spread, TaskTemplate};
pub use totals::{CostTotal, LoadTotal, MonthTotal, Totals, WeekTotal};
pub use trace::{Step, StepRule};
pub use window::{WindowKind, WindowSeries, WorkWindow};
