//! The infrastructure: what the audit found, what support and warranty end, what everything hangs on.

use super::{Scene, some_of, table_or};
use crate::audit::{Audit, Finding, FindingKind, Severity, SinglePoint};
use crate::order;
use crate::renewal::{RenewalAction, RenewalRow, RenewalSubject};
use crate::report::deliverable::{Block, Cell, ColumnKind, Figure, FindingItem};
use crate::time::Day;

/// Subjects of one rule that are named.
const NAMED_MAX: usize = 8;
/// Facts of one finding that are shown.
const EVIDENCE_MAX: usize = 4;

pub(in super::super) fn figures(scene: &Scene<'_>, points: &[SinglePoint]) -> Vec<Figure> {
    let mut figures = Vec::new();
    if let Some(audit) = scene.care.audit {
        figures.push(score(scene, audit));
        let of = |severity: Severity| {
            let open =
                audit.findings().iter().filter(|one| one.is_open() && one.severity == severity);
            Cell::count(u64::try_from(open.count()).unwrap_or(u64::MAX))
        };
        figures.push(scene.figure("findings-critical", of(Severity::Critical), None));
        figures.push(scene.figure("findings-major", of(Severity::Major), None));
    }
    if scene.care.recognised.is_some() {
        let over = ended(scene).filter(|(_, row)| row.is_over).count();
        figures.push(scene.figure(
            "out-of-support",
            Cell::count(u64::try_from(over).unwrap_or(u64::MAX)),
            None,
        ));
    }
    let points = Cell::count(u64::try_from(points.len()).unwrap_or(u64::MAX));
    figures.push(scene.figure("single-points", points, None));
    figures
}

fn score(scene: &Scene<'_>, audit: &Audit) -> Figure {
    let overall = &audit.scores().overall;
    #[expect(clippy::cast_precision_loss, reason = "at most 1,000")]
    let share = overall.permille.map(|permille| permille as f64 / 1_000.0);
    let note = undecided(audit).map(|count| scene.words.count("note-undecided", count));
    scene.figure("audit-score", Cell::share(share), note)
}

/// How many checks are undecided, if any.
fn undecided(audit: &Audit) -> Option<u64> {
    let count: usize = audit.undecided().iter().map(crate::audit::Undecided::count).sum();
    u64::try_from(count).ok().filter(|count| *count > 0)
}

/// Open findings by severity and rule, the most severe first.
pub(in super::super) fn findings(scene: &Scene<'_>) -> Vec<Block> {
    let Some(audit) = scene.care.audit else {
        return vec![scene.note("no-audit")];
    };
    let open = audit.findings().iter().filter(|finding| finding.is_open());
    let keys = open.map(|finding| ((finding.severity, finding.rule.as_str()), finding));
    let groups = order::group(keys.collect());
    let mut items: Vec<FindingItem> = groups
        .iter()
        .filter_map(|((severity, rule), findings)| item(scene, audit, (*severity, rule), findings))
        .collect();
    order::sort_by(&mut items, |a, b| (a.rank, &a.code).cmp(&(b.rank, &b.code)));
    if items.is_empty() {
        return vec![Block::Paragraph(scene.words.say("audit-clean"))];
    }
    let mut blocks = vec![Block::Findings(items)];
    blocks.extend(
        undecided(audit).map(|count| Block::Note(scene.words.count("note-undecided", count))),
    );
    blocks
}

fn item(
    scene: &Scene<'_>,
    audit: &Audit,
    (worst, rule): (Severity, &str),
    findings: &[&Finding],
) -> Option<FindingItem> {
    let (words, names) = (scene.words, scene.names());
    let result = audit.rules().iter().find(|result| result.rule.as_str() == rule)?;
    let subjects: Vec<&str> = findings
        .iter()
        .map(|finding| {
            finding.asset.as_ref().map_or(finding.subject(), |id| names.asset(id.as_str()))
        })
        .collect();
    let evidence = findings.first().map(|finding| {
        let facts = finding.evidence.iter().filter(|fact| fact.holds).take(EVIDENCE_MAX);
        facts.map(|fact| words.pen.typeset(&words.pen.dates(&fact.text(words.lang())))).collect()
    });
    let kind = match result.kind {
        FindingKind::Defect => words.say("kind-defect"),
        FindingKind::Watch => words.say("kind-watch"),
    };
    Some(FindingItem {
        code: rule.to_owned(),
        severity: scene.label(&worst),
        rank: rank(worst),
        subject: some_of(words, subjects.into_iter(), NAMED_MAX),
        text: format!("{kind} {}", words.pen.typeset(words.pen.text(&result.title))),
        remedy: Some(scene.label(&result.remedy)),
        evidence: evidence.unwrap_or_default(),
    })
}

/// 0 for the worst.
fn rank(severity: Severity) -> u8 {
    let place = Severity::ALL.iter().rev().position(|one| *one == severity);
    u8::try_from(place.unwrap_or(Severity::ALL.len())).unwrap_or(u8::MAX)
}

