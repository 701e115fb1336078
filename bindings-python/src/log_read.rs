//! How logs are read: bytes in pieces, and what their columns mean.

use crate::convert::{Document, Fields, Progress};
use crate::error::{raise, try_compute};
use entretien::document::{
    FORMAT_VERSION, LOG_MAPPING_FORMAT, read_incident_mapping, read_work_mapping,
};
use entretien::error::{Error, codes};
use entretien::intervention as core;
use entretien::time::Zone;
use pyo3::buffer::PyBuffer;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping};
use pyo3::{type_hint_identifier, type_hint_union};

/// Bytes read between two looks at signals, and two calls of `progress`.
const PIECE_BYTES: usize = 4 << 20;

/// Bytes, or anything with the buffer protocol, of which a copy is made.
#[derive(Debug)]
pub(crate) enum Bytes {
    Given(Document),
    Copied(Vec<u8>),
}

impl Bytes {
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Bytes::Given(document) => document.bytes(),
            Bytes::Copied(bytes) => bytes,
        }
    }
}

impl FromPyObject<'_, '_> for Bytes {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        Document::INPUT_TYPE,
        type_hint_identifier!("entretien._types", "BytesLike")
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if let Ok(document) = object.extract() {
            return Ok(Bytes::Given(document));
        }
        let buffer = PyBuffer::<u8>::get(&object)
            .map_err(|_| PyTypeError::new_err("expected bytes, or a buffer of bytes"))?;
        buffer.to_vec(object.py()).map(Bytes::Copied)
    }
}

/// What columns mean: a document as text or bytes, or its values.
#[derive(Debug)]
pub(crate) enum Mapping {
    Text(Document),
    Values(Py<PyDict>),
}

impl FromPyObject<'_, '_> for Mapping {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(Document::INPUT_TYPE, <Fields<'_> as FromPyObject<'_, '_>>::INPUT_TYPE);

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let Ok(values) = object.cast::<PyMapping>() else {
            return object.extract().map(Mapping::Text);
        };
        let copy = PyDict::new(object.py());
        copy.update(&values)?;
        Ok(Mapping::Values(copy.unbind()))
    }
}

impl Mapping {
    /// The document; what values leave out of its head is filled in.
    fn document(self, py: Python<'_>, time_zone: &str) -> PyResult<Document> {
        let values = match self {
            Mapping::Text(document) => return Ok(document),
            Mapping::Values(values) => values.into_bound(py),
        };
        let head = [
            ("format", LOG_MAPPING_FORMAT),
            ("format_version", FORMAT_VERSION),
            ("time_zone", time_zone),
        ];
        for (name, value) in head {
            if !values.contains(name)? {
                values.set_item(name, value)?;
            }
        }
        Document::of_values(values.into_any())
    }
}

/// The zone of a name.
pub(crate) fn zone(py: Python<'_>, name: &str) -> PyResult<Zone> {
    Zone::parse(name).ok_or_else(|| {
        let message = format!("{name:?} is not a zone of the IANA data");
        raise(py, &Error::new(codes::CAL_UNKNOWN_ZONE, "", message))
    })
}

/// What the columns of incidents mean.
pub(crate) fn incident_mapping(
    py: Python<'_>,
    time_zone: &str,
    mapping: Option<Mapping>,
) -> PyResult<core::Mapping<core::IncidentField>> {
    let zone = zone(py, time_zone)?;
    let Some(mapping) = mapping else { return Ok(core::Mapping::new(zone)) };
    let document = mapping.document(py, time_zone)?;
    try_compute(py, || read_incident_mapping(document.bytes()))
}

/// What the columns of interventions mean.
pub(crate) fn work_mapping(
    py: Python<'_>,
    time_zone: &str,
    mapping: Option<Mapping>,
) -> PyResult<core::Mapping<core::WorkField>> {
    let zone = zone(py, time_zone)?;
    let Some(mapping) = mapping else { return Ok(core::Mapping::new(zone)) };
    let document = mapping.document(py, time_zone)?;
    try_compute(py, || read_work_mapping(document.bytes()))
}

/// A file in pieces.
#[derive(Debug)]
pub(crate) struct Pieces<'b, 'py> {
    bytes: &'b [u8],
    progress: Option<Progress<'py>>,
}

impl<'b, 'py> Pieces<'b, 'py> {
    pub(crate) fn new(bytes: &'b [u8], progress: Option<Progress<'py>>) -> Self {
        Pieces { bytes, progress }
    }

    /// Hands on each piece with the GIL released; between two, signals and `progress` are heard.
    pub(crate) fn each(
        self,
        py: Python<'_>,
        mut push: impl FnMut(&[u8]) -> Result<(), Error> + Send,
    ) -> PyResult<()> {
        let mut done = 0;
        for piece in self.bytes.chunks(PIECE_BYTES) {
            try_compute(py, || push(piece))?;
            done += piece.len();
            py.check_signals()?;
            if let Some(Progress(progress)) = &self.progress {
                progress.call1((done, self.bytes.len()))?;
            }
        }
        Ok(())
    }
}
