//! The planner.

use super::book::{Book, is_done_on};
use super::fast::Fast;
use super::ground::Grounds;
use super::input::PlanInput;
use super::ledger::Ledger;
use super::reach::Reach;
use super::result::Plan;
use super::simulate::{NoDateOf, Outcome, Served, simulate};
use super::size::check_size;
use super::table::{OccurrenceTable, Row};
use super::units::{Units, has_memory};
use crate::error::Error;
use crate::inventory::Asset;
use crate::order;
use crate::time::{Day, Period};
use std::sync::Arc;

/// Longest horizon, days (100 years).
pub const HORIZON_DAYS_MAX: i32 = 36_525;
/// Most occurrences of one plan.
pub const OCCURRENCES_MAX: u64 = 100_000_000;
/// Fewest and most assets that one piece of parallel work plans: a piece makes the series that its assets
/// share, and gives back its memory when it is merged.
const PIECE_ASSETS: (usize, usize) = (4_096, 131_072);

/// Assets after which the memory of a piece is taken at once, as much as the others need if they are like
/// the first.
const SAMPLE_ASSETS: usize = 256;

/// What a plan holds beside its columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Asides {
    /// Nominal dates left out by the roll `skip`, by subject; subjects on the short way under their piece.
    pub(super) skipped: u64,
    pub(super) assets_without_task: u64,
    pub(super) undated: Vec<NoDateOf>,
    pub(super) served: Vec<Served>,
}

impl Asides {
    /// Takes in what a unit gives beside its rows, which are returned.
    pub(super) fn take_in(&mut self, outcome: Outcome) -> Vec<Row> {
        let Outcome { rows, skipped, undated, served } = outcome;
        self.skipped += skipped;
        self.undated.extend(undated);
        self.served.extend(served);
        rows
    }

    /// What of it is summed over batches.
    pub(super) fn sums(&self) -> Asides {
        let Asides { skipped, assets_without_task, .. } = *self;
        Asides { skipped, assets_without_task, ..Asides::default() }
    }
}

/// Plans every task of `input` on every asset and contract that it applies to, over `horizon`, as known on
/// `as_of`: see the rule book ([`rules`](super::rules)).
///
/// An occurrence is in the plan when its nominal date lies in the horizon; its date may move out of it.
/// Rows are sorted by date, subject, task, nominal date. The result is the same whatever the order in
/// which the parts of the input were given and however many threads work.
///
/// # Errors
/// `PLAN-002` more than 100 years · `PLAN-003` more than [`OCCURRENCES_MAX`] occurrences, or more than
/// 10 000 000 works that must be placed one after the other, from the begin of their series on ·
/// `CAL-006` no open day within reach of a roll.
pub fn plan(input: Arc<PlanInput>, as_of: Day, horizon: Period) -> Result<Plan, Error> {
    check_size(&input, horizon)?;
    let book = Book::new(&input, as_of, horizon)?;
    let reach = Reach::new(&book, &input, horizon);
    let (table, ledger, asides) = rows_of(&input, &book, &reach)?;
    Ok(Plan::new(input, (book, reach), horizon, (table, ledger), asides))
}

