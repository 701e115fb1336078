//! Every renewal and update of an estate, as of a day.

use super::input::{Known, RenewalInput};
use super::policy::{Driver, RenewalPolicy, policy_of};
use super::reason::reasons;
use super::row::{Reason, ReasonPart, RenewalAction, RenewalRow, RenewalSubject};
use super::window::Window;
use crate::inventory::{Asset, Licence};
use crate::order;
use crate::quantity::Money;
use crate::support::{Installed, InstalledKind, SupportEnd};
use crate::time::Day;
use serde::Serialize;

/// Renewals and updates of an estate, as of a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Renewals {
    /// The day as of which they were asked.
    pub as_of: Day,
    /// Rows: assets by id, then products by asset and name, contracts, licences, certificates.
    pub rows: Vec<RenewalRow>,
    /// Assets that are retired, and so left out.
    pub retired_count: usize,
    /// The policies that dated the rows, by id.
    #[serde(skip)]
    pub(super) policies: Vec<RenewalPolicy>,
}

/// Dates every renewal and update of an estate. The rules are in [`crate::renewal::rules`].
///
/// ```
/// use entretien::id::{AssetId, SiteId};
/// use entretien::inventory::{Asset, Category, Estate, Site};
/// use entretien::renewal::{Driver, RenewalInput, renewals};
/// use entretien::time::Day;
/// let site = SiteId::new("lyon").unwrap();
/// let mut asset = Asset::new(AssetId::new("pc-01").unwrap(), "pc-01", Category::Laptop, site.clone());
/// asset.facts.purchase = Day::parse("2023-05-31");
/// asset.facts.warranty_end = Day::parse("2026-05-31");
/// let sites = vec![Site { id: site, name: "Lyon".into(), calendar: None }];
/// let estate = Estate::new(sites, vec![asset], vec![]).unwrap();
/// let as_of = Day::parse("2026-01-01").unwrap();
/// let input = RenewalInput { estate: &estate, policies: &[], installed: None, contracts: &[], as_of };
/// let found = renewals(&input);
/// let row = &found.rows[0];
/// assert_eq!(row.due, Day::parse("2027-05-31")); // four years, the usual life of a laptop
/// assert_eq!(row.binding().unwrap().driver, Driver::Age);
/// assert_eq!((row.earliest, row.latest), (Day::parse("2026-05-31"), Day::parse("2029-05-31")));
/// ```
pub fn renewals(input: &RenewalInput<'_>) -> Renewals {
    let fallback = RenewalPolicy::default();
    let known = Known::new(input, &fallback);
    let builder = Builder { input, known: &known, fallback: &fallback };
    let mut rows = Vec::new();
    let mut retired_count = 0;
    let mut products = Vec::new();
    let mut certificates = Vec::new();
    for asset in input.estate.assets() {
        if asset.is_retired() {
            retired_count += 1;
            continue;
        }
        let policy = builder.policy_of(asset);
        rows.push(builder.asset(asset, policy));
        let updated = known.products_on(asset).iter();
        products.extend(updated.filter_map(|product| builder.product(asset, policy, product)));
        let dated = asset.facts.certificates.iter();
        certificates.extend(dated.map(|c| builder.certificate(asset, &c.name, c.expires)));
    }
    for rows in [&mut products, &mut certificates] {
        order::sort_by(rows, |a, b| a.subject.cmp(&b.subject).then_with(|| a.due.cmp(&b.due)));
    }
    products.dedup_by(|later, earlier| same_product(&later.subject, &earlier.subject));
    rows.extend(products);
    let mut contracts: Vec<RenewalRow> =
        input.contracts.iter().map(|contract| builder.contract(contract)).collect();
    order::sort_by(&mut contracts, |a, b| a.subject.cmp(&b.subject));
    rows.extend(contracts);
    rows.extend(input.estate.licences().iter().map(|licence| builder.licence(licence)));
    rows.extend(certificates);
    let mut policies = input.policies.to_vec();
    policies.push(fallback);
    Renewals { as_of: input.as_of, rows, retired_count, policies }
}

/// Whether two rows speak of one cycle of one product on one asset.
fn same_product(a: &RenewalSubject, b: &RenewalSubject) -> bool {
    a == b && matches!(a, RenewalSubject::Product { .. })
}

struct Builder<'a> {
    input: &'a RenewalInput<'a>,
    known: &'a Known<'a>,
    fallback: &'a RenewalPolicy,
}

