//! What a comparison refuses.

use super::terms::{
    DemandLine, FACTOR_PPM_MAX, LINES_MAX, OPTIONS_MAX, PARTS_MAX, SKILLS_MAX, SourcingInput,
    SourcingOption, VOLUME_MAX, YEAR_HOURS, YEARS_MAX,
};
use super::ways::{AdHoc, ContractOffer, InHouse, OptionPart, Way};
use crate::error::{Code, Error, Faults, codes};
use crate::order;
use crate::plan::Mode;
use crate::quantity::{Currency, INTEGER_MAX};

/// One in parts per million, and the most that a rate may be.
const WHOLE: i64 = 1_000_000;
const RATE_MAX: i64 = 10 * WHOLE;
/// Most lines × years × options × parameters of the search for thresholds.
const SEARCH_MAX: u64 = 100_000;
/// Largest number of posts.
const POSTS_MAX: u64 = 1_000_000;
/// Largest number of interventions, minutes, visits, assets of a line.
const COUNT_MAX: u64 = 1_000_000_000;

/// Checks an input.
///
/// # Errors
/// All faults at once, each at its place.
pub(super) fn input(input: &SourcingInput) -> Result<(), Error> {
    let mut faults = Faults::new();
    let months = i32::try_from(input.years).ok().and_then(|years| years.checked_mul(12));
    let end = months.and_then(|months| input.start.add_months(months));
    if !(1..=YEARS_MAX).contains(&input.years) || end.is_none() {
        let message = format!("{} years from {}, not 1 to {YEARS_MAX}", input.years, input.start);
        faults.add(codes::SRC_YEARS, "/years", message);
    }
    rate(Some(input.discount_ppm), (1 - WHOLE, RATE_MAX), "/discount", &mut faults);
    amount(input.downtime_hour_minor, "/downtime_hour_minor", &mut faults);
    if input.volume_max.is_some_and(|most| most == 0 || most > VOLUME_MAX) {
        faults.add(codes::SRC_SEARCH, "/volume_max", format!("not within 1 and {VOLUME_MAX}"));
    }
    for (list, count, most) in
        [("/options", input.options.len(), OPTIONS_MAX), ("/demand", input.demand.len(), LINES_MAX)]
    {
        if count == 0 {
            faults.add(codes::SRC_NO_OPTION, list, "the list is empty");
        }
        too_many(count, most, list, &mut faults);
    }
    unique("/options", "id", input.options.iter().map(|option| &*option.id), &mut faults);
    unique("/demand", "key", input.demand.iter().map(|line| &*line.key), &mut faults);
    for (index, line) in input.demand.iter().enumerate().take(LINES_MAX) {
        demand(line, &format!("/demand/{index}"), &mut faults);
    }
    for (index, option) in input.options.iter().enumerate().take(OPTIONS_MAX) {
        self::option(input, option, &format!("/options/{index}"), &mut faults);
    }
    sensitivity(input, &mut faults);
    Error::check(faults.into_vec())
}

fn sensitivity(input: &SourcingInput, faults: &mut Faults) {
    let asked = &input.sensitivity;
    let place = "/sensitivity/parameters";
    let codes = asked.parameters.iter().map(|(parameter, _)| parameter.code());
    unique(place, "parameter", codes, faults);
    for (index, (_, ratio)) in asked.parameters.iter().enumerate() {
        rate(Some(*ratio), (0, WHOLE), &format!("{place}/{index}/ratio"), faults);
    }
    let sizes = [input.demand.len(), input.options.len(), asked.parameters.len()];
    let size = sizes.iter().fold(u64::from(input.years), |size, own| {
        size.saturating_mul(u64::try_from(*own).unwrap_or(u64::MAX))
    });
    if size > SEARCH_MAX {
        let message =
            format!("lines × years × options × parameters is {size}, at most {SEARCH_MAX}");
        faults.add(codes::SRC_SEARCH, "/sensitivity", message);
    }
    if let Some((low, high)) = asked.range_ppm {
        rate(Some(low), (0, WHOLE), "/sensitivity/from", faults);
        rate(Some(high), (WHOLE, FACTOR_PPM_MAX), "/sensitivity/to", faults);
    }
}

fn rate(ppm: Option<i64>, (least, most): (i64, i64), pointer: &str, faults: &mut Faults) {
    if let Some(ppm) = ppm.filter(|ppm| !(least..=most).contains(ppm)) {
        let message = format!("{ppm} parts per million, not within {least} and {most}");
        faults.add(codes::SRC_RATE, pointer, message);
    }
}

fn amount(minor: Option<i64>, pointer: &str, faults: &mut Faults) {
    if let Some(minor) = minor.filter(|minor| !(0..=INTEGER_MAX).contains(minor)) {
        faults.add(
            codes::SRC_AMOUNT,
            pointer,
            format!("`{minor}` is not within 0 and {INTEGER_MAX}"),
        );
    }
}

