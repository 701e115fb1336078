//! The dates of fixed series alone: expansion and roll, without windows, nests, cover or facts.

use super::book::{Book, SubjectRef};
use super::ground::Ground;
use super::input::PlanInput;
use super::kept::Kept;
use super::series::{LeftOut, Origin, Start, due_of, out_of_reach};
use super::size::check_size;
use super::table::OccurrenceTable;
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
    mut each: impl FnMut(&OccurrenceTable),
) -> Result<(), Error> {
    check_size(input, horizon)?;
    let book = Book::new(input, Day::MIN, horizon)?;
    let mut kept: Kept<Days> = Kept::new(input.tasks.len());
    let mut table = OccurrenceTable::default();
    let mut place = 0u32;
    for batch in input.estate.assets().chunks(BATCH_ASSETS) {
        table.clear();
        for asset in batch {
            add_asset(&book, input, horizon, &mut kept, (place, asset), &mut table)?;
            place = place.saturating_add(1);
        }
        each(&table);
    }
    Ok(())
}

fn add_asset(
    book: &Book,
    input: &PlanInput,
    horizon: Period,
    kept: &mut Kept<Days>,
    (place, asset): (u32, &Asset),
    table: &mut OccurrenceTable,
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
        let number = if let Some(number) = found {
            number
        } else {
            let made = days(book, input, horizon, index, subject, start)?;
            kept.keep(index, Some(shape), start, made)
        };
        if let Some(days) = kept.get(number) {
            table.extend_fixed(place, index, &days.nominals, &days.dues);
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
