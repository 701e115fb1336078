//! Feasts that follow the moon: Easter by rule, the Eids by the calendar published for them.

use crate::time::Day;

/// Easter Sunday of a year, 1583 to 9999 (anonymous Gregorian computus, Meeus/Jones/Butcher).
///
/// ```
/// use entretien::calendar::easter;
/// assert_eq!(easter(2026).to_string(), "2026-04-05");
/// assert_eq!(easter(2038).to_string(), "2038-04-25");
/// ```
#[expect(clippy::many_single_char_names, reason = "the names of the published computus")]
pub fn easter(year: i32) -> Day {
    let a = year.rem_euclid(19);
    let b = year.div_euclid(100);
    let c = year.rem_euclid(100);
    let d = b / 4;
    let e = b % 4;
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let i = c / 4;
    let k = c % 4;
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days_after_march_1 = h + l - 7 * m + 22 - 1;
    let march_1 = Day::from_ymd(year, 3, 1).unwrap_or(Day::MIN);
    march_1.add_days(days_after_march_1).unwrap_or(march_1)
}

/// A feast of the Islamic year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Eid {
    /// 1 Shawwal.
    Fitr,
    /// 10 Dhu al-Hijja.
    Adha,
}

impl Eid {
    /// Days of the Islamic year before the feast.
    fn days_before(self) -> i32 {
        match self {
            Eid::Fitr => 266,
            Eid::Adha => 334,
        }
    }
}

/// 1 Muharram 1, 15 July 622 (Julian) in the astronomical reckoning.
const EPOCH: i32 = -492_149;

/// First year of [`FITR`] and [`ADHA`].
const PUBLISHED_FROM: i32 = 1_430;
/// Days between the arithmetic calendar and that of Umm al-Qura, plus one; 1430 to 1500 of the Hijra.
const FITR: &[u8] = b"12122111121221121211111212211012111011121111122211112211211122111111110";
const ADHA: &[u8] = b"11122110111221111212211212211112122111122221121211111222211112111111121";

/// The feast of a year of the Hijra: by the calendar of Umm al-Qura as far as it is published (to 1500,
/// that is 2077), by the arithmetic calendar (11 leap years in 30) beyond.
fn eid(feast: Eid, hijra: i32) -> Option<Day> {
    let published = match feast {
        Eid::Fitr => FITR,
        Eid::Adha => ADHA,
    };
    let years = hijra - 1;
    let leap_days = (11 * years + 14).div_euclid(30);
    let number = EPOCH + 354 * years + leap_days + feast.days_before();
    let place = usize::try_from(hijra - PUBLISHED_FROM).ok();
    let shift =
        place.and_then(|place| published.get(place)).map_or(0, |d| i32::from(*d) - i32::from(b'1'));
    Day::from_number(number + shift)
}

/// Whether a day is within a few days of the feast. Cheap.
pub(super) fn may_be_eid(feast: Eid, day: Day) -> bool {
    // 30 years are 10 631 days.
    let thirtieths = 30 * (day.number() - EPOCH);
    (thirtieths.rem_euclid(10_631) / 30).abs_diff(feast.days_before()) <= 4
}

/// The first (0) or second (1) day of a civil year that bears the feast.
pub(super) fn eid_in_year(feast: Eid, year: i32, ordinal: u8) -> Option<Day> {
    // 33 years of the Hijra are 32 civil ones; two before and after the estimate are enough.
    let near = (year - 622) * 33 / 32;
    (near - 1..=near + 3)
        .filter_map(|hijra| eid(feast, hijra))
        .filter(|day| day.year() == year)
        .nth(usize::from(ordinal))
}
