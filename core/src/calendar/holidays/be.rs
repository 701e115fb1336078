//! Belgium: Royal Decree of 18 April 1974 on public holidays. Communities have further days for their own
//! staff only.

use super::Table;
use super::names::*;
use super::rule::{at, easter_plus};

pub(super) static TABLE: Table = Table {
    since: 1974,
    decreed_to: 9999,
    of_towns: false,
    classes: "-",
    regions: "\
BE Belgium|Belgique
BE-BRU Brussels|Bruxelles
BE-VLG Flanders|Flandre
BE-WAL Wallonia|Wallonie
BE-Flemish Flemish Community|Communauté flamande
BE-French French Community|Communauté française
BE-German German-speaking Community|Communauté germanophone",
    rules: &[
        at(1, 1, NEW_YEAR),
        easter_plus(0, EASTER_SUNDAY),
        easter_plus(1, EASTER_MONDAY),
        at(5, 1, LABOUR_DAY),
        easter_plus(39, ASCENSION),
        easter_plus(49, WHIT_SUNDAY),
        easter_plus(50, WHIT_MONDAY),
        at(7, 21, NATIONAL_DAY),
        at(8, 15, ASSUMPTION),
        at(11, 1, ALL_SAINTS),
        at(11, 11, ARMISTICE),
        at(12, 25, CHRISTMAS),
    ],
};
