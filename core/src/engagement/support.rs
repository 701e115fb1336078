//! What runs on the estate, looked up in the support catalogue.

use super::{Engagement, day};
use crate::error::Error;
use crate::inventory::Asset;
use crate::order;
use crate::support::{
    Installed, InstalledKind, Match, MatchHow, MatchRule, Matcher, NoMatchReason, ProgramText,
    SupportCatalogue, SupportEnd, SupportProduct, SystemText,
};
use crate::time::Day;
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

/// A text that no product of the catalogue was found for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unmatched {
    /// What it is on its assets.
    pub kind: InstalledKind,
    /// The text, as reported: name and version.
    pub text: Box<str>,
    /// Why.
    pub reason: NoMatchReason,
    /// On how many assets it stands.
    pub asset_count: usize,
}

/// What runs on an estate and until when it is supported.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportSurvey {
    /// Products that were recognised, and systems that were not (without product), by asset, kind, product,
    /// cycle. Programs that were not recognised stand in `unmatched` alone.
    pub installed: Vec<Installed>,
    /// Texts that were not, by kind and text.
    pub unmatched: Vec<Unmatched>,
    /// Assets that tell an operating system or firmware.
    pub system_count: usize,
    /// Those of them whose product was recognised.
    pub system_matched_count: usize,
    /// Programs and databases, installation by installation.
    pub program_count: usize,
    /// Those of them whose product was recognised.
    pub program_matched_count: usize,
    /// Those of them that are packages of a distribution, which keeps them up: they are not listed.
    pub package_count: usize,
}

/// A catalogue and the rules that recognise its products.
#[derive(Debug, Clone)]
pub(super) struct Lookup {
    catalogue: Arc<SupportCatalogue>,
    matcher: Arc<Matcher>,
}

impl Engagement {
    /// The same engagement with a catalogue of support cycles; `rules` go before the shipped ones that
    /// recognise products.
    ///
    /// # Errors
    /// `SUP-061` two rules of one id.
    pub fn with_catalogue(
        mut self,
        catalogue: SupportCatalogue,
        rules: Vec<MatchRule>,
    ) -> Result<Engagement, Error> {
        let matcher = Arc::new(Matcher::with_rules(rules)?);
        let lookup = Lookup { catalogue: Arc::new(catalogue), matcher };
        Arc::make_mut(&mut self.care).lookup = Some(lookup);
        Ok(self)
    }

    /// What runs on every asset that is not retired, and until when it is supported, as known on `as_of`;
    /// `None` without a catalogue.
    ///
    /// Products that the document names for an asset (`support`) go before what is recognised: a system
    /// named so replaces the one recognised. Packages of a distribution are counted, not listed: the
    /// distribution carries fixes back into versions that their makers no longer support.
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999.
    pub fn support(&self, as_of: NaiveDate) -> Result<Option<SupportSurvey>, Error> {
        Ok(self.survey(day("as_of", as_of)?))
    }

    pub(super) fn survey(&self, as_of: Day) -> Option<SupportSurvey> {
        let lookup = self.care.lookup.as_ref()?;
        let mut surveyor =
            Surveyor { lookup, as_of, found: SupportSurvey::default(), open: Vec::new() };
        for asset in self.input.estate().living() {
            surveyor.asset(asset);
        }
        Some(surveyor.finish())
    }
}

struct Surveyor<'a> {
    lookup: &'a Lookup,
    as_of: Day,
    found: SupportSurvey,
    open: Vec<((InstalledKind, String, NoMatchReason), ())>,
}

