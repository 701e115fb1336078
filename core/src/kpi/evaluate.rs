//! From what was gathered to totals: required time and downtime of each group and window.

use super::accumulator::KpiAccumulator;
use super::downtime::{Downtime, Outage, downtime, united};
use super::group::{Group, texts};
use super::lives::Lives;
use super::measure::Measure;
use super::number::hours;
use super::result::{KpiCell, KpiGroup, Kpis, KpisParts};
use super::terms::{Dimension, KpiAsset, KpiTerms};
use super::totals::Totals;
use crate::error::Error;
use crate::reliability::Life;
use std::collections::BTreeMap;

/// Planned windows of the assets: all of them, and those of preventive work; united.
struct Planned {
    all: BTreeMap<u32, Vec<(i64, i64)>>,
    preventive: BTreeMap<u32, Vec<(i64, i64)>>,
}

impl Planned {
    fn of(rows: &[(u32, i64, i64, bool)]) -> Planned {
        let take = |only: bool| {
            let rows = rows.iter().filter(|row| row.3 || !only);
            let rows = rows.map(|(asset, from, to, _)| (*asset, (*from, *to))).collect();
            let groups = crate::order::group(rows).into_iter();
            groups.map(|(asset, windows)| (asset, united(windows))).collect()
        };
        Planned { all: take(false), preventive: take(true) }
    }
}

/// What the assets of one group add up to in one window.
#[derive(Default)]
struct Times {
    down: Downtime,
    preventive: i64,
    open_restoration: i64,
    assets: i64,
    judged: i64,
    replacement: i64,
    without_value: u64,
    lives: Vec<Life>,
    unknown_lives: u64,
}

impl KpiAccumulator {
    /// The answers of every group and window, their intervals at `confidence`.
    ///
    /// Groups are sorted by their texts, unknown first. Where every dimension is one that assets have, each group
    /// of assets has its row, with records or without.
    ///
    /// # Errors
    /// `REN-012` a confidence that is not between 0 and 1 · `KPI-002` a sum beyond 2⁵³ − 1.
    pub fn answers(&self, confidence: f64) -> Result<Kpis, Error> {
        let terms = &self.terms;
        let dimensions = &terms.parts().dimensions;
        let mut groups: BTreeMap<Vec<Option<String>>, Group> = BTreeMap::new();
        let windows = terms.parts().windows.len();
        if dimensions.iter().all(|dimension| dimension.is_of_assets()) {
            for asset in &terms.parts().assets {
                groups.entry(asset_key(asset, dimensions)).or_insert_with(|| Group::new(windows));
            }
        }
        for (key, group) in &self.groups {
            let mut group = group.clone();
            group.settle();
            groups.insert(texts(&self.keys, key), group);
        }
        if groups.is_empty() && dimensions.is_empty() {
            groups.insert(Vec::new(), Group::new(windows));
        }
        let planned = Planned::of(&self.planned);
        let members = members(terms);
        let mut rows = Vec::with_capacity(groups.len());
        for (key, group) in groups {
            let own = members.get(&of_assets(&key, dimensions)).map(Vec::as_slice);
            rows.push(self.row(key, group, own.unwrap_or_default(), &planned)?);
        }
        Kpis::new(KpisParts {
            windows: terms.parts().windows.clone(),
            as_of: terms.parts().as_of,
            dimensions: dimensions.clone(),
            currency: terms.parts().currency,
            confidence,
            groups: rows,
            undated: self.counts.undated,
            cancelled: self.counts.cancelled,
            strange_assets: self.counts.strange_assets,
            unended: self.counts.unended,
        })
    }

    fn row(
        &self,
        key: Vec<Option<String>>,
        group: Group,
        members: &[usize],
        planned: &Planned,
    ) -> Result<KpiGroup, Error> {
        let mut outages: BTreeMap<u32, Vec<Outage>> = BTreeMap::new();
        for (asset, begin, end) in &group.outages {
            let end = (*end != i64::MAX).then_some(*end);
            outages.entry(*asset).or_default().push(Outage { begin: *begin, end });
        }
        let mut cells = Vec::with_capacity(group.cells.len());
        for (cell, window) in group.cells.into_iter().zip(self.terms.known_windows()) {
            let mut totals = cell.totals;
            let mut onsets = Vec::new();
            let mut lives = Lives::default();
            if !self.terms.parts().assets.is_empty() {
                let times = self.times(window, &outages, members, planned)?;
                times.write(&mut totals);
                lives = Lives::of(&times.lives, times.unknown_lives)?;
                let begins = group.outages.iter().map(|(_, begin, _)| *begin);
                onsets.extend(begins.filter(|begin| (window.0..window.1).contains(begin)));
                crate::order::sort(&mut onsets);
            }
            cells.push(KpiCell { totals, resolutions: cell.resolutions, onsets, lives });
        }
        Ok(KpiGroup { key, cells })
    }

