//! From a document of changes to the changes; every fault is added with its pointer.

use super::CHANGES_FORMAT;
use super::asset_parts;
use super::catalogue::catalogue_tasks;
use super::change_types::{ChangeDoc, ChangesDoc, MeterReadingDoc, VisitsChangeDoc};
use super::convert::read_document;
use super::plan_parts::{event, request, window};
use super::read::IdText;
use super::task_parts::task;
use super::task_policy_parts::{house_rules, only};
use super::types::{CapacityDoc, HouseRulesDoc, SelectorDoc, TaskDoc, WindowDoc};
use crate::error::{Error, Faults, codes};
use crate::id::{AssetId, SkillId, TaskId};
use crate::inventory::UNKNOWN_SITE;
use crate::plan::{Capacity, Change, HouseRules, PlanInput, Reading, Visits};

/// Reads changes to an engagement: format `entretien/changes`, version 1.0. The working days of the windows
/// that it sets are those of the default calendar of `input`.
///
/// Whether what a change names is there is judged when it is made
/// ([`PlanInput::with`](crate::plan::PlanInput::with)).
///
/// # Errors
/// Every fault of the document with its pointer: `DOC-*` for its form (`DOC-005` a change without a field),
/// `CON-008` a change with several, and what an engagement document refuses of each part.
///
/// # Example
/// ```
/// use entretien::document::{read_changes, read_engagement};
/// use entretien::takeover::Takeover;
/// let text = br#"{"format":"entretien/engagement","format_version":"1.0",
///   "provider":{"name":"P"},"customer":{"name":"C"},"time_zone":"Europe/Paris","begin":"2026-01-05"}"#;
/// let engagement = read_engagement(text, &Takeover::default()).unwrap();
/// let read = |changes: &str| {
///     let text = format!(
///         r#"{{"format":"entretien/changes","format_version":"1.0","changes":{changes}}}"#
///     );
///     read_changes(text.as_bytes(), engagement.input())
/// };
/// assert_eq!(read(r#"[{"remove_event": "e1"}, {"visits": {"within_days": 7}}]"#).unwrap().len(), 2);
///
/// let error = read(r#"[{"remove_event": "e1", "remove_window": "w1"}]"#).unwrap_err();
/// let fault = error.faults().next().unwrap();
/// assert_eq!((fault.code, fault.pointer.as_str()), ("CON-008", "/changes/0"));
/// ```
pub fn read_changes(bytes: &[u8], input: &PlanInput) -> Result<Vec<Change>, Error> {
    let doc: ChangesDoc = read_document(bytes, CHANGES_FORMAT)?;
    let mut faults = Faults::new();
    let has_task = doc.changes.iter().any(|change| change.task.is_some());
    let templates = if has_task { catalogue_tasks() } else { Vec::new() };
    let mut context = Context { input, templates, added: Vec::new() };
    let mut changes = Vec::with_capacity(doc.changes.len());
    for (index, own) in doc.changes.iter().enumerate() {
        let pointer = format!("/changes/{index}");
        changes.extend(change(own, &context, &pointer, &mut faults));
        context.added.extend(own.asset.as_ref().map(|asset| &asset.id));
    }
    Error::check(faults.into_vec())?;
    Ok(changes)
}

/// What changes are read against.
struct Context<'a> {
    input: &'a PlanInput,
    templates: Vec<TaskDoc>,
    /// Ids of the assets that changes before set.
    added: Vec<&'a IdText>,
}

