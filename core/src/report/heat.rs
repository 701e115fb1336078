//! The year at a glance: one square a day, darker where there is more work, hatched where closed.

use super::YEARS_DRAWN_MAX;
use super::chart::{Scale, minutes_up};
use super::page::heading;
use super::pen::Pen;
use super::survey::{DayLoad, Survey};
use crate::plan::Plan;
use crate::time::{Day, days_in_month};
use maud::{Markup, html};

pub(super) const LEFT: i32 = 40;
pub(super) const TOP: i32 = 22;
pub(super) const PITCH: i32 = 18;
pub(super) const SIZE: i32 = 16;

pub(super) fn section(plan: &Plan, survey: &Survey<'_>, pen: Pen) -> Markup {
    let days = survey.days.iter().map(|(day, _)| *day);
    let horizon = plan.horizon();
    let end = horizon.end().add_days(-1).unwrap_or(horizon.end());
    let first = days.clone().min().map_or(horizon.start(), |day| day.min(horizon.start())).year();
    let last = days.max().map_or(end, |day| day.max(end)).year();
    let years: Vec<i32> = (first..=last).take(YEARS_DRAWN_MAX).collect();
    let all = usize::try_from(last - first + 1).unwrap_or_default();
    let scale = Scale::of(survey.days.iter().map(|(_, load)| load.minutes).collect(), minutes_up);
    html! {
        section id="year" aria-labelledby="year-title" {
            (heading("year", pen))
            p.lead { (pen.t(
                "Work planned each day. Hatched days are closed.",
                "Travail prévu chaque jour. Les jours hachurés sont fermés.",
            )) }
            svg.defs width="0" height="0" aria-hidden="true" focusable="false" { defs {
                pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect class="hatch-line" width="1.4" height="4" {}
                }
                pattern id="over" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)" {
                    rect class="over-line" width="2" height="5" {}
                }
            } }
            (legend(&scale, pen))
            @for year in &years { (year_block(*year, plan, survey, &scale, pen)) }
            @if all > years.len() { p.note {
                (pen.t("Drawn: the first ", "Dessiné : les ")) (pen.number(years.len()))
                (pen.t(" years of ", " premières années sur ")) (pen.number(all))
                (pen.t("; the table of months holds them all.", " ; le tableau des mois les contient toutes."))
            } }
        }
    }
}

fn legend(scale: &Scale, pen: Pen) -> Markup {
    let steps = scale.steps(pen.t("work", "travail"), &|minutes| pen.hours_unit(minutes), pen);
    html! {
        ul.legend aria-label=(pen.t("Legend", "Légende")) {
            li { (swatch("h0", false)) (pen.t("no work", "aucun travail")) }
            @for (level, text) in steps { li { (swatch(&format!("h{level}"), false)) (text) } }
            li { (swatch("h0", true)) (pen.t("closed", "fermé")) }
            li { (part_swatch()) (pen.t("closed at some sites", "fermé sur certains sites")) }
        }
    }
}

pub(super) fn swatch(class: &str, closed: bool) -> Markup {
    html! { svg width="16" height="16" aria-hidden="true" focusable="false" {
        rect class=(class) width="16" height="16" rx="3" {}
        @if closed { rect class="x" width="16" height="16" rx="3" {} }
    } }
}

fn part_swatch() -> Markup {
    html! { svg width="16" height="16" aria-hidden="true" focusable="false" {
        rect class="h0" width="16" height="16" rx="3" {}
        path class="part" d="M9 16h7v-7z" {}
    } }
}

