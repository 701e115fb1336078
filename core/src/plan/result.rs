//! A plan: its rows, its sums, its canonical bytes.

use super::input::PlanInput;
use super::table::{OccurrenceTable, Row};
use super::task::TaskTemplate;
use super::totals::Totals;
use super::trace::{Step, steps_of};
use crate::calendar::HOLIDAY_RULES_VERSION;
use crate::inventory::{Asset, Site};
use crate::text::Text;
use crate::time::{Day, Period, TZ_DATA_VERSION};
use serde::Serialize;
use std::io::Write;
use std::sync::Arc;

/// A maintenance plan: occurrences in columns, totals, and what they were computed from.
#[derive(Debug, Clone)]
pub struct Plan {
    input: Arc<PlanInput>,
    as_of: Day,
    horizon: Period,
    table: OccurrenceTable,
    totals: Totals,
}

/// One occurrence, a view on its row.
#[derive(Debug, Clone, Copy)]
pub struct Occurrence<'a> {
    input: &'a PlanInput,
    row: Row,
    task: &'a TaskTemplate,
    asset: &'a Asset,
}

impl<'a> Occurrence<'a> {
    /// Stable id: task id, asset id and nominal date, joined by `/`; `/` and `%` within an id are
    /// written `%2F` and `%25`. Planning again gives the same id; nothing is created twice.
    pub fn id(&self) -> String {
        format!(
            "{}/{}/{}",
            escape(self.task.id.as_str()),
            escape(self.asset.id.as_str()),
            self.row.nominal
        )
    }

    /// What is done.
    pub fn task(&self) -> &'a TaskTemplate {
        self.task
    }

    /// On which asset.
    pub fn asset(&self) -> &'a Asset {
        self.asset
    }

    /// Where; `None` only when the estate does not know the asset's site.
    pub fn site(&self) -> Option<&'a Site> {
        self.input.estate.site(self.asset.site.as_str())
    }

    /// The day of the series, before any roll.
    pub fn nominal(&self) -> Day {
        self.row.nominal
    }

    /// The planned day.
    pub fn date(&self) -> Day {
        self.row.date
    }

    /// Why it is on its date: the steps from the anchor, in order.
    pub fn trace(&self) -> Vec<Step> {
        steps_of(self.input, self.row, self.task, self.asset)
    }
}

/// A part of an id that slashes divide.
pub(crate) fn escape(part: &str) -> String {
    part.replace('%', "%25").replace('/', "%2F")
}

#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    format_version: &'static str,
    as_of: Day,
    horizon: Period,
    tz_data: &'static str,
    holiday_rules: &'static str,
    provider: &'a str,
    customer: &'a str,
    totals: &'a Totals,
}

#[derive(Serialize)]
struct TaskLine<'a> {
    id: &'a str,
    title: &'a Text,
    duration_minutes: u32,
    mode: super::task::Mode,
    skill: &'a str,
}

#[derive(Serialize)]
struct OccurrenceLine<'a> {
    id: String,
    task: &'a str,
    asset: &'a str,
    site: &'a str,
    nominal: Day,
    date: Day,
    trace: Vec<Step>,
}

impl Plan {
    pub(crate) fn new(
        input: Arc<PlanInput>,
        as_of: Day,
        horizon: Period,
        table: OccurrenceTable,
        totals: Totals,
    ) -> Plan {
        Plan { input, as_of, horizon, table, totals }
    }

    /// The same plan with other rows, such as those an ITSM tool has stored; the totals are those of the
    /// rows given. [`check`](super::check) says whether they still follow from the engagement.
    #[must_use]
    pub fn with_table(self, table: OccurrenceTable) -> Plan {
        let Totals { skipped, assets_without_task, .. } = self.totals;
        let totals = Totals::of(&self.input, self.horizon, &table, skipped, assets_without_task);
        Plan { table, totals, ..self }
    }

    /// What it was computed from.
    pub fn input(&self) -> &PlanInput {
        &self.input
    }

    /// The day as of which it was planned.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// The days whose nominal dates it holds.
    pub fn horizon(&self) -> Period {
        self.horizon
    }

    /// The columns.
    pub fn table(&self) -> &OccurrenceTable {
        &self.table
    }

    /// Sums.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Number of occurrences.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Occurrence number `index`; `None` past the end, or when a stored row names no task or asset.
    pub fn occurrence(&self, index: usize) -> Option<Occurrence<'_>> {
        let row = self.table.row(index)?;
        let task = self.input.tasks.get(usize::from(row.task))?;
        let asset = self.input.estate.assets().get(usize::try_from(row.subject).ok()?)?;
        Some(Occurrence { input: &self.input, row, task, asset })
    }

    /// Occurrences by date, asset, task, nominal date.
    pub fn occurrences(&self) -> impl Iterator<Item = Occurrence<'_>> {
        (0..self.len()).filter_map(|index| self.occurrence(index))
    }

    /// Writes the canonical JSON: format `entretien/plan` 1.0, UTF-8, no spaces, fields in declared
    /// order, occurrences by date, asset, task, nominal date.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_json(&self, mut out: impl Write) -> std::io::Result<()> {
        let head = Head {
            format: "entretien/plan",
            format_version: "1.0",
            as_of: self.as_of,
            horizon: self.horizon,
            tz_data: TZ_DATA_VERSION,
            holiday_rules: HOLIDAY_RULES_VERSION,
            provider: self.input.provider(),
            customer: self.input.customer(),
            totals: &self.totals,
        };
        let head = serde_json::to_vec(&head)?;
        out.write_all(head.strip_suffix(b"}").unwrap_or(&head))?;
        out.write_all(b",\"tasks\":")?;
        let tasks: Vec<TaskLine<'_>> = self
            .input
            .tasks
            .iter()
            .map(|task| TaskLine {
                id: task.id.as_str(),
                title: &task.title,
                duration_minutes: task.duration_minutes,
                mode: task.mode,
                skill: task.skill.as_str(),
            })
            .collect();
        serde_json::to_writer(&mut out, &tasks)?;
        out.write_all(b",\"occurrences\":[")?;
        for (index, occurrence) in self.occurrences().enumerate() {
            if index > 0 {
                out.write_all(b",")?;
            }
            serde_json::to_writer(
                &mut out,
                &OccurrenceLine {
                    id: occurrence.id(),
                    task: occurrence.task.id.as_str(),
                    asset: occurrence.asset.id.as_str(),
                    site: occurrence.asset.site.as_str(),
                    nominal: occurrence.nominal(),
                    date: occurrence.date(),
                    trace: occurrence.trace(),
                },
            )?;
        }
        out.write_all(b"]}")
    }

    /// The canonical JSON as text.
    pub fn to_json(&self) -> String {
        let mut bytes = Vec::new();
        // INVARIANT: writing to memory does not fail, and JSON is UTF-8.
        let _ = self.write_json(&mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// BLAKE3 of the canonical JSON, 64 hexadecimal digits. The same from Rust, Python and JavaScript.
    pub fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let _ =
            self.write_json(std::io::BufWriter::with_capacity(1 << 16, HashWriter(&mut hasher)));
        hasher.finalize().to_hex().to_string()
    }
}

struct HashWriter<'a>(&'a mut blake3::Hasher);

impl Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
