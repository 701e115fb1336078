//! Assets, sites, and what was found beside them.

use entretien::inventory;
use entretien::takeover::{self, DuplicateKind};
use entretien::text::{Label, Lang};
use serde::Serialize;
use tsify::Tsify;

/// An amount of money.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Money {
    /// Integer minor units (cents), within ±(2^53-1).
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// One piece of equipment. What is not known is `null`.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Asset {
    /// Its id.
    pub id: String,
    /// Name that people use.
    pub name: String,
    /// Kind of equipment.
    #[tsify(type = "Category")]
    pub category: inventory::Category,
    /// Kind of equipment, for people.
    pub category_label: String,
    /// Id of the site where it stands.
    pub site: String,
    /// How much its failure hurts.
    #[tsify(type = "Criticality | null")]
    pub criticality: Option<inventory::Criticality>,
    /// How intensely it is used.
    #[tsify(type = "Usage | null")]
    pub usage: Option<inventory::Usage>,
    /// Free labels, sorted.
    pub tags: Vec<String>,
    /// Serial number, never a placeholder.
    pub serial: Option<String>,
    /// Hardware UUID.
    pub uuid: Option<String>,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Operating system or firmware family, as reported.
    pub os: Option<String>,
    /// Its version, as reported.
    pub os_version: Option<String>,
    /// Firmware version.
    pub firmware: Option<String>,
    /// Memory in mebibytes.
    pub memory_mib: Option<u64>,
    /// Last start of the system, `YYYY-MM-DD`.
    pub last_boot: Option<String>,
    /// Day of the inventory that these facts come from, `YYYY-MM-DD`.
    pub last_inventory: Option<String>,
    /// Day of purchase, `YYYY-MM-DD`.
    pub purchase: Option<String>,
    /// Purchase price.
    pub price: Option<Money>,
    /// First day without warranty, `YYYY-MM-DD`.
    pub warranty_end: Option<String>,
}

/// Assets, in order.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct AssetList(pub Vec<Asset>);

pub(crate) fn assets_of(assets: &[inventory::Asset], lang: Lang) -> AssetList {
    AssetList(assets.iter().map(|asset| asset_of(asset, lang)).collect())
}

fn asset_of(asset: &inventory::Asset, lang: Lang) -> Asset {
    let facts = &asset.facts;
    let text = |value: &Option<Box<str>>| value.as_deref().map(str::to_owned);
    Asset {
        id: asset.id.to_string(),
        name: asset.name.to_string(),
        category: asset.category,
        category_label: asset.category.label(lang).to_owned(),
        site: asset.site.to_string(),
        criticality: asset.criticality,
        usage: asset.usage,
        tags: asset.tags.iter().map(ToString::to_string).collect(),
        serial: text(&facts.serial),
        uuid: text(&facts.uuid),
        manufacturer: text(&facts.manufacturer),
        model: text(&facts.model),
        os: text(&facts.os),
        os_version: text(&facts.os_version),
        firmware: text(&facts.firmware),
        memory_mib: facts.memory_mib,
        last_boot: facts.last_boot.map(|day| day.to_string()),
        last_inventory: facts.last_inventory.map(|day| day.to_string()),
        purchase: facts.purchase.map(|day| day.to_string()),
        price: facts.price.map(|price| Money {
            minor: price.minor(),
            currency: price.currency().code().to_owned(),
        }),
        warranty_end: facts.warranty_end.map(|day| day.to_string()),
    }
}

/// A place where assets stand.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Sites, in order.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct SiteList(pub Vec<Site>);

pub(crate) fn sites_of(sites: &[inventory::Site]) -> SiteList {
    let one =
        |site: &inventory::Site| Site { id: site.id.to_string(), name: site.name.to_string() };
    SiteList(sites.iter().map(one).collect())
}

/// One identity that more than one record carries.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Duplicate {
    /// Kind of identity.
    #[tsify(type = "\"serial\" | \"uuid\" | \"id\"")]
    pub kind: DuplicateKind,
    /// Its value.
    pub value: String,
    /// Ids of the assets that carry it: one when the records were merged.
    pub assets: Vec<String>,
    /// Whether the records became one asset.
    pub merged: bool,
    /// Names of the files that it comes from, sorted.
    pub sources: Vec<String>,
}

/// Duplicates, by kind, then value.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct DuplicateList(pub Vec<Duplicate>);

pub(crate) fn duplicates_of(duplicates: &[takeover::Duplicate]) -> DuplicateList {
    let one = |duplicate: &takeover::Duplicate| Duplicate {
        kind: duplicate.kind,
        value: duplicate.value.clone(),
        assets: duplicate.assets.iter().map(ToString::to_string).collect(),
        merged: duplicate.merged,
        sources: duplicate.sources.clone(),
    };
    DuplicateList(duplicates.iter().map(one).collect())
}

/// How many there are of one kind.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Count {
    /// The kind.
    pub key: String,
    /// How many.
    pub count: u64,
}

/// Counts, by key.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct CountList(pub Vec<Count>);

pub(crate) fn counts_of<'a>(counts: impl IntoIterator<Item = (&'a String, &'a u64)>) -> CountList {
    let one = |(key, count): (&'a String, &'a u64)| Count { key: key.clone(), count: *count };
    CountList(counts.into_iter().map(one).collect())
}
