//! The parts of a contract in an engagement document.

use super::read::{IdText, choices, record};
use super::types::{ServiceLevelDoc, TextDoc};
use crate::contract::{EntitlementPeriod, Measure, Renewal, Service, UnknownPurchase};
use crate::inventory::{Category, Criticality, Usage};
use crate::time::Day;

choices!(Renewal, Measure, EntitlementPeriod, UnknownPurchase, CarryOverName);

record! {
    /// Assets of a contract: those that one of `include` selects, or whose stay in `members` holds the day, and none of `exclude` selects.
    pub struct PerimeterDoc {
        /// Selections that bring assets in. Default: every asset, or none where `members` lists some.
        #[serde(default)]
        pub include: Vec<SelectionDoc>,
        /// Selections that leave assets out.
        #[serde(default)]
        pub exclude: Vec<SelectionDoc>,
        /// Stays of single assets. A listed asset is inside during its stays only, whatever `include` says.
        #[serde(default)]
        pub members: Vec<MemberDoc>,
        /// At most so many assets in all, by day of joining, then by id. Default: no limit.
        pub max_assets: Option<u32>,
    }
}

record! {
    /// Which assets of a perimeter: the conditions given must all hold; one value of each list is enough.
    pub struct SelectionDoc {
        /// Categories.
        #[serde(default)]
        pub categories: Vec<Category>,
        /// Labels.
        #[serde(default)]
        pub tags: Vec<String>,
        /// Criticalities; an asset of unknown criticality does not match.
        #[serde(default)]
        pub criticalities: Vec<Criticality>,
        /// Usages; an asset of unknown usage counts as `normal`.
        #[serde(default)]
        pub usages: Vec<Usage>,
        /// Sites.
        #[serde(default)]
        pub sites: Vec<IdText>,
        /// Explicit asset ids.
        #[serde(default)]
        pub assets: Vec<IdText>,
        /// Age since purchase on the day asked.
        pub purchase_age: Option<PurchaseAgeDoc>,
        /// At most so many of these assets, by day of joining, then by id; only in `include`. Default: no limit.
        pub max_assets: Option<u32>,
    }
}

record! {
    /// An age since purchase, in whole months.
    pub struct PurchaseAgeDoc {
        /// At least so many months. Default: 0.
        pub min_months: Option<u32>,
        /// Fewer than so many months. Default: no limit.
        pub max_months: Option<u32>,
        /// What becomes of an asset whose day of purchase is unknown. Default: `not_selected`.
        pub unknown: Option<UnknownPurchase>,
    }
}

record! {
    /// One stay of an asset in a perimeter.
    pub struct MemberDoc {
        /// The asset.
        pub asset: IdText,
        /// First day. Default: the begin of the contract.
        pub from: Option<Day>,
        /// First day after. Default: no end.
        pub to: Option<Day>,
    }
}

record! {
    /// A service with what the contract includes of it.
    pub struct ServiceTermsDoc {
        /// The service.
        pub service: Service,
        /// At most one for each measure. Default: no limit.
        #[serde(default)]
        pub entitlements: Vec<EntitlementDoc>,
    }
}

record! {
    /// How much of a service the contract includes.
    pub struct EntitlementDoc {
        /// What is counted.
        pub measure: Measure,
        /// How many in each period.
        pub quantity: u32,
        /// The period.
        pub per: EntitlementPeriod,
        /// What happens to the rest. Default: `none`.
        pub carry_over: Option<CarryOverName>,
        /// The most that `next_period` carries. Default: everything.
        pub carry_over_max: Option<u32>,
    }
}

record! {
    /// An interruption: nothing is covered, and the term goes on.
    pub struct SuspensionDoc {
        /// First day not covered.
        pub start: Day,
        /// First day covered again.
        pub end: Day,
        /// Why.
        pub reason: Option<TextDoc>,
    }
}

record! {
    /// An early termination.
    pub struct TerminationDoc {
        /// First day not covered.
        pub end: Day,
        /// Why.
        pub reason: Option<TextDoc>,
    }
}

record! {
    /// An amendment: the parts that it gives replace those of the contract, each as a whole.
    pub struct AmendmentDoc {
        /// First day on which it holds, after the begin.
        pub effective: Day,
        /// Reference printed on reports.
        pub reference: Option<String>,
        /// The new perimeter. Default: as before.
        pub perimeter: Option<PerimeterDoc>,
        /// The new services. Default: as before.
        pub services: Option<Vec<ServiceDoc>>,
        /// The new service levels. Default: as before.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub service_levels: Option<Vec<ServiceLevelDoc>>,
    }
}

crate::text::choice! {
    /// What happens to the rest of an entitlement at the end of its period.
    CarryOverName {
        /// It lapses.
        None "none" "lapses" "perdu",
        /// It is added to the next period, used first there, then lapses.
        NextPeriod "next_period" "carried to the next period" "reporté à la période suivante",
    }
}

/// A service: its name, or its name with what the contract includes of it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ServiceDoc {
    /// Without limit.
    Named(Service),
    /// With entitlements.
    Terms(ServiceTermsDoc),
}

impl super::read::Read for ServiceDoc {
    fn read(
        json: &super::json::Json<'_>,
        place: super::read::Place<'_>,
        faults: &mut crate::error::Faults,
    ) -> Option<Self> {
        match json {
            super::json::Json::Object(_) => {
                ServiceTermsDoc::read(json, place, faults).map(ServiceDoc::Terms)
            }
            _ => Service::read(json, place, faults).map(ServiceDoc::Named),
        }
    }
}
