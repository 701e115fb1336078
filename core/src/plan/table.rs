//! Occurrences as columns.

use crate::time::Day;

/// One occurrence as numbers: indices into the tasks and assets of the input, and two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Planned day.
    pub date: Day,
    /// Index of the asset in `estate().assets()`.
    pub asset: u32,
    /// Index of the task in `tasks()`.
    pub task: u16,
    /// Day of the series, before any roll.
    pub nominal: Day,
}

/// Occurrences as columns of equal length, sorted by date, asset, task, nominal date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OccurrenceTable {
    dates: Vec<i32>,
    nominals: Vec<i32>,
    assets: Vec<u32>,
    tasks: Vec<u16>,
}

impl OccurrenceTable {
    /// A table of rows in the order given (a plan of the engine is sorted; [`check`](super::check) tells).
    pub fn from_rows(rows: &[Row]) -> OccurrenceTable {
        OccurrenceTable {
            dates: rows.iter().map(|row| row.date.number()).collect(),
            nominals: rows.iter().map(|row| row.nominal.number()).collect(),
            assets: rows.iter().map(|row| row.asset).collect(),
            tasks: rows.iter().map(|row| row.task).collect(),
        }
    }

    /// Merges chunks into one table, stable by date: counting sort over the days met.
    pub(crate) fn merge_by_date(mut chunks: Vec<OccurrenceTable>) -> OccurrenceTable {
        let days = || chunks.iter().flat_map(|chunk| chunk.dates.iter().copied());
        let (Some(first), Some(last)) = (days().min(), days().max()) else {
            return OccurrenceTable::default();
        };
        let index = |day: i32| usize::try_from(day - first).unwrap_or_default();
        let mut next = vec![0usize; index(last) + 2];
        for day in days() {
            if let Some(count) = next.get_mut(index(day) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        let mut merged = OccurrenceTable {
            dates: vec![0; sum],
            nominals: vec![0; sum],
            assets: vec![0; sum],
            tasks: vec![0; sum],
        };
        for chunk in chunks.drain(..) {
            merged.scatter(&chunk, &mut next, index);
        }
        merged
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "`next` counts every row of every chunk, so each place exists once"
    )]
    fn scatter(
        &mut self,
        chunk: &OccurrenceTable,
        next: &mut [usize],
        index: impl Fn(i32) -> usize,
    ) {
        for row in 0..chunk.dates.len() {
            let day = chunk.dates[row];
            let place = next[index(day)];
            next[index(day)] += 1;
            self.dates[place] = day;
            self.nominals[place] = chunk.nominals[row];
            self.assets[place] = chunk.assets[row];
            self.tasks[place] = chunk.tasks[row];
        }
    }

    pub(crate) fn push(&mut self, date: i32, asset: u32, task: u16, nominal: i32) {
        self.dates.push(date);
        self.assets.push(asset);
        self.tasks.push(task);
        self.nominals.push(nominal);
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

    /// Indices of assets.
    pub fn assets(&self) -> &[u32] {
        &self.assets
    }

    /// Indices of tasks.
    pub fn tasks(&self) -> &[u16] {
        &self.tasks
    }

    /// One row.
    pub fn row(&self, index: usize) -> Option<Row> {
        Some(Row {
            date: Day::from_number(*self.dates.get(index)?)?,
            asset: *self.assets.get(index)?,
            task: *self.tasks.get(index)?,
            nominal: Day::from_number(*self.nominals.get(index)?)?,
        })
    }

    /// All rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        (0..self.len()).filter_map(|index| self.row(index))
    }
}
