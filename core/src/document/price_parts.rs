//! From prices and index series of a document to domain values; every fault is added with its pointer.

use super::json::parse;
use super::parts;
use super::price_types::{
    ClassPriceDoc, FeeDoc, IndexSeriesDoc, IndexationDoc, PenaltiesDoc, PriceAmendmentDoc,
    PriceDoc, PriceFileDoc,
};
use super::read::{IdText, Place, Read, clip};
use super::types::{EveryDoc, MoneyDoc};
use crate::contract::price::{
    Alignment, Amounts, BillingPeriod, CapScope, Class, ClassPrice, Compounding, DayCount, Fee,
    INDEX_PLACES, IndexSeries, Indexation, Membership, MinimumOver, MissingIndex, Month,
    MonthEndTerms, PERCENT_PLACES, PaymentTerms, Penalties, Price, PriceAmendment, PriceParts,
    Publication, Suspended, TermSpans, Timing, WHOLE_PPM,
};
use crate::error::{Error, Fault, Faults, codes};
use crate::order;
use crate::plan::Every;
use crate::quantity::{Currency, Rounding, decimal};
use crate::time::{Day, Interval};
use std::sync::Arc;

/// Reads a price apart from an engagement: an object with `price`, and `index_series` if it follows one.
/// `begin` and `end` (the first day not covered) are those of its contract.
///
/// # Errors
/// Every fault, with its pointer: `DOC-*` for the form, `REC-001` a period of zero, `PRI-*` for the meaning.
///
/// # Example
/// ```
/// use entretien::document::read_price;
/// use entretien::time::Day;
/// let begin = Day::parse("2026-01-01").unwrap();
/// let text = br#"{"price": {"every": "quarterly", "fixed": {"minor": 300000, "currency": "EUR"}}}"#;
/// assert!(read_price(text, begin, None).is_ok());
/// let text = br#"{"price": {"every": "weekly", "fixed": {"minor": -1, "currency": "EUR"}}}"#;
/// let error = read_price(text, begin, None).unwrap_err();
/// let codes: Vec<&str> = error.faults().map(|fault| fault.code).collect();
/// assert_eq!(codes, ["PRI-003", "PRI-002"]);
/// ```
pub fn read_price(bytes: &[u8], begin: Day, end: Option<Day>) -> Result<Price, Error> {
    let json = parse(bytes)?;
    let mut faults = Faults::new();
    let doc = PriceFileDoc::read(&json, Place::ROOT, &mut faults);
    let built = doc.and_then(|doc| {
        let series = index_series(&doc.index_series, &mut faults);
        price(&doc.price, &series, (begin, end), "/price", &mut faults)
    });
    Error::check(faults.into_vec())?;
    built.ok_or_else(|| Error::new(codes::DOC_WRONG_TYPE, "", "the price cannot be read"))
}

/// Index series by id; `None` for one that cannot be used.
pub(super) struct Series(Vec<(String, Option<Arc<IndexSeries>>)>);

impl Series {
    fn find(&self, id: &IdText) -> Option<&Option<Arc<IndexSeries>>> {
        self.0.iter().find(|(known, _)| *known == id.0).map(|(_, series)| series)
    }
}

pub(super) fn index_series(docs: &[IndexSeriesDoc], faults: &mut Faults) -> Series {
    let mut seen = order::Index::default();
    let mut list = Vec::with_capacity(docs.len());
    for (index, doc) in docs.iter().enumerate() {
        let pointer = format!("/index_series/{index}");
        if !seen.is_new(&doc.id.0) {
            let message = format!("`{}` is used twice", doc.id.0);
            faults.add(codes::DOC_DUPLICATE_ID, format!("{pointer}/id"), message);
        }
        list.push((doc.id.0.clone(), one_series(doc, &format!("{pointer}/values"), faults)));
    }
    Series(list)
}

