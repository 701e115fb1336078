//! Fleets: many rules and anchors at once, as columns; and days instead of seconds.

use super::civil::{DAY_SECONDS, Start};
use super::local::Local;
use super::program::Program;
use super::query::{Recurrence, Window};
use super::set::Policies;
use super::times::day_of;
use crate::error::{Error, codes};
use crate::time::{Day, Period};

/// Most values of one batch.
pub const BATCH_VALUES_MAX: usize = 1_000_000_000;

/// Values of many series: those of row `i` are `values[offsets[i]..offsets[i + 1]]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    /// All values, row after row, ascending within a row.
    pub values: Vec<i64>,
    /// Where each row begins; one more than there are rows.
    pub offsets: Vec<u64>,
}

/// Expands many series in one window: each row names a rule of `programs` and an anchor.
///
/// Rows that have the same rule and anchor are computed once. Rows keep their order.
///
/// # Errors
/// As [`Program::at`] and [`Recurrence::expand`], the pointer naming the row (`/rows/3`) · `REC-006` a
/// rule that does not exist · `REC-014` more than [`BATCH_VALUES_MAX`] values.
///
/// ```
/// use entretien::recurrence::{Civil, Policies, Rule, Start, Window, expand_many};
/// let programs = [Rule::parse("FREQ=DAILY;COUNT=2").unwrap().compile()];
/// let start = Start::Utc(Civil::from_seconds(0).unwrap());
/// let columns = expand_many(&programs, &[(0, start), (0, start)], Window::ALL, Policies::default());
/// let columns = columns.unwrap();
/// assert_eq!(columns.values, [0, 86_400, 0, 86_400]);
/// assert_eq!(columns.offsets, [0, 2, 4]);
/// ```
pub fn expand_many(
    programs: &[Program],
    rows: &[(u32, Start)],
    window: Window,
    policies: Policies,
) -> Result<Columns, Error> {
    let mut order: Vec<u32> = (0..u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect();
    let key = |row: &u32| rows.get(*row as usize).copied();
    order.sort_by_key(key);
    // For each row, the first row that is equal to it.
    let mut twin: Vec<u32> = order.clone();
    let mut first: Option<u32> = None;
    for row in &order {
        if first.and_then(|f| key(&f)) != key(row) {
            first = Some(*row);
        }
        if let (Some(slot), Some(first)) = (twin.get_mut(*row as usize), first) {
            *slot = first;
        }
    }
    let mut columns = Columns::default();
    columns.offsets.reserve(rows.len() + 1);
    columns.offsets.push(0);
    for (index, ((rule, start), twin)) in rows.iter().zip(&twin).enumerate() {
        let own = u64::from(*twin) == index as u64;
        if own {
            expand_row(programs, *rule, *start, window, policies, &mut columns.values)
                .map_err(|error| at_row(&error, index))?;
        } else {
            let bound = |i: u32| columns.offsets.get(i as usize).map(|o| usize::try_from(*o));
            if let (Some(Ok(from)), Some(Ok(to))) = (bound(*twin), bound(*twin + 1)) {
                columns.values.extend_from_within(from..to);
            }
        }
        if columns.values.len() > BATCH_VALUES_MAX {
            let why = format!("more than {BATCH_VALUES_MAX} values");
            return Err(Error::new(codes::REC_TOO_LARGE, format!("/rows/{index}"), why));
        }
        columns.offsets.push(columns.values.len() as u64);
    }
    Ok(columns)
}

fn expand_row(
    programs: &[Program],
    rule: u32,
    start: Start,
    window: Window,
    policies: Policies,
    out: &mut Vec<i64>,
) -> Result<(), Error> {
    let Some(program) = programs.get(rule as usize) else {
        let why = format!("rule {rule} of {}", programs.len());
        return Err(Error::new(codes::REC_BAD_VALUE, "", why));
    };
    program.at(start, policies)?.expand_into(window, out)
}

fn at_row(error: &Error, index: usize) -> Error {
    let mut faults: Vec<_> = error.faults().cloned().collect();
    for fault in &mut faults {
        fault.pointer = format!("/rows/{index}{}", fault.pointer);
    }
    Error::check(faults).err().unwrap_or_else(|| error.clone())
}

impl Recurrence {
    /// The civil day of each instance whose civil day lies in `period`, as days since 1970-01-01.
    ///
    /// Ascending; a day of several instances comes as often. A moved instance keeps the day it is
    /// moved to.
    ///
    /// # Errors
    /// As [`Recurrence::expand`].
    pub fn days(&self, period: Period) -> Result<Vec<i32>, Error> {
        let mut out = Vec::new();
        self.days_into(period, &mut out)?;
        Ok(out)
    }

    /// Appends the days of [`Recurrence::days`] to `out`.
    ///
    /// # Errors
    /// As [`Recurrence::expand`].
    pub fn days_into(&self, period: Period, out: &mut Vec<i32>) -> Result<(), Error> {
        if self.fast_days(period, out) {
            return Ok(());
        }
        let window = Window::days(period);
        let wide = Window::new(window.from() - 2 * DAY_SECONDS, window.to() + 2 * DAY_SECONDS);
        let values = wide.map_or(Ok(Vec::new()), |wide| self.expand(wide))?;
        let days = values.into_iter().filter_map(|value| Some(self.civil(value)?.day()));
        out.extend(days.filter(|day| period.contains(*day)).map(Day::number));
        Ok(())
    }

    /// Straight from the day masks, where no clock change can move or drop an instance's day.
    fn fast_days(&self, period: Period, out: &mut Vec<i32>) -> bool {
        let Some(stream) = self.first.as_ref().filter(|_| self.is_plain()) else {
            return false;
        };
        let Local::Product { days, times } = &stream.local else {
            return false;
        };
        let Some(second) = times.only().filter(|second| self.is_quiet(*second)) else {
            return false;
        };
        let high = stream.high.min(if self.table.is_some() && stream.until < i64::MAX / 4 {
            return false;
        } else {
            stream.until
        });
        let ((first, from), (last, to)) = (day_of(stream.low), day_of(high));
        let first = (first + i32::from(second < from)).max(period.start().number());
        let last = (last - i32::from(second > to)).min(period.end().number() - 1);
        days.fill(first, last, usize::MAX, out, |day| day);
        true
    }

    /// Whether no clock change of the zone moves a time of day to another day, or leaves it out.
    fn is_quiet(&self, second: u32) -> bool {
        self.table.is_none_or(|table| table.is_quiet(second))
    }
}
