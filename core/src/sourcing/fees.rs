//! What a contract asks for in each year, from its price.

use super::choice::Unknown;
use super::exact::{exact, grown, half_up, power};
use super::load::Figure;
use super::terms::SourcingInput;
use super::ways::ContractOffer;
use crate::contract::price::{Billing, Class, LineKind, Price, TermSpans};
use crate::error::Error;
use crate::time::{Day, Period};
use num_traits::ToPrimitive;

/// The prices of a year, before an assumed rise.
#[derive(Debug, Clone)]
pub(super) struct YearFees {
    /// Cost that accrues in the year without work out of scope.
    pub fees: Figure,
    /// Price of an hour out of scope on its first day.
    pub hour: Figure,
    /// Price of a visit out of scope on its first day.
    pub visit: Figure,
}

/// The first day of each year, and the day after the last one; checked by the caller.
pub(super) fn year_starts(input: &SourcingInput) -> Vec<Day> {
    let start = |year: u32| {
        let months = i32::try_from(year).ok()?.checked_mul(12)?;
        input.start.add_months(months)
    };
    (0..=input.years).filter_map(start).collect()
}

/// The prices of each year.
///
/// # Errors
/// Those of [`Billing`].
pub(super) fn fees_by_year(
    input: &SourcingInput,
    offer: &ContractOffer,
) -> Result<Vec<YearFees>, Error> {
    let is_counted = offer.counts.iter().all(|count| count.count.is_some());
    let assumed;
    let price = if offer.price_index_ppm.is_some() && offer.price.parts().indexation.is_some() {
        let mut parts = offer.price.parts().clone();
        parts.indexation = None;
        assumed = Price::new(parts)?;
        &assumed
    } else {
        &*offer.price
    };
    let term = TermSpans { begin: offer.begin, end: None, suspensions: Vec::new() };
    let starts = year_starts(input);
    let counts = |class: &Class, day: Day| assets_on(offer, &starts, &class.id, day);
    let billing = Billing::new(price, &term, &counts)?;
    let mut years = Vec::with_capacity(starts.len());
    for pair in starts.windows(2) {
        let &[start, end] = pair else { continue };
        let Some(period) = Period::new(start, end) else { continue };
        let fees = if is_counted {
            Ok(exact(billing.cost(period)?.total_minor))
        } else {
            Err(Unknown::Assets)
        };
        let prices = billing.prices_on(start)?;
        let rate = |kind: LineKind, reason: Unknown| {
            let found = prices.iter().find(|price| price.kind == kind);
            found.map(|price| exact(price.price_minor)).ok_or(reason)
        };
        years.push(YearFees {
            fees,
            hour: rate(LineKind::Hours, Unknown::HourPrice),
            visit: rate(LineKind::Visits, Unknown::VisitPrice),
        });
    }
    Ok(years)
}

/// Assets of a class on a day: the number of its year, rounded half up.
fn assets_on(offer: &ContractOffer, starts: &[Day], class: &str, day: Day) -> u64 {
    let year = starts.partition_point(|start| *start <= day).saturating_sub(1);
    let found = offer.counts.iter().find(|count| &*count.class == class);
    found.map_or(0, |count| {
        let years = u32::try_from(year).unwrap_or_default();
        let grown = exact(count.count.unwrap_or_default()) * power(&grown(count.growth_ppm), years);
        half_up(&grown).to_u64().unwrap_or(u64::MAX)
    })
}

/// The assumed yearly rise of a contract, within the cap and the floor of its indexation.
pub(super) fn assumed_rise(offer: &ContractOffer) -> Option<i64> {
    let rise = offer.price_index_ppm?;
    let terms = offer.price.parts().indexation.as_ref();
    let capped = terms.and_then(|terms| terms.cap_ppm).map_or(rise, |cap| rise.min(cap));
    Some(terms.and_then(|terms| terms.floor_ppm).map_or(capped, |floor| capped.max(floor)))
}
