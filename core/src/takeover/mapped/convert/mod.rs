//! Reading the values of a row.

mod texts;

use super::fact::MappedFact;
use super::mapping::Mapping;
use super::memo::Memo;
use super::plan::{Plan, Source};
use super::row::MappedRow;
use super::words;
use crate::error::{Code, FAULTS_MAX, Faults, codes};
use crate::inventory::{BookMethod, Category, Criticality, Lifecycle, Usage};
use crate::order;
use crate::quantity::{Currency, Money};
use crate::takeover::mac::{self, MacFault};
use crate::takeover::table::{self, DateOrder, DecimalSign, Head, Parts, Row, fold};
use crate::takeover::{placeholder, text};
use crate::time::Day;
use std::borrow::Cow;
use std::collections::BTreeMap;
use texts::Kind;

/// A mapping, ready for use.
#[derive(Debug)]
pub(super) struct Fixed {
    pub mapping: Mapping,
    replaced: BTreeMap<(MappedFact, String), Box<str>>,
    /// Facts of which some values are replaced.
    has_replaced: Vec<MappedFact>,
}

impl Fixed {
    pub(super) fn new(mapping: Mapping) -> Self {
        let key = |value: &super::ValueMap| ((value.fact, fold(&value.from)), value.to.clone());
        let replaced = mapping.values.iter().map(key).collect();
        let facts = mapping.values.iter().map(|value| value.fact);
        let mut has_replaced: Vec<MappedFact> = facts.collect();
        order::sort_once(&mut has_replaced);
        Fixed { mapping, replaced, has_replaced }
    }
}

/// What changes while a file is read.
#[derive(Debug)]
pub(super) struct Converter {
    pub head: Head,
    pub plan: Plan,
    /// By column; `None` where the order of dates is not known.
    orders: Vec<Option<DateOrder>>,
    /// By column: whether it was told that its dates can be read in two ways.
    told: Vec<bool>,
    /// By column, values that nothing is made of.
    unused: Vec<u64>,
    memos: Memos,
    decimal: Option<DecimalSign>,
    /// Currency of amounts that say none, and of those of this row.
    usual_currency: Currency,
    currency: Currency,
    pub faults: Faults,
    /// Rows in which nothing identifies an asset.
    pub nameless: u64,
}

#[derive(Debug)]
struct Memos {
    categories: Memo<Option<Category>>,
    lifecycles: Memo<Option<Lifecycle>>,
    criticalities: Memo<Option<Criticality>>,
    usages: Memo<Option<Usage>>,
    methods: Memo<Option<BookMethod>>,
    truths: Memo<Option<bool>>,
    placeholders: Memo<bool>,
}

/// One value and where it stands.
#[derive(Clone, Copy)]
struct Cell<'r> {
    text: &'r str,
    /// Whether it is of printable ASCII characters.
    is_plain: bool,
    line: u64,
    column: usize,
}

impl Converter {
    pub(super) fn new(mapping: &Mapping, head: Head, plan: Plan, faults: Faults) -> Self {
        let columns = head.folded.len();
        let currency = mapping.currency.unwrap_or(Currency::EUR);
        Converter {
            orders: vec![mapping.dates; columns],
            told: vec![false; columns],
            unused: vec![0; columns],
            memos: Memos {
                categories: Memo::new(),
                lifecycles: Memo::new(),
                criticalities: Memo::new(),
                usages: Memo::new(),
                methods: Memo::new(),
                truths: Memo::new(),
                placeholders: Memo::new(),
            },
            decimal: mapping.decimal,
            usual_currency: currency,
            currency,
            head,
            plan,
            faults,
            nameless: 0,
        }
    }

    /// States the order of the dates of a column.
    pub(super) fn set_order(&mut self, column: usize, order: DateOrder) {
        if let Some(slot) = self.orders.get_mut(column) {
            *slot = Some(order);
        }
    }

