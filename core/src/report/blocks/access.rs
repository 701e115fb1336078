//! Who can work from afar on what, who must provide what is missing, when sites are open, whom to call.

use super::{Scene, table_or};
use crate::calendar::{Span, WorkCalendar};
use crate::error::Fault;
use crate::report::deliverable::{Block, Cell, ColumnKind};
use crate::text::Text;
use crate::time::Day;

/// Subjects of one row that are named.
const NAMED_MAX: usize = 8;
/// Days in which the hours of each weekday are looked for.
const ORDINARY_DAYS: i32 = 56;

/// What is missing, or unknown, for remote work on an asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessWant<'a> {
    /// The asset.
    pub asset: &'a str,
    /// Whether it is known to be missing; otherwise nobody knows.
    pub is_missing: bool,
    /// Who must provide it, or find out, in English and French.
    pub by: (&'static str, &'static str),
    /// What to do.
    pub text: &'a Text,
}

/// How many assets of a site can be worked on from afar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessCount<'a> {
    /// The site.
    pub site: &'a str,
    /// Possible.
    pub possible: u64,
    /// Something is missing.
    pub missing: u64,
    /// Something is unknown, nothing missing.
    pub unknown: u64,
    /// Nobody works on them from afar.
    pub not_applicable: u64,
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What for.
    pub role: Text,
    /// Who.
    pub name: Box<str>,
    /// How: telephone, mail.
    pub reach: Option<Box<str>>,
}

