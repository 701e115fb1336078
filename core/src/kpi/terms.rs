//! What is asked: windows, groups, policies, and the assets that time is required of.

use crate::calendar::BusinessTime;
use crate::error::{Error, Faults, codes};
use crate::id::{AssetId, ContractId, SiteId};
use crate::inventory::Category;
use crate::quantity::{Currency, INTEGER_MAX};
use crate::text::choice;
use crate::time::{Day, Zone};
use std::sync::Arc;

/// Most windows of a question.
pub const WINDOWS_MAX: usize = 1_200;
/// Most dimensions of a question.
pub const DIMENSIONS_MAX: usize = 4;

choice! {
    /// What groups are made by.
    Dimension {
        /// Site of the record, else of its asset.
        Site "site" "site" "site",
        /// Category of tickets and works, in the words of the log.
        Category "category" "category" "catégorie",
        /// Finer category of tickets.
        Subcategory "subcategory" "subcategory" "sous-catégorie",
        /// Priority.
        Priority "priority" "priority" "priorité",
        /// Team in charge.
        Group "group" "team" "équipe",
        /// Who resolved or worked; of several the first by name.
        Technician "technician" "technician" "technicien",
        /// Contract of the record, else of its asset.
        Contract "contract" "contract" "contrat",
        /// Supplier of the record, else of its asset.
        Supplier "supplier" "supplier" "fournisseur",
        /// Cause.
        Cause "cause" "cause" "cause",
        /// Class of the asset.
        AssetCategory "asset_category" "asset class" "classe d'équipement",
        /// The asset.
        Asset "asset" "asset" "équipement",
    }
}

impl Dimension {
    /// Whether assets have it, so that required time can be split by it. By the other dimensions the downtime of a
    /// group stands against the required time of all assets.
    pub fn is_of_assets(self) -> bool {
        matches!(
            self,
            Dimension::Site
                | Dimension::Contract
                | Dimension::Supplier
                | Dimension::AssetCategory
                | Dimension::Asset
        )
    }
}

/// An asset of which time is required.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiAsset {
    /// Its id, as the log names it.
    pub id: AssetId,
    /// Where it stands.
    pub site: Option<SiteId>,
    /// What it is.
    pub category: Option<Category>,
    /// The first contract that covers it.
    pub contract: Option<ContractId>,
    /// The company that maintains it.
    pub supplier: Option<Box<str>>,
    /// First instant in service; `None` for before every window.
    pub from: Option<i64>,
    /// First instant no longer in service; `None` for after every window.
    pub to: Option<i64>,
    /// What replacing it would cost.
    pub replacement_minor: Option<i64>,
    /// Whether its criticality was judged.
    pub is_criticality_judged: bool,
}

impl KpiAsset {
    /// An asset in service all the time of which nothing else is known.
    pub fn new(id: AssetId) -> KpiAsset {
        KpiAsset {
            id,
            site: None,
            category: None,
            contract: None,
            supplier: None,
            from: None,
            to: None,
            replacement_minor: None,
            is_criticality_judged: false,
        }
    }

    /// Its value of a dimension; `None` when it is not known or assets do not have it.
    pub(super) fn value(&self, dimension: Dimension) -> Option<&str> {
        match dimension {
            Dimension::Site => self.site.as_ref().map(SiteId::as_str),
            Dimension::Contract => self.contract.as_ref().map(ContractId::as_str),
            Dimension::Supplier => self.supplier.as_deref(),
            Dimension::AssetCategory => self.category.map(Category::code),
            Dimension::Asset => Some(self.id.as_str()),
            _ => None,
        }
    }
}

/// Whether a text is one of a list that asks for all where it is empty.
pub(crate) fn is_among(list: &[Box<str>], text: Option<&str>) -> bool {
    list.is_empty() || text.is_some_and(|text| list.iter().any(|one| **one == *text))
}

