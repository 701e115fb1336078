//! A plan: rows as columns, sums, renderings.

use crate::answer::answer;
use crate::argument::{self, Options};
use crate::failure::{conversion, throw};
use crate::types::{Diff, FaultList, OccurrenceRow, faults_of};
use entretien::document::read_changes;
use entretien::engagement::Engagement;
use entretien::error::{Error, codes};
use entretien::plan::{OccurrenceId, check, diff};
use entretien::report::{self, IcsOptions};
use js_sys::{Array, Int32Array, Object, Reflect, Uint16Array, Uint32Array};
use std::sync::Arc;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Longest text that every JavaScript engine holds (2^29 - 24 characters).
const TEXT_BYTES_MAX: usize = 536_870_888;

/// A maintenance plan. Rows are sorted by date, subject, task, nominal date.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Plan {
    engagement: Arc<Engagement>,
    inner: entretien::plan::Plan,
}

#[wasm_bindgen]
impl Plan {
    /// Number of occurrences.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> f64 {
        u32::try_from(self.inner.len()).map_or(f64::INFINITY, f64::from)
    }

    /// The day as of which it was planned, `YYYY-MM-DD`.
    #[wasm_bindgen(getter, js_name = asOf)]
    pub fn as_of(&self) -> String {
        self.inner.as_of().to_string()
    }

    /// First day of the horizon, `YYYY-MM-DD`.
    #[wasm_bindgen(getter)]
    pub fn start(&self) -> String {
        self.inner.horizon().start().to_string()
    }

    /// First day after the horizon, `YYYY-MM-DD`.
    #[wasm_bindgen(getter)]
    pub fn end(&self) -> String {
        self.inner.horizon().end().to_string()
    }

    /// All occurrences as columns, copied: they can be transferred to another thread and stay valid
    /// after {@link Plan.free}.
    #[wasm_bindgen(unchecked_return_type = "PlanColumns")]
    pub fn columns(&self) -> Result<Object, JsValue> {
        let table = self.inner.table();
        let input = self.inner.input();
        let estate = input.estate();
        let sites = estate.sites();
        let site_index = |id: &str| {
            let place = sites.binary_search_by(|site| site.id.as_str().cmp(id)).ok();
            place.and_then(|place| u32::try_from(place).ok()).unwrap_or(u32::MAX)
        };
        let asset_sites: Vec<u32> =
            estate.assets().iter().map(|asset| site_index(asset.site.as_str())).collect();
        let columns: [(&str, JsValue); 12] = [
            ("date", Int32Array::from(table.dates()).into()),
            ("nominal", Int32Array::from(table.nominals()).into()),
            ("subject", Uint32Array::from(table.subjects()).into()),
            ("task", Uint16Array::from(table.tasks()).into()),
            ("contract", Uint16Array::from(table.contracts()).into()),
            ("marks", Uint16Array::from(table.marks()).into()),
            ("key", Int32Array::from(table.keys()).into()),
            ("assets", texts(estate.assets().iter().map(|asset| asset.id.as_str()))),
            ("contracts", texts(input.contracts().iter().map(|contract| contract.id().as_str()))),
            ("tasks", texts(input.tasks().iter().map(|task| task.id.as_str()))),
            ("sites", texts(sites.iter().map(|site| site.id.as_str()))),
            ("assetSite", Uint32Array::from(&*asset_sites).into()),
        ];
        let object = Object::new();
        for (name, column) in columns {
            Reflect::set(&object, &JsValue::from_str(name), &column)?;
        }
        Ok(object)
    }

    /// Occurrence number `index` with its trace and, in `lang` (`en` when left out), why it is on its
    /// date; `undefined` past the end.
    #[wasm_bindgen(unchecked_return_type = "OccurrenceRow | undefined")]
    pub fn occurrence(
        &self,
        index: f64,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let lang = argument::lang(lang).map_err(|error| throw(&error))?;
        let occurrence = argument::index(index).and_then(|index| self.inner.occurrence(index));
        let Some(occurrence) = occurrence else { return Ok(JsValue::UNDEFINED) };
        answer(&OccurrenceRow::of(&occurrence, self.inner.input(), lang))
    }

    /// The number of the occurrence with this id; `undefined` when the plan has none.
    pub fn find(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
    ) -> Result<Option<u32>, JsValue> {
        let id = argument::text("id", id).map_err(|error| throw(&error))?;
        let found = OccurrenceId::parse(&id).and_then(|id| self.inner.find(&id));
        Ok(found.and_then(|index| u32::try_from(index).ok()))
    }

    /// Plans anew, in place, after changes (format `entretien/changes` 1.0): the very plan that planning the
    /// changed engagement afresh would give. Events, assets that are there and readings plan anew only what
    /// they touch. Columns and rows taken before stay as they were; the engagement stays as it is.
    ///
    /// On a refusal nothing has changed.
    pub fn replan(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] changes: &JsValue,
    ) -> Result<(), JsValue> {
        argument::document(changes)
            .and_then(|bytes| self.change(&bytes))
            .map_err(|error| throw(&error))
    }

    fn change(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let changes = read_changes(bytes, self.inner.input())?;
        // Several could be refused half-way: they are made on a copy.
        let mut copy = (changes.len() > 1).then(|| self.inner.clone());
        for (index, change) in changes.iter().enumerate() {
            let plan = copy.as_mut().unwrap_or(&mut self.inner);
            plan.replan(change).map_err(|error| error.within(&format!("/changes/{index}")))?;
        }
        if let Some(copy) = copy {
            self.inner = copy;
        }
        Ok(())
    }

    /// Another plan of the same rows, which changes on its own.
    #[must_use]
    pub fn copy(&self) -> Plan {
        Plan::new(Arc::clone(&self.engagement), self.inner.clone())
    }

    /// What differs between this plan and `after`, by id, with the reasons; texts in `lang` (`en` when left
    /// out).
    #[wasm_bindgen(unchecked_return_type = "PlanDiff")]
    pub fn diff(
        &self,
        after: &Plan,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let lang = argument::lang(lang).map_err(|error| throw(&error))?;
        answer(&Diff::of(&diff(&self.inner, &after.inner), lang))
    }

    /// What the plan finds: work without a free day (`PLAN-020`), intervals beyond the house rule, decisions
    /// against a rule (`PLAN-026`) and so on, by code, subject, task, day. Computed anew at each call.
    #[wasm_bindgen(unchecked_return_type = "PlanFinding[]")]
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.findings())
    }

    /// Verifies the plan against what it was made from, changes included, without the planner: what is
    /// wrong, or nothing. {@link Engagement.check} verifies it against the engagement as it is.
    pub fn check(&self) -> Result<Ts<FaultList>, JsValue> {
        faults_of(&check(self.inner.input(), &self.inner)).into_ts().map_err(conversion)
    }

    /// Sums by month, periodicity, skill, mode, site, category, task, contract and week.
    #[wasm_bindgen(unchecked_return_type = "Totals")]
    pub fn totals(&self) -> Result<JsValue, JsValue> {
        answer(self.inner.totals())
    }

    /// BLAKE3 of the canonical JSON, 64 hexadecimal digits; the same from Rust, Python and JavaScript.
    pub fn digest(&self) -> String {
        self.inner.digest()
    }

    /// The canonical JSON: format `entretien/plan` 1.0.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> Result<String, JsValue> {
        fitting(self.inner.to_json()).map_err(|error| throw(&error))
    }

    /// The plan as CSV in `lang` (`en` when left out).
    #[wasm_bindgen(js_name = toCsv)]
    pub fn to_csv(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        let lang = argument::lang(lang).map_err(|error| throw(&error))?;
        fitting(report::csv(&self.inner, lang)).map_err(|error| throw(&error))
    }

    /// The plan and the dates of its contracts as iCalendar files; more than one when `bytesMax` asks for it.
    #[wasm_bindgen(js_name = toIcs, unchecked_return_type = "string[]")]
    pub fn to_ics(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "IcsRequest")] options: &JsValue,
    ) -> Result<Vec<String>, JsValue> {
        self.ics(options).map_err(|error| throw(&error))
    }

    fn ics(&self, request: &JsValue) -> Result<Vec<String>, Error> {
        let mut options = Options::of(request, &["lang", "bytesMax", "calendarName"]);
        let ics = IcsOptions {
            lang: options.lang(),
            bytes_max: options.count("bytesMax"),
            calendar_name: options.text("calendarName"),
        };
        options.check()?;
        report::ics(&self.inner, &ics)?.into_iter().map(fitting).collect()
    }

    /// The report as one self-contained HTML page in `lang` (`en` when left out).
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        let lang = argument::lang(lang).map_err(|error| throw(&error))?;
        let page = report::html(&self.engagement.report(&self.inner), lang);
        fitting(page).map_err(|error| throw(&error))
    }

    pub(crate) fn new(engagement: Arc<Engagement>, inner: entretien::plan::Plan) -> Plan {
        Plan { engagement, inner }
    }

    pub(crate) fn inner(&self) -> &entretien::plan::Plan {
        &self.inner
    }
}

/// The text, unless JavaScript cannot hold it; found out before, as its engines stop the module on it.
fn fitting(text: String) -> Result<String, Error> {
    if text.len() > TEXT_BYTES_MAX {
        let message = format!("the text takes {} bytes, at most {TEXT_BYTES_MAX}", text.len());
        return Err(Error::new(codes::DOC_TOO_LARGE, "", message));
    }
    Ok(text)
}

fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> JsValue {
    texts.map(JsValue::from_str).collect::<Array>().into()
}
