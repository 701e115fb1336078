//! Closed lists of the estate.

use crate::text::choice;

choice! {
    /// Kind of equipment.
    Category {
        /// Portable computer.
        Laptop "laptop" "laptop" "ordinateur portable",
        /// Desk computer.
        Desktop "desktop" "desktop" "ordinateur de bureau",
        /// Physical server.
        Server "server" "server" "serveur",
        /// Virtual machine.
        VirtualMachine "virtual_machine" "virtual machine" "machine virtuelle",
        /// Network switch, or one member of a stack.
        Switch "switch" "switch" "commutateur",
        /// Router.
        Router "router" "router" "routeur",
        /// Firewall.
        Firewall "firewall" "firewall" "pare-feu",
        /// Wireless access point or its controller.
        AccessPoint "access_point" "access point" "borne Wi-Fi",
        /// Storage array, NAS or SAN.
        Storage "storage" "storage" "stockage",
        /// Backup appliance or library.
        Backup "backup" "backup" "sauvegarde",
        /// Uninterruptible power supply.
        Ups "ups" "UPS" "onduleur",
        /// Printer or multifunction device.
        Printer "printer" "printer" "imprimante",
        /// Telephone or smartphone.
        Phone "phone" "phone" "téléphone",
        /// Screen.
        Monitor "monitor" "monitor" "écran",
        /// Anything else.
        Other "other" "other" "autre",
    }
}

impl Category {
    /// Whether its firmware is its system: that of a computer is only that of its board.
    pub fn has_firmware(self) -> bool {
        !matches!(
            self,
            Category::Laptop | Category::Desktop | Category::Server | Category::VirtualMachine
        )
    }
}

choice! {
    /// How much the business suffers when the asset fails. Ordered, lowest first.
    Criticality {
        /// Nobody is stopped.
        Low "low" "low" "faible",
        /// One person is stopped.
        Medium "medium" "medium" "moyenne",
        /// A team is stopped.
        High "high" "high" "haute",
        /// The business is stopped.
        Critical "critical" "critical" "critique",
    }
}

choice! {
    /// How intensely an asset is used; a frequent one gets monthly preventive work by default.
    Usage {
        /// Ordinary use: preventive work at least every three months.
        Normal "normal" "normal" "normal",
        /// Frequent use: preventive work at least every month.
        Frequent "frequent" "frequent" "fréquent",
    }
}

choice! {
    /// What one asset is to another.
    RelationKind {
        /// The first asset does not work without the second.
        DependsOn "depends_on" "depends on" "dépend de",
        /// Either asset can do the work of the other.
        RedundantWith "redundant_with" "redundant with" "redondant avec",
    }
}

choice! {
    /// Where an asset is in its life.
    Lifecycle {
        /// Ordered, not there yet.
        Ordered "ordered" "ordered" "commandé",
        /// There, not in use.
        Stock "stock" "in stock" "en stock",
        /// In use.
        InUse "in_use" "in use" "en service",
        /// Away for repair.
        Repair "repair" "in repair" "en réparation",
        /// Taken out of use: it is neither maintained nor renewed.
        Retired "retired" "retired" "réformé",
    }
}

choice! {
    /// How a purchase price is written off.
    BookMethod {
        /// The same charge each year (linéaire).
        StraightLine "straight_line" "straight line" "linéaire",
        /// Higher charges first (dégressif).
        Declining "declining" "declining balance" "dégressif",
        /// Charged at once.
        Expensed "expensed" "expensed" "en charge",
    }
}
