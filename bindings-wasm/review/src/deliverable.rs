//! A document that people decide on, in every form that it is handed over in.

use crate::answer::answer;
use crate::argument::Options;
use crate::{out, text};
use entretien::error::{Error, codes};
use entretien::report::chart::to_svg;
use entretien::report::{self, IcsOptions};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A document for people, typed: made once, written in any form. The same document gives the same bytes from Rust,
/// Python and JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Deliverable {
    inner: report::Deliverable,
}

impl Deliverable {
    pub(crate) fn new(inner: report::Deliverable) -> Deliverable {
        Deliverable { inner }
    }
}

#[wasm_bindgen]
impl Deliverable {
    /// Which document it is.
    #[wasm_bindgen(getter, unchecked_return_type = "DeliverableKind")]
    pub fn kind(&self) -> String {
        self.inner.kind.code().to_owned()
    }

    /// The language of its texts.
    #[wasm_bindgen(getter, unchecked_return_type = "Lang")]
    pub fn lang(&self) -> String {
        self.inner.lang.tag().to_owned()
    }

    /// Its title.
    #[wasm_bindgen(getter)]
    pub fn title(&self) -> String {
        self.inner.title.clone()
    }

    /// Who maintains.
    #[wasm_bindgen(getter)]
    pub fn provider(&self) -> String {
        self.inner.provider.clone()
    }

    /// Whose estate it is.
    #[wasm_bindgen(getter)]
    pub fn customer(&self) -> String {
        self.inner.customer.clone()
    }

    /// The last day of which something is known.
    #[wasm_bindgen(getter, js_name = asOf)]
    pub fn as_of(&self) -> String {
        self.inner.as_of.to_string()
    }

    /// The days that it is about, its end left out; `null` where it is about none in particular.
    #[wasm_bindgen(getter, unchecked_return_type = "Period | null")]
    pub fn period(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.period)
    }

    /// Ids of its charts, in order: those that {@link Deliverable.svg} draws.
    #[wasm_bindgen(getter)]
    pub fn pictures(&self) -> Vec<String> {
        self.inner.pictures().map(|picture| picture.id.to_owned()).collect()
    }

    /// BLAKE3 of {@link Deliverable.toJson}, hex.
    pub fn digest(&self) -> String {
        self.inner.digest()
    }

    /// One self-contained HTML page.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self) -> String {
        self.inner.to_html()
    }

    /// Markdown, as GitHub reads it; charts are their figures.
    #[wasm_bindgen(js_name = toMarkdown)]
    pub fn to_markdown(&self) -> String {
        self.inner.to_markdown()
    }

    /// An Excel workbook (XLSX): a sheet for each table, cells typed.
    #[wasm_bindgen(js_name = toXlsx)]
    pub fn to_xlsx(&self) -> Result<Vec<u8>, JsValue> {
        out(self.inner.to_xlsx())
    }

    /// The tables and the figures of the charts as CSV files, text by name, in the order of the document.
    #[wasm_bindgen(js_name = toCsv, unchecked_return_type = "Record<string, string>")]
    pub fn to_csv(&self) -> Result<JsValue, JsValue> {
        let files = Object::new();
        for (name, text) in self.inner.to_csv() {
            Reflect::set(&files, &name.into(), &text.into())?;
        }
        Ok(files.into())
    }

    /// Its dates as calendar files: one, or as many as `bytesMax` asks for.
    #[wasm_bindgen(js_name = toIcs)]
    pub fn to_ics(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Omit<IcsRequest, \"lang\">")]
        request: &JsValue,
    ) -> Result<Vec<String>, JsValue> {
        let mut options = Options::of(request, &["bytesMax", "calendarName"]);
        let ics = IcsOptions {
            lang: self.inner.lang,
            bytes_max: options.count("bytesMax"),
            calendar_name: options.text("calendarName"),
        };
        out(options.check().and_then(|()| self.inner.to_ics(&ics)))
    }

    /// Canonical JSON: every block with its typed values, fields named as in documents.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.inner.to_json()
    }

    /// The same as an object, names in camel case.
    #[wasm_bindgen(js_name = toObject, unchecked_return_type = "DeliverableContent")]
    pub fn to_object(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner)
    }

    /// One of its charts as an SVG file, by id. `DOC-013` where it has none of that id.
    pub fn svg(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
    ) -> Result<String, JsValue> {
        let id = text("id", id)?;
        let found = self.inner.pictures().find(|picture| picture.id == id);
        let shown: String = id.chars().filter(|c| !c.is_control()).take(60).collect();
        let none = || Error::new(codes::DOC_DANGLING_ID, "id", format!("no chart `{shown}`"));
        out(found.map(|picture| to_svg(&picture.chart, self.inner.lang)).ok_or_else(none))
    }
}
