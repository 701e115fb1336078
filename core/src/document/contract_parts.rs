//! From a contract of a document to a [`Contract`]; every fault is added with its pointer.

use super::contract_types::{
    AmendmentDoc, CarryOverName, EntitlementDoc, PerimeterDoc, SelectionDoc, ServiceDoc,
};
use super::convert::Known;
use super::level_parts::{self, LevelContext};
use super::parts;
use super::price_parts::{self, Series};
use super::read::IdText;
use super::types::{ContractDoc, EngagementDoc, PriceDoc, ServiceLevelDoc};
use crate::calendar::WorkCalendar;
use crate::contract::level::ServiceLevel;
use crate::contract::price::Price;
use crate::contract::{
    Amendment, CarryOver, Change, Content, Contract, ContractParts, Entitlement, Inclusion, Member,
    Notice, Perimeter, PurchaseAge, Renewal, Selection, ServiceTerms, Suspension, TermLength,
    TermParts, Termination, UnknownPurchase,
};
use crate::error::{Faults, codes};
use crate::id::{AssetId, ContractId, SiteId};
use crate::inventory::Selector;

use std::sync::Arc;

/// What a contract refers to.
pub(super) struct Context<'a> {
    pub(super) doc: &'a EngagementDoc,
    pub(super) known: &'a Known<'a>,
    pub(super) calendars: &'a [WorkCalendar],
    pub(super) series: &'a Series,
    pub(super) levels: LevelContext<'a>,
}

impl Context<'_> {
    pub(super) fn contract(
        &self,
        doc: &ContractDoc,
        pointer: &str,
        faults: &mut Faults,
    ) -> Option<Contract> {
        let before = faults.len();
        let id = ContractId::from(&doc.id);
        let party = |own: &Option<String>, default: &str| own.as_deref().unwrap_or(default).into();
        let given = ContractParts {
            reference: doc.reference.as_deref().unwrap_or(id.as_str()).into(),
            id,
            provider: party(&doc.provider, &self.doc.provider.name),
            customer: party(&doc.customer, &self.doc.customer.name),
            term: self.term(doc, pointer, faults),
            content: Content {
                perimeter: self.perimeter(&doc.perimeter, &format!("{pointer}/perimeter"), faults),
                services: services(&doc.services, &format!("{pointer}/services"), faults),
                service_levels: self.service_levels(&doc.service_levels, pointer, faults),
            },
            amendments: self.amendments(&doc.amendments, pointer, faults),
            suspensions: suspensions(doc, pointer, faults),
            price: doc.price.as_ref().and_then(|price| self.price(price, doc, pointer, faults)),
            priority: doc.priority.unwrap_or_default(),
        };
        let built = match Contract::new(given) {
            Ok(contract) => Some(contract),
            Err(error) => {
                faults.adopt(error.within(pointer));
                None
            }
        };
        built.filter(|_| faults.len() == before)
    }

    /// The price; every id that its classes name must be declared.
    fn price(
        &self,
        doc: &PriceDoc,
        contract: &ContractDoc,
        pointer: &str,
        faults: &mut Faults,
    ) -> Option<Price> {
        let pointer = format!("{pointer}/price");
        let mut lists = vec![(pointer.clone(), &doc.classes)];
        for (index, amendment) in doc.amendments.iter().enumerate() {
            lists.push((format!("{pointer}/amendments/{index}"), &amendment.classes));
        }
        for (place, classes) in lists {
            for (index, class) in classes.iter().enumerate() {
                let Some(select) = &class.select else { continue };
                let place = format!("{place}/classes/{index}/select");
                self.known.check_selector(select, &place, faults);
            }
        }
        let end = contract.end.filter(|end| *end > contract.begin);
        price_parts::price(doc, self.series, (contract.begin, end), &pointer, faults)
    }

    fn term(&self, doc: &ContractDoc, pointer: &str, faults: &mut Faults) -> TermParts {
        let length = match (doc.end, doc.initial_months) {
            (Some(_), Some(_)) => {
                let message = "`end` is given too";
                faults.add(codes::CON_TWO_VALUES, format!("{pointer}/initial_months"), message);
                TermLength::Open
            }
            (Some(end), None) => TermLength::Until(end),
            (None, Some(months)) => TermLength::Months(months),
            (None, None) => TermLength::Open,
        };
        let notice = match (doc.notice_months, doc.notice_days) {
            (Some(_), Some(_)) => {
                let message = "`notice_months` is given too";
                faults.add(codes::CON_TWO_VALUES, format!("{pointer}/notice_days"), message);
                None
            }
            (Some(months), None) => Some(Notice::Months(months)),
            (None, days) => days.map(Notice::Days),
        };
        let place = format!("{pointer}/notice_calendar");
        let calendar = doc.notice_calendar.as_ref().and_then(|IdText(id)| {
            // A calendar that has faults of its own is declared all the same.
            if !self.doc.calendars.iter().any(|calendar| calendar.id.0 == *id) {
                faults.add(codes::DOC_DANGLING_ID, place, format!("no calendar `{id}`"));
            } else if doc.notice_months.is_none() && doc.notice_days.is_none() {
                let message = "`notice_calendar` rolls a notice, but none is given";
                let place = format!("{pointer}/notice_months");
                faults.add(codes::DOC_MISSING_FIELD, place, message);
            }
            self.calendars.iter().find(|calendar| calendar.id().as_str() == id)
        });
        TermParts {
            begin: doc.begin,
            length,
            renewal: doc.renewal.unwrap_or(Renewal::None),
            period_months: doc.period_months,
            notice,
            notice_calendar: calendar.cloned().map(Arc::new),
            termination: doc.termination.as_ref().map(|termination| Termination {
                end: termination.end,
                reason: termination.reason.as_ref().map(parts::text),
            }),
        }
    }

    fn amendments(
        &self,
        docs: &[AmendmentDoc],
        pointer: &str,
        faults: &mut Faults,
    ) -> Vec<Amendment> {
        let mut amendments = Vec::with_capacity(docs.len());
        for (index, doc) in docs.iter().enumerate() {
            let pointer = format!("{pointer}/amendments/{index}");
            let perimeter = doc.perimeter.as_ref().map(|perimeter| {
                self.perimeter(perimeter, &format!("{pointer}/perimeter"), faults)
            });
            let services = doc
                .services
                .as_ref()
                .map(|list| services(list, &format!("{pointer}/services"), faults));
            let levels = doc.service_levels.as_ref();
            let service_levels = levels.map(|levels| self.service_levels(levels, &pointer, faults));
            amendments.push(Amendment {
                effective: doc.effective,
                reference: doc.reference.as_deref().map(Into::into),
                change: Change { perimeter, services, service_levels },
            });
        }
        amendments
    }

    fn service_levels(
        &self,
        docs: &[ServiceLevelDoc],
        pointer: &str,
        faults: &mut Faults,
    ) -> Vec<ServiceLevel> {
        let pointer = format!("{pointer}/service_levels");
        level_parts::service_levels(docs, &self.levels, &pointer, faults)
    }

    fn perimeter(&self, doc: &PerimeterDoc, pointer: &str, faults: &mut Faults) -> Perimeter {
        for (field, selections) in [("include", &doc.include), ("exclude", &doc.exclude)] {
            for (number, part) in selections.iter().enumerate() {
                let pointer = format!("{pointer}/{field}/{number}");
                self.known.check(&part.sites, &part.assets, &pointer, faults);
                if field == "exclude" && part.max_assets.is_some() {
                    let message = "`max_assets` limits what comes in: only `include` has it";
                    faults.add(codes::DOC_UNKNOWN_FIELD, format!("{pointer}/max_assets"), message);
                }
            }
        }
        for (number, member) in doc.members.iter().enumerate() {
            if !self.known.has_asset(&member.asset) {
                let place = format!("{pointer}/members/{number}/asset");
                faults.add(codes::DOC_DANGLING_ID, place, format!("no asset `{}`", member.asset.0));
            }
        }
        let member = |doc: &super::contract_types::MemberDoc| Member {
            asset: AssetId::from(&doc.asset),
            from: doc.from,
            to: doc.to,
        };
        let inclusion = |doc: &SelectionDoc| Inclusion {
            selection: selection(doc),
            max_assets: doc.max_assets,
        };
        Perimeter {
            include: doc.include.iter().map(inclusion).collect(),
            exclude: doc.exclude.iter().map(selection).collect(),
            members: doc.members.iter().map(member).collect(),
            max_assets: doc.max_assets,
        }
    }
}

