//! Codes of audits.

use super::{Code, CodeInfo, register};

register! {
    AUD_FACT_SCOPE "AUD-001" {
        "fact that the rule cannot ask for there", "fait que la règle ne peut pas demander à cet endroit",
        "Ask for facts of a part only where the rule goes through these parts or counts them.", "Ne demandez les faits d'un élément que là où la règle parcourt ces éléments ou les compte." }
    AUD_OPERATOR "AUD-002" {
        "comparison that the fact does not take", "comparaison que le fait n'accepte pas",
        "Compare numbers with `below` and `at_least`, days with `within_days`, `older_than_days`, `older_than_months` and `before`, the others with `is`.", "Comparez les nombres avec `below` et `at_least`, les jours avec `within_days`, `older_than_days`, `older_than_months` et `before`, le reste avec `is`." }
    AUD_FORM "AUD-003" {
        "test that is not exactly one test", "test qui n'est pas exactement un test",
        "Give exactly one of `all`, `any`, `not`, `fact` with one comparison, `count` with `at_least`.", "Donnez exactement un de `all`, `any`, `not`, `fact` avec une comparaison, `count` avec `at_least`." }
    AUD_EMPTY "AUD-004" {
        "empty list in a test", "liste vide dans un test",
        "Give at least one element, or leave the test out.", "Donnez au moins un élément, ou retirez le test." }
    AUD_UNKNOWN_PARAM "AUD-005" {
        "parameter that the rule does not declare", "paramètre que la règle ne déclare pas",
        "Declare it in `params`, or correct its name.", "Déclarez-le dans `params`, ou corrigez son nom." }
    AUD_UNUSED_PARAM "AUD-006" {
        "parameter that no test uses, or that is given twice", "paramètre qu'aucun test n'utilise, ou donné deux fois",
        "Use it once declared, or take it away.", "Utilisez-le une fois déclaré, ou retirez-le." }
    AUD_TOO_LARGE "AUD-007" {
        "a bound of audits is exceeded", "une limite des audits est dépassée",
        "Split the rule, or the audit.", "Divisez la règle, ou l'audit." }
    AUD_RAISE "AUD-008" {
        "raised severity that is not higher", "sévérité relevée qui n'est pas plus haute",
        "Order `raised` from the highest severity down, each above that of the rule.", "Rangez `raised` de la plus haute sévérité à la plus basse, chacune au-dessus de celle de la règle." }
    AUD_RANGE "AUD-009" {
        "number that the comparison cannot take", "nombre que la comparaison n'accepte pas",
        "Give 0 to 36525 days, 1 to 1200 months, a count of at least 1.", "Donnez 0 à 36525 jours, 1 à 1200 mois, un compte d'au moins 1." }
    AUD_BAD_CODE "AUD-010" {
        "value that the fact never has", "valeur que le fait n'a jamais",
        "Use one of the codes of its list.", "Utilisez un des codes de sa liste." }
    AUD_DUE "AUD-011" {
        "`due_days` without a task, or a task without it", "`due_days` sans tâche, ou tâche sans lui",
        "Give both or none.", "Donnez les deux ou aucun." }
    AUD_LICENCE_RULE "AUD-012" {
        "rule on licences that selects assets", "règle sur les licences qui sélectionne des équipements",
        "Leave out `applies_to`, `lifecycles`, `each` and `task`, or make it a rule on assets.", "Retirez `applies_to`, `lifecycles`, `each` et `task`, ou faites-en une règle sur les équipements." }
    AUD_DUPLICATE_RULE "AUD-013" {
        "rule id used twice", "identifiant de règle en double",
        "Give each rule an id of its own.", "Donnez à chaque règle un identifiant propre." }
    AUD_UNKNOWN_RULE "AUD-014" {
        "id of a rule that does not exist", "identifiant d'une règle qui n'existe pas",
        "Correct the id.", "Corrigez l'identifiant." }
    AUD_WAIVER "AUD-015" {
        "waiver that does not say on what", "dérogation qui ne dit pas sur quoi",
        "Give `applies_to` for a rule on assets, `licence` for a rule on licences.", "Donnez `applies_to` pour une règle sur les équipements, `licence` pour une règle sur les licences." }
    AUD_ROWS "AUD-016" {
        "rows that are not sorted, or name an unknown asset", "lignes non triées, ou nommant un équipement inconnu",
        "Sort the rows by asset, and leave out assets that the estate does not have.", "Triez les lignes par équipement, et retirez les équipements que le parc n'a pas." }
    AUD_EMPTY_MEANING "AUD-017" {
        "`empty_is_none` without a list of parts", "`empty_is_none` sans liste d'éléments",
        "Give it only with `each` or `count`.", "Ne le donnez qu'avec `each` ou `count`." }
    AUD_OTHER_AUDIT "AUD-018" {
        "comparison with a later audit as the earlier one", "comparaison où l'audit antérieur est le plus récent",
        "Give the earlier audit first.", "Donnez l'audit antérieur en premier." }
}
