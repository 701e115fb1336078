//! From plans to the work orders of the host: [`replan`] is what a host calls, every night or after a change.
//!
//! Nothing is committed here: the caller holds the transaction, and with it either all of a plan or none of it.

use super::host::{Made, Stored, plan_rows, stored, texts};
use super::orders::{Order, Wanted, Written, write};
use crate::program::Failure;
use chrono::NaiveDate;
use entretien::calendar::HOLIDAY_RULES_VERSION;
use entretien::plan::{Occurrence, OccurrenceId, PlanDiff, diff};
use entretien::text::Lang;
use entretien::time::TZ_DATA_VERSION;
use rusqlite::{Transaction, params};

/// Plans the rows as of a day and writes what that changes: the difference from the stored plan, or the whole plan
/// where there is none, or where its document no longer gives it.
///
/// # Errors
/// Those of the database; what the library refuses, told with the rows.
pub fn replan(transaction: &Transaction<'_>, as_of: NaiveDate) -> Result<(Made, Written), Failure> {
    let after = plan_rows(transaction, as_of)?;
    let stored = stored(transaction)?;
    // A document of an older release may be refused by this one: that too is a stale plan.
    let before = stored.and_then(|stored| {
        let before = stored.again().ok()?;
        (before.plan.digest() == stored.digest).then_some(before)
    });
    let written = match before {
        Some(before) => write_change(transaction, &before, &after)?.1,
        None => write_whole(transaction, &after)?,
    };
    Ok((after, written))
}

/// Writes the plan `after` over the plan `before`, which must be the stored one; or over itself, which writes
/// nothing. Two programs that plan at the same time cannot write over each other: the second is refused, and
/// begins again from what the first has stored.
///
/// # Errors
/// Those of the database; a plan that is neither of the two.
pub fn write_change(
    transaction: &Transaction<'_>,
    before: &Made,
    after: &Made,
) -> Result<(PlanDiff, Written), Failure> {
    let stored = stored(transaction)?.map(|stored| stored.digest);
    let own = [before.plan.digest(), after.plan.digest()];
    if !stored.as_ref().is_some_and(|digest| own.contains(digest)) {
        let digest = stored.unwrap_or_else(|| "none".to_owned());
        return Err(Failure::Wrong(format!("another plan is stored meanwhile: {digest}")));
    }
    let diff = diff(&before.plan, &after.plan);
    let mut written = Written::default();
    for difference in &diff.differences {
        let reasons = difference.reasons.iter().map(|reason| reason.text(Lang::En));
        let wanted = Wanted {
            id: &difference.id.to_string(),
            order: difference.after.as_ref().map(|seen| Order::seen(&difference.id, seen)),
            why: &reasons.collect::<Vec<_>>().join(", "),
            what: &difference.text(Lang::En),
        };
        write(transaction, &wanted, &mut written)?;
    }
    settle(transaction, after, &mut written)?;
    keep(transaction, after)?;
    Ok((diff, written))
}

/// Writes a whole plan, whatever is stored: the first time, and when the stored plan is stale.
///
/// # Errors
/// Those of the database.
pub fn write_whole(transaction: &Transaction<'_>, made: &Made) -> Result<Written, Failure> {
    let mut written = Written::default();
    let why = format!("plan as of {}", made.plan.as_of());
    for occurrence in made.plan.occurrences() {
        let (id, order) = (occurrence.id(), Some(Order::of(&occurrence)));
        let what = format!("{id}: planned on {}", occurrence.date());
        write(transaction, &Wanted { id: &id, order, why: &why, what: &what }, &mut written)?;
    }
    let alive = "SELECT occurrence FROM work_order WHERE state IN ('open', 'in progress')";
    for id in texts(transaction, alive)?.iter().filter(|id| planned(made, id).is_none()) {
        let what = format!("{id}: no longer planned");
        write(transaction, &Wanted { id, order: None, why: &why, what: &what }, &mut written)?;
    }
    settle(transaction, made, &mut written)?;
    keep(transaction, made)?;
    Ok(written)
}

/// The occurrence of an id, where the plan has it.
fn planned<'a>(made: &'a Made, id: &str) -> Option<Occurrence<'a>> {
    made.plan.occurrence(made.plan.find(&OccurrenceId::parse(id)?)?)
}

/// Conflicts end with the work, or when people give the order back: it is then the plan's again.
fn settle(
    transaction: &Transaction<'_>,
    made: &Made,
    written: &mut Written,
) -> Result<(), Failure> {
    let over = "SELECT occurrence FROM conflict JOIN work_order USING (occurrence) WHERE state <> 'in progress'";
    for id in &texts(transaction, over)? {
        let order = planned(made, id).map(|occurrence| Order::of(&occurrence));
        write(transaction, &Wanted { id, order, why: "given back", what: "" }, written)?;
    }
    Ok(())
}

/// Keeps what the plan was computed from. Its rows need not be kept: the same document gives the same plan.
fn keep(transaction: &Transaction<'_>, made: &Made) -> Result<(), Failure> {
    let (plan, horizon) = (&made.plan, made.plan.horizon());
    let digest = plan.digest();
    let is_kept = |stored: Stored| stored.digest == digest && stored.document == made.document;
    if stored(transaction)?.is_some_and(is_kept) {
        return Ok(());
    }
    transaction.execute(
        "INSERT OR REPLACE INTO current_plan
           (id, as_of, first_day, end_day, document, digest, tz_data, holiday_rules)
         VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
        params![
            plan.as_of().to_string(),
            horizon.start().to_string(),
            horizon.end().to_string(),
            made.document,
            digest,
            TZ_DATA_VERSION,
            HOLIDAY_RULES_VERSION
        ],
    )?;
    Ok(())
}
