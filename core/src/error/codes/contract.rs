//! Codes of contracts, prices, service levels and tickets.

use super::{Code, CodeInfo, register};

register! {
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
}
