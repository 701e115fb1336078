//! The database of the host, and the plans that it makes from its rows.

use super::rows;
use crate::program::Failure;
use chrono::{Months, NaiveDate};
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::error::Error;
use entretien::plan::Plan;
use entretien::takeover::Takeover;
use entretien::time::Day;
use rusqlite::{Connection, OptionalExtension, Transaction};
use serde_json::Value;
use std::path::Path;

/// Opens a database, with foreign keys that are enforced, which each connection asks for anew.
///
/// # Errors
/// Those of the database.
pub fn open(path: Option<&Path>) -> Result<Connection, Failure> {
    let connection = match path {
        Some(path) => Connection::open(path)?,
        None => Connection::open_in_memory()?,
    };
    connection.execute_batch("PRAGMA foreign_keys = ON")?;
    Ok(connection)
}

/// Creates the tables of the host and the rows of its first day.
///
/// # Errors
/// Those of the database.
pub fn create(connection: &Connection) -> Result<(), Failure> {
    connection.execute_batch(include_str!("schema.sql"))?;
    Ok(connection.execute_batch(include_str!("rows.sql"))?)
}

/// The texts that a query of one column gives.
///
/// # Errors
/// Those of the database.
pub fn texts(connection: &Connection, query: &str) -> Result<Vec<String>, Failure> {
    let mut statement = connection.prepare(query)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// A plan, with what it was made from.
#[derive(Debug)]
pub struct Made {
    /// The engagement document, as text.
    pub document: String,
    /// What the document says.
    pub engagement: Engagement,
    /// Its plan.
    pub plan: Plan,
}

impl Made {
    fn new(
        document: String,
        as_of: NaiveDate,
        (start, end): (NaiveDate, NaiveDate),
    ) -> Result<Made, Error> {
        let engagement = read_engagement(document.as_bytes(), &Takeover::default())?;
        let plan = engagement.plan(as_of, start, end)?;
        Ok(Made { document, engagement, plan })
    }
}

/// Plans from the rows: from the begin of the programme to a year after `as_of`.
///
/// The first day stays, so that a work that is late stays in the plan; the last one moves on.
///
/// # Errors
/// Those of the database; what the library refuses, told with the rows.
pub fn plan_rows(connection: &Connection, as_of: NaiveDate) -> Result<Made, Failure> {
    let written = rows::write_document(connection)?;
    let begin = written.document.get("begin").and_then(Value::as_str).and_then(Day::parse);
    let start = begin.map_or(as_of, Day::to_date);
    let end = as_of.checked_add_months(Months::new(12)).unwrap_or(as_of);
    let made = Made::new(written.document.to_string(), as_of, (start, end));
    made.map_err(|error| Failure::Refused(written.with_rows(error)))
}

/// The plan that the work orders show, as the host keeps it: not its rows, but what it was computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Digest of the plan.
    pub digest: String,
    /// As of which day it was made.
    pub as_of: Day,
    /// Its first day and the first day after it.
    pub horizon: (Day, Day),
    /// The engagement document.
    pub document: String,
    /// Version of the data of time zones.
    pub tz_data: String,
    /// Version of the rules of public holidays.
    pub holiday_rules: String,
}

/// Reads what is kept of the current plan; `None` before the first.
///
/// # Errors
/// Those of the database; a day that is none.
pub fn stored(transaction: &Transaction<'_>) -> Result<Option<Stored>, Failure> {
    let query = "SELECT digest, document, tz_data, holiday_rules, as_of, first_day, end_day FROM current_plan";
    let row = transaction.query_row(query, [], |row| {
        let texts: [String; 4] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?];
        Ok((texts, [row.get::<_, String>(4)?, row.get(5)?, row.get(6)?]))
    });
    let Some((texts, days)) = row.optional()? else { return Ok(None) };
    let [Some(as_of), Some(start), Some(end)] = days.each_ref().map(|text| Day::parse(text)) else {
        return Err(Failure::Wrong(format!("current_plan: no days: {days:?}")));
    };
    let [digest, document, tz_data, holiday_rules] = texts;
    Ok(Some(Stored { digest, as_of, horizon: (start, end), document, tz_data, holiday_rules }))
}

impl Stored {
    /// Computes the plan again. It is stale where its digest is no longer the one that is stored: another
    /// version of the library, of the time zones, of the public holidays, or a hand in the table.
    ///
    /// # Errors
    /// What the library refuses.
    pub fn again(&self) -> Result<Made, Failure> {
        let days = (self.horizon.0.to_date(), self.horizon.1.to_date());
        Ok(Made::new(self.document.clone(), self.as_of.to_date(), days)?)
    }
}
