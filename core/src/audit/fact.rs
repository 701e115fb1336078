//! What tests can ask of an asset, of its parts and of a licence.

use super::choice::{PartKind, SubjectKind};
use serde::Serialize;

/// Of what a fact speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactScope {
    /// Of an asset.
    Asset,
    /// Of a part of an asset: it has a value only where a rule goes through these parts.
    Part(PartKind),
    /// Of the support of a program, of an operating system or of a firmware.
    Support,
    /// Of a licence.
    Licence,
}

/// What the value of a fact is, and so how it can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A whole number: `below`, `at_least`.
    Number,
    /// True or false: `is`.
    Flag,
    /// A text: `is` and `begins`, without regard to case.
    Text,
    /// A code of a closed list: `is`.
    Code,
    /// A day: `within_days`, `older_than_days`, `older_than_months`, `before`.
    Day,
    /// An end of support, which may be a day, not announced, or over without a day: `within_days`.
    End,
}

macro_rules! audit_facts {
    ($( $scope:expr => { $( $variant:ident $kind:ident $code:literal $en:literal $fr:literal, )* } )*) => {
        crate::text::choice! {
            /// A fact that tests can ask for. Its label says what it is, in both languages.
            Fact {
                $( $( #[doc = concat!($en, ".")] $variant $code $en $fr, )* )*
            }
        }

        impl Fact {
            /// Of what it speaks.
            pub fn scope(self) -> FactScope {
                match self { $( $( Fact::$variant )|* => $scope, )* }
            }

            /// What its value is.
            pub fn kind(self) -> FactKind {
                match self { $( $( Fact::$variant => FactKind::$kind, )* )* }
            }
        }
    };
}

audit_facts! {
    FactScope::Asset => {
        Category Code "category" "category" "catégorie",
        Criticality Code "criticality" "criticality" "criticité",
        Usage Code "usage" "usage" "usage",
        Lifecycle Code "lifecycle" "place in its life" "étape de vie",
        Site Text "site" "site" "site",
        Name Text "name" "name" "nom",
        Serial Text "serial" "serial number" "numéro de série",
        HasPlaceholderSerial Flag "has_placeholder_serial" "serial number is a placeholder" "numéro de série de remplissage",
        Uuid Text "uuid" "hardware UUID" "UUID matériel",
        AssetNumber Text "asset_number" "inventory number" "numéro d'inventaire",
        Manufacturer Text "manufacturer" "manufacturer" "constructeur",
        Model Text "model" "model" "modèle",
        Os Text "os" "operating system" "système d'exploitation",
        OsVersion Text "os_version" "version of the operating system" "version du système",
        OsInstalled Day "os_installed" "installation of the operating system" "installation du système",
        Firmware Text "firmware" "firmware" "micrologiciel",
        MemoryMib Number "memory_mib" "memory (MiB)" "mémoire (Mio)",
        CoreCount Number "core_count" "processor cores" "cœurs de processeur",
        DiskMib Number "disk_mib" "disk space (MiB)" "espace disque (Mio)",
        LastBoot Day "last_boot" "last start" "dernier démarrage",
        UptimeDays Number "uptime_days" "days without restart when last seen" "jours sans redémarrage à la dernière vue",
        LastInventory Day "last_inventory" "last inventory" "dernier inventaire",
        Purchase Day "purchase" "purchase" "achat",
        InService Day "in_service" "begin of service, else purchase" "mise en service, à défaut achat",
        PriceMinor Number "price_minor" "purchase price (minor units)" "prix d'achat (unités mineures)",
        Supplier Text "supplier" "supplier" "fournisseur",
        WarrantyEnd Day "warranty_end" "end of warranty" "fin de garantie",
        EndOfLife Day "end_of_life" "end of life stated" "fin de vie annoncée",
        User Text "user" "user" "utilisateur",
        Location Text "location" "location" "emplacement",
        IsMonitored Flag "is_monitored" "monitored" "supervisé",
        IsBackedUp Flag "is_backed_up" "backed up" "sauvegardé",
        LastBackup Day "last_backup" "last backup" "dernière sauvegarde",
        IsDocumented Flag "is_documented" "documented" "documenté",
        HasRemoteAgent Flag "has_remote_agent" "remote maintenance agent" "agent de télémaintenance",
        IsReachable Flag "is_reachable" "reachable from a distance" "joignable à distance",
        IsCovered Flag "is_covered" "covered by a contract" "couvert par un contrat",
        IsCoveredRemotely Flag "is_covered_remotely" "covered by a remote service" "couvert par un service à distance",
        IsRedundant Flag "is_redundant" "redundant" "redondé",
        DependentCount Number "dependent_count" "assets that stop with it" "équipements arrêtés avec lui",
        HasCriticalDependent Flag "has_critical_dependent" "a critical asset stops with it" "un équipement critique s'arrête avec lui",
    }
    FactScope::Part(PartKind::Drives) => {
        DriveName Text "drive_name" "volume" "volume",
        DriveTotalMib Number "drive_total_mib" "size of the volume (MiB)" "taille du volume (Mio)",
        DriveFreeMib Number "drive_free_mib" "free space of the volume (MiB)" "espace libre du volume (Mio)",
        DriveFreePercent Number "drive_free_percent" "free space of the volume (%)" "espace libre du volume (%)",
        DriveIsEncrypted Flag "drive_is_encrypted" "volume encrypted" "volume chiffré",
        DriveIsSystem Flag "drive_is_system" "volume of the system" "volume système",
    }
    FactScope::Part(PartKind::Disks) => {
        DiskName Text "disk_name" "disk" "disque",
        DiskSizeMib Number "disk_size_mib" "size of the disk (MiB)" "taille du disque (Mio)",
        DiskIsHealthy Flag "disk_is_healthy" "disk healthy by its own test" "disque sain selon son propre test",
    }
    FactScope::Part(PartKind::Batteries) => {
        BatteryHealthPercent Number "battery_health_percent" "capacity left of the battery (%)" "capacité restante de la batterie (%)",
        BatteryManufactured Day "battery_manufactured" "manufacture of the battery" "fabrication de la batterie",
    }
    FactScope::Part(PartKind::Antivirus) => {
        AntivirusName Text "antivirus_name" "antivirus" "antivirus",
        AntivirusIsEnabled Flag "antivirus_is_enabled" "antivirus enabled" "antivirus activé",
        AntivirusIsUpToDate Flag "antivirus_is_up_to_date" "antivirus up to date" "antivirus à jour",
        AntivirusBaseAgeDays Number "antivirus_base_age_days" "age of the antivirus base when last seen (days)" "âge de la base antivirus à la dernière vue (jours)",
        AntivirusExpires Day "antivirus_expires" "end of the antivirus licence" "fin de la licence antivirus",
    }
    FactScope::Part(PartKind::Software) => {
        SoftwareName Text "software_name" "program" "logiciel",
        SoftwareVersion Text "software_version" "version of the program" "version du logiciel",
        SoftwarePublisher Text "software_publisher" "publisher of the program" "éditeur du logiciel",
        SoftwareInstalled Day "software_installed" "installation of the program" "installation du logiciel",
    }
    FactScope::Part(PartKind::Databases) => {
        DatabaseName Text "database_name" "database" "base de données",
        DatabaseIsBackedUp Flag "database_is_backed_up" "database backed up" "base de données sauvegardée",
        DatabaseLastBackup Day "database_last_backup" "last backup of the database" "dernière sauvegarde de la base",
    }
    FactScope::Part(PartKind::Certificates) => {
        CertificateName Text "certificate_name" "certificate" "certificat",
        CertificateExpires Day "certificate_expires" "end of the certificate" "fin du certificat",
    }
    FactScope::Part(PartKind::RemoteTools) => {
        RemoteToolName Text "remote_tool_name" "remote control tool" "outil de prise en main",
    }
    FactScope::Part(PartKind::Dependencies) => {
        DependencyIsLessCritical Flag "dependency_is_less_critical" "depends on an asset rated less critical" "dépend d'un équipement jugé moins critique",
    }
    FactScope::Support => {
        SupportProduct Text "support_product" "product" "produit",
        SupportCycle Text "support_cycle" "version line" "lignée de version",
        ActiveSupportEnd End "active_support_end" "end of active support" "fin du support actif",
        SecuritySupportEnd End "security_support_end" "end of security support" "fin du support de sécurité",
        ExtendedSupportEnd End "extended_support_end" "end of extended support" "fin du support étendu",
    }
    FactScope::Licence => {
        LicenceSoftware Text "licence_software" "program of the licence" "logiciel de la licence",
        LicenceSeatCount Number "licence_seat_count" "seats allowed" "postes autorisés",
        LicenceInstallCount Number "licence_install_count" "machines with the program" "machines avec le logiciel",
        LicenceSeatsOver Number "licence_seats_over" "machines beyond the seats allowed" "machines au-delà des postes autorisés",
        LicenceUsedOver Number "licence_used_over" "seats taken beyond those allowed" "postes pris au-delà des postes autorisés",
        LicenceExpires Day "licence_expires" "end of the licence" "fin de la licence",
    }
}

impl Fact {
    /// Whether a test of rules on `subject`, which go through the parts `each`, can ask for it.
    pub fn is_there(self, subject: SubjectKind, each: Option<PartKind>) -> bool {
        match self.scope() {
            FactScope::Asset => subject == SubjectKind::Asset,
            FactScope::Part(kind) => each == Some(kind),
            FactScope::Support => matches!(
                each,
                Some(PartKind::OsSupport | PartKind::FirmwareSupport | PartKind::SoftwareSupport)
            ),
            FactScope::Licence => subject == SubjectKind::Licence,
        }
    }

    /// The codes that its value can have, when it is a code.
    pub fn codes(self) -> Vec<&'static str> {
        use crate::inventory::{Category, Criticality, Lifecycle, Usage};
        match self {
            Fact::Category => Category::ALL.iter().map(|value| value.code()).collect(),
            Fact::Criticality => Criticality::ALL.iter().map(|value| value.code()).collect(),
            Fact::Usage => Usage::ALL.iter().map(|value| value.code()).collect(),
            Fact::Lifecycle => Lifecycle::ALL.iter().map(|value| value.code()).collect(),
            _ => Vec::new(),
        }
    }
}

/// Facts, each once, in the order of their declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct FactSet {
    facts: u128,
    parts: u16,
}

