//! The contract that covers each row.

use super::case::{Case, fault};
use crate::contract::{Contract, Service};
use crate::error::Faults;
use crate::inventory::Asset;
use crate::time::{Day, Period};
use std::cmp::Reverse;

/// Judges the column of contracts. Rows stored elsewhere need not state it: where no row does, it is not
/// judged.
pub(super) fn judge(case: &Case<'_>, faults: &mut Faults) {
    if case.rows.iter().all(|seen| seen.row.contract.is_none()) {
        return;
    }
    let assets = case.input.estate().assets();
    for (index, seen) in case.rows.iter().enumerate() {
        let Ok(subject) = usize::try_from(seen.row.subject) else { continue };
        let expected = match assets.get(subject) {
            Some(asset) => winner(case, asset, seen.row.date),
            None => Some(subject - assets.len()),
        };
        if seen.row.contract.map(usize::from) != expected {
            let id = |place: usize| case.input.contracts().get(place).map(|own| own.id().as_str());
            let message = match expected.and_then(id) {
                Some(id) => format!("the contract `{id}` covers it"),
                None => "no contract covers it".to_owned(),
            };
            fault(faults, index, message);
        }
    }
}

/// Of the contracts that cover preventive work on the asset that day: greatest priority, earliest begin,
/// lowest id.
fn winner(case: &Case<'_>, asset: &Asset, day: Day) -> Option<usize> {
    let window = Period::new(day, day.add_days(1)?)?;
    let rank = |contract: &Contract| (Reverse(contract.priority()), contract.begin());
    let reaches = case.input.reaches().enumerate();
    let covering = reaches
        .filter(|(_, reach)| !reach.covered_periods(asset, Service::Preventive, window).is_empty());
    let ranked = covering.map(|(place, reach)| (rank(reach.contract()), place));
    ranked.min().map(|(_, place)| place)
}
