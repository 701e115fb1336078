//! Bringing inventoried assets into the declared estate.

use super::Comparison;
use super::compare::compare;
use crate::error::{Fault, codes};
use crate::id::{AssetId, SiteId};
use crate::inventory::{Asset, Relation, RelationKind, Site, UNKNOWN_SITE};
use crate::order;
use crate::takeover::{Takeover, folded};

/// The parts of an estate after a takeover was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Adoption {
    /// The declared sites, and `unknown` when an asset needs it.
    pub sites: Vec<Site>,
    /// The declared assets in their order, then those that were only found.
    pub assets: Vec<Asset>,
    /// The declared relations in their order, then those of registers.
    pub relations: Vec<Relation>,
    /// What was doubtful.
    pub diagnostics: Vec<Fault>,
    /// Declared against found.
    pub comparison: Comparison,
}

/// Adds the assets and relations of `takeover` to the `declared` ones.
///
/// Where both know an asset (same id), the declared values win and the found ones fill what is unknown;
/// known values that differ are conflicts of the [`Comparison`]. The others follow the declared ones, in
/// their order. A found asset on a site that `sites` does not know is put on the site `unknown`, with a
/// `TAK-010` diagnostic. A found asset whose serial number a declared one of another id carries is kept,
/// with a `TAK-008`: one machine may be there twice. The site `unknown` is added when an asset needs it.
///
/// Relations of registers follow the declared ones, in order; one that would close a circle of
/// `depends_on`, or relates an asset to itself, is left out with a `TAK-073`: the document goes before.
pub fn adopt(
    mut sites: Vec<Site>,
    mut declared: Vec<Asset>,
    mut relations: Vec<Relation>,
    takeover: &Takeover,
) -> Adoption {
    let mut diagnostics = Vec::new();
    let comparison = compare(&declared, takeover);
    let mut known: Vec<(Box<str>, usize)> = declared
        .iter()
        .enumerate()
        .map(|(index, asset)| (asset.id.as_str().into(), index))
        .collect();
    order::sort(&mut known);
    let mut serials: Vec<(String, Box<str>)> = declared
        .iter()
        .filter_map(|asset| Some((folded(asset.facts.serial.as_ref()?), asset.id.as_str().into())))
        .collect();
    order::sort(&mut serials);
    let mut site_ids: Vec<Box<str>> = sites.iter().map(|site| site.id.as_str().into()).collect();
    order::sort(&mut site_ids);
    let has_site =
        |id: &str| id == UNKNOWN_SITE || site_ids.binary_search_by(|s| (**s).cmp(id)).is_ok();
    for asset in &takeover.assets {
        let mut asset = asset.clone();
        if !has_site(asset.site.as_str()) {
            let message =
                format!("asset `{}` is on site `{}`, which is not declared", asset.id, asset.site);
            diagnostics.push(Fault::new(codes::TAK_UNKNOWN_SITE, "", message));
            asset.site = unknown_site();
        }
        let place = known.binary_search_by(|(id, _)| (**id).cmp(asset.id.as_str()));
        let own = place.ok().and_then(|place| known.get(place));
        if let Some(own) = own.and_then(|(_, index)| declared.get_mut(*index)) {
            fill(own, asset);
        } else {
            diagnostics.extend(declared_twin(&asset, &serials));
            declared.push(asset);
        }
    }
    let needed = declared.iter().any(|asset| asset.site.as_str() == UNKNOWN_SITE);
    if needed && !site_ids.iter().any(|id| &**id == UNKNOWN_SITE) {
        sites.push(Site { id: unknown_site(), name: UNKNOWN_SITE.into(), calendar: None });
    }
    let found = takeover.asset_relations.iter().cloned();
    diagnostics.extend(add_relations(&mut relations, found, &declared));
    Adoption { sites, assets: declared, relations, diagnostics, comparison }
}

/// Adds the relations that are not there yet and close no circle; tells the others.
fn add_relations(
    relations: &mut Vec<Relation>,
    found: impl Iterator<Item = Relation>,
    assets: &[Asset],
) -> Vec<Fault> {
    let mut diagnostics = Vec::new();
    let mut needs = Needs::new(assets);
    for relation in relations.iter() {
        needs.add(relation);
    }
    for relation in found {
        if relation.from == relation.to || needs.closes_circle(&relation) {
            let Relation { from, to, .. } = &relation;
            let message = format!("`{from}` depends on `{to}`, which already depends on it");
            diagnostics.push(Fault::new(codes::TAK_RELATION_CIRCLE, "", message));
        } else {
            needs.add(&relation);
            relations.push(relation);
        }
    }
    diagnostics
}

/// Which assets each asset depends on.
struct Needs<'a> {
    ids: Vec<&'a AssetId>,
    /// For each asset, the places of those that it depends on.
    targets: Vec<Vec<usize>>,
    /// Number of the search that last saw each asset.
    seen: Vec<usize>,
    searches: usize,
}

impl<'a> Needs<'a> {
    fn new(assets: &'a [Asset]) -> Needs<'a> {
        let mut ids: Vec<&AssetId> = assets.iter().map(|asset| &asset.id).collect();
        order::sort_once(&mut ids);
        let count = ids.len();
        Needs { ids, targets: vec![Vec::new(); count], seen: vec![0; count], searches: 0 }
    }

    fn place(&self, id: &AssetId) -> Option<usize> {
        self.ids.binary_search(&id).ok()
    }

    fn add(&mut self, relation: &Relation) {
        let ends = (self.place(&relation.from), self.place(&relation.to));
        if relation.kind == RelationKind::DependsOn
            && let (Some(from), Some(to)) = ends
            && let Some(list) = self.targets.get_mut(from)
        {
            list.push(to);
        }
    }

    /// Whether what `relation` depends on depends on its own first end.
    fn closes_circle(&mut self, relation: &Relation) -> bool {
        if relation.kind != RelationKind::DependsOn {
            return false;
        }
        let (Some(goal), Some(start)) = (self.place(&relation.from), self.place(&relation.to))
        else {
            return false;
        };
        self.searches += 1;
        let mut open = vec![start];
        while let Some(place) = open.pop() {
            if place == goal {
                return true;
            }
            let Some(seen) = self.seen.get_mut(place) else { continue };
            if std::mem::replace(seen, self.searches) != self.searches {
                open.extend(self.targets.get(place).into_iter().flatten());
            }
        }
        false
    }
}

/// The doubt that `asset` is a declared one under another id, by serial number.
fn declared_twin(asset: &Asset, serials: &[(String, Box<str>)]) -> Option<Fault> {
    let serial = asset.facts.serial.as_ref()?;
    let folded = folded(serial);
    let place = serials.partition_point(|(known, _)| *known < folded);
    let (_, other) = serials.get(place).filter(|(known, _)| *known == folded)?;
    let message =
        format!("`{}` has the serial number `{serial}` of the declared `{other}`", asset.id);
    Some(Fault::new(codes::TAK_DUPLICATE, "", message))
}

/// The id of the site `unknown`.
#[expect(clippy::expect_used, reason = "a constant that is an id")]
pub(crate) fn unknown_site() -> SiteId {
    SiteId::new(UNKNOWN_SITE).expect("`unknown` is an id")
}

/// Fills what `own` does not know from `other`.
fn fill(own: &mut Asset, other: Asset) {
    if own.site.as_str() == UNKNOWN_SITE {
        own.site = other.site;
    }
    own.criticality = own.criticality.or(other.criticality);
    own.usage = own.usage.or(other.usage);
    for tag in &other.tags {
        own.add_tag(tag);
    }
    own.facts.fill(*other.facts);
}
