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
///
/// Values are 64-bit seconds ([`expand_many`]) or 32-bit days ([`expand_many_days`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns<V = i64> {
    /// All values, row after row, ascending within a row.
    pub values: Vec<V>,
    /// Where each row begins; one more than there are rows.
    pub offsets: Vec<u64>,
}

impl<V> Default for Columns<V> {
    fn default() -> Self {
        Columns { values: Vec::new(), offsets: Vec::new() }
    }
}

impl<V: Copy> Columns<V> {
    fn clear(&mut self) {
        self.values.clear();
        self.offsets.clear();
    }

    /// One row of `rows` after the other, equal ones computed once.
    fn fill(
        &mut self,
        rows: &[(u32, Start)],
        mut expand: impl FnMut(u32, Start, &mut Vec<V>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.clear();
        self.offsets.reserve(rows.len() + 1);
        self.offsets.push(0);
        for (index, ((rule, start), twin)) in rows.iter().zip(twins(rows)).enumerate() {
            if twin as usize == index {
                expand(*rule, *start, &mut self.values)
                    .map_err(|error| error.within(&format!("/rows/{index}")))?;
            } else {
                let bound = |i: u32| self.offsets.get(i as usize).map(|o| usize::try_from(*o));
                if let (Some(Ok(from)), Some(Ok(to))) = (bound(twin), bound(twin + 1)) {
                    self.values.extend_from_within(from..to);
                }
            }
            if self.values.len() > BATCH_VALUES_MAX {
                let why = format!("more than {BATCH_VALUES_MAX} values");
                return Err(Error::new(codes::REC_TOO_LARGE, format!("/rows/{index}"), why));
            }
            self.offsets.push(self.values.len() as u64);
        }
        Ok(())
    }
}

/// For each row, the first row that is equal to it.
fn twins(rows: &[(u32, Start)]) -> Vec<u32> {
    // Sorted by a hash of 64 bits first, which costs a third of comparing anchors; equal hashes are
    // compared in full, so that no choice of anchors makes two rows twins or the sort slow.
    let hash = |rule: u32, start: Start| {
        let seconds = start.civil().seconds().cast_unsigned();
        (seconds ^ u64::from(rule).rotate_left(40)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    };
    let mut order: Vec<(u64, u32)> =
        rows.iter().zip(0u32..).map(|((rule, start), row)| (hash(*rule, *start), row)).collect();
    let row = |row: u32| rows.get(row as usize);
    order.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| row(a.1).cmp(&row(b.1))).then_with(|| a.1.cmp(&b.1))
    });
    let mut twins = vec![0; rows.len()];
    let mut first: Option<(u64, u32)> = None;
    for (hash, index) in order {
        let same = first.filter(|first| first.0 == hash && row(first.1) == row(index));
        let (_, twin) = *first.insert(same.unwrap_or((hash, index)));
        if let Some(slot) = twins.get_mut(index as usize) {
            *slot = twin;
        }
    }
    twins
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
    let mut columns = Columns::default();
    expand_many_into(programs, rows, window, policies, &mut columns)?;
    Ok(columns)
}

/// [`expand_many`] into columns that are there already, whose memory is used again.
///
/// A process that expands a fleet again and again spends more time on being given new memory than on
/// computing. What the columns held is gone; after an error they are empty.
///
/// # Errors
/// As [`expand_many`].
pub fn expand_many_into(
    programs: &[Program],
    rows: &[(u32, Start)],
    window: Window,
    policies: Policies,
    columns: &mut Columns,
) -> Result<(), Error> {
    let done = columns.fill(rows, |rule, start, out| {
        program(programs, rule)?.at(start, policies)?.expand_into(window, out)
    });
    done.inspect_err(|_| columns.clear())
}

/// The civil days of many series in one period, as [`expand_many`] gives their seconds.
///
/// See [`Recurrence::days`] for what a day is.
///
/// # Errors
/// As [`expand_many`].
///
/// ```
/// use entretien::recurrence::{Policies, Rule, Start, expand_many_days};
/// use entretien::time::{Day, Period};
/// let programs = [Rule::parse("FREQ=MONTHLY;BYMONTHDAY=-1").unwrap().compile()];
/// let day = |text: &str| Day::parse(text).unwrap();
/// let period = Period::new(day("2026-01-01"), day("2026-03-01")).unwrap();
/// let rows = [(0, Start::Date(day("2026-01-15"))), (0, Start::Date(day("2026-02-15")))];
/// let columns = expand_many_days(&programs, &rows, period, Policies::default()).unwrap();
/// assert_eq!((columns.values, columns.offsets), (vec![20_484, 20_512, 20_512], vec![0, 2, 3]));
/// ```
pub fn expand_many_days(
    programs: &[Program],
    rows: &[(u32, Start)],
    period: Period,
    policies: Policies,
) -> Result<Columns<i32>, Error> {
    let mut columns = Columns::default();
    columns.fill(rows, |rule, start, out| {
        let program = program(programs, rule)?;
        match start {
            Start::Date(anchor) if policies == Policies::default() => {
                program.days_into(anchor, period, out)
            }
            _ => program.at(start, policies)?.days_into(period, out),
        }
    })?;
    Ok(columns)
}

fn program(programs: &[Program], rule: u32) -> Result<&Program, Error> {
    programs.get(rule as usize).ok_or_else(|| {
        let why = format!("rule {rule} of {}", programs.len());
        Error::new(codes::REC_BAD_VALUE, "", why)
    })
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