fn year_block(year: i32, plan: &Plan, survey: &Survey<'_>, scale: &Scale, pen: Pen) -> Markup {
    let Some(first) = Day::from_ymd(year, 1, 1) else {
        return html! {};
    };
    let days = || (0..366).filter_map(|n| first.add_days(n)).filter(|day| day.year() == year);
    let loads = || days().filter_map(|day| survey.load(day));
    let (occurrences, minutes) =
        loads().fold((0, 0), |sum, load| (sum.0 + load.occurrences, sum.1 + load.minutes));
    let with_work = loads().count();
    // Outside the plan a day is drawn only where a roll put work.
    let drawn = |day: &Day| plan.horizon().contains(*day) || survey.load(*day).is_some();
    let mut months: Vec<u32> = days().filter(drawn).map(|day| day.ymd().1).collect();
    months.dedup();
    let id = format!("heat-{year}");
    html! {
        h3 { (year) }
        div.scroll tabindex="0" role="region" aria-label=(format!("{} {year}", pen.t("Calendar", "Calendrier"))) {
            svg.heat viewBox=(format!("0 0 {} {}", LEFT + 54 * PITCH, TOP + 7 * PITCH + 2)) role="img"
                aria-labelledby=(format!("{id}-t {id}-d")) {
                title id=(format!("{id}-t")) { (pen.t("Work per day in ", "Travail par jour en ")) (year) }
                desc id=(format!("{id}-d")) {
                    (pen.interventions(occurrences)) ", " (pen.hours_unit(minutes)) ", "
                    (pen.count(with_work, ["day with work", "days with work"], ["jour travaillé", "jours travaillés"])) "."
                }
                @for weekday in [0, 2, 4] {
                    text.axis x=(LEFT - 6) y=(TOP + weekday * PITCH + 12) text-anchor="end" {
                        (pen.weekday(usize::try_from(weekday).unwrap_or_default()))
                    }
                }
                @for month in months { (month_mark(first, year, month, pen)) }
                @for day in days().filter(drawn) { (cell(day, first, survey, scale, pen)) }
            }
        }
        details {
            summary { (pen.t("The same as a table, ", "Le même en tableau, ")) (year) }
            (table(year, survey, pen))
        }
    }
}

/// Column and row of a day: weeks begin on Monday.
pub(super) fn place(day: Day, first: Day) -> (i32, i32) {
    let offset = i32::try_from(first.weekday_index()).unwrap_or_default();
    let index = day.number() - first.number() + offset;
    (index / 7, index % 7)
}

/// The name of a month and the line before it.
pub(super) fn month_mark(first: Day, year: i32, month: u32, pen: Pen) -> Markup {
    let Some(begin) = Day::from_ymd(year, month, 1) else {
        return html! {};
    };
    let (column, row) = place(begin, first);
    let x = |column: i32| LEFT + column * PITCH - 1;
    let y = |row: i32| TOP + row * PITCH - 1;
    let full = column + i32::from(row > 0);
    let line = format!("M{} {}V{}H{}V{}", x(full), TOP - 6, y(row), x(column), y(7));
    html! {
        text.axis x=(LEFT + full * PITCH + 2) y=(TOP - 8) { (pen.month_short(month)) }
        @if month > 1 { path.month d=(line) {} }
    }
}

fn cell(day: Day, first: Day, survey: &Survey<'_>, scale: &Scale, pen: Pen) -> Markup {
    let load = survey.load(day);
    let (column, row) = place(day, first);
    let (x, y) = (LEFT + column * PITCH, TOP + row * PITCH);
    let closed = survey.closed(day, pen.lang);
    let level = scale.level(load.map_or(0, |load| load.minutes));
    let what = match load {
        Some(DayLoad { occurrences, minutes }) => {
            format!("{}, {}", pen.interventions(*occurrences), pen.hours_unit(*minutes))
        }
        None => pen.t("no work", "aucun travail"),
    };
    html! {
        g {
            title {
                (pen.weekday_date(day)) " – " (what)
                @match &closed {
                    Some((true, reason)) => { " – " (pen.t("closed: ", "fermé : ")) (reason) }
                    Some((false, reason)) => { " – " (pen.t("closed at some sites: ", "fermé sur certains sites : ")) (reason) }
                    None => {}
                }
            }
            rect class=(format!("h{level}")) x=(x) y=(y) width=(SIZE) height=(SIZE) rx="3" {}
            @match &closed {
                Some((true, _)) => { rect class="x" x=(x) y=(y) width=(SIZE) height=(SIZE) rx="3" {} }
                Some((false, _)) => { path class="part" d=(format!("M{} {}h7v-7z", x + 9, y + SIZE)) {} }
                None => {}
            }
        }
    }
}

/// Hours by month and day of the month.
fn table(year: i32, survey: &Survey<'_>, pen: Pen) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(format!("{} {year}", pen.t("Hours by day,", "Heures par jour,"))) {
            table.dense {
                caption {
                    (pen.t("Hours of work by day, ", "Heures de travail par jour, ")) (year)
                    (pen.t(" (× closed)", " (× fermé)"))
                }
                thead { tr { td {} @for day in 1..=31 { th scope="col" { (day) } } } }
                tbody { @for month in 1..=12u32 { tr {
                    th scope="row" { (pen.month_short(month)) }
                    @for number in 1..=days_in_month(year, month) { td {
                        @if let Some(day) = Day::from_ymd(year, month, number) {
                            @if let Some(load) = survey.load(day) { (pen.hours(load.minutes)) }
                            @else if matches!(survey.closed(day, pen.lang), Some((true, _))) { "×" }
                        }
                    } }
                } } }
            }
        }
    }
}
