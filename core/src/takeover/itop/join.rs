//! Objects of all files together: each found by class and id, then made into assets and relations.

use super::class::{self, Role};
use super::{Object, Objects, contract, graph, machine};
use crate::error::{Code, codes};
use crate::id;
use crate::order;
use crate::takeover::reader::Notes;
use crate::takeover::record::Import;
use crate::takeover::text;
use std::collections::BTreeMap;

/// All objects, with the place of the file of each.
pub(super) struct Estate<'n> {
    pub objects: Vec<(usize, Object)>,
    notes: &'n mut [Notes],
    /// Places by root class and id.
    index: BTreeMap<(&'static str, Box<str>), usize>,
    /// The machines that each object stands for.
    machines: Vec<Vec<usize>>,
    /// Ids of the assets, by place of the object.
    ids: Vec<Option<Box<str>>>,
}

impl Estate<'_> {
    /// The object of this root class and id.
    pub(super) fn find(&self, root: &'static str, id: &str) -> Option<usize> {
        self.index.get(&(root, Box::from(id))).copied()
    }

    /// The object that an attribute of another refers to; what no file holds is not told here.
    pub(super) fn known(&self, place: usize, field: &str) -> Option<usize> {
        let id = self.objects.get(place)?.1.reference(field)?;
        self.find(class::root_of(field), id)
    }

    /// The object that an attribute of another refers to; what no file holds is told.
    pub(super) fn referred(&mut self, place: usize, field: &str) -> Option<usize> {
        let id = self.objects.get(place)?.1.reference(field)?.to_owned();
        let found = self.find(class::root_of(field), &id);
        if found.is_none() {
            self.tell_dangling(place, field, &id);
        }
        found
    }

    /// The name of the object that an attribute refers to.
    pub(super) fn name_of(&mut self, place: usize, field: &str) -> Option<Box<str>> {
        let given = self.objects.get(place).and_then(|(_, object)| object.names.get(field));
        if given.is_some() {
            return given.cloned();
        }
        let found = self.referred(place, field)?;
        self.objects.get(found)?.1.get("name").map(Into::into)
    }

    /// The machines that an object stands for.
    pub(super) fn machines_of(&self, place: usize) -> Vec<usize> {
        self.machines.get(place).cloned().unwrap_or_default()
    }

    /// Whether an object is an asset itself.
    pub(super) fn is_asset(&self, place: usize) -> bool {
        self.asset_id(place).is_some()
    }

    /// The id of the asset that an object became.
    pub(super) fn asset_id(&self, place: usize) -> Option<Box<str>> {
        self.ids.get(place).cloned().flatten()
    }

    /// Tells something of an object, at one of its fields.
    pub(super) fn tell(&mut self, place: usize, field: &str, code: Code, message: String) {
        let Some((file, object)) = self.objects.get(place) else {
            return;
        };
        let (file, pointer) = (*file, object.place(field));
        if let Some(notes) = self.notes.get_mut(file) {
            notes.faults.add(code, pointer, message);
        }
    }

    pub(super) fn tell_dangling(&mut self, place: usize, field: &str, id: &str) {
        let message = format!("no {} has the id `{}`", class::root_of(field), text::quote(id));
        self.tell(place, field, codes::TAK_DANGLING_REFERENCE, message);
    }
}

/// Joins the objects of all files; the records go to the file of their object.
pub(in crate::takeover) fn join(
    files: Vec<(usize, Objects)>,
    notes: &mut [Notes],
) -> Vec<(usize, Import)> {
    let mut imports: BTreeMap<usize, Import> = BTreeMap::new();
    let mut objects = Vec::new();
    for (file, given) in files {
        imports.entry(file).or_default().unused = given.unused;
        objects.extend(given.list.into_iter().map(|object| (file, object)));
    }
    if imports.is_empty() {
        return Vec::new();
    }
    let mut estate = Estate {
        objects: Vec::new(),
        notes,
        index: BTreeMap::new(),
        machines: Vec::new(),
        ids: Vec::new(),
    };
    for (file, object) in objects {
        add(&mut estate, file, object);
    }
    estate.machines = graph::machines(&mut estate);
    estate.ids = ids(&mut estate);
    for place in 0..estate.objects.len() {
        let Some((file, object)) = estate.objects.get(place) else {
            continue;
        };
        let (file, class) = (*file, object.class);
        let import = imports.entry(file).or_default();
        if let Some(id) = estate.asset_id(place) {
            import.records.push(machine::record(&mut estate, place, &id));
        } else if class.is_item() {
            let sum = import.attached.entry(format!("itop:{}", class.name)).or_default();
            *sum = sum.saturating_add(1);
        }
        let site = estate.objects.get(place).and_then(|(_, object)| match class.role {
            Role::Location => object.get("name"),
            _ => object.names.get("location_id").map(|name| &**name),
        });
        if let Some(name) = site.filter(|name| id::is_id(name)) {
            import.sites.insert(name.to_owned(), name.to_owned());
        }
    }
    let databases = machine::databases(&mut estate);
    for (place, list) in databases {
        let (Some((file, _)), Some(id)) = (estate.objects.get(place), estate.asset_id(place))
        else {
            continue;
        };
        let records = imports.entry(*file).or_default().records.iter_mut();
        for record in records.filter(|record| *record.base_id == *id) {
            record.lists.databases = Some(list.clone());
        }
    }
    for (file, relation) in graph::relations(&mut estate) {
        imports.entry(file).or_default().relations.push(relation);
    }
    for (file, found) in contract::contracts(&mut estate) {
        imports.entry(file).or_default().contracts.push(found);
    }
    imports.into_iter().collect()
}

