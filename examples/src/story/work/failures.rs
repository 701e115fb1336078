//! Equipment fails and people ask for help: how often, how fast it is answered, and the repair.

use super::super::draw::Draw;
use super::Walk;
use super::clock::{after, opening};
use super::people::{labour_minor, technician};
use super::rows::{IncidentRow, WorkRow, amount};
use crate::program::Failure;
use entretien::inventory::{Asset, Category, Criticality, Site};
use entretien::plan::{Change, RequestKind, WorkRequest};
use entretien::time::Day;

/// A kind of incident.
struct Trouble {
    category: &'static str,
    /// Subcategories, each with its cause.
    kinds: &'static [(&'static str, &'static str)],
    is_failure: bool,
}

const HARDWARE: Trouble = Trouble {
    category: "Matériel",
    kinds: &[
        ("Disque", "usure"),
        ("Alimentation", "usure"),
        ("Écran", "choc"),
        ("Batterie", "usure"),
    ],
    is_failure: true,
};
const NETWORK: Trouble = Trouble {
    category: "Réseau",
    kinds: &[
        ("Commutateur", "défaut du produit"),
        ("Liaison", "opérateur"),
        ("Wi-Fi", "configuration"),
    ],
    is_failure: true,
};
const PRINTING: Trouble = Trouble {
    category: "Impression",
    kinds: &[("Bourrage", "usure"), ("Toner", "consommable"), ("File bloquée", "configuration")],
    is_failure: true,
};
const STORAGE: Trouble = Trouble {
    category: "Stockage",
    kinds: &[("Volume plein", "capacité"), ("Sauvegarde", "configuration")],
    is_failure: true,
};
const HELP: [Trouble; 3] = [
    Trouble {
        category: "Logiciel",
        kinds: &[
            ("Bureautique", "manipulation"),
            ("CAO", "configuration"),
            ("Mise à jour", "configuration"),
        ],
        is_failure: false,
    },
    Trouble {
        category: "Droits d'accès",
        kinds: &[("Mot de passe", "manipulation"), ("Partage", "procédure")],
        is_failure: false,
    },
    Trouble {
        category: "Messagerie",
        kinds: &[("Synchronisation", "configuration"), ("Indésirables", "procédure")],
        is_failure: false,
    },
];

/// Requests for help a site and open day, in 100 000.
const HELP_RATE: u64 = 24_000;

/// How often equipment fails, in 100 000 a day, and how.
fn failure_rate(category: Category) -> (u64, &'static Trouble) {
    match category {
        Category::Printer => (900, &PRINTING),
        Category::Server | Category::Desktop => (320, &HARDWARE),
        Category::Laptop => (240, &HARDWARE),
        Category::Storage | Category::Backup => (400, &STORAGE),
        Category::VirtualMachine => (200, &STORAGE),
        Category::Switch | Category::Router | Category::Firewall => (150, &NETWORK),
        Category::AccessPoint => (220, &NETWORK),
        _ => (110, &HARDWARE),
    }
}

/// How fast tickets of a priority are answered: open minutes, at least and at most.
#[derive(Clone, Copy)]
struct Answer {
    priority: &'static str,
    /// To the first answer.
    first: (i64, i64),
    /// From there until it works again.
    repair: (i64, i64),
}

const ANSWERS: [Answer; 4] = [
    Answer { priority: "P1", first: (5, 35), repair: (60, 520) },
    Answer { priority: "P2", first: (10, 75), repair: (60, 560) },
    Answer { priority: "P3", first: (20, 220), repair: (60, 1_500) },
    Answer { priority: "P4", first: (60, 280), repair: (120, 1_900) },
];

impl Walk {
    /// Whether an asset fails on a day; more often when it is older than four years, and twice as often when its
    /// preventive work was missed within two months.
    pub(super) fn failure(&mut self, asset: &Asset, day: Day) -> Result<(), Failure> {
        let (mut rate, trouble) = failure_rate(asset.category);
        let age_days = asset.facts.purchase.map_or(0, |bought| day.number() - bought.number());
        if age_days > 4 * 365 {
            rate = rate * 3 / 2;
        }
        let missed = self.missed.get(asset.id.as_str());
        if missed.is_some_and(|missed| *missed <= day && day.number() - missed.number() <= 60) {
            rate *= 2;
        }
        let mut draw = Draw::of(self.seed, &format!("{}/{day}", asset.id));
        if !asset.is_retired() && draw.happens(rate) {
            self.incident(asset, day, trouble, &mut draw)?;
        }
        Ok(())
    }

    /// Whether somebody on a site asks for help on a day.
    pub(super) fn help(&mut self, site: &Site, day: Day) -> Result<(), Failure> {
        let mut draw = Draw::of(self.seed, &format!("help/{}/{day}", site.id));
        let engagement = self.engagement.clone();
        let is_desk = |asset: &&Asset| {
            asset.site == site.id && matches!(asset.category, Category::Laptop | Category::Desktop)
        };
        let desks: Vec<&Asset> =
            engagement.input().estate().assets().iter().filter(is_desk).collect();
        let (Some(asset), Some(trouble)) = (draw.one(&desks), draw.one(&HELP)) else {
            return Ok(());
        };
        if engagement.input().calendar_of(asset).is_open(day) && draw.happens(HELP_RATE) {
            self.incident(asset, day, trouble, &mut draw)?;
        }
        Ok(())
    }

