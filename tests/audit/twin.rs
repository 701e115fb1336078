//! A second opinion: rules as JSON asked of assets as JSON, slowly and without anything of the library's.

use super::estate::{AS_OF, day};
use super::random::random_world;
use super::twin_facts::{Seen, Twin, begins, list};
use entretien::document::{AUDIT_RULES_JSON, shipped_rules};
use entretien_tests::Random;
use serde_json::Value;
use std::collections::BTreeSet;

impl Twin<'_> {
    /// Whether a test holds; `None` when nobody can tell.
    fn holds(
        &self,
        rule: &Value,
        test: &Value,
        subject: &Value,
        part: Option<&Value>,
    ) -> Option<bool> {
        let number = |value: &Value| -> i64 {
            if let Some(number) = value.as_i64() {
                return number;
            }
            let params = list(&rule["params"]);
            let param = params.iter().find(|param| param["name"] == *value).expect("a parameter");
            let own = list(&param["by_category"]);
            let own = own.iter().find(|own| own["category"] == subject["category"]);
            own.map_or(&param["value"], |own| &own["value"]).as_i64().expect("a number")
        };
        let all = |name: &str| -> Vec<Option<bool>> {
            list(&test[name]).iter().map(|t| self.holds(rule, t, subject, part)).collect()
        };
        if test["all"].is_array() {
            let answers = all("all");
            return if answers.contains(&Some(false)) {
                Some(false)
            } else {
                answers.into_iter().collect::<Option<Vec<bool>>>().map(|_| true)
            };
        }
        if test["any"].is_array() {
            let answers = all("any");
            return if answers.contains(&Some(true)) {
                Some(true)
            } else {
                answers.into_iter().collect::<Option<Vec<bool>>>().map(|_| false)
            };
        }
        if test["not"].is_object() {
            return self.holds(rule, &test["not"], subject, part).map(|holds| !holds);
        }
        if let Some(kind) = test["count"].as_str() {
            let parts = match self.parts(subject, kind) {
                Some(parts) => parts,
                None if test["empty_is_none"] == true && kind != "antivirus" => Vec::new(),
                None => return None,
            };
            let that = |part: &Value| match &test["that"] {
                Value::Null => Some(true),
                that => self.holds(rule, that, subject, Some(part)),
            };
            let answers: Vec<Option<bool>> = parts.iter().map(|(_, part)| that(part)).collect();
            let wanted = usize::try_from(number(&test["at_least"])).expect("a count");
            let sure = answers.iter().filter(|answer| **answer == Some(true)).count();
            let open = answers.iter().filter(|answer| answer.is_none()).count();
            return match (sure >= wanted, sure + open >= wanted) {
                (true, _) => Some(true),
                (_, false) => Some(false),
                _ => None,
            };
        }
        let seen = self.seen(test["fact"].as_str().expect("a fact"), subject, part);
        if let Some(known) = test["known"].as_bool() {
            return Some(seen.is_some() == known);
        }
        self.compares(test, seen?, subject, &number)
    }

    fn compares(
        &self,
        test: &Value,
        seen: Seen,
        subject: &Value,
        number: &dyn Fn(&Value) -> i64,
    ) -> Option<bool> {
        let at_least = |than: i64| match seen {
            Seen::Number(least, most) => {
                if least >= than {
                    Some(true)
                } else if most < than {
                    Some(false)
                } else {
                    None
                }
            }
            _ => panic!("{test}"),
        };
        let of_day = || match seen {
            Seen::Day(day) => day,
            _ => panic!("{test}"),
        };
        let field = |name: &str| Some(&test[name]).filter(|value| !value.is_null());
        if let Some(than) = field("below") {
            return at_least(number(than)).map(|holds| !holds);
        }
        if let Some(than) = field("at_least") {
            return at_least(number(than));
        }
        if let Some(days) = field("within_days") {
            return Some(match seen {
                Seen::Over => true,
                Seen::Open => false,
                _ => i64::from(of_day().number() - self.as_of.number()) <= number(days),
            });
        }
        if let Some(days) = field("older_than_days") {
            return Some(i64::from(self.as_of.number() - of_day().number()) > number(days));
        }
        if let Some(months) = field("older_than_months") {
            let months = i32::try_from(number(months)).expect("months");
            return Some(of_day().add_months(months).is_some_and(|day| day <= self.as_of));
        }
        if let Some(other) = field("before") {
            return match self.of_asset(other.as_str().expect("a fact"), subject)? {
                Seen::Day(other) => Some(of_day() < other),
                _ => panic!("{test}"),
            };
        }
        let wanted = field("is").or(field("begins")).expect("a comparison");
        if let Seen::Flag(flag) = seen {
            return Some(*wanted == flag);
        }
        let Seen::Text(found) = seen else { panic!("{test}") };
        let texts = wanted.as_array().cloned().unwrap_or_else(|| vec![wanted.clone()]);
        Some(texts.iter().filter_map(Value::as_str).any(|wanted| match field("begins") {
            Some(_) => begins(&found, wanted),
            None => found.to_lowercase() == wanted.to_lowercase(),
        }))
    }

    /// Findings with their severities, and what is undecided, of one rule.
    fn ask(
        &self,
        rule: &Value,
        found: &mut BTreeSet<(String, String)>,
        open: &mut BTreeSet<(String, String)>,
    ) {
        let id = rule["id"].as_str().expect("an id");
        if rule["subject"] == "licence" {
            for licence in &self.world.licences {
                self.one(rule, licence, None, found, open);
            }
            return;
        }
        for asset in &self.world.assets {
            let life = asset["lifecycle"].as_str().unwrap_or("in_use");
            let lives = list(&rule["lifecycles"]);
            let alive = if lives.is_empty() {
                ["in_use", "repair"].contains(&life)
            } else {
                lives.iter().any(|l| l == life)
            };
            let categories = list(&rule["applies_to"]["categories"]);
            if !alive || !categories.is_empty() && !categories.contains(&asset["category"]) {
                continue;
            }
            let Some(kind) = rule["each"].as_str() else {
                self.one(rule, asset, None, found, open);
                continue;
            };
            let Some(parts) = self.parts(asset, kind) else {
                if rule["empty_is_none"] != true {
                    open.insert((id.to_owned(), asset["id"].as_str().expect("an id").to_owned()));
                }
                continue;
            };
            for (place, (name, part)) in parts.iter().enumerate() {
                let same = parts[..place].iter().filter(|(other, _)| other == name).count();
                let name = if same == 0 { name.clone() } else { format!("{name}#{}", same + 1) };
                self.one(rule, asset, Some((&name, part)), found, open);
            }
        }
    }

    fn one(
        &self,
        rule: &Value,
        subject: &Value,
        part: Option<(&str, &Value)>,
        found: &mut BTreeSet<(String, String)>,
        open: &mut BTreeSet<(String, String)>,
    ) {
        let of = |value: &Value| value["id"].as_str().expect("an id").to_owned();
        let inner = part.map(|(_, part)| part);
        match self.holds(rule, &rule["test"], subject, inner) {
            None => {
                open.insert((of(rule), of(subject)));
            }
            Some(false) => {}
            Some(true) => {
                let raised = list(&rule["raised"]);
                let raise = raised
                    .iter()
                    .find(|raise| self.holds(rule, &raise["test"], subject, inner) == Some(true));
                let severity = raise.map_or(&rule["severity"], |raise| &raise["severity"]);
                let mut id = format!("{}/{}", of(rule), of(subject));
                if let Some((name, _)) = part {
                    id.push('/');
                    id.push_str(&name.replace('%', "%25").replace('/', "%2F"));
                }
                found.insert((id, severity.as_str().expect("a severity").to_owned()));
            }
        }
    }
}

