//! What to decide, with evidence and expected effect, and what became of what was decided.

use super::contracts::ContractStanding;
use super::value::{cell, meaning, of_unit};
use super::{Scene, some_of};
use crate::audit::{Finding, Severity};
use crate::contract::{CoverageFinding, Renewal};
use crate::kpi::{Dimension, Indicator, KpiChange};
use crate::order;
use crate::quantity::{Currency, Money};
use crate::renewal::{RenewalAction, RenewalRow};
use crate::report::care::names::add;
use crate::report::deliverable::{Cell, Decision, DecisionStatus, Evidence, Meaning, Outcome};
use crate::report::kpi::advice::group;
use crate::report::kpi::values::{interval, p_value};
use crate::report::kpi::{AdviceNote, KpiReportInput};
use crate::report::pen::capital;
use crate::text::Text;
use crate::time::Day;

/// Assets of a decision that are named.
const NAMED_MAX: usize = 8;

/// A recommendation of an earlier review, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PastDecision {
    /// The key under which it was recommended.
    pub key: Box<str>,
    /// What was recommended.
    pub title: Text,
    /// The day on which it was recommended.
    pub recommended: Day,
    /// What became of it.
    pub status: DecisionStatus,
    /// The day on which it was done.
    pub done: Option<Day>,
    /// What it was to change.
    pub indicator: Option<Indicator>,
    /// Of which group; the whole where it is empty.
    pub group: Vec<(Dimension, Option<Box<str>>)>,
    /// What there is to say of it.
    pub note: Option<Text>,
}

/// A decision, and the indicator that it was to change before and since.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionOutcome<'a> {
    /// The decision.
    pub decision: &'a PastDecision,
    /// What changed; `None` where it names no indicator, was not done, or too little time has passed.
    pub change: Option<KpiChange>,
    /// The currency of amounts.
    pub currency: Option<Currency>,
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// What indicators recommend.
pub(in super::super) fn of_indicators(
    scene: &Scene<'_>,
    input: &KpiReportInput<'_>,
) -> Vec<Decision> {
    input.advice.iter().map(|note| of_advice(scene, note)).collect()
}

fn of_advice(scene: &Scene<'_>, note: &AdviceNote<'_>) -> Decision {
    let (words, pen, advice) = (scene.words, scene.words.pen, note.advice);
    let (answer, currency) = (&advice.evidence.answer, note.kpis.currency());
    let definition = answer.indicator.definition();
    #[expect(clippy::cast_precision_loss, reason = "thresholds are small")]
    let limit = advice
        .evidence
        .threshold_thousandths
        .map(|threshold| of_unit(definition.unit, threshold as f64 / 1_000.0, currency, scene));
    let mut why = vec![capital(&scene.label(&advice.measure))];
    if !advice.key.is_empty() {
        why.push(group(note, pen));
    }
    why.extend(interval(answer, currency, pen));
    why.extend(advice.evidence.trend_p_value.map(|p| p_value(p, pen)));
    why.push(pen.typeset(pen.text(&advice.source)));
    let effect = note.effect.as_ref().map(|effect| {
        let of = |id: &str, before: Cell, after: Cell| Evidence {
            label: words.say(id),
            value: after,
            limit: Some(before),
        };
        let (before, after) = (effect.before, effect.after);
        let count = |number: u64| Cell::count(number);
        let minutes = |number: u64| Cell::minutes(number);
        vec![
            of("effect-works", count(before.occurrences), count(after.occurrences)),
            of("effect-hours", minutes(before.work_minutes), minutes(after.work_minutes)),
            of("effect-visits", count(before.visits), count(after.visits)),
        ]
    });
    let texts: Vec<&str> = advice.key.iter().map(|text| text.as_deref().unwrap_or("-")).collect();
    let mut key = format!("advice:{}", advice.rule.as_str());
    for text in texts {
        key = format!("{key}:{text}");
    }
    Decision {
        key,
        title: pen.typeset(pen.text(&advice.title)),
        why: why.join(" · "),
        evidence: vec![Evidence {
            label: capital(&scene.label(&answer.indicator)),
            value: cell(answer, currency, scene),
            limit,
        }],
        effect: effect.unwrap_or_default(),
        no_effect: note.no_effect.map(|(en, fr)| pen.t(en, fr)),
        by: None,
        cost: None,
        indicator: Some(answer.indicator.code().to_owned()),
    }
}

/// A decision without an indicator.
fn decision(key: String, title: String, why: String, evidence: Vec<Evidence>) -> Decision {
    Decision {
        key,
        title,
        why,
        evidence,
        effect: Vec::new(),
        no_effect: None,
        by: None,
        cost: None,
        indicator: None,
    }
}

fn evidence(label: String, value: Cell) -> Evidence {
    Evidence { label, value, limit: None }
}