/// A question to a log.
#[derive(Debug, Clone)]
pub struct KpiTermsParts {
    /// Windows `[from, to)`, in order, none over another: months, quarters, or one.
    pub windows: Vec<(i64, i64)>,
    /// What happens later is not known.
    pub as_of: i64,
    /// Zone in which works are due by the day.
    pub zone: Zone,
    /// What groups are made by; empty for one group.
    pub dimensions: Vec<Dimension>,
    /// Currency of amounts; amounts in others count as unknown.
    pub currency: Option<Currency>,
    /// Grace of preventive works: numerator and denominator of the share of the interval. Default: 1/10.
    pub grace: (u32, u32),
    /// Days after which a resolution that was not reopened counts as a fix. Default: 7.
    pub first_time_days: u32,
    /// Categories of tickets that are failures; empty for every ticket with an asset.
    pub failure_categories: Vec<Box<str>>,
    /// Priorities of tickets that are failures; empty for all.
    pub failure_priorities: Vec<Box<str>>,
    /// Opening hours in which times to resolution and repair count; `None` for all hours. Availability always
    /// counts all hours.
    pub hours: Option<Arc<BusinessTime>>,
    /// The assets of which time is required, in any order.
    pub assets: Vec<KpiAsset>,
}

impl KpiTermsParts {
    /// One window, one group, the default policies, no assets.
    pub fn new(window: (i64, i64), as_of: i64, zone: Zone) -> KpiTermsParts {
        KpiTermsParts {
            windows: vec![window],
            as_of,
            zone,
            dimensions: Vec::new(),
            currency: None,
            grace: (1, 10),
            first_time_days: 7,
            failure_categories: Vec::new(),
            failure_priorities: Vec::new(),
            hours: None,
            assets: Vec::new(),
        }
    }
}

/// A checked question: assets by id, windows in order.
#[derive(Debug, Clone)]
pub struct KpiTerms(pub(super) KpiTermsParts);

impl KpiTerms {
    /// The question.
    ///
    /// # Errors
    /// `KPI-001` a window that ends before it begins, or begins before the one before it ends · `KPI-002` no
    /// window or more than [`WINDOWS_MAX`], more than [`DIMENSIONS_MAX`] dimensions, an instant outside 1583–9999
    /// · `KPI-005` an asset or a dimension twice · `KPI-006` a grace that is not from 0 to 1. Pointers name the
    /// parts: `/windows/3`.
    pub fn new(mut parts: KpiTermsParts) -> Result<KpiTerms, Error> {
        let mut faults = Faults::new();
        check_windows(&parts, &mut faults);
        let (above, below) = parts.grace;
        if below == 0 || above > below {
            let message = format!("a grace of {above}/{below} of the interval");
            faults.add(codes::KPI_GRACE, "/grace", message);
        }
        if parts.dimensions.len() > DIMENSIONS_MAX {
            let message =
                format!("{} dimensions, at most {DIMENSIONS_MAX}", parts.dimensions.len());
            faults.add(codes::KPI_TOO_LARGE, "/dimensions", message);
        }
        for (index, dimension) in parts.dimensions.iter().enumerate() {
            if parts.dimensions.iter().take(index).any(|earlier| earlier == dimension) {
                let message = format!("`{}` twice", dimension.code());
                faults.add(codes::KPI_TWICE, format!("/dimensions/{index}"), message);
            }
        }
        crate::order::sort_by(&mut parts.assets, |a, b| a.id.cmp(&b.id));
        for pair in parts.assets.windows(2) {
            if let [a, b] = pair
                && a.id == b.id
            {
                faults.add(codes::KPI_TWICE, "/assets", format!("`{}` twice", a.id));
            }
        }
        for asset in &parts.assets {
            let place = || format!("/assets/{}", asset.id);
            if asset.from.zip(asset.to).is_some_and(|(from, to)| to < from) {
                faults.add(codes::KPI_REVERSED, place(), "out of service before it is in service");
            }
            if asset.replacement_minor.is_some_and(|minor| !(0..=INTEGER_MAX).contains(&minor)) {
                faults.add(
                    codes::KPI_TOO_LARGE,
                    place(),
                    "a replacement value that is not 0 to 2⁵³ − 1",
                );
            }
        }
        Error::check(faults.into_vec())?;
        Ok(KpiTerms(parts))
    }

