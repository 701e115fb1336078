//! Tickets and tasks of GLPI, as its REST API gives them.

use super::utc;
use entretien::intervention::{GlpiReader, IncidentState, Kind, Log, Status};

const TICKETS: &str = r#"[
  {"id": 12, "name": "Imprimante \"A3\" [bloquée}", "type": 1, "status": 6, "urgency": 4, "impact": 3, "priority": 4,
   "date": "2026-03-02 08:00:00", "takeintoaccountdate": "2026-03-02 08:05:00", "solvedate": "2026-03-02 12:00:00",
   "closedate": "2026-03-09 12:00:00", "time_to_resolve": "2026-03-02 12:00:00", "waiting_duration": 1800,
   "itilcategories_id": "Matériel > Imprimante", "locations_id": 3, "requesttypes_id": 1, "is_deleted": 0,
   "items": {"Printer": [4], "Computer": [9, "7"]}, "_users_id_assign": [21, 22], "_groups_id_assign": [5]},
  {"id": 13, "type": 2, "status": 5, "date": "2026-03-02 09:00:00", "solvedate": "2026-03-02 10:00:00"},
  {"id": "14", "type": "1", "status": "4", "date": "2026-03-03 09:00:00", "begin_waiting_date": "2026-03-03 10:00:00",
   "time_to_resolve": null, "locations_id": 0, "items": [{"itemtype": "Computer", "items_id": 9}]},
  {"id": 15, "type": 1, "status": 2, "date": "2026-03-04 09:00:00", "solvedate": "2026-03-04 10:00:00", "is_deleted": 1}
]"#;

const TASKS: &str = r#"{"id": 1, "tickets_id": 12, "actiontime": 2730, "state": 2, "date": "2026-03-02 11:45:00",
 "begin": "2026-03-02 11:00:00", "end": "2026-03-02 12:00:00", "users_id_tech": 21, "taskcategories_id": 8, "content": "x"}
{"id": 2, "tickets_id": 13, "actiontime": 600, "state": 0, "date": "2026-03-02 09:30:00"}
{"id": 3, "tickets_id": 14, "actiontime": 0, "state": 1, "begin": "2026-03-05 08:00:00"}
"#;

#[test]
fn tickets_and_tasks_become_a_log() {
    for chunk in [1, 7, 100_000] {
        let mut reader = GlpiReader::new(utc());
        for piece in TICKETS.as_bytes().chunks(chunk) {
            reader.push(piece).expect("tickets");
        }
        reader.end_file().expect("a whole file");
        for piece in TASKS.as_bytes().chunks(chunk) {
            reader.push(piece).expect("tasks");
        }
        let import = reader.finish().expect("records");
        assert_eq!((import.diagnostics.len(), import.refused), (0, 0), "{:?}", import.diagnostics);
        assert_eq!(import.unused["ticket:request"], 1);
        assert_eq!((import.unused["ticket:name"], import.unused["task:content"]), (1, 1));
        check(&Log::new(import.parts).expect("a log"));
    }
}

fn check(log: &Log) {
    let ids: Vec<&str> = log.incidents().iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["glpi:Ticket:12", "glpi:Ticket:14", "glpi:Ticket:15"]);
    let [first, second, third] = log.incidents() else { panic!("three incidents") };
    assert_eq!((first.state, first.is_level_kept), (Some(IncidentState::Closed), Some(true)));
    assert_eq!(first.resolution_seconds(), Some(4 * 3_600));
    assert_eq!(first.acknowledged, first.opened.map(|at| at + 300));
    let assets: Vec<_> = first.assets.iter().map(|asset| log.text(Some(*asset))).collect();
    let expected = ["glpi:Computer:7", "glpi:Computer:9", "glpi:Printer:4"].map(Some);
    assert_eq!(assets, expected);
    assert_eq!(log.text(first.category), Some("Matériel > Imprimante"));
    assert_eq!((log.text(first.site), log.text(first.technician)), (Some("3"), Some("21")));
    assert_eq!(first.waiting_seconds, Some(1_800));
    assert_eq!((second.state, second.site), (Some(IncidentState::Waiting), None));
    assert_eq!(second.waits[0].from, super::instant("2026-03-03T10:00"));
    assert_eq!((second.waits[0].to, second.is_level_kept), (None, None));
    // In the bin: withdrawn, nobody knows when; open states keep no date of a solution.
    assert_eq!((third.state, third.resolved), (Some(IncidentState::Cancelled), None));
    assert_eq!(third.is_open(i64::MAX), None);
    let [done, note, planned] = log.interventions() else { panic!("three tasks") };
    assert_eq!((done.kind, done.status), (Some(Kind::Corrective), Some(Status::Done)));
    assert_eq!((done.labour_minutes, &done.assets), (Some(46), &first.assets));
    assert_eq!((done.site, done.ended), (first.site, Some(super::instant("2026-03-02T11:45"))));
    // The ticket of the note is a request, so it is no repair.
    assert_eq!((note.kind, note.status), (None, Some(Status::Done)));
    assert_eq!((planned.status, planned.ended), (Some(Status::Planned), None));
    assert_eq!(planned.planned_from, Some(super::instant("2026-03-05T08:00")));
}
