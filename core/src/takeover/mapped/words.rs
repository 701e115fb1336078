//! Words for the values of closed lists, in English and French.

use super::fact::MappedFact;
use crate::id;
use crate::inventory::{BookMethod, Category, Criticality, Lifecycle, Usage};
use crate::takeover::table::{boolean, fold};
use crate::text::{Label, Lang};

/// Usual words for kinds of equipment, folded, beside codes and names.
const CATEGORIES: &[(Category, &[&str])] = &[
    (
        Category::Laptop,
        &[
            "chromebook",
            "laptopcomputer",
            "macbook",
            "macbookair",
            "macbookpro",
            "notebook",
            "pcportable",
            "portable",
            "portables",
            "ultrabook",
            "ultraportable",
        ],
    ),
    (
        Category::Desktop,
        &[
            "allinone",
            "desktopcomputer",
            "imac",
            "ordinateurfixe",
            "pc",
            "pcfixe",
            "pcdebureau",
            "postefixe",
            "stationdetravail",
            "thinclient",
            "tour",
            "unitecentrale",
            "workstation",
            "clientleger",
        ],
    ),
    (
        Category::Server,
        &["rackserver", "serveurphysique", "bladeserver", "hyperviseur", "hypervisor"],
    ),
    (Category::VirtualMachine, &["serveurvirtuel", "virtualserver", "vm", "vms"]),
    (Category::Switch, &["commutateurreseau", "networkswitch", "switches", "switchreseau"]),
    (Category::Router, &["box", "modem", "gateway", "passerelle"]),
    (Category::Firewall, &["utm", "parefeux"]),
    (
        Category::AccessPoint,
        &[
            "ap",
            "borne",
            "bornes",
            "pointdacces",
            "pointdacceswifi",
            "wap",
            "wifi",
            "wifiaccesspoint",
            "wirelessaccesspoint",
        ],
    ),
    (
        Category::Storage,
        &["baie", "baiedestockage", "nas", "san", "storagearray", "stockagereseau"],
    ),
    (
        Category::Backup,
        &["backupappliance", "bandotheque", "robotdesauvegarde", "tapelibrary", "lecteurdebande"],
    ),
    (Category::Ups, &["uninterruptiblepowersupply"]),
    (Category::Printer, &["copieur", "copier", "mfp", "multifonction", "plotter", "traceur"]),
    (
        Category::Phone,
        &[
            "cellphone",
            "iphone",
            "ipphone",
            "mobile",
            "mobilephone",
            "mobiles",
            "smartphone",
            "telephoneip",
            "telephonemobile",
            "telephoneportable",
            "voipphone",
        ],
    ),
    (Category::Monitor, &["display", "ecranplat", "moniteur", "screen"]),
    (
        Category::Other,
        &[
            "accessoire",
            "accessory",
            "camera",
            "dock",
            "dockingstation",
            "keyboard",
            "mouse",
            "peripheral",
            "peripherique",
            "projector",
            "scanner",
            "tablet",
            "tablette",
            "videoprojecteur",
        ],
    ),
];

/// Usual words for where a thing is in its life, folded, beside codes and names.
const LIFECYCLES: &[(Lifecycle, &[&str])] = &[
    (
        Lifecycle::Ordered,
        &["commande", "encommande", "onorder", "purchased", "tobereceived", "acommander"],
    ),
    (
        Lifecycle::Stock,
        &[
            "available",
            "deployable",
            "disponible",
            "enattente",
            "enreserve",
            "instock",
            "neuf",
            "new",
            "pending",
            "pretaetredeploye",
            "pretadeployer",
            "pretaudeploiement",
            "readytodeploy",
            "reserve",
            "spare",
            "undeployable",
            "nondeployable",
        ],
    ),
    (
        Lifecycle::InUse,
        &[
            "active",
            "actif",
            "affecte",
            "assigned",
            "attribue",
            "deploye",
            "deployed",
            "enproduction",
            "enusage",
            "inproduction",
            "installed",
            "operational",
            "operationnel",
            "production",
            "utilise",
        ],
    ),
    (
        Lifecycle::Repair,
        &[
            "broken",
            "endiagnostic",
            "enpanne",
            "enmaintenance",
            "hs",
            "maintenance",
            "outfordiagnostics",
            "outforrepair",
            "panne",
            "pendingdiagnostics",
            "sav",
            "ensav",
            "inmaintenance",
        ],
    ),
    (
        Lifecycle::Retired,
        &[
            "archive",
            "archived",
            "aurebut",
            "brokennotfixable",
            "cede",
            "decommissioned",
            "disposed",
            "donated",
            "donne",
            "horsservice",
            "lost",
            "loststolen",
            "misaurebut",
            "misenrebut",
            "obsolete",
            "perdu",
            "recycle",
            "recycled",
            "reforme",
            "rebut",
            "scrapped",
            "sold",
            "sorti",
            "stolen",
            "vendu",
            "vole",
        ],
    ),
];

