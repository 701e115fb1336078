//! What an option does not cover: skills, hours of the week, absences.

use super::choice::{GapKind, Unknown};
use super::exact::{Exact, count, exact, float, half_up, over, power};
use super::load::{Figure, Lever, known, plus};
use super::option::{Laid, Piece};
use super::result::{Gap, Missing};
use super::terms::SourcingInput;
use super::ways::{InHouse, Way};
use crate::calendar::Week;
use crate::error::Error;
use crate::id::SkillId;
use crate::time::Day;
use num_traits::{ToPrimitive, Zero};
use std::collections::BTreeMap;

/// Minutes of a day, and of a week.
const DAY: u32 = 1_440;
const WEEK: u32 = 10_080;
/// Weeks of a year, for hours of absence.
const WEEKS: u32 = 52;

/// The gaps of an option and what must be known to tell the others.
///
/// # Errors
/// `SRC-009` a count beyond 2⁵³−1.
pub(super) fn gaps(
    input: &SourcingInput,
    laid: &Laid<'_>,
) -> Result<(Vec<Gap>, Vec<Missing>), Error> {
    let (mut gaps, mut missing) = (Vec::new(), Vec::new());
    for (place, piece) in laid.pieces.iter().enumerate() {
        let mut unknown = |reason| missing.push(Missing { part: Some(place), cost: None, reason });
        let needed = needed_skills(piece);
        match &piece.part.skills {
            None if !needed.is_empty() => unknown(Unknown::Skills),
            None => {}
            Some(offered) => {
                for (skill, interventions) in &needed {
                    if offered.iter().any(|offer| offer.skill == **skill && offer.people != Some(0))
                    {
                        continue;
                    }
                    gaps.push(Gap {
                        skill: Some((*skill).clone()),
                        interventions: counted(interventions)?,
                        ..gap(place, GapKind::Skill)
                    });
                }
            }
        }
        match (&input.needed_week, &piece.part.week) {
            (None, _) => unknown(Unknown::NeededHours),
            (Some(_), None) => unknown(Unknown::OfferedHours),
            (Some(needed), Some(offered)) => {
                let minutes = uncovered(needed, offered);
                if minutes > 0 {
                    gaps.push(Gap {
                        hours: Some(float(&over(minutes, 60))),
                        ..gap(place, GapKind::Hours)
                    });
                }
            }
        }
        if let (Way::InHouse(team), Some(needed_week)) = (&piece.part.way, &input.needed_week) {
            let load = piece.first_load();
            let posts = super::cost::posts(team, &load.minutes, Lever::default()).whole;
            absences(place, piece, team, (&needed, needed_week, &posts), &mut gaps);
        }
    }
    Ok((gaps, missing))
}

fn gap(part: usize, kind: GapKind) -> Gap {
    Gap { part, kind, skill: None, interventions: None, hours: None, people: None }
}

fn counted(figure: &Figure) -> Result<Option<u64>, Error> {
    figure.as_ref().ok().map(|value| count(&half_up(value))).transpose()
}

/// The skills that are asked for, each with its interventions of year 1.
fn needed_skills<'a>(piece: &Piece<'a>) -> BTreeMap<&'a SkillId, Figure> {
    let mut needed: BTreeMap<&SkillId, Figure> = BTreeMap::new();
    for line in &piece.lines {
        let (Some(skill), false) = (&line.skill, line.interventions == Some(0)) else { continue };
        let own = known(line.interventions, Unknown::Interventions);
        let sum = needed.entry(skill).or_insert_with(|| Ok(Exact::zero()));
        *sum = plus(sum, &own);
    }
    needed
}

/// Minutes of a week that the first has and the second has not.
fn uncovered(needed: &Week, offered: &Week) -> u32 {
    let offered = spans(offered);
    spans(needed)
        .into_iter()
        .map(|(from, to)| {
            let both = offered.iter().map(|(a, b)| to.min(*b).saturating_sub(from.max(*a)));
            (to - from).saturating_sub(both.sum::<u32>())
        })
        .sum()
}

/// The spans of a week in minutes since Monday; what reaches past Sunday comes back on Monday.
fn spans(week: &Week) -> Vec<(u32, u32)> {
    // INVARIANT: day 4 since 1970 is a Monday.
    let mondays = (4..11).filter_map(Day::from_number);
    let mut spans = Vec::new();
    for (begin, day) in (0..WEEK).step_by(1_440).zip(mondays) {
        for span in week.spans(day) {
            let (from, to) = (begin + span.from_minutes(), begin + span.to_minutes());
            spans.push((from, to.min(WEEK)));
            if to > WEEK {
                spans.push((0, to - WEEK));
            }
        }
    }
    debug_assert!(spans.iter().all(|(from, to)| *to <= WEEK && to - from <= DAY));
    spans
}

/// Hours of a year in which everybody who has a skill is expected to be away, when absences do not hang together:
/// hours needed in 52 weeks, times the share of absence to the power of the number of people. Nobody at all is no
/// absence but a missing skill.
fn absences(
    place: usize,
    piece: &Piece<'_>,
    team: &InHouse,
    (needed, week, posts): (&BTreeMap<&SkillId, Figure>, &Week, &Figure),
    gaps: &mut Vec<Gap>,
) {
    let week_minutes: u32 = spans(week).iter().map(|(from, to)| to - from).sum();
    let hours = over(week_minutes, 60) * exact(WEEKS);
    let away = exact(team.leave_hours) + exact(team.absence_hours) + exact(team.training_hours);
    let share = away / (exact(team.paid_hours) + exact(team.leave_hours));
    let expected = |people: u64| {
        let power = power(&share, u32::try_from(people).unwrap_or(u32::MAX).min(1_000));
        float(&(&hours * power))
    };
    let whole = posts.as_ref().ok().and_then(|posts| half_up(posts).to_u64());
    let mut row = |skill: Option<&SkillId>, people: Option<u64>| {
        if people != Some(0) && !share.is_zero() {
            gaps.push(Gap {
                skill: skill.cloned(),
                hours: people.map(expected),
                people,
                ..gap(place, GapKind::Absence)
            });
        }
    };
    if needed.is_empty() {
        row(None, whole);
    }
    for skill in needed.keys() {
        let offered = piece.part.skills.as_ref();
        let offered = offered.and_then(|list| list.iter().find(|offer| offer.skill == **skill));
        if let Some(offered) = offered {
            row(Some(skill), offered.people.or(whole));
        }
    }
}
