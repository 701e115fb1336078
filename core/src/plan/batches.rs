//! Planning an estate of any size batch by batch, in the memory of one.

use super::generate::{Asides, plan};
use super::input::{PlanInput, PlanParts};
use super::ledger::Ledger;
use super::programme::Programme;
use super::result::Plan;
use super::totals::Totals;
use crate::error::{Error, Faults, codes};
use crate::inventory::{Asset, Estate};
use crate::order;
use crate::time::{Day, Period};
use std::sync::Arc;

/// Plans of batches of assets, one after the other; made by [`plan_batches`].
#[derive(Debug)]
pub struct Batches<I> {
    parts: PlanParts,
    as_of: Day,
    horizon: Period,
    assets: I,
    /// Sites whose visits are planned.
    visited: order::Index,
    /// The last asset of the batch before.
    last: Option<Box<str>>,
    sums: Option<(Arc<PlanInput>, Ledger, Asides, u64)>,
    failed: bool,
}

/// Plans an estate that is given in batches, each as a plan of its own: the memory is that of one batch,
/// the time grows with the number of assets.
///
/// `parts` say everything else; their estate has the sites and no asset. Batches come in the order of
/// asset ids, so that no id comes twice. Events, requests and meters are those of `parts` that are about
/// the assets of the batch. Work for contracts is in the first batch. [`Batches::totals`] sums all
/// batches so far.
///
/// # Errors
/// `PLAN-014` what makes assets of different batches depend on each other: assets or relations in
/// `parts`, a contract with a cap, ids out of order, a site of two batches where works become visits.
/// Otherwise, with each batch, those of [`PlanInput::new`] and [`plan`].
///
/// ```
/// use entretien::document::read_engagement;
/// use entretien::inventory::{Asset, Category, Estate};
/// use entretien::plan::plan_batches;
/// use entretien::{id::{AssetId, SiteId}, takeover::Takeover, time::{Day, Period}};
/// let text = br#"{"format":"entretien/engagement","format_version":"1.0",
///   "provider":{"name":"P"},"customer":{"name":"C"},"time_zone":"Europe/Paris","begin":"2026-01-05",
///   "sites":[{"id":"paris","name":"Paris"}],
///   "tasks":[{"id":"dust","title":{"en":"Dust"},"duration_minutes":30,"every":"quarterly"}]}"#;
/// let parts = read_engagement(text, &Takeover::default())?.input().to_parts();
/// let asset = |n: u32| {
///     let id = AssetId::new(&format!("pc-{n:03}")).unwrap();
///     Asset::new(id, "PC", Category::Desktop, SiteId::new("paris").unwrap())
/// };
/// let batches = (0..3u32).map(|batch| (batch * 100..batch * 100 + 100).map(asset).collect());
/// let day = |text| Day::parse(text).unwrap();
/// let year = Period::new(day("2026-01-01"), day("2027-01-01")).unwrap();
/// let mut plans = plan_batches(parts, day("2026-01-05"), year, batches)?;
/// let rows: Vec<usize> = plans.by_ref().map(|plan| plan.map(|plan| plan.len())).collect::<Result<_, _>>()?;
/// assert_eq!(rows, [400, 400, 400]);
/// assert_eq!(plans.totals().unwrap().occurrences, 1_200);
/// # Ok::<(), entretien::error::Error>(())
/// ```
pub fn plan_batches<I>(
    parts: PlanParts,
    as_of: Day,
    horizon: Period,
    batches: I,
) -> Result<Batches<I::IntoIter>, Error>
where
    I: IntoIterator<Item = Vec<Asset>>,
{
    let mut faults = Faults::new();
    if !parts.estate.assets().is_empty() || !parts.estate.relations().is_empty() {
        faults.add(codes::PLAN_BATCH, "/assets", "assets come in batches, without relations");
    }
    for (index, contract) in parts.contracts.iter().enumerate() {
        if contract.is_capped() {
            let message = format!("`{}` caps its perimeter over the whole estate", contract.id());
            faults.add(codes::PLAN_BATCH, format!("/contracts/{index}"), message);
        }
    }
    Error::check(faults.into_vec())?;
    Ok(Batches {
        parts,
        as_of,
        horizon,
        assets: batches.into_iter(),
        visited: order::Index::default(),
        last: None,
        sums: None,
        failed: false,
    })
}

