//! The page: head, key figures, sections in order.

use super::frame::{self, Frame, Name};
use super::pen::Pen;
use super::survey::Survey;
use super::{ReportInput, bars, breakdown, contracts, data, faults, heat, lists, tasks};
use crate::calendar::HOLIDAY_RULES_VERSION;
use crate::plan::{Mode, Plan, Totals};
use crate::time::TZ_DATA_VERSION;
use maud::{Markup, html};

/// Long lists and sortable tables, with the lists of this page between.
const JS: &str = concat!(
    include_str!("assets/lists.js"),
    include_str!("assets/plan_lists.js"),
    include_str!("assets/sortable.js")
);

/// Ids and names of the sections, in order.
const SECTIONS: [Name; 9] = [
    ("figures", "Key figures", "Chiffres clés"),
    ("year", "Calendar", "Calendrier"),
    ("weeks", "Weekly load", "Charge par semaine"),
    ("months", "Months and shares", "Mois et répartition"),
    ("contracts", "Contracts", "Contrats"),
    ("occurrences", "Interventions", "Interventions"),
    ("assets", "Equipment", "Équipements"),
    ("tasks", "Checks and way back", "Contrôles et retour arrière"),
    ("doubts", "Refused and doubtful", "Refusé ou douteux"),
];

/// Heading of the section `id`.
pub(super) fn heading(id: &str, pen: Pen) -> Markup {
    frame::heading(SECTIONS, id, pen)
}

pub(super) fn page(input: &ReportInput<'_>, pen: Pen) -> Markup {
    let plan = input.plan;
    let survey = Survey::of(plan);
    let main = html! {
        (figures(input, &survey, pen))
        (heat::section(plan, &survey, pen))
        (bars::section(plan, pen))
        (breakdown::section(plan, &survey, pen))
        (contracts::section(input, pen))
        (lists::occurrences(plan, pen))
        (lists::assets(plan, pen))
        (tasks::section(plan, pen))
        (faults::section(input, pen))
    };
    let frame = Frame {
        title: &pen.t("Maintenance programme", "Programme de maintenance"),
        customer: plan.input().customer(),
        css: "",
        header: header(plan, pen),
        sections: frame::links(SECTIONS, pen),
        main,
        footer: footer(pen),
        data: data::json(plan, pen),
        script: JS,
    };
    frame.page(pen)
}

fn header(plan: &Plan, pen: Pen) -> Markup {
    let input = plan.input();
    let horizon = plan.horizon();
    let last = horizon.end().add_days(-1).unwrap_or(horizon.end());
    html! {
        header.top {
            div.wide {
                p.eyebrow { (pen.t("Maintenance programme", "Programme de maintenance")) }
                h1 { (input.customer()) }
                dl.facts {
                    div { dt { (pen.t("Provider", "Prestataire")) } dd { (input.provider()) } }
                    div { dt { (pen.t("Period", "Période")) } dd {
                        (pen.t("from ", "du ")) time datetime=(horizon.start()) { (pen.date(horizon.start())) }
                        (pen.t(" to ", " au ")) time datetime=(last) { (pen.date(last)) }
                    } }
                    div { dt { (pen.t("As known on", "État connu au")) } dd {
                        time datetime=(plan.as_of()) { (pen.date(plan.as_of())) }
                    } }
                    div.digest { dt { (pen.t("Plan digest", "Empreinte du plan")) } dd { code { (plan.digest()) } } }
                }
            }
        }
    }
}

fn footer(pen: Pen) -> Markup {
    html! {
        footer { p {
            (pen.t("Computed by entretien. ", "Calculé par entretien. "))
            (pen.t("Time zone data ", "Fuseaux horaires ")) (TZ_DATA_VERSION)
            (pen.t("; holiday rules ", " ; règles de jours fériés ")) (HOLIDAY_RULES_VERSION) ". "
            (pen.t(
                "The digest names this plan: the same engagement, day and period give the same one.",
                "L'empreinte désigne ce plan : le même dossier, le même jour et la même période donnent la même.",
            ))
        } }
    }
}

