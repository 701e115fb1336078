//! Taking over inventories.

use crate::answer::answer;
use crate::argument;
use crate::failure::{conversion, throw};
use crate::mapping::mapping;
use crate::types::{AssetList, CountList, DuplicateList, FaultList};
use crate::types::{assets_of, counts_of, duplicates_of, faults_of};
use entretien::takeover::{Takeover, TakeoverReader};
use std::sync::Arc;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;
use wasm_bindgen::convert::TryFromJsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads inventory files one at a time: GLPI inventories (JSON) and CSV files of declared facts.
///
/// Imports are tolerant: a file that gives no asset is listed in {@link Inventory.refused}, a value that
/// cannot be used in {@link Inventory.diagnostics}; nothing is dropped without a word.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct InventoryReader(TakeoverReader);

#[wasm_bindgen]
impl InventoryReader {
    /// A reader that has read nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> InventoryReader {
        InventoryReader::default()
    }

    /// Reads one file; `name` is what faults call it.
    pub fn read(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
    ) -> Result<(), JsValue> {
        let name = argument::text("name", name).map_err(|error| throw(&error))?;
        let bytes = argument::bytes("bytes", bytes).map_err(|error| throw(&error))?;
        self.0.read(&name, &bytes);
        Ok(())
    }

    /// Reads one CSV of which `mapping` says what its columns mean. `TAK-061` for a mapping that cannot be used; what
    /// is wrong in the file is told as for every other file.
    #[wasm_bindgen(js_name = readMapped)]
    pub fn read_mapped(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Mapping")] mapping: &JsValue,
    ) -> Result<(), JsValue> {
        let read = argument::text("name", name).and_then(|name| {
            let bytes = argument::bytes("bytes", bytes)?;
            self.0.read_mapped(&name, &bytes, &self::mapping(mapping)?)
        });
        read.map_err(|error| throw(&error))
    }

    /// Ends the reading. The reader cannot be used afterwards.
    pub fn finish(self) -> Inventory {
        Inventory(Arc::new(self.0.finish()))
    }
}

/// What was found in inventory files.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Inventory(Arc<Takeover>);

#[wasm_bindgen]
impl Inventory {
    /// Number of files used: neither refused nor passed over.
    #[wasm_bindgen(getter, js_name = filesRead)]
    pub fn files_read(&self) -> f64 {
        u32::try_from(self.0.files_read).map_or(f64::INFINITY, f64::from)
    }

    /// The assets found, in `lang` (`en` when left out).
    pub fn assets(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<Ts<AssetList>, JsValue> {
        let lang = argument::lang(lang).map_err(|error| throw(&error))?;
        assets_of(&self.0.assets, lang).into_ts().map_err(conversion)
    }

    /// Files that gave no asset, with the reason.
    #[wasm_bindgen(getter)]
    pub fn refused(&self) -> Result<Ts<FaultList>, JsValue> {
        let refused = self.0.refused.iter().flat_map(|refusal| &refusal.faults);
        faults_of(refused.chain(&self.0.passed_over)).into_ts().map_err(conversion)
    }

    /// Doubts about values that were taken over.
    #[wasm_bindgen(getter)]
    pub fn diagnostics(&self) -> Result<Ts<FaultList>, JsValue> {
        faults_of(&self.0.diagnostics).into_ts().map_err(conversion)
    }

    /// Serial numbers, UUIDs and ids that stand for more than one record.
    #[wasm_bindgen(getter)]
    pub fn duplicates(&self) -> Result<Ts<DuplicateList>, JsValue> {
        duplicates_of(&self.0.duplicates).into_ts().map_err(conversion)
    }

    /// Things attached to machines that are no assets here, by kind (`monitors`, `printers` …).
    #[wasm_bindgen(getter)]
    pub fn attached(&self) -> Result<Ts<CountList>, JsValue> {
        counts_of(&self.0.attached).into_ts().map_err(conversion)
    }

    /// Items of the files that nothing is made of, by section; columns of a CSV as `csv:` and their name.
    #[wasm_bindgen(getter)]
    pub fn unused(&self) -> Result<Ts<CountList>, JsValue> {
        counts_of(&self.0.unused).into_ts().map_err(conversion)
    }

    /// Values that sources do not agree about, by asset, field, values; the file is empty for the document.
    #[wasm_bindgen(getter, unchecked_return_type = "Conflict[]")]
    pub fn conflicts(&self) -> Result<JsValue, JsValue> {
        answer(&self.0.conflicts)
    }

    /// Licences of registers, by id.
    #[wasm_bindgen(getter, unchecked_return_type = "Licence[]")]
    pub fn licences(&self) -> Result<JsValue, JsValue> {
        answer(&self.0.licences)
    }

    /// What agents found against what registers list; `null` unless there are both.
    #[wasm_bindgen(getter, unchecked_return_type = "Reconciliation | null")]
    pub fn reconciliation(&self) -> Result<JsValue, JsValue> {
        answer(&self.0.reconciliation)
    }

    /// Another handle on the same inventory.
    #[wasm_bindgen(skip_typescript)]
    #[must_use]
    pub fn share(&self) -> Inventory {
        Inventory(Arc::clone(&self.0))
    }

    pub(crate) fn takeover(&self) -> &Takeover {
        &self.0
    }

    /// The inventory behind a JavaScript value, which keeps it; `None` when it was left out.
    pub(crate) fn of(value: &JsValue) -> Result<Option<Inventory>, JsValue> {
        if argument::is_absent(value) {
            return Ok(None);
        }
        let refuse = || throw(&argument::mismatch("inventory", "an Inventory", value));
        let share =
            js_sys::Reflect::get(value, &JsValue::from_str("share")).map_err(|_| refuse())?;
        let share: js_sys::Function =
            wasm_bindgen::JsCast::dyn_into(share).map_err(|_| refuse())?;
        let handle = share.call0(value)?;
        Inventory::try_from_js_value(handle).map(Some).map_err(|_| refuse())
    }
}
