//! United Kingdom: Banking and Financial Dealings Act 1971, schedule 1, and the proclamations under it;
//! common law for Good Friday and Christmas Day; St Andrew's Day Bank Holiday (Scotland) Act 2007.
//! A holiday on a Saturday or Sunday has a substitute on the next free weekday; both are given.

use super::Table;
use super::names::*;
use super::rule::{
    AFTER_NEXT_MON, MON, NEXT_MON, TWO_ON, at, easter_plus, nth, observed, once, only,
};

const CLASSES: &str = "- ENG NIR SCT WLS";

const fn gb(codes: &str) -> u64 {
    only(CLASSES, codes)
}

pub(super) static TABLE: Table = Table {
    since: 1978,
    decreed_to: 9999,
    of_towns: false,
    classes: CLASSES,
    regions: "\
GB United Kingdom|Royaume-Uni
GB-ENG England|Angleterre
GB-NIR Northern Ireland|Irlande du Nord
GB-SCT Scotland|Écosse
GB-WLS Wales|Pays de Galles",
    rules: &[
        at(1, 1, NEW_YEAR),
        observed(1, 1, NEXT_MON, NEW_YEAR),
        at(1, 2, NEW_YEAR_HOLIDAY).of(gb("SCT")),
        observed(1, 2, AFTER_NEXT_MON, NEW_YEAR_HOLIDAY).of(gb("SCT")),
        at(3, 17, SAINT_PATRICK).of(gb("NIR")),
        observed(3, 17, NEXT_MON, SAINT_PATRICK).of(gb("NIR")),
        easter_plus(-2, GOOD_FRIDAY),
        easter_plus(1, EASTER_MONDAY).of(gb("ENG NIR WLS")),
        once(2011, 4, 29, WEDDING),
        // The May holiday was moved to the anniversaries of 8 May 1945.
        nth(1, MON, 5, EARLY_MAY).until(1994),
        once(1995, 5, 8, EARLY_MAY),
        nth(1, MON, 5, EARLY_MAY).between(1996, 2019),
        once(2020, 5, 8, EARLY_MAY),
        nth(1, MON, 5, EARLY_MAY).from(2021),
        once(2023, 5, 8, CORONATION),
        // The spring holiday was moved for the jubilees.
        nth(-1, MON, 5, SPRING).until(2001),
        once(2002, 6, 3, JUBILEE),
        once(2002, 6, 4, SPRING),
        nth(-1, MON, 5, SPRING).between(2003, 2011),
        once(2012, 6, 4, SPRING),
        once(2012, 6, 5, JUBILEE),
        nth(-1, MON, 5, SPRING).between(2013, 2021),
        once(2022, 6, 2, SPRING),
        once(2022, 6, 3, JUBILEE),
        nth(-1, MON, 5, SPRING).from(2023),
        once(2026, 6, 15, WORLD_CUP).of(gb("SCT")),
        at(7, 12, BOYNE).of(gb("NIR")),
        observed(7, 12, NEXT_MON, BOYNE).of(gb("NIR")),
        once(1981, 7, 29, WEDDING),
        nth(1, MON, 8, SUMMER).of(gb("SCT")),
        nth(-1, MON, 8, SUMMER).of(gb("ENG NIR WLS")),
        once(2022, 9, 19, QUEEN_FUNERAL),
        at(11, 30, SAINT_ANDREW).from(2007).of(gb("SCT")),
        observed(11, 30, NEXT_MON, SAINT_ANDREW).from(2007).of(gb("SCT")),
        at(12, 25, CHRISTMAS),
        at(12, 26, BOXING_DAY),
        observed(12, 25, TWO_ON, CHRISTMAS),
        observed(12, 26, TWO_ON, BOXING_DAY),
        once(1999, 12, 31, MILLENNIUM),
    ],
};
