//! From renewals to a budget: what each year may cost, what belongs together.

use super::budget::{
    BudgetAnswer, BudgetInput, BudgetItem, Bundle, BundlePolicy, CarryOver, PriceByYear, Smoothing,
    YearBudget, solve,
};
use super::budget_table::BudgetTable;
use super::list::Renewals;
use super::policy::RenewalPolicy;
use super::price::price_after;
use super::row::{RenewalAction, RenewalRow, RenewalSubject};
use crate::error::{Error, codes};
use crate::inventory::Estate;
use crate::order;
use crate::quantity::Currency;
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// Which renewals belong together.
    BundleBy {
        /// Each for itself.
        Nothing "nothing" "nothing" "rien",
        /// Replacements at one site.
        Site "site" "site" "site",
        /// Replacements of one manufacturer and model.
        Model "model" "model" "modèle",
        /// Replacements of one model at one site.
        SiteAndModel "site_and_model" "site and model" "site et modèle",
    }
}

/// What a budget allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetTerms {
    /// Most that each calendar year may cost, minor units, from the year of `as_of`; `None` is no limit.
    pub caps_minor: Vec<Option<i64>>,
    /// Currency; renewals in another are left out and listed.
    pub currency: Currency,
    /// What becomes of what a year does not spend.
    pub carry_over: CarryOver,
    /// What belongs together.
    pub bundle_by: BundleBy,
    /// How it goes together.
    pub bundle_policy: BundlePolicy,
    /// What a bundle saves when its renewals go to one year, minor units for each after the first.
    pub saving_minor: i64,
    /// What a year above the level costs.
    pub smoothing: Option<Smoothing>,
}

/// A budget filled with renewals; serialised as a [`BudgetTable`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "BudgetTable")]
pub struct Budget {
    /// The first year.
    pub first_year: i32,
    /// Where each renewal went, and the sums of the years. Ids are those of
    /// [`RenewalSubject::key`], with `#2`, `#3` … for the next replacements of an asset.
    pub answer: BudgetAnswer,
    /// Renewals wanted in these years whose price is unknown, by key: no budget can hold them.
    pub unpriced: Vec<String>,
    /// Renewals wanted in these years with a price in another currency, by key.
    pub other_currency: Vec<String>,
}

/// The input of a budget, and what it leaves out.
struct Wanted {
    items: Vec<BudgetItem>,
    bundles: Vec<(String, usize)>,
    unpriced: Vec<String>,
    other_currency: Vec<String>,
}

impl Renewals {
    /// Places replacements and updates in the years of a budget at the least total regret: see
    /// [`super::budget`].
    ///
    /// An asset is replaced again over the years, as in the [forecast](Renewals::forecast), each time with the window of
    /// its row moved by its lives. Prices of later years are indexed by the policy. Deterministic: rows are taken in
    /// their order.
    ///
    /// # Errors
    /// `REN-040` no year, or more than 30 · `REN-060` to `REN-072` amounts or numbers beyond the bounds of a budget.
    pub fn budget(&self, estate: &Estate, terms: &BudgetTerms) -> Result<Budget, Error> {
        let input = self.budget_input(estate, terms)?;
        let answer = solve(&input.0)?;
        let Wanted { unpriced, other_currency, .. } = input.1;
        Ok(Budget { first_year: input.0.first_year, answer, unpriced, other_currency })
    }

