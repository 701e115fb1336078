//! What a host must be able to rely on: nothing twice, nothing over people's hands, all of a plan or none of it.

use chrono::NaiveDate;
use entretien::error::Error;
use entretien_examples::embedding::host::{Made, create, open, plan_rows, stored, texts};
use entretien_examples::embedding::replan::{replan, write_change, write_whole};
use entretien_examples::embedding::verify::{contents, verify};
use entretien_examples::program::Failure;
use rusqlite::Connection;

const CHANGES: &str = include_str!("../src/embedding/changes.sql");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

/// A host with its first plan.
fn host() -> Result<(Connection, Made), Failure> {
    let mut connection = open(None)?;
    create(&connection)?;
    let transaction = connection.transaction()?;
    let made = plan_rows(&transaction, day("2026-01-05"))?;
    assert_eq!(write_whole(&transaction, &made)?.inserted, made.plan.len());
    assert_eq!(verify(&transaction, &made)?, Vec::<String>::new());
    transaction.commit()?;
    Ok((connection, made))
}

/// What people decided, as text.
fn of_people(connection: &Connection) -> Result<Vec<String>, Failure> {
    texts(
        connection,
        "SELECT concat_ws('|', occurrence, planned_on, minutes, state, technician, ended_on) FROM work_order
         WHERE state NOT IN ('open', 'withdrawn') ORDER BY occurrence",
    )
}

#[test]
fn a_difference_is_written_once() -> Result<(), Failure> {
    let (mut connection, first) = host()?;
    connection.execute_batch(CHANGES)?;
    let later = plan_rows(&connection, day("2026-03-16"))?;
    let transaction = connection.transaction()?;
    let (diff, written) = write_change(&transaction, &first, &later)?;
    assert!(!diff.is_empty() && !written.is_nothing());
    assert_eq!(verify(&transaction, &later)?, Vec::<String>::new());
    let once = contents(&transaction)?;
    let (_, again) = write_change(&transaction, &first, &later)?;
    assert!(again.is_nothing());
    assert_eq!(again.conflicts, written.conflicts);
    assert_eq!(contents(&transaction)?, once);
    assert!(write_whole(&transaction, &later)?.is_nothing());
    Ok(())
}

