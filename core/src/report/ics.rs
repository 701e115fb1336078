//! The plan as a calendar file (RFC 5545).

use super::agenda::{Agenda, Entry};
use super::pen::Pen;
use super::{periods, why};
use crate::contract::EventKind;
use crate::error::{Error, codes};
use crate::plan::{Occurrence, Plan, Status};
use crate::text::{Label, Lang, Text};
use crate::time::Day;

/// Longest line, in octets without its end.
const LINE_OCTETS_MAX: usize = 75;
const FOOTER: &str = "END:VCALENDAR\r\n";
/// When the alarm of a notice deadline goes off.
const NOTICE_ALARM: &str = "-P14D";

/// How calendar files are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IcsOptions {
    /// Language of titles and descriptions.
    pub lang: Lang,
    /// Every file stays below this many bytes (Google Calendar refuses about 1 MB); `None` writes one file.
    pub bytes_max: Option<usize>,
    /// Name of the calendar; `None` names it after the customer.
    pub calendar_name: Option<String>,
}

/// The plan as calendar files: one all-day event an occurrence, in the order of the plan, then one for each
/// dated event of a contract in the horizon ([`Contract::events`]), in order; over as many files as
/// `bytes_max` asks for; at least one, also for an empty plan.
///
/// The UID is an id, `@`, twelve hexadecimal digits of BLAKE3 of the customer's name, and `.entretien`:
/// importing again updates and doubles nothing, and customers do not meet. The id is that of the occurrence,
/// or `contract/` with the contract, the kind and the day of the event (and `/2`, `/3`… where a contract has
/// several of one kind on one day).
///
/// DTSTAMP is `as_of` at 00:00 UTC. Events do not block time (`TRANSP:TRANSPARENT`); the working time is
/// in the description and in `X-ENTRETIEN-DURATION-MINUTES`. Events of contracts have
/// `X-ENTRETIEN-CONTRACT-EVENT`, the code of their kind; what only a later tacit renewal brings about says so
/// in its title; a notice deadline from `as_of` on has an alarm 14 days before. Control characters of the
/// engagement's texts are left out.
///
/// [`Contract::events`]: crate::contract::Contract::events
///
/// # Errors
/// `CAL-006` a notice calendar without an open day within reach · `DOC-002` more than
/// [`EVENTS_MAX`](super::EVENTS_MAX) events of contracts · `DOC-009` `bytes_max` is too small for a calendar
/// of a single event.
pub fn ics(plan: &Plan, options: &IcsOptions) -> Result<Vec<String>, Error> {
    let pen = Pen::new(options.lang);
    let agenda = Agenda::of(plan)?;
    let customer = plan.input().customer();
    let domain = uid_domain(customer);
    let name = format!("{} – {customer}", pen.t("Maintenance", "Maintenance"));
    let mut files = Files::new(header(&name, "maintenance plan", options), options.bytes_max)?;
    for occurrence in plan.occurrences() {
        files.add(&occurrence.id(), &event(plan, &occurrence, &domain, pen))?;
    }
    for (entry, id) in agenda.entries(plan).zip(agenda.ids()) {
        files.add(&id, &contract_event(plan.as_of(), &entry, &format!("{id}@{domain}"), pen))?;
    }
    Ok(files.finish())
}

/// Calendar files that fill up one after another.
pub(super) struct Files {
    header: String,
    bytes_max: usize,
    file: String,
    done: Vec<String>,
}

impl Files {
    pub(super) fn new(header: String, bytes_max: Option<usize>) -> Result<Files, Error> {
        let bytes_max = bytes_max.unwrap_or(usize::MAX);
        let files = Files { file: header.clone(), header, bytes_max, done: Vec::new() };
        if !files.fits(files.header.len()) {
            return Err(too_small(bytes_max, files.header.len(), "an empty calendar"));
        }
        Ok(files)
    }

    fn fits(&self, bytes: usize) -> bool {
        bytes.saturating_add(FOOTER.len()) < self.bytes_max
    }

