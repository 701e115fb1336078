//! The contracts: where each stands, its dates, what it promises, and what does not fit together.

use super::agenda::{self, Agenda};
use super::page::heading;
use super::pen::Pen;
use super::{LIST_MAX, ReportInput, faults, findings, promises, timeline};
use crate::contract::level::{Measure, TargetKind};
use crate::contract::{Contract, Outcome, Reach, TermAt, TermPhase, Version};
use crate::plan::Plan;
use crate::text::Label;
use crate::time::Day;
use maud::{Markup, html};

/// A notice deadline this near is marked.
const NOTICE_SOON_DAYS: i32 = 30;

pub(super) fn section(input: &ReportInput<'_>, pen: Pen) -> Markup {
    let plan = input.plan;
    html! {
        section id="contracts" aria-labelledby="contracts-title" {
            (heading("contracts", pen))
            @if plan.input().contracts().is_empty() { p { (pen.t(
                "The engagement names no contract, so nothing says what is covered.",
                "Le dossier ne nomme aucun contrat : rien ne dit ce qui est couvert.",
            )) } }
            @else { (content(input, pen)) }
            (findings::of_plan(plan, pen))
        }
    }
}

fn content(input: &ReportInput<'_>, pen: Pen) -> Markup {
    let plan = input.plan;
    html! {
        p.lead { (pen.t(
            "Who is bound, until which last covered day, and by when notice must be given. Renewals to come are assumed where they are tacit.",
            "Qui est engagé, jusqu'à quel dernier jour couvert, et jusqu'à quand dénoncer. Les reconductions à venir sont supposées quand elles sont tacites.",
        )) }
        @match &Agenda::of(plan) {
            Ok(agenda) => {
                (timeline::chart(plan, agenda, pen))
                (table(plan, pen))
                (agenda::list(agenda, plan, pen))
            }
            Err(error) => {
                (table(plan, pen))
                (faults::error(error, pen))
            }
        }
        (promises::list(plan, pen))
        (findings::list(input, pen))
    }
}

fn table(plan: &Plan, pen: Pen) -> Markup {
    let all = plan.input().contracts().len();
    let columns = [
        pen.t("Contract", "Contrat"),
        pen.t("Current term", "Période en cours"),
        pen.t("Renewal", "Reconduction"),
        pen.t("Notice by", "Préavis au plus tard"),
        pen.t("Services", "Prestations"),
    ];
    html! {
        div.scroll tabindex="0" role="region" aria-label=(pen.t("Contracts", "Contrats")) {
            table.rows.sortable {
                caption { (pen.t("Contracts as known on ", "Contrats, état connu au ")) (pen.date(plan.as_of()))
                    @if all > LIST_MAX {
                        (pen.t(", the first ", ", les ")) (pen.number(LIST_MAX)) (pen.t(" of ", " premiers sur ")) (pen.number(all))
                    }
                }
                thead { tr {
                    @for name in &columns { th scope="col" { (name) } }
                    th.num scope="col" { (pen.t("Equipment", "Équipements")) }
                    th scope="col" { (pen.t("Service levels", "Niveaux de service")) }
                } }
                tbody { @for reach in plan.input().reaches().take(LIST_MAX) { (row(&reach, plan, pen)) } }
            }
        }
    }
}

/// The day that a contract is shown as on: its first one, when that is still to come.
pub(super) fn day_shown(contract: &Contract, plan: &Plan) -> Day {
    plan.as_of().max(contract.begin())
}

fn row(reach: &Reach<'_>, plan: &Plan, pen: Pen) -> Markup {
    let contract = reach.contract();
    let day = day_shown(contract, plan);
    let term = contract.term_at(plan.as_of());
    let version = contract.version_at(day);
    let inside = inside(reach, plan, day);
    html! { tr {
        th scope="row" {
            strong { (contract.reference()) }
            @if contract.reference() != contract.id().as_str() { small { code { (contract.id()) } } }
            small { (contract.provider()) " → " (contract.customer()) }
        }
        td data-sort=[term.last_covered] { (term_cell(contract, &term, plan.as_of(), pen)) }
        td { (pen.typeset(term.mode.label(pen.lang)))
            @if let Some(months) = contract.term().parts().period_months {
                small { (pen.t("by ", "par ")) (pen.span_of(u64::from(months), crate::time::Unit::Month)) }
            }
        }
        (notice_cell(contract, plan.as_of(), pen))
        td { @if version.content.services.is_empty() { span.none { (pen.t("none", "aucune")) } }
            @for (number, terms) in version.content.services.iter().enumerate() {
                @if number > 0 { ", " } (pen.typeset(terms.service.label(pen.lang)))
            }
        }
        td.num data-sort=(inside.unwrap_or_default()) { (inside.map_or_else(|| "–".to_owned(), |count| pen.number(count))) }
        td { (levels_cell(version, pen)) }
    } }
}

