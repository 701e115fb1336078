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
    // Reading incidents and interventions: kept with a diagnostic.
    INT_BAD_MOMENT "INT-020" {
        "unusable date or time, kept as unknown", "date ou heure inutilisable, gardée comme inconnue",
        "Export times as YYYY-MM-DD HH:MM:SS, or state the order of dates in the mapping.", "Exportez les heures en AAAA-MM-JJ HH:MM:SS, ou indiquez l'ordre des dates dans la correspondance." }
    INT_BAD_NUMBER "INT-021" {
        "number that cannot be read, kept as unknown", "nombre illisible, gardé comme inconnu",
        "Write whole numbers in digits.", "Écrivez les nombres entiers en chiffres." }
    INT_BAD_CHOICE "INT-022" {
        "word outside the list, kept as unknown", "mot hors de la liste, gardé comme inconnu",
        "Say in the mapping what the word means.", "Indiquez dans la correspondance ce que le mot signifie." }
    INT_NAMELESS "INT-023" {
        "record without an id, left out", "enregistrement sans identifiant, écarté",
        "Give each record an id of 1 to 200 characters.", "Donnez à chaque enregistrement un identifiant de 1 à 200 caractères." }
    INT_SECOND_RECORD "INT-024" {
        "second record of the same id, the first is used", "second enregistrement du même identifiant, le premier est utilisé",
        "Export each record once, or read the file as an event log.", "Exportez chaque enregistrement une seule fois, ou lisez le fichier comme un journal d'événements." }
    INT_AMBIGUOUS_DATE "INT-025" {
        "date that can be read in two ways, taken as day, month, year", "date qui peut se lire de deux façons, prise comme jour, mois, année",
        "State the order of dates in the mapping.", "Indiquez l'ordre des dates dans la correspondance." }
    INT_EVENT_ORDER "INT-026" {
        "event dated before the one before it, taken at the instant of that one", "événement daté avant le précédent, pris à l'instant de celui-ci",
        "Export events in order of time.", "Exportez les événements dans l'ordre du temps." }
    INT_BAD_AMOUNT "INT-027" {
        "amount that cannot be read, kept as unknown", "montant illisible, gardé comme inconnu",
        "Write it like 1250.00, and state the decimal sign in the mapping where it is a comma.", "Écrivez-le comme 1250.00, et indiquez le signe décimal dans la correspondance si c'est une virgule." }
    INT_MIXED_CURRENCY "INT-028" {
        "two currencies in one record, the second amount is kept as unknown", "deux devises dans un enregistrement, le second montant est gardé comme inconnu",
        "Give the amounts of a record in one currency.", "Donnez les montants d'un enregistrement dans une seule devise." }
    INT_ABSENT_COLUMN "INT-029" {
        "column of the mapping that the file does not have", "colonne de la correspondance absente du fichier",
        "Correct the name of the column in the mapping.", "Corrigez le nom de la colonne dans la correspondance." }
    // Reading incidents and interventions: refused.
    INT_BAD_MAPPING "INT-031" {
        "a mapping that cannot be used", "correspondance inutilisable",
        "Correct the mapping at the place given.", "Corrigez la correspondance à l'endroit indiqué." }
    INT_NO_COLUMN "INT-032" {
        "a file without a column that is needed", "fichier sans une colonne nécessaire",
        "Name the column in the mapping.", "Nommez la colonne dans la correspondance." }
    INT_NOT_JSON "INT-033" {
        "not a list of JSON objects", "pas une liste d'objets JSON",
        "Export it again; it may be truncated.", "Exportez-le de nouveau ; il est peut-être tronqué." }
    INT_OBJECT_TOO_LARGE "INT-034" {
        "a JSON object that is too large or nested too deeply", "objet JSON trop grand ou trop imbriqué",
        "Check what wrote the file.", "Vérifiez ce qui a écrit le fichier." }
}
