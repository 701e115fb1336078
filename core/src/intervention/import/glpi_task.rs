//! A task of a ticket of GLPI.

use super::glpi_values::Values;
use crate::error::codes;
use crate::id::{InterventionId, TicketId};
use crate::intervention::{Intervention, Status, Terms};
use serde_json::Value;

const USED: [&str; 10] = [
    "id",
    "tickets_id",
    "actiontime",
    "begin",
    "end",
    "state",
    "date",
    "users_id_tech",
    "groups_id_tech",
    "taskcategories_id",
];

/// Reads a task; `None` without an id.
pub(super) fn read(values: &mut Values<'_>, terms: &mut Terms) -> Option<Intervention> {
    let number = values.id()?;
    let mut work = Intervention::new(InterventionId::new(&format!("glpi:TicketTask:{number}"))?);
    let ticket = values.number("tickets_id").filter(|ticket| *ticket > 0);
    work.incident = ticket.and_then(|ticket| TicketId::new(&format!("glpi:Ticket:{ticket}")));
    let seconds = values.number("actiontime");
    let minutes = seconds.map(|seconds| seconds.saturating_add(30) / 60);
    work.labour_minutes = minutes.and_then(|minutes| u32::try_from(minutes).ok());
    work.planned_from = values.instant("begin");
    work.planned_to = values.instant("end");
    work.status = match values.number("state") {
        Some(1) => Some(Status::Planned),
        Some(2) => Some(Status::Done),
        // 0 is a note, which may have taken time.
        Some(0) => work.labour_minutes.filter(|minutes| *minutes > 0).map(|_| Status::Done),
        Some(other) => {
            let value = Value::from(other);
            values.tell(codes::INT_BAD_CHOICE, "state", &value, "not a state of a task");
            None
        }
        None => None,
    };
    let written = values.instant("date");
    if work.status == Some(Status::Done) {
        work.ended = written;
    }
    work.technicians = values.term("users_id_tech", terms).into_iter().collect();
    work.group = values.term("groups_id_tech", terms);
    work.action = values.term("taskcategories_id", terms);
    values.count_unused("task", &USED);
    Some(work)
}