/// Adds an object; one that is told again adds what it knows, and is told where it contradicts.
fn add(estate: &mut Estate<'_>, file: usize, object: Object) {
    let key = (object.class.root, object.id.clone());
    let known = if object.id.is_empty() || object.class.is_link() {
        None
    } else {
        estate.index.get(&key).copied()
    };
    let Some(place) = known else {
        if !object.id.is_empty() && !object.class.is_link() {
            estate.index.insert(key, estate.objects.len());
        }
        estate.objects.push((file, object));
        return;
    };
    let is_other = estate.objects.get(place).is_some_and(|(_, first)| {
        let names = (first.get("name"), object.get("name"));
        first.class.name != object.class.name
            || matches!(names, (Some(first), Some(name)) if first != name)
    });
    if is_other {
        tell_twice(estate, (file, &object), place, "");
        // References mean the first; the object itself is not lost.
        estate.objects.push((file, object));
        return;
    }
    let mut contradictions = Vec::new();
    if let Some((_, first)) = estate.objects.get_mut(place) {
        for (field, value) in &object.fields {
            match first.fields.get(field) {
                Some(there) if there != value => contradictions.push(*field),
                Some(_) => {}
                None => {
                    first.fields.insert(field, value.clone());
                }
            }
        }
    }
    for field in contradictions {
        tell_twice(estate, (file, &object), place, field);
    }
}

/// Tells that an object contradicts the one at `first`, as a whole or in a field.
fn tell_twice(
    estate: &mut Estate<'_>,
    (file, object): (usize, &Object),
    first: usize,
    field: &str,
) {
    let Some((first_file, known)) = estate.objects.get(first) else {
        return;
    };
    let there = match known.get(if field.is_empty() { "name" } else { field }) {
        Some(value) if field.is_empty() => format!("{} `{}`", known.class.name, text::quote(value)),
        Some(value) => format!("`{}`", text::quote(value)),
        None => known.class.name.to_owned(),
    };
    let source = estate.notes.get(*first_file).map_or("", |notes| &notes.file);
    let message = format!(
        "{} `{}` is {there} in `{}`",
        object.class.root,
        text::quote(&object.id),
        text::quote(source)
    );
    if let Some(notes) = estate.notes.get_mut(file) {
        notes.faults.add(codes::TAK_TOLD_TWICE, object.place(field), message);
    }
}

/// The id of each asset: its name, with class and id where several objects have it, else its serial
/// number.
fn ids(estate: &mut Estate<'_>) -> Vec<Option<Box<str>>> {
    let mut named = Vec::new();
    for (place, (_, object)) in estate.objects.iter().enumerate() {
        if graph::is_machine(object) && estate.machines_of(place) == [place] {
            named.push((machine::base_id(object), place));
        }
    }
    let mut ids: Vec<Option<Box<str>>> = vec![None; estate.objects.len()];
    for (id, places) in order::group(named) {
        let Some(base) = id else {
            for place in places {
                let message = "no usable name or serial number".to_owned();
                estate.tell(place, "", codes::TAK_NAMELESS_DEVICE, message);
            }
            continue;
        };
        let is_shared = places.len() > 1;
        for place in places {
            let Some((_, object)) = estate.objects.get(place) else {
                continue;
            };
            let mut id = base.clone();
            if is_shared {
                id = format!("{base}~{}:{}", object.class.name, object.id);
                let message = format!(
                    "another object is called `{}`; this one is `{}`",
                    text::quote(&base),
                    text::quote(&id)
                );
                estate.tell(place, "name", codes::TAK_NAME_SHARED, message);
            }
            if let Some(slot) = ids.get_mut(place) {
                *slot = id::is_id(&id).then(|| id.into());
            }
        }
    }
    ids
}
