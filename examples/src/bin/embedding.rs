//! A maintenance tool with its own database embeds the library: rows become a plan, the plan becomes work orders,
//! and what changes later reaches them once, with its reason, and never over what people have begun.
//!
//! The program plays two days of such a tool, verifies after each step what must hold, and stops where it does
//! not. The modules of `entretien_examples::embedding` are what a developer reads.

#![expect(clippy::print_stdout, reason = "a command-line program")]

use chrono::NaiveDate;
use clap::Parser;
use entretien::plan::{DifferenceKind, Plan, PlanDiff};
use entretien::text::{Label, Lang};
use entretien_examples::embedding::host::{Made, create, open, plan_rows, stored, texts};
use entretien_examples::embedding::orders::Written;
use entretien_examples::embedding::replan::{replan, write_change, write_whole};
use entretien_examples::embedding::verify::{contents, states, verify};
use entretien_examples::program::{Failure, at, end};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

/// A host of the library with a database of its own.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Options {
    /// Folder of the database; one of an earlier run is replaced.
    #[arg(long, default_value = "out/embedding", value_name = "DIR")]
    out: PathBuf,
    /// Keep the database in memory.
    #[arg(long)]
    memory: bool,
    /// Rows to add before the first plan, as SQL, to see what is said of them.
    #[arg(long, value_name = "FILE")]
    rows: Option<PathBuf>,
}

const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 1, 5);
const LATER_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 3, 16);

fn main() -> ExitCode {
    end(run(&Options::parse()))
}

