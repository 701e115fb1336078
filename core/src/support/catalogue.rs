//! Products, their cycles, and the questions asked of them.

use super::version;
use super::{LongTerm, SupportEnd, SupportLevel, SupportStatus};
use crate::order;
use crate::time::Day;
use serde::Serialize;
use std::cmp::Ordering;

/// One release cycle of a product: Debian 12, Windows 11 23H2 Enterprise.
///
/// Serialises in declared order; unknown values are `null`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cycle {
    /// Name, as in the catalogue: `12`, `11-23h2-e`.
    pub name: Box<str>,
    /// Day of release.
    pub released: Option<Day>,
    /// End of active support (corrections and improvements).
    pub active_end: SupportEnd,
    /// End of security support: what is called the end of life.
    pub security_end: SupportEnd,
    /// End of extended support.
    pub extended_end: SupportEnd,
    /// Whether, or from when on, it is no longer sold or offered.
    pub discontinued: SupportEnd,
    /// Long-term support.
    pub lts: LongTerm,
    /// Latest version.
    pub latest: Option<Box<str>>,
    /// Day of the latest version.
    pub latest_day: Option<Day>,
}

impl Cycle {
    /// When `level` ends.
    pub fn end(&self, level: SupportLevel) -> SupportEnd {
        match level {
            SupportLevel::Active => self.active_end,
            SupportLevel::Security => self.security_end,
            SupportLevel::Extended => self.extended_end,
        }
    }

    /// The state of `level` on the day `as_of`; the end is the first day without it.
    ///
    /// ```
    /// use entretien::support::{SupportCatalogue, SupportLevel, SupportStatus};
    /// use entretien::time::Day;
    /// let csv = b"product,cycle,eol,eoes\ndebian,12,2026-07-11,2028-06-30\n";
    /// let catalogue = SupportCatalogue::read_csv(csv).unwrap().catalogue;
    /// let cycle = catalogue.cycle("debian", "12").unwrap();
    /// let as_of = Day::from_ymd(2026, 11, 26).unwrap();
    /// let since = Day::from_ymd(2026, 7, 11);
    /// assert_eq!(cycle.status(as_of, SupportLevel::Security), SupportStatus::Ended { since });
    /// let until = Day::from_ymd(2028, 6, 30);
    /// assert_eq!(cycle.status(as_of, SupportLevel::Extended), SupportStatus::Supported { until });
    /// assert_eq!(cycle.status(as_of, SupportLevel::Active), SupportStatus::Unknown);
    /// ```
    pub fn status(&self, as_of: Day, level: SupportLevel) -> SupportStatus {
        self.end(level).status(as_of)
    }

    fn is_supported(&self, as_of: Day) -> bool {
        let status = self.status(as_of, SupportLevel::Security);
        matches!(status, SupportStatus::Supported { .. })
    }
}

/// A product and its cycles.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportProduct {
    /// Name in the catalogue: `windows-server`.
    pub slug: Box<str>,
    /// Name for people: `Microsoft Windows Server`.
    pub label: Option<Box<str>>,
    /// Category as in the catalogue: `os`, `database`, `device` …
    pub category: Option<Box<str>>,
    /// Cycles, the newest first: by day of release (unknown last), then by name.
    pub cycles: Vec<Cycle>,
}

impl SupportProduct {
    /// The cycle with this name.
    pub fn cycle(&self, name: &str) -> Option<&Cycle> {
        self.cycles.iter().find(|cycle| &*cycle.name == name)
    }
}

/// A cycle whose support is about to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Ending<'a> {
    /// First day without support.
    pub end: Day,
    /// Product.
    pub product: &'a str,
    /// Cycle.
    pub cycle: &'a str,
}

/// The catalogue of support cycles: products sorted by name, each with its cycles, newest first.
///
/// Serialises as `{"products":[…]}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportCatalogue {
    products: Vec<SupportProduct>,
}

impl SupportCatalogue {
    /// The catalogue of these products; of products with one name the last is kept.
    pub(super) fn of(mut products: Vec<SupportProduct>) -> Self {
        products.reverse();
        order::sort_by(&mut products, |a, b| a.slug.cmp(&b.slug));
        products.dedup_by(|later, kept| later.slug == kept.slug);
        for product in &mut products {
            order::sort_by(&mut product.cycles, newest_first);
        }
        SupportCatalogue { products }
    }

    /// This catalogue with the products of `later` laid over it: a product that both have is taken
    /// whole from `later`.
    ///
    /// ```
    /// use entretien::support::SupportCatalogue;
    /// let read = |csv: &str| SupportCatalogue::read_csv(csv.as_bytes()).unwrap().catalogue;
    /// let shipped = read("product,cycle,eol\nphp,8.1,2025-12-31\nrhel,9,2032-05-31\n");
    /// let ours = read("product,cycle,eol\nphp,8.1,2027-12-31\n");
    /// let both = shipped.with(ours);
    /// let end = both.cycle("php", "8.1").unwrap().security_end.day().unwrap();
    /// assert_eq!((end.year(), both.products().len()), (2027, 2));
    /// ```
    #[must_use]
    pub fn with(self, later: SupportCatalogue) -> Self {
        let mut products = self.products;
        products.extend(later.products);
        SupportCatalogue::of(products)
    }

