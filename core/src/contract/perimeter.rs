//! Which assets a contract covers, and from when to when.

use crate::error::{Faults, codes};
use crate::id::AssetId;
use crate::inventory::{Asset, Selector};
use crate::order;
use crate::text::choice;
use crate::time::{Day, INTERVAL_MONTHS_MAX};

choice! {
    /// What becomes of an asset whose day of purchase is unknown, where the age counts.
    UnknownPurchase {
        /// It is not selected, and this is said. The default.
        NotSelected "not_selected" "not selected" "non retenu",
        /// It is selected.
        Selected "selected" "selected" "retenu",
    }
}

/// An age since purchase, in whole months counted from the day of purchase; half-open.
///
/// An asset bought on 2021-03-31 is 60 months old from 2026-03-31 on: `min_months: Some(60)` selects it
/// from that day on, `max_months: Some(60)` up to the day before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PurchaseAge {
    /// At least so many months; 0 when `None`: not before the purchase.
    pub min_months: Option<u32>,
    /// Fewer than so many months; any age when `None`.
    pub max_months: Option<u32>,
    /// What becomes of an asset whose day of purchase is unknown.
    pub unknown: UnknownPurchase,
}

/// Assets by their attributes and, where it counts, by their age.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Conditions on attributes.
    pub selector: Selector,
    /// Condition on the age.
    pub purchase_age: Option<PurchaseAge>,
}

/// Assets that come in, up to a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inclusion {
    /// Which.
    pub selection: Selection,
    /// At most so many; the others are beyond the cap.
    pub max_assets: Option<u32>,
}

/// One stay of an asset in a perimeter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The asset.
    pub asset: AssetId,
    /// First day; the begin of the contract when `None`.
    pub from: Option<Day>,
    /// First day after; no end when `None`.
    pub to: Option<Day>,
}

/// Which assets a contract covers.
///
/// On a day, an asset is inside when no exclusion selects it, and
/// - it is listed in `members`: one of its stays holds the day, whatever `include` says of it;
/// - it is not listed: one of `include` selects it; without `include` and `members`, every asset is inside.
///
/// Caps: the assets that an inclusion selects come in by day of joining (`from` of the stay, or the begin
/// of the contract), then by id, up to its `max_assets`; those beyond may still come in by a later
/// inclusion. Then the cap of the whole perimeter is applied in the same order. A listed asset that no
/// inclusion selects counts only against the cap of the perimeter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Perimeter {
    /// Selections that bring assets in.
    pub include: Vec<Inclusion>,
    /// Selections that leave assets out.
    pub exclude: Vec<Selection>,
    /// Stays of single assets; sorted by asset and day in a [`super::Contract`].
    pub members: Vec<Member>,
    /// At most so many assets in all.
    pub max_assets: Option<u32>,
}

impl From<Selector> for Selection {
    fn from(selector: Selector) -> Selection {
        Selection { selector, purchase_age: None }
    }
}

impl From<Selector> for Inclusion {
    fn from(selector: Selector) -> Inclusion {
        Inclusion { selection: selector.into(), max_assets: None }
    }
}

/// Days by number, half-open; unbounded ends are the bounds of `i32`.
pub(super) type Days = (i32, i32);
/// All days.
pub(super) const ALWAYS: Days = (i32::MIN, i32::MAX);

impl PurchaseAge {
    /// The days on which an asset bought on `purchase` has this age.
    fn days(&self, purchase: Day) -> Days {
        let after = |months: u32| {
            let months = i32::try_from(months).unwrap_or(i32::MAX);
            purchase.add_months(months).map_or(i32::MAX, Day::number)
        };
        (after(self.min_months.unwrap_or(0)), self.max_months.map_or(i32::MAX, after))
    }
}

/// What a selection says of an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Selected {
    /// On these days.
    On(Days),
    /// Never.
    No,
    /// Never, because its day of purchase is unknown.
    Unknown,
}

