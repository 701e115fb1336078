//! From a version to a cycle.

use super::catalogue::SupportProduct;
use super::rule::Step;
use super::version::Parts;
use crate::text::choice;
use std::cmp::Ordering;

choice! {
    /// Why a product has no cycle.
    CycleGap {
        /// No version is known, or the name does not tell the cycle.
        VersionMissing "version_missing" "no version" "pas de version",
        /// The version is of no cycle of the catalogue.
        VersionUnknown "version_unknown" "version of no known cycle" "version d'aucun cycle connu",
        /// The version is older than every cycle of the catalogue, so it is surely out of support.
        VersionOlder "version_older" "older than every known cycle" "plus ancien que tout cycle connu",
        /// Several cycles fit.
        Several "several" "several cycles fit" "plusieurs cycles possibles",
    }
}

/// What is known besides the rule.
pub(super) struct Evidence<'a> {
    /// Versions, the one to trust first.
    pub versions: Vec<&'a str>,
    /// Words of the name, the version field and the kernel.
    pub words: Vec<&'a str>,
}

/// The cycle, or why there is none and the cycles that it may be.
pub(super) fn cycle<'c>(
    product: &'c SupportProduct,
    steps: &[Step],
    evidence: &Evidence<'_>,
) -> Result<&'c str, (CycleGap, Vec<&'c str>)> {
    let lookup = Lookup { product };
    for step in steps {
        match step {
            Step::Fixed(name) => {
                if let Some(found) = lookup.named(name) {
                    return Ok(found);
                }
            }
            Step::Longest => {
                let found = evidence.versions.iter().find_map(|version| lookup.longest(version));
                if let Some(found) = found {
                    return Ok(found);
                }
            }
            Step::ServicePack => {
                if let Some(found) = lookup.service_pack(evidence) {
                    return Ok(found);
                }
            }
            Step::Floor(pairs) => {
                let target = evidence.versions.iter().find_map(|version| floor(pairs, version));
                if let Some(found) = target.and_then(|name| lookup.named(name)) {
                    return Ok(found);
                }
            }
            Step::Map { pairs, edition } => {
                let hit = pairs.iter().find(|(from, _)| fits(from, &evidence.words));
                if let Some((_, base)) = hit {
                    if *edition {
                        return lookup.edition(base, &evidence.words);
                    }
                    if let Some(found) = lookup.named(base) {
                        return Ok(found);
                    }
                }
            }
        }
    }
    if evidence.versions.is_empty() || steps.is_empty() {
        return Err((CycleGap::VersionMissing, Vec::new()));
    }
    if !steps.contains(&Step::Longest) {
        return Err((CycleGap::VersionUnknown, Vec::new()));
    }
    lookup.coarse(evidence)
}

/// Whether a key of a map is one of the words, the start of a version among them, or a build in one.
fn fits(key: &str, words: &[&str]) -> bool {
    if words.contains(&key) {
        return true;
    }
    let Some(start) = Parts::of(key).filter(|_| key.bytes().all(is_of_number)) else {
        return false;
    };
    let is_build = key.len() == 5 && !key.contains('.');
    words
        .iter()
        .filter_map(|word| Parts::of(word))
        .any(|parts| parts.starts_with(&start) || (is_build && parts.as_slice().contains(&key)))
}

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'.'
}

fn floor<'p>(pairs: &'p [(Box<str>, Box<str>)], version: &str) -> Option<&'p str> {
    let version = Parts::of(version)?;
    let known = pairs.iter().filter_map(|(from, to)| Some((Parts::of(from)?, to)));
    let below = known.filter(|(from, _)| {
        from.common(&version) >= 2 && from.compare(&version) != Ordering::Greater
    });
    let largest =
        below.reduce(
            |best, next| {
                if next.0.compare(&best.0) == Ordering::Greater { next } else { best }
            },
        );
    largest.map(|(_, to)| &**to)
}

/// The cycles of a product.
struct Lookup<'c> {
    product: &'c SupportProduct,
}

