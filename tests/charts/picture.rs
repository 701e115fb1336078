//! A picture read back: its elements, where they stand, and what must hold of every one.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element without its children.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub text: String,
    /// Inside the definitions of patterns, which have places of their own.
    is_definition: bool,
}

impl Element {
    pub fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    fn number(&self, name: &str) -> f64 {
        self.get(name).parse().unwrap_or_else(|_| panic!("{name} of {self:?}"))
    }
}

/// Left, top, right, bottom.
#[derive(Debug, Clone, Copy)]
pub struct Area(pub f64, pub f64, pub f64, pub f64);

impl Area {
    fn is_within(self, other: Area) -> bool {
        self.0 >= other.0 && self.1 >= other.1 && self.2 <= other.2 && self.3 <= other.3
    }

    fn overlaps(self, other: Area) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
}

/// A picture.
pub struct Picture {
    pub elements: Vec<Element>,
}

fn element(tag: &BytesStart<'_>, is_definition: bool) -> Element {
    let attributes = tag.attributes().map(|one| {
        let one = one.expect("an attribute once");
        let key = one.key.as_ref().to_owned();
        let raw = &one.value;
        (key, quick_xml::escape::unescape(raw).expect("escaped").into_owned())
    });
    Element {
        name: tag.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        text: String::new(),
        is_definition,
    }
}

impl Picture {
    /// Reads a picture; what is not well formed stops the test.
    pub fn read(svg: &str) -> Picture {
        let bad = |c: char| c.is_control() && c != '\n';
        assert!(!svg.contains(bad), "a letter that XML refuses");
        let mut reader = Reader::from_str(svg);
        reader.config_mut().check_end_names = true;
        let mut elements: Vec<Element> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{error}: {svg}")) {
                Event::Start(tag) => {
                    let inside = open.iter().any(|place| elements[*place].name == "defs");
                    open.push(elements.len());
                    elements.push(element(&tag, inside));
                }
                Event::Empty(tag) => {
                    let inside = open.iter().any(|place| elements[*place].name == "defs");
                    elements.push(element(&tag, inside));
                }
                Event::Text(text) => {
                    let place = *open.last().expect("text inside the picture");
                    elements[place].text.push_str(&text);
                }
                Event::GeneralRef(name) => {
                    let place = *open.last().expect("text inside the picture");
                    let text = format!("&{};", &*name);
                    let text = quick_xml::escape::unescape(&text).expect("a known reference");
                    elements[place].text.push_str(&text);
                }
                Event::End(_) => {
                    open.pop().expect("an open element");
                }
                Event::Eof => break,
                other => panic!("{other:?}"),
            }
        }
        assert!(open.is_empty());
        Picture { elements }
    }

    pub fn named<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |one| one.name == name && !one.is_definition)
    }

    /// The text of the first element of this name.
    pub fn first(&self, name: &str) -> &str {
        let first = self.elements.iter().find(|one| one.name == name && !one.is_definition);
        first.map_or("", |one| &one.text)
    }

    pub fn frame(&self) -> Area {
        let root = self.elements.first().expect("a root");
        let numbers: Vec<f64> =
            root.get("viewBox").split(' ').map(|one| one.parse().expect("a number")).collect();
        assert_eq!(numbers.len(), 4);
        Area(numbers[0], numbers[1], numbers[2], numbers[3])
    }

    /// The texts that are seen, each with its area: 0.55 em a letter, 0.3 a narrow one.
    pub fn texts(&self) -> Vec<(String, Area)> {
        let each = self.named("text").map(|one| {
            let size = match one.get("class") {
                "k-text" | "k-name" | "k-name k-halo" => 12.0,
                "k-text k-small" | "k-text k-small k-halo" => 11.0,
                other => panic!("no size is known for the class {other:?}"),
            };
            let is_narrow = |letter: char| " \u{a0}\u{202f}ijltfrI.,:;!|'’()-".contains(letter);
            let em = |letter: char| if is_narrow(letter) { 0.3 } else { 0.55 };
            let wide = one.text.chars().map(em).sum::<f64>() * size;
            let (x, y) = (one.number("x"), one.number("y"));
            let left = match one.get("text-anchor") {
                "middle" => x - wide / 2.0,
                "end" => x - wide,
                _ => x,
            };
            (one.text.clone(), Area(left, y - size * 0.8, left + wide, y + size * 0.25))
        });
        each.collect()
    }

    /// The areas of all that is drawn.
    fn areas(&self) -> Vec<(String, Area)> {
        let mut areas = self.texts();
        for one in self.elements.iter().filter(|one| !one.is_definition) {
            match &*one.name {
                "rect" if one.get("class") != "k-paper" => {
                    let (x, y) = (one.number("x"), one.number("y"));
                    let (wide, high) = (one.number("width"), one.number("height"));
                    assert!(wide >= 0.0 && high >= 0.0, "{one:?}");
                    areas.push((format!("{one:?}"), Area(x, y, x + wide, y + high)));
                }
                "circle" => {
                    let (x, y, r) = (one.number("cx"), one.number("cy"), one.number("r"));
                    areas.push((format!("{one:?}"), Area(x - r, y - r, x + r, y + r)));
                }
                "path" => {
                    for (x, y) in points(one.get("d")) {
                        areas.push((format!("{one:?}"), Area(x, y, x, y)));
                    }
                }
                _ => {}
            }
        }
        areas
    }

    /// What must hold of every picture, whatever the data.
    pub fn check(&self, name: &str) {
        let frame = self.frame();
        assert!((frame.2 - 720.0).abs() < 1e-9, "{name}: 180 mm wide");
        assert!(frame.3 > 0.0 && frame.3 < 20_000.0, "{name}: {frame:?}");
        for (what, area) in self.areas() {
            assert!(area.is_within(frame), "{name}: outside: {what} {area:?} of {frame:?}");
        }
        let root = self.elements.first().expect("a root");
        assert_eq!(root.get("role"), "img");
        let mut ids: Vec<&str> =
            self.elements.iter().map(|one| one.get("id")).filter(|id| !id.is_empty()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: an id twice");
        for id in root.get("aria-labelledby").split(' ') {
            assert!(ids.contains(&id), "{name}: {id}");
        }
        for one in &self.elements {
            if let Some(id) =
                one.get("fill").strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')'))
            {
                assert!(ids.contains(&id), "{name}: {id}");
            }
            assert!(!["script", "image", "foreignObject", "a"].contains(&&*one.name), "{name}");
        }
        assert!(!self.first("desc").is_empty(), "{name}: no description");
    }

    /// Texts that lie on one another.
    pub fn check_texts_apart(&self, name: &str) {
        let texts = self.texts();
        for (index, (text, area)) in texts.iter().enumerate() {
            for (other, place) in &texts[index + 1..] {
                assert!(
                    !area.overlaps(*place),
                    "{name}: {text:?} {area:?} lies on {other:?} {place:?}"
                );
            }
        }
    }
}

/// The points of a path of `M`, `L` and `Z`.
fn points(d: &str) -> Vec<(f64, f64)> {
    let pairs = d.split(['M', 'L', 'Z']).filter(|piece| !piece.is_empty());
    pairs
        .map(|pair| {
            let (x, y) = pair.split_once(' ').unwrap_or_else(|| panic!("{d}"));
            (
                x.parse().unwrap_or_else(|_| panic!("{d}")),
                y.parse().unwrap_or_else(|_| panic!("{d}")),
            )
        })
        .collect()
}
