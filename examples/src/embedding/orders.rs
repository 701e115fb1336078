//! One work order: what the plan decides of it, in whose hands it is, and how it is written.
//!
//! It is written by the id of its occurrence, and compared with what is stored: writing the same again writes
//! nothing.

use crate::program::Failure;
use entretien::plan::{Occurrence, OccurrenceId, Seen};
use rusqlite::{OptionalExtension, Row, Transaction, params};

/// The columns of a work order that the plan decides. The others are people's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    task: String,
    asset: Option<String>,
    contract: Option<String>,
    due_on: String,
    planned_on: String,
    first_day: String,
    last_day: String,
    opens_on: String,
    minutes: u32,
    skill: String,
    place: String,
}

impl Order {
    /// What a plan shows of an occurrence. How far it is, is left out: the host knows it better, by its own
    /// columns and the day of today.
    pub fn of(occurrence: &Occurrence<'_>) -> Order {
        let (first_day, last_day) = occurrence.window();
        Order {
            task: occurrence.task().id.to_string(),
            asset: occurrence.asset().map(|asset| asset.id.to_string()),
            contract: occurrence.contract().map(|contract| contract.id().to_string()),
            due_on: occurrence.due().to_string(),
            planned_on: occurrence.date().to_string(),
            first_day: first_day.to_string(),
            last_day: last_day.to_string(),
            opens_on: occurrence.call().to_string(),
            minutes: occurrence.task().duration_minutes,
            skill: occurrence.task().skill.to_string(),
            place: occurrence.mode().code().to_owned(),
        }
    }

    /// The same from what a difference shows.
    pub(super) fn seen(id: &OccurrenceId, seen: &Seen) -> Order {
        Order {
            task: id.task.to_string(),
            // Work for a contract has no site, and its subject is no asset.
            asset: seen.site.as_ref().map(|_| id.subject.to_string()),
            contract: seen.contract.as_ref().map(ToString::to_string),
            due_on: seen.due.to_string(),
            planned_on: seen.date.to_string(),
            first_day: seen.window.0.to_string(),
            last_day: seen.window.1.to_string(),
            opens_on: seen.call.to_string(),
            minutes: seen.duration_minutes,
            skill: seen.skill.to_string(),
            place: seen.mode.code().to_owned(),
        }
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Order> {
        Ok(Order {
            task: row.get("task")?,
            asset: row.get("asset")?,
            contract: row.get("contract")?,
            due_on: row.get("due_on")?,
            planned_on: row.get("planned_on")?,
            first_day: row.get("first_day")?,
            last_day: row.get("last_day")?,
            opens_on: row.get("opens_on")?,
            minutes: row.get("minutes")?,
            skill: row.get("skill")?,
            place: row.get("place")?,
        })
    }
}

/// In whose hands a work order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hands {
    /// The plan's: open, or withdrawn by an earlier plan.
    Plan {
        /// Whether an earlier plan withdrew it.
        is_withdrawn: bool,
    },
    /// Somebody works on it.
    Somebody,
    /// Done or skipped: it is history, whatever the plan says now.
    History,
}

/// A stored work order and in whose hands it is.
///
/// # Errors
/// Those of the database.
pub fn read_order(
    transaction: &Transaction<'_>,
    occurrence: &str,
) -> Result<Option<(Order, Hands)>, Failure> {
    let mut statement =
        transaction.prepare_cached("SELECT * FROM work_order WHERE occurrence = ?")?;
    let found = statement.query_row([occurrence], |row| {
        let hands = match row.get::<_, String>("state")?.as_str() {
            "open" => Hands::Plan { is_withdrawn: false },
            "withdrawn" => Hands::Plan { is_withdrawn: true },
            "in progress" => Hands::Somebody,
            _ => Hands::History,
        };
        Ok((Order::read(row)?, hands))
    });
    Ok(found.optional()?)
}

/// What writing a plan did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Work orders that came into being.
    pub inserted: usize,
    /// Open ones that changed, or came back.
    pub updated: usize,
    /// Open ones that the plan no longer has.
    pub withdrawn: usize,
    /// Those that showed the plan already.
    pub unchanged: usize,
    /// Done and skipped ones, which stay as they are.
    pub history: usize,
    /// Those that somebody works on, and that the plan would change: kept, and told.
    pub conflicts: Vec<String>,
}

