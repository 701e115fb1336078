//! From the parts of a document to domain values; every fault is added with its pointer.

use super::read::{IdText, clip};
use super::task_policy_parts;
use super::types::{CountedDoc, EveryDoc, MoneyDoc, PeriodName, SelectorDoc, TextDoc};
use crate::error::{Error, Faults, codes};
use crate::id::{
    AssetId, CalendarId, ContractId, LicenceId, PriorityId, RuleId, SiteId, SkillId, TaskId,
    TicketId,
};
use crate::inventory::Selector;
use crate::plan::Every;
use crate::quantity::{Currency, Money};
use crate::recurrence::{Generator, MonthDay, Rule};
use crate::text::Text;
use crate::time::{Day, Interval, Period, Unit};

macro_rules! id_from_text {
    ($( $name:ident ),*) => { $(
        impl From<&IdText> for $name {
            fn from(text: &IdText) -> $name {
                $name::new(&text.0).expect("an IdText is an id")
            }
        }
    )* };
}

id_from_text!(
    AssetId, SiteId, TaskId, ContractId, CalendarId, SkillId, PriorityId, TicketId, LicenceId,
    RuleId
);

pub(super) fn text(doc: &TextDoc) -> Text {
    Text::new(&doc.en, doc.fr.as_deref())
}

/// The days from `start` to before `end`.
pub(super) fn period(start: Day, end: Day, pointer: &str, faults: &mut Faults) -> Option<Period> {
    let period = Period::new(start, end);
    if period.is_none() {
        let message = format!("`end` {end} is not after `start` {start}");
        faults.add(codes::CAL_REVERSED, format!("{pointer}/end"), message);
    }
    period
}

pub(super) fn every(doc: &EveryDoc, pointer: &str, faults: &mut Faults) -> Option<Every> {
    let interval = match doc {
        EveryDoc::Named(PeriodName::House) => return Some(Every::House),
        EveryDoc::Named(PeriodName::Sequence) => return Some(Every::Sequence),
        EveryDoc::Named(PeriodName::Daily) => Interval::DAILY,
        EveryDoc::Named(PeriodName::Weekly) => Interval::WEEKLY,
        EveryDoc::Named(PeriodName::Monthly) => Interval::MONTHLY,
        EveryDoc::Named(PeriodName::Quarterly) => Interval::QUARTERLY,
        EveryDoc::Named(PeriodName::HalfYearly) => Interval::HALF_YEARLY,
        EveryDoc::Named(PeriodName::Yearly) => Interval::YEARLY,
        EveryDoc::Counted(doc) => counted(doc, pointer, faults)?,
        EveryDoc::Rule(doc) => {
            let rule = Rule::parse(&doc.rrule).and_then(|rule| {
                Generator::rule(&rule)?;
                Ok(rule)
            });
            return match rule {
                Ok(rule) => Some(Every::Rule(Box::new(rule))),
                Err(error) => refuse_rule(&error, pointer, faults),
            };
        }
        EveryDoc::NthWeekday(doc) => {
            let every_months = doc.every_months.unwrap_or(1);
            let offset = i32::try_from(doc.offset_days.unwrap_or(0)).unwrap_or(i32::MAX);
            let day =
                MonthDay::nth_weekday(every_months, small(doc.nth), doc.weekday.weekday(), offset);
            return month_day(day, (doc.nth, doc.offset_days), "nth", pointer, faults);
        }
        EveryDoc::WorkingDay(doc) => {
            let day = MonthDay::working_day(doc.every_months.unwrap_or(1), small(doc.working_day));
            return month_day(day, (doc.working_day, None), "working_day", pointer, faults);
        }
        EveryDoc::Counters(doc) => {
            let counters = task_policy_parts::counters(doc, pointer, faults)?;
            return Some(Every::Counters(Box::new(counters)));
        }
        EveryDoc::Occasion(doc) => {
            let occasion = task_policy_parts::occasion(doc, pointer, faults)?;
            return Some(Every::Occasion(Box::new(occasion)));
        }
    };
    Some(Every::Interval(interval))
}

/// Numbers that do not fit are out of every bound.
fn small(n: i64) -> i8 {
    i8::try_from(n).unwrap_or(i8::MAX)
}

pub(super) fn counted(doc: &CountedDoc, pointer: &str, faults: &mut Faults) -> Option<Interval> {
    let unit: Unit = doc.unit.unit();
    if doc.count == 0 {
        faults.add(
            codes::REC_ZERO_INTERVAL,
            format!("{pointer}/count"),
            "a period of 0 never ends",
        );
        return None;
    }
    Interval::new(doc.count, unit).or_else(|| {
        let message = format!("`{}` {} are more than 100 years", doc.count, doc.unit.code());
        faults.add(codes::REC_TOO_LONG, format!("{pointer}/count"), message);
        None
    })
}

/// The faults of a rule, which say where in its text they are.
fn refuse_rule<T>(error: &Error, pointer: &str, faults: &mut Faults) -> Option<T> {
    for mut fault in error.faults().cloned() {
        if let Some((_, column)) = fault.pointer.split_once(" column ") {
            fault.message = format!("{} (column {column})", fault.message);
        }
        fault.pointer = format!("{pointer}/rrule");
        faults.push(fault);
    }
    None
}

/// A day counted within months, or its faults at the fields of the document.
fn month_day(
    day: Result<MonthDay, Error>,
    (n, offset_days): (i64, Option<i64>),
    field: &str,
    pointer: &str,
    faults: &mut Faults,
) -> Option<Every> {
    let error = match day {
        Ok(day) => return Some(Every::MonthDay(day)),
        Err(error) => error,
    };
    for mut fault in error.faults().cloned() {
        let bound = fault.message.split_once("` is ").map(|(_, bound)| bound.to_owned());
        // The message names the number that was written, also where it was too large to be taken over.
        let written = match &*fault.pointer {
            "/n" => Some(n),
            "/offset_days" => offset_days,
            _ => None,
        };
        if let (Some(bound), Some(written)) = (bound, written) {
            fault.message = format!("`{written}` is {bound}");
        }
        let place = if fault.pointer == "/n" { format!("/{field}") } else { fault.pointer };
        fault.pointer = format!("{pointer}{place}");
        faults.push(fault);
    }
    None
}

pub(super) fn selector(doc: &SelectorDoc) -> Selector {
    Selector {
        categories: doc.categories.clone(),
        tags: doc.tags.iter().map(|tag| tag.as_str().into()).collect(),
        criticalities: doc.criticalities.clone(),
        usages: doc.usages.clone(),
        sites: doc.sites.iter().map(SiteId::from).collect(),
        assets: doc.assets.iter().map(AssetId::from).collect(),
        except: doc.except.iter().map(selector).collect(),
    }
}

pub(super) fn money(doc: &MoneyDoc, pointer: &str, faults: &mut Faults) -> Option<Money> {
    let Some(currency) = Currency::new(&doc.currency) else {
        let message = format!("`{}` is not three capital letters", clip(&doc.currency));
        faults.add(codes::DOC_BAD_CHOICE, format!("{pointer}/currency"), message);
        return None;
    };
    if doc.minor < 0 {
        let message = format!("a price of `{}` is negative", doc.minor);
        faults.add(codes::DOC_OUT_OF_RANGE, format!("{pointer}/minor"), message);
        return None;
    }
    Money::new(doc.minor, currency)
}
