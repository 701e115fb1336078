//! Words of lists, in English and French.

use crate::contract::level::Waiting;
use crate::intervention::{IncidentState, Kind, Place, PreventiveBasis, Status};
use crate::tabular::fold;

/// The state that a word means, and for what it waits.
///
/// A word that begins with `awaiting`, `pending`, `on hold` or `en attente` is a wait, whatever follows.
pub(super) fn state(word: &str) -> Option<(IncidentState, Waiting)> {
    let folded = fold(word);
    let state = match folded.as_str() {
        "new" | "nouveau" | "open" | "ouvert" => IncidentState::New,
        "active" | "assigned" | "inprogress" | "workinprogress" | "processing" | "encours"
        | "attribue" | "actif" | "reopened" | "rouvert" | "processingassigned"
        | "processingplanned" => IncidentState::Active,
        "resolved" | "solved" | "fixed" | "resolu" => IncidentState::Resolved,
        "closed" | "complete" | "completed" | "clos" | "ferme" | "cloture" => IncidentState::Closed,
        "cancelled" | "canceled" | "annule" => IncidentState::Cancelled,
        "waiting" | "suspended" | "suspendu" => IncidentState::Waiting,
        _ => {
            let begins = ["awaiting", "pending", "onhold", "waiting", "enattente"];
            let rest = begins.iter().find_map(|begin| folded.strip_prefix(begin))?;
            return Some((IncidentState::Waiting, reason(rest)));
        }
    };
    Some((state, Waiting::Other))
}

/// For what a wait is, by the words that say it.
fn reason(folded: &str) -> Waiting {
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if has(&["user", "caller", "customer", "client", "demandeur", "utilisateur"]) {
        Waiting::Customer
    } else if has(&["vendor", "supplier", "fournisseur", "constructeur", "editeur"]) {
        Waiting::Supplier
    } else if has(&["part", "piece", "stock"]) {
        Waiting::Parts
    } else if has(&["access", "acces", "window", "creneau"]) {
        Waiting::Access
    } else if has(&["thirdparty", "tiers", "carrier", "operateur"]) {
        Waiting::ThirdParty
    } else if has(&["schedule", "date", "planifi"]) {
        Waiting::Scheduled
    } else {
        Waiting::Other
    }
}

pub(super) fn kind(word: &str) -> Option<Kind> {
    Some(match fold(word).as_str() {
        "preventive" | "preventif" | "pm" | "preventivemaintenance" | "maintenancepreventive" => {
            Kind::Preventive
        }
        "corrective"
        | "curative"
        | "curatif"
        | "correctif"
        | "repair"
        | "depannage"
        | "cm"
        | "maintenancecurative"
        | "maintenancecorrective"
        | "breakdown" => Kind::Corrective,
        "update" | "updates" | "miseajour" | "misesajour" | "patch" => Kind::Update,
        "renewal" | "replacement" | "renouvellement" | "remplacement" => Kind::Renewal,
        "improvement" | "amelioration" | "ameliorative" => Kind::Improvement,
        "meeting" | "reunion" => Kind::Meeting,
        _ => return None,
    })
}

pub(super) fn basis(word: &str) -> Option<PreventiveBasis> {
    Some(match fold(word).as_str() {
        "predetermined" | "systematic" | "systematique" | "timebased" => {
            PreventiveBasis::Predetermined
        }
        "condition" | "conditionbased" | "conditionnelle" | "conditionnel" => {
            PreventiveBasis::Condition
        }
        "predictive" | "previsionnelle" | "predictif" | "previsionnel" => {
            PreventiveBasis::Predictive
        }
        _ => return None,
    })
}

pub(super) fn status(word: &str) -> Option<Status> {
    Some(match fold(word).as_str() {
        "planned" | "scheduled" | "todo" | "open" | "planifie" | "planifiee" | "prevu"
        | "prevue" | "afaire" => Status::Planned,
        "inprogress" | "started" | "encours" => Status::InProgress,
        "done" | "completed" | "complete" | "closed" | "finished" | "fait" | "faite"
        | "realise" | "realisee" | "termine" | "terminee" | "clos" | "close" => Status::Done,
        "cancelled" | "canceled" | "annule" | "annulee" => Status::Cancelled,
        "notdone" | "missed" | "nonfait" | "nonfaite" | "nonrealise" | "nonrealisee" => {
            Status::NotDone
        }
        _ => return None,
    })
}

pub(super) fn place(word: &str) -> Option<Place> {
    Some(match fold(word).as_str() {
        "onsite" | "site" | "surplace" | "sursite" => Place::OnSite,
        "remote" | "remotely" | "adistance" | "distance" | "distant" => Place::Remote,
        _ => return None,
    })
}
