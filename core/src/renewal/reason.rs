//! The reasons of one asset: every driver, dated or with why it cannot be.

use super::input::Known;
use super::policy::{Driver, RenewalPolicy};
use super::row::{NoDate, Reason, ReasonPart};
use crate::inventory::Asset;
use crate::order;
use crate::support::{InstalledKind, SupportEnd};
use crate::time::Day;

/// What a driver says of an asset.
#[derive(Clone, Copy)]
enum Said {
    On(Day),
    Over,
    Nothing(NoDate),
}

impl From<Option<Day>> for Said {
    fn from(day: Option<Day>) -> Said {
        day.map_or(Said::Nothing(NoDate::NothingKnown), Said::On)
    }
}

/// Every reason of `asset` under `policy`, the binding one first, then by state, date and driver.
pub(super) fn reasons(
    asset: &Asset,
    policy: &RenewalPolicy,
    known: &Known<'_>,
    as_of: Day,
) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Driver::ALL
        .iter()
        .flat_map(|driver| of_driver(*driver, asset, policy, known, as_of))
        .collect();
    bind(&mut reasons, as_of);
    order::sort_by(&mut reasons, |a, b| {
        let key = |reason: &Reason| {
            (reason.part, reason.date.is_none() && !reason.is_over, reason.date, reason.driver)
        };
        key(a).cmp(&key(b)).then_with(|| a.what.cmp(&b.what))
    });
    reasons
}

/// Marks the reason that binds.
fn bind(reasons: &mut [Reason], as_of: Day) {
    let enabled = |reason: &&mut Reason| reason.part == ReasonPart::Enabled;
    let dated = reasons
        .iter()
        .filter(|reason| reason.part == ReasonPart::Enabled)
        .filter_map(|reason| Some((reason.date?, reason.driver)))
        .min();
    let is_past = dated.is_some_and(|(day, _)| day <= as_of);
    let over = |reason: &&mut Reason| reason.is_over && reason.date.is_none();
    if !is_past && let Some(reason) = reasons.iter_mut().filter(enabled).find(over) {
        reason.part = ReasonPart::Binding;
    } else if let Some((day, driver)) = dated {
        let mut found = reasons.iter_mut().filter(enabled);
        if let Some(reason) = found.find(|r| r.date == Some(day) && r.driver == driver) {
            reason.part = ReasonPart::Binding;
        }
    }
}

fn of_driver(
    driver: Driver,
    asset: &Asset,
    policy: &RenewalPolicy,
    known: &Known<'_>,
    as_of: Day,
) -> Vec<Reason> {
    let facts = &asset.facts;
    let one = |said: Said| vec![reason(driver, policy, said, None, as_of)];
    match driver {
        Driver::Age => vec![age(asset, policy, as_of)],
        Driver::StatedLife => one(facts.end_of_life.into()),
        Driver::Warranty => one(facts.warranty_end.into()),
        Driver::OsSupport => support(driver, InstalledKind::Os, asset, policy, known, as_of),
        Driver::FirmwareSupport => {
            support(driver, InstalledKind::Firmware, asset, policy, known, as_of)
        }
        Driver::SoftwareSupport => {
            support(driver, InstalledKind::Software, asset, policy, known, as_of)
        }
        Driver::Contract => {
            let first = known.contract_of(asset);
            let what = first.map(|(_, id)| id.into());
            vec![reason(driver, policy, first.map(|(day, _)| day).into(), what, as_of)]
        }
        Driver::Licence => {
            let first = known.licence_of(asset);
            let what = first.map(|(_, id)| id.into());
            vec![reason(driver, policy, first.map(|(day, _)| day).into(), what, as_of)]
        }
        Driver::Certificate => {
            let dated = facts.certificates.iter().filter_map(|c| Some((c.expires?, &c.name)));
            let first = dated.min();
            let what = first.map(|(_, name)| name.clone());
            vec![reason(driver, policy, first.map(|(day, _)| day).into(), what, as_of)]
        }
        Driver::EconomicLife => one(after_purchase(asset, known.economic_months(policy))),
        Driver::Failure => one(optimal(asset, known.optimal_days(policy))),
        Driver::BookEnd => one(book_end(asset, policy)),
    }
}

fn reason(
    driver: Driver,
    policy: &RenewalPolicy,
    said: Said,
    what: Option<Box<str>>,
    as_of: Day,
) -> Reason {
    let (date, no_date) = match said {
        Said::On(day) => (Some(day), None),
        Said::Over => (None, None),
        Said::Nothing(why) => (None, Some(why)),
    };
    let is_over = no_date.is_none() && date.is_none_or(|day| day <= as_of);
    let is_enabled = policy.drivers.contains(&driver) && !policy.updates.contains(&driver);
    let part = if is_enabled { ReasonPart::Enabled } else { ReasonPart::Shown };
    Reason { driver, part, what, date, is_over, no_date, low: None, high: None }
}

