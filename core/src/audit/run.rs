//! The audit: every rule on everything that it looks at.

use super::check::AuditRules;
use super::choice::{PartKind, Severity, SubjectKind};
use super::evaluate::Answer;
use super::fact::{Fact, FactSet};
use super::finding::{Finding, Undecided, WaivedBy};
use super::input::AuditInput;
use super::licences::{self, LicenceCount};
use super::program::{Node, Program, dependents_max};
use super::result::{Audit, RuleResult};
use super::rule::AuditRule;
use super::score::{Outcome, Tally};
use super::waive::Waivers;
use super::world::{Part, Subject, View, World};
use crate::error::{Error, codes};
use crate::id::{AssetId, LicenceId, escape};
use crate::inventory::Asset;
use crate::order;

/// Most findings of one audit.
pub const FINDINGS_MAX: usize = 10_000_000;

/// Audits an estate.
///
/// A rule that needs a fact which nobody knows gives no finding and no pass: the asset is undecided, and listed
/// with what is missing.
///
/// # Errors
/// `AUD-007` more findings than [`FINDINGS_MAX`] or too many waivers · `AUD-014` a waiver of an unknown rule ·
/// `AUD-015` a waiver that is about the wrong kind of subject · `AUD-016` rows that are not sorted, or name an
/// unknown asset.
///
/// # Example
/// ```
/// use entretien::audit::{AuditInput, audit};
/// use entretien::{document, id::{AssetId, SiteId}, inventory::*, time::Day};
/// let site = Site { id: SiteId::new("paris").unwrap(), name: "Paris".into(), calendar: None };
/// let mut server = Asset::new(AssetId::new("srv-1").unwrap(), "srv-1", Category::Server,
///     site.id.clone());
/// server.facts.is_monitored = Some(false);
/// let estate = Estate::new(vec![site], vec![server], vec![]).unwrap();
/// let input = AuditInput::new(&estate, Day::from_ymd(2026, 3, 1).unwrap());
/// let result = audit(&document::shipped_rules(), &input).unwrap();
/// let ids: Vec<&str> = result.findings().iter().map(|finding| &*finding.id).collect();
/// assert!(ids.contains(&"no-monitoring/srv-1"));
/// // Nobody said whether it is backed up: no finding, and no pass either.
/// assert!(!ids.contains(&"no-backup/srv-1"));
/// let backup = result.rules().iter().find(|rule| rule.rule.as_str() == "no-backup").unwrap();
/// assert_eq!((backup.passed, backup.undecided), (0, 1));
/// ```
pub fn audit(rules: &AuditRules, input: &AuditInput<'_>) -> Result<Audit, Error> {
    let programs: Vec<Program<'_>> = rules.as_slice().iter().map(Program::new).collect();
    let world = World::new(*input, dependents_max(&programs))?;
    let waivers = Waivers::new(rules, input)?;
    let mut run = Run {
        world: &world,
        waivers,
        results: programs.iter().map(|program| RuleResult::new(program.rule)).collect(),
        tally: Tally::new(input.estate.sites().len()),
        findings: Vec::new(),
        undecided: programs.iter().map(|_| Vec::new()).collect(),
    };
    run.assets(&programs)?;
    run.licences(&programs)?;
    Ok(run.close(rules))
}

struct Run<'w, 'a> {
    world: &'w World<'a>,
    waivers: Waivers<'a>,
    results: Vec<RuleResult>,
    tally: Tally,
    findings: Vec<Finding>,
    /// For each rule, what is missing and where.
    undecided: Vec<Vec<(FactSet, Vec<u32>)>>,
}