fn count(count: Option<u64>, most: u64, (code, pointer): (Code, String), faults: &mut Faults) {
    if let Some(count) = count.filter(|count| *count > most) {
        faults.add(code, pointer, format!("{count}, at most {most}"));
    }
}

fn too_many(count: usize, most: usize, pointer: &str, faults: &mut Faults) {
    if count > most {
        faults.add(codes::SRC_TOO_MANY, pointer, format!("{count}, at most {most}"));
    }
}

fn unique<'a>(list: &str, field: &str, names: impl Iterator<Item = &'a str>, faults: &mut Faults) {
    let mut seen = order::Index::default();
    for (index, name) in names.enumerate() {
        if !seen.is_new(name) {
            faults.add(
                codes::SRC_TWICE,
                format!("{list}/{index}/{field}"),
                format!("`{name}` is used twice"),
            );
        }
    }
}

fn demand(line: &DemandLine, pointer: &str, faults: &mut Faults) {
    for (name, number) in [
        ("interventions", line.interventions),
        ("minutes", line.minutes),
        ("visits", line.visits),
        ("assets", line.assets),
    ] {
        count(number, COUNT_MAX, (codes::SRC_TOO_MANY, format!("{pointer}/{name}")), faults);
    }
    rate(line.out_of_hours_ppm, (0, WHOLE), &format!("{pointer}/out_of_hours"), faults);
    rate(Some(line.growth_ppm), (-WHOLE, RATE_MAX), &format!("{pointer}/growth"), faults);
    if line.mode == Mode::Remote && line.visits.is_some_and(|visits| visits > 0) {
        faults.add(codes::SRC_DEMAND, format!("{pointer}/visits"), "visits of work at a distance");
    }
    let has_work = [line.minutes, line.visits].into_iter().flatten().any(|count| count > 0);
    if line.interventions == Some(0) && has_work {
        let message = "minutes or visits without interventions";
        faults.add(codes::SRC_DEMAND, format!("{pointer}/interventions"), message);
    }
}

fn option(input: &SourcingInput, option: &SourcingOption, pointer: &str, faults: &mut Faults) {
    amount(option.transition_minor, &format!("{pointer}/transition_minor"), faults);
    amount(option.exit_minor, &format!("{pointer}/exit_minor"), faults);
    let downtime = (codes::SRC_TOO_MANY, format!("{pointer}/downtime_minutes"));
    count(option.downtime_minutes, COUNT_MAX, downtime, faults);
    if option.parts.is_empty() {
        faults.add(codes::SRC_NO_OPTION, format!("{pointer}/parts"), "the option has no part");
    }
    too_many(option.parts.len(), PARTS_MAX, &format!("{pointer}/parts"), faults);
    for (index, part) in option.parts.iter().enumerate().take(PARTS_MAX) {
        self::part(input, part, &format!("{pointer}/parts/{index}"), faults);
    }
    for line in &input.demand {
        if !option.parts.is_empty() && !option.parts.iter().any(|part| part.takes.takes(line)) {
            let message = format!("no part of `{}` takes the line `{}`", option.id, line.key);
            faults.add(codes::SRC_UNSERVED, format!("{pointer}/parts"), message);
        }
    }
}

fn part(input: &SourcingInput, part: &OptionPart, pointer: &str, faults: &mut Faults) {
    if let Some(skills) = &part.skills {
        let place = format!("{pointer}/skills");
        too_many(skills.len(), SKILLS_MAX, &place, faults);
        unique(&place, "skill", skills.iter().map(|offer| offer.skill.as_str()), faults);
        for (index, offer) in skills.iter().enumerate() {
            let people = (codes::SRC_TOO_MANY, format!("{place}/{index}/people"));
            count(offer.people, POSTS_MAX, people, faults);
        }
    }
    match &part.way {
        Way::InHouse(team) => in_house(team, &format!("{pointer}/in_house"), faults),
        Way::Contract(offer) => contract(input, offer, &format!("{pointer}/contract"), faults),
        Way::AdHoc(prices) => ad_hoc(prices, &format!("{pointer}/ad_hoc"), faults),
    }
}

