//! Calendar files and tables: every row once, in their form, and running nothing.
use super::estate::{FORMULA, bare, sixty};
use entretien::report::IcsOptions;
use entretien::text::Lang;
use std::collections::BTreeSet;

/// Lines of a calendar file, unfolded, after the checks of their form.
fn unfolded(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"));
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "a lone line break");
    assert!(!file.replace("\r\n", "").contains(char::is_control), "a control character");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    file.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn the_calendar_holds_each_renewal_once() {
    let report = sixty();
    let calendar = |lang: Lang| {
        let files = report.to_ics(&IcsOptions { lang, ..IcsOptions::default() });
        unfolded(&files.expect("a calendar").concat())
    };
    let (en, fr) = (calendar(Lang::En), calendar(Lang::Fr));
    let uids = values(&en, "UID");
    let unique: BTreeSet<&str> = uids.iter().copied().collect();
    assert_eq!(unique.len(), uids.len(), "a UID twice");
    assert_eq!(uids, values(&fr, "UID"), "UIDs do not depend on the language");
    let of_renewals =
        |row: &&entretien::renewal::RenewalRow| !row.subject.key().starts_with("contract/");
    let rows: Vec<_> = report.renewals.rows.iter().filter(of_renewals).collect();
    let dated = rows.iter().filter(|row| row.wanted.is_some()).count();
    let due = uids.iter().filter(|uid| uid.contains("/due@")).count();
    assert_eq!(due, dated);
    let early = rows.iter().filter(|row| row.wanted.zip(row.due).is_some_and(|(w, d)| w < d));
    let wanted = uids.iter().filter(|uid| uid.contains("/wanted@")).count();
    assert_eq!(wanted, early.count());
    assert!(wanted > 0);
    assert!(
        uids.iter()
            .any(|uid| uid.starts_with("renewal/certificate/") && uid.contains("/www/2/due@"))
    );
    assert!(uids.iter().any(|uid| uid.starts_with("renewal/licence/lic-1/due@")));
    assert!(uids.iter().any(|uid| uid.starts_with("contract/c%2F1/notice_deadline/")), "{uids:?}");
    let hex = blake3::hash("Customer <script>".as_bytes()).to_hex();
    let domain = format!("@{}.entretien", &hex[..12]);
    assert!(uids.iter().all(|uid| uid.ends_with(&domain)));
    assert_eq!(values(&en, "BEGIN").iter().filter(|b| **b == "VEVENT").count(), uids.len());
    assert_eq!(values(&en, "END").iter().filter(|end| **end == "VCALENDAR").count(), 1);
    assert_eq!(values(&en, "X-WR-CALNAME"), ["Renewals – Customer <script>"]);
    assert!(values(&en, "LOCATION").contains(&"Paris\\, siège\\; <b>1</b>"));
    assert!(values(&en, "SUMMARY").iter().any(|s| s.contains("update python 3.9")));
    let summaries = values(&fr, "SUMMARY");
    assert!(summaries.iter().any(|s| s.ends_with("é\\nEND:VCALENDAR\\\\\\;\\,")), "{summaries:?}");
    let starts = values(&en, "DTSTART;VALUE=DATE");
    let events = uids.iter().zip(&starts).filter(|(uid, _)| uid.starts_with("renewal/"));
    assert!(events.clone().all(|(_, day)| **day >= *"20260105"), "an event in the past");
}

/// A later computation moves events, and keeps their UIDs.
#[test]
fn uids_stay_from_day_to_day() {
    let uids = |as_of: &str| -> BTreeSet<String> {
        let engagement = super::estate::engagement(30);
        let report = engagement.care_report(super::estate::day(as_of).to_date(), 5);
        let files = report.expect("a report").to_ics(&IcsOptions::default()).expect("a calendar");
        let lines = unfolded(&files.concat());
        let all = values(&lines, "UID").into_iter().filter(|uid| uid.contains("/due@"));
        all.map(str::to_owned).collect()
    };
    assert_eq!(uids("2026-01-05"), uids("2026-02-20"));
}

