//! Downtime day by day.

use super::super::chart::{Scale, minutes_up};
use super::super::heat::{LEFT, PITCH, SIZE, TOP, month_mark, place, swatch};
use super::super::pen::Pen;
use super::KpiReportInput;
use super::page::heading;
use crate::kpi::{Indicator, Kpis, Measure};
use crate::order;
use crate::time::{Day, days_in_month};
use maud::{Markup, html};

/// What is known of a day.
struct DayDown {
    day: Day,
    /// Downtime of all assets due to failures.
    seconds: u64,
    failures: u64,
    availability: Option<f64>,
}

impl DayDown {
    fn minutes(&self) -> u64 {
        self.seconds.div_ceil(60)
    }
}

/// The days of which something is required and known.
fn known(input: &KpiReportInput<'_>) -> Vec<DayDown> {
    let kpis: &Kpis = input.days;
    let Some(group) = kpis.groups().first() else { return Vec::new() };
    let cells = kpis.windows().iter().zip(&group.cells).enumerate();
    cells
        .filter_map(|(window, ((from, _), cell))| {
            let get = |measure| cell.totals.get(measure).and_then(|n| u64::try_from(n).ok());
            get(Measure::RequiredSeconds).filter(|required| *required > 0)?;
            let answer = kpis.answer(0, window, Indicator::OperationalAvailability).ok();
            Some(DayDown {
                day: input.zone.day_at(*from)?,
                seconds: get(Measure::FailureDownSeconds)?,
                failures: get(Measure::Failures).unwrap_or_default(),
                availability: answer.and_then(|answer| answer.value),
            })
        })
        .collect()
}

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let days = known(input);
    let scale =
        Scale::of(days.iter().map(DayDown::minutes).filter(|m| *m > 0).collect(), minutes_up);
    let years = order::group(days.iter().map(|one| (one.day.year(), one)).collect());
    html! {
        section id="days" aria-labelledby="days-title" {
            (heading("days", pen))
            p.lead { (pen.t(
                "Downtime of all equipment each day due to failures, overlapping incidents of one asset counted once. Days that are not drawn are not known.",
                "Indisponibilité de tous les équipements chaque jour due aux pannes, les incidents simultanés d'un équipement comptés une fois. Les jours non dessinés ne sont pas connus.",
            )) }
            @if days.is_empty() { p { (pen.t(
                "No required time is known: the engagement has no equipment in service in the period.",
                "Aucun temps requis n'est connu : le dossier n'a aucun équipement en service dans la période.",
            )) } }
            @else {
                ul.legend aria-label=(pen.t("Legend", "Légende")) {
                    li { (swatch("h0", false)) (pen.t("none", "aucune")) }
                    @for (level, text) in scale.steps(pen.t("some", "quelque"), &|minutes| pen.hours_unit(minutes), pen) { li { (swatch(&format!("h{level}"), false)) (text) } }
                }
                @for (year, rows) in &years { (block(*year, rows, &scale, pen)) }
            }
        }
    }
}

fn block(year: i32, rows: &[&DayDown], scale: &Scale, pen: Pen) -> Markup {
    let Some(first) = Day::from_ymd(year, 1, 1) else {
        return html! {};
    };
    let down = rows.iter().filter(|row| row.seconds > 0).count();
    let minutes: u64 = rows.iter().map(|row| row.minutes()).sum();
    let failures: u64 = rows.iter().map(|row| row.failures).sum();
    let worst = rows.iter().max_by_key(|row| (row.seconds, std::cmp::Reverse(row.day)));
    let mut months: Vec<u32> = rows.iter().map(|row| row.day.ymd().1).collect();
    months.dedup();
    let name = format!("{} {year}", pen.t("Downtime by day,", "Indisponibilité par jour,"));
    html! {
        h3 { (year) }
        p.sub {
            (pen.count(down, ["day with downtime", "days with downtime"], ["jour avec indisponibilité", "jours avec indisponibilité"]))
            (pen.t(" of ", " sur ")) (pen.number(rows.len())) ", " (pen.hours_unit(minutes)) ", "
            (pen.count(failures, ["failure", "failures"], ["panne", "pannes"]))
            @if let Some(worst) = worst.filter(|worst| worst.seconds > 0) {
                (pen.t("; worst day ", " ; pire jour ")) (pen.date(worst.day)) " (" (pen.hours_unit(worst.minutes())) ")"
            }
            "."
        }
        div.scroll tabindex="0" role="region" aria-label=(name) {
            svg.heat viewBox=(format!("0 0 {} {}", LEFT + 54 * PITCH, TOP + 7 * PITCH + 2)) role="img" {
                title { (name) }
                desc { (described(rows, pen)) }
                @for weekday in [0, 2, 4] {
                    text.axis x=(LEFT - 6) y=(TOP + weekday * PITCH + 12) text-anchor="end" {
                        (pen.weekday(usize::try_from(weekday).unwrap_or_default()))
                    }
                }
                @for month in months { (month_mark(first, year, month, pen)) }
                @for row in rows { (cell(row, first, scale, pen)) }
            }
        }
        details {
            summary { (pen.t("The same as a table, ", "Le même en tableau, ")) (year) }
            (table(year, rows, &name, pen))
        }
    }
}

/// The days with downtime, in words.
fn described(rows: &[&DayDown], pen: Pen) -> String {
    let down = rows.iter().filter(|row| row.seconds > 0);
    let each: Vec<String> = down
        .map(|row| format!("{} {}", pen.date(row.day), pen.hours_unit(row.minutes())))
        .collect();
    if each.is_empty() { pen.t("no downtime", "aucune indisponibilité") } else { each.join("; ") }
}

fn cell(row: &DayDown, first: Day, scale: &Scale, pen: Pen) -> Markup {
    let (column, line) = place(row.day, first);
    html! { g {
        title {
            (pen.weekday_date(row.day)) " – "
            @if row.seconds == 0 { (pen.t("no downtime", "aucune indisponibilité")) } @else { (pen.hours_unit(row.minutes())) }
            @if row.failures > 0 { ", " (pen.count(row.failures, ["failure", "failures"], ["panne", "pannes"])) }
            @if let Some(availability) = row.availability { ", " (pen.share(availability)) }
        }
        rect class=(format!("h{}", scale.level(row.minutes()))) x=(LEFT + column * PITCH) y=(TOP + line * PITCH) width=(SIZE) height=(SIZE) rx="3" {}
    } }
}

/// Hours by month and day of the month; empty where nothing is known.
fn table(year: i32, rows: &[&DayDown], name: &str, pen: Pen) -> Markup {
    let find = |month: u32, number: u32| {
        let day = Day::from_ymd(year, month, number)?;
        rows.iter().find(|row| row.day == day)
    };
    html! { div.scroll tabindex="0" role="region" aria-label=(name) { table.dense {
        caption { (name) (pen.t(", hours", ", heures")) }
        thead { tr { td {} @for day in 1..=31 { th scope="col" { (day) } } } }
        tbody { @for month in 1..=12_u32 { tr {
            th scope="row" { (pen.month_short(month)) }
            @for number in 1..=days_in_month(year, month) { td {
                @if let Some(row) = find(month, number) { @if row.seconds == 0 { "0" } @else { (pen.hours(row.minutes())) } }
            } }
        } } }
    } } }
}