impl FactSet {
    /// Adds a fact.
    pub fn add(&mut self, fact: Fact) {
        self.facts |= 1 << (fact as u32);
    }

    /// Adds a list of parts of which nobody spoke.
    pub fn add_parts(&mut self, kind: PartKind) {
        self.parts |= 1 << (kind as u32);
    }

    /// Adds what `other` has.
    pub fn join(&mut self, other: FactSet) {
        self.facts |= other.facts;
        self.parts |= other.parts;
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self == FactSet::default()
    }

    /// The facts.
    pub fn facts(self) -> impl Iterator<Item = Fact> {
        Fact::ALL.iter().copied().filter(move |fact| self.facts & (1 << (*fact as u32)) != 0)
    }

    /// The lists of parts.
    pub fn parts(self) -> impl Iterator<Item = PartKind> {
        PartKind::ALL.iter().copied().filter(move |kind| self.parts & (1 << (*kind as u32)) != 0)
    }

    /// The codes of both, facts first.
    pub fn codes(self) -> Vec<&'static str> {
        self.facts().map(Fact::code).chain(self.parts().map(PartKind::code)).collect()
    }
}

impl Serialize for FactSet {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.codes())
    }
}

// A set of facts has one bit for each.
const _: () = assert!(Fact::ALL.len() <= 128 && PartKind::ALL.len() <= 16);
