//! Service levels against a count minute by minute, on seeded random calendars and tickets.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test"
)]

#[path = "reference/level.rs"]
mod reference;

use chrono::{DateTime, Days, NaiveDate};
use chrono_tz::Tz;
use entretien::calendar::{Closure, HolidaySet, Hours as Opening, Span, Week, WorkCalendar};
use entretien::contract::Service;
use entretien::contract::level::{
    Clock, ClockState, Hours, LevelParts, Levels, LocalInstant, Measure, Pause, Reopening,
    Resolution, ServiceLevel, Target, TargetKind, Ticket, TicketParts, Waiting,
};
use entretien::id::{CalendarId, TicketId};
use entretien::time::{Day, Period, Zone};
use entretien_tests::Random;
use reference::{Measure as Naive, Spec, Story, Window};
use std::collections::BTreeSet;

const CALENDARS: u64 = 30;
const TICKETS: u64 = 50;
const MOMENTS: u64 = 12;
/// Days of a window: tickets are opened in its first weeks.
const WINDOW_DAYS: i64 = 150;

const ZONES: [Tz; 5] = [
    Tz::Europe__Paris,
    Tz::America__New_York,
    Tz::Australia__Lord_Howe,
    Tz::Asia__Kathmandu,
    Tz::UTC,
];

fn minute_after(random: &mut Random, at: i64) -> i64 {
    // Mostly near, sometimes days later; the same minute too.
    at + if random.chance(60) { random.below(300) } else { random.below(7 * 1_440) }
}

fn day(date: NaiveDate) -> Day {
    Day::from_date(date).expect("a day")
}

/// A random calendar, for both.
fn calendar(random: &mut Random, tz: Tz, first: NaiveDate) -> (Spec, Option<WorkCalendar>) {
    if random.chance(15) {
        return (Spec { tz, hours: None }, None);
    }
    let mut week: [Vec<(u32, u32)>; 7] = Default::default();
    for spans in &mut week {
        let count = [0, 1, 1, 2, 3][random.below(5) as usize];
        let mut cuts: Vec<u32> = (0..2 * count).map(|_| 15 * random.below(97) as u32).collect();
        cuts.sort_unstable();
        cuts.dedup();
        spans.extend(cuts.chunks_exact(2).map(|pair| (pair[0], pair[1])));
    }
    if week.iter().all(Vec::is_empty) {
        week[0].push((480, 1_080));
    }
    let closed: BTreeSet<NaiveDate> = (0..random.below(12))
        .map(|_| first + Days::new(random.below(WINDOW_DAYS) as u64))
        .collect();
    let spans = week.clone().map(|spans| {
        spans.iter().map(|(from, to)| Span::new(*from, *to).expect("a span")).collect()
    });
    let closures = closed
        .iter()
        .map(|date| {
            let next = day(*date).add_days(1).expect("a day");
            Closure { period: Period::new(day(*date), next).expect("a day long"), reason: None }
        })
        .collect();
    let hours = Opening {
        week: Week::new(spans).expect("a week"),
        holidays: HolidaySet::NONE,
        closures,
        ..Opening::default()
    };
    let id = CalendarId::new("k").expect("an id");
    let work = WorkCalendar::of_hours(id, Zone::from_tz(tz), hours);
    (Spec { tz, hours: Some((week, closed)) }, Some(work))
}

fn measure(random: &mut Random) -> (Naive, Measure) {
    let days = 1 + random.below(5);
    match random.below(9) {
        0 => (Naive::WorkingDays(days as u64), Measure::WorkingDays { days: days as u32 }),
        1 => (Naive::EndOfDay(0), Measure::EndOfWorkingDay { days: 0 }),
        2 => (Naive::EndOfDay(days as u64), Measure::EndOfWorkingDay { days: days as u32 }),
        3 => (Naive::Days(days as u64), Measure::CalendarDays { days: days as u32 }),
        4 => (Naive::Months(1), Measure::CalendarMonths { months: 1 }),
        _ => {
            let minutes = 1 + random.below(1_200);
            (Naive::Open(minutes), Measure::OpenTime { seconds: minutes as u32 * 60 })
        }
    }
}

