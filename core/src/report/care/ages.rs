//! How old the estate is and gets: ages of each class, year by year.

use super::super::YEARS_DRAWN_MAX;
use super::super::pen::{Pen, ratio};
use super::names::Names;
use super::page::heading;
use crate::inventory::Category;
use crate::order;
use crate::renewal::{AgeRow, Forecast};
use crate::time::Day;
use maud::{Markup, html};

/// Bands of ages, in whole years: first and last; the last has no end. One more stands for unknown ages.
const BANDS: [(u16, u16); 13] = [
    (0, 0),
    (1, 1),
    (2, 2),
    (3, 3),
    (4, 4),
    (5, 5),
    (6, 6),
    (7, 7),
    (8, 8),
    (9, 9),
    (10, 14),
    (15, 19),
    (20, u16::MAX),
];
/// Bands and the unknown.
const LINES: usize = BANDS.len() + 1;
const WIDTH: i32 = 1_012;
const LEFT: i32 = 70;
const TOP: i32 = 22;
const PITCH: i32 = 12;

/// Counts by band for each day drawn.
struct Pyramid {
    counts: Vec<[u64; LINES]>,
}

impl Pyramid {
    fn of<'a>(rows: impl Iterator<Item = &'a AgeRow>, days: &[Day]) -> Pyramid {
        let mut pyramid = Pyramid { counts: vec![[0; LINES]; days.len()] };
        for row in rows {
            let Some(day) = days.iter().position(|day| *day == row.day) else { continue };
            let band = row.age_years.and_then(|age| {
                BANDS.iter().position(|(first, last)| (*first..=*last).contains(&age))
            });
            let line = band.unwrap_or(BANDS.len());
            let counts = pyramid.counts.get_mut(day);
            if let Some(count) = counts.and_then(|counts| counts.get_mut(line)) {
                *count = count.saturating_add(row.count);
            }
        }
        pyramid
    }

    fn most(&self) -> u64 {
        self.counts.iter().flatten().copied().max().unwrap_or_default()
    }

    fn total(&self) -> u64 {
        self.counts.first().map_or(0, |counts| counts.iter().sum())
    }
}

pub(super) fn section(forecast: &Forecast, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let mut days: Vec<Day> = forecast.ages.iter().map(|row| row.day).collect();
    order::sort_once(&mut days);
    let all = days.len();
    // Today, and each year that is drawn.
    days.truncate(YEARS_DRAWN_MAX + 1);
    let classes = order::group(forecast.ages.iter().map(|row| (row.category, row)).collect());
    let whole = Pyramid::of(forecast.ages.iter(), &days);
    let mut pyramids: Vec<(Category, Pyramid)> = classes
        .into_iter()
        .map(|(class, rows)| (class, Pyramid::of(rows.into_iter(), &days)))
        .collect();
    order::sort_by(&mut pyramids, |a, b| b.1.total().cmp(&a.1.total()).then(a.0.cmp(&b.0)));
    html! {
        section id="ages" aria-labelledby="ages-title" {
            (heading("ages", pen))
            p.lead { (pen.t(
                "Whole years since purchase, today and each year after, if what is planned is done; a bar is a number of assets. Unknown ages are hatched.",
                "Années entières depuis l'achat, aujourd'hui puis chaque année, si ce qui est prévu est fait ; une barre est un nombre d'équipements. Les âges inconnus sont hachurés.",
            )) }
            @if days.is_empty() { p { (pen.t("There is no equipment in use.", "Aucun équipement en service.")) } }
            @else {
                (block(&pen.t("all classes", "toutes les catégories"), "all", &whole, &days, pen))
                @for (class, pyramid) in &pyramids { (block(&names.category(*class), class.code(), pyramid, &days, pen)) }
                @if all > days.len() { p.note {
                    (pen.t("Drawn: the first ", "Dessiné : les ")) (pen.number(days.len()))
                    (pen.t(" days of ", " premiers jours sur ")) (pen.number(all)) "."
                } }
            }
        }
    }
}

