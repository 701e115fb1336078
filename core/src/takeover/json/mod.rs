//! Tolerant JSON: what is wanted is kept, what is not is counted, what is odd is a diagnostic.
//!
//! `serde_json` reads; this module says what to keep. Agents write JSON that it refuses: raw control
//! characters in texts, half a surrogate pair, numbers that no machine type holds. Refusing the
//! whole file would lose the asset. [`Source`] therefore escapes the control characters first, and
//! every value is taken as a [`RawValue`]: its piece of the file, checked for syntax and nothing
//! else. A number stays its digits (for every type that holds numbers, its own `Value` included,
//! `serde_json` refuses the file at `1e400`); a text is decoded on its own, so that half a pair costs
//! one character; what is not wanted is a slice that nobody looks into. A [`Shape`] says which
//! pieces are opened, so that memory follows what is used and not what the file holds. The price is
//! that a piece is scanned once for each level that is opened, five at most.
//!
//! Fields are bounded and lists are counted where a piece is opened; levels are counted everywhere,
//! by [`Source`], as `serde_json` does not count them in what it skips.

mod repair;
mod text;

pub(super) use repair::Source;

use super::{FIELDS_MAX, FILE_BYTES_MAX, ITEMS_MAX};
use crate::error::{Faults, codes};
use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use text::Text;

/// What to keep of a value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// Nothing but its kind and count.
    Skip,
    /// A text, number or boolean.
    Scalar,
    /// An object, of which these fields.
    Object(Known),
    /// The object whose unknown fields are counted into [`Parsed::rest`].
    Content(Known),
    /// A list of objects (a lone object is a list of one), of which these fields.
    Items(Known),
}

/// Names of fields and what to keep of each.
pub(super) type Known = &'static [(&'static str, Shape)];

/// A value as far as its shape keeps it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    /// The digits as written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// The fields kept, each once: the last one written.
    Object(Vec<(&'static str, Json<'a>)>),
    /// A value that is not kept, as messages name it.
    Skipped(&'static str),
}

impl<'a> Json<'a> {
    /// What the value is, as messages name it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::Text(_) => "a text",
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
            Json::Skipped(kind) => kind,
        }
    }

    /// The field of an object, unless absent or null.
    pub(super) fn get(&self, key: &str) -> Option<&Json<'a>> {
        match self {
            Json::Object(fields) => fields
                .iter()
                .find(|(name, _)| *name == key)
                .map(|(_, value)| value)
                .filter(|value| **value != Json::Null),
            _ => None,
        }
    }
}

/// Why a text could not be read.
#[derive(Debug)]
pub(super) enum Broken {
    /// Not JSON: what, line and column.
    Syntax(String),
    /// More levels than [`DEPTH_MAX`](super::DEPTH_MAX).
    Deep(String),
    /// A bound of the importer.
    Large(String),
}

/// A value and the number of items that it counts for.
type Counted<'a> = Result<(Json<'a>, u64), Broken>;

/// A document read.
#[derive(Debug)]
pub(super) struct Parsed<'a> {
    pub root: Json<'a>,
    /// Fields of the content object that no shape keeps, with their number of items.
    pub rest: BTreeMap<Cow<'a, str>, u64>,
}

/// Reads one JSON object; what was odd goes to `faults`.
pub(super) fn parse<'a>(
    source: &'a Source<'_>,
    shape: Shape,
    faults: &mut Faults,
) -> Result<Parsed<'a>, Broken> {
    if source.is_too_large() {
        return Err(Broken::Large(format!(
            "more than {FILE_BYTES_MAX} bytes with the control characters in its texts escaped"
        )));
    }
    let text = source.text();
    let end = text.trim_end_matches(['\0', ' ', '\n', '\r', '\t']).len();
    let padded = text.get(end..).is_some_and(|tail| tail.contains('\0'));
    let body = text.get(..end).filter(|_| padded).unwrap_or(text);
    let mut reader =
        Reader { source, path: Vec::new(), rest: BTreeMap::new(), faults, stopped: None };
    let (root, _) = reader.object(body, shape)?;
    if let Some(deep) = source.too_deep() {
        return Err(deep);
    }
    if padded {
        let message = "NUL characters after the end of the document, left out";
        reader.faults.add(codes::TAK_BAD_TEXT, "", message);
    }
    let rest = reader.rest;
    Ok(Parsed { root, rest })
}

