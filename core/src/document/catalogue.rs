//! The shipped catalogue of task templates, and how a document builds on it.

use super::CATALOGUE_FORMAT;
use super::convert::check_format;
use super::json::parse;
use super::parts;
use super::read::{IdText, Place, Read};
use super::types::{CatalogueDoc, TaskDoc};
use crate::calendar::{HolidaySet, Roll, Week, WorkCalendar};
use crate::engagement::{Engagement, adopt};
use crate::error::{Error, Faults, codes};
use crate::id::{CalendarId, SkillId, TaskId};
use crate::inventory::{Estate, Selector};
use crate::order;
use crate::plan::{
    DURATION_MINUTES_MAX, Every, HouseRules, Mode, PlanInput, PlanParts, Spread, TaskTemplate,
};
use crate::recurrence::MonthEnd;
use crate::takeover::Takeover;
use crate::time::Day;

/// The shipped catalogue as written: format `entretien/catalogue` 1.0.
pub const CATALOGUE_JSON: &str = include_str!("../../data/catalogue.json");

/// The shipped templates as documents, by id.
pub(super) fn catalogue_tasks() -> Vec<TaskDoc> {
    // INVARIANT: the shipped catalogue is a readable document; tests/catalogue.rs holds it.
    let Ok(json) = parse(CATALOGUE_JSON.as_bytes()) else {
        return Vec::new();
    };
    if check_format(&json, CATALOGUE_FORMAT).is_err() {
        return Vec::new();
    }
    CatalogueDoc::read(&json, Place::ROOT, &mut Faults::new())
        .map_or_else(Vec::new, |doc| doc.tasks)
}

/// The shipped task templates, by id.
///
/// ```
/// let tasks = entretien::document::catalogue();
/// assert!(tasks.len() >= 30);
/// assert!(tasks.iter().any(|task| task.id.as_str() == "backup-job-check"));
/// ```
pub fn catalogue() -> Vec<TaskTemplate> {
    let docs = catalogue_tasks();
    docs.iter().filter_map(|doc| task(doc, &[], "", &mut Faults::new())).collect()
}

/// A task of a document; what it leaves out comes from its template, then from the defaults.
pub(super) fn task(
    doc: &TaskDoc,
    templates: &[TaskDoc],
    pointer: &str,
    faults: &mut Faults,
) -> Option<TaskTemplate> {
    let before = faults.len();
    let base = doc.template.as_ref().and_then(|id| {
        let found = templates.iter().find(|template| template.id == *id);
        if found.is_none() {
            let message = format!("the shipped catalogue has no template `{}`", id.0);
            faults.add(codes::DOC_DANGLING_ID, format!("{pointer}/template"), message);
        }
        found
    });
    let unknown_template = doc.template.is_some() && base.is_none();
    macro_rules! field {
        ($name:ident) => {
            doc.$name.as_ref().or(base.and_then(|template| template.$name.as_ref()))
        };
    }
    let (title, duration) = (field!(title), field!(duration_minutes).copied());
    for (name, missing) in [("title", title.is_none()), ("duration_minutes", duration.is_none())] {
        if missing && !unknown_template {
            let message = format!("`{name}` is needed where no `template` gives it");
            faults.add(codes::DOC_MISSING_FIELD, format!("{pointer}/{name}"), message);
        }
    }
    if let Some(minutes) = duration.filter(|minutes| !(1..=DURATION_MINUTES_MAX).contains(minutes))
    {
        let message = format!("`{minutes}` is not within 1 and {DURATION_MINUTES_MAX}");
        faults.add(codes::DOC_OUT_OF_RANGE, format!("{pointer}/duration_minutes"), message);
    }
    let every = field!(every).map_or(Some(Every::House), |every| {
        parts::every(every, &format!("{pointer}/every"), faults)
    });
    let is_interval = every.as_ref().is_none_or(Every::is_interval);
    for (name, given) in [
        ("spread", doc.spread.is_some_and(|spread| spread != Spread::None)),
        ("month_end", doc.month_end.is_some()),
    ] {
        if given && !is_interval {
            let message = format!("`{name}` with a periodicity that is not an interval");
            faults.add(codes::PLAN_INTERVAL_ONLY, format!("{pointer}/{name}"), message);
        }
    }
    let texts = |list: Option<&Vec<super::types::TextDoc>>| {
        list.map(|list| list.iter().map(parts::text).collect()).unwrap_or_default()
    };
    let general = IdText("general".to_owned());
    let built = TaskTemplate {
        id: TaskId::from(&doc.id),
        title: parts::text(title?),
        applies_to: field!(applies_to).map_or_else(Selector::default, parts::selector),
        duration_minutes: duration?,
        mode: field!(mode).copied().unwrap_or(Mode::Remote),
        skill: SkillId::from(field!(skill).unwrap_or(&general)),
        every: every?,
        anchor: field!(anchor).copied(),
        // Those of a template go with its interval.
        spread: field!(spread).copied().filter(|_| is_interval).unwrap_or(Spread::None),
        month_end: field!(month_end).copied().filter(|_| is_interval).unwrap_or(MonthEnd::Backward),
        roll: field!(roll).copied().unwrap_or(Roll::Next),
        checks_before: texts(field!(checks_before)),
        checks_after: texts(field!(checks_after)),
        way_back: field!(way_back).map(parts::text),
        policy: Box::default(),
    };
    (faults.len() == before).then_some(built)
}

/// An engagement without a document: the shipped templates on every asset of `takeover`, counted from
/// `begin`, Monday to Friday without the French public holidays; sites that the inventories name are
/// kept, the others are `unknown`.
///
/// # Errors
/// `TAK-057` when the takeover gave no asset.
pub fn shipped_engagement(takeover: &Takeover, begin: Day) -> Result<Engagement, Error> {
    if takeover.assets.is_empty() {
        let message = format!("{} files read, none gave an asset", takeover.files_read);
        return Err(Error::new(codes::TAK_NO_ASSET, "", message));
    }
    let mut sites: Vec<crate::inventory::Site> = takeover
        .assets
        .iter()
        .map(|asset| crate::inventory::Site {
            id: asset.site.clone(),
            name: asset.site.as_str().into(),
            calendar: None,
        })
        .collect();
    order::sort_by(&mut sites, |a, b| a.id.cmp(&b.id));
    sites.dedup_by(|a, b| a.id == b.id);
    let (sites, assets, adoption) = adopt(sites, Vec::new(), &takeover.assets);
    let estate = Estate::new(sites, assets, Vec::new())?;
    let id = CalendarId::from(&IdText("default".to_owned()));
    let calendar = WorkCalendar::new(id.clone(), Week::office(), HolidaySet::FR, Vec::new());
    let input = PlanInput::new(PlanParts {
        provider: "—".into(),
        customer: "—".into(),
        begin,
        estate,
        calendars: vec![calendar],
        default_calendar: id,
        contracts: Vec::new(),
        tasks: catalogue(),
        capacity: Vec::new(),
        house: HouseRules::default(),
        zone: crate::time::Zone::PARIS,
        programme: crate::plan::Programme::default(),
    })?;
    Ok(Engagement::new(input, takeover, adoption))
}