impl Selection {
    /// When this selects `asset`.
    pub(super) fn select(&self, asset: &Asset) -> Selected {
        if !self.selector.matches(asset) {
            return Selected::No;
        }
        match (self.purchase_age, asset.facts.purchase) {
            (None, _) => Selected::On(ALWAYS),
            (Some(age), Some(purchase)) => Selected::On(age.days(purchase)),
            (Some(age), None) if age.unknown == UnknownPurchase::Selected => Selected::On(ALWAYS),
            (Some(_), None) => Selected::Unknown,
        }
    }

    fn check(&self, pointer: &str, faults: &mut Faults) {
        let Some(age) = self.purchase_age else { return };
        for (field, months) in [("min_months", age.min_months), ("max_months", age.max_months)] {
            if let Some(months) = months.filter(|months| *months > INTERVAL_MONTHS_MAX) {
                let message = format!("`{months}` is not within 0 and {INTERVAL_MONTHS_MAX}");
                let pointer = format!("{pointer}/purchase_age/{field}");
                faults.add(codes::DOC_OUT_OF_RANGE, pointer, message);
            }
        }
        let min = age.min_months.unwrap_or(0);
        if let Some(max) = age.max_months.filter(|max| *max <= min) {
            let message = format!("no age is at least {min} and below {max} months");
            faults.add(codes::CON_EMPTY_AGE, format!("{pointer}/purchase_age"), message);
        }
    }
}

impl Perimeter {
    /// Every asset that one of `include` selects.
    pub fn of(include: Vec<Selector>) -> Perimeter {
        let include = include.into_iter().map(Inclusion::from).collect();
        Perimeter { include, ..Perimeter::default() }
    }

    /// Whether a number limits the assets, so that one asset cannot be judged without the others.
    pub fn is_capped(&self) -> bool {
        self.max_assets.is_some() || self.include.iter().any(|part| part.max_assets.is_some())
    }

    /// Whether nothing depends on the day.
    pub(super) fn is_timeless(&self) -> bool {
        self.members.is_empty()
            && self.include.iter().all(|part| part.selection.purchase_age.is_none())
            && self.exclude.iter().all(|part| part.purchase_age.is_none())
    }

    /// The stays of `asset`; none when it is not listed.
    pub(super) fn stays(&self, asset: &AssetId) -> &[Member] {
        let start = self.members.partition_point(|member| member.asset < *asset);
        let end = self.members.partition_point(|member| member.asset <= *asset);
        self.members.get(start..end).unwrap_or_default()
    }

    /// Sorts the members; adds every fault, with pointers below `pointer`.
    pub(super) fn check(&mut self, pointer: &str, faults: &mut Faults) {
        for (index, part) in self.include.iter().enumerate() {
            part.selection.check(&format!("{pointer}/include/{index}"), faults);
        }
        for (index, part) in self.exclude.iter().enumerate() {
            part.check(&format!("{pointer}/exclude/{index}"), faults);
        }
        for (index, member) in self.members.iter().enumerate() {
            if let (Some(from), Some(to)) = (member.from, member.to)
                && to <= from
            {
                let message = format!("`to` {to} is not after `from` {from}");
                let pointer = format!("{pointer}/members/{index}/to");
                faults.add(codes::CAL_REVERSED, pointer, message);
            }
        }
        order::sort(&mut self.members);
        // Stays of one asset that touch or overlap are one stay.
        self.members.dedup_by(|later, kept| {
            let touches = later.asset == kept.asset
                && kept.to.is_none_or(|to| later.from.is_none_or(|from| from <= to));
            if touches {
                kept.to = kept.to.zip(later.to).map(|(one, other)| one.max(other));
            }
            touches
        });
    }

    /// When `asset` would be inside, were there no caps: disjoint days in order, below `within`.
    pub(super) fn days_of(&self, asset: &Asset, within: Days) -> Vec<Days> {
        let stays = self.stays(&asset.id);
        let mut days = self.allowed(asset, stays, within);
        if stays.is_empty() && !self.is_whole() {
            let mut selected: Vec<Days> = Vec::new();
            for part in &self.include {
                if let Selected::On(window) = part.selection.select(asset) {
                    for piece in &days {
                        selected.extend(common(*piece, window));
                    }
                }
            }
            days = joined(selected);
        }
        days
    }