fn rows_of(
    input: &PlanInput,
    book: &Book,
    reach: &Reach,
) -> Result<(OccurrenceTable, Ledger, Asides), Error> {
    let units = Units::new(book, input);
    let mut asides = Asides::default();
    let mut tied = tied_rows(input, book, reach, &units, &mut asides)?;
    order::sort_by(&mut tied, |a, b| {
        (a.subject, a.task, a.nominal, a.key).cmp(&(b.subject, b.task, b.nominal, b.key))
    });
    let assets = input.estate.assets();
    let size = (assets.len() / 8).clamp(PIECE_ASSETS.0, PIECE_ASSETS.1);
    let piece = |(number, assets): (usize, &[Asset])| {
        let first = u32::try_from(number * size).unwrap_or(u32::MAX);
        plain_rows(input, book, reach, &units, &tied, first, assets)
    };
    #[cfg(feature = "parallel")]
    let pieces: Vec<Piece> = {
        use rayon::prelude::*;
        let pieces: Vec<(usize, &[Asset])> = assets.chunks(size).enumerate().collect();
        pieces.into_par_iter().map(piece).collect::<Result<_, _>>()?
    };
    #[cfg(not(feature = "parallel"))]
    let pieces: Vec<Piece> =
        assets.chunks(size).enumerate().map(piece).collect::<Result<_, _>>()?;
    let mut tables = Vec::with_capacity(pieces.len() + 1);
    let mut ledger = Ledger::new(input);
    for piece in pieces {
        ledger.merge(&piece.ledger);
        asides.skipped += piece.skipped;
        asides.assets_without_task += piece.assets_without_task;
        tables.push(piece.table);
    }
    let count = u32::try_from(assets.len()).unwrap_or(u32::MAX);
    let contracts = tied.partition_point(|row| row.subject < count);
    let contracts = OccurrenceTable::from_rows(tied.get(contracts..).unwrap_or_default());
    ledger.add_all(input, &contracts);
    tables.push(contracts);
    super::size::check_count(tables.iter().map(OccurrenceTable::len).sum())?;
    Ok((OccurrenceTable::merge_by_date(tables), ledger, asides))
}

/// Plans one unit.
pub(super) fn unit_rows(
    input: &PlanInput,
    book: &Book,
    reach: &Reach,
    subjects: &[u32],
) -> Result<Outcome, Error> {
    let span = reach.unit(book, subjects, has_memory(input, subjects));
    simulate(book, input, span, &mut Grounds::default(), subjects)
}

/// The rows of all units.
fn tied_rows(
    input: &PlanInput,
    book: &Book,
    reach: &Reach,
    units: &Units,
    asides: &mut Asides,
) -> Result<Vec<Row>, Error> {
    let work = |subjects: &Vec<u32>| unit_rows(input, book, reach, subjects);
    #[cfg(feature = "parallel")]
    let outcomes: Vec<Outcome> = {
        use rayon::prelude::*;
        units.units.par_iter().map(work).collect::<Result<_, _>>()?
    };
    #[cfg(not(feature = "parallel"))]
    let outcomes: Vec<Outcome> = units.units.iter().map(work).collect::<Result<_, _>>()?;
    let mut rows = Vec::new();
    for outcome in outcomes {
        rows.extend(asides.take_in(outcome));
    }
    order::sort(&mut asides.undated);
    order::sort(&mut asides.served);
    Ok(rows)
}

struct Piece {
    table: OccurrenceTable,
    ledger: Ledger,
    skipped: u64,
    assets_without_task: u64,
}

/// The rows of consecutive assets, by asset, task, nominal day; those of units are taken over.
fn plain_rows(
    input: &PlanInput,
    book: &Book,
    reach: &Reach,
    units: &Units,
    tied: &[Row],
    first: u32,
    assets: &[Asset],
) -> Result<Piece, Error> {
    let mut fast = Fast::new(book, input, reach.plain());
    let mut table = OccurrenceTable::default();
    for (number, (place, asset)) in (first..).zip(assets).enumerate() {
        if number == SAMPLE_ASSETS {
            table.reserve(table.len() * (assets.len() / SAMPLE_ASSETS + 1));
        }
        let is_tied = usize::try_from(place).ok().and_then(|place| units.is_tied.get(place));
        if is_tied == Some(&true) {
            let start = tied.partition_point(|row| row.subject < place);
            let rows = tied.get(start..).unwrap_or_default();
            rows.iter().take_while(|row| row.subject == place).for_each(|row| table.push(*row));
            fast.assets_without_task += u64::from(!has_task(input, asset));
        } else {
            fast.asset(place, asset, &mut table)?;
        }
    }
    let mut ledger = Ledger::new(input);
    ledger.add_all(input, &table);
    Ok(Piece {
        table,
        ledger,
        skipped: fast.skipped,
        assets_without_task: fast.assets_without_task,
    })
}

/// Whether any task is done on an asset.
pub(super) fn has_task(input: &PlanInput, asset: &Asset) -> bool {
    let subject = super::book::SubjectRef::Asset(asset);
    input.tasks.iter().any(|task| is_done_on(task, subject))
}
