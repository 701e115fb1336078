//! The register of codes: each is declared once, here.
//!
//! A code is an area and a number. Its meaning never changes; a code that is no longer raised stays
//! reserved. `core/docs/errors.md` is generated from [`ALL`].

/// One entry of the register. Compare by value; print with [`info`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(u16);

/// Meaning and cure of a code, in both languages.
#[derive(Debug, Clone, Copy)]
pub struct CodeInfo {
    /// Printed form, `AREA-000`.
    pub code: &'static str,
    /// Meaning, English.
    pub title_en: &'static str,
    /// Meaning, French.
    pub title_fr: &'static str,
    /// What to do, English.
    pub help_en: &'static str,
    /// What to do, French.
    pub help_fr: &'static str,
}

macro_rules! register {
    ($( $name:ident $code:literal { $ten:literal, $tfr:literal, $hen:literal, $hfr:literal } )*) => {
        #[expect(non_camel_case_types, reason = "only numbers the constants below")]
        enum Index { $( $name ),* }
        $(
            #[doc = concat!("`", $code, "`: ", $ten, ".")]
            pub const $name: Code = Code(Index::$name as u16);
        )*
        /// Every code, in declaration order.
        pub static ALL: &[CodeInfo] = &[ $( CodeInfo {
            code: $code, title_en: $ten, title_fr: $tfr, help_en: $hen, help_fr: $hfr,
        } ),* ];
    };
}

/// Meaning and cure of `code`.
#[expect(clippy::indexing_slicing, reason = "a Code can only be made by the register below")]
pub fn info(code: Code) -> &'static CodeInfo {
    &ALL[usize::from(code.0)]
}

