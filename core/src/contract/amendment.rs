//! Amendments (avenants): which parts of a contract change from which day on.

use super::level::ServiceLevel;
use super::perimeter::{ALWAYS, Days};
use super::service::check_services;
use super::{Perimeter, Service, ServiceTerms};
use crate::error::{Faults, codes};
use crate::order;
use crate::text::choice;
use crate::time::Day;

choice! {
    /// A part of a contract that amendments change.
    Part {
        /// The assets that are covered.
        Perimeter "perimeter" "perimeter" "périmètre",
        /// The services and their entitlements.
        Services "services" "services" "prestations",
        /// By when tickets are dealt with.
        ServiceLevels "service_levels" "service levels" "niveaux de service",
    }
}

/// What amendments can change: the contract as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// Which assets are covered.
    pub perimeter: Perimeter,
    /// What is covered, by service.
    pub services: Vec<ServiceTerms>,
    /// By when tickets are dealt with, in the order given.
    pub service_levels: Vec<ServiceLevel>,
}

impl Content {
    /// The content as a change of every part.
    fn into_change(self) -> Change {
        Change {
            perimeter: Some(self.perimeter),
            services: Some(self.services),
            service_levels: Some(self.service_levels),
        }
    }

    /// Adds a fault for every service level of a service that is not given; `amended` says where the
    /// levels stand.
    fn check_levels(&self, amended: bool, pointer: &str, faults: &mut Faults) {
        for (index, level) in self.service_levels.iter().enumerate() {
            let service = level.service();
            if !self.services.iter().any(|terms| terms.service == service) {
                let place = if amended {
                    format!("{pointer}/service_levels/{index}/service")
                } else {
                    format!("{pointer}/services")
                };
                let message = format!("the contract does not give `{}`", service.code());
                faults.add(codes::LVL_SERVICE, place, message);
            }
        }
    }
}

/// The parts that an amendment replaces, each as a whole; what is `None` stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The new perimeter.
    pub perimeter: Option<Perimeter>,
    /// The new services.
    pub services: Option<Vec<ServiceTerms>>,
    /// The new service levels.
    pub service_levels: Option<Vec<ServiceLevel>>,
}

impl Change {
    /// The parts that change, in order.
    pub fn parts(&self) -> Vec<Part> {
        let changes = |part: &Part| match part {
            Part::Perimeter => self.perimeter.is_some(),
            Part::Services => self.services.is_some(),
            Part::ServiceLevels => self.service_levels.is_some(),
        };
        Part::ALL.iter().copied().filter(changes).collect()
    }

    /// Checks the new parts and puts them in the place of the old ones.
    fn apply(self, content: &mut Content, pointer: &str, faults: &mut Faults) {
        if let Some(mut perimeter) = self.perimeter {
            perimeter.check(&format!("{pointer}/perimeter"), faults);
            content.perimeter = perimeter;
        }
        if let Some(mut services) = self.services {
            check_services(&mut services, &format!("{pointer}/services"), faults);
            content.services = services;
        }
        let amended = self.service_levels.is_some();
        if let Some(levels) = self.service_levels {
            ServiceLevel::check_unique(&levels, &format!("{pointer}/service_levels"), faults);
            content.service_levels = levels;
        }
        content.check_levels(amended, pointer, faults);
    }
}

/// An amendment (avenant).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// First day on which it holds.
    pub effective: Day,
    /// Its reference, as printed.
    pub reference: Option<Box<str>>,
    /// What it changes.
    pub change: Change,
}

/// A contract as it stands from one amendment to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// 0 for the contract as signed, then 1, 2 … by day.
    pub number: usize,
    /// First day on which it holds.
    pub from: Day,
    /// First day of the next version; `None` for the last one.
    pub until: Option<Day>,
    /// References of the amendments that made it.
    pub references: Vec<Box<str>>,
    /// Parts that are not those of the version before, in order; none for the first.
    pub changed: Vec<Part>,
    /// What holds.
    pub content: Content,
}

impl Version {
    /// The days on which it holds, whatever ends the contract.
    pub(super) fn days(&self) -> Days {
        (self.from.number(), self.until.map_or(ALWAYS.1, Day::number))
    }

    /// The terms of `service`, when this version has it.
    pub fn service(&self, service: Service) -> Option<&ServiceTerms> {
        self.content.services.iter().find(|terms| terms.service == service)
    }
}

/// The versions that `amendments`, in any order, make of `content`, by day; every fault is added.
pub(super) fn versions(
    begin: Day,
    content: Content,
    amendments: Vec<Amendment>,
    faults: &mut Faults,
) -> Vec<Version> {
    let mut amendments: Vec<(usize, Amendment)> = amendments.into_iter().enumerate().collect();
    let mut first = Version {
        number: 0,
        from: begin,
        until: None,
        references: Vec::new(),
        changed: Vec::new(),
        content: Content::default(),
    };
    content.into_change().apply(&mut first.content, "", faults);
    for (index, amendment) in &amendments {
        if amendment.effective <= begin {
            let message = format!("effective {}, contract begun {begin}", amendment.effective);
            let pointer = format!("/amendments/{index}/effective");
            faults.add(codes::CON_AMENDMENT_BEFORE_BEGIN, pointer, message);
        }
    }
    order::sort_by(&mut amendments, |a, b| a.1.effective.cmp(&b.1.effective));
    let mut versions = vec![first];
    for (index, amendment) in amendments {
        let Some(last) = versions.last_mut() else { break };
        let parts = amendment.change.parts();
        if last.from != amendment.effective || last.number == 0 {
            last.until = Some(amendment.effective);
            let next = Version {
                number: last.number + 1,
                from: amendment.effective,
                until: None,
                references: Vec::new(),
                changed: Vec::new(),
                content: last.content.clone(),
            };
            versions.push(next);
        } else if let Some(part) = parts.iter().find(|part| last.changed.contains(part)) {
            let message = format!("another amendment of {} changes the same part", last.from);
            let pointer = format!("/amendments/{index}/{}", part.code());
            faults.add(codes::CON_AMENDMENTS_CLASH, pointer, message);
        }
        let Some(version) = versions.last_mut() else { break };
        version.changed.extend(parts);
        order::sort_once(&mut version.changed);
        version.references.extend(amendment.reference);
        amendment.change.apply(&mut version.content, &format!("/amendments/{index}"), faults);
    }
    versions
}
