//! The dates of fixed series alone: expansion and roll, without windows, nests, cover or facts.

use super::book::{Book, SubjectRef};
use super::ground::Ground;
use super::input::PlanInput;
use super::kept::Kept;
use super::series::{LeftOut, Origin, Start, due_of, out_of_reach};
use super::size::check_size;
use super::task::Every;
use crate::error::Error;
use crate::inventory::{Asset, Usage};
use crate::time::{Day, Period};

/// Assets whose dates are handed over at once.
const BATCH_ASSETS: usize = 1_024;

/// Nominal days and due days of one series.
#[derive(Debug, Default)]
struct Days {
    nominals: Vec<i32>,
    dues: Vec<i32>,
}

/// Dates of fixed series: one run of days for each asset and task.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateRuns {
    subjects: Vec<u32>,
    tasks: Vec<u16>,
    ends: Vec<u32>,
    nominals: Vec<i32>,
    dues: Vec<i32>,
}

impl DateRuns {
    /// Number of dates.
    pub fn len(&self) -> usize {
        self.dues.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.dues.is_empty()
    }

    /// Nominal days, as days since 1970-01-01, run by run.
    pub fn nominals(&self) -> &[i32] {
        &self.nominals
    }

    /// Due days, as days since 1970-01-01, run by run.
    pub fn dues(&self) -> &[i32] {
        &self.dues
    }

    /// Index of the asset, index of the task, and the places of the dates of each run.
    pub fn runs(&self) -> impl Iterator<Item = (u32, u16, std::ops::Range<usize>)> + '_ {
        let mut from = 0;
        let pairs = self.subjects.iter().zip(&self.tasks).zip(&self.ends);
        pairs.map(move |((subject, task), end)| {
            let end = usize::try_from(*end).unwrap_or(usize::MAX);
            (*subject, *task, std::mem::replace(&mut from, end)..end)
        })
    }

    fn clear(&mut self) {
        self.subjects.clear();
        self.tasks.clear();
        self.ends.clear();
        self.nominals.clear();
        self.dues.clear();
    }

    fn push(&mut self, subject: u32, task: u16, days: &Days) {
        self.nominals.extend_from_slice(&days.nominals);
        self.dues.extend_from_slice(&days.dues);
        self.subjects.push(subject);
        self.tasks.push(task);
        // INVARIANT: a batch has fewer dates than OCCURRENCES_MAX, which fits u32.
        self.ends.push(u32::try_from(self.dues.len()).unwrap_or(u32::MAX));
    }
}

/// The dates of the fixed series of every asset, in the order of assets, tasks and nominal days: expansion,
/// season and roll alone. `each` is called with those of some assets at a time, whose memory is used again.
///
/// It says how much falls where before anything else is decided; what is planned is said by
/// [`plan`](super::plan).
///
/// # Errors
/// Those of [`plan`](super::plan).
pub fn dates(
    input: &PlanInput,
    horizon: Period,
    mut each: impl FnMut(&DateRuns),
) -> Result<(), Error> {
    check_size(input, horizon)?;
    let book = Book::new(input, Day::MIN, horizon)?;
    let mut kept: Kept<Days> = Kept::new(input.tasks.len());
    let mut runs = DateRuns::default();
    let mut place = 0u32;
    for batch in input.estate.assets().chunks(BATCH_ASSETS) {
        runs.clear();
        for asset in batch {
            add_asset(&book, input, horizon, &mut kept, (place, asset), &mut runs)?;
            place = place.saturating_add(1);
        }
        each(&runs);
    }
    Ok(())
}

fn add_asset(
    book: &Book,
    input: &PlanInput,
    horizon: Period,
    kept: &mut Kept<Days>,
    (place, asset): (u32, &Asset),
    runs: &mut DateRuns,
) -> Result<(), Error> {
    let subject = SubjectRef::Asset(asset);
    let origin = Origin::new(book, input, place, subject);
    let calendar = u32::try_from(input.calendar_at(place)).unwrap_or(u32::MAX);
    for (index, task) in book.tasks_on(input, asset) {
        if task.is_moving() || matches!(task.every, Every::Occasion(_)) {
            continue;
        }
        let start = origin.start(index, task);
        let frequent = task.every == Every::House && asset.usage == Some(Usage::Frequent);
        let shape = calendar.saturating_mul(2).saturating_add(u32::from(frequent));
        let found = kept.find(index, shape, start);
        let number = match found {
            Some(number) => number,
            None => {
                let made = days(book, input, horizon, index, subject, start)?;
                kept.keep(index, Some(shape), start, made)
            }
        };
        if let Some(days) = kept.get(number) {
            runs.push(place, index, days);
        }
    }
    Ok(())
}

fn days(
    book: &Book,
    input: &PlanInput,
    horizon: Period,
    index: u16,
    subject: SubjectRef<'_>,
    start: Start,
) -> Result<Days, Error> {
    let mut days = Days::default();
    let Some(generator) = book.generator(input, index, subject) else { return Ok(days) };
    let Some(task) = input.tasks.get(usize::from(index)) else { return Ok(days) };
    let Some(ground) = Ground::new(book, input, index, subject) else { return Ok(days) };
    let sticks = generator.sticks_to_end(start.anchor);
    for nominal in generator.within(start.anchor, horizon) {
        if start.is_after && nominal == start.anchor {
            continue;
        }
        match due_of(task, &|day| ground.is_open(day), nominal, sticks) {
            Ok((due, _)) => {
                days.nominals.push(nominal.number());
                days.dues.push(due.number());
            }
            Err(LeftOut::Nowhere) => return Err(out_of_reach(input, index, subject, nominal)),
            Err(LeftOut::Season | LeftOut::Roll) => {}
        }
    }
    Ok(days)
}
