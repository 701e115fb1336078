//! The result of an audit, and ways to look at it.

use super::choice::{Domain, FindingKind, Remedy, Severity, SubjectKind};
use super::fact::FactSet;
use super::finding::{Finding, Undecided};
use super::rule::AuditRule;
use super::score::Scores;
use super::waive::WaiverResult;
use crate::id::{AssetId, LicenceId, RuleId, SiteId, TaskId};
use crate::order;
use crate::text::{Text, choice};
use crate::time::Day;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// What became of one rule. Each asset or licence that it looks at counts once: `failed` with an open finding,
/// else `undecided`, else `waived`, else `passed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleResult {
    /// The rule.
    pub rule: RuleId,
    /// What it finds.
    pub title: Text,
    /// How much that matters at least.
    pub severity: Severity,
    /// Something to correct, or to keep an eye on.
    pub kind: FindingKind,
    /// What it is about.
    pub domain: Domain,
    /// What it looks at.
    pub subject: SubjectKind,
    /// What puts it right.
    pub remedy: Remedy,
    /// Assets or licences that pass.
    pub passed: usize,
    /// Those with an open finding.
    pub failed: usize,
    /// Those whose findings are all waived.
    pub waived: usize,
    /// Those of which a fact is missing, and that have no open finding.
    pub undecided: usize,
    /// Findings, waived ones included.
    pub finding_count: usize,
}

impl RuleResult {
    pub(super) fn new(rule: &AuditRule) -> RuleResult {
        RuleResult {
            rule: rule.id.clone(),
            title: rule.title.clone(),
            severity: rule.severity,
            kind: rule.kind,
            domain: rule.domain,
            subject: rule.subject,
            remedy: rule.remedy,
            passed: 0,
            failed: 0,
            waived: 0,
            undecided: 0,
            finding_count: 0,
        }
    }
}

/// The result of an audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    pub(super) as_of: Day,
    pub(super) scores: Scores,
    pub(super) rules: Vec<RuleResult>,
    pub(super) findings: Vec<Finding>,
    pub(super) undecided: Vec<Undecided>,
    pub(super) waivers: Vec<WaiverResult>,
    pub(super) assets: Vec<AssetId>,
    pub(super) licences: Vec<LicenceId>,
    /// The task of each rule, and its days.
    pub(super) tasks: Vec<Option<(TaskId, u32)>>,
}

choice! {
    /// By what findings are counted.
    Grouping {
        /// By rule.
        Rule "rule" "rule" "règle",
        /// By site; findings on licences have none and are left out.
        Site "site" "site" "site",
        /// By asset; findings on licences are left out.
        Asset "asset" "asset" "équipement",
        /// By what puts them right.
        Remedy "remedy" "remedy" "remède",
        /// By what they are about.
        Domain "domain" "domain" "domaine",
    }
}

/// Findings that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingGroup {
    /// The id of the rule, site or asset, or the code of the remedy or domain.
    pub key: Box<str>,
    /// Open findings of severity info, minor, major, critical.
    pub by_severity: [u64; 4],
    /// Open findings to correct.
    pub defects: u64,
    /// Open findings to keep an eye on.
    pub watches: u64,
    /// Waived findings.
    pub waived: u64,
}

impl FindingGroup {
    /// Open findings.
    pub fn open(&self) -> u64 {
        self.defects.saturating_add(self.watches)
    }
}

/// A finding that asks a task for work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RemedyRow {
    /// The id of the finding.
    pub finding: Box<str>,
    /// The task that puts it right.
    pub task: TaskId,
    /// On which asset.
    pub asset: AssetId,
    /// What is done.
    pub remedy: Remedy,
    /// How much it matters.
    pub severity: Severity,
    /// Day of the audit that found it first.
    pub raised: Day,
    /// By when it should be put right.
    pub due: Day,
    /// What was found.
    pub title: Text,
}

impl Audit {
    /// The day of the audit.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Scores; see [`Score`](super::Score) for how they are computed.
    pub fn scores(&self) -> &Scores {
        &self.scores
    }

    /// What became of each rule, by id.
    pub fn rules(&self) -> &[RuleResult] {
        &self.rules
    }

    /// Findings, by severity (highest first), domain, rule, asset or licence, part; waived ones included.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What could not be decided, by rule, then by what is missing. An asset stands there once a rule, even
    /// where another of its parts gave a finding.
    pub fn undecided(&self) -> &[Undecided] {
        &self.undecided
    }

    /// The ids of the assets or licences of a row of [`undecided`](Audit::undecided), in order.
    pub fn undecided_subjects<'a>(&'a self, row: &'a Undecided) -> impl Iterator<Item = &'a str> {
        let is_licence =
            self.rules.get(row.place).is_some_and(|r| r.subject == SubjectKind::Licence);
        row.subjects.iter().filter_map(move |place| {
            let place = usize::try_from(*place).ok()?;
            if is_licence {
                self.licences.get(place).map(LicenceId::as_str)
            } else {
                self.assets.get(place).map(AssetId::as_str)
            }
        })
    }

    /// What became of each waiver, in the order given.
    pub fn waivers(&self) -> &[WaiverResult] {
        &self.waivers
    }

