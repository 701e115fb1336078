//! From the renewal policies of a document to domain values; every fault is added with its pointer.

use super::parts::{money, selector};
use super::price_parts::percent;
use super::renewal_types::{FailureDoc, LifeDoc, RenewalPolicyDoc, UpkeepDoc};
use crate::error::{Faults, codes};
use crate::inventory::Selector;
use crate::quantity::INTEGER_MAX;
use crate::renewal::{
    Book, DEPRECIATION_YEARS_MAX, FLEX_MONTHS_MAX, FailureModel, Life, RenewalPolicy, Upkeep,
};

/// Most years of an upkeep.
const UPKEEP_YEARS_MAX: usize = 60;
/// A whole, in parts per million.
const WHOLE_PPM: i64 = 1_000_000;
/// Decimals of a shape, as of a percentage.
const SHAPE_UNIT: f64 = 10_000.0;

/// A policy; what it leaves out is as in the shipped one.
pub(super) fn policy(
    doc: &RenewalPolicyDoc,
    pointer: &str,
    faults: &mut Faults,
) -> Option<RenewalPolicy> {
    let before = faults.len();
    let base = RenewalPolicy::default();
    let life = doc.life.as_ref().and_then(|doc| life(doc, pointer, faults));
    let mut index = 0;
    if let Some(text) = &doc.price_index {
        let place = format!("{pointer}/price_index");
        index = percent(text, place.clone(), faults).unwrap_or_default();
        range("price_index", index, -WHOLE_PPM / 2, WHOLE_PPM, &place, faults);
    }
    let price = |doc: Option<_>, name: &str, faults: &mut Faults| {
        doc.and_then(|doc| money(doc, &format!("{pointer}/{name}"), faults))
    };
    let months = |name: &str, given: Option<u16>, faults: &mut Faults| {
        let months = given.unwrap_or_default();
        let place = format!("{pointer}/{name}");
        range(name, i64::from(months), 0, i64::from(FLEX_MONTHS_MAX), &place, faults);
        months
    };
    let cost = |name: &str, given: Option<i64>, faults: &mut Faults| {
        let minor = given.unwrap_or_default();
        range(name, minor, 0, INTEGER_MAX, &format!("{pointer}/{name}"), faults);
        minor
    };
    let made = RenewalPolicy {
        id: doc.id.0.as_str().into(),
        applies_to: doc.applies_to.as_ref().map_or_else(Selector::default, selector),
        drivers: doc.drivers.clone().unwrap_or(base.drivers),
        updates: doc.updates.clone().unwrap_or(base.updates),
        life,
        life_point: doc.life_point.unwrap_or(base.life_point),
        support_level: doc.support_level.unwrap_or(base.support_level),
        lead_months: months("lead_months", doc.lead_months, faults),
        flex_early_months: months("flex_early_months", doc.flex_early_months, faults),
        flex_late_months: months("flex_late_months", doc.flex_late_months, faults),
        is_mandatory: doc.is_mandatory.unwrap_or_default(),
        price: price(doc.price.as_ref(), "price", faults),
        update_price: price(doc.update_price.as_ref(), "update_price", faults),
        price_index_ppm: index,
        early_cost_minor: cost("early_cost_minor", doc.early_cost_minor, faults),
        late_cost_minor: cost("late_cost_minor", doc.late_cost_minor, faults),
        consequence_minor: cost("consequence_minor", doc.consequence_minor, faults),
        upkeep: doc.upkeep.as_ref().and_then(|doc| upkeep(doc, pointer, faults)),
        failure: doc.failure.as_ref().and_then(|doc| failure(doc, pointer, faults)),
        book: doc.book.as_ref().map_or(base.book, |doc| {
            let place = format!("{pointer}/book/years");
            let most = i64::from(DEPRECIATION_YEARS_MAX);
            range("years", i64::from(doc.years), 1, most, &place, faults);
            Some(Book { method: doc.method, years: doc.years })
        }),
        manufacture_co2_kg: doc.manufacture_co2_kg,
    };
    (faults.len() == before).then_some(made)
}

/// Adds a fault for a number outside its range.
fn range(name: &str, value: i64, least: i64, most: i64, place: &str, faults: &mut Faults) {
    if !(least..=most).contains(&value) {
        let message = format!("`{name}` is outside its range");
        faults.add(codes::REN_POLICY_RANGE, place, message);
    }
}

fn life(doc: &LifeDoc, pointer: &str, faults: &mut Faults) -> Option<Life> {
    let LifeDoc { low_months, mode_months, high_months } = *doc;
    let life = Life { low_months, mode_months, high_months };
    if !life.is_ordered() {
        let message = format!("{low_months}, {mode_months}, {high_months} months");
        faults.add(codes::REN_POLICY_LIFE, format!("{pointer}/life"), message);
        return None;
    }
    Some(life)
}

fn upkeep(doc: &UpkeepDoc, pointer: &str, faults: &mut Faults) -> Option<Upkeep> {
    let pointer = format!("{pointer}/upkeep");
    let before = faults.len();
    let years = doc.yearly_cost_minor.len();
    let salvage = doc.salvage_minor.clone().unwrap_or_else(|| vec![0; years]);
    if !(1..=UPKEEP_YEARS_MAX).contains(&years) || salvage.len() != years {
        let message = format!("{years} yearly costs and {} resale values", salvage.len());
        faults.add(codes::REN_POLICY_COSTS, pointer.as_str(), message);
    }
    let amounts = doc.yearly_cost_minor.iter().chain(&salvage).chain([&doc.price_minor]);
    if amounts.into_iter().any(|minor| !(0..=INTEGER_MAX).contains(minor)) {
        faults.add(codes::REN_POLICY_COSTS, pointer.as_str(), "an amount below 0 or beyond 2^53");
    }
    let rate =
        doc.rate.as_ref().map_or(Some(0), |text| percent(text, format!("{pointer}/rate"), faults));
    let rate_ppm = rate.and_then(|rate| u32::try_from(rate).ok()).filter(|rate| *rate <= 1_000_000);
    if rate_ppm.is_none() {
        faults.add(codes::REN_POLICY_COSTS, format!("{pointer}/rate"), "not within 0 and 100 %");
    }
    (faults.len() == before).then(|| Upkeep {
        price_minor: doc.price_minor,
        yearly_cost_minor: doc.yearly_cost_minor.clone(),
        salvage_minor: salvage,
        rate_ppm: rate_ppm.unwrap_or_default(),
    })
}

fn failure(doc: &FailureDoc, pointer: &str, faults: &mut Faults) -> Option<FailureModel> {
    let pointer = format!("{pointer}/failure");
    let before = faults.len();
    let shape = percent(&doc.shape, format!("{pointer}/shape"), faults);
    let shape = shape.and_then(|shape| u32::try_from(shape).ok()).filter(|shape| *shape > 0);
    let costs = [doc.planned_cost_minor, doc.failure_cost_minor];
    let are_costs = costs.iter().all(|minor| (0..=INTEGER_MAX).contains(minor));
    if shape.is_none() || doc.scale_days == 0 || !are_costs {
        let message = format!("shape `{}`, scale {} days", doc.shape, doc.scale_days);
        faults.add(codes::REN_POLICY_FAILURE, pointer, message);
    }
    (faults.len() == before).then(|| FailureModel {
        shape: f64::from(shape.unwrap_or(1)) / SHAPE_UNIT,
        scale_days: f64::from(doc.scale_days),
        planned_cost_minor: doc.planned_cost_minor,
        failure_cost_minor: doc.failure_cost_minor,
    })
}
