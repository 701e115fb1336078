//! Questions of reviews, proposals and kick-offs: from documents to domain values.

use super::convert::read_document;
use super::parts;
use super::review_types::{OfferDoc, PastDecisionDoc, ReviewQuestionDoc};
use super::{OFFER_FORMAT, REVIEW_FORMAT};
use crate::engagement::{KpiAsk, OfferAsk, ReviewAsk};
use crate::error::{Error, Faults, codes};
use crate::report::{Contact, DecisionStatus, PastDecision};

/// Reads what a periodic review is asked about.
///
/// # Errors
/// `DOC-*` for the form: `DOC-009` a currency or a confidence that cannot be, or a decision whose days contradict what
/// became of it.
///
/// # Example
/// ```
/// use entretien::document::read_review;
/// let text = br#"{"format": "entretien/review", "format_version": "1.0",
///   "start": "2026-01-01", "end": "2026-07-01"}"#;
/// let ask = read_review(text).unwrap();
/// assert_eq!(ask.as_of.to_string(), "2026-06-30");
/// assert_eq!(ask.plan_end.to_string(), "2027-01-01");
/// ```
pub fn read_review(bytes: &[u8]) -> Result<ReviewAsk, Error> {
    let doc = read_document::<ReviewQuestionDoc>(bytes, REVIEW_FORMAT)?;
    let mut faults = Faults::new();
    let ask = ReviewAsk::new(doc.start.to_date(), doc.end.to_date());
    let mut within = Faults::new();
    let kpi = doc
        .indicators
        .map(|terms| terms.terms(KpiAsk::new(ask.start, ask.end, ask.as_of), &mut within));
    if let Err(error) = Error::check(within.into_vec()) {
        faults.adopt(error.within("/indicators"));
    }
    let mut past = Vec::with_capacity(doc.decisions.len());
    for (place, decision) in doc.decisions.iter().enumerate() {
        check(decision, place, &mut faults);
        past.push(past_decision(decision));
    }
    Error::check(faults.into_vec())?;
    Ok(ReviewAsk {
        as_of: doc.as_of.map_or(ask.as_of, crate::time::Day::to_date),
        plan_end: doc.plan_end.map_or(ask.plan_end, crate::time::Day::to_date),
        years: doc.years.unwrap_or(ask.years),
        kpi,
        past,
        ..ask
    })
}

fn check(doc: &PastDecisionDoc, place: usize, faults: &mut Faults) {
    let is_done = doc.status == DecisionStatus::Done;
    let message = match doc.done {
        None if is_done => "a decision that was done has no day in `done`".to_owned(),
        Some(done) if !is_done => {
            format!("`done` is {done}, and the status is `{}`", doc.status.code())
        }
        Some(done) if done < doc.recommended => {
            format!("done on {done}, before it was recommended on {}", doc.recommended)
        }
        _ => return,
    };
    faults.add(codes::DOC_OUT_OF_RANGE, format!("/decisions/{place}/done"), message);
}

fn past_decision(doc: &PastDecisionDoc) -> PastDecision {
    let group = doc.group.iter();
    PastDecision {
        key: doc.key.as_str().into(),
        title: parts::text(&doc.title),
        recommended: doc.recommended,
        status: doc.status,
        done: doc.done,
        indicator: doc.indicator,
        group: group.map(|one| (one.dimension, one.key.as_deref().map(Into::into))).collect(),
        note: doc.note.as_ref().map(parts::text),
    }
}

/// Reads what a proposal or a kick-off is asked about.
///
/// # Errors
/// `DOC-*` for the form.
///
/// # Example
/// ```
/// use entretien::document::read_offer;
/// let text = br#"{"format": "entretien/offer", "format_version": "1.0",
///   "as_of": "2025-12-01", "start": "2026-01-05", "needs": [{"en": "One number to call"}]}"#;
/// assert_eq!(read_offer(text).unwrap().end.to_string(), "2027-01-05");
/// ```
pub fn read_offer(bytes: &[u8]) -> Result<OfferAsk, Error> {
    let doc = read_document::<OfferDoc>(bytes, OFFER_FORMAT)?;
    let ask = OfferAsk::new(doc.as_of.to_date(), doc.start.to_date());
    let contacts = doc.contacts.into_iter().map(|contact| Contact {
        role: parts::text(&contact.role),
        name: contact.name.into(),
        reach: contact.reach.map(Into::into),
    });
    Ok(OfferAsk {
        end: doc.end.map_or(ask.end, crate::time::Day::to_date),
        needs: doc.needs.iter().map(parts::text).collect(),
        contacts: contacts.collect(),
        ..ask
    })
}
