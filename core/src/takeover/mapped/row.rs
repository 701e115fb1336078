//! One row of a mapped CSV.

use crate::id::{self, AssetId, SiteId};
use crate::inventory::{
    Asset, BookMethod, Category, Criticality, Facts, Lifecycle, UNKNOWN_SITE, Usage,
};
use crate::quantity::Money;
use crate::takeover::record::{Evidence, Lists, Origin, Record, Said};
use crate::time::Day;
use std::borrow::Cow;

/// A text of a row: cleaned, never empty.
pub type RowText<'r> = Option<Cow<'r, str>>;

/// What one row of a mapped CSV says of an asset. What it leaves empty, and what cannot be read, is
/// `None`; the latter is told.
///
/// Texts borrow from the row, so that reading costs no allocation; [`MappedRow::to_asset`] makes an asset
/// of it.
#[derive(Debug, Clone, Default)]
pub struct MappedRow<'r> {
    /// Line of the file, from 1.
    pub line: u64,
    /// Id of the asset, where a column says one.
    pub id: RowText<'r>,
    /// Name that people use.
    pub name: RowText<'r>,
    /// Serial number, never a placeholder.
    pub serial: RowText<'r>,
    /// Whether a placeholder stands in the place of the serial number.
    pub has_placeholder_serial: bool,
    /// Hardware UUID, never a placeholder.
    pub uuid: RowText<'r>,
    /// Number that the owner gave.
    pub asset_number: RowText<'r>,
    /// MAC addresses, lower case with colons, in the order written.
    pub mac_addresses: Vec<Box<str>>,
    /// Kind of equipment.
    pub category: Option<Category>,
    /// Its word, where it is not known.
    pub category_word: RowText<'r>,
    /// Site, by id.
    pub site: RowText<'r>,
    /// Where it stands on its site.
    pub location: RowText<'r>,
    /// Manufacturer.
    pub manufacturer: RowText<'r>,
    /// Model.
    pub model: RowText<'r>,
    /// Operating system.
    pub os: RowText<'r>,
    /// Version of the operating system.
    pub os_version: RowText<'r>,
    /// Firmware or BIOS version.
    pub firmware: RowText<'r>,
    /// Memory in mebibytes.
    pub memory_mib: Option<u64>,
    /// Processor cores.
    pub core_count: Option<u32>,
    /// Day of purchase.
    pub purchase: Option<Day>,
    /// Day on which it was put into service.
    pub in_service: Option<Day>,
    /// Purchase price.
    pub price: Option<Money>,
    /// Who sold it.
    pub supplier: RowText<'r>,
    /// First day without warranty.
    pub warranty_end: Option<Day>,
    /// First day after the life that its maker or owner states for it.
    pub end_of_life: Option<Day>,
    /// How its price is written off.
    pub book_method: Option<BookMethod>,
    /// Over how many months.
    pub book_years: Option<u16>,
    /// Person or team that uses it.
    pub user: RowText<'r>,
    /// Where it is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// How much its failure hurts.
    pub criticality: Option<Criticality>,
    /// How intensely it is used.
    pub usage: Option<Usage>,
    /// Labels as written, separated by semicolons or commas.
    pub tags: RowText<'r>,
    /// Labels that the mapping gives every asset.
    pub constant_tags: &'r [Box<str>],
    /// Company that owns it.
    pub company: RowText<'r>,
    /// Day on which it was last seen.
    pub last_inventory: Option<Day>,
    /// Day on which its operating system was installed.
    pub os_installed: Option<Day>,
    /// Day of its last start.
    pub last_boot: Option<Day>,
    /// Day of its last backup.
    pub last_backup: Option<Day>,
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
}

fn boxed(text: &RowText<'_>) -> Option<Box<str>> {
    text.as_deref().map(Into::into)
}

