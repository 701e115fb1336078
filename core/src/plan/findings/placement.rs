//! Work that no day fits, and work fixed on a day that rules bar.

use super::bars::{Bars, BarsOf, in_words};
use super::rows::BySubject;
use super::{PlanFinding, count, hitting};
use crate::error::codes;
use crate::order;
use crate::plan::occurrence::Occurrence;
use crate::plan::result::Plan;
use crate::plan::table::Marks;
use crate::text::{Lang, Text};
use crate::time::Day;
use std::fmt::Write as _;

pub(super) fn find(plan: &Plan, rows: &BySubject, findings: &mut Vec<PlanFinding>) {
    let mut bars = Bars::new(plan, rows);
    for (index, marks) in plan.table().marks().iter().enumerate() {
        let marks = Marks::from_bits(*marks);
        let (no_room, fixed) = (marks.has(Marks::NO_ROOM), marks.has(Marks::FIXED));
        if !(no_room || fixed) || !marks.is_work() {
            continue;
        }
        let Some(occurrence) = plan.occurrence(index) else { continue };
        let Some(bars) = bars.of(&occurrence) else { continue };
        if no_room {
            findings.push(without_day(&occurrence, &bars));
        } else {
            findings.extend(against_rules(&occurrence, &bars));
        }
    }
}

/// About one occurrence.
fn about(occurrence: &Occurrence<'_>, rules: Vec<String>, finding: PlanFinding) -> PlanFinding {
    PlanFinding {
        subject: Some(occurrence.subject.id().into()),
        task: Some(occurrence.task.id.clone()),
        occurrence: Some(occurrence.id().into()),
        rules: rules.into_iter().map(Into::into).collect(),
        ..finding
    }
}

/// The smallest set of rules that exclude every day of the window.
fn without_day(occurrence: &Occurrence<'_>, bars: &BarsOf<'_, '_>) -> PlanFinding {
    let (first, last) = occurrence.window();
    let days = (first.number()..=last.number()).filter_map(Day::from_number);
    let mut of_days: Vec<Vec<String>> = days.map(|day| bars.on(day)).collect();
    let all = of_days.len();
    of_days.retain(|names| !names.is_empty());
    let beyond = all - of_days.len();
    let mut names: Vec<String> = of_days.iter().flatten().cloned().collect();
    order::sort_once(&mut names);
    let number = |name: &String| names.binary_search(name).ok();
    let sets: Vec<Vec<usize>> =
        of_days.iter().map(|day| day.iter().filter_map(number).collect()).collect();
    let choice = hitting::smallest(&sets);
    let rules: Vec<String> =
        choice.rules.iter().filter_map(|rule| names.get(*rule).cloned()).collect();
    let text = sentence(occurrence, (first, last), &rules, (choice.is_smallest, beyond));
    let figures = [
        ("days", count(all)),
        ("rules", count(rules.len())),
        ("smallest", u64::from(choice.is_smallest)),
        ("beyond_days", count(beyond)),
    ];
    let (en, fr) = (text.get(Lang::En), text.get(Lang::Fr));
    let finding = PlanFinding::new(codes::PLAN_NO_ROOM, occurrence.due(), &figures, en, fr);
    about(occurrence, rules, finding)
}

/// `no day from A to B fits x on y: blackout winter-freeze and calendar exclude them all`.
fn sentence(
    occurrence: &Occurrence<'_>,
    (first, last): (Day, Day),
    rules: &[String],
    (is_smallest, beyond): (bool, usize),
) -> Text {
    let (task, subject, words) = (&occurrence.task.id, occurrence.subject.id(), in_words(rules));
    let one_day = first == last;
    let plural = |rule: &String| matches!(rule.as_str(), "hours" | "maintenance");
    let one = rules.len() == 1 && !rules.iter().any(plural);
    let (mut en, mut fr) = if one_day {
        (
            format!("{first} does not fit {task} on {subject}"),
            format!("le {first} ne convient pas pour {task} sur {subject}"),
        )
    } else {
        (
            format!("no day from {first} to {last} fits {task} on {subject}"),
            format!("aucun jour du {first} au {last} ne convient pour {task} sur {subject}"),
        )
    };
    if !rules.is_empty() {
        let all = match (one_day, beyond) {
            (true, _) => ("it", "l'", ""),
            (_, 0) => ("them all", "les ", " tous"),
            _ => ("all others", "", " tous les autres"),
        };
        let verb = if one { ("excludes", "exclut") } else { ("exclude", "excluent") };
        let _ = write!(en, ": {} {} {}", words.get(Lang::En), verb.0, all.0);
        let _ = write!(fr, " : {} {}{}{}", words.get(Lang::Fr), all.1, verb.1, all.2);
    }
    if !is_smallest {
        en.push_str("; fewer rules may do so too");
        fr.push_str(" ; moins de règles y suffisent peut-être");
    }
    if beyond > 0 {
        let _ = write!(en, "; work beyond the plan keeps it off {beyond} days");
        let _ = write!(fr, " ; du travail hors du plan en exclut {beyond} jours");
    }
    Text::new(&en, Some(&fr))
}

/// The rules that bar the day on which a decision fixed the work.
fn against_rules(occurrence: &Occurrence<'_>, bars: &BarsOf<'_, '_>) -> Option<PlanFinding> {
    let day = occurrence.row.date;
    let rules = bars.on(day);
    if rules.is_empty() {
        return None;
    }
    let (task, subject, words) = (&occurrence.task.id, occurrence.subject.id(), in_words(&rules));
    let en = format!("{task} on {subject} is fixed on {day}, against {}", words.get(Lang::En));
    let fr = format!("{task} sur {subject} est fixé au {day}, malgré : {}", words.get(Lang::Fr));
    let figures = [("rules", count(rules.len()))];
    let finding = PlanFinding::new(codes::PLAN_FIXED_AGAINST_RULE, day, &figures, &en, &fr);
    let event = occurrence.plan.book.facts.decided_by(occurrence.about()).map(Into::into);
    Some(PlanFinding { event, ..about(occurrence, rules, finding) })
}