pub(in super::super) fn sites(scene: &Scene<'_>, counts: &[AccessCount<'_>]) -> Vec<Block> {
    let names = scene.names();
    let mut table = scene.table(
        "access_sites",
        &[
            ("site", ColumnKind::Text),
            ("possible", ColumnKind::Count),
            ("missing", ColumnKind::Count),
            ("not_known", ColumnKind::Count),
            ("not_applicable", ColumnKind::Count),
        ],
    );
    for count in counts {
        table.push(vec![
            Cell::Text(names.site(count.site).to_owned()),
            Cell::count(count.possible),
            Cell::count(count.missing),
            Cell::count(count.unknown),
            Cell::count(count.not_applicable),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-assets");
    blocks
}

/// What is to be provided or found out, by whom, on how many assets; and asset by asset for files.
pub(in super::super) fn wants(scene: &Scene<'_>, wants: &[AccessWant<'_>]) -> Vec<Block> {
    let (words, names) = (scene.words, scene.names());
    let mut sums = scene.table(
        "access_wants",
        &[
            ("to_do", ColumnKind::Text),
            ("by", ColumnKind::Text),
            ("state", ColumnKind::Text),
            ("assets", ColumnKind::Count),
            ("where", ColumnKind::Text),
        ],
    );
    let mut each = scene
        .table(
            "access_assets",
            &[
                ("asset", ColumnKind::Text),
                ("name", ColumnKind::Text),
                ("state", ColumnKind::Text),
                ("by", ColumnKind::Text),
                ("to_do", ColumnKind::Text),
            ],
        )
        .detail();
    let state = |is_missing| {
        Cell::Text(words.say(if is_missing { "access-missing" } else { "access-unknown" }))
    };
    let by = |by: (&str, &str)| Cell::Text(words.pen.t(by.0, by.1));
    let to_do = |text: &Text| Cell::Text(words.pen.typeset(words.pen.text(text)));
    for want in wants {
        each.push(vec![
            Cell::Code(want.asset.to_owned()),
            Cell::Text(names.asset(want.asset).to_owned()),
            state(want.is_missing),
            by(want.by),
            to_do(want.text),
        ]);
    }
    let keys = wants.iter().map(|want| ((!want.is_missing, want.by, want.text), want.asset));
    for ((is_unknown, who, what), assets) in crate::order::group(keys.collect()) {
        let of: Vec<&str> = assets.iter().map(|asset| names.asset(asset)).collect();
        sums.push(vec![
            to_do(what),
            by(who),
            state(!is_unknown),
            Cell::count(u64::try_from(of.len()).unwrap_or(u64::MAX)),
            Cell::Text(super::some_of(words, of.into_iter(), NAMED_MAX)),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, sums, scene, "no-wants");
    if !each.rows.is_empty() {
        blocks.push(Block::Table(each));
    }
    blocks
}

pub(in super::super) fn contacts(scene: &Scene<'_>, contacts: &[Contact]) -> Vec<Block> {
    let mut table = scene.table(
        "contacts",
        &[("role", ColumnKind::Text), ("name", ColumnKind::Text), ("reach", ColumnKind::Text)],
    );
    for contact in contacts {
        table.push(vec![
            Cell::Text(scene.words.pen.text(&contact.role).to_owned()),
            Cell::Text(contact.name.to_string()),
            Cell::text(contact.reach.as_deref()),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-contacts");
    blocks
}

/// The calendars: the hours of an ordinary week of the plan, and the closed days that are no weekly rest.
pub(in super::super) fn calendars(scene: &Scene<'_>) -> Vec<Block> {
    let words = scene.words;
    let mut table = scene.table(
        "calendars",
        &[
            ("calendar", ColumnKind::Text),
            ("weekday", ColumnKind::Text),
            ("hours", ColumnKind::Text),
        ],
    );
    let mut closed = scene.table(
        "closed_days",
        &[("calendar", ColumnKind::Text), ("day", ColumnKind::Date), ("reason", ColumnKind::Text)],
    );
    let plan = scene.plan;
    let horizon = plan.horizon();
    for calendar in plan.input().calendars() {
        let id = || Cell::Code(calendar.id().as_str().to_owned());
        let week = ordinary_week(calendar, horizon.start());
        for (weekday, hours) in week.iter().enumerate() {
            let hours = hours.clone().unwrap_or_else(|| words.say("closed"));
            let name = words.pen.weekday(weekday).to_owned();
            table.push(vec![id(), Cell::Text(name), Cell::Text(hours)]);
        }
        let days = (0..).map_while(|turn| horizon.start().add_days(turn));
        for day in days.take_while(|day| *day < horizon.end()) {
            // A weekday that never opens is no special day.
            let opens = week.get(day.weekday_index()).is_some_and(Option::is_some);
            if let Some(closing) = calendar.closed(day).filter(|_| opens) {
                closed.push(vec![
                    id(),
                    Cell::Date(day),
                    Cell::Text(closing.text(day, words.lang())),
                ]);
            }
        }
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-calendars");
    table_or(&mut blocks, closed, scene, "no-closed-days");
    blocks
}

/// The hours of each weekday: those of its first open day among some weeks; `None` where it never opens there.
fn ordinary_week(calendar: &WorkCalendar, from: Day) -> [Option<String>; 7] {
    let mut week: [Option<String>; 7] = Default::default();
    for day in (0..ORDINARY_DAYS).filter_map(|turn| from.add_days(turn)) {
        let spans = calendar.spans(day);
        if spans.is_empty() {
            continue;
        }
        if let Some(slot) = week.get_mut(day.weekday_index()).filter(|slot| slot.is_none()) {
            let texts: Vec<String> = spans.iter().copied().map(span).collect();
            *slot = Some(texts.join(", "));
        }
    }
    week
}

/// `08:00–12:00`; what ends on the next day says so by an hour beyond 24.
fn span(span: Span) -> String {
    let (from, to) = (span.from_minutes(), span.to_minutes());
    format!("{:02}:{:02}–{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
}

/// What has to be asked: what imports refused or doubted, and what audits cannot decide.
pub(in super::super) fn questions(scene: &Scene<'_>, faults: &[&Fault]) -> Vec<Block> {
    let words = scene.words;
    let mut table = scene.table(
        "questions",
        &[
            ("code", ColumnKind::Text),
            ("question", ColumnKind::Text),
            ("where", ColumnKind::Text),
            ("number", ColumnKind::Count),
        ],
    );
    if let Some(audit) = scene.care.audit {
        for undecided in audit.undecided() {
            let rule = audit.rules().iter().find(|result| result.rule == undecided.rule);
            let title = rule
                .map_or_else(String::new, |rule| words.pen.typeset(words.pen.text(&rule.title)));
            let missing: Vec<String> =
                undecided.missing.facts().map(|fact| scene.label(&fact)).collect();
            let named = [("title", title.into()), ("facts", missing.join(", ").into())];
            let subjects: Vec<&str> = audit.undecided_subjects(undecided).collect();
            table.push(vec![
                Cell::Code(undecided.rule.as_str().to_owned()),
                Cell::Text(words.with("question-undecided", named)),
                Cell::Text(super::some_of(words, subjects.into_iter(), NAMED_MAX)),
                Cell::count(u64::try_from(undecided.count()).unwrap_or(u64::MAX)),
            ]);
        }
    }
    for fault in faults {
        let place = [&*fault.source, &*fault.pointer].into_iter().filter(|text| !text.is_empty());
        table.push(vec![
            Cell::Code(fault.code.to_owned()),
            Cell::Text(format!("{}. {}", fault.message, fault.help)),
            Cell::Code(place.collect::<Vec<&str>>().join(" ")),
            Cell::count(1_u64),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-questions");
    blocks
}
