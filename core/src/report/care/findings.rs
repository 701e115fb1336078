//! The list of findings of the audit: its frame and its rows.

use super::super::ROWS_EMBEDDED_MAX;
use super::super::lists::{Column as Head, Filter, frame_of};
use super::data::{Column, List};
use super::names::Names;
use super::page::heading;
use super::{lists, scores};
use crate::audit::{Audit, Domain, Finding, Severity};
use crate::text::Label;
use maud::{Markup, html};

pub(super) fn section(audit: &Audit, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let findings = audit.findings();
    let all = findings.len();
    let waived = findings.iter().filter(|finding| !finding.is_open()).count();
    let undecided: usize = audit.undecided().iter().map(crate::audit::Undecided::count).sum();
    let filters: [Filter<'_>; 6] = [
        ("text", pen.t("Search (what, name, id)", "Rechercher (quoi, nom, identifiant)"), true),
        ("severity", pen.t("Severity", "Gravité"), false),
        ("domain", pen.t("Domain", "Domaine"), false),
        ("site", pen.t("Site", "Site"), false),
        ("remedy", pen.t("Remedy", "Remède"), false),
        ("state", pen.t("State", "État"), false),
    ];
    let columns: [Head<'_>; 8] = [
        ("severity", pen.t("Severity", "Gravité"), false),
        ("domain", pen.t("Domain", "Domaine"), false),
        ("rule", pen.t("Finding", "Constat"), false),
        ("subject", pen.t("Subject", "Objet"), false),
        ("site", pen.t("Site", "Site"), false),
        ("remedy", pen.t("Remedy", "Remède"), false),
        ("since", pen.t("Since", "Depuis"), false),
        ("state", pen.t("State", "État"), false),
    ];
    html! {
        section id="findings" aria-labelledby="findings-title" {
            (heading("findings", pen))
            p.lead {
                (pen.count(all.saturating_sub(waived), ["open finding", "open findings"], ["constat ouvert", "constats ouverts"])) ", "
                (pen.count(waived, ["waived", "waived"], ["dérogé", "dérogés"])) ", "
                (pen.count(undecided, ["check undecided for want of facts", "checks undecided for want of facts"],
                    ["contrôle indécis faute de faits", "contrôles indécis faute de faits"]))
                (pen.t("; the most severe first.", " ; les plus graves d'abord."))
            }
            (lists::bound(all, "findings.csv", names))
            (frame_of("findings", (all, "findings.csv"), &filters, &columns, &pen.t("Findings of the audit", "Constats de l'audit"), pen))
        }
    }
}

/// The rows of the list, in the order of the audit.
pub(super) fn rows(audit: &Audit, names: Names<'_>) -> List {
    let pen = names.pen;
    let mut columns = [
        Column::ordered("severity"),
        Column::ordered("domain"),
        Column::text("rule"),
        Column::text("subject"),
        Column::text("site"),
        Column::text("remedy"),
        Column::days("since"),
        Column::ordered("state"),
    ];
    let [severity, domain, .., state] = &mut columns;
    for known in Severity::ALL.iter().rev() {
        severity.option(&pen.typeset(known.label(pen.lang)));
    }
    for known in Domain::ALL {
        domain.option(&pen.typeset(known.label(pen.lang)));
    }
    state.option(&pen.t("open", "ouvert"));
    state.option(&pen.t("waived", "dérogé"));
    let findings = audit.findings();
    let kept = findings.get(..findings.len().min(ROWS_EMBEDDED_MAX)).unwrap_or_default();
    for finding in kept {
        add(finding, audit, &mut columns, names);
    }
    List {
        id: "findings",
        count: kept.len(),
        total: findings.len(),
        size: 50,
        sort: "severity",
        columns: columns.into(),
    }
}

/// The name of what a finding is about.
pub(super) fn subject<'a>(finding: &'a Finding, names: Names<'a>) -> &'a str {
    match (&finding.asset, &finding.licence) {
        (Some(asset), _) => names.asset(asset.as_str()),
        (None, Some(licence)) => names.licence(licence.as_str()),
        (None, None) => "",
    }
}

fn add(finding: &Finding, audit: &Audit, columns: &mut [Column; 8], names: Names<'_>) {
    let pen = names.pen;
    let [severity, domain, rule, about, site, remedy, since, state] = columns;
    severity.put(
        &pen.typeset(finding.severity.label(pen.lang)),
        &[pen.typeset(finding.kind.label(pen.lang))],
    );
    domain.put(&pen.typeset(finding.domain.label(pen.lang)), &[]);
    let found = scores::rule(audit, finding.rule.as_str());
    let title = found.map_or(finding.rule.as_str(), |rule| pen.text(&rule.title));
    let text = finding.text();
    let said = pen.typeset(&pen.dates(pen.text(&text)));
    rule.put(title, &[said]);
    let name = subject(finding, names);
    let mut below: Vec<String> = Vec::new();
    if name != finding.subject() {
        below.push(finding.subject().to_owned());
    }
    below.extend(finding.part.as_deref().map(str::to_owned));
    about.put(name, &below);
    site.put_or_none(finding.site.as_ref().map(|site| names.site(site.as_str())));
    remedy.put(&pen.typeset(finding.remedy.label(pen.lang)), &[]);
    since.put_day(finding.since, &[]);
    match &finding.waived {
        None => state.put(&pen.t("open", "ouvert"), &[]),
        Some(waived) => {
            let until = match waived.until {
                Some(day) => format!("{} {}", pen.t("until", "jusqu'au"), pen.date(day)),
                None => pen.t("no end", "sans fin"),
            };
            state.put(&pen.t("waived", "dérogé"), &[until]);
        }
    }
}
