//! The engine against the `rrule` crate on seeded random rules, and the list of known disagreements.
//!
//! Every disagreement is a row of `tests/data/recurrence/divergences.toml`; a row that no longer holds
//! fails too, so that the list stays true. `tests/recurrence_dateutil.py` does the same, on demand, with
//! python-dateutil.

use entretien::recurrence::{RuleSet, Window, ZONE_HORIZON};
use entretien_tests::Random;
use entretien_tests::text;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Divergence {
    name: String,
    set: String,
    /// Who answers otherwise: `rrule`, `python-dateutil`.
    peer: String,
    /// The first local starts of each.
    ours: Vec<String>,
    theirs: Vec<String>,
    /// The section of the RFC and what it says.
    section: String,
    /// Who is right, and why.
    verdict: String,
}

#[derive(Deserialize)]
struct File {
    divergence: Vec<Divergence>,
}

fn ours(set: &str, most: usize) -> Vec<String> {
    let compiled = RuleSet::parse(set).expect("parses").compile().expect("compiles");
    let mut found = Vec::new();
    let mut next = compiled.first().expect("decided");
    while let Some(value) = next.filter(|_| found.len() < most) {
        let civil = compiled.civil(value).expect("a civil time").to_datetime();
        found.push(civil.format("%Y-%m-%dT%H:%M:%S").to_string());
        next = compiled.next_after(value).expect("decided");
    }
    found
}

fn theirs(set: &str, most: usize) -> Vec<String> {
    let Ok(peer) = set.trim().parse::<rrule::RRuleSet>() else {
        return vec!["refused".to_owned()];
    };
    peer.into_iter().take(most).map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string()).collect()
}

#[test]
fn known_disagreements_still_hold() {
    let file: File =
        toml::from_str(&text("tests/data/recurrence/divergences.toml")).expect("a file of rows");
    for row in file.divergence {
        assert_eq!(ours(&row.set, row.ours.len()), row.ours, "{}: ours", row.name);
        assert_ne!(row.ours, row.theirs, "{}: not a divergence", row.name);
        assert!(!row.section.is_empty() && !row.verdict.is_empty(), "{}: no reason", row.name);
        if row.peer == "rrule" {
            assert_eq!(theirs(&row.set, row.theirs.len()), row.theirs, "{}: theirs", row.name);
        }
    }
}

/// What the rules are made of.
struct Draw(Random);

impl Draw {
    fn list(&mut self, most: u64, low: i64, high: i64) -> String {
        let n = 1 + self.0.below(most);
        let span = (high - low + 1).unsigned_abs();
        let items: Vec<String> = (0..n)
            .map(|_| low + i64::try_from(self.0.below(span)).expect("small"))
            .map(|n| if n == 0 { 1 } else { n })
            .map(|n| n.to_string())
            .collect();
        items.join(",")
    }

    fn days(&mut self, ordinals: i64) -> String {
        const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let n = 1 + self.0.below(3);
        let items: Vec<String> = (0..n)
            .map(|_| {
                let name = NAMES[usize::try_from(self.0.below(7)).expect("small")];
                let nth = self.list(1, -ordinals, ordinals);
                if ordinals > 0 { format!("{nth}{name}") } else { name.to_owned() }
            })
            .collect();
        items.join(",")
    }
}

/// A rule that both libraries read alike: known disagreements are kept out.
#[expect(clippy::format_push_string, reason = "a test reads better so")]
fn rule(r: &mut Draw) -> String {
    let interval = 1 + r.0.below(4);
    let mut parts = match r.0.below(5) {
        0 => format!("FREQ=YEARLY;BYMONTH={}", r.list(3, 1, 12)),
        1 | 2 => "FREQ=MONTHLY".to_owned(),
        3 => "FREQ=WEEKLY".to_owned(),
        _ => "FREQ=DAILY".to_owned(),
    };
    parts += &format!(";INTERVAL={interval};COUNT={}", 1 + r.0.below(40));
    let coarse = parts.starts_with("FREQ=YEARLY") || parts.starts_with("FREQ=MONTHLY");
    match r.0.below(4) {
        0 if coarse => parts += &format!(";BYDAY={}", r.days(4)),
        0 | 1 => parts += &format!(";BYDAY={}", r.days(0)),
        2 if !parts.starts_with("FREQ=WEEKLY") => {
            parts += &format!(";BYMONTHDAY={}", r.list(4, -28, 28));
        }
        _ => {}
    }
    if coarse && parts.contains("BYDAY") && r.0.below(3) == 0 {
        parts += &format!(";BYSETPOS={}", r.list(2, -3, 3));
    }
    if r.0.below(6) == 0 {
        parts += &format!(";BYHOUR={}", r.list(2, 5, 22));
    }
    parts
}

#[test]
fn random_rules_agree_with_the_rrule_crate() {
    let mut r = Draw(Random(20_260_101));
    let mut agreed = 0;
    for _ in 0..4_000 {
        let zone = ["UTC", "Europe/Paris", "America/New_York"]
            [usize::try_from(r.0.below(3)).expect("small")];
        let (year, month, day) = (1970 + r.0.below(80), 1 + r.0.below(12), 1 + r.0.below(28));
        let start = format!("{year:04}{month:02}{day:02}T{:02}3000", 5 + r.0.below(18));
        let set = format!("DTSTART;TZID={zone}:{start}\nRRULE:{}", rule(&mut r));
        let Ok(peer) = set.parse::<rrule::RRuleSet>() else {
            // It refuses what it cannot find an instance of.
            continue;
        };
        let result = peer.all(60);
        if result.limited {
            continue;
        }
        let theirs: Vec<i64> = result.dates.iter().map(chrono::DateTime::timestamp).collect();
        let compiled = RuleSet::parse(&set).expect("parses").compile().expect("compiles");
        // From 2100 on the peer has no zone rules; the last ones go on here.
        let known = |mut values: Vec<i64>| {
            values.retain(|value| *value < ZONE_HORIZON);
            values
        };
        assert_eq!(known(compiled.expand(Window::ALL).expect("expands")), known(theirs), "{set}");
        agreed += 1;
    }
    assert!(agreed > 3_000, "{agreed} rules compared");
}

#[test]
fn sets_convert_both_ways() {
    let text = "DTSTART;TZID=Europe/Paris:20260105T090000\nRRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO\n\
                RDATE;TZID=Europe/Paris:20260201T090000\nEXDATE;TZID=Europe/Paris:20260112T090000\n";
    let set = RuleSet::parse(text).expect("parses");
    let peer = rrule::RRuleSet::try_from(&set).expect("converts");
    let ours = set.compile().expect("compiles").expand(Window::ALL).expect("expands");
    let theirs: Vec<i64> = peer.clone().into_iter().map(|at| at.timestamp()).collect();
    assert_eq!(ours, theirs);
    let back = RuleSet::try_from(&peer).expect("converts back");
    assert_eq!(back.compile().expect("compiles").expand(Window::ALL).expect("expands"), ours);
    let floating = RuleSet::parse("DTSTART:20260105T090000\nRRULE:FREQ=DAILY").expect("parses");
    let refused = rrule::RRuleSet::try_from(&floating).expect_err("no zone there");
    assert_eq!(refused.code(), "REC-021");
}
