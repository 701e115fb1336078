//! Contracts with customers and providers, as drafts.

use super::class::Role;
use super::graph;
use super::join::Estate;
use super::machine::Reading;
use crate::error::codes;
use crate::quantity::{Currency, Money};
use crate::takeover::declared::price;
use crate::takeover::register::FoundContract;
use crate::takeover::text;

/// The contracts, each with the place of its file.
pub(super) fn contracts(estate: &mut Estate<'_>) -> Vec<(usize, FoundContract)> {
    let mut covered = graph::covered(estate);
    let mut found = Vec::new();
    for place in 0..estate.objects.len() {
        let Some((file, object)) = estate.objects.get(place) else {
            continue;
        };
        if object.class.role != Role::Contract {
            continue;
        }
        let (file, id) = (*file, format!("itop:{}:{}", object.class.name, object.id));
        let mut reading = Reading { estate, place };
        let begin = reading.day("start_date");
        let mut end = reading.day_after("end_date");
        if let (Some(first), Some(after)) = (begin, end)
            && after <= first
        {
            let message = format!("an end before the begin of {first}");
            reading.tell("end_date", codes::TAK_OUT_OF_RANGE, message);
            end = None;
        }
        let name = reading.text("name").unwrap_or_else(|| id.as_str().into());
        let price = cost(&mut reading);
        let provider = reading.estate.name_of(place, "provider_id");
        found.push((
            file,
            FoundContract {
                id: id.into(),
                name,
                provider,
                begin,
                end,
                initial_months: None,
                notice_months: None,
                period_months: None,
                renewal: None,
                price,
                assets: covered.remove(&place).unwrap_or_default(),
                site: None,
            },
        ));
    }
    found
}

/// The cost of a billing period, in the currency told, else in euros.
fn cost(reading: &mut Reading<'_, '_>) -> Option<Money> {
    let value = reading.text("cost")?;
    let currency = match reading.text("cost_currency") {
        None => Currency::EUR,
        Some(word) => {
            let known = match word.to_lowercase().as_str() {
                "euros" | "euro" | "€" => Some(Currency::EUR),
                "dollars" | "dollar" | "$" => Currency::new("USD"),
                _ => Currency::new(&word.to_uppercase()),
            };
            let Some(known) = known else {
                let message = format!("`{}` is no currency", text::quote(&word));
                reading.tell("cost_currency", codes::TAK_BAD_CHOICE, message);
                return None;
            };
            known
        }
    };
    let price = price::read(&value, currency);
    if price.is_none() {
        let message = format!("`{}` is no amount of {}", text::quote(&value), currency.code());
        reading.tell("cost", codes::TAK_OUT_OF_RANGE, message);
    }
    price
}
