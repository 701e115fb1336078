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
    REN_BAD_COUNT "REN-014" {
        "count that cannot be", "dénombrement impossible",
        "Give counts up to 10⁹; successes are at most the trials.", "Donnez des nombres d'au plus 10⁹ ; les succès ne dépassent pas les essais." }
    REN_BAD_VALUE "REN-015" {
        "value that is not a number or too large", "valeur qui n'est pas un nombre ou trop grande",
        "Leave unknown values out; give finite ones up to 10¹⁵.", "Retirez les valeurs inconnues ; donnez des valeurs finies d'au plus 10¹⁵." }
    REN_UNKNOWN_NODE "REN-016" {
        "a node of a structure that does not exist or is named twice", "nœud d'une structure inexistant ou nommé deux fois",
        "Name nodes by their place in the list, each once in a group.", "Désignez les nœuds par leur place dans la liste, chacun une fois par groupe." }
    REN_NODE_CYCLE "REN-017" {
        "nodes that depend on each other in a circle", "nœuds qui dépendent les uns des autres en boucle",
        "Remove one of the dependencies of the circle.", "Retirez une des dépendances de la boucle." }
    REN_STRUCTURE_LARGE "REN-018" {
        "structure too large to compute exactly", "structure trop grande pour un calcul exact",
        "Split it, list nodes that depend on the same ones next to each other, or group equal items.", "Scindez-la, rapprochez dans la liste les nœuds qui dépendent des mêmes, ou regroupez les éléments égaux." }
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
    // Budget.
    REN_REVERSED_WINDOW "REN-060" {
        "a window that ends before it begins", "fenêtre qui finit avant de commencer",
        "Swap or correct the earliest and the latest month.", "Inversez ou corrigez le premier et le dernier mois." }
    REN_NEGATIVE "REN-061" {
        "an amount of a budget below zero", "montant de budget inférieur à zéro",
        "Give caps, prices, costs, consequences and savings without sign.", "Donnez plafonds, prix, coûts, conséquences et économies sans signe." }
    REN_BUDGET_LARGE "REN-062" {
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
    REN_BUDGET_RATE "REN-067" {
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
    REN_CHECK "REN-080" {
        "an answer that does not follow from its budget", "réponse qui ne découle pas de son budget",
        "Compute the answer anew from the same input.", "Recalculez la réponse à partir de la même entrée." }
}
