//! Bringing inventoried assets into the declared estate.

use crate::error::{Fault, codes};
use crate::id::SiteId;
use crate::inventory::{Asset, Facts, Site, UNKNOWN_SITE};

/// Adds the assets `found` by inventories to those `declared`.
///
/// Where both know an asset (same id), the declared values win and the found ones fill what is
/// unknown. The others follow the declared ones, in their order. A found asset on a site that `sites`
/// does not know is put on the site `unknown`, with a `TAK-010` diagnostic. The site `unknown` is added
/// when an asset needs it.
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
    known.sort();
    let mut site_ids: Vec<Box<str>> = sites.iter().map(|site| site.id.as_str().into()).collect();
    site_ids.sort();
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
        match place.ok().and_then(|place| known.get(place)).and_then(|(_, i)| declared.get_mut(*i))
        {
            Some(own) => fill(own, asset),
            None => declared.push(asset),
        }
    }
    let needed = declared.iter().any(|asset| asset.site.as_str() == UNKNOWN_SITE);
    if needed && !site_ids.iter().any(|id| &**id == UNKNOWN_SITE) {
        sites.push(Site { id: unknown_site(), name: UNKNOWN_SITE.into(), calendar: None });
    }
    (sites, declared, diagnostics)
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
    let Facts {
        serial,
        uuid,
        manufacturer,
        model,
        os,
        os_version,
        firmware,
        memory_mib,
        last_boot,
        last_inventory,
        purchase,
        price,
        warranty_end,
        software,
        drives,
        batteries,
        antivirus,
    } = *other.facts;
    let facts = &mut own.facts;
    facts.serial = facts.serial.take().or(serial);
    facts.uuid = facts.uuid.take().or(uuid);
    facts.manufacturer = facts.manufacturer.take().or(manufacturer);
    facts.model = facts.model.take().or(model);
    facts.os = facts.os.take().or(os);
    facts.os_version = facts.os_version.take().or(os_version);
    facts.firmware = facts.firmware.take().or(firmware);
    facts.memory_mib = facts.memory_mib.or(memory_mib);
    facts.last_boot = facts.last_boot.or(last_boot);
    facts.last_inventory = facts.last_inventory.or(last_inventory);
    facts.purchase = facts.purchase.or(purchase);
    facts.price = facts.price.or(price);
    facts.warranty_end = facts.warranty_end.or(warranty_end);
    facts.antivirus = facts.antivirus.take().or(antivirus);
    if facts.software.is_empty() {
        facts.software = software;
    }
    if facts.drives.is_empty() {
        facts.drives = drives;
    }
    if facts.batteries.is_empty() {
        facts.batteries = batteries;
    }
}
