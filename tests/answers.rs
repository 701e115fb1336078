//! Questions about contracts and their answers: Rust, Python and JavaScript give the same bytes.
//!
//! `tests/data/contract/answers` has the questions, `answers.json` beside them an answer in each line. An
//! argument `records`, `tickets` or `plan` stands for the document of that name, or the plan of 2026.

use chrono::{DateTime, NaiveDate};
use entretien::contract::Service;
use entretien::contract::level::Ticket;
use entretien::document::{read_engagement, read_records, read_tickets, schema};
use entretien::engagement::{Engagement, RecordBook};
use entretien::error::Error;
use entretien::id::PriorityId;
use entretien::plan::Plan;
use entretien::takeover::Takeover;
use entretien_tests::{assert_committed, text};
use serde::{Deserialize, Serialize};

const FOLDER: &str = "tests/data/contract/answers";

#[derive(Deserialize)]
struct Question {
    ask: String,
    #[serde(default)]
    levels_of: String,
    arguments: Vec<String>,
}

impl Question {
    fn text(&self, place: usize) -> &str {
        &self.arguments[place]
    }

    fn date(&self, place: usize) -> NaiveDate {
        self.text(place).parse().expect("a date")
    }

    fn instant(&self, place: usize) -> i64 {
        DateTime::parse_from_rfc3339(self.text(place)).expect("an instant").timestamp()
    }

    fn service(&self, place: usize) -> Service {
        Service::parse(self.text(place)).expect("a service")
    }
}

struct Desk {
    engagement: Engagement,
    plan: Plan,
    records: RecordBook,
    tickets: Vec<Ticket>,
}

fn json(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).expect("an answer is JSON")
}

impl Desk {
    fn open() -> Desk {
        let document = |name: &str| text(&format!("{FOLDER}/{name}.json"));
        let read = read_engagement(document("engagement").as_bytes(), &Takeover::default());
        let engagement = read.expect("an engagement");
        let day = |text: &str| -> NaiveDate { text.parse().expect("a date") };
        let plan = engagement.plan(day("2026-01-05"), day("2026-01-05"), day("2027-01-05"));
        Desk {
            engagement,
            plan: plan.expect("a plan"),
            records: read_records(document("records").as_bytes()).expect("records"),
            tickets: read_tickets(document("tickets").as_bytes()).expect("tickets"),
        }
    }

    fn answer(&self, question: &Question) -> Result<String, Error> {
        let Desk { engagement, plan, records, tickets } = self;
        let q = question;
        let none = RecordBook::default();
        let book = |place: usize| if q.arguments.len() > place { records } else { &none };
        let of = |place: usize| book(place).of(q.text(0));
        Ok(match &*q.ask {
            "term_at" => json(&engagement.term_at(q.text(0), q.date(1))?),
            "notice_deadline" => json(&engagement.notice_deadline(q.text(0), q.date(1))?),
            "contract_events" => {
                json(&engagement.contract_events(q.date(0), q.date(1), q.date(2))?)
            }
            "covered" => {
                json(&engagement.covered(q.text(0), q.service(1), q.date(2), q.date(3))?)
            }
            "covered_at" => {
                let priority = q.arguments.get(4).map(|id| PriorityId::new(id).expect("an id"));
                let (asset, service) = (q.text(0), q.service(1));
                let (at, as_of) = (q.instant(2), q.date(3));
                json(&engagement.covered_at(asset, service, priority.as_ref(), at, as_of)?)
            }
            "entitlement_balance" => {
                json(&engagement.entitlement_balance(q.text(0), of(2), q.date(1))?)
            }
            "invoices" => json(&engagement.invoices(q.text(0), of(3), q.date(1), q.date(2))?),
            "cost" => json(&engagement.cost(q.text(0), of(3), q.date(1), q.date(2))?),
            "prices_on" => json(&engagement.prices_on(q.text(0), q.date(1))?),
            "coverage_findings" => json(&engagement.coverage_findings(plan, book(1))?),
            "service_level_findings" => {
                json(&engagement.service_level_findings(q.date(0), q.date(1))?)
            }
            "deadlines" => json(&engagement.promises(&q.levels_of)?.deadlines(tickets)),
            "clocks" => json(&engagement.promises(&q.levels_of)?.clocks(tickets, q.instant(1))),
            "escalations" => {
                json(&engagement.promises(&q.levels_of)?.escalations(tickets, q.instant(1)))
            }
            "breaches" => json(&engagement.promises(&q.levels_of)?.breaches(tickets, q.instant(1))),
            other => panic!("no question `{other}`"),
        })
    }
}

fn questions() -> Vec<Question> {
    serde_json::from_str(&text(&format!("{FOLDER}/questions.json"))).expect("questions")
}

#[test]
fn answers_are_reproduced() {
    let desk = Desk::open();
    let answers: Vec<String> = questions()
        .iter()
        .map(|question| desk.answer(question).unwrap_or_else(|e| panic!("{}: {e}", question.ask)))
        .collect();
    let page = format!("[\n{}\n]\n", answers.join(",\n"));
    assert_committed(&format!("{FOLDER}/answers.json"), &page);
}

#[test]
fn answers_satisfy_their_schema_and_every_question_is_asked() {
    let desk = Desk::open();
    let schema = serde_json::to_value(schema::answers()).expect("JSON");
    let mut idle: Vec<String> =
        schema["properties"].as_object().expect("questions").keys().cloned().collect();
    for question in questions() {
        idle.retain(|name| *name != question.ask);
        let mut one = schema["properties"][&question.ask].clone();
        one["$defs"] = schema["$defs"].clone();
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .build(&one)
            .unwrap_or_else(|error| panic!("{}: {error}", question.ask));
        let answer = desk.answer(&question).expect("an answer");
        let answer = serde_json::from_str(&answer).expect("JSON");
        let faults: Vec<String> = validator
            .iter_errors(&answer)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", question.ask);
    }
    assert!(idle.is_empty(), "nobody asks {idle:?}");
}

#[test]
fn breaches_are_rows_of_records() {
    let desk = Desk::open();
    let promises = desk.engagement.promises("servers").expect("service levels");
    let at = |text: &str| DateTime::parse_from_rfc3339(text).expect("an instant").timestamp();
    let breaches = promises.breaches(&desk.tickets, at("2026-03-03T12:00:00+01:00"));
    assert!(!breaches.is_empty());
    let document = serde_json::json!({
        "format": "entretien/records", "format_version": "1.0",
        "contracts": [{"contract": "servers", "breaches": breaches}],
    });
    let book = read_records(document.to_string().as_bytes()).expect("records");
    assert_eq!(book.of("servers").breaches, breaches);
}
