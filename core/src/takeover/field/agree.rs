//! Whether two values of one field say the same thing.

/// How the values of a field are compared.
#[derive(Debug, Clone, Copy)]
pub(super) enum Agree {
    /// Exactly.
    Same,
    /// Without regard to case, and to spaces at the ends and repeated.
    Text,
    /// As makers: the words of company law are left out (`Inc.`, `Corporation`, `GmbH` …), and names that
    /// are one maker's are one, by the table [`MAKERS`].
    Maker,
    /// As models: as texts, a maker in front is left out.
    Model,
    /// As texts, and the words of one may be among those of the other, in their order: `Windows 10` is
    /// less precise than `Microsoft Windows 10 Pro`, not another system.
    Words,
    /// Sizes of memory less than a gibibyte apart: firmware keeps some for itself, people give the size
    /// on the label.
    Memory,
    /// Days of something that happens again and again: an older one is no contradiction.
    Latest,
}

impl Agree {
    pub(super) fn holds(self, one: &str, other: &str) -> bool {
        if one == other {
            return true;
        }
        match self {
            Agree::Same => false,
            Agree::Latest => true,
            Agree::Text => plain(one) == plain(other),
            Agree::Maker => maker(one) == maker(other),
            Agree::Model => model(one) == model(other),
            Agree::Words => {
                let (one, other) = (words(one), words(other));
                is_within(&one, &other) || is_within(&other, &one)
            }
            Agree::Memory => match (one.parse::<u64>(), other.parse::<u64>()) {
                (Ok(one), Ok(other)) => one.abs_diff(other) < 1024,
                _ => false,
            },
        }
    }
}

/// Names under which one maker goes, the first is the one compared. Each is in lower case, letters and
/// digits only, without the words of company law. Companies that parted are two: HP sells and serves
/// computers and printers, HPE servers and networks.
const MAKERS: &[&[&str]] = &[
    &["acer", "acerincorporated"],
    &["apple", "applecomputer"],
    &["asus", "asustek", "asustekcomputer"],
    &["cisco", "ciscosystems"],
    &["dell", "dellcomputer", "dellemc", "delltechnologies"],
    &["dynabook", "toshiba", "toshibaclientsolutions"],
    &["fujitsu", "fujitsusiemens", "fujitsutechnologysolutions", "fujitsuclientcomputing"],
    &["gigabyte", "gigabytetechnology"],
    &["hp", "hewlettpackard"],
    &["hpe", "hewlettpackardenterprise"],
    &["lenovo", "lenovogroup"],
    &["lg", "lgelectronics"],
    &["microsoft"],
    &["msi", "microstar", "microstarinternational"],
    &["samsung", "samsungelectronics"],
    &["schneider", "schneiderelectric", "apc", "americanpowerconversion"],
    &["supermicro", "supermicrocomputer"],
    &["vmware"],
];

/// Words that say what a company is, not which.
const LEGAL: &[&str] = &[
    "ag",
    "bv",
    "co",
    "company",
    "computers",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "international",
    "intl",
    "limited",
    "llc",
    "ltd",
    "plc",
    "sa",
    "sas",
    "sarl",
    "spa",
    "srl",
];

/// Lower case, with single spaces.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The words of a text: runs of letters, digits and points, in lower case.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric() && c != '.');
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether the words of `few` are among `many`, in order.
fn is_within(few: &[String], many: &[String]) -> bool {
    let mut many = many.iter();
    few.iter().all(|word| many.any(|other| other == word))
}

/// The maker by its first name.
fn maker(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric());
    let core: String = parts.filter(|word| !LEGAL.contains(word)).collect();
    if core.is_empty() {
        return plain(text);
    }
    let known = MAKERS.iter().find(|names| names.contains(&core.as_str()));
    known.and_then(|names| names.first()).map_or(core, |name| (*name).to_owned())
}

/// The model without the maker in front.
fn model(text: &str) -> String {
    let text = plain(text);
    let ends = text.match_indices(' ').map(|(place, _)| place);
    let names = |front: &str| {
        let front = maker(front);
        MAKERS.iter().any(|names| names.first() == Some(&front.as_str()))
    };
    let fronts = ends.filter_map(|place| text.split_at_checked(place));
    let mut fronts = fronts.rev();
    match fronts.find(|(front, _)| names(front)) {
        Some((_, rest)) => rest.trim_start().to_owned(),
        None => text,
    }
}
