//! Totals on their way between machines: the same bytes however they were gathered.

use super::accumulator::{KpiAccumulator, Passed};
use super::group::{Cell, Group, Key, texts};
use super::measure::Measure;
use super::terms::KpiTerms;
use super::totals::Sum;
use crate::error::{Error, codes};
use crate::intervention::Terms;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The format of the bytes.
const FORMAT: &str = "entretien/kpi-accumulator";
/// Its version; another release may write another one.
const VERSION: &str = "1.0";

#[derive(Serialize)]
struct State<'s> {
    format: &'s str,
    format_version: &'s str,
    question: String,
    undated: u64,
    cancelled: u64,
    strange_assets: u64,
    unended: u64,
    planned: Vec<(u32, i64, i64, bool)>,
    groups: Vec<GroupState>,
}

#[derive(Serialize)]
struct GroupState {
    key: Vec<Option<String>>,
    outages: Vec<(u32, i64, i64)>,
    windows: Vec<CellState>,
}

#[derive(Serialize)]
struct CellState {
    /// Measure, total as text (it may be beyond 2⁵³), records without an amount, whether it is known.
    totals: Vec<(Measure, String, u64, bool)>,
    resolutions: Vec<i64>,
}

impl KpiAccumulator {
    /// BLAKE3 of the question, hex: totals merge when theirs are the same.
    pub fn question(&self) -> String {
        let parts = self.terms.parts();
        let mut hasher = blake3::Hasher::new();
        let hours = parts.hours.as_ref().map(|hours| hours.calendar().clone());
        let rest = (
            (&parts.windows, parts.as_of, parts.zone, &parts.dimensions),
            (parts.currency, parts.grace, parts.first_time_days),
            (&parts.failure_categories, &parts.failure_priorities, &parts.assets),
        );
        hasher.update(format!("{rest:?} {hours:?}").as_bytes());
        hasher.finalize().to_hex().to_string()
    }

    /// What was gathered, as JSON: equal for equal records, in whatever order and parts they came. For machines
    /// that run the same release.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut planned = self.planned.clone();
        crate::order::sort(&mut planned);
        let mut groups: BTreeMap<Vec<Option<String>>, Group> = BTreeMap::new();
        for (key, group) in &self.groups {
            let mut group = group.clone();
            group.settle();
            groups.insert(texts(&self.keys, key), group);
        }
        let state = State {
            format: FORMAT,
            format_version: VERSION,
            question: self.question(),
            undated: self.counts.undated,
            cancelled: self.counts.cancelled,
            strange_assets: self.counts.strange_assets,
            unended: self.counts.unended,
            planned,
            groups: groups.into_iter().map(|(key, group)| group_state(key, group)).collect(),
        };
        serde_json::to_vec(&state).unwrap_or_default()
    }

    /// What [`to_bytes`](KpiAccumulator::to_bytes) wrote, for the same question.
    ///
    /// # Errors
    /// `KPI-008` gathered for another question · `KPI-009` not such bytes; the pointer says where.
    pub fn from_bytes(terms: KpiTerms, bytes: &[u8]) -> Result<KpiAccumulator, Error> {
        let state: Value =
            serde_json::from_slice(bytes).map_err(|error| bad("", &error.to_string()))?;
        let mut into = KpiAccumulator::new(terms);
        if text(&state, "format")? != FORMAT || text(&state, "format_version")? != VERSION {
            return Err(bad("/format", "another format or version"));
        }
        if text(&state, "question")? != into.question() {
            return Err(Error::new(codes::KPI_OTHER_QUESTION, "/question", "another question"));
        }
        into.counts = Passed {
            undated: read(&state, "undated", "")?,
            cancelled: read(&state, "cancelled", "")?,
            strange_assets: read(&state, "strange_assets", "")?,
            unended: read(&state, "unended", "")?,
        };
        into.planned = read(&state, "planned", "")?;
        let assets = into.terms.parts().assets.len();
        let is_asset = |asset: u32| usize::try_from(asset).is_ok_and(|asset| asset < assets);
        if into.planned.iter().any(|row| row.2 < row.1 || !is_asset(row.0)) {
            return Err(bad("/planned", "a window that cannot be"));
        }
        let rows: Vec<Value> = read(&state, "groups", "")?;
        for (index, row) in rows.iter().enumerate() {
            let place = format!("/groups/{index}");
            let (key, group) = read_group(row, &place, &mut into.keys)?;
            let fits = key.len() == into.terms.parts().dimensions.len()
                && group.cells.len() == into.terms.parts().windows.len()
                && group.outages.iter().all(|row| row.1 <= row.2 && is_asset(row.0));
            if !fits || into.groups.insert(key, group).is_some() {
                return Err(bad(&place, "a group that does not fit the question, or twice"));
            }
        }
        Ok(into)
    }
}

fn group_state(key: Vec<Option<String>>, group: Group) -> GroupState {
    let windows = group.cells.into_iter().map(|cell| {
        let sums = Measure::ALL.iter().zip(cell.totals.sums());
        let told = sums.filter(|(_, sum)| sum.is_known || sum.unknown > 0);
        let totals =
            told.map(|(measure, sum)| (*measure, sum.total.to_string(), sum.unknown, sum.is_known));
        CellState { totals: totals.collect(), resolutions: cell.resolutions }
    });
    GroupState { key, outages: group.outages, windows: windows.collect() }
}

fn bad(place: &str, message: &str) -> Error {
    Error::new(codes::KPI_BAD_STATE, place, message)
}

fn read<T: serde::de::DeserializeOwned>(
    from: &Value,
    field: &str,
    place: &str,
) -> Result<T, Error> {
    let value = from.get(field).cloned().unwrap_or_default();
    serde_json::from_value(value)
        .map_err(|error| bad(&format!("{place}/{field}"), &error.to_string()))
}

fn text(from: &Value, field: &str) -> Result<String, Error> {
    read(from, field, "")
}

fn read_group(row: &Value, place: &str, keys: &mut Terms) -> Result<(Key, Group), Error> {
    let texts: Vec<Option<String>> = read(row, "key", place)?;
    let key = texts.iter().map(|text| text.as_deref().and_then(|text| keys.add(text))).collect();
    let mut group = Group { outages: read(row, "outages", place)?, cells: Vec::new() };
    let windows: Vec<Value> = read(row, "windows", place)?;
    for (index, window) in windows.iter().enumerate() {
        let place = format!("{place}/windows/{index}");
        let mut cell =
            Cell { resolutions: read(window, "resolutions", &place)?, ..Cell::default() };
        let totals: Vec<(String, String, u64, bool)> = read(window, "totals", &place)?;
        for (code, total, unknown, is_known) in totals {
            let slot = Measure::parse(&code).and_then(|measure| cell.totals.slot(measure));
            let (Some(slot), Ok(total)) = (slot, total.parse()) else {
                return Err(bad(&format!("{place}/totals"), &format!("`{code}` or its total")));
            };
            *slot = Sum { total, unknown, is_known };
        }
        group.cells.push(cell);
    }
    Ok((key, group))
}