#[test]
fn the_calendar_is_split_where_asked() {
    let report = sixty();
    let options = IcsOptions { bytes_max: Some(20_000), ..IcsOptions::default() };
    let files = report.to_ics(&options).expect("calendars");
    assert!(files.len() > 1);
    for file in &files {
        assert!(file.len() < 20_000);
        assert!(unfolded(file).first().is_some_and(|line| line == "BEGIN:VCALENDAR"));
    }
    let none = bare(0).to_ics(&IcsOptions::default()).expect("a calendar");
    assert_eq!(none.len(), 1);
}

/// Rows of a table, each with as many cells as the header; no cell of text runs in a spreadsheet.
fn rows(text: &str, amounts: &[&str]) -> Vec<csv::StringRecord> {
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    for row in &rows {
        for (name, cell) in header.iter().zip(row) {
            let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!runs || amounts.contains(&name), "{name}: {cell}");
        }
    }
    rows
}

#[test]
fn tables_hold_each_row_and_run_nothing() {
    let report = sixty();
    let text = report.renewals_csv(Lang::Fr);
    let found = rows(&text, &[]);
    assert_eq!(found.len(), report.renewals.rows.len());
    for (row, known) in found.iter().zip(&report.renewals.rows) {
        assert_eq!(row[0], known.subject.key());
        assert_eq!(row[2], *known.action.code());
        assert_eq!(row[11], known.due.map(|day| day.to_string()).unwrap_or_default());
        assert_eq!(row[16], *known.binding().map_or("", |reason| reason.driver.code()));
        assert_eq!(row[18].split(" | ").filter(|r| !r.is_empty()).count(), known.reasons.len());
        match known.price {
            Some(price) => {
                assert_eq!(&row[20], "EUR");
                let value: f64 = row[19].parse().expect("an amount");
                let minor = format!("{:.0}", value * 100.0);
                assert_eq!(minor, price.minor().to_string());
            }
            None => assert_eq!((&row[19], &row[20]), ("", "")),
        }
    }
    assert!(text.contains(&format!("'{}", FORMULA.replace('"', "\"\""))));
    let found = rows(&report.findings_csv(Lang::En), &[]);
    let audit = report.audit.as_ref().expect("an audit");
    assert_eq!(found.len(), audit.findings().len());
    for (row, known) in found.iter().zip(audit.findings()) {
        assert_eq!((&row[0], &row[3]), (&*known.id, known.severity.code()));
        assert_eq!(&row[14], if known.is_open() { "open" } else { "waived" });
    }
    let found = rows(&report.forecast_csv(), &["price"]);
    assert_eq!(found.len(), report.forecast.cells.len());
    let counts: u64 = found.iter().map(|row| row[6].parse::<u64>().expect("a count")).sum();
    assert_eq!(counts, report.forecast.cells.iter().map(|cell| cell.count).sum::<u64>());
    let amounts = ["price", "price_change", "shift_cost", "consequence", "lacking"];
    let found = rows(&report.budget_csv(Lang::En), &amounts);
    let budget = report.budget.as_ref().expect("a budget");
    let outside = budget.unpriced.len() + budget.other_currency.len();
    assert_eq!(found.len(), budget.answer.placements.len() + outside);
    for row in &found {
        assert!(["placed", "unplaced", "unpriced", "other_currency"].contains(&&row[4]));
        assert_eq!(row[4] == *"placed", !row[5].is_empty());
        assert!(!row[2].is_empty(), "the name of {}", &row[0]);
    }
}

#[test]
fn nothing_gives_headers_only() {
    let report = bare(0);
    for text in [
        report.renewals_csv(Lang::En),
        report.findings_csv(Lang::En),
        report.forecast_csv(),
        report.budget_csv(Lang::En),
    ] {
        assert_eq!(text.lines().count(), 1);
        assert!(rows(&text, &[]).is_empty());
    }
    assert!(rows(&bare(3).renewals_csv(Lang::En), &[]).iter().all(|row| row[19].is_empty()));
}
