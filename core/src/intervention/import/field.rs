//! What columns can say, and the names under which they are known.

use crate::text::choice;

choice! {
    /// What a column says of an incident.
    IncidentField {
        /// Its id.
        Id "id" "id" "identifiant",
        /// An asset that it is about; several columns may each name one.
        Asset "asset" "asset" "équipement",
        /// Where.
        Site "site" "site" "site",
        /// What kind of incident.
        Category "category" "category" "catégorie",
        /// A finer kind.
        Subcategory "subcategory" "subcategory" "sous-catégorie",
        /// Priority.
        Priority "priority" "priority" "priorité",
        /// Impact.
        Impact "impact" "impact" "impact",
        /// Urgency.
        Urgency "urgency" "urgency" "urgence",
        /// The contract that covers it.
        Contract "contract" "contract" "contrat",
        /// The company that works on it.
        Supplier "supplier" "supplier" "fournisseur",
        /// The team in charge.
        Group "group" "group" "groupe",
        /// Who resolved it.
        Technician "technician" "technician" "technicien",
        /// What caused it, or with what code it was closed.
        Cause "cause" "cause" "cause",
        /// How it was reported.
        Contact "contact" "contact" "canal",
        /// The problem that it is an effect of.
        Problem "problem" "problem" "problème",
        /// Its state.
        State "state" "state" "état",
        /// When the event happened: of event logs only.
        Event "event" "event" "événement",
        /// When it was reported.
        Opened "opened" "opened" "ouverture",
        /// When somebody took it in hand.
        Acknowledged "acknowledged" "acknowledged" "prise en compte",
        /// When the service worked again.
        Restored "restored" "restored" "rétablissement",
        /// When it was resolved.
        Resolved "resolved" "resolved" "résolution",
        /// When it was closed.
        Closed "closed" "closed" "clôture",
        /// When it was withdrawn.
        Cancelled "cancelled" "cancelled" "annulation",
        /// How often it was opened again.
        ReopenCount "reopen_count" "number of reopenings" "nombre de réouvertures",
        /// How often it went to another team or person.
        ReassignmentCount "reassignment_count" "number of reassignments" "nombre de réaffectations",
        /// Visits on site.
        Visits "visits" "visits" "visites",
        /// Whether its service level was kept.
        LevelKept "level_kept" "service level kept" "niveau de service tenu",
    }
}

