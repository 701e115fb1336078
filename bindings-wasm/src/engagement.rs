//! The engagement: an estate with its contracts and tasks.

use crate::answer::answer;
use crate::argument::{self, Options};
use crate::failure::{conversion, throw};
use crate::inventory::Inventory;
use crate::plan::Plan;
use crate::types::{AssetList, Diff, FaultList, SiteList, TaskList};
use crate::types::{assets_of, faults_of, sites_of, tasks_of};
use entretien::document::{read_changes, read_engagement, shipped_engagement};
use entretien::error::Error;
use entretien::takeover::Takeover;
use entretien::time::Day;
use std::sync::Arc;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// One estate with its contracts, tasks and policies, ready to be planned.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engagement(Arc<entretien::engagement::Engagement>);

#[wasm_bindgen]
impl Engagement {
    /// Reads an engagement document (format `entretien/engagement` 1.0), strictly, and brings in the
    /// assets of `inventory`.
    ///
    /// Throws an `EntretienError` with every fault of the document.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Inventory | null")] inventory: &JsValue,
    ) -> Result<Engagement, JsValue> {
        let bytes = argument::document(text).map_err(|error| throw(&error))?;
        let inventory = Inventory::of(inventory)?;
        let nothing = Takeover::default();
        let takeover = inventory.as_ref().map_or(&nothing, Inventory::takeover);
        let read = read_engagement(&bytes, takeover).map_err(|error| throw(&error))?;
        Ok(Engagement(Arc::new(read)))
    }

    /// An engagement without a document: the shipped task templates on every asset of `inventory`,
    /// counted from the day `begin`.
    pub fn shipped(
        inventory: &Inventory,
        #[wasm_bindgen(unchecked_param_type = "string")] begin: &JsValue,
    ) -> Result<Engagement, JsValue> {
        let built = argument::day("begin", begin)
            .and_then(|begin| shipped_engagement(inventory.takeover(), begin));
        built.map(|built| Engagement(Arc::new(built))).map_err(|error| throw(&error))
    }

    /// The plan of the days from `start` to the day before `end`, as known on `asOf`. Forecast and
    /// generation are this one function.
    pub fn plan(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PlanRequest")] request: &JsValue,
    ) -> Result<Plan, JsValue> {
        self.plan_of(request).map_err(|error| throw(&error))
    }

    fn plan_of(&self, request: &JsValue) -> Result<Plan, Error> {
        let [as_of, start, end] = days_of(request)?;
        let plan = self.0.plan(as_of.to_date(), start.to_date(), end.to_date())?;
        Ok(Plan::new(Arc::clone(&self.0), plan))
    }

    /// What changes (format `entretien/changes` 1.0) would do to the plan of `request`: its differences, with
    /// the reasons, their texts in `lang` (`en` when left out). The engagement stays as it is. For the changed
    /// plan itself, {@link Plan.replan} a {@link Plan.copy}.
    #[wasm_bindgen(js_name = whatIf, unchecked_return_type = "PlanDiff")]
    pub fn what_if(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] changes: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "PlanRequest")] request: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let lang = argument::lang(lang).map_err(|error| throw(&error))?;
        let found = argument::document(changes).and_then(|bytes| {
            let changes = read_changes(&bytes, self.0.input())?;
            let [as_of, start, end] = days_of(request)?;
            self.0.what_if(&changes, as_of.to_date(), start.to_date(), end.to_date())
        });
        answer(&Diff::of(&found.map_err(|error| throw(&error))?.diff, lang))
    }

    /// Verifies a plan against this engagement, day by day, without the planner: what is wrong, or
    /// nothing.
    pub fn check(&self, plan: &Plan) -> Result<Ts<FaultList>, JsValue> {
        faults_of(&self.0.check(plan.inner())).into_ts().map_err(conversion)
    }

    /// Files that gave no asset, with the reason.
    #[wasm_bindgen(getter)]
    pub fn refused(&self) -> Result<Ts<FaultList>, JsValue> {
        faults_of(self.0.refused()).into_ts().map_err(conversion)
    }

    /// Doubts about values that were taken over.
    #[wasm_bindgen(getter)]
    pub fn diagnostics(&self) -> Result<Ts<FaultList>, JsValue> {
        faults_of(self.0.diagnostics()).into_ts().map_err(conversion)
    }

    /// Who does the works.
    #[wasm_bindgen(getter)]
    pub fn provider(&self) -> String {
        self.0.input().provider().to_owned()
    }

    /// Whose estate it is.
    #[wasm_bindgen(getter)]
    pub fn customer(&self) -> String {
        self.0.input().customer().to_owned()
    }

    /// First day of the programme, `YYYY-MM-DD`.
    #[wasm_bindgen(getter)]
    pub fn begin(&self) -> String {
        self.0.input().begin().to_string()
    }

    /// The assets, in the order that the columns of a plan number them; labels in `lang` (`en` when
    /// left out).
    pub fn assets(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<Ts<AssetList>, JsValue> {
        let lang = argument::lang(lang).map_err(|error| throw(&error))?;
        assets_of(self.0.input().estate().assets(), lang).into_ts().map_err(conversion)
    }

    /// The task templates, in the order that the columns of a plan number them; texts in `lang` (`en`
    /// when left out).
    pub fn tasks(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<Ts<TaskList>, JsValue> {
        let lang = argument::lang(lang).map_err(|error| throw(&error))?;
        tasks_of(self.0.input().tasks(), lang).into_ts().map_err(conversion)
    }

    /// The sites, by id.
    pub fn sites(&self) -> Result<Ts<SiteList>, JsValue> {
        sites_of(self.0.input().estate().sites()).into_ts().map_err(conversion)
    }
}

/// The three days of a request.
fn days_of(request: &JsValue) -> Result<[Day; 3], Error> {
    let mut options = Options::of(request, &["asOf", "start", "end"]);
    let days = (options.day("asOf"), options.day("start"), options.day("end"));
    options.check()?;
    let (Some(as_of), Some(start), Some(end)) = days else {
        return Err(argument::mismatch("", "an object", request));
    };
    Ok([as_of, start, end])
}