#[test]
fn random_estates_are_judged_as_by_the_twin() {
    let rules = shipped_rules();
    let doc: Value = serde_json::from_str(AUDIT_RULES_JSON).expect("JSON");
    let mut random = Random(7);
    let (mut total, mut total_open) = (0, 0);
    for round in 0..150 {
        let world = random_world(&mut random);
        let audit = world.audit(&rules, &[], AS_OF);
        let twin = Twin { world: &world, as_of: day(AS_OF) };
        let (mut found, mut open) = (BTreeSet::new(), BTreeSet::new());
        for rule in list(&doc["rules"]) {
            twin.ask(&rule, &mut found, &mut open);
        }
        let ours: BTreeSet<(String, String)> = audit
            .findings()
            .iter()
            .map(|f| (f.id.to_string(), f.severity.code().to_owned()))
            .collect();
        assert_eq!(ours.len(), audit.findings().len(), "an id twice");
        let ours_open: BTreeSet<(String, String)> = audit
            .undecided()
            .iter()
            .flat_map(|row| {
                audit.undecided_subjects(row).map(|id| (row.rule.to_string(), id.to_owned()))
            })
            .collect();
        let differ: Vec<_> = ours.symmetric_difference(&found).collect();
        assert!(differ.is_empty(), "round {round}: {differ:#?}\n{world:#?}");
        let differ: Vec<_> = ours_open.symmetric_difference(&open).collect();
        assert!(differ.is_empty(), "round {round}: undecided {differ:#?}\n{world:#?}");
        total += found.len();
        total_open += open.len();
    }
    println!("{total} findings and {total_open} undecided, as by the twin");
    assert!(total > 5_000 && total_open > 5_000);
}
