//! Business time: open seconds between instants, and instants a number of open seconds away.
//!
//! Instants are UTC epoch seconds. Time is counted as it passes: an instant is open when the wall clock
//! of the calendar's zone then shows a time of an opening span. So a day of 24 hours has 23 or 25 of
//! them at a clock change, a span that begins in a gap begins at the change, and a repeated hour
//! counts twice.
//!
//! Days are tabulated in blocks, at their first use: a query reads two entries, whatever lies between.

mod block;
mod deadline;
mod pauses;
mod query;

pub use pauses::Pauses;
pub use query::SPANS_MAX;

use super::WorkCalendar;
use crate::error::{Error, codes};
use crate::text::choice;
use crate::time::{self, Zone};
use block::{BLOCK_BITS, BLOCK_DAYS, Block, DAY};
use std::sync::OnceLock;

choice! {
    /// Why there is no such instant or day.
    Unreachable {
        /// The calendar does not open again (or, going back, was never open before).
        NeverOpen "never_open" "the calendar never opens again" "le calendrier ne rouvre jamais",
        /// It lies beyond the years 1583 to 9999.
        OutOfRange "out_of_range" "beyond the years 1583 to 9999" "au-delà des années 1583 à 9999",
    }
}

impl From<Unreachable> for Error {
    fn from(reason: Unreachable) -> Error {
        match reason {
            Unreachable::NeverOpen => {
                Error::new(codes::CAL_NEVER_OPEN, "", "the calendar never opens again")
            }
            Unreachable::OutOfRange => {
                Error::new(codes::CAL_OUT_OF_RANGE, "", "beyond the years 1583 to 9999")
            }
        }
    }
}

/// First day of the first block.
const FIRST_DAY: i32 = time::Day::MIN.number();
#[expect(clippy::cast_sign_loss, reason = "the last day is after the first")]
const BLOCKS: usize = ((time::Day::MAX.number() - FIRST_DAY) >> BLOCK_BITS) as usize + 1;
/// Days after which what is alike every year has shown all that it has.
const CYCLE_BLOCKS: usize = (146_097 >> BLOCK_BITS) as usize + 2;
/// Holiday rules change by law: those known end before 2100.
const LAWS_UNTIL: i32 = 47_482;

/// A calendar made ready for questions about business time.
///
/// Compiling costs nothing yet: years are tabulated when they are first asked for. All answers depend
/// on the calendar and the zone data only.
///
/// ```
/// use entretien::calendar::{BusinessTime, HolidaySet, Week, WorkCalendar};
/// use entretien::id::CalendarId;
/// let id = CalendarId::new("office").unwrap();
/// let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
/// let time = BusinessTime::compile(&office);
/// let monday_17h = 1_772_467_200; // 2 March 2026, 17:00 in Paris
/// let tuesday_11h = monday_17h + 18 * 3_600;
/// assert_eq!(time.add(monday_17h, 4 * 3_600), Ok(tuesday_11h)); // 1 h on Monday, 3 h on Tuesday
/// assert_eq!(time.between(monday_17h, tuesday_11h), Ok(4 * 3_600));
/// ```
#[derive(Debug, Clone)]
pub struct BusinessTime {
    calendar: WorkCalendar,
    blocks: Box<[OnceLock<Box<Block>>]>,
    /// What is added to an instant to count days from: about the offset of the zone.
    shift: i64,
    /// Block after which nothing is named with its year.
    settled: usize,
}

/// A place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    block: usize,
    day: usize,
    second: u32,
}

impl BusinessTime {
    /// First instant of the calendar: 1583-01-04T00:00:00Z.
    pub const MIN: i64 = (FIRST_DAY as i64 + 3) * DAY;
    /// Last instant of the calendar: 9999-12-29T00:00:00Z.
    pub const MAX: i64 = (time::Day::MAX.number() as i64 - 2) * DAY;

    /// Makes a calendar ready. The tables are filled at their first use.
    pub fn compile(calendar: &WorkCalendar) -> BusinessTime {
        let settled = calendar.settled().clamp(LAWS_UNTIL, time::Day::MAX.number());
        let settled = usize::try_from((settled - FIRST_DAY) >> BLOCK_BITS).unwrap_or(0) + 1;
        // The offset of today, so that a day of the table is one of the calendar.
        let shift = i64::from(calendar.zone().offset_at(1_767_225_600));
        let blocks = (0..BLOCKS).map(|_| OnceLock::new()).collect();
        BusinessTime { calendar: calendar.clone(), blocks, shift, settled }
    }

    /// The calendar.
    pub fn calendar(&self) -> &WorkCalendar {
        &self.calendar
    }

    /// The zone of its wall time.
    pub fn zone(&self) -> Zone {
        self.calendar.zone()
    }

    #[inline]
    fn block(&self, index: usize) -> Option<&Block> {
        let slot = self.blocks.get(index)?;
        match slot.get() {
            Some(block) => Some(block),
            None => Some(self.build(slot, index)),
        }
    }

    #[cold]
    fn build<'a>(&self, slot: &'a OnceLock<Box<Block>>, index: usize) -> &'a Block {
        let first = FIRST_DAY + i32::try_from(index).unwrap_or(0) * BLOCK_DAYS;
        slot.get_or_init(|| Box::new(Block::build(&self.calendar, first, self.shift)))
    }

    /// Where an instant lies; `None` outside [`BusinessTime::MIN`]..=[`BusinessTime::MAX`].
    #[inline]
    fn place(&self, at: i64) -> Option<Place> {
        if !(BusinessTime::MIN..=BusinessTime::MAX).contains(&at) {
            return None;
        }
        let seconds = u64::try_from(at + self.shift - i64::from(FIRST_DAY) * DAY).ok()?;
        let (day, second) = (seconds / 86_400, seconds % 86_400);
        let place = usize::try_from(day).ok()?;
        Some(Place {
            block: place >> BLOCK_BITS,
            day: place & ((1 << BLOCK_BITS) - 1),
            second: u32::try_from(second).ok()?,
        })
    }

    /// The instant of a number of seconds from the beginning of a block.
    #[inline]
    fn instant(&self, block: usize, seconds: i64) -> i64 {
        let days = i64::try_from(block << BLOCK_BITS).unwrap_or(0) + i64::from(FIRST_DAY);
        days * DAY - self.shift + seconds
    }
}
