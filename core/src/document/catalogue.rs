//! The shipped catalogue of task templates, and how a document builds on it.

use super::CATALOGUE_FORMAT;
use super::convert::check_format;
use super::json::parse;
use super::read::{IdText, Place, Read};
use super::task_parts::task;
use super::types::{CatalogueDoc, TaskDoc};
use crate::calendar::{HolidaySet, Week, WorkCalendar};
use crate::engagement::{Engagement, adopt};
use crate::error::{Error, Faults, codes};
use crate::id::CalendarId;
use crate::inventory::Estate;
use crate::order;
use crate::plan::{HouseRules, PlanInput, PlanParts, TaskTemplate};
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
            name: takeover
                .sites
                .get(asset.site.as_str())
                .map_or(asset.site.as_str(), String::as_str)
                .into(),
            calendar: None,
        })
        .collect();
    order::sort_by(&mut sites, |a, b| a.id.cmp(&b.id));
    sites.dedup_by(|a, b| a.id == b.id);
    let adoption = adopt(sites, Vec::new(), Vec::new(), takeover);
    let estate = Estate::new(adoption.sites, adoption.assets, adoption.relations)?;
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
    let engagement = Engagement::new(input, takeover, adoption.diagnostics);
    Ok(engagement.with_comparison(adoption.comparison))
}
