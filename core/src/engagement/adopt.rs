//! Bringing inventoried assets into the declared estate.

use crate::error::{Fault, codes};
use crate::id::SiteId;
use crate::inventory::{Asset, Site, UNKNOWN_SITE};
use crate::order;
use crate::takeover::folded;

/// Adds the assets `found` by inventories to those `declared`.
///
/// Where both know an asset (same id), the declared values win and the found ones fill what is
/// unknown. The others follow the declared ones, in their order. A found asset on a site that `sites`
/// does not know is put on the site `unknown`, with a `TAK-010` diagnostic. A found asset whose serial
/// number a declared one of another id carries is kept, with a `TAK-008`: one machine may be there
/// twice. The site `unknown` is added when an asset needs it.
pub fn adopt(
    mut sites: Vec<Site>,
    mut declared: Vec<Asset>,
    found: &[Asset],
) -> (Vec<Site>, Vec<Asset>, Vec<Fault>) {
    let mut diagnostics = Vec::new();
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
    for asset in found {
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
    (sites, declared, diagnostics)
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
