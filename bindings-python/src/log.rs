//! Logs of incidents and interventions.

use crate::answer::Answer;
use crate::convert::{Date, Document, Items, Progress};
use crate::error::{Fault, compute, faults, raise, try_compute};
use crate::kpi::code;
use crate::log_read::{Bytes, Mapping, Pieces, incident_mapping, work_mapping, zone};
use crate::recurrence::moment::Instant;
use entretien::error as errors;
use entretien::intervention as core;
use entretien::intervention::follow;
use pyo3::prelude::*;
use pyo3::types::PyType;
use std::collections::BTreeMap;
use std::sync::Arc;

code! {
    /// What two incidents have in common.
    RepeatKey(follow::RepeatKey) "key" "RepeatKey"
}
code! {
    /// By what incidents are grouped.
    Cluster(follow::Cluster) "clusters" "Cluster"
}
code! {
    /// How the number of groups is taken into account.
    Correction(follow::Correction) "correction" "Correction"
}
code! {
    /// Length of a period.
    PeriodUnit(follow::PeriodUnit) "unit" "PeriodUnit"
}

const ASSET: RepeatKey = RepeatKey(follow::RepeatKey::Asset);
const HOLM: Correction = Correction(follow::Correction::Holm);
const MONTH: PeriodUnit = PeriodUnit(follow::PeriodUnit::Month);

/// Incidents and interventions, checked: what failed, what was done, and what is still to follow up.
///
/// Questions are as of any instant: what happens after it is not known.
#[pyclass(frozen, module = "entretien.intervention")]
#[derive(Debug, Clone)]
pub(crate) struct Log {
    core: Arc<core::Log>,
    diagnostics: Arc<Vec<errors::Fault>>,
    unused: BTreeMap<String, u64>,
    refused: u64,
}

impl Log {
    pub(crate) fn shared(&self) -> &Arc<core::Log> {
        &self.core
    }

    pub(crate) fn core(&self) -> &core::Log {
        &self.core
    }

    fn of(py: Python<'_>, import: core::Import) -> PyResult<Log> {
        let core::Import { parts, refused, diagnostics, unused } = import;
        let core = Arc::new(try_compute(py, || core::Log::new(parts))?);
        Ok(Log { core, diagnostics: Arc::new(diagnostics), unused, refused })
    }
}