    /// Adds the event `id`, to a new file where this one is full.
    pub(super) fn add(&mut self, id: &str, event: &str) -> Result<(), Error> {
        if !self.fits(self.file.len().saturating_add(event.len())) {
            let alone = self.header.len().saturating_add(event.len());
            if !self.fits(alone) {
                return Err(too_small(self.bytes_max, alone, &format!("the event `{id}`")));
            }
            let full = std::mem::replace(&mut self.file, self.header.clone());
            self.done.push(full + FOOTER);
        }
        self.file.push_str(event);
        Ok(())
    }

    pub(super) fn finish(mut self) -> Vec<String> {
        self.done.push(self.file + FOOTER);
        self.done
    }
}

fn too_small(bytes_max: usize, bytes: usize, what: &str) -> Error {
    let needed = bytes.saturating_add(FOOTER.len()).saturating_add(1);
    let message = format!("`{bytes_max}` bytes a file, {what} needs a bound of at least {needed}");
    Error::new(codes::DOC_OUT_OF_RANGE, "/bytes_max", message)
}

/// The head of each file: `name` unless the options give one, and what the calendar is of.
pub(super) fn header(name: &str, product: &str, options: &IcsOptions) -> String {
    let mut lines = Lines::default();
    let name = options.calendar_name.as_deref().unwrap_or(name);
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", &format!("-//entretien//{product}//EN"));
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", "PUBLISH");
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.out
}

/// The right side of UIDs: two customers of one provider may name assets alike, so the customer is in it.
pub(super) fn uid_domain(customer: &str) -> String {
    let hex = blake3::hash(customer.as_bytes()).to_hex();
    format!("{}.entretien", hex.chars().take(12).collect::<String>())
}

fn event(plan: &Plan, occurrence: &Occurrence<'_>, domain: &str, pen: Pen) -> String {
    let task = occurrence.task();
    let every = periods::words(&occurrence.periodicity(), pen);
    let uid = format!("{}@{domain}", occurrence.id());
    let mut lines = Lines::of_day(&uid, plan.as_of(), occurrence.date());
    lines.text("SUMMARY", &format!("{} — {}", pen.text(&task.title), occurrence.subject_name()));
    lines.text("DESCRIPTION", &description(plan, occurrence, &every, pen));
    if let Some(site) = occurrence.site() {
        lines.text("LOCATION", &site.name);
    }
    lines.raw("CATEGORIES", &format!("{},{}", escape(&every), escape(task.skill.as_str())));
    lines.raw("X-ENTRETIEN-DURATION-MINUTES", &task.duration_minutes.to_string());
    let status = occurrence.status();
    if matches!(status, Status::Skipped | Status::Cancelled) {
        lines.raw("STATUS", "CANCELLED");
    }
    lines.raw("X-ENTRETIEN-STATUS", status.code());
    if let Some(visit) = occurrence.visit() {
        lines.text("X-ENTRETIEN-VISIT", &visit);
    }
    lines.end(None)
}

/// An event of a contract; notice deadlines that can still be met have an alarm.
pub(super) fn contract_event(as_of: Day, entry: &Entry<'_>, uid: &str, pen: Pen) -> String {
    let event = entry.event;
    let mut lines = Lines::of_day(uid, as_of, event.day);
    let title = entry.text(pen);
    lines.text("SUMMARY", &title);
    lines.text("DESCRIPTION", &entry.description(pen));
    let kind = escape(&entry.kind(pen));
    lines.raw("CATEGORIES", &format!("{},{kind}", pen.t("contract", "contrat")));
    lines.raw("X-ENTRETIEN-CONTRACT-EVENT", event.kind.code());
    let rings = event.kind == EventKind::NoticeDeadline && event.day >= as_of;
    lines.end(rings.then_some(&*title))
}