impl<'a> Run<'_, 'a> {
    fn assets(&mut self, programs: &[Program<'_>]) -> Result<(), Error> {
        let estate = self.world.input.estate;
        let sites = estate.sites();
        for (place, asset) in estate.assets().iter().enumerate() {
            let site = sites.binary_search_by(|site| site.id.cmp(&asset.site));
            let site = site.unwrap_or(sites.len());
            for (number, program) in programs.iter().enumerate() {
                if program.takes(asset) {
                    let subject = Subject::Asset(asset, place);
                    self.check(number, program, subject, (site, place))?;
                }
            }
        }
        Ok(())
    }

    fn licences(&mut self, programs: &[Program<'_>]) -> Result<(), Error> {
        let estate = self.world.input.estate;
        let mut counts_programs = false;
        for program in programs {
            program.each_node(|node| {
                counts_programs |= matches!(
                    node,
                    Node::AtLeast(Fact::LicenceInstallCount | Fact::LicenceSeatsOver, _)
                        | Node::Below(Fact::LicenceInstallCount | Fact::LicenceSeatsOver, _)
                );
            });
        }
        let counts = if counts_programs && !estate.licences().is_empty() {
            licences::counts(estate)
        } else {
            vec![LicenceCount::default(); estate.licences().len()]
        };
        let nowhere = estate.sites().len();
        for (place, (licence, count)) in estate.licences().iter().zip(counts).enumerate() {
            for (number, program) in programs.iter().enumerate() {
                if program.rule.subject == SubjectKind::Licence {
                    let subject = Subject::Licence(licence, count);
                    self.check(number, program, subject, (nowhere, place))?;
                }
            }
        }
        Ok(())
    }

    /// One rule on one asset or licence.
    fn check(
        &mut self,
        number: usize,
        program: &Program<'_>,
        subject: Subject<'a>,
        (site, place): (usize, usize),
    ) -> Result<(), Error> {
        let before = self.findings.len();
        let mut missing = FactSet::default();
        if let (Some(parts), Subject::Asset(asset, _)) = (program.rule.each, subject) {
            self.parts((number, program), (asset, place), parts, &mut missing);
        } else {
            let view = View { subject, part: None };
            self.one((number, program), view, (place, None), &mut missing);
        }
        if self.findings.len() > FINDINGS_MAX {
            let message = format!("more than {FINDINGS_MAX} findings");
            return Err(Error::new(codes::AUD_TOO_LARGE, "", message));
        }
        let found = self.findings.get(before..).unwrap_or_default();
        let worst = found.iter().filter(|f| f.is_open()).map(|f| f.severity).max();
        let outcome = match worst {
            Some(severity) => Outcome::Failed(severity),
            None if !missing.is_empty() => Outcome::Undecided,
            None if !found.is_empty() => Outcome::Waived,
            None => Outcome::Passed,
        };
        if let Some(result) = self.results.get_mut(number) {
            result.count(outcome, found.len());
        }
        self.tally.add(site, program.rule.domain, program.weight, outcome);
        if !missing.is_empty() {
            self.note_missing(number, missing, place);
        }
        Ok(())
    }

    fn parts(
        &mut self,
        rule: (usize, &Program<'_>),
        (asset, place): (&'a Asset, usize),
        parts: PartKind,
        missing: &mut FactSet,
    ) {
        let is_open = parts == PartKind::Antivirus && asset.facts.antivirus.is_none();
        let none_is_none = rule.1.rule.empty_is_none && !is_open;
        if !none_is_none && !self.world.speaks_of(asset, place, parts) {
            missing.add_parts(parts);
            return;
        }
        for at in 0..self.world.parts_len(asset, place, parts) {
            let Some(part) = self.world.part(asset, place, parts, at) else { continue };
            let view = View { subject: Subject::Asset(asset, place), part: Some(part) };
            self.one(rule, view, (place, Some((part, parts, at))), missing);
        }
    }

    fn one(
        &mut self,
        (number, program): (usize, &Program<'_>),
        view: View<'a>,
        (place, part): (usize, Option<(Part<'a>, PartKind, usize)>),
        missing: &mut FactSet,
    ) {
        match self.world.ask(&program.test, view) {
            Answer::No => {}
            Answer::Undecided => self.world.missing(&program.test, view, missing),
            Answer::Yes => {
                let part = part.map(|part| self.part_name(part, view.subject));
                let finding = self.finding((number, program), view, place, part);
                self.findings.push(finding);
            }
        }
    }

    /// The name of a part, told apart from those of the same name before it.
    fn part_name(
        &self,
        (part, kind, at): (Part<'a>, PartKind, usize),
        of: Subject<'a>,
    ) -> Box<str> {
        let Subject::Asset(asset, place) = of else {
            return part.name().into();
        };
        let before = (0..at).filter_map(|at| self.world.part(asset, place, kind, at));
        match before.filter(|other| other.name() == part.name()).count() {
            0 => part.name().into(),
            same => format!("{}#{}", part.name(), same + 1).into(),
        }
    }

    fn finding(
        &mut self,
        (number, program): (usize, &Program<'_>),
        view: View<'a>,
        place: usize,
        part: Option<Box<str>>,
    ) -> Finding {
        let rule = program.rule;
        let raised = program.raised.iter();
        let raise = raised.clone().find(|(_, node)| self.world.ask(node, view) == Answer::Yes);
        let mut evidence = Vec::new();
        self.world.explain(&program.test, true, view, &mut evidence);
        let mut since = self.world.since(&program.test, view);
        if let Some((_, node)) = raise {
            self.world.explain(node, true, view, &mut evidence);
            since = since.max(self.world.since(node, view));
        }
        let (asset, licence) = match view.subject {
            Subject::Asset(asset, _) => (Some(asset), None),
            Subject::Licence(licence, _) => (None, Some(licence)),
        };
        let waived = self.waivers.find(number, view.subject, part.as_deref());
        let subject: &str = match view.subject {
            Subject::Asset(asset, _) => asset.id.as_str(),
            Subject::Licence(licence, _) => licence.id.as_str(),
        };
        Finding {
            id: id(rule.id.as_str(), subject, part.as_deref()),
            rule: rule.id.clone(),
            asset: asset.map(|asset| asset.id.clone()),
            licence: licence.map(|licence| licence.id.clone()),
            site: asset.map(|asset| asset.site.clone()),
            part,
            severity: raise.map_or(rule.severity, |(severity, _)| *severity),
            kind: rule.kind,
            domain: rule.domain,
            remedy: rule.remedy,
            since: since.filter(|since| *since <= self.world.input.as_of),
            evidence,
            waived: waived.map(|(waiver, until)| WaivedBy { waiver, until }),
            place: (number, place),
        }
    }

    fn note_missing(&mut self, number: usize, missing: FactSet, place: usize) {
        let Some(groups) = self.undecided.get_mut(number) else { return };
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        match groups.iter_mut().find(|(facts, _)| *facts == missing) {
            Some((_, places)) => places.push(place),
            None => groups.push((missing, vec![place])),
        }
    }

    fn close(self, rules: &AuditRules) -> Audit {
        let Run { world, waivers, results, tally, mut findings, undecided } = self;
        sort_findings(&mut findings, rules.as_slice());
        let mut missing = Vec::new();
        for (place, (mut groups, rule)) in undecided.into_iter().zip(rules.as_slice()).enumerate() {
            order::sort_by(&mut groups, |a, b| a.0.cmp(&b.0));
            missing.extend(groups.into_iter().map(|(missing, subjects)| Undecided {
                rule: rule.id.clone(),
                missing,
                place,
                subjects,
            }));
        }
        let input = world.input;
        let assets: Vec<AssetId> = input.estate.assets().iter().map(|a| a.id.clone()).collect();
        let licences: Vec<LicenceId> =
            input.estate.licences().iter().map(|licence| licence.id.clone()).collect();
        Audit {
            as_of: input.as_of,
            scores: tally.scores(input.estate.sites().iter().map(|site| site.id.clone())),
            rules: results,
            findings,
            undecided: missing,
            waivers: waivers.states(),
            assets,
            licences,
            tasks: rules
                .as_slice()
                .iter()
                .map(|rule| rule.task.clone().zip(rule.due_days))
                .collect(),
        }
    }
}

/// Puts findings in order of severity, the highest first, domain, rule, subject, part. They come in order of
/// subject, and places of rules and subjects are in the order of their ids.
fn sort_findings(findings: &mut [Finding], rules: &[AuditRule]) {
    let mut by_domain: Vec<usize> = (0..rules.len()).collect();
    order::sort_by(&mut by_domain, |a, b| {
        let domain = |number: &usize| rules.get(*number).map(|rule| rule.domain);
        domain(a).cmp(&domain(b))
    });
    let mut ranks = vec![0; rules.len()];
    for (rank, number) in by_domain.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(number) {
            *slot = rank;
        }
    }
    let worst = Severity::ALL.len() - 1;
    order::sort_by_number(findings, rules.len() * Severity::ALL.len(), |finding| {
        let rank = ranks.get(finding.place.0).copied().unwrap_or_default();
        (worst - finding.severity as usize) * rules.len() + rank
    });
    for of_one in findings.chunk_by_mut(|a, b| a.place == b.place && a.severity == b.severity) {
        if of_one.len() > 1 {
            order::sort_by(of_one, |a, b| a.part.cmp(&b.part));
        }
    }
}

fn id(rule: &str, subject: &str, part: Option<&str>) -> Box<str> {
    let length = rule.len() + subject.len() + part.map_or(0, |part| part.len() + 1) + 1;
    // Room for what it is as a rule: without anything to escape.
    let mut text = String::with_capacity(length);
    text.push_str(&escape(rule));
    for piece in [Some(subject), part].into_iter().flatten() {
        text.push('/');
        text.push_str(&escape(piece));
    }
    text.into()
}

impl RuleResult {
    fn count(&mut self, outcome: Outcome, found: usize) {
        self.finding_count += found;
        match outcome {
            Outcome::Passed => self.passed += 1,
            Outcome::Failed(_) => self.failed += 1,
            Outcome::Waived => self.waived += 1,
            Outcome::Undecided => self.undecided += 1,
        }
    }
}
