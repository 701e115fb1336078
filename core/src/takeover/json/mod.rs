//! Tolerant JSON: what is wanted is kept, what is not is counted, what is odd is a diagnostic.
//!
//! Agents write JSON that strict readers refuse: raw control characters in texts, half a surrogate
//! pair, numbers that no machine type holds, a field twice. Refusing the whole file would lose the
//! asset, so this reader keeps numbers as their digits and tells what it repaired. A [`Shape`] says
//! which fields are kept; all the rest is checked for syntax and counted, never stored, so that
//! memory follows what is used and not what the file holds.

mod lex;

use super::{DEPTH_MAX, FIELDS_MAX, ITEMS_MAX};
use crate::error::{Faults, codes};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What to keep of a value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// Nothing but its kind and count.
    Skip,
    /// A text, number or boolean.
    Scalar,
    /// An object, of which these fields.
    Object(&'static [(&'static str, Shape)]),
    /// The object whose unknown fields are counted into [`Parsed::rest`].
    Content(&'static [(&'static str, Shape)]),
    /// A list of objects (a lone object is a list of one), of which these fields.
    Items(&'static [(&'static str, Shape)]),
}

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
    /// A list or object that is not kept, as messages name it.
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
    /// More levels than [`DEPTH_MAX`].
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

/// Reads one JSON value; repairs go to `faults`.
pub(super) fn parse<'a>(
    text: &'a str,
    shape: Shape,
    faults: &mut Faults,
) -> Result<Parsed<'a>, Broken> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
        path: Vec::new(),
        rest: BTreeMap::new(),
        faults,
    };
    parser.space();
    let (root, _) = parser.value(shape)?;
    parser.space();
    let tail = parser.left().trim_matches(['\0', ' ', '\n', '\r', '\t']);
    if !tail.is_empty() {
        return Err(parser.wrong("text after the end of the document"));
    }
    if parser.left().contains('\0') {
        let message = "NUL characters after the end of the document, left out";
        parser.faults.add(codes::TAK_BAD_TEXT, "", message);
    }
    let rest = parser.rest;
    Ok(Parsed { root, rest })
}

enum Step {
    Field(&'static str),
    Index(usize),
}

struct Parser<'a, 'f> {
    text: &'a str,
    at: usize,
    depth: usize,
    path: Vec<Step>,
    rest: BTreeMap<Cow<'a, str>, u64>,
    faults: &'f mut Faults,
}

impl<'a> Parser<'a, '_> {
    fn left(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn wrong(&self, what: &str) -> Broken {
        let (line, column) = super::text::position(self.text, self.at);
        let what = if self.at >= self.text.len() {
            "the text ends too early"
        } else {
            what
        };
        Broken::Syntax(format!("{what} at line {line} column {column}"))
    }

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

    /// The value and the number of items that it counts for.
    fn value(&mut self, shape: Shape) -> Counted<'a> {
        match self.peek() {
            Some(b'{') => self.nested(shape, Self::object),
            Some(b'[') => self.nested(shape, Self::list),
            Some(b'"') => {
                if matches!(shape, Shape::Skip) {
                    self.skip_text()?;
                    return Ok((Json::Skipped("a text"), 1));
                }
                Ok((Json::Text(self.string()?), 1))
            }
            Some(b'-' | b'0'..=b'9') => Ok((Json::Number(self.number()?), 1)),
            Some(b't') => self.word("true", Json::Bool(true), 1),
            Some(b'f') => self.word("false", Json::Bool(false), 1),
            Some(b'n') => self.word("null", Json::Null, 0),
            _ => Err(self.wrong("a value is needed")),
        }
    }

