//! Prerequisites of remote work: what lets the provider in, and who must provide what is missing.

use crate::contract::{Coverage, Outcome, Reach, Service, covered};
use crate::id::{AssetId, SiteId};
use crate::inventory::{Asset, Category, Estate, Lifecycle};
use crate::order;
use crate::text::{Text, choice};
use crate::time::Day;
use serde::Serialize;

choice! {
    /// What remote work on an asset needs.
    AccessNeed {
        /// A remote agent of the provider, or a remote control tool, on it.
        Agent "agent" "remote agent or tool" "agent ou outil de prise en main",
        /// A way into its network: VPN or other opening.
        Reachability "reachability" "access to the network" "accès au réseau",
        /// A contract that covers remote support on the day.
        ContractOpening "contract_opening" "opening in the contract" "ouverture au contrat",
    }
}

choice! {
    /// Who must provide what is missing.
    Provider {
        /// The provider of the maintenance.
        Provider "provider" "the provider" "le prestataire",
        /// The customer.
        Customer "customer" "the customer" "le client",
        /// Both, by an amendment.
        Both "both" "both parties, by an amendment" "les deux parties, par avenant",
    }
}

choice! {
    /// Whether remote work on an asset is possible. Ordered, the worst first.
    Possibility {
        /// Something is missing.
        Missing "missing" "not possible" "impossible",
        /// Nothing is known to be missing, but not everything is known.
        Unknown "unknown" "unknown" "inconnu",
        /// Everything is there.
        Possible "possible" "possible" "possible",
        /// Nobody works on it from afar.
        NotApplicable "not_applicable" "not applicable" "sans objet",
    }
}

/// One thing that is missing, or of which nobody knows whether it is there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Want {
    /// What.
    pub need: AccessNeed,
    /// Who must provide it, or find out.
    pub by: Provider,
    /// What to do.
    pub text: Text,
}

/// Remote access to one asset.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Access {
    /// The asset.
    pub asset: AssetId,
    /// Its site.
    pub site: SiteId,
    /// Whether remote work is possible.
    pub possibility: Possibility,
    /// What is missing.
    pub missing: Vec<Want>,
    /// What is unknown.
    pub unknown: Vec<Want>,
}

/// How many assets of a site are how accessible.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SiteAccess {
    /// The site.
    pub site: SiteId,
    /// Assets on which remote work is possible.
    pub possible_count: u64,
    /// Assets of which something is missing.
    pub missing_count: u64,
    /// Assets of which something is unknown, and nothing missing.
    pub unknown_count: u64,
    /// Assets on which nobody works from afar.
    pub not_applicable_count: u64,
}

/// On which assets the provider can work from afar.
///
/// An asset needs all three:
/// - an **agent**: the remote agent of the provider (`has_remote_agent`) or a remote control tool
///   (`remote_tools`). What carries its own administration needs none: switch, router, firewall, access
///   point, storage, backup, printer, UPS with a network card. To be installed by the provider;
/// - **reachability** (`is_reachable`): a VPN or another opening. To be given by the customer;
/// - an **opening in a contract**: one covers `remote_support` for it on the day (see
///   [`covered`]). By both, with an amendment. It is unknown where a contract would judge by the
///   age of an asset whose day of purchase is unknown; the customer then gives that day.
///
/// Not applicable: monitors, things of the category `other` and phones unless something remote is known of
/// them, UPS without a network card (no MAC address, not said to be reachable), and assets that are retired or
/// only ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccessReport {
    /// The day asked.
    pub day: Day,
    /// What later renewals are judged from.
    pub as_of: Day,
    /// Every asset, by id.
    pub assets: Vec<Access>,
    /// Every site that has assets, by id.
    pub sites: Vec<SiteAccess>,
}

