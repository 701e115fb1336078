//! Fleets: many rules and anchors at once, as columns.

use crate::argument::{self, mismatch};
use crate::moment;
use crate::out;
use crate::set::append;
use entretien::error::{Error, Fault, Faults, codes};
use entretien::recurrence::{self as core, Civil, Columns, Policies, Program, Start, Window};
use js_sys::{Array, Float64Array, Object, Reflect, Uint32Array};
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Values that are converted and copied out at once: they stay in the cache of a core.
const BLOCK_VALUES: usize = 16_384;
/// How many times larger than the last one a block may be.
const BLOCK_GROWTH: usize = 8;

/// Many pairs of a rule and a start, read once, to be expanded window after window.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct Fleet {
    programs: Vec<Program>,
    rows: Vec<(u32, Start)>,
    policies: Policies,
}

#[wasm_bindgen]
impl Fleet {
    /// Reads the pairs: each distinct rule once.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "readonly Pair[]")] pairs: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Policies")] policies: &JsValue,
    ) -> Result<Fleet, JsValue> {
        out(Fleet::read(pairs, policies))
    }

    /// Number of pairs.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> f64 {
        u32::try_from(self.rows.len()).map_or(f64::INFINITY, f64::from)
    }

    /// Number of instances of all pairs from `from` to before `to`.
    #[wasm_bindgen(js_name = countBetween)]
    pub fn count_between(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<f64, JsValue> {
        let window = out(window(from, to, self.policies))?;
        #[expect(clippy::cast_precision_loss, reason = "at most 2³² rows of 2³⁸ seconds, rounded")]
        out(self.count(window)).map(|count| count as f64)
    }

    /// The instances of all pairs from `from` to before `to`, pair after pair.
    ///
    /// Bounds without offset or zone are read in UTC (wall time for pairs without zone); everything
    /// where they are left out.
    #[wasm_bindgen(unchecked_return_type = "Columns")]
    pub fn expand(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<Object, JsValue> {
        let (values, offsets) = out(self.columns(from, to))?;
        let object = Object::new();
        Reflect::set(&object, &JsValue::from_str("values"), &values)?;
        Reflect::set(&object, &JsValue::from_str("offsets"), &offsets)?;
        Ok(object)
    }

    /// As {@link Fleet.expand}, into arrays that are there already: `values` as long as there are
    /// instances or longer, `offsets` one longer than there are pairs. Gives the number of instances.
    #[wasm_bindgen(js_name = expandInto)]
    pub fn expand_into(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float64Array")] values: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint32Array")] offsets: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<f64, JsValue> {
        out(self.filled(values, offsets, from, to)).map(f64::from)
    }
}

impl Fleet {
    fn read(pairs: &JsValue, policies: &JsValue) -> Result<Fleet, Error> {
        let policies = argument::policies(policies)?;
        if !Array::is_array(pairs) {
            return Err(mismatch("pairs", "an array", pairs));
        }
        let mut fleet = Fleet { programs: Vec::new(), rows: Vec::new(), policies };
        let mut known = BTreeMap::new();
        let mut faults = Faults::new();
        for (row, pair) in Array::from(pairs).iter().enumerate() {
            if let Err(error) = fleet.add(row, &pair, &mut known) {
                error.faults().for_each(|fault| faults.push(fault.clone()));
            }
        }
        Error::check(faults.into_vec())?;
        Ok(fleet)
    }

    fn add(
        &mut self,
        row: usize,
        pair: &JsValue,
        known: &mut BTreeMap<String, u32>,
    ) -> Result<(), Error> {
        let (rule, start) = argument::pair(&format!("/{row}"), pair)?;
        let at = format!("/{row}/1");
        let start = moment::start(&at, &start, self.policies)?;
        let at = format!("/{row}/0");
        let text = match rule.as_string() {
            Some(text) => text,
            None if rule.is_object() => String::from(Object::from(rule).to_string()),
            None => return Err(mismatch(&at, "a rule or its text", &rule)),
        };
        let program = if let Some(program) = known.get(&text) {
            *program
        } else {
            let rule = core::Rule::parse(&text).map_err(|error| at_pointer(&error, |_| at))?;
            let program = u32::try_from(self.programs.len()).unwrap_or(u32::MAX);
            self.programs.push(rule.compile());
            known.insert(text, program);
            program
        };
        self.rows.push((program, start));
        Ok(())
    }

    fn count(&self, window: Window) -> Result<u64, Error> {
        let mut sum = 0;
        for (row, (program, start)) in self.rows.iter().enumerate() {
            let Some(program) = self.programs.get(*program as usize) else { continue };
            let bound = program.at(*start, self.policies);
            let count = bound.and_then(|bound| bound.count_between(window));
            sum += count.map_err(|error| at_pointer(&error, |_| format!("/{row}")))?;
        }
        Ok(sum)
    }