fn block(name: &str, code: &str, pyramid: &Pyramid, days: &[Day], pen: Pen) -> Markup {
    let unknown = pyramid.counts.first().and_then(|counts| counts.last()).copied();
    html! {
        h3.cap { (name) }
        p.sub { (pen.count(pyramid.total(), ["asset", "assets"], ["équipement", "équipements"]))
            @if let Some(unknown) = unknown.filter(|count| *count > 0) {
                ", " (pen.count(unknown, ["of unknown age", "of unknown age"], ["d'âge inconnu", "d'âge inconnu"]))
            }
        }
        div.scroll tabindex="0" role="region" aria-label=(format!("{} – {name}", pen.t("Ages", "Âges"))) {
            (draw(name, pyramid, days, pen))
        }
        details {
            summary { (pen.t("The same as a table, ", "Le même en tableau, ")) (name) }
            (table(name, code, pyramid, days, pen))
        }
    }
}

/// `3`, `10–14`, `20 +`, `unknown`.
fn band(line: usize, pen: Pen) -> String {
    match BANDS.get(line) {
        None => pen.t("unknown", "inconnu"),
        Some((first, u16::MAX)) => format!("{first}\u{a0}+"),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
    }
}

fn draw(name: &str, pyramid: &Pyramid, days: &[Day], pen: Pen) -> Markup {
    let panels = i32::try_from(days.len().max(1)).unwrap_or(i32::MAX);
    let panel = (WIDTH - LEFT) / panels;
    let lines = i32::try_from(LINES).unwrap_or_default();
    let most = pyramid.most();
    let room = u64::try_from((panel - 34).max(8)).unwrap_or_default();
    let y = |line: usize| TOP + PITCH * i32::try_from(line).unwrap_or_default();
    let x = |place: usize| LEFT + panel * i32::try_from(place).unwrap_or_default();
    html! {
        svg.bars.ages viewBox=(format!("0 0 {WIDTH} {}", TOP + PITCH * lines + 6)) role="img" {
            title { (pen.t("Ages by year, ", "Âges par année, ")) (name) }
            desc { (described(pyramid, days, pen)) }
            @for line in 0..LINES { text.axis.small x=(LEFT - 8) y=(y(line) + 9) text-anchor="end" { (band(line, pen)) } }
            @for (place, (day, counts)) in days.iter().zip(&pyramid.counts).enumerate() {
                text.axis x=(x(place)) y="12" { (pen.month_short(day.ymd().1)) " " (day.year()) }
                path.grid d=(format!("M{} {TOP}V{}", x(place), TOP + PITCH * lines)) {}
                @for (line, count) in counts.iter().enumerate() { @if *count > 0 {
                    @let width = ratio(*count, most, room).unwrap_or_default().max(1);
                    @let end = x(place) + i32::try_from(width).unwrap_or_default();
                    g {
                        title { (pen.date(*day)) ", " (band(line, pen)) (pen.t(": ", " : ")) (pen.number(*count)) }
                        rect class=(if line < BANDS.len() { "part-a" } else { "part-b" }) x=(x(place)) y=(y(line) + 1) width=(width) height=(PITCH - 2) {}
                        text.axis.small x=(end + 3) y=(y(line) + 9) { (pen.number(*count)) }
                    }
                } }
            }
        }
    }
}

fn described(pyramid: &Pyramid, days: &[Day], pen: Pen) -> String {
    let each = days.iter().zip(&pyramid.counts).map(|(day, counts)| {
        let bands = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let bands: Vec<String> = bands
            .map(|(line, count)| format!("{} × {}", band(line, pen), pen.number(*count)))
            .collect();
        format!("{}{} {}", pen.date(*day), pen.t(":", " :"), bands.join(", "))
    });
    each.collect::<Vec<String>>().join("; ")
}

fn table(name: &str, code: &str, pyramid: &Pyramid, days: &[Day], pen: Pen) -> Markup {
    html! {
        table id=(format!("ages-{code}")) {
            caption { (pen.t("Assets by age, ", "Équipements par âge, ")) (name) }
            thead { tr {
                th scope="col" { (pen.t("Age, years", "Âge, années")) }
                @for day in days { th.num scope="col" { (pen.date(*day)) } }
            } }
            tbody { @for line in 0..LINES { tr {
                th scope="row" { (band(line, pen)) }
                @for counts in &pyramid.counts { td.num { (pen.number(counts.get(line).copied().unwrap_or_default())) } }
            } } }
        }
    }
}
