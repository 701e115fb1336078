//! Switzerland: Federal Constitution, article 110 (1 August); the laws of the cantons on days of rest. The
//! set of the country holds the four days that all cantons share.

use super::Table;
use super::names::*;
use super::rule::{MON, SUN, at, easter_plus, except, naefels, nth, only};

const CLASSES: &str =
    "- AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH Zurich";

const fn ch(codes: &str) -> u64 {
    only(CLASSES, codes)
}

/// Every weekday but Tuesday and Saturday: no third or fourth free day in a row.
const NO_LONG_BREAK: u8 = 0b101_1101;

/// Only Monday, the day before being a Sunday holiday.
const MONDAY: u8 = 1 << MON;

pub(super) static TABLE: Table = Table {
    since: 1994,
    decreed_to: 9999,
    of_towns: false,
    classes: CLASSES,
    regions: "\
CH Switzerland|Suisse
CH-AG Aargau|Argovie
CH-AI Appenzell Innerrhoden|Appenzell Rhodes-Intérieures
CH-AR Appenzell Ausserrhoden|Appenzell Rhodes-Extérieures
CH-BE Bern|Berne
CH-BL Basel-Landschaft|Bâle-Campagne
CH-BS Basel-Stadt|Bâle-Ville
CH-FR Fribourg
CH-GE Geneva|Genève
CH-GL Glarus|Glaris
CH-GR Graubünden|Grisons
CH-JU Jura
CH-LU Lucerne
CH-NE Neuchâtel
CH-NW Nidwalden|Nidwald
CH-OW Obwalden|Obwald
CH-SG St Gallen|Saint-Gall
CH-SH Schaffhausen|Schaffhouse
CH-SO Solothurn|Soleure
CH-SZ Schwyz|Schwytz
CH-TG Thurgau|Thurgovie
CH-TI Ticino|Tessin
CH-UR Uri
CH-VD Vaud
CH-VS Valais
CH-ZG Zug|Zoug
CH-ZH Zürich|Zurich
CH-Zurich City of Zürich|Ville de Zurich",
    rules: &[
        at(1, 1, NEW_YEAR),
        at(1, 2, BERCHTOLD).of(ch("AG BE JU LU TG VD Zurich")),
        at(1, 2, BERCHTOLD).on(MONDAY).of(ch("NE")),
        at(1, 6, EPIPHANY).of(ch("SZ TI UR")),
        at(3, 1, REPUBLIC_DAY).of(ch("NE")),
        at(3, 19, SAINT_JOSEPH).of(ch("NW SZ TI UR VS")),
        easter_plus(-2, GOOD_FRIDAY).of(except(CLASSES, "- GR TI VS")),
        easter_plus(1, EASTER_MONDAY).of(except(CLASSES, "- FR NE NW OW SO VS ZG")),
        naefels(NAEFELS).of(ch("GL")),
        at(5, 1, LABOUR_DAY).of(ch("AG BL BS JU NE SH TG TI ZH Zurich")),
        easter_plus(39, ASCENSION),
        easter_plus(50, WHIT_MONDAY).of(except(CLASSES, "- FR NE NW OW SO VS ZG")),
        easter_plus(60, CORPUS_CHRISTI).of(ch("AG AI JU LU NE NW OW SZ TI UR VS ZG")),
        at(6, 23, PLEBISCITE).of(ch("JU")),
        at(6, 29, PETER_PAUL).of(ch("TI")),
        at(8, 1, NATIONAL_DAY),
        at(8, 15, ASSUMPTION).of(ch("AG AI JU LU NW OW SZ TI UR VS ZG")),
        // Thursday after the first Sunday of September.
        nth(1, SUN, 9, GENEVA_FAST).plus(4).of(ch("GE")),
        nth(2, SUN, 9, KNABENSCHIESSEN).plus(-1).of(ch("Zurich")),
        nth(2, SUN, 9, KNABENSCHIESSEN).of(ch("Zurich")),
        // The Monday after the third Sunday of September.
        nth(3, SUN, 9, FAST_MONDAY).plus(1).of(ch("VD")),
        at(9, 25, BROTHER_KLAUS).of(ch("OW")),
        at(11, 1, ALL_SAINTS).of(ch("AG AI GL JU LU NW OW SG SZ TI UR VS ZG")),
        at(12, 8, IMMACULATE).of(ch("AG AI LU NW OW SZ TI UR VS ZG")),
        at(12, 25, CHRISTMAS),
        at(12, 26, SAINT_STEPHEN).of(ch("AG BE BL BS GL GR LU SG SH SZ TG TI ZH Zurich")),
        at(12, 26, SAINT_STEPHEN).on(NO_LONG_BREAK).of(ch("AI AR UR")),
        at(12, 26, SAINT_STEPHEN).on(MONDAY).of(ch("NE")),
        at(12, 31, RESTORATION).of(ch("GE")),
    ],
};
