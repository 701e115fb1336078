//! What somebody says of the columns of a CSV, as Python gives it.

use entretien::id::SiteId;
use entretien::inventory::Category;
use entretien::quantity::Currency;
use entretien::takeover::{
    ColumnMap, DateOrder, DecimalSign, Encoding, MappedFact, Mapping, ValueMap,
};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use std::collections::BTreeMap;

/// A value of a closed list, or the refusal of its code.
fn known<T>(what: &str, code: &str, value: Option<T>) -> PyResult<T> {
    value.ok_or_else(|| PyValueError::new_err(format!("{code:?} is no {what}")))
}

fn fact(code: &str) -> PyResult<MappedFact> {
    known("fact that a column can say", code, MappedFact::parse(code))
}

/// The mapping of columns (header, fact), values (fact, from, to) and options by name.
pub(crate) fn read(
    columns: &[(String, String)],
    values: &[(String, String, String)],
    tags: &[String],
    options: &BTreeMap<String, String>,
) -> PyResult<Mapping> {
    let mut mapping = Mapping {
        columns: columns
            .iter()
            .map(|(header, code)| Ok(ColumnMap::new(header, fact(code)?)))
            .collect::<PyResult<_>>()?,
        values: values
            .iter()
            .map(|(code, from, to)| Ok(ValueMap::new(fact(code)?, from, to)))
            .collect::<PyResult<_>>()?,
        tags: tags.iter().map(|tag| tag.as_str().into()).collect(),
        ..Mapping::default()
    };
    for (name, value) in options {
        match name.as_str() {
            "separator" => {
                let mut letters = value.chars();
                let one = letters.next().filter(|_| letters.next().is_none());
                mapping.separator = Some(known("separator", value, one)?);
            }
            "encoding" => {
                mapping.encoding = Some(known("encoding", value, Encoding::parse(value))?);
            }
            "dates" => {
                mapping.dates = Some(known("order of dates", value, DateOrder::parse(value))?);
            }
            "decimal" => {
                mapping.decimal = Some(known("decimal sign", value, DecimalSign::parse(value))?);
            }
            "currency" => {
                mapping.currency = Some(known("currency", value, Currency::new(value))?);
            }
            "site" => mapping.site = Some(known("site id", value, SiteId::new(value))?),
            "category" => {
                mapping.category = Some(known("category", value, Category::parse(value))?);
            }
            _ => return Err(PyValueError::new_err(format!("{name:?} is no option of a mapping"))),
        }
    }
    Ok(mapping)
}
