//! What a column of a mapped CSV can say.

use crate::text::choice;

choice! {
    /// What a column says of an asset.
    MappedFact {
        /// Id of the asset; without one, its name, `serial:` and its serial number, or its number.
        Id "id" "id" "identifiant",
        /// Name that people use.
        Name "name" "name" "nom",
        /// Serial number.
        Serial "serial" "serial number" "numéro de série",
        /// Hardware UUID.
        Uuid "uuid" "UUID" "UUID",
        /// Number that the owner gave.
        AssetNumber "asset_number" "asset number" "numéro d'inventaire",
        /// MAC addresses, separated by semicolons, commas or spaces.
        MacAddresses "mac_addresses" "MAC addresses" "adresses MAC",
        /// Kind of equipment, by code, name or a usual word.
        Category "category" "category" "catégorie",
        /// Site, by id.
        Site "site" "site" "site",
        /// Where it stands on its site.
        Location "location" "location" "emplacement",
        /// Manufacturer.
        Manufacturer "manufacturer" "manufacturer" "fabricant",
        /// Model.
        Model "model" "model" "modèle",
        /// Operating system.
        Os "os" "operating system" "système d'exploitation",
        /// Version of the operating system.
        OsVersion "os_version" "version of the operating system" "version du système",
        /// Firmware or BIOS version.
        Firmware "firmware" "firmware" "micrologiciel",
        /// Memory in mebibytes.
        MemoryMib "memory_mib" "memory (MiB)" "mémoire (Mio)",
        /// Processor cores.
        CoreCount "core_count" "cores" "cœurs",
        /// Day of purchase.
        Purchase "purchase" "purchase" "achat",
        /// Day on which it was put into service.
        InService "in_service" "put into service" "mise en service",
        /// Purchase price.
        Price "price" "price" "prix",
        /// Currency of the price, a code such as `EUR`.
        Currency "currency" "currency" "devise",
        /// Who sold it.
        Supplier "supplier" "supplier" "fournisseur",
        /// First day without warranty.
        WarrantyEnd "warranty_end" "end of warranty" "fin de garantie",
        /// Last day of warranty, which ends the day after.
        WarrantyLastDay "warranty_last_day" "last day of warranty" "dernier jour de garantie",
        /// Months of warranty from the purchase.
        WarrantyMonths "warranty_months" "months of warranty" "mois de garantie",
        /// First day after the life that its maker or owner states for it.
        EndOfLife "end_of_life" "end of life" "fin de vie",
        /// Months of that life from the purchase.
        LifeMonths "life_months" "months of life" "mois de vie",
        /// How its price is written off.
        BookMethod "book_method" "book method" "méthode d'amortissement",
        /// Over how many months.
        BookYears "book_years" "book years" "années d'amortissement",
        /// Person or team that uses it.
        User "user" "user" "utilisateur",
        /// Where it is in its life.
        Lifecycle "lifecycle" "state" "état",
        /// How much its failure hurts.
        Criticality "criticality" "criticality" "criticité",
        /// How intensely it is used.
        Usage "usage" "usage" "usage",
        /// Labels, separated by semicolons or commas.
        Tags "tags" "tags" "étiquettes",
        /// Company that owns it, kept as a label `company:NAME`.
        Company "company" "company" "société",
        /// Day on which it was last seen.
        LastInventory "last_inventory" "last inventory" "dernier inventaire",
        /// Day on which its operating system was installed.
        OsInstalled "os_installed" "system installed" "système installé",
        /// Day of its last start.
        LastBoot "last_boot" "last start" "dernier démarrage",
        /// Day of its last backup.
        LastBackup "last_backup" "last backup" "dernière sauvegarde",
        /// Whether something watches it.
        IsMonitored "is_monitored" "monitored" "supervisé",
        /// Whether it is backed up.
        IsBackedUp "is_backed_up" "backed up" "sauvegardé",
        /// Whether its configuration is documented.
        IsDocumented "is_documented" "documented" "documenté",
        /// Whether a remote maintenance agent of the provider runs on it.
        HasRemoteAgent "has_remote_agent" "remote agent" "agent de télémaintenance",
        /// Whether the provider reaches its network.
        IsReachable "is_reachable" "reachable" "joignable",
    }
}

impl MappedFact {
    /// Whether it can name an asset.
    pub(super) fn identifies(self) -> bool {
        use MappedFact::{AssetNumber, Id, Name, Serial, Uuid};
        matches!(self, Id | Name | Serial | Uuid | AssetNumber)
    }

    pub(super) fn is_day(self) -> bool {
        use MappedFact::{
            EndOfLife, InService, LastBackup, LastBoot, LastInventory, OsInstalled, Purchase,
            WarrantyEnd, WarrantyLastDay,
        };
        matches!(
            self,
            Purchase
                | InService
                | WarrantyEnd
                | WarrantyLastDay
                | EndOfLife
                | LastInventory
                | OsInstalled
                | LastBoot
                | LastBackup
        )
    }

    /// Whether its values are texts or words, which a mapping may replace.
    pub(super) fn has_words(self) -> bool {
        use MappedFact::{
            BookYears, CoreCount, Currency, LifeMonths, MacAddresses, MemoryMib, Price,
            WarrantyMonths,
        };
        !self.is_day()
            && !matches!(
                self,
                BookYears
                    | CoreCount
                    | Currency
                    | LifeMonths
                    | MacAddresses
                    | MemoryMib
                    | Price
                    | WarrantyMonths
            )
    }
}
