//! Records as they are written: texts instead of terms, instants in the zone of the log.

use super::{Incident, Intervention, Log, Term, Wait};
use crate::contract::level::LocalInstant;
use crate::time::Zone;
use serde::ser::{SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

/// An incident with the texts of its log. Serialises in the order of the fields of [`Incident`], without what is not
/// known.
#[derive(Debug, Clone, Copy)]
pub struct IncidentRow<'l> {
    log: &'l Log,
    incident: &'l Incident,
}

/// An intervention with the texts of its log. Serialises in the order of the fields of [`Intervention`], without
/// what is not known.
#[derive(Debug, Clone, Copy)]
pub struct InterventionRow<'l> {
    log: &'l Log,
    work: &'l Intervention,
}

impl Log {
    /// An incident of this log, to be written.
    ///
    /// ```
    /// use entretien::id::TicketId;
    /// use entretien::intervention::{Incident, Log, LogParts};
    /// use entretien::time::Zone;
    /// let mut parts = LogParts::new(Zone::PARIS);
    /// let mut incident = Incident::new(TicketId::new("I-7").unwrap());
    /// incident.opened = Some(1_772_467_200);
    /// incident.site = parts.terms.add("Lyon");
    /// parts.incidents.push(incident);
    /// let log = Log::new(parts).unwrap();
    /// let row = serde_json::to_string(&log.incident_row(&log.incidents()[0])).unwrap();
    /// assert_eq!(row, r#"{"id":"I-7","site":"Lyon","opened":"2026-03-02T17:00:00+01:00"}"#);
    /// ```
    pub fn incident_row<'l>(&'l self, incident: &'l Incident) -> IncidentRow<'l> {
        IncidentRow { log: self, incident }
    }

    /// An intervention of this log, to be written.
    pub fn intervention_row<'l>(&'l self, work: &'l Intervention) -> InterventionRow<'l> {
        InterventionRow { log: self, work }
    }
}

impl Serialize for Log {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Log", 3)?;
        fields.serialize_field("zone", self.zone().name())?;
        fields.serialize_field("incidents", &Incidents(self))?;
        fields.serialize_field("interventions", &Interventions(self))?;
        fields.end()
    }
}

struct Incidents<'l>(&'l Log);

impl Serialize for Incidents<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.incidents().iter().map(|one| self.0.incident_row(one)))
    }
}

struct Interventions<'l>(&'l Log);

impl Serialize for Interventions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.interventions().iter().map(|w| self.0.intervention_row(w)))
    }
}

/// Texts of a list of terms.
struct Texts<'l>(&'l Log, &'l [Term]);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.1.len()))?;
        for term in self.1 {
            list.serialize_element(self.0.terms().text(*term))?;
        }
        list.end()
    }
}

/// A time, with what it is about.
struct Span<'l> {
    zone: Zone,
    from: (&'static str, i64),
    to: (&'static str, Option<i64>),
    reason: Option<&'static str>,
    label: Option<&'l str>,
    is_planned: Option<bool>,
}

impl Serialize for Span<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(self.from.0, &LocalInstant::new(self.from.1, self.zone))?;
        let to = self.to.1.map(|to| LocalInstant::new(to, self.zone));
        entry(&mut map, self.to.0, to)?;
        entry(&mut map, "reason", self.reason)?;
        entry(&mut map, "label", self.label)?;
        entry(&mut map, "is_planned", self.is_planned)?;
        map.end()
    }
}

fn entry<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &'static str,
    value: Option<T>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(name, &value),
        None => Ok(()),
    }
}

fn list<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &'static str,
    values: &[T],
) -> Result<(), M::Error> {
    if values.is_empty() { Ok(()) } else { map.serialize_entry(name, values) }
}

fn terms<M: SerializeMap>(
    map: &mut M,
    log: &Log,
    name: &'static str,
    terms: &[Term],
) -> Result<(), M::Error> {
    if terms.is_empty() { Ok(()) } else { map.serialize_entry(name, &Texts(log, terms)) }
}

fn waits<'l>(log: &'l Log, waits: &'l [Wait]) -> Vec<Span<'l>> {
    let span = |wait: &Wait| Span {
        zone: log.zone(),
        from: ("from", wait.from),
        to: ("to", wait.to),
        reason: Some(wait.reason.code()),
        label: log.text(wait.label),
        is_planned: None,
    };
    waits.iter().map(span).collect()
}

