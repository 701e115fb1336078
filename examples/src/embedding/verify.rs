//! What must hold between a plan and the work orders that show it.

use super::host::{Made, stored, texts};
use super::orders::{Hands, Order, read_order};
use crate::program::Failure;
use entretien::plan::OccurrenceId;
use rusqlite::{Connection, Transaction};

/// Everything that is wrong, a line each; empty when the tables show the plan.
///
/// - Every occurrence has its work order, which shows it, or is history, or is told as a conflict.
/// - Every open work order is an occurrence of the plan.
/// - The stored plan is this one, and its document gives its digest.
/// - The rules of the library, day by day, find nothing in the plan.
/// - Every foreign key leads to a row.
///
/// # Errors
/// Those of the database.
pub fn verify(transaction: &Transaction<'_>, made: &Made) -> Result<Vec<String>, Failure> {
    let mut wrong = Vec::new();
    for occurrence in made.plan.occurrences() {
        let id = occurrence.id();
        match read_order(transaction, &id)? {
            None => wrong.push(format!("{id}: no work order")),
            Some((_, Hands::History)) => {}
            Some((_, Hands::Plan { is_withdrawn: true })) => {
                wrong.push(format!("{id}: withdrawn, and planned"));
            }
            Some((order, hands)) => {
                let is_shown = order == Order::of(&occurrence);
                let is_told = hands == Hands::Somebody && is_told(transaction, &id)?;
                if !is_shown && !is_told {
                    wrong.push(format!("{id}: the work order shows another plan"));
                }
            }
        }
    }
    for id in texts(transaction, "SELECT occurrence FROM work_order WHERE state = 'open'")? {
        let planned = OccurrenceId::parse(&id).and_then(|id| made.plan.find(&id));
        if planned.is_none() {
            wrong.push(format!("{id}: open, and not in the plan"));
        }
    }
    match stored(transaction)? {
        None => wrong.push("no plan is stored".to_owned()),
        Some(stored) if stored.digest != made.plan.digest() => {
            wrong.push(format!("another plan is stored: {}", stored.digest));
        }
        Some(stored) if stored.again()?.plan.digest() != stored.digest => {
            wrong.push("the stored plan is stale".to_owned());
        }
        Some(_) => {}
    }
    wrong.extend(made.engagement.check(&made.plan).iter().map(ToString::to_string));
    let lost =
        "SELECT \"table\" || ' row ' || rowid || ': no ' || parent FROM pragma_foreign_key_check";
    wrong.extend(texts(transaction, lost)?);
    Ok(wrong)
}

fn is_told(transaction: &Transaction<'_>, id: &str) -> Result<bool, Failure> {
    let query = "SELECT EXISTS (SELECT 1 FROM conflict WHERE occurrence = ?)";
    Ok(transaction.query_row(query, [id], |row| row.get(0))?)
}

/// All that plans write, as text: equal before and after where nothing was written.
///
/// # Errors
/// Those of the database.
pub fn contents(connection: &Connection) -> Result<Vec<String>, Failure> {
    let mut all = texts(
        connection,
        "SELECT concat_ws('|', occurrence, task, asset, contract, due_on, planned_on, first_day, last_day, opens_on,
           minutes, skill, place, why, state, technician, ended_on) FROM work_order ORDER BY occurrence",
    )?;
    all.extend(texts(connection, "SELECT occurrence || what FROM conflict ORDER BY occurrence")?);
    all.extend(texts(connection, "SELECT digest || document FROM current_plan")?);
    Ok(all)
}

/// How many work orders are in each state, such as `done 31`, by state.
///
/// # Errors
/// Those of the database.
pub fn states(connection: &Connection) -> Result<Vec<String>, Failure> {
    texts(
        connection,
        "SELECT count(*) || ' ' || state FROM work_order GROUP BY state ORDER BY state",
    )
}
