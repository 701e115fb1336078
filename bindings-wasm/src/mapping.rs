//! What somebody says of the columns of a CSV, given as an object.

use crate::argument::{self, Options};
use entretien::error::{Error, codes};
use entretien::id::SiteId;
use entretien::inventory::Category;
use entretien::quantity::Currency;
use entretien::takeover::{
    ColumnMap, DateOrder, DecimalSign, Encoding, MappedFact, Mapping, ValueMap,
};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

const FIELDS: [&str; 10] = [
    "columns",
    "separator",
    "encoding",
    "dates",
    "decimal",
    "currency",
    "site",
    "category",
    "tags",
    "values",
];

/// One object of a mapping, and where it stands.
struct Place<'a> {
    object: &'a JsValue,
    pointer: String,
}

impl Place<'_> {
    fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.pointer)
    }

    fn given(&self, name: &str) -> Option<JsValue> {
        let value = Reflect::get(self.object, &JsValue::from_str(name)).ok()?;
        (!argument::is_absent(&value)).then_some(value)
    }

    fn needed(&self, name: &str) -> Result<String, Error> {
        let missing =
            || Error::new(codes::DOC_MISSING_FIELD, self.at(name), format!("`{name}` is missing"));
        argument::text(&self.at(name), &self.given(name).ok_or_else(missing)?)
    }

    /// A text that `read` understands, if it is there.
    fn read<T>(&self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Error> {
        self.given(name)
            .map(|value| {
                let text = argument::text(&self.at(name), &value)?;
                read(&text).ok_or_else(|| self.refuse(name, &text))
            })
            .transpose()
    }

    fn fact(&self) -> Result<MappedFact, Error> {
        let text = self.needed("fact")?;
        MappedFact::parse(&text).ok_or_else(|| self.refuse("fact", &text))
    }

    fn refuse(&self, name: &str, text: &str) -> Error {
        let shown: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
        Error::new(codes::DOC_BAD_CHOICE, self.at(name), format!("`{shown}` is no {name}"))
    }

    fn list(&self, name: &str) -> Result<Array, Error> {
        match self.given(name) {
            None => Ok(Array::new()),
            Some(value) => value
                .dyn_into::<Array>()
                .map_err(|value| argument::mismatch(&self.at(name), "an array", &value)),
        }
    }

    fn each<T>(
        &self,
        name: &str,
        known: &[&str],
        read: impl Fn(&Place<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let list = self.list(name)?;
        let mut rows = Vec::new();
        for (index, object) in list.iter().enumerate() {
            let pointer = format!("{}/{name}/{index}", self.pointer);
            if !object.is_object() {
                return Err(argument::mismatch(&pointer, "an object", &object));
            }
            Options::of(&object, known).check().map_err(|error| error.within(&pointer))?;
            rows.push(read(&Place { object: &object, pointer })?);
        }
        Ok(rows)
    }
}

/// The mapping that an object describes; what it says is judged when a file is read by it.
pub(crate) fn mapping(object: &JsValue) -> Result<Mapping, Error> {
    if !object.is_object() {
        return Err(argument::mismatch("", "an object", object));
    }
    Options::of(object, &FIELDS).check()?;
    let place = Place { object, pointer: String::new() };
    let columns = place.each("columns", &["header", "fact"], |row| {
        Ok(ColumnMap { header: row.needed("header")?.into(), fact: row.fact()? })
    })?;
    let values = place.each("values", &["fact", "from", "to"], |row| {
        let (from, to) = (row.needed("from")?.into(), row.needed("to")?.into());
        Ok(ValueMap { fact: row.fact()?, from, to })
    })?;
    let mut tags = Vec::new();
    for (index, tag) in place.list("tags")?.iter().enumerate() {
        tags.push(argument::text(&format!("/tags/{index}"), &tag)?.into());
    }
    Ok(Mapping {
        columns,
        separator: place.read("separator", only_character)?,
        encoding: place.read("encoding", Encoding::parse)?,
        dates: place.read("dates", DateOrder::parse)?,
        decimal: place.read("decimal", DecimalSign::parse)?,
        currency: place.read("currency", Currency::new)?,
        site: place.read("site", SiteId::new)?,
        category: place.read("category", Category::parse)?,
        tags,
        values,
    })
}

fn only_character(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}
