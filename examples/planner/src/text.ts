// What the page says, in English and French. French puts a narrow no-break space before ; : ! ?

export type Lang = "en" | "fr";

const TEXTS = {
  title: ["Maintenance planner", "Planificateur de maintenance"],
  pitch: [
    "Inventories and an engagement in, a dated and explained programme out. Everything is computed here: no file leaves this page.",
    "Des inventaires et un document d'engagement deviennent un programme daté et expliqué. Tout est calculé ici\u202f: aucun fichier ne quitte cette page.",
  ],
  estate: ["The estate", "Le parc"],
  estateHint: ["Ages, budget, findings and renewals, as known on the day above. A support catalogue (CSV or JSON of endoflife.date) adds ends of support.", "Âges, budget, constats et renouvellements, à la date ci-dessus. Un catalogue de support (CSV ou JSON d'endoflife.date) ajoute les fins de support."],
  estateRun: ["Look at the estate", "Examiner le parc"],
  estateBusy: ["Looking at the estate…", "Examen du parc…"],
  estateScore: ["audit score {score} %", "score d'audit {score}\u00a0%"],
  noCatalogue: ["no support catalogue given", "aucun catalogue de support fourni"],
  recognised: ["{found} of {total} systems recognised", "{found} systèmes reconnus sur {total}"],
  ages: ["Ages", "Âges"],
  ageYears: ["{n} year|{n} years", "{n} an|{n} ans"],
  ageUnknown: ["unknown", "inconnu"],
  forecastYears: ["Forecast by year", "Prévision par année"],
  budgetYears: ["Budget by year", "Budget par année"],
  unpriced: ["{n} without price|{n} without price", "{n} sans prix|{n} sans prix"],
  auditFindings: ["Findings", "Constats"],
  groupBy: ["Group by", "Grouper par"],
  filter: ["Filter", "Filtrer"],
  by_rule: ["Rule", "Règle"],
  by_domain: ["Domain", "Domaine"],
  by_site: ["Site", "Site"],
  by_asset: ["Asset", "Équipement"],
  severity: ["Severity", "Gravité"],
  renewals: ["Renewals and updates", "Renouvellements et mises à jour"],
  wanted: ["Wanted", "Souhaité"],
  due: ["Due", "Échéance"],
  action: ["Action", "Action"],
  price: ["Price", "Prix"],
  whatRenewed: ["What", "Quoi"],
  reason: ["Reason", "Raison"],
  forget: ["forget", "oublier"],
  indicators: ["Indicators", "Indicateurs"],
  indicatorsHint: ["Drop a CSV of tickets, one row each or an event log; columns are known by their names, in English or French. Choose a card to see it month by month.", "Déposez un CSV de tickets, une ligne chacun ou un journal d'événements\u202f; les colonnes sont reconnues à leur nom, en français ou en anglais. Choisissez une carte pour la voir mois par mois."],
  ticketsNone: ["No file of tickets given.", "Aucun fichier de tickets fourni."],
  ticketsBusy: ["Reading the tickets…", "Lecture des tickets…"],
  ticketsRead: ["{n} ticket|{n} tickets", "{n} ticket|{n} tickets"],
  ticketsRefused: ["{n} row left out|{n} rows left out", "{n} ligne écartée|{n} lignes écartées"],
  ticketsTime: ["read and computed in {ms} ms", "lus et calculés en {ms}\u00a0ms"],
  ticketsUnused: ["Columns not used: {columns}", "Colonnes non utilisées\u202f: {columns}"],
  ticketsUndated: ["{n} ticket, none with a date|{n} tickets, none with a date", "{n} ticket, aucun daté|{n} tickets, aucun daté"],
  kpiOpen: ["{n} still open", "{n} encore ouvert|{n} encore ouverts"],
  kpiCensored: ["{n} too young to judge", "{n} trop récent pour juger|{n} trop récents pour juger"],
  trendOf: ["By month: {what}", "Par mois\u202f: {what}"],
  trendNone: ["No month has a value.", "Aucun mois n'a de valeur."],
  trendUntested: ["Too few months for a trend test.", "Trop peu de mois pour un test de tendance."],
  trendChance: ["No trend beyond chance (Mann–Kendall, p {p}).", "Aucune tendance au-delà de l'aléa (Mann-Kendall, p {p})."],
  trendUp: ["It rises, beyond chance (Mann–Kendall, p {p}).", "En hausse, au-delà de l'aléa (Mann-Kendall, p {p})."],
  trendDown: ["It falls, beyond chance (Mann–Kendall, p {p}).", "En baisse, au-delà de l'aléa (Mann-Kendall, p {p})."],
  signalsNone: ["No month leaves the control limits.", "Aucun mois ne sort des limites de contrôle."],
  signalsCount: ["{n} month is a signal (outside the limits, or the end of a long run).|{n} months are signals (outside the limits, or the end of a long run).", "{n} mois est un signal (hors limites, ou fin d'une longue série).|{n} mois sont des signaux (hors limites, ou fin d'une longue série)."],
  overdispersed: ["Months vary {x} times as much as chance alone: read the limits with care.", "Les mois varient {x} fois plus que le seul aléa\u202f: lire les limites avec prudence."],
  signal: ["signal", "signal"],
  month: ["Month", "Mois"],
  value: ["Value", "Valeur"],
  limitLower: ["Lower limit", "Limite basse"],
  limitUpper: ["Upper limit", "Limite haute"],
  remark: ["Remark", "Remarque"],
  figures: ["Figures", "Chiffres"],
  paretoBy: ["Tickets by {what}", "Tickets par {what}"],
  share: ["Share", "Part"],
  count: ["Count", "Nombre"],
  cumulated: ["Cumulated", "Cumul"],
  classABC: ["Class", "Classe"],
  openAgeing: ["Open tickets by age", "Tickets ouverts par âge"],
  openTickets: ["Open tickets", "Tickets ouverts"],
  ageBelow: ["below {n} day|below {n} days", "moins de {n} jour|moins de {n} jours"],
  ageBetween: ["{from} to {n} days", "{from} à {n} jours"],
  ageFrom: ["{n} days and more", "{n} jours et plus"],
  ageDays: ["{n} day|{n} days", "{n} jour|{n} jours"],
  waitingCount: ["{n} waiting", "{n} en attente"],
  ticket: ["Ticket", "Ticket"],
  age: ["Age", "Âge"],
  waitsFor: ["Waits for", "En attente de"],
  advice: ["Recommendations", "Recommandations"],
  adviceBusy: ["Trying recommendations out on the plan…", "Essai des recommandations sur le plan…"],
  adviceNone: ["No rule speaks on these figures.", "Aucune règle ne s'applique à ces chiffres."],
  adviceEffect: ["the plan would go from {before} to {after} works ({hours})", "le plan passerait de {before} à {after} interventions ({hours})"],
  indicator: ["Indicator", "Indicateur"],
  interval: ["Interval", "Intervalle"],
  formulaOrReason: ["Formula, or why there is no value", "Formule, ou pourquoi il n'y a pas de valeur"],
  allIndicators: ["All indicators", "Tous les indicateurs"],
  review: ["Review, proposal, kick-off", "Suivi, proposition, initialisation"],
  reviewHint: [
    "What people meet and decide with, made from the files given and shown as it is downloaded. Works moved above are not in it. Without tickets it says that performance is not known.",
    "Ce avec quoi on se réunit et décide, fait à partir des fichiers fournis et montré tel qu'il se télécharge. Les travaux déplacés plus haut n'y sont pas. Sans tickets, il est dit que la performance n'est pas connue.",
  ],
  document: ["Document", "Document"],
  kind_review: ["Periodic review", "Présentation de suivi"],
  kind_proposal: ["Proposal", "Proposition"],
  kind_kick_off: ["Kick-off", "Réunion d'initialisation"],
  offerDates: ["As known on {day}, with the plan from {from} to {to}.", "À la date du {day}, avec le plan du {from} au {to}."],
  reviewRun: ["Make the document", "Produire le document"],
  reviewBusy: ["Making the document…", "Production du document…"],
  reviewMade: ["{title}: made in {ms} ms.", "{title}\u202f: document produit en {ms}\u00a0ms."],
  reviewRefused: ["The document is refused: {n} fault|The document is refused: {n} faults", "Le document est refusé\u202f: {n} erreur|Le document est refusé\u202f: {n} erreurs"],
  filesWritten: ["{n} file written.|{n} files written.", "{n} fichier écrit.|{n} fichiers écrits."],
  formHtml: ["Page (HTML)", "Page (HTML)"],
  formMd: ["Text (Markdown)", "Texte (Markdown)"],
  formXlsx: ["Workbook (Excel)", "Classeur (Excel)"],
  formCsv: ["Tables (CSV)", "Tableaux (CSV)"],
  formJson: ["Data (JSON)", "Données (JSON)"],
  formPrint: ["Print", "Imprimer"],
  language: ["Language", "Langue"],
  theme: ["Colours", "Couleurs"],
  themeAuto: ["Auto", "Auto"],
  themeLight: ["Light", "Clair"],
  themeDark: ["Dark", "Sombre"],
  sources: ["Sources", "Sources"],
  drop: ["Drop files or a folder here", "Déposez ici des fichiers ou un dossier"],
  dropHint: ["GLPI inventories (JSON), declared facts (CSV), an engagement (JSON), a support catalogue (CSV, JSON)", "Inventaires GLPI (JSON), faits déclarés (CSV), document d'engagement (JSON), catalogue de support (CSV, JSON)"],
  chooseInventories: ["Inventory files", "Fichiers d'inventaire"],
  chooseEngagement: ["Engagement", "Engagement"],
  loadExample: ["Load the example", "Charger l'exemple"],
  clear: ["Remove all", "Tout retirer"],
  noEngagement: ["No engagement: the shipped rules apply, counted from the first day.", "Sans document d'engagement\u202f: les règles livrées s'appliquent, comptées depuis le premier jour."],
  inventoriesCount: ["{n} inventory file|{n} inventory files", "{n} fichier d'inventaire|{n} fichiers d'inventaire"],
  period: ["Period", "Période"],
  asOf: ["As of", "À la date du"],
  from: ["First day", "Premier jour"],
  to: ["First day after", "Premier jour exclu"],
  planButton: ["Plan", "Planifier"],
  downloads: ["Take away", "Emporter"],
  downloadIcs: ["Calendar (ICS)", "Calendrier (ICS)"],
  downloadCsv: ["Table (CSV)", "Tableau (CSV)"],
  downloadJson: ["Plan (JSON)", "Plan (JSON)"],
  downloadHtml: ["Report (HTML)", "Rapport (HTML)"],
  splitIcs: ["Calendar in files under 1 MB, for Google", "Calendrier en fichiers de moins de 1 Mo, pour Google"],
  reading: ["Reading {done} of {total}: {name}", "Lecture de {done} sur {total}\u202f: {name}"],
  building: ["Building the estate…", "Construction du parc…"],
  planning: ["Planning…", "Planification…"],
  rendering: ["Writing the file…", "Écriture du fichier…"],
  ready: ["{n} intervention planned.|{n} interventions planned.", "{n} intervention planifiée.|{n} interventions planifiées."],
  interventions: ["intervention|interventions", "intervention|interventions"],
  daySum: ["{n} intervention, {h}|{n} interventions, {h}", "{n} intervention, {h}|{n} interventions, {h}"],
  work: ["of work", "de travail"],
  assets: ["asset|assets", "équipement|équipements"],
  assetsWithout: ["{n} without any task", "{n} sans aucune tâche"],
  refusedCount: ["file refused|files refused", "fichier refusé|fichiers refusés"],
  doubtsCount: ["doubtful value|doubtful values", "valeur douteuse|valeurs douteuses"],
  filesRead: ["{n} file used|{n} files used", "{n} fichier utilisé|{n} fichiers utilisés"],
  perWeek: ["{h} a week on average", "{h} par semaine en moyenne"],
  skipped: ["{n} left out on closed days", "{n} omise un jour fermé|{n} omises les jours fermés"],
  leftOut: ["{n} left out by decision", "{n} écartée par décision|{n} écartées par décision"],
  digest: ["Digest", "Empreinte"],
  digestHint: ["Same inputs, same digest, whether from Rust, Python or this page", "Mêmes entrées, même empreinte, depuis Rust, Python ou cette page"],
  copy: ["Copy", "Copier"],
  copied: ["Copied", "Copiée"],
  verified: ["Verified day by day by the independent checker", "Vérifié jour par jour par le contrôleur indépendant"],
  notVerified: ["The independent checker found {n} fault|The independent checker found {n} faults", "Le contrôleur indépendant a trouvé {n} erreur|Le contrôleur indépendant a trouvé {n} erreurs"],
  verify: ["Verify", "Vérifier"],
  verifying: ["Verifying…", "Vérification…"],
  year: ["The year at a glance", "L'année d'un coup d'œil"],
  yearHint: ["Hours of work a day. Arrow keys move from day to day, Enter shows the day in the table.", "Heures de travail par jour. Les flèches vont d'un jour à l'autre, Entrée montre le jour dans le tableau."],
  yearCut: ["Only the first ten years are drawn.", "Seules les dix premières années sont dessinées."],
  less: ["less", "moins"],
  more: ["more", "plus"],
  nothing: ["nothing planned", "rien de prévu"],
  others: ["and {n} more", "et {n} de plus"],
  workload: ["Workload", "Charge"],
  workloadHint: ["Hours a week by skill; the line is what the skills shown can offer.", "Heures par semaine et par compétence\u202f; la ligne est ce qu'offrent les compétences affichées."],
  hours: ["hours", "heures"],
  week: ["Week of {day}", "Semaine du {day}"],
  capacity: ["capacity", "capacité"],
  noCapacity: ["No capacity is declared.", "Aucune capacité n'est déclarée."],
  over: ["Above capacity", "Au-delà de la capacité"],
  overNone: ["No week is above the capacity of a skill.", "Aucune semaine ne dépasse la capacité d'une compétence."],
  overMore: ["and {n} more week|and {n} more weeks", "et {n} autre semaine|et {n} autres semaines"],
  works: ["Works", "Travaux"],
  search: ["Search works and assets", "Chercher travaux et équipements"],
  allSites: ["All sites", "Tous les sites"],
  allSkills: ["All skills", "Toutes les compétences"],
  allCategories: ["All categories", "Toutes les catégories"],
  site: ["Site", "Site"],
  skill: ["Skill", "Compétence"],
  category: ["Category", "Catégorie"],
  date: ["Date", "Date"],
  task: ["Work", "Travail"],
  asset: ["Asset", "Équipement"],
  mode: ["Where", "Où"],
  duration: ["Time", "Durée"],
  rows: ["{from}–{to} of {n}", "{from}–{to} sur {n}"],
  noRows: ["Nothing matches.", "Rien ne correspond."],
  previous: ["Previous page", "Page précédente"],
  next: ["Next page", "Page suivante"],
  removeFilter: ["Show all days", "Montrer tous les jours"],
  why: ["Why this date", "Pourquoi cette date"],
  moved: ["moved from {day}", "déplacé du {day}"],
  status: ["Status", "État"],
  grip: ["Move {what}: drag it to a day, or press to choose the day with keys", "Déplacer {what}\u202f: glisser vers un jour, ou activer pour choisir le jour au clavier"],
  pickHint: [
    "New day for {what}: arrow keys and Enter, or a click. Shift keeps that very day, whatever the rules say. Escape leaves all as it is.",
    "Nouveau jour pour {what}\u202f: flèches et Entrée, ou un clic. Majuscule impose ce jour, quoi que disent les règles. Échap ne change rien.",
  ],
  moveTo: ["Move to", "Déplacer au"],
  moveButton: ["Move", "Déplacer"],
  exact: ["on that very day, whatever the rules say", "ce jour même, quoi que disent les règles"],
  exactly: ["that very day", "ce jour même"],
  changes: ["What you decided", "Ce que vous avez décidé"],
  planTime: ["Planned anew in {ms}\u00a0ms", "Replanifié en {ms}\u00a0ms"],
  changeRefused: ["The change is refused: {what}", "La modification est refusée\u202f: {what}"],
  undo: ["Undo", "Annuler"],
  undoAll: ["Undo all", "Tout annuler"],
  whyNow: ["Why it is now on {day}", "Pourquoi il est maintenant le {day}"],
  elsewhere: ["{day} was not free: the engine chose the nearest free day.", "Le {day} n'était pas libre\u202f: le moteur a choisi le jour libre le plus proche."],
  whatChanged: ["What changed: {n} intervention|What changed: {n} interventions", "Ce qui a changé\u202f: {n} intervention|Ce qui a changé\u202f: {n} interventions"],
  rulesSay: ["What the rules say of it", "Ce qu'en disent les règles"],
  noFindings: ["No rule is against it.", "Aucune règle ne s'y oppose."],
  idLabel: ["Id", "Identifiant"],
  faults: ["Files refused and values doubted", "Fichiers refusés et valeurs douteuses"],
  faultsHint: ["Nothing is silent: what could not be used stands here, with its place and its cure.", "Rien n'est passé sous silence\u202f: ce qui n'a pu être utilisé est listé ici, avec sa place et son remède."],
  refused: ["Refused", "Refusés"],
  doubtful: ["Doubtful", "Douteuses"],
  noFaults: ["Nothing was refused or doubted.", "Rien n'a été refusé ni mis en doute."],
  engagementRefused: ["The engagement is refused: {n} fault|The engagement is refused: {n} faults", "Le document d'engagement est refusé\u202f: {n} erreur|Le document d'engagement est refusé\u202f: {n} erreurs"],
  requestRefused: ["The plan is refused: {n} fault|The plan is refused: {n} faults", "Le plan est refusé\u202f: {n} erreur|Le plan est refusé\u202f: {n} erreurs"],
  place: ["Place", "Place"],
  what: ["What is wrong", "Ce qui ne va pas"],
  restarted: ["The engine stopped and was started again.", "Le moteur s'est arrêté et a été relancé."],
  failed: ["It failed: {what}", "Échec\u202f: {what}"],
  emptyTitle: ["Start with your inventories", "Commencez par vos inventaires"],
  emptyText: [
    "Drop the files of your inventory tool on this page, or load the example: an invented company of three sites and some sixty machines.",
    "Déposez sur cette page les fichiers de votre outil d'inventaire, ou chargez l'exemple\u202f: une entreprise inventée, trois sites et une soixantaine de machines.",
  ],
  offline: ["Works offline once loaded", "Fonctionne hors ligne une fois chargé"],
  skipToMain: ["Skip to the plan", "Aller au plan"],
  programmeFrom: ["programme begun {day}", "programme commencé le {day}"],
} as const;

