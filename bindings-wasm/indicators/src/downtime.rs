//! The downtime kernel: clip, union and subtract half-open intervals.

use crate::argument;
use crate::columns::{
    counts, instant_of, instants, known_instants, object, places, same_length, times,
};
use crate::fields::{Fields, list};
use crate::{out, whole};
use entretien::kpi::downtime::{
    self, Downtime, FLEET_ASSETS_MAX, Outage, Outages, Presence, Validity,
};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Times and counts with what follows from them.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    downtime: Downtime,
    availability: Option<f64>,
    mtbf: Option<f64>,
    mtbf_episodes: Option<f64>,
    mttr: Option<f64>,
}

impl Row {
    fn of(downtime: Downtime) -> Row {
        Row {
            downtime,
            availability: downtime.availability(),
            mtbf: downtime.mtbf(),
            mtbf_episodes: downtime.mtbf_episodes(),
            mttr: downtime.mttr(),
        }
    }
}

/// A pair of instants.
fn pair(name: &str, value: &JsValue) -> Result<(i64, i64), JsValue> {
    let Some(pair) = value.dyn_ref::<js_sys::Array>().filter(|pair| pair.length() == 2) else {
        return out(Err(argument::mismatch(name, "a pair of instants", value)));
    };
    let at = |place: u32| instant_of(&format!("{name}/{place}"), &pair.get(place));
    Ok((at(0)?, at(1)?))
}

fn pairs(name: &str, value: &JsValue) -> Result<Vec<(i64, i64)>, JsValue> {
    let rows = list(name, value)?;
    let rows = rows.iter().enumerate();
    rows.map(|(row, one)| pair(&format!("{name}/{row}"), &one)).collect()
}

/// Times and counts of one asset in the window `[from, to)`. Instants are whole numbers of any unit, the same
/// throughout a call; `null` is the end of an outage that has none. Outages and planned windows come in any
/// order and may overlap: an hour that three tickets lament is down once.
#[wasm_bindgen(unchecked_return_type = "DowntimeAnswer")]
pub fn downtime(
    #[wasm_bindgen(unchecked_param_type = "readonly [from: number, to: number]")] window: &JsValue,
    #[wasm_bindgen(
        unchecked_param_type = "readonly (readonly [begin: number, end: number | null])[]"
    )]
    outages: &JsValue,
    #[wasm_bindgen(
        unchecked_optional_param_type = "readonly (readonly [begin: number, end: number])[] | null"
    )]
    planned: &JsValue,
) -> Result<JsValue, JsValue> {
    let window = pair("window", window)?;
    let given = list("outages", outages)?;
    let mut outages = Vec::new();
    for (row, one) in given.iter().enumerate() {
        let name = format!("outages/{row}");
        let Some(pair) = one.dyn_ref::<js_sys::Array>().filter(|pair| pair.length() == 2) else {
            return out(Err(argument::mismatch(&name, "a pair of begin and end", &one)));
        };
        let begin = instant_of(&format!("{name}/0"), &pair.get(0))?;
        let end = match pair.get(1) {
            end if argument::is_absent(&end) => None,
            end => Some(instant_of(&format!("{name}/1"), &end)?),
        };
        outages.push(Outage { begin, end });
    }
    let planned = pairs("planned", planned)?;
    let found = out(downtime::downtime(window, &outages, &planned))?;
    crate::answer::answer(&Row::of(found))
}

/// Times and counts of `assetCount` assets in the window `[from, to)`, from columns of outages: the number of the
/// asset from 0, begin, and end (`NaN`, or the least value of a `BigInt64Array`, where there is none). `presence`
/// says when each asset is looked at, `planned` has windows of single assets, `common` those of all.
#[wasm_bindgen(js_name = fleetDowntime, unchecked_return_type = "FleetDowntime")]
pub fn fleet_downtime(
    #[wasm_bindgen(unchecked_param_type = "readonly [from: number, to: number]")] window: &JsValue,
    #[wasm_bindgen(js_name = assetCount, unchecked_param_type = "number")] asset_count: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint32Array | readonly number[]")] assets: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "InstantColumn")] begins: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "InstantColumn | readonly (number | null)[]")]
    ends: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "FleetOptions | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let window = pair("window", window)?;
    let asset_count = whole("assetCount", asset_count, 0, FLEET_ASSETS_MAX)?;
    let (assets, begins) = (places("assets", assets)?, instants("begins", begins)?);
    let (ends, known) = known_instants("ends", ends)?;
    let outages = Outages {
        assets: &assets,
        begins: &begins,
        ends: &ends,
        ends_known: Some(Validity { bytes: &known, offset: 0 }),
    };
    let options = Fields::of("", options, &["presence", "planned", "common"])?;
    let span = options.value("presence");
    let span = if argument::is_absent(&span) {
        None
    } else {
        let fields = Fields::needed_at("/presence", &span, &["from", "to"])?;
        let column = |name: &str| instants(&fields.at(name), &fields.needed(name)?);
        Some((column("from")?, column("to")?))
    };
    let presence = span.as_ref().map(|(from, to)| Presence { from, to });
    let planned = planned_of(&options)?;
    let common = pairs("/common", &options.value("common"))?;
    let found = downtime::fleet_downtime(
        window,
        asset_count,
        &outages,
        presence.as_ref(),
        &planned,
        &common,
    );
    let found = out(found)?;
    let rows = found.assets.iter();
    let time = |of: fn(&Downtime) -> i64| times(rows.clone().map(of));
    let count = |of: fn(&Downtime) -> u64| counts(rows.clone().map(of));
    Ok(object([
        ("windowTime", time(|row| row.window_time)),
        ("plannedTime", time(|row| row.planned_time)),
        ("requiredTime", time(|row| row.required_time)),
        ("downTime", time(|row| row.down_time)),
        ("upTime", time(|row| row.up_time)),
        ("failures", count(|row| row.failures)),
        ("episodes", count(|row| row.episodes)),
        ("closed", count(|row| row.closed)),
        ("restorationTime", time(|row| row.restoration_time)),
        ("open", count(|row| row.open)),
        ("naiveDownTime", time(|row| row.naive_down_time)),
        ("fleet", crate::answer::answer(&Row::of(found.fleet))?),
    ]))
}

/// Planned windows of single assets, as columns.
fn planned_of(options: &Fields<'_>) -> Result<Vec<(u32, i64, i64)>, JsValue> {
    let planned = options.value("planned");
    if argument::is_absent(&planned) {
        return Ok(Vec::new());
    }
    let fields = Fields::needed_at("/planned", &planned, &["assets", "begins", "ends"])?;
    let assets = places(&fields.at("assets"), &fields.needed("assets")?)?;
    let column = |name: &str| {
        let column = instants(&fields.at(name), &fields.needed(name)?)?;
        same_length(&fields.at(name), assets.len(), column.len())?;
        Ok::<_, JsValue>(column)
    };
    let (begins, ends) = (column("begins")?, column("ends")?);
    let rows = assets.into_iter().zip(begins).zip(ends);
    Ok(rows.map(|((asset, begin), end)| (asset, begin, end)).collect())
}
