//! Closed lists of audits.

use crate::text::choice;

choice! {
    /// How much a finding matters. Ordered, lowest first.
    Severity {
        /// Good to know.
        Info "info" "information" "information",
        /// To be put right when somebody is there anyway.
        Minor "minor" "minor" "mineure",
        /// To be planned.
        Major "major" "major" "majeure",
        /// To be dealt with at once.
        Critical "critical" "critical" "critique",
    }
}

impl Severity {
    /// What a check of this severity weighs in scores: 1, 3, 9, 27.
    pub const fn weight(self) -> u64 {
        match self {
            Severity::Info => 1,
            Severity::Minor => 3,
            Severity::Major => 9,
            Severity::Critical => 27,
        }
    }
}

choice! {
    /// What a finding calls for.
    FindingKind {
        /// Something is wrong and is to be corrected.
        Defect "defect" "defect" "défaut",
        /// Nothing is wrong yet; somebody is to keep an eye on it.
        Watch "watch" "point to watch" "point de vigilance",
    }
}

choice! {
    /// What a rule is about.
    Domain {
        /// Support of systems and programs by their makers.
        Support "support" "support" "support éditeur",
        /// Protection against attacks and loss of secrets.
        Security "security" "security" "sécurité",
        /// Room and power for the work.
        Capacity "capacity" "capacity" "capacité",
        /// State and age of machines.
        Hardware "hardware" "hardware" "matériel",
        /// Going on after a failure: backups and redundancy.
        Continuity "continuity" "continuity" "continuité",
        /// What contracts cover.
        Coverage "coverage" "coverage" "couverture",
        /// What is known of the estate.
        DataQuality "data_quality" "data quality" "qualité des données",
        /// Licences.
        Licences "licences" "licences" "licences",
        /// Seeing that something is wrong.
        Monitoring "monitoring" "monitoring" "supervision",
        /// What is written down.
        Documentation "documentation" "documentation" "documentation",
    }
}

choice! {
    /// What puts a finding right.
    Remedy {
        /// Install a version that is supported, or the updates of this one.
        UpdateSoftware "update_software" "update software" "mettre à jour le logiciel",
        /// Install the machine anew, or put a saved state back.
        RestoreInitialState "restore_initial_state" "restore to initial state" "remettre en état initial",
        /// Replace the asset or a part of it.
        Replace "replace" "replace" "remplacer",
        /// Watch the asset, or more of it.
        ExtendMonitoring "extend_monitoring" "extend monitoring" "étendre la supervision",
        /// Back it up, and test that it can be restored.
        BackUp "back_up" "back up" "sauvegarder",
        /// Write down how it is set up.
        Document "document" "document" "documenter",
        /// Take it into a contract, or renew the warranty.
        RenewContract "renew_contract" "renew the contract or warranty" "renouveler le contrat ou la garantie",
        /// Buy licences, or take installations away.
        BuyLicence "buy_licence" "buy licences" "acheter des licences",
        /// Find out what is missing, and correct what is wrong in the register.
        CorrectData "correct_data" "correct the data" "corriger les données",
        /// Let another asset be able to do its work.
        AddRedundancy "add_redundancy" "add redundancy" "ajouter de la redondance",
        /// Renew the certificate.
        RenewCertificate "renew_certificate" "renew the certificate" "renouveler le certificat",
        /// Free space, take away what is not needed.
        CleanUp "clean_up" "clean up" "nettoyer",
        /// Add memory, disk or processor.
        Extend "extend" "extend" "étendre",
        /// Turn a protection on, or set it right.
        Protect "protect" "protect" "protéger",
        /// Start the system again.
        Restart "restart" "restart" "redémarrer",
        /// Install the remote maintenance agent, or open the way to the asset.
        OpenAccess "open_access" "open access" "ouvrir l'accès",
    }
}

choice! {
    /// What a rule looks at.
    SubjectKind {
        /// Assets of the estate.
        Asset "asset" "asset" "équipement",
        /// Software licences.
        Licence "licence" "licence" "licence",
    }
}

choice! {
    /// What an asset is made of or holds, one by one.
    PartKind {
        /// Volumes.
        Drives "drives" "volumes" "volumes",
        /// Physical disks.
        Disks "disks" "disks" "disques",
        /// Batteries.
        Batteries "batteries" "batteries" "batteries",
        /// Antivirus products.
        Antivirus "antivirus" "antivirus products" "antivirus",
        /// Installed programs.
        Software "software" "programs" "logiciels",
        /// Database services.
        Databases "databases" "databases" "bases de données",
        /// Certificates.
        Certificates "certificates" "certificates" "certificats",
        /// Remote control tools.
        RemoteTools "remote_tools" "remote control tools" "outils de prise en main",
        /// What is known of the support of its operating system.
        OsSupport "os_support" "support of the operating system" "support du système",
        /// What is known of the support of its firmware.
        FirmwareSupport "firmware_support" "support of the firmware" "support du micrologiciel",
        /// What is known of the support of its programs.
        SoftwareSupport "software_support" "support of the programs" "support des logiciels",
        /// The assets that it directly depends on.
        Dependencies "dependencies" "dependencies" "dépendances",
    }
}

choice! {
    /// How a test compares a fact.
    Operator {
        /// The fact is known, or not.
        Known "known" "known" "connu",
        /// It is one of the values.
        Is "is" "is one of" "vaut",
        /// It begins with one of the texts.
        Begins "begins" "begins with" "commence par",
        /// It is less than the number.
        Below "below" "below" "inférieur à",
        /// It is the number or more.
        AtLeast "at_least" "at least" "au moins",
        /// The day is reached, or will be within so many days.
        WithinDays "within_days" "reached within days:" "atteint d'ici, en jours :",
        /// The day lies more than so many days back.
        OlderThanDays "older_than_days" "older than, in days:" "plus ancien que, en jours :",
        /// The day lies so many months back, or more.
        OlderThanMonths "older_than_months" "as old as, in months:" "âgé de, en mois :",
        /// The day lies before the day of another fact.
        Before "before" "before" "avant",
        /// So many parts are of a kind, or more.
        Count "count" "at least so many:" "au moins ce nombre :",
    }
}