    /// Counts of findings, by key.
    pub fn groups(&self, by: Grouping) -> Vec<FindingGroup> {
        let mut groups: BTreeMap<&str, FindingGroup> = BTreeMap::new();
        for finding in &self.findings {
            let key = match by {
                Grouping::Rule => Some(finding.rule.as_str()),
                Grouping::Site => finding.site.as_ref().map(SiteId::as_str),
                Grouping::Asset => finding.asset.as_ref().map(AssetId::as_str),
                Grouping::Remedy => Some(finding.remedy.code()),
                Grouping::Domain => Some(finding.domain.code()),
            };
            let Some(key) = key else { continue };
            let group = groups.entry(key).or_insert_with(|| FindingGroup {
                key: key.into(),
                by_severity: [0; 4],
                defects: 0,
                watches: 0,
                waived: 0,
            });
            if finding.waived.is_some() {
                group.waived += 1;
                continue;
            }
            if let Some(count) = group.by_severity.get_mut(finding.severity as usize) {
                *count += 1;
            }
            match finding.kind {
                FindingKind::Defect => group.defects += 1,
                FindingKind::Watch => group.watches += 1,
            }
        }
        groups.into_values().collect()
    }

    /// The open findings on assets that a task puts right, by finding. `raised` has the days on which earlier
    /// audits found them first, by id of finding; the others are raised on the day of this audit.
    pub fn remedies(&self, raised: &BTreeMap<Box<str>, Day>) -> Vec<RemedyRow> {
        let mut rows: Vec<RemedyRow> = Vec::new();
        for finding in self.findings.iter().filter(|finding| finding.is_open()) {
            let task = self.tasks.get(finding.place.0).and_then(Option::as_ref);
            let (Some((task, days)), Some(asset)) = (task, &finding.asset) else { continue };
            let raised = raised.get(&finding.id).copied().unwrap_or(self.as_of);
            let due = i32::try_from(*days).ok().and_then(|days| raised.add_days(days));
            rows.push(RemedyRow {
                finding: finding.id.clone(),
                task: task.clone(),
                asset: asset.clone(),
                remedy: finding.remedy,
                severity: finding.severity,
                raised,
                due: due.unwrap_or(Day::MAX),
                title: self
                    .rules
                    .get(finding.place.0)
                    .map_or_else(|| Text::new(&finding.id, None), |rule| rule.title.clone()),
            });
        }
        order::sort_by(&mut rows, |a, b| a.finding.cmp(&b.finding));
        rows
    }
}

/// A row of what is undecided, as it goes out.
struct UndecidedRow<'a>(&'a Audit, &'a Undecided);

impl Serialize for UndecidedRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let UndecidedRow(audit, row) = self;
        let missing: FactSet = row.missing;
        let mut out = serializer.serialize_struct("Undecided", 3)?;
        out.serialize_field("rule", &row.rule)?;
        out.serialize_field("missing", &missing)?;
        let subjects: Vec<&str> = audit.undecided_subjects(row).collect();
        out.serialize_field("subjects", &subjects)?;
        out.end()
    }
}

impl Serialize for Audit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let undecided: Vec<UndecidedRow<'_>> =
            self.undecided.iter().map(|row| UndecidedRow(self, row)).collect();
        let mut out = serializer.serialize_struct("Audit", 6)?;
        out.serialize_field("as_of", &self.as_of)?;
        out.serialize_field("scores", &self.scores)?;
        out.serialize_field("rules", &self.rules)?;
        out.serialize_field("findings", &self.findings)?;
        out.serialize_field("undecided", &undecided)?;
        out.serialize_field("waivers", &self.waivers)?;
        out.end()
    }
}

#[cfg(feature = "schema")]
mod schema {
    //! The result of an audit as it goes out, for its schema.

    use super::{Audit, Finding, RuleResult, Scores, WaiverResult};
    use crate::id::RuleId;
    use crate::time::Day;
    use schemars::JsonSchema;

    /// Assets or licences on which a rule is undecided for the same missing facts.
    #[derive(JsonSchema)]
    #[schemars(rename = "UndecidedRow")]
    #[expect(dead_code, reason = "only its schema is used")]
    struct Row {
        /// The rule.
        rule: RuleId,
        /// The facts, and the lists of parts, that nobody told.
        missing: Vec<String>,
        /// Ids of the assets or licences.
        subjects: Vec<String>,
    }

    /// The result of an audit.
    #[derive(JsonSchema)]
    #[schemars(rename = "AuditResult")]
    #[expect(dead_code, reason = "only its schema is used")]
    struct Fields {
        /// The day of the audit.
        as_of: Day,
        /// Scores, in thousandths.
        scores: Scores,
        /// What became of each rule, by id.
        rules: Vec<RuleResult>,
        /// Findings, by severity (highest first), domain, rule, asset or licence, part; waived ones included.
        findings: Vec<Finding>,
        /// What could not be decided, by rule, then by what is missing.
        undecided: Vec<Row>,
        /// What became of each waiver, in the order given.
        waivers: Vec<WaiverResult>,
    }

    impl JsonSchema for Audit {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            Fields::schema_name()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            Fields::json_schema(generator)
        }
    }
}
