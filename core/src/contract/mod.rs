//! Maintenance contracts (contrats de maintenance): who is bound, for which assets, until when.
//!
//! A contract covers a [`Service`] on an asset on a day when the day lies in its term, the service is
//! among its services, and the asset in its [`Perimeter`]. The end is the first day not covered.

use crate::id::ContractId;
use crate::inventory::{Asset, Selector};
use crate::text::choice;
use crate::time::Day;

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

/// Which assets a contract covers: those that one of `include` selects and none of `exclude` does.
/// Without `include`, every asset comes in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Perimeter {
    /// Selections that bring assets in.
    pub include: Vec<Selector>,
    /// Selections that leave assets out.
    pub exclude: Vec<Selector>,
}

impl Perimeter {
    /// Whether `asset` is inside.
    pub fn contains(&self, asset: &Asset) -> bool {
        (self.include.is_empty() || self.include.iter().any(|selector| selector.matches(asset)))
            && !self.exclude.iter().any(|selector| selector.matches(asset))
    }
}

/// A contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    id: ContractId,
    reference: Box<str>,
    begin: Day,
    end: Option<Day>,
    perimeter: Perimeter,
    services: Vec<Service>,
}

impl Contract {
    /// A contract, or `None` when `end` is not after `begin`.
    pub fn new(
        id: ContractId,
        reference: &str,
        begin: Day,
        end: Option<Day>,
        perimeter: Perimeter,
        mut services: Vec<Service>,
    ) -> Option<Contract> {
        if end.is_some_and(|end| end <= begin) {
            return None;
        }
        services.sort_unstable();
        services.dedup();
        Some(Contract { id, reference: reference.into(), begin, end, perimeter, services })
    }

    /// Its id.
    pub fn id(&self) -> &ContractId {
        &self.id
    }

    /// Its reference, as printed.
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// First covered day.
    pub fn begin(&self) -> Day {
        self.begin
    }

    /// First day not covered; `None` when open-ended.
    pub fn end(&self) -> Option<Day> {
        self.end
    }

    /// Which assets it covers.
    pub fn perimeter(&self) -> &Perimeter {
        &self.perimeter
    }

    /// What it covers, sorted.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// Whether `service` on `asset` is covered on `day`.
    pub fn covers(&self, asset: &Asset, service: Service, day: Day) -> bool {
        self.begin <= day
            && self.end.is_none_or(|end| day < end)
            && self.services.contains(&service)
            && self.perimeter.contains(asset)
    }
}