    fn incident(
        &mut self,
        asset: &Asset,
        day: Day,
        trouble: &Trouble,
        draw: &mut Draw,
    ) -> Result<(), Failure> {
        let hours = self.clock.of(&self.engagement, Some(asset))?;
        let midnight = self.clock.midnight(day);
        let is_watched = trouble.is_failure && is_watched(asset.category);
        let opened = if is_watched {
            midnight + draw.between(0, 1_439) * 60
        } else {
            after(hours, opening(hours, midnight)?, draw.between(0, 480))?
        };
        let Some(opened) = self.clock.known(opened) else { return Ok(()) };
        let Answer { priority, first, repair } = answer(asset, trouble, draw);
        let acknowledged = after(hours, opened, draw.between(first.0, first.1))?;
        let hard = if draw.happens(8_000) { 3 } else { 1 };
        let restored = after(hours, acknowledged, draw.between(repair.0, repair.1) * hard)?;
        let resolved = after(hours, restored, draw.between(10, 240))?;
        let closed = after(hours, resolved, draw.between(300, 1_000))?;
        let (subcategory, cause) = draw.one(trouble.kinds).copied().unwrap_or_default();
        let state = match [closed, resolved, acknowledged].map(|at| self.clock.known(at)) {
            [Some(_), ..] => "closed",
            [_, Some(_), _] => "resolved",
            [.., Some(_)] => "active",
            _ => "new",
        };
        let is_failure = trouble.is_failure;
        let row = IncidentRow {
            number: format!("INC-{:04}", self.incidents.len() + 1),
            opened: self.clock.text(opened),
            acknowledged: self.clock.known_text(acknowledged),
            restored: if is_failure { self.clock.known_text(restored) } else { String::new() },
            resolved: self.clock.known_text(resolved),
            closed: self.clock.known_text(closed),
            state,
            priority,
            category: trouble.category,
            subcategory,
            site: asset.site.to_string(),
            asset: asset.id.to_string(),
            technician: technician(asset.site.as_str(), draw),
            cause: if state == "closed" { cause } else { "" },
            contact: if is_watched {
                "supervision"
            } else {
                draw.one(&["courriel", "portail", "téléphone"]).copied().unwrap_or_default()
            },
            reopen_count: u32::from(state == "closed" && draw.happens(6_000)),
            visits: u32::from(is_failure && draw.happens(60_000)),
        };
        if is_failure && let Some(begun) = self.clock.known(acknowledged) {
            let open_seconds = hours.between(begun, restored)?;
            let work = self.repair((begun, restored), open_seconds / 60, &row, draw);
            self.works.push(work);
            if let Some(closed) = self.clock.known(closed) {
                self.changes.push(Change::Request(follow_up(
                    &row.number,
                    asset,
                    self.clock.day(closed),
                )));
            }
        }
        self.incidents.push(row);
        Ok(())
    }

    /// The corrective work that an incident asks for.
    fn repair(
        &self,
        (begun, ended): (i64, i64),
        open_minutes: i64,
        incident: &IncidentRow,
        draw: &mut Draw,
    ) -> WorkRow {
        let is_done = self.clock.known(ended).is_some();
        // Nobody works on it all the time until it works again.
        let minutes = is_done.then(|| (open_minutes / 4).clamp(15, 240));
        let is_external = is_done && draw.happens(10_000);
        let has_parts = is_done && draw.happens(35_000);
        let is_on_site = incident.visits > 0;
        WorkRow {
            number: self.work_number(),
            kind: "corrective",
            status: if is_done { "done" } else { "in progress" },
            place: if is_on_site { "on site" } else { "remote" },
            begun: self.clock.text(begun),
            ended: self.clock.known_text(ended),
            technician: incident.technician,
            asset: incident.asset.clone(),
            site: incident.site.clone(),
            category: incident.category.to_owned(),
            supplier: if is_external { "Réseaux du Rhône" } else { "" },
            labour_minutes: minutes,
            external_minutes: minutes.filter(|_| is_external),
            travel_minutes: is_on_site.then(|| draw.between(15, 60)),
            immediate: if matches!(incident.priority, "P1" | "P2") { "yes" } else { "no" },
            labour_cost: minutes.map(|minutes| amount(labour_minor(minutes))).unwrap_or_default(),
            contractor_cost: if is_external {
                amount(draw.between(9_000, 42_000))
            } else {
                String::new()
            },
            parts_cost: if has_parts { amount(draw.between(1_500, 24_000)) } else { String::new() },
            incident: incident.number.clone(),
            ..WorkRow::default()
        }
    }
}

/// Whether the monitoring reports it, at any hour.
fn is_watched(category: Category) -> bool {
    use Category as C;
    matches!(
        category,
        C::Server
            | C::VirtualMachine
            | C::Storage
            | C::Backup
            | C::Switch
            | C::Router
            | C::Firewall
            | C::Ups
    )
}

/// What is critical comes first; help is never urgent.
fn answer(asset: &Asset, trouble: &Trouble, draw: &mut Draw) -> Answer {
    let [p1, p2, p3, p4] = ANSWERS;
    let (usual, worse) = match asset.criticality {
        _ if !trouble.is_failure => (p4, p3),
        Some(Criticality::Critical) => (p2, p1),
        Some(Criticality::High) => (p3, p2),
        _ => (p4, p3),
    };
    if draw.happens(40_000) { worse } else { usual }
}

/// A closed repair calls for preventive work after it.
fn follow_up(incident: &str, asset: &Asset, day: Day) -> WorkRequest {
    WorkRequest {
        id: incident.into(),
        kind: RequestKind::CorrectiveClosed,
        asset: asset.id.clone(),
        day,
        known: None,
        remedy: None,
        title: None,
    }
}
