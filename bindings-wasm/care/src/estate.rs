//! The estate: inventories, an engagement, and what is asked of both.

use crate::answer::{answer, answered};
use crate::audit::Audit;
use crate::catalogue::SupportCatalogue;
use crate::mapping::mapping;
use crate::renewals::{Renewals, years_of};
use crate::report::CareReport;
use crate::{argument, date, day, out, text};
use entretien::document::{read_engagement, shipped_engagement};
use entretien::engagement::Engagement;
use entretien::error::Error;
use entretien::takeover::{Takeover, TakeoverReader};
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Reads the files of inventories and registers one at a time, as `InventoryReader` of the main module:
/// objects do not cross from one module to the other.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct CareReader(TakeoverReader);

#[wasm_bindgen]
impl CareReader {
    /// A reader that has read nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> CareReader {
        CareReader::default()
    }

    /// Reads one file; `name` is what faults call it.
    pub fn read(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
    ) -> Result<(), JsValue> {
        let (name, bytes) = (text("name", name)?, out(argument::bytes("bytes", bytes))?);
        self.0.read(&name, &bytes);
        Ok(())
    }

    /// Reads one CSV of which `mapping` says what its columns mean.
    #[wasm_bindgen(js_name = readMapped)]
    pub fn read_mapped(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Mapping")] mapping: &JsValue,
    ) -> Result<(), JsValue> {
        let (name, bytes) = (text("name", name)?, out(argument::bytes("bytes", bytes))?);
        let mapping = out(self::mapping(mapping))?;
        out(self.0.read_mapped(&name, &bytes, &mapping))
    }

    /// Ends the reading with an engagement document (format `entretien/engagement` 1.0) and, if there is one,
    /// a catalogue of support cycles. The reader cannot be used afterwards.
    pub fn finish(
        self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] engagement: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SupportCatalogue | null")]
        catalogue: &JsValue,
    ) -> Result<Care, JsValue> {
        let bytes = out(argument::document(engagement))?;
        let catalogue = SupportCatalogue::given(catalogue)?;
        out(Care::of(|takeover| read_engagement(&bytes, takeover), &self.0.finish(), catalogue))
    }

    /// Ends the reading without a document: the shipped tasks and rules on every asset found, counted from the
    /// day `begin`. The reader cannot be used afterwards.
    #[wasm_bindgen(js_name = finishShipped)]
    pub fn finish_shipped(
        self,
        #[wasm_bindgen(unchecked_param_type = "string")] begin: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SupportCatalogue | null")]
        catalogue: &JsValue,
    ) -> Result<Care, JsValue> {
        let begin = day("begin", begin)?;
        let catalogue = SupportCatalogue::given(catalogue)?;
        out(Care::of(|takeover| shipped_engagement(takeover, begin), &self.0.finish(), catalogue))
    }
}

/// What becomes of an estate: what runs on it and until when that is supported, what must be renewed when and
/// for how much, and what an audit finds.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Care {
    engagement: Arc<Engagement>,
}

impl Care {
    fn of(
        read: impl FnOnce(&Takeover) -> Result<Engagement, Error>,
        takeover: &Takeover,
        catalogue: Option<SupportCatalogue>,
    ) -> Result<Care, Error> {
        let mut engagement = read(takeover)?;
        if let Some(catalogue) = catalogue {
            engagement = engagement.with_catalogue(catalogue.inner().clone(), Vec::new())?;
        }
        Ok(Care { engagement: Arc::new(engagement) })
    }
}

/// The name and bytes of a file.
fn file(value: &JsValue) -> Result<(String, Vec<u8>), JsValue> {
    let Some(pair) = value.dyn_ref::<js_sys::Array>() else {
        return out(Err(argument::mismatch("files", "a pair of name and Uint8Array", value)));
    };
    Ok((text("files", &pair.get(0))?, out(argument::bytes("files", &pair.get(1)))?))
}

#[wasm_bindgen]
impl Care {
    /// Reads an engagement document (format `entretien/engagement` 1.0), strictly, with the files of
    /// inventories, each a pair of name and bytes, and a catalogue of support cycles, if there are any.
    ///
    /// Throws an `EntretienError` with every fault of the document.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] text: &JsValue,
        #[wasm_bindgen(
            unchecked_optional_param_type = "readonly (readonly [name: string, bytes: Uint8Array])[] | null"
        )]
        files: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SupportCatalogue | null")]
        catalogue: &JsValue,
    ) -> Result<Care, JsValue> {
        let mut reader = CareReader::default();
        if !argument::is_absent(files) {
            let Some(list) = files.dyn_ref::<js_sys::Array>() else {
                return out(Err(argument::mismatch("files", "an array of files", files)));
            };
            for one in list.iter() {
                let (name, bytes) = file(&one)?;
                reader.0.read(&name, &bytes);
            }
        }
        reader.finish(text, catalogue)
    }

    /// Files that gave no asset, with the reason.
    #[wasm_bindgen(getter, unchecked_return_type = "FaultList")]
    pub fn refused(&self) -> Result<JsValue, JsValue> {
        answer(&self.engagement.refused())
    }

    /// Doubts about values that were taken over.
    #[wasm_bindgen(getter, unchecked_return_type = "FaultList")]
    pub fn diagnostics(&self) -> Result<JsValue, JsValue> {
        answer(&self.engagement.diagnostics())
    }

    /// What the document declares against what the inventories found; empty without inventories.
    #[wasm_bindgen(getter, unchecked_return_type = "Comparison")]
    pub fn comparison(&self) -> Result<JsValue, JsValue> {
        answer(self.engagement.comparison())
    }

    /// What runs on every asset that is not retired, and until when it is supported; `null` without a
    /// catalogue. Packages of a distribution are counted, not listed.
    #[wasm_bindgen(unchecked_return_type = "SupportSurvey | null")]
    pub fn support(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answered(self.engagement.support(date("asOf", as_of)?))
    }

    /// Dates every renewal and update, as known on `asOf`.
    pub fn renewals(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<Renewals, JsValue> {
        let found = out(self.engagement.renewals(date("asOf", as_of)?))?;
        Ok(Renewals::new(Arc::clone(&self.engagement), found))
    }

    /// Audits the estate as of a day, by the rules of the document, else by the shipped ones.
    pub fn audit(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<Audit, JsValue> {
        out(self.engagement.audit(date("asOf", as_of)?)).map(Audit::new)
    }

    /// Renewals, the forecast of `years` years, budget, books and audit as a page, a calendar and tables.
    pub fn report(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] years: &JsValue,
    ) -> Result<CareReport, JsValue> {
        let (as_of, years) = (date("asOf", as_of)?, years_of(years)?);
        out(self.engagement.care_report(as_of, years)).map(CareReport::new)
    }

    /// On which assets the provider can work from afar on `day`, as contracts are known on `asOf`, and who
    /// must provide what is missing.
    #[wasm_bindgen(js_name = remoteAccess, unchecked_return_type = "AccessReport")]
    pub fn remote_access(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] as_of: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answered(self.engagement.remote_access(date("day", day)?, date("asOf", as_of)?))
    }
}
