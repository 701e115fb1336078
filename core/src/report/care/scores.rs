//! Scores of the audit, counts of its findings, what is undecided and waived.

use super::super::LIST_MAX;
use super::super::pen::Pen;
use super::budget::first_of;
use super::chart::meter;
use super::names::Names;
use super::page::heading;
use crate::audit::{
    Audit, Domain, DomainScore, FindingGroup, Grouping, Remedy, RuleResult, Score, Severity,
    SiteScore, WaiverState,
};
use crate::text::Label;
use maud::{Markup, html};

pub(super) fn section(audit: &Audit, names: Names<'_>) -> Markup {
    let pen = names.pen;
    html! {
        section id="scores" aria-labelledby="scores-title" {
            (heading("scores", pen))
            p.lead { (pen.t(
                "Weight of the checks that pass, of those decided, in thousandths: 1, 3, 9 or 27 by severity. What is undecided or waived stands beside it and changes nothing.",
                "Poids des contrôles réussis, parmi ceux qui sont décidés, en millièmes : 1, 3, 9 ou 27 selon la gravité. L'indécis et le dérogé sont à côté et n'y changent rien.",
            )) }
            (domains(audit, pen))
            (sites(audit, names))
            (counts(audit, pen))
            (undecided(audit, pen))
            (waivers(audit, pen))
        }
    }
}

/// `692`, or `–` where nothing was decided.
pub(super) fn score(permille: Option<u64>, pen: Pen) -> String {
    permille.map_or_else(|| "–".to_owned(), |permille| pen.number(permille))
}

fn cells(score: &Score, pen: Pen) -> Markup {
    html! {
        @match score.permille {
            Some(permille) => { td.num data-sort=(permille) { (pen.number(permille)) } (meter(permille, 1_000)) }
            None => { td.num data-sort="-1" { span.none { (pen.t("undecided", "indécis")) } } td {} }
        }
        td { (score.worst.map_or_else(|| "–".to_owned(), |worst| pen.typeset(worst.label(pen.lang)))) }
        td.num { (pen.number(score.lost)) } td.num { (pen.number(score.undecided)) } td.num { (pen.number(score.waived)) }
    }
}

fn head(first: &str, pen: Pen) -> Markup {
    html! { thead { tr {
        th scope="col" { (first) } th.num scope="col" { (pen.t("Score", "Note")) } th scope="col" { (pen.t("Bar", "Barre")) }
        th scope="col" { (pen.t("Worst open finding", "Pire constat ouvert")) } th.num scope="col" { (pen.t("Weight lost", "Poids perdu")) }
        th.num scope="col" { (pen.t("Undecided", "Indécis")) } th.num scope="col" { (pen.t("Waived", "Dérogé")) }
    } } }
}

fn domains(audit: &Audit, pen: Pen) -> Markup {
    let scores = audit.scores();
    let title = pen.t("Scores by domain", "Notes par domaine");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) { table.rows.sortable id="scores-domains" {
            caption { (title) }
            (head(&pen.t("Domain", "Domaine"), pen))
            tbody { @for DomainScore { domain, score } in &scores.by_domain { tr { th.cap scope="row" { (pen.typeset(domain.label(pen.lang))) } (cells(score, pen)) } } }
            tfoot { tr { th scope="row" { (pen.t("Whole estate", "Tout le parc")) } (cells(&scores.overall, pen)) } }
        } }
    }
}

fn site_name<'a>(site: &'a SiteScore, names: Names<'a>) -> String {
    match &site.site {
        Some(id) => names.site(id.as_str()).to_owned(),
        None => names.pen.t("no site (licences)", "sans site (licences)"),
    }
}

fn sites(audit: &Audit, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let all = &audit.scores().by_site;
    let title = pen.t("Scores by site", "Notes par site");
    let parts = pen.t("Sites and domains", "Sites et domaines");
    html! {
        div.scroll.tall tabindex="0" role="region" aria-label=(title) { table.rows.sortable id="scores-sites" {
            caption { (title) (first_of(all.len(), "audit.json", pen)) }
            (head(&pen.t("Site", "Site"), pen))
            tbody { @for site in all.iter().take(LIST_MAX) { tr { th scope="row" { (site_name(site, names)) } (cells(&site.score, pen)) } } }
        } }
        details {
            summary { (parts) }
            table.rows.sortable {
                caption { (pen.t("Scores of each domain at each site", "Notes de chaque domaine sur chaque site")) (first_of(all.len(), "audit.json", pen)) }
                thead { tr { th scope="col" { (pen.t("Site", "Site")) }
                    @for domain in Domain::ALL { th.num.cap scope="col" { (pen.typeset(domain.label(pen.lang))) } }
                } }
                tbody { @for site in all.iter().take(LIST_MAX) { tr {
                    th scope="row" { (site_name(site, names)) }
                    @for domain in Domain::ALL {
                        @let found = site.by_domain.iter().find(|part| part.domain == *domain);
                        td.num data-sort=(found.and_then(|part| part.score.permille).map_or_else(|| "-1".to_owned(), |permille| permille.to_string())) {
                            (found.map_or_else(|| "–".to_owned(), |part| score(part.score.permille, pen)))
                        }
                    }
                } } }
            }
        }
    }
}