impl Written {
    /// Whether nothing was written.
    pub fn is_nothing(&self) -> bool {
        self.inserted + self.updated + self.withdrawn == 0
    }
}

/// What a plan wants of one work order.
pub(super) struct Wanted<'a> {
    pub(super) id: &'a str,
    /// `None`: that it is withdrawn.
    pub(super) order: Option<Order>,
    pub(super) why: &'a str,
    /// In words, should it be a conflict.
    pub(super) what: &'a str,
}

/// Writes what is wanted, or tells why not.
pub(super) fn write(
    transaction: &Transaction<'_>,
    wanted: &Wanted<'_>,
    written: &mut Written,
) -> Result<(), Failure> {
    let Wanted { id, why, .. } = wanted;
    let mut conflict = None;
    match (read_order(transaction, id)?, &wanted.order) {
        (None, None) => {}
        (None, Some(order)) => {
            set(transaction, id, order, why)?;
            written.inserted += 1;
        }
        (Some((_, Hands::History)), _) => written.history += 1,
        (Some((_, Hands::Plan { is_withdrawn: true })), None) => written.unchanged += 1,
        (Some((stored, Hands::Plan { is_withdrawn: false } | Hands::Somebody)), Some(order))
            if stored == *order =>
        {
            written.unchanged += 1;
        }
        (Some((_, Hands::Plan { .. })), Some(order)) => {
            set(transaction, id, order, why)?;
            written.updated += 1;
        }
        (Some((_, Hands::Plan { .. })), None) => {
            withdraw(transaction, id, why)?;
            written.withdrawn += 1;
        }
        (Some((_, Hands::Somebody)), _) => conflict = Some(wanted.what),
    }
    tell_conflict(transaction, id, conflict)?;
    written.conflicts.extend(conflict.map(str::to_owned));
    Ok(())
}

/// Sets what the plan decides; what people decide is left alone.
fn set(transaction: &Transaction<'_>, id: &str, order: &Order, why: &str) -> Result<(), Failure> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO work_order (occurrence, task, asset, contract, due_on, planned_on, first_day, last_day,
           opens_on, minutes, skill, place, why, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
         ON CONFLICT (occurrence) DO UPDATE SET task = excluded.task, asset = excluded.asset,
           contract = excluded.contract, due_on = excluded.due_on, planned_on = excluded.planned_on,
           first_day = excluded.first_day, last_day = excluded.last_day, opens_on = excluded.opens_on,
           minutes = excluded.minutes, skill = excluded.skill, place = excluded.place, why = excluded.why,
           state = excluded.state",
    )?;
    statement.execute(params![
        id,
        order.task,
        order.asset,
        order.contract,
        order.due_on,
        order.planned_on,
        order.first_day,
        order.last_day,
        order.opens_on,
        order.minutes,
        order.skill,
        order.place,
        why
    ])?;
    Ok(())
}

/// An order that the plan no longer has stays as a row: somebody may have printed it.
fn withdraw(transaction: &Transaction<'_>, id: &str, why: &str) -> Result<(), Failure> {
    let update = "UPDATE work_order SET state = 'withdrawn', why = ? WHERE occurrence = ?";
    transaction.prepare_cached(update)?.execute([why, id])?;
    Ok(())
}

/// A conflict stays until a plan says what the order says, or the order is out of people's hands.
fn tell_conflict(
    transaction: &Transaction<'_>,
    id: &str,
    what: Option<&str>,
) -> Result<(), Failure> {
    match what {
        None => transaction
            .prepare_cached("DELETE FROM conflict WHERE occurrence = ?")?
            .execute([id])?,
        Some(what) => transaction
            .prepare_cached(
                "INSERT INTO conflict VALUES (?, ?)
                 ON CONFLICT (occurrence) DO UPDATE SET what = excluded.what WHERE what <> excluded.what",
            )?
            .execute([id, what])?,
    };
    Ok(())
}
