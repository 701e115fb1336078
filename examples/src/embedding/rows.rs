//! From the rows of the host to an engagement document, and from a fault of the document back to its row.

use crate::program::Failure;
use entretien::document::{ENGAGEMENT_FORMAT, FORMAT_VERSION};
use entretien::error::{Error, Fault};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde_json::{Map, Value, json};

/// The lists of the document, and the query that gives each. The names of the columns are the fields of the
/// document: `a.b` is the field `b` of the object `a`, `a[]` a list of the words of a text; `row` is not written,
/// it says from which row the object comes.
///
/// Each query is in the order of a key, so that the same rows give the same document, byte by byte.
const LISTS: [(&str, &str); 7] = [
    (
        "calendars",
        "SELECT 'calendar ' || id AS row, id, opening_hours, holidays FROM calendar ORDER BY id",
    ),
    ("sites", "SELECT 'site ' || id AS row, id, name, calendar FROM site ORDER BY id"),
    (
        "assets",
        "SELECT 'asset ' || id AS row, id, name, category, site, serial, criticality, intensity AS usage,
           bought AS purchase, price_cents AS 'price.minor',
           CASE WHEN price_cents IS NOT NULL THEN 'EUR' END AS 'price.currency'
         FROM asset WHERE retired_on IS NULL ORDER BY id",
    ),
    (
        "contracts",
        "SELECT 'contract ' || id AS row, id, reference, begins AS begin, initial_months,
           services AS 'services[]', categories AS 'perimeter.include.categories[]'
         FROM contract ORDER BY id",
    ),
    (
        "tasks",
        "SELECT 'task ' || id AS row, id, template, categories AS 'applies_to.categories[]',
           sites AS 'applies_to.sites[]', minutes AS duration_minutes, every_count AS 'every.count',
           every_unit AS 'every.unit', anchor, counting, late_days AS 'tolerance.late_days'
         FROM task ORDER BY id",
    ),
    (
        // What people did: the plan keeps it, and counts on from it. And an asset that arrived after the first
        // date of a task: it counts as done that day, so that no work of days comes into being on which it was
        // not there.
        "events",
        "SELECT 'work_order ' || occurrence AS row, occurrence AS id, ended_on AS day,
           CASE state WHEN 'done' THEN occurrence END AS done, CASE state WHEN 'skipped' THEN occurrence END AS skipped,
           NULL AS 'last_done.task', NULL AS 'last_done.asset'
         FROM work_order LEFT JOIN asset ON asset.id = asset
         WHERE state IN ('done', 'skipped') AND retired_on IS NULL
         UNION ALL
         SELECT 'asset ' || asset.id, 'arrival/' || task.id || '/' || asset.id, bought, NULL, NULL,
           task.id, asset.id
         FROM asset JOIN task ON bought > anchor
           AND (categories IS NULL OR instr(' ' || categories || ' ', ' ' || category || ' '))
           AND (sites IS NULL OR instr(' ' || sites || ' ', ' ' || site || ' '))
         WHERE retired_on IS NULL
         ORDER BY id",
    ),
    (
        // A closed repair calls for preventive work after it.
        "requests",
        "SELECT 'ticket ' || ticket.id AS row, ticket.id, 'corrective_closed' AS kind, asset, closed AS day,
           summary AS 'title.en'
         FROM ticket LEFT JOIN asset ON asset.id = asset
         WHERE closed IS NOT NULL AND retired_on IS NULL ORDER BY ticket.id",
    ),
];

/// An engagement document, and from which row each part of it comes.
#[derive(Debug)]
pub struct Written {
    /// The document.
    pub document: Value,
    /// JSON pointers with their rows: `/assets/3` is the row `asset LT-01`.
    places: Vec<(String, String)>,
}

/// Writes the rows as a document.
///
/// # Errors
/// Those of the database.
pub fn write_document(connection: &Connection) -> Result<Written, Failure> {
    let mut document = head(connection)?;
    let mut places = vec![(String::new(), "settings".to_owned())];
    for (list, query) in LISTS {
        let mut objects = objects(connection, query)?;
        for (index, object) in objects.iter_mut().enumerate() {
            let pointer = format!("/{list}/{index}");
            places.push((pointer.clone(), take_row(object)));
            if list == "calendars" {
                add_closed_days(connection, (object, &pointer), &mut places)?;
            }
        }
        document.insert(list.to_owned(), objects.into_iter().map(Value::Object).collect());
    }
    // The document has a list of selections; the host has one of categories.
    for contract in
        document.get_mut("contracts").and_then(Value::as_array_mut).into_iter().flatten()
    {
        if let Some(include) = contract.pointer_mut("/perimeter/include") {
            *include = json!([include.take()]);
        }
    }
    Ok(Written { document: Value::Object(document), places })
}

