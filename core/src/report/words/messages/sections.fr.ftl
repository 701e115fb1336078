## Documents and sections
title-review = Présentation de suivi
title-proposal = Proposition de maintenance
title-kick-off = Réunion d'initialisation
section-outcomes = Décisions depuis la dernière fois
lead-outcomes = Ce qui a été recommandé, ce qui a été fait, et ce que cela a changé. Un changement ne compte qu'au-delà de l'aléa.
section-estate = Parc
lead-estate = Ce qui est maintenu, son âge, ce qui a changé, et ce qu'un contrat couvre.
section-infrastructure = Infrastructure
lead-infrastructure = Ce que l'audit a trouvé, ce qui n'est plus supporté, ce dont tout dépend.
section-performance = Performance
lead-performance = La période, comparée à une durée égale juste avant.
section-plan = Plan des jours à venir
lead-plan = Ce qui sera fait, quand, et face à quelle capacité ; chaque date vient du plan lui-même.
section-renewals = Renouvellements et budget
lead-renewals = Ce qui est à remplacer, à mettre à jour ou à renouveler d'ici la fin du plan, et les années suivantes.
section-contracts = Contrats
lead-contracts = Jusqu'à quand chaque contrat engage, jusqu'à quand le dénoncer, ce qu'il en reste, et ce qu'il coûte.
section-decisions = Décisions à prendre
lead-decisions = Chacune avec ses indices et son effet attendu ; celles qui ont une date d'abord.
section-needs = Besoins exprimés
lead-needs = Ce que vous nous avez dit.
section-findings = Constats de l'audit
lead-findings = L'état dans lequel nous avons trouvé le parc : défauts à corriger et points de vigilance.
section-perimeter = Périmètre
lead-perimeter = Quel contrat répond de quels équipements : de plusieurs, celui de plus haut rang ; une ligne sans contrat n'est pas couverte.
section-services = Prestations et niveaux de service
lead-services = Ce qui est compris, et en combien de temps nous répondons.
section-price = Prix
lead-price = Ce que coûte le plan, et ce que cela fait par équipement et par heure prévue.
section-access = Prérequis d'accès
lead-access = Ce sur quoi nous pouvons travailler à distance, et qui doit fournir ce qui manque.
section-contacts = Contacts
lead-contacts = Qui appeler, et pourquoi.
section-calendars = Calendriers
lead-calendars = Les heures d'ouverture des sites, et les jours fermés du plan.
section-questions = Questions ouvertes
lead-questions = Ce que personne n'a encore pu dire. Chaque réponse améliore le plan.

## Headings
heading-ages = Âges
heading-budget = Budget
heading-findings = Constats de l'audit
heading-incidents = Incidents et leur suivi
heading-load = Charge et capacité
heading-price = Prix de { $contract }
heading-trends = Tendances
heading-works = Interventions

## Figures
figure-assets = Équipements
figure-sites = Sites
figure-covered = Couverts par un contrat
figure-mean-age = Âge moyen
figure-value = Valeur d'achat connue
figure-audit-score = Note d'audit
figure-findings-critical = Constats critiques
figure-findings-major = Constats majeurs
figure-out-of-support = Produits hors support
figure-single-points = Points uniques de défaillance
figure-planned = Travaux prévus
figure-planned-hours = Travail prévu
figure-planned-cost = Coût des travaux prévus
figure-visits = Visites sur place
figure-weeks-over = Semaines au-delà de la capacité
figure-to-replace = À remplacer
figure-to-update = À mettre à jour
figure-to-renew = À renouveler
figure-renewal-price = Prix connu de ceux-ci
figure-decisions = Décisions à prendre
fact-optimal = Regret du budget, minimum prouvé
fact-not-optimal = Regret du budget, minimum non prouvé
fact-gap = Au plus au-dessus du minimum

