//! Closed lists of the records.

use crate::text::choice;

choice! {
    /// How an incident stands.
    IncidentState {
        /// Recorded, nobody works on it.
        New "new" "new" "nouveau",
        /// In hand.
        Active "active" "in progress" "en cours",
        /// Waiting for somebody or something.
        Waiting "waiting" "waiting" "en attente",
        /// The cause is removed; the requester has not confirmed yet.
        Resolved "resolved" "resolved" "résolu",
        /// Over.
        Closed "closed" "closed" "clos",
        /// Withdrawn, without work.
        Cancelled "cancelled" "cancelled" "annulé",
    }
}

choice! {
    /// What an intervention is for.
    #[cfg_attr(feature = "schema", schemars(rename = "InterventionKind"))]
    Kind {
        /// Planned work that prevents failures.
        Preventive "preventive" "preventive" "préventive",
        /// Repair after a failure.
        Corrective "corrective" "corrective" "curative",
        /// System and software updates.
        Update "update" "update" "mise à jour",
        /// Replacement of equipment.
        Renewal "renewal" "renewal" "renouvellement",
        /// Changes that make equipment more dependable without changing what it does.
        Improvement "improvement" "improvement" "améliorative",
        /// Kick-off, review or follow-up meeting.
        Meeting "meeting" "meeting" "réunion",
    }
}

choice! {
    /// What decides when preventive work is done.
    PreventiveBasis {
        /// The calendar or a meter.
        Predetermined "predetermined" "predetermined" "systématique",
        /// The state that was observed or measured.
        Condition "condition" "condition-based" "conditionnelle",
        /// A forecast made from what was measured.
        Predictive "predictive" "predictive" "prévisionnelle",
    }
}

choice! {
    /// How an intervention stands.
    #[cfg_attr(feature = "schema", schemars(rename = "InterventionStatus"))]
    Status {
        /// To be done.
        Planned "planned" "planned" "planifiée",
        /// Begun.
        InProgress "in_progress" "in progress" "en cours",
        /// Done.
        Done "done" "done" "réalisée",
        /// Given up by decision.
        Cancelled "cancelled" "cancelled" "annulée",
        /// Its time passed and it was not done.
        NotDone "not_done" "not done" "non réalisée",
    }
}

choice! {
    /// Where the work is done.
    #[cfg_attr(feature = "schema", schemars(rename = "InterventionPlace"))]
    Place {
        /// At the equipment.
        OnSite "on_site" "on site" "sur place",
        /// From elsewhere.
        Remote "remote" "remote" "à distance",
    }
}
