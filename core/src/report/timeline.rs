//! The terms of the contracts over the horizon, with what happens in them.

use super::YEARS_DRAWN_MAX;
use super::agenda::{Agenda, Entry};
use super::pen::Pen;
use crate::contract::{Contract, EventKind};
use crate::plan::Plan;
use crate::time::{Day, Period};
use maud::{Markup, html};

const WIDTH: i32 = 1_012;
const LEFT: i32 = 170;
const RIGHT: i32 = 1_000;
const TOP: i32 = 8;
/// Height of the line of one contract, and of its bar.
const PITCH: i32 = 30;
const BAR: i32 = 18;
/// Contracts drawn; the table holds more.
const CONTRACTS_DRAWN_MAX: usize = 40;
/// Characters of a reference that fit beside its line.
const NAME_MAX: usize = 22;
/// Room that the name of a month takes, without and with its year, and the last covered day inside a bar.
const LABEL: i32 = 34;
const DATED: i32 = 64;
const UNTIL: i32 = 190;

/// The days drawn.
struct Span {
    first: Day,
    end: Day,
}

impl Span {
    /// The horizon, at most its first years.
    fn of(plan: &Plan) -> Span {
        let horizon = plan.horizon();
        let months = i32::try_from(YEARS_DRAWN_MAX * 12).unwrap_or_default();
        let end = horizon.start().add_months(months).unwrap_or(horizon.end());
        Span { first: horizon.start(), end: horizon.end().min(end) }
    }

    fn days(&self) -> i32 {
        (self.end.number() - self.first.number()).max(1)
    }

    fn x(&self, day: Day) -> i32 {
        let days = day.number().clamp(self.first.number(), self.end.number()) - self.first.number();
        LEFT + (RIGHT - LEFT) * days / self.days()
    }

    /// Left edge and width of the part of a period that is drawn.
    fn part(&self, from: Day, to: Day) -> Option<(i32, i32)> {
        let (from, to) = (from.max(self.first), to.min(self.end));
        (from < to).then(|| (self.x(from), (self.x(to) - self.x(from)).max(1)))
    }

    fn holds(&self, day: Day) -> bool {
        day >= self.first && day < self.end
    }
}

pub(super) fn chart(plan: &Plan, agenda: &Agenda, pen: Pen) -> Markup {
    let span = Span::of(plan);
    let contracts = plan.input().contracts();
    let drawn = contracts.len().min(CONTRACTS_DRAWN_MAX);
    let lines = i32::try_from(drawn).unwrap_or_default();
    let bottom = TOP + lines * PITCH;
    let title = pen.t("Terms of the contracts", "Durée des contrats");
    html! {
        (legend(pen))
        div.scroll tabindex="0" role="region" aria-label=(title) {
            svg.lines viewBox=(format!("0 0 {WIDTH} {}", bottom + 24)) role="img" {
                title { (title) }
                desc {
                    (pen.count(contracts.len(), ["contract", "contracts"], ["contrat", "contrats"])) ", "
                    (pen.count(agenda.events.len(), ["date", "dates"], ["échéance", "échéances"]))
                    (pen.t("; the tables below say the same.", " ; les tableaux ci-dessous disent la même chose."))
                }
                (months(&span, bottom, pen))
                @for (number, contract) in (0..lines).zip(contracts) { (line(contract, number, plan, &span, pen)) }
                @for entry in agenda.entries(plan) {
                    @let place = contracts.iter().take(drawn).position(|one| one.id() == entry.contract.id());
                    @if let Some(number) = place.and_then(|place| i32::try_from(place).ok()) {
                        @if span.holds(entry.event.day) { (mark(&entry, number, plan.as_of(), &span, pen)) }
                    }
                }
                @if span.holds(plan.as_of()) && plan.as_of() > span.first {
                    path.capacity d=(format!("M{} {TOP}V{bottom}", span.x(plan.as_of()))) {}
                }
            }
        }
        @if drawn < contracts.len() || span.end < plan.horizon().end() { p.note {
            (pen.t("Drawn: ", "Dessiné : ")) (pen.number(drawn)) (pen.t(" of ", " sur "))
            (pen.count(contracts.len(), ["contract", "contracts"], ["contrat", "contrats"]))
            (pen.t(", up to ", ", jusqu'au ")) (pen.date(span.end.add_days(-1).unwrap_or(span.end))) "."
        } }
    }
}

/// Months below the lines, or years where months would not fit.
fn months(span: &Span, bottom: i32, pen: Pen) -> Markup {
    let every = match span.days() {
        0..=500 => 1,
        501..=1_500 => 3,
        _ => 12,
    };
    let (year, month, _) = span.first.ymd();
    let first = Day::from_ymd(year, month, 1).unwrap_or(span.first);
    let days = (0..).map_while(|number| first.add_months(number)).take_while(|day| *day < span.end);
    html! { @for day in days {
        @let (year, month, _) = day.ymd();
        @let x = span.x(day);
        @let room = span.x(day.add_months(every).unwrap_or(span.end)) - x;
        @if (month - 1).is_multiple_of(every.unsigned_abs()) {
            path.grid d=(format!("M{x} {TOP}V{}", bottom + 6)) {}
            @if room >= LABEL { text.axis x=(x + 2) y=(bottom + 17) {
                @if every == 12 || room < DATED && month == 1 { (year) }
                @else { (pen.month_short(month)) @if month == 1 { " " (year) } }
            } }
        }
    } }
}

