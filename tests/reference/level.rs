//! Service levels counted minute by minute.
//!
//! Written from the documented rules, sharing nothing with the engine: every minute of a window is
//! looked at, local time by chrono-tz, days by chrono.

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, Timelike};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// Opening minutes of each weekday, Monday first.
pub type Week = [Vec<(u32, u32)>; 7];

/// Opening hours and closed days; `None` is around the clock.
#[derive(Debug, Clone)]
pub struct Spec {
    pub tz: Tz,
    pub hours: Option<(Week, BTreeSet<NaiveDate>)>,
}

#[derive(Debug, Clone, Copy)]
pub enum Measure {
    Open(i64),
    WorkingDays(u64),
    EndOfDay(u64),
    Days(u64),
    Months(u32),
}

/// What happened, in minutes since 1970.
#[derive(Debug, Clone, Default)]
pub struct Story {
    pub opened: i64,
    pub responded: Option<i64>,
    pub restored: Option<i64>,
    /// Resolved and reopened.
    pub solved: Vec<(i64, Option<i64>)>,
    pub cancelled: Option<i64>,
    /// Waits that count.
    pub waits: Vec<(i64, Option<i64>)>,
    /// Whether solved time is left out.
    pub resume: bool,
}

/// The answer; minutes. `None` where the window ends too early to know.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub state: &'static str,
    pub deadline: Option<i64>,
    pub need: i64,
    pub elapsed: i64,
    pub paused: i64,
}

/// A window of minutes.
pub struct Window {
    spec: Spec,
    first: i64,
    open: Vec<bool>,
    wall: Vec<NaiveDateTime>,
}

impl Window {
    pub fn new(spec: Spec, first: i64, minutes: i64) -> Window {
        let wall: Vec<NaiveDateTime> = (first..first + minutes)
            .map(|minute| {
                let utc = DateTime::from_timestamp(minute * 60, 0).unwrap();
                utc.with_timezone(&spec.tz).naive_local()
            })
            .collect();
        let open = wall.iter().map(|wall| is_open(&spec, *wall)).collect();
        Window { spec, first, open, wall }
    }

    fn minutes(&self) -> std::ops::Range<i64> {
        self.first..self.first + self.open.len() as i64
    }

    fn is_open(&self, minute: i64) -> bool {
        self.open[(minute - self.first) as usize]
    }

    fn wall(&self, minute: i64) -> NaiveDateTime {
        self.wall[(minute - self.first) as usize]
    }

    /// The first minute that shows `wall` or later.
    fn shows(&self, wall: NaiveDateTime) -> Option<i64> {
        self.minutes().find(|minute| self.wall(*minute) >= wall)
    }

    /// The `count`-th working day after `day`.
    fn working(&self, day: NaiveDate, count: u64) -> NaiveDate {
        let mut found = day;
        for _ in 0..count {
            found = found.succ_opt().unwrap();
            while spans(&self.spec, found).is_empty() {
                found = found.succ_opt().unwrap();
            }
        }
        found
    }

    /// The end of the last minute that shows a time before the closing of `day`.
    fn closing(&self, day: NaiveDate) -> Option<i64> {
        let last = spans(&self.spec, day).last()?.1;
        let closing = day.and_hms_opt(0, 0, 0)? + chrono::TimeDelta::minutes(last.into());
        if closing > *self.wall.last()? {
            return None;
        }
        self.minutes().rev().find(|minute| self.wall(*minute) < closing).map(|minute| minute + 1)
    }

    /// The deadline without pauses.
    pub fn nominal(&self, opened: i64, measure: Measure) -> Option<i64> {
        let wall = self.wall(opened);
        let (day, time) = (wall.date(), wall.time());
        match measure {
            Measure::Open(minutes) => self.reach(opened, minutes, |_| false),
            Measure::WorkingDays(count) => {
                let target = self.working(day, count);
                let last = spans(&self.spec, target).last()?.1;
                if last < time.hour() * 60 + time.minute() {
                    return self.closing(target);
                }
                self.shows(target.and_time(time))
            }
            Measure::EndOfDay(0) => {
                let is_working = !spans(&self.spec, day).is_empty();
                match self.closing(day).filter(|closing| is_working && *closing >= opened) {
                    Some(closing) => Some(closing),
                    None => self.closing(self.working(day, 1)),
                }
            }
            Measure::EndOfDay(count) => self.closing(self.working(day, count)),
            Measure::Days(count) => self.shows((day + chrono::Days::new(count)).and_time(time)),
            Measure::Months(count) => self.shows((day + Months::new(count)).and_time(time)),
        }
    }

