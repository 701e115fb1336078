//! The engagement: one estate, its contracts, tasks and policies, and what can be asked of them.
//!
//! An [`Engagement`] is the facade that embedders use: it is built by [`crate::document`] from an
//! engagement document and, if there is one, a takeover of inventories, and answers with plans.

mod adopt;

pub use adopt::adopt;
pub(crate) use adopt::unknown_site;

use crate::error::{Error, Fault, codes};
use crate::plan::{Plan, PlanInput};
use crate::report::ReportInput;
use crate::takeover::Takeover;
use crate::time::{Day, Period};
use chrono::NaiveDate;
use std::sync::Arc;

/// One estate with its contracts, tasks and policies, ready to be planned.
#[derive(Debug, Clone)]
pub struct Engagement {
    input: Arc<PlanInput>,
    refused: Vec<Fault>,
    diagnostics: Vec<Fault>,
}

impl Engagement {
    /// An engagement over checked parts, with what the takeover of its inventories had to say.
    pub fn new(input: PlanInput, takeover: &Takeover, adoption: Vec<Fault>) -> Engagement {
        let mut refused: Vec<Fault> =
            takeover.refused.iter().flat_map(|refusal| refusal.faults.iter().cloned()).collect();
        refused.extend(takeover.passed_over.iter().cloned());
        let mut diagnostics = takeover.diagnostics.clone();
        diagnostics.extend(adoption);
        Engagement { input: Arc::new(input), refused, diagnostics }
    }

    /// The checked parts.
    pub fn input(&self) -> &PlanInput {
        &self.input
    }

    /// Files that gave no asset, with the reason.
    pub fn refused(&self) -> &[Fault] {
        &self.refused
    }

    /// Doubts about values that were taken over.
    pub fn diagnostics(&self) -> &[Fault] {
        &self.diagnostics
    }

    /// The plan of the days from `start` to the day before `end`, as known on `as_of`.
    ///
    /// Forecast and generation are this one function. See [`crate::plan::plan`] for what it holds, its
    /// order and its bounds.
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `PLAN-001` an empty or reversed horizon · `PLAN-002`,
    /// `PLAN-003` beyond the bounds · `CAL-006` no open day within reach of a roll.
    pub fn plan(&self, as_of: NaiveDate, start: NaiveDate, end: NaiveDate) -> Result<Plan, Error> {
        let horizon = Period::new(day("from", start)?, day("to", end)?).ok_or_else(|| {
            Error::new(codes::PLAN_REVERSED_HORIZON, "", format!("from {start} to {end}"))
        })?;
        crate::plan::plan(Arc::clone(&self.input), day("as_of", as_of)?, horizon)
    }

    /// Verifies a plan against this engagement, day by day, without the planner: what is wrong, or
    /// nothing. See [`crate::plan::check`].
    pub fn check(&self, plan: &Plan) -> Vec<Fault> {
        crate::plan::check(&self.input, plan)
    }

    /// What a report of `plan` shows.
    pub fn report<'a>(&'a self, plan: &'a Plan) -> ReportInput<'a> {
        ReportInput { plan, refused: &self.refused, diagnostics: &self.diagnostics }
    }
}

fn day(name: &str, date: NaiveDate) -> Result<Day, Error> {
    Day::from_date(date).ok_or_else(|| {
        Error::new(codes::DOC_BAD_DATE, "", format!("`{name}` {date} is outside 1583 to 9999"))
    })
}
