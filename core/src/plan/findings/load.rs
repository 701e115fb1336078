//! Work that has no date yet, and weeks with more work than a skill offers.

use super::PlanFinding;
use crate::error::codes;
use crate::id::SkillId;
use crate::plan::result::Plan;
use crate::text::{Label, Lang};

pub(super) fn find(plan: &Plan, findings: &mut Vec<PlanFinding>) {
    findings.extend(undated(plan));
    findings.extend(overloads(plan));
}

/// The strands whose next date is not known.
fn undated(plan: &Plan) -> impl Iterator<Item = PlanFinding> {
    plan.asides.undated.iter().filter_map(|undated| {
        let task = plan.input().tasks().get(usize::from(undated.task))?;
        let subject = plan.input().subject(undated.subject)?.id();
        let (id, ordinal) = (&task.id, undated.ordinal);
        let reason = undated.reason;
        let en = format!(
            "number {ordinal} of {id} on {subject} has no date: {}",
            reason.label(Lang::En)
        );
        let fr = format!(
            "le numéro {ordinal} de {id} sur {subject} n'a pas de date : {}",
            reason.label(Lang::Fr)
        );
        let figures = [("ordinal", u64::try_from(ordinal).unwrap_or_default())];
        Some(PlanFinding {
            subject: Some(subject.into()),
            task: Some(id.clone()),
            reason: Some(reason),
            ..PlanFinding::new(codes::PLAN_UNDATED, plan.as_of(), &figures, &en, &fr)
        })
    })
}

/// The weeks with more work than the skill offers.
fn overloads(plan: &Plan) -> impl Iterator<Item = PlanFinding> {
    plan.totals().weeks.iter().filter_map(|week| {
        let (work, offered) = (week.work_minutes, week.capacity_minutes?);
        if work <= offered {
            return None;
        }
        let (skill, monday) = (&week.skill, week.monday);
        let en = format!(
            "{work} minutes of work for {skill} in the week of {monday}, which offers {offered}"
        );
        let fr = format!(
            "{work} minutes de travail pour {skill} dans la semaine du {monday}, qui en offre {offered}"
        );
        let figures = [("work_minutes", work), ("capacity_minutes", offered)];
        Some(PlanFinding {
            skill: SkillId::new(skill),
            ..PlanFinding::new(codes::PLAN_OVERLOAD, monday, &figures, &en, &fr)
        })
    })
}
