//! Meters: what an asset was used, and from that when it will have been used so much.

use crate::error::{Error, Faults, codes};
use crate::id::AssetId;
use crate::order;
use crate::text::choice;
use crate::time::Day;

/// Largest reading and largest sum of use.
pub const METER_UNITS_MAX: u64 = (1 << 53) - 1;

/// What a meter showed on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The day.
    pub day: Day,
    /// What it showed.
    pub value: u64,
    /// What the new meter showed, when the meter was replaced on that day.
    pub replaced_at: Option<u64>,
}

choice! {
    /// Why a meter gives no date.
    NoDate {
        /// The asset has no such meter.
        NoMeter "no_meter" "the asset has no such meter" "l'équipement n'a pas ce compteur",
        /// It was never read.
        NoReading "no_reading" "the meter was not read" "le compteur n'a pas été relevé",
        /// One reading within the window: no average.
        OneReading "one_reading" "one reading alone within the window gives no average" "un seul relevé dans la fenêtre ne donne pas de moyenne",
        /// Nothing was used within the window.
        NoUse "no_use" "nothing was used within the window" "aucun usage dans la fenêtre",
        /// The date is beyond the calendar.
        BeyondCalendar "beyond_calendar" "the date is beyond the year 9999" "la date dépasse l'an 9999",
    }
}

/// A meter (compteur) of an asset with its readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meter {
    asset: AssetId,
    counts: Box<str>,
    rollover_units: Option<u64>,
    readings: Vec<Reading>,
    /// Use since the first reading, at each reading.
    used: Vec<u64>,
}

/// An average use: so many units in so many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Units.
    pub units: u64,
    /// Days, at least 1.
    pub days: u32,
    /// First day of the average.
    pub from: Day,
    /// Day of the last reading.
    pub to: Day,
}

impl Meter {
    /// A meter of `asset` that counts `counts`. A reading below the one before it has rolled over, which
    /// only a meter with `rollover_units` (the first value that it cannot show) can; readings in any order,
    /// one a day.
    ///
    /// # Errors
    /// `DOC-009` a reading at or beyond the rollover, or beyond 2⁵³−1 · `DOC-012` two readings on one day ·
    /// `PLAN-010` a reading below the one before it, without a rollover. Pointers are `/readings/0`.
    pub fn new(
        asset: AssetId,
        counts: &str,
        rollover_units: Option<u64>,
        readings: Vec<Reading>,
    ) -> Result<Meter, Error> {
        let mut faults = Faults::new();
        let most = rollover_units.map_or(METER_UNITS_MAX, |units| units.saturating_sub(1));
        let most = most.min(METER_UNITS_MAX);
        let mut placed: Vec<(usize, Reading)> = readings.into_iter().enumerate().collect();
        for (index, reading) in &placed {
            for (field, value) in
                [("value", Some(reading.value)), ("replaced_at", reading.replaced_at)]
            {
                if let Some(value) = value.filter(|value| *value > most) {
                    let message = format!("`{value}` is more than {most}");
                    let pointer = format!("/readings/{index}/{field}");
                    faults.add(codes::DOC_OUT_OF_RANGE, pointer, message);
                }
            }
        }
        order::sort_by(&mut placed, |a, b| a.1.day.cmp(&b.1.day));
        let mut used = Vec::with_capacity(placed.len());
        let mut sum = 0u64;
        let mut shown: Option<(Day, u64)> = None;
        for (index, reading) in &placed {
            if let Some((day, before)) = shown {
                if day == reading.day {
                    let pointer = format!("/readings/{index}/day");
                    faults.add(codes::DOC_DUPLICATE_ID, pointer, format!("two readings on {day}"));
                }
                let step = match (reading.value.checked_sub(before), rollover_units) {
                    (Some(step), _) => step,
                    (None, Some(units)) => {
                        (units - before.min(units)).saturating_add(reading.value)
                    }
                    (None, None) => {
                        let message = format!("`{}` is below `{before}` of {day}", reading.value);
                        let pointer = format!("/readings/{index}/value");
                        faults.add(codes::PLAN_READING, pointer, message);
                        0
                    }
                };
                sum = sum.saturating_add(step).min(METER_UNITS_MAX);
            }
            used.push(sum);
            shown = Some((reading.day, reading.replaced_at.unwrap_or(reading.value)));
        }
        Error::check(faults.into_vec())?;
        let readings = placed.into_iter().map(|(_, reading)| reading).collect();
        Ok(Meter { asset, counts: counts.into(), rollover_units, readings, used })
    }