    /// Products, sorted by name.
    pub fn products(&self) -> &[SupportProduct] {
        &self.products
    }

    /// The product with this name.
    pub fn product(&self, slug: &str) -> Option<&SupportProduct> {
        let place = self.products.binary_search_by(|product| (*product.slug).cmp(slug)).ok()?;
        self.products.get(place)
    }

    /// The cycle of a product, both by their names in the catalogue.
    pub fn cycle(&self, product: &str, cycle: &str) -> Option<&Cycle> {
        self.product(product)?.cycle(cycle)
    }

    /// Number of cycles.
    pub fn cycle_count(&self) -> usize {
        self.products.iter().map(|product| product.cycles.len()).sum()
    }

    /// Cycles whose `level` is supported on `as_of` and no longer on the day `days` later: their end
    /// is after `as_of`, at most `days` days. Sorted by end, product and cycle.
    ///
    /// ```
    /// use entretien::support::{SupportCatalogue, SupportLevel};
    /// use entretien::time::Day;
    /// let csv = b"product,cycle,eol\nphp,8.2,2026-12-31\nphp,8.1,2025-12-31\nphp,8.3,2027-12-31\n";
    /// let catalogue = SupportCatalogue::read_csv(csv).unwrap().catalogue;
    /// let as_of = Day::from_ymd(2026, 11, 26).unwrap();
    /// let soon = |days| catalogue.ends_within(as_of, days, SupportLevel::Security);
    /// assert_eq!((soon(34).len(), soon(35).len()), (0, 1));
    /// assert_eq!((soon(35)[0].product, soon(35)[0].cycle), ("php", "8.2"));
    /// ```
    pub fn ends_within(&self, as_of: Day, days: u32, level: SupportLevel) -> Vec<Ending<'_>> {
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        let last = as_of.add_days(days).unwrap_or(Day::MAX);
        let mut endings = Vec::new();
        for product in &self.products {
            for cycle in &product.cycles {
                let end = cycle.end(level).day();
                if let Some(end) = end.filter(|end| *end > as_of && *end <= last) {
                    endings.push(Ending { end, product: &product.slug, cycle: &cycle.name });
                }
            }
        }
        order::sort(&mut endings);
        endings
    }

    /// What to move to from `cycle` of `product`, the recommended target first: cycles that are newer
    /// (further up in the list), released on `as_of` or before, and whose security support runs on
    /// that day. Newest first.
    ///
    /// Where a cycle has an edition (`-e`, `-w`, `-e-lts`, `-linux`), cycles of the same edition are
    /// meant; only when there is none, those of any. `None` for `cycle` asks for all that are supported.
    ///
    /// ```
    /// use entretien::support::SupportCatalogue;
    /// use entretien::time::Day;
    /// let csv = b"product,cycle,release_date,eol\n\
    ///     windows,11-25h2-e,2025-09-30,2028-10-10\nwindows,11-25h2-w,2025-09-30,2027-10-12\n\
    ///     windows,11-23h2-e,2023-10-31,2026-11-10\nwindows,11-23h2-w,2023-10-31,2025-11-11\n";
    /// let catalogue = SupportCatalogue::read_csv(csv).unwrap().catalogue;
    /// let as_of = Day::from_ymd(2026, 11, 26).unwrap();
    /// let targets = catalogue.successors("windows", Some("11-23h2-w"), as_of);
    /// assert_eq!(targets.len(), 1);
    /// assert_eq!(&*targets[0].name, "11-25h2-w");
    /// ```
    pub fn successors(&self, product: &str, cycle: Option<&str>, as_of: Day) -> Vec<&Cycle> {
        let Some(product) = self.product(product) else {
            return Vec::new();
        };
        let newer = product.cycles.iter().take_while(|other| Some(&*other.name) != cycle);
        let fits = |other: &&Cycle| {
            other.released.is_some_and(|day| day <= as_of) && other.is_supported(as_of)
        };
        let all: Vec<&Cycle> = newer.filter(fits).collect();
        let edition = cycle.map_or("", version::edition);
        if edition.is_empty() {
            return all;
        }
        let same = |other: &&&Cycle| version::edition(&other.name) == edition;
        let of_edition: Vec<&Cycle> = all.iter().filter(same).copied().collect();
        if of_edition.is_empty() { all } else { of_edition }
    }
}

fn newest_first(a: &Cycle, b: &Cycle) -> Ordering {
    let by_day = b.released.cmp(&a.released);
    by_day.then_with(|| version::compare(&b.name, &a.name)).then_with(|| a.name.cmp(&b.name))
}
