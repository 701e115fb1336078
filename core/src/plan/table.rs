//! Occurrences as columns.

use super::series::Item;
use crate::time::Day;

/// What made the planned date of a row, in brief; the trace tells it in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Marks(u16);

impl Marks {
    /// The nominal date was outside the season, and moved.
    pub const SEASON: Marks = Marks(1);
    /// It moved off its due day, which was not free.
    pub const PLACED: Marks = Marks(1 << 1);
    /// It joined the day of a visit.
    pub const VISIT: Marks = Marks(1 << 2);
    /// A decision moved its due day.
    pub const MOVED: Marks = Marks(1 << 3);
    /// A decision fixed its day.
    pub const FIXED: Marks = Marks(1 << 4);
    /// It does the work of lower levels too.
    pub const ABSORBS: Marks = Marks(1 << 5);
    /// It serves as the follow-up of a corrective.
    pub const SERVES: Marks = Marks(1 << 6);
    /// No day of its window is free.
    pub const NO_ROOM: Marks = Marks(1 << 7);
    /// Skipped by decision.
    pub const SKIPPED: Marks = Marks(1 << 8);
    /// Cancelled by decision.
    pub const CANCELLED: Marks = Marks(1 << 9);

    /// Whether all marks of `other` are set.
    pub const fn has(self, other: Marks) -> bool {
        self.0 & other.0 == other.0
    }

    /// With the marks of `other`.
    #[must_use]
    pub const fn with(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }

    /// Whether it is work to be done: neither skipped nor cancelled.
    pub const fn is_work(self) -> bool {
        self.0 & (Marks::SKIPPED.0 | Marks::CANCELLED.0) == 0
    }

    /// As a number.
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// From a number.
    pub const fn from_bits(bits: u16) -> Marks {
        Marks(bits)
    }
}

/// One occurrence as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Planned day.
    pub date: Day,
    /// Index of the asset in `estate().assets()`; from their number on, that of a contract in `contracts()`.
    pub subject: u32,
    /// Index of the task in `tasks()`.
    pub task: u16,
    /// Day of the series, before season, roll and all that follows.
    pub nominal: Day,
    /// Number of the nominal day for a fixed series, ordinal for one whose dates move, index in the
    /// requests for work on occasion (in the contracts, for their begin).
    pub key: i32,
    /// The day that a moving series counted this date from; the nominal day where it counts from none.
    pub base: Day,
    /// Index in `contracts()` of the contract that covers it.
    pub contract: Option<u16>,
    /// What made its date.
    pub marks: Marks,
}

impl Row {
    /// Whether its key or base differs from its nominal day.
    pub(super) fn is_moving(&self) -> bool {
        self.key != self.nominal.number() || self.base != self.nominal
    }

    /// A row of a fixed series, covered by no contract.
    pub fn fixed(date: Day, subject: u32, task: u16, nominal: Day) -> Row {
        Row {
            date,
            subject,
            task,
            nominal,
            key: nominal.number(),
            base: nominal,
            contract: None,
            marks: Marks::default(),
        }
    }
}

/// The columns of a table, to be written.
pub(super) struct Columns<'a> {
    pub(super) dates: &'a mut Vec<i32>,
    pub(super) nominals: &'a mut Vec<i32>,
    pub(super) subjects: &'a mut Vec<u32>,
    pub(super) tasks: &'a mut Vec<u16>,
    pub(super) contracts: &'a mut Vec<u16>,
    pub(super) marks: &'a mut Vec<u16>,
    pub(super) keys: &'a mut Vec<i32>,
    pub(super) bases: &'a mut Vec<i32>,
}

/// Occurrences as columns of equal length, sorted by date, subject, task, nominal date.
#[derive(Debug, Clone, Default)]
pub struct OccurrenceTable {
    dates: Vec<i32>,
    nominals: Vec<i32>,
    subjects: Vec<u32>,
    tasks: Vec<u16>,
    /// Index of the contract and one; 0 for none.
    contracts: Vec<u16>,
    marks: Vec<u16>,
    /// Empty while every row is of a fixed series.
    keys: Vec<i32>,
    /// As `keys`.
    bases: Vec<i32>,
}

impl OccurrenceTable {
    /// A table of rows in the order given (a plan of the engine is sorted; [`check`](super::check) tells).
    pub fn from_rows(rows: &[Row]) -> OccurrenceTable {
        let mut table = OccurrenceTable::default();
        for row in rows {
            table.push(*row);
        }
        table
    }