impl Serialize for IncidentRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (log, one) = (self.log, self.incident);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &one.id)?;
        terms(&mut map, log, "assets", &one.assets)?;
        for (name, term) in [
            ("site", one.site),
            ("category", one.category),
            ("subcategory", one.subcategory),
            ("priority", one.priority),
            ("impact", one.impact),
            ("urgency", one.urgency),
            ("contract", one.contract),
            ("supplier", one.supplier),
            ("group", one.group),
            ("technician", one.technician),
            ("cause", one.cause),
            ("contact", one.contact),
            ("problem", one.problem),
        ] {
            entry(&mut map, name, log.text(term))?;
        }
        entry(&mut map, "state", one.state)?;
        for (name, at) in [
            ("opened", one.opened),
            ("acknowledged", one.acknowledged),
            ("restored", one.restored),
            ("resolved", one.resolved),
            ("closed", one.closed),
            ("cancelled", one.cancelled),
        ] {
            entry(&mut map, name, at.map(|at| LocalInstant::new(at, log.zone())))?;
        }
        let reopenings = one.reopenings.iter().map(|pair| Span {
            zone: log.zone(),
            from: ("resolved", pair.resolved),
            to: ("reopened", Some(pair.reopened)),
            reason: None,
            label: None,
            is_planned: None,
        });
        list(&mut map, "reopenings", &reopenings.collect::<Vec<_>>())?;
        for (name, count) in [
            ("reopen_count", one.reopen_count),
            ("reassignment_count", one.reassignment_count),
            ("visits", one.visits),
            ("events", one.events),
        ] {
            entry(&mut map, name, count)?;
        }
        entry(&mut map, "is_level_kept", one.is_level_kept)?;
        list(&mut map, "waits", &waits(log, &one.waits))?;
        entry(&mut map, "waiting_seconds", one.waiting_seconds)?;
        map.end()
    }
}

impl Serialize for InterventionRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (log, work) = (self.log, self.work);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &work.id)?;
        entry(&mut map, "kind", work.kind)?;
        entry(&mut map, "basis", work.basis)?;
        entry(&mut map, "status", work.status)?;
        entry(&mut map, "place", work.place)?;
        for (name, at) in [
            ("planned_from", work.planned_from),
            ("planned_to", work.planned_to),
            ("begun", work.begun),
            ("ended", work.ended),
        ] {
            entry(&mut map, name, at.map(|at| LocalInstant::new(at, log.zone())))?;
        }
        terms(&mut map, log, "technicians", &work.technicians)?;
        terms(&mut map, log, "assets", &work.assets)?;
        for (name, term) in [
            ("site", work.site),
            ("category", work.category),
            ("priority", work.priority),
            ("group", work.group),
            ("supplier", work.supplier),
            ("contract", work.contract),
            ("cause", work.cause),
            ("action", work.action),
        ] {
            entry(&mut map, name, log.text(term))?;
        }
        for (name, minutes) in [
            ("labour_minutes", work.labour_minutes),
            ("external_minutes", work.external_minutes),
            ("overtime_minutes", work.overtime_minutes),
            ("estimated_minutes", work.estimated_minutes),
            ("travel_minutes", work.travel_minutes),
        ] {
            entry(&mut map, name, minutes)?;
        }
        entry(&mut map, "is_immediate", work.is_immediate)?;
        entry(&mut map, "costs", work.costs.as_deref())?;
        let downtime = work.downtime.map(|down| Span {
            zone: log.zone(),
            from: ("from", down.from),
            to: ("to", down.to),
            reason: None,
            label: None,
            is_planned: down.is_planned,
        });
        entry(&mut map, "downtime", downtime)?;
        entry(&mut map, "reopen_count", work.reopen_count)?;
        list(&mut map, "waits", &waits(log, &work.waits))?;
        entry(&mut map, "occurrence", work.occurrence.as_deref())?;
        entry(&mut map, "due", work.due)?;
        entry(&mut map, "interval_days", work.interval_days)?;
        entry(&mut map, "incident", work.incident.as_ref())?;
        map.end()
    }
}