    /// The end of the minute by which `need` open minutes passed.
    fn reach(&self, from: i64, need: i64, paused: impl Fn(i64) -> bool) -> Option<i64> {
        let mut left = need;
        if left == 0 {
            return Some(from);
        }
        for minute in from..self.minutes().end {
            if self.is_open(minute) && !paused(minute) {
                left -= 1;
                if left == 0 {
                    return Some(minute + 1);
                }
            }
        }
        None
    }

    /// How a target stands: 0 response, 1 restoration, 2 resolution.
    pub fn judge(
        &self,
        story: &Story,
        kind: usize,
        (measure, nominal): (Measure, Option<i64>),
        as_of: i64,
    ) -> Option<Answer> {
        let known = |at: Option<i64>| at.filter(|at| *at <= as_of);
        let solved: Vec<(i64, Option<i64>)> = story
            .solved
            .iter()
            .filter(|(solved, _)| *solved <= as_of)
            .map(|(solved, reopened)| (*solved, known(*reopened)))
            .collect();
        let standing = solved.last().filter(|(_, reopened)| reopened.is_none()).map(|last| last.0);
        let done = match kind {
            0 => {
                let all =
                    [known(story.responded), known(story.restored), solved.first().map(|s| s.0)];
                all.into_iter().flatten().min()
            }
            1 => known(story.restored).or(standing),
            _ => standing,
        };
        let stop = done.or(known(story.cancelled));
        let paused = |minute: i64| {
            let within = |from: i64, to: Option<i64>| {
                from <= as_of && from <= minute && known(to).is_none_or(|to| minute < to)
            };
            let solved = solved.iter().filter(|(_, reopened)| story.resume && reopened.is_some());
            stop.is_none_or(|stop| minute < stop)
                && (story.waits.iter().any(|(from, to)| within(*from, *to))
                    || solved.clone().any(|(from, to)| within(*from, *to)))
        };
        let nominal = nominal?;
        let count = |from: i64, to: i64, want: bool| {
            let minutes = (from..to).filter(|minute| self.is_open(*minute));
            minutes.filter(|minute| paused(*minute) == want).count() as i64
        };
        let need = match measure {
            Measure::Open(minutes) => minutes,
            _ => (story.opened..nominal).filter(|minute| self.is_open(*minute)).count() as i64,
        };
        let deadline = if count(story.opened, nominal, true) == 0 {
            Some(nominal)
        } else {
            self.reach(story.opened, need, paused)
        };
        let lasts = paused(self.minutes().end - 1);
        if deadline.is_none() && !lasts {
            return None;
        }
        let until = stop.unwrap_or(as_of);
        let state = match deadline {
            Some(deadline) if until > deadline => "breached",
            Some(_) if done.is_some() => "met",
            Some(_) if stop.is_some() => "cancelled",
            Some(_) => "running",
            None => "paused",
        };
        let (elapsed, paused) =
            (count(story.opened, until, false), count(story.opened, until, true));
        Some(Answer { state, deadline, need, elapsed, paused })
    }
}

fn spans(spec: &Spec, day: NaiveDate) -> Vec<(u32, u32)> {
    match &spec.hours {
        None => vec![(0, 1_440)],
        Some((_, closed)) if closed.contains(&day) => Vec::new(),
        Some((week, _)) => week[day.weekday().num_days_from_monday() as usize].clone(),
    }
}

fn is_open(spec: &Spec, wall: NaiveDateTime) -> bool {
    let minute = wall.hour() * 60 + wall.minute();
    spans(spec, wall.date()).iter().any(|(from, to)| *from <= minute && minute < *to)
}
