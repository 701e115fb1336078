//! The JSON of endoflife.date: API v1 and the older one.

use super::{Answer, Builder, name, quote};
use crate::error::{Code, Error, codes};
use crate::support::Cycle;
use crate::time::Day;
use serde_json::{Map, Value};

type Object = Map<String, Value>;

pub(super) fn read(text: &str, product: Option<&str>, builder: &mut Builder) -> Result<(), Error> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let message = format!("not JSON at line {}, column {}", error.line(), error.column());
        Error::new(codes::SUP_NOT_JSON, "", message)
    })?;
    match &value {
        Value::Object(object) if object.contains_key("result") => {
            let result = object.get("result").unwrap_or(&Value::Null);
            content(result, "/result", product, builder)
        }
        other => content(other, "", product, builder),
    }
}

/// A product, a list of products, or a list of cycles.
fn content(
    value: &Value,
    at: &str,
    product: Option<&str>,
    builder: &mut Builder,
) -> Result<(), Error> {
    match value {
        Value::Object(object) if object.contains_key("releases") => of_product(object, at, builder),
        Value::Array(list) if list.iter().any(|item| item.get("cycle").is_some()) => {
            let given = product.and_then(name).ok_or_else(|| {
                let message = "a list of cycles, without the name of their product";
                Error::new(codes::SUP_PRODUCT_MISSING, at, message)
            })?;
            let place = builder.product(given, None, None);
            cycles(list, at, place, SHAPE_OLDER, builder)
        }
        Value::Array(list) if list.iter().all(Value::is_object) && !list.is_empty() => {
            for (number, item) in list.iter().enumerate() {
                let at = format!("{at}/{number}");
                if let Value::Object(object) = item {
                    match object.get("result") {
                        Some(Value::Object(inner)) => {
                            of_product(inner, &format!("{at}/result"), builder)?;
                        }
                        _ => of_product(object, &at, builder)?,
                    }
                }
            }
            Ok(())
        }
        _ => {
            let message = "neither a product, a list of products nor a list of cycles";
            Err(Error::new(codes::SUP_NOT_CATALOGUE, at, message))
        }
    }
}

fn of_product(object: &Object, at: &str, builder: &mut Builder) -> Result<(), Error> {
    let place = format!("{at}/name");
    let slug = object.get("name").and_then(Value::as_str).and_then(name);
    let Some(slug) = slug else {
        builder.tell(codes::SUP_NO_NAME, &place, "a product without usable name".to_owned());
        return Ok(());
    };
    let text = |field: &str| object.get(field).and_then(Value::as_str).and_then(name);
    let product = builder.product(slug, text("label"), text("category"));
    match object.get("releases") {
        Some(Value::Array(list)) if !list.is_empty() => {
            cycles(list, &format!("{at}/releases"), product, SHAPE_V1, builder)
        }
        _ => {
            let message = format!("product `{}` has no cycles", quote(slug));
            builder.tell(codes::SUP_NO_CYCLES, at, message);
            Ok(())
        }
    }
}

