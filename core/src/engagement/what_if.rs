//! What if something were otherwise: a plan beside the one that holds.

use super::{Engagement, day, horizon};
use crate::error::Error;
use crate::plan::{Change, Plan, PlanDiff, PlanInput, diff, plan};
use chrono::NaiveDate;
use std::sync::Arc;

/// The plan that holds, the plan with changes, and what differs between the two.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// The plan of the engagement.
    pub before: Plan,
    /// The plan with the changes.
    pub after: Plan,
    /// What differs.
    pub diff: PlanDiff,
}

impl Engagement {
    /// What `changes`, in their order, would do to the plan of the days from `start` to the day before `end`, as
    /// known on `as_of`. The engagement itself stays as it is.
    ///
    /// # Errors
    /// Those of [`plan`](Self::plan), and of [`PlanInput::with`](crate::plan::PlanInput::with): `DOC-013`
    /// nothing of that id to remove, or what the changed engagement would be refused for.
    ///
    /// # Example
    /// ```
    /// use chrono::NaiveDate;
    /// use entretien::document::{read_changes, read_engagement};
    /// use entretien::{takeover::Takeover, text::Lang};
    /// let text = br#"{"format":"entretien/engagement","format_version":"1.0",
    ///   "provider":{"name":"P"},"customer":{"name":"C"},"time_zone":"Europe/Paris","begin":"2026-01-05",
    ///   "assets":[{"id":"srv-1","category":"server"}],
    ///   "tasks":[{"id":"dust","title":{"en":"Dust"},"duration_minutes":30,"every":"quarterly"}]}"#;
    /// let engagement = read_engagement(text, &Takeover::default()).unwrap();
    /// let changes = br#"{"format":"entretien/changes","format_version":"1.0","changes":[
    ///   {"event":{"id":"e1","day":"2026-01-02","moved":"dust/srv-1/2026-01-05","to":"2026-01-20"}}]}"#;
    /// let changes = read_changes(changes, engagement.input()).unwrap();
    /// let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    /// let found = engagement
    ///     .what_if(&changes, day("2026-01-05"), day("2026-01-01"), day("2027-01-01"))
    ///     .unwrap();
    /// let texts: Vec<String> = found.diff.differences.iter().map(|d| d.text(Lang::En)).collect();
    /// assert_eq!(texts, ["dust/srv-1/2026-01-05: moved, 2026-01-05 → 2026-01-20 (event “e1”)"]);
    /// ```
    pub fn what_if(
        &self,
        changes: &[Change],
        as_of: NaiveDate,
        start: NaiveDate,
        end: NaiveDate,
    ) -> Result<WhatIf, Error> {
        let (horizon, as_of) = (horizon(start, end)?, day("as_of", as_of)?);
        let other = Arc::new(self.input.with(changes)?);
        let before = plan(Arc::clone(&self.input), as_of, horizon)?;
        let (after, diff) = beside(&before, other)?;
        Ok(WhatIf { before, after, diff })
    }

    /// [`what_if`](Self::what_if) beside a plan of this engagement that is there already.
    pub(super) fn what_if_beside(
        &self,
        before: &Plan,
        changes: &[Change],
    ) -> Result<(Plan, PlanDiff), Error> {
        beside(before, Arc::new(self.input.with(changes)?))
    }
}

/// The plan of the same days from other parts, and what differs.
fn beside(before: &Plan, other: Arc<PlanInput>) -> Result<(Plan, PlanDiff), Error> {
    let after = plan(other, before.as_of(), before.horizon())?;
    let diff = diff(before, &after);
    Ok((after, diff))
}
