//! Codes of renewals, budgets, depreciation and failure statistics.

use super::{Code, CodeInfo, register};

register! {
    // Failure statistics, depreciation and economics.
    REN_BAD_LIFETIME "REN-001" {
        "parameter of a lifetime out of range", "paramètre d'une loi de durée de vie hors limites",
        "Give finite parameters above zero, in the unit of the times.", "Donnez des paramètres finis et positifs, dans l'unité des durées." }
    REN_BAD_TIME "REN-002" {
        "time, age or window out of range", "durée, âge ou fenêtre hors limites",
        "Give finite times that are not negative; a window ends after it begins.", "Donnez des durées finies et non négatives ; une fenêtre finit après son début." }
    REN_BAD_COST "REN-003" {
        "cost out of range", "coût hors limites",
        "Give a finite cost that is not negative; the cost of a preventive replacement is above zero.", "Donnez un coût fini et non négatif ; le coût d'un remplacement préventif est positif." }
    REN_BAD_SAMPLE "REN-004" {
        "observed life that cannot be used", "durée observée inutilisable",
        "Each life ends after it enters the observation, at a finite time above zero.", "Chaque durée finit après son entrée en observation, à un instant fini et positif." }
    REN_TOO_LARGE "REN-005" {
        "more values than one computation takes", "plus de valeurs qu'un calcul n'en accepte",
        "Split the data, or group equal lives.", "Divisez les données, ou regroupez les durées égales." }
    REN_BAD_AMOUNT "REN-006" {
        "cost, residual value or proceeds out of range", "coût, valeur résiduelle ou prix de cession hors limites",
        "Give amounts in minor units that are not negative; the residual value is at most the cost.", "Donnez des montants non négatifs en centimes ; la valeur résiduelle ne dépasse pas le coût." }
    REN_BAD_DURATION "REN-007" {
        "duration of depreciation out of range", "durée d'amortissement hors limites",
        "Give whole years; declining balance without a coefficient of its own needs at least three.", "Donnez des années entières ; le dégressif sans coefficient propre en demande au moins trois." }
    REN_BAD_COEFFICIENT "REN-008" {
        "coefficient of declining balance out of range", "coefficient dégressif hors limites",
        "Give a fraction from 1 to 10, such as 7/4.", "Donnez une fraction de 1 à 10, par exemple 7/4." }
    REN_BAD_MONTH "REN-009" {
        "first month of the fiscal year out of range", "premier mois de l'exercice hors limites",
        "Give a month from 1 to 12.", "Donnez un mois de 1 à 12." }
    REN_BAD_RATE "REN-010" {
        "discount rate out of range", "taux d'actualisation hors limites",
        "Give a rate above -1 and at most 10, such as 0.06 for 6 %.", "Donnez un taux supérieur à -1 et d'au plus 10, par exemple 0,06 pour 6 %." }
    REN_BAD_YEARS "REN-011" {
        "figures by year that do not match", "montants annuels discordants",
        "Give one operating cost and one resale value for each year, at least one year.", "Donnez un coût d'exploitation et une valeur de revente par année, pour une année au moins." }
    REN_BAD_SHARE "REN-012" {
        "probability or confidence out of range", "probabilité ou niveau de confiance hors limites",
        "Give a share between 0 and 1, neither included.", "Donnez une part entre 0 et 1, bornes exclues." }
    REN_BAD_DAY "REN-013" {
        "day that the depreciation cannot use", "jour inutilisable pour l'amortissement",
        "Give a day on or after the in-service day; the plan ends before 9999.", "Donnez un jour égal ou postérieur à la mise en service ; le plan finit avant 9999." }
    // Forecasts.
    REN_FORECAST_YEARS "REN-040" {
        "a forecast of no year, or of too many", "prévision sans année, ou sur trop d'années",
        "Ask for 1 to 30 years.", "Demandez 1 à 30 ans." }
    REN_POLICY_LIFE "REN-041" {
        "lives that are not in order", "durées de vie qui ne sont pas en ordre",
        "Give low ≤ mode ≤ high, from 1 month to a century.", "Donnez low ≤ mode ≤ high, d'un mois à un siècle." }
    REN_POLICY_COSTS "REN-042" {
        "costs that no economic life follows from", "coûts dont aucune durée économique ne découle",
        "Give one cost and one resale value for each year, 1 to 60, and a rate of 0 to 100 %.", "Donnez un coût et une valeur de revente par année, 1 à 60, et un taux de 0 à 100 %." }
    REN_POLICY_FAILURE "REN-043" {
        "a failure model that cannot be", "modèle de défaillance impossible",
        "Give a shape and a scale above 0, and costs of 0 or more.", "Donnez une forme et une échelle supérieures à 0, et des coûts de 0 ou plus." }
    REN_POLICY_RANGE "REN-044" {
        "a number of a renewal policy outside its range", "nombre d'une politique de renouvellement hors de ses bornes",
        "Correct it; the message tells the range.", "Corrigez-le ; le message donne les bornes." }
}
