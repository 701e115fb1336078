//! From one row to one incident.

use super::field::IncidentField as F;
use super::sheet::Sheet;
use super::words;
use crate::error::{Fault, codes};
use crate::id::TicketId;
use crate::intervention::{Incident, Term, Terms};
use crate::tabular::{Row, quote};

/// The id of a row.
///
/// # Errors
/// `INT-023` none that can be one.
pub(super) fn id(sheet: &Sheet<F>, text: &str, line: u64) -> Result<TicketId, Fault> {
    let id = sheet.value(F::Id, text).and_then(|text| TicketId::new(&text));
    id.ok_or_else(|| nameless(text, line))
}

/// The diagnostic for a row without an id.
#[cold]
pub(super) fn nameless(text: &str, line: u64) -> Fault {
    let message = if text.trim().is_empty() {
        "nothing identifies the record".to_owned()
    } else {
        format!("`{}` cannot be an id", quote(text))
    };
    Fault::new(codes::INT_NAMELESS, super::sheet::line(line), message)
}

/// Reads what a row says; the state only where `with_state`.
pub(super) fn read(
    sheet: &mut Sheet<F>,
    terms: &mut Terms,
    row: Row<'_>,
    id: TicketId,
    with_state: bool,
) -> Incident {
    let mut incident = Incident::new(id);
    let mut place = 0;
    while let Some((field, column)) = sheet.used(place) {
        place += 1;
        let Some(value) = sheet.value(field, row.get(column)) else { continue };
        let value = value.as_ref();
        if let Some(slot) = term(&mut incident, field) {
            if slot.is_none() {
                *slot = terms.add(value);
            }
        } else if let Some(slot) = instant(&mut incident, field) {
            if slot.is_none() {
                *slot = sheet.instant((field, column), row.line, value);
            }
        } else {
            other(sheet, terms, (field, row.line), value, &mut incident, with_state);
        }
    }
    incident
}

fn term(incident: &mut Incident, field: F) -> Option<&mut Option<Term>> {
    Some(match field {
        F::Site => &mut incident.site,
        F::Category => &mut incident.category,
        F::Subcategory => &mut incident.subcategory,
        F::Priority => &mut incident.priority,
        F::Impact => &mut incident.impact,
        F::Urgency => &mut incident.urgency,
        F::Supplier => &mut incident.supplier,
        F::Group => &mut incident.group,
        F::Technician => &mut incident.technician,
        F::Cause => &mut incident.cause,
        F::Contact => &mut incident.contact,
        F::Problem => &mut incident.problem,
        _ => return None,
    })
}

fn instant(incident: &mut Incident, field: F) -> Option<&mut Option<i64>> {
    Some(match field {
        F::Opened => &mut incident.opened,
        F::Acknowledged => &mut incident.acknowledged,
        F::Restored => &mut incident.restored,
        F::Resolved => &mut incident.resolved,
        F::Closed => &mut incident.closed,
        F::Cancelled => &mut incident.cancelled,
        _ => return None,
    })
}

fn other(
    sheet: &mut Sheet<F>,
    terms: &mut Terms,
    (field, line): (F, u64),
    value: &str,
    incident: &mut Incident,
    with_state: bool,
) {
    let count = match field {
        F::ReopenCount => Some(&mut incident.reopen_count),
        F::ReassignmentCount => Some(&mut incident.reassignment_count),
        F::Visits => Some(&mut incident.visits),
        _ => None,
    };
    if let Some(slot) = count {
        if slot.is_none() {
            *slot = sheet.count_of(field, line, value);
        }
        return;
    }
    match field {
        F::Asset => incident.assets.extend(sheet.id_term(field, line, value, terms)),
        F::Contract if incident.contract.is_none() => {
            incident.contract = sheet.id_term(field, line, value, terms);
        }
        F::LevelKept if incident.is_level_kept.is_none() => {
            incident.is_level_kept = sheet.truth(field, line, value);
        }
        F::State if with_state && incident.state.is_none() => {
            incident.state = sheet.word(field, line, value, words::state).map(|(state, _)| state);
        }
        _ => {}
    }
}