impl Surveyor<'_> {
    fn asset(&mut self, asset: &Asset) {
        let facts = &asset.facts;
        let mut names_system = false;
        for named in &facts.support {
            let product = self.lookup.catalogue.product(&named.product);
            let kind = product.map_or(InstalledKind::Software, kind_of);
            names_system |= kind != InstalledKind::Software;
            let text = match &named.cycle {
                Some(cycle) => format!("{} {cycle}", named.product),
                None => named.product.to_string(),
            };
            if product.is_some() {
                self.push(asset, kind, &named.product, named.cycle.as_deref(), &text);
            } else {
                self.open.push(((kind, text, NoMatchReason::NotListed), ()));
            }
        }
        if names_system {
            self.found.system_count += 1;
            self.found.system_matched_count += 1;
        } else {
            self.system(asset);
        }
        for program in &facts.software {
            self.program(
                asset,
                &program.name,
                program.version.as_deref(),
                program.publisher.as_deref(),
            );
        }
        for database in &facts.databases {
            self.program(asset, &database.name, database.version.as_deref(), None);
        }
    }

    fn system(&mut self, asset: &Asset) {
        let facts = &asset.facts;
        let text = |value: &'_ Option<Box<str>>| value.as_deref().unwrap_or_default().to_owned();
        let (os, version, kernel) = (text(&facts.os), text(&facts.os_version), text(&facts.kernel));
        // The firmware of a computer is that of its board.
        let firmware =
            if asset.category.has_firmware() { text(&facts.firmware) } else { String::new() };
        if os.is_empty() && firmware.is_empty() {
            return;
        }
        self.found.system_count += 1;
        let asked = SystemText {
            name: &os,
            full_name: &os,
            version: &version,
            kernel: &kernel,
            manufacturer: facts.manufacturer.as_deref().unwrap_or_default(),
            model: facts.model.as_deref().unwrap_or_default(),
            firmware: &firmware,
        };
        let shown = joined(&[&os, &version, if os.is_empty() { &firmware } else { "" }]);
        let kind = if os.is_empty() { InstalledKind::Firmware } else { InstalledKind::Os };
        match self.lookup.matcher.system(&self.lookup.catalogue, &asked) {
            Match::Product(found) => {
                let kind =
                    if found.how == MatchHow::Firmware { InstalledKind::Firmware } else { kind };
                self.found.system_matched_count += 1;
                self.push(asset, kind, &found.product, found.cycle.as_deref(), &shown);
            }
            Match::None(none) => {
                self.found.installed.push(without_product(asset, kind, &shown));
                self.open.push(((kind, shown, none.reason), ()));
            }
        }
    }

    fn program(
        &mut self,
        asset: &Asset,
        name: &str,
        version: Option<&str>,
        publisher: Option<&str>,
    ) {
        self.found.program_count += 1;
        let asked = ProgramText {
            name,
            version: version.unwrap_or_default(),
            publisher: publisher.unwrap_or_default(),
        };
        let kind = InstalledKind::Software;
        let shown = joined(&[name, version.unwrap_or_default()]);
        match self.lookup.matcher.program(&self.lookup.catalogue, &asked) {
            Match::Product(found) if found.how == MatchHow::Package => {
                self.found.package_count += 1;
                self.found.program_matched_count += 1;
            }
            Match::Product(found) => {
                self.found.program_matched_count += 1;
                self.push(asset, kind, &found.product, found.cycle.as_deref(), &shown);
            }
            Match::None(none) => self.open.push(((kind, shown, none.reason), ())),
        }
    }

    fn push(
        &mut self,
        asset: &Asset,
        kind: InstalledKind,
        product: &str,
        cycle: Option<&str>,
        text: &str,
    ) {
        let catalogue = &self.lookup.catalogue;
        let found = cycle.and_then(|cycle| catalogue.cycle(product, cycle));
        let target = catalogue.successors(product, cycle, self.as_of);
        self.found.installed.push(Installed {
            asset: asset.id.clone(),
            kind,
            product: Some(product.into()),
            cycle: cycle.map(Into::into),
            text: text.into(),
            active: found.map(|cycle| cycle.active_end).unwrap_or_default(),
            security: found.map(|cycle| cycle.security_end).unwrap_or_default(),
            extended: found.map(|cycle| cycle.extended_end).unwrap_or_default(),
            target: target.first().map(|cycle| cycle.name.clone()),
        });
    }

    fn finish(mut self) -> SupportSurvey {
        order::sort_once(&mut self.found.installed);
        let groups = order::group(self.open).into_iter();
        self.found.unmatched = groups
            .map(|((kind, text, reason), all)| Unmatched {
                kind,
                text: text.into(),
                reason,
                asset_count: all.len(),
            })
            .collect();
        self.found
    }
}

/// A system that the catalogue does not know.
fn without_product(asset: &Asset, kind: InstalledKind, text: &str) -> Installed {
    Installed {
        asset: asset.id.clone(),
        kind,
        product: None,
        cycle: None,
        text: text.into(),
        active: SupportEnd::Unknown,
        security: SupportEnd::Unknown,
        extended: SupportEnd::Unknown,
        target: None,
    }
}

/// What a product of the catalogue is on an asset.
fn kind_of(product: &SupportProduct) -> InstalledKind {
    match product.category.as_deref() {
        Some("os") => InstalledKind::Os,
        Some("device") => InstalledKind::Firmware,
        _ => InstalledKind::Software,
    }
}

/// The parts that say something, with a space between.
fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    said.join(" ")
}