#[test]
fn orders_that_people_have_begun_are_not_written_over() -> Result<(), Failure> {
    let (mut connection, first) = host()?;
    connection.execute_batch(CHANGES)?;
    let before = of_people(&connection)?;
    assert!(before.iter().any(|row| row.contains("|skipped|")));
    let later = plan_rows(&connection, day("2026-03-16"))?;
    let transaction = connection.transaction()?;
    let (_, written) = write_change(&transaction, &first, &later)?;
    let told = texts(&transaction, "SELECT occurrence FROM conflict ORDER BY occurrence")?;
    assert_eq!(told, ["clean-workshop/PC-02/2", "ups-battery/UPS-01/2026-04-07"]);
    assert_eq!(written.conflicts.len(), 2);
    assert_eq!(of_people(&transaction)?, before);
    // One is done after all, of the other the plan says again what the order says.
    transaction.execute_batch(
        "UPDATE work_order SET state = 'done', ended_on = '2026-03-17' WHERE occurrence LIKE 'clean-workshop/PC-02/%2';
         DELETE FROM closed_days WHERE reason = 'Stocktaking'",
    )?;
    let next = plan_rows(&transaction, day("2026-03-18"))?;
    write_change(&transaction, &later, &next)?;
    assert_eq!(texts(&transaction, "SELECT occurrence FROM conflict")?, Vec::<String>::new());
    assert_eq!(verify(&transaction, &next)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_crash_leaves_the_old_plan() -> Result<(), Failure> {
    let (mut connection, first) = host()?;
    connection.execute_batch(CHANGES)?;
    let old = contents(&connection)?;
    let later = plan_rows(&connection, day("2026-03-16"))?;
    let transaction = connection.transaction()?;
    write_change(&transaction, &first, &later)?;
    assert_ne!(contents(&transaction)?, old);
    drop(transaction);
    assert_eq!(contents(&connection)?, old);
    let transaction = connection.transaction()?;
    let kept = stored(&transaction)?.map(|stored| stored.digest);
    assert_eq!(kept, Some(first.plan.digest()));
    Ok(())
}

#[test]
fn a_plan_that_is_no_longer_stored_is_refused() -> Result<(), Failure> {
    let (mut connection, first) = host()?;
    let later = plan_rows(&connection, day("2026-01-06"))?;
    let transaction = connection.transaction()?;
    write_change(&transaction, &first, &later)?;
    let old = contents(&transaction)?;
    assert!(matches!(write_change(&transaction, &first, &first), Err(Failure::Wrong(_))));
    assert_eq!(contents(&transaction)?, old);
    Ok(())
}

/// The faults of the rows, as `row code`.
fn faults(rows: &str) -> Result<Vec<String>, Failure> {
    let connection = open(None)?;
    create(&connection)?;
    connection.execute_batch("PRAGMA foreign_keys = OFF")?;
    connection.execute_batch(rows)?;
    match plan_rows(&connection, day("2026-01-05")) {
        Err(Failure::Refused(error)) => Ok(told(&error)),
        Err(other) => Err(other),
        Ok(_) => Ok(Vec::new()),
    }
}

fn told(error: &Error) -> Vec<String> {
    error.faults().map(|fault| format!("{} {}", fault.source, fault.code)).collect()
}

#[test]
fn faults_are_told_with_their_rows() -> Result<(), Failure> {
    for (rows, expected) in [
        (
            "UPDATE asset SET bought = '2026-02-30' WHERE id = 'SW-01'",
            vec!["asset SW-01 DOC-007"; 2],
        ),
        ("UPDATE asset SET site = 'nowhere' WHERE id = 'SW-01'", vec!["asset SW-01 DOC-013"]),
        (
            "UPDATE task SET every_count = 0 WHERE id = 'switch-save'",
            vec!["task switch-save REC-001"],
        ),
        ("UPDATE settings SET time_zone = 'Europe/Pari'", vec!["settings CAL-005"]),
        ("UPDATE asset SET serial = 'TVL10442' WHERE id = 'SW-01'", vec![]),
        ("DELETE FROM asset", vec![]),
        ("DELETE FROM ticket; DELETE FROM contract", vec![]),
        ("DELETE FROM task", vec!["settings PLAN-004"]),
        (
            "DELETE FROM calendar",
            vec!["settings DOC-013", "site annecy DOC-013", "site rumilly DOC-013"],
        ),
        (
            "UPDATE calendar SET opening_hours = 'Mo-Fr 8h-18h' WHERE id = 'workshop'",
            vec!["calendar workshop CAL-014"],
        ),
        (
            "INSERT INTO ticket VALUES ('T1', 'GONE', '2026-01-01', '2026-01-02', 'x')",
            vec!["ticket T1 DOC-013"],
        ),
        ("UPDATE contract SET services = 'preventive lunch'", vec!["contract care-2026 DOC-008"]),
        ("UPDATE asset SET price_cents = -1 WHERE id = 'SW-01'", vec!["asset SW-01 DOC-009"]),
        ("UPDATE asset SET name = '' WHERE id = 'SW-01'", vec!["asset SW-01 DOC-011"]),
    ] {
        assert_eq!(faults(rows)?, expected, "{rows}");
    }
    Ok(())
}

#[test]
fn any_course_of_changes_stays_consistent() -> Result<(), Failure> {
    let (mut connection, _) = host()?;
    let mut state = 11_u64;
    let mut draw = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for step in 1..=40_u64 {
        let today = day("2026-01-05") + chrono::Days::new(step * 7);
        let (number, other) = (draw(10), draw(10));
        let change = match draw(9) {
            0 => format!("UPDATE asset SET retired_on = '{today}' WHERE rowid = {}", number + 1),
            1 => format!("UPDATE asset SET retired_on = NULL WHERE rowid = {}", number + 1),
            2 => format!(
                "UPDATE task SET every_count = {}, every_unit = 'week' WHERE rowid = {} AND every_count IS NOT NULL",
                other + 3, number + 1
            ),
            3 => format!("INSERT OR IGNORE INTO closed_days VALUES ('offices', '{}', '{}', 'x')",
                today + chrono::Days::new(number), today + chrono::Days::new(number + 3)),
            4 => format!("INSERT INTO ticket VALUES ('T{step}', (SELECT id FROM asset WHERE rowid = {}), '{today}', '{today}', 'x')", number + 1),
            5 => format!("UPDATE work_order SET state = 'in progress' WHERE state = 'open' AND rowid % 10 = {number} AND planned_on < '{today}'"),
            6 => format!(
                "UPDATE work_order SET state = 'open', ended_on = NULL, technician = NULL
                 WHERE state IN ('in progress', 'done') AND rowid % 7 = {}",
                number % 7
            ),
            _ => format!("UPDATE work_order SET state = 'done', ended_on = '{today}'
                WHERE state IN ('open', 'in progress') AND rowid % 3 = {} AND planned_on < '{today}'", number % 3),
        };
        let transaction = connection.transaction()?;
        transaction.execute_batch(&change)?;
        let before = of_people(&transaction)?;
        let (next, _) = replan(&transaction, today)?;
        assert_eq!(verify(&transaction, &next)?, Vec::<String>::new(), "{step}: {change}");
        assert_eq!(of_people(&transaction)?, before, "{step}: {change}");
        let once = contents(&transaction)?;
        assert!(write_whole(&transaction, &next)?.is_nothing(), "{step}: {change}");
        assert_eq!(contents(&transaction)?.len(), once.len());
        transaction.commit()?;
    }
    Ok(())
}

#[test]
fn an_order_that_is_given_back_shows_the_plan_again() -> Result<(), Failure> {
    let (mut connection, first) = host()?;
    connection.execute_batch(CHANGES)?;
    let later = plan_rows(&connection, day("2026-03-16"))?;
    let transaction = connection.transaction()?;
    write_change(&transaction, &first, &later)?;
    transaction
        .execute_batch("UPDATE work_order SET state = 'open' WHERE state = 'in progress'")?;
    let (_, written) = write_change(&transaction, &later, &later)?;
    assert_eq!((written.updated, written.withdrawn), (1, 1));
    assert_eq!(texts(&transaction, "SELECT occurrence FROM conflict")?, Vec::<String>::new());
    assert_eq!(verify(&transaction, &later)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn ids_of_any_text_are_kept_apart() -> Result<(), Failure> {
    let connection = open(None)?;
    create(&connection)?;
    connection.execute_batch(
        "INSERT INTO asset (id, name, category, site) VALUES
           ('PC/9', 'a', 'desktop', 'rumilly'), ('PC%2F9', 'b', 'desktop', 'rumilly'), ('L''été', 'c', 'laptop', 'annecy');
         INSERT INTO task (id, template, categories) VALUES ('dust/1', 'cleaning-workstation', 'desktop laptop')",
    )?;
    let mut connection = connection;
    let transaction = connection.transaction()?;
    let made = plan_rows(&transaction, day("2026-01-05"))?;
    assert_eq!(write_whole(&transaction, &made)?.inserted, made.plan.len());
    assert_eq!(verify(&transaction, &made)?, Vec::<String>::new());
    Ok(())
}
