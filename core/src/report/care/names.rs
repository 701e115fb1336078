//! What people call the things that renewals and findings are about.

use super::super::pen::Pen;
use super::CareInput;
use crate::contract::Contract;
use crate::inventory::Category;
use crate::quantity::{Currency, Money};
use crate::renewal::{RenewalAction, RenewalRow, RenewalSubject};
use crate::text::Label;
use crate::time::Day;

/// Names of one input, in one language.
#[derive(Clone, Copy)]
pub(in super::super) struct Names<'a> {
    pub(in super::super) input: &'a CareInput<'a>,
    pub(in super::super) pen: Pen,
}

impl<'a> Names<'a> {
    pub(in super::super) fn new(input: &'a CareInput<'a>, pen: Pen) -> Names<'a> {
        Names { input, pen }
    }

    pub(in super::super) fn asset(&self, id: &'a str) -> &'a str {
        self.input.estate.asset(id).map_or(id, |asset| &*asset.name)
    }

    pub(in super::super) fn site(&self, id: &'a str) -> &'a str {
        self.input.estate.site(id).map_or(id, |site| &*site.name)
    }

    pub(in super::super) fn licence(&self, id: &'a str) -> &'a str {
        let licences = self.input.estate.licences();
        let found = licences.iter().find(|licence| licence.id.as_str() == id);
        found.map_or(id, |licence| &*licence.software)
    }

    pub(in super::super) fn contract(&self, id: &'a str) -> &'a str {
        let contracts = self.input.contracts;
        let place = contracts.binary_search_by(|contract| contract.id().as_str().cmp(id));
        let found = place.ok().and_then(|place| contracts.get(place));
        found.map(Contract::reference).filter(|text| !text.is_empty()).unwrap_or(id)
    }

    pub(in super::super) fn category(&self, category: Category) -> String {
        self.pen.typeset(category.label(self.pen.lang))
    }

    /// Name and id of what a row is about.
    pub(in super::super) fn subject(&self, subject: &'a RenewalSubject) -> (&'a str, &'a str) {
        match subject {
            RenewalSubject::Asset { asset }
            | RenewalSubject::Product { asset, .. }
            | RenewalSubject::Certificate { asset, .. } => {
                (self.asset(asset.as_str()), asset.as_str())
            }
            RenewalSubject::Contract { contract } => {
                (self.contract(contract.as_str()), contract.as_str())
            }
            RenewalSubject::Licence { licence } => {
                (self.licence(licence.as_str()), licence.as_str())
            }
        }
    }

    /// What is to be done: `replace`, `update debian 10 → 12`, `renew the licence`.
    pub(in super::super) fn what(&self, row: &RenewalRow) -> String {
        match &row.subject {
            RenewalSubject::Asset { .. } => self.pen.t("replace", "remplacer"),
            RenewalSubject::Product { product, cycle, target, .. } => {
                let mut text = format!("{} {product}", self.pen.t("update", "mettre à jour"));
                if let Some(cycle) = cycle {
                    text = format!("{text} {cycle}");
                }
                if let Some(target) = target {
                    text = format!("{text} → {target}");
                }
                text
            }
            RenewalSubject::Contract { .. } => self
                .pen
                .t("renew the contract, or give notice", "renouveler le contrat, ou le dénoncer"),
            RenewalSubject::Licence { .. } => {
                self.pen.t("renew the licence", "renouveler la licence")
            }
            RenewalSubject::Certificate { name, .. } => {
                format!(
                    "{} {name}",
                    self.pen.t("renew the certificate", "renouveler le certificat")
                )
            }
        }
    }

    pub(in super::super) fn money(&self, money: Money) -> String {
        self.pen.money(money.minor(), money.currency())
    }

    /// Sums by currency; `unknown` where there is none.
    pub(in super::super) fn sums(&self, sums: &[Money]) -> String {
        if sums.is_empty() {
            return self.unknown();
        }
        let each: Vec<String> = sums.iter().map(|sum| self.money(*sum)).collect();
        each.join(" + ")
    }

    pub(in super::super) fn unknown(&self) -> String {
        self.pen.t("unknown", "inconnu")
    }

    pub(in super::super) fn day(&self, day: Option<Day>) -> String {
        day.map_or_else(|| self.unknown(), |day| self.pen.date(day))
    }
}

/// The kind of a subject, as its key begins.
pub(super) fn kind(subject: &RenewalSubject) -> &'static str {
    match subject {
        RenewalSubject::Asset { .. } => "asset",
        RenewalSubject::Product { .. } => "product",
        RenewalSubject::Contract { .. } => "contract",
        RenewalSubject::Licence { .. } => "licence",
        RenewalSubject::Certificate { .. } => "certificate",
    }
}

/// The place of an action in bars.
pub(super) fn place(action: RenewalAction) -> usize {
    match action {
        RenewalAction::Replace => 0,
        RenewalAction::Update => 1,
        RenewalAction::Renew => 2,
    }
}

/// Sums of money by currency, as far as they can be added.
pub(in super::super) fn add(sums: &mut Vec<Money>, money: Money) {
    match sums.iter_mut().find(|sum| sum.currency() == money.currency()) {
        Some(sum) => {
            if let Some(more) = sum.checked_add(money) {
                *sum = more;
            }
        }
        None => sums.push(money),
    }
}

/// What is known in one currency.
pub(in super::super) fn sums_known(sums: &[Money], currency: Currency) -> i64 {
    sums.iter()
        .filter(|sum| sum.currency() == currency)
        .map(Money::minor)
        .fold(0, i64::saturating_add)
}