choice! {
    /// What a column says of an intervention.
    WorkField {
        /// Its id.
        Id "id" "id" "identifiant",
        /// What it is for.
        Kind "kind" "kind" "nature",
        /// What decided when it was done.
        Basis "basis" "basis of preventive work" "fondement du préventif",
        /// How it stands.
        Status "status" "status" "statut",
        /// On site or remote.
        Place "place" "place" "lieu",
        /// Begin of the time planned.
        PlannedFrom "planned_from" "planned from" "début prévu",
        /// End of the time planned.
        PlannedTo "planned_to" "planned to" "fin prévue",
        /// When work began.
        Begun "begun" "begun" "début",
        /// When work ended.
        Ended "ended" "ended" "fin",
        /// Who works on it; several columns may each name one.
        Technician "technician" "technician" "technicien",
        /// An asset worked on; several columns may each name one.
        Asset "asset" "asset" "équipement",
        /// Where.
        Site "site" "site" "site",
        /// What kind of work or equipment.
        Category "category" "category" "catégorie",
        /// Priority.
        Priority "priority" "priority" "priorité",
        /// The team in charge.
        Group "group" "group" "équipe",
        /// The company that does it.
        Supplier "supplier" "supplier" "fournisseur",
        /// The contract under which it is done.
        Contract "contract" "contract" "contrat",
        /// What made it necessary.
        Cause "cause" "cause" "cause",
        /// What was done.
        Action "action" "action" "action",
        /// Minutes of work.
        LabourMinutes "labour_minutes" "labour (minutes)" "main-d'œuvre (minutes)",
        /// Hours of work, with decimals.
        LabourHours "labour_hours" "labour (hours)" "main-d'œuvre (heures)",
        /// Minutes of work of other companies.
        ExternalMinutes "external_minutes" "external labour (minutes)" "main-d'œuvre externe (minutes)",
        /// Minutes of overtime.
        OvertimeMinutes "overtime_minutes" "overtime (minutes)" "heures supplémentaires (minutes)",
        /// Minutes foreseen.
        EstimatedMinutes "estimated_minutes" "estimated (minutes)" "durée prévue (minutes)",
        /// Minutes on the road.
        TravelMinutes "travel_minutes" "travel (minutes)" "déplacement (minutes)",
        /// Whether corrective work could not wait.
        Immediate "immediate" "immediate" "immédiate",
        /// Cost of own staff.
        LabourCost "labour_cost" "labour cost" "coût de main-d'œuvre",
        /// Cost of other companies.
        ContractorCost "contractor_cost" "contractor cost" "coût de sous-traitance",
        /// Cost of parts.
        PartsCost "parts_cost" "parts cost" "coût des pièces",
        /// Cost of travel.
        TravelCost "travel_cost" "travel cost" "coût de déplacement",
        /// Other costs.
        OtherCost "other_cost" "other costs" "autres coûts",
        /// The whole cost.
        TotalCost "total_cost" "total cost" "coût total",
        /// Since when equipment was out of service for it.
        DowntimeFrom "downtime_from" "downtime from" "arrêt du",
        /// Until when equipment was out of service for it.
        DowntimeTo "downtime_to" "downtime to" "arrêt au",
        /// Whether that was agreed beforehand.
        DowntimePlanned "downtime_planned" "downtime planned" "arrêt planifié",
        /// How often it had to be done again.
        ReopenCount "reopen_count" "number of reopenings" "nombre de réouvertures",
        /// Occurrence of the plan that it fulfils.
        Occurrence "occurrence" "occurrence" "occurrence",
        /// The day on which that is due.
        Due "due" "due" "échéance",
        /// Days from one due day to the next.
        IntervalDays "interval_days" "interval (days)" "intervalle (jours)",
        /// The incident that it is part of the answer to.
        Incident "incident" "incident" "incident",
    }
}

/// A list of things that columns say.
pub trait Field: Copy + PartialEq + Ord + std::fmt::Debug + 'static {
    /// Every one of them.
    const ALL: &'static [Self];
    /// Whether it identifies the record.
    fn identifies(self) -> bool;
    /// Its code.
    fn code(self) -> &'static str;
    /// Names of columns that say it, by their letters and digits, in lower case and without accents; the first
    /// goes before the others.
    fn words(self) -> &'static [&'static str];
}

impl Field for IncidentField {
    const ALL: &'static [Self] = IncidentField::ALL;

    fn identifies(self) -> bool {
        self == IncidentField::Id
    }

    fn code(self) -> &'static str {
        self.code()
    }

    fn words(self) -> &'static [&'static str] {
        use IncidentField as F;
        match self {
            F::Id => &[
                "number",
                "id",
                "incident",
                "ticket",
                "numero",
                "ndincident",
                "nincident",
                "nticket",
                "reference",
                "identifiant",
            ],
            F::Asset => &["asset", "cmdbci", "ci", "equipement", "actif", "materiel"],
            F::Site => &["site", "location", "lieu", "localisation"],
            F::Category => &["category", "categorie"],
            F::Subcategory => &["subcategory", "souscategorie"],
            F::Priority => &["priority", "priorite"],
            F::Impact => &["impact"],
            F::Urgency => &["urgency", "urgence"],
            F::Contract => &["contract", "contrat"],
            F::Supplier => &["supplier", "vendor", "fournisseur", "prestataire"],
            F::Group => &["group", "assignmentgroup", "groupe", "equipe"],
            F::Technician => &["technician", "resolvedby", "technicien", "resolupar"],
            F::Cause => &["cause", "closedcode", "closecode", "codedecloture"],
            F::Contact => &["contact", "contacttype", "canal", "source"],
            F::Problem => &["problem", "problemid", "probleme"],
            F::State => &["incidentstate", "state", "status", "etat", "statut"],
            F::Event => &["sysupdatedat", "sysupdatedon", "updatedat", "eventat", "misajourle"],
            F::Opened => {
                &["opened", "openedat", "createdat", "ouverture", "ouvertle", "datedouverture"]
            }
            F::Acknowledged => &["acknowledged", "acknowledgedat", "priseencompte"],
            F::Restored => &["restored", "restoredat", "retablissement", "retablile"],
            F::Resolved => {
                &["resolved", "resolvedat", "resolution", "resolule", "datederesolution"]
            }
            F::Closed => &["closed", "closedat", "cloture", "closle", "datedecloture"],
            F::Cancelled => &["cancelled", "cancelledat", "canceledat", "annulation", "annulele"],
            F::ReopenCount => &["reopencount", "reouvertures", "nombredereouvertures"],
            F::ReassignmentCount => {
                &["reassignmentcount", "reaffectations", "nombredereaffectations"]
            }
            F::Visits => &["visits", "visites", "passages", "nombredepassages"],
            F::LevelKept => &["levelkept", "madesla", "slatenu", "niveaudeservicetenu"],
        }
    }
}

