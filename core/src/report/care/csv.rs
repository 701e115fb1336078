//! Renewals, forecast, budget and findings as tables for spreadsheets.

use super::super::csv::{begin, cell, end};
use super::super::pen::Pen;
use super::budget::Rows;
use super::names::{self, Names};
use super::{CareInput, findings, reasons, scores};
use crate::quantity::{Currency, decimal_text};
use crate::renewal::budget::{Outcome, Reason};
use crate::renewal::{Reason as Why, RenewalRow};
use crate::text::Lang;
use crate::time::Day;

fn day(out: &mut String, day: Option<Day>) {
    cell(out, &day.map(|day| day.to_string()).unwrap_or_default());
}

/// An amount with a point, without currency: `1250` or `99.5`. A minus sign is a number, not a formula.
fn amount(out: &mut String, minor: Option<i64>, currency: Currency) {
    let places = u32::try_from(currency.decimals()).unwrap_or(2);
    out.push_str(&minor.map(|minor| decimal_text(minor, places)).unwrap_or_default());
    out.push(',');
}

fn flag(out: &mut String, flag: bool) {
    cell(out, if flag { "true" } else { "false" });
}

/// Renewals as CSV: one row a renewal, in the order of [`Renewals`](crate::renewal::Renewals).
///
/// The form is that of [`csv`](super::super::csv()): header names, ids, codes and dates never change; names of
/// reasons are in `lang`; cells that a spreadsheet would run get a leading `'`. What is unknown is empty. `reasons`
/// holds every reason, the binding one first, as `code`, `=`, date (`over` where it holds without one, else why
/// there is none), with `|` between.
pub fn renewals_csv(input: &CareInput<'_>, lang: Lang) -> String {
    let names = Names::new(input, Pen::new(lang));
    let mut out = begin(&[
        "id",
        "kind",
        "action",
        "asset",
        "name",
        "what",
        "category",
        "site",
        "site_name",
        "contract",
        "policy",
        "due",
        "is_over",
        "wanted",
        "earliest",
        "latest",
        "driver",
        "reason",
        "reasons",
        "price",
        "currency",
    ]);
    for row in input.renewals.iter().flat_map(|renewals| renewals.rows.iter()) {
        renewal(&mut out, row, names);
    }
    out
}

fn renewal(out: &mut String, row: &RenewalRow, names: Names<'_>) {
    cell(out, &row.subject.key());
    cell(out, names::kind(&row.subject));
    cell(out, row.action.code());
    cell(out, row.subject.asset().map_or("", |asset| asset.as_str()));
    cell(out, names.subject(&row.subject).0);
    cell(out, &names.what(row));
    cell(out, row.category.map_or("", |category| category.code()));
    cell(out, row.site.as_ref().map_or("", |site| site.as_str()));
    cell(out, row.site.as_ref().map_or("", |site| names.site(site.as_str())));
    cell(out, row.contract.as_ref().map_or("", |contract| contract.as_str()));
    cell(out, &row.policy);
    day(out, row.due);
    flag(out, row.is_over);
    for one in [row.wanted, row.earliest, row.latest] {
        day(out, one);
    }
    cell(out, row.binding().map_or("", |reason| reason.driver.code()));
    cell(out, &row.binding().map(|reason| reasons::name(reason, names)).unwrap_or_default());
    let all: Vec<String> = row.reasons.iter().map(coded).collect();
    cell(out, &all.join(" | "));
    match row.price {
        Some(price) => amount(out, Some(price.minor()), price.currency()),
        None => out.push(','),
    }
    let currency = row.price.map(|price| price.currency());
    cell(out, currency.as_ref().map_or("", Currency::code));
    end(out);
}

/// `age=2027-05-31`.
fn coded(reason: &Why) -> String {
    let when = match (reason.date, reason.no_date) {
        (Some(day), _) => day.to_string(),
        (None, _) if reason.is_over => "over".to_owned(),
        (None, Some(why)) => why.code().to_owned(),
        (None, None) => "unknown".to_owned(),
    };
    format!("{}={when}", reason.driver.code())
}

/// Findings of the audit as CSV: one row a finding, in the order of the audit, waived ones included; only the
/// header without an audit.
///
/// The form is that of [`renewals_csv`]; `title` and `evidence` are in `lang`.
pub fn findings_csv(input: &CareInput<'_>, lang: Lang) -> String {
    let names = Names::new(input, Pen::new(lang));
    let mut out = begin(&[
        "id",
        "rule",
        "title",
        "severity",
        "kind",
        "domain",
        "asset",
        "licence",
        "name",
        "part",
        "site",
        "site_name",
        "remedy",
        "since",
        "state",
        "waived_until",
        "evidence",
    ]);
    let Some(audit) = input.audit else { return out };
    for finding in audit.findings() {
        let rule = scores::rule(audit, finding.rule.as_str());
        cell(&mut out, &finding.id);
        cell(&mut out, finding.rule.as_str());
        cell(&mut out, rule.map_or("", |rule| rule.title.get(lang)));
        cell(&mut out, finding.severity.code());
        cell(&mut out, finding.kind.code());
        cell(&mut out, finding.domain.code());
        cell(&mut out, finding.asset.as_ref().map_or("", |asset| asset.as_str()));
        cell(&mut out, finding.licence.as_ref().map_or("", |licence| licence.as_str()));
        cell(&mut out, findings::subject(finding, names));
        cell(&mut out, finding.part.as_deref().unwrap_or(""));
        cell(&mut out, finding.site.as_ref().map_or("", |site| site.as_str()));
        cell(&mut out, finding.site.as_ref().map_or("", |site| names.site(site.as_str())));
        cell(&mut out, finding.remedy.code());
        day(&mut out, finding.since);
        cell(&mut out, if finding.is_open() { "open" } else { "waived" });
        day(&mut out, finding.waived.as_ref().and_then(|waived| waived.until));
        cell(&mut out, finding.text().get(lang));
        end(&mut out);
    }
    out
}