## Columns
col-age = Ancienneté
col-age-days = Ancienneté, jours
col-asset = Équipement
col-assets = Équipements
col-begin = Du
col-breaches = Niveaux manqués avec pénalité
col-by = Qui
col-calendar = Calendrier
col-cap = Plafond
col-capacity-minutes = Capacité
col-carried = Reporté
col-carried-in = Reporté
col-category = Catégorie
col-change = Changement
col-code = Code
col-consequence = Conséquence
col-consumed = Consommé
col-contract = Contrat
col-cost = Coût
col-net-cost = Coût, pénalités déduites
col-cost-per-asset = Coût par équipement
col-cost-per-hour = Coût par heure prévue
col-covered = Couverts
col-day = Jour
col-dependents = Équipements arrêtés avec lui
col-done = Réalisées
col-due = Échéance
col-duration-minutes = Durée
col-exhausted-on = Épuisé le
col-expected = Attendus
col-finding = Ce qui a été trouvé
col-first-time = Résolus du premier coup
col-given-up = Abandonnées
col-granted = Accordé
col-group = Groupe
col-hours = Heures
col-incident = Incident
col-included = Compris
col-kept = Niveaux tenus
col-kind = Nature
col-labour-minutes = Main-d'œuvre
col-lacking = Manquant
col-last-covered = Dernier jour couvert
col-last-day = Au
col-left = Restant
col-mandatory = Obligatoire
col-mean-age = Âge moyen
col-measure = Mesure
col-missing = Quelque chose manque
col-mode = Où
col-month = Mois
col-name = Nom
col-need = Besoin
col-next-cost = Coût jusqu'à la fin du plan
col-not-applicable = Sans objet
col-not-known = Inconnu
col-notice-by = Préavis au plus tard
col-number = Nombre
col-occurrence = Identifiant
col-on-site = Sur place
col-open = Ouverts
col-opened = Ouvert le
col-overdraft = Dépassement
col-parties = Parties
col-penalties = Pénalités
col-possible = Possible
col-price = Prix
col-priority = Priorité
col-product = Produit
col-question = Question
col-reach = Comment joindre
col-reason = Motif
col-recent = Récents
col-remaining = Restant
col-remote = À distance
col-renewal = Reconduction
col-reopened = Rouverts
col-repairs = Réparations
col-resolution = Temps moyen de résolution
col-role = Pour
col-service = Prestation
col-share = De la capacité
col-site = Site
col-skill = Compétence
col-spent = Dépensé
col-state = État
col-stops-critical = Arrête un équipement critique
col-subject = Objet
col-support-end = Fin du support
col-target = Engagement
col-task = Travail
col-tickets = Tickets
col-to-do = À faire
col-travel-minutes = Déplacement
col-unpriced = Prix inconnu
col-value = Valeur connue
col-waiting = En attente
col-wanted = Souhaité
col-warranty-end = Dernier jour de garantie
col-week = Semaine du
col-weekday = Jour
col-what = Quoi
col-where = Où
col-why = Pourquoi
col-within = En
col-work-minutes = Heures
col-works = Travaux
col-year = Année

## Tables
table-access-sites = Accès à distance par site
table-access-wants = Ce qui manque ou reste inconnu
table-ageing = Incidents ouverts par ancienneté
table-budget-left-out = Hors du budget
table-budget-years = Budget par année
table-calendar = Calendrier
table-works = Chaque travail
table-access-assets = Accès à distance, équipement par équipement
table-calendars = Heures d'ouverture d'une semaine ordinaire
table-closed-days = Jours fermés
table-conflicts = Conflits
table-contacts = Contacts
table-contract-costs = Coût et pénalités
table-contracts = Contrats
table-entitlements = Droits
table-estate-categories = Équipements par catégorie
table-estate-changes = Changements du parc
table-estate-sites = Équipements par site
table-follow-ups = Préventif après réparation
table-forecast = Années à venir
table-interventions = Interventions
table-levels = Niveaux de service par priorité
table-needs = Besoins exprimés
table-open-incidents = Incidents ouverts
table-overloads = Semaines au-delà de la capacité
table-perimeter = Équipements par contrat
table-plan-modes = Sur place et à distance
table-plan-months = Travaux par mois
table-price-basis = Coût du plan
table-problems = Problèmes suggérés
table-questions = Questions ouvertes
table-renewals = Échéances jusqu'à la fin du plan
table-service-levels = Niveaux de service promis
table-services = Prestations
table-single-points = Points uniques de défaillance
table-support-ends = Fin de support
table-warranty-ends = Garantie

## Charts
chart-ages = Âges du parc, aujourd'hui et si ce qui est prévu est fait
chart-budget = Budget par année
chart-heat = Travail prévu chaque jour
chart-load = Travail de chaque semaine par compétence
chart-month = Travaux de { $month }
chart-survival = Équipements sans panne depuis le début du journal
chart-wanted = Prix connu des échéances, par année
chart-works = Main-d'œuvre de chaque semaine par nature
series-spent = dépensé
ages-from = { $years } et plus

