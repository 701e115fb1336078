//! The planner.

use super::generators::{Generators, Listed};
use super::input::PlanInput;
use super::result::Plan;
use super::table::{OccurrenceTable, Row};
use super::task::{Spread, TaskTemplate};
use super::totals::Totals;
use crate::calendar::{Roll, RollTable, Rolled};
use crate::contract::Contract;
use crate::error::{Error, codes};
use crate::id::AssetId;
use crate::inventory::Asset;
use crate::recurrence::{MonthEnd, Series};
use crate::time::{Day, Interval, Period};
use std::cell::LazyCell;
use std::sync::Arc;

/// Longest horizon, days (100 years).
pub const HORIZON_DAYS_MAX: i32 = 36_525;
/// Most occurrences of one plan.
pub const OCCURRENCES_MAX: u64 = 100_000_000;
/// Assets that one unit of parallel work plans.
const CHUNK_ASSETS: usize = 4_096;

/// Plans every task of `input` on every asset that it applies to, over `horizon`, as known on `as_of`.
///
/// An occurrence is in the plan when its nominal date lies in the horizon; its date may roll out of it.
/// Rows are sorted by date, asset, task, nominal date. The result is the same whatever the order in
/// which the parts of the input were given and however many threads work.
///
/// # Errors
/// `PLAN-002` more than 100 years · `PLAN-003` more than [`OCCURRENCES_MAX`] occurrences ·
/// `CAL-006` no open day within reach of a roll.
pub fn plan(input: Arc<PlanInput>, as_of: Day, horizon: Period) -> Result<Plan, Error> {
    if horizon.days() > HORIZON_DAYS_MAX {
        let message = format!("{} days, at most {HORIZON_DAYS_MAX}", horizon.days());
        return Err(Error::new(codes::PLAN_TOO_LONG, "", message));
    }
    let generators = Generators::of(&input)?;
    let listed = check_size(&input, horizon, &generators)?;
    let planner = Planner::new(&input, horizon, generators, listed);
    let assets = input.estate.assets();
    let work = |(index, chunk): (usize, &[Asset])| planner.chunk(index * CHUNK_ASSETS, chunk);
    #[cfg(feature = "parallel")]
    let chunks: Vec<Chunk> = {
        use rayon::prelude::*;
        assets.par_chunks(CHUNK_ASSETS).enumerate().map(work).collect::<Result<_, _>>()?
    };
    #[cfg(not(feature = "parallel"))]
    let chunks: Vec<Chunk> =
        assets.chunks(CHUNK_ASSETS).enumerate().map(work).collect::<Result<_, _>>()?;
    let mut tables = Vec::with_capacity(chunks.len());
    let mut skipped = 0u64;
    let mut assets_without_task = 0u64;
    for chunk in chunks {
        skipped += chunk.skipped;
        assets_without_task += chunk.assets_without_task;
        tables.push(chunk.table);
    }
    let table = OccurrenceTable::merge_by_date(tables);
    let totals = Totals::of(&input, horizon, &table, skipped, assets_without_task);
    Ok(Plan::new(input, as_of, horizon, table, totals))
}

/// Refuses a plan that cannot fit before its rows are computed, and lists the dates that assets share.
///
/// Intervals are bounded by their shortest period; the dates of rules and of days within months are
/// counted exactly.
fn check_size(
    input: &PlanInput,
    horizon: Period,
    generators: &Generators<'_>,
) -> Result<Listed, Error> {
    let days = u64::try_from(horizon.days()).unwrap_or_default();
    let mut listed = Listed::new(input, horizon);
    let mut most = 0u64;
    for asset in input.estate.assets() {
        let contract = LazyCell::new(|| input.anchor_contract(asset));
        for (index, task) in input.tasks.iter().enumerate() {
            if !task.applies_to.matches(asset) {
                continue;
            }
            let Some(interval) = input.interval_of(task, asset) else {
                let anchor = base_anchor(input, task, &contract);
                let own = listed.add(generators, index, asset, anchor).len();
                most = most.saturating_add(u64::try_from(own).unwrap_or(u64::MAX));
                // The lists themselves are bounded: each is the dates of one asset at least.
                if most > OCCURRENCES_MAX {
                    return Err(too_many(&format!("at least {most}")));
                }
                continue;
            };
            let shortest = match (interval.fixed_days(), interval.months()) {
                (Some(days), _) => u64::try_from(days).unwrap_or(1),
                (None, months) => {
                    u64::try_from(months.unwrap_or(1)).unwrap_or(1).saturating_mul(28)
                }
            };
            most = most.saturating_add(days / shortest.max(1) + 1);
        }
    }
    if most > OCCURRENCES_MAX {
        return Err(too_many(&format!("up to {most}")));
    }
    Ok(listed)
}

fn too_many(most: &str) -> Error {
    let message = format!("{most} occurrences, at most {OCCURRENCES_MAX}");
    Error::new(codes::PLAN_TOO_MANY, "", message)
}

struct Chunk {
    table: OccurrenceTable,
    skipped: u64,
    assets_without_task: u64,
}

struct Planner<'a> {
    input: &'a PlanInput,
    horizon: Period,
    generators: Generators<'a>,
    listed: Listed,
    /// Rolls of the horizon, by calendar and policy.
    rolls: Vec<Vec<RollTable>>,
}