/// The day that an age counts from.
pub(super) fn birth(asset: &Asset) -> Option<Day> {
    asset.facts.purchase.or(asset.facts.in_service)
}

fn age(asset: &Asset, policy: &RenewalPolicy, as_of: Day) -> Reason {
    let life = policy.life_of(asset.category);
    let born = birth(asset);
    let at = |months: u16| born.and_then(|day| day.add_months(i32::from(months)));
    let said = match (life, born) {
        (None, _) => Said::Nothing(NoDate::NoLife),
        (_, None) => Said::Nothing(NoDate::NoPurchase),
        (Some(life), Some(_)) => at(life.months(policy.life_point)).into(),
    };
    let mut reason = reason(Driver::Age, policy, said, None, as_of);
    reason.low = life.and_then(|life| at(life.low_months));
    reason.high = life.and_then(|life| at(life.high_months));
    reason
}

fn after_purchase(asset: &Asset, months: Result<u16, NoDate>) -> Said {
    match (months, birth(asset)) {
        (Err(why), _) => Said::Nothing(why),
        (_, None) => Said::Nothing(NoDate::NoPurchase),
        (Ok(months), Some(day)) => day.add_months(i32::from(months)).into(),
    }
}

fn optimal(asset: &Asset, days: Result<i32, NoDate>) -> Said {
    match (days, birth(asset)) {
        (Err(why), _) => Said::Nothing(why),
        (_, None) => Said::Nothing(NoDate::NoPurchase),
        (Ok(days), Some(day)) => day.add_days(days).into(),
    }
}

fn book_end(asset: &Asset, policy: &RenewalPolicy) -> Said {
    let begin = asset.facts.in_service.or(asset.facts.purchase);
    let years = asset.facts.book_years.or(policy.book.map(|book| book.years));
    match (begin, years) {
        (_, None) => Said::Nothing(NoDate::NoLife),
        (None, _) => Said::Nothing(NoDate::NoPurchase),
        (Some(day), Some(years)) => day.add_months(i32::from(years).saturating_mul(12)).into(),
    }
}

/// The first end among the products of a kind; what is over without a date comes first.
fn support(
    driver: Driver,
    kind: InstalledKind,
    asset: &Asset,
    policy: &RenewalPolicy,
    known: &Known<'_>,
    as_of: Day,
) -> Vec<Reason> {
    let products = known.installed_on(asset, kind);
    let mut found: Vec<(Option<Day>, u8, Reason)> = Vec::with_capacity(products.len());
    for product in products {
        let name = product.product.as_deref().unwrap_or(&product.text);
        let what = match product.cycle.as_deref() {
            Some(cycle) => format!("{name} {cycle}"),
            None => name.to_owned(),
        };
        let (said, rank) = match product.end(policy.support_level) {
            SupportEnd::Ended => (Said::Over, 0),
            SupportEnd::On(day) => (Said::On(day), 1),
            SupportEnd::NotEnded => (Said::Nothing(NoDate::NotEnded), 2),
            SupportEnd::Unknown if product.cycle.is_none() => (Said::Nothing(NoDate::NoCycle), 3),
            SupportEnd::Unknown => (Said::Nothing(NoDate::EndUnknown), 3),
        };
        let reason = reason(driver, policy, said, Some(what.into()), as_of);
        found.push((reason.date, rank, reason));
    }
    order::sort_by(&mut found, |a, b| {
        (a.1, a.0).cmp(&(b.1, b.0)).then_with(|| a.2.what.cmp(&b.2.what))
    });
    let past = found.iter().any(|(date, ..)| date.is_some_and(|day| day <= as_of));
    let first = found.into_iter().find(|(_, rank, _)| !past || *rank == 1);
    if let Some((_, _, reason)) = first {
        return vec![reason];
    }
    let is_told = match kind {
        InstalledKind::Os => asset.facts.os.is_some(),
        InstalledKind::Software => !asset.facts.software.is_empty(),
        InstalledKind::Firmware => asset.facts.firmware.is_some() && asset.category.has_firmware(),
    };
    let why = match (known.has_catalogue(), is_told) {
        (false, _) => NoDate::NoCatalogue,
        (true, true) => NoDate::NotRecognised,
        (true, false) => NoDate::NothingKnown,
    };
    vec![reason(driver, policy, Said::Nothing(why), None, as_of)]
}