export type TextKey = keyof typeof TEXTS;

/** Says things in one language. */
export class Voice {
  readonly #number: Intl.NumberFormat;
  readonly #hours: Intl.NumberFormat;
  readonly #short: Intl.DateTimeFormat;
  readonly #long: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;

  constructor(readonly lang: Lang) {
    const locale = lang === "fr" ? "fr-FR" : "en-GB";
    this.#number = new Intl.NumberFormat(locale);
    this.#hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.#short = new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
    this.#long = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });
    this.#month = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short" });
    this.#weekday = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short" });
  }

  /** A text, `{name}` replaced by its value; `one|many` is chosen by `n`. In French 0 is singular. */
  say(key: TextKey, values: Record<string, string | number> = {}): string {
    const forms: string[] = TEXTS[key][this.lang === "fr" ? 1 : 0].split("|");
    const { n } = values;
    const one = typeof n === "number" && (this.lang === "fr" ? n < 2 : n === 1);
    const text = (one ? forms[0] : forms.at(-1)) ?? "";
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === "number" ? this.number(value) : value;
    });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** A number with at most one decimal. */
  decimal(value: number): string {
    return this.#hours.format(value);
  }

  /** A number with at most so many decimals. */
  decimals(value: number, most: number): string {
    return new Intl.NumberFormat(this.lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: most }).format(value);
  }

  /** Minutes as hours: `12.5 h`. */
  hours(minutes: number): string {
    const hours = minutes / 60;
    return `${hours >= 100 ? this.#number.format(Math.round(hours)) : this.#hours.format(hours)}\u00a0h`;
  }

  /** A duration of one work: `45 min`, `1 h 30`. */
  minutes(minutes: number): string {
    if (minutes < 60) return `${minutes}\u00a0min`;
    const rest = minutes % 60;
    return `${this.number((minutes - rest) / 60)}\u00a0h${rest === 0 ? "" : `\u00a0${String(rest).padStart(2, "0")}`}`;
  }

  day(day: number): string {
    return this.#short.format(day * 86_400_000);
  }

  longDay(day: number): string {
    return this.#long.format(day * 86_400_000);
  }

  month(day: number): string {
    return this.#month.format(day * 86_400_000);
  }

  weekday(day: number): string {
    return this.#weekday.format(day * 86_400_000);
  }
}
