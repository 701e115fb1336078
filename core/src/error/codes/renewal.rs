//! Codes of renewals, budgets, depreciation and failure statistics.

use super::{Code, CodeInfo, register};

register! {
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
