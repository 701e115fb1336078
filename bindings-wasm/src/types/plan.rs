//! Tasks, occurrences and totals.

use entretien::plan::{self, PlanInput};
use entretien::text::{Label, Lang};
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

/// One step from the anchor to the planned date.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The rule.
    #[tsify(type = "StepRule")]
    pub rule: plan::StepRule,
    /// The date before the step; `null` where it sets one.
    pub before: Option<String>,
    /// The date after the step.
    pub after: String,
    /// What the rule depended on; `null` where there is nothing to add.
    pub detail: Option<String>,
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
    /// Id of the asset.
    pub asset: String,
    /// Name of the asset.
    pub asset_name: String,
    /// Id of the site.
    pub site: String,
    /// Name of the site.
    pub site_name: String,
    /// Day of the series, before any roll, `YYYY-MM-DD`.
    pub nominal: String,
    /// Planned day, `YYYY-MM-DD`.
    pub date: String,
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
    pub trace: Vec<Step>,
    /// The same steps for people, one line each.
    pub why: Vec<String>,
}

impl OccurrenceRow {
    pub(crate) fn of(occurrence: &plan::Occurrence<'_>, input: &PlanInput, lang: Lang) -> Self {
        let (task, asset) = (occurrence.task(), occurrence.asset());
        let trace = occurrence.trace();
        OccurrenceRow {
            id: occurrence.id(),
            task: task.id.to_string(),
            title: task.title.get(lang).to_owned(),
            asset: asset.id.to_string(),
            asset_name: asset.name.to_string(),
            site: asset.site.to_string(),
            site_name: occurrence.site().map_or(asset.site.as_str(), |site| &site.name).to_owned(),
            nominal: occurrence.nominal().to_string(),
            date: occurrence.date().to_string(),
            duration_minutes: task.duration_minutes,
            mode: task.mode,
            mode_label: task.mode.label(lang).to_owned(),
            skill: task.skill.to_string(),
            why: trace.iter().map(|step| step.text(input, asset, lang)).collect(),
            trace: trace
                .into_iter()
                .map(|step| Step {
                    rule: step.rule,
                    before: step.before.map(|day| day.to_string()),
                    after: step.after.to_string(),
                    detail: step.detail,
                })
                .collect(),
        }
    }
}

/// Occurrences and work of one group.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LoadTotal {
    /// Code or id of the group.
    pub key: String,
    /// Number of occurrences.
    pub occurrences: u64,
    /// Work, minutes.
    pub work_minutes: u64,
}

/// Occurrences and work of one calendar month.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct MonthTotal {
    /// `YYYY-MM`, of the planned date.
    pub month: String,
    /// Number of occurrences.
    pub occurrences: u64,
    /// Work, minutes.
    pub work_minutes: u64,
}

/// Work of one week and skill, against what the skill offers.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct WeekTotal {
    /// Monday of the week, `YYYY-MM-DD`.
    pub monday: String,
    /// The skill.
    pub skill: String,
    /// Work, minutes.
    pub work_minutes: u64,
    /// Minutes offered; `null` when the engagement gives no capacity for the skill.
    pub capacity_minutes: Option<u64>,
}

/// Sums over a plan; every list is sorted by its key.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Number of occurrences.
    pub occurrences: u64,
    /// Work, minutes.
    pub work_minutes: u64,
    /// Nominal dates left out by the roll `skip`.
    pub skipped: u64,
    /// Assets in the estate.
    pub assets: u64,
    /// Assets that no task applies to.
    pub assets_without_task: u64,
    /// By month of the planned date.
    pub months: Vec<MonthTotal>,
    /// By periodicity, as the `every` of a task (`P1W`, `P1M/2TU+1D`); house rules by their intervals.
    pub periodicities: Vec<LoadTotal>,
    /// By skill.
    pub skills: Vec<LoadTotal>,
    /// By mode.
    pub modes: Vec<LoadTotal>,
    /// By site.
    pub sites: Vec<LoadTotal>,
    /// By category.
    pub categories: Vec<LoadTotal>,
    /// By task.
    pub tasks: Vec<LoadTotal>,
    /// By week and skill.
    pub weeks: Vec<WeekTotal>,
}

impl From<&plan::Totals> for Totals {
    fn from(totals: &plan::Totals) -> Self {
        let loads = |list: &[plan::LoadTotal]| list.iter().map(LoadTotal::from).collect::<Vec<_>>();
        Totals {
            occurrences: totals.occurrences,
            work_minutes: totals.work_minutes,
            skipped: totals.skipped,
            assets: totals.assets,
            assets_without_task: totals.assets_without_task,
            months: totals.months.iter().map(MonthTotal::from).collect(),
            periodicities: loads(&totals.periodicities),
            skills: loads(&totals.skills),
            modes: loads(&totals.modes),
            sites: loads(&totals.sites),
            categories: loads(&totals.categories),
            tasks: loads(&totals.tasks),
            weeks: totals.weeks.iter().map(WeekTotal::from).collect(),
        }
    }
}

impl From<&plan::LoadTotal> for LoadTotal {
    fn from(total: &plan::LoadTotal) -> Self {
        LoadTotal {
            key: total.key.to_string(),
            occurrences: total.occurrences,
            work_minutes: total.work_minutes,
        }
    }
}

impl From<&plan::MonthTotal> for MonthTotal {
    fn from(total: &plan::MonthTotal) -> Self {
        MonthTotal {
            month: total.month.clone(),
            occurrences: total.occurrences,
            work_minutes: total.work_minutes,
        }
    }
}

impl From<&plan::WeekTotal> for WeekTotal {
    fn from(total: &plan::WeekTotal) -> Self {
        WeekTotal {
            monday: total.monday.to_string(),
            skill: total.skill.to_string(),
            work_minutes: total.work_minutes,
            capacity_minutes: total.capacity_minutes,
        }
    }
}
