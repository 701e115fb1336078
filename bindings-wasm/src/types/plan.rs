//! Tasks, occurrences and differences.

use entretien::plan::{
    self, DiffTotals, DifferenceKind, PlanDiff, PlanInput, Reason, Seen, Shown, Sides,
};
use entretien::quantity::Money;
use entretien::text::{Label, Lang};
use entretien::time::{Day, Period};
use serde::Serialize;
use tsify::Tsify;

/// A recurring task.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Task {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Time that one occurrence takes.
    pub duration_minutes: u32,
    /// On site or remote.
    #[tsify(type = "Mode")]
    pub mode: plan::Mode,
    /// On site or remote, for people.
    pub mode_label: String,
    /// Skill needed.
    pub skill: String,
    /// Periodicity: an interval as ISO 8601 (`P3M`), an RFC 5545 rule (`FREQ=MONTHLY;BYDAY=2TU`), or a day
    /// counted within months (`P1M/2TU+1D`, `P1M/-1WD`); `null` where the house rules decide.
    pub every: Option<String>,
    /// Checks before the work begins.
    pub checks_before: Vec<String>,
    /// Checks after the work.
    pub checks_after: Vec<String>,
    /// How to come back to the initial state.
    pub way_back: Option<String>,
}

/// Tasks, in order.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct TaskList(pub Vec<Task>);

pub(crate) fn tasks_of(tasks: &[plan::TaskTemplate], lang: Lang) -> TaskList {
    let one = |task: &plan::TaskTemplate| Task {
        id: task.id.to_string(),
        title: task.title.get(lang).to_owned(),
        duration_minutes: task.duration_minutes,
        mode: task.mode,
        mode_label: task.mode.label(lang).to_owned(),
        skill: task.skill.to_string(),
        every: task.every.text(),
        checks_before: task.checks_before.iter().map(|text| text.get(lang).to_owned()).collect(),
        checks_after: task.checks_after.iter().map(|text| text.get(lang).to_owned()).collect(),
        way_back: task.way_back.as_ref().map(|text| text.get(lang).to_owned()),
    };
    TaskList(tasks.iter().map(one).collect())
}

/// What one occurrence costs, by the rates of the programme; `null` where something has no price.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OccurrenceCost {
    /// Price of the work.
    #[tsify(type = "Money | null")]
    pub labour: Option<Money>,
    /// Its share of the travel of its visit.
    #[tsify(type = "Money | null")]
    pub travel: Option<Money>,
    /// Price of its parts; `null` when none are stated.
    #[tsify(type = "Money | null")]
    pub parts: Option<Money>,
    /// All of it; `null` when labour or travel has no price.
    #[tsify(type = "Money | null")]
    pub total: Option<Money>,
}

/// One occurrence in words.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OccurrenceRow {
    /// Stable id: planning again gives the same one.
    pub id: String,
    /// Id of the task.
    pub task: String,
    /// Title of the task.
    pub title: String,
    /// Id of the asset or contract that it is done for.
    pub subject: String,
    /// Name of the asset, or reference of the contract.
    pub subject_name: String,
    /// Id of the asset; `null` for what is done for a contract.
    pub asset: Option<String>,
    /// Id of the site; `null` for what is done for a contract.
    pub site: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// Id of the contract that covers it.
    pub contract: Option<String>,
    /// Day of the series, before any roll, `YYYY-MM-DD`.
    pub nominal: String,
    /// Day on which it is due: after season and roll, or moved by decision.
    pub due: String,
    /// First day of its window.
    pub earliest: String,
    /// Last day of its window.
    pub latest: String,
    /// Planned day, `YYYY-MM-DD`.
    pub date: String,
    /// Day on which its work order is opened.
    pub call: String,
    /// How far it is, as of the day of the plan.
    #[tsify(type = "Status")]
    pub status: plan::Status,
    /// How far it is, for people.
    pub status_label: String,
    /// Day on which it was done.
    pub done_on: Option<String>,
    /// Id of the visit that it is part of, `site/date`.
    pub visit: Option<String>,
    /// What it costs.
    pub cost: OccurrenceCost,
    /// Planned work.
    pub duration_minutes: u32,
    /// On site or remote.
    #[tsify(type = "Mode")]
    pub mode: plan::Mode,
    /// On site or remote, for people.
    pub mode_label: String,
    /// Skill needed.
    pub skill: String,
    /// Why it is on its date: the steps from the anchor, in order.
    #[tsify(type = "Step[]")]
    pub trace: Vec<plan::Step>,
    /// The same steps for people, one line each.
    pub why: Vec<String>,
}

impl OccurrenceRow {
    pub(crate) fn of(occurrence: &plan::Occurrence<'_>, input: &PlanInput, lang: Lang) -> Self {
        let (task, asset) = (occurrence.task(), occurrence.asset());
        let (earliest, latest) = occurrence.window();
        let (trace, cost, status) = (occurrence.trace(), occurrence.cost(), occurrence.status());
        let site_name = |id: &str| occurrence.site().map_or(id, |site| &site.name).to_owned();
        OccurrenceRow {
            id: occurrence.id(),
            task: task.id.to_string(),
            title: task.title.get(lang).to_owned(),
            subject: occurrence.subject().to_owned(),
            subject_name: occurrence.subject_name().to_owned(),
            asset: asset.map(|asset| asset.id.to_string()),
            site: asset.map(|asset| asset.site.to_string()),
            site_name: asset.map(|asset| site_name(asset.site.as_str())),
            contract: occurrence.contract().map(|contract| contract.id().to_string()),
            nominal: occurrence.nominal().to_string(),
            due: occurrence.due().to_string(),
            earliest: earliest.to_string(),
            latest: latest.to_string(),
            date: occurrence.date().to_string(),
            call: occurrence.call().to_string(),
            status,
            status_label: status.label(lang).to_owned(),
            done_on: occurrence.done_on().map(|day| day.to_string()),
            visit: occurrence.visit(),
            cost: OccurrenceCost {
                labour: cost.labour,
                travel: cost.travel,
                parts: cost.parts,
                total: cost.total(),
            },
            duration_minutes: task.duration_minutes,
            mode: task.mode,
            mode_label: task.mode.label(lang).to_owned(),
            skill: task.skill.to_string(),
            why: trace.iter().map(|step| step.text(input, asset, lang)).collect(),
            trace,
        }
    }
}

/// What differs between two plans, with texts for people. Declared as `PlanDiff` in `declarations.ts`.
#[derive(Debug, Serialize)]
pub(crate) struct Diff<'a> {
    as_of: Sides<Day>,
    horizon: Sides<Period>,
    totals: &'a DiffTotals,
    differences: Vec<DifferenceRow<'a>>,
}

#[derive(Debug, Serialize)]
struct DifferenceRow<'a> {
    id: String,
    kind: DifferenceKind,
    before: Option<&'a Seen>,
    after: Option<&'a Seen>,
    differs_in: Vec<Shown>,
    reasons: &'a [Reason],
    text: String,
}

impl<'a> Diff<'a> {
    pub(crate) fn of(diff: &'a PlanDiff, lang: Lang) -> Diff<'a> {
        let row = |own: &'a plan::Difference| DifferenceRow {
            id: own.id.to_string(),
            kind: own.kind,
            before: own.before.as_deref(),
            after: own.after.as_deref(),
            differs_in: own.differs_in(),
            reasons: &own.reasons,
            text: own.text(lang),
        };
        Diff {
            as_of: diff.as_of,
            horizon: diff.horizon,
            totals: &diff.totals,
            differences: diff.differences.iter().map(row).collect(),
        }
    }
}
