//! Reading catalogues: tolerant of values, strict about what cannot be read at all.

mod csv;
mod json;

use super::{CATALOGUE_BYTES_MAX, CYCLES_MAX, Cycle, LongTerm, NAME_LENGTH_MAX};
use super::{SupportCatalogue, SupportEnd, SupportProduct};
use crate::error::{Code, Error, Fault, Faults, codes};
use crate::order::Index;
use crate::time::Day;
use serde::Serialize;

/// A catalogue, and what was doubtful in the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CatalogueReading {
    /// What could be read.
    pub catalogue: SupportCatalogue,
    /// Values that could not be used, in the order found; each is unknown in the catalogue.
    pub diagnostics: Vec<Fault>,
}

impl SupportCatalogue {
    /// Reads a CSV with a header.
    ///
    /// Columns, in any order: `product` and `cycle`, both needed; `title`, `category`,
    /// `release_date`, `eoas`, `eol`, `eoes`, `discontinued`, `lts`, `latest`, `latest_date`. An end
    /// is `YYYY-MM-DD`, `true`, `false` or empty. A byte order mark is accepted. Places are lines,
    /// the header being line 1.
    ///
    /// Told and kept as unknown: `SUP-001` to `SUP-003` values · `SUP-004` row without name (left
    /// out) · `SUP-005` cycle given twice · `SUP-006` column · `SUP-007` uneven row · `SUP-008` dates
    /// in the wrong order.
    ///
    /// # Errors
    /// `SUP-050` not UTF-8 · `SUP-052` without `product` or `cycle` · `SUP-053` beyond
    /// [`CATALOGUE_BYTES_MAX`] or [`CYCLES_MAX`].
    ///
    /// ```
    /// use entretien::support::{SupportCatalogue, SupportEnd};
    /// let csv = b"product,cycle,eol\nphp,8.4,2028-12-31\nphp,8.5,31/12/2029\n";
    /// let reading = SupportCatalogue::read_csv(csv).unwrap();
    /// let told = &reading.diagnostics[0];
    /// assert_eq!((told.code, told.pointer.as_str()), ("SUP-001", "line 3"));
    /// let cycle = reading.catalogue.cycle("php", "8.5").unwrap();
    /// assert_eq!(cycle.security_end, SupportEnd::Unknown);
    /// ```
    pub fn read_csv(bytes: &[u8]) -> Result<CatalogueReading, Error> {
        let mut builder = Builder::default();
        csv::read(decode(bytes)?, &mut builder)?;
        Ok(builder.finish())
    }

    /// Reads the JSON of endoflife.date, of any of these shapes:
    ///
    /// - API v1, one product: `{"result":{"name":…,"releases":[…]}}`, or what stands in `result`;
    /// - API v1, all products (`products/full`): `{"result":[…]}`, or the list;
    /// - the older API, `[{"cycle":…,"eol":…},…]`, whose product is given as `product`.
    ///
    /// In API v1 a date (`eolFrom`) decides; without one `isEol` tells over from not over; without
    /// both, nothing is known. Places are JSON pointers. Diagnostics are those of
    /// [`read_csv`](Self::read_csv), and `SUP-009` for a product without cycles.
    ///
    /// # Errors
    /// `SUP-050` not UTF-8 · `SUP-051` not JSON · `SUP-052` another shape · `SUP-053` beyond
    /// [`CATALOGUE_BYTES_MAX`] or [`CYCLES_MAX`] · `SUP-054` the older shape without `product`.
    ///
    /// ```
    /// use entretien::support::{SupportCatalogue, SupportEnd};
    /// let json = br#"{"schema_version":"1.2.0","result":{"name":"ubuntu","label":"Ubuntu",
    ///     "category":"os","releases":[{"name":"24.04","releaseDate":"2024-04-25","isLts":true,
    ///     "isEol":false,"eolFrom":"2029-05-31","isEoes":false,"eoesFrom":null,
    ///     "latest":{"name":"24.04.3","date":"2025-08-07"}}]}}"#;
    /// let catalogue = SupportCatalogue::read_json(json, None).unwrap().catalogue;
    /// let cycle = catalogue.cycle("ubuntu", "24.04").unwrap();
    /// assert_eq!(cycle.security_end.day().unwrap().to_string(), "2029-05-31");
    /// assert_eq!((cycle.extended_end, cycle.active_end), (SupportEnd::NotEnded, SupportEnd::Unknown));
    ///
    /// let older = br#"[{"cycle":"3.9","releaseDate":"2020-10-05","eol":"2025-10-31","lts":false}]"#;
    /// let catalogue = SupportCatalogue::read_json(older, Some("python")).unwrap().catalogue;
    /// assert!(catalogue.cycle("python", "3.9").is_some());
    /// ```
    pub fn read_json(bytes: &[u8], product: Option<&str>) -> Result<CatalogueReading, Error> {
        let mut builder = Builder::default();
        json::read(decode(bytes)?, product, &mut builder)?;
        Ok(builder.finish())
    }
}