/// Open findings by domain and by remedy.
fn counts(audit: &Audit, pen: Pen) -> Markup {
    let domain = |key: &str| Domain::parse(key).map(|domain| domain.label(pen.lang));
    let remedy = |key: &str| Remedy::parse(key).map(|remedy| remedy.label(pen.lang));
    html! {
        (count_table(&audit.groups(Grouping::Domain), &pen.t("Open findings by domain", "Constats ouverts par domaine"), ("domains", &domain), pen))
        (count_table(&audit.groups(Grouping::Remedy), &pen.t("Open findings by remedy", "Constats ouverts par remède"), ("remedies", &remedy), pen))
    }
}

type Namer<'a> = (&'a str, &'a dyn Fn(&str) -> Option<&'static str>);

fn count_table(groups: &[FindingGroup], title: &str, (id, name): Namer<'_>, pen: Pen) -> Markup {
    html! { div.scroll tabindex="0" role="region" aria-label=(title) { table.rows.sortable id=(format!("counts-{id}")) {
        caption { (title) }
        thead { tr {
            th scope="col" { (if id == "domains" { pen.t("Domain", "Domaine") } else { pen.t("Remedy", "Remède") }) }
            @for severity in Severity::ALL.iter().rev() { th.num.cap scope="col" { (pen.typeset(severity.label(pen.lang))) } }
            th.num scope="col" { (pen.t("Defects", "Défauts")) } th.num scope="col" { (pen.t("To watch", "Vigilance")) }
            th.num scope="col" { (pen.t("Waived", "Dérogés")) }
        } }
        tbody { @for group in groups { tr {
            th.cap scope="row" { (pen.typeset(name(&group.key).unwrap_or(&group.key))) }
            @for count in group.by_severity.iter().rev() { td.num { (pen.number(*count)) } }
            td.num { (pen.number(group.defects)) } td.num { (pen.number(group.watches)) } td.num { (pen.number(group.waived)) }
        } } }
    } } }
}

/// The rule of an id, by its title.
pub(super) fn rule<'a>(audit: &'a Audit, id: &str) -> Option<&'a RuleResult> {
    let rules = audit.rules();
    let place = rules.binary_search_by(|rule| rule.rule.as_str().cmp(id)).ok()?;
    rules.get(place)
}

fn undecided(audit: &Audit, pen: Pen) -> Markup {
    let rows = audit.undecided();
    let all: usize = rows.iter().map(crate::audit::Undecided::count).sum();
    let title = pen.t("Undecided", "Indécis");
    html! {
        h3 { (title) " (" (pen.number(all)) ")" }
        @if rows.is_empty() { p { (pen.t("Every check was decided.", "Chaque contrôle a été décidé.")) } }
        @else { details {
            summary { (pen.t("Which checks, and what is missing", "Quels contrôles, et ce qui manque")) }
            table.rows.sortable id="undecided" {
                caption { (pen.t("Checks that nobody can decide", "Contrôles que rien ne décide")) (first_of(rows.len(), "audit.json", pen)) }
                thead { tr { th scope="col" { (pen.t("Rule", "Règle")) } th scope="col" { (pen.t("What is missing", "Ce qui manque")) }
                    th.num scope="col" { (pen.t("Number", "Nombre")) } } }
                tbody { @for row in rows.iter().take(LIST_MAX) { tr {
                    th scope="row" { (rule(audit, row.rule.as_str()).map_or(row.rule.as_str(), |rule| pen.text(&rule.title))) }
                    td { (missing(row, pen)) } td.num { (pen.number(row.count())) }
                } } }
            }
        } }
    }
}

fn missing(row: &crate::audit::Undecided, pen: Pen) -> String {
    let facts = row.missing.facts().map(|fact| fact.label(pen.lang));
    let parts = row.missing.parts().map(|part| part.label(pen.lang));
    let all: Vec<String> = facts.chain(parts).map(|label| pen.typeset(label)).collect();
    all.join(", ")
}

fn waivers(audit: &Audit, pen: Pen) -> Markup {
    let all = audit.waivers();
    html! { @if !all.is_empty() {
        h3 { (pen.t("Waivers", "Dérogations")) " (" (pen.number(all.len())) ")" }
        div.scroll tabindex="0" role="region" aria-label=(pen.t("Waivers", "Dérogations")) { table.rows.sortable id="waivers" {
            caption { (pen.t("What was decided to live with", "Ce avec quoi il a été décidé de vivre")) (first_of(all.len(), "audit.json", pen)) }
            thead { tr { th scope="col" { (pen.t("Rule", "Règle")) } th scope="col" { (pen.t("State", "État")) }
                th scope="col" { (pen.t("Counts again from", "Compte à nouveau dès le")) } th.num scope="col" { (pen.t("Findings", "Constats")) } } }
            tbody { @for waiver in all.iter().take(LIST_MAX) { tr {
                th scope="row" { (rule(audit, waiver.rule.as_str()).map_or(waiver.rule.as_str(), |rule| pen.text(&rule.title))) }
                td { @if waiver.state == WaiverState::Expired { span.warn { "▲ " (pen.typeset(waiver.state.label(pen.lang))) } } @else { (pen.typeset(waiver.state.label(pen.lang))) } }
                td { (waiver.until.map_or_else(|| pen.t("no end", "sans fin"), |day| pen.date(day))) }
                td.num { (pen.number(waiver.finding_count)) }
            } } }
        } }
    } }
}
