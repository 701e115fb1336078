//! A plan: its rows, its sums, its canonical bytes.

use super::book::Book;
use super::event::OccurrenceId;
use super::facts::locate;
use super::generate::Asides;
use super::input::PlanInput;
use super::ledger::Ledger;
use super::occurrence::{Occurrence, Status};
use super::reach::Reach;
use super::table::{OccurrenceTable, Row};
use super::totals::Totals;
use super::trace::Step;
use crate::calendar::HOLIDAY_RULES_VERSION;
use crate::text::Text;
use crate::time::{Day, Period, TZ_DATA_VERSION};
use serde::Serialize;
use std::io::Write;
use std::sync::Arc;

/// A maintenance plan: occurrences in columns, totals, and what they were computed from.
#[derive(Debug, Clone)]
pub struct Plan {
    pub(super) input: Arc<PlanInput>,
    pub(super) book: Book,
    pub(super) reach: Reach,
    pub(super) horizon: Period,
    pub(super) table: OccurrenceTable,
    pub(super) ledger: Ledger,
    pub(super) totals: Totals,
    pub(super) asides: Asides,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    asset: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'a str>,
    nominal: Day,
    due: Day,
    window: (Day, Day),
    date: Day,
    call: Day,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    done_on: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contract: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<String>,
    trace: Vec<Step>,
}

impl<'a> OccurrenceLine<'a> {
    fn of(occurrence: &Occurrence<'a>) -> OccurrenceLine<'a> {
        OccurrenceLine {
            id: occurrence.id(),
            task: occurrence.task().id.as_str(),
            asset: occurrence.asset().map(|asset| asset.id.as_str()),
            site: occurrence.asset().map(|asset| asset.site.as_str()),
            nominal: occurrence.nominal(),
            due: occurrence.due(),
            window: occurrence.window(),
            date: occurrence.date(),
            call: occurrence.call(),
            status: occurrence.status(),
            done_on: occurrence.done_on(),
            contract: occurrence.contract().map(|contract| contract.id().as_str()),
            visit: occurrence.visit(),
            trace: occurrence.trace(),
        }
    }
}

impl Plan {
    pub(super) fn new(
        input: Arc<PlanInput>,
        (book, reach): (Book, Reach),
        horizon: Period,
        (table, ledger): (OccurrenceTable, Ledger),
        asides: Asides,
    ) -> Plan {
        let totals = Totals::of(&input, horizon, &ledger, &asides);
        Plan { input, book, reach, horizon, table, ledger, totals, asides }
    }

    /// The same plan with other rows, such as those an ITSM tool has stored; the totals are those of the
    /// rows given. [`check`](super::check) says whether they still follow from the engagement.
    #[must_use]
    pub fn with_table(self, table: OccurrenceTable) -> Plan {
        let ledger = Ledger::of(&self.input, &table);
        let rows = (table, ledger);
        Plan::new(self.input, (self.book, self.reach), self.horizon, rows, self.asides)
    }

    /// What it was computed from.
    pub fn input(&self) -> &PlanInput {
        &self.input
    }

    /// The day as of which it was planned.
    pub fn as_of(&self) -> Day {
        self.book.as_of
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

    /// Occurrence number `index`; `None` past the end, or when a stored row names no task or subject.
    pub fn occurrence(&self, index: usize) -> Option<Occurrence<'_>> {
        let row = self.table.row(index)?;
        let task = self.input.tasks.get(usize::from(row.task))?;
        Some(Occurrence { plan: self, row, task, subject: self.input.subject(row.subject)? })
    }

    /// The number of the occurrence with this id; `None` when the plan has none.
    pub fn find(&self, id: &OccurrenceId) -> Option<usize> {
        let (subject, task, key) = locate(&self.input, &self.book.tasks, id)?;
        let columns = self.table.subjects().iter().zip(self.table.tasks());
        let found = columns.enumerate().filter(|(_, pair)| *pair.0 == subject && *pair.1 == task);
        found
            .map(|(index, _)| index)
            .find(|index| self.table.row(*index).is_some_and(|row| row.key == key))
    }

    /// The ids of the requests that a row serves as follow-up of.
    pub(super) fn served_by(&self, row: Row) -> Vec<String> {
        let served = self.asides.served.iter();
        let own = served.filter(|s| (s.subject, s.task, s.key) == (row.subject, row.task, row.key));
        let id = |place: u32| {
            let request = self.input.programme.requests.get(usize::try_from(place).ok()?)?;
            Some(request.id.to_string())
        };
        own.filter_map(|served| id(served.request)).collect()
    }

    /// Occurrences by date, subject, task, nominal date.
    pub fn occurrences(&self) -> impl Iterator<Item = Occurrence<'_>> {
        (0..self.len()).filter_map(|index| self.occurrence(index))
    }

    /// Writes the canonical JSON: format `entretien/plan` 1.0, UTF-8, no spaces, fields in declared
    /// order, occurrences by date, subject, task, nominal date.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_json(&self, mut out: impl Write) -> std::io::Result<()> {
        let head = Head {
            format: "entretien/plan",
            format_version: "1.0",
            as_of: self.as_of(),
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
            serde_json::to_writer(&mut out, &OccurrenceLine::of(&occurrence))?;
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