    /// The same question with other windows and dimensions.
    ///
    /// # Errors
    /// As [`KpiTerms::new`].
    pub(crate) fn with(
        &self,
        windows: Vec<(i64, i64)>,
        dimensions: &[Dimension],
    ) -> Result<KpiTerms, Error> {
        let dimensions = dimensions.to_vec();
        KpiTerms::new(KpiTermsParts { windows, dimensions, ..self.0.clone() })
    }

    /// Its parts, assets by id.
    pub fn parts(&self) -> &KpiTermsParts {
        &self.0
    }

    /// The place of an asset.
    pub(super) fn asset(&self, id: &str) -> Option<(usize, &KpiAsset)> {
        let place = self.0.assets.binary_search_by(|asset| asset.id.as_str().cmp(id)).ok()?;
        Some((place, self.0.assets.get(place)?))
    }

    /// The windows, cut at `as_of`.
    pub(super) fn known_windows(&self) -> impl Iterator<Item = (i64, i64)> + '_ {
        let as_of = self.0.as_of;
        self.0.windows.iter().map(move |(from, to)| ((*from).min(as_of), (*to).min(as_of)))
    }

    /// The window in which an instant lies, unless it is not known yet.
    pub(super) fn window(&self, at: i64) -> Option<usize> {
        if at >= self.0.as_of {
            return None;
        }
        let place = self.0.windows.partition_point(|(from, _)| *from <= at).checked_sub(1)?;
        let (_, to) = self.0.windows.get(place)?;
        (at < *to).then_some(place)
    }

    /// The window in whose days a day lies, unless that day is not over yet.
    pub(super) fn window_of_day(&self, day: Day) -> Option<usize> {
        if day >= self.day(self.0.as_of)? {
            return None;
        }
        self.0.windows.iter().position(|(from, to)| {
            let from = self.day(*from).is_some_and(|from| from <= day);
            from && self.day(*to).is_some_and(|to| day < to)
        })
    }

    /// The last window of which something is known.
    pub(super) fn last_known(&self) -> Option<usize> {
        self.0.windows.partition_point(|(from, _)| *from < self.0.as_of).checked_sub(1)
    }

    /// The day of an instant.
    pub(super) fn day(&self, at: i64) -> Option<Day> {
        let local = at.checked_add(i64::from(self.0.zone.offset_at(at)))?;
        i32::try_from(local.div_euclid(86_400)).ok().and_then(Day::from_number)
    }

    /// Seconds from one instant to another on the clock that was asked for.
    pub(super) fn clock(&self, from: i64, to: i64) -> Option<i64> {
        match &self.0.hours {
            None => to.checked_sub(from).filter(|seconds| *seconds >= 0),
            Some(hours) => hours.between(from, to).ok(),
        }
    }
}

fn check_windows(parts: &KpiTermsParts, faults: &mut Faults) {
    let count = parts.windows.len();
    if count == 0 || count > WINDOWS_MAX {
        let message = format!("{count} windows, 1 to {WINDOWS_MAX} expected");
        faults.add(codes::KPI_TOO_LARGE, "/windows", message);
    }
    let known = BusinessTime::MIN..=BusinessTime::MAX;
    if !known.contains(&parts.as_of) {
        faults.add(codes::KPI_TOO_LARGE, "/as_of", "an instant outside 1583–9999");
    }
    let mut last = i64::MIN;
    for (index, (from, to)) in parts.windows.iter().enumerate() {
        let place = format!("/windows/{index}");
        if !known.contains(from) || !known.contains(to) {
            faults.add(codes::KPI_TOO_LARGE, place, "an instant outside 1583–9999");
        } else if to < from {
            faults.add(codes::KPI_REVERSED, place, "ends before it begins");
        } else if *from < last {
            faults.add(codes::KPI_REVERSED, place, "begins before the window before it ends");
        }
        last = last.max(*to);
    }
}