    fn budget_input(
        &self,
        estate: &Estate,
        terms: &BudgetTerms,
    ) -> Result<(BudgetInput, Wanted), Error> {
        let years = u16::try_from(terms.caps_minor.len()).unwrap_or(u16::MAX);
        if years == 0 || years > super::FORECAST_YEARS_MAX {
            let message = format!("{years} years, 1 to {} are possible", super::FORECAST_YEARS_MAX);
            return Err(Error::new(codes::REN_FORECAST_YEARS, "/years", message));
        }
        let first_year = self.as_of.year();
        let mut wanted = Wanted {
            items: Vec::new(),
            bundles: Vec::new(),
            unpriced: Vec::new(),
            other_currency: Vec::new(),
        };
        for row in self.rows.iter().filter(|row| row.action != RenewalAction::Renew) {
            let Some(policy) = self.policy(row) else { continue };
            let dates = self.dates(row, years);
            for (turn, day) in dates.iter().enumerate() {
                self.want(row, policy, (turn, *day), years, estate, terms, &mut wanted);
            }
        }
        let bundles = bundled(&mut wanted, terms);
        let input = BudgetInput {
            first_year,
            years: terms.caps_minor.iter().map(|cap| YearBudget { cap_minor: *cap }).collect(),
            currency: terms.currency,
            carry_over: terms.carry_over,
            items: std::mem::take(&mut wanted.items),
            bundles,
            smoothing: terms.smoothing,
            work_steps_max: None,
        };
        Ok((input, wanted))
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one renewal of one row, put together in one place"
    )]
    fn want(
        &self,
        row: &RenewalRow,
        policy: &RenewalPolicy,
        (turn, day): (usize, Day),
        years: u16,
        estate: &Estate,
        terms: &BudgetTerms,
        wanted: &mut Wanted,
    ) {
        let key = row.subject.key();
        let id = if turn == 0 { key } else { format!("{key}#{}", turn + 1) };
        if day.year() >= self.as_of.year().saturating_add(i32::from(years)) {
            return;
        }
        let Some(price) = row.price else {
            wanted.unpriced.push(id);
            return;
        };
        if price.currency() != terms.currency {
            wanted.other_currency.push(id);
            return;
        }
        let listed: Option<Vec<i64>> = (0..years)
            .map(|year| price_after(price.minor(), policy.price_index_ppm, year))
            .collect();
        let Some(listed) = listed else {
            wanted.unpriced.push(id);
            return;
        };
        let wanted_month = month(day);
        let shift = row.wanted.map_or(0, |first| wanted_month - month(first));
        let bound = |day: Option<Day>| day.map_or(wanted_month, |day| month(day) + shift);
        let earliest_month = bound(row.earliest).min(wanted_month);
        let latest_month = bound(row.latest).max(wanted_month);
        if let Some(bundle) = bundle_of(row, estate, terms.bundle_by) {
            wanted.bundles.push((format!("{bundle}#{turn}"), wanted.items.len()));
        }
        wanted.items.push(BudgetItem {
            id,
            wanted_month,
            earliest_month,
            latest_month,
            price: PriceByYear::Listed(listed),
            cost_per_month_early_minor: policy.early_cost_minor,
            cost_per_month_late_minor: policy.late_cost_minor,
            consequence_minor: policy.consequence_minor,
            is_mandatory: policy.is_mandatory,
            bundle: None,
        });
    }
}

/// Year × 12 + month − 1.
fn month(day: Day) -> i32 {
    let (year, month, _) = day.ymd();
    year.saturating_mul(12).saturating_add(i32::try_from(month).unwrap_or(1) - 1)
}

/// What a replacement belongs to.
fn bundle_of(row: &RenewalRow, estate: &Estate, by: BundleBy) -> Option<String> {
    let RenewalSubject::Asset { asset } = &row.subject else { return None };
    let asset = estate.asset(asset.as_str())?;
    let site = asset.site.as_str();
    let model = || {
        let model = asset.facts.model.as_deref()?;
        Some(format!("{} {model}", asset.facts.manufacturer.as_deref().unwrap_or_default()))
    };
    match by {
        BundleBy::Nothing => None,
        BundleBy::Site => Some(site.to_owned()),
        BundleBy::Model => model(),
        BundleBy::SiteAndModel => Some(format!("{site}: {}", model()?)),
    }
}

/// Bundles of two or more items, by name.
fn bundled(wanted: &mut Wanted, terms: &BudgetTerms) -> Vec<Bundle> {
    let groups = order::group(std::mem::take(&mut wanted.bundles)).into_iter();
    let mut bundles = Vec::new();
    for (id, places) in groups.filter(|(_, places)| places.len() > 1) {
        for place in &places {
            if let Some(item) = wanted.items.get_mut(*place) {
                item.bundle = Some(bundles.len());
            }
        }
        let further = i64::try_from(places.len() - 1).unwrap_or(i64::MAX);
        let saving_minor = terms.saving_minor.saturating_mul(further);
        bundles.push(Bundle { id, policy: terms.bundle_policy, saving_minor });
    }
    bundles
}