fn one_series(
    doc: &IndexSeriesDoc,
    pointer: &str,
    faults: &mut Faults,
) -> Option<Arc<IndexSeries>> {
    let before = faults.len();
    // Places in the document of the values that can be read.
    let (mut places, mut values) = (Vec::new(), Vec::new());
    for (index, value_doc) in doc.values.iter().enumerate() {
        let month = month(&value_doc.month, &format!("{pointer}/{index}/month"), faults);
        let value = decimal(&value_doc.value, INDEX_PLACES);
        if value.is_none() {
            let place = format!("{pointer}/{index}/value");
            bad_decimal(&value_doc.value, INDEX_PLACES, place, faults);
        }
        if let (Some(month), Some(value)) = (month, value) {
            places.push(index);
            values.push((month, value));
        }
    }
    match IndexSeries::new(&doc.id.0, doc.published.unwrap_or(Publication::Monthly), &values) {
        Ok(series) => (faults.len() == before).then(|| Arc::new(series)),
        Err(error) => {
            for fault in error.faults() {
                let (place, field) =
                    fault.pointer.trim_start_matches('/').split_once('/').unwrap_or_default();
                let index = place.parse::<usize>().ok().and_then(|place| places.get(place));
                let tail = index.map(|index| format!("/{index}/{field}")).unwrap_or_default();
                faults.push(Fault { pointer: format!("{pointer}{tail}"), ..fault.clone() });
            }
            None
        }
    }
}

fn bad_decimal(text: &str, places: u32, pointer: String, faults: &mut Faults) {
    let message = format!("`{}` is not a decimal of at most {places} places", clip(text));
    faults.add(codes::PRI_BAD_DECIMAL, pointer, message);
}

fn month(text: &str, pointer: &str, faults: &mut Faults) -> Option<Month> {
    Month::parse(text).or_else(|| {
        faults.add(codes::PRI_BAD_MONTH, pointer, format!("`{}` is not a month", clip(text)));
        None
    })
}

pub(super) fn percent(text: &str, pointer: String, faults: &mut Faults) -> Option<i64> {
    let ppm = decimal(text, PERCENT_PLACES);
    if ppm.is_none() {
        bad_decimal(text, PERCENT_PLACES, pointer, faults);
    }
    ppm
}

/// What a price and its amendments both give: fixed fee, classes, hour, visit, minimum.
type GivenAmounts<'a> = (
    &'a Option<FeeDoc>,
    &'a [ClassPriceDoc],
    &'a Option<MoneyDoc>,
    &'a Option<MoneyDoc>,
    &'a Option<FeeDoc>,
);

/// Reads the amounts of one price.
struct Reader<'a> {
    currency: Option<Currency>,
    faults: &'a mut Faults,
}