impl Field for WorkField {
    const ALL: &'static [Self] = WorkField::ALL;

    fn identifies(self) -> bool {
        self == WorkField::Id
    }

    fn code(self) -> &'static str {
        self.code()
    }

    fn words(self) -> &'static [&'static str] {
        use WorkField as F;
        match self {
            F::Id => {
                &["number", "id", "intervention", "workorder", "numero", "reference", "identifiant"]
            }
            F::Kind => &["kind", "type", "nature", "worktype", "typedintervention"],
            F::Basis => &["basis", "fondement"],
            F::Status => &["status", "state", "statut", "etat"],
            F::Place => &["place", "lieu", "mode"],
            F::PlannedFrom => &["plannedfrom", "plannedstart", "debutprevu", "prevule"],
            F::PlannedTo => &["plannedto", "plannedend", "finprevue"],
            F::Begun => &["begun", "start", "begin", "startedat", "debut", "debutreel"],
            F::Ended => &["ended", "end", "endedat", "finishedat", "fin", "finreelle"],
            F::Technician => &["technician", "technicien", "intervenant", "assignedto"],
            F::Asset => &["asset", "equipement", "actif", "materiel"],
            F::Site => &["site", "location", "localisation"],
            F::Category => &["category", "categorie"],
            F::Priority => &["priority", "priorite"],
            F::Group => &["group", "team", "groupe", "equipe"],
            F::Supplier => &["supplier", "vendor", "fournisseur", "prestataire", "soustraitant"],
            F::Contract => &["contract", "contrat"],
            F::Cause => &["cause"],
            F::Action => &["action", "travaux"],
            F::LabourMinutes => &["labourminutes", "laborminutes", "minutes", "dureeminutes"],
            F::LabourHours => &["labourhours", "laborhours", "hours", "heures", "dureeheures"],
            F::ExternalMinutes => &["externalminutes", "minutesexternes"],
            F::OvertimeMinutes => &["overtimeminutes", "minutessupplementaires"],
            F::EstimatedMinutes => &["estimatedminutes", "minutesprevues"],
            F::TravelMinutes => &["travelminutes", "minutesdedeplacement"],
            F::Immediate => &["immediate", "urgent", "immediat"],
            F::LabourCost => &["labourcost", "laborcost", "coutmaindoeuvre", "coutdemaindoeuvre"],
            F::ContractorCost => &["contractorcost", "externalcost", "coutsoustraitance"],
            F::PartsCost => &["partscost", "coutpieces", "coutdespieces"],
            F::TravelCost => &["travelcost", "coutdeplacement", "coutdedeplacement"],
            F::OtherCost => &["othercost", "autrescouts"],
            F::TotalCost => &["totalcost", "cost", "couttotal", "cout"],
            F::DowntimeFrom => &["downtimefrom", "arretdu", "debutarret"],
            F::DowntimeTo => &["downtimeto", "arretau", "finarret"],
            F::DowntimePlanned => &["downtimeplanned", "arretplanifie"],
            F::ReopenCount => &["reopencount", "reouvertures"],
            F::Occurrence => &["occurrence"],
            F::Due => &["due", "duedate", "echeance"],
            F::IntervalDays => &["intervaldays", "intervallejours"],
            F::Incident => &["incident", "ticket"],
        }
    }
}
