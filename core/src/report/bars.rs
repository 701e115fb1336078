//! Hours of each week against what the skill offers.

use super::page::heading;
use super::pen::{Pen, ratio};
use super::{LIST_MAX, YEARS_DRAWN_MAX};
use crate::plan::{LoadTotal, Plan, WeekTotal};
use crate::time::Day;
use maud::{Markup, html};
use std::collections::BTreeMap;

const WIDTH: i32 = 1_012;
const LEFT: i32 = 52;
const RIGHT: i32 = 1_000;
const TOP: i32 = 18;
const BOTTOM: i32 = 138;
const HEIGHT: i32 = 162;
/// Room that the name of a month or year takes.
const LABEL: i32 = 32;
/// Skills drawn; a skill more costs a chart of fifty bars a year.
const SKILLS_DRAWN_MAX: usize = 24;

/// Overloads that are shown without a click.
const OPEN_MAX: usize = 6;

/// Whether the work of the week exceeds what the skill offers.
pub(super) fn is_over(week: &WeekTotal) -> bool {
    week.capacity_minutes.is_some_and(|capacity| week.work_minutes > capacity)
}

pub(super) fn section(plan: &Plan, pen: Pen) -> Markup {
    let totals = plan.totals();
    let mut skills: Vec<&LoadTotal> = totals.skills.iter().collect();
    skills.sort_by(|a, b| b.work_minutes.cmp(&a.work_minutes).then_with(|| a.key.cmp(&b.key)));
    html! {
        section id="weeks" aria-labelledby="weeks-title" {
            (heading("weeks", pen))
            p.lead { (pen.t(
                "Hours of work each week, by skill. The dashed line is the capacity; a week above it is hatched and marked ▲.",
                "Heures de travail de chaque semaine, par compétence. Le trait pointillé est la capacité ; une semaine en surcharge est hachurée et marquée ▲.",
            )) }
            (overloads(plan, pen))
            @for skill in skills.iter().take(SKILLS_DRAWN_MAX) { (skill_block(plan, skill, pen)) }
            @if skills.is_empty() { p { (pen.t("Nothing is planned.", "Rien n'est prévu.")) } }
            @if skills.len() > SKILLS_DRAWN_MAX { p.note {
                (pen.t("Drawn: the ", "Dessiné : les ")) (pen.number(SKILLS_DRAWN_MAX))
                (pen.t(" skills with the most work, of ", " compétences les plus chargées, sur ")) (pen.number(skills.len()))
                (pen.t("; plan.json holds every week of each.", " ; plan.json contient chaque semaine de toutes."))
            } }
        }
    }
}

/// The weeks above capacity, as a list.
fn overloads(plan: &Plan, pen: Pen) -> Markup {
    let over: Vec<&WeekTotal> = plan.totals().weeks.iter().filter(|week| is_over(week)).collect();
    if over.is_empty() {
        return html! {};
    }
    html! {
        details.always open[over.len() <= OPEN_MAX] {
            summary { "▲ " (pen.count(over.len(), ["overload: week, skill and hours lacking", "overloads: week, skill and hours lacking"],
                ["surcharge : semaine, compétence et heures manquantes", "surcharges : semaine, compétence et heures manquantes"])) }
            table {
                caption { (pen.t("Weeks above capacity", "Semaines en surcharge"))
                    @if over.len() > LIST_MAX {
                        (pen.t(", the first ", ", les ")) (pen.number(LIST_MAX)) (pen.t(" of ", " premières sur ")) (pen.number(over.len()))
                        (pen.t("; plan.json holds them all", " ; plan.json les contient toutes"))
                    }
                }
                thead { tr {
                    th scope="col" { (pen.t("Week of", "Semaine du")) } th scope="col" { (pen.t("Skill", "Compétence")) }
                    th.num scope="col" { (pen.t("Planned,\u{a0}h", "Prévu,\u{a0}h")) } th.num scope="col" { (pen.t("Capacity,\u{a0}h", "Capacité,\u{a0}h")) }
                    th.num scope="col" { (pen.t("Lacking,\u{a0}h", "Manque,\u{a0}h")) }
                } }
                tbody { @for week in over.iter().take(LIST_MAX) {
                    @let capacity = week.capacity_minutes.unwrap_or_default();
                    tr {
                        th scope="row" { (pen.date(week.monday)) } td { (week.skill) }
                        td.num { (pen.hours(week.work_minutes)) } td.num { (pen.hours(capacity)) }
                        td.num { (pen.hours(week.work_minutes.saturating_sub(capacity))) }
                    }
                } }
            }
        }
    }
}