    /// The asset.
    pub fn asset(&self) -> &AssetId {
        &self.asset
    }

    /// What it counts.
    pub fn counts(&self) -> &str {
        &self.counts
    }

    /// The first value that it cannot show.
    pub fn rollover_units(&self) -> Option<u64> {
        self.rollover_units
    }

    /// Readings, by day.
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// Number of the readings known on `as_of`.
    fn known(&self, as_of: Day) -> usize {
        self.readings.partition_point(|reading| reading.day <= as_of)
    }

    /// Reading number `place`: day, and use since the first reading.
    fn point(&self, place: usize) -> Option<(Day, u64)> {
        self.readings.get(place).map(|reading| reading.day).zip(self.used.get(place).copied())
    }

    /// The last reading known on `as_of`: day, and use since the first reading.
    pub fn last_known(&self, as_of: Day) -> Option<(Day, u64)> {
        self.point(self.known(as_of).checked_sub(1)?)
    }

    /// Average use over the `window_days` before the last reading known on `as_of`: from the first reading
    /// within them to the last.
    ///
    /// # Errors
    /// The reason why there is none.
    pub fn rate(&self, as_of: Day, window_days: u16) -> Result<Rate, NoDate> {
        let (to, used) = self.last_known(as_of).ok_or(NoDate::NoReading)?;
        let begin = to.number().saturating_sub(i32::from(window_days));
        let first = self.readings.partition_point(|reading| reading.day.number() < begin);
        let first = self.point(first).filter(|(day, _)| *day < to);
        let (from, before) = first.ok_or(NoDate::OneReading)?;
        let units = used.saturating_sub(before);
        if units == 0 {
            return Err(NoDate::NoUse);
        }
        Ok(Rate { units, days: (to.number() - from.number()).unsigned_abs(), from, to })
    }

    /// Use since the first reading at the end of `day`: between readings in proportion, rounded down; after
    /// the last by `rate`; 0 before the first.
    pub fn used_at(&self, day: Day, as_of: Day, rate: Option<Rate>) -> u64 {
        let known = self.readings.get(..self.known(as_of)).unwrap_or_default();
        let place = known.partition_point(|reading| reading.day < day);
        let before = place.checked_sub(1).and_then(|before| self.point(before));
        if let Some((at, used)) = self.point(place).filter(|_| place < known.len()) {
            return match before {
                _ if at == day => used,
                None => 0,
                Some((from, low)) => low + portion(used - low, days(from, day), days(from, at)),
            };
        }
        let Some((last, used)) = before else { return 0 };
        let more =
            rate.map_or(0, |rate| portion(rate.units, days(last, day), u64::from(rate.days)));
        used.saturating_add(more)
    }

    /// The first day at whose end the use since the first reading is at least `units`.
    ///
    /// # Errors
    /// The reason why no such day is known.
    pub fn day_of(&self, units: u64, as_of: Day, window_days: u16) -> Result<Day, NoDate> {
        let known = self.used.get(..self.known(as_of)).unwrap_or_default();
        let place = known.partition_point(|used| *used < units);
        let before = place.checked_sub(1).and_then(|before| self.point(before));
        if let Some((at, used)) = self.point(place).filter(|_| place < known.len()) {
            let Some((from, low)) = before else { return Ok(at) };
            let wait = ceiling(units - low, days(from, at), used - low);
            return later(from, wait).ok_or(NoDate::BeyondCalendar);
        }
        let rate = self.rate(as_of, window_days)?;
        let (last, used) = before.ok_or(NoDate::NoReading)?;
        let wait = ceiling(units - used, u64::from(rate.days), rate.units);
        later(last, wait).ok_or(NoDate::BeyondCalendar)
    }
}

fn days(from: Day, to: Day) -> u64 {
    u64::try_from(to.number() - from.number()).unwrap_or_default()
}

fn later(day: Day, days: u64) -> Option<Day> {
    day.add_days(i32::try_from(days).ok()?)
}

/// `units × part / whole`, rounded down.
fn portion(units: u64, part: u64, whole: u64) -> u64 {
    let product = u128::from(units) * u128::from(part) / u128::from(whole.max(1));
    u64::try_from(product).unwrap_or(u64::MAX).min(METER_UNITS_MAX)
}

/// `units × days / used`, rounded up.
fn ceiling(units: u64, days: u64, used: u64) -> u64 {
    let days = (u128::from(units) * u128::from(days)).div_ceil(u128::from(used.max(1)));
    u64::try_from(days).unwrap_or(u64::MAX)
}
