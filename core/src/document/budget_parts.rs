//! From the budget of a document to its terms; every fault is added with its pointer.

use super::price_parts::percent;
use super::read::clip;
use super::renewal_types::{BudgetDoc, BundleName, CarryName};
use crate::error::{Faults, codes};
use crate::quantity::{Currency, INTEGER_MAX};
use crate::renewal::budget::{BundlePolicy, CarryOver, Smoothing};
use crate::renewal::{BudgetTerms, BundleBy, FORECAST_YEARS_MAX};

/// The terms of a budget.
pub(super) fn budget(doc: &BudgetDoc, pointer: &str, faults: &mut Faults) -> Option<BudgetTerms> {
    let before = faults.len();
    let currency = Currency::new(&doc.currency);
    if currency.is_none() {
        let message = format!("`{}` is not three capital letters", clip(&doc.currency));
        faults.add(codes::DOC_BAD_CHOICE, format!("{pointer}/currency"), message);
    }
    let most = usize::from(FORECAST_YEARS_MAX);
    if !(1..=most).contains(&doc.years.len()) {
        let message = format!("{} years, 1 to {most} are possible", doc.years.len());
        faults.add(codes::REN_FORECAST_YEARS, format!("{pointer}/years"), message);
    }
    let caps = doc.years.iter().enumerate().map(|(index, year)| {
        let place = format!("years/{index}/cap_minor");
        amount(year.cap_minor, &place, pointer, faults)
    });
    let caps_minor: Vec<Option<i64>> = caps.collect();
    let max_minor = amount(doc.carry_over_max_minor, "carry_over_max_minor", pointer, faults);
    let carry = doc.carry_over.unwrap_or(CarryName::None);
    for (name, given, wanted) in [
        ("carry_over_max_minor", doc.carry_over_max_minor.is_some(), CarryName::Unspent),
        ("carry_over_years", doc.carry_over_years.is_some(), CarryName::Window),
    ] {
        if given && carry != wanted {
            let message = format!("`{name}` only with the carry-over `{}`", wanted.code());
            faults.add(codes::CON_TWO_VALUES, format!("{pointer}/{name}"), message);
        }
    }
    let smoothing = doc.penalty.as_ref().and_then(|text| {
        let penalty_ppm = percent(text, format!("{pointer}/penalty"), faults)?;
        let level_minor = amount(doc.level_minor, "level_minor", pointer, faults);
        Some(Smoothing { level_minor, penalty_ppm })
    });
    let saving = amount(doc.bundle_saving_minor, "bundle_saving_minor", pointer, faults);
    let terms = BudgetTerms {
        caps_minor,
        currency: currency?,
        carry_over: match carry {
            CarryName::None => CarryOver::None,
            CarryName::Unspent => CarryOver::Unspent { max_minor },
            CarryName::Window => CarryOver::Window { years: doc.carry_over_years.unwrap_or(0) },
        },
        bundle_by: doc.bundle_by.unwrap_or(BundleBy::Nothing),
        bundle_policy: match doc.bundle.unwrap_or(BundleName::Saving) {
            BundleName::Together => BundlePolicy::Together,
            BundleName::Saving => BundlePolicy::Saving,
        },
        saving_minor: saving.unwrap_or_default(),
        smoothing,
    };
    (faults.len() == before).then_some(terms)
}

/// An amount of 0 or more.
fn amount(given: Option<i64>, place: &str, pointer: &str, faults: &mut Faults) -> Option<i64> {
    let minor = given?;
    if !(0..=INTEGER_MAX).contains(&minor) {
        let message = format!("`{minor}` is not within 0 and 2^53-1");
        faults.add(codes::DOC_OUT_OF_RANGE, format!("{pointer}/{place}"), message);
        return None;
    }
    Some(minor)
}