/// The entry printed as `code`, if there is one.
pub fn find(code: &str) -> Option<&'static CodeInfo> {
    ALL.iter().find(|entry| entry.code == code)
}

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
    // Contract.
    CON_REVERSED "CON-001" {
        "a contract that ends before it begins", "contrat qui finit avant de commencer",
        "Correct `begin` or `end`; `end` is the first day not covered.", "Corrigez `begin` ou `end` ; `end` est le premier jour non couvert." }
    CON_NO_PERIOD "CON-002" {
        "tacit renewal without a period, or a period of zero", "tacite reconduction sans durée, ou de durée nulle",
        "Give `period_months`, at least 1.", "Renseignez `period_months`, au moins 1." }
    CON_NOTICE_TOO_LONG "CON-003" {
        "a notice longer than the term that it would end", "préavis plus long que la période à laquelle il met fin",
        "Shorten the notice, or correct the term or the renewal period.", "Raccourcissez le préavis, ou corrigez la durée ou la période de reconduction." }
    CON_AMENDMENT_BEFORE_BEGIN "CON-004" {
        "an amendment that takes effect before or on the first day of the contract", "avenant qui prend effet avant ou dès le premier jour du contrat",
        "Correct `effective`, or write what it says into the contract itself.", "Corrigez `effective`, ou écrivez son contenu dans le contrat lui-même." }
    CON_AMENDMENTS_CLASH "CON-005" {
        "two amendments of one day change the same part", "deux avenants du même jour modifient la même partie",
        "Merge them, or give them different days.", "Fusionnez-les, ou donnez-leur des jours différents." }
    CON_SUSPENSIONS_OVERLAP "CON-006" {
        "suspensions that overlap", "suspensions qui se chevauchent",
        "Merge them or move one.", "Fusionnez-les ou déplacez l'une d'elles." }
    CON_TERMINATION "CON-007" {
        "a termination outside the term of the contract", "résiliation hors de la durée du contrat",
        "Give a day after the begin and not after the end; it is the first day not covered.", "Donnez un jour postérieur au début et non postérieur à la fin ; c'est le premier jour non couvert." }
    CON_TWO_VALUES "CON-008" {
        "two fields that say the same thing", "deux champs qui disent la même chose",
        "Keep one of the two.", "Gardez l'un des deux." }
    CON_NO_TERM "CON-009" {
        "a renewal of a contract that has no end", "reconduction d'un contrat sans fin",
        "Give `initial_months` or `end`, or set `renewal` to `none`.", "Renseignez `initial_months` ou `end`, ou mettez `renewal` à `none`." }
    CON_EMPTY_AGE "CON-010" {
        "a range of ages that holds no age", "tranche d'âge vide",
        "Give `max_months` greater than `min_months`.", "Donnez `max_months` supérieur à `min_months`." }
    CON_ENTITLEMENT "CON-011" {
        "an entitlement that contradicts another, or itself", "droit qui en contredit un autre, ou se contredit",
        "Keep one entitlement for each service and measure; carry over visits and minutes only.", "Gardez un seul droit par prestation et par mesure ; ne reportez que des visites et des minutes." }
    CON_CONSUMPTION "CON-012" {
        "consumption that the contract does not include on that day", "consommation que le contrat ne comprend pas ce jour-là",
        "Correct the day or the service, or book the work on the contract that covers it.", "Corrigez le jour ou la prestation, ou imputez le travail au contrat qui le couvre." }
    CON_EMPTY_PERIMETER "CON-013" {
        "a perimeter that matches no asset", "périmètre qui ne retient aucun équipement",
        "Correct the selections, or take over the assets that they speak of.", "Corrigez les sélections, ou reprenez les équipements dont elles parlent." }
    // Price.
    PRI_BAD_DECIMAL "PRI-001" {
        "not an exact decimal", "nombre décimal inexact",
        "Write digits with a point before the decimals, such as \"103.25\", with at most the decimals named.", "Écrivez des chiffres avec un point avant les décimales, comme \"103.25\", avec au plus les décimales indiquées." }
    PRI_NEGATIVE "PRI-002" {
        "an amount below zero, or an index that is not above it", "montant inférieur à zéro, ou indice qui n'est pas supérieur à zéro",
        "Give the amount without sign; a credit is a penalty, never a negative fee.", "Donnez le montant sans signe ; un avoir est une pénalité, jamais un prix négatif." }
    PRI_BAD_PERIOD "PRI-003" {
        "a period that cannot be billed", "période qui ne peut pas être facturée",
        "Use 1, 2, 3, 4, 6 or 12 months, and quote fees per a period that is a part or a multiple of the billing period.", "Utilisez 1, 2, 3, 4, 6 ou 12 mois, et exprimez les prix par une période qui divise la période de facturation ou en est un multiple." }
    PRI_CURRENCY_MIX "PRI-004" {
        "two currencies in one price", "deux devises dans un même prix",
        "Give every amount of a price in one currency.", "Donnez tous les montants d'un prix dans la même devise." }
    PRI_BAD_MONTH "PRI-005" {
        "not a month of the index", "mois que l'indice n'a pas",
        "Write an existing month as YYYY-MM; a quarter is named by its first month: 01, 04, 07 or 10.", "Écrivez un mois existant sous la forme AAAA-MM ; un trimestre porte son premier mois : 01, 04, 07 ou 10." }
    PRI_DUPLICATE_MONTH "PRI-006" {
        "two values of an index for one month", "deux valeurs d'un indice pour un mois",
        "Keep the value that was published last.", "Gardez la valeur publiée en dernier." }
    PRI_INDEX_HOLE "PRI-007" {
        "an index value that a revision needs is missing", "valeur d'indice nécessaire à une révision manquante",
        "Add the values of the months named, or set `missing` to `last_known`.", "Ajoutez les valeurs des mois indiqués, ou mettez `missing` à `last_known`." }
    PRI_CAP_BELOW_FLOOR "PRI-008" {
        "a cap below the floor", "plafond inférieur au plancher",
        "Swap or correct the two percentages.", "Inversez ou corrigez les deux pourcentages." }
    PRI_AMENDMENT "PRI-009" {
        "a price amendment on a day where it cannot take effect", "avenant de prix à une date où il ne peut prendre effet",
        "Give each amendment its own day, after the first day of the contract and before its end.", "Donnez à chaque avenant sa propre date, après le premier jour du contrat et avant sa fin." }
    PRI_OVERFLOW "PRI-010" {
        "an amount beyond ±(2⁵³−1) minor units", "montant au-delà de ±(2⁵³−1) unités mineures",
        "Check the amounts and the quantities.", "Vérifiez les montants et les quantités." }
    PRI_TOO_MANY "PRI-011" {
        "more billing periods than the bound", "plus de périodes de facturation que la limite",
        "Ask for a shorter horizon.", "Demandez un horizon plus court." }
    PRI_OUTSIDE_TERM "PRI-012" {
        "work or a breach outside the term of the contract", "travail ou manquement hors de la durée du contrat",
        "Correct the day, or bill it under the contract that covers it.", "Corrigez la date, ou facturez-le sous le contrat qui le couvre." }
    PRI_NO_RATE "PRI-013" {
        "work or a breach that the price says nothing of", "travail ou manquement que le prix ne prévoit pas",
        "Give the price of an hour, of a visit or of a breach, or leave the row out.", "Donnez le prix de l'heure, de la visite ou du manquement, ou retirez la ligne." }
    PRI_BAD_PERCENT "PRI-014" {
        "a percentage out of range", "pourcentage hors limites",
        "Give a percentage within the bounds named.", "Donnez un pourcentage dans les limites indiquées." }
    PRI_EMPTY "PRI-015" {
        "a price without any amount", "prix sans aucun montant",
        "Give a fixed fee, a price per asset, a price out of scope or a minimum.", "Donnez un forfait, un prix par équipement, un prix hors forfait ou un minimum." }
    PRI_NO_PRICE "PRI-016" {
        "a contract without price", "contrat sans prix",
        "Give the contract a `price`.", "Donnez un `price` au contrat." }
    // Service levels and tickets.
    LVL_ZERO_TARGET "LVL-001" {
        "a target of zero", "engagement de délai nul",
        "Give a positive time, or leave the target out.", "Donnez un délai positif, ou omettez l'engagement." }
    LVL_TOO_LONG "LVL-002" {
        "a target beyond the bound", "engagement de délai au-delà de la limite",
        "Give at most ten years.", "Donnez au plus dix ans." }
    LVL_MEASURE "LVL-003" {
        "a target without measure, or with several", "engagement sans mesure, ou avec plusieurs",
        "Give one of the measures listed.", "Donnez une seule des mesures de la liste." }
    LVL_NO_TARGET "LVL-004" {
        "a service level without that target", "niveau de service sans cet engagement",
        "Give the target, or remove what refers to it.", "Donnez l'engagement, ou retirez ce qui s'y réfère." }
    LVL_DUPLICATE "LVL-005" {
        "two service levels for one service and priority", "deux niveaux de service pour une même prestation et une même priorité",
        "Keep one of the two.", "Gardez l'un des deux." }
    LVL_ESCALATION "LVL-006" {
        "an escalation step out of bounds", "palier d'escalade hors limites",
        "Escalate after the opening: 1 to 1000 percent, or less before the deadline than the target is long.", "Escaladez après l'ouverture : 1 à 1000 pour cent, ou moins avant l'échéance que la durée de l'engagement." }
    LVL_PENALTY "LVL-007" {
        "a penalty out of bounds", "pénalité hors limites",
        "Give 1 to 1 000 000 millionths of the fee, and a cap that is not below one penalty.", "Donnez 1 à 1 000 000 millionièmes de la redevance, et un plafond au moins égal à une pénalité." }
    LVL_HOURS "LVL-008" {
        "a calendar and around the clock in one place", "calendrier et 24 h/24 au même endroit",
        "Keep one of the two.", "Gardez l'un des deux." }
    LVL_BAD_INSTANT "LVL-009" {
        "not an instant", "instant inexistant",
        "Write an existing instant as in RFC 3339, to the second: 2026-03-02T17:00:00+01:00.", "Écrivez un instant existant selon la RFC 3339, à la seconde : 2026-03-02T17:00:00+01:00." }
    LVL_NO_OFFSET "LVL-010" {
        "an instant without offset", "instant sans décalage horaire",
        "Add `Z` or the offset from UTC, such as +01:00.", "Ajoutez `Z` ou le décalage par rapport à UTC, comme +01:00." }
    LVL_BEFORE_OPENING "LVL-011" {
        "an event before the ticket was opened", "événement antérieur à l'ouverture du ticket",
        "Correct the event or the opening.", "Corrigez l'événement ou l'ouverture." }
    LVL_ORDER "LVL-012" {
        "events of a ticket in an impossible order", "événements d'un ticket dans un ordre impossible",
        "A response comes before the restoration, that before the resolution, a reopening after a resolution, and nothing after the cancellation.", "La prise en charge précède le rétablissement, celui-ci la résolution ; une réouverture suit une résolution, et rien ne suit l'annulation." }
    LVL_REVERSED_PAUSE "LVL-013" {
        "a pause that ends before it begins", "suspension qui finit avant de commencer",
        "Swap the two ends, or leave `to` out while the pause lasts.", "Inversez les deux bornes, ou omettez `to` tant que la suspension dure." }
    LVL_UNKNOWN_PRIORITY "LVL-014" {
        "a ticket that no service level applies to", "ticket auquel aucun niveau de service ne s'applique",
        "Correct its service or priority, or add a level without priority for all others.", "Corrigez sa prestation ou sa priorité, ou ajoutez un niveau sans priorité pour toutes les autres." }
    LVL_SERVICE "LVL-015" {
        "a service level for a service that the contract does not give", "niveau de service pour une prestation que le contrat n'offre pas",
        "Add the service to the contract, or remove the level.", "Ajoutez la prestation au contrat, ou retirez le niveau." }
    // Taking over an inventory: kept with a diagnostic.
    TAK_BAD_DATE "TAK-001" {
        "unusable date, kept as unknown", "date inutilisable, gardée comme inconnue",
        "Correct it at the source, or give the fact in the CSV of declared facts.", "Corrigez-la à la source, ou donnez-la dans le CSV des faits déclarés." }
    TAK_PLACEHOLDER "TAK-002" {
        "placeholder instead of an identity, kept as unknown", "valeur de remplissage au lieu d'une identité, gardée comme inconnue",
        "Enter the real value in the firmware, or declare it in the CSV of facts.", "Saisissez la vraie valeur dans le micrologiciel, ou déclarez-la dans le CSV des faits." }
    TAK_WRONG_TYPE "TAK-003" {
        "value of an unexpected type, kept as unknown", "valeur d'un type inattendu, gardée comme inconnue",
        "Update the agent that wrote the file.", "Mettez à jour l'agent qui a écrit le fichier." }
    TAK_OUT_OF_RANGE "TAK-004" {
        "value that cannot be true, kept as unknown", "valeur impossible, gardée comme inconnue",
        "Check the sensor or the agent.", "Vérifiez le capteur ou l'agent." }
    TAK_UNKNOWN_CATEGORY "TAK-005" {
        "kind of equipment not recognised, taken as `other`", "type d'équipement non reconnu, pris comme `other`",
        "Give the category in the CSV of facts.", "Donnez la catégorie dans le CSV des faits." }
    TAK_BAD_TEXT "TAK-006" {
        "undecodable or control characters replaced", "caractères illisibles ou de contrôle remplacés",
        "Write the file as UTF-8.", "Écrivez le fichier en UTF-8." }
    TAK_PARTIAL "TAK-007" {
        "partial inventory: what it does not say is unknown, not removed", "inventaire partiel : ce qu'il ne dit pas est inconnu, pas supprimé",
        "Nothing to do; a full inventory gives more.", "Rien à faire ; un inventaire complet en dit plus." }
    TAK_DUPLICATE "TAK-008" {
        "the same machine appears twice", "la même machine apparaît deux fois",
        "Keep one record, or give each its own serial number.", "Gardez un seul enregistrement, ou donnez à chacun son numéro de série." }
    TAK_UNMATCHED_FACT "TAK-009" {
        "declared facts that match no asset", "faits déclarés qui ne correspondent à aucun équipement",
        "Correct the name or the serial number, or add the inventory of the machine.", "Corrigez le nom ou le numéro de série, ou ajoutez l'inventaire de la machine." }
    TAK_UNKNOWN_SITE "TAK-010" {
        "site that the engagement does not declare", "site que le document ne déclare pas",
        "Declare the site, or correct its id.", "Déclarez le site, ou corrigez son identifiant." }
    TAK_DUPLICATE_KEY "TAK-011" {
        "the same field twice, the last one is used", "champ en double, le dernier est utilisé",
        "Update the agent that wrote the file.", "Mettez à jour l'agent qui a écrit le fichier." }
    TAK_BAD_CHOICE "TAK-012" {
        "value outside the list, kept as unknown", "valeur hors de la liste, gardée comme inconnue",
        "Use one of the values listed.", "Utilisez une des valeurs listées." }
    TAK_UNKNOWN_COLUMN "TAK-013" {
        "column that is not used", "colonne non utilisée",
        "Rename it if it holds a fact of the list.", "Renommez-la si elle porte un fait de la liste." }
    TAK_ABSENT_MEMBER "TAK-014" {
        "stack member that is configured but not there, not taken as an asset", "membre de pile configuré mais absent, non pris comme équipement",
        "Nothing to do; remove the slot from the configuration if no machine is planned for it.", "Rien à faire ; retirez l'emplacement de la configuration si aucune machine n'y est prévue." }
    TAK_NAME_SHARED "TAK-015" {
        "different machines with the same name", "machines différentes portant le même nom",
        "Rename one of them; until then its id carries its serial number.", "Renommez l'une d'elles ; d'ici là, son identifiant porte son numéro de série." }
    TAK_UNEVEN_ROW "TAK-016" {
        "row with more or fewer values than the header", "ligne avec plus ou moins de valeurs que l'en-tête",
        "Put texts that hold the separator between quotes.", "Mettez entre guillemets les textes qui contiennent le séparateur." }
    TAK_ASSUMED_CATEGORY "TAK-017" {
        "network equipment that says no more, taken as a switch", "équipement réseau sans autre précision, pris comme commutateur",
        "Give the category in the CSV of facts if it is no switch.", "Donnez la catégorie dans le CSV des faits si ce n'est pas un commutateur." }
    // Taking over an inventory: refused.
    TAK_NOT_JSON "TAK-050" {
        "the file is not JSON", "le fichier n'est pas du JSON",
        "Export it again; it may be truncated.", "Exportez-le de nouveau ; il est peut-être tronqué." }
    TAK_NOT_INVENTORY "TAK-051" {
        "a file of another kind", "fichier d'une autre nature",
        "Give a GLPI inventory (.json) or a CSV of facts.", "Donnez un inventaire GLPI (.json) ou un CSV de faits." }
    TAK_NO_CONTENT "TAK-052" {
        "an agent message without inventory content", "message d'agent sans contenu d'inventaire",
        "Run the agent with the inventory task.", "Lancez l'agent avec la tâche d'inventaire." }
    TAK_NO_IDENTITY "TAK-053" {
        "nothing identifies the machine", "rien n'identifie la machine",
        "The file needs at least a device id, a name, a serial number or a UUID.", "Le fichier doit porter au moins un identifiant d'agent, un nom, un numéro de série ou un UUID." }
    TAK_TOO_LARGE "TAK-054" {
        "a bound of the importer is exceeded", "une limite de l'import est dépassée",
        "Split the file.", "Divisez le fichier." }
    TAK_TOO_DEEP "TAK-055" {
        "nested too deeply", "imbrication trop profonde",
        "No inventory needs more than a few levels: check what wrote the file.", "Aucun inventaire n'a besoin de plus de quelques niveaux : vérifiez ce qui a écrit le fichier." }
    TAK_BAD_CSV "TAK-056" {
        "a CSV that cannot be read", "CSV illisible",
        "Check the header, the quotes and the number of columns.", "Vérifiez l'en-tête, les guillemets et le nombre de colonnes." }
    TAK_NO_ASSET "TAK-057" {
        "no asset could be read", "aucun équipement n'a pu être lu",
        "Give at least one readable inventory.", "Donnez au moins un inventaire lisible." }
    // Plan.
    PLAN_REVERSED_HORIZON "PLAN-001" {
        "a horizon that is empty or reversed", "horizon vide ou inversé",
        "Give an end later than the start; the end is the first day left out.", "Donnez une fin postérieure au début ; la fin est le premier jour exclu." }
    PLAN_TOO_LONG "PLAN-002" {
        "a horizon beyond the bound", "horizon au-delà de la limite",
        "Plan at most 100 years at once.", "Planifiez au plus 100 ans à la fois." }
    PLAN_TOO_MANY "PLAN-003" {
        "more occurrences than the bound", "plus d'occurrences que la limite",
        "Shorten the horizon or plan the estate in parts.", "Raccourcissez l'horizon ou planifiez le parc par parties." }
    PLAN_NO_TASK "PLAN-004" {
        "nothing to plan: no task template", "rien à planifier : aucune tâche",
        "Add task templates, or leave `tasks` out to use the shipped rules.", "Ajoutez des tâches, ou omettez `tasks` pour utiliser les règles livrées." }
    PLAN_CHECK "PLAN-005" {
        "the plan does not follow from the engagement", "le plan ne découle pas du document",
        "Plan again with this release; if the fault remains, report it with both documents.", "Planifiez de nouveau avec cette édition ; si l'erreur persiste, signalez-la avec les deux documents." }
    PLAN_INTERVAL_ONLY "PLAN-006" {
        "a setting that only goes with an interval", "réglage qui ne va qu'avec un intervalle",
        "Leave out `spread` and `month_end`, or give an interval; in a rule, SKIP says what happens at the end of a month.", "Omettez `spread` et `month_end`, ou donnez un intervalle ; dans une règle, SKIP dit ce qui arrive en fin de mois." }
    // Contracts against the estate and the plan.
    COV_NOT_COVERED "COV-001" {
        "planned work that no contract covers", "travail prévu qu'aucun contrat ne couvre",
        "Amend a perimeter, or bill the work apart.", "Modifiez un périmètre par avenant, ou facturez le travail à part." }
    COV_NO_TASK "COV-002" {
        "covered for preventive work, but no task is planned", "couvert en préventif, mais aucune tâche n'est prévue",
        "Add a task that applies to the asset.", "Ajoutez une tâche qui s'applique à l'équipement." }
    COV_UNCOVERED_VALUE "COV-003" {
        "assets that no contract covers", "équipements qu'aucun contrat ne couvre",
        "Decide for each whether it joins a contract, from the most valuable on.", "Décidez pour chacun s'il entre dans un contrat, en commençant par les plus chers." }
    COV_EXHAUSTED "COV-004" {
        "an entitlement that the plan exhausts before its period ends", "droit que le plan épuise avant la fin de sa période",
        "Amend the entitlement, or move work to the next period.", "Augmentez le droit par avenant, ou reportez du travail à la période suivante." }
    COV_BEYOND_CAP "COV-005" {
        "assets beyond the cap of a contract", "équipements au-delà du plafond d'un contrat",
        "Raise the cap by an amendment, or list the assets that matter in `members`.", "Relevez le plafond par avenant, ou listez les équipements importants dans `members`." }
    COV_UNKNOWN_AGE "COV-006" {
        "assets left out because their day of purchase is unknown", "équipements écartés car leur date d'achat est inconnue",
        "Give the day of purchase in the document or in the CSV of facts.", "Donnez la date d'achat dans le document ou dans le CSV des faits." }
    COV_UNATTENDED "COV-007" {
        "a promise whose window no calendar opens in", "engagement dont la fenêtre ne voit ouvrir aucun calendrier",
        "Count the target in the hours of those who answer, or add a calendar for on-call duty.", "Comptez le délai dans les heures de ceux qui répondent, ou ajoutez un calendrier d'astreinte." }
}
