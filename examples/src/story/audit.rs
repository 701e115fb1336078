//! The estate is audited; what a task puts right becomes work.

use super::page::Page;
use super::state::State;
use crate::program::Failure;
use entretien::audit::{Audit, Grouping};
use entretien::text::Label;
use std::collections::BTreeMap;

/// Tells the score, the findings and what is done about them.
pub(super) fn tell(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let audit = state.engagement.audit(state.days.begin)?;
    say(&audit, page);
    let raised = BTreeMap::new();
    page.say(("become work", "deviennent du travail"), audit.remedies(&raised).len());
    let care = state.engagement.care_report(state.days.begin, 1)?;
    page.write("findings.csv", &care.findings_csv(page.lang))?;
    page.fact(&audit)?;
    state.engagement = state.engagement.with_findings(&audit, &raised)?;
    state.audit = Some(audit);
    Ok(())
}

/// Says the scores and the rules with most open findings.
pub(super) fn say(audit: &Audit, page: &mut Page) {
    let permille = |score: Option<u64>| match score {
        Some(score) => format!("{}.{} %", score / 10, score % 10),
        None => "–".to_owned(),
    };
    page.say(("score", "note"), permille(audit.scores().overall.permille));
    let lang = page.lang;
    for domain in &audit.scores().by_domain {
        page.list(domain.domain.label(lang), permille(domain.score.permille));
    }
    let open = audit.findings().iter().filter(|finding| finding.is_open()).count();
    page.say(("open findings", "constats ouverts"), open);
    let mut groups = audit.groups(Grouping::Rule);
    groups.sort_by(|a, b| b.open().cmp(&a.open()).then_with(|| a.key.cmp(&b.key)));
    for group in groups.iter().take(5) {
        let rule = audit.rules().iter().find(|rule| rule.rule.as_str() == &*group.key);
        let title = rule.map_or(&*group.key, |rule| rule.title.get(lang));
        page.note(format!("{:>4}  {title}", group.open()));
    }
    page.say(("rules that lack a fact", "règles où un fait manque"), audit.undecided().len());
}
