//! Reading an engagement document as a whole.

use super::calendars;
use super::catalogue::catalogue_tasks;
use super::contract_parts::Context;
use super::json::{Json, parse};
use super::level_parts::LevelContext;
use super::plan_parts::programme;
use super::read::{IdText, Place, Read};
use super::task_parts::{in_rings, task};
use super::task_policy_parts::house_rules;
use super::types::{EngagementDoc, SelectorDoc};
use super::{ENGAGEMENT_FORMAT, FORMAT_VERSION};
use super::{asset_parts, audit_parts, budget_parts, price_parts, renewal_parts};
use crate::audit::AuditPolicy;
use crate::calendar::{HolidaySet, Hours, Week, WorkCalendar};
use crate::contract::Contract;
use crate::engagement::{Adoption, Engagement, adopt, empty_perimeters};
use crate::error::{Error, Fault, Faults, codes};
use crate::id::{AssetId, CalendarId, SiteId, SkillId};
use crate::inventory::{Asset, Estate, EstateParts, Licence, Relation, Site, UNKNOWN_SITE};
use crate::order;
use crate::plan::{Capacity, PlanInput, PlanParts, TaskTemplate};
use crate::renewal::RenewalPolicy;
use crate::report::Contact;
use crate::takeover::Takeover;
use crate::text::Text;
use crate::time::Zone;
use std::sync::Arc;

/// Reads an engagement document and brings in the assets of `takeover` (use the default one when there
/// is none).
///
/// # Errors
/// Every fault of the document, in document order, each with its pointer: `DOC-001` to `DOC-017` for
/// its form, `INV-*`, `CAL-*`, `REC-*`, `CON-*`, `PRI-*` and `PLAN-004` to `PLAN-013` for its meaning. Relations and
/// selections may name assets of the takeover.
///
/// # Example
/// ```
/// use entretien::{document, takeover::Takeover};
/// let text = br#"{"format":"entretien/engagement","format_version":"1.0",
///   "provider":{"name":"Atelier"},"customer":{"name":"Usine"},
///   "time_zone":"Europe/Paris","begin":"2026-01-05",
///   "assets":[{"id":"srv-1","category":"server"}]}"#;
/// let engagement = document::read_engagement(text, &Takeover::default()).unwrap();
/// assert_eq!(engagement.input().estate().assets().len(), 1);
///
/// let error = document::read_engagement(b"{\"format\":\"x\"}", &Takeover::default()).unwrap_err();
/// assert_eq!(error.code(), "DOC-003");
/// ```
pub fn read_engagement(bytes: &[u8], takeover: &Takeover) -> Result<Engagement, Error> {
    build(&read_document(bytes, ENGAGEMENT_FORMAT)?, takeover)
}

/// A document of one format, of which every field is well formed.
pub(super) fn read_document<T: Read>(bytes: &[u8], format: &str) -> Result<T, Error> {
    let json = parse(bytes)?;
    check_format(&json, format)?;
    let mut faults = Faults::new();
    let doc = T::read(&json, Place::ROOT, &mut faults);
    Error::check(faults.into_vec())?;
    doc.ok_or_else(|| Error::new(codes::DOC_WRONG_TYPE, "", "the document cannot be read"))
}

/// Refuses a document of another format or version before anything else is said of it.
pub(super) fn check_format(json: &Json<'_>, format: &str) -> Result<(), Error> {
    let Json::Object(fields) = json else {
        let message = format!("expected an object, found {}", json.kind());
        return Err(Error::new(codes::DOC_WRONG_TYPE, "", message));
    };
    for (name, expected) in [("format", format), ("format_version", FORMAT_VERSION)] {
        match fields.iter().find(|(field, _)| field == name).map(|(_, value)| value) {
            Some(Json::Text(text)) if text == expected => {}
            found => {
                let found = match found {
                    Some(Json::Text(text)) => format!("`{}`", super::read::clip(text)),
                    Some(other) => other.kind().to_owned(),
                    None => "nothing".to_owned(),
                };
                let message = format!("expected `{expected}`, found {found}");
                return Err(Error::new(codes::DOC_FORMAT, format!("/{name}"), message));
            }
        }
    }
    Ok(())
}