#[pymethods]
impl Log {
    /// Reads an event log, CSV with a row for each change of an incident, such as that of ServiceNow; the rows of an
    /// incident are folded into one record.
    ///
    /// `mapping` says what columns mean, a document of format `entretien/log-mapping`; `format`, `format_version` and
    /// `time_zone` may be left out of it. `time_zone` is that of times that state no offset. `progress` is called
    /// with how many bytes are read, and of how many.
    ///
    /// Raises `entretien.Error`: `INT-010`, `INT-031`, `INT-032`, `TAK-054`, `TAK-060`, `TAK-063`, `TAK-064`,
    /// `CAL-005` no such zone, and every fault of the mapping.
    #[classmethod]
    #[pyo3(signature = (data, time_zone = "Europe/Paris", mapping = None, progress = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_events(
        cls: &Bound<'_, PyType>,
        data: Bytes,
        time_zone: &str,
        mapping: Option<Mapping>,
        progress: Option<Progress<'_>>,
    ) -> PyResult<Self> {
        let py = cls.py();
        let mapping = incident_mapping(py, time_zone, mapping)?;
        let mut reader = try_compute(py, || core::IncidentReader::of_events(mapping))?;
        Pieces::new(data.bytes(), progress).each(py, |piece| reader.push(piece))?;
        Self::of(py, try_compute(py, || reader.finish())?)
    }

    /// Reads incidents, CSV with a row for each; arguments as `from_events`.
    ///
    /// Raises `entretien.Error`: as `from_events`.
    #[classmethod]
    #[pyo3(signature = (data, time_zone = "Europe/Paris", mapping = None, progress = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_incidents(
        cls: &Bound<'_, PyType>,
        data: Bytes,
        time_zone: &str,
        mapping: Option<Mapping>,
        progress: Option<Progress<'_>>,
    ) -> PyResult<Self> {
        let py = cls.py();
        let mapping = incident_mapping(py, time_zone, mapping)?;
        let mut reader = try_compute(py, || core::IncidentReader::new(mapping))?;
        Pieces::new(data.bytes(), progress).each(py, |piece| reader.push(piece))?;
        Self::of(py, try_compute(py, || reader.finish())?)
    }

    /// Reads interventions, CSV with a row for each; arguments as `from_events`.
    ///
    /// Raises `entretien.Error`: as `from_events`.
    #[classmethod]
    #[pyo3(signature = (data, time_zone = "Europe/Paris", mapping = None, progress = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_interventions(
        cls: &Bound<'_, PyType>,
        data: Bytes,
        time_zone: &str,
        mapping: Option<Mapping>,
        progress: Option<Progress<'_>>,
    ) -> PyResult<Self> {
        let py = cls.py();
        let mapping = work_mapping(py, time_zone, mapping)?;
        let mut reader = try_compute(py, || core::InterventionReader::new(mapping))?;
        Pieces::new(data.bytes(), progress).each(py, |piece| reader.push(piece))?;
        Self::of(py, try_compute(py, || reader.finish())?)
    }

    /// Reads tickets and tasks of GLPI, files of JSON objects.
    ///
    /// Raises `entretien.Error`: `INT-010`, `INT-033`, `INT-034`, `CAL-005` no such zone.
    #[classmethod]
    #[pyo3(signature = (files, time_zone = "Europe/Paris"))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_glpi(
        cls: &Bound<'_, PyType>,
        files: Items<Document>,
        time_zone: &str,
    ) -> PyResult<Self> {
        let py = cls.py();
        let mut reader = core::GlpiReader::new(zone(py, time_zone)?);
        for file in &files.0 {
            Pieces::new(file.bytes(), None).each(py, |piece| reader.push(piece))?;
            try_compute(py, || reader.end_file())?;
        }
        Self::of(py, try_compute(py, || reader.finish())?)
    }

    /// The records of several logs; days count in the zone of the first.
    ///
    /// Raises `entretien.Error`: `INT-001` an id that stands in two of them · `INT-010`; `ValueError` without a log.
    #[classmethod]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn merged(cls: &Bound<'_, PyType>, logs: Items<PyRef<'_, Log>>) -> PyResult<Self> {
        let mut logs = logs.0.iter().map(|log| (**log).clone());
        let none = || pyo3::exceptions::PyValueError::new_err("no log to merge");
        let mut first = logs.next().ok_or_else(none)?;
        let mut parts = (*first.core).clone().into_parts();
        for other in logs {
            parts.append((*other.core).clone().into_parts());
            Arc::make_mut(&mut first.diagnostics).extend(other.diagnostics.iter().cloned());
            for (name, count) in other.unused {
                *first.unused.entry(name).or_insert(0) += count;
            }
            first.refused += other.refused;
        }
        let core = try_compute(cls.py(), || core::Log::new(parts))?;
        Ok(Log { core: Arc::new(core), ..first })
    }

    /// The incidents, by id: what is known of each.
    #[getter]
    fn incidents(&self) -> Answer<Vec<core::IncidentRow<'_>>> {
        Answer(self.core.incidents().iter().map(|one| self.core.incident_row(one)).collect())
    }

    /// The interventions, by id: what is known of each.
    #[getter]
    fn interventions(&self) -> Answer<Vec<core::InterventionRow<'_>>> {
        let works = self.core.interventions().iter();
        Answer(works.map(|work| self.core.intervention_row(work)).collect())
    }

    /// The incident of an id.
    fn incident(&self, id: &str) -> Answer<Option<core::IncidentRow<'_>>> {
        Answer(self.core.incident(id).map(|one| self.core.incident_row(one)))
    }

    /// The intervention of an id.
    fn intervention(&self, id: &str) -> Answer<Option<core::InterventionRow<'_>>> {
        Answer(self.core.intervention(id).map(|work| self.core.intervention_row(work)))
    }

    /// Number of incidents.
    #[getter]
    fn incident_count(&self) -> usize {
        self.core.incidents().len()
    }

    /// Number of interventions.
    #[getter]
    fn intervention_count(&self) -> usize {
        self.core.interventions().len()
    }

    /// What was doubtful in the files, in the order found.
    #[getter]
    fn diagnostics(&self) -> Vec<Fault> {
        faults(self.diagnostics.iter())
    }

    /// Columns and fields that nothing was made of, each with the number of its values.
    #[getter]
    fn unused(&self) -> BTreeMap<String, u64> {
        self.unused.clone()
    }

    /// Number of rows or objects that were left out: nothing identifies them, or they stand twice.
    #[getter]
    fn refused(&self) -> u64 {
        self.refused
    }

    /// Zone in which days and months are counted.
    #[getter]
    fn time_zone(&self) -> &str {
        self.core.zone().name()
    }

    /// The incidents that are open at `as_of`, the oldest first, and how many are how old.
    #[pyo3(signature = (as_of, bounds_days = Items(follow::AGE_DAYS.to_vec())))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn open_list(
        &self,
        py: Python<'_>,
        as_of: Instant,
        bounds_days: Items<u32>,
    ) -> PyResult<Answer<follow::OpenList<'_>>> {
        compute(py, || follow::open_list(&self.core, as_of.0, &bounds_days.0)).map(Answer)
    }

    /// Incidents reported by `as_of`, each no more than `within_days` after the one before it of the same key.
    #[pyo3(signature = (as_of, within_days = 30, key = ASSET))]
    fn repeats(
        &self,
        py: Python<'_>,
        as_of: Instant,
        within_days: u32,
        key: RepeatKey,
    ) -> PyResult<Answer<Vec<follow::Repeat<'_>>>> {
        compute(py, || follow::repeats(&self.core, as_of.0, within_days, key.0)).map(Answer)
    }

    /// The preventive work that must follow each repair done by `as_of` within `days`, and what became of it.
    #[pyo3(signature = (as_of, days = follow::FOLLOW_UP_DAYS))]
    fn follow_ups(
        &self,
        py: Python<'_>,
        as_of: Instant,
        days: u32,
    ) -> PyResult<Answer<follow::FollowUpSummary<'_>>> {
        compute(py, || follow::follow_ups(&self.core, as_of.0, days)).map(Answer)
    }

    /// Groups with more incidents in the last days than chance explains; by default by asset, category on an asset
    /// and category at a site.
    #[pyo3(signature = (
        as_of, recent_days = 30, base_days = 365, threshold = 0.01, correction = HOLM, min_count = 3,
        clusters = None
    ))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
    fn problems(
        &self,
        py: Python<'_>,
        as_of: Instant,
        recent_days: u32,
        base_days: u32,
        threshold: f64,
        correction: Correction,
        min_count: u32,
        clusters: Option<Items<Cluster>>,
    ) -> PyResult<Answer<follow::Problems<'_>>> {
        let usual = follow::ProblemSearch::new(as_of.0);
        let clusters = clusters.map(|all| all.0.iter().map(|one| one.0).collect());
        let search = follow::ProblemSearch {
            recent_days,
            base_days,
            threshold,
            correction: correction.0,
            min_count,
            clusters: clusters.unwrap_or(usual.clusters),
            ..usual
        };
        compute(py, || follow::problems(&self.core, &search)).map(Answer)
    }

    /// The interventions from `start` to the day before `end`, by period and kind.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    #[pyo3(signature = (start, end, unit = MONTH))]
    fn synthesis(
        &self,
        py: Python<'_>,
        start: Date,
        end: Date,
        unit: PeriodUnit,
    ) -> PyResult<Answer<follow::Synthesis>> {
        let days = start.day("start").and_then(|start| Ok((start, end.day("end")?)));
        let (start, end) = days.map_err(|error| raise(py, &error))?;
        compute(py, || follow::synthesis(&self.core, start, end, unit.0)).map(Answer)
    }

    /// All of it as JSON: the bytes that every other binding gives.
    fn to_json(&self) -> PyResult<String> {
        crate::care::json(&*self.core)
    }

    fn __repr__(&self) -> String {
        format!(
            "<Log: {} incidents, {} interventions, {} refused, {} diagnostics>",
            self.core.incidents().len(),
            self.core.interventions().len(),
            self.refused,
            self.diagnostics.len()
        )
    }
}