## Units and small words
unit-assets = équipements
unit-hours = h
unit-years = ans
unit-months = mois
total = Total
yes = oui
no = non
closed = fermé
any-priority = toute autre
no-end = sans fin
kind-defect = Défaut :
kind-watch = À surveiller :
state-over = terminé
state-to-come = à venir
state-assumed = par tacite reconduction supposée
state-notice-passed = préavis dépassé pour la période en cours
state-suspended = suspendu, reprise le { $day }
access-missing = manquant
access-unknown = inconnu
age-between = { $from } à { $below } jours
age-from = { $from } jours et plus

## Changes of the estate
change-joined = entré dans le parc
change-gone = n'est plus dans le parc
change-retired = réformé
change-in-service = en service depuis le { $day }
change-site = site : { $before } → { $after }
change-name = nom : { $before } → { $after }
change-category = catégorie : { $before } → { $after }
change-criticality = criticité : { $before } → { $after }
change-os = système : { $before } → { $after }
changes-by-dates = Aucun parc antérieur n'est donné : seuls les équipements mis en service dans la période sont connus.

## Where there is nothing
no-assets = Aucun équipement.
no-audit = Aucun audit n'a été fait.
no-budget = Le dossier n'a pas de budget : les échéances ne sont pas placées dans les années.
no-calendars = Aucun calendrier.
no-catalogue = Aucun catalogue de support n'est donné : les fins de support ne sont pas connues.
no-changes-dated = Aucun équipement mis en service dans la période, pour autant que les dates soient connues.
no-changes-since = Rien n'a changé depuis la dernière présentation.
no-closed-days = Aucun jour fermé hors repos hebdomadaire.
no-conflicts = Chaque travail a son jour, les règles maison sont tenues, et tout ce qui est prévu est couvert.
no-contacts = Aucun contact n'est donné.
no-contracts = Le dossier ne nomme aucun contrat.
nothing-to-decide = Rien n'est à décider.
no-entitlements = Aucune prestation n'a de limite.
audit-clean = L'audit n'a rien trouvé.
no-forecast = Rien n'est à échéance dans les années à venir, pour autant que les dates soient connues.
no-interventions = Aucune intervention connue dans la période.
no-levels = Aucun niveau de service n'est convenu.
no-log-of-period = Le journal s'arrête le { $day } : rien n'est connu de la période.
no-log = Aucun journal n'est donné : la performance n'est pas connue.
no-needs = Aucun besoin n'est exprimé.
no-past-decisions = Aucune décision d'une présentation antérieure n'est donnée.
no-overloads = Aucune semaine ne demande plus que ce qu'offre une compétence.
no-questions = Il ne reste rien à demander.
no-relations = Personne n'a dit ce qui dépend de quoi : les points uniques de défaillance ne sont pas connus.
no-renewals = Rien n'est à échéance d'ici la fin du plan.
no-repairs = Aucune réparation dans la période.
no-services = Aucune prestation n'est convenue.
no-single-points = Rien n'arrête les autres sans substitut.
no-support-ends = Aucun produit reconnu ne finit son support d'ici la fin du plan.
no-tickets = Aucun ticket dans la période.
no-wants = Rien ne manque pour le travail à distance.
no-warranty-ends = Aucune garantie ne se termine d'ici la fin du plan.
no-works = Rien n'est prévu.
nothing-left-out = Tout ce qui est à échéance a son année.
nothing-open = Aucun incident n'est ouvert.