/// The weeks of one skill over the drawn span.
struct Chart<'a> {
    weeks: BTreeMap<Day, &'a WeekTotal>,
    first: Day,
    /// Number of weeks drawn, and in all.
    drawn: i32,
    all: i32,
    /// Minutes at the top line.
    top: u64,
    capacity: Option<u64>,
}

impl<'a> Chart<'a> {
    fn of(plan: &'a Plan, skill: &str) -> Chart<'a> {
        let all_weeks = &plan.totals().weeks;
        let horizon = plan.horizon();
        let monday =
            |day: Day| day.number() - i32::try_from(day.weekday_index()).unwrap_or_default();
        let mondays = || all_weeks.iter().map(|week| week.monday.number());
        let first = mondays().min().unwrap_or(i32::MAX).min(monday(horizon.start()));
        let last_day = horizon.end().add_days(-1).unwrap_or(horizon.end());
        let last = mondays().max().unwrap_or(i32::MIN).max(monday(last_day));
        let weeks: BTreeMap<Day, &WeekTotal> = all_weeks
            .iter()
            .filter(|week| &*week.skill == skill)
            .map(|week| (week.monday, week))
            .collect();
        let capacity = weeks.values().find_map(|week| week.capacity_minutes);
        let most = weeks.values().map(|week| week.work_minutes).max().unwrap_or_default();
        let all = (last - first) / 7 + 1;
        let most_drawn = i32::try_from(YEARS_DRAWN_MAX * 53).unwrap_or(i32::MAX);
        Chart {
            weeks,
            first: Day::from_number(first).unwrap_or(horizon.start()),
            drawn: all.min(most_drawn),
            all,
            top: top_of(most.max(capacity.unwrap_or_default())),
            capacity,
        }
    }

    fn y(&self, minutes: u64) -> i32 {
        let height = u64::try_from(BOTTOM - TOP).unwrap_or_default();
        let up = ratio(minutes.min(self.top), self.top, height).unwrap_or_default();
        BOTTOM - i32::try_from(up).unwrap_or_default()
    }

    /// Left edge of week number `index`.
    fn x(&self, index: i32) -> i32 {
        LEFT + (RIGHT - LEFT) * index / self.drawn.max(1)
    }

    fn monday(&self, index: i32) -> Option<Day> {
        self.first.add_days(index * 7)
    }
}

/// The next round number of hours that four lines divide well: 1, 2, 4, 8, 20, 40, 80, 200, 400…
fn top_of(minutes: u64) -> u64 {
    let mut tens = 60u64;
    loop {
        for step in [1, 2, 4, 8] {
            let top = tens.saturating_mul(step);
            if top >= minutes {
                return top;
            }
        }
        let next = tens.saturating_mul(10);
        // 20 and 40 lie between 8 and 80.
        if let Some(top) =
            [2, 4].iter().map(|n| next.saturating_mul(*n)).find(|top| *top >= minutes)
        {
            return top;
        }
        tens = next;
    }
}

fn skill_block(plan: &Plan, skill: &LoadTotal, pen: Pen) -> Markup {
    let chart = Chart::of(plan, &skill.key);
    let over = chart.weeks.values().filter(|week| is_over(week)).count();
    html! {
        h3 { (skill.key) }
        p.sub {
            (pen.hours_unit(skill.work_minutes)) ", " (pen.interventions(skill.occurrences)) " · "
            @match chart.capacity {
                Some(capacity) => { (pen.t("capacity ", "capacité ")) (pen.hours_unit(capacity)) (pen.t(" a week", " par semaine")) }
                None => { (pen.t("no capacity given", "aucune capacité donnée")) }
            }
            @if over > 0 { " · " strong.warn { "▲ " (pen.count(over, ["week above capacity", "weeks above capacity"],
                ["semaine en surcharge", "semaines en surcharge"])) } }
        }
        div.scroll tabindex="0" role="region" aria-label=(format!("{} – {}", pen.t("Weekly load", "Charge par semaine"), skill.key)) {
            (draw(&chart, &skill.key, over, pen))
        }
        @if chart.drawn < chart.all { p.note {
            (pen.t("Drawn: the first ", "Dessiné : les ")) (pen.number(u32::try_from(chart.drawn).unwrap_or_default()))
            (pen.t(" weeks of ", " premières semaines sur ")) (pen.number(u32::try_from(chart.all).unwrap_or_default())) "."
        } }
        details {
            summary { (pen.t("The same as a table, ", "Le même en tableau, ")) (skill.key) }
            (table(&chart, &skill.key, pen))
        }
    }
}

fn draw(chart: &Chart<'_>, skill: &str, over: usize, pen: Pen) -> Markup {
    html! {
        svg.bars viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" {
            title { (pen.t("Hours a week, ", "Heures par semaine, ")) (skill) }
            desc { (pen.count(over, ["week above capacity", "weeks above capacity"],
                ["semaine en surcharge", "semaines en surcharge"])) }
            @for line in 0..=4u64 {
                @let minutes = chart.top / 4 * line;
                @let y = chart.y(minutes);
                path.grid d=(format!("M{LEFT} {y}H{RIGHT}")) {}
                @if line % 2 == 0 { text.axis x=(LEFT - 6) y=(y + 4) text-anchor="end" { (pen.hours_unit(minutes)) } }
            }
            (months(chart, pen))
            @for index in 0..chart.drawn { (bar(chart, index, pen)) }
            @if let Some(capacity) = chart.capacity {
                path.capacity d=(format!("M{LEFT} {}H{RIGHT}", chart.y(capacity))) {}
            }
        }
    }
}

