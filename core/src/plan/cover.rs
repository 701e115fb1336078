//! Which contract covers preventive work on a subject on a day.

use super::book::{Book, SubjectRef};
use super::input::PlanInput;
use crate::contract::Service;
use crate::inventory::Asset;
use crate::time::{Day, Period};

/// The contracts that cover a subject, by rank, and when.
#[derive(Debug, Clone, Default)]
pub(super) struct Cover {
    periods: Vec<(Period, u16)>,
}

/// What covers a subject over some days.
#[derive(Debug, Clone, Copy)]
pub(super) enum Over {
    /// The same contract, or none, on every day.
    Always(Option<u16>),
    /// It depends on the day.
    ByDay,
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
            SubjectRef::Asset(asset) => cover.fill(book, input, asset, window),
        }
        cover
    }

    /// Makes it that of an asset.
    pub(super) fn fill(&mut self, book: &Book, input: &PlanInput, asset: &Asset, window: Period) {
        self.periods.clear();
        for (number, steady) in &book.ranked {
            let Some(reach) = input.reach(*number) else { continue };
            match steady {
                Some(period) if reach.ever_covers(asset, Service::Preventive) => {
                    let start = period.start().max(window.start());
                    let period = Period::new(start, period.end().min(window.end()));
                    self.periods.extend(period.map(|period| (period, *number)));
                }
                Some(_) => {}
                None => {
                    let periods = reach.covered_periods(asset, Service::Preventive, window);
                    self.periods.extend(periods.into_iter().map(|period| (period, *number)));
                }
            }
        }
    }

    /// The answer for all days of `window`, when it is one.
    pub(super) fn over(&self, window: Period) -> Over {
        match self.periods.first() {
            None => Over::Always(None),
            Some((period, number)) => {
                let all = period.start() <= window.start() && period.end() >= window.end();
                if all { Over::Always(Some(*number)) } else { Over::ByDay }
            }
        }
    }

    /// The contract that covers on `day`.
    pub(super) fn winner(&self, day: Day) -> Option<u16> {
        self.periods.iter().find(|(period, _)| period.contains(day)).map(|(_, number)| *number)
    }
}
