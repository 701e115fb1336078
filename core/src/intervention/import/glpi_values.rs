//! Values of one object of GLPI.

use super::moment::{self, Clock};
use super::words;
use crate::contract::level::Waiting;
use crate::error::{Code, Faults, codes};
use crate::intervention::{IncidentState, Term, Terms};
use crate::tabular::{DateOrder, quote};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Most names of fields that are counted.
const NAMES_MAX: usize = 1_000;

/// One object, and what is told of it.
pub(super) struct Values<'v> {
    pub object: &'v Map<String, Value>,
    pub line: u64,
    pub clock: &'v mut Clock,
    pub faults: &'v mut Faults,
    pub unused: &'v mut BTreeMap<String, u64>,
}

impl Values<'_> {
    #[cold]
    pub(super) fn tell(&mut self, code: Code, field: &str, value: &Value, why: &str) {
        let message = format!("`{}` of `{field}`: {why}", quote(&value.to_string()));
        self.faults.add(code, format!("line {}", self.line), message);
    }

    /// A value that says something: neither null, nor an empty text.
    fn get(&self, field: &str) -> Option<&Value> {
        let value = self.object.get(field)?;
        let is_blank = value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty());
        (!is_blank).then_some(value)
    }

    /// A whole number, also as text.
    pub(super) fn number(&mut self, field: &str) -> Option<u64> {
        let value = self.get(field)?;
        let number = match value {
            Value::String(text) => text.trim().parse().ok(),
            Value::Bool(truth) => Some(u64::from(*truth)),
            value => value.as_u64(),
        };
        if number.is_none() {
            let value = value.clone();
            self.tell(codes::INT_BAD_NUMBER, field, &value, "not a whole number");
        }
        number
    }

    /// A number of at most 32 bits.
    pub(super) fn count(&mut self, field: &str) -> Option<u32> {
        let number = self.number(field)?;
        let count = u32::try_from(number).ok();
        if count.is_none() {
            let value = Value::from(number);
            self.tell(codes::INT_BAD_NUMBER, field, &value, "a number beyond all bounds");
        }
        count
    }

    /// What a list of GLPI names: its number, or its text where the export says it. 0 is unknown.
    pub(super) fn term(&mut self, field: &str, terms: &mut Terms) -> Option<Term> {
        let value = self.get(field)?;
        match value {
            Value::Number(number) if number.as_u64() == Some(0) => None,
            Value::Number(number) => terms.add(&number.to_string()),
            Value::String(text) if text.trim() == "0" => None,
            Value::String(text) => terms.add(text),
            value => {
                let value = value.clone();
                self.tell(codes::INT_BAD_CHOICE, field, &value, "neither a number nor a text");
                None
            }
        }
    }

    /// The first of a list, or a value alone.
    pub(super) fn terms(&mut self, field: &str, terms: &mut Terms) -> Vec<Term> {
        match self.get(field) {
            Some(Value::Array(list)) => {
                let text = |value: &Value| match value {
                    Value::String(text) => text.clone(),
                    value => value.to_string(),
                };
                list.iter().filter_map(|value| terms.add(&text(value))).collect()
            }
            _ => self.term(field, terms).into_iter().collect(),
        }
    }

    pub(super) fn instant(&mut self, field: &str) -> Option<i64> {
        let value = self.get(field)?.clone();
        let read = match &value {
            Value::String(text) => moment::read(text.trim(), Some(DateOrder::YearMonthDay)),
            _ => Err("not a text"),
        };
        match read {
            Ok(moment) => moment.and_then(|moment| self.clock.instant(moment)),
            Err(why) => {
                self.tell(codes::INT_BAD_MOMENT, field, &value, why);
                None
            }
        }
    }

    /// The state of a ticket: a number, or a word.
    pub(super) fn state(&mut self) -> Option<IncidentState> {
        let value = self.get("status")?.clone();
        let number = match &value {
            Value::String(text) => text.trim().parse().ok(),
            value => value.as_u64(),
        };
        let word = |text: &str| words::state(text).map(|(state, _): (_, Waiting)| state);
        let state = match number {
            Some(1) => Some(IncidentState::New),
            Some(2 | 3) => Some(IncidentState::Active),
            Some(4) => Some(IncidentState::Waiting),
            Some(5) => Some(IncidentState::Resolved),
            Some(6) => Some(IncidentState::Closed),
            _ => value.as_str().and_then(word),
        };
        if state.is_none() {
            self.tell(codes::INT_BAD_CHOICE, "status", &value, "not a status of GLPI");
        }
        state
    }

    /// The number of the object, as a part of an id.
    pub(super) fn id(&mut self) -> Option<u64> {
        let id = self.number("id").filter(|id| *id > 0);
        if id.is_none() {
            let message = "nothing identifies the record";
            self.faults.add(codes::INT_NAMELESS, format!("line {}", self.line), message);
        }
        id
    }

    /// Whether a ticket is a request, not an incident.
    pub(super) fn is_request(&self) -> bool {
        let value = self.get("type");
        value.is_some_and(|value| value.as_u64() == Some(2) || value.as_str() == Some("2"))
    }

    /// Counts the fields that nothing was made of.
    pub(super) fn count_unused(&mut self, kind: &str, used: &[&str]) {
        for (name, value) in self.object {
            let is_blank = value.is_null() || value.as_str() == Some("");
            if is_blank || used.contains(&name.as_str()) {
                continue;
            }
            let key = format!("{kind}:{}", quote(name));
            if self.unused.len() < NAMES_MAX || self.unused.contains_key(&key) {
                let count = self.unused.entry(key).or_default();
                *count = count.saturating_add(1);
            }
        }
    }
}