/// What the audit calls for: critical and major findings by rule, each by the day on which its first remedy is due.
pub(in super::super) fn of_audit(scene: &Scene<'_>) -> Vec<Decision> {
    let Some(audit) = scene.care.audit else { return Vec::new() };
    let (words, names) = (scene.words, scene.names());
    let grave =
        audit.findings().iter().filter(|one| one.is_open() && one.severity >= Severity::Major);
    let by_rule = order::group(grave.map(|finding| (finding.rule.as_str(), finding)).collect());
    let remedies = audit.remedies(&std::collections::BTreeMap::new());
    let mut out: Vec<(Severity, Decision)> = Vec::new();
    for (rule, findings) in &by_rule {
        let Some(result) = audit.rules().iter().find(|result| result.rule.as_str() == *rule) else {
            continue;
        };
        let ids: Vec<&str> = findings.iter().map(|finding: &&Finding| &*finding.id).collect();
        let due =
            remedies.iter().filter(|row| ids.contains(&&*row.finding)).map(|row| row.due).min();
        let subjects: Vec<&str> = findings
            .iter()
            .map(|finding| {
                finding.asset.as_ref().map_or(finding.subject(), |id| names.asset(id.as_str()))
            })
            .collect();
        let worst =
            findings.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Major);
        let why = format!(
            "{} · {}",
            scene.label(&worst),
            some_of(words, subjects.into_iter(), NAMED_MAX)
        );
        let title = words.with(
            "decide-remedy",
            [
                ("remedy", capital(&scene.label(&result.remedy)).into()),
                ("title", words.pen.typeset(words.pen.text(&result.title)).into()),
            ],
        );
        let mut one = decision(
            format!("finding:{rule}"),
            title,
            why,
            vec![evidence(words.say("evidence-findings"), Cell::count(count(findings.len())))],
        );
        one.by = due;
        out.push((worst, one));
    }
    order::sort_by(&mut out, |a, b| b.0.cmp(&a.0).then_with(|| a.1.key.cmp(&b.1.key)));
    out.into_iter().map(|(_, decision)| decision).collect()
}

