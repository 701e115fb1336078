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
    KPI_TWICE "KPI-005" {
        "asset or dimension given twice", "équipement ou axe donné deux fois",
        "Give it once.", "Donnez-le une seule fois." }
    KPI_GRACE "KPI-006" {
        "grace that is not a share of the interval", "tolérance qui n'est pas une part de l'intervalle",
        "Give a fraction from 0 to 1, such as 1/10.", "Donnez une fraction de 0 à 1, comme 1/10." }
    KPI_NO_GROUP "KPI-007" {
        "total for a group or a window that is not asked about", "total pour un groupe ou une fenêtre hors de la question",
        "Give one text a dimension, and a window of the question.", "Donnez un texte par axe, et une fenêtre de la question." }
    KPI_OTHER_QUESTION "KPI-008" {
        "totals gathered for another question", "totaux rassemblés pour une autre question",
        "Gather with the same windows, groups, policies and assets.", "Rassemblez avec les mêmes fenêtres, axes, règles et équipements." }
    KPI_BAD_STATE "KPI-009" {
        "saved totals that cannot be read", "totaux enregistrés illisibles",
        "Give the bytes that this release wrote, whole.", "Donnez les octets écrits par cette version, entiers." }
    KPI_FACTOR "KPI-010" {
        "interval factor that does not fit its measure", "facteur d'intervalle qui ne convient pas à sa mesure",
        "Give less than 1 to raise a frequency, more than 1 to lower it, within a twelfth and twelve, and none otherwise.", "Donnez moins de 1 pour augmenter une fréquence, plus de 1 pour la baisser, entre un douzième et douze, et rien sinon." }
    KPI_WHEN "KPI-011" {
        "rule that does not say when it speaks, or says it twice", "règle qui ne dit pas quand elle s'applique, ou le dit deux fois",
        "Give exactly one of `above_thousandths`, `below_thousandths`, `trend` and `missing`.", "Donnez exactement un de `above_thousandths`, `below_thousandths`, `trend` et `missing`." }
}