    /// Expands twice, to count and to fill: arrays of the right size cost more than the values.
    fn columns(&self, from: &JsValue, to: &JsValue) -> Result<(Float64Array, Uint32Array), Error> {
        let window = window(from, to, self.policies)?;
        let mut count = 0;
        self.blocks(window, |block| {
            count += block.values.len();
            if count > core::BATCH_VALUES_MAX {
                let why = format!("more than {} values", core::BATCH_VALUES_MAX);
                return Err(Error::new(codes::REC_TOO_LARGE, "", why));
            }
            Ok(())
        })?;
        let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let values = Float64Array::new_with_length(size(count));
        let offsets = Uint32Array::new_with_length(size(self.rows.len() + 1));
        self.fill(window, &values, &offsets)?;
        Ok((values, offsets))
    }

    fn filled(
        &self,
        values: &JsValue,
        offsets: &JsValue,
        from: &JsValue,
        to: &JsValue,
    ) -> Result<u32, Error> {
        use wasm_bindgen::JsCast as _;
        let window = window(from, to, self.policies)?;
        let values: &Float64Array =
            values.dyn_ref().ok_or_else(|| mismatch("values", "a Float64Array", values))?;
        let offsets: &Uint32Array =
            offsets.dyn_ref().ok_or_else(|| mismatch("offsets", "a Uint32Array", offsets))?;
        if (offsets.length() as usize) <= self.rows.len() {
            let why = format!("{} offsets, {} are needed", offsets.length(), self.rows.len() + 1);
            return Err(Error::new(codes::REC_TOO_LARGE, "offsets", why));
        }
        self.fill(window, values, offsets)
    }

    /// Fills both columns.
    fn fill(
        &self,
        window: Window,
        values: &Float64Array,
        offsets: &Uint32Array,
    ) -> Result<u32, Error> {
        let mut count = 0_u32;
        let capacity = values.length();
        let mut floats = Vec::new();
        let mut bounds: Vec<u32> = Vec::with_capacity(self.rows.len() + 1);
        bounds.push(0);
        self.blocks(window, |block| {
            let end = u32::try_from(block.values.len()).ok().and_then(|n| count.checked_add(n));
            let Some(end) = end.filter(|end| *end <= capacity) else {
                let why = format!("more values than the {capacity} that there is room for");
                return Err(Error::new(codes::REC_TOO_LARGE, "values", why));
            };
            floats.clear();
            append(&block.values, &mut floats);
            values.subarray(count, end).copy_from(&floats);
            let ends = block.offsets.iter().skip(1).filter_map(|end| u32::try_from(*end).ok());
            bounds.extend(ends.map(|end| count + end));
            count = end;
            Ok(())
        })?;
        let filled = u32::try_from(bounds.len()).unwrap_or(u32::MAX);
        offsets.subarray(0, filled).copy_from(&bounds);
        Ok(count)
    }

    /// Expands block after block of rows, in order.
    fn blocks(
        &self,
        window: Window,
        mut take: impl FnMut(&Columns) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let (mut row, mut block_rows) = (0, 1);
        while let Some(rest) = self.rows.get(row..).filter(|rest| !rest.is_empty()) {
            let rows = rest.get(..block_rows).unwrap_or(rest);
            let block = core::expand_many(&self.programs, rows, window, self.policies)
                .map_err(|error| at_pointer(&error, |pointer| below(pointer, row)))?;
            take(&block)?;
            row += rows.len();
            let wanted = rows.len() * BLOCK_VALUES / block.values.len().max(1);
            block_rows = wanted.clamp(1, rows.len() * BLOCK_GROWTH);
        }
        Ok(())
    }
}

/// Expands many pairs of a rule and a start in one window: {@link Fleet} for one use.
#[wasm_bindgen(js_name = expandMany, unchecked_return_type = "Columns")]
pub fn expand_many(
    #[wasm_bindgen(unchecked_param_type = "readonly Pair[]")] pairs: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Policies")] policies: &JsValue,
) -> Result<Object, JsValue> {
    Fleet::new(pairs, policies)?.expand(from, to)
}

/// A window for pairs of any kind: civil bounds are on the scale of each.
fn window(from: &JsValue, to: &JsValue, policies: Policies) -> Result<Window, Error> {
    moment::window(from, to, Start::Utc(Civil::MIN), policies)
}

/// `/rows/3` of a block that begins at row `first`, as `/row`.
fn below(pointer: &str, first: usize) -> String {
    let row = pointer.strip_prefix("/rows/").and_then(|row| row.parse::<usize>().ok());
    row.map_or_else(|| pointer.to_owned(), |row| format!("/{}", first + row))
}

/// The same error at another place.
fn at_pointer(error: &Error, place: impl FnOnce(&str) -> String + Clone) -> Error {
    let moved = |fault: &Fault| Fault { pointer: place.clone()(&fault.pointer), ..fault.clone() };
    let faults: Vec<Fault> = error.faults().map(moved).collect();
    Error::check(faults).err().unwrap_or_else(|| error.clone())
}