fn line(contract: &Contract, number: i32, plan: &Plan, span: &Span, pen: Pen) -> Markup {
    let y = TOP + number * PITCH + (PITCH - BAR) / 2;
    let term = contract.term_at(plan.as_of());
    let last = contract.term().final_end();
    let sure = [term.end, last].into_iter().flatten().min().unwrap_or(span.end);
    let assumed = last.unwrap_or(span.end);
    let name: String = match contract.reference().char_indices().nth(NAME_MAX) {
        Some((end, _)) => contract.reference().get(..end).unwrap_or_default().to_owned() + "…",
        None => contract.reference().to_owned(),
    };
    html! {
        text.name x=(LEFT - 8) y=(y + 13) text-anchor="end" { (name) }
        @for (class, from, to) in [("bar", contract.begin(), sure), ("assumed", sure.max(contract.begin()), assumed)] {
            @if let Some((x, width)) = span.part(from, to) {
                g {
                    title { (contract.reference()) " – " (when(from, to, class == "assumed", pen)) }
                    rect class=(class) x=(x) y=(y) width=(width) height=(BAR) rx="3" {}
                    @if class == "bar" && width >= UNTIL { text.inside x=(x + 12) y=(y + 13) { (until(contract, plan, pen)) } }
                }
            }
        }
        @for part in contract.suspensions() { (suspension(contract, part.period, y, span, pen)) }
    }
}

fn until(contract: &Contract, plan: &Plan, pen: Pen) -> String {
    match contract.term_at(plan.as_of()).last_covered {
        Some(last) => format!("{} {}", pen.t("up to", "jusqu'au"), pen.date(last)),
        None => pen.t("no end", "sans fin"),
    }
}

fn when(from: Day, to: Day, assumed: bool, pen: Pen) -> String {
    let last = to.add_days(-1).unwrap_or(to);
    let word = if assumed {
        pen.t("if tacitly renewed, ", "si tacite reconduction, ")
    } else {
        String::new()
    };
    format!("{word}{} – {}", pen.date(from), pen.date(last))
}

fn suspension(contract: &Contract, period: Period, y: i32, span: &Span, pen: Pen) -> Markup {
    let Some((x, width)) = span.part(period.start(), period.end()) else {
        return html! {};
    };
    html! { g {
        title { (contract.reference()) " – " (pen.t("suspended, ", "suspendu, ")) (when(period.start(), period.end(), false, pen)) }
        rect.gap x=(x) y=(y) width=(width) height=(BAR) {}
        rect.x x=(x) y=(y) width=(width) height=(BAR) {}
    } }
}

/// The sign of an event on the line of its contract.
fn mark(entry: &Entry<'_>, number: i32, as_of: Day, span: &Span, pen: Pen) -> Markup {
    let event = entry.event;
    let y = TOP + number * PITCH + PITCH / 2;
    let (class, sign) = sign(event.kind, event.day < as_of);
    html! { @if !class.is_empty() { g {
        title { (pen.date(event.day)) " – " (entry.text(pen)) }
        path class=(class) d=(format!("M{} {y}{sign}", span.x(event.day))) {}
    } } }
}

/// Class and path of a sign, from the middle of its line; nothing for what the bars show.
fn sign(kind: EventKind, past: bool) -> (&'static str, &'static str) {
    match kind {
        EventKind::NoticeDeadline => (if past { "past" } else { "notice" }, "m-7 0l7-7 7 7-7 7z"),
        EventKind::Renewal => ("step", "m0-12v24"),
        EventKind::Amendment => ("change", "m0-3l6-10h-12z"),
        EventKind::TermEnd | EventKind::Termination => ("step", "m-4-12h5v24h-5"),
        EventKind::PriceRevision => ("change", "m0 3l6 10h-12z"),
        EventKind::Begin => ("step", "m4-12h-5v24h5"),
        EventKind::SuspensionBegin | EventKind::SuspensionEnd => ("", ""),
    }
}

fn legend(pen: Pen) -> Markup {
    let of = |kind| sign(kind, false);
    let signs = [
        (of(EventKind::NoticeDeadline), pen.t("notice deadline", "date limite de préavis")),
        (
            sign(EventKind::NoticeDeadline, true),
            pen.t("past notice deadline", "date limite passée"),
        ),
        (of(EventKind::Renewal), pen.t("renewal", "reconduction")),
        (of(EventKind::Amendment), pen.t("amendment", "avenant")),
        (of(EventKind::PriceRevision), pen.t("price revision", "révision du prix")),
        (of(EventKind::TermEnd), pen.t("end", "fin")),
    ];
    let areas = [
        (&["bar"][..], pen.t("current term", "période en cours")),
        (&["assumed"], pen.t("if tacitly renewed", "si tacite reconduction")),
        (&["gap", "x"], pen.t("suspended", "suspendu")),
    ];
    html! { ul.legend aria-label=(pen.t("Legend", "Légende")) {
        @for (classes, name) in areas { li {
            svg width="16" height="16" aria-hidden="true" focusable="false" {
                @for class in classes { rect class=(class) x="1" y="2" width="14" height="12" rx="2" {} }
            }
            (name)
        } }
        @for ((class, path), name) in signs { li {
            svg width="16" height="26" aria-hidden="true" focusable="false" { path class=(class) d=(format!("M8 13{path}")) {} }
            (name)
        } }
    } }
}