    fn times(
        &self,
        (from, to): (i64, i64),
        outages: &BTreeMap<u32, Vec<Outage>>,
        members: &[usize],
        planned: &Planned,
    ) -> Result<Times, Error> {
        let mut times = Times::default();
        for place in members {
            let Some(asset) = self.terms.parts().assets.get(*place) else { continue };
            let begin = asset.from.unwrap_or(from).clamp(from, to);
            let end = asset.to.unwrap_or(to).clamp(begin, to);
            if begin == end {
                continue;
            }
            let number = u32::try_from(*place).unwrap_or(u32::MAX);
            let own = outages.get(&number).map(Vec::as_slice).unwrap_or_default();
            let windows = planned.all.get(&number).map(Vec::as_slice).unwrap_or_default();
            let down = downtime((begin, end), own, windows)?;
            times.down = times.down.merge(&down)?;
            if let Some(windows) = planned.preventive.get(&number) {
                let stops = super::downtime::within(windows, begin, end);
                let stops = stops.iter().map(|(from, to)| to.saturating_sub(*from));
                times.preventive = times.preventive.saturating_add(stops.sum());
            }
            let open = own.iter().filter(|outage| outage.end.is_none() && outage.begin >= begin);
            for outage in open {
                let so_far = end.saturating_sub(outage.begin).max(0);
                times.open_restoration = times.open_restoration.saturating_add(so_far);
            }
            match asset.from.and_then(|born| life(born, (begin, end), own)) {
                Some(life) => times.lives.push(life),
                None => times.unknown_lives = times.unknown_lives.saturating_add(1),
            }
            times.assets = times.assets.saturating_add(1);
            times.judged = times.judged.saturating_add(i64::from(asset.is_criticality_judged));
            match asset.replacement_minor {
                Some(minor) => times.replacement = times.replacement.saturating_add(minor),
                None => times.without_value = times.without_value.saturating_add(1),
            }
        }
        Ok(times)
    }
}

/// The life of an asset from the begin of a window, or from its own, to its first failure or the end.
fn life(born: i64, (begin, end): (i64, i64), outages: &[Outage]) -> Option<Life> {
    let onsets = outages.iter().map(|outage| outage.begin);
    let first = onsets.filter(|onset| (begin..end).contains(onset)).min();
    let age = |at: i64| hours(at.saturating_sub(born));
    let life = Life { entry: age(begin), age: age(first.unwrap_or(end)), failed: first.is_some() };
    // A failure at the very begin leaves no time in which it could have been seen alive.
    (life.entry >= 0.0 && life.age > life.entry).then_some(life)
}

impl Times {
    fn write(&self, totals: &mut Totals) {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        for (measure, amount) in [
            (Measure::RequiredSeconds, self.down.required_time),
            (Measure::OperatingSeconds, self.down.up_time),
            (Measure::FailureDownSeconds, self.down.down_time),
            (Measure::PlannedDownSeconds, self.down.planned_time),
            (Measure::PreventiveDownSeconds, self.preventive),
            (Measure::Failures, count(self.down.failures)),
            (Measure::FailureEpisodes, count(self.down.episodes)),
            (Measure::RestoredFailures, count(self.down.closed)),
            (Measure::RestorationSeconds, self.down.restoration_time),
            (Measure::OpenFailures, count(self.down.open)),
            (Measure::OpenRestorationSeconds, self.open_restoration),
            (Measure::Assets, self.assets),
            (Measure::JudgedAssets, self.judged),
        ] {
            totals.count(measure, amount);
        }
        if self.without_value < u64::try_from(self.assets).unwrap_or_default() {
            totals.count(Measure::ReplacementMinor, self.replacement);
        }
        totals.miss_many(Measure::ReplacementMinor, self.without_value);
    }
}

fn asset_key(asset: &KpiAsset, dimensions: &[Dimension]) -> Vec<Option<String>> {
    dimensions.iter().map(|dimension| asset.value(*dimension).map(str::to_owned)).collect()
}

/// The part of a key that assets have.
fn of_assets(key: &[Option<String>], dimensions: &[Dimension]) -> Vec<Option<String>> {
    let pairs = key.iter().zip(dimensions);
    pairs.filter(|(_, dimension)| dimension.is_of_assets()).map(|(text, _)| text.clone()).collect()
}

/// The places of the assets by the part of a key that they have.
fn members(terms: &KpiTerms) -> BTreeMap<Vec<Option<String>>, Vec<usize>> {
    let dimensions = &terms.parts().dimensions;
    let mut members: BTreeMap<Vec<Option<String>>, Vec<usize>> = BTreeMap::new();
    for (place, asset) in terms.parts().assets.iter().enumerate() {
        let key = of_assets(&asset_key(asset, dimensions), dimensions);
        members.entry(key).or_default().push(place);
    }
    members
}