/// The text of a file, without byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, Error> {
    if bytes.len() > CATALOGUE_BYTES_MAX {
        let message = format!("{} bytes, at most {CATALOGUE_BYTES_MAX}", bytes.len());
        return Err(Error::new(codes::SUP_TOO_LARGE, "", message));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let message = format!("not UTF-8 from byte {} on", error.valid_up_to());
        Error::new(codes::SUP_NOT_TEXT, "", message)
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Products as they are read, and what is told of them.
#[derive(Debug, Default)]
struct Builder {
    faults: Faults,
    products: Vec<SupportProduct>,
    by_slug: Index,
    cycles: Index,
    count: usize,
}

impl Builder {
    /// The place of the product `slug`, which is added where it is new.
    fn product(&mut self, slug: &str, label: Option<&str>, category: Option<&str>) -> usize {
        let next = self.products.len();
        let place = self.by_slug.add(slug, next).unwrap_or(next);
        if place == next {
            self.products.push(SupportProduct {
                slug: slug.into(),
                label: None,
                category: None,
                cycles: Vec::new(),
            });
        }
        if let Some(product) = self.products.get_mut(place) {
            let given = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(Into::into);
            product.label = product.label.take().or_else(|| given(label));
            product.category = product.category.take().or_else(|| given(category));
        }
        place
    }

    /// Adds a cycle to the product at `place`; `at` is where it stands.
    fn cycle(&mut self, place: usize, cycle: Cycle, at: &str) -> Result<(), Error> {
        self.count = self.count.saturating_add(1);
        if self.count > CYCLES_MAX {
            let message = format!("more than {CYCLES_MAX} cycles");
            return Err(Error::new(codes::SUP_TOO_LARGE, at, message));
        }
        let Some(product) = self.products.get_mut(place) else {
            return Ok(());
        };
        let key = format!("{place} {}", cycle.name);
        if !self.cycles.is_new(&key) {
            let message =
                format!("cycle `{}` of `{}` again", quote(&cycle.name), quote(&product.slug));
            self.faults.add(codes::SUP_DUPLICATE_CYCLE, at, message);
            return Ok(());
        }
        if let (Some(released), Some(end)) = (cycle.released, cycle.security_end.day())
            && end < released
        {
            let message = format!("ends on {end}, released on {released}");
            self.faults.add(codes::SUP_ENDS_BEFORE_RELEASE, at, message);
        }
        product.cycles.push(cycle);
        Ok(())
    }

    fn finish(self) -> CatalogueReading {
        CatalogueReading {
            catalogue: SupportCatalogue::of(self.products),
            diagnostics: self.faults.into_vec(),
        }
    }

    fn tell(&mut self, code: Code, at: &str, message: String) {
        self.faults.add(code, at, message);
    }
}

/// A name that can stand in the catalogue: trimmed, not empty, not too long, without control
/// characters.
fn name(text: &str) -> Option<&str> {
    let text = text.trim();
    let fits = !text.is_empty()
        && text.chars().count() <= NAME_LENGTH_MAX
        && !text.chars().any(char::is_control);
    fits.then_some(text)
}

/// A short form of a value for a message: one line, at most 60 characters.
fn quote(text: &str) -> String {
    text.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A date, yes, no, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    On(Day),
    Yes,
    No,
    Nothing,
}

impl Answer {
    /// The answer that a text is, if it is one.
    fn of(text: &str) -> Option<Answer> {
        match text {
            "" => Some(Answer::Nothing),
            "true" => Some(Answer::Yes),
            "false" => Some(Answer::No),
            text => Day::parse(text).map(Answer::On),
        }
    }

    fn end(self) -> SupportEnd {
        match self {
            Answer::On(day) => SupportEnd::On(day),
            Answer::Yes => SupportEnd::Ended,
            Answer::No => SupportEnd::NotEnded,
            Answer::Nothing => SupportEnd::Unknown,
        }
    }

    fn long_term(self) -> LongTerm {
        match self {
            Answer::On(day) => LongTerm::From(day),
            Answer::Yes => LongTerm::Yes,
            Answer::No => LongTerm::No,
            Answer::Nothing => LongTerm::Unknown,
        }
    }
}
