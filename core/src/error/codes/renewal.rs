//! Codes of renewals, budgets, depreciation and failure statistics.

use super::{Code, CodeInfo, register};

register! {
    // Budget.
    REN_REVERSED_WINDOW "REN-060" {
        "a window that ends before it begins", "fenêtre qui finit avant de commencer",
        "Swap or correct the earliest and the latest month.", "Inversez ou corrigez le premier et le dernier mois." }
    REN_NEGATIVE "REN-061" {
        "an amount of a budget below zero", "montant de budget inférieur à zéro",
        "Give caps, prices, costs, consequences and savings without sign.", "Donnez plafonds, prix, coûts, conséquences et économies sans signe." }
    REN_TOO_LARGE "REN-062" {
        "amounts of a budget beyond 2⁵³−1 minor units", "montants de budget au-delà de 2⁵³−1 unités mineures",
        "Check the amounts and the number of items.", "Vérifiez les montants et le nombre d'éléments." }
    REN_DUPLICATE "REN-063" {
        "an item or a bundle of a budget twice", "élément ou lot d'un budget en double",
        "Keep one of the two, or rename one.", "Gardez l'un des deux, ou renommez-en un." }
    REN_UNKNOWN_BUNDLE "REN-064" {
        "a bundle that the budget does not have", "lot que le budget ne comporte pas",
        "Correct the index, or add the bundle.", "Corrigez l'indice, ou ajoutez le lot." }
    REN_TOO_MANY "REN-065" {
        "more years, items or choices than the bound, or no year", "plus d'années, d'éléments ou de choix que la limite, ou aucune année",
        "Ask for fewer years or split the budget.", "Demandez moins d'années ou scindez le budget." }
    REN_BAD_YEAR "REN-066" {
        "a year or month outside 1583 to 9999", "année ou mois hors de 1583 à 9999",
        "Write months as year × 12 + month − 1.", "Écrivez les mois sous la forme année × 12 + mois − 1." }
    REN_BAD_RATE "REN-067" {
        "a rate of a budget out of bounds", "taux de budget hors limites",
        "Give an index with a positive denominator that is not below zero, and a penalty of 0 to 1 000 000 000 ppm.", "Donnez un indice non négatif de dénominateur positif, et une pénalité de 0 à 1 000 000 000 ppm." }
    REN_PRICES "REN-068" {
        "not one price for each year", "pas un prix par année",
        "List as many prices as the budget has years.", "Donnez autant de prix que le budget compte d'années." }
    REN_EMPTY_BUNDLE "REN-069" {
        "a bundle without items", "lot sans élément",
        "Remove the bundle, or name it in the items that belong to it.", "Retirez le lot, ou nommez-le dans les éléments qui en font partie." }
    REN_SAVING "REN-070" {
        "a saving above the prices that it is taken from", "économie supérieure aux prix dont elle est déduite",
        "Give at most what the items cost together in their cheapest year.", "Donnez au plus ce que les éléments coûtent ensemble l'année la moins chère." }
    REN_COMBINATIONS "REN-071" {
        "a bundle of policy `saving` with too many combinations of years", "lot de règle `saving` avec trop de combinaisons d'années",
        "Use the policy `together`, narrow the windows or split the bundle.", "Utilisez la règle `together`, resserrez les fenêtres ou scindez le lot." }
    REN_CHECK "REN-080" {
        "an answer that does not follow from its budget", "réponse qui ne découle pas de son budget",
        "Compute the answer anew from the same input.", "Recalculez la réponse à partir de la même entrée." }
}
