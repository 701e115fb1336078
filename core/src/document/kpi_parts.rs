//! Questions to a log, and how its columns are read: from documents to domain values.

use super::convert::read_document;
use super::kpi_types::{IncidentMappingDoc, KpiQuestionDoc, KpiTermsDoc, WorkMappingDoc};
use super::read::clip;
use super::{KPI_QUESTION_FORMAT, LOG_MAPPING_FORMAT};
use crate::engagement::{GivenTotal, KpiAsk};
use crate::error::{Error, Faults, codes};
use crate::id::CalendarId;
use crate::intervention::{IncidentField, Mapping, WorkField};
use crate::kpi::Grain;
use crate::quantity::Currency;
use crate::time::Zone;

/// Reads a question to a log.
///
/// # Errors
/// `DOC-*` for the form: `DOC-009` a currency, a confidence or a grace that cannot be.
///
/// # Example
/// ```
/// use entretien::document::read_kpi_question;
/// let text = br#"{"format": "entretien/kpi-question", "format_version": "1.0", "start": "2026-01-01",
///   "end": "2027-01-01", "as_of": "2026-06-30", "grain": "month", "dimensions": ["site"]}"#;
/// assert_eq!(read_kpi_question(text).unwrap().grain.code(), "month");
/// ```
pub fn read_kpi_question(bytes: &[u8]) -> Result<KpiAsk, Error> {
    let doc = read_document::<KpiQuestionDoc>(bytes, KPI_QUESTION_FORMAT)?;
    let mut faults = Faults::new();
    let ask = KpiAsk::new(doc.start.to_date(), doc.end.to_date(), doc.as_of.to_date());
    let ask = KpiAsk { grain: doc.grain.unwrap_or(Grain::Whole), ..ask };
    let ask = doc.terms(ask, &mut faults);
    Error::check(faults.into_vec())?;
    Ok(ask)
}

macro_rules! terms {
    ($( $doc:ty ),*) => { $(
        impl $doc {
            /// The question with these terms.
            pub(super) fn terms(self, ask: KpiAsk, faults: &mut Faults) -> KpiAsk {
                let percent = self.confidence_percent.unwrap_or(95);
                if !(1..=99).contains(&percent) {
                    let message = format!("{percent} %, not 1 to 99");
                    faults.add(codes::DOC_OUT_OF_RANGE, "/confidence_percent", message);
                }
                let texts =
                    |texts: Vec<String>| texts.into_iter().map(String::into_boxed_str).collect();
                let totals = self.totals.into_iter().map(|total| GivenTotal {
                    group: total.group,
                    window: usize::try_from(total.window.unwrap_or(0)).unwrap_or(usize::MAX),
                    measure: total.measure,
                    amount: total.amount,
                });
                KpiAsk {
                    dimensions: self.dimensions,
                    currency: currency(self.currency.as_deref(), faults),
                    grace: self.grace_percent.map_or(ask.grace, |percent| (percent, 100)),
                    first_time_days: self.first_time_days.unwrap_or(ask.first_time_days),
                    failure_categories: texts(self.failure_categories),
                    failure_priorities: texts(self.failure_priorities),
                    calendar: self.calendar.as_ref().map(CalendarId::from),
                    with_plan: self.with_plan.unwrap_or(true),
                    totals: totals.collect(),
                    confidence: f64::from(percent) / 100.0,
                    ..ask
                }
            }
        }
    )* };
}

terms!(KpiQuestionDoc, KpiTermsDoc);

fn currency(code: Option<&str>, faults: &mut Faults) -> Currency {
    let Some(code) = code else { return Currency::EUR };
    Currency::new(code).unwrap_or_else(|| {
        let message = format!("`{}` is not a currency code", clip(code));
        faults.add(codes::DOC_OUT_OF_RANGE, "/currency", message);
        Currency::EUR
    })
}

macro_rules! read_mapping {
    ($(#[$meta:meta])* $name:ident, $doc:ty, $field:ty) => {
        $(#[$meta])*
        ///
        /// # Errors
        /// `DOC-*` for the form; `INT-031` for a mapping that cannot be, see [`Mapping::check`].
        pub fn $name(bytes: &[u8]) -> Result<Mapping<$field>, Error> {
            let doc = read_document::<$doc>(bytes, LOG_MAPPING_FORMAT)?;
            let mut faults = Faults::new();
            let zone = Zone::parse(&doc.time_zone).unwrap_or_else(|| {
                let message = format!("`{}` is not a time zone", clip(&doc.time_zone));
                faults.add(codes::DOC_OUT_OF_RANGE, "/time_zone", message);
                Zone::UTC
            });
            let mut letters = doc.separator.iter().flat_map(|text| text.chars());
            let separator = letters.next();
            if doc.separator.is_some() && (separator.is_none() || letters.next().is_some()) {
                faults.add(codes::DOC_OUT_OF_RANGE, "/separator", "not one character");
            }
            let mut mapping = Mapping::<$field>::new(zone);
            mapping.columns =
                doc.columns.into_iter().map(|column| (column.name.into(), column.field)).collect();
            let values = doc.values.into_iter();
            mapping.values =
                values.map(|value| (value.field, value.from.into(), value.to.into())).collect();
            if let Some(unknown) = doc.unknown {
                mapping.unknown = unknown.into_iter().map(String::into_boxed_str).collect();
            }
            mapping.separator = separator;
            mapping.encoding = doc.encoding;
            mapping.dates = doc.dates;
            mapping.decimal = doc.decimal;
            mapping.currency = currency(doc.currency.as_deref(), &mut faults);
            let _ = mapping.check().map_err(|error| faults.adopt(error));
            Error::check(faults.into_vec())?;
            Ok(mapping)
        }
    };
}

read_mapping! {
    /// Reads how the columns of incidents, or of an event log, are read.
    read_incident_mapping, IncidentMappingDoc, IncidentField
}
read_mapping! {
    /// Reads how the columns of interventions are read.
    read_work_mapping, WorkMappingDoc, WorkField
}