/// Products whose support ends, with the first place of each in the order of rows.
fn ended<'a>(scene: &Scene<'a>) -> impl Iterator<Item = (usize, &'a RenewalRow)> {
    let rows = scene.care.renewals.iter().flat_map(|renewals| renewals.rows.iter()).enumerate();
    rows.filter(|(_, row)| row.action == RenewalAction::Update)
}

/// Products out of support, or out of it until `until`, with the assets that run them.
pub(in super::super) fn support(scene: &Scene<'_>, until: Day) -> Vec<Block> {
    if scene.care.recognised.is_none() {
        return vec![scene.note("no-catalogue")];
    }
    let (words, names) = (scene.words, scene.names());
    let mut table = scene.table(
        "support_ends",
        &[
            ("product", ColumnKind::Text),
            ("support_end", ColumnKind::Date),
            ("state", ColumnKind::Text),
            ("assets", ColumnKind::Count),
            ("where", ColumnKind::Text),
        ],
    );
    let near =
        ended(scene).filter(|(_, row)| row.is_over || row.due.is_some_and(|due| due < until));
    let key = |row: &RenewalRow| match &row.subject {
        RenewalSubject::Product { product, cycle, .. } => {
            format!("{product} {}", cycle.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
        _ => String::new(),
    };
    let groups = order::group(near.map(|(_, row)| ((row.due, key(row)), row)).collect());
    for ((due, product), rows) in &groups {
        let is_over = rows.iter().any(|row| row.is_over);
        let assets: Vec<&str> = rows
            .iter()
            .filter_map(|row| Some(names.asset(row.subject.asset()?.as_str())))
            .collect();
        table.push(vec![
            Cell::Code(product.clone()),
            Cell::date(*due),
            Cell::Text(words.say(if is_over { "state-over" } else { "state-to-come" })),
            Cell::count(u64::try_from(assets.len()).unwrap_or(u64::MAX)),
            Cell::Text(some_of(words, assets.into_iter(), NAMED_MAX)),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-support-ends");
    blocks
}

/// Assets whose warranty is over or ends until `until`, by month of the end.
pub(in super::super) fn warranty(scene: &Scene<'_>, until: Day) -> Vec<Block> {
    let as_of = scene.as_of();
    let living = || scene.care.estate.living();
    let names = scene.names();
    let mut table = scene.table(
        "warranty_ends",
        &[
            ("asset", ColumnKind::Text),
            ("name", ColumnKind::Text),
            ("site", ColumnKind::Text),
            ("warranty_end", ColumnKind::Date),
        ],
    );
    // The warranty is stated as the first day without it; people read the last day with it.
    let last = |day: Day| day.add_days(-1).unwrap_or(day);
    let mut ending: Vec<(Day, &crate::inventory::Asset)> = living()
        .filter_map(|asset| Some((asset.facts.warranty_end?, asset)))
        .filter(|(end, _)| *end > as_of && *end <= until)
        .collect();
    order::sort_by(&mut ending, |a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    for (end, asset) in ending {
        table.push(vec![
            Cell::Code(asset.id.as_str().to_owned()),
            Cell::Text((*asset.name).to_owned()),
            Cell::Text(names.site(asset.site.as_str()).to_owned()),
            Cell::Date(last(end)),
        ]);
    }
    let over =
        living().filter(|asset| asset.facts.warranty_end.is_some_and(|end| end <= as_of)).count();
    let unknown = living().filter(|asset| asset.facts.warranty_end.is_none()).count();
    let counted = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-warranty-ends");
    blocks.push(Block::Paragraph(format!(
        "{} {}",
        scene.words.count("note-warranty-over", counted(over)),
        scene.words.count("note-warranty-unknown", counted(unknown)),
    )));
    blocks
}

/// What stops others and has no substitute, the most dependents first.
pub(in super::super) fn single_points(scene: &Scene<'_>, points: &[SinglePoint]) -> Vec<Block> {
    if scene.care.estate.relations().is_empty() {
        return vec![scene.note("no-relations")];
    }
    let names = scene.names();
    let mut table = scene.table(
        "single_points",
        &[
            ("asset", ColumnKind::Text),
            ("name", ColumnKind::Text),
            ("site", ColumnKind::Text),
            ("dependents", ColumnKind::Count),
            ("stops_critical", ColumnKind::Text),
        ],
    );
    for point in points {
        let site = scene
            .care
            .estate
            .asset(point.asset.as_str())
            .map(|asset| names.site(asset.site.as_str()));
        table.push(vec![
            Cell::Code(point.asset.as_str().to_owned()),
            Cell::Text(names.asset(point.asset.as_str()).to_owned()),
            Cell::text(site),
            Cell::count(point.dependents),
            Cell::Text(scene.words.say(if point.has_critical { "yes" } else { "no" })),
        ]);
    }
    let mut blocks = Vec::new();
    table_or(&mut blocks, table, scene, "no-single-points");
    blocks
}
