//! What the first page says.

use super::ReviewInput;
use crate::report::blocks::{Scene, estate, infrastructure, performance, plan};
use crate::report::deliverable::{Block, Decision, Figure};

/// Figures of the indicators that stand on the first page.
const INDICATORS: [&str; 3] =
    ["operational_availability", "level_compliance", "preventive_compliance"];

pub(super) fn blocks(
    scene: &Scene<'_>,
    input: &ReviewInput<'_>,
    decisions: &[Decision],
) -> Vec<Block> {
    let mut figures: Vec<Figure> = Vec::new();
    figures.extend(
        estate::figures(scene, &input.covered)
            .into_iter()
            .filter(|one| ["assets", "covered"].contains(&&*one.key)),
    );
    figures.extend(
        infrastructure::figures(scene, &[]).into_iter().filter(|one| one.key == "audit-score"),
    );
    if let Some(kpi) = &input.kpi {
        let main = performance::figures(scene, kpi).into_iter();
        figures.extend(
            main.filter(|one| INDICATORS.contains(&&*one.key))
                .map(|one| Figure { note: None, ..one }),
        );
    }
    figures.extend(
        plan::figures(scene)
            .into_iter()
            .filter(|one| ["planned", "planned-hours"].contains(&&*one.key)),
    );
    let count = u64::try_from(decisions.len()).unwrap_or(u64::MAX);
    figures.push(scene.figure("decisions", crate::report::deliverable::Cell::count(count), None));
    let first = decisions.first().filter(|decision| decision.by.is_some());
    let mut blocks = vec![Block::Figures(figures)];
    if let Some((decision, day)) = first.and_then(|decision| Some((decision, decision.by?))) {
        blocks.push(Block::Paragraph(scene.words.with(
            "summary-first",
            [("title", decision.title.clone().into()), ("day", scene.words.long_date(day).into())],
        )));
    }
    blocks
}
