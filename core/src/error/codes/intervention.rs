//! Codes of interventions and incidents.

use super::{Code, CodeInfo, register};

register! {
    // A log: refused. An importer keeps the record without the value, and tells it under the same code.
    INT_DUPLICATE_ID "INT-001" {
        "two records of one id", "deux enregistrements du même identifiant",
        "Give each incident and each intervention its own id.", "Donnez à chaque incident et à chaque intervention son propre identifiant." }
    INT_BAD_INSTANT "INT-002" {
        "an instant outside the calendar", "instant hors du calendrier",
        "Give an instant of the years 1583 to 9999.", "Donnez un instant des années 1583 à 9999." }
    INT_BEFORE_OPENING "INT-003" {
        "an event before the opening of its incident", "événement antérieur à l'ouverture de l'incident",
        "Correct the opening or the event at the source.", "Corrigez l'ouverture ou l'événement à la source." }
    INT_ORDER "INT-004" {
        "events in an impossible order", "événements dans un ordre impossible",
        "Correct the instants at the source.", "Corrigez les instants à la source." }
    INT_REVERSED "INT-005" {
        "a time that ends before it begins", "durée qui finit avant de commencer",
        "Swap begin and end, or correct one of them.", "Inversez le début et la fin, ou corrigez l'un des deux." }
    INT_BAD_COST "INT-006" {
        "a cost that cannot be", "coût impossible",
        "Give amounts from 0 to 2⁵³−1 minor units, and a total no smaller than its parts.", "Donnez des montants de 0 à 2⁵³−1 unités mineures, et un total au moins égal à ses parties." }
    INT_BAD_PART "INT-007" {
        "a part that is larger than its whole", "partie plus grande que le tout",
        "Labour includes overtime and the work of other companies.", "La main-d'œuvre comprend les heures supplémentaires et le travail des autres entreprises." }
    INT_UNKNOWN_TERM "INT-008" {
        "a term of another table", "terme d'une autre table",
        "Add the text to the terms that the log is made with.", "Ajoutez le texte aux termes avec lesquels le journal est construit." }
    INT_NOT_AN_ID "INT-009" {
        "a text that cannot be an id", "texte qui ne peut pas être un identifiant",
        "An id is 1 to 200 characters, without control characters.", "Un identifiant compte 1 à 200 caractères, sans caractère de contrôle." }
    INT_TOO_MANY "INT-010" {
        "too many records", "trop d'enregistrements",
        "Split the log by year or by site.", "Divisez le journal par année ou par site." }
}
