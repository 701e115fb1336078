//! Taking over inventories.

use crate::asset::{Asset, Estate};
use crate::convert::{Files, Progress, literal};
use crate::error::{Fault, compute, faults};
use crate::html;
use entretien::takeover::{self as core, Takeover, TakeoverReader};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a set of inventory files gave: assets, doubts about their values, files that gave none.
#[pyclass(frozen, module = "entretien.inventory")]
#[derive(Debug, Clone)]
pub(crate) struct Inventory {
    pub(crate) takeover: Arc<Takeover>,
}

#[pymethods]
impl Inventory {
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
) -> PyResult<Inventory> {
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
    Ok(Inventory { takeover: Arc::new(takeover) })
}