fn build(doc: &EngagementDoc, takeover: &Takeover) -> Result<Engagement, Error> {
    let mut faults = Faults::new();
    let zone = calendars::zone(&doc.time_zone, "/time_zone", &mut faults);
    let (calendars, default_calendar) = calendars_of(doc, zone, &mut faults);
    let sites = sites(doc);
    let declared: Vec<Asset> = doc
        .assets
        .iter()
        .enumerate()
        .map(|(index, asset)| asset_parts::asset(asset, &format!("/assets/{index}"), &mut faults))
        .collect();
    let Adoption { sites, assets, relations, diagnostics: mut adoption, comparison } =
        adopt(sites, declared, relations(doc), takeover);
    let known = Known::of(&sites, &assets);
    let series = price_parts::index_series(&doc.index_series, &mut faults);
    let context = Context {
        doc,
        known: &known,
        calendars: &calendars,
        series: &series,
        levels: LevelContext { calendars: &doc.calendars, default: &default_calendar },
    };
    let contracts = contracts(&context, &mut faults);
    let tasks = tasks(doc, &known, &mut faults);
    let capacity = capacity(doc, &mut faults);
    let house = house_rules(doc.house_rules.as_ref(), &mut faults);
    let programme = programme(doc, &known, (&calendars, &default_calendar), &mut faults);
    let policies = renewal_policies(doc, &known, &mut faults);
    let budget = doc.renewal.as_ref().and_then(|renewal| renewal.budget.as_ref());
    let budget = budget.and_then(|doc| budget_parts::budget(doc, "/renewal/budget", &mut faults));
    let audit = audit_policy(doc, &mut faults);
    let licences = licences(doc, &mut faults);
    let estate = match (EstateParts { sites, assets, relations, licences }).build() {
        Ok(estate) => estate,
        Err(error) => {
            faults.adopt(error);
            Estate::default()
        }
    };
    Error::check(faults.into_vec())?;
    // Without a fault, every contract of the document was built, in its order.
    adoption.extend(empty_perimeters(&contracts, &estate));
    let input = PlanInput::new(PlanParts {
        provider: doc.provider.name.as_str().into(),
        customer: doc.customer.name.as_str().into(),
        begin: doc.begin,
        estate,
        calendars,
        default_calendar,
        contracts,
        tasks,
        capacity,
        house,
        zone: zone.unwrap_or(Zone::PARIS),
        programme,
    })?;
    let engagement = Engagement::new(input, takeover, adoption);
    let engagement = engagement.with_comparison(comparison).with_renewal_terms(policies, budget);
    let engagement = engagement.with_contacts(contacts(doc));
    Ok(match audit {
        Some(policy) => engagement.with_audit_policy(Arc::new(policy)),
        None => engagement.with_shipped_audit(audit_parts::shipped_policy),
    })
}

/// The two parties, where the document says whom to call.
fn contacts(doc: &EngagementDoc) -> Vec<Contact> {
    let parties =
        [(&doc.provider, "Provider", "Prestataire"), (&doc.customer, "Customer", "Client")];
    let known = parties.into_iter().filter(|(party, _, _)| party.contact.is_some());
    known
        .map(|(party, en, fr)| Contact {
            role: Text::new(en, Some(fr)),
            name: party.name.as_str().into(),
            reach: party.contact.as_deref().map(Into::into),
        })
        .collect()
}

/// The rules and waivers of the document, if it has any.
fn audit_policy(doc: &EngagementDoc, faults: &mut Faults) -> Option<AuditPolicy> {
    let read = audit_parts::policy(doc.audit.as_ref()?);
    read.map_err(|error| faults.adopt(error.within("/audit"))).ok()
}

