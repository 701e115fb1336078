//! What each contract includes, promises and costs.

use super::LIST_MAX;
use super::contracts::day_shown;
use super::pen::Pen;
use crate::contract::level::{Hours, Measure, Penalty, ServiceLevel, Target, TargetKind};
use crate::contract::price::{Amounts, BillingPeriod, Fee, Price};
use crate::contract::{CarryOver, Contract, Entitlement, ServiceTerms, Version};
use crate::plan::Plan;
use crate::quantity::{Currency, decimal_text};
use crate::text::Label;
use crate::time::{Interval, Unit};
use maud::{Markup, html};

/// Contracts that are shown without a click.
const OPEN_MAX: usize = 3;

pub(super) fn list(plan: &Plan, pen: Pen) -> Markup {
    let contracts = plan.input().contracts();
    html! {
        h3 { (pen.t("Services, service levels and prices", "Prestations, niveaux de service et prix")) }
        @for contract in contracts.iter().take(LIST_MAX) {
            @let version = contract.version_at(day_shown(contract, plan));
            details open[contracts.len() <= OPEN_MAX] {
                summary { (contract.reference())
                    @if version.number > 0 { (pen.t(", as amended on ", ", avenant du ")) (pen.date(version.from)) }
                }
                (services(contract, version, pen))
                (levels(contract, &version.content.service_levels, pen))
            }
        }
    }
}

fn services(contract: &Contract, version: &Version, pen: Pen) -> Markup {
    html! {
        table.pairs aria-label=(format!("{} – {}", contract.reference(), pen.t("services and price", "prestations et prix"))) {
            tbody {
                @for terms in &version.content.services { tr {
                    th scope="row" { (pen.typeset(terms.service.label(pen.lang))) } td { (included(terms, pen)) }
                } }
                @match contract.price() {
                    Some(price) => { (price_rows(price, pen)) }
                    None => { tr { th scope="row" { (pen.t("price", "prix")) } td { span.none { (pen.t("not stated", "non indiqué")) } } } }
                }
            }
        }
    }
}

pub(super) fn included(terms: &ServiceTerms, pen: Pen) -> String {
    let list: Vec<String> = terms.entitlements.iter().map(|one| entitlement(one, pen)).collect();
    if list.is_empty() {
        return pen.t("without limit", "sans limite");
    }
    list.join(" ; ").replace(" ;", &pen.t(";", " ;"))
}

/// `12 visits per contract year, the rest carried over, at most 2`.
fn entitlement(one: &Entitlement, pen: Pen) -> String {
    let (measure, per) = (one.measure.label(pen.lang), one.per.label(pen.lang));
    let rest = match one.carry_over {
        CarryOver::None => pen.t("the rest lapses", "reliquat perdu"),
        CarryOver::NextPeriod { max: None } => {
            pen.t("the rest is carried over", "reliquat reporté")
        }
        CarryOver::NextPeriod { max: Some(most) } => {
            let rest = pen.t("the rest carried over, at most", "reliquat reporté, au plus");
            format!("{rest} {}", pen.number(most))
        }
    };
    format!("{} {measure} {} {per}, {rest}", pen.number(one.quantity), pen.t("per", "par"))
}

fn price_rows(price: &Price, pen: Pen) -> Markup {
    let rows = price_list(price, pen);
    html! { @for (name, text) in &rows { tr { th scope="row" { (name) } td { (text) } } } }
}

/// The price as written: names and texts.
pub(super) fn price_list(price: &Price, pen: Pen) -> Vec<(String, String)> {
    let parts = price.parts();
    let mut rows = amounts(&parts.amounts, parts.currency, parts.every, pen);
    let mut add = |en: &str, fr: &str, text: String| rows.push((pen.t(en, fr), text));
    for change in &parts.amendments {
        let changed = amounts(&change.amounts, parts.currency, parts.every, pen);
        let changed: Vec<String> =
            changed.into_iter().map(|(name, text)| format!("{name} {text}")).collect();
        let from = pen.date(change.from);
        add(
            "new prices",
            "nouveaux prix",
            format!("{from}{} {}", pen.t(":", " :"), changed.join(", ")),
        );
    }
    let timing = parts.timing.label(pen.lang);
    add("invoices", "factures", format!("{}, {timing}", every(parts.every, pen)));
    if let Some(index) = &parts.indexation {
        let mut text =
            format!("{} {}", pen.t("every year by", "chaque année selon"), index.series.id());
        for (bound, en, fr) in
            [(index.cap_ppm, "at most", "au plus"), (index.floor_ppm, "at least", "au moins")]
        {
            if let Some(ppm) = bound {
                text = format!("{text}, {} {}", pen.t(en, fr), percent(ppm, pen));
            }
        }
        add("revision", "révision", text);
    }
    if let Some(penalties) = &parts.penalties {
        let text = percent(penalties.percent_ppm, pen);
        add("penalty", "pénalité", of_fee(&text, penalties.cap_ppm, pen));
    }
    rows
}

