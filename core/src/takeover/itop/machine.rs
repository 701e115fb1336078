//! Hardware, virtual machines and applications as records.

use super::Object;
use super::class::Role;
use super::join::Estate;
use crate::error::{Code, codes};
use crate::id::{self, SiteId};
use crate::inventory::{Category, Criticality, Database, Facts, Lifecycle};
use crate::takeover::agent::convert;
use crate::takeover::json::Json;
use crate::takeover::record::{Evidence, Lists, Origin, Record, RegisterTool, Said};
use crate::takeover::{category, date, placeholder, text};
use crate::time::Day;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The id of an object before objects of one name are told apart: its name, else its serial number.
pub(super) fn base_id(object: &Object) -> Option<String> {
    let name = object.get("name").filter(|name| !placeholder::is_name(name));
    let serial = object.get("serialnumber").filter(|serial| !placeholder::is_text(serial));
    let candidates = [name.map(str::to_owned), serial.map(|serial| format!("serial:{serial}"))];
    candidates.into_iter().flatten().find(|candidate| id::is_id(candidate))
}

/// What is known of an asset.
pub(super) fn record(estate: &mut Estate<'_>, place: usize, id: &str) -> Record {
    let mut reading = Reading { estate, place };
    let facts = reading.facts();
    let role = reading.object().map(|object| object.class.role);
    let kind = match role {
        Some(Role::Asset(category)) => Some(category),
        Some(Role::Computer) => reading.computer(),
        Some(Role::Hypervisor) => Some(Category::Server),
        Some(Role::NetworkDevice) => reading.network(facts.model.as_deref()),
        _ => None,
    };
    let item_type = (role == Some(Role::NetworkDevice)).then(|| Box::from("NetworkEquipment"));
    let said = Said {
        site: reading.site(),
        category: kind,
        criticality: reading.criticality(),
        tags: reading.estate.name_of(place, "org_id").into_iter().collect(),
        ..Said::default()
    };
    let name = reading.text("name").unwrap_or_else(|| id.into());
    let serial_at = reading.object().map_or_else(String::new, |object| {
        object.place(if facts.serial.is_some() { "serialnumber" } else { "" })
    });
    Record {
        base_id: id.to_owned(),
        name,
        facts,
        lists: Lists::default(),
        evidence: Evidence { item_type, ..Evidence::default() },
        said,
        origin: Origin::Register,
        tool: Some(RegisterTool::Itop),
        partial: true,
        serial_at: Cow::Owned(serial_at),
        kind_at: "",
    }
}

/// The database servers of each machine, by place of the machine.
pub(super) fn databases(estate: &mut Estate<'_>) -> BTreeMap<usize, Vec<Database>> {
    let mut found: BTreeMap<usize, Vec<Database>> = BTreeMap::new();
    for place in 0..estate.objects.len() {
        let Some((_, object)) =
            estate.objects.get(place).filter(|(_, o)| o.class.name == "DBServer")
        else {
            continue;
        };
        let Some(name) = object.get("name").map(Box::from) else {
            continue;
        };
        let software = estate.referred(place, "software_id");
        let version = software.and_then(|software| estate.objects.get(software));
        let version = version.and_then(|(_, object)| object.get("version")).map(Into::into);
        let database = Database { name, version, is_backed_up: None, last_backup: None };
        for machine in estate.machines_of(place) {
            found.entry(machine).or_default().push(database.clone());
        }
    }
    for list in found.values_mut() {
        crate::order::sort(list);
    }
    found
}

/// Reads the attributes of one object, and tells what cannot be used.
pub(super) struct Reading<'e, 'n> {
    pub estate: &'e mut Estate<'n>,
    pub place: usize,
}

impl Reading<'_, '_> {
    pub(super) fn object(&self) -> Option<&Object> {
        self.estate.objects.get(self.place).map(|(_, object)| object)
    }

    pub(super) fn text(&self, field: &str) -> Option<Box<str>> {
        self.object()?.get(field).map(Into::into)
    }

    pub(super) fn tell(&mut self, field: &str, code: Code, message: String) {
        self.estate.tell(self.place, field, code, message);
    }

    /// A value that is no placeholder.
    fn identity(&mut self, field: &str) -> Option<Box<str>> {
        let value = self.text(field)?;
        if placeholder::is_text(&value) {
            let message = format!("`{}` identifies nothing", text::quote(&value));
            self.tell(field, codes::TAK_PLACEHOLDER, message);
            return None;
        }
        Some(value)
    }

    pub(super) fn day(&mut self, field: &str) -> Option<Day> {
        let value = self.text(field)?;
        date::read(&value)
            .map_err(|why| {
                let message = format!("`{}` is {why}", text::quote(&value));
                self.tell(field, codes::TAK_BAD_DATE, message);
            })
            .ok()
    }

    /// The day after one that iTop tells as the last.
    pub(super) fn day_after(&mut self, field: &str) -> Option<Day> {
        self.day(field)?.add_days(1)
    }

    fn facts(&mut self) -> Facts {
        let (os, os_version) = self.system();
        let mut facts = Facts {
            serial: self.identity("serialnumber"),
            has_placeholder_serial: self
                .text("serialnumber")
                .is_some_and(|value| placeholder::is_text(&value)),
            asset_number: self.identity("asset_number"),
            manufacturer: self.manufacturer(),
            model: self.estate.name_of(self.place, "model_id"),
            os,
            os_version,
            firmware: self.estate.name_of(self.place, "iosversion_id"),
            memory_mib: self.memory(),
            core_count: self.cores(),
            purchase: self.day("purchase_date"),
            in_service: self.day("move2production"),
            warranty_end: self.day_after("end_of_warranty"),
            location: self.location(),
            lifecycle: self.lifecycle(),
            ..Facts::default()
        };
        if let (Some(purchase), Some(end)) = (facts.purchase, facts.warranty_end)
            && end < purchase
        {
            let message = format!("a warranty that ends before the purchase of {purchase}");
            self.tell("end_of_warranty", codes::TAK_OUT_OF_RANGE, message);
            facts.warranty_end = None;
        }
        facts
    }

