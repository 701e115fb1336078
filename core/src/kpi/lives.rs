//! How long assets live until their first failure: the mean of the law that their lives follow.

use super::answer::Answer;
use super::indicator::Indicator;
use super::registry::NoValue;
use crate::error::Error;
use crate::reliability::{LIVES_MAX, Life, weibull_fit};

/// The lives of the assets of a group in a window. An asset counts until its first failure there, from the age at
/// which the window found it; assets of which it is not known when they came into service are left out.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Lives {
    /// Mean life in hours; `None` when the lives do not decide it.
    pub mean_hours: Option<f64>,
    /// Assets that count.
    pub assets: u64,
    /// Of these, those that failed.
    pub failures: u64,
    /// Assets of which it is not known when they came into service.
    pub unknown: u64,
}

impl Lives {
    /// From ages in hours.
    pub(super) fn of(lives: &[Life], unknown: u64) -> Result<Lives, Error> {
        let failures = lives.iter().filter(|life| life.failed).count();
        let mut out = Lives {
            mean_hours: None,
            assets: u64::try_from(lives.len()).unwrap_or(u64::MAX),
            failures: u64::try_from(failures).unwrap_or(u64::MAX),
            unknown,
        };
        // A law of two parameters needs two failures.
        if failures >= 2 && lives.len() <= LIVES_MAX {
            let law = weibull_fit(lives)?.fit.and_then(|fit| fit.lifetime().ok());
            out.mean_hours = law.map(|law| law.mean()).filter(|mean| mean.is_finite());
        }
        Ok(out)
    }

    /// As the answer of the indicator.
    pub(super) fn answer(&self) -> Answer {
        let reason = match self.mean_hours {
            Some(_) => None,
            None if self.assets == 0 => Some(NoValue::NotGiven),
            None if self.failures == 0 => Some(NoValue::NoFailure),
            None => Some(NoValue::NotEstimable),
        };
        Answer {
            value: self.mean_hours,
            reason,
            denominator: i64::try_from(self.failures).ok(),
            censored: self.assets.saturating_sub(self.failures),
            unknown: self.unknown,
            ..Answer::none(Indicator::Mttf, NoValue::NotGiven)
        }
    }
}
