//! Is an asset covered for a service on a day, by which contract, and why not by the others?

use super::agreement::Contract;
use super::amendment::Version;
use super::membership::{Memberships, WHOLE};
use super::perimeter::{Days, Standing, common, joined, without};
use super::service::Service;
use crate::id::{AssetId, ContractId};
use crate::inventory::{Asset, Estate};
use crate::order;
use crate::text::{Label, Lang, Text, choice};
use crate::time::{Day, Period};
use serde::Serialize;

choice! {
    /// What one contract says of an asset, a service and a day; the first that applies.
    Outcome {
        /// It covers, and no other comes before it.
        Covered "covered" "covered" "couvert",
        /// It covers too, but another contract comes before it.
        LowerPriority "lower_priority" "covered by a contract of higher priority" "couvert par un contrat prioritaire",
        /// The day is before its begin.
        NotBegun "not_begun" "the contract has not begun" "le contrat n'a pas commencé",
        /// The day is at or after its end.
        Ended "ended" "the contract has ended" "le contrat est terminé",
        /// The day is at or after its early termination.
        Terminated "terminated" "the contract has been terminated" "le contrat est résilié",
        /// The day lies in a suspension.
        Suspended "suspended" "the contract is suspended" "le contrat est suspendu",
        /// The version of the day does not have the service.
        NoService "no_service" "the service is not included" "la prestation n'est pas comprise",
        /// An exclusion selects the asset.
        Excluded "excluded" "the asset is excluded" "l'équipement est exclu",
        /// The asset joins the perimeter later.
        NotJoined "not_joined" "the asset joins later" "l'équipement entre plus tard",
        /// The day lies between two stays of the asset.
        Away "away" "the asset is away" "l'équipement est sorti provisoirement",
        /// The asset has left the perimeter.
        Left "left" "the asset has left" "l'équipement est sorti",
        /// An inclusion would select the asset at another age.
        OtherAge "other_age" "the age of the asset is not covered" "l'âge de l'équipement n'est pas couvert",
        /// An inclusion would judge the asset by its age, but its day of purchase is unknown.
        UnknownAge "unknown_age" "the day of purchase is unknown" "la date d'achat est inconnue",
        /// No inclusion selects the asset.
        NotSelected "not_selected" "the asset is not selected" "l'équipement n'est pas retenu",
        /// An inclusion selects the asset, but its number, or that of the perimeter, is reached.
        BeyondCap "beyond_cap" "beyond the cap" "au-delà du plafond",
    }
}

/// What one contract says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    /// The contract.
    pub contract: ContractId,
    /// Its reference, as printed.
    pub reference: Box<str>,
    /// What it says.
    pub outcome: Outcome,
    /// Number of the version that holds on the day.
    pub version: usize,
    /// Number of the exclusion or inclusion that decided, from 0; `None` for any other reason, and for the
    /// cap of the whole perimeter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selection: Option<usize>,
    /// Whether it covers only if it is tacitly renewed after `as_of`.
    pub by_tacit_renewal: bool,
    /// The verdict for people, without the reference.
    pub text: Text,
}

impl Verdict {
    fn worded(mut self) -> Verdict {
        self.text = Text::new(&self.words(Lang::En), Some(&self.words(Lang::Fr)));
        self
    }

    fn words(&self, lang: Lang) -> String {
        let mut text = self.outcome.label(lang).to_owned();
        if let Some(number) = self.selection {
            let name = match self.outcome {
                Outcome::Excluded => lang.pick("exclusion", "exclusion"),
                _ => lang.pick("inclusion", "inclusion"),
            };
            text = format!("{text} ({name} {})", number + 1);
        }
        if self.by_tacit_renewal {
            text.push_str(lang.pick(", by tacit renewal", ", par tacite reconduction"));
        }
        text
    }
}

/// Whether an asset is covered for a service on a day, as known on `as_of`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// The asset.
    pub asset: AssetId,
    /// The service.
    pub service: Service,
    /// The day asked.
    pub day: Day,
    /// What later renewals are judged from.
    pub as_of: Day,
    /// What every contract says: the winner, the losers from the next best, then those that do not cover,
    /// by id.
    pub verdicts: Vec<Verdict>,
}