    /// Merges chunks into one table, stable by date: counting sort over the days met. The memory of each
    /// chunk is given back before the next is read.
    pub(crate) fn merge_by_date(chunks: Vec<OccurrenceTable>) -> OccurrenceTable {
        let Some(mut places) = Places::of(&chunks) else { return OccurrenceTable::default() };
        let count = chunks.iter().map(OccurrenceTable::len).sum();
        let moving = chunks.iter().any(|chunk| !chunk.keys.is_empty());
        let mut merged = OccurrenceTable {
            dates: vec![0; count],
            nominals: vec![0; count],
            subjects: vec![0; count],
            tasks: vec![0; count],
            contracts: vec![0; count],
            marks: vec![0; count],
            keys: vec![0; if moving { count } else { 0 }],
            bases: vec![0; if moving { count } else { 0 }],
        };
        let mut rows = Vec::new();
        for chunk in chunks {
            places.of_chunk(&chunk.dates, &mut rows);
            scatter(&rows, &chunk.dates, &mut merged.dates);
            scatter(&rows, &chunk.nominals, &mut merged.nominals);
            scatter(&rows, &chunk.subjects, &mut merged.subjects);
            scatter(&rows, &chunk.tasks, &mut merged.tasks);
            scatter(&rows, &chunk.contracts, &mut merged.contracts);
            scatter(&rows, &chunk.marks, &mut merged.marks);
            if moving {
                let own = !chunk.keys.is_empty();
                scatter(&rows, if own { &chunk.keys } else { &chunk.nominals }, &mut merged.keys);
                scatter(&rows, if own { &chunk.bases } else { &chunk.nominals }, &mut merged.bases);
            }
        }
        merged
    }

    /// Leaves no row; the memory stays.
    pub(super) fn clear(&mut self) {
        self.dates.clear();
        self.nominals.clear();
        self.subjects.clear();
        self.tasks.clear();
        self.contracts.clear();
        self.marks.clear();
        self.keys.clear();
        self.bases.clear();
    }

    /// Adds rows of one fixed series to a table of such, covered by no contract.
    pub(super) fn extend_fixed(
        &mut self,
        subject: u32,
        task: u16,
        nominals: &[i32],
        dates: &[i32],
    ) {
        self.dates.extend_from_slice(dates);
        self.nominals.extend_from_slice(nominals);
        let length = self.dates.len();
        self.subjects.resize(length, subject);
        self.tasks.resize(length, task);
        self.contracts.resize(length, 0);
        self.marks.resize(length, 0);
    }

