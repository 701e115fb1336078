//! A fleet: outages as columns, grouped by asset without a copy of the caller's data.

use super::sweep::{OPEN, sweep};
use super::totals::Downtime;
use super::union::{united, within};
use crate::error::{Error, codes};
use crate::quantity::INTEGER_MAX;

/// Largest instant, either side of zero.
pub const INSTANT_MAX: i64 = INTEGER_MAX;
/// Most outages of a call.
pub const OUTAGES_MAX: usize = 100_000_000;
/// Most assets of a call.
pub const FLEET_ASSETS_MAX: u32 = 10_000_000;

/// Which rows of a column have a value: one bit a row, lowest bit first, as Arrow has it.
#[derive(Debug, Clone, Copy)]
pub struct Validity<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// The bit of the first row.
    pub offset: usize,
}

impl Validity<'_> {
    fn has(&self, row: usize) -> bool {
        let bit = self.offset.wrapping_add(row);
        self.bytes.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }
}

/// Outages, a row each, in any order.
#[derive(Debug, Clone, Copy)]
pub struct Outages<'a> {
    /// The number of the asset, from 0.
    pub assets: &'a [u32],
    /// When it fails.
    pub begins: &'a [i64],
    /// When it works again.
    pub ends: &'a [i64],
    /// Which rows have an end; `None` when all have.
    pub ends_known: Option<Validity<'a>>,
}

/// When each asset is looked at, where that is not the whole window: one row an asset.
#[derive(Debug, Clone, Copy)]
pub struct Presence<'a> {
    /// First instant.
    pub from: &'a [i64],
    /// First instant left out.
    pub to: &'a [i64],
}

/// The downtime of a fleet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FleetDowntime {
    /// One row an asset, by number.
    pub assets: Vec<Downtime>,
    /// The sums.
    pub fleet: Downtime,
}

/// Times and counts of `asset_count` assets in the window `[from, to)`: see the [module](super) for the rules.
/// `planned` windows `(asset, begin, end)` are those of one asset, `common` those of all.
///
/// # Errors
/// `KPI-001` a window or outage that ends before it begins · `KPI-002` more than [`OUTAGES_MAX`] outages or
/// [`FLEET_ASSETS_MAX`] assets, an instant or a sum beyond ±(2⁵³ − 1) · `KPI-003` columns of different lengths ·
/// `KPI-004` an asset that is not below `asset_count`. The pointer names column and row.
///
/// # Example
/// ```
/// use entretien::kpi::downtime::{Outages, fleet_downtime};
/// let outages = Outages { assets: &[1, 1, 0], begins: &[100, 50, 900], ends: &[200, 150, 950], ends_known: None };
/// let found = fleet_downtime((0, 1_000), 3, &outages, None, &[], &[]).unwrap();
/// assert_eq!(found.assets[1].down_time, 150);
/// assert_eq!((found.fleet.down_time, found.fleet.required_time, found.fleet.failures), (200, 3_000, 3));
/// ```
pub fn fleet_downtime(
    (from, to): (i64, i64),
    asset_count: u32,
    outages: &Outages<'_>,
    presence: Option<&Presence<'_>>,
    planned: &[(u32, i64, i64)],
    common: &[(i64, i64)],
) -> Result<FleetDowntime, Error> {
    check_shape((from, to), asset_count, outages, presence)?;
    let count = usize::try_from(asset_count).unwrap_or(usize::MAX);
    let own = |asset: usize| match presence {
        None => (from, to),
        Some(span) => {
            let begin = span.from.get(asset).copied().unwrap_or(from).clamp(from, to);
            (begin, span.to.get(asset).copied().unwrap_or(to).clamp(begin, to))
        }
    };
    let Grouped { mut spans, sizes } = group((from, to), count, outages)?;
    let mut planned = group_planned(planned, asset_count)?.into_iter().peekable();
    for (begin, end) in common {
        if end < begin {
            return Err(reversed("/common".to_owned()));
        }
    }
    let common = united(common.to_vec());
    let mut assets = Vec::with_capacity(count);
    let mut fleet = Downtime::default();
    let (mut place, mut one) = (0_usize, Vec::new());
    for (asset, size) in sizes.into_iter().enumerate() {
        let after = place.saturating_add(size);
        let mine = spans.of(place..after, &mut one);
        place = after;
        let (begin, end) = own(asset);
        let windows = match planned.next_if(|(owner, _)| usize::try_from(*owner) == Ok(asset)) {
            None if common.is_empty() => Vec::new(),
            None => within(&common, begin, end),
            Some((_, mut windows)) => {
                windows.extend_from_slice(&common);
                within(&united(windows), begin, end)
            }
        };
        let row = sweep((begin, end), mine, &windows)?;
        fleet = fleet.merge(&row)?;
        assets.push(row);
    }
    Ok(FleetDowntime { assets, fleet })
}