impl<'a> Builder<'a> {
    fn policy_of(&self, asset: &Asset) -> &'a RenewalPolicy {
        policy_of(self.input.policies, asset).unwrap_or(self.fallback)
    }

    fn asset(&self, asset: &Asset, policy: &RenewalPolicy) -> RenewalRow {
        let reasons = reasons(asset, policy, self.known, self.input.as_of);
        let window = Window::of(&reasons, policy, self.input.as_of);
        let subject = RenewalSubject::Asset { asset: asset.id.clone() };
        let price = policy.price.or(asset.facts.price);
        self.row(subject, RenewalAction::Replace, Some(asset), &policy.id, window, price, reasons)
    }

    /// The update of a product, where the policy wants one for it and its support ends.
    fn product(
        &self,
        asset: &Asset,
        policy: &RenewalPolicy,
        product: &Installed,
    ) -> Option<RenewalRow> {
        let driver = match product.kind {
            InstalledKind::Os => Driver::OsSupport,
            InstalledKind::Firmware => Driver::FirmwareSupport,
            InstalledKind::Software => Driver::SoftwareSupport,
        };
        if !policy.updates.contains(&driver) {
            return None;
        }
        let date = match product.end(policy.support_level) {
            SupportEnd::On(day) => Some(day),
            SupportEnd::Ended => None,
            SupportEnd::NotEnded | SupportEnd::Unknown => return None,
        };
        let reason = self.only(driver, date, Some(product.text.clone()));
        let window = Window::of(std::slice::from_ref(&reason), policy, self.input.as_of);
        let subject = RenewalSubject::Product {
            asset: asset.id.clone(),
            product: product.product.clone()?,
            cycle: product.cycle.clone(),
            target: product.target.clone(),
        };
        let price = policy.update_price;
        let reasons = vec![reason];
        Some(self.row(
            subject,
            RenewalAction::Update,
            Some(asset),
            &policy.id,
            window,
            price,
            reasons,
        ))
    }

    fn contract(&self, contract: &super::ContractEnd) -> RenewalRow {
        let day = contract.notice.unwrap_or(contract.end);
        let subject = RenewalSubject::Contract { contract: contract.contract.clone() };
        self.renewed(subject, Driver::Contract, Some(day), None, None)
    }

    fn licence(&self, licence: &Licence) -> RenewalRow {
        let subject = RenewalSubject::Licence { licence: licence.id.clone() };
        self.renewed(subject, Driver::Licence, licence.expires, None, licence.price)
    }

    fn certificate(&self, asset: &Asset, name: &str, expires: Option<Day>) -> RenewalRow {
        let subject = RenewalSubject::Certificate { asset: asset.id.clone(), name: name.into() };
        self.renewed(subject, Driver::Certificate, expires, Some(asset), None)
    }

    fn renewed(
        &self,
        subject: RenewalSubject,
        driver: Driver,
        date: Option<Day>,
        asset: Option<&Asset>,
        price: Option<Money>,
    ) -> RenewalRow {
        let reasons = match date {
            Some(day) => vec![self.only(driver, Some(day), None)],
            None => Vec::new(),
        };
        let window = Window::of(&reasons, self.fallback, self.input.as_of);
        let action = RenewalAction::Renew;
        self.row(subject, action, asset, &self.fallback.id, window, price, reasons)
    }

    /// A row's only reason.
    fn only(&self, driver: Driver, date: Option<Day>, what: Option<Box<str>>) -> Reason {
        let is_over = date.is_none_or(|day| day <= self.input.as_of);
        let part = ReasonPart::Binding;
        Reason { driver, part, what, date, is_over, no_date: None, low: None, high: None }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a row, put together in one place")]
    fn row(
        &self,
        subject: RenewalSubject,
        action: RenewalAction,
        asset: Option<&Asset>,
        policy: &str,
        window: Window,
        price: Option<Money>,
        reasons: Vec<Reason>,
    ) -> RenewalRow {
        let binding = reasons.first().filter(|reason| reason.part == ReasonPart::Binding);
        RenewalRow {
            action,
            category: asset.map(|asset| asset.category),
            site: asset.map(|asset| asset.site.clone()),
            contract: asset.and_then(|asset| self.known.first_contract(asset)).cloned(),
            policy: policy.into(),
            due: binding.and_then(|reason| reason.date),
            is_over: binding.is_some_and(|reason| reason.is_over),
            wanted: window.wanted,
            earliest: window.earliest,
            latest: window.latest,
            price,
            subject,
            reasons,
        }
    }
}

impl Renewals {
    /// The policy that dated a row.
    pub(super) fn policy(&self, row: &RenewalRow) -> Option<&RenewalPolicy> {
        self.policies.iter().find(|policy| policy.id == row.policy)
    }

    /// The rows with this action.
    pub fn with_action(&self, action: RenewalAction) -> impl Iterator<Item = &RenewalRow> {
        self.rows.iter().filter(move |row| row.action == action)
    }
}
