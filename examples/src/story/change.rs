//! The half-year speaks: what was done moves the plan, and what indicators and audit recommend is tried and kept.

use super::audit;
use super::page::{Page, counted, hours};
use super::plan::{say_findings, say_load, write};
use super::state::State;
use crate::program::Failure;
use entretien::document::shipped_advice;
use entretien::engagement::{AdviceRow, Engagement, ExpectedEffect, KpiAsk};
use entretien::kpi::{Dimension, Kpis};
use entretien::plan::{Change, Difference, DifferenceKind, PlanDiff, diff};
use entretien::text::{Label, Lang};
use entretien::time::Day;
use std::collections::{BTreeMap, BTreeSet};

/// Tells what differs from the plan of January, what is recommended, and what that changes.
pub(super) fn tell(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let days = state.days;
    let known = state.engagement.plan(days.middle, days.begin, days.end)?;
    page.head(("since January", "depuis janvier"));
    let since = diff(state.plan()?, &known);
    say_diff(&since, page);
    page.write("since-january.json", &since.to_json())?;

    let audited = audit_again(state, page)?;
    let (changes, rows) = recommended(state, &audited, page)?;
    let lines: Vec<String> = rows.iter().map(|row| line(row, page.lang)).collect();
    page.write("recommendations.txt", &(lines.join("\n") + "\n"))?;
    let after = audited.what_if(&changes, days.middle, days.middle, days.end)?;
    let before = state.engagement.plan(days.middle, days.middle, days.end)?;
    let change = diff(&before, &after.after);
    page.head(("second half-year, changed", "second semestre, changé"));
    say_diff(&change, page);
    page.write("changes.json", &change.to_json())?;

    state.engagement = audited.with_changes(&changes)?;
    let plan = state.engagement.plan(days.middle, days.middle, days.end)?;
    if plan.digest() != after.after.digest() {
        return Err(Failure::Wrong("what was tried is not what is kept".to_owned()));
    }
    say_load(&plan, page);
    say_findings(&state.engagement, &plan, page)?;
    write(&state.engagement, &plan, page)?;
    page.fact(&since.totals)?;
    page.fact(&change.totals)?;
    page.fact(&rows)?;
    state.plan = Some(plan);
    Ok(())
}

/// The audit of July: what is new, what is settled; open findings that a task puts right become work.
fn audit_again(state: &State, page: &mut Page) -> Result<Engagement, Failure> {
    let january = state.audit()?;
    let july = state.engagement.audit(state.days.middle)?;
    let compared = july.compare(january, false)?;
    page.head(("audit of July", "audit de juillet"));
    audit::say(&july, page);
    page.list(
        page.pick(("new, settled, lasting", "nouveaux, réglés, durables")),
        format!("{}, {}, {}", compared.new.len(), compared.closed.len(), compared.persisting.len()),
    );
    page.fact(&compared)?;
    // A finding of January keeps its day: its work is not asked for a second time.
    let raised: BTreeMap<Box<str>, Day> =
        january.findings().iter().map(|finding| (finding.id.clone(), january.as_of())).collect();
    Ok(state.engagement.with_findings(&july, &raised)?)
}

/// What the indicators of each class of equipment recommend, and the changes of tasks that follow.
fn recommended(
    state: &State,
    audited: &Engagement,
    page: &mut Page,
) -> Result<(Vec<Change>, Vec<AdviceRow>), Failure> {
    let days = state.days;
    let mut ask = KpiAsk::new(days.begin, days.middle, state.last_day());
    ask.dimensions = vec![Dimension::AssetCategory];
    ask.failure_categories =
        ["Impression", "Matériel", "Réseau", "Stockage"].map(Into::into).to_vec();
    let kpis: Kpis = state.engagement.kpis(state.log()?, &ask)?;
    let period = (days.middle, days.end);
    let rows = state.engagement.advise(&kpis, &shipped_advice(), days.middle, period)?;
    page.say(("recommendations", "recommandations"), rows.len());
    for (measure, count) in counted(rows.iter().map(|row| row.advice.measure)) {
        page.list(measure.label(page.lang), count);
    }
    let (mut engagement, mut changes) = (audited.clone(), Vec::new());
    page.head(("agreed", "convenu"));
    let mut groups = BTreeSet::new();
    for row in &rows {
        let Some(effect) = row.effect.as_ref().filter(|effect| is_agreed(effect)) else { continue };
        // Two reasons to do the same are one change.
        if groups.insert(&row.advice.key)
            && let Ok(own) = engagement.advised_changes(&kpis, &row.advice)
        {
            engagement = engagement.with_changes(&own)?;
            page.note(line(row, page.lang));
            page.fact(&effect.tasks)?;
            changes.extend(own);
        }
    }
    page.fact(&kpis.digest())?;
    Ok((changes, rows))
}

/// A manager agrees to what costs little: at most 25 hours more in the half-year, and not less work.
fn is_agreed(effect: &ExpectedEffect) -> bool {
    let (before, after) = (effect.before.work_minutes, effect.after.work_minutes);
    before < after && after - before <= 25 * 60
}

/// A recommendation with its group and what it would change.
fn line(row: &AdviceRow, lang: Lang) -> String {
    let group: Vec<&str> = row.advice.key.iter().flatten().map(String::as_str).collect();
    let effect = match (&row.effect, row.no_effect) {
        (Some(effect), _) => {
            let (before, after) = (effect.before.work_minutes, effect.after.work_minutes);
            format!("{} → {}", hours(before), hours(after))
        }
        (None, reason) => reason.map_or("", |reason| reason.label(lang)).to_owned(),
    };
    format!("{}: {} [{effect}]", group.join(" "), row.advice.title.get(lang))
}

/// Counts of differences by kind and by reason.
fn say_diff(diff: &PlanDiff, page: &mut Page) {
    let totals = &diff.totals;
    for (words, count) in [
        (("added", "ajoutés"), totals.added),
        (("removed", "retirés"), totals.removed),
        (("moved", "déplacés"), totals.moved),
        (("changed otherwise", "changés autrement"), totals.changed),
    ] {
        page.list(page.pick(words), count);
    }
    let lang = page.lang;
    let reasons = counted(diff.differences.iter().flat_map(|one| &one.reasons).map(|one| one.kind));
    let texts: Vec<String> =
        reasons.iter().map(|(kind, count)| format!("{} {count}", kind.label(lang))).collect();
    page.list(page.pick(("reasons", "raisons")), texts.join(", "));
    let shown = counted(diff.differences.iter().flat_map(Difference::differs_in));
    if !shown.is_empty() {
        let texts: Vec<String> =
            shown.iter().map(|(shown, count)| format!("{} {count}", shown.label(lang))).collect();
        page.list(page.pick(("what differs", "ce qui diffère")), texts.join(", "));
    }
    for kind in [DifferenceKind::Added, DifferenceKind::Moved] {
        if let Some(one) = diff.differences.iter().find(|one| one.kind == kind) {
            page.note(one.text(lang));
        }
    }
}