impl<I> Batches<I> {
    /// The sums over all batches so far; `None` before the first.
    pub fn totals(&self) -> Option<Totals> {
        let (input, ledger, asides, assets) = self.sums.as_ref()?;
        let totals = Totals::of(input, self.horizon, ledger, asides);
        Some(Totals { assets: *assets, ..totals })
    }

    fn plan(&mut self, mut assets: Vec<Asset>) -> Result<Plan, Error> {
        order::sort_by(&mut assets, |a, b| a.id.cmp(&b.id));
        self.check(&assets)?;
        self.last = assets.last().map(|asset| asset.id.as_str().into());
        let count = u64::try_from(assets.len()).unwrap_or(u64::MAX);
        let programme = of_assets(&self.parts, &assets, self.sums.is_none());
        let estate = Estate::new(self.parts.estate.sites().to_vec(), assets, Vec::new())?;
        let mut input = PlanInput::new(PlanParts { estate, programme, ..self.parts.clone() })?;
        input.leaves_contracts = self.sums.is_some();
        let input = Arc::new(input);
        let plan = plan(Arc::clone(&input), self.as_of, self.horizon)?;
        match &mut self.sums {
            None => {
                self.sums = Some((input, plan.ledger.clone(), plan.asides.sums(), count));
            }
            Some((_, ledger, asides, assets)) => {
                ledger.merge(&plan.ledger);
                asides.skipped += plan.asides.skipped;
                asides.assets_without_task += plan.asides.assets_without_task;
                *assets += count;
            }
        }
        Ok(plan)
    }

    /// Refuses assets that depend on those of an earlier batch.
    fn check(&mut self, assets: &[Asset]) -> Result<(), Error> {
        let refuse = |message: String| Err(Error::new(codes::PLAN_BATCH, "/assets", message));
        if let (Some(last), Some(first)) = (&self.last, assets.first())
            && first.id.as_str() <= &**last
        {
            return refuse(format!("`{}` comes after `{last}` of the batch before", first.id));
        }
        if self.parts.programme.visits.is_none() {
            return Ok(());
        }
        let mut sites: Vec<&str> = assets.iter().map(|asset| asset.site.as_str()).collect();
        order::sort_once(&mut sites);
        for site in sites {
            if !self.visited.is_new(site) {
                return refuse(format!(
                    "site `{site}` is in two batches, but its works are visits"
                ));
            }
        }
        Ok(())
    }
}

impl<I: Iterator<Item = Vec<Asset>>> Iterator for Batches<I> {
    type Item = Result<Plan, Error>;

    /// The plan of the next batch; after an error nothing more comes.
    fn next(&mut self) -> Option<Result<Plan, Error>> {
        if self.failed {
            return None;
        }
        let assets = self.assets.next()?;
        let plan = self.plan(assets);
        self.failed = plan.is_err();
        Some(plan)
    }
}

/// What of a programme is about these assets, sorted by id; what is about contracts goes with the first.
fn of_assets(parts: &PlanParts, assets: &[Asset], is_first: bool) -> Programme {
    let is_contract =
        |id: &str| parts.contracts.iter().any(|contract| contract.id().as_str() == id);
    let has = |id: &str| assets.binary_search_by(|asset| asset.id.as_str().cmp(id)).is_ok();
    let mut own = parts.programme.clone();
    own.meters.retain(|meter| has(meter.asset().as_str()));
    own.requests.retain(|request| has(request.asset.as_str()));
    own.events.retain(|event| match &event.happening {
        super::event::Happening::LastDone { asset, .. } => has(asset.as_str()),
        other => other
            .occurrence()
            .is_some_and(|id| has(&id.subject) || (is_first && is_contract(&id.subject))),
    });
    own
}