impl MappedRow<'_> {
    /// The id of the asset: the first that can be one of its id, its name, `serial:` and its serial
    /// number, `uuid:` and its UUID, its number.
    pub fn base_id(&self) -> Option<Cow<'_, str>> {
        let prefixed = |prefix: &str, text: &RowText<'_>| {
            text.as_deref().map(|text| Cow::Owned(format!("{prefix}{text}")))
        };
        let plain = |text: &'_ RowText<'_>| text.as_deref().is_some_and(id::is_id);
        if plain(&self.id) {
            return self.id.as_deref().map(Cow::Borrowed);
        }
        if plain(&self.name) {
            return self.name.as_deref().map(Cow::Borrowed);
        }
        [prefixed("serial:", &self.serial), prefixed("uuid:", &self.uuid)]
            .into_iter()
            .chain([self.asset_number.as_deref().map(Cow::Borrowed)])
            .flatten()
            .find(|id| id::is_id(id))
    }

    /// Everything that the row says as an asset of its own; of unknown category it is
    /// [`Category::Other`], of unknown site at [`UNKNOWN_SITE`]. `None` when nothing identifies it.
    pub fn to_asset(&self) -> Option<Asset> {
        let id = self.base_id()?;
        let id = AssetId::new(&id)?;
        let site = self.site.as_deref().and_then(SiteId::new);
        let site = site.or_else(|| SiteId::new(UNKNOWN_SITE))?;
        let name = self.name.as_deref().unwrap_or(id.as_str()).to_owned();
        let category = self.category.unwrap_or(Category::Other);
        let mut asset = Asset::new(id, &name, category, site);
        asset.criticality = self.criticality;
        asset.usage = self.usage;
        for tag in self.labels() {
            asset.add_tag(&tag);
        }
        asset.facts = Box::new(self.facts());
        if !self.mac_addresses.is_empty() {
            asset.facts.mac_addresses.clone_from(&self.mac_addresses);
        }
        Some(asset)
    }

    /// The labels, the company last.
    pub(in crate::takeover) fn labels(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let tags = self.tags.as_deref().unwrap_or_default().split([';', ',']);
        let tags = tags.map(str::trim).filter(|tag| !tag.is_empty()).map(Cow::Borrowed);
        let company = self.company.as_deref().map(|name| Cow::Owned(format!("company:{name}")));
        let constants = self.constant_tags.iter().map(|tag| Cow::Borrowed(&**tag));
        tags.chain(constants).chain(company)
    }

    fn facts(&self) -> Facts {
        Facts {
            serial: boxed(&self.serial),
            has_placeholder_serial: self.has_placeholder_serial,
            uuid: boxed(&self.uuid),
            asset_number: boxed(&self.asset_number),
            manufacturer: boxed(&self.manufacturer),
            model: boxed(&self.model),
            os: boxed(&self.os),
            os_version: boxed(&self.os_version),
            os_installed: self.os_installed,
            firmware: boxed(&self.firmware),
            memory_mib: self.memory_mib,
            core_count: self.core_count,
            last_boot: self.last_boot,
            last_inventory: self.last_inventory,
            purchase: self.purchase,
            in_service: self.in_service,
            price: self.price,
            supplier: boxed(&self.supplier),
            warranty_end: self.warranty_end,
            end_of_life: self.end_of_life,
            book_method: self.book_method,
            book_years: self.book_years,
            user: boxed(&self.user),
            location: boxed(&self.location),
            lifecycle: self.lifecycle,
            is_monitored: self.is_monitored,
            is_backed_up: self.is_backed_up,
            last_backup: self.last_backup,
            is_documented: self.is_documented,
            has_remote_agent: self.has_remote_agent,
            is_reachable: self.is_reachable,
            ..Facts::default()
        }
    }

    /// The row as a record of a register.
    pub(super) fn to_record(&self) -> Option<Record> {
        let base_id = self.base_id()?.into_owned();
        Some(Record {
            name: self.name.as_deref().unwrap_or(&base_id).into(),
            base_id,
            facts: self.facts(),
            lists: Lists {
                mac_addresses: (!self.mac_addresses.is_empty()).then(|| self.mac_addresses.clone()),
                ..Lists::default()
            },
            evidence: Evidence::default(),
            said: Said {
                site: self.site.as_deref().and_then(SiteId::new),
                category: self.category,
                category_word: boxed(&self.category_word),
                criticality: self.criticality,
                usage: self.usage,
                tags: self.labels().map(|tag| tag.into_owned().into()).collect(),
            },
            origin: Origin::Register,
            tool: None,
            partial: true,
            serial_at: Cow::Owned(format!("line {}", self.line)),
            kind_at: "",
        })
    }
}