/// Contracts of which notice can be given, or that end, before `until`.
pub(in super::super) fn of_contracts(
    scene: &Scene<'_>,
    standings: &[ContractStanding<'_>],
    until: Day,
) -> Vec<Decision> {
    let words = scene.words;
    let mut out = Vec::new();
    for standing in standings {
        let named = || [("contract", standing.contract.reference().into())];
        let notice =
            standing.notice.as_ref().ok().copied().flatten().and_then(|notice| notice.next);
        let near = |day: &Day| *day >= scene.as_of() && *day < until;
        let notice = notice.filter(|notice| near(&notice.deadline));
        let end = standing.term.end.and_then(|end| end.add_days(-1)).filter(near);
        let (key, title, why, by) = match (notice, end) {
            (Some(notice), _) if standing.term.mode == Renewal::Tacit => {
                let last = notice.end.add_days(-1).unwrap_or(notice.end);
                let why = words.with("why-notice", [("day", words.date(last).into())]);
                ("notice", words.with("decide-notice", named()), why, notice.deadline)
            }
            (_, Some(end)) if standing.term.mode != Renewal::Tacit => {
                ("end", words.with("decide-end", named()), words.say("why-end"), end)
            }
            _ => continue,
        };
        let mut one = decision(format!("{key}:{}", standing.contract.id()), title, why, Vec::new());
        one.by = Some(by);
        one.cost = standing
            .next_cost
            .as_ref()
            .and_then(|cost| cost.as_ref().ok())
            .map(|cost| Cell::money(Some(cost.cost_minor), cost.currency));
        out.push(one);
    }
    out
}

/// What is to be replaced or updated before `until`, one decision an action.
pub(in super::super) fn of_renewals(scene: &Scene<'_>, until: Day) -> Vec<Decision> {
    let (words, names) = (scene.words, scene.names());
    let mut out = Vec::new();
    for (action, title) in
        [(RenewalAction::Replace, "decide-replace"), (RenewalAction::Update, "decide-update")]
    {
        let rows = scene.care.renewals.iter().flat_map(|renewals| renewals.rows.iter());
        let is_near = |row: &&RenewalRow| {
            row.is_over || row.wanted.or(row.due).is_some_and(|day| day < until)
        };
        let due: Vec<&RenewalRow> =
            rows.filter(|row| row.action == action).filter(is_near).collect();
        if due.is_empty() {
            continue;
        }
        let mut prices: Vec<Money> = Vec::new();
        for price in due.iter().filter_map(|row| row.price) {
            add(&mut prices, price);
        }
        let mut subjects: Vec<&str> = due.iter().map(|row| names.subject(&row.subject).0).collect();
        order::sort_once(&mut subjects);
        let over = due.iter().filter(|row| row.is_over).count();
        let unpriced = due.iter().filter(|row| row.price.is_none()).count();
        let mut one = decision(
            format!("renewal:{}", action.code()),
            words.count(title, count(due.len())),
            some_of(words, subjects.into_iter(), NAMED_MAX),
            vec![
                evidence(words.say("evidence-due"), Cell::count(count(due.len()))),
                evidence(words.say("evidence-over"), Cell::count(count(over))),
                evidence(words.say("evidence-unpriced"), Cell::count(count(unpriced))),
            ],
        );
        let wanted =
            due.iter().filter_map(|row| row.wanted.or(row.due)).filter(|day| *day >= scene.as_of());
        one.by = wanted.min();
        one.cost = Some(scene.sums(&prices));
        out.push(one);
    }
    out.extend(of_budget(scene));
    out
}

fn of_budget(scene: &Scene<'_>) -> Option<Decision> {
    let budget = scene.care.budget.filter(|budget| budget.answer.mandatory_unplaced > 0)?;
    let words = scene.words;
    let unplaced = count(budget.answer.mandatory_unplaced);
    Some(decision(
        "budget:mandatory".to_owned(),
        words.say("decide-budget"),
        words.count("why-budget", unplaced),
        vec![evidence(words.say("evidence-mandatory"), Cell::count(unplaced))],
    ))
}

/// What the plan calls for: weeks with more work than there is capacity, assets without cover.
pub(in super::super) fn of_plan(
    scene: &Scene<'_>,
    coverage: &Result<Vec<CoverageFinding>, crate::error::Error>,
) -> Vec<Decision> {
    let words = scene.words;
    let mut out = Vec::new();
    let weeks = &scene.plan.totals().weeks;
    let over: Vec<_> = weeks
        .iter()
        .filter(|week| week.capacity_minutes.is_some_and(|capacity| week.work_minutes > capacity))
        .collect();
    if let Some(first) = over.first() {
        let beyond = over
            .iter()
            .map(|week| week.work_minutes.saturating_sub(week.capacity_minutes.unwrap_or(0)));
        let beyond = beyond.fold(0, u64::saturating_add);
        let mut one = decision(
            "plan:capacity".to_owned(),
            words.say("decide-capacity"),
            words.count("why-capacity", count(over.len())),
            vec![evidence(words.say("evidence-beyond"), Cell::minutes(beyond))],
        );
        one.by = Some(first.monday);
        out.push(one);
    }
    let findings = coverage.as_ref().map(Vec::as_slice).unwrap_or_default();
    let bare = findings.iter().find(|finding| finding.code == "COV-003");
    if let Some(bare) = bare.filter(|bare| !bare.assets.is_empty()) {
        let names = scene.names();
        let assets: Vec<&str> = bare.assets.iter().map(|id| names.asset(id.as_str())).collect();
        out.push(decision(
            "coverage:none".to_owned(),
            words.count("decide-coverage", count(assets.len())),
            some_of(words, assets.into_iter(), NAMED_MAX),
            vec![evidence(words.say("evidence-value"), scene.sums(&bare.values))],
        ));
    }
    out
}

/// Those with a day first, the earliest first; the others as they came.
pub(in super::super) fn ordered(mut decisions: Vec<Decision>) -> Vec<Decision> {
    order::sort_by(&mut decisions, |a, b| (a.by.is_none(), a.by).cmp(&(b.by.is_none(), b.by)));
    decisions
}

/// What was recommended, what was done, and what it changed.
pub(in super::super) fn outcomes(scene: &Scene<'_>, past: &[DecisionOutcome<'_>]) -> Vec<Outcome> {
    past.iter().map(|one| outcome(scene, one)).collect()
}

fn outcome(scene: &Scene<'_>, one: &DecisionOutcome<'_>) -> Outcome {
    let pen = scene.words.pen;
    let decision = one.decision;
    let side = |of: fn(&KpiChange) -> &crate::kpi::Answer| {
        one.change.as_ref().map_or(Cell::Empty, |change| cell(of(change), one.currency, scene))
    };
    let mut notes: Vec<String> =
        decision.note.iter().map(|note| pen.text(note).to_owned()).collect();
    if let Some(p) = one.change.as_ref().and_then(|change| change.p_value) {
        notes.push(p_value(p, pen));
    }
    if one.change.is_none()
        && decision.indicator.is_some()
        && decision.status == DecisionStatus::Done
    {
        notes.push(scene.words.say("note-too-early"));
    }
    Outcome {
        key: decision.key.to_string(),
        title: pen.typeset(pen.text(&decision.title)),
        recommended: decision.recommended,
        status: decision.status,
        done: decision.done,
        indicator: decision.indicator.map(|indicator| capital(&scene.label(&indicator))),
        before: side(|change| &change.before),
        after: side(|change| &change.after),
        meaning: one.change.as_ref().map_or(Meaning::Untested, |change| meaning(change.verdict)),
        note: (!notes.is_empty()).then(|| notes.join(" · ")),
    }
}