fn change(
    doc: &ChangeDoc,
    context: &Context<'_>,
    pointer: &str,
    faults: &mut Faults,
) -> Option<Change> {
    let before = faults.len();
    macro_rules! field {
        ($name:ident, $make:expr) => {
            (
                stringify!($name),
                doc.$name.as_ref().map(|own| {
                    let pointer = format!("{pointer}/{}", stringify!($name));
                    $make(own, &*pointer, &mut *faults)
                }),
            )
        };
    }
    let text = |id: &IdText| Box::<str>::from(id.0.as_str());
    let calendar = Some(context.input.calendar_for(None));
    let all = [
        field!(event, |own, pointer, faults| event(own, pointer, faults).map(Change::Event)),
        field!(remove_event, |id, _, _| Some(Change::RemoveEvent(text(id)))),
        field!(request, |own, _, _| Some(Change::Request(request(own)))),
        field!(remove_request, |id, _, _| Some(Change::RemoveRequest(text(id)))),
        field!(reading, |own: &MeterReadingDoc, _, _| Some(Change::Reading {
            asset: AssetId::from(&own.asset),
            counts: text(&own.counts),
            reading: Reading { day: own.day, value: own.value, replaced_at: own.replaced_at },
        })),
        field!(asset, |own, pointer, faults| {
            Some(Change::Asset(Box::new(asset_parts::asset(own, pointer, faults))))
        }),
        field!(remove_asset, |id, _, _| Some(Change::RemoveAsset(AssetId::from(id)))),
        field!(task, |own: &TaskDoc, pointer, faults: &mut Faults| {
            check_selector(own.applies_to.as_ref(), context, pointer, faults);
            if own.rings.is_some() {
                let message = "a change sets one task: set each ring by its own id";
                faults.add(codes::PLAN_RINGS, format!("{pointer}/rings"), message);
            }
            task(own, &context.templates, pointer, faults).map(|task| Change::Task(Box::new(task)))
        }),
        field!(remove_task, |id, _, _| Some(Change::RemoveTask(TaskId::from(id)))),
        field!(window, |own: &WindowDoc, pointer, faults: &mut Faults| {
            check_selector(own.applies_to.as_ref(), context, pointer, faults);
            window(own, calendar, pointer, faults).map(|window| Change::Window(Box::new(window)))
        }),
        field!(remove_window, |id, _, _| Some(Change::RemoveWindow(text(id)))),
        field!(house_rules, |own, pointer, faults| {
            Some(Change::HouseRules(house(own, pointer, faults)))
        }),
        field!(visits, |own, _, _| Some(Change::Visits(visits(own)))),
        field!(capacity, |own: &CapacityDoc, _, _| Some(Change::Capacity(Capacity {
            skill: SkillId::from(&own.skill),
            minutes_per_week: own.minutes_per_week,
        }))),
    ];
    let made = only(all, pointer, faults)??;
    (faults.len() == before).then_some(made)
}

/// The house rules, whose faults have the pointers of an engagement.
fn house(doc: &HouseRulesDoc, pointer: &str, faults: &mut Faults) -> HouseRules {
    let mut own = Faults::new();
    let rules = house_rules(Some(doc), &mut own);
    if let Err(error) = Error::check(own.into_vec()) {
        faults.adopt(error.within(pointer.trim_end_matches("/house_rules")));
    }
    rules
}

/// Adds a fault for every site and asset of a selection that neither the input nor a change before declares.
fn check_selector(
    selector: Option<&SelectorDoc>,
    context: &Context<'_>,
    pointer: &str,
    faults: &mut Faults,
) {
    let Some(selector) = selector else { return };
    check_ids(selector, context, &format!("{pointer}/applies_to"), faults);
}

fn check_ids(selector: &SelectorDoc, context: &Context<'_>, pointer: &str, faults: &mut Faults) {
    let estate = context.input.estate();
    let site = |id: &IdText| id.0 == UNKNOWN_SITE || estate.site(&id.0).is_some();
    let asset = |id: &IdText| estate.asset(&id.0).is_some() || context.added.contains(&id);
    let sites = selector.sites.iter().map(|id| ("site", id, site(id))).enumerate();
    let assets = selector.assets.iter().map(|id| ("asset", id, asset(id))).enumerate();
    for (index, (kind, IdText(id), is_known)) in sites.chain(assets) {
        if !is_known {
            let place = format!("{pointer}/{kind}s/{index}");
            faults.add(codes::DOC_DANGLING_ID, place, format!("no {kind} `{id}`"));
        }
    }
    for (index, except) in selector.except.iter().enumerate() {
        check_ids(except, context, &format!("{pointer}/except/{index}"), faults);
    }
}

fn visits(doc: &VisitsChangeDoc) -> Option<Visits> {
    match doc {
        VisitsChangeDoc::None(_) => None,
        VisitsChangeDoc::Within(visits) => Some(Visits { within_days: visits.within_days }),
    }
}