fn run(options: &Options) -> Result<(), Failure> {
    let (Some(first_day), Some(later_day)) = (FIRST_DAY, LATER_DAY) else { return Ok(()) };
    let mut connection = open_new(options)?;
    create(&connection)?;
    add_rows(&connection, options)?;
    tell_tables(&connection)?;
    tell_bad_rows(&mut connection, first_day)?;

    let first = plan_first(&mut connection, first_day)?;
    plan_again(&mut connection, first_day)?;

    println!("\nuntil {later_day}: people work, the estate changes");
    connection.execute_batch(include_str!("../embedding/changes.sql"))?;
    println!("  work orders     {}", states(&connection)?.join(", "));
    let later = plan_rows(&connection, later_day)?;
    crash_before_commit(&mut connection, &first, &later)?;
    write_later(&mut connection, &first, &later)?;
    refuse_old_plan(&mut connection, &first)?;
    renew_stale(&mut connection)?;
    let last = next_day(&mut connection, later_day)?;
    println!("\nverified: nothing is wrong\ndigest            {}", last.plan.digest());
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a program may read its rows")]
fn add_rows(connection: &Connection, options: &Options) -> Result<(), Failure> {
    let Some(path) = &options.rows else { return Ok(()) };
    let rows = std::fs::read_to_string(path).map_err(at(path))?;
    Ok(connection.execute_batch(&rows)?)
}

fn open_new(options: &Options) -> Result<Connection, Failure> {
    if options.memory {
        return open(None);
    }
    std::fs::create_dir_all(&options.out).map_err(at(&options.out))?;
    let path = options.out.join("host.sqlite");
    if path.exists() {
        std::fs::remove_file(&path).map_err(at(&path))?;
    }
    open(Some(&path))
}

/// A transaction that nobody else writes beside: what is read in it is still so when it is written.
fn begin(connection: &mut Connection) -> Result<Transaction<'_>, Failure> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

fn tell_tables(connection: &Connection) -> Result<(), Failure> {
    println!("the host");
    for table in ["site", "asset", "contract", "task", "ticket", "work_order"] {
        let rows = texts(connection, &format!("SELECT count(*) || '' FROM {table}"))?;
        println!("  {table:<15} {:>4}", rows.join(""));
    }
    Ok(())
}

/// Rows that the database takes and the library does not: every fault is told with its row.
fn tell_bad_rows(connection: &mut Connection, as_of: NaiveDate) -> Result<(), Failure> {
    println!("\nbad rows");
    let forms = include_str!("../embedding/bad_form.sql");
    let meanings = include_str!("../embedding/bad_meaning.sql");
    for rows in [forms, meanings] {
        let transaction = begin(connection)?;
        transaction.execute_batch(rows)?;
        let Err(Failure::Refused(error)) = plan_rows(&transaction, as_of) else {
            return Err(Failure::Wrong("bad rows were planned".to_owned()));
        };
        for fault in error.faults() {
            println!("  {}: {} {}", fault.source, fault.code, fault.message);
            expect(!fault.source.is_empty(), "every fault has its row")?;
        }
        // Dropped without a commit: the rows are gone.
    }
    Ok(())
}

fn plan_first(connection: &mut Connection, as_of: NaiveDate) -> Result<Made, Failure> {
    println!("\nfirst plan, as of {as_of}");
    let transaction = begin(connection)?;
    let made = plan_rows(&transaction, as_of)?;
    let written = write_whole(&transaction, &made)?;
    tell_written(&written);
    expect(written.inserted == made.plan.len(), "one work order an occurrence")?;
    tell_findings(&made.plan);
    finish(transaction, &made)?;
    Ok(made)
}

/// The same rows, the same day: the same plan, and nothing to write.
fn plan_again(connection: &mut Connection, as_of: NaiveDate) -> Result<(), Failure> {
    println!("\nplanned again");
    let transaction = begin(connection)?;
    let stored = stored(&transaction)?.ok_or_else(|| Failure::Wrong("no plan".to_owned()))?;
    let made = plan_rows(&transaction, as_of)?;
    let (_, written) = write_change(&transaction, &stored.again()?, &made)?;
    tell_written(&written);
    expect(stored.digest == made.plan.digest(), "the same rows give the same digest")?;
    expect(written.is_nothing(), "nothing is created twice")?;
    finish(transaction, &made)
}

/// The program stops between the first row that it writes and the commit: what was there is there.
fn crash_before_commit(
    connection: &mut Connection,
    before: &Made,
    after: &Made,
) -> Result<(), Failure> {
    let old = contents(connection)?;
    let transaction = begin(connection)?;
    write_change(&transaction, before, after)?;
    expect(contents(&transaction)? != old, "something was written")?;
    drop(transaction);
    expect(contents(connection)? == old, "a crash leaves the old state")?;
    println!("\ncrash before the commit: the tables are as they were");
    Ok(())
}

fn write_later(connection: &mut Connection, before: &Made, after: &Made) -> Result<(), Failure> {
    println!("\nnew plan, as of {}", after.plan.as_of());
    let transaction = begin(connection)?;
    let (diff, written) = write_change(&transaction, before, after)?;
    tell_diff(&diff);
    tell_written(&written);
    tell_findings(&after.plan);
    expect(!written.conflicts.is_empty(), "orders in people's hands are told")?;
    finish(transaction, after)?;

    println!("\nthe same difference once more");
    let new = contents(connection)?;
    let transaction = begin(connection)?;
    let (_, written) = write_change(&transaction, before, after)?;
    tell_written(&written);
    expect(written.is_nothing(), "a difference is written once")?;
    expect(contents(&transaction)? == new, "nothing has changed")?;
    finish(transaction, after)?;
    println!("  work orders     {}", states(connection)?.join(", "));
    Ok(())
}

/// Somebody who still holds the plan of January cannot write over that of March.
fn refuse_old_plan(connection: &mut Connection, old: &Made) -> Result<(), Failure> {
    let transaction = begin(connection)?;
    let refused = write_change(&transaction, old, old);
    expect(matches!(refused, Err(Failure::Wrong(_))), "an old plan is refused")?;
    println!("\nthe plan of {}, written by another program: refused", old.plan.as_of());
    Ok(())
}

/// Another release of the library or of its data may give another plan from the same document. The host sees
/// it by the digest, tells the versions, and the plan is written as a whole.
fn renew_stale(connection: &mut Connection) -> Result<(), Failure> {
    println!("\nafter an update of the library");
    let transaction = begin(connection)?;
    transaction
        .execute("UPDATE current_plan SET digest = 'of another release', tz_data = '2025a'", [])?;
    let stored = stored(&transaction)?.ok_or_else(|| Failure::Wrong("no plan".to_owned()))?;
    let again = stored.again()?;
    expect(again.plan.digest() != stored.digest, "the stored plan is stale")?;
    println!("  stale: time zones {}, holidays {}", stored.tz_data, stored.holiday_rules);
    let (made, written) = replan(&transaction, again.plan.as_of().to_date())?;
    tell_written(&written);
    expect(written.is_nothing(), "the plan is the same in fact")?;
    finish(transaction, &made)
}

/// The night after: an order is done, another is given back, and one call does all that was shown above.
fn next_day(connection: &mut Connection, day: NaiveDate) -> Result<Made, Failure> {
    let day = day.succ_opt().unwrap_or(day);
    println!("\nthe night after, as of {day}");
    let transaction = begin(connection)?;
    transaction.execute_batch(
        "UPDATE work_order SET state = 'done', ended_on = '2026-03-16' WHERE occurrence = 'clean-workshop/PC-02/2';
         UPDATE work_order SET state = 'open' WHERE occurrence = 'ups-battery/UPS-01/2026-04-07'",
    )?;
    let (made, written) = replan(&transaction, day)?;
    tell_written(&written);
    let conflicts = texts(&transaction, "SELECT occurrence FROM conflict")?;
    expect(conflicts.is_empty(), "no conflict is left")?;
    finish(transaction, &made)?;
    Ok(made)
}

/// Verifies inside the transaction, and commits what is right.
fn finish(transaction: Transaction<'_>, made: &Made) -> Result<(), Failure> {
    let wrong = verify(&transaction, made)?;
    if !wrong.is_empty() {
        return Err(Failure::Wrong(format!("inconsistent:\n  {}", wrong.join("\n  "))));
    }
    Ok(transaction.commit()?)
}

fn expect(holds: bool, what: &str) -> Result<(), Failure> {
    if holds { Ok(()) } else { Err(Failure::Wrong(format!("does not hold: {what}"))) }
}

fn tell_written(written: &Written) {
    let Written { inserted, updated, withdrawn, unchanged, history, conflicts } = written;
    println!("  written         {inserted} inserted, {updated} updated, {withdrawn} withdrawn");
    println!("  left alone      {unchanged} show it already, {history} are history");
    for conflict in conflicts {
        println!("  in other hands  {conflict}");
    }
}

/// What the plan itself finds, by code: a host shows it where people plan.
fn tell_findings(plan: &Plan) {
    let mut codes: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    for finding in plan.findings() {
        let text = finding.text.get(Lang::En).to_owned();
        codes.entry(finding.code).or_insert((0, text)).0 += 1;
    }
    for (code, (count, first)) in codes {
        println!("  found           {count} × {code}, first: {first}");
    }
}

/// Counts of differences by kind and by reason, and the first of each kind.
fn tell_diff(diff: &PlanDiff) {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in diff.differences.iter().flat_map(|difference| &difference.reasons) {
        *reasons.entry(reason.kind.label(Lang::En)).or_default() += 1;
    }
    let totals = &diff.totals;
    println!(
        "  differences     {} added, {} removed, {} moved, {} changed",
        totals.added, totals.removed, totals.moved, totals.changed
    );
    let reasons: Vec<String> =
        reasons.iter().map(|(reason, count)| format!("{reason} {count}")).collect();
    println!("  reasons         {}", reasons.join(", "));
    for kind in DifferenceKind::ALL {
        if let Some(one) = diff.differences.iter().find(|one| one.kind == *kind) {
            println!("  {}", one.text(Lang::En));
        }
    }
}