/// What is owed, by name.
fn amounts(
    amounts: &Amounts,
    currency: Currency,
    period: BillingPeriod,
    pen: Pen,
) -> Vec<(String, String)> {
    let fee = |fee: &Fee| {
        let per = every(fee.per.unwrap_or(period), pen);
        format!("{}, {per}", pen.money(fee.minor, currency))
    };
    let mut rows = Vec::new();
    rows.extend(amounts.fixed.iter().map(|fixed| (pen.t("fixed fee", "forfait"), fee(fixed))));
    for class in &amounts.classes {
        let name = format!("{} {}", pen.t("per asset,", "par équipement,"), class.class.id);
        rows.push((name, fee(&class.fee)));
    }
    for (minor, en, fr) in [
        (amounts.hour_minor, "hour out of scope", "heure hors forfait"),
        (amounts.visit_minor, "visit out of scope", "visite hors forfait"),
    ] {
        rows.extend(minor.map(|minor| (pen.t(en, fr), pen.money(minor, currency))));
    }
    rows.extend(amounts.minimum.iter().map(|least| (pen.t("minimum", "minimum"), fee(least))));
    rows
}

fn every(period: BillingPeriod, pen: Pen) -> String {
    Interval::new(period.months(), Unit::Month).map(|every| pen.interval(every)).unwrap_or_default()
}

/// Millionths as a percentage.
fn percent(ppm: i64, pen: Pen) -> String {
    let text = decimal_text(ppm, 4).replace('.', pen.lang.pick(".", ","));
    format!("{text}{}", pen.t("%", " %"))
}

fn of_fee(rate: &str, cap_ppm: Option<i64>, pen: Pen) -> String {
    let each = pen.t("of the fee for each breach", "du forfait par dépassement");
    match cap_ppm {
        Some(cap) => {
            format!("{rate} {each}, {} {}", pen.t("at most", "au plus"), percent(cap, pen))
        }
        None => format!("{rate} {each}"),
    }
}

fn levels(contract: &Contract, levels: &[ServiceLevel], pen: Pen) -> Markup {
    if levels.is_empty() {
        return html! {};
    }
    html! {
        div.scroll tabindex="0" role="region" aria-label=(pen.t("Service levels", "Niveaux de service")) {
            table {
                caption { (pen.t("Service levels, ", "Niveaux de service, ")) (contract.reference()) }
                thead { tr {
                    th scope="col" { (pen.t("Service", "Prestation")) } th scope="col" { (pen.t("Priority", "Priorité")) }
                    @for kind in TargetKind::ALL { th scope="col" { (pen.typeset(kind.label(pen.lang))) } }
                    th scope="col" { (pen.t("Waits not counted", "Attentes non décomptées")) }
                    th scope="col" { (pen.t("Penalty", "Pénalité")) }
                } }
                tbody { @for level in levels.iter().take(LIST_MAX) { tr {
                    th scope="row" { (pen.typeset(level.service().label(pen.lang))) }
                    td { @match level.priority() { Some(id) => (id), None => (pen.t("any other", "toute autre")) } }
                    @for kind in TargetKind::ALL { td { @match level.target(*kind) {
                        Some(target) => { (measure(target, pen)) small { (hours(target, pen)) } }
                        None => { "–" }
                    } } }
                    td { @if level.parts().waiting.is_empty() { "–" }
                        @for (number, wait) in level.parts().waiting.iter().enumerate() {
                            @if number > 0 { ", " } (pen.typeset(wait.label(pen.lang)))
                        }
                    }
                    td { @if level.parts().penalties.is_empty() { "–" }
                        @for one in &level.parts().penalties { div { (penalty(one, pen)) } }
                    }
                } } }
            }
        }
    }
}

fn penalty(one: &Penalty, pen: Pen) -> String {
    let rate = percent(i64::from(one.percent_ppm), pen);
    let text = of_fee(&rate, one.cap_ppm.map(i64::from), pen);
    format!("{}{} {text}", one.target.label(pen.lang), pen.t(":", " :"))
}

pub(super) fn hours(target: &Target, pen: Pen) -> &str {
    match &target.hours {
        Hours::Calendar(id) => id.as_str(),
        Hours::Always => pen.lang.pick("24×7", "24 h/24, 7 j/7"),
    }
}

pub(super) fn measure(target: &Target, pen: Pen) -> String {
    let working = |days| {
        let (en, fr) = (["working day", "working days"], ["jour ouvré", "jours ouvrés"]);
        pen.count(days, en, fr)
    };
    match target.measure {
        Measure::OpenTime { seconds: length } => seconds(length, pen),
        Measure::WorkingDays { days } => working(days),
        Measure::EndOfWorkingDay { days: 0 } => {
            pen.t("end of the working day", "fin du jour ouvré")
        }
        Measure::EndOfWorkingDay { days } => {
            format!("{} {}", pen.t("closing time,", "fermeture,"), working(days))
        }
        Measure::CalendarDays { days } => pen.span_of(u64::from(days), Unit::Day),
        Measure::CalendarMonths { months } => pen.span_of(u64::from(months), Unit::Month),
    }
}

/// `45 min`, `4 h`, or seconds where minutes would not be exact.
pub(super) fn seconds(seconds: u32, pen: Pen) -> String {
    if seconds.is_multiple_of(60) {
        pen.duration(seconds / 60)
    } else {
        format!("{}\u{a0}s", pen.number(seconds))
    }
}
