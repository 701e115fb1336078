//! The estate as a whole, consistent by construction.

use super::{Asset, Licence, RelationKind, Site};
use crate::error::{Error, Fault, Faults, codes};
use crate::id::{AssetId, SiteId};
use crate::order;
use serde::Serialize;

/// Most assets of one estate.
pub const ASSETS_MAX: usize = 20_000_000;

/// How `from` stands to `to`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relation {
    /// What the relation says.
    pub kind: RelationKind,
    /// The asset that depends, or one of a redundant pair (the lower id).
    pub from: AssetId,
    /// The asset that it depends on, or the other of the pair.
    pub to: AssetId,
}

/// Sites, assets and relations, sorted by id; every id is unique and known, dependencies have no circle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Estate {
    sites: Vec<Site>,
    assets: Vec<Asset>,
    relations: Vec<Relation>,
    licences: Vec<Licence>,
}

impl Estate {
    /// Builds an estate from parts in any order.
    ///
    /// # Errors
    /// `DOC-002` too many assets · `DOC-012` an id twice · `DOC-013` an id that nothing declares ·
    /// `INV-001` circular `depends_on` · `INV-002` an asset related to itself. Pointers are those of
    /// the arrays given: `/sites/0`, `/assets/0`, `/relations/0`.
    pub fn new(
        sites: Vec<Site>,
        assets: Vec<Asset>,
        relations: Vec<Relation>,
    ) -> Result<Estate, Error> {
        let mut faults = Faults::new();
        if assets.len() > ASSETS_MAX {
            return Err(Error::new(
                codes::DOC_TOO_LARGE,
                "/assets",
                format!("{} assets, at most {ASSETS_MAX}", assets.len()),
            ));
        }
        let sites = sorted_unique(sites, "/sites", |site| site.id.as_str(), &mut faults);
        let asset_sites: Vec<(usize, SiteId)> = assets
            .iter()
            .enumerate()
            .filter(|(_, asset)| find_by(&sites, asset.site.as_str(), |s| s.id.as_str()).is_none())
            .map(|(index, asset)| (index, asset.site.clone()))
            .collect();
        for (index, site) in asset_sites {
            faults.add(
                codes::DOC_DANGLING_ID,
                format!("/assets/{index}/site"),
                format!("no site `{site}`"),
            );
        }
        let assets = sorted_unique(assets, "/assets", |asset| asset.id.as_str(), &mut faults);
        let relations = check_relations(relations, &assets, &mut faults);
        Error::check(faults.into_vec())?;
        Ok(Estate { sites, assets, relations, licences: Vec::new() })
    }

    /// The estate with its licences, in any order.
    ///
    /// # Errors
    /// `DOC-012` an id twice, at its place in `/licences`.
    pub fn with_licences(mut self, licences: Vec<Licence>) -> Result<Estate, Error> {
        let mut faults = Faults::new();
        self.licences = sorted_unique(licences, "/licences", |l| l.id.as_str(), &mut faults);
        Error::check(faults.into_vec())?;
        Ok(self)
    }

    /// Licences, by id.
    pub fn licences(&self) -> &[Licence] {
        &self.licences
    }

    /// Sites, by id.
    pub fn sites(&self) -> &[Site] {
        &self.sites
    }

    /// Assets, by id.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// Those that are not retired, by id.
    pub(crate) fn living(&self) -> impl Iterator<Item = &Asset> {
        self.assets.iter().filter(|asset| !asset.is_retired())
    }

    /// Relations, by kind, then ids.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// The asset of this place, whose id must stay.
    pub(crate) fn asset_mut(&mut self, place: usize) -> Option<&mut Asset> {
        self.assets.get_mut(place)
    }

    /// The asset with this id.
    pub fn asset(&self, id: &str) -> Option<&Asset> {
        find_by(&self.assets, id, |asset| asset.id.as_str())
    }

    /// The site with this id.
    pub fn site(&self, id: &str) -> Option<&Site> {
        find_by(&self.sites, id, |site| site.id.as_str())
    }

    /// Takes the estate apart.
    pub fn into_parts(self) -> EstateParts {
        let Estate { sites, assets, relations, licences } = self;
        EstateParts { sites, assets, relations, licences }
    }
}

/// What an estate is made of, in any order, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EstateParts {
    /// Sites.
    pub sites: Vec<Site>,
    /// Assets.
    pub assets: Vec<Asset>,
    /// Relations.
    pub relations: Vec<Relation>,
    /// Licences.
    pub licences: Vec<Licence>,
}

impl EstateParts {
    /// The estate of these parts.
    ///
    /// # Errors
    /// As [`Estate::new`] and [`Estate::with_licences`].
    pub fn build(self) -> Result<Estate, Error> {
        Estate::new(self.sites, self.assets, self.relations)?.with_licences(self.licences)
    }
}