impl Coverage {
    /// The contract that covers; `None` when none does.
    pub fn winner(&self) -> Option<&Verdict> {
        self.verdicts.first().filter(|verdict| verdict.outcome == Outcome::Covered)
    }

    /// Whether a contract covers.
    pub fn is_covered(&self) -> bool {
        self.winner().is_some()
    }

    /// Contracts that cover too, from the next best.
    pub fn losers(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| verdict.outcome == Outcome::LowerPriority)
    }
}

/// A contract with what was worked out of it over an estate, ready to answer for any asset and day.
#[derive(Debug, Clone, Copy)]
pub struct Reach<'a> {
    contract: &'a Contract,
    memberships: &'a Memberships,
    estate: &'a Estate,
}

impl<'a> Reach<'a> {
    /// `memberships` are those of this contract over this estate.
    pub fn new(
        contract: &'a Contract,
        memberships: &'a Memberships,
        estate: &'a Estate,
    ) -> Reach<'a> {
        Reach { contract, memberships, estate }
    }

    /// The contract.
    pub fn contract(&self) -> &'a Contract {
        self.contract
    }

    /// What the contract says, as if it were alone.
    pub fn verdict(&self, asset: &Asset, service: Service, day: Day, as_of: Day) -> Verdict {
        let contract = self.contract;
        let version = contract.version_at(day);
        let (outcome, selection) = self.outcome(asset, service, day);
        let current = contract.term_at(as_of).end;
        Verdict {
            contract: contract.id().clone(),
            reference: contract.reference().into(),
            outcome,
            version: version.number,
            selection,
            by_tacit_renewal: outcome == Outcome::Covered && current.is_some_and(|end| end <= day),
            text: Text::new("", None),
        }
        .worded()
    }

    /// The outcome alone, with the number of the exclusion or inclusion that decided.
    pub fn outcome(&self, asset: &Asset, service: Service, day: Day) -> (Outcome, Option<usize>) {
        let contract = self.contract;
        let version = contract.version_at(day);
        let term = contract.term();
        let outcome = if day < contract.begin() {
            Outcome::NotBegun
        } else if term.final_end().is_some_and(|end| day >= end) {
            match term.parts().termination {
                Some(_) => Outcome::Terminated,
                None => Outcome::Ended,
            }
        } else if contract.suspension_at(day).is_some() {
            Outcome::Suspended
        } else if version.service(service).is_none() {
            Outcome::NoService
        } else {
            return self.standing(version, asset, day);
        };
        (outcome, None)
    }

    fn standing(&self, version: &Version, asset: &Asset, day: Day) -> (Outcome, Option<usize>) {
        let standing = version.content.perimeter.standing(asset, day.number());
        match standing {
            Standing::Inside => {
                let Some(membership) = self.memberships.of(version.number) else {
                    return (Outcome::Covered, None);
                };
                // An asset that the estate does not have was let in by no cap.
                let place = self.place(asset);
                match place.map(|place| membership.standing(place, day.number())) {
                    Some((true, _)) => (Outcome::Covered, None),
                    Some((false, Some(number))) if number != WHOLE => {
                        (Outcome::BeyondCap, usize::try_from(number).ok())
                    }
                    _ => (Outcome::BeyondCap, None),
                }
            }
            Standing::Excluded(number) => (Outcome::Excluded, Some(number)),
            Standing::OtherAge(number) => (Outcome::OtherAge, Some(number)),
            Standing::UnknownAge(number) => (Outcome::UnknownAge, Some(number)),
            Standing::NotJoined => (Outcome::NotJoined, None),
            Standing::Away => (Outcome::Away, None),
            Standing::Left => (Outcome::Left, None),
            Standing::NotSelected => (Outcome::NotSelected, None),
        }
    }

    fn place(&self, asset: &Asset) -> Option<u32> {
        let place = self.estate.assets().binary_search_by(|other| other.id.cmp(&asset.id)).ok()?;
        u32::try_from(place).ok()
    }

    /// The days of the term on which the asset is in the perimeter while the version has the service, if
    /// one is named.
    fn days(&self, asset: &Asset, service: Option<Service>, within: Days) -> Vec<Days> {
        let mut days = Vec::new();
        let Some(within) = common(within, self.contract.life()) else {
            return days;
        };
        for version in self.contract.versions() {
            let Some(within) = common(version.days(), within) else { continue };
            if service.is_some_and(|service| version.service(service).is_none()) {
                continue;
            }
            match self.memberships.of(version.number) {
                None => days.extend(version.content.perimeter.days_of(asset, within)),
                Some(membership) => {
                    let inside = self.place(asset).map(|place| membership.days_of(place));
                    let inside = inside.unwrap_or_default();
                    days.extend(inside.into_iter().filter_map(|piece| common(piece, within)));
                }
            }
        }
        joined(days)
    }

    /// The periods of `window` on which the contract covers `service` on `asset`, by day; disjoint, with a
    /// day between them. Tacit renewal is assumed to go on; suspensions are left out.
    pub fn covered_periods(&self, asset: &Asset, service: Service, window: Period) -> Vec<Period> {
        let window = (window.start().number(), window.end().number());
        let mut days = self.days(asset, Some(service), window);
        for suspension in self.contract.suspensions() {
            let period = suspension.period;
            days = without(&days, (period.start().number(), period.end().number()));
        }
        let day = Day::from_number;
        days.into_iter().filter_map(|(from, to)| Period::new(day(from)?, day(to)?)).collect()
    }

    /// The days of `window` on which the asset is in the perimeter, whatever the service, suspensions
    /// included; half-open, by day, disjoint.
    pub fn member_periods(&self, asset: &Asset, window: Period) -> Vec<Period> {
        let window = (window.start().number(), window.end().number());
        let days = self.days(asset, None, window).into_iter();
        let day = Day::from_number;
        days.filter_map(|(from, to)| Period::new(day(from)?, day(to)?)).collect()
    }

    /// Whether the asset is in the perimeter for `service` on any day of the term, suspended or not.
    pub fn ever_covers(&self, asset: &Asset, service: Service) -> bool {
        let life = self.contract.life();
        self.contract.versions().iter().any(|version| {
            let Some(within) = common(version.days(), life) else { return false };
            let perimeter = &version.content.perimeter;
            version.service(service).is_some()
                && match self.memberships.of(version.number) {
                    None if perimeter.is_timeless() => perimeter.takes(asset),
                    None => !perimeter.days_of(asset, within).is_empty(),
                    Some(membership) => {
                        self.place(asset).is_some_and(|place| !membership.days_of(place).is_empty())
                    }
                }
        })
    }
}