## Notes
note-budget-other = { $count ->
    [one] { $number } renouvellement n'est pas au budget : son prix est dans une autre monnaie.
   *[other] { $number } renouvellements ne sont pas au budget : leurs prix sont dans une autre monnaie.
}
note-budget-unpriced = { $count ->
    [one] { $number } renouvellement n'est pas au budget : son prix est inconnu.
   *[other] { $number } renouvellements ne sont pas au budget : leurs prix sont inconnus.
}
note-fault = Non calculé ({ $code }) : { $message }.
note-gantt-rest = { $count ->
    [one] { $number } ligne de plus n'est pas dessinée ; le calendrier des travaux la contient.
   *[other] { $number } lignes de plus ne sont pas dessinées ; le calendrier des travaux les contient.
}
note-left-out = n'y sont pas : { $text }
note-no-price = { $contract } n'indique aucun prix.
note-no-trend = Sans valeur pour aucun mois : { $list }.
note-price-basis = Les équipements sont ceux que le contrat couvre le premier jour ; les heures sont celles du plan sous ce contrat. Les réparations n'y sont pas.
note-retired = { $count ->
    [0] aucun réformé
    [one] { $number } de plus est réformé
   *[other] { $number } de plus sont réformés
}
note-survival = La part des équipements sans panne après tant de mois (Kaplan-Meier, intervalle à 95 %) : comptés depuis le premier jour du journal, ou depuis la mise en service ; ceux qui n'ont pas eu de panne comptent tant qu'ils sont observés.
detail = { $count ->
    [one] { $title } : { $number } ligne, dans le classeur et les fichiers CSV.
   *[other] { $title } : { $number } lignes, dans le classeur et les fichiers CSV.
}
note-too-early = trop tôt pour mesurer, ou non mesurable
note-uncovered = { $count ->
    [0] tous sont couverts
    [one] { $number } n'est pas couvert
   *[other] { $number } ne sont pas couverts
}
note-undated = { $count ->
    [0] l'âge de tous est connu
    [one] l'âge de { $number } est inconnu
   *[other] l'âge de { $number } est inconnu
}
note-undated-works = { $count ->
    [one] { $number } intervention n'a pas de date et n'est dans aucun mois.
   *[other] { $number } interventions n'ont pas de date et ne sont dans aucun mois.
}
note-undecided = { $count ->
    [one] { $number } contrôle est indécis faute de faits.
   *[other] { $number } contrôles sont indécis faute de faits.
}
note-unpriced = { $count ->
    [0] tous les prix sont connus
    [one] { $number } prix est inconnu
   *[other] { $number } prix sont inconnus
}
note-unpriced-works = { $count ->
    [one] { $number } travail ou visite est sans prix
   *[other] { $number } travaux ou visites sont sans prix
}
note-warranty-over = { $count ->
    [0] Aucun équipement n'est hors garantie.
    [one] { $number } équipement est hors garantie.
   *[other] { $number } équipements sont hors garantie.
}
note-warranty-unknown = { $count ->
    [0] La garantie de tous est connue.
    [one] La garantie de { $number } est inconnue.
   *[other] La garantie de { $number } est inconnue.
}
note-without-date = { $count ->
    [one] { $number } sans date, donc dans aucune année :
   *[other] { $number } sans date, donc dans aucune année :
}
months = { $count ->
    [one] { $number } mois
   *[other] { $number } mois
}
repeats = { $count ->
    [0] Aucune panne n'est revenue en moins de 30 jours.
    [one] { $number } panne est revenue en moins de 30 jours :
   *[other] { $number } pannes sont revenues en moins de 30 jours :
}
some-of = { $count ->
    [one] { $list } et { $number } de plus
   *[other] { $list } et { $number } de plus
}
question-undecided = Ne peut être contrôlé : { $title }. Ce qui manque : { $facts }
summary-first = La première décision est à prendre le { $day } : { $title }.
entry-decision = À décider : { $title }
why-window = aucune année du budget n'est dans ses dates
why-dearer = le laisser de côté coûte moins
why-cap = les plafonds l'excluent
why-unfinished = la recherche s'est arrêtée à sa limite

## Decisions
decide-remedy = { $remedy } : { $title }
decide-notice = Poursuivre { $contract }, ou le dénoncer
decide-end = { $contract } se termine : le renouveler ou le remplacer
decide-replace = { $count ->
    [one] Remplacer { $number } équipement
   *[other] Remplacer { $number } équipements
}
decide-update = { $count ->
    [one] Mettre à jour { $number } produit
   *[other] Mettre à jour { $number } produits
}
decide-budget = Relever un plafond, ou accepter ce qui reste dehors
decide-capacity = Ajouter de la capacité, ou déplacer du travail
decide-coverage = { $count ->
    [one] Couvrir { $number } équipement, ou accepter qu'il ne le soit pas
   *[other] Couvrir { $number } équipements, ou accepter qu'ils ne le soient pas
}
why-notice = Sans préavis il est reconduit ; avec préavis son dernier jour couvert est le { $day }.
why-end = Rien ne le reconduit de lui-même.
why-budget = { $count ->
    [one] { $number } renouvellement obligatoire ne tient dans aucune année.
   *[other] { $number } renouvellements obligatoires ne tiennent dans aucune année.
}
why-capacity = { $count ->
    [one] { $number } semaine demande plus que ce qu'offre une compétence.
   *[other] { $number } semaines demandent plus que ce qu'offre une compétence.
}
evidence-beyond = Travail au-delà de la capacité
evidence-due = À échéance d'ici la fin du plan
evidence-findings = Constats critiques ou majeurs
evidence-mandatory = Renouvellements obligatoires sans année
evidence-over = Dont en retard
evidence-unpriced = Dont prix inconnu
evidence-value = Valeur connue
effect-works = Travaux par an
effect-hours = Travail par an
effect-visits = Visites par an