fn head(connection: &Connection) -> Result<Map<String, Value>, Failure> {
    let query = "SELECT provider AS 'provider.name', customer AS 'customer.name', time_zone, begins AS begin,
                   calendar FROM settings";
    let mut document = Map::new();
    document.insert("format".to_owned(), ENGAGEMENT_FORMAT.into());
    document.insert("format_version".to_owned(), FORMAT_VERSION.into());
    let settings = objects(connection, query)?.into_iter().next();
    document.extend(
        settings.ok_or_else(|| Failure::Wrong("the table `settings` is empty".to_owned()))?,
    );
    Ok(document)
}

fn take_row(object: &mut Map<String, Value>) -> String {
    object.remove("row").and_then(|row| row.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The closed days of a calendar are rows of their own, and a list inside it in the document.
fn add_closed_days(
    connection: &Connection,
    (calendar, pointer): (&mut Map<String, Value>, &str),
    places: &mut Vec<(String, String)>,
) -> Result<(), Failure> {
    let mut statement = connection.prepare(
        "SELECT 'closed_days ' || calendar || ' ' || first_day AS row, first_day AS start, open_again AS end,
           reason AS 'reason.en'
         FROM closed_days WHERE calendar = ? ORDER BY first_day",
    )?;
    let id = calendar.get("id").and_then(Value::as_str).unwrap_or_default();
    let mut days = statement.query_and_then([id], object)?.collect::<Result<Vec<_>, _>>()?;
    for (index, day) in days.iter_mut().enumerate() {
        places.push((format!("{pointer}/closures/{index}"), take_row(day)));
    }
    calendar.insert("closures".to_owned(), days.into_iter().map(Value::Object).collect());
    Ok(())
}

fn objects(connection: &Connection, query: &str) -> Result<Vec<Map<String, Value>>, Failure> {
    let mut statement = connection.prepare(query)?;
    let objects = statement.query_and_then([], object)?.collect::<Result<_, _>>()?;
    Ok(objects)
}

/// One row as an object. What is NULL is left out: unknown is not written.
fn object(row: &Row<'_>) -> rusqlite::Result<Map<String, Value>> {
    let mut object = Map::new();
    for (column, name) in row.as_ref().column_names().enumerate() {
        let value = match row.get_ref(column)? {
            ValueRef::Null => continue,
            ValueRef::Integer(number) => number.into(),
            ValueRef::Real(number) => number.into(),
            ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into(),
        };
        set(&mut object, name, value);
    }
    Ok(object)
}

fn set(object: &mut Map<String, Value>, name: &str, value: Value) {
    if let Some((outer, inner)) = name.split_once('.') {
        let outer = object.entry(outer).or_insert_with(|| json!({}));
        if let Some(outer) = outer.as_object_mut() {
            set(outer, inner, value);
        }
    } else if let Some(name) = name.strip_suffix("[]") {
        let words = value.as_str().unwrap_or_default().split_whitespace().map(Value::from);
        object.insert(name.to_owned(), words.collect());
    } else {
        object.insert(name.to_owned(), value);
    }
}

impl Written {
    /// The row that a fault is about: that of the longest pointer that its own begins with.
    pub fn row_of(&self, fault: &Fault) -> &str {
        let holds = |place: &str| {
            let rest = fault.pointer.strip_prefix(place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let own = self.places.iter().filter(|(place, _)| holds(place));
        own.max_by_key(|(place, _)| place.len()).map_or("", |(_, row)| row)
    }

    /// The same refusal, each fault said to come from its row.
    pub fn with_rows(&self, error: Error) -> Error {
        let faults = error.faults().map(|fault| fault.clone().in_source(self.row_of(fault)));
        Error::check(faults.collect()).err().unwrap_or(error)
    }
}
