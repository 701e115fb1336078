//! The plan of the year, verified and printed.

use super::page::{Page, counted, hours, money};
use super::state::State;
use crate::program::Failure;
use entretien::engagement::{Engagement, RecordBook};
use entretien::plan::Plan;
use entretien::report::{self, IcsOptions};

/// Plans the year and tells its load, its cost and what stands against it.
pub(super) fn tell(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let days = state.days;
    let plan = state.engagement.plan(days.begin, days.begin, days.end)?;
    say_load(&plan, page);
    for month in &plan.totals().months {
        let load = format!("{:>5}  {:>9}", month.occurrences, hours(month.work_minutes));
        page.list(&month.month, load);
    }
    say_findings(&state.engagement, &plan, page)?;
    write(&state.engagement, &plan, page)?;
    state.plan = Some(plan);
    Ok(())
}

/// Works, hours, visits, cost.
pub(super) fn say_load(plan: &Plan, page: &mut Page) {
    let totals = plan.totals();
    page.say(("works", "travaux"), totals.occurrences);
    page.say(("work", "durée"), hours(totals.work_minutes));
    page.say(("visits on site", "visites sur place"), totals.visits);
    if let Some(cost) = &totals.cost {
        let known = money(i64::try_from(cost.cost_minor).unwrap_or(i64::MAX), cost.currency.code());
        page.say(("known cost", "coût connu"), known);
        page.say(("works without a price", "travaux sans prix"), cost.unpriced_occurrences);
    }
}

/// What the plan and the contracts say against it, by code with the first of each.
pub(super) fn say_findings(
    engagement: &Engagement,
    plan: &Plan,
    page: &mut Page,
) -> Result<(), Failure> {
    let (lang, findings) = (page.lang, plan.findings());
    let covers = engagement.coverage_findings(plan, &RecordBook::default())?;
    let own = findings.iter().map(|finding| (finding.code, finding.text.get(lang)));
    let all: Vec<(&str, &str)> =
        own.chain(covers.iter().map(|finding| (finding.code, finding.text.get(lang)))).collect();
    page.say(("findings", "constats"), all.len());
    for (code, count) in counted(all.iter().map(|(code, _)| *code)) {
        let first = all.iter().find(|(other, _)| *other == code).map_or("", |(_, text)| text);
        page.list(format!("{code} {count}"), first);
    }
    page.fact(&findings)?;
    page.fact(&covers)
}

/// Verifies a plan by other arithmetic than the planner's, hashes it and writes it in every form.
pub(super) fn write(engagement: &Engagement, plan: &Plan, page: &mut Page) -> Result<(), Failure> {
    let wrong = engagement.check(plan);
    if let Some(first) = wrong.first() {
        return Err(Failure::Wrong(format!("{} faults in the plan, first: {first}", wrong.len())));
    }
    page.fact(&plan.digest())?;
    page.write("plan.json", &plan.to_json())?;
    page.write("plan.csv", &report::csv(plan, page.lang))?;
    let options = IcsOptions { lang: page.lang, bytes_max: None, calendar_name: None };
    page.write("plan.ics", &report::ics(plan, &options)?.concat())?;
    page.write("plan.html", &report::html(&engagement.report(plan), page.lang))
}
