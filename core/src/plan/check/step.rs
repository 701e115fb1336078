//! One step of a series that moves: from an ordinal to the next.

use super::case::Case;
use super::moving::from_base;
use super::series::{Source, shift};
use super::strand::{Dating, Strand};
use crate::plan::counter::{Counters, Cycle, Join, MeterCycle};
use crate::plan::event::Happening;
use crate::plan::policy::{Counting, PartialShift};
use crate::time::{Day, Interval};

/// What is known of an ordinal when the next is asked for.
pub(super) struct Before<'a> {
    pub(super) ordinal: i32,
    pub(super) nominal: Day,
    pub(super) decision: Option<&'a Happening>,
    pub(super) done: Option<Day>,
    pub(super) planned: Option<Day>,
    /// Last day of its window.
    pub(super) latest: Option<Day>,
    /// Planned date of what absorbed it.
    pub(super) absorbed_on: Option<Day>,
}

/// The next ordinal.
#[derive(Debug)]
pub(super) enum Next {
    /// Its nominal date, and the base where the rules say one.
    Date { nominal: Day, base: Option<Day> },
    /// No date: no rate of use.
    Undated,
    /// Not known.
    Unknown,
}

/// How an ordinal ended, for the next.
enum End {
    At(Day),
    Skipped { resets_meter: bool },
    Unknown,
}

impl Before<'_> {
    fn is_out(&self) -> Option<bool> {
        match self.decision {
            Some(Happening::Skipped { resets_meter, .. }) => Some(*resets_meter),
            Some(Happening::Cancelled(_)) => Some(false),
            _ => None,
        }
    }

    fn end(&self, as_of: Day) -> End {
        match (self.is_out(), self.done) {
            (Some(_), Some(_)) => return End::Unknown,
            (Some(resets_meter), None) => return End::Skipped { resets_meter },
            (None, Some(done)) => return End::At(done),
            (None, None) => {}
        }
        if let Some(day) = self.absorbed_on {
            return End::At(day);
        }
        let Some(planned) = self.planned else { return End::Unknown };
        let late = self.nominal.max(planned);
        match self.latest {
            // The window is not known, and decides.
            None if as_of > late => End::Unknown,
            Some(latest) if as_of > late.max(latest) => End::At(as_of),
            _ => End::At(planned),
        }
    }
}

/// Where the next ordinal counts from, beside the base.
pub(super) struct Origin {
    /// Day from which use is counted, and how many cycles of use from there; `None` when not known.
    pub(super) used: Option<(Day, i64)>,
    /// Day from which a series under partial shift is counted: its anchor, then the date that was moved.
    pub(super) series: Day,
}

/// The first ordinal.
pub(super) fn first(case: &Case<'_>, strand: &Strand<'_>) -> Next {
    let anchor = strand.anchor;
    match &strand.dating {
        Dating::Moving(series) if strand.after_one_cycle => match series.next_after(anchor) {
            Some(nominal) => Next::Date { nominal, base: Some(anchor) },
            None => Next::Unknown,
        },
        Dating::Moving(_) => Next::Date { nominal: anchor, base: Some(anchor) },
        Dating::Counters(counters) => {
            let use_base = (anchor, 1);
            let from = From { ordinal: 1, base: anchor, use_base, after: None };
            from.counters(case, strand, counters)
        }
        _ => Next::Unknown,
    }
}

/// The ordinal after `before`; `origin` goes on with it.
pub(super) fn next(
    case: &Case<'_>,
    strand: &Strand<'_>,
    before: &Before<'_>,
    origin: &mut Origin,
) -> Next {
    let end = before.end(case.as_of);
    let base = match end {
        End::At(day) => day,
        End::Skipped { .. } => before.nominal,
        End::Unknown => {
            let multiples = matches!(&strand.dating, Dating::Counters(c) if is_multiple(strand, c));
            if !multiples {
                return Next::Unknown;
            }
            before.nominal
        }
    };
    match &strand.dating {
        Dating::Moving(series) => {
            let counted = match strand.task.policy.counting {
                Counting::PartialShift(shift) => {
                    let packages = packages(case, strand);
                    return partial((strand, &packages), shift, before, base, &mut origin.series);
                }
                _ => series.counted_from(base).next_after(base.max(before.nominal)),
            };
            counted.map_or(Next::Unknown, |nominal| Next::Date { nominal, base: Some(base) })
        }
        Dating::Counters(counters) => {
            origin.used = match end {
                End::Skipped { resets_meter: false } => {
                    origin.used.map(|(from, cycles)| (from, cycles + 1))
                }
                _ => Some((base, 1)),
            };
            let Some(use_base) = origin.used else { return Next::Unknown };
            let ordinal = before.ordinal + 1;
            let after = Some(before.nominal);
            let from = From { ordinal, base, use_base, after };
            from.counters(case, strand, counters)
        }
        _ => Next::Unknown,
    }
}

/// The intervals of the strands that nest with one, its own among them.
fn packages(case: &Case<'_>, strand: &Strand<'_>) -> Vec<Interval> {
    let group = |own: &Strand<'_>| own.task.policy.nest.as_ref().map(|nest| nest.group.clone());
    let Some(nest) = group(strand) else { return Vec::new() };
    let mates = case.strands.iter().filter(|own| {
        own.subject == strand.subject && group(own).is_some_and(|other| other == nest)
    });
    let interval = |own: &Strand<'_>| match own.series()?.source {
        Source::Interval(interval) => Some(interval),
        _ => None,
    };
    mates.filter_map(interval).collect()
}

