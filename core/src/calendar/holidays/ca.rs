//! Canada: the labour standards acts of the provinces and territories; the set of the country holds what
//! all of them share.

use super::Table;
use super::names::*;
use super::rule::{
    MON, NEXT_MON, SUN_MON, TWO_ON, at, before, easter_plus, nth, observed, once, only,
};

const CLASSES: &str = "- AB BC MB NB NL NS NT NU ON PE QC SK YT";

const fn ca(codes: &str) -> u64 {
    only(CLASSES, codes)
}

pub(super) static TABLE: Table = Table {
    since: 1990,
    decreed_to: 9999,
    of_towns: false,
    classes: CLASSES,
    regions: "\
CA Canada
CA-AB Alberta
CA-BC British Columbia|Colombie-Britannique
CA-MB Manitoba
CA-NB New Brunswick|Nouveau-Brunswick
CA-NL Newfoundland and Labrador|Terre-Neuve-et-Labrador
CA-NS Nova Scotia|Nouvelle-Écosse
CA-NT Northwest Territories|Territoires du Nord-Ouest
CA-NU Nunavut
CA-ON Ontario
CA-PE Prince Edward Island|Île-du-Prince-Édouard
CA-QC Quebec|Québec
CA-SK Saskatchewan
CA-YT Yukon",
    rules: &[
        at(1, 1, NEW_YEAR),
        observed(1, 1, NEXT_MON, NEW_YEAR),
        nth(2, MON, 2, FAMILY_DAY).between(2013, 2018).of(ca("BC")),
        nth(3, MON, 2, FAMILY_DAY).from(2019).of(ca("BC")),
        nth(3, MON, 2, FAMILY_DAY).of(ca("AB")),
        nth(3, MON, 2, FAMILY_DAY).from(2007).of(ca("SK")),
        nth(3, MON, 2, FAMILY_DAY).from(2008).of(ca("ON")),
        nth(3, MON, 2, FAMILY_DAY).from(2018).of(ca("NB")),
        nth(3, MON, 2, LOUIS_RIEL).from(2008).of(ca("MB")),
        nth(3, MON, 2, HERITAGE_DAY).from(2015).of(ca("NS")),
        once(2009, 2, 9, ISLANDER_DAY).of(ca("PE")),
        nth(3, MON, 2, ISLANDER_DAY).from(2010).of(ca("PE")),
        easter_plus(-2, GOOD_FRIDAY),
        before(MON, 5, 24, VICTORIA_DAY).of(ca("AB BC MB NT NU ON SK YT")),
        before(MON, 5, 24, PATRIOTS).from(2003).of(ca("QC")),
        at(6, 21, INDIGENOUS_PEOPLES).from(2001).of(ca("NT")),
        at(6, 21, INDIGENOUS_PEOPLES).from(2017).of(ca("YT")),
        at(6, 24, SAINT_JOHN).of(ca("QC")),
        observed(6, 24, SUN_MON, SAINT_JOHN).of(ca("QC")),
        at(7, 1, CANADA_DAY),
        observed(7, 1, SUN_MON, CANADA_DAY).of(ca("AB BC QC")),
        observed(7, 1, NEXT_MON, CANADA_DAY).of(ca("NL PE SK YT")),
        at(7, 9, NUNAVUT_DAY).from(2020).of(ca("NU")),
        nth(1, MON, 8, BC_DAY).of(ca("BC")),
        nth(1, MON, 8, NB_DAY).of(ca("NB")),
        nth(1, MON, 8, SK_DAY).of(ca("SK")),
        nth(1, MON, 8, CIVIC_HOLIDAY).of(ca("NT NU")),
        nth(3, MON, 8, DISCOVERY_DAY).of(ca("YT")),
        nth(1, MON, 9, LABOUR_DAY),
        once(2022, 9, 19, QUEEN_FUNERAL).of(ca("BC NB NL NS PE YT")),
        at(9, 30, RECONCILIATION).from(2022).of(ca("NT NU PE")),
        at(9, 30, RECONCILIATION).from(2023).of(ca("BC YT")),
        at(9, 30, RECONCILIATION).from(2024).of(ca("MB")),
        observed(9, 30, NEXT_MON, RECONCILIATION).from(2023).of(ca("BC")),
        observed(9, 30, NEXT_MON, RECONCILIATION).from(2024).of(ca("MB")),
        nth(2, MON, 10, THANKSGIVING).of(ca("AB BC MB NT NU ON QC SK YT")),
        at(11, 11, REMEMBRANCE).of(ca("AB BC NB NL NS NT NU PE SK YT")),
        observed(11, 11, NEXT_MON, REMEMBRANCE).of(ca("AB NL NS PE SK YT")),
        at(12, 25, CHRISTMAS),
        observed(12, 25, NEXT_MON, CHRISTMAS),
        at(12, 26, BOXING_DAY).of(ca("ON")),
        observed(12, 26, TWO_ON, BOXING_DAY).of(ca("ON")),
    ],
};
