//! Months, quarters and years as windows of instants.

use crate::recurrence::{Civil, Gap, Overlap};
use crate::text::choice;
use crate::time::{Day, Period, Zone};

choice! {
    /// How a period is cut into windows.
    Grain {
        /// Not.
        Whole "whole" "whole" "tout",
        /// By month.
        Month "month" "month" "mois",
        /// By quarter.
        Quarter "quarter" "quarter" "trimestre",
        /// By year.
        Year "year" "year" "année",
    }
}

impl Grain {
    fn months(self) -> Option<i32> {
        match self {
            Grain::Whole => None,
            Grain::Month => Some(1),
            Grain::Quarter => Some(3),
            Grain::Year => Some(12),
        }
    }
}

/// The instant at which a day begins in a zone; where midnight does not exist, the first instant that does.
pub(crate) fn day_begins(day: Day, zone: Zone) -> Option<i64> {
    zone.instant_of(Civil::new(day, 0)?, Gap::Forward, Overlap::First)
}

/// A period cut into calendar months, quarters or years of a zone, the first and the last cut by the period.
///
/// ```
/// use entretien::kpi::{Grain, windows};
/// use entretien::time::{Day, Period, Zone};
/// let day = |text: &str| Day::parse(text).unwrap();
/// let half = Period::new(day("2026-03-15"), day("2026-07-01")).unwrap();
/// let quarters = windows(half, Grain::Quarter, Zone::PARIS);
/// assert_eq!(quarters, [(1_773_529_200, 1_774_994_400), (1_774_994_400, 1_782_856_800)]);
/// ```
pub fn windows(period: Period, grain: Grain, zone: Zone) -> Vec<(i64, i64)> {
    let mut cuts = vec![period.start()];
    if let Some(step) = grain.months() {
        // Quarters and years begin where the months since January divide.
        let (_, month, _) = period.start().ymd();
        let since = i32::try_from(month).unwrap_or(1).saturating_sub(1).rem_euclid(step);
        let first = period.start().first_of_month().add_months(since.saturating_neg());
        let begins = (1..).map_while(|turn: i32| first?.add_months(turn.saturating_mul(step)));
        cuts.extend(begins.take_while(|day| *day < period.end()));
    }
    cuts.push(period.end());
    let begins = |day: &Day| day_begins(*day, zone);
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    pairs.filter_map(|(from, to)| Some((begins(from)?, begins(to)?))).collect()
}