impl Reader<'_> {
    fn currency(&mut self, code: &str, pointer: &str) {
        let pointer = format!("{pointer}/currency");
        match (Currency::new(code), self.currency) {
            (None, _) => {
                let message = format!("`{}` is not three capital letters", clip(code));
                self.faults.add(codes::DOC_BAD_CHOICE, pointer, message);
            }
            (found, None) => self.currency = found,
            (Some(found), Some(first)) if found != first => {
                let message = format!("`{}` in a price in `{}`", found.code(), first.code());
                self.faults.add(codes::PRI_CURRENCY_MIX, pointer, message);
            }
            _ => {}
        }
    }

    fn period(&mut self, every: &EveryDoc, pointer: &str) -> Option<BillingPeriod> {
        let before = self.faults.len();
        let months = match parts::every(every, pointer, self.faults) {
            Some(Every::Interval(interval)) => Interval::months(&interval),
            _ => None,
        };
        let months = months.and_then(|months| u32::try_from(months).ok());
        let period = months.and_then(BillingPeriod::new);
        if period.is_none() && self.faults.len() == before {
            let message = "not 1, 2, 3, 4, 6 or 12 months";
            self.faults.add(codes::PRI_BAD_PERIOD, pointer, message);
        }
        period
    }

    fn fee(&mut self, minor: i64, code: &str, per: Option<&EveryDoc>, pointer: &str) -> Fee {
        self.currency(code, pointer);
        let per = per.and_then(|per| self.period(per, &format!("{pointer}/per")));
        Fee { minor, per }
    }

    fn fee_doc(&mut self, doc: Option<&FeeDoc>, pointer: &str) -> Option<Fee> {
        let doc = doc?;
        Some(self.fee(doc.minor, &doc.currency, doc.per.as_ref(), pointer))
    }

    fn money(&mut self, doc: Option<&MoneyDoc>, pointer: &str) -> Option<i64> {
        let doc = doc?;
        self.currency(&doc.currency, pointer);
        Some(doc.minor)
    }

    fn classes(&mut self, docs: &[ClassPriceDoc], pointer: &str) -> Vec<ClassPrice> {
        let mut classes = Vec::with_capacity(docs.len());
        for (index, doc) in docs.iter().enumerate() {
            let place = format!("{pointer}/classes/{index}");
            let selector = doc.select.as_ref().map(parts::selector).unwrap_or_default();
            let class = Class { id: doc.id.0.as_str().into(), selector };
            let fee = self.fee(doc.minor, &doc.currency, doc.per.as_ref(), &place);
            classes.push(ClassPrice { class, fee });
        }
        classes
    }

    /// The amounts of a price or of an amendment.
    fn amounts(
        &mut self,
        (fixed, classes, hour, visit, minimum): GivenAmounts<'_>,
        pointer: &str,
    ) -> Amounts {
        Amounts {
            fixed: self.fee_doc(fixed.as_ref(), &format!("{pointer}/fixed")),
            classes: self.classes(classes, pointer),
            hour_minor: self.money(hour.as_ref(), &format!("{pointer}/hour")),
            visit_minor: self.money(visit.as_ref(), &format!("{pointer}/visit")),
            minimum: self.fee_doc(minimum.as_ref(), &format!("{pointer}/minimum")),
            base_month: None,
        }
    }

    fn amendment(&mut self, doc: &PriceAmendmentDoc, pointer: &str) -> PriceAmendment {
        let base = doc.base_month.as_ref();
        let given = (&doc.fixed, &*doc.classes, &doc.hour, &doc.visit, &doc.minimum);
        let mut amounts = self.amounts(given, pointer);
        amounts.base_month =
            base.and_then(|text| month(text, &format!("{pointer}/base_month"), self.faults));
        PriceAmendment { from: doc.from, amounts }
    }

    fn indexation(
        &mut self,
        doc: &IndexationDoc,
        series: &Series,
        pointer: &str,
    ) -> Option<Indexation> {
        let found = series.find(&doc.series);
        if found.is_none() {
            let message = format!("no index series `{}`", doc.series.0);
            self.faults.add(codes::DOC_DANGLING_ID, format!("{pointer}/series"), message);
        }
        let base_month = doc.base_month.as_ref();
        let base_month =
            base_month.and_then(|text| month(text, &format!("{pointer}/base_month"), self.faults));
        let mut bound = |text: Option<&String>, name: &str| {
            text.and_then(|text| percent(text, format!("{pointer}/{name}"), self.faults))
        };
        let (cap_ppm, floor_ppm) =
            (bound(doc.cap.as_ref(), "cap"), bound(doc.floor.as_ref(), "floor"));
        // Bounds are judged even where the series is not known.
        let series = found.cloned().flatten();
        let unknown = || IndexSeries::new("", Publication::Monthly, &[]).ok().map(Arc::new);
        Some(Indexation {
            series: series.or_else(unknown)?,
            base_month,
            lag_months: doc.lag_months.unwrap_or_default(),
            cap_ppm,
            floor_ppm,
            scope: doc.scope.unwrap_or(CapScope::PerStep),
            compounding: doc.compounding.unwrap_or(Compounding::FromBase),
            missing: doc.missing.unwrap_or(MissingIndex::Refuse),
            applies_to: doc.applies_to.clone(),
        })
    }

    fn penalties(&mut self, doc: &PenaltiesDoc, pointer: &str) -> Penalties {
        let percent_ppm = percent(&doc.percent, format!("{pointer}/percent"), self.faults);
        let cap = doc.cap.as_ref();
        let cap_ppm = cap.and_then(|text| percent(text, format!("{pointer}/cap"), self.faults));
        Penalties {
            percent_ppm: percent_ppm.unwrap_or_default(),
            cap_ppm: cap_ppm.or(Some(WHOLE_PPM)),
        }
    }
}

