//! Tolerant XML: elements, their text and their `id`, within bounds.
//!
//! `quick-xml` reads the markup. What agents get wrong and what loses nothing is kept with a diagnostic: a
//! lone `&`, an entity that nothing defines, NUL characters at the end. A document type definition is
//! refused, because the entities that it may define can grow without bound; no inventory needs one.

mod decode;

pub(super) use decode::decode;

use super::json::Broken;
use super::{DEPTH_MAX, text};
use crate::error::{Fault, Faults, codes};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::fmt::Write as _;

/// Most elements of one file.
pub(super) const ELEMENTS_MAX: usize = 5_000_000;

/// Why a text could not be read as XML.
#[derive(Debug)]
pub(super) enum Unread {
    /// Not XML, or beyond a bound.
    Broken(Broken),
    /// A document type definition, and where.
    Definition(String),
}

/// The refusal of a file that is no XML, or not one that is read.
pub(super) fn refusal(unread: Unread) -> Fault {
    match unread {
        Unread::Broken(Broken::Syntax(message)) => Fault::new(codes::TAK_NOT_XML, "", message),
        Unread::Broken(Broken::Deep(message)) => Fault::new(codes::TAK_TOO_DEEP, "", message),
        Unread::Broken(Broken::Large(message)) => Fault::new(codes::TAK_TOO_LARGE, "", message),
        Unread::Definition(message) => Fault::new(codes::TAK_DEFINITION, "", message),
    }
}

/// One element.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Its name, as written.
    pub name: Box<str>,
    /// Its attribute `id`.
    pub id: Option<Box<str>>,
    /// Its text, references resolved; of an element with children nothing but spaces as a rule.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Node>,
    /// What was odd in its text.
    flaws: Vec<String>,
}

impl Node {
    /// The first child of this name.
    pub(super) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| &*child.name == name)
    }

    /// The text of the first child of this name that has one.
    pub(super) fn child_text(&self, name: &str) -> Option<&str> {
        let named = self.children.iter().filter(|child| &*child.name == name);
        named.map(|child| child.text.trim()).find(|text| !text.is_empty())
    }

    /// The children with the last step of their paths: the name, with its place from 1 where several
    /// children have it.
    pub(super) fn steps(&self) -> Vec<(String, &Node)> {
        let mut counts = crate::order::Index::default();
        let mut totals: Vec<(usize, usize)> = Vec::new();
        let mut places = Vec::with_capacity(self.children.len());
        for child in &self.children {
            let slot = counts.get(&child.name).unwrap_or_else(|| {
                counts.add(&child.name, totals.len());
                totals.push((0, 0));
                totals.len().saturating_sub(1)
            });
            if let Some((total, _)) = totals.get_mut(slot) {
                *total = total.saturating_add(1);
            }
            places.push(slot);
        }
        let mut steps = Vec::with_capacity(self.children.len());
        for (child, slot) in self.children.iter().zip(places) {
            let mut step = text::quote(&child.name);
            if let Some((total, seen)) = totals.get_mut(slot) {
                *seen = seen.saturating_add(1);
                if *total > 1 {
                    let _ = write!(step, "[{seen}]");
                }
            }
            steps.push((step, child));
        }
        steps
    }

    /// Tells what was odd in the texts below, at the path of each.
    fn tell_flaws(&self, path: &str, faults: &mut Faults) {
        for flaw in &self.flaws {
            faults.add(codes::TAK_BAD_ENTITY, path, flaw.as_str());
        }
        if self.children.iter().any(Node::is_flawed) {
            for (step, child) in self.steps().into_iter().filter(|(_, child)| child.is_flawed()) {
                child.tell_flaws(&format!("{path}/{step}"), faults);
            }
        }
    }

    fn is_flawed(&self) -> bool {
        !self.flaws.is_empty() || self.children.iter().any(Node::is_flawed)
    }
}

