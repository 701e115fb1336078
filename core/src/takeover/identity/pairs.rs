//! Assets of two lists that are one machine under two ids.

use super::join::{Card, MatchedBy, join};
use crate::inventory::Asset;
use crate::order;

/// The pairs of `before` and `after`, assets of different ids, that are one machine: places in each list,
/// and by what. Each asset is in at most one pair; pairs are in order of `before`.
///
/// The rules are those of several sources (module documentation of [`crate::takeover`]), without names; a MAC
/// address that several assets of one list have counts for none.
pub(crate) fn same_machines(before: &[&Asset], after: &[&Asset]) -> Vec<(usize, usize, MatchedBy)> {
    let cards = |source, assets: &[&Asset]| {
        let mut cards: Vec<Card> =
            assets.iter().map(|asset| Card::of_asset(source, asset)).collect();
        let macs = cards.iter().flat_map(|card| card.macs.iter().map(|mac| (mac.clone(), ())));
        let mut several = order::group(macs.collect());
        several.retain(|(_, carriers)| carriers.len() > 1);
        for card in &mut cards {
            card.macs.retain(|mac| several.binary_search_by(|(other, _)| other.cmp(mac)).is_err());
        }
        cards
    };
    let mut all = cards(1, before);
    all.extend(cards(2, after));
    let joined = join(&all);
    let pairs = joined.groups.iter().filter_map(|group| match &group[..] {
        [one, other] => {
            let (first, second) = (all.get(*one)?, all.get(*other)?);
            let shares = |by: &MatchedBy| {
                by.keys(first).iter().any(|value| by.keys(second).binary_search(value).is_ok())
            };
            let by = MatchedBy::ALL.iter().copied().find(shares)?;
            Some((*one, other.checked_sub(before.len())?, by))
        }
        _ => None,
    });
    pairs.collect()
}