/// Whether `asset` is covered for `service` on `day`, as known on `as_of`: which contract, and what every
/// other says.
///
/// A day beyond the current end (as of `as_of`) of a contract under tacit renewal counts as covered, and
/// the verdict says so; one at or after a termination does not. Of several that cover, the greatest
/// priority wins, then the earliest begin, then the lowest id. An instant is asked by its civil day.
pub fn covered(
    contracts: &[Reach<'_>],
    asset: &Asset,
    service: Service,
    day: Day,
    as_of: Day,
) -> Coverage {
    let mut judged: Vec<(&Contract, Verdict)> = contracts
        .iter()
        .map(|reach| (reach.contract, reach.verdict(asset, service, day, as_of)))
        .collect();
    // Those that cover by rank, then the others; both by id in the end.
    order::sort_by(&mut judged, |a, b| {
        let covers = |verdict: &Verdict| verdict.outcome == Outcome::Covered;
        let first = covers(&a.1).then(|| a.0.rank());
        let second = covers(&b.1).then(|| b.0.rank());
        let order = second.is_some().cmp(&first.is_some()).then(first.cmp(&second));
        order.then_with(|| a.0.id().cmp(b.0.id()))
    });
    let lower = |(rank, (_, verdict)): (usize, (&Contract, Verdict))| {
        if rank == 0 || verdict.outcome != Outcome::Covered {
            return verdict;
        }
        Verdict { outcome: Outcome::LowerPriority, ..verdict }.worded()
    };
    let verdicts = judged.into_iter().enumerate().map(lower).collect();
    Coverage { asset: asset.id.clone(), service, day, as_of, verdicts }
}
