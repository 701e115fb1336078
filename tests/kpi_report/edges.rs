//! Hostile texts, empty logs, engagements without equipment, one of everything.
use super::company::{BIDI, FORMULA, HOSTILE, body, quarter, section, small};
use entretien::id::{InterventionId, TicketId};
use entretien::intervention::{Incident, IncidentState, Intervention, Kind, LogParts, Status};
use entretien::kpi::{Indicator, NoValue};
use entretien::text::Lang;
use entretien::time::Zone;

const DAY: i64 = 86_400;
/// 2026-01-01 00:00 in Paris.
const YEAR: i64 = 1_767_222_000;
const SERVER: &str = r#"{"id": "srv-1", "category": "server"}"#;

fn incident(parts: &mut LogParts, id: &str, asset: &str, from: i64, to: Option<i64>) {
    let mut incident = Incident::new(TicketId::new(id).expect("an id"));
    incident.assets.extend(parts.terms.add(asset));
    incident.category = parts.terms.add("Hardware");
    incident.priority = parts.terms.add("P1");
    incident.opened = Some(YEAR + from);
    incident.resolved = to.map(|to| YEAR + to);
    parts.incidents.push(incident);
}

#[test]
fn hostile_texts_are_only_text() {
    let mut parts = LogParts::new(Zone::PARIS);
    for number in 0..6 {
        incident(&mut parts, &format!("i-{number}"), "srv-1", (70 + number) * DAY, None);
    }
    for (place, text) in [HOSTILE, FORMULA, BIDI].into_iter().cycle().take(6).enumerate() {
        let term = parts.terms.add(text);
        let one = &mut parts.incidents[place];
        (one.category, one.priority, one.cause, one.group) = (term, term, term, term);
    }
    let report = quarter(&small(HOSTILE, SERVER), parts);
    for lang in [Lang::En, Lang::Fr] {
        let page = report.to_html(lang);
        assert!(!page.contains("<img") && !page.contains("alert(1)>\u{2028}<!--"), "{lang:?}");
        assert!(!page.contains(['\u{202e}', '\u{2066}']), "{lang:?}");
        assert_eq!(page.matches("</script>").count(), 2);
        assert!(body(&page).contains("&lt;/script&gt;&lt;img"));
        for table in [report.indicators_csv(lang), report.open_csv(lang)] {
            let mut reader = csv::Reader::from_reader(table.as_bytes());
            let mut seen = false;
            for row in reader.records() {
                for cell in &row.expect("a row") {
                    assert!(!cell.starts_with('='), "{cell}");
                    seen |= cell.starts_with("'=HYPERLINK");
                }
            }
            assert!(seen);
        }
    }
}

#[test]
fn an_empty_log_shows_no_zero_for_what_is_not_known() {
    let report = quarter(&small("Nobody", SERVER), LogParts::new(Zone::PARIS));
    let answer = report.overall.answer(0, 1, Indicator::Mtbf).expect("an answer");
    assert_eq!((answer.value, answer.reason), (None, Some(NoValue::NoFailure)));
    let page = report.to_html(Lang::En);
    let figures = section(&page, "figures");
    // 2 159 h of operation (a quarter with the change to summer time), no failure: above 2159 / ln 20 = 720.7 h.
    assert!(figures.contains("no failure: above 721\u{a0}h"), "{figures}");
    assert!(figures.contains("data missing: "), "{figures}");
    // What was added up to nothing is 0 in the division, never the value.
    assert!(figures.contains("(MTTR)  –  no closed incident  time to restoration 0"), "{figures}");
    assert!(!figures.contains("(MTBF)  0") && !figures.contains("(MTTR)  0"), "{figures}");
    for (id, text) in [
        ("categories", "None is known."),
        ("levels", "There is no ticket."),
        ("open", "0\u{a0}incidents open"),
        ("repeats", "None in the period."),
        ("problems", "None is suggested."),
        ("works", "None in the period."),
        ("unread", "Every record is counted."),
    ] {
        let found = section(&page, id);
        assert!(found.contains(text), "{id}: {found}");
    }
    let french = section(&report.to_html(Lang::Fr), "open");
    assert!(french.contains("0\u{a0}incident ouvert"), "{french}");
    assert_eq!(report.open_csv(Lang::En).lines().count(), 1);
}

#[test]
fn an_engagement_without_equipment_has_no_availability() {
    let mut parts = LogParts::new(Zone::PARIS);
    incident(&mut parts, "i-1", "srv-9", DAY, Some(2 * DAY));
    let report = quarter(&small("Nobody", ""), parts);
    let answer = report.overall.answer(0, 1, Indicator::OperationalAvailability);
    assert_eq!(answer.expect("an answer").reason, Some(NoValue::NotGiven));
    let page = report.to_html(Lang::En);
    let days = section(&page, "days");
    assert!(days.contains("No required time is known"), "{days}");
    assert!(section(&page, "unread").contains("asset that the estate does not have"));
    // Tickets are counted all the same.
    assert!(section(&page, "figures").contains("24.0\u{a0}h"));
}

/// One of everything is singular, in French nothing too.
#[test]
fn plurals_follow_the_language() {
    let mut parts = LogParts::new(Zone::PARIS);
    incident(&mut parts, "i-1", "srv-1", 80 * DAY, None);
    incident(&mut parts, "i-2", "srv-1", 10 * DAY, Some(10 * DAY + 3_600));
    let mut withdrawn = Incident::new(TicketId::new("i-3").expect("an id"));
    (withdrawn.opened, withdrawn.state) = (Some(YEAR), Some(IncidentState::Cancelled));
    parts.incidents.push(withdrawn);
    let mut work = Intervention::new(InterventionId::new("w-1").expect("an id"));
    (work.kind, work.status) = (Some(Kind::Preventive), Some(Status::Done));
    (work.begun, work.ended) = (Some(YEAR + 20 * DAY), Some(YEAR + 20 * DAY + 1_800));
    work.assets.extend(parts.terms.add("srv-1"));
    parts.interventions.push(work);
    let report = quarter(&small("One", SERVER), parts);
    let (english, french) = (report.to_html(Lang::En), report.to_html(Lang::Fr));
    for (page, id, text) in [
        (&english, "open", "1\u{a0}incident open"),
        (&french, "open", "1\u{a0}incident ouvert"),
        (&english, "unread", "1\u{a0}incident withdrawn"),
        (&french, "unread", "1\u{a0}incident annulé"),
        (&english, "after", "1\u{a0}repair "),
        (&french, "after", "1\u{a0}réparation "),
        (&english, "figures", "1\u{a0}still open"),
        (&french, "figures", "1\u{a0}encore ouvert"),
    ] {
        let found = section(page, id);
        assert!(found.contains(text), "{text}: {found}");
    }
    // Labour that nobody stated is a dash, not 0 h.
    let works = section(&english, "works");
    assert!(works.contains("–") && !works.contains("0\u{a0}h"), "{works}");
}

/// What comes after the day asked is not known there.
#[test]
fn the_page_ends_with_the_day_asked() {
    let mut parts = LogParts::new(Zone::PARIS);
    incident(&mut parts, "i-1", "srv-1", 80 * DAY, Some(95 * DAY));
    let report = quarter(&small("Later", SERVER), parts);
    let page = report.to_html(Lang::En);
    assert!(section(&page, "open").contains("i-1"));
    let mttr = report.overall.answer(0, 1, Indicator::Mttr).expect("an answer");
    assert_eq!((mttr.value, mttr.open), (None, 1));
}
