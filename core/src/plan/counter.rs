//! Counters: cycles of time and of use, joined and in turn.

use crate::text::choice;
use crate::time::Interval;

choice! {
    /// Which of several cycles dates the work.
    Join {
        /// The first that is due.
        Or "or" "whichever comes first" "au premier échu",
        /// The last that is due.
        And "and" "once all are due" "au dernier échu",
    }
}

/// A cycle of use, told by a meter of the asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeterCycle {
    /// What the meter counts, such as `pages` or `hours`: [`Meter::counts`](super::Meter::counts).
    pub meter: Box<str>,
    /// Use from one work to the next.
    pub units: u64,
    /// The work is due so many units before the cycle is full.
    pub call_ahead_units: u64,
    /// The average use is taken over so many days before the last reading.
    pub window_days: u16,
}

/// One cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cycle {
    /// Of time.
    Time(Interval),
    /// Of use.
    Meter(MeterCycle),
}

/// Cycles that together date an occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CycleSet {
    /// The cycles, at least one.
    pub cycles: Vec<Cycle>,
    /// Which of them dates the work.
    pub join: Join,
    /// How many occurrences it dates before the next set takes its turn; `None` in the last.
    pub times: Option<u32>,
}

/// What dates a task by use: sets of cycles, in turn. All cycles count from the last work, the first ones
/// from the anchor; a single cycle of use under fixed counting is due at its multiples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counters {
    /// The sets, in turn; at least one. The last stays.
    pub sets: Vec<CycleSet>,
}

impl Counters {
    /// The set that dates occurrence number `ordinal`, from 1.
    pub fn set(&self, ordinal: i32) -> Option<&CycleSet> {
        let mut left = i64::from(ordinal);
        self.sets
            .iter()
            .find(|set| {
                let Some(times) = set.times else { return true };
                left -= i64::from(times);
                left <= 0
            })
            .or(self.sets.last())
    }

    /// Whether a meter counts.
    pub fn reads(&self, counts: &str) -> bool {
        self.sets.iter().flat_map(|set| &set.cycles).any(|cycle| match cycle {
            Cycle::Meter(cycle) => &*cycle.meter == counts,
            Cycle::Time(_) => false,
        })
    }
}

impl std::fmt::Display for Counters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (number, set) in self.sets.iter().enumerate() {
            if number > 0 {
                f.write_str("; ")?;
            }
            for (number, cycle) in set.cycles.iter().enumerate() {
                if number > 0 {
                    write!(f, " {} ", set.join.code())?;
                }
                match cycle {
                    Cycle::Time(interval) => f.write_str(&interval.iso())?,
                    Cycle::Meter(cycle) => write!(f, "{} {}", cycle.units, cycle.meter)?,
                }
            }
            if let Some(times) = set.times {
                write!(f, " ×{times}")?;
            }
        }
        Ok(())
    }
}
