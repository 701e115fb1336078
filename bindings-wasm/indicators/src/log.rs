//! Logs of incidents and interventions, and what is followed up in them.

use crate::answer::answer;
use crate::argument;
use crate::document::Given;
use crate::fields::{Fields, list};
use crate::{choice, day, number, out, text, whole};
use entretien::contract::level::LocalInstant;
use entretien::document::types::Moment;
use entretien::document::{LOG_MAPPING_FORMAT, read_incident_mapping, read_work_mapping};
use entretien::error::{Error, Fault, codes};
use entretien::intervention::follow::{
    AGE_DAYS, Cluster, Correction, FOLLOW_UP_DAYS, PeriodUnit, ProblemSearch, RepeatKey,
    follow_ups, open_list, problems, repeats, synthesis,
};
use entretien::intervention::{
    self, GlpiReader, Import, IncidentReader, InterventionReader, LogParts, Mapping,
};
use entretien::kpi::{Grain, windows};
use entretien::time::{Day, Period, Zone};
use js_sys::{Array, JSON};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// What was done and what failed: incidents and interventions, checked, each list by id.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct Log {
    inner: Arc<intervention::Log>,
    refused: u64,
    diagnostics: Arc<Vec<Fault>>,
    unused: Arc<BTreeMap<String, u64>>,
}

/// Values that nothing was made of.
#[derive(Serialize)]
struct Unused<'l> {
    name: &'l str,
    count: u64,
}

/// Days between which something happened.
#[derive(Serialize)]
struct Span {
    first: Day,
    last: Day,
}

/// How many records there are.
#[derive(Serialize)]
struct Counts {
    incidents: usize,
    interventions: usize,
}

/// The zone that a name stands for.
pub(crate) fn zone(name: &str, value: &JsValue) -> Result<Zone, JsValue> {
    let given = text(name, value)?;
    let shown: String = given.chars().filter(|c| !c.is_control()).take(60).collect();
    let unknown =
        || Error::new(codes::DOC_OUT_OF_RANGE, name, format!("`{shown}` is not a time zone"));
    out(Zone::parse(&given).ok_or_else(unknown))
}

/// The bytes of a text or of a `Uint8Array`.
fn content(value: &JsValue) -> Result<Vec<u8>, JsValue> {
    out(argument::document(value).map_err(|error| error.within("bytes")))
}

fn mapping<T>(value: &JsValue, read: impl FnOnce(&[u8]) -> Result<T, Error>) -> Result<T, JsValue> {
    out(Given::of("mapping", value, LOG_MAPPING_FORMAT).and_then(|given| given.read(read)))
}

impl Log {
    fn of(import: Import) -> Result<Log, Error> {
        let Import { parts, refused, diagnostics, unused } = import;
        Ok(Log {
            inner: Arc::new(intervention::Log::new(parts)?),
            refused,
            diagnostics: Arc::new(diagnostics),
            unused: Arc::new(unused),
        })
    }

    fn incidents_of(
        bytes: &[u8],
        mapping: Mapping<intervention::IncidentField>,
        reader: fn(Mapping<intervention::IncidentField>) -> Result<IncidentReader, Error>,
    ) -> Result<Log, Error> {
        let mut reader = reader(mapping)?;
        reader.push(bytes)?;
        Log::of(reader.finish()?)
    }

    /// The records of the core, to be kept.
    pub fn shared(&self) -> &Arc<intervention::Log> {
        &self.inner
    }

    pub(crate) fn inner(&self) -> &intervention::Log {
        &self.inner
    }

    /// The instant of a text: one with an offset, or a day, which counts whole.
    fn instant(&self, name: &str, value: &JsValue) -> Result<i64, JsValue> {
        let given = text(name, value)?;
        match Day::parse(&given) {
            Some(day) => {
                let period = day.add_days(1).and_then(|next| Period::new(day, next));
                let whole = period.map(|period| windows(period, Grain::Whole, self.inner.zone()));
                let end = whole.and_then(|cut| cut.last().map(|(_, end)| *end));
                let outside = || Error::new(codes::DOC_BAD_DATE, name, "outside 1583–9999");
                out(end.ok_or_else(outside))
            }
            None => out(Moment::parse(&given).map_err(|error| error.within(name))).map(|at| at.0),
        }
    }
}

