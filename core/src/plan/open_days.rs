//! The open days of a calendar near a horizon, asked again and again.

use crate::calendar::WorkCalendar;
use crate::time::{Day, Period};

/// Days that are looked up on either side of a horizon; others are asked of the calendar.
const MARGIN_DAYS: i32 = 400;

/// Which days are open.
#[derive(Debug, Clone)]
pub(super) struct OpenDays {
    calendar: Box<WorkCalendar>,
    first: i32,
    open: Vec<bool>,
}

impl OpenDays {
    pub(super) fn new(calendar: &WorkCalendar, horizon: Period) -> OpenDays {
        let first = horizon.start().number().saturating_sub(MARGIN_DAYS);
        let end = horizon.end().number().saturating_add(MARGIN_DAYS);
        let is_open = |day| Day::from_number(day).is_some_and(|day| calendar.is_open(day));
        OpenDays {
            calendar: Box::new(calendar.clone()),
            first,
            open: (first..end).map(is_open).collect(),
        }
    }

    pub(super) fn is_open(&self, day: Day) -> bool {
        let place = usize::try_from(i64::from(day.number()) - i64::from(self.first)).ok();
        match place.and_then(|place| self.open.get(place)) {
            Some(open) => *open,
            None => self.calendar.is_open(day),
        }
    }
}
