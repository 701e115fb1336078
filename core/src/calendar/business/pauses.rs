//! Business time with a clock that stops.

use super::super::combine::merge;
use super::query::refusal;
use super::{BusinessTime, Unreachable};
use crate::error::{Error, codes};

/// Periods during which the clock stands still: in order, apart.
///
/// ```
/// use entretien::calendar::Pauses;
/// let pauses = Pauses::new(&[(50, 80), (10, 30), (20, 50)]).unwrap();
/// assert_eq!(pauses.spans(), [(10, 80)]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pauses(Vec<(i64, i64)>);

impl Pauses {
    /// Half-open pauses in any order, from and to UTC epoch seconds; those that touch or overlap become
    /// one, empty ones count for nothing.
    ///
    /// # Errors
    /// `CAL-002` a pause that ends before it begins; `/0` is the first.
    pub fn new(pauses: &[(i64, i64)]) -> Result<Pauses, Error> {
        let reversed = pauses.iter().enumerate().filter(|(_, pause)| pause.1 < pause.0);
        let faults = reversed.map(|(index, (from, to))| {
            let why = format!("the pause from {from} ends at {to}");
            crate::error::Fault::new(codes::CAL_REVERSED, format!("/{index}"), why)
        });
        Error::check(faults.collect())?;
        let mut spans = pauses.to_vec();
        merge(&mut spans);
        Ok(Pauses(spans))
    }

    /// The pauses.
    pub fn spans(&self) -> &[(i64, i64)] {
        &self.0
    }
}

impl BusinessTime {
    /// Open seconds from `from` to before `to`, those of the pauses left out.
    ///
    /// # Errors
    /// As [`BusinessTime::between`].
    pub fn between_with_pauses(&self, from: i64, to: i64, pauses: &Pauses) -> Result<i64, Error> {
        let mut seconds = self.between(from, to)?;
        let first = pauses.0.partition_point(|pause| pause.1 <= from);
        for pause in pauses.0.iter().skip(first).take_while(|pause| pause.0 < to) {
            seconds -= self.between(pause.0.max(from), pause.1.min(to))?;
        }
        Ok(seconds)
    }

    /// The first instant with `seconds` open seconds, those of the pauses left out, between `at` and it.
    ///
    /// # Errors
    /// [`Unreachable`], as [`BusinessTime::add`]; a negative number is out of range.
    pub fn add_with_pauses(
        &self,
        at: i64,
        seconds: i64,
        pauses: &Pauses,
    ) -> Result<i64, Unreachable> {
        if seconds <= 0 {
            return if seconds == 0 { self.add(at, 0) } else { Err(Unreachable::OutOfRange) };
        }
        let (mut at, mut left) = (at, seconds);
        let first = pauses.0.partition_point(|pause| pause.1 <= at);
        for pause in pauses.0.iter().skip(first) {
            if pause.0 > at {
                let reached = self.add(at, left);
                match reached {
                    Ok(end) if end <= pause.0 => return reached,
                    Ok(_) => {
                        let passed = self.between(at, pause.0);
                        left -= passed.map_err(|_| Unreachable::OutOfRange)?;
                    }

                    Err(_) => return reached,
                }
            }
            at = pause.1;
        }
        self.add(at, left)
    }

    /// Open seconds of the pauses themselves within `from..to`.
    ///
    /// # Errors
    /// As [`BusinessTime::between`].
    pub fn paused_between(&self, from: i64, to: i64, pauses: &Pauses) -> Result<i64, Error> {
        if from > to {
            return Err(refusal(from, to));
        }
        Ok(self.between(from, to)? - self.between_with_pauses(from, to, pauses)?)
    }
}
