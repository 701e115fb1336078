//! Codes of plans, and of contracts against them.

use super::{Code, CodeInfo, register};

register! {
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
    PLAN_POLICY "PLAN-007" {
        "a policy that does not go with the periodicity", "règle qui ne va pas avec la périodicité",
        "Leave the policy out, or give the periodicity that it needs.", "Omettez la règle, ou donnez la périodicité qu'elle demande." }
    PLAN_SEQUENCE "PLAN-008" {
        "a sequence that does not hold together", "enchaînement incohérent",
        "Give each task of a sequence the periodicity `sequence`, and name it in one sequence only.", "Donnez à chaque tâche d'un enchaînement la périodicité `sequence`, et ne la citez que dans un enchaînement." }
    PLAN_ORDER_CIRCLE "PLAN-009" {
        "tasks that come after each other in a circle", "tâches qui se suivent en boucle",
        "Leave out one `after` of the circle.", "Retirez l'un des `after` de la boucle." }
    PLAN_READING "PLAN-010" {
        "a meter that runs backwards", "compteur qui recule",
        "Correct the reading, say at what value the meter rolls over, or say on which day it was replaced.", "Corrigez le relevé, dites à quelle valeur le compteur repasse à zéro, ou quel jour il a été remplacé." }
    PLAN_BAD_OCCURRENCE "PLAN-011" {
        "not the id of an occurrence", "identifiant d'occurrence incorrect",
        "Give the id as plans write it: task, asset or contract, and the nominal date, ordinal or request, joined by `/`.", "Donnez l'identifiant tel que les plans l'écrivent : tâche, équipement ou contrat, puis date nominale, numéro ou demande, séparés par `/`." }
    PLAN_EMPTY_WINDOW "PLAN-012" {
        "a window without days", "fenêtre sans jour",
        "Give weekdays, periods, yearly days or a series.", "Donnez des jours de semaine, des périodes, des jours de l'année ou une série." }
    PLAN_CURRENCY "PLAN-013" {
        "prices of several currencies", "prix en plusieurs monnaies",
        "Give hours, travel and parts in one currency.", "Donnez heures, déplacements et pièces dans une seule monnaie." }
    PLAN_BATCH "PLAN-014" {
        "batches that depend on each other", "lots dépendants les uns des autres",
        "Give related assets, and those of one site, in one batch, or plan the estate as a whole.", "Donnez les équipements liés, et ceux d'un même site, dans un même lot, ou planifiez le parc en entier." }
    // What a plan finds.
    PLAN_NO_ROOM "PLAN-020" {
        "no day fits", "aucun jour ne convient",
        "Relax one of the rules named, widen the tolerance, or fix a day by decision.", "Assouplissez l'une des règles citées, élargissez la tolérance, ou fixez un jour par décision." }
    PLAN_HOUSE_INTERVAL "PLAN-021" {
        "preventive work further apart than the house rule", "préventif plus espacé que la règle maison",
        "Add or shorten a preventive task, or change the house rule in the document.", "Ajoutez ou rapprochez une tâche préventive, ou changez la règle maison dans le document." }
    PLAN_NO_PREVENTIVE "PLAN-022" {
        "an asset without preventive work", "équipement sans préventif",
        "Add a preventive task that applies to the asset.", "Ajoutez une tâche préventive qui s'applique à l'équipement." }
    PLAN_NO_FOLLOW_UP "PLAN-023" {
        "a corrective that no preventive follows", "curative sans suivi préventif",
        "Add a task on the occasion `corrective_closed`, such as the shipped `corrective-follow-up`.", "Ajoutez une tâche à l'occasion `corrective_closed`, telle que `corrective-follow-up` du catalogue." }
    PLAN_UNDATED "PLAN-024" {
        "work that has no date yet", "travail encore sans date",
        "Read the meter, or give the task a cycle of time beside it.", "Relevez le compteur, ou donnez aussi à la tâche un cycle de temps." }
    PLAN_ORPHAN_EVENT "PLAN-025" {
        "an event about an occurrence that no task has", "événement sur une occurrence qu'aucune tâche ne donne",
        "Correct the id, or leave the event out.", "Corrigez l'identifiant, ou retirez l'événement." }
    PLAN_FIXED_AGAINST_RULE "PLAN-026" {
        "a decision that a rule speaks against", "décision contraire à une règle",
        "Fix another day, or leave the decision as it is if it is meant.", "Fixez un autre jour, ou laissez la décision si elle est voulue." }
    PLAN_OVERLOAD "PLAN-027" {
        "a week with more work than the skill offers", "semaine plus chargée que la capacité",
        "Move work to the weeks beside it, spread the task, or add capacity.", "Déplacez du travail vers les semaines voisines, étalez la tâche, ou ajoutez de la capacité." }
    // Contracts against the estate and the plan.
    PLAN_RINGS "PLAN-028" {
        "rings that cannot be told apart", "anneaux qui ne se distinguent pas",
        "Give 1 to 12 rings, each with its own short id.", "Donnez 1 à 12 anneaux, chacun avec son identifiant court." }
    PLAN_RING_ORDER "PLAN-029" {
        "a ring that may run into the one before", "anneau qui peut rattraper le précédent",
        "Delay it further, or lower the late tolerance of the task.", "Retardez-le davantage, ou réduisez la tolérance de retard de la tâche." }
    PLAN_RING_DAY "PLAN-030" {
        "rings without an n-th weekday to count from", "anneaux sans n-ième jour de semaine de départ",
        "Give `every` as `nth` and `weekday`.", "Donnez `every` par `nth` et `weekday`." }
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