## Sourcing
title-sourcing = En interne ou externalisé
section-demand = Demande
lead-demand = Le travail de chaque année : l'entretien prévu vient du plan, les réparations du journal.
section-costs = Coûts
lead-costs = Ce que coûte chaque option, année par année ; les postes entiers sont payés, les fractions montrent ce que coûterait le seul travail.
section-posts = Postes
lead-posts = Postes que le travail remplit, et postes payés.
section-turns = Où la réponse bascule
lead-turns = Quelle option est la moins chère pour quel volume d'une année courante, et à partir de quand l'une a moins coûté que l'autre.
section-sensitivity = Sensibilité
lead-sensitivity = De combien l'écart entre les deux meilleures options bouge quand un seul paramètre change.
section-gaps = Ce qui n'est pas couvert
lead-gaps = Compétences, heures et absences qu'une option laisse ouvertes, et ce qu'on n'en sait pas.
section-risk = Le risque à côté du coût
lead-risk = Indisponibilité attendue et son coût ; elle n'est dans aucun coût ci-dessus.
figure-cheapest = La moins chère
figure-npv = Sa valeur actuelle nette
figure-ahead = D'avance sur la deuxième
figure-per-asset = Par équipement et par an
figure-per-intervention = Par intervention
table-demand = Demande par année
table-incident-rates = Incidents d'une année
table-option-totals = Options
table-option-years = Coût par année
table-option-parts = Parts du coût
table-posts = Postes par année
table-gaps = Lacunes de couverture
table-unknown = Ce qui n'est pas connu
table-risk = Coût et indisponibilité attendue
table-volumes = Option la moins chère selon le volume
table-break-even-dates = À partir de quand une option a moins coûté
table-thresholds = Seuils
chart-cumulated = Coût cumulé des options
chart-tornado = Écart entre les deux meilleures options
crossing = { $option } devant, { $month }
year-number = année { $number }
all-perimeters = tous
unchanged = inchangé
col-above = Au-dessus
col-basis = Postes
col-below = Au-dessous
col-by-trend = Si la tendance continue
col-cheapest = La moins chère
col-cheapest-above = La moins chère au-dessus
col-cheapest-below = La moins chère au-dessous
col-corrective = Réparations
col-cost-part = Part du coût
col-cost-per-intervention = Coût par intervention
col-cumulated = Cumulé
col-downtime-hours = Indisponibilité, année 1
col-downtime-npv = Indisponibilité, valeur actuelle
col-fractional-cost = Coût, fractions de poste
col-fractional-cumulated = Cumulé, fractions de poste
col-fractional-npv = Valeur actuelle, fractions de poste
col-from = De
col-gap = Lacune
col-incidents = Observés
col-interventions = Interventions
col-lower = Au moins
col-months = Mois
col-npv = Valeur actuelle nette
col-option = Option
col-parameter = Paramètre
col-passes-below = Passe sous
col-people = Personnes
col-per-year = Par an
col-perimeter = Périmètre
col-posts-needed = Postes nécessaires
col-posts-paid = Postes payés
col-searched = Cherché
col-to = À
col-total = Total
col-turns-at = Bascule à
col-upper = Au plus
col-visits = Visites
col-with-risk-npv = Les deux, valeur actuelle
no-break-even-dates = Aucune option n'en rattrape une autre.
no-forecast-of-incidents = Aucun journal n'est donné : les réparations sont celles qui ont été indiquées.
no-gaps = Chaque compétence et chaque heure demandée est offerte.
no-posts = Aucune option n'a d'équipe propre.
no-thresholds = Aucun paramètre n'a été cherché.
no-volumes = Aucun volume ne peut être donné : quelque chose est inconnu.
not-enough-options = Moins de deux options peuvent être classées.
no-effect-sourcing = les coûts ci-dessus sont l'effet
note-bases-disagree = Avec des fractions de poste la réponse est autre : { $option }.
note-not-ranked = Non classé, parce que quelque chose est inconnu : { $list }.
note-risk-disagrees = Avec l'indisponibilité attendue la réponse est autre : { $option }.
note-tornado = Sous zéro une autre option est moins chère.
note-volumes = Demandé : { $asked } interventions par an ; cherché jusqu'à { $bound }.
decide-sourcing = Choisir : { $option }
why-sourcing = { $option } coûte moins que { $other } sur les années, actualisé.
evidence-npv = Valeur actuelle nette
evidence-fractional = La moins chère avec des fractions de poste
evidence-with-risk = La moins chère avec l'indisponibilité attendue
