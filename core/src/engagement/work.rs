//! What renewals and audits ask the plan for.

use super::Engagement;
use crate::error::Error;
use crate::plan::{Change, RequestKind, WorkRequest};
use crate::renewal::{RenewalAction, RenewalRow, RenewalSubject, Renewals};
use crate::text::{Label, Lang, Text};
use crate::time::Day;
use std::sync::Arc;

impl Engagement {
    /// The same engagement, whose plan answers dated renewals and updates: a replacement is a `renewal_due` of
    /// the day on which it is wanted, an update an `end_of_support` of the day on which support ends (of `as_of`,
    /// where it is over without a date). Requests are named after their rows, so that asking again adds nothing.
    ///
    /// # Errors
    /// Those of [`PlanInput::new`](crate::plan::PlanInput::new).
    pub fn with_renewals(&self, renewals: &Renewals) -> Result<Engagement, Error> {
        let rows = renewals.rows.iter();
        self.with_requests(rows.filter_map(|row| request(row, renewals.as_of)).collect())
    }

    /// The same engagement with changes, in their order: what [`what_if`](Self::what_if) tried, kept.
    ///
    /// # Errors
    /// Those of [`PlanInput::with`](crate::plan::PlanInput::with).
    ///
    /// # Example
    /// ```
    /// use entretien::document::{read_changes, read_engagement};
    /// use entretien::takeover::Takeover;
    /// let text = br#"{"format":"entretien/engagement","format_version":"1.0",
    ///   "provider":{"name":"P"},"customer":{"name":"C"},"time_zone":"Europe/Paris","begin":"2026-01-05",
    ///   "sites":[{"id":"lyon","name":"Lyon"}]}"#;
    /// let engagement = read_engagement(text, &Takeover::default()).unwrap();
    /// let changes = br#"{"format":"entretien/changes","format_version":"1.0","changes":[
    ///   {"asset":{"id":"srv-1","category":"server","site":"lyon"}}]}"#;
    /// let changes = read_changes(changes, engagement.input()).unwrap();
    /// let changed = engagement.with_changes(&changes).unwrap();
    /// assert!(changed.input().estate().asset("srv-1").is_some());
    /// assert!(engagement.input().estate().asset("srv-1").is_none());
    /// ```
    pub fn with_changes(&self, changes: &[Change]) -> Result<Engagement, Error> {
        Ok(Engagement { input: Arc::new(self.input.with(changes)?), ..self.clone() })
    }

    /// The same engagement with further requests for work; one of an id that is there replaces it.
    ///
    /// # Errors
    /// Those of [`PlanInput::new`](crate::plan::PlanInput::new).
    pub fn with_requests(&self, requests: Vec<WorkRequest>) -> Result<Engagement, Error> {
        let input = self.input.with_requests(requests)?;
        Ok(Engagement { input: Arc::new(input), ..self.clone() })
    }
}

/// What a row asks for; nothing where it has no date, or only papers are renewed.
fn request(row: &RenewalRow, as_of: Day) -> Option<WorkRequest> {
    let (kind, day) = match row.action {
        RenewalAction::Replace => (RequestKind::RenewalDue, row.wanted?),
        RenewalAction::Update => (RequestKind::EndOfSupport, row.due.unwrap_or(as_of)),
        RenewalAction::Renew => return None,
    };
    let asset = row.subject.asset()?.clone();
    let title = Text::new(&title(row, Lang::En), Some(&title(row, Lang::Fr)));
    let id = row.subject.key().into();
    Some(WorkRequest { id, kind, asset, day, known: Some(as_of), remedy: None, title: Some(title) })
}

fn title(row: &RenewalRow, lang: Lang) -> String {
    let why = row.binding().map(|reason| reason.driver.label(lang)).unwrap_or_default();
    match &row.subject {
        RenewalSubject::Product { product, cycle, target, .. } => {
            let cycle = cycle.as_deref().unwrap_or_default();
            let to = target.as_deref().map(|target| format!(" → {target}")).unwrap_or_default();
            format!("{product} {cycle}{to} ({why})")
        }
        _ => format!("{} ({why})", row.action.label(lang)),
    }
}
