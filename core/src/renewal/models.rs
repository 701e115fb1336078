//! What the numbers of a policy come to: its economic life, its optimal age.

use super::policy::RenewalPolicy;
use super::row::NoDate;

/// The economic life, in months.
pub(super) fn economic_months(policy: &RenewalPolicy) -> Result<u16, NoDate> {
    let _upkeep = policy.upkeep.as_ref().ok_or(NoDate::NoLife)?;
    Err(NoDate::NoLife)
}

/// The optimal age of replacement, in days to the nearest.
pub(super) fn optimal_days(policy: &RenewalPolicy) -> Result<i32, NoDate> {
    let _model = policy.failure.as_ref().ok_or(NoDate::NoLife)?;
    Err(NoDate::RunToFailure)
}