fn bar(chart: &Chart<'_>, index: i32, pen: Pen) -> Markup {
    let Some(monday) = chart.monday(index) else {
        return html! {};
    };
    let Some(week) = chart.weeks.get(&monday) else {
        return html! {};
    };
    let (x, next) = (chart.x(index), chart.x(index + 1));
    let gap = if next - x > 6 { 3 } else { i32::from(next - x > 2) };
    let width = (next - x - gap).max(1);
    let y = chart.y(week.work_minutes).min(BOTTOM - 1);
    let over = is_over(week);
    html! {
        g {
            title {
                (pen.t("Week of ", "Semaine du ")) (pen.date(monday)) " – " (pen.hours_unit(week.work_minutes))
                @if let Some(capacity) = week.capacity_minutes { " / " (pen.hours_unit(capacity)) }
            }
            rect class=(if over { "bar over" } else { "bar" }) x=(x) y=(y) width=(width) height=(BOTTOM - y) {}
            @if over {
                rect class="over-hatch" x=(x) y=(y) width=(width) height=(BOTTOM - y) {}
                text.mark x=(x + width / 2) y=(y - 3) text-anchor="middle" { "▲" }
            }
        }
    }
}

/// Names under the first week of each month, or years where months would not fit.
fn months(chart: &Chart<'_>, pen: Pen) -> Markup {
    let every = match chart.drawn {
        0..=70 => 1,
        71..=160 => 3,
        _ => 12,
    };
    let mut marks: Vec<(i32, String)> = Vec::new();
    let mut previous = None;
    for index in 0..chart.drawn {
        let Some((year, month, _)) =
            chart.monday(index).and_then(|day| day.add_days(3)).map(Day::ymd)
        else {
            continue;
        };
        let room = RIGHT - chart.x(index) >= LABEL;
        if room && previous != Some((year, month)) && (month - 1) % every == 0 {
            let name =
                if every == 12 { year.to_string() } else { pen.month_short(month).to_owned() };
            let name = if every < 12 && month == 1 { format!("{name} {year}") } else { name };
            marks.push((chart.x(index), name));
        }
        previous = Some((year, month));
    }
    html! {
        @for (x, name) in marks {
            path.grid d=(format!("M{x} {BOTTOM}v6")) {}
            text.axis x=(x + 2) y=(BOTTOM + 17) { (name) }
        }
    }
}

fn table(chart: &Chart<'_>, skill: &str, pen: Pen) -> Markup {
    html! {
        table {
            caption { (pen.t("Hours a week, ", "Heures par semaine, ")) (skill) }
            thead { tr {
                th scope="col" { (pen.t("Week of", "Semaine du")) } th.num scope="col" { (pen.t("Planned,\u{a0}h", "Prévu,\u{a0}h")) }
                th.num scope="col" { (pen.t("Capacity,\u{a0}h", "Capacité,\u{a0}h")) } th scope="col" { (pen.t("Above", "Surcharge")) }
            } }
            tbody { @for index in 0..chart.drawn {
                @if let Some(week) = chart.monday(index).and_then(|day| chart.weeks.get(&day)) { tr {
                    th scope="row" { (pen.date(week.monday)) } td.num { (pen.hours(week.work_minutes)) }
                    td.num { (week.capacity_minutes.map_or_else(|| "–".to_owned(), |c| pen.hours(c))) }
                    td { @if is_over(week) { (pen.t("▲ yes", "▲ oui")) } @else if week.capacity_minutes.is_some() { (pen.t("no", "non")) } }
                } }
            } }
        }
    }
}
