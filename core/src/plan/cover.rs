//! Which contract covers preventive work on a subject on a day.

use super::book::{Book, SubjectRef};
use super::input::PlanInput;
use crate::contract::Service;
use crate::time::{Day, Period};

/// The contracts that cover a subject, by rank, and when.
#[derive(Debug, Clone, Default)]
pub(super) struct Cover {
    periods: Vec<(Period, u16)>,
}

impl Cover {
    /// That of a subject within `window`; a contract covers its own meetings.
    pub(super) fn of(
        book: &Book,
        input: &PlanInput,
        (place, subject): (u32, SubjectRef<'_>),
        window: Period,
    ) -> Cover {
        let mut cover = Cover::default();
        match subject {
            SubjectRef::Contract(_) => {
                let own = usize::try_from(place).ok();
                let own = own.and_then(|own| own.checked_sub(input.estate.assets().len()));
                let own = own.and_then(|own| u16::try_from(own).ok());
                cover.periods.extend(own.map(|own| (window, own)));
            }
            SubjectRef::Asset(asset) => {
                for number in &book.ranked {
                    let Some(reach) = input.reach(*number) else { continue };
                    let periods = reach.covered_periods(asset, Service::Preventive, window);
                    cover.periods.extend(periods.into_iter().map(|period| (period, *number)));
                }
            }
        }
        cover
    }

    /// The contract that covers on `day`.
    pub(super) fn winner(&self, day: Day) -> Option<u16> {
        self.periods.iter().find(|(period, _)| period.contains(day)).map(|(_, number)| *number)
    }
}
