//! Conversions with the `rrule` crate, for embedders who already use it.
//!
//! Rules go through the text of RFC 5545, which is what the two have in common; what one of them does
//! not have is refused (`REC-021`), never dropped.

use super::civil::{Civil, Start};
use super::rule::{Rule, Skip};
use super::set::{Policies, RuleSet};
use super::zone::{Gap, Overlap, Zone};
use crate::error::{Error, codes};

impl TryFrom<&rrule::RRuleSet> for RuleSet {
    type Error = Error;

    /// Reads a set of the `rrule` crate, under the default policies.
    ///
    /// # Errors
    /// `REC-021` EXRULE, or the zone of the machine, which is not a zone · those of
    /// [`super::Rule::parse`] and [`RuleSet::build`].
    fn try_from(set: &rrule::RRuleSet) -> Result<RuleSet, Error> {
        if !set.get_exrule().is_empty() {
            return Err(Error::new(codes::REC_INTEROP, "", "EXRULE is not supported"));
        }
        let rules: Result<Vec<Rule>, Error> =
            set.get_rrule().iter().map(|rule| Rule::parse(&rule.to_string())).collect();
        let dates = |list: &[Moment]| list.iter().map(start_of).collect::<Result<Vec<_>, _>>();
        RuleSet::build(
            start_of(set.get_dt_start())?,
            rules?,
            dates(set.get_rdate())?,
            dates(set.get_exdate())?,
            Policies::default(),
        )
    }
}

type Moment = chrono::DateTime<rrule::Tz>;

/// A moment in its zone; in UTC where the civil time alone would say another one.
fn start_of(moment: &Moment) -> Result<Start, Error> {
    let out = || Error::new(codes::REC_BAD_DATE, "", format!("`{moment}` is outside 1583 to 9999"));
    let utc = Civil::from_datetime(moment.naive_utc()).ok_or_else(out)?;
    let rrule::Tz::Tz(tz) = moment.timezone() else {
        let why = "the zone of the machine is not a zone of the IANA data";
        return Err(Error::new(codes::REC_INTEROP, "", why));
    };
    if tz == chrono_tz::Tz::UTC {
        return Ok(Start::Utc(utc));
    }
    let civil = Civil::from_datetime(moment.naive_local()).ok_or_else(out)?;
    let zone = Zone::from_tz(tz);
    let read = zone.instant_of(civil, Gap::Forward, Overlap::First);
    Ok(if read == Some(utc.seconds()) { Start::Zoned(civil, zone) } else { Start::Utc(utc) })
}

impl TryFrom<&RuleSet> for rrule::RRuleSet {
    type Error = Error;

    /// Makes a set of the `rrule` crate. Policies are lost: that crate has none.
    ///
    /// # Errors
    /// `REC-021` a floating time or a date (that crate reads them in the zone of the machine), SKIP, or
    /// what that crate refuses, in its own words.
    fn try_from(set: &RuleSet) -> Result<rrule::RRuleSet, Error> {
        let refuse = |why: String| Err(Error::new(codes::REC_INTEROP, "", why));
        if matches!(set.start(), Start::Date(_) | Start::Floating(_)) {
            return refuse(
                "a date or a floating time would be read in the zone of the machine".into(),
            );
        }
        if set.rules().iter().any(|rule| rule.skip() != Skip::Omit) {
            return refuse("SKIP is not supported there".into());
        }
        let text = set.to_string().replace("RSCALE=GREGORIAN;", "");
        text.parse().or_else(|error: rrule::RRuleError| refuse(error.to_string()))
    }
}