fn reversed(place: String) -> Error {
    Error::new(codes::KPI_REVERSED, place, "ends before it begins")
}

fn check_shape(
    (from, to): (i64, i64),
    asset_count: u32,
    outages: &Outages<'_>,
    presence: Option<&Presence<'_>>,
) -> Result<(), Error> {
    let instants = -INSTANT_MAX..=INSTANT_MAX;
    if !instants.contains(&from) || !instants.contains(&to) {
        return Err(Error::new(codes::KPI_TOO_LARGE, "/window", "an instant beyond ±(2⁵³ − 1)"));
    }
    if to < from {
        return Err(reversed("/window".to_owned()));
    }
    let rows = outages.assets.len();
    if rows > OUTAGES_MAX || asset_count > FLEET_ASSETS_MAX {
        let message = format!("{rows} outages of {asset_count} assets");
        return Err(Error::new(codes::KPI_TOO_LARGE, "", message));
    }
    let sizes = [("/begins", outages.begins.len(), rows), ("/ends", outages.ends.len(), rows)];
    let count = usize::try_from(asset_count).unwrap_or(usize::MAX);
    let spans = presence.map_or([("", 0, 0); 2], |span| {
        [("/from", span.from.len(), count), ("/to", span.to.len(), count)]
    });
    for (name, found, expected) in sizes.into_iter().chain(spans) {
        if found != expected {
            let message = format!("{found} rows, {expected} expected");
            return Err(Error::new(codes::KPI_COLUMNS, name, message));
        }
    }
    Ok(())
}

/// Outages in the order of their assets.
struct Grouped {
    spans: Spans,
    /// How many each asset has.
    sizes: Vec<usize>,
}

/// Begins and ends.
enum Spans {
    /// As they are.
    Wide(Vec<(i64, i64)>),
    /// In half the memory, which is what the time goes to: begin since the first one above, length below, `LENGTH`
    /// for an open one.
    Packed(Vec<i64>, i64),
}

/// Bits of a packed length.
const LENGTH_BITS: u32 = 32;
/// The longest packed length and one: that of an open outage.
const LENGTH: i64 = (1 << LENGTH_BITS) - 1;
/// The latest packed begin.
const BEGIN_MAX: i64 = i64::MAX >> LENGTH_BITS;

impl Spans {
    /// Those of one asset; packed ones come in order, in `one`.
    fn of<'a>(
        &'a mut self,
        places: std::ops::Range<usize>,
        one: &'a mut Vec<(i64, i64)>,
    ) -> &'a mut [(i64, i64)] {
        match self {
            Spans::Wide(spans) => spans.get_mut(places).unwrap_or_default(),
            Spans::Packed(keys, first) => {
                let keys = keys.get_mut(places).unwrap_or_default();
                keys.sort_unstable();
                one.clear();
                one.extend(keys.iter().map(|key| {
                    let begin = first.wrapping_add(key >> LENGTH_BITS);
                    let length = key & LENGTH;
                    (begin, if length == LENGTH { OPEN } else { begin.wrapping_add(length) })
                }));
                one
            }
        }
    }
}