/// The price of a contract from `days.0` to the day before `days.1`.
pub(super) fn price(
    doc: &PriceDoc,
    series: &Series,
    days: (Day, Option<Day>),
    pointer: &str,
    faults: &mut Faults,
) -> Option<Price> {
    let before = faults.len();
    let mut reader = Reader { currency: None, faults };
    let every = reader.period(&doc.every, &format!("{pointer}/every"));
    let given = (&doc.fixed, &*doc.classes, &doc.hour, &doc.visit, &doc.minimum);
    let amounts = reader.amounts(given, pointer);
    let mut amendments = Vec::with_capacity(doc.amendments.len());
    for (index, amendment) in doc.amendments.iter().enumerate() {
        let place = format!("{pointer}/amendments/{index}");
        let (begin, end) = days;
        if amendment.from <= begin || end.is_some_and(|end| amendment.from >= end) {
            let message =
                format!("{} is not after the first day and before the end", amendment.from);
            reader.faults.add(codes::PRI_AMENDMENT, format!("{place}/from"), message);
        }
        amendments.push(reader.amendment(amendment, &place));
    }
    let place = format!("{pointer}/indexation");
    let indexation = doc.indexation.as_ref().and_then(|doc| reader.indexation(doc, series, &place));
    let place = format!("{pointer}/penalties");
    let penalties = doc.penalties.as_ref().map(|doc| reader.penalties(doc, &place));
    let currency = reader.currency.unwrap_or(Currency::EUR);
    let payment = doc.payment.as_ref().map(|payment| PaymentTerms {
        days: payment.days,
        month_end: payment.month_end.unwrap_or(MonthEndTerms::Net),
    });
    let parts = PriceParts {
        currency,
        // A period of one month fits every fee: no second fault follows from the first.
        every: every.unwrap_or(BillingPeriod::MONTHLY),
        timing: doc.timing.unwrap_or(Timing::Arrears),
        alignment: doc.alignment.unwrap_or(Alignment::Anniversary),
        day_count: doc.day_count.unwrap_or(DayCount::Actual),
        membership: doc.membership.unwrap_or(Membership::PeriodStart),
        suspended: doc.suspended.unwrap_or(Suspended::Unbilled),
        minimum_over: doc.minimum_over.unwrap_or(MinimumOver::Period),
        rounding: doc.rounding.unwrap_or(Rounding::HalfUp),
        issue_delay_days: doc.issue_delay_days.unwrap_or_default(),
        payment: payment.unwrap_or_default(),
        amounts,
        amendments,
        indexation,
        penalties,
    };
    let built = match Price::new(parts) {
        Ok(price) => price,
        Err(error) => {
            faults.adopt(error.within(pointer));
            return None;
        }
    };
    if faults.len() > before {
        return None;
    }
    let term = TermSpans { begin: days.0, end: days.1, suspensions: Vec::new() };
    for (name, month) in built.index_holes(&term) {
        let message = format!("no index for {month}, which the price of this contract needs");
        faults.add(codes::PRI_INDEX_HOLE, format!("{pointer}/indexation/{name}"), message);
    }
    (faults.len() == before).then_some(built)
}
