//! What renewals are dated from.

use super::policy::RenewalPolicy;
use super::row::NoDate;
use crate::id::{AssetId, ContractId};
use crate::inventory::{Asset, Estate};
use crate::order;
use crate::support::{Installed, InstalledKind};
use crate::time::Day;
use serde::Serialize;
use std::collections::BTreeMap;

/// A contract as renewals see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContractEnd {
    /// The contract.
    pub contract: ContractId,
    /// First day not covered, of the term that runs on the day asked.
    pub end: Day,
    /// Last day on which notice is in time.
    pub notice: Option<Day>,
    /// The assets that it covers on the day asked, sorted.
    pub assets: Vec<AssetId>,
}

/// An estate with what its renewals depend on.
#[derive(Debug, Clone, Copy)]
pub struct RenewalInput<'a> {
    /// The estate.
    pub estate: &'a Estate,
    /// Policies; the first that takes an asset is its policy.
    pub policies: &'a [RenewalPolicy],
    /// Systems and programs of the assets, in any order; `None` without a support catalogue. Those without a
    /// product tell no end.
    pub installed: Option<&'a [Installed]>,
    /// Contracts, in order of priority.
    pub contracts: &'a [ContractEnd],
    /// The day as of which everything is asked.
    pub as_of: Day,
}

/// The input, indexed.
pub(super) struct Known<'a> {
    installed: BTreeMap<&'a str, Vec<&'a Installed>>,
    /// For each asset, its first contract and the contract that ends first.
    contracts: BTreeMap<&'a str, Covered<'a>>,
    /// Folded beginnings of program names with the first end under each, sorted.
    licences: Vec<(String, Day, &'a str)>,
    models: BTreeMap<&'a str, Model>,
    has_catalogue: bool,
}

#[derive(Clone, Copy)]
struct Covered<'a> {
    first: &'a ContractId,
    ends: (Day, &'a str),
}

/// What the numbers of a policy come to; computed once a policy.
struct Model {
    economic_months: Result<u16, NoDate>,
    optimal_days: Result<i32, NoDate>,
}

impl<'a> Known<'a> {
    pub(super) fn new(input: &RenewalInput<'a>, fallback: &'a RenewalPolicy) -> Known<'a> {
        let mut installed: BTreeMap<&str, Vec<&Installed>> = BTreeMap::new();
        let rows = input.installed.unwrap_or_default().iter();
        for product in rows.filter(|row| row.product.is_some()) {
            installed.entry(product.asset.as_str()).or_default().push(product);
        }
        let mut contracts: BTreeMap<&str, Covered<'_>> = BTreeMap::new();
        for contract in input.contracts {
            let ends = (contract.notice.unwrap_or(contract.end), contract.contract.as_str());
            for asset in &contract.assets {
                let covered = contracts
                    .entry(asset.as_str())
                    .or_insert(Covered { first: &contract.contract, ends });
                covered.ends = covered.ends.min(ends);
            }
        }
        let dated = input.estate.licences().iter();
        let mut licences: Vec<(String, Day, &str)> = dated
            .filter_map(|l| Some((l.software.to_lowercase(), l.expires?, l.id.as_str())))
            .collect();
        order::sort(&mut licences);
        let models = input
            .policies
            .iter()
            .chain([fallback])
            .map(|policy| (&*policy.id, Model::of(policy)))
            .collect();
        Known { installed, contracts, licences, models, has_catalogue: input.installed.is_some() }
    }

    pub(super) fn installed_on(&self, asset: &Asset, kind: InstalledKind) -> Vec<&'a Installed> {
        let all = self.installed.get(asset.id.as_str());
        all.into_iter().flatten().filter(|product| product.kind == kind).copied().collect()
    }

    /// Whether products were looked up at all.
    pub(super) fn has_catalogue(&self) -> bool {
        self.has_catalogue
    }

    /// Every product on an asset.
    pub(super) fn products_on(&self, asset: &Asset) -> &[&'a Installed] {
        self.installed.get(asset.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The contract of an asset that ends, or wants notice, first.
    pub(super) fn contract_of(&self, asset: &Asset) -> Option<(Day, &'a str)> {
        self.contracts.get(asset.id.as_str()).map(|covered| covered.ends)
    }

    /// The first contract of an asset, by priority.
    pub(super) fn first_contract(&self, asset: &Asset) -> Option<&'a ContractId> {
        self.contracts.get(asset.id.as_str()).map(|covered| covered.first)
    }

    /// The licence of one of its programs that expires first.
    pub(super) fn licence_of(&self, asset: &Asset) -> Option<(Day, &'a str)> {
        if self.licences.is_empty() {
            return None;
        }
        let programs = asset.facts.software.iter();
        programs.filter_map(|program| self.licence_for(&program.name.to_lowercase())).min()
    }

    /// The first to expire of the licences whose program a name begins with.
    fn licence_for(&self, name: &str) -> Option<(Day, &'a str)> {
        // Beginnings of a name sort before it: each shorter one is looked up by itself.
        let lengths = name.char_indices().map(|(place, c)| place + c.len_utf8());
        let beginnings = lengths.filter_map(|length| name.get(..length));
        beginnings
            .filter_map(|beginning| {
                let place = self.licences.partition_point(|(known, ..)| &**known < beginning);
                let (known, day, id) = self.licences.get(place)?;
                (known == beginning).then_some((*day, *id))
            })
            .min()
    }

    pub(super) fn economic_months(&self, policy: &RenewalPolicy) -> Result<u16, NoDate> {
        self.models.get(&*policy.id).map_or(Err(NoDate::NoLife), |model| model.economic_months)
    }

    pub(super) fn optimal_days(&self, policy: &RenewalPolicy) -> Result<i32, NoDate> {
        self.models.get(&*policy.id).map_or(Err(NoDate::NoLife), |model| model.optimal_days)
    }
}

impl Model {
    fn of(policy: &RenewalPolicy) -> Model {
        Model {
            economic_months: super::models::economic_months(policy),
            optimal_days: super::models::optimal_days(policy),
        }
    }
}