fn in_house(team: &InHouse, pointer: &str, faults: &mut Faults) {
    for (name, minor) in [
        ("wage_minor", team.wage_minor),
        ("recruitment_minor", team.recruitment_minor),
        ("tools_minor", team.tools_minor),
        ("tools_per_post_minor", team.tools_per_post_minor),
        ("visit_minor", team.visit_minor),
        ("on_call_minor", team.on_call_minor),
    ] {
        amount(minor, &format!("{pointer}/{name}"), faults);
    }
    for (name, ppm, least, most) in [
        ("charges", team.charges_ppm, 0, RATE_MAX),
        ("turnover", team.turnover_ppm, 0, RATE_MAX),
        ("overhead", team.overhead_ppm, 0, RATE_MAX),
        ("out_of_hours_extra", team.out_of_hours_extra_ppm, 0, RATE_MAX),
        ("wage_index", Some(team.wage_index_ppm), -WHOLE, RATE_MAX),
        ("price_index", Some(team.price_index_ppm), -WHOLE, RATE_MAX),
        ("utilisation", Some(team.utilisation_ppm), 1, WHOLE),
    ] {
        rate(ppm, (least, most), &format!("{pointer}/{name}"), faults);
    }
    for (name, posts) in [("posts_min", team.posts_min), ("posts_now", team.posts_now)] {
        count(Some(posts), POSTS_MAX, (codes::SRC_TOO_MANY, format!("{pointer}/{name}")), faults);
    }
    let lost = team.absence_hours.saturating_add(team.training_hours);
    if !(1..=YEAR_HOURS).contains(&team.paid_hours) || lost >= team.paid_hours {
        let message =
            format!("{lost} hours of absence and training among {} paid ones", team.paid_hours);
        faults.add(codes::SRC_HOURS, format!("{pointer}/paid_hours"), message);
    }
    if team.leave_hours > YEAR_HOURS {
        let message = format!("{} hours of leave", team.leave_hours);
        faults.add(codes::SRC_HOURS, format!("{pointer}/leave_hours"), message);
    }
}

fn contract(input: &SourcingInput, offer: &ContractOffer, pointer: &str, faults: &mut Faults) {
    currency(input.currency, offer.price.parts().currency, &format!("{pointer}/price"), faults);
    if offer.begin > input.start {
        let message = format!("{} is after the first day {}", offer.begin, input.start);
        faults.add(codes::SRC_CONTRACT, format!("{pointer}/begin"), message);
    }
    for (name, ppm, least, most) in [
        ("price_index", offer.price_index_ppm, -WHOLE, RATE_MAX),
        ("out_of_scope", Some(offer.out_of_scope_ppm), 0, WHOLE),
        ("penalties", offer.penalties_ppm, 0, WHOLE),
        ("overhead", offer.overhead_ppm, 0, RATE_MAX),
    ] {
        rate(ppm, (least, most), &format!("{pointer}/{name}"), faults);
    }
    for (name, number) in [
        ("included_minutes", offer.included_minutes),
        ("included_visits", offer.included_visits),
        ("units/included", offer.units.map(|units| units.included)),
    ] {
        count(number, COUNT_MAX, (codes::SRC_TOO_MANY, format!("{pointer}/{name}")), faults);
    }
    amount(offer.units.and_then(|units| units.minor), &format!("{pointer}/units/minor"), faults);
    let parts = offer.price.parts();
    let amounts =
        std::iter::once(&parts.amounts).chain(parts.amendments.iter().map(|a| &a.amounts));
    let mut classes: Vec<&str> =
        amounts.flat_map(|amounts| &amounts.classes).map(|price| &*price.class.id).collect();
    order::sort_once(&mut classes);
    for class in &classes {
        if !offer.counts.iter().any(|count| &*count.class == *class) {
            let message = format!("how many assets of `{class}`?");
            faults.add(codes::SRC_CLASS, format!("{pointer}/counts"), message);
        }
    }
    unique(
        &format!("{pointer}/counts"),
        "class",
        offer.counts.iter().map(|count| &*count.class),
        faults,
    );
    for (index, own) in offer.counts.iter().enumerate() {
        let place = format!("{pointer}/counts/{index}");
        if !classes.contains(&&*own.class) {
            let message = format!("the price has no class `{}`", own.class);
            faults.add(codes::SRC_CLASS, format!("{place}/class"), message);
        }
        count(own.count, COUNT_MAX, (codes::SRC_TOO_MANY, format!("{place}/count")), faults);
        rate(Some(own.growth_ppm), (-WHOLE, RATE_MAX), &format!("{place}/growth"), faults);
    }
}

fn currency(wanted: Currency, found: Currency, pointer: &str, faults: &mut Faults) {
    if wanted != found {
        let message = format!("`{}` in a comparison in `{}`", found.code(), wanted.code());
        faults.add(codes::SRC_CURRENCY, pointer, message);
    }
}

fn ad_hoc(prices: &AdHoc, pointer: &str, faults: &mut Faults) {
    for (name, minor) in [
        ("intervention_minor", prices.intervention_minor),
        ("hour_minor", prices.hour_minor),
        ("visit_minor", prices.visit_minor),
    ] {
        amount(minor, &format!("{pointer}/{name}"), faults);
    }
    count(
        Some(prices.minutes_min),
        COUNT_MAX,
        (codes::SRC_TOO_MANY, format!("{pointer}/minutes_min")),
        faults,
    );
    for (name, ppm, least) in [
        ("out_of_hours_extra", prices.out_of_hours_extra_ppm, 0),
        ("price_index", Some(prices.price_index_ppm), -WHOLE),
        ("overhead", prices.overhead_ppm, 0),
    ] {
        rate(ppm, (least, RATE_MAX), &format!("{pointer}/{name}"), faults);
    }
}