fn renewal_policies(
    doc: &EngagementDoc,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<RenewalPolicy> {
    let docs = doc.renewal.as_ref().map_or(&[][..], |renewal| &renewal.policies);
    unique("/renewal/policies", docs.iter().map(|policy| &policy.id), "id", faults);
    let mut policies = Vec::with_capacity(docs.len());
    for (index, doc) in docs.iter().enumerate() {
        let pointer = format!("/renewal/policies/{index}");
        if let Some(selector) = &doc.applies_to {
            known.check_selector(selector, &format!("{pointer}/applies_to"), faults);
        }
        policies.extend(renewal_parts::policy(doc, &pointer, faults));
    }
    policies
}

/// Ids that selections may name, in order.
pub(super) struct Known<'a> {
    sites: Vec<&'a str>,
    assets: Vec<&'a str>,
}

impl Known<'_> {
    fn of<'a>(sites: &'a [Site], assets: &'a [Asset]) -> Known<'a> {
        let mut sites: Vec<&str> = sites.iter().map(|site| site.id.as_str()).collect();
        sites.push(UNKNOWN_SITE);
        let mut assets: Vec<&str> = assets.iter().map(|asset| asset.id.as_str()).collect();
        order::sort(&mut sites);
        order::sort(&mut assets);
        Known { sites, assets }
    }

    pub(super) fn has_asset(&self, id: &IdText) -> bool {
        self.assets.binary_search(&id.0.as_str()).is_ok()
    }

    /// Adds a fault for every id that a selector names, or leaves out, and nothing declares.
    pub(super) fn check_selector(&self, doc: &SelectorDoc, pointer: &str, faults: &mut Faults) {
        self.check(&doc.sites, &doc.assets, pointer, faults);
        for (index, except) in doc.except.iter().enumerate() {
            self.check_selector(except, &format!("{pointer}/except/{index}"), faults);
        }
    }

    /// Adds a fault for every id of a selection that nothing declares.
    pub(super) fn check(
        &self,
        sites: &[IdText],
        assets: &[IdText],
        pointer: &str,
        faults: &mut Faults,
    ) {
        let lists =
            [("sites", "site", sites, &self.sites), ("assets", "asset", assets, &self.assets)];
        for (field, kind, ids, known) in lists {
            for (index, IdText(id)) in ids.iter().enumerate() {
                if known.binary_search(&id.as_str()).is_err() {
                    let place = format!("{pointer}/{field}/{index}");
                    faults.add(codes::DOC_DANGLING_ID, place, format!("no {kind} `{id}`"));
                }
            }
        }
    }
}

fn calendars_of(
    doc: &EngagementDoc,
    zone: Option<Zone>,
    faults: &mut Faults,
) -> (Vec<WorkCalendar>, CalendarId) {
    let mut all = calendars::all(&doc.calendars, "/calendars", zone, faults);
    let declared = |id: &IdText| doc.calendars.iter().any(|calendar| calendar.id == *id);
    if let Some(id) = doc.calendar.as_ref().filter(|id| !declared(id)) {
        faults.add(codes::DOC_DANGLING_ID, "/calendar", format!("no calendar `{}`", id.0));
    }
    for (index, site) in doc.sites.iter().enumerate() {
        if let Some(id) = site.calendar.as_ref().filter(|id| !declared(id)) {
            let place = format!("/sites/{index}/calendar");
            faults.add(codes::DOC_DANGLING_ID, place, format!("no calendar `{}`", id.0));
        }
    }
    let default = IdText("default".to_owned());
    let chosen = doc.calendar.as_ref().or(doc.calendars.first().map(|calendar| &calendar.id));
    let chosen = CalendarId::from(chosen.unwrap_or(&default));
    if doc.calendars.is_empty() {
        let hours = Hours { week: Week::office(), holidays: HolidaySet::FR, ..Hours::default() };
        let zone = zone.unwrap_or(Zone::PARIS);
        all.push(WorkCalendar::of_hours(chosen.clone(), zone, hours));
    }
    (all, chosen)
}