fn selection(doc: &SelectionDoc) -> Selection {
    Selection {
        selector: Selector {
            categories: doc.categories.clone(),
            tags: doc.tags.iter().map(|tag| tag.as_str().into()).collect(),
            criticalities: doc.criticalities.clone(),
            usages: doc.usages.clone(),
            sites: doc.sites.iter().map(SiteId::from).collect(),
            assets: doc.assets.iter().map(AssetId::from).collect(),
            except: Vec::new(),
        },
        purchase_age: doc.purchase_age.as_ref().map(|age| PurchaseAge {
            min_months: age.min_months,
            max_months: age.max_months,
            unknown: age.unknown.unwrap_or(UnknownPurchase::NotSelected),
        }),
    }
}

fn services(docs: &[ServiceDoc], pointer: &str, faults: &mut Faults) -> Vec<ServiceTerms> {
    let mut services = Vec::with_capacity(docs.len());
    for (index, doc) in docs.iter().enumerate() {
        services.push(match doc {
            ServiceDoc::Named(service) => ServiceTerms::unlimited(*service),
            ServiceDoc::Terms(terms) => {
                let mut entitlements = Vec::with_capacity(terms.entitlements.len());
                for (number, doc) in terms.entitlements.iter().enumerate() {
                    let pointer = format!("{pointer}/{index}/entitlements/{number}");
                    entitlements.push(entitlement(doc, &pointer, faults));
                }
                ServiceTerms { service: terms.service, entitlements }
            }
        });
    }
    services
}

fn entitlement(doc: &EntitlementDoc, pointer: &str, faults: &mut Faults) -> Entitlement {
    let carry_over = match doc.carry_over.unwrap_or(CarryOverName::None) {
        CarryOverName::NextPeriod => CarryOver::NextPeriod { max: doc.carry_over_max },
        CarryOverName::None => {
            if doc.carry_over_max.is_some() {
                let message = "nothing is carried over, so nothing limits it";
                faults.add(codes::CON_ENTITLEMENT, format!("{pointer}/carry_over_max"), message);
            }
            CarryOver::None
        }
    };
    Entitlement { measure: doc.measure, quantity: doc.quantity, per: doc.per, carry_over }
}

fn suspensions(doc: &ContractDoc, pointer: &str, faults: &mut Faults) -> Vec<Suspension> {
    let mut suspensions = Vec::with_capacity(doc.suspensions.len());
    for (index, suspension) in doc.suspensions.iter().enumerate() {
        let place = format!("{pointer}/suspensions/{index}");
        let period = parts::period(suspension.start, suspension.end, &place, faults);
        let reason = suspension.reason.as_ref().map(parts::text);
        suspensions.extend(period.map(|period| Suspension { period, reason }));
    }
    suspensions
}