fn description(plan: &Plan, occurrence: &Occurrence<'_>, every: &str, pen: Pen) -> String {
    let (input, task, asset) = (plan.input(), occurrence.task(), occurrence.asset());
    let id = asset.map(|asset| asset.site.as_str());
    let site = occurrence.site().map(|site| &*site.name).or(id);
    let mut out = Vec::new();
    let mut add = |en: &str, fr: &str, value: &str| {
        out.push(format!("{}{} {value}", pen.lang.pick(en, fr), pen.t(":", " :")));
    };
    add("Duration", "Durée", &pen.duration(task.duration_minutes));
    add("Periodicity", "Périodicité", every);
    add("Skill", "Compétence", task.skill.as_str());
    add("Mode", "Mode", task.mode.label(pen.lang));
    if let Some(site) = site {
        add("Site", "Site", site);
    }
    let subject = format!("{} ({})", occurrence.subject_name(), occurrence.subject());
    match asset {
        Some(_) => add("Equipment", "Équipement", &subject),
        None => add("Contract", "Contrat", &subject),
    }
    add("Task", "Tâche", &format!("{} ({})", pen.text(&task.title), task.id));
    add("Status", "État", occurrence.status().label(pen.lang));
    let (earliest, latest) = occurrence.window();
    if earliest < latest {
        let window = format!("{} – {}", pen.date(earliest), pen.date(latest));
        add("Window", "Fenêtre", &window);
    }
    if let (Some(_), Some(contract)) = (asset, occurrence.contract()) {
        add("Contract", "Contrat", contract.reference());
    }
    out.push(String::new());
    out.push(pen.t("Why this date:", "Pourquoi cette date :"));
    out.extend(
        occurrence.trace().iter().map(|step| format!("- {}", why::line(step, input, asset, pen))),
    );
    let checks: [(&str, &str, &[Text]); 3] = [
        ("Before:", "Avant :", &task.checks_before),
        ("After:", "Après :", &task.checks_after),
        ("Way back:", "Retour arrière :", task.way_back.as_slice()),
    ];
    for (en, fr, texts) in checks {
        if !texts.is_empty() {
            out.push(String::new());
            out.push(pen.t(en, fr));
            out.extend(texts.iter().map(|text| format!("- {}", pen.text(text))));
        }
    }
    out.join("\n")
}

/// `YYYYMMDD`.
fn basic(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// Content lines, folded.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// An all-day event, begun.
    pub(super) fn of_day(uid: &str, as_of: Day, day: Day) -> Lines {
        Lines::of_days(uid, as_of, day, 1)
    }

    /// An event of so many whole days, begun.
    pub(super) fn of_days(uid: &str, as_of: Day, day: Day, days: u32) -> Lines {
        let mut lines = Lines::default();
        lines.raw("BEGIN", "VEVENT");
        lines.text("UID", uid);
        lines.raw("DTSTAMP", &format!("{}T000000Z", basic(as_of)));
        lines.raw("DTSTART;VALUE=DATE", &basic(day));
        // The last day of the calendar has no day after; without DTEND an all-day event lasts one day too.
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        let last = Day::MAX.number().saturating_sub(day.number());
        if let Some(end) = day.add_days(days.min(last)).filter(|end| *end > day) {
            lines.raw("DTEND;VALUE=DATE", &basic(end));
        }
        lines
    }

    /// The event, ended, with an alarm of this text where there is one.
    pub(super) fn end(mut self, alarm: Option<&str>) -> String {
        self.raw("SEQUENCE", "0");
        self.raw("TRANSP", "TRANSPARENT");
        if let Some(text) = alarm {
            self.raw("BEGIN", "VALARM");
            self.raw("ACTION", "DISPLAY");
            self.text("DESCRIPTION", text);
            self.raw("TRIGGER", NOTICE_ALARM);
            self.raw("END", "VALARM");
        }
        self.raw("END", "VEVENT");
        self.out
    }

    /// A property whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &escape(value));
    }

    /// A property whose value is already in its form. A line longer than 75 octets goes on after a line
    /// end and a space, between two characters.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > LINE_OCTETS_MAX {
                self.out.push_str("\r\n ");
                octets = 1;
            }
            self.out.push(c);
            octets += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}

/// TEXT of RFC 5545: `\`, `;`, `,` and line breaks escaped, other control characters left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut previous = ' ';
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' if previous == '\r' => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
        previous = c;
    }
    out
}
