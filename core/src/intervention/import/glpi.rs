//! Reading tickets and their tasks from the JSON of GLPI, chunk by chunk.

use super::Import;
use super::glpi_values::Values;
use super::moment::Clock;
use super::objects::Objects;
use super::{glpi_task, glpi_ticket};
use crate::error::{Error, Fault, Faults, codes};
use crate::intervention::{Kind, LogParts, Terms, check};
use crate::time::Zone;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Reads tickets and tasks of tickets as the REST API of GLPI gives them: a list of objects, or one object a line.
///
/// An object with a `tickets_id` is a task and becomes an intervention `glpi:TicketTask:7`; any other is a ticket and
/// becomes an incident `glpi:Ticket:42`, unless it is a request (`type` 2): requests are counted as
/// `ticket:request`. Several files are pushed one after the other, each ended by [`GlpiReader::end_file`].
///
/// | GLPI | here |
/// |---|---|
/// | `date`, `takeintoaccountdate`, `solvedate`, `closedate` | opened, acknowledged, resolved, closed |
/// | `status` 1, 2–3, 4, 5, 6 | new, active, waiting, resolved, closed |
/// | `is_deleted` | cancelled, of unknown date |
/// | `time_to_resolve` | service level kept when solved by then |
/// | `waiting_duration`, `begin_waiting_date` | seconds waited; a wait that lasts |
/// | `itilcategories_id`, `locations_id`, `priority`, `impact`, `urgency` | as given; 0 is unknown |
/// | `items` | assets `glpi:Computer:5`, the ids of the takeover of an inventory |
/// | task: `actiontime` | minutes of labour, half a minute rounded up |
/// | task: `begin`, `end` | time planned |
/// | task: `state` 1, 2 | planned, done |
/// | task: `date` of a task that is done | its end: GLPI keeps no other |
///
/// A task takes site, category, priority and assets of its ticket, and is corrective, where the ticket is an incident
/// of the same import.
///
/// ```
/// use entretien::intervention::{GlpiReader, IncidentState, Log};
/// use entretien::time::Zone;
/// let mut reader = GlpiReader::new(Zone::PARIS);
/// let text = r#"[{"id": 2, "type": 1, "status": 5, "date": "2026-03-02 17:00:00",
///     "solvedate": "2026-03-03 09:00:00", "locations_id": "Lyon", "items": {"Computer": [5]}},
///     {"id": 7, "tickets_id": 2, "actiontime": 2700, "state": 2, "date": "2026-03-03 09:00:00"}]"#;
/// reader.push(text.as_bytes()).unwrap();
/// let log = Log::new(reader.finish().unwrap().parts).unwrap();
/// let incident = log.incident("glpi:Ticket:2").unwrap();
/// assert_eq!(incident.state, Some(IncidentState::Resolved));
/// assert_eq!(incident.resolution_seconds(), Some(16 * 3_600));
/// let task = log.intervention("glpi:TicketTask:7").unwrap();
/// assert_eq!(task.labour_minutes, Some(45));
/// assert_eq!(log.text(Some(task.assets[0])), Some("glpi:Computer:5"));
/// ```
#[derive(Debug)]
pub struct GlpiReader {
    objects: Objects,
    state: State,
    refusal: Option<Fault>,
}

#[derive(Debug)]
struct State {
    parts: LogParts,
    incidents: Terms,
    interventions: Terms,
    clock: Clock,
    faults: Faults,
    refused: u64,
    unused: BTreeMap<String, u64>,
}

