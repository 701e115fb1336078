//! Assets, sites, and what was found beside them.

use entretien::inventory;
use entretien::takeover::{self, DuplicateKind};
use entretien::text::{Label, Lang};
use entretien::time::Day;
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
    /// Number that the owner gave (inventory label).
    pub asset_number: Option<String>,
    /// Version of the kernel, as reported: for Windows the build.
    pub kernel: Option<String>,
    /// Who sold it.
    pub supplier: Option<String>,
    /// Person or team that uses it.
    pub user: Option<String>,
    /// Where it stands on its site.
    pub location: Option<String>,
    /// Day on which the operating system was installed, `YYYY-MM-DD`.
    pub os_installed: Option<String>,
    /// Day on which it was put into service, `YYYY-MM-DD`; its book life counts from it.
    pub in_service: Option<String>,
    /// First day after the life that its maker or owner states for it, `YYYY-MM-DD`.
    pub end_of_life: Option<String>,
    /// Day of its last backup, `YYYY-MM-DD`.
    pub last_backup: Option<String>,
    /// Processor cores.
    pub core_count: Option<u32>,
    /// How its price is written off.
    #[tsify(type = "BookMethod | null")]
    pub book_method: Option<inventory::BookMethod>,
    /// Over how many years.
    pub book_years: Option<u16>,
    /// Where it is in its life.
    #[tsify(type = "Lifecycle | null")]
    pub lifecycle: Option<inventory::Lifecycle>,
    /// Whether something watches it.
    pub is_monitored: Option<bool>,
    /// Whether it is backed up.
    pub is_backed_up: Option<bool>,
    /// Whether its configuration is documented.
    pub is_documented: Option<bool>,
    /// Whether a remote maintenance agent of the provider runs on it.
    pub has_remote_agent: Option<bool>,
    /// Whether the provider reaches its network.
    pub is_reachable: Option<bool>,
    /// MAC addresses, lower case with colons, in the order reported.
    pub mac_addresses: Vec<String>,
    /// Remote control tools found on it, in the order reported.
    pub remote_tools: Vec<String>,
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
    let day = |value: Option<Day>| value.map(|day| day.to_string());
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
        last_boot: day(facts.last_boot),
        last_inventory: day(facts.last_inventory),
        purchase: day(facts.purchase),
        price: facts.price.map(|price| Money {
            minor: price.minor(),
            currency: price.currency().code().to_owned(),
        }),
        warranty_end: day(facts.warranty_end),
        asset_number: text(&facts.asset_number),
        kernel: text(&facts.kernel),
        supplier: text(&facts.supplier),
        user: text(&facts.user),
        location: text(&facts.location),
        os_installed: day(facts.os_installed),
        in_service: day(facts.in_service),
        end_of_life: day(facts.end_of_life),
        last_backup: day(facts.last_backup),
        core_count: facts.core_count,
        book_method: facts.book_method,
        book_years: facts.book_years,
        lifecycle: facts.lifecycle,
        is_monitored: facts.is_monitored,
        is_backed_up: facts.is_backed_up,
        is_documented: facts.is_documented,
        has_remote_agent: facts.has_remote_agent,
        is_reachable: facts.is_reachable,
        mac_addresses: facts.mac_addresses.iter().map(ToString::to_string).collect(),
        remote_tools: facts.remote_tools.iter().map(ToString::to_string).collect(),
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