/// Smallest gap between two multiples, walked over the product of all; `None` where there is one alone.
fn smallest_gap(cycles: &[i32]) -> Option<i32> {
    let end: i32 = cycles.iter().try_fold(1i32, |product, own| product.checked_mul(*own))?;
    let falls = |n: &i32| cycles.iter().any(|own| n % own == 0);
    let mut last = 0;
    let gaps = (1..=end).filter(falls).map(|n| n - std::mem::replace(&mut last, n));
    gaps.min()
}

fn partial(
    (strand, packages): (&Strand<'_>, &[Interval]),
    rule: PartialShift,
    before: &Before<'_>,
    base: Day,
    from: &mut Day,
) -> Next {
    let Some(series) = strand.series() else { return Next::Unknown };
    let Some(planned) = before.planned else { return Next::Unknown };
    // What a skipped or absorbed ordinal moves is said for time that was late, and it was not.
    if before.absorbed_on.is_some() || (before.is_out().is_some() && planned != before.nominal) {
        return Next::Unknown;
    }
    let nominal = before.nominal;
    let Some(plain) = series.counted_from(*from).next_after(nominal) else {
        return Next::Unknown;
    };
    let fixed: Option<Vec<i32>> = packages.iter().map(Interval::fixed_days).collect();
    let months: Option<Vec<i32>> = packages.iter().map(Interval::months).collect();
    let gap = |cycles: Option<Vec<i32>>| {
        cycles.filter(|cycles| cycles.len() > 1).and_then(|cycles| smallest_gap(&cycles))
    };
    let by_months = || {
        let next = nominal.add_months(gap(months)?)?;
        Some(next.number() - nominal.number())
    };
    let cycle = gap(fixed).or_else(by_months).unwrap_or(plain.number() - nominal.number());
    let cycle = i64::from(cycle);
    let late = i64::from(base.number() - planned.number());
    let side = if late < 0 { rule.early } else { rule.late };
    let forgiven = cycle * i64::from(side.tolerance_percent) / 100;
    let days = (late.abs() * i64::from(side.factor_percent) + 50) / 100 * late.signum();
    if late.abs() > forgiven && days != 0 {
        *from = shift(plain, i32::try_from(days).unwrap_or_default());
    }
    let next =
        if *from > nominal { Some(*from) } else { series.counted_from(*from).next_after(nominal) };
    next.map_or(Next::Unknown, |nominal| Next::Date { nominal, base: Some(*from) })
}

/// A single cycle of use under fixed counting is due at its multiples.
fn is_multiple(strand: &Strand<'_>, counters: &Counters) -> bool {
    let one = match counters.sets.as_slice() {
        [set] => matches!(set.cycles.as_slice(), [Cycle::Meter(_)]),
        _ => false,
    };
    one && strand.task.policy.counting == Counting::Fixed
}

/// From where the cycles of an ordinal count.
struct From {
    ordinal: i32,
    base: Day,
    use_base: (Day, i64),
    /// Nominal date of the ordinal before.
    after: Option<Day>,
}

impl From {
    fn counters(&self, case: &Case<'_>, strand: &Strand<'_>, counters: &Counters) -> Next {
        let Some(set) = set_of(counters, self.ordinal) else { return Next::Unknown };
        let multiple = is_multiple(strand, counters);
        let mut days = Vec::new();
        for cycle in &set.cycles {
            days.push(match cycle {
                Cycle::Time(interval) => {
                    from_base(strand, *interval, self.base, self.after.unwrap_or(self.base))
                }
                Cycle::Meter(cycle) if multiple => {
                    self.use_day(case, strand, cycle, (strand.anchor, i64::from(self.ordinal)))
                }
                Cycle::Meter(cycle) => self.use_day(case, strand, cycle, self.use_base),
            });
        }
        let known = days.iter().flatten().copied();
        let day = match set.join {
            Join::Or => known.min(),
            Join::And if days.contains(&None) => None,
            Join::And => known.max(),
        };
        let Some(nominal) = day else { return Next::Undated };
        Next::Date { nominal, base: (!multiple && self.ordinal > 1).then_some(self.base) }
    }

    /// The day on which a cycle of use is full.
    fn use_day(
        &self,
        case: &Case<'_>,
        strand: &Strand<'_>,
        cycle: &MeterCycle,
        (from, cycles): (Day, i64),
    ) -> Option<Day> {
        let usage = case.facts.usage(&strand.asset?.id, &cycle.meter)?;
        let units = i64::try_from(cycle.units).ok()?;
        let ahead = i64::try_from(cycle.call_ahead_units).ok()?;
        let target = usage.at(from, cycle.window_days) + cycles * units - ahead;
        let day = usage.day_of(target, cycle.window_days)?;
        Some(match self.after {
            Some(after) if day <= after => shift(after, 1),
            _ => day,
        })
    }
}

/// The set whose turn it is.
fn set_of(counters: &Counters, ordinal: i32) -> Option<&crate::plan::counter::CycleSet> {
    let mut first = 1i64;
    for set in &counters.sets {
        let Some(times) = set.times else { return Some(set) };
        first += i64::from(times);
        if i64::from(ordinal) < first {
            return Some(set);
        }
    }
    counters.sets.last()
}
