//! Taking over inventories.

use crate::answer::Answer;
use crate::asset::{Asset, Estate};
use crate::convert::{Date, Files, Items, Progress, literal};
use crate::error::{Fault, compute, faults, try_compute};
use crate::html;
use crate::mapping;
use entretien::inventory::{Consumable, Licence, Relation};
use entretien::takeover::{self as core, Takeover, TakeoverReader};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a set of inventory files gave: assets, doubts about their values, files that gave none.
// The macro that gathers the methods of pyo3 has an alias `Inventory` of its own beside them.
#[pyclass(frozen, name = "Inventory", module = "entretien.inventory")]
#[derive(Debug, Clone)]
pub(crate) struct TakenOver {
    pub(crate) takeover: Arc<Takeover>,
}

#[pymethods]
impl TakenOver {
    /// The assets, by id.
    #[getter]
    fn assets(&self) -> Vec<Asset> {
        Estate::Inventory(Arc::clone(&self.takeover)).rows()
    }

    /// Doubts about values: the asset was kept, the value is unknown.
    #[getter]
    fn diagnostics(&self) -> Vec<Fault> {
        faults(&self.takeover.diagnostics)
    }

    /// Files that gave no asset, with every reason.
    #[getter]
    fn refused(&self) -> Vec<Fault> {
        faults(self.takeover.refused.iter().flat_map(|refusal| &refusal.faults))
    }

    /// Files of another kind, left aside.
    #[getter]
    fn passed_over(&self) -> Vec<Fault> {
        faults(&self.takeover.passed_over)
    }

    /// Serial numbers, UUIDs and ids that stand for more than one record, by kind, then value.
    #[getter]
    fn duplicates(&self) -> Vec<Duplicate> {
        self.takeover.duplicates.iter().map(Duplicate::from).collect()
    }

    /// Things attached to machines that are no assets here, such as `monitors`, by kind.
    #[getter]
    fn attached(&self) -> BTreeMap<String, u64> {
        self.takeover.attached.clone()
    }

    /// Items of the files that nothing is made of, by section; columns of a CSV as `csv:` and name.
    #[getter]
    fn unused(&self) -> BTreeMap<String, u64> {
        self.takeover.unused.clone()
    }

    /// Licences of registers, by id.
    #[getter]
    fn licences(&self) -> Answer<&Vec<Licence>> {
        Answer(&self.takeover.licences)
    }

    /// Consumables of registers, by name.
    #[getter]
    fn consumables(&self) -> Answer<&Vec<Consumable>> {
        Answer(&self.takeover.consumables)
    }

    /// Contracts of registers, by id: drafts for the engagement document.
    #[getter]
    fn contracts(&self) -> Answer<&Vec<core::FoundContract>> {
        Answer(&self.takeover.contracts)
    }

    /// Relations of registers, as they stand there.
    #[getter]
    fn relations(&self) -> Answer<&Vec<core::FoundRelation>> {
        Answer(&self.takeover.relations)
    }

    /// The relations of registers whose two ends are known assets.
    #[getter]
    fn asset_relations(&self) -> Answer<&Vec<Relation>> {
        Answer(&self.takeover.asset_relations)
    }

    /// Names of the sites of registers, by id.
    #[getter]
    fn sites(&self) -> BTreeMap<String, String> {
        self.takeover.sites.clone()
    }

    /// Values that sources do not agree about, by asset, field, values.
    #[getter]
    fn conflicts(&self) -> Answer<&Vec<core::Conflict>> {
        Answer(&self.takeover.conflicts)
    }

    /// What agents found against what registers list; `None` unless there are both.
    #[getter]
    fn reconciliation(&self) -> Answer<Option<&core::Reconciliation>> {
        Answer(self.takeover.reconciliation.as_ref())
    }

