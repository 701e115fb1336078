//! Codes of indicators.

use super::{Code, CodeInfo, register};

register! {
    KPI_REVERSED "KPI-001" {
        "interval that ends before it begins", "intervalle qui finit avant de commencer",
        "Exchange begin and end, or correct one of them; they are never taken the other way round.", "Échangez début et fin, ou corrigez l'un d'eux ; ils ne sont jamais retournés." }
    KPI_TOO_LARGE "KPI-002" {
        "a bound of indicators is exceeded", "une limite des indicateurs est dépassée",
        "Split the window or the fleet; amounts stay within ±(2⁵³ − 1).", "Divisez la fenêtre ou le parc ; les montants restent dans ±(2⁵³ − 1)." }
    KPI_COLUMNS "KPI-003" {
        "columns of different lengths", "colonnes de longueurs différentes",
        "Give each column one value a row.", "Donnez une valeur par ligne à chaque colonne." }
    KPI_UNKNOWN_ASSET "KPI-004" {
        "asset that the fleet does not have", "équipement que le parc n'a pas",
        "Number the assets from 0, or list the asset.", "Numérotez les équipements à partir de 0, ou listez l'équipement." }
}
