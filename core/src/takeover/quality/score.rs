//! Fractions, their sums and the score.

use crate::id::{AssetId, SiteId};
use crate::time::Day;
use serde::Serialize;

/// Number of parts.
pub(super) const PARTS: usize = 6;
/// Weight of each part: completeness, freshness, consistency, coverage, validity, uniqueness.
const WEIGHTS: [u64; PARTS] = [30, 20, 15, 15, 10, 10];

/// A part of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QualityPart"))]
pub struct Part {
    /// What is well, summed over the assets.
    pub numerator: u64,
    /// What there could be; never zero.
    pub denominator: u64,
    /// The fraction in thousandths, to the nearest, halves up.
    pub per_mille: u64,
    /// How many assets it is known of; the others are not in the fraction.
    pub asset_count: u64,
}

/// The quality of the data of one asset, of a site, or of all. Parts of which nothing is known are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QualityScore"))]
pub struct Score {
    /// How many assets are scored.
    pub asset_count: u64,
    /// Mean of the known parts by weight, in thousandths; `None` without assets.
    pub per_mille: Option<u64>,
    /// Fields that are known, of those that the category needs.
    pub completeness: Option<Part>,
    /// How lately it was seen.
    pub freshness: Option<Part>,
    /// Agreement of sources.
    pub consistency: Option<Part>,
    /// Both found and listed.
    pub coverage: Option<Part>,
    /// Values that could be used.
    pub validity: Option<Part>,
    /// Identities that no other asset has.
    pub uniqueness: Option<Part>,
}

/// The score of one asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssetQuality {
    /// The asset.
    pub asset: AssetId,
    /// Its score.
    pub score: Score,
    /// Needed fields that are unknown, the weightiest first.
    pub missing: Vec<&'static str>,
}

/// The score of one site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SiteQuality {
    /// The site; `unknown` for assets whose site nobody gave.
    pub site: SiteId,
    /// Its score.
    pub score: Score,
}

/// A needed field that some assets lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QualityGap"))]
pub struct Gap {
    /// The field.
    pub field: &'static str,
    /// Its weight.
    pub weight: u64,
    /// How many assets lack it.
    pub asset_count: u64,
}

/// The quality of a takeover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quality {
    /// The day that freshness is counted to.
    pub as_of: Day,
    /// All assets.
    pub overall: Score,
    /// By site, sorted by id.
    pub sites: Vec<SiteQuality>,
    /// By asset, sorted by id.
    pub assets: Vec<AssetQuality>,
    /// What is worth filling first: by weight × assets, the greatest first, then by field.
    pub gaps: Vec<Gap>,
}

impl Gap {
    pub(super) fn new(field: &'static str, weight: u64) -> Gap {
        Gap { field, weight, asset_count: 0 }
    }

    pub(super) fn weighted(&self) -> u64 {
        self.weight.saturating_mul(self.asset_count)
    }
}

/// Fractions of several assets.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    asset_count: u64,
    /// Numerator, denominator and assets of each part.
    parts: [(u64, u64, u64); PARTS],
}

impl Sums {
    /// The fractions of one asset.
    pub(super) fn of(parts: [Option<(u64, u64)>; PARTS]) -> Sums {
        let known = |part: Option<(u64, u64)>| part.map_or((0, 0, 0), |(n, d)| (n, d, 1));
        Sums { asset_count: 1, parts: parts.map(known) }
    }

    pub(super) fn add(&mut self, other: &Sums) {
        self.asset_count = self.asset_count.saturating_add(other.asset_count);
        for (sum, part) in self.parts.iter_mut().zip(&other.parts) {
            sum.0 = sum.0.saturating_add(part.0);
            sum.1 = sum.1.saturating_add(part.1);
            sum.2 = sum.2.saturating_add(part.2);
        }
    }

    pub(super) fn score(&self) -> Score {
        let parts = self.parts.map(|(numerator, denominator, asset_count)| {
            let per_mille = rounded(numerator.saturating_mul(1000), denominator)?;
            Some(Part { numerator, denominator, per_mille, asset_count })
        });
        let (mut sum, mut weights) = (0_u64, 0_u64);
        for (part, weight) in parts.iter().zip(WEIGHTS) {
            if let Some(part) = part {
                sum = sum.saturating_add(weight.saturating_mul(part.per_mille));
                weights = weights.saturating_add(weight);
            }
        }
        let [completeness, freshness, consistency, coverage, validity, uniqueness] = parts;
        Score {
            asset_count: self.asset_count,
            per_mille: rounded(sum, weights),
            completeness,
            freshness,
            consistency,
            coverage,
            validity,
            uniqueness,
        }
    }
}

/// The quotient to the nearest, halves up; `None` by zero.
fn rounded(numerator: u64, denominator: u64) -> Option<u64> {
    numerator.saturating_add(denominator / 2).checked_div(denominator)
}
