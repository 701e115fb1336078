//! A ticket of GLPI.

use super::glpi_values::Values;
use crate::contract::level::Waiting;
use crate::error::codes;
use crate::id::{TicketId, is_id};
use crate::intervention::{Incident, IncidentState, Term, Terms, Wait};
use serde_json::Value;

const USED: [&str; 23] = [
    "id",
    "type",
    "status",
    "is_deleted",
    "date",
    "takeintoaccountdate",
    "solvedate",
    "closedate",
    "time_to_resolve",
    "waiting_duration",
    "begin_waiting_date",
    "itilcategories_id",
    "locations_id",
    "priority",
    "impact",
    "urgency",
    "requesttypes_id",
    "solutiontypes_id",
    "items",
    "_users_id_assign",
    "_groups_id_assign",
    "_suppliers_id_assign",
    "contracts_id",
];

/// Reads a ticket; `None` without an id.
pub(super) fn read(values: &mut Values<'_>, terms: &mut Terms) -> Option<Incident> {
    let number = values.id()?;
    let mut incident = Incident::new(TicketId::new(&format!("glpi:Ticket:{number}"))?);
    incident.state = values.state();
    incident.opened = values.instant("date");
    incident.acknowledged = values.instant("takeintoaccountdate");
    incident.resolved = values.instant("solvedate");
    incident.closed = values.instant("closedate");
    // GLPI clears the dates of a ticket that is opened again, older versions not always.
    let is_open = matches!(
        incident.state,
        Some(IncidentState::New | IncidentState::Active | IncidentState::Waiting)
    );
    if is_open {
        (incident.resolved, incident.closed) = (None, None);
    }
    if values.number("is_deleted") == Some(1) {
        incident.state = Some(IncidentState::Cancelled);
    }
    let promised = values.instant("time_to_resolve");
    incident.is_level_kept =
        promised.zip(incident.resolved).map(|(promised, resolved)| resolved <= promised);
    incident.waiting_seconds = values.count("waiting_duration");
    if incident.state == Some(IncidentState::Waiting)
        && let Some(from) = values.instant("begin_waiting_date")
    {
        incident.waits.push(Wait { from, to: None, reason: Waiting::Other, label: None });
    }
    for (field, slot) in [
        ("itilcategories_id", &mut incident.category),
        ("locations_id", &mut incident.site),
        ("priority", &mut incident.priority),
        ("impact", &mut incident.impact),
        ("urgency", &mut incident.urgency),
        ("requesttypes_id", &mut incident.contact),
        ("solutiontypes_id", &mut incident.cause),
        ("contracts_id", &mut incident.contract),
    ] {
        *slot = values.term(field, terms);
    }
    if let Some(text) = incident.contract.map(|term| terms.text(term)).filter(|text| !is_id(text)) {
        let value = Value::from(text);
        values.tell(codes::INT_NOT_AN_ID, "contracts_id", &value, "cannot be an id");
        incident.contract = None;
    }
    incident.technician = values.terms("_users_id_assign", terms).first().copied();
    incident.group = values.terms("_groups_id_assign", terms).first().copied();
    incident.supplier = values.terms("_suppliers_id_assign", terms).first().copied();
    incident.assets = items(values, terms);
    values.count_unused("ticket", &USED);
    Some(incident)
}

/// Assets: `{"Computer": [5, 6]}`, or `[{"itemtype": "Computer", "items_id": 5}]`.
fn items(values: &mut Values<'_>, terms: &mut Terms) -> Vec<Term> {
    let mut found: Vec<Option<String>> = Vec::new();
    let number = |value: &Value| match value {
        Value::String(text) => text.trim().parse().ok(),
        value => value.as_u64(),
    };
    let name = |kind: &str, value: &Value| {
        let id = format!("glpi:{kind}:{}", number(value).filter(|number| *number > 0)?);
        is_id(&id).then_some(id)
    };
    match values.object.get("items") {
        None | Some(Value::Null) => {}
        Some(Value::Object(kinds)) => {
            for (kind, list) in kinds {
                let list = list.as_array().map_or(&[][..], Vec::as_slice);
                found.extend(list.iter().map(|value| name(kind, value)));
            }
        }
        Some(Value::Array(list)) => found.extend(list.iter().map(|item| {
            let kind = item.get("itemtype").and_then(Value::as_str)?;
            name(kind, item.get("items_id")?)
        })),
        Some(_) => found.push(None),
    }
    if found.iter().any(Option::is_none) {
        let value = values.object.get("items").cloned().unwrap_or_default();
        values.tell(codes::INT_NOT_AN_ID, "items", &value, "an item without kind and number");
    }
    found.iter().flatten().filter_map(|id| terms.add(id)).collect()
}