impl GlpiReader {
    /// A reader; times are local times of `zone`: one that the clocks jump over is moved forward by the gap, of one
    /// that comes twice the first is meant.
    pub fn new(zone: Zone) -> GlpiReader {
        GlpiReader {
            objects: Objects::new(),
            state: State {
                parts: LogParts::new(zone),
                incidents: Terms::new(),
                interventions: Terms::new(),
                clock: Clock::new(zone),
                faults: Faults::new(),
                refused: 0,
                unused: BTreeMap::new(),
            },
            refusal: None,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// `INT-010` too many records · `INT-033` no JSON objects · `INT-034` an object too large or too deep. After an
    /// error every call returns it again.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let state = &mut self.state;
        let done = match &self.refusal {
            Some(fault) => Err(fault.clone()),
            None => self.objects.push(bytes, &mut |object, line| state.object(object, line)),
        };
        self.keep(done)
    }

    /// Says that a file is at its end; another may follow.
    ///
    /// # Errors
    /// `INT-033` it ends within an object or a list.
    pub fn end_file(&mut self) -> Result<(), Error> {
        let objects = std::mem::replace(&mut self.objects, Objects::new());
        let done = match &self.refusal {
            Some(fault) => Err(fault.clone()),
            None => objects.finish(),
        };
        self.keep(done)
    }

    fn keep(&mut self, done: Result<(), Fault>) -> Result<(), Error> {
        done.map_err(|fault| {
            self.refusal = Some(fault.clone());
            Error::from_fault(fault)
        })
    }

    /// Says that there is no more.
    ///
    /// # Errors
    /// As [`GlpiReader::end_file`].
    pub fn finish(mut self) -> Result<Import, Error> {
        self.end_file()?;
        let State { mut parts, incidents, mut faults, refused, unused, .. } = self.state;
        super::tell_full(&parts, &mut faults);
        for work in &mut parts.interventions {
            let ticket = work.incident.as_ref().and_then(|id| incidents.find(id.as_str()));
            if let Some(ticket) = ticket.and_then(|term| parts.incidents.get(term.index())) {
                work.kind = Some(Kind::Corrective);
                work.assets.clone_from(&ticket.assets);
                work.site = ticket.site;
                work.category = work.category.or(ticket.category);
                work.priority = ticket.priority;
            }
        }
        Ok(Import { parts, refused, unused, diagnostics: faults.into_vec() })
    }
}

impl State {
    fn object(&mut self, bytes: &[u8], line: u64) -> Result<(), Fault> {
        let object: Map<String, Value> = serde_json::from_slice(bytes).map_err(|error| {
            let message = format!("an object that is not JSON: {error}");
            Fault::new(codes::INT_NOT_JSON, format!("line {line}"), message)
        })?;
        let State { clock, faults, unused, .. } = self;
        let mut values = Values { object: &object, line, clock, faults, unused };
        if object.contains_key("tickets_id") {
            let Some(mut work) = glpi_task::read(&mut values, &mut self.parts.terms) else {
                self.refused = self.refused.saturating_add(1);
                return Ok(());
            };
            if !is_new(&mut self.interventions, work.id.as_str(), line, faults)? {
                self.refused = self.refused.saturating_add(1);
                return Ok(());
            }
            check::intervention(&mut work, &mut |code, _, message| {
                faults.add(code, format!("line {line}"), message);
            });
            self.parts.interventions.push(work);
            return Ok(());
        }
        if values.is_request() {
            let count = unused.entry("ticket:request".to_owned()).or_default();
            *count = count.saturating_add(1);
            return Ok(());
        }
        let Some(mut incident) = glpi_ticket::read(&mut values, &mut self.parts.terms) else {
            self.refused = self.refused.saturating_add(1);
            return Ok(());
        };
        if !is_new(&mut self.incidents, incident.id.as_str(), line, faults)? {
            self.refused = self.refused.saturating_add(1);
            return Ok(());
        }
        check::incident(&mut incident, &mut |code, _, message| {
            faults.add(code, format!("line {line}"), message);
        });
        self.parts.incidents.push(incident);
        Ok(())
    }
}

/// Notes an id; one that stands already is told.
fn is_new(index: &mut Terms, id: &str, line: u64, faults: &mut Faults) -> Result<bool, Fault> {
    let before = index.len();
    let place = || format!("line {line}");
    if index.add(id).is_none() {
        return Err(Fault::new(codes::INT_TOO_MANY, place(), "too many records"));
    }
    if index.len() == before {
        faults.add(codes::INT_SECOND_RECORD, place(), format!("`{id}` stands already"));
    }
    Ok(index.len() > before)
}