fn find_by<'a, T>(sorted: &'a [T], id: &str, key: impl Fn(&T) -> &str) -> Option<&'a T> {
    let place = sorted.binary_search_by(|item| key(item).cmp(id)).ok()?;
    sorted.get(place)
}

/// Sorts by id; a second use of an id is a fault at its place in the array given.
fn sorted_unique<T>(
    items: Vec<T>,
    pointer: &str,
    key: impl Fn(&T) -> &str,
    faults: &mut Faults,
) -> Vec<T> {
    let mut indexed: Vec<(usize, T)> = items.into_iter().enumerate().collect();
    order::sort_by(&mut indexed, |a, b| key(&a.1).cmp(key(&b.1)));
    let mut twice: Vec<(usize, String)> = indexed
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if key(&a.1) == key(&b.1) => Some((b.0, key(&b.1).to_owned())),
            _ => None,
        })
        .collect();
    order::sort(&mut twice);
    for (index, id) in twice {
        faults.add(
            codes::DOC_DUPLICATE_ID,
            format!("{pointer}/{index}/id"),
            format!("`{id}` is used twice"),
        );
    }
    indexed.into_iter().map(|(_, item)| item).collect()
}

fn check_relations(
    relations: Vec<Relation>,
    assets: &[Asset],
    faults: &mut Faults,
) -> Vec<Relation> {
    let known = |id: &AssetId| find_by(assets, id.as_str(), |asset| asset.id.as_str()).is_some();
    let mut kept = Vec::with_capacity(relations.len());
    for (index, relation) in relations.into_iter().enumerate() {
        let place = format!("/relations/{index}");
        for (field, id) in [("from", &relation.from), ("to", &relation.to)] {
            if !known(id) {
                faults.add(
                    codes::DOC_DANGLING_ID,
                    format!("{place}/{field}"),
                    format!("no asset `{id}`"),
                );
            }
        }
        if relation.from == relation.to {
            faults.add(
                codes::INV_SELF_RELATION,
                place,
                format!("`{}` is related to itself", relation.from),
            );
        }
        kept.push(match relation {
            Relation { kind: RelationKind::RedundantWith, from, to } if to < from => {
                Relation { kind: RelationKind::RedundantWith, from: to, to: from }
            }
            other => other,
        });
    }
    order::sort(&mut kept);
    kept.dedup();
    if let Some(circle) = find_circle(&kept) {
        let path: Vec<&str> = circle.iter().map(|id| id.as_str()).collect();
        faults.push(Fault::new(
            codes::INV_CYCLE,
            "/relations",
            format!("`{}` depend on each other in a circle", path.join("` → `")),
        ));
    }
    kept
}

/// How far the search for a circle is with an asset.
#[derive(Clone, Copy, PartialEq)]
enum Visit {
    New,
    OnPath,
    Done,
}

/// One circle of `depends_on`, from its lowest id, or `None`. Depth-first, without recursion.
fn find_circle(sorted: &[Relation]) -> Option<Vec<&AssetId>> {
    let edges: Vec<&Relation> =
        sorted.iter().filter(|r| r.kind == RelationKind::DependsOn && r.from != r.to).collect();
    // An asset that depends on others is known by the place of its first edge.
    let first_edge = |id: &AssetId| edges.partition_point(|edge| edge.from < *id);
    let mut visits = vec![Visit::New; edges.len()];
    for root in edges.iter().map(|edge| &edge.from) {
        let place = first_edge(root);
        if visits.get(place) == Some(&Visit::Done) {
            continue;
        }
        let mut path: Vec<(&AssetId, usize, usize)> = vec![(root, place, place)];
        set(&mut visits, place, Visit::OnPath);
        while let Some(top) = path.last_mut() {
            let (id, place, next) = *top;
            top.2 += 1;
            let Some(edge) = edges.get(next).filter(|edge| edge.from == *id) else {
                set(&mut visits, place, Visit::Done);
                path.pop();
                continue;
            };
            let place = first_edge(&edge.to);
            // An asset that depends on nothing has no edge, and closes no circle.
            if edges.get(place).is_none_or(|edge_of| edge_of.from != edge.to) {
                continue;
            }
            match visits.get(place) {
                Some(Visit::OnPath) => return Some(rotate_to_lowest(&path, &edge.to)),
                Some(Visit::New) => {
                    set(&mut visits, place, Visit::OnPath);
                    path.push((&edge.to, place, place));
                }
                _ => {}
            }
        }
    }
    None
}

fn set(visits: &mut [Visit], place: usize, visit: Visit) {
    if let Some(slot) = visits.get_mut(place) {
        *slot = visit;
    }
}

fn rotate_to_lowest<'a>(path: &[(&'a AssetId, usize, usize)], entry: &AssetId) -> Vec<&'a AssetId> {
    let mut circle: Vec<&AssetId> =
        path.iter().map(|(id, ..)| *id).skip_while(|id| *id != entry).collect();
    let lowest = circle.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(place, _)| place);
    circle.rotate_left(lowest);
    circle
}