    /// Takes memory for more rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.dates.reserve(rows);
        self.nominals.reserve(rows);
        self.subjects.reserve(rows);
        self.tasks.reserve(rows);
        self.contracts.reserve(rows);
        self.marks.reserve(rows);
    }

    /// Writes keys and bases, if they are those of fixed series up to now.
    pub(super) fn tell_keys(&mut self) {
        if self.keys.len() < self.dates.len() {
            self.keys.clone_from(&self.nominals);
            self.bases.clone_from(&self.nominals);
        }
    }

    /// The columns, to be written.
    pub(super) fn columns_mut(&mut self) -> Columns<'_> {
        Columns {
            dates: &mut self.dates,
            nominals: &mut self.nominals,
            subjects: &mut self.subjects,
            tasks: &mut self.tasks,
            contracts: &mut self.contracts,
            marks: &mut self.marks,
            keys: &mut self.keys,
            bases: &mut self.bases,
        }
    }

    /// Writes a row over another.
    pub(super) fn set(&mut self, index: usize, row: Row) {
        fn put<T>(column: &mut [T], index: usize, value: T) {
            if let Some(slot) = column.get_mut(index) {
                *slot = value;
            }
        }
        put(&mut self.dates, index, row.date.number());
        put(&mut self.nominals, index, row.nominal.number());
        put(&mut self.subjects, index, row.subject);
        put(&mut self.tasks, index, row.task);
        put(&mut self.contracts, index, row.contract.map_or(0, |number| number.saturating_add(1)));
        put(&mut self.marks, index, row.marks.bits());
        put(&mut self.keys, index, row.key);
        put(&mut self.bases, index, row.base.number());
    }

    /// Adds a row of a fixed series.
    pub(super) fn push_fixed(
        &mut self,
        item: &Item,
        subject: u32,
        contract: Option<u16>,
        marks: Marks,
    ) {
        if self.keys.is_empty() {
            self.dates.push(item.date.number());
            self.nominals.push(item.nominal.number());
            self.subjects.push(subject);
            self.tasks.push(item.task);
            self.contracts.push(contract.map_or(0, |index| index.saturating_add(1)));
            self.marks.push(marks.bits());
        } else {
            let row = Row::fixed(item.date, subject, item.task, item.nominal);
            self.push(Row { contract, marks, ..row });
        }
    }

    /// Adds a row at the end.
    pub(crate) fn push(&mut self, row: Row) {
        let moving = row.is_moving();
        if moving {
            self.tell_keys();
        }
        if moving || !self.keys.is_empty() {
            self.keys.push(row.key);
            self.bases.push(row.base.number());
        }
        self.dates.push(row.date.number());
        self.nominals.push(row.nominal.number());
        self.subjects.push(row.subject);
        self.tasks.push(row.task);
        self.contracts.push(row.contract.map_or(0, |index| index.saturating_add(1)));
        self.marks.push(row.marks.bits());
    }

    /// Number of occurrences.
    pub fn len(&self) -> usize {
        self.dates.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty()
    }

    /// Planned days, as days since 1970-01-01.
    pub fn dates(&self) -> &[i32] {
        &self.dates
    }

    /// Nominal days, as days since 1970-01-01.
    pub fn nominals(&self) -> &[i32] {
        &self.nominals
    }

    /// Indices of assets; from their number on, of contracts.
    pub fn subjects(&self) -> &[u32] {
        &self.subjects
    }

    /// Indices of tasks.
    pub fn tasks(&self) -> &[u16] {
        &self.tasks
    }

    /// Marks, as numbers.
    pub fn marks(&self) -> &[u16] {
        &self.marks
    }

    /// One more than the index of the contract that covers; 0 for none.
    pub fn contracts(&self) -> &[u16] {
        &self.contracts
    }

    /// Keys, as numbers: see [`Row::key`].
    pub fn keys(&self) -> &[i32] {
        if self.keys.is_empty() { &self.nominals } else { &self.keys }
    }

    /// One row.
    pub fn row(&self, index: usize) -> Option<Row> {
        let nominal = *self.nominals.get(index)?;
        let own = |column: &[i32]| column.get(index).copied().unwrap_or(nominal);
        Some(Row {
            date: Day::from_number(*self.dates.get(index)?)?,
            subject: *self.subjects.get(index)?,
            task: *self.tasks.get(index)?,
            nominal: Day::from_number(nominal)?,
            key: own(&self.keys),
            base: Day::from_number(own(&self.bases))?,
            contract: self.contracts.get(index)?.checked_sub(1),
            marks: Marks::from_bits(*self.marks.get(index)?),
        })
    }

    /// All rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        (0..self.len()).filter_map(|index| self.row(index))
    }
}

/// Tables are equal when their rows are: whether the keys of fixed series are written does not matter.
impl PartialEq for OccurrenceTable {
    fn eq(&self, other: &Self) -> bool {
        fn told<'a>(own: &'a [i32], nominals: &'a [i32]) -> &'a [i32] {
            if own.is_empty() { nominals } else { own }
        }
        self.dates == other.dates
            && self.nominals == other.nominals
            && self.subjects == other.subjects
            && self.tasks == other.tasks
            && self.contracts == other.contracts
            && self.marks == other.marks
            && told(&self.keys, &self.nominals) == told(&other.keys, &other.nominals)
            && told(&self.bases, &self.nominals) == told(&other.bases, &other.nominals)
    }
}

impl Eq for OccurrenceTable {}

/// Where the rows of each day begin.
struct Places {
    first: i32,
    next: Vec<usize>,
}

impl Places {
    fn of(chunks: &[OccurrenceTable]) -> Option<Places> {
        let days = || chunks.iter().flat_map(|chunk| chunk.dates.iter().copied());
        let (first, last) = (days().min()?, days().max()?);
        let mut places = Places { first, next: Vec::new() };
        let mut next = vec![0usize; places.index(last).saturating_add(2)];
        for day in days() {
            if let Some(count) = next.get_mut(places.index(day).saturating_add(1)) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        places.next = next;
        Some(places)
    }

    fn index(&self, day: i32) -> usize {
        usize::try_from(day - self.first).unwrap_or_default()
    }

    /// The places of the rows of a chunk, which are then taken.
    fn of_chunk(&mut self, dates: &[i32], rows: &mut Vec<usize>) {
        rows.clear();
        for day in dates {
            let index = self.index(*day);
            if let Some(next) = self.next.get_mut(index) {
                rows.push(*next);
                *next += 1;
            }
        }
    }
}

/// Writes each value to the place of its row.
#[expect(
    clippy::indexing_slicing,
    reason = "`Places` counted every row of every chunk, so each place exists once"
)]
fn scatter<T: Copy>(rows: &[usize], values: &[T], column: &mut [T]) {
    for (row, value) in rows.iter().zip(values) {
        column[*row] = *value;
    }
}
