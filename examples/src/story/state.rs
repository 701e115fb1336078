//! What the chapters hand on.

use crate::program::{Failure, at};
use crate::{company, list_files, take_over};
use chrono::NaiveDate;
use entretien::audit::Audit;
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::intervention::Log;
use entretien::plan::Plan;
use entretien::takeover::Takeover;
use serde_json::Value;
use std::sync::Arc;

/// The days of the story.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// Takeover, audit and begin of the programme.
    pub begin: NaiveDate,
    /// The half-year is over: what happened before it is known.
    pub middle: NaiveDate,
    /// The end of the year.
    pub end: NaiveDate,
    /// The end of the next year.
    pub next_end: NaiveDate,
}

impl Days {
    /// Those of 2026.
    pub fn of_2026() -> Option<Days> {
        Some(Days {
            begin: NaiveDate::from_ymd_opt(2026, 1, 5)?,
            middle: NaiveDate::from_ymd_opt(2026, 7, 1)?,
            end: NaiveDate::from_ymd_opt(2027, 1, 1)?,
            next_end: NaiveDate::from_ymd_opt(2028, 1, 1)?,
        })
    }
}

/// What is known so far.
#[derive(Debug)]
pub struct State {
    /// The days of the story.
    pub days: Days,
    /// What the drawing of the half-year begins with.
    pub seed: u64,
    /// What the inventories gave.
    pub takeover: Takeover,
    /// The engagement, with all that has happened.
    pub engagement: Engagement,
    /// The audit of January.
    pub audit: Option<Audit>,
    /// The plan of the year, as it was made last.
    pub plan: Option<Plan>,
    /// Incidents and works of the half-year.
    pub log: Option<Arc<Log>>,
}

impl State {
    /// The company before the first chapter: its inventories and its document, with what the story adds to it
    /// (`terms.json`: tasks on occasion, prices of work, how equipment is renewed).
    ///
    /// # Errors
    /// Those of the file system; what the library refuses.
    #[expect(clippy::disallowed_methods, reason = "programs read documents; the library does not")]
    pub fn new(days: Days, seed: u64) -> Result<State, Failure> {
        let failed = |error: std::io::Error| Failure::File(error.to_string());
        let files = list_files(&[company().join("inventory")]).map_err(failed)?;
        let takeover = take_over(&files, |_| ()).map_err(failed)?;
        let path = company().join("engagement.json");
        let text = std::fs::read(&path).map_err(at(&path))?;
        let document = with_terms(&text)?;
        let engagement = read_engagement(document.to_string().as_bytes(), &takeover)?;
        Ok(State { days, seed, takeover, engagement, audit: None, plan: None, log: None })
    }

    /// The last known day of the half-year.
    pub fn last_day(&self) -> NaiveDate {
        self.days.middle.pred_opt().unwrap_or(self.days.middle)
    }

    /// The plan of the year.
    ///
    /// # Errors
    /// That no chapter has made it yet.
    pub fn plan(&self) -> Result<&Plan, Failure> {
        self.plan.as_ref().ok_or_else(|| missing("plan"))
    }

    /// The audit of January.
    ///
    /// # Errors
    /// That no chapter has made it yet.
    pub fn audit(&self) -> Result<&Audit, Failure> {
        self.audit.as_ref().ok_or_else(|| missing("audit"))
    }

    /// The log of the half-year.
    ///
    /// # Errors
    /// That no chapter has written it yet.
    pub fn log(&self) -> Result<&Arc<Log>, Failure> {
        self.log.as_ref().ok_or_else(|| missing("log"))
    }
}

fn missing(what: &str) -> Failure {
    Failure::Wrong(format!("no {what} yet: its chapter comes later"))
}

/// The document with the terms of the story: lists go on, the rest is set.
fn with_terms(text: &[u8]) -> Result<Value, Failure> {
    let read = |text: &[u8]| -> Result<Value, Failure> {
        serde_json::from_slice(text).map_err(|error| Failure::Wrong(error.to_string()))
    };
    let (mut document, mut terms) = (read(text)?, read(include_bytes!("terms.json"))?);
    let fields = terms.as_object_mut().into_iter().flat_map(|terms| terms.iter_mut());
    for (name, own) in fields {
        match (document.get_mut(name).and_then(Value::as_array_mut), own.as_array_mut()) {
            (Some(list), Some(own)) => list.append(own),
            _ => {
                if let Some(document) = document.as_object_mut() {
                    document.insert(name.clone(), own.take());
                }
            }
        }
    }
    Ok(document)
}
