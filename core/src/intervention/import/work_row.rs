//! From one row to one intervention.

use super::field::WorkField as F;
use super::sheet::Sheet;
use super::words;
use crate::error::codes;
use crate::id::{InterventionId, TicketId};
use crate::intervention::{Costs, Downtime, Intervention, Term, Terms};
use crate::quantity::Money;
use crate::tabular::Row;

/// What a row says of a downtime, before it is known to have a begin.
#[derive(Default)]
struct Down {
    from: Option<i64>,
    to: Option<i64>,
    is_planned: Option<bool>,
}

/// Reads what a row says; the first column of a field that is not empty counts.
pub(super) fn read(
    sheet: &mut Sheet<F>,
    terms: &mut Terms,
    row: Row<'_>,
    id: InterventionId,
) -> Intervention {
    let mut work = Intervention::new(id);
    let mut down = Down::default();
    let mut place = 0;
    while let Some((field, column)) = sheet.used(place) {
        place += 1;
        let Some(value) = sheet.value(field, row.get(column)) else { continue };
        let value = value.as_ref();
        let line = row.line;
        if let Some(slot) = term(&mut work, field) {
            if slot.is_none() {
                *slot = terms.add(value);
            }
        } else if let Some(slot) = instant(&mut work, &mut down, field) {
            if slot.is_none() {
                *slot = sheet.instant((field, column), line, value);
            }
        } else if let Some(slot) = count(&mut work, field) {
            if slot.is_none() {
                *slot = sheet.count_of(field, line, value);
            }
        } else if is_cost(field) {
            let money = sheet.amount(field, line, value);
            if let Some(money) = money
                && !add_cost(&mut work, field, money)
            {
                sheet.tell(codes::INT_MIXED_CURRENCY, field, line, value, "another currency");
            }
        } else if !word(sheet, (field, line), value, &mut work, &mut down) {
            other(sheet, terms, (field, column, line), value, &mut work);
        }
    }
    work.downtime =
        down.from.map(|from| Downtime { from, to: down.to, is_planned: down.is_planned });
    work
}

fn term(work: &mut Intervention, field: F) -> Option<&mut Option<Term>> {
    Some(match field {
        F::Site => &mut work.site,
        F::Category => &mut work.category,
        F::Priority => &mut work.priority,
        F::Group => &mut work.group,
        F::Supplier => &mut work.supplier,
        F::Cause => &mut work.cause,
        F::Action => &mut work.action,
        _ => return None,
    })
}

fn instant<'w>(
    work: &'w mut Intervention,
    down: &'w mut Down,
    field: F,
) -> Option<&'w mut Option<i64>> {
    Some(match field {
        F::PlannedFrom => &mut work.planned_from,
        F::PlannedTo => &mut work.planned_to,
        F::Begun => &mut work.begun,
        F::Ended => &mut work.ended,
        F::DowntimeFrom => &mut down.from,
        F::DowntimeTo => &mut down.to,
        _ => return None,
    })
}

fn count(work: &mut Intervention, field: F) -> Option<&mut Option<u32>> {
    Some(match field {
        F::LabourMinutes => &mut work.labour_minutes,
        F::ExternalMinutes => &mut work.external_minutes,
        F::OvertimeMinutes => &mut work.overtime_minutes,
        F::EstimatedMinutes => &mut work.estimated_minutes,
        F::TravelMinutes => &mut work.travel_minutes,
        F::ReopenCount => &mut work.reopen_count,
        F::IntervalDays => &mut work.interval_days,
        _ => return None,
    })
}

fn is_cost(field: F) -> bool {
    matches!(
        field,
        F::LabourCost
            | F::ContractorCost
            | F::PartsCost
            | F::TravelCost
            | F::OtherCost
            | F::TotalCost
    )
}

/// Adds an amount; says whether it is in the currency of those before it.
fn add_cost(work: &mut Intervention, field: F, money: Money) -> bool {
    let costs = work.costs.get_or_insert_with(|| Box::new(Costs::new(money.currency())));
    if costs.currency != money.currency() {
        return false;
    }
    let slot = match field {
        F::LabourCost => &mut costs.labour_minor,
        F::ContractorCost => &mut costs.contractor_minor,
        F::PartsCost => &mut costs.parts_minor,
        F::TravelCost => &mut costs.travel_minor,
        F::OtherCost => &mut costs.other_minor,
        _ => &mut costs.total_minor,
    };
    slot.get_or_insert(money.minor());
    true
}

/// Reads a word of a list; says whether the field has such words.
fn word(
    sheet: &mut Sheet<F>,
    (field, line): (F, u64),
    value: &str,
    work: &mut Intervention,
    down: &mut Down,
) -> bool {
    match field {
        F::Kind => work.kind = work.kind.or(sheet.word(field, line, value, words::kind)),
        F::Basis => work.basis = work.basis.or(sheet.word(field, line, value, words::basis)),
        F::Status => work.status = work.status.or(sheet.word(field, line, value, words::status)),
        F::Place => work.place = work.place.or(sheet.word(field, line, value, words::place)),
        F::Immediate => work.is_immediate = work.is_immediate.or(sheet.truth(field, line, value)),
        F::DowntimePlanned => down.is_planned = down.is_planned.or(sheet.truth(field, line, value)),
        _ => return false,
    }
    true
}

fn other(
    sheet: &mut Sheet<F>,
    terms: &mut Terms,
    (field, column, line): (F, usize, u64),
    value: &str,
    work: &mut Intervention,
) {
    match field {
        F::Technician => work.technicians.extend(terms.add(value)),
        F::Asset => work.assets.extend(sheet.id_term(field, line, value, terms)),
        F::Contract if work.contract.is_none() => {
            work.contract = sheet.id_term(field, line, value, terms);
        }
        F::LabourHours if work.labour_minutes.is_none() => {
            work.labour_minutes = sheet.minutes_of_hours(field, line, value);
        }
        F::Due if work.due.is_none() => {
            work.due = sheet.day((field, column), line, value);
        }
        F::Occurrence if work.occurrence.is_none() => work.occurrence = Some(value.into()),
        F::Incident if work.incident.is_none() => {
            work.incident = TicketId::new(value);
            if work.incident.is_none() {
                sheet.tell(codes::INT_NOT_AN_ID, field, line, value, "cannot be an id");
            }
        }
        _ => {}
    }
}