fn term_cell(contract: &Contract, term: &TermAt, as_of: Day, pen: Pen) -> Markup {
    let suspended = contract.suspension_at(as_of);
    html! {
        @match term.last_covered {
            Some(last) => { (pen.t("up to ", "jusqu'au ")) strong.nowrap { (pen.date(last)) } }
            None => { (pen.t("no end", "sans fin")) }
        }
        small {
            (pen.t("from ", "depuis le ")) (pen.date(term.begin)) ", " (pen.typeset(term.phase.label(pen.lang)))
            @if term.renewal > 0 {
                (pen.t(", renewal ", ", reconduction n° ")) (pen.number(term.renewal))
                @if term.assumed { (pen.t(" (assumed)", " (supposée)")) }
            }
        }
        @if let Some(part) = suspended { small.warn {
            "▲ " (pen.t("suspended, covered again on ", "suspendu, reprise le ")) (pen.date(part.period.end()))
        } }
    }
}

/// The deadline that counts, how far it is, and what a missed one means.
fn notice_cell(contract: &Contract, as_of: Day, pen: Pen) -> Markup {
    let ended = !matches!(contract.term_at(as_of).phase, TermPhase::NotBegun | TermPhase::Running);
    let none = html! { td { span.none { (if ended { "–".to_owned() } else { pen.t("no notice", "sans préavis") }) } } };
    let notice = match contract.notice_deadline(as_of) {
        Ok(Some(notice)) => notice,
        Ok(None) => return none,
        Err(error) => return html! { td { span.warn { "▲ " code { (error.code()) } } } },
    };
    let shown = notice.next.unwrap_or(notice.current);
    let near = shown.deadline.number() - as_of.number() <= NOTICE_SOON_DAYS;
    let last = |end: Day| pen.date(end.add_days(-1).unwrap_or(end));
    html! { td data-sort=(shown.deadline) {
        @match notice.next {
            Some(next) => {
                span.nowrap { (pen.date(next.deadline)) }
                small.warn[near] { @if near { "▲ " } (agenda::left(next.deadline, as_of, pen))
                    (pen.t(", to end on ", ", pour finir le ")) (last(next.end))
                }
            }
            None => { span.warn { (pen.t("▲ too late", "▲ trop tard")) } }
        }
        @if notice.passed { small.warn {
            "▲ " (pen.t("past since ", "passé depuis le ")) (pen.date(notice.current.deadline))
            (pen.t(" for the end on ", " pour la fin du ")) (last(notice.current.end))
        } }
    } }
}

/// Assets that the contract covers on `day`; `None` when it covers nothing then.
fn inside(reach: &Reach<'_>, plan: &Plan, day: Day) -> Option<usize> {
    let contract = reach.contract();
    let over = contract.term().final_end().is_some_and(|end| day >= end);
    // The services of a version share its perimeter: one answers for all.
    let service = contract.version_at(day).content.services.first()?.service;
    if over || contract.suspension_at(day).is_some() {
        return None;
    }
    let assets = plan.input().estate().assets().iter();
    Some(assets.filter(|asset| reach.outcome(asset, service, day).0 == Outcome::Covered).count())
}

/// How many levels, and the shortest of each promise that counts open time.
fn levels_cell(version: &Version, pen: Pen) -> Markup {
    let levels = &version.content.service_levels;
    let shortest = |kind: &TargetKind| {
        let of_kind = levels.iter().filter_map(|level| level.target(*kind));
        let seconds = of_kind.filter_map(|target| match target.measure {
            Measure::OpenTime { seconds } => Some(seconds),
            _ => None,
        });
        seconds.min()
    };
    html! {
        @if levels.is_empty() { span.none { (pen.t("no promise", "aucun engagement")) } }
        @else {
            (pen.count(levels.len(), ["level", "levels"], ["niveau", "niveaux"]))
            @for kind in TargetKind::ALL { @if let Some(seconds) = shortest(kind) { small {
                (pen.typeset(kind.label(pen.lang))) (pen.t(" from ", " dès ")) (promises::seconds(seconds, pen))
            } } }
        }
    }
}