    fn nested(&mut self, shape: Shape, read: fn(&mut Self, Shape) -> Counted<'a>) -> Counted<'a> {
        if self.depth >= DEPTH_MAX {
            let (line, column) = super::text::position(self.text, self.at);
            return Err(Broken::Deep(format!(
                "more than {DEPTH_MAX} levels at line {line} column {column}"
            )));
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self, shape)?;
        self.depth -= 1;
        Ok(value)
    }

    fn word(&mut self, word: &str, value: Json<'a>, count: u64) -> Counted<'a> {
        if !self.left().starts_with(word) {
            return Err(self.wrong("a value is needed"));
        }
        self.at += word.len();
        Ok((value, count))
    }

    /// Whether another element follows in a list or object that `close` ends.
    fn more(&mut self, first: bool, close: u8) -> Result<bool, Broken> {
        self.space();
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            Some(b',') if !first => {
                self.at += 1;
                self.space();
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ => Err(self.wrong("a comma or the end of the list or object is needed")),
        }
    }

    fn list(&mut self, shape: Shape) -> Counted<'a> {
        let inner = match shape {
            Shape::Items(fields) => Shape::Object(fields),
            _ => Shape::Skip,
        };
        let keep = matches!(shape, Shape::Items(_));
        let mut items = Vec::new();
        let mut count = 0;
        while self.more(count == 0, b']')? {
            if count >= ITEMS_MAX {
                return Err(Broken::Large(format!(
                    "a list of more than {ITEMS_MAX} items at `{}`",
                    self.pointer("")
                )));
            }
            self.path.push(Step::Index(count));
            let (item, _) = self.value(inner)?;
            self.path.pop();
            count += 1;
            if keep {
                items.push(item);
            }
        }
        let json = if keep {
            Json::List(items)
        } else {
            Json::Skipped("a list")
        };
        Ok((json, u64::try_from(count).unwrap_or(u64::MAX)))
    }

    fn object(&mut self, shape: Shape) -> Counted<'a> {
        let known: &[(&'static str, Shape)] = match shape {
            Shape::Object(known) | Shape::Content(known) | Shape::Items(known) => known,
            Shape::Skip | Shape::Scalar => &[],
        };
        let keep = !matches!(shape, Shape::Skip | Shape::Scalar);
        let counted = matches!(shape, Shape::Content(_));
        if counted {
            self.rest.clear();
        }
        let mut fields: Vec<(&'static str, Json<'a>)> = Vec::new();
        let mut first = true;
        while self.more(first, b'}')? {
            first = false;
            if self.peek() != Some(b'"') {
                return Err(self.wrong("a field name is needed"));
            }
            if !keep {
                self.skip_text()?;
                self.colon()?;
                self.value(Shape::Skip)?;
                continue;
            }
            let key = self.string()?;
            self.colon()?;
            let Some(&(name, inner)) = known.iter().find(|(name, _)| *name == key) else {
                let (_, count) = self.value(Shape::Skip)?;
                if counted {
                    self.count_rest(key, count)?;
                }
                continue;
            };
            self.path.push(Step::Field(name));
            let (value, _) = self.value(inner)?;
            self.path.pop();
            match fields.iter_mut().find(|(known, _)| *known == name) {
                Some(slot) => {
                    slot.1 = value;
                    self.twice(name);
                }
                None => fields.push((name, value)),
            }
        }
        let json = if keep {
            Json::Object(fields)
        } else {
            Json::Skipped("an object")
        };
        Ok((json, 1))
    }

    fn twice(&mut self, name: &str) {
        let pointer = self.pointer(name);
        let message = format!("`{name}` stands twice in the same object");
        self.faults.add(codes::TAK_DUPLICATE_KEY, pointer, message);
    }

    fn count_rest(&mut self, key: Cow<'a, str>, count: u64) -> Result<(), Broken> {
        if self.rest.len() >= FIELDS_MAX && !self.rest.contains_key(&key) {
            return Err(Broken::Large(format!(
                "more than {FIELDS_MAX} sections in the content"
            )));
        }
        if self.rest.contains_key(&key) {
            self.twice(&key);
        }
        self.rest.insert(key, count);
        Ok(())
    }
}