/// The name of the first element, without reading further; `None` when the text is no XML.
pub(super) fn root_name(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                return Some(start.name().as_ref().to_owned());
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// Reads a text into its first element.
///
/// # Errors
/// The text is no XML or ends too early; it is too deep or too large; it has a document type definition.
pub(super) fn parse(text: &str, faults: &mut Faults) -> Result<Node, Unread> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.check_end_names = true;
    let mut building = Building { text, open: Vec::new(), root: None, count: 0, nuls: false };
    loop {
        let at = place(reader.buffer_position());
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = place(reader.error_position());
                return Err(building.syntax(&error.to_string(), at));
            }
        };
        match event {
            Event::Start(start) => building.start(&start, at)?,
            Event::Empty(start) => {
                building.start(&start, at)?;
                building.end();
            }
            Event::End(_) => building.end(),
            Event::Text(piece) => building.text(&piece.into_inner(), at)?,
            Event::CData(piece) => building.text(&piece.into_inner(), at)?,
            Event::GeneralRef(reference) => building.reference(&reference, at)?,
            Event::DocType(_) => {
                let (line, column) = text::position(text, at);
                let message = format!("a document type definition at line {line} column {column}");
                return Err(Unread::Definition(message));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    let at = text.len();
    match building.root {
        Some(root) if building.open.is_empty() => {
            if building.nuls {
                let message = "NUL characters after the end of the document, left out";
                faults.add(codes::TAK_BAD_TEXT, "", message);
            }
            root.tell_flaws(&format!("/{}", text::quote(&root.name)), faults);
            Ok(root)
        }
        _ => Err(building.syntax("the text ends too early", at)),
    }
}

fn place(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// The elements read so far.
struct Building<'t> {
    text: &'t str,
    open: Vec<Node>,
    root: Option<Node>,
    count: usize,
    nuls: bool,
}

impl Building<'_> {
    fn syntax(&self, what: &str, at: usize) -> Unread {
        let (line, column) = text::position(self.text, at);
        Unread::Broken(Broken::Syntax(format!("{what} at line {line} column {column}")))
    }

    fn start(&mut self, start: &BytesStart<'_>, at: usize) -> Result<(), Unread> {
        if self.root.is_some() && self.open.is_empty() {
            return Err(self.syntax("a second document begins", at));
        }
        if self.open.len() >= DEPTH_MAX {
            let (line, column) = text::position(self.text, at);
            let message = format!("more than {DEPTH_MAX} levels at line {line} column {column}");
            return Err(Unread::Broken(Broken::Deep(message)));
        }
        self.count = self.count.saturating_add(1);
        if self.count > ELEMENTS_MAX {
            let message = format!("more than {ELEMENTS_MAX} elements");
            return Err(Unread::Broken(Broken::Large(message)));
        }
        let mut node = Node { name: start.name().as_ref().into(), ..Node::default() };
        for attribute in start.attributes() {
            let Ok(attribute) = attribute else {
                return Err(self.syntax("an attribute that cannot be read", at));
            };
            if attribute.key.as_ref() == "id" {
                node.id = Some(attribute.value.trim().into());
            }
        }
        self.open.push(node);
        Ok(())
    }

    fn end(&mut self) {
        let Some(mut node) = self.open.pop() else {
            return;
        };
        node.text.shrink_to_fit();
        match self.open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => self.root = Some(node),
        }
    }

    fn text(&mut self, piece: &str, at: usize) -> Result<(), Unread> {
        let Some(node) = self.open.last_mut() else {
            self.nuls |= piece.contains('\0');
            if piece.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty() {
                return Ok(());
            }
            return Err(self.syntax("text outside of the document", at));
        };
        if piece.starts_with('&') {
            node.flaws.push("a lone `&`, kept as it is".to_owned());
        }
        // Between elements stands nothing but line ends, which nobody wants to keep.
        if node.text.is_empty() {
            node.text.push_str(piece.trim_start());
        } else {
            node.text.push_str(piece);
        }
        Ok(())
    }

    fn reference(&mut self, reference: &BytesRef<'_>, at: usize) -> Result<(), Unread> {
        let Some(node) = self.open.last_mut() else {
            return Err(self.syntax("text outside of the document", at));
        };
        let name = reference.borrow().into_inner();
        let named = match &*name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            name => name.strip_prefix('#').and_then(character),
        };
        if let Some(letter) = named {
            node.text.push(letter);
        } else {
            node.flaws.push(format!("`&{};` stands for nothing", text::quote(&name)));
            let _ = write!(node.text, "&{name};");
        }
        Ok(())
    }
}

/// The character of a reference by number; also those that XML forbids, which are told where used.
fn character(digits: &str) -> Option<char> {
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number)
}
