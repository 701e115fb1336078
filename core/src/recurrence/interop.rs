//! Conversions with the `rrule` crate, for embedders who already use it.
//!
//! Both ways go through the text of RFC 5545, which is what the two have in common; what one of them
//! does not have is refused (`REC-021`), never dropped.

use super::civil::Start;
use super::rule::Skip;
use super::set::RuleSet;
use crate::error::{Error, codes};

impl TryFrom<&rrule::RRuleSet> for RuleSet {
    type Error = Error;

    /// Reads a set of the `rrule` crate, under the default policies.
    ///
    /// # Errors
    /// `REC-021` EXRULE, or the zone of the machine, which is not a zone · those of [`RuleSet::parse`].
    fn try_from(set: &rrule::RRuleSet) -> Result<RuleSet, Error> {
        let dates = [set.get_rdate(), set.get_exdate()];
        let local = set.get_dt_start().timezone().is_local()
            || dates.iter().any(|dates| dates.iter().any(|date| date.timezone().is_local()));
        if local {
            let why = "the zone of the machine is not a zone of the IANA data";
            return Err(Error::new(codes::REC_INTEROP, "", why));
        }
        if !set.get_exrule().is_empty() {
            return Err(Error::new(codes::REC_INTEROP, "", "EXRULE is not supported"));
        }
        RuleSet::parse(&set.to_string())
    }
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
