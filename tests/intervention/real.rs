//! The event log of UCI 498 (DOI 10.24432/C57S4H): what is folded against the truth of each incident.

use super::utc;
use entretien::contract::Service;
use entretien::contract::level::Waiting;
use entretien::intervention::{Incident, IncidentReader, IncidentState, Log, Mapping, follow};
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

fn unzipped(shared: &Path, name: &str) -> Vec<u8> {
    let file = std::fs::File::open(shared.join("data/incidents").join(name)).expect("a file");
    let mut bytes = Vec::new();
    GzDecoder::new(file).read_to_end(&mut bytes).expect("gzip");
    bytes
}

fn read(bytes: &[u8], chunk: usize) -> entretien::intervention::Import {
    let mut reader = IncidentReader::of_events(Mapping::new(utc())).expect("a reader");
    for piece in bytes.chunks(chunk) {
        reader.push(piece).expect("events");
    }
    reader.finish().expect("incidents")
}

#[test]
fn uci_498_is_folded_to_its_incidents() {
    let Some(shared) = entretien_tests::shared("uci_498_is_folded_to_its_incidents") else {
        return;
    };
    let bytes = unzipped(&shared, "uci498_events.csv.gz");
    let import = read(&bytes, bytes.len());
    assert_eq!(import, read(&bytes, 60_013), "chunks do not count");
    let mut told: BTreeMap<&str, u64> = BTreeMap::new();
    for fault in &import.diagnostics {
        *told.entry(fault.code).or_default() += 1;
    }
    // Two events out of order, five of state -100, and two incidents worked on before they were opened.
    assert_eq!(
        told.into_iter().collect::<Vec<_>>(),
        [("INT-003", 2), ("INT-022", 5), ("INT-026", 2)]
    );
    assert_eq!((import.refused, import.unused["csv:caller_id"]), (0, 141_712));
    let log = Log::new(import.parts).expect("a log");
    agrees_with_the_truth(&log, &unzipped(&shared, "uci498_incidents.csv.gz"));
    figures(&log);
    waits(&log);
    tickets(&log);
    let other = {
        let mut reader = IncidentReader::new(Mapping::new(utc())).expect("a reader");
        reader.push(&unzipped(&shared, "uci498_incidents.csv.gz")).expect("rows");
        Log::new(reader.finish().expect("incidents").parts).expect("a log")
    };
    for (one, other) in log.incidents().iter().zip(other.incidents()) {
        assert_eq!((&one.id, one.resolved, one.closed), (&other.id, other.resolved, other.closed));
    }
}

/// Row by row: counts, times, last values.
fn agrees_with_the_truth(log: &Log, truth: &[u8]) {
    let mut rows = csv::Reader::from_reader(truth);
    let header = rows.headers().expect("a header").clone();
    let mut count = 0;
    for row in rows.records() {
        let row = row.expect("a row");
        let get = |name: &str| {
            let place = header.iter().position(|column| column == name).expect(name);
            Some(&row[place]).filter(|text| !text.is_empty() && *text != "?")
        };
        let at = |name: &str| get(name).map(super::instant);
        let number = |name: &str| get(name).map(|text| text.parse::<u32>().expect("a number"));
        let id = get("number").expect("an id");
        let one = log.incident(id).expect(id);
        assert_eq!(
            (one.opened, one.resolved, one.closed),
            (at("opened_at"), at("resolved_at"), at("closed_at")),
            "{id}"
        );
        assert_eq!(
            (one.events, one.reopen_count, one.reassignment_count),
            (number("events"), number("reopen_count"), number("reassignment_count")),
            "{id}"
        );
        assert_eq!(one.is_level_kept, get("made_sla").map(|text| text == "true"), "{id}");
        for (name, term) in [
            ("priority", one.priority),
            ("impact", one.impact),
            ("urgency", one.urgency),
            ("contact_type", one.contact),
            ("category", one.category),
            ("subcategory", one.subcategory),
            ("location", one.site),
            ("assignment_group", one.group),
            ("closed_code", one.cause),
        ] {
            assert_eq!(log.text(term), get(name), "{id}: {name}");
        }
        assert_eq!(get("last_state"), Some("Closed"));
        assert_eq!(one.state, Some(IncidentState::Closed), "{id}");
        count += 1;
    }
    assert_eq!((count, log.incidents().len()), (24_918, 24_918));
}

/// The figures of KPI.md, section 4.
fn figures(log: &Log) {
    let all = log.incidents();
    let events: u32 = all.iter().filter_map(|one| one.events).sum();
    assert_eq!((all.len(), events), (24_918, 141_712));
    let mut seconds: Vec<i64> = all.iter().filter_map(Incident::resolution_seconds).collect();
    seconds.sort_unstable();
    assert_eq!((seconds.len(), all.len() - seconds.len()), (23_362, 1_556));
    // Mean 178.2 h, median 22.1 h.
    let sum: i64 = seconds.iter().sum();
    assert_eq!((sum * 10 + 11_681 * 3_600) / (23_362 * 3_600), 1_782);
    assert_eq!(i64::midpoint(seconds[11_680], seconds[11_681]), 79_560);
    let count = |is: &dyn Fn(&Incident) -> bool| all.iter().filter(|one| is(one)).count();
    // 63.4 %, 1.1 %, 54.4 %.
    assert_eq!(count(&|one| one.is_level_kept == Some(true)), 15_803);
    assert_eq!(count(&|one| one.reopen_count > Some(0)), 275);
    assert_eq!(count(&|one| one.reassignment_count == Some(0)), 13_549);
}

/// Recounted from the log by a program of its own.
fn waits(log: &Log) {
    let mut found: BTreeMap<(&str, Waiting), (u64, i64)> = BTreeMap::new();
    for wait in log.incidents().iter().flat_map(|one| &one.waits) {
        let entry = found.entry((log.text(wait.label).expect("words"), wait.reason)).or_default();
        entry.0 += 1;
        entry.1 += wait.to.expect("an end") - wait.from;
    }
    let expected = [
        (("Awaiting Evidence", Waiting::Other), (24, 44_264_220)),
        (("Awaiting Problem", Waiting::Other), (253, 334_616_880)),
        (("Awaiting User Info", Waiting::Customer), (5_852, 4_429_598_760)),
        (("Awaiting Vendor", Waiting::Supplier), (269, 975_326_400)),
    ];
    assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
}

fn tickets(log: &Log) {
    for one in log.incidents() {
        let ticket = follow::ticket(log, one, Service::Corrective).expect("a ticket");
        let last = ticket.parts().resolutions.last().expect("a resolution");
        assert_eq!(Some(last.resolved), one.resolved.or(one.closed), "{}", one.id);
    }
    let as_of = super::instant("2016-06-01T00:00");
    let list = follow::open_list(log, as_of, &follow::AGE_DAYS);
    let naive = log.incidents().iter().filter(|one| {
        one.opened.is_some_and(|at| at <= as_of)
            && one.resolved.or(one.closed).is_some_and(|at| at > as_of)
            && !one.reopenings.iter().any(|r| r.resolved <= as_of && as_of < r.reopened)
    });
    assert_eq!(list.incidents.len(), naive.count());
    assert_eq!(list.ageing.iter().map(|age| age.count).sum::<u64>(), list.incidents.len() as u64);
}
