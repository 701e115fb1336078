//! When the work of a row is wanted, and between which days it may be done.

use super::policy::{Driver, RenewalPolicy};
use super::row::{Reason, ReasonPart};
use crate::time::Day;

/// The days of a row; all `None` where nothing binds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Window {
    pub wanted: Option<Day>,
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
}

impl Window {
    /// The window of a row with these reasons, the binding one first.
    pub(super) fn of(reasons: &[Reason], policy: &RenewalPolicy, as_of: Day) -> Window {
        let Some(binding) = reasons.first().filter(|r| r.part == ReasonPart::Binding) else {
            return Window::default();
        };
        let back = |day: Day, months: u16| day.add_months(-i32::from(months));
        let due = binding.date.unwrap_or(as_of);
        let wanted = back(due, policy.lead_months).unwrap_or(as_of).max(as_of);
        let mut earliest = back(wanted, policy.flex_early_months);
        let mut latest = wanted.add_months(i32::from(policy.flex_late_months));
        if binding.driver == Driver::Age {
            earliest = binding.low.or(earliest);
            latest = binding.high.or(latest);
        }
        // What comes first among the other reasons bounds the delay.
        let others = reasons.iter().filter(|r| r.part == ReasonPart::Enabled);
        let bound = others.filter_map(|reason| reason.date).filter(|day| *day >= wanted).min();
        let latest = latest.unwrap_or(Day::MAX).max(wanted);
        Window {
            wanted: Some(wanted),
            earliest: Some(earliest.unwrap_or(as_of).min(wanted).max(as_of)),
            latest: Some(bound.map_or(latest, |bound| bound.min(latest))),
        }
    }
}