#[wasm_bindgen]
impl Log {
    /// Reads a CSV with one row for each incident. `mapping` says what its columns mean (an object, or a document
    /// of format `entretien/log-mapping` 1.0); of an empty list of columns, those whose names are known, English
    /// or French, are read. A value that cannot be used is told in {@link Log.diagnostics}; only a row without an
    /// id is left out.
    #[wasm_bindgen(js_name = fromIncidents)]
    pub fn from_incidents(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] bytes: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "IncidentMapping | string | Uint8Array")]
        mapping: &JsValue,
    ) -> Result<Log, JsValue> {
        let mapping = self::mapping(mapping, read_incident_mapping)?;
        out(Log::incidents_of(&content(bytes)?, mapping, IncidentReader::new))
    }

    /// Reads the event log of incidents: a row for each change, in order of time, folded into one record each.
    #[wasm_bindgen(js_name = fromEvents)]
    pub fn from_events(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] bytes: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "IncidentMapping | string | Uint8Array")]
        mapping: &JsValue,
    ) -> Result<Log, JsValue> {
        let mapping = self::mapping(mapping, read_incident_mapping)?;
        out(Log::incidents_of(&content(bytes)?, mapping, IncidentReader::of_events))
    }

    /// Reads a CSV with one row for each intervention.
    #[wasm_bindgen(js_name = fromInterventions)]
    pub fn from_interventions(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] bytes: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "WorkMapping | string | Uint8Array")]
        mapping: &JsValue,
    ) -> Result<Log, JsValue> {
        let mapping = self::mapping(mapping, read_work_mapping)?;
        let bytes = content(bytes)?;
        let read = || {
            let mut reader = InterventionReader::new(mapping)?;
            reader.push(&bytes)?;
            Log::of(reader.finish()?)
        };
        out(read())
    }

    /// Reads tickets and their tasks as the REST API of GLPI gives them, from one file or several; times are
    /// local times of `timeZone`.
    #[wasm_bindgen(js_name = fromGlpi)]
    pub fn from_glpi(
        #[wasm_bindgen(
            unchecked_param_type = "Uint8Array | string | readonly (Uint8Array | string)[]"
        )]
        files: &JsValue,
        #[wasm_bindgen(js_name = timeZone, unchecked_param_type = "string")] time_zone: &JsValue,
    ) -> Result<Log, JsValue> {
        let mut reader = GlpiReader::new(zone("timeZone", time_zone)?);
        match files.dyn_ref::<Array>() {
            None => out(reader.push(&content(files)?))?,
            Some(files) => {
                for one in files.iter() {
                    out(reader.push(&content(&one)?).and_then(|()| reader.end_file()))?;
                }
            }
        }
        out(reader.finish().and_then(Log::of))
    }

    /// A log without records, to merge others into.
    pub fn empty(
        #[wasm_bindgen(js_name = timeZone, unchecked_param_type = "string")] time_zone: &JsValue,
    ) -> Result<Log, JsValue> {
        let parts = LogParts::new(zone("timeZone", time_zone)?);
        let (unused, diagnostics) = (BTreeMap::new(), Vec::new());
        out(Log::of(Import { parts, refused: 0, diagnostics, unused }))
    }

    /// This log with the records of another one; both stay as they are. `INT-001` when they share an id.
    pub fn merged(&self, other: &Log) -> Result<Log, JsValue> {
        let mut parts = intervention::Log::clone(&self.inner).into_parts();
        parts.append(intervention::Log::clone(&other.inner).into_parts());
        let mut unused = (*self.unused).clone();
        for (name, count) in other.unused.iter() {
            let sum = unused.entry(name.clone()).or_default();
            *sum = sum.saturating_add(*count);
        }
        let diagnostics =
            self.diagnostics.iter().chain(other.diagnostics.iter()).cloned().collect();
        let refused = self.refused.saturating_add(other.refused);
        out(Log::of(Import { parts, refused, diagnostics, unused }))
    }

    /// Another handle on the same log.
    #[wasm_bindgen(skip_typescript)]
    #[must_use]
    pub fn share(&self) -> Log {
        self.clone()
    }

    /// How many incidents and interventions there are.
    #[wasm_bindgen(getter, unchecked_return_type = "LogCounts")]
    pub fn counts(&self) -> Result<JsValue, JsValue> {
        answer(&Counts {
            incidents: self.inner.incidents().len(),
            interventions: self.inner.interventions().len(),
        })
    }

    /// Zone in which its days and months are counted.
    #[wasm_bindgen(getter, js_name = timeZone)]
    pub fn time_zone(&self) -> String {
        self.inner.zone().name().to_owned()
    }

    /// First and last day on which something happened, in its zone; `null` where nothing has a date.
    #[wasm_bindgen(getter, unchecked_return_type = "LogSpan | null")]
    pub fn span(&self) -> Result<JsValue, JsValue> {
        let incidents = self.inner.incidents().iter().flat_map(|one| {
            [one.opened, one.acknowledged, one.restored, one.resolved, one.closed, one.cancelled]
        });
        let works = self.inner.interventions().iter().flat_map(|work| [work.begun, work.ended]);
        let found = incidents.chain(works).flatten().fold(None, |span: Option<(i64, i64)>, at| {
            Some(span.map_or((at, at), |(first, last)| (first.min(at), last.max(at))))
        });
        let day = |at: i64| LocalInstant::new(at, self.inner.zone()).day();
        answer(&found.map(|(first, last)| Span { first: day(first), last: day(last) }))
    }

    /// Number of rows or objects that were left out: nothing identifies them, or they stand twice.
    #[wasm_bindgen(getter)]
    #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
    pub fn refused(&self) -> f64 {
        self.refused as f64
    }

    /// What was doubtful in the files, in the order found.
    #[wasm_bindgen(getter, unchecked_return_type = "FaultList")]
    pub fn diagnostics(&self) -> Result<JsValue, JsValue> {
        answer(&*self.diagnostics)
    }

    /// Columns and fields of which nothing was made, with the number of their values.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly UnusedColumn[]")]
    pub fn unused(&self) -> Result<JsValue, JsValue> {
        let rows = self.unused.iter().map(|(name, count)| Unused { name, count: *count });
        answer(&rows.collect::<Vec<_>>())
    }

    /// An incident by its id.
    #[wasm_bindgen(unchecked_return_type = "IncidentRow | undefined")]
    pub fn incident(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
    ) -> Result<JsValue, JsValue> {
        match self.inner.incident(&text("id", id)?) {
            Some(incident) => answer(&self.inner.incident_row(incident)),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// An intervention by its id.
    #[wasm_bindgen(unchecked_return_type = "InterventionRow | undefined")]
    pub fn intervention(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
    ) -> Result<JsValue, JsValue> {
        match self.inner.intervention(&text("id", id)?) {
            Some(work) => answer(&self.inner.intervention_row(work)),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// All records as one line of JSON, fields named as in documents.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self.inner.as_ref()).unwrap_or_default()
    }

    /// What is open at an instant, the oldest first, and how many are how old. `asOf` is an instant with its
    /// offset, or a day, which counts whole; `boundsDays` divide the ages (1, 7, 30 and 90 days when left out).
    #[wasm_bindgen(js_name = openList, unchecked_return_type = "OpenList")]
    pub fn open_list(
        &self,
        #[wasm_bindgen(js_name = asOf, unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(js_name = boundsDays, unchecked_optional_param_type = "readonly number[] | null")]
        bounds_days: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let as_of = self.instant("asOf", as_of)?;
        let mut bounds = AGE_DAYS.to_vec();
        if !argument::is_absent(bounds_days) {
            let given = list("boundsDays", bounds_days)?;
            bounds = given
                .iter()
                .enumerate()
                .map(|(place, one)| whole(&format!("boundsDays/{place}"), &one, 1, 1_000_000))
                .collect::<Result<_, _>>()?;
        }
        answer(&open_list(&self.inner, as_of, &bounds))
    }

    /// Incidents that come back: each no more than `withinDays` after the one before it of the same `key` worked
    /// again.
    #[wasm_bindgen(unchecked_return_type = "Repeat[]")]
    pub fn repeats(
        &self,
        #[wasm_bindgen(js_name = asOf, unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(js_name = withinDays, unchecked_param_type = "number")]
        within_days: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "RepeatKey | null")] key: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let as_of = self.instant("asOf", as_of)?;
        let within = whole("withinDays", within_days, 0, 1_000_000)?;
        let key = choice("key", key, RepeatKey::parse, Some(RepeatKey::Asset))?;
        answer(&repeats(&self.inner, as_of, within, key))
    }

    /// The preventive work that must follow each repair within `days`, 14 when left out, and what became of it.
    #[wasm_bindgen(js_name = followUps, unchecked_return_type = "FollowUpSummary")]
    pub fn follow_ups(
        &self,
        #[wasm_bindgen(js_name = asOf, unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number | null")] days: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let as_of = self.instant("asOf", as_of)?;
        let days = if argument::is_absent(days) {
            FOLLOW_UP_DAYS
        } else {
            whole("days", days, 1, 1_000_000)?
        };
        answer(&follow_ups(&self.inner, as_of, days))
    }

    /// Groups with more incidents than chance explains, guarded against the number of groups looked at.
    #[wasm_bindgen(unchecked_return_type = "Problems")]
    pub fn problems(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ProblemRequest")] request: &JsValue,
    ) -> Result<JsValue, JsValue> {
        const KNOWN: [&str; 7] =
            ["asOf", "recentDays", "baseDays", "threshold", "correction", "minCount", "clusters"];
        let fields = Fields::needed_at("", request, &KNOWN)?;
        let mut search = ProblemSearch::new(self.instant("/asOf", &fields.needed("asOf")?)?);
        for (name, slot) in [
            ("recentDays", &mut search.recent_days),
            ("baseDays", &mut search.base_days),
            ("minCount", &mut search.min_count),
        ] {
            let value = fields.value(name);
            if !argument::is_absent(&value) {
                *slot = whole(&fields.at(name), &value, 1, 1_000_000)?;
            }
        }
        search.threshold = fields.number_or("threshold", search.threshold)?;
        search.correction = fields.choice_or("correction", Correction::parse, search.correction)?;
        let clusters = fields.value("clusters");
        if !argument::is_absent(&clusters) {
            let given = list("/clusters", &clusters)?;
            search.clusters = given
                .iter()
                .enumerate()
                .map(|(place, one)| {
                    choice(&format!("/clusters/{place}"), &one, Cluster::parse, None)
                })
                .collect::<Result<_, _>>()?;
        }
        answer(&problems(&self.inner, &search))
    }

    /// The interventions of the days from `start` to the day before `end`, by month, quarter or year and kind.
    #[wasm_bindgen(unchecked_return_type = "Synthesis")]
    pub fn synthesis(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] start: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] end: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "PeriodUnit | null")] unit: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (start, end) = (day("start", start)?, day("end", end)?);
        let unit = choice("unit", unit, PeriodUnit::parse, Some(PeriodUnit::Month))?;
        answer(&synthesis(&self.inner, start, end, unit))
    }
}

/// A plain object of JSON whose names are codes and stay as they are.
pub(crate) fn as_written(value: &impl Serialize) -> Result<JsValue, JsValue> {
    JSON::parse(&serde_json::to_string(value).unwrap_or_default())
}

/// A share or threshold; whether it can be one is for the core to say.
pub(crate) fn share(name: &str, value: &JsValue) -> Result<f64, JsValue> {
    number(name, value)
}