    /// The brand of the model, else that of the object: a model has one maker.
    fn manufacturer(&mut self) -> Option<Box<str>> {
        let own = self.estate.referred(self.place, "brand_id");
        let model = self.estate.known(self.place, "model_id");
        let of_model = model.and_then(|model| self.estate.referred(model, "brand_id"));
        if own.is_some() && of_model.is_some() && own != of_model {
            let message = "the model is of another brand".to_owned();
            self.tell("brand_id", codes::TAK_REFERENCES_DIFFER, message);
        }
        match of_model.or(own).and_then(|brand| self.estate.objects.get(brand)) {
            Some((_, brand)) => brand.get("name").map(Into::into),
            None => self.named("brand_id"),
        }
    }

    /// The family and the version of the system; the family of the version goes before.
    fn system(&mut self) -> (Option<Box<str>>, Option<Box<str>>) {
        let own = self.estate.referred(self.place, "osfamily_id");
        let version = self.estate.referred(self.place, "osversion_id");
        let of_version = version.and_then(|version| self.estate.referred(version, "osfamily_id"));
        if own.is_some() && of_version.is_some() && own != of_version {
            let message = "the version is of another family of systems".to_owned();
            self.tell("osfamily_id", codes::TAK_REFERENCES_DIFFER, message);
        }
        let name = |estate: &Estate<'_>, place: Option<usize>| {
            let (_, object) = estate.objects.get(place?)?;
            object.get("name").map(Box::from)
        };
        let family = name(self.estate, of_version.or(own)).or_else(|| self.named("osfamily_id"));
        let version = name(self.estate, version).or_else(|| self.named("osversion_id"));
        (family, version)
    }

    /// The name that the file gives instead of an id.
    fn named(&self, field: &str) -> Option<Box<str>> {
        self.object()?.names.get(field).cloned()
    }

    /// Memory with its unit; a bare number may be of any.
    fn memory(&mut self) -> Option<u64> {
        let value = self.text("ram")?;
        let has_unit = value.trim_end().ends_with(|c: char| c.is_ascii_alphabetic());
        let read = convert::quantity(&Json::Text(Cow::Borrowed(&value)), convert::MEBIBYTES);
        match read {
            Ok(size @ 1..) if has_unit => Some(size),
            _ => {
                let message = format!("`{}` is no size with a known unit", text::quote(&value));
                self.tell("ram", codes::TAK_BAD_QUANTITY, message);
                None
            }
        }
    }

    fn cores(&mut self) -> Option<u32> {
        let value = self.text("cpu")?;
        let count = value.parse().ok().filter(|count| (1..=100_000).contains(count));
        if count.is_none() {
            let message = format!("`{}` is no number of processors", text::quote(&value));
            self.tell("cpu", codes::TAK_WRONG_TYPE, message);
        }
        count
    }

    fn location(&mut self) -> Option<Box<str>> {
        let racks = ["rack_id", "enclosure_id"];
        racks.iter().find_map(|field| self.estate.name_of(self.place, field))
    }

    fn site(&mut self) -> Option<SiteId> {
        let name = self.estate.name_of(self.place, "location_id")?;
        let site = SiteId::new(&name);
        if site.is_none() {
            let message = format!("`{}` is too long for the id of a site", text::quote(&name));
            self.tell("location_id", codes::TAK_OUT_OF_RANGE, message);
        }
        site
    }

    fn choice<T>(&mut self, field: &str, known: &[(&str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let value = self.text(field)?;
        let lower = value.to_lowercase();
        let found = known.iter().find(|(word, _)| *word == lower).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            let message = format!("`{}` is none of {}", text::quote(&value), words.join(", "));
            self.tell(field, codes::TAK_BAD_CHOICE, message);
        }
        found
    }

    fn criticality(&mut self) -> Option<Criticality> {
        let known = [
            ("low", Criticality::Low),
            ("medium", Criticality::Medium),
            ("high", Criticality::High),
            ("basse", Criticality::Low),
            ("moyenne", Criticality::Medium),
            ("haute", Criticality::High),
        ];
        self.choice("business_criticity", &known)
    }

    fn lifecycle(&mut self) -> Option<Lifecycle> {
        let known = [
            ("production", Lifecycle::InUse),
            ("active", Lifecycle::InUse),
            ("implementation", Lifecycle::Stock),
            ("stock", Lifecycle::Stock),
            ("obsolete", Lifecycle::Retired),
            ("inactive", Lifecycle::Retired),
            ("implémentation", Lifecycle::Stock),
            ("obsolète", Lifecycle::Retired),
            ("actif", Lifecycle::InUse),
            ("inactif", Lifecycle::Retired),
        ];
        self.choice("status", &known)
    }

    fn computer(&mut self) -> Option<Category> {
        self.text("type")?;
        self.choice("type", &[("laptop", Category::Laptop), ("desktop", Category::Desktop)])
    }

    /// The kind of network equipment by its type, then by its model.
    fn network(&mut self, model: Option<&str>) -> Option<Category> {
        let kind = self.estate.name_of(self.place, "networkdevicetype_id");
        let texts = [kind.as_deref(), model];
        texts.into_iter().flatten().find_map(|text| category::of_network(&[text], 0, 0))
    }
}
