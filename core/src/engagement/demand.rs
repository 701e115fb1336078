//! What a plan asks of the entitlements of contracts.

use crate::contract::CoverageFinding;
use crate::contract::{Balance, Consumption, Measure, Reach, Service};
use crate::error::{Error, codes};
use crate::id::SiteId;
use crate::inventory::Asset;
use crate::order;
use crate::plan::{Mode, TaskTemplate};
use crate::text::{Label, Lang, Text};
use crate::time::Day;

/// One planned work on a contract.
struct Work {
    day: Day,
    site: SiteId,
    on_site: bool,
    row: Consumption,
}

/// The planned works that each contract covers, in the order of the contracts given.
pub(super) struct Demand {
    limited: Vec<bool>,
    works: Vec<Vec<Work>>,
}

impl Demand {
    pub(super) fn new(reaches: &[Reach<'_>]) -> Demand {
        let limited = |reach: &Reach<'_>| {
            let versions = reach.contract().versions().iter();
            let mut terms = versions.flat_map(|version| &version.content.services);
            terms.any(|terms| !terms.entitlements.is_empty())
        };
        let limited: Vec<bool> = reaches.iter().map(limited).collect();
        let works = limited.iter().map(|_| Vec::new()).collect();
        Demand { limited, works }
    }

    /// Adds an occurrence that contract number `contract` covers; one without entitlements needs no count.
    pub(super) fn add(&mut self, contract: usize, day: Day, asset: &Asset, task: &TaskTemplate) {
        if self.limited.get(contract) != Some(&true) {
            return;
        }
        if let Some(works) = self.works.get_mut(contract) {
            works.push(Work {
                day,
                site: asset.site.clone(),
                on_site: task.mode == Mode::OnSite,
                row: Consumption {
                    day,
                    service: Service::Preventive,
                    asset: Some(asset.id.clone()),
                    visits: 0,
                    minutes: task.duration_minutes,
                },
            });
        }
    }

    /// The findings on the entitlements of contract `number`: what was `recorded` up to the day of the
    /// plan, then what is planned after it.
    ///
    /// Every planned work counts its minutes and its asset for the preventive service; the works of one day
    /// on one site that are done on site are one visit. Where the contract has the on-site service, those
    /// works count for it too.
    pub(super) fn exhausted(
        &mut self,
        (number, reach): (usize, &Reach<'_>),
        as_of: Day,
        recorded: Vec<Consumption>,
        findings: &mut Vec<CoverageFinding>,
    ) -> Result<(), Error> {
        let contract = reach.contract();
        let works = self.works.get_mut(number).map(std::mem::take);
        let mut rows = recorded;
        contract.entitlement_balance(&rows, as_of)?;
        rows.retain(|row| row.day <= as_of);
        let mut works = works.unwrap_or_default();
        works.retain(|work| work.day > as_of);
        order::sort_by(&mut works, |a, b| {
            (a.day, !a.on_site, &a.site).cmp(&(b.day, !b.on_site, &b.site))
        });
        let mut last_visit: Option<(Day, SiteId)> = None;
        let mut last_day = as_of;
        for work in works {
            last_day = last_day.max(work.day);
            let visit = Some((work.day, work.site));
            let first = work.on_site && last_visit != visit;
            if first {
                last_visit = visit;
            }
            let row = Consumption { visits: u32::from(first), ..work.row };
            if work.on_site && contract.version_at(row.day).service(Service::OnSite).is_some() {
                rows.push(Consumption { service: Service::OnSite, ..row.clone() });
            }
            rows.push(row);
        }
        for balance in contract.entitlement_balance(&rows, last_day)? {
            let over = balance.end.is_some_and(|end| end <= as_of);
            if let Some(day) = balance.exhausted_on.filter(|_| balance.overdraft > 0 && !over) {
                findings.push(finding(reach, &balance, day));
            }
        }
        Ok(())
    }
}

fn finding(reach: &Reach<'_>, balance: &Balance, day: Day) -> CoverageFinding {
    let contract = reach.contract();
    let (name, short) = (contract.reference(), balance.overdraft);
    let available = balance.granted + balance.carried_in;
    let unit = |lang: Lang| match balance.measure {
        Measure::Minutes => "minutes",
        other => other.label(lang),
    };
    let service = |lang: Lang| balance.service.label(lang);
    let en = format!(
        "{available} {} of {} in {name} are used up on {day}; {short} are missing",
        unit(Lang::En),
        service(Lang::En)
    );
    let fr = format!(
        "{available} {} de {} de {name} sont épuisés le {day} ; il en manque {short}",
        unit(Lang::Fr),
        service(Lang::Fr)
    );
    let figures = [("available", available), ("consumed", balance.consumed), ("short", short)];
    CoverageFinding {
        contract: Some(contract.id().clone()),
        service: Some(balance.service),
        ..CoverageFinding::new(codes::COV_EXHAUSTED, day, &figures, Text::new(&en, Some(&fr)))
    }
}
