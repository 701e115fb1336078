//! Germany: Unification Treaty, article 2 (3 October); the laws on Sundays and holidays of the Länder.
//! Bavaria's Assumption Day holds in communities with a Catholic majority and is given for Augsburg only.

use super::Table;
use super::names::*;
use super::rule::{WED, at, before, easter_plus, once, only};

const CLASSES: &str = "- BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH Augsburg";

const fn de(codes: &str) -> u64 {
    only(CLASSES, codes)
}

pub(super) static TABLE: Table = Table {
    since: 1991,
    decreed_to: 9999,
    of_towns: false,
    classes: CLASSES,
    regions: "\
DE Germany|Allemagne
DE-BB Brandenburg|Brandebourg
DE-BE Berlin
DE-BW Baden-Württemberg|Bade-Wurtemberg
DE-BY Bavaria|Bavière
DE-HB Bremen|Brême
DE-HE Hesse
DE-HH Hamburg|Hambourg
DE-MV Mecklenburg-Vorpommern|Mecklembourg-Poméranie-Occidentale
DE-NI Lower Saxony|Basse-Saxe
DE-NW North Rhine-Westphalia|Rhénanie-du-Nord-Westphalie
DE-RP Rhineland-Palatinate|Rhénanie-Palatinat
DE-SH Schleswig-Holstein
DE-SL Saarland|Sarre
DE-SN Saxony|Saxe
DE-ST Saxony-Anhalt|Saxe-Anhalt
DE-TH Thuringia|Thuringe
DE-Augsburg Augsburg|Augsbourg",
    rules: &[
        at(1, 1, NEW_YEAR),
        at(1, 6, EPIPHANY).of(de("BW BY ST Augsburg")),
        at(3, 8, WOMENS_DAY).from(2019).of(de("BE")),
        at(3, 8, WOMENS_DAY).from(2023).of(de("MV")),
        easter_plus(-2, GOOD_FRIDAY),
        easter_plus(0, EASTER_SUNDAY).of(de("BB")),
        easter_plus(1, EASTER_MONDAY),
        at(5, 1, LABOUR_DAY),
        once(2020, 5, 8, LIBERATION).of(de("BE")),
        once(2025, 5, 8, LIBERATION).of(de("BE")),
        easter_plus(39, ASCENSION),
        easter_plus(49, WHIT_SUNDAY).of(de("BB")),
        easter_plus(50, WHIT_MONDAY),
        easter_plus(60, CORPUS_CHRISTI).of(de("BW BY HE NW RP SL Augsburg")),
        once(2028, 6, 17, UPRISING).of(de("BE")),
        at(8, 8, PEACE_FESTIVAL).of(de("Augsburg")),
        at(8, 15, ASSUMPTION).of(de("SL Augsburg")),
        at(9, 20, CHILDRENS_DAY).from(2019).of(de("TH")),
        at(10, 3, UNITY_DAY),
        at(10, 31, REFORMATION).of(de("BB MV SN ST TH")),
        // 500 years: everywhere; from 2018 also in the North.
        once(2017, 10, 31, REFORMATION),
        at(10, 31, REFORMATION).from(2018).of(de("HB HH NI SH")),
        at(11, 1, ALL_SAINTS).of(de("BW BY NW RP SL Augsburg")),
        // Given up in 1995, but in Saxony, to pay for care insurance.
        before(WED, 11, 22, REPENTANCE).until(1994),
        before(WED, 11, 22, REPENTANCE).from(1995).of(de("SN")),
        at(12, 25, CHRISTMAS),
        at(12, 26, SECOND_CHRISTMAS),
    ],
};
