//! What the half-year changed in the estate itself: agents report again, and what remedies have put right.

use super::super::draw::Draw;
use super::super::state::State;
use super::{Outcome, Walk};
use crate::program::Failure;
use entretien::audit::{Remedy, RemedyRow};
use entretien::inventory::{Asset, Criticality, Facts};
use entretien::plan::{Change, OccurrenceId};
use entretien::time::Day;
use std::collections::BTreeMap;

/// An agent that was not heard of for so many days in January is not heard of in June.
const SILENT_DAYS: i32 = 30;

impl Walk {
    /// Sets the facts of every asset as they are on the last day of the half-year; how many remedies took effect.
    pub(super) fn settle(&mut self, state: &State) -> Result<usize, Failure> {
        let day = |date| Day::from_date(date).unwrap_or(Day::MIN);
        let (begin, last) = (day(state.days.begin), day(state.last_day()));
        let remedies = state.audit()?.remedies(&BTreeMap::new());
        let mut changes = Vec::new();
        let mut settled = 0;
        for asset in self.engagement.input().estate().assets() {
            let mut now = asset.clone();
            let mut draw = Draw::of(self.seed, &format!("facts/{}", asset.id));
            report(&mut now.facts, (begin, last), &mut draw);
            for row in remedies.iter().filter(|row| row.asset == asset.id && self.is_done(row)) {
                if put_right(&mut now, row, last, &mut draw) {
                    settled += 1;
                }
            }
            if now != *asset {
                changes.push(Change::Asset(Box::new(now)));
            }
        }
        self.engagement = self.engagement.with_changes(&changes)?;
        Ok(settled)
    }

    fn is_done(&self, row: &RemedyRow) -> bool {
        let id = OccurrenceId {
            task: row.task.clone(),
            subject: row.asset.as_str().into(),
            key: row.finding.clone(),
        };
        matches!(self.outcomes.get(&id.to_string()), Some(Outcome::OnTime | Outcome::Late))
    }
}

/// What an agent that still reports says in June.
fn report(facts: &mut Facts, (begin, last): (Day, Day), draw: &mut Draw) {
    let days = |draw: &mut Draw, most| {
        let days = i32::try_from(draw.between(0, most)).unwrap_or_default();
        last.add_days(-days).unwrap_or(last)
    };
    let is_heard = |day: &Day| begin.number() - day.number() <= SILENT_DAYS;
    if facts.last_inventory.as_ref().is_some_and(is_heard) {
        facts.last_inventory = Some(days(draw, 9));
        // Updates restart a machine every month.
        facts.last_boot = facts.last_boot.map(|_| days(draw, 24));
        for antivirus in facts.antivirus.iter_mut().flatten() {
            let is_kept = antivirus.base_day.as_ref().is_some_and(is_heard);
            if is_kept {
                antivirus.base_day = facts.last_inventory;
            }
        }
    }
}

/// Puts right what a remedy is about; whether it did.
fn put_right(asset: &mut Asset, row: &RemedyRow, last: Day, draw: &mut Draw) -> bool {
    let facts = &mut asset.facts;
    match row.remedy {
        Remedy::Restart => facts.last_boot = Some(last),
        Remedy::ExtendMonitoring => facts.last_inventory = Some(last),
        Remedy::CleanUp => {
            for drive in &mut facts.drives {
                drive.free_mib = drive.free_mib.max(drive.total_mib.map(|total| total / 4));
            }
        }
        // Two in five warranties are worth their price; the others are let go.
        Remedy::RenewContract if facts.warranty_end.is_some() && draw.happens(40_000) => {
            facts.warranty_end = last.add_days(730);
        }
        Remedy::CorrectData if asset.criticality.is_none() => {
            asset.criticality = Some(Criticality::Medium);
        }
        _ => return false,
    }
    true
}
