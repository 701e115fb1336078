//! Codes of sourcing: in house, by contract, per intervention.

use super::{Code, CodeInfo, register};

register! {
    SRC_YEARS "SRC-001" {
        "a comparison of no year, or of too many", "comparaison sans année, ou sur trop d'années",
        "Ask for 1 to 50 years that end before 9999.", "Demandez 1 à 50 ans, finissant avant 9999." }
    SRC_RATE "SRC-002" {
        "a rate or share out of range", "taux ou part hors limites",
        "Correct it; the message tells the range.", "Corrigez-le ; le message donne les bornes." }
    SRC_AMOUNT "SRC-003" {
        "an amount below zero or beyond 2⁵³−1", "montant négatif ou supérieur à 2⁵³−1",
        "Give amounts in minor units, without sign.", "Donnez des montants en unités mineures, sans signe." }
    SRC_HOURS "SRC-004" {
        "hours that leave nothing to work", "heures qui ne laissent rien à travailler",
        "Paid hours are from 1 to 8 784 a year and more than those of absence and training together.", "Les heures payées vont de 1 à 8 784 par an et dépassent celles d'absence et de formation réunies." }
    SRC_TOO_MANY "SRC-005" {
        "more options, parts, lines or parameters than the bound", "plus d'options, de parties, de lignes ou de paramètres que la limite",
        "Merge lines, or compare fewer options at a time.", "Fusionnez des lignes, ou comparez moins d'options à la fois." }
    SRC_TWICE "SRC-006" {
        "an option, line or parameter given twice", "option, ligne ou paramètre donné deux fois",
        "Give it once.", "Donnez-le une seule fois." }
    SRC_NO_OPTION "SRC-007" {
        "nothing to compare", "rien à comparer",
        "Give at least one option with at least one part, and one line of demand.", "Donnez au moins une option avec une partie, et une ligne de besoin." }
    SRC_UNSERVED "SRC-008" {
        "demand that no part of an option takes", "besoin qu'aucune partie d'une option ne prend",
        "Add a part that takes it; a part without selection takes all that is left.", "Ajoutez une partie qui le prend ; une partie sans sélection prend tout le reste." }
    SRC_OVERFLOW "SRC-009" {
        "a result beyond 2⁵³−1", "résultat supérieur à 2⁵³−1",
        "Check amounts, volumes, rates and the number of years.", "Vérifiez montants, volumes, taux et nombre d'années." }
    SRC_CURRENCY "SRC-010" {
        "a price in another currency", "prix dans une autre devise",
        "Give every amount in the currency of the comparison.", "Donnez tous les montants dans la devise de la comparaison." }
    SRC_DEMAND "SRC-011" {
        "a line of demand that contradicts itself", "ligne de besoin qui se contredit",
        "Minutes and visits need interventions; work at a distance has no visit.", "Minutes et visites supposent des interventions ; le travail à distance n'a pas de visite." }
    SRC_SEARCH "SRC-012" {
        "a search that is too large", "recherche trop grande",
        "Ask for fewer years, lines, options or parameters, or for a smaller volume.", "Demandez moins d'années, de lignes, d'options ou de paramètres, ou un volume plus petit." }
    SRC_CONTRACT "SRC-013" {
        "a contract that cannot be an option", "contrat qui ne peut pas être une option",
        "Name a contract of the engagement that has a price, or give a price.", "Nommez un contrat de l'engagement qui a un prix, ou donnez un prix." }
    SRC_WAY "SRC-014" {
        "a part that is not exactly one way of doing the work", "partie qui n'est pas exactement une façon de faire le travail",
        "Give one of `in_house`, `contract`, `ad_hoc` in each part.", "Donnez `in_house`, `contract` ou `ad_hoc` dans chaque partie, et un seul." }
    SRC_CLASS "SRC-015" {
        "a class of a price without its number of assets, or the number of an unknown class", "classe d'un prix sans nombre d'équipements, ou nombre d'une classe inconnue",
        "Give the number of assets of each class of the price, once.", "Donnez le nombre d'équipements de chaque classe du prix, une fois." }
    SRC_PERIOD "SRC-016" {
        "days of a plan or a log that no yearly demand follows from", "jours d'un plan ou d'un journal dont aucun besoin annuel ne découle",
        "Give a plan and a log of at least one day, observed up to the day as of which they are known.", "Donnez un plan et un journal d'au moins un jour, observé jusqu'au jour où il est connu." }
}