fn story(random: &mut Random, first: i64) -> Story {
    let opened = first + 3 * 1_440 + random.below(40 * 1_440);
    let mut story = Story { opened, resume: random.chance(70), ..Story::default() };
    let mut at = opened;
    if random.chance(50) {
        at = minute_after(random, at);
        story.responded = Some(at);
    }
    if random.chance(30) {
        at = minute_after(random, at);
        story.restored = Some(at);
    }
    while random.chance(60) && story.solved.len() < 3 {
        let solved = minute_after(random, at);
        at = minute_after(random, solved);
        let reopened = random.chance(50).then_some(at);
        story.solved.push((solved, reopened));
        if reopened.is_none() {
            at = solved;
            break;
        }
    }
    if random.chance(15) {
        story.cancelled = Some(minute_after(random, at));
    }
    for _ in 0..[0, 0, 1, 2, 4][random.below(5) as usize] {
        let from = minute_after(random, opened);
        let to = random.chance(85).then(|| minute_after(random, from));
        story.waits.push((from, to));
    }
    story
}

/// The ticket of a story: the waits that count are for the customer, others are for parts.
fn ticket(random: &mut Random, story: &Story) -> Ticket {
    let id = TicketId::new("t").expect("an id");
    let mut parts = TicketParts::new(id, Service::Corrective, None, story.opened * 60);
    let seconds = |at: Option<i64>| at.map(|at| at * 60);
    parts.responded = seconds(story.responded);
    parts.restored = seconds(story.restored);
    parts.cancelled = seconds(story.cancelled);
    parts.resolutions = story
        .solved
        .iter()
        .map(|(at, again)| Resolution { resolved: at * 60, reopened: seconds(*again) })
        .collect();
    let pause = |reason: Waiting, from: i64, to: Option<i64>| Pause {
        reason,
        from: from * 60,
        to: seconds(to),
    };
    parts.pauses =
        story.waits.iter().map(|(from, to)| pause(Waiting::Customer, *from, *to)).collect();
    if random.chance(30) {
        let from = minute_after(random, story.opened);
        parts.pauses.insert(0, pause(Waiting::Parts, from, None));
    }
    Ticket::new(parts).expect("a story in order")
}

fn level(measures: &[Measure; 3], calendar: Option<&WorkCalendar>, resume: bool, tz: Tz) -> Levels {
    let target = |measure: Measure| {
        let hours = calendar.map_or(Hours::Always, |work| Hours::Calendar(work.id().clone()));
        Some(Target { measure, hours })
    };
    let mut parts = LevelParts::new(Service::Corrective, None);
    parts.response = target(measures[0]);
    parts.restoration = target(measures[1]);
    parts.resolution = target(measures[2]);
    parts.waiting = vec![Waiting::Customer];
    parts.reopening = if resume { Reopening::Resume } else { Reopening::Continue };
    let level = ServiceLevel::new(parts).expect("a level");
    let calendars: Vec<WorkCalendar> = calendar.into_iter().cloned().collect();
    Levels::compile(&[level], &calendars, Zone::from_tz(tz)).expect("compiles")
}

/// What holds of every clock, whatever the twin says.
fn check_clock(clock: &Clock, as_of: i64) {
    let until = clock.stopped.unwrap_or(as_of);
    if let Some(deadline) = clock.deadline.filter(|_| clock.state != ClockState::NotStarted) {
        let in_time = until <= deadline;
        assert_eq!(clock.state != ClockState::Breached, in_time, "met ⇔ done by the deadline");
    }
    assert_eq!(clock.deadline.is_none(), clock.reason.is_some());
    if let (Some(length), Some(elapsed)) = (clock.target_seconds, clock.elapsed_seconds) {
        let remaining = clock.remaining_seconds.expect("beside elapsed");
        let overrun = clock.overrun_seconds.expect("beside elapsed");
        assert_eq!(elapsed, length - remaining + overrun);
        assert!(remaining == 0 || overrun == 0);
        assert!(clock.state == ClockState::Breached || overrun == 0);
    }
}

/// Later moments know more, and time only passes.
fn check_order(earlier: &Clock, later: &Clock, story: &Story) {
    assert!(earlier.elapsed_seconds <= later.elapsed_seconds, "elapsed time does not go back");
    assert!(earlier.paused_seconds <= later.paused_seconds, "nor does waiting");
    let is_final =
        matches!(earlier.state, ClockState::Met | ClockState::Cancelled | ClockState::Breached);
    let reopened = story.solved.iter().any(|(_, reopened)| reopened.is_some());
    if earlier.state == ClockState::Breached || (is_final && !reopened) {
        assert_eq!(earlier.state, later.state, "what is decided stays");
        assert_eq!(earlier.deadline, later.deadline);
    }
}

