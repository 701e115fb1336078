//! Files that cannot be read as they are: what is told, and at which line.

use super::{events, glpi, incidents, works};
use entretien::contract::Service;
use entretien::intervention::{Field, Import, IncidentField, Log, Mapping, WorkField, follow};
use entretien_tests::{Random, text};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    reader: String,
    text: String,
    diagnostics: Vec<(String, String)>,
    records: usize,
    refused: u64,
    error: Option<(String, String)>,
}

#[test]
fn bad_files_are_told_at_their_line() {
    for line in text("tests/data/intervention/bad.jsonl").lines() {
        let case: Case = serde_json::from_str(line).expect(line);
        assert!(!case.why.is_empty(), "{}", case.name);
        let bytes = case.text.as_bytes();
        let read = match case.reader.as_str() {
            "incidents" => incidents(bytes),
            // Every letter of the case is one of Latin 1.
            "incidents-1252" => {
                let latin = case.text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin 1"));
                incidents(&latin.collect::<Vec<u8>>())
            }
            "events" => events(bytes),
            "works" => works(bytes),
            "glpi" => glpi(bytes),
            other => panic!("{other}"),
        };
        let import = match (read, &case.error) {
            (Err(error), Some((code, place))) => {
                let fault = error.faults().next().expect("a fault");
                assert_eq!((fault.code, &fault.pointer), (code.as_str(), place), "{}", case.name);
                continue;
            }
            (Err(error), None) => panic!("{}: {error}", case.name),
            (Ok(_), Some(_)) => panic!("{}: not refused", case.name),
            (Ok(import), None) => import,
        };
        let told: Vec<(String, String)> = import
            .diagnostics
            .iter()
            .map(|fault| (fault.code.to_owned(), fault.pointer.clone()))
            .collect();
        assert_eq!(told, case.diagnostics, "{}", case.name);
        let records = import.parts.incidents.len() + import.parts.interventions.len();
        assert_eq!((records, import.refused), (case.records, case.refused), "{}", case.name);
        // What an importer keeps is a log.
        Log::new(import.parts).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    }
}

#[test]
fn columns_that_say_nothing_are_counted_by_name() {
    let import = incidents("number,Colour,opened_at\nI-1,red,\nI-2,,\nI-3,blue,\n".as_bytes());
    let import = import.expect("incidents");
    assert_eq!(import.unused.into_iter().collect::<Vec<_>>(), [("csv:Colour".to_owned(), 2)]);
}

#[test]
fn mappings_are_checked() {
    let zone = super::utc();
    let mut mapping = Mapping::new(zone);
    mapping.columns = vec![("Ouvert".into(), IncidentField::Opened)];
    assert_eq!(mapping.check().unwrap_err().code(), "INT-031");
    mapping.columns = vec![("N°".into(), IncidentField::Id), ("n".into(), IncidentField::Site)];
    assert_eq!(mapping.check().unwrap_err().faults().next().unwrap().pointer, "/columns/1");
    mapping.columns =
        vec![("No".into(), IncidentField::Id), ("Absent".into(), IncidentField::Site)];
    mapping.separator = Some(';');
    mapping.values = vec![(IncidentField::State, "6".into(), "resolved".into())];
    let mut reader = entretien::intervention::IncidentReader::new(mapping).expect("a mapping");
    reader.push(b"No;State\nI-1;6\n").expect("rows");
    let import = reader.finish().expect("incidents");
    assert_eq!(import.diagnostics[0].code, "INT-029");
    assert_eq!(import.unused["csv:State"], 1);
    for field in IncidentField::ALL {
        assert!(!field.words().is_empty() && !Field::code(*field).is_empty());
    }
    for field in WorkField::ALL {
        assert!(!field.words().is_empty() && !Field::code(*field).is_empty());
    }
}

/// Whatever the bytes are, a reader answers, and what it keeps is a log.
#[test]
fn no_bytes_stop_a_reader() {
    let mut random = Random(31);
    let texts = text("tests/data/intervention/bad.jsonl");
    let cases: Vec<Case> =
        texts.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let odd: [&[u8]; 12] = [
        b"\"",
        b"\n",
        b",",
        b";",
        b"\r",
        b"{",
        b"[",
        b"\\",
        b"\0",
        b"\xFF",
        b"9999-12-31 23:59",
        b"1583",
    ];
    for _ in 0..4_000 {
        let mut bytes = cases[random.below(cases.len())].text.clone().into_bytes();
        for _ in 0..=random.below(4_u32) {
            let at = random.below(bytes.len() + 1);
            let end = (at + random.below(6_usize)).min(bytes.len());
            let piece = if random.chance(50) { random.pick(&odd) } else { b"" };
            bytes.splice(at..end, piece.iter().copied());
        }
        let reads = [incidents(&bytes), events(&bytes), works(&bytes), glpi(&bytes)];
        for import in reads.into_iter().flatten() {
            stands(import, &String::from_utf8_lossy(&bytes));
        }
    }
}

/// Every question can be put to what an importer kept.
fn stands(import: Import, shown: &str) {
    let log = Log::new(import.parts).unwrap_or_else(|error| panic!("{error}: {shown}"));
    for as_of in [i64::MIN, 0, 1_772_467_200, i64::MAX] {
        let list = follow::open_list(&log, as_of, &follow::AGE_DAYS);
        let after = follow::follow_ups(&log, as_of, follow::FOLLOW_UP_DAYS);
        let repeats = follow::repeats(&log, as_of, 30, follow::RepeatKey::Asset);
        let found = follow::problems(&log, &follow::ProblemSearch::new(as_of));
        serde_json::to_string(&(list, after, repeats, found)).expect("JSON");
    }
    for one in log.incidents() {
        let ticket = follow::ticket(&log, one, Service::Corrective);
        assert_eq!(ticket.is_some(), one.opened.is_some(), "{shown}");
    }
    serde_json::to_string(&log).expect("JSON");
}
