//! Calendar files of the example of `report.rs`: form, completeness, bounds.
use super::year;
use entretien::report::{IcsOptions, ics};
use entretien::text::Lang;
use std::collections::BTreeSet;

/// Lines of a calendar file, unfolded, after the checks of their form.
pub(crate) fn unfolded(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"));
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "a lone line break");
    assert!(!file.replace("\r\n", "").contains(char::is_control), "a control character");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let lines: Vec<String> = file.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect();
    assert_eq!(lines.first().map(String::as_str), Some("BEGIN:VCALENDAR"));
    lines
}

pub(crate) fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn calendar_files_hold_each_occurrence_once() {
    let plan = year(8);
    let files = ics(&plan, &IcsOptions { lang: Lang::Fr, ..IcsOptions::default() });
    let files = files.expect("a calendar");
    assert_eq!(files.len(), 1);
    let lines = unfolded(&files[0]);
    let unique: BTreeSet<&str> = values(&lines, "UID").into_iter().collect();
    assert_eq!(unique.len(), plan.len());
    let domain = |uid: &&str| uid.rsplit_once('@').map(|(_, domain)| domain.to_owned());
    let domains: BTreeSet<_> = unique.iter().map(domain).collect();
    let hex = blake3::hash(plan.input().customer().as_bytes()).to_hex();
    assert_eq!(
        domains,
        [Some(format!("{}.entretien", &hex[..12]))].into(),
        "one for each customer"
    );
    let starts = values(&lines, "DTSTART;VALUE=DATE");
    let ends = values(&lines, "DTEND;VALUE=DATE");
    for (occurrence, (start, end)) in plan.occurrences().zip(starts.iter().zip(&ends)) {
        let next = occurrence.date().add_days(1).expect("a day after");
        assert_eq!(**start, occurrence.date().to_string().replace('-', ""));
        assert_eq!(**end, next.to_string().replace('-', ""));
    }
    for (name, value) in
        [("DTSTAMP", "20260105T000000Z"), ("SEQUENCE", "0"), ("TRANSP", "TRANSPARENT")]
    {
        let found = values(&lines, name);
        assert_eq!(found.len(), plan.len(), "{name}");
        assert!(found.iter().all(|found| *found == value), "{name}");
    }
    assert_eq!(values(&lines, "X-WR-CALNAME"), ["Maintenance – Customer <script>"]);
    assert!(values(&lines, "LOCATION").contains(&"Paris\\, siège\\; <b>1</b>"));
    assert!(values(&lines, "CATEGORIES").contains(&"hebdomadaire,systems"));
    assert!(values(&lines, "X-ENTRETIEN-DURATION-MINUTES").contains(&"90"));
    let summaries = values(&lines, "SUMMARY");
    assert!(summaries.iter().any(|s| s.ends_with("é\\nEND:VCALENDAR\\\\\\;\\,")), "{summaries:?}");
    assert_eq!(values(&lines, "END").iter().filter(|end| **end == "VCALENDAR").count(), 1);
    assert!(
        lines.iter().any(|line| line.contains("Pourquoi cette date\u{202f}:\\n- début du contrat"))
    );
}

#[test]
fn calendar_files_stay_below_their_bound() {
    let plan = year(8);
    let whole = ics(&plan, &IcsOptions::default()).expect("a calendar");
    for bytes_max in [4_000, 20_000, 100_000] {
        let options = IcsOptions { bytes_max: Some(bytes_max), ..IcsOptions::default() };
        let files = ics(&plan, &options).expect("calendars");
        assert!(files.len() > 1);
        let mut events = Vec::new();
        for file in &files {
            assert!(file.len() < bytes_max);
            let lines = unfolded(file);
            events.extend(values(&lines, "UID").iter().map(|uid| (*uid).to_owned()));
        }
        assert_eq!(events, values(&unfolded(&whole[0]), "UID"));
    }
    let just = IcsOptions { bytes_max: Some(whole[0].len() + 1), ..IcsOptions::default() };
    assert_eq!(ics(&plan, &just).expect("a calendar"), whole);
    for bytes_max in [0, 100, 600] {
        let options = IcsOptions { bytes_max: Some(bytes_max), ..IcsOptions::default() };
        let error = ics(&plan, &options).expect_err("a bound that no event fits");
        assert_eq!(error.code(), "DOC-009");
    }
    let named = IcsOptions { calendar_name: Some("Parc".to_owned()), ..IcsOptions::default() };
    let file = ics(&plan, &named).expect("a calendar").concat();
    assert!(file.contains("\r\nNAME:Parc\r\nX-WR-CALNAME:Parc\r\n"));
}
