//! Assets and licences: from the parts of a document to domain values.

use super::asset_types::{AssetDoc, LicenceDoc};
use super::parts::money;
use crate::engagement::unknown_site;
use crate::error::Faults;
use crate::id::{AssetId, LicenceId, SiteId};
use crate::inventory::{
    Antivirus, Asset, Battery, Certificate, Database, Disk, Drive, FactLists, Facts, Licence,
    Lists, Software, SupportRef,
};
use crate::quantity::Money;

fn boxed(value: Option<&String>) -> Option<Box<str>> {
    value.map(|text| text.as_str().into())
}

pub(super) fn asset(doc: &AssetDoc, pointer: &str, faults: &mut Faults) -> Asset {
    let id = AssetId::from(&doc.id);
    let name = doc.name.clone().unwrap_or_else(|| id.to_string());
    let site = doc.site.as_ref().map_or_else(unknown_site, SiteId::from);
    let mut asset = Asset::new(id, &name, doc.category, site);
    asset.criticality = doc.criticality;
    asset.usage = doc.usage;
    for tag in &doc.tags {
        asset.add_tag(tag);
    }
    let price =
        doc.price.as_ref().and_then(|price| money(price, &format!("{pointer}/price"), faults));
    *asset.facts = facts(doc, price);
    asset
}

fn texts(texts: &[String]) -> Vec<Box<str>> {
    texts.iter().map(|text| text.as_str().into()).collect()
}

fn facts(doc: &AssetDoc, price: Option<Money>) -> Facts {
    Facts {
        serial: boxed(doc.serial.as_ref()),
        uuid: boxed(doc.uuid.as_ref()),
        manufacturer: boxed(doc.manufacturer.as_ref()),
        model: boxed(doc.model.as_ref()),
        os: boxed(doc.os.as_ref()),
        os_version: boxed(doc.os_version.as_ref()),
        firmware: boxed(doc.firmware.as_ref()),
        memory_mib: doc.memory_mib,
        last_boot: doc.last_boot,
        last_inventory: doc.last_inventory,
        purchase: doc.purchase,
        price,
        warranty_end: doc.warranty_end,
        asset_number: boxed(doc.asset_number.as_ref()),
        kernel: boxed(doc.kernel.as_ref()),
        os_installed: doc.os_installed,
        core_count: doc.core_count,
        in_service: doc.in_service,
        supplier: boxed(doc.supplier.as_ref()),
        end_of_life: doc.end_of_life,
        book_method: doc.book_method,
        book_years: doc.book_years,
        user: boxed(doc.user.as_ref()),
        location: boxed(doc.location.as_ref()),
        lifecycle: doc.lifecycle,
        is_monitored: doc.is_monitored,
        is_backed_up: doc.is_backed_up,
        last_backup: doc.last_backup,
        is_documented: doc.is_documented,
        has_remote_agent: doc.has_remote_agent,
        is_reachable: doc.is_reachable,
        has_placeholder_serial: false,
        antivirus: antivirus(doc),
        lists: Lists::from(FactLists {
            mac_addresses: texts(&doc.mac_addresses),
            software: software(doc),
            drives: drives(doc),
            disks: disks(doc),
            batteries: batteries(doc),
            databases: databases(doc),
            certificates: certificates(doc),
            remote_tools: texts(&doc.remote_tools),
            support: support(doc),
        }),
    }
}

fn disks(doc: &AssetDoc) -> Vec<Disk> {
    doc.disks
        .iter()
        .map(|disk| Disk {
            name: disk.name.as_str().into(),
            serial: boxed(disk.serial.as_ref()),
            size_mib: disk.size_mib,
            is_healthy: disk.is_healthy,
        })
        .collect()
}

fn databases(doc: &AssetDoc) -> Vec<Database> {
    doc.databases
        .iter()
        .map(|database| Database {
            name: database.name.as_str().into(),
            version: boxed(database.version.as_ref()),
            is_backed_up: database.is_backed_up,
            last_backup: database.last_backup,
        })
        .collect()
}

fn certificates(doc: &AssetDoc) -> Vec<Certificate> {
    doc.certificates
        .iter()
        .map(|certificate| Certificate {
            name: certificate.name.as_str().into(),
            expires: certificate.expires,
        })
        .collect()
}

fn support(doc: &AssetDoc) -> Vec<SupportRef> {
    doc.support
        .iter()
        .map(|named| SupportRef {
            product: named.product.as_str().into(),
            cycle: boxed(named.cycle.as_ref()),
        })
        .collect()
}

fn software(doc: &AssetDoc) -> Vec<Software> {
    doc.software
        .iter()
        .map(|software| Software {
            name: software.name.as_str().into(),
            version: boxed(software.version.as_ref()),
            publisher: boxed(software.publisher.as_ref()),
            installed: software.installed,
        })
        .collect()
}

fn drives(doc: &AssetDoc) -> Vec<Drive> {
    doc.drives
        .iter()
        .map(|drive| Drive {
            name: drive.name.as_str().into(),
            total_mib: drive.total_mib,
            free_mib: drive.free_mib,
            encrypted: drive.encrypted,
        })
        .collect()
}

fn batteries(doc: &AssetDoc) -> Vec<Battery> {
    doc.batteries
        .iter()
        .map(|battery| Battery {
            name: boxed(battery.name.as_ref()),
            design_mwh: battery.design_mwh,
            real_mwh: battery.real_mwh,
            manufactured: battery.manufactured,
        })
        .collect()
}

fn antivirus(doc: &AssetDoc) -> Option<Vec<Antivirus>> {
    doc.antivirus.as_ref().map(|list| {
        list.iter()
            .map(|antivirus| Antivirus {
                name: antivirus.name.as_str().into(),
                enabled: antivirus.enabled,
                up_to_date: antivirus.up_to_date,
                base_day: antivirus.base_day,
                expires: antivirus.expires,
            })
            .collect()
    })
}

pub(super) fn licence(doc: &LicenceDoc, pointer: &str, faults: &mut Faults) -> Licence {
    let price = doc.price.as_ref();
    Licence {
        id: LicenceId::from(&doc.id),
        software: doc.software.as_str().into(),
        publisher: boxed(doc.publisher.as_ref()),
        seat_count: doc.seat_count,
        used_count: doc.used_count,
        purchase: doc.purchase,
        price: price.and_then(|price| money(price, &format!("{pointer}/price"), faults)),
        expires: doc.expires,
    }
}