/// Judges every asset of the estate on a day, as contracts are known on another.
pub(super) fn report(
    estate: &Estate,
    reaches: &[Reach<'_>],
    (day, as_of): (Day, Day),
) -> AccessReport {
    let judged = estate.assets().iter().map(|asset| {
        if is_applicable(asset) {
            let coverage = covered(reaches, asset, Service::RemoteSupport, day, as_of);
            judge(asset, &coverage)
        } else {
            access(asset, Possibility::NotApplicable, Vec::new(), Vec::new())
        }
    });
    let assets: Vec<Access> = judged.collect();
    let by_site = assets.iter().map(|access| (access.site.clone(), access.possibility));
    let sites = order::group(by_site.collect()).into_iter().map(|(site, found)| {
        let count = |wanted: Possibility| {
            let count = found.iter().filter(|possibility| **possibility == wanted).count();
            u64::try_from(count).unwrap_or(u64::MAX)
        };
        SiteAccess {
            site,
            possible_count: count(Possibility::Possible),
            missing_count: count(Possibility::Missing),
            unknown_count: count(Possibility::Unknown),
            not_applicable_count: count(Possibility::NotApplicable),
        }
    });
    let sites = sites.collect();
    AccessReport { day, as_of, assets, sites }
}

fn access(
    asset: &Asset,
    possibility: Possibility,
    missing: Vec<Want>,
    unknown: Vec<Want>,
) -> Access {
    let (asset, site) = (asset.id.clone(), asset.site.clone());
    Access { asset, site, possibility, missing, unknown }
}

/// Whether somebody may work on it from afar.
fn is_applicable(asset: &Asset) -> bool {
    let facts = &asset.facts;
    let is_there = !matches!(facts.lifecycle, Some(Lifecycle::Retired | Lifecycle::Ordered));
    let has_remote = facts.has_remote_agent == Some(true)
        || facts.is_reachable == Some(true)
        || !facts.remote_tools.is_empty();
    is_there
        && match asset.category {
            Category::Monitor => false,
            Category::Other | Category::Phone => has_remote,
            Category::Ups => has_remote || !facts.mac_addresses.is_empty(),
            _ => true,
        }
}

/// Whether it carries its own administration.
fn has_own_administration(category: Category) -> bool {
    matches!(
        category,
        Category::Switch
            | Category::Router
            | Category::Firewall
            | Category::AccessPoint
            | Category::Storage
            | Category::Backup
            | Category::Printer
            | Category::Ups
    )
}

fn judge(asset: &Asset, coverage: &Coverage) -> Access {
    let facts = &asset.facts;
    let mut missing = Vec::new();
    let mut unknown = Vec::new();
    let has_agent = if has_own_administration(asset.category) || !facts.remote_tools.is_empty() {
        Some(true)
    } else {
        facts.has_remote_agent
    };
    match has_agent {
        Some(true) => {}
        Some(false) => missing.push(want(AccessNeed::Agent, Provider::Provider, INSTALL)),
        None => unknown.push(want(AccessNeed::Agent, Provider::Provider, FIND_AGENT)),
    }
    match facts.is_reachable {
        Some(true) => {}
        Some(false) => missing.push(want(AccessNeed::Reachability, Provider::Customer, OPEN)),
        None => unknown.push(want(AccessNeed::Reachability, Provider::Customer, FIND_WAY)),
    }
    if !coverage.is_covered() {
        let is_unknown =
            coverage.verdicts.iter().any(|verdict| verdict.outcome == Outcome::UnknownAge);
        let need = AccessNeed::ContractOpening;
        if is_unknown {
            unknown.push(want(need, Provider::Customer, GIVE_PURCHASE));
        } else {
            missing.push(want(need, Provider::Both, AMEND));
        }
    }
    let possibility = match (missing.is_empty(), unknown.is_empty()) {
        (false, _) => Possibility::Missing,
        (true, false) => Possibility::Unknown,
        (true, true) => Possibility::Possible,
    };
    access(asset, possibility, missing, unknown)
}

/// English and French.
type Words = (&'static str, &'static str);

const INSTALL: Words =
    ("Install the remote maintenance agent.", "Installer l'agent de télémaintenance.");
const FIND_AGENT: Words = (
    "Find out whether the remote maintenance agent is installed.",
    "Vérifier si l'agent de télémaintenance est installé.",
);
const OPEN: Words = (
    "Open a way to the network of the asset, by VPN or otherwise.",
    "Ouvrir un accès au réseau de l'équipement, par VPN ou autrement.",
);
const FIND_WAY: Words = (
    "Say whether the network of the asset can be reached.",
    "Dire si le réseau de l'équipement est joignable.",
);
const AMEND: Words = (
    "Sign an amendment that covers remote support on the asset.",
    "Signer un avenant qui couvre l'assistance à distance sur l'équipement.",
);
const GIVE_PURCHASE: Words = (
    "Give the day of purchase: the contract covers by age.",
    "Donner la date d'achat : le contrat couvre selon l'âge.",
);

fn want(need: AccessNeed, by: Provider, (en, fr): Words) -> Want {
    Want { need, by, text: Text::new(en, Some(fr)) }
}