    /// The quality of the data, by asset and site; freshness is counted to `as_of`.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    fn quality(&self, py: Python<'_>, as_of: Date) -> PyResult<Answer<core::Quality>> {
        try_compute(py, || Ok(core::quality(&self.takeover, as_of.day("as_of")?))).map(Answer)
    }

    /// What came, went, moved and changed since `before`, taken over on `before_day`; this one is of `day`, and
    /// of a part of the estate where `partial`: what it does not speak of is not gone.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    #[pyo3(signature = (before, before_day, day, partial = false))]
    fn diff(
        &self,
        py: Python<'_>,
        before: &TakenOver,
        before_day: Date,
        day: Date,
        partial: bool,
    ) -> PyResult<Answer<core::TakeoverDiff>> {
        let shot = |inventory: &TakenOver, day| {
            core::TakeoverSnapshot::new(day, inventory.takeover.assets.clone())
        };
        let ask = || {
            let then = shot(before, before_day.day("before_day")?);
            let now = shot(self, day.day("day")?);
            Ok(core::diff(&then, &if partial { now.partial() } else { now }))
        };
        try_compute(py, ask).map(Answer)
    }

    /// Number of files used: neither refused nor passed over.
    #[getter]
    fn files_read(&self) -> usize {
        self.takeover.files_read
    }

    fn __len__(&self) -> usize {
        self.takeover.assets.len()
    }

    fn __repr__(&self) -> String {
        let Takeover { assets, diagnostics, refused, files_read, .. } = &*self.takeover;
        format!(
            "<Inventory: {} assets of {files_read} files, {} refused, {} diagnostics>",
            assets.len(),
            refused.len(),
            diagnostics.len()
        )
    }

    fn _repr_html_(&self) -> String {
        html::assets(&self.__repr__().replace(['<', '>'], ""), &self.takeover.assets)
    }
}

/// One identity that more than one record carries.
#[pyclass(frozen, get_all, module = "entretien.inventory")]
#[derive(Debug)]
pub(crate) struct Duplicate {
    /// Kind of identity: `serial`, `uuid` or `id`.
    kind: &'static str,
    /// Its value.
    value: String,
    /// Ids of the assets that carry it: one when the records were merged.
    assets: Vec<String>,
    /// Whether the records became one asset.
    merged: bool,
    /// Names of the files that it comes from, sorted.
    sources: Vec<String>,
}

impl From<&core::Duplicate> for Duplicate {
    fn from(duplicate: &core::Duplicate) -> Self {
        Duplicate {
            kind: match duplicate.kind {
                core::DuplicateKind::Serial => "serial",
                core::DuplicateKind::Uuid => "uuid",
                core::DuplicateKind::Id => "id",
            },
            value: duplicate.value.clone(),
            assets: duplicate.assets.iter().map(ToString::to_string).collect(),
            merged: duplicate.merged,
            sources: duplicate.sources.clone(),
        }
    }
}

#[pymethods]
impl Duplicate {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let value = literal(py, &self.value)?;
        let merged = if self.merged { "merged" } else { "not merged" };
        Ok(format!("<Duplicate {} {value}: {}, {merged}>", self.kind, self.assets.join(", ")))
    }
}

/// Reads `files`, pairs of name and bytes, one at a time; `progress` hears how many of `total` are done.
#[pyfunction]
#[pyo3(signature = (files, total, progress = None))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn take_over(
    py: Python<'_>,
    files: Files<'_>,
    total: usize,
    progress: Option<Progress<'_>>,
) -> PyResult<TakenOver> {
    let mut reader = TakeoverReader::new();
    for (index, file) in files.0.try_iter()?.enumerate() {
        let (name, bytes): (PyBackedStr, PyBackedBytes) = file?.extract()?;
        compute(py, || reader.read(&name, &bytes))?;
        py.check_signals()?;
        if let Some(Progress(progress)) = &progress {
            progress.call1((index + 1, total))?;
        }
    }
    let takeover = compute(py, || reader.finish())?;
    Ok(TakenOver { takeover: Arc::new(takeover) })
}

/// Reads `files`, CSV whose columns a mapping explains, and `others`, which say themselves what they are.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn take_over_mapped(
    py: Python<'_>,
    files: Files<'_>,
    others: Files<'_>,
    columns: Items<(String, String)>,
    values: Items<(String, String, String)>,
    tags: Items<String>,
    options: BTreeMap<String, String>,
) -> PyResult<TakenOver> {
    let mapping = mapping::read(&columns.0, &values.0, &tags.0, &options)?;
    let mut reader = TakeoverReader::new();
    for file in files.0.try_iter()? {
        let (name, bytes): (PyBackedStr, PyBackedBytes) = file?.extract()?;
        try_compute(py, || reader.read_mapped(&name, &bytes, &mapping))?;
        py.check_signals()?;
    }
    for file in others.0.try_iter()? {
        let (name, bytes): (PyBackedStr, PyBackedBytes) = file?.extract()?;
        compute(py, || reader.read(&name, &bytes))?;
        py.check_signals()?;
    }
    let takeover = compute(py, || reader.finish())?;
    Ok(TakenOver { takeover: Arc::new(takeover) })
}