#[test]
fn clocks_agree_with_a_count_of_minutes() {
    let (mut compared, mut unknown) = (0, 0);
    let mut states = BTreeSet::new();
    for seed in 0..CALENDARS {
        let random = &mut Random(seed);
        let tz = ZONES[random.below(5) as usize];
        // Both clock changes of the year lie in the windows of different seeds.
        let start = if seed % 2 == 0 { "2026-02-10" } else { "2026-09-10" };
        let start: NaiveDate = start.parse().expect("a date");
        let (spec, work) = calendar(random, tz, start);
        let first = start.and_hms_opt(0, 0, 0).expect("midnight").and_utc().timestamp() / 60;
        let window = Window::new(spec, first, WINDOW_DAYS * 1_440);
        for _ in 0..TICKETS {
            let story = story(random, first);
            let ticket = ticket(random, &story);
            let all = [measure(random), measure(random), measure(random)];
            let levels = level(&all.map(|pair| pair.1), work.as_ref(), story.resume, tz);
            let naive = all.map(|pair| (pair.0, window.nominal(story.opened, pair.0)));
            let mut moments: Vec<i64> =
                (0..MOMENTS).map(|_| minute_after(random, story.opened)).collect();
            moments.push(story.opened);
            moments.sort_unstable();
            let mut before: Option<[Clock; 3]> = None;
            for as_of in moments {
                let clocks = levels.clock(&ticket, as_of * 60);
                for (kind, clock) in clocks.iter().enumerate() {
                    check_clock(clock, as_of * 60);
                    if let Some(earlier) = &before {
                        check_order(&earlier[kind], clock, &story);
                    }
                    let Some(answer) = window.judge(&story, kind, naive[kind], as_of) else {
                        unknown += 1;
                        continue;
                    };
                    let minutes = |seconds: Option<i64>| seconds.expect("counted") / 60;
                    let found = reference::Answer {
                        state: clock.state.code(),
                        deadline: clock.deadline.map(|at| at / 60),
                        need: minutes(clock.target_seconds),
                        elapsed: minutes(clock.elapsed_seconds),
                        paused: minutes(clock.paused_seconds),
                    };
                    let said = DateTime::from_timestamp(as_of * 60, 0).expect("an instant");
                    assert_eq!(
                        found, answer,
                        "seed {seed}, {kind} by {:?} at {said} in {tz}: {story:?}",
                        naive[kind].0
                    );
                    states.insert(answer.state);
                    compared += 1;
                }
                before = Some(clocks);
            }
        }
    }
    assert!(compared > 50_000 && unknown < compared / 20, "{compared} compared, {unknown} unknown");
    let all: BTreeSet<&str> = ["breached", "cancelled", "met", "paused", "running"].into();
    assert_eq!(states, all, "every state is met");
}

/// The list of many tickets is the clocks of each, and a deadline is that of the clock when all is known.
#[test]
fn lists_and_deadlines_agree_with_clocks() {
    let random = &mut Random(7);
    let start: NaiveDate = "2026-02-10".parse().expect("a date");
    let (_, work) = calendar(random, Tz::Europe__Paris, start);
    let first = start.and_hms_opt(0, 0, 0).expect("midnight").and_utc().timestamp() / 60;
    let measures = [0, 1, 2].map(|_| measure(random).1);
    let levels = level(&measures, work.as_ref(), true, Tz::Europe__Paris);
    let tickets: Vec<Ticket> = (0..500)
        .map(|_| {
            let story = story(random, first);
            ticket(random, &story)
        })
        .collect();
    let as_of = (first + 30 * 1_440) * 60;
    let clocks = levels.clocks(&tickets, as_of);
    assert_eq!(clocks.len(), 1_500);
    let late = (first + WINDOW_DAYS * 1_440) * 60;
    for (index, ticket) in tickets.iter().enumerate() {
        let own = levels.clock(ticket, as_of).map(|clock| Clock { ticket: index, ..clock });
        assert_eq!(clocks[3 * index..3 * index + 3], own);
        let known = levels.clock(ticket, late);
        for (kind, clock) in TargetKind::ALL.iter().zip(known) {
            let deadline = levels.deadline(ticket, *kind);
            assert_eq!(deadline.instant.map(LocalInstant::utc_seconds), clock.deadline);
            assert_eq!(deadline.reason, clock.reason);
            assert!(deadline.trace.len() >= 3, "from the opening to the result");
        }
    }
}