enum Step {
    Field(&'static str),
    Index(usize),
}

struct Reader<'a, 'f> {
    source: &'a Source<'a>,
    path: Vec<Step>,
    rest: BTreeMap<Cow<'a, str>, u64>,
    faults: &'f mut Faults,
    /// Why a visitor stopped: an error of `serde_json` carries text only.
    stopped: Option<Broken>,
}

impl<'a> Reader<'a, '_> {
    fn pointer(&self, last: &str) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            match step {
                Step::Field(name) => super::text::push_pointer(&mut pointer, name),
                Step::Index(index) => super::text::push_pointer(&mut pointer, &index.to_string()),
            }
        }
        if !last.is_empty() {
            super::text::push_pointer(&mut pointer, last);
        }
        pointer
    }

    /// A value of which `serde_json` has checked the syntax: its first byte tells its kind.
    fn value(&mut self, raw: &'a str, shape: Shape) -> Counted<'a> {
        match raw.as_bytes().first() {
            Some(b'{') if matches!(shape, Shape::Skip | Shape::Scalar) => {
                Ok((Json::Skipped("an object"), 1))
            }
            Some(b'{') => self.object(raw, shape),
            Some(b'[') => self.list(raw, shape),
            Some(b'"') if matches!(shape, Shape::Skip) => Ok((Json::Skipped("a text"), 1)),
            Some(b'"') => {
                let text = serde_json::from_str(raw).map_err(|error| self.broken(raw, &error))?;
                Ok((Json::Text(self.told(text)), 1))
            }
            Some(b't') => Ok((Json::Bool(true), 1)),
            Some(b'f') => Ok((Json::Bool(false), 1)),
            Some(b'n') => Ok((Json::Null, 0)),
            _ => Ok((Json::Number(raw), 1)),
        }
    }

    fn object(&mut self, raw: &'a str, shape: Shape) -> Counted<'a> {
        let known = match shape {
            Shape::Object(known) | Shape::Content(known) | Shape::Items(known) => known,
            Shape::Skip | Shape::Scalar => &[],
        };
        let counted = matches!(shape, Shape::Content(_));
        if counted {
            self.rest.clear();
        }
        let mut json = serde_json::Deserializer::from_str(raw);
        let fields = Fields { reader: self, known, counted };
        let read = json.deserialize_map(fields);
        match read.and_then(|fields| json.end().map(|()| fields)) {
            Ok(fields) => Ok((Json::Object(fields), 1)),
            Err(error) => Err(self.broken(raw, &error)),
        }
    }

    fn list(&mut self, raw: &'a str, shape: Shape) -> Counted<'a> {
        let mut json = serde_json::Deserializer::from_str(raw);
        let elements = Elements { reader: self, shape };
        json.deserialize_seq(elements).map_err(|error| self.broken(raw, &error))
    }

    /// What stopped the reading of `raw`: a visitor, or the syntax.
    fn broken(&mut self, raw: &str, error: &serde_json::Error) -> Broken {
        let stopped = self.stopped.take();
        stopped.unwrap_or_else(|| self.source.wrong(raw, error))
    }

    /// Leaves a visitor for a reason of ours.
    fn stop<E: serde::de::Error>(&mut self, why: Broken) -> E {
        self.stopped = Some(why);
        E::custom("stopped")
    }

    /// The text, its repairs told.
    fn told(&mut self, text: Text<'a>) -> Cow<'a, str> {
        if text.halves > 0 {
            let pointer = self.pointer("");
            let message = format!("{} half surrogate pairs, each replaced by U+FFFD", text.halves);
            self.faults.add(codes::TAK_BAD_TEXT, pointer, message);
        }
        text.text
    }

    fn twice(&mut self, name: &str) {
        let pointer = self.pointer(name);
        let message = format!("`{name}` stands twice in the same object");
        self.faults.add(codes::TAK_DUPLICATE_KEY, pointer, message);
    }

    fn count_rest(&mut self, key: Cow<'a, str>, count: u64) -> Result<(), Broken> {
        if self.rest.len() >= FIELDS_MAX && !self.rest.contains_key(&key) {
            return Err(Broken::Large(format!("more than {FIELDS_MAX} sections in the content")));
        }
        if self.rest.contains_key(&key) {
            self.twice(&key);
        }
        self.rest.insert(key, count);
        Ok(())
    }
}

/// Reads the fields of an object.
struct Fields<'r, 'a, 'f> {
    reader: &'r mut Reader<'a, 'f>,
    known: Known,
    counted: bool,
}

impl<'a> Fields<'_, 'a, '_> {
    fn add(
        &mut self,
        fields: &mut Vec<(&'static str, Json<'a>)>,
        key: Text<'a>,
        raw: &'a str,
    ) -> Result<(), Broken> {
        let key = self.reader.told(key);
        let Some(&(name, shape)) = self.known.iter().find(|(name, _)| *name == key) else {
            let (_, count) = self.reader.value(raw, Shape::Skip)?;
            if self.counted {
                self.reader.count_rest(key, count)?;
            }
            return Ok(());
        };
        self.reader.path.push(Step::Field(name));
        let (value, _) = self.reader.value(raw, shape)?;
        self.reader.path.pop();
        match fields.iter_mut().find(|(known, _)| *known == name) {
            Some(slot) => {
                slot.1 = value;
                self.reader.twice(name);
            }
            None => fields.push((name, value)),
        }
        Ok(())
    }
}

impl<'a> Visitor<'a> for Fields<'_, 'a, '_> {
    type Value = Vec<(&'static str, Json<'a>)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key()? {
            let raw = map.next_value::<&'a RawValue>()?.get();
            if let Err(why) = self.add(&mut fields, key, raw) {
                return Err(self.reader.stop(why));
            }
        }
        Ok(fields)
    }
}

/// Reads the elements of a list, or counts them when the shape keeps no list.
struct Elements<'r, 'a, 'f> {
    reader: &'r mut Reader<'a, 'f>,
    shape: Shape,
}

impl<'a> Visitor<'a> for Elements<'_, 'a, '_> {
    type Value = (Json<'a>, u64);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let reader = self.reader;
        let mut items = Vec::new();
        let mut count = 0;
        while let Some(raw) = list.next_element::<&'a RawValue>()? {
            if count >= ITEMS_MAX {
                let pointer = reader.pointer("");
                let message = format!("a list of more than {ITEMS_MAX} items at `{pointer}`");
                return Err(reader.stop(Broken::Large(message)));
            }
            if let Shape::Items(known) = self.shape {
                reader.path.push(Step::Index(count));
                match reader.value(raw.get(), Shape::Object(known)) {
                    Ok((item, _)) => items.push(item),
                    Err(why) => return Err(reader.stop(why)),
                }
                reader.path.pop();
            }
            count += 1;
        }
        let json = match self.shape {
            Shape::Items(_) => Json::List(items),
            _ => Json::Skipped("a list"),
        };
        Ok((json, u64::try_from(count).unwrap_or(u64::MAX)))
    }
}
