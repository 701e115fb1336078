//! The classes of iTop that are used, and their attributes.

use crate::inventory::Category;

/// What is made of the objects of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// An asset of this kind.
    Asset(Category),
    /// An asset whose kind its type or model tells.
    NetworkDevice,
    /// An asset, laptop or desktop by its type.
    Computer,
    /// Stands for the server that it runs on; an asset where it has none.
    Hypervisor,
    /// Stands for its hypervisors.
    Farm,
    /// Stands for the object of this attribute.
    Through(&'static str),
    /// A name that others refer to.
    Name,
    /// A place.
    Location,
    /// A contract.
    Contract,
    /// The object of the first attribute depends on that of the second.
    Link(&'static str, &'static str),
    /// The contract of the first attribute covers the object of the second.
    Covers(&'static str, &'static str),
}

/// A class.
#[derive(Debug)]
pub(super) struct Class {
    pub name: &'static str,
    pub role: Role,
    /// Class within which ids are unique: that of all configuration items, of all contracts, or its own.
    pub root: &'static str,
}

impl Class {
    /// Whether objects of it only say what two others are to each other.
    pub(super) fn is_link(&self) -> bool {
        matches!(self.role, Role::Link(..) | Role::Covers(..))
    }

    /// Whether it is a configuration item.
    pub(super) fn is_item(&self) -> bool {
        self.root == ITEM
    }
}

/// The class of all configuration items: their ids are unique together.
pub(super) const ITEM: &str = "FunctionalCI";
/// The class of all contracts.
pub(super) const CONTRACT: &str = "Contract";

const fn item(name: &'static str, role: Role) -> Class {
    Class { name, role, root: ITEM }
}

const fn name(name: &'static str) -> Class {
    Class { name, role: Role::Name, root: name }
}

const fn link(name: &'static str, from: &'static str, to: &'static str) -> Class {
    Class { name, role: Role::Link(from, to), root: name }
}

const fn covers(name: &'static str, contract: &'static str) -> Class {
    Class { name, role: Role::Covers(contract, "functionalci_id"), root: name }
}

const CLASSES: &[Class] = &[
    item("Server", Role::Asset(Category::Server)),
    item("VirtualMachine", Role::Asset(Category::VirtualMachine)),
    item("NetworkDevice", Role::NetworkDevice),
    item("PC", Role::Computer),
    item("Printer", Role::Asset(Category::Printer)),
    item("StorageSystem", Role::Asset(Category::Storage)),
    item("NAS", Role::Asset(Category::Storage)),
    item("TapeLibrary", Role::Asset(Category::Backup)),
    item("SANSwitch", Role::Asset(Category::Switch)),
    item("MobilePhone", Role::Asset(Category::Phone)),
    item("IPPhone", Role::Asset(Category::Phone)),
    item("Phone", Role::Asset(Category::Phone)),
    item("Tablet", Role::Asset(Category::Other)),
    item("Peripheral", Role::Asset(Category::Other)),
    item("PowerSource", Role::Asset(Category::Other)),
    item("PDU", Role::Asset(Category::Other)),
    item("Rack", Role::Asset(Category::Other)),
    item("Enclosure", Role::Asset(Category::Other)),
    item("ApplicationSolution", Role::Asset(Category::Other)),
    item("BusinessProcess", Role::Asset(Category::Other)),
    item("Hypervisor", Role::Hypervisor),
    item("Farm", Role::Farm),
    item("DBServer", Role::Through("system_id")),
    item("WebServer", Role::Through("system_id")),
    item("Middleware", Role::Through("system_id")),
    item("OtherSoftware", Role::Through("system_id")),
    item("PCSoftware", Role::Through("system_id")),
    item("DatabaseSchema", Role::Through("dbserver_id")),
    item("WebApplication", Role::Through("webserver_id")),
    item("MiddlewareInstance", Role::Through("middleware_id")),
    name("Brand"),
    name("Model"),
    name("OSFamily"),
    name("OSVersion"),
    name("IOSVersion"),
    name("NetworkDeviceType"),
    name("Software"),
    name("Organization"),
    Class { name: "Location", role: Role::Location, root: "Location" },
    Class { name: "CustomerContract", role: Role::Contract, root: CONTRACT },
    Class { name: "ProviderContract", role: Role::Contract, root: CONTRACT },
    link("lnkApplicationSolutionToFunctionalCI", "applicationsolution_id", "functionalci_id"),
    link("lnkApplicationSolutionToBusinessProcess", "businessprocess_id", "applicationsolution_id"),
    link("lnkConnectableCIToNetworkDevice", "connectableci_id", "networkdevice_id"),
    covers("lnkCustomerContractToFunctionalCI", "customercontract_id"),
    covers("lnkFunctionalCIToCustomerContract", "customercontract_id"),
    covers("lnkFunctionalCIToProviderContract", "providercontract_id"),
    covers("lnkProviderContractToFunctionalCI", "providercontract_id"),
];

/// Attributes that are used, by code.
pub(super) const FIELDS: &[&str] = &[
    "name",
    "org_id",
    "business_criticity",
    "move2production",
    "serialnumber",
    "location_id",
    "status",
    "brand_id",
    "model_id",
    "asset_number",
    "purchase_date",
    "end_of_warranty",
    "rack_id",
    "enclosure_id",
    "powerA_id",
    "powerB_id",
    "networkdevicetype_id",
    "iosversion_id",
    "osfamily_id",
    "osversion_id",
    "cpu",
    "ram",
    "type",
    "virtualhost_id",
    "farm_id",
    "server_id",
    "system_id",
    "software_id",
    "dbserver_id",
    "webserver_id",
    "middleware_id",
    "version",
    "start_date",
    "end_date",
    "cost",
    "cost_currency",
    "billing_frequency",
    "provider_id",
    "applicationsolution_id",
    "businessprocess_id",
    "functionalci_id",
    "connectableci_id",
    "networkdevice_id",
    "connection_type",
    "customercontract_id",
    "providercontract_id",
];

/// The class that each attribute refers to.
pub(super) const REFERENCES: &[(&str, &str)] = &[
    ("org_id", "Organization"),
    ("provider_id", "Organization"),
    ("location_id", "Location"),
    ("brand_id", "Brand"),
    ("model_id", "Model"),
    ("networkdevicetype_id", "NetworkDeviceType"),
    ("iosversion_id", "IOSVersion"),
    ("osfamily_id", "OSFamily"),
    ("osversion_id", "OSVersion"),
    ("software_id", "Software"),
    ("customercontract_id", CONTRACT),
    ("providercontract_id", CONTRACT),
];

/// The class within which the ids of an attribute are unique.
pub(super) fn root_of(field: &str) -> &'static str {
    REFERENCES.iter().find(|(name, _)| *name == field).map_or(ITEM, |(_, root)| root)
}

/// The class of this name.
pub(super) fn find(name: &str) -> Option<&'static Class> {
    CLASSES.iter().find(|class| class.name == name)
}