fn labelled<T: Copy + Label>(all: &[T], code: fn(T) -> &'static str, folded: &str) -> Option<T> {
    let means = |value: &&T| {
        fold(code(**value)) == folded
            || [Lang::En, Lang::Fr].iter().any(|lang| fold(value.label(*lang)) == folded)
    };
    all.iter().find(means).copied()
}

/// The value of a word, also in the plural.
fn word<T: Copy + Label>(
    all: &[T],
    code: fn(T) -> &'static str,
    words: &[(T, &[&str])],
    text: &str,
) -> Option<T> {
    let folded = fold(text);
    let forms = [Some(folded.as_str()), folded.strip_suffix('s'), folded.strip_suffix('x')];
    forms.into_iter().flatten().find_map(|form| {
        let usual = || words.iter().find(|(_, words)| words.contains(&form));
        labelled(all, code, form).or_else(|| usual().map(|(value, _)| *value))
    })
}

/// The kind of equipment that a word means: a code, a name or a usual word, in either language and
/// also in the plural.
pub(in crate::takeover) fn category(text: &str) -> Option<Category> {
    word(Category::ALL, Category::code, CATEGORIES, text).or_else(|| {
        // `ordinateurs portables` has its plural within.
        let singular: Vec<&str> =
            text.split_whitespace().map(|word| word.strip_suffix('s').unwrap_or(word)).collect();
        word(Category::ALL, Category::code, CATEGORIES, &singular.concat())
    })
}

/// Where a word says that a thing is in its life.
pub(in crate::takeover) fn lifecycle(text: &str) -> Option<Lifecycle> {
    word(Lifecycle::ALL, Lifecycle::code, LIFECYCLES, text)
}

/// How much a failure hurts, also by the names that GLPI proposes.
pub(in crate::takeover) fn criticality(text: &str) -> Option<Criticality> {
    const WORDS: &[(Criticality, &[&str])] = &[
        (Criticality::Low, &["bas", "basse", "faible", "mineure", "minor", "lowimpact"]),
        (Criticality::Medium, &["moyen", "normal", "normale"]),
        (
            Criticality::High,
            &["elevee", "eleve", "haut", "importante", "important", "major", "majeure"],
        ),
        (Criticality::Critical, &["vital", "vitale", "treshaute", "veryhigh", "maximal"]),
    ];
    word(Criticality::ALL, Criticality::code, WORDS, text)
}

pub(super) fn usage(text: &str) -> Option<Usage> {
    word(Usage::ALL, Usage::code, &[], text)
}

pub(super) fn book_method(text: &str) -> Option<BookMethod> {
    const WORDS: &[(BookMethod, &[&str])] = &[
        (BookMethod::StraightLine, &["linear", "lineaire"]),
        (BookMethod::Declining, &["decreasing", "degressif", "digressive", "declining"]),
        (BookMethod::Expensed, &["charge", "expense"]),
    ];
    word(BookMethod::ALL, BookMethod::code, WORDS, text)
}

/// Whether a text can be read as a value of a fact that has words.
pub(super) fn is_word(fact: MappedFact, text: &str) -> bool {
    match fact {
        MappedFact::Category => category(text).is_some(),
        MappedFact::Lifecycle => lifecycle(text).is_some(),
        MappedFact::Criticality => criticality(text).is_some(),
        MappedFact::Usage => usage(text).is_some(),
        MappedFact::BookMethod => book_method(text).is_some(),
        MappedFact::Id | MappedFact::Site => id::is_id(text.trim()),
        MappedFact::IsMonitored
        | MappedFact::IsBackedUp
        | MappedFact::IsDocumented
        | MappedFact::HasRemoteAgent
        | MappedFact::IsReachable => boolean(text).is_some(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{category, criticality, lifecycle};
    use crate::inventory::{Category, Criticality, Lifecycle};

    #[test]
    fn words_are_known_in_both_languages() {
        for (text, expected) in [
            ("Laptops", Some(Category::Laptop)),
            ("PC portable", Some(Category::Laptop)),
            ("Ordinateurs portables", Some(Category::Laptop)),
            ("Écrans", Some(Category::Monitor)),
            ("Switches", Some(Category::Switch)),
            ("Pare-feux", Some(Category::Firewall)),
            ("access_point", Some(Category::AccessPoint)),
            ("Onduleur", Some(Category::Ups)),
            ("VoIP Phones", Some(Category::Phone)),
            ("Roofing (Metal)", None),
            ("", None),
        ] {
            assert_eq!(category(text), expected, "{text}");
        }
        for (text, expected) in [
            ("Ready to Deploy", Some(Lifecycle::Stock)),
            ("Prêt à déployer", Some(Lifecycle::Stock)),
            ("En service", Some(Lifecycle::InUse)),
            ("Pending Diagnostics", Some(Lifecycle::Repair)),
            ("Réformé", Some(Lifecycle::Retired)),
            ("Lost", Some(Lifecycle::Retired)),
            ("quam", None),
        ] {
            assert_eq!(lifecycle(text), expected, "{text}");
        }
        assert_eq!(criticality("Élevée"), Some(Criticality::High));
    }
}