    /// Values that nothing is made of, by column, and rows without identity.
    pub(super) fn unused(&self) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for (name, count) in self.head.shown.iter().zip(&self.unused).filter(|(_, n)| **n > 0) {
            let sum: &mut u64 = counts.entry(format!("csv:{}", name.to_lowercase())).or_default();
            *sum = sum.saturating_add(*count);
        }
        if self.nameless > 0 {
            counts.insert("rows:nameless".to_owned(), self.nameless);
        }
        counts
    }

    /// Reads one row into an empty one. Nothing is in it where nothing identifies an asset, which is told
    /// unless the row is blank: then the answer is `false`.
    pub(super) fn convert<'r>(
        &mut self,
        fixed: &'r Fixed,
        row: Row<'r>,
        found: &mut MappedRow<'r>,
    ) -> bool {
        self.currency = self.usual_currency;
        if row.len() != self.plan.columns && !is_blank(row) && self.may_tell() {
            self.head.check_length(row, &mut self.faults);
        }
        found.line = row.line;
        let sources = std::mem::take(&mut self.plan.sources);
        let mut is_empty = true;
        for source in &sources {
            if let Some(cell) = self.pick(fixed, row, source) {
                is_empty = false;
                self.read(source.fact, cell, found);
            }
        }
        self.plan.sources = sources;
        let unused = std::mem::take(&mut self.plan.unused);
        for column in &unused {
            self.count_unused(row, *column);
        }
        self.plan.unused = unused;
        if is_empty && is_blank(row) {
            return false;
        }
        // An id and a name were read as such.
        let has_id = found.id.is_some() || found.name.is_some();
        if !has_id && found.base_id().is_none() {
            self.nameless = self.nameless.saturating_add(1);
            let cell = Cell { text: "", is_plain: false, line: row.line, column: 0 };
            self.say(codes::TAK_NAMELESS_ROW, cell, |_| "nothing identifies an asset".to_owned());
            return false;
        }
        found.constant_tags = &fixed.mapping.tags;
        if found.site.is_none() {
            found.site = fixed.mapping.site.as_ref().map(|site| Cow::Borrowed(site.as_str()));
        }
        if found.category.is_none() && found.category_word.is_none() {
            found.category = fixed.mapping.category;
        }
        true
    }

    fn count_unused(&mut self, row: Row<'_>, column: usize) {
        if !row.get(column).trim_ascii().is_empty()
            && let Some(count) = self.unused.get_mut(column)
        {
            *count = count.saturating_add(1);
        }
    }

    /// The value of a fact that is not empty.
    #[inline]
    fn pick<'r>(&mut self, fixed: &'r Fixed, row: Row<'r>, source: &Source) -> Option<Cell<'r>> {
        let [column] = source.columns.as_slice() else {
            return self.pick_any(fixed, row, source);
        };
        if !fixed.has_replaced.is_empty() {
            return self.pick_any(fixed, row, source);
        }
        let text = row.get(*column);
        let text = match text.as_bytes() {
            [b'!'..=b'~', .., b'!'..=b'~'] => text,
            _ => text.trim_ascii(),
        };
        let cell = Cell { text, is_plain: row.is_plain, line: row.line, column: *column };
        (!text.is_empty()).then_some(cell)
    }

    /// The first value of a fact that is not empty, or what stands for it; other values than it count as
    /// not used.
    fn pick_any<'r>(
        &mut self,
        fixed: &'r Fixed,
        row: Row<'r>,
        source: &Source,
    ) -> Option<Cell<'r>> {
        let (is_plain, line) = (row.is_plain, row.line);
        let mut found: Option<Cell<'r>> = None;
        for column in &source.columns {
            let text = row.get(*column).trim_ascii();
            match found {
                _ if text.is_empty() => {}
                None => found = Some(Cell { text, is_plain, line, column: *column }),
                Some(first) if first.text == text => {}
                Some(_) => self.count_unused(row, *column),
            }
        }
        let cell = found?;
        if fixed.has_replaced.contains(&source.fact)
            && let Some(to) = fixed.replaced.get(&(source.fact, fold(cell.text)))
        {
            return (!to.is_empty()).then_some(Cell { text: to, is_plain: false, ..cell });
        }
        Some(cell)
    }

    fn may_tell(&self) -> bool {
        self.faults.len() <= FAULTS_MAX
    }

    #[cold]
    fn say(&mut self, code: Code, cell: Cell<'_>, message: impl FnOnce(&str) -> String) {
        // Past the most that is kept, nothing is written down any more.
        if self.may_tell() {
            let message = message(self.head.shown(cell.column));
            self.faults.add(code, format!("line {}", cell.line), message);
        }
    }

    #[cold]
    fn refuse(&mut self, code: Code, cell: Cell<'_>, why: &str) {
        self.say(code, cell, |name| {
            format!("column `{name}`: `{}` is {why}", text::quote(cell.text))
        });
    }

    #[cold]
    fn refuse_number(&mut self, code: Code, cell: Cell<'_>, why: &str) {
        let is_rounded = placeholder::is_rounded(cell.text);
        self.refuse(if is_rounded { codes::TAK_ROUNDED_NUMBER } else { code }, cell, why);
    }

    #[inline]
    fn day(&mut self, cell: Cell<'_>) -> Option<Day> {
        let known = self.orders.get(cell.column).copied().flatten();
        let order = known.unwrap_or_else(|| self.order_of(cell));
        match table::read_date(cell.text, order) {
            Ok(day) => day,
            Err(why) => {
                self.refuse(codes::TAK_BAD_DATE, cell, why);
                None
            }
        }
    }

    /// The order of one date of a column whose order nobody knows.
    fn order_of(&mut self, cell: Cell<'_>) -> DateOrder {
        let parts = Parts::of(cell.text);
        if let (Some(true), Some(told)) =
            (parts.map(Parts::is_ambiguous), self.told.get_mut(cell.column))
            && !std::mem::replace(told, true)
        {
            self.say(codes::TAK_AMBIGUOUS_DATES, cell, |name| {
                format!(
                    "column `{name}`: `{}` and others can be read in two ways, taken as day, month, year",
                    text::quote(cell.text)
                )
            });
        }
        parts.and_then(Parts::order).unwrap_or(DateOrder::DayMonthYear)
    }

    #[inline]
    fn price(&mut self, cell: Cell<'_>) -> Option<Money> {
        match table::amount(cell.text, self.decimal, self.currency) {
            Ok(money) => Some(money),
            Err(why) => {
                self.refuse_number(codes::TAK_BAD_AMOUNT, cell, why);
                None
            }
        }
    }

    fn number<T>(
        &mut self,
        cell: Cell<'_>,
        read: fn(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        match read(cell.text) {
            Ok(number) => Some(number),
            Err(why) => {
                self.refuse_number(codes::TAK_BAD_NUMBER, cell, why);
                None
            }
        }
    }

    /// MAC addresses; what is none, and one that stands for no machine, is told.
    fn mac_addresses(&mut self, cell: Cell<'_>) -> Vec<Box<str>> {
        let mut found: Vec<Box<str>> = Vec::new();
        let separates = |c: char| matches!(c, ';' | ',') || c.is_whitespace();
        for text in cell.text.split(separates).filter(|text| !text.is_empty()) {
            match mac::read(text) {
                Ok(address) if !found.contains(&address) => found.push(address),
                Ok(_) => {}
                Err(MacFault::NotOne) => {
                    self.refuse(codes::TAK_BAD_MAC, cell, "no MAC address");
                }
                Err(MacFault::Placeholder) => {
                    self.refuse(codes::TAK_PLACEHOLDER, cell, "an address that identifies nothing");
                }
            }
        }
        found
    }

    /// Tells a word that is none of a list.
    fn known<T>(&mut self, value: Option<T>, cell: Cell<'_>, what: &str) -> Option<T> {
        if value.is_none() {
            self.refuse(codes::TAK_BAD_CHOICE, cell, what);
        }
        value
    }

    /// The day some months after the purchase.
    fn after_purchase(
        &mut self,
        months: Option<u16>,
        found: &MappedRow<'_>,
        cell: Cell<'_>,
    ) -> Option<Day> {
        // No warranty has no end.
        let months = months.filter(|months| *months > 0)?;
        let Some(start) = found.purchase.or(found.in_service) else {
            self.say(codes::TAK_UNDATED_DURATION, cell, |name| {
                format!("column `{name}`: {months} months from a purchase of unknown day")
            });
            return None;
        };
        start.add_months(months.into())
    }

    fn read<'r>(&mut self, fact: MappedFact, cell: Cell<'r>, found: &mut MappedRow<'r>) {
        use MappedFact as F;
        let (kind, slot) = match fact {
            F::Id => (Kind::Id, &mut found.id),
            F::Name => (Kind::Name, &mut found.name),
            F::Serial => (Kind::Identity, &mut found.serial),
            F::Uuid => (Kind::Uuid, &mut found.uuid),
            F::AssetNumber => (Kind::Identity, &mut found.asset_number),
            F::Site => (Kind::Id, &mut found.site),
            F::Location => (Kind::Text, &mut found.location),
            F::Manufacturer => (Kind::Identity, &mut found.manufacturer),
            F::Model => (Kind::Identity, &mut found.model),
            F::Os => (Kind::Text, &mut found.os),
            F::OsVersion => (Kind::Text, &mut found.os_version),
            F::Firmware => (Kind::Text, &mut found.firmware),
            F::Supplier => (Kind::Text, &mut found.supplier),
            F::User => (Kind::Text, &mut found.user),
            F::Tags => (Kind::Text, &mut found.tags),
            F::Company => (Kind::Text, &mut found.company),
            _ => return self.read_value(fact, cell, found),
        };
        self.put(kind, cell, slot);
        if fact == F::Serial && found.serial.is_none() {
            found.has_placeholder_serial = placeholder::is_text(cell.text);
        }
    }

    /// Facts that are no texts.
    #[inline]
    fn read_value<'r>(&mut self, fact: MappedFact, cell: Cell<'r>, found: &mut MappedRow<'r>) {
        use MappedFact as F;
        match fact {
            F::MacAddresses => found.mac_addresses = self.mac_addresses(cell),
            F::MemoryMib => found.memory_mib = self.number(cell, table::whole).filter(|n| *n > 0),
            F::CoreCount => {
                let count = self.number(cell, table::whole).filter(|count| *count > 0);
                found.core_count = count.and_then(|count| u32::try_from(count).ok());
            }
            F::Currency => self.currency = self.currency_of(cell),
            F::Price => found.price = self.price(cell),
            F::Purchase => found.purchase = self.day(cell),
            F::InService => found.in_service = self.day(cell),
            F::WarrantyEnd => found.warranty_end = self.day(cell),
            F::WarrantyLastDay => {
                let end = self.day(cell).and_then(|day| day.add_days(1));
                found.warranty_end = found.warranty_end.or(end);
            }
            F::EndOfLife => found.end_of_life = self.day(cell),
            F::LastInventory => found.last_inventory = self.day(cell),
            F::OsInstalled => found.os_installed = self.day(cell),
            F::LastBoot => found.last_boot = self.day(cell),
            F::LastBackup => found.last_backup = self.day(cell),
            F::BookYears => {
                found.book_years = self.number(cell, table::years).filter(|years| *years > 0);
            }
            F::WarrantyMonths | F::LifeMonths => self.durations(fact, cell, found),
            _ => self.words(fact, cell, found),
        }
    }

    fn durations(&mut self, fact: MappedFact, cell: Cell<'_>, found: &mut MappedRow<'_>) {
        let months = self.number(cell, table::months);
        let (slot, is_known) = match fact {
            MappedFact::WarrantyMonths => (true, found.warranty_end.is_some()),
            _ => (false, found.end_of_life.is_some()),
        };
        if is_known {
            // The day itself was said.
            if let Some(count) = self.unused.get_mut(cell.column) {
                *count = count.saturating_add(1);
            }
            return;
        }
        let day = self.after_purchase(months, found, cell);
        *(if slot { &mut found.warranty_end } else { &mut found.end_of_life }) = day;
    }

    fn currency_of(&mut self, cell: Cell<'_>) -> Currency {
        let code = Currency::new(&cell.text.to_ascii_uppercase());
        let known = self.known(code, cell, "no code of a currency such as EUR");
        known.unwrap_or(self.usual_currency)
    }

    /// Facts that are words of a list.
    fn words<'r>(&mut self, fact: MappedFact, cell: Cell<'r>, found: &mut MappedRow<'r>) {
        use MappedFact as F;
        match fact {
            F::Category => {
                found.category = self.memos.categories.get(cell.text, words::category);
                if found.category.is_none() {
                    found.category_word = self.text(cell);
                }
            }
            F::Lifecycle => {
                let known = self.memos.lifecycles.get(cell.text, words::lifecycle);
                found.lifecycle = self.known(known, cell, "no known state");
            }
            F::Criticality => {
                let known = self.memos.criticalities.get(cell.text, words::criticality);
                found.criticality = self.known(known, cell, "no known criticality");
            }
            F::Usage => {
                let known = self.memos.usages.get(cell.text, words::usage);
                found.usage = self.known(known, cell, "no known usage");
            }
            F::BookMethod => {
                let known = self.memos.methods.get(cell.text, words::book_method);
                found.book_method = self.known(known, cell, "no known method");
            }
            F::IsMonitored => found.is_monitored = self.truth(cell),
            F::IsBackedUp => found.is_backed_up = self.truth(cell),
            F::IsDocumented => found.is_documented = self.truth(cell),
            F::HasRemoteAgent => found.has_remote_agent = self.truth(cell),
            _ => found.is_reachable = self.truth(cell),
        }
    }

    fn truth(&mut self, cell: Cell<'_>) -> Option<bool> {
        let known = self.memos.truths.get(cell.text, table::boolean);
        self.known(known, cell, "neither yes nor no")
    }
}

fn is_blank(row: Row<'_>) -> bool {
    row.values().all(|value| value.trim().is_empty())
}
