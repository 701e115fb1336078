//! Where each piece of a message stood in its file.

use crate::takeover::text;
use std::collections::BTreeMap;

/// From the pointers of the GLPI format to the places of the file.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Place of the whole message.
    root: String,
    /// Place of the content.
    content: String,
    /// Whether names of fields are written in capitals.
    capitals: bool,
    /// Places of the entries of each section, or of the section that is one object.
    sections: BTreeMap<&'static str, Vec<String>>,
    /// Fields that have another name in the file, by section, entry and name.
    renamed: BTreeMap<(&'static str, usize, &'static str), &'static str>,
    /// Whole pointers that have a place of their own.
    moved: BTreeMap<String, String>,
}

impl Places {
    /// The places of a message whose content stands at `content`.
    pub(super) fn new(root: &str, content: &str, capitals: bool) -> Self {
        Places { root: root.to_owned(), content: content.to_owned(), capitals, ..Places::default() }
    }

    /// Remembers the place of the next entry of a section, and returns its number.
    pub(super) fn add_entry(&mut self, section: &'static str, place: String) -> usize {
        let entries = self.sections.entry(section).or_default();
        entries.push(place);
        entries.len().saturating_sub(1)
    }

    /// Remembers that a field of an entry has another name.
    pub(super) fn rename(
        &mut self,
        section: &'static str,
        entry: usize,
        field: &'static str,
        name: &'static str,
    ) {
        self.renamed.insert((section, entry, field), name);
    }

    /// Remembers the place of one pointer.
    pub(super) fn set(&mut self, pointer: &str, place: String) {
        self.moved.insert(pointer.to_owned(), place);
    }

    /// The place in the file of what a pointer of the GLPI format means.
    pub(super) fn of(&self, pointer: &str) -> String {
        if pointer.is_empty() {
            return String::new();
        }
        if let Some(place) = self.moved.get(pointer) {
            return place.clone();
        }
        let Some(path) = pointer.strip_prefix("/content") else {
            return self.named(&self.root, pointer.strip_prefix('/').unwrap_or(pointer));
        };
        let mut steps = path.strip_prefix('/').unwrap_or(path).split('/');
        let section = steps.next().unwrap_or_default();
        let Some((name, entries)) = self.sections.get_key_value(section) else {
            return self.named(&self.content, section);
        };
        let next = steps.next();
        let entry = next.and_then(|step| step.parse::<usize>().ok());
        let field = if entry.is_some() { steps.next() } else { next };
        let entry = entry.unwrap_or(0);
        let Some(place) = entries.get(entry) else {
            return self.named(&self.content, section);
        };
        let field = field.unwrap_or_default();
        let renamed = self
            .renamed
            .range((*name, entry, "")..)
            .take_while(|((of, number, _), _)| of == name && *number == entry)
            .find(|((.., known), _)| *known == field);
        match renamed {
            Some((_, written)) => {
                let mut place = place.clone();
                text::push_pointer(&mut place, written);
                place
            }
            None => self.named(place, field),
        }
    }

    fn named(&self, place: &str, field: &str) -> String {
        let mut place = place.to_owned();
        if !field.is_empty() {
            place.push('/');
            let written = if self.capitals { field.to_uppercase() } else { field.to_owned() };
            place.push_str(&written);
        }
        place
    }
}