    /// Whether `asset` is inside on every day, where nothing depends on the day nor on other assets.
    pub(super) fn takes(&self, asset: &Asset) -> bool {
        let selects = |selection: &Selection| selection.selector.matches(asset);
        (self.include.is_empty() || self.include.iter().any(|part| selects(&part.selection)))
            && !self.exclude.iter().any(selects)
    }

    /// Whether `asset` would be inside on any day, were there no caps.
    pub fn ever_selects(&self, asset: &Asset) -> bool {
        if self.is_timeless() { self.takes(asset) } else { !self.days_of(asset, ALWAYS).is_empty() }
    }

    /// Whether every asset comes in, unless excluded.
    pub(super) fn is_whole(&self) -> bool {
        self.include.is_empty() && self.members.is_empty()
    }

    /// The days of `stays` (all days without any) below `within` on which no exclusion selects `asset`.
    pub(super) fn allowed(&self, asset: &Asset, stays: &[Member], within: Days) -> Vec<Days> {
        let mut days: Vec<Days> = if stays.is_empty() {
            vec![within]
        } else {
            stays.iter().filter_map(|stay| common(stay.days(), within)).collect()
        };
        for part in &self.exclude {
            if let Selected::On(window) = part.select(asset) {
                days = without(&days, window);
            }
        }
        days
    }

    /// Where `asset` stands on a day, were there no caps.
    pub(super) fn standing(&self, asset: &Asset, day: i32) -> Standing {
        for (index, part) in self.exclude.iter().enumerate() {
            if matches!(part.select(asset), Selected::On(window) if holds(window, day)) {
                return Standing::Excluded(index);
            }
        }
        let stays = self.stays(&asset.id);
        if let (Some(first), Some(last)) = (stays.first(), stays.last()) {
            return if stays.iter().any(|stay| holds(stay.days(), day)) {
                Standing::Inside
            } else if first.days().0 > day {
                Standing::NotJoined
            } else if last.days().1 <= day {
                Standing::Left
            } else {
                Standing::Away
            };
        }
        if self.is_whole() {
            return Standing::Inside;
        }
        let mut standing = Standing::NotSelected;
        for (index, part) in self.include.iter().enumerate() {
            match part.selection.select(asset) {
                Selected::On(window) if holds(window, day) => return Standing::Inside,
                Selected::On(_) if standing == Standing::NotSelected => {
                    standing = Standing::OtherAge(index);
                }
                Selected::Unknown if standing == Standing::NotSelected => {
                    standing = Standing::UnknownAge(index);
                }
                _ => {}
            }
        }
        standing
    }
}

/// Where an asset stands to a perimeter on a day; the number is that of the exclusion or inclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Inside,
    Excluded(usize),
    NotJoined,
    Away,
    Left,
    OtherAge(usize),
    UnknownAge(usize),
    NotSelected,
}

impl Member {
    /// The days of the stay.
    pub(super) fn days(&self) -> Days {
        (self.from.map_or(ALWAYS.0, Day::number), self.to.map_or(ALWAYS.1, Day::number))
    }
}

pub(super) fn holds(days: Days, day: i32) -> bool {
    days.0 <= day && day < days.1
}

/// The days of both, unless there are none.
pub(super) fn common(a: Days, b: Days) -> Option<Days> {
    let (from, to) = (a.0.max(b.0), a.1.min(b.1));
    (from < to).then_some((from, to))
}

/// `days` less those of `out`.
pub(super) fn without(days: &[Days], out: Days) -> Vec<Days> {
    let mut left = Vec::with_capacity(days.len() + 1);
    for piece in days {
        if common(*piece, out).is_none() {
            left.push(*piece);
            continue;
        }
        left.extend(common(*piece, (ALWAYS.0, out.0)));
        left.extend(common(*piece, (out.1, ALWAYS.1)));
    }
    left
}

/// The same days, disjoint and in order.
pub(super) fn joined(mut days: Vec<Days>) -> Vec<Days> {
    order::sort(&mut days);
    days.dedup_by(|later, kept| {
        let touches = later.0 <= kept.1;
        if touches {
            kept.1 = kept.1.max(later.1);
        }
        touches
    });
    days
}