/// The sites; [`Estate::new`] reports those that are declared twice.
fn sites(doc: &EngagementDoc) -> Vec<Site> {
    doc.sites
        .iter()
        .map(|site| Site {
            id: SiteId::from(&site.id),
            name: site.name.as_str().into(),
            calendar: site.calendar.as_ref().map(CalendarId::from),
        })
        .collect()
}

fn licences(doc: &EngagementDoc, faults: &mut Faults) -> Vec<Licence> {
    let licences = doc.licences.iter().enumerate();
    licences
        .map(|(index, doc)| asset_parts::licence(doc, &format!("/licences/{index}"), faults))
        .collect()
}

fn relations(doc: &EngagementDoc) -> Vec<Relation> {
    doc.relations
        .iter()
        .map(|relation| Relation {
            kind: relation.kind,
            from: AssetId::from(&relation.from),
            to: AssetId::from(&relation.to),
        })
        .collect()
}

fn contracts(context: &Context<'_>, faults: &mut Faults) -> Vec<Contract> {
    let docs = &context.doc.contracts;
    unique("/contracts", docs.iter().map(|contract| &contract.id), "id", faults);
    let mut contracts = Vec::with_capacity(docs.len());
    for (index, contract) in docs.iter().enumerate() {
        contracts.extend(context.contract(contract, &format!("/contracts/{index}"), faults));
    }
    contracts
}

fn tasks(doc: &EngagementDoc, known: &Known<'_>, faults: &mut Faults) -> Vec<TaskTemplate> {
    let Some(docs) = &doc.tasks else {
        return super::catalogue();
    };
    if docs.is_empty() {
        faults.add(codes::PLAN_NO_TASK, "/tasks", "the list of tasks is empty");
    }
    unique("/tasks", docs.iter().map(|task| &task.id), "id", faults);
    let templates = catalogue_tasks();
    let mut tasks = Vec::with_capacity(docs.len());
    for (index, task_doc) in docs.iter().enumerate() {
        let pointer = format!("/tasks/{index}");
        if let Some(selector) = &task_doc.applies_to {
            let pointer = format!("{pointer}/applies_to");
            known.check_selector(selector, &pointer, faults);
        }
        for (index, ring) in task_doc.rings.iter().flatten().enumerate() {
            if let Some(selector) = &ring.applies_to {
                let pointer = format!("{pointer}/rings/{index}/applies_to");
                known.check_selector(selector, &pointer, faults);
            }
        }
        let Some(task) = task(task_doc, &templates, &pointer, faults) else { continue };
        match &task_doc.rings {
            Some(docs) => tasks.extend(in_rings(&task, docs, &pointer, faults)),
            None => tasks.push(task),
        }
    }
    tasks
}

fn capacity(doc: &EngagementDoc, faults: &mut Faults) -> Vec<Capacity> {
    unique("/capacity", doc.capacity.iter().map(|capacity| &capacity.skill), "skill", faults);
    doc.capacity
        .iter()
        .map(|capacity| Capacity {
            skill: SkillId::from(&capacity.skill),
            minutes_per_week: capacity.minutes_per_week,
        })
        .collect()
}

/// Adds a fault for every id that an earlier element of the list has.
pub(super) fn unique<'a>(
    list: &str,
    ids: impl Iterator<Item = &'a IdText>,
    field: &str,
    faults: &mut Faults,
) {
    let mut seen = order::Index::default();
    for (index, id) in ids.enumerate() {
        if !seen.is_new(&id.0) {
            let message = format!("`{}` is used twice", id.0);
            faults.push(Fault::new(
                codes::DOC_DUPLICATE_ID,
                format!("{list}/{index}/{field}"),
                message,
            ));
        }
    }
}
