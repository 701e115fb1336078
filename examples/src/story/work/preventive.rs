//! What becomes of each work of the plan.

use super::super::draw::Draw;
use super::clock::{after, opening};
use super::people::{labour_minor, technician};
use super::rows::{WorkRow, amount};
use super::{Outcome, Walk};
use crate::program::Failure;
use entretien::plan::{Change, Happening, Kind, Mode, Occurrence, PlanEvent};
use entretien::text::Lang;

/// Of a hundred works, how many are done on their day, and how many late; the others are missed.
const ON_TIME: i64 = 86;
const LATE: i64 = 8;

impl Walk {
    /// Does a work, or not; what was done is an event of the engagement.
    pub(super) fn preventive(&mut self, occurrence: &Occurrence<'_>) -> Result<Outcome, Failure> {
        let id = occurrence.id();
        let mut draw = Draw::of(self.seed, &id);
        let hours = self.clock.of(&self.engagement, occurrence.asset())?;
        let luck = draw.between(0, 99);
        // A series that counts from its completion stands still until somebody does it.
        let late_days = match occurrence.task().is_moving() {
            _ if luck < ON_TIME => Some(0),
            _ if luck < ON_TIME + LATE => Some(draw.between(1, 12)),
            true => Some(draw.between(20, 40)),
            false => None,
        };
        let planned = opening(hours, self.clock.midnight(occurrence.date()))?;
        let mut row = self.planned(occurrence, planned, &mut draw);
        let Some(late_days) = late_days else {
            row.status = "not done";
            self.works.push(row);
            let missed = (occurrence.subject().to_owned(), occurrence.date());
            self.missed.extend(std::iter::once(missed));
            return Ok(Outcome::Missed);
        };
        let morning = opening(hours, planned + late_days * 86_400)?;
        let begun = after(hours, morning, draw.between(0, 240))?;
        let share = draw.between(80, 130);
        let minutes = (i64::from(occurrence.task().duration_minutes) * share / 100).max(1);
        let ended = after(hours, begun, minutes)?;
        let Some(ended) = self.clock.known(ended) else {
            row.status = "planned";
            self.works.push(row);
            return Ok(Outcome::Open);
        };
        row.status = "done";
        (row.begun, row.ended) = (self.clock.text(begun), self.clock.text(ended));
        row.labour_minutes = Some(minutes);
        row.labour_cost = amount(labour_minor(minutes));
        if row.asset.contains("-PRN-") && draw.happens(40_000) {
            row.parts_cost = amount(draw.between(1_500, 9_000));
        }
        let day = self.clock.day(ended);
        self.works.push(row);
        self.changes.push(Change::Event(PlanEvent {
            id: format!("done/{id}").into(),
            day,
            happening: Happening::Done(occurrence.occurrence_id()),
        }));
        Ok(if late_days == 0 { Outcome::OnTime } else { Outcome::Late })
    }

    /// The row before anything is done.
    fn planned(&self, occurrence: &Occurrence<'_>, planned: i64, draw: &mut Draw) -> WorkRow {
        let (task, asset) = (occurrence.task(), occurrence.asset());
        let is_on_site = occurrence.mode() == Mode::OnSite;
        let site = asset.map(|asset| asset.site.to_string()).unwrap_or_default();
        let is_preventive = task.policy.kind == Kind::Preventive;
        WorkRow {
            number: self.work_number(),
            kind: task.policy.kind.code(),
            basis: if is_preventive { "predetermined" } else { "" },
            place: if is_on_site { "on site" } else { "remote" },
            planned_from: self.clock.text(planned),
            // A working day is shorter than ten hours from its opening.
            planned_to: self.clock.text(planned + 36_000),
            technician: technician(if is_on_site { &site } else { "" }, draw),
            asset: asset.map(|asset| asset.id.to_string()).unwrap_or_default(),
            category: task.title.get(Lang::Fr).to_owned(),
            contract: occurrence.contract().map(|one| one.id().to_string()).unwrap_or_default(),
            estimated_minutes: Some(task.duration_minutes),
            travel_minutes: is_on_site.then(|| draw.between(10, 45)),
            occurrence: occurrence.id(),
            due: occurrence.due().to_string(),
            interval_days: occurrence.interval_days(),
            site,
            ..WorkRow::default()
        }
    }
}