impl<'c> Lookup<'c> {
    fn named(&self, name: &str) -> Option<&'c str> {
        self.product.cycle(name).map(|cycle| &*cycle.name)
    }

    /// Cycles whose names are versions, with their parts.
    fn numbered(&self) -> impl Iterator<Item = (&'c str, Parts<'c>)> + use<'c> {
        self.product.cycles.iter().filter_map(|cycle| {
            let parts = Parts::of(&cycle.name)?;
            cycle.name.bytes().all(is_of_number).then_some((&*cycle.name, parts))
        })
    }

    fn longest(&self, version: &str) -> Option<&'c str> {
        let version = Parts::of(version)?;
        let fitting = self.numbered().filter(|(_, parts)| version.starts_with(parts));
        fitting.max_by_key(|(_, parts)| parts.as_slice().len()).map(|(name, _)| name)
    }

    fn service_pack(&self, evidence: &Evidence<'_>) -> Option<&'c str> {
        let pack = evidence.words.iter().find_map(|word| {
            let digits = word.strip_prefix("sp")?;
            (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
        })?;
        let first = evidence.versions.iter().find_map(|version| Parts::of(version))?;
        let [major, ..] = first.as_slice() else {
            return None;
        };
        self.named(&format!("{major}.{pack}"))
    }

    /// The only cycle that a version of too few parts can be of.
    fn coarse(&self, evidence: &Evidence<'_>) -> Result<&'c str, (CycleGap, Vec<&'c str>)> {
        for version in &evidence.versions {
            let Some(version) = Parts::of(version) else {
                continue;
            };
            let fitting: Vec<&str> = self
                .numbered()
                .filter(|(_, parts)| parts.starts_with(&version))
                .map(|(name, _)| name)
                .collect();
            match fitting.as_slice() {
                [] => {}
                [only] => return Ok(only),
                _ => return Err((CycleGap::Several, fitting)),
            }
        }
        let older = |version: &&str| {
            Parts::of(version).is_some_and(|version| {
                let mut all = self.numbered().map(|(_, parts)| parts);
                let is_older = |parts: Parts<'_>| version.compare(&parts) == Ordering::Less;
                all.next().is_some_and(is_older) && all.all(is_older)
            })
        };
        let is_older = evidence.versions.first().is_some_and(older);
        let gap = if is_older { CycleGap::VersionOlder } else { CycleGap::VersionUnknown };
        Err((gap, Vec::new()))
    }

    /// The cycle of a version of Windows for the edition in the words.
    fn edition(&self, base: &str, words: &[&str]) -> Result<&'c str, (CycleGap, Vec<&'c str>)> {
        let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
        let with = |ending: &str| self.named(&format!("{base}-{ending}"));
        let of_base = |cycle: &&str| {
            let rest = cycle.strip_prefix(base);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        if has(&["ltsc", "ltsb"]) {
            let internet = with("iot-lts").filter(|_| has(&["iot"]));
            if let Some(found) = internet.or_else(|| with("e-lts")) {
                return Ok(found);
            }
        } else if let Some(found) = self.named(base) {
            return Ok(found);
        } else if has(HOME_AND_PRO)
            && let Some(found) = with("w")
        {
            return Ok(found);
        } else if has(ENTERPRISE)
            && let Some(found) = with("e")
        {
            return Ok(found);
        }
        let names = self.product.cycles.iter().map(|cycle| &*cycle.name);
        let fitting: Vec<&str> = names.filter(of_base).collect();
        if fitting.is_empty() {
            return Err((CycleGap::VersionUnknown, fitting));
        }
        Err((CycleGap::Several, fitting))
    }
}

/// Words of the editions that follow Home and Pro. `Pro Education` is one of them, so these go first.
const HOME_AND_PRO: &[&str] =
    &["home", "famille", "familiale", "pro", "professional", "professionnel", "professionnelle"];

/// Words of the editions that follow Enterprise and Education.
const ENTERPRISE: &[&str] = &["enterprise", "entreprise", "education", "éducation", "multi"];
