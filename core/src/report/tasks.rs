//! What is checked before and after each task, and how to come back.

use super::LIST_MAX;
use super::page::heading;
use super::pen::Pen;
use super::periods;
use crate::order;
use crate::plan::{LoadTotal, Plan, TaskTemplate};
use crate::text::{Label, Text};
use maud::{Markup, html};

pub(super) fn section(plan: &Plan, pen: Pen) -> Markup {
    let all = plan.input().tasks();
    let mut tasks: Vec<(&TaskTemplate, Option<&LoadTotal>)> =
        all.iter().map(|task| (task, total_of(plan, task))).collect();
    let work = |total: Option<&LoadTotal>| total.map_or(0, |total| total.work_minutes);
    order::sort_by(&mut tasks, |a, b| work(b.1).cmp(&work(a.1)));
    html! {
        section id="tasks" aria-labelledby="tasks-title" {
            (heading("tasks", pen))
            p.lead { (pen.t(
                "What is checked before and after each task, and how to return to the initial state.",
                "Ce qui est contrôlé avant et après chaque tâche, et comment revenir à l'état initial.",
            )) }
            @if all.len() > LIST_MAX { p.note {
                (pen.t("Shown: the ", "Montré : les ")) (pen.number(LIST_MAX))
                (pen.t(" tasks with the most work, of ", " tâches les plus longues, sur ")) (pen.number(all.len()))
                (pen.t("; the engagement holds them all.", " ; le dossier les contient toutes."))
            } }
            div.tasks { @for (task, total) in tasks.iter().take(LIST_MAX) { (card(plan, task, *total, pen)) } }
        }
    }
}

fn total_of<'a>(plan: &'a Plan, task: &TaskTemplate) -> Option<&'a LoadTotal> {
    let tasks = &plan.totals().tasks;
    let place = tasks.binary_search_by(|total| (*total.key).cmp(task.id.as_str())).ok()?;
    tasks.get(place)
}

fn card(plan: &Plan, task: &TaskTemplate, total: Option<&LoadTotal>, pen: Pen) -> Markup {
    let house = plan.input().house_rules();
    html! {
        article.task {
            h3 { (pen.text(&task.title)) }
            p.sub {
                @match task.every.text() {
                    Some(text) => { (periods::words(&text, pen)) }
                    None => {
                        (pen.interval(house.normal)) ", " (pen.interval(house.frequent))
                        (pen.t(" under frequent use", " en usage fréquent"))
                    }
                }
                " · " (pen.duration(task.duration_minutes)) " · " (task.skill) " · " (task.mode.label(pen.lang))
                " · " (pen.interventions(total.map_or(0, |total| total.occurrences)))
                " · " code { (task.id) }
            }
            dl {
                dt { (pen.t("Before", "Avant")) } dd { (list(&task.checks_before, pen)) }
                dt { (pen.t("After", "Après")) } dd { (list(&task.checks_after, pen)) }
                dt { (pen.t("Way back", "Retour arrière")) }
                dd { @match &task.way_back {
                    Some(text) => { (pen.text(text)) }
                    None => { span.none { (pen.t("not stated", "non indiqué")) } }
                } }
            }
        }
    }
}

fn list(checks: &[Text], pen: Pen) -> Markup {
    html! {
        @if checks.is_empty() { span.none { (pen.t("no check stated", "aucun contrôle indiqué")) } }
        @else { ul { @for check in checks { li { (pen.text(check)) } } } }
    }
}