/// The names of the fields of a cycle: a date or a boolean in one field, or in two.
struct Shape {
    name: &'static str,
    released: &'static str,
    active: [&'static str; 2],
    security: [&'static str; 2],
    extended: [&'static str; 2],
    discontinued: [&'static str; 2],
    lts: [&'static str; 2],
}

const SHAPE_V1: &Shape = &Shape {
    name: "name",
    released: "releaseDate",
    active: ["eoasFrom", "isEoas"],
    security: ["eolFrom", "isEol"],
    extended: ["eoesFrom", "isEoes"],
    discontinued: ["discontinuedFrom", "isDiscontinued"],
    lts: ["ltsFrom", "isLts"],
};

const SHAPE_OLDER: &Shape = &Shape {
    name: "cycle",
    released: "releaseDate",
    active: ["support", ""],
    security: ["eol", ""],
    extended: ["extendedSupport", ""],
    discontinued: ["discontinued", ""],
    lts: ["lts", ""],
};

fn cycles(
    list: &[Value],
    at: &str,
    place: usize,
    shape: &Shape,
    builder: &mut Builder,
) -> Result<(), Error> {
    for (number, item) in list.iter().enumerate() {
        let at = format!("{at}/{number}");
        let Value::Object(object) = item else {
            builder.tell(codes::SUP_WRONG_TYPE, &at, "a cycle that is no object".to_owned());
            continue;
        };
        let named = match object.get(shape.name) {
            Some(Value::String(text)) => name(text).map(str::to_owned),
            // The older shape has whole numbers as numbers.
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        };
        let Some(named) = named else {
            let place = format!("{at}/{}", shape.name);
            builder.tell(codes::SUP_NO_NAME, &place, "a cycle without usable name".to_owned());
            continue;
        };
        let cycle = Item { object, at: &at }.cycle(&named, shape, builder);
        builder.cycle(place, cycle, &at)?;
    }
    Ok(())
}

/// The object of a cycle and its place.
struct Item<'a> {
    object: &'a Object,
    at: &'a str,
}

impl Item<'_> {
    fn cycle(&self, named: &str, shape: &Shape, builder: &mut Builder) -> Cycle {
        let latest = self.object.get("latest").and_then(Value::as_object);
        let (latest_name, latest_day) = if let Some(latest) = latest {
            let at = format!("{}/latest", self.at);
            let item = Item { object: latest, at: &at };
            (item.text("name", builder), item.day("date", builder))
        } else {
            (self.text("latest", builder), self.day("latestReleaseDate", builder))
        };
        Cycle {
            name: named.into(),
            released: self.day(shape.released, builder),
            active_end: self.answer(shape.active, builder).end(),
            security_end: self.answer(shape.security, builder).end(),
            extended_end: self.answer(shape.extended, builder).end(),
            discontinued: self.answer(shape.discontinued, builder).end(),
            lts: self.answer(shape.lts, builder).long_term(),
            latest: latest_name,
            latest_day,
        }
    }

    /// The first of two fields that says something.
    fn answer(&self, fields: [&str; 2], builder: &mut Builder) -> Answer {
        for field in fields {
            match self.object.get(field) {
                None | Some(Value::Null) => {}
                Some(Value::Bool(true)) => return Answer::Yes,
                Some(Value::Bool(false)) => return Answer::No,
                Some(Value::String(text)) => match Answer::of(text.trim()) {
                    Some(Answer::Nothing) => {}
                    Some(answer) => return answer,
                    None => {
                        self.tell(codes::SUP_BAD_END, field, text, builder);
                        return Answer::Nothing;
                    }
                },
                Some(other) => {
                    self.tell(codes::SUP_WRONG_TYPE, field, &other.to_string(), builder);
                    return Answer::Nothing;
                }
            }
        }
        Answer::Nothing
    }

    fn text(&self, field: &str, builder: &mut Builder) -> Option<Box<str>> {
        match self.object.get(field) {
            Some(Value::String(text)) => name(text).map(Into::into),
            Some(Value::Number(number)) => Some(number.to_string().into()),
            None | Some(Value::Null | Value::Bool(false)) => None,
            Some(other) => {
                self.tell(codes::SUP_WRONG_TYPE, field, &other.to_string(), builder);
                None
            }
        }
    }

    fn day(&self, field: &str, builder: &mut Builder) -> Option<Day> {
        match self.object.get(field) {
            Some(Value::String(text)) => {
                let day = Day::parse(text.trim());
                if day.is_none() && !text.trim().is_empty() {
                    self.tell(codes::SUP_BAD_DATE, field, text, builder);
                }
                day
            }
            None | Some(Value::Null | Value::Bool(false)) => None,
            Some(other) => {
                self.tell(codes::SUP_WRONG_TYPE, field, &other.to_string(), builder);
                None
            }
        }
    }

    fn tell(&self, code: Code, field: &str, value: &str, builder: &mut Builder) {
        let message = format!("{field} is `{}`", quote(value));
        builder.tell(code, &format!("{}/{field}", self.at), message);
    }
}
