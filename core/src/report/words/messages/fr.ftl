## Mots communs à tous les formats
unknown = inconnu
no-figures = Aucun chiffre.

## Formats
summary-title = Synthèse
provider = Prestataire
period = Période
known-until = Connu jusqu'au
before = Avant : { $value }
compared-with = comparé à { $value }
evidence-line = { $label } : { $value }
evidence-limit = { $label } : { $value } (comparé à { $limit })
colon = { " :" }
to-do = À faire :
no-facts = Rien n'est consigné.
no-findings = Aucun constat.
no-decisions = Aucune décision à prendre.
no-outcomes = Aucune décision antérieure.
no-rows = aucune ligne
as-table = Les chiffres en tableau
cut = Listées : les { $shown } premières lignes sur { $all } ; le classeur et les fichiers CSV les contiennent toutes.
omitted =
    { $count ->
        [one] { $number } ligne au-delà de la limite du document n'est dans aucun format.
       *[other] { $number } lignes au-delà de la limite du document ne sont dans aucun format.
    }
figures-title = Chiffres clés
facts-title = Faits
findings-title = Constats
decisions-title = Décisions à prendre
evidence-title = Éléments et effets
outcomes-title = Suites des décisions antérieures
column-section = Rubrique
column-key = Référence
column-figure = Chiffre
column-fact = Fait
column-value = Valeur
column-before = Avant
column-after = Après
column-change = Évolution
column-note = Remarque
column-rank = Rang
column-severity = Gravité
column-code = Code
column-subject = Objet
column-text = Constat
column-remedy = À faire
column-evidence = Éléments
column-decision = Décision
column-why = Pourquoi
column-effect = Effet attendu
column-no-effect = Pourquoi aucun effet n'est indiqué
column-by = À décider au plus tard le
column-cost = Coût
column-role = Rôle
column-measure = Mesure
column-limit = Comparé à
column-recommended = Recommandé le
column-status = État
column-done = Fait le
contents = Sommaire
column-table = Tableau
column-rows = Lignes
text-cut = … (coupé : le texte a { $number } caractères)