/// The forecast as CSV: one row a cell, in the order of [`Forecast`](crate::renewal::Forecast); only the header
/// without one.
///
/// The form is that of [`renewals_csv`]. `price` is empty where `currency` is: the prices of these are unknown.
pub fn forecast_csv(input: &CareInput<'_>) -> String {
    let mut out = begin(&[
        "month",
        "action",
        "category",
        "site",
        "contract",
        "currency",
        "count",
        "overdue_count",
        "again_count",
        "price",
        "co2_kg",
    ]);
    for row in input.forecast.iter().flat_map(|forecast| forecast.cells.iter()) {
        let key = &row.key;
        cell(&mut out, &key.month.to_string());
        cell(&mut out, key.action.code());
        cell(&mut out, key.category.map_or("", |category| category.code()));
        cell(&mut out, key.site.as_ref().map_or("", |site| site.as_str()));
        cell(&mut out, key.contract.as_ref().map_or("", |contract| contract.as_str()));
        cell(&mut out, key.currency.as_ref().map_or("", Currency::code));
        for count in [row.count, row.overdue_count, row.again_count] {
            cell(&mut out, &count.to_string());
        }
        match key.currency {
            Some(currency) => amount(&mut out, row.price_minor, currency),
            None => out.push(','),
        }
        cell(&mut out, &row.co2_kg.map(|kg| kg.to_string()).unwrap_or_default());
        end(&mut out);
    }
    out
}

/// The budget as CSV: one row a placement, in the order of the budget, then what no budget can hold (`unpriced`,
/// `other_currency`); only the header without one.
///
/// The form is that of [`renewals_csv`]; `name` is that of the asset, `why` the code of the reason.
pub fn budget_csv(input: &CareInput<'_>, lang: Lang) -> String {
    let names = Names::new(input, Pen::new(lang));
    let mut out = begin(&[
        "id",
        "asset",
        "name",
        "what",
        "outcome",
        "year",
        "month",
        "price",
        "price_change",
        "shift_cost",
        "consequence",
        "is_mandatory",
        "why",
        "why_year",
        "lacking",
        "currency",
    ]);
    let Some(budget) = input.budget else { return out };
    let rows = Rows::of(input.renewals);
    let currency = budget.answer.currency;
    for one in &budget.answer.placements {
        head(&mut out, &one.id, &rows, names);
        outcome(&mut out, one.outcome, currency);
        end(&mut out);
    }
    for (ids, code) in [(&budget.unpriced, "unpriced"), (&budget.other_currency, "other_currency")]
    {
        for id in ids {
            head(&mut out, id, &rows, names);
            cell(&mut out, code);
            out.push_str(",,,,,,,,,,,");
            end(&mut out);
        }
    }
    out
}

/// Id, asset, name and what is done.
fn head<'a>(out: &mut String, id: &str, rows: &Rows<'a>, names: Names<'a>) {
    let row = rows.get(id).0;
    cell(out, id);
    cell(out, row.and_then(|row| row.subject.asset()).map_or("", |asset| asset.as_str()));
    cell(out, row.map_or("", |row| names.subject(&row.subject).0));
    cell(out, &row.map(|row| names.what(row)).unwrap_or_default());
}

fn outcome(out: &mut String, outcome: Outcome, currency: Currency) {
    match outcome {
        Outcome::Placed { year, month, price_minor, price_change_minor, shift_minor } => {
            cell(out, "placed");
            cell(out, &year.to_string());
            cell(out, &month.rem_euclid(12).saturating_add(1).to_string());
            for minor in [price_minor, price_change_minor, shift_minor] {
                amount(out, Some(minor), currency);
            }
            out.push_str(",,,,,");
        }
        Outcome::Unplaced { consequence_minor, is_mandatory, reason } => {
            cell(out, "unplaced");
            out.push_str(",,,,,");
            amount(out, Some(consequence_minor), currency);
            flag(out, is_mandatory);
            let (code, year, lacking) = match reason {
                Reason::Window => ("window", None, None),
                Reason::Dearer => ("dearer", None, None),
                Reason::Unfinished => ("unfinished", None, None),
                Reason::Cap { year, lacking_minor, .. } => ("cap", Some(year), Some(lacking_minor)),
            };
            cell(out, code);
            cell(out, &year.map(|year| year.to_string()).unwrap_or_default());
            amount(out, lacking, currency);
        }
    }
    cell(out, currency.code());
}