fn figures(input: &ReportInput<'_>, survey: &Survey<'_>, pen: Pen) -> Markup {
    let totals = input.plan.totals();
    let covered = totals.assets.saturating_sub(totals.assets_without_task);
    let without = totals.assets_without_task;
    html! {
        section id="figures" aria-labelledby="figures-title" {
            (heading("figures", pen))
            ul.cards {
                (card(&pen.t("Interventions", "Interventions"), &pen.number(totals.occurrences), &busiest(survey, pen)))
                (card(&pen.t("Work", "Travail"), &pen.hours_unit(totals.work_minutes), &on_site(totals, pen)))
                (card(&pen.t("Equipment covered", "Équipements couverts"), &pen.number(covered), &html! {
                    @if without > 0 { strong.warn { "▲ " (pen.number(without)) " " (pen.t("without any task", "sans aucune tâche")) } }
                    @else { (pen.t("all of the estate", "tout le parc")) }
                }))
                (card(&pen.t("Sites", "Sites"), &pen.number(totals.sites.len()), &html! {
                    (pen.t("with planned work", "avec des travaux prévus"))
                }))
                (over(input.plan, pen))
                (card(&pen.t("Refused or passed over", "Refusé ou écarté"), &pen.number(input.refused.len()), &html! {
                    a href="#doubts" { (pen.count(input.diagnostics.len(),
                        ["doubtful value", "doubtful values"], ["valeur douteuse", "valeurs douteuses"])) }
                }))
            }
            @if let Some(cost) = &totals.cost { p.note {
                (pen.t("Estimated cost: ", "Coût estimé : "))
                strong { (pen.money(i64::try_from(cost.cost_minor).unwrap_or(i64::MAX), cost.currency)) }
                @if cost.unpriced_occurrences > 0 {
                    " (" (pen.count(cost.unpriced_occurrences,
                        ["intervention without a price is not in it", "interventions without a price are not in it"],
                        ["intervention sans prix n'y est pas", "interventions sans prix n'y sont pas"])) ")"
                }
                "."
            } }
            @if totals.visits > 0 { p.note {
                (pen.count(totals.visits, ["visit on site", "visits on site"], ["visite sur place", "visites sur place"]))
                (pen.t(": works of one site and day are one.", " : les travaux d'un même site et d'un même jour en font une."))
            } }
            @if totals.left_out > 0 { p.note {
                (pen.count(totals.left_out,
                    ["intervention is skipped or cancelled by decision; it is in no sum.",
                     "interventions are skipped or cancelled by decision; they are in no sum."],
                    ["intervention est ignorée ou annulée par décision ; elle n'est dans aucune somme.",
                     "interventions sont ignorées ou annulées par décision ; elles ne sont dans aucune somme."]))
            } }
            @if totals.skipped > 0 { p.note {
                (pen.count(totals.skipped,
                    ["date falls on a closed day and is left out, as its task asks (roll “skip”).",
                     "dates fall on a closed day and are left out, as their tasks ask (roll “skip”)."],
                    ["date tombe un jour fermé et est omise, comme sa tâche le demande (report « omis »).",
                     "dates tombent un jour fermé et sont omises, comme leurs tâches le demandent (report « omis »)."]))
            } }
            @if survey.unknown_rows > 0 { p.note.warn {
                (pen.count(survey.unknown_rows,
                    ["stored row names a task or asset that the engagement does not know; it is not shown.",
                     "stored rows name a task or asset that the engagement does not know; they are not shown."],
                    ["ligne enregistrée désigne une tâche ou un équipement inconnu du dossier ; elle n'est pas montrée.",
                     "lignes enregistrées désignent une tâche ou un équipement inconnu du dossier ; elles ne sont pas montrées."]))
            } }
        }
    }
}

pub(super) fn card(name: &str, value: &str, more: &Markup) -> Markup {
    html! { li { h3 { (name) } p.value { (value) } p.more { (more) } } }
}

fn busiest(survey: &Survey<'_>, pen: Pen) -> Markup {
    html! {
        @if let Some((day, load)) = survey.busiest() {
            (pen.t("busiest day ", "jour le plus chargé ")) (pen.date(day)) " (" (pen.hours_unit(load.minutes)) ")"
        } @else { (pen.t("nothing is planned", "rien n'est prévu")) }
    }
}

fn on_site(totals: &Totals, pen: Pen) -> Markup {
    let minutes = totals.modes.iter().find(|mode| &*mode.key == Mode::OnSite.code());
    let minutes = minutes.map_or(0, |mode| mode.work_minutes);
    html! {
        (pen.percent(minutes, totals.work_minutes)) " " (pen.t("on site, ", "sur place, "))
        (pen.percent(totals.work_minutes.saturating_sub(minutes), totals.work_minutes)) " " (pen.t("remote", "à distance"))
    }
}

/// Weeks in which a skill lacks hours.
fn over(plan: &Plan, pen: Pen) -> Markup {
    let weeks = &plan.totals().weeks;
    let over = weeks.iter().filter(|week| bars::is_over(week)).count();
    let known = weeks.iter().any(|week| week.capacity_minutes.is_some());
    let name = pen.t("Weeks above capacity", "Semaines en surcharge");
    if !known {
        return card(&name, "–", &html! { (pen.t("no capacity given", "aucune capacité donnée")) });
    }
    card(
        &name,
        &pen.number(over),
        &html! {
            @if over > 0 { strong.warn { "▲ " a href="#weeks" { (pen.t("see which skill and when", "voir quelle compétence et quand")) } } }
            @else { (pen.t("every skill has enough hours", "chaque compétence a assez d'heures")) }
        },
    )
}
