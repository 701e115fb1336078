//! What a contract covers, and how much of it.

use crate::error::{Faults, codes};
use crate::order;
use crate::text::choice;
use serde::Serialize;

choice! {
    /// What a contract can cover.
    Service {
        /// Planned work that prevents failures.
        Preventive "preventive" "preventive" "préventif",
        /// Repair after a failure.
        Corrective "corrective" "corrective" "correctif",
        /// System and software updates.
        Updates "updates" "updates" "mises à jour",
        /// Continuous watching.
        Monitoring "monitoring" "monitoring" "supervision",
        /// Help at a distance.
        RemoteSupport "remote_support" "remote support" "assistance à distance",
        /// Work on site.
        OnSite "on_site" "on site" "sur place",
    }
}

choice! {
    /// What an entitlement counts.
    Measure {
        /// Visits.
        Visits "visits" "visits" "visites",
        /// Minutes of work.
        Minutes "minutes" "minutes" "minutes",
        /// Different assets worked on.
        Assets "assets" "assets" "équipements",
    }
}

choice! {
    /// Over which period an entitlement is granted anew. A period that begin, end or an amendment cuts
    /// short has the whole quantity: nothing is granted pro rata.
    EntitlementPeriod {
        /// Twelve months counted from the begin of the contract.
        ContractYear "contract_year" "contract year" "année de contrat",
        /// 1 January to 31 December.
        CalendarYear "calendar_year" "calendar year" "année civile",
        /// January, April, July or October and the two months that follow.
        CalendarQuarter "calendar_quarter" "calendar quarter" "trimestre civil",
        /// A month of the calendar.
        CalendarMonth "calendar_month" "calendar month" "mois civil",
        /// The whole term: the initial one, then each renewal.
        Term "term" "term" "durée du contrat",
    }
}

/// What happens to what is left of an entitlement at the end of its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum CarryOver {
    /// It lapses.
    None,
    /// What is left of the period's own grant, at most `max`, is added to the next period, where it is
    /// used first and then lapses.
    NextPeriod {
        /// The most that is carried; everything when `None`.
        max: Option<u32>,
    },
}

/// How much of a service the contract includes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Entitlement {
    /// What is counted.
    pub measure: Measure,
    /// How many in each period.
    pub quantity: u32,
    /// The period.
    pub per: EntitlementPeriod,
    /// What happens to the rest.
    pub carry_over: CarryOver,
}

/// A service of a contract, with what it includes; without entitlement it is not limited.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ServiceTerms {
    /// The service.
    pub service: Service,
    /// At most one for each measure.
    pub entitlements: Vec<Entitlement>,
}

impl ServiceTerms {
    /// `service` without limit.
    pub fn unlimited(service: Service) -> ServiceTerms {
        ServiceTerms { service, entitlements: Vec::new() }
    }
}

/// Sorts the services and their entitlements; adds every fault, with pointers below `pointer`.
pub(super) fn check_services(services: &mut Vec<ServiceTerms>, pointer: &str, faults: &mut Faults) {
    for (index, terms) in services.iter().enumerate() {
        let twice = services.iter().take(index).any(|other| other.service == terms.service);
        // Twice the same word says nothing new; two sets of entitlements contradict each other.
        if twice && services.iter().any(|other| !other.entitlements.is_empty()) {
            let message = format!("`{}` is listed twice", terms.service.code());
            faults.add(codes::CON_ENTITLEMENT, format!("{pointer}/{index}"), message);
        }
        for (number, entitlement) in terms.entitlements.iter().enumerate() {
            let pointer = format!("{pointer}/{index}/entitlements/{number}");
            let earlier = terms.entitlements.iter().take(number);
            let measure = entitlement.measure;
            if earlier.filter(|other| other.measure == measure).count() > 0 {
                let message = format!("a second entitlement to {}", measure.code());
                faults.add(codes::CON_ENTITLEMENT, pointer, message);
            } else if measure == Measure::Assets && entitlement.carry_over != CarryOver::None {
                let message = "a number of assets is not used up, so nothing is left to carry over";
                faults.add(codes::CON_ENTITLEMENT, pointer, message);
            }
        }
    }
    for terms in services.iter_mut() {
        order::sort(&mut terms.entitlements);
    }
    order::sort_once(services);
}