/// A counting sort by asset. Outages that neither lie in the window nor touch its begin are left out.
fn group((from, to): (i64, i64), count: usize, outages: &Outages<'_>) -> Result<Grouped, Error> {
    let mut sizes = vec![0_usize; count];
    let (mut first, mut last, mut longest) = (i64::MAX, i64::MIN, 0_i64);
    for (row, (asset, begin, end)) in rows(outages).enumerate() {
        if end < begin {
            return Err(reversed(format!("/ends/{row}")));
        }
        if !(-INSTANT_MAX..=INSTANT_MAX).contains(&begin) || (end > INSTANT_MAX && end != OPEN) {
            let message = "an instant beyond ±(2⁵³ − 1)";
            return Err(Error::new(codes::KPI_TOO_LARGE, format!("/begins/{row}"), message));
        }
        let place = usize::try_from(asset).unwrap_or(usize::MAX);
        let Some(size) = sizes.get_mut(place) else {
            let message = format!("asset {asset} of {count}");
            return Err(Error::new(codes::KPI_UNKNOWN_ASSET, format!("/assets/{row}"), message));
        };
        let lies = begin < to && end >= from;
        *size = size.wrapping_add(usize::from(lies));
        if lies {
            (first, last) = (first.min(begin), last.max(begin));
            longest = longest.max(if end == OPEN { 0 } else { end.wrapping_sub(begin) });
        }
    }
    let is_small = last.saturating_sub(first) <= BEGIN_MAX && longest < LENGTH;
    let spans = if is_small {
        let key = |begin: i64, end: i64| {
            let length = if end == OPEN { LENGTH } else { end.wrapping_sub(begin) };
            begin.wrapping_sub(first) << LENGTH_BITS | length
        };
        Spans::Packed(scatter((from, to), &sizes, outages, key), first)
    } else {
        Spans::Wide(scatter((from, to), &sizes, outages, |begin, end| (begin, end)))
    };
    Ok(Grouped { spans, sizes })
}

/// The rows: asset, begin, end or `OPEN`.
fn rows<'a>(outages: &'a Outages<'_>) -> impl Iterator<Item = (u32, i64, i64)> + 'a {
    let columns = outages.assets.iter().zip(outages.begins).zip(outages.ends).enumerate();
    columns.map(|(row, ((asset, begin), end))| match &outages.ends_known {
        Some(known) if !known.has(row) => (*asset, *begin, OPEN),
        _ => (*asset, *begin, *end),
    })
}

/// What is made of each outage of the window, by asset.
fn scatter<T: Clone + Default>(
    (from, to): (i64, i64),
    sizes: &[usize],
    outages: &Outages<'_>,
    make: impl Fn(i64, i64) -> T,
) -> Vec<T> {
    let mut next: Vec<usize> = Vec::with_capacity(sizes.len());
    let mut total = 0_usize;
    for size in sizes {
        next.push(total);
        total = total.saturating_add(*size);
    }
    let mut spans = vec![T::default(); total];
    for (asset, begin, end) in rows(outages) {
        if begin >= to || end < from {
            continue;
        }
        let place = usize::try_from(asset).ok().and_then(|asset| next.get_mut(asset));
        let Some(place) = place else { continue };
        if let Some(slot) = spans.get_mut(*place) {
            *slot = make(begin, end);
        }
        *place = place.wrapping_add(1);
    }
    spans
}

/// The planned windows of each asset that has some, by asset.
#[expect(clippy::type_complexity, reason = "an asset and its windows")]
fn group_planned(
    planned: &[(u32, i64, i64)],
    asset_count: u32,
) -> Result<Vec<(u32, Vec<(i64, i64)>)>, Error> {
    let mut rows = Vec::with_capacity(planned.len());
    for (row, (asset, begin, end)) in planned.iter().enumerate() {
        if end < begin {
            return Err(reversed(format!("/planned/{row}")));
        }
        if *asset >= asset_count {
            let message = format!("asset {asset} of {asset_count}");
            return Err(Error::new(codes::KPI_UNKNOWN_ASSET, format!("/planned/{row}"), message));
        }
        rows.push((*asset, (*begin, *end)));
    }
    Ok(crate::order::group(rows))
}
