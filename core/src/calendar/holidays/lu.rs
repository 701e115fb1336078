//! Luxembourg: Code du travail, L232-2 (law of 10 April 1976); Europe Day by the law of 25 April 2019.

use super::Table;
use super::names::*;
use super::rule::{at, easter_plus};

pub(super) static TABLE: Table = Table {
    since: 1976,
    decreed_to: 9999,
    of_towns: false,
    classes: "-",
    regions: "LU Luxembourg",
    rules: &[
        at(1, 1, NEW_YEAR),
        easter_plus(1, EASTER_MONDAY),
        at(5, 1, LABOUR_DAY),
        at(5, 9, EUROPE_DAY).from(2019),
        easter_plus(39, ASCENSION),
        easter_plus(50, WHIT_MONDAY),
        at(6, 23, NATIONAL_DAY),
        at(8, 15, ASSUMPTION),
        at(11, 1, ALL_SAINTS),
        at(12, 25, CHRISTMAS),
        at(12, 26, SAINT_STEPHEN),
    ],
};
