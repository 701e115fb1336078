//! Codes of documents, estates, calendars and recurrence.

use super::{Code, CodeInfo, register};

register! {
    // Documents of our own, read strictly.
    DOC_NOT_JSON "DOC-001" {
        "the text is not JSON", "le texte n'est pas du JSON",
        "Correct the syntax at the line and column given.", "Corrigez la syntaxe à la ligne et à la colonne indiquées." }
    DOC_TOO_LARGE "DOC-002" {
        "a bound of the format is exceeded", "une limite du format est dépassée",
        "Split the document, or shorten the value below the bound given.", "Divisez le document, ou raccourcissez la valeur sous la limite indiquée." }
    DOC_FORMAT "DOC-003" {
        "another format, or a version that this release does not read", "autre format, ou version que cette édition ne lit pas",
        "Set `format` and `format_version` as documented, or use a newer release.", "Renseignez `format` et `format_version` comme documenté, ou utilisez une édition plus récente." }
    DOC_UNKNOWN_FIELD "DOC-004" {
        "unknown field", "champ inconnu",
        "Remove the field or correct its name; the fields that exist are listed in the schema.", "Retirez le champ ou corrigez son nom ; le schéma donne la liste des champs." }
    DOC_MISSING_FIELD "DOC-005" {
        "missing field", "champ manquant",
        "Add the field.", "Ajoutez le champ." }
    DOC_WRONG_TYPE "DOC-006" {
        "wrong type of value", "type de valeur incorrect",
        "Give a value of the type named.", "Donnez une valeur du type indiqué." }
    DOC_BAD_DATE "DOC-007" {
        "not a date of the calendar", "date inexistante",
        "Write an existing date as YYYY-MM-DD, from 1583-01-01 to 9999-12-31.", "Écrivez une date existante sous la forme AAAA-MM-JJ, de 1583-01-01 à 9999-12-31." }
    DOC_BAD_CHOICE "DOC-008" {
        "not one of the allowed values", "valeur hors de la liste permise",
        "Use one of the values listed.", "Utilisez une des valeurs listées." }
    DOC_OUT_OF_RANGE "DOC-009" {
        "number out of range", "nombre hors limites",
        "Give an integer within the bounds named.", "Donnez un entier dans les limites indiquées." }
    DOC_DUPLICATE_KEY "DOC-010" {
        "the same field twice in one object", "le même champ deux fois dans un objet",
        "Keep one of the two.", "Gardez l'un des deux." }
    DOC_BAD_TEXT "DOC-011" {
        "text that cannot be kept", "texte inacceptable",
        "Use non-empty text without control characters, within the length named.", "Utilisez un texte non vide, sans caractère de contrôle, dans la longueur indiquée." }
    DOC_DUPLICATE_ID "DOC-012" {
        "the same id twice", "identifiant en double",
        "Give each element its own id.", "Donnez à chaque élément son propre identifiant." }
    DOC_DANGLING_ID "DOC-013" {
        "an id that nothing declares", "identifiant que rien ne déclare",
        "Declare the element, or correct the id.", "Déclarez l'élément, ou corrigez l'identifiant." }
    DOC_TOO_MANY_FAULTS "DOC-014" {
        "too many faults to list", "trop d'erreurs pour les lister",
        "Correct those listed first.", "Corrigez d'abord celles de la liste." }
    DOC_BOM "DOC-015" {
        "the document begins with a byte order mark", "le document commence par une marque d'ordre des octets",
        "Save it as UTF-8 without BOM.", "Enregistrez-le en UTF-8 sans BOM." }
    DOC_NOT_UTF8 "DOC-016" {
        "the document is not UTF-8", "le document n'est pas en UTF-8",
        "Save it as UTF-8.", "Enregistrez-le en UTF-8." }
    DOC_TOO_DEEP "DOC-017" {
        "nested too deeply", "imbrication trop profonde",
        "No document of this library needs more than a few levels: check what wrote it.", "Aucun document de cette bibliothèque n'a besoin de plus de quelques niveaux : vérifiez ce qui l'a écrit." }
    // Estate.
    INV_CYCLE "INV-001" {
        "`depends_on` goes round in a circle", "`depends_on` tourne en rond",
        "Remove one of the relations of the circle.", "Retirez une des relations du cercle." }
    INV_SELF_RELATION "INV-002" {
        "an asset related to itself", "équipement en relation avec lui-même",
        "Remove the relation.", "Retirez la relation." }
    // Calendar.
    CAL_BAD_TIME "CAL-001" {
        "not a time of day", "heure inexistante",
        "Write HH:MM, from 00:00 to 24:00.", "Écrivez HH:MM, de 00:00 à 24:00." }
    CAL_REVERSED "CAL-002" {
        "a period that ends before it begins", "période qui finit avant de commencer",
        "Swap the two ends; hours past midnight have `next_day`.", "Inversez les deux bornes ; les heures après minuit portent `next_day`." }
    CAL_OVERLAP "CAL-003" {
        "opening spans overlap", "des plages d'ouverture se chevauchent",
        "Merge them or move one.", "Fusionnez-les ou déplacez l'une d'elles." }
    CAL_ALWAYS_CLOSED "CAL-004" {
        "a calendar without any opening", "calendrier sans aucune ouverture",
        "Open at least one weekday.", "Ouvrez au moins un jour de la semaine." }
    CAL_UNKNOWN_ZONE "CAL-005" {
        "a time zone that does not exist", "fuseau horaire inexistant",
        "Use an IANA name such as Europe/Paris.", "Utilisez un nom IANA comme Europe/Paris." }
    CAL_NO_WORKING_DAY "CAL-006" {
        "no working day within reach of a roll", "aucun jour ouvré à portée d'un report",
        "Shorten the closure, or use another roll.", "Raccourcissez la fermeture, ou changez la règle de report." }
    CAL_OUT_OF_RANGE "CAL-010" {
        "an instant beyond the calendar", "instant hors du calendrier",
        "Give seconds since 1970-01-01T00:00:00Z, from 1583-01-04 to 9999-12-29; milliseconds are a thousand times too many.", "Donnez des secondes depuis 1970-01-01T00:00:00Z, du 1583-01-04 au 9999-12-29 ; des millisecondes sont mille fois trop." }
    CAL_NEVER_OPEN "CAL-011" {
        "a calendar that never opens again", "calendrier qui ne rouvre jamais",
        "Shorten the closure, or open at least one day.", "Raccourcissez la fermeture, ou ouvrez au moins un jour." }
    CAL_TWO_ZONES "CAL-012" {
        "calendars of two time zones combined", "calendriers de deux fuseaux combinés",
        "Combine calendars of one zone.", "Combinez des calendriers d'un même fuseau." }
    CAL_BOUND "CAL-013" {
        "a bound of calendars is exceeded", "une limite des calendriers est dépassée",
        "Ask for less at once: the message names the bound.", "Demandez moins à la fois : le message nomme la limite." }
    CAL_OSM_SYNTAX "CAL-014" {
        "text that is not `opening_hours`", "texte qui n'est pas de l'`opening_hours`",
        "Write it as OpenStreetMap does, such as `Mo-Fr 08:00-18:00; PH off`.", "Écrivez-le comme OpenStreetMap, par exemple `Mo-Fr 08:00-18:00; PH off`." }
    CAL_OSM_UNSUPPORTED "CAL-015" {
        "a part of `opening_hours` that this library does not compute", "partie d'`opening_hours` que cette bibliothèque ne calcule pas",
        "Remove it, or give fixed hours, closures and exceptional openings instead.", "Retirez-la, ou donnez des heures fixes, des fermetures et des ouvertures exceptionnelles." }
    CAL_TWO_HOURS "CAL-016" {
        "opening hours given twice", "heures d'ouverture données deux fois",
        "Keep one of `opening`, `opening_hours`, `always_open` and `combine`.", "Gardez un seul champ parmi `opening`, `opening_hours`, `always_open` et `combine`." }
    CAL_BAD_DAY "CAL-017" {
        "not a day of the year", "jour de l'année inexistant",
        "Write MM-DD, from 01-01 to 12-31.", "Écrivez MM-JJ, de 01-01 à 12-31." }
    // Recurrence.
    REC_ZERO_INTERVAL "REC-001" {
        "a period of zero", "période nulle",
        "Give a count of at least 1.", "Donnez un nombre d'au moins 1." }
    REC_TOO_LONG "REC-002" {
        "a period beyond the bound", "période au-delà de la limite",
        "Give a period of at most 100 years.", "Donnez une période d'au plus 100 ans." }
    REC_SYNTAX "REC-003" {
        "text that is not a recurrence rule", "texte qui n'est pas une règle de récurrence",
        "Write `NAME=VALUE` parts separated by `;`, as in RFC 5545.", "Écrivez des parties `NOM=VALEUR` séparées par `;`, comme dans la RFC 5545." }
    REC_UNKNOWN_PART "REC-004" {
        "unknown part of a rule", "partie de règle inconnue",
        "Remove the part or correct its name.", "Retirez la partie ou corrigez son nom." }
    REC_DUPLICATE_PART "REC-005" {
        "the same part twice", "la même partie deux fois",
        "Keep one of the two.", "Gardez l'une des deux." }
    REC_BAD_VALUE "REC-006" {
        "a value that the part does not allow", "valeur que la partie n'admet pas",
        "Use a value within the bounds named.", "Utilisez une valeur dans les limites indiquées." }
    REC_NO_FREQ "REC-007" {
        "a rule without FREQ", "règle sans FREQ",
        "Say how often: FREQ=DAILY, WEEKLY, MONTHLY, YEARLY, HOURLY, MINUTELY or SECONDLY.", "Dites la fréquence : FREQ=DAILY, WEEKLY, MONTHLY, YEARLY, HOURLY, MINUTELY ou SECONDLY." }
    REC_COUNT_AND_UNTIL "REC-008" {
        "COUNT and UNTIL in one rule", "COUNT et UNTIL dans une même règle",
        "Keep one of the two.", "Gardez l'un des deux." }
    REC_NOT_TOGETHER "REC-009" {
        "a part that does not go with another", "partie incompatible avec une autre",
        "Remove the part, or change the frequency named.", "Retirez la partie, ou changez la fréquence indiquée." }
    REC_BAD_SCALE "REC-010" {
        "a calendar scale that is not supported, or SKIP without RSCALE", "échelle de calendrier non prise en charge, ou SKIP sans RSCALE",
        "Write RSCALE=GREGORIAN, with SKIP if wanted.", "Écrivez RSCALE=GREGORIAN, avec SKIP si besoin." }
    REC_UNTIL_KIND "REC-011" {
        "UNTIL of another kind than DTSTART", "UNTIL d'une autre nature que DTSTART",
        "Write a date for a date, a local time for a floating start, UTC (with `Z`) for a start in UTC or in a zone.", "Écrivez une date pour une date, une heure locale pour un début flottant, l'UTC (avec `Z`) pour un début en UTC ou dans un fuseau." }
    REC_KIND "REC-012" {
        "a date or time of another kind than DTSTART", "date ou heure d'une autre nature que DTSTART",
        "Write every date of a set in the form of its DTSTART.", "Écrivez toutes les dates sous la forme de DTSTART." }
    REC_EXRULE "REC-013" {
        "EXRULE, which RFC 5545 withdrew", "EXRULE, que la RFC 5545 a retirée",
        "List the dates left out in EXDATE.", "Listez les dates omises dans EXDATE." }
    REC_TOO_LARGE "REC-014" {
        "a text or a list beyond the bound", "texte ou liste au-delà de la limite",
        "Shorten it below the bound named.", "Raccourcissez-le sous la limite indiquée." }
    REC_TOO_MANY "REC-015" {
        "more occurrences than the bound", "plus d'occurrences que la limite",
        "Ask for a shorter window.", "Demandez une fenêtre plus courte." }
    REC_HORIZON "REC-016" {
        "beyond the last year of the zone data", "au-delà de la dernière année des données de fuseau",
        "Ask before 2100, or let the last rule go on.", "Demandez avant 2100, ou laissez la dernière règle continuer." }
    REC_TOO_MUCH_WORK "REC-017" {
        "a rule too costly to decide", "règle trop coûteuse à décider",
        "Use a coarser frequency, or a smaller COUNT.", "Utilisez une fréquence moins fine, ou un COUNT plus petit." }
    REC_NO_START "REC-018" {
        "a set without DTSTART, or with two", "ensemble sans DTSTART, ou avec deux",
        "Give one DTSTART.", "Donnez un seul DTSTART." }
    REC_UNKNOWN_PROPERTY "REC-019" {
        "a line that a recurrence set does not have", "ligne qui n'a pas sa place dans un ensemble de récurrence",
        "Keep DTSTART, RRULE, RDATE and EXDATE lines.", "Gardez les lignes DTSTART, RRULE, RDATE et EXDATE." }
    REC_BAD_DATE "REC-020" {
        "not a date or a time of the calendar", "date ou heure inexistante",
        "Write YYYYMMDD or YYYYMMDDTHHMMSS, from 1583 to 9999.", "Écrivez AAAAMMJJ ou AAAAMMJJTHHMMSS, de 1583 à 9999." }
    REC_INTEROP "REC-021" {
        "something that the other recurrence library does not have", "quelque chose que l'autre bibliothèque de récurrence n'a pas",
        "Change the set as the message says, or keep it in this library.", "Modifiez l'ensemble comme le dit le message, ou gardez-le dans cette bibliothèque." }
    REC_NEVER "REC-022" {
        "a rule that no day satisfies", "règle qu'aucun jour ne satisfait",
        "Correct the rule; 30 February does not exist in any year.", "Corrigez la règle ; le 30 février n'existe aucune année." }
}