impl<'a> Planner<'a> {
    fn new(
        input: &'a PlanInput,
        horizon: Period,
        generators: Generators<'a>,
        listed: Listed,
    ) -> Planner<'a> {
        let used = |policy: &Roll| {
            let sticks = |task: &TaskTemplate| task.month_end == MonthEnd::StickToEnd;
            input.tasks.iter().any(|task| task.roll == *policy || sticks(task))
        };
        let rolls = input
            .calendars
            .iter()
            .map(|calendar| {
                Roll::ALL
                    .iter()
                    .map(|policy| {
                        // A policy that no task uses needs no table.
                        let unused =
                            Period::new(Day::MIN, Day::MIN.add_days(1).unwrap_or(Day::MAX));
                        let period = if used(policy) { Some(horizon) } else { unused };
                        RollTable::new(calendar, *policy, period.unwrap_or(horizon))
                    })
                    .collect()
            })
            .collect();
        Planner { input, horizon, generators, listed, rolls }
    }

    fn chunk(&self, first_asset: usize, assets: &[Asset]) -> Result<Chunk, Error> {
        let mut chunk =
            Chunk { table: OccurrenceTable::default(), skipped: 0, assets_without_task: 0 };
        let mut days = Vec::new();
        for (offset, asset) in assets.iter().enumerate() {
            let mut any = false;
            let contract = LazyCell::new(|| self.input.anchor_contract(asset));
            for (index, task) in self.input.tasks.iter().enumerate() {
                if task.applies_to.matches(asset) {
                    any = true;
                    let base = base_anchor(self.input, task, &contract);
                    self.expand(
                        &mut chunk,
                        (first_asset + offset, asset),
                        (index, task, base),
                        &mut days,
                    )?;
                }
            }
            chunk.assets_without_task += u64::from(!any);
        }
        Ok(chunk)
    }

    /// Adds the rows of one task on one asset; `days` is room to work in.
    fn expand(
        &self,
        chunk: &mut Chunk,
        (asset_index, asset): (usize, &Asset),
        (task_index, task, base): (usize, &TaskTemplate, Day),
        days: &mut Vec<i32>,
    ) -> Result<(), Error> {
        let calendar = self.input.calendar_index(asset);
        let Some(generator) = self.generators.get(task_index, asset) else { return Ok(()) };
        let anchor = match generator.every() {
            Some(every) => base.add_days(spread_days(task, &asset.id, base, every)).unwrap_or(base),
            None => base,
        };
        let nominals = if let Some(listed) = self.listed.get(task_index, calendar, anchor) {
            listed
        } else {
            days.clear();
            generator.days_into(anchor, self.horizon, days);
            days
        };
        let roll = roll_of(task, generator.sticks_to_end(anchor));
        let policy = Roll::ALL.iter().position(|policy| *policy == roll).unwrap_or_default();
        let Some(rolls) = self.rolls.get(calendar).and_then(|tables| tables.get(policy)) else {
            return Ok(());
        };
        // INVARIANT: ASSETS_MAX fits u32 and TASKS_MAX fits u16.
        let asset_index = u32::try_from(asset_index).unwrap_or(u32::MAX);
        let task_index = u16::try_from(task_index).unwrap_or(u16::MAX);
        for nominal in nominals.iter().filter_map(|day| Day::from_number(*day)) {
            match rolls.get(nominal) {
                Rolled::To(date) => {
                    chunk.table.push(Row::fixed(date, asset_index, task_index, nominal));
                }
                Rolled::Skipped => chunk.skipped += 1,
                Rolled::OutOfReach => return Err(out_of_reach(self.input, task, asset, nominal)),
            }
        }
        Ok(())
    }
}

fn out_of_reach(input: &PlanInput, task: &TaskTemplate, asset: &Asset, nominal: Day) -> Error {
    let calendar = input.calendar_of(asset).id();
    let message = format!(
        "`{}` on `{}`, nominal {nominal}: calendar `{calendar}` has no open day within reach",
        task.id, asset.id
    );
    Error::new(codes::CAL_NO_WORKING_DAY, "/calendars", message)
}

/// The roll of `task` on this series: its own, except that a series that sticks to the end of the month
/// never leaves it, and rolls to the previous open day (the last of the month).
pub(super) fn roll_of(task: &TaskTemplate, sticks_to_end: bool) -> Roll {
    if sticks_to_end && !matches!(task.roll, Roll::None | Roll::Skip) {
        Roll::Previous
    } else {
        task.roll
    }
}

/// The anchor before any spread; the contract that covers the asset is only looked for when it matters.
fn base_anchor<'a, F: FnOnce() -> Option<&'a Contract>>(
    input: &PlanInput,
    task: &TaskTemplate,
    contract: &LazyCell<Option<&'a Contract>, F>,
) -> Day {
    task.anchor.or_else(|| contract.map(Contract::begin)).unwrap_or(input.begin)
}

/// Days that [`Spread::ByAsset`] shifts the first date by: the first eight bytes, little-endian, of
/// BLAKE3 of task id, a zero byte, asset id, modulo the days of the first period.
pub(super) fn spread_days(task: &TaskTemplate, asset: &AssetId, base: Day, every: Interval) -> i32 {
    if task.spread == Spread::None {
        return 0;
    }
    let period = every.fixed_days().or_else(|| {
        let next = Series::new(base, every, MonthEnd::Backward).nth(1)?;
        Some(next.number() - base.number())
    });
    let mut hasher = blake3::Hasher::new();
    hasher.update(task.id.as_str().as_bytes()).update(&[0]).update(asset.as_str().as_bytes());
    let bytes = hasher.finalize();
    let head = bytes.as_bytes().first_chunk::<8>().copied().unwrap_or_default();
    let days = u64::try_from(period.unwrap_or(1)).unwrap_or(1).max(1);
    i32::try_from(u64::from_le_bytes(head) % days).unwrap_or_default()
}
