//! Work calendars: public holidays, opening, business time.

mod business;
mod holiday;
mod work;

pub(crate) use business::BusinessTime;
pub(crate) use holiday::{holiday_sets, holidays};
pub(crate) use work::WorkCalendar;
