//! What must be replaced next year, what that costs, and the work that it makes.

use super::page::{Page, counted, money};
use super::plan::{say_load, write};
use super::state::State;
use crate::program::Failure;
use entretien::plan::{Kind, diff};
use entretien::renewal::{Grain, RenewalAction, SplitBy};
use entretien::text::Label;
use entretien::time::Day;

/// Years of the forecast and of the budget.
const YEARS: u16 = 3;

/// Tells the renewals of next year, the years after it, the budget and the plan of next year.
pub(super) fn tell(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let days = state.days;
    let care = state.engagement.care_report(days.middle, YEARS)?;
    say_next_year(state, &care.renewals, page);
    page.head(("replacements a year", "remplacements par an"));
    for total in care.forecast.totals(Grain::Year, SplitBy::Nothing)? {
        if total.action == RenewalAction::Replace {
            let prices: Vec<String> = total
                .prices
                .iter()
                .map(|price| money(price.minor(), price.currency().code()))
                .collect();
            page.list(total.start.ymd().0, format!("{:>4}  {}", total.count, prices.join(", ")));
        }
    }
    if let Some(budget) = &care.budget {
        let answer = &budget.answer;
        let proven = if answer.is_optimal {
            ("proven best", "optimal prouvé")
        } else {
            ("not proven best", "optimal non prouvé")
        };
        page.say(("budget", "budget"), page.pick(proven));
        for year in &answer.years {
            let cap = year.cap_minor.map(|cap| money(cap, "EUR")).unwrap_or_default();
            page.list(year.year, format!("{} / {cap}", money(year.spent_minor, "EUR")));
        }
        page.list(
            page.pick(("mandatory without place", "obligatoires sans place")),
            answer.mandatory_unplaced,
        );
        page.list(page.pick(("without a price", "sans prix")), budget.unpriced.len());
    }
    page.write("renewals.html", &care.to_html(page.lang))?;
    page.write("renewals.csv", &care.renewals_csv(page.lang))?;
    page.write("budget.csv", &care.budget_csv(page.lang))?;
    page.fact(&care)?;

    let before = state.engagement.plan(days.middle, days.end, days.next_end)?;
    state.engagement = state.engagement.with_renewals(&care.renewals)?;
    let plan = state.engagement.plan(days.middle, days.end, days.next_end)?;
    page.head(("plan of next year", "plan de l'an prochain"));
    say_load(&plan, page);
    let works = plan.occurrences().filter(|one| one.task().policy.kind == Kind::Renewal).count();
    page.say(("works of renewal", "travaux de renouvellement"), works);
    page.say(
        ("added by renewals", "ajoutés par les renouvellements"),
        diff(&before, &plan).totals.added,
    );
    write(&state.engagement, &plan, page)?;
    Ok(())
}

fn say_next_year(state: &State, renewals: &entretien::renewal::Renewals, page: &mut Page) {
    let day = |date| Day::from_date(date).unwrap_or(Day::MAX);
    let (from, to) = (day(state.days.end), day(state.days.next_end));
    let lang = page.lang;
    let replaced = || renewals.with_action(RenewalAction::Replace);
    page.say(("to replace", "à remplacer"), replaced().count());
    page.list(
        page.pick(("over already", "déjà échus")),
        replaced().filter(|row| row.is_over).count(),
    );
    let next = |row: &&entretien::renewal::RenewalRow| {
        row.wanted.is_some_and(|day| from <= day && day < to)
    };
    page.say(("wanted next year", "souhaités l'an prochain"), replaced().filter(next).count());
    let categories = counted(replaced().filter(next).filter_map(|row| row.category));
    for (category, count) in categories {
        page.list(category.label(lang), count);
    }
    let drivers =
        counted(replaced().filter(next).filter_map(|row| row.binding()).map(|one| one.driver));
    for (driver, count) in drivers {
        page.note(format!("{count:>4}  {}", driver.label(lang)));
    }
}
