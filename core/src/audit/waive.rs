//! Decisions to live with findings.

use super::check::AuditRules;
use super::choice::SubjectKind;
use super::input::{AuditInput, WaivedSubject, Waiver};
use super::world::Subject;
use crate::error::{Error, Faults, codes};
use crate::id::RuleId;
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

/// Most waivers of one audit.
pub const WAIVERS_MAX: usize = 100_000;

choice! {
    /// What became of a waiver.
    WaiverState {
        /// Findings are under it.
        InForce "in_force" "in force" "en vigueur",
        /// It would hold, and no finding is under it: it can be taken back.
        Unused "unused" "without a finding" "sans constat",
        /// It no longer holds; its findings count again.
        Expired "expired" "expired" "expirée",
    }
}

/// One waiver, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WaiverResult {
    /// Its place in the list given.
    pub waiver: usize,
    /// The rule.
    pub rule: RuleId,
    /// What became of it.
    pub state: WaiverState,
    /// First day on which it no longer holds.
    pub until: Option<Day>,
    /// Findings under it; of an expired one those that count again.
    pub finding_count: u64,
}

/// Waivers by the place of their rule.
pub(super) struct Waivers<'a> {
    given: &'a [Waiver],
    by_rule: Vec<Vec<usize>>,
    counts: Vec<u64>,
    as_of: Day,
}

impl<'a> Waivers<'a> {
    pub(super) fn new(rules: &AuditRules, input: &AuditInput<'a>) -> Result<Self, Error> {
        let waivers = input.waivers;
        check_waivers(rules, waivers)?;
        let mut by_rule: Vec<Vec<usize>> = rules.as_slice().iter().map(|_| Vec::new()).collect();
        for (place, waiver) in waivers.iter().enumerate() {
            let found = rules.as_slice().binary_search_by(|rule| rule.id.cmp(&waiver.rule));
            if let Some(list) = found.ok().and_then(|number| by_rule.get_mut(number)) {
                list.push(place);
            }
        }
        Ok(Waivers { given: waivers, by_rule, counts: vec![0; waivers.len()], as_of: input.as_of })
    }

    /// The first waiver given that holds for a finding; expired ones are counted as they pass.
    pub(super) fn find(
        &mut self,
        rule: usize,
        subject: Subject<'_>,
        part: Option<&str>,
    ) -> Option<(usize, Option<Day>)> {
        let mut found = None;
        for place in self.by_rule.get(rule)? {
            let Some(waiver) = self.given.get(*place) else { continue };
            let is_over = is_over(waiver, self.as_of);
            if (found.is_some() && !is_over) || !takes(waiver, subject, part) {
                continue;
            }
            if let Some(count) = self.counts.get_mut(*place) {
                *count += 1;
            }
            if !is_over {
                found = Some((*place, waiver.until));
            }
        }
        found
    }

    /// What became of each, in the order given.
    pub(super) fn states(&self) -> Vec<WaiverResult> {
        let each = self.given.iter().zip(&self.counts).enumerate();
        each.map(|(place, (waiver, count))| WaiverResult {
            waiver: place,
            rule: waiver.rule.clone(),
            state: match count {
                _ if is_over(waiver, self.as_of) => WaiverState::Expired,
                0 => WaiverState::Unused,
                _ => WaiverState::InForce,
            },
            until: waiver.until,
            finding_count: *count,
        })
        .collect()
    }
}

/// What is wrong with waivers, at its place below `/waivers`.
pub(crate) fn check_waivers(rules: &AuditRules, waivers: &[Waiver]) -> Result<(), Error> {
    let mut faults = Faults::new();
    if waivers.len() > WAIVERS_MAX {
        let message = format!("{} waivers, at most {WAIVERS_MAX}", waivers.len());
        return Err(Error::new(codes::AUD_TOO_LARGE, "/waivers", message));
    }
    for (place, waiver) in waivers.iter().enumerate() {
        let Some(rule) = rules.get(waiver.rule.as_str()) else {
            let message = format!("no rule `{}`", waiver.rule);
            faults.add(codes::AUD_UNKNOWN_RULE, format!("/waivers/{place}/rule"), message);
            continue;
        };
        let is_about_assets = matches!(waiver.subject, WaivedSubject::Assets(_));
        if is_about_assets != (rule.subject == SubjectKind::Asset) {
            let message = format!("`{}` looks at one {}", rule.id, rule.subject.code());
            faults.add(codes::AUD_WAIVER, format!("/waivers/{place}"), message);
        }
    }
    Error::check(faults.into_vec())
}

fn is_over(waiver: &Waiver, as_of: Day) -> bool {
    waiver.until.is_some_and(|until| until <= as_of)
}

fn takes(waiver: &Waiver, subject: Subject<'_>, part: Option<&str>) -> bool {
    let part_fits = waiver.part.as_deref().is_none_or(|wanted| part == Some(wanted));
    let subject_fits = match (&waiver.subject, subject) {
        (WaivedSubject::Assets(selector), Subject::Asset(asset, _)) => selector.matches(asset),
        (WaivedSubject::Licence(id), Subject::Licence(licence, _)) => licence.id == *id,
        _ => false,
    };
    part_fits && subject_fits
}
