//! Records: what happened under contracts, format `entretien/records`.

use super::RECORDS_FORMAT;
use super::convert::{read_document, unique};
use super::price_parts::percent;
use super::read::{IdText, record};
use crate::contract::price::{Breach, BreachCap, Extra, ExtraQuantity};
use crate::contract::{Consumption, Service};
use crate::engagement::{RecordBook, Records};
use crate::error::{Error, Faults, codes};
use crate::id::{AssetId, ContractId};
use crate::time::Day;

record! {
    /// What happened under contracts: format `entretien/records`, version 1.0.
    pub struct RecordsDoc {
        /// `entretien/records`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// By contract.
        pub contracts: Vec<ContractRecordsDoc>,
    }
}

record! {
    /// What happened under one contract.
    pub struct ContractRecordsDoc {
        /// Its id.
        pub contract: IdText,
        /// Work within the entitlements.
        #[serde(default)]
        pub consumption: Vec<ConsumptionDoc>,
        /// Work out of scope, which is billed.
        #[serde(default)]
        pub extras: Vec<ExtraDoc>,
        /// Breaches of service levels, which are credited.
        #[serde(default)]
        pub breaches: Vec<BreachDoc>,
    }
}

record! {
    /// Work that was done.
    pub struct ConsumptionDoc {
        /// When.
        pub day: Day,
        /// For which service.
        pub service: Service,
        /// On which asset. Default: on no one in particular.
        pub asset: Option<IdText>,
        /// Visits. Default: 0.
        pub visits: Option<u32>,
        /// Minutes of work. Default: 0.
        pub minutes: Option<u32>,
    }
}

record! {
    /// Work out of scope: `minutes` or `visits`.
    pub struct ExtraDoc {
        /// Shown on the invoice line.
        pub label: String,
        /// Day of the work.
        pub day: Day,
        /// Minutes, priced by the hour.
        pub minutes: Option<u32>,
        /// Visits.
        pub visits: Option<u32>,
    }
}

record! {
    /// A breach of a service level, as service levels tell it.
    pub struct BreachDoc {
        /// Shown on the line of credit.
        pub label: String,
        /// Day of the breach.
        pub day: Day,
        /// Percent of the fees of the period, such as `"2.5"`, at most four decimals. Default: that of the price.
        pub percent: Option<String>,
        /// A cap of its own kind, beside that of the price. Default: none.
        pub cap: Option<BreachCapDoc>,
    }
}

record! {
    /// The most that breaches of one kind cost in a period.
    pub struct BreachCapDoc {
        /// The kind: breaches with the same text share the cap.
        pub kind: String,
        /// Percent of the fees of the period, such as `"5"`, at most four decimals.
        pub percent: String,
    }
}

/// Reads what happened under contracts.
///
/// Whether a contract exists, and takes a row, is judged by the question that the records are given to.
///
/// # Errors
/// `DOC-*` for the form; `DOC-012` a contract twice, `CON-008` an extra with both measures or none,
/// `PRI-001` a percentage that is no decimal.
///
/// # Example
/// ```
/// use entretien::document::read_records;
/// let text = br#"{"format": "entretien/records", "format_version": "1.0", "contracts": [
///   {"contract": "ma-1", "consumption": [{"day": "2026-03-10", "service": "on_site", "visits": 1}]}]}"#;
/// let book = read_records(text).unwrap();
/// assert_eq!(book.of("ma-1").consumption[0].visits, 1);
/// assert!(book.of("ma-2").consumption.is_empty());
/// ```
pub fn read_records(bytes: &[u8]) -> Result<RecordBook, Error> {
    let doc: RecordsDoc = read_document(bytes, RECORDS_FORMAT)?;
    let mut faults = Faults::new();
    let ids = doc.contracts.iter().map(|records| &records.contract);
    unique("/contracts", ids, "contract", &mut faults);
    let mut book = RecordBook::default();
    for (index, records) in doc.contracts.iter().enumerate() {
        let id = ContractId::from(&records.contract);
        book.add(id, of_contract(records, &format!("/contracts/{index}"), &mut faults));
    }
    Error::check(faults.into_vec())?;
    Ok(book)
}

fn of_contract(doc: &ContractRecordsDoc, pointer: &str, faults: &mut Faults) -> Records {
    let consumption = doc.consumption.iter().map(|row| Consumption {
        day: row.day,
        service: row.service,
        asset: row.asset.as_ref().map(AssetId::from),
        visits: row.visits.unwrap_or_default(),
        minutes: row.minutes.unwrap_or_default(),
    });
    let mut records = Records { consumption: consumption.collect(), ..Records::default() };
    for (index, row) in doc.extras.iter().enumerate() {
        let quantity = match (row.minutes, row.visits) {
            (Some(minutes), None) => ExtraQuantity::Minutes(minutes),
            (None, Some(visits)) => ExtraQuantity::Visits(visits),
            _ => {
                let message = "exactly one of `minutes` and `visits`";
                faults.add(codes::CON_TWO_VALUES, format!("{pointer}/extras/{index}"), message);
                continue;
            }
        };
        let label = row.label.as_str().into();
        records.extras.push(Extra { label, day: row.day, quantity });
    }
    for (index, row) in doc.breaches.iter().enumerate() {
        let place = format!("{pointer}/breaches/{index}");
        let mut ppm = |text: &String, place: String| percent(text, place, faults);
        let own = row.percent.as_ref().and_then(|text| ppm(text, format!("{place}/percent")));
        let cap = row.cap.as_ref().and_then(|cap| {
            let cap_ppm = ppm(&cap.percent, format!("{place}/cap/percent"))?;
            Some(BreachCap { kind: cap.kind.as_str().into(), cap_ppm })
        });
        let label = row.label.as_str().into();
        records.breaches.push(Breach { label, day: row.day, percent_ppm: own, cap });
    }
    records
}
