//! The rows of two plans side by side, by the ids of their occurrences.

use super::super::book::SubjectRef;
use super::super::result::Plan;
use super::super::table::Row;
use super::super::task::Every;
use crate::order;
use crate::time::Day;

/// Marks a key that is not made of digits and hyphens: its rank among the ids of requests and contracts.
const NAMED: u64 = 1 << 62;

/// Task, subject and key of an occurrence: numbers that are equal in two plans exactly where the texts are,
/// and ordered as they are within one series.
pub(super) type About = (u32, u32, u64);

/// A row by what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Placed {
    pub(super) about: About,
    pub(super) index: usize,
}

/// What the numbers of one plan are in both.
struct Numbers {
    tasks: Vec<u32>,
    /// Assets, then contracts.
    subjects: Vec<u32>,
    requests: Vec<u64>,
    contracts: Vec<u64>,
}

/// The rows of both plans, each list by what its rows are about.
pub(super) fn align(before: &Plan, after: &Plan) -> [Vec<Placed>; 2] {
    let plans = [before, after];
    let tasks = plans.map(|plan| ids(plan.input().tasks(), |task| task.id.as_str()));
    let tasks = ranks(tasks.each_ref());
    let assets = plans.map(|plan| ids(plan.input().estate().assets(), |asset| asset.id.as_str()));
    let contracts = plans.map(|plan| ids(plan.input().contracts(), |own| own.id().as_str()));
    let requests = plans.map(|plan| ids(&plan.input().programme().requests, |own| &own.id));
    let [assets_before, assets_after] = assets;
    let [contracts_before, contracts_after] = contracts;
    let [requests_before, requests_after] = requests;
    let subjects = ranks([&assets_before, &assets_after, &contracts_before, &contracts_after]);
    let names = [&requests_before, &requests_after, &contracts_before, &contracts_after];
    let [keys_before, keys_after, own_before, own_after] = keys(names);
    let [tasks_before, tasks_after] = tasks;
    let [mut all_before, mut all_after, more_before, more_after] = subjects;
    all_before.extend(more_before);
    all_after.extend(more_after);
    let of_before = Numbers {
        tasks: tasks_before,
        subjects: all_before,
        requests: keys_before,
        contracts: own_before,
    };
    let of_after = Numbers {
        tasks: tasks_after,
        subjects: all_after,
        requests: keys_after,
        contracts: own_after,
    };
    [placed(before, &of_before), placed(after, &of_after)]
}

fn ids<T>(items: &[T], id: impl Fn(&T) -> &str) -> Vec<&str> {
    items.iter().map(id).collect()
}

/// The rank of each text among those of all lists, each of which is in order.
fn ranks<const N: usize>(lists: [&Vec<&str>; N]) -> [Vec<u32>; N] {
    let mut ranks = lists.map(|list| Vec::with_capacity(list.len()));
    for rank in 0u32.. {
        let heads = lists.iter().zip(&ranks).filter_map(|(list, done)| list.get(done.len()));
        let Some(least) = heads.min().copied() else { break };
        for (list, done) in lists.iter().zip(&mut ranks) {
            while list.get(done.len()) == Some(&least) {
                done.push(rank);
            }
        }
    }
    ranks
}

/// The keys of texts.
fn keys<const N: usize>(lists: [&Vec<&str>; N]) -> [Vec<u64>; N] {
    let mut both = lists.into_iter().zip(ranks(lists));
    std::array::from_fn(|_| {
        let pairs = both.next().into_iter().flat_map(|(texts, ranks)| texts.iter().zip(ranks));
        pairs.map(|(text, rank)| spelled(text).unwrap_or(NAMED | u64::from(rank))).collect()
    })
}

/// At most ten digits and hyphens as a number, in the order of the texts.
fn spelled(text: &str) -> Option<u64> {
    if text.len() > 10 {
        return None;
    }
    let mut key = 0u64;
    for byte in text.bytes() {
        let symbol = match byte {
            b'-' => 1,
            b'0'..=b'9' => u64::from(byte - b'0') + 2,
            _ => return None,
        };
        key = key * 12 + symbol;
    }
    let missing = u32::try_from(10 - text.len()).unwrap_or_default();
    Some(key * 12u64.pow(missing))
}

/// [`spelled`] of a day, without its text.
fn spelled_day(day: Day) -> u64 {
    let (year, month, day) = day.ymd();
    let pair = |number: u64| (number / 10 + 2) * 12 + number % 10 + 2;
    let year = u64::try_from(year).unwrap_or_default();
    let head = pair(year / 100) * 144 + pair(year % 100);
    let month = 144 + pair(u64::from(month));
    let day = 144 + pair(u64::from(day));
    (head * 1_728 + month) * 1_728 + day
}

fn placed(plan: &Plan, numbers: &Numbers) -> Vec<Placed> {
    let rows = plan.table().rows().enumerate();
    let all = rows.filter_map(|(index, row)| {
        let task = *numbers.tasks.get(usize::from(row.task))?;
        let subject = *numbers.subjects.get(usize::try_from(row.subject).ok()?)?;
        Some(Placed { about: (task, subject, key(plan, row, numbers)?), index })
    });
    let all: Vec<Placed> = all.collect();
    let all = by_number(all, |placed| placed.about.1);
    let mut all = by_number(all, |placed| placed.about.0);
    // The dates of a series come nearly in the order of their keys.
    for strand in all.chunk_by_mut(|a, b| (a.about.0, a.about.1) == (b.about.0, b.about.1)) {
        if !strand.is_sorted() {
            order::sort(strand);
        }
    }
    all
}

fn key(plan: &Plan, row: Row, numbers: &Numbers) -> Option<u64> {
    let input = plan.input();
    let task = input.tasks().get(usize::from(row.task))?;
    match &task.every {
        Every::Occasion(on) if on.occasion.request().is_some() => {
            numbers.requests.get(usize::try_from(row.key).ok()?).copied()
        }
        Every::Occasion(_) => match input.subject(row.subject)? {
            SubjectRef::Contract(_) => {
                let place = usize::try_from(row.subject).ok()?;
                let place = place.checked_sub(input.estate().assets().len())?;
                numbers.contracts.get(place).copied()
            }
            SubjectRef::Asset(asset) => spelled(asset.id.as_str()).or(Some(NAMED - 1)),
        },
        _ if plan.book.task(row.task)?.moving => spelled(&row.key.to_string()),
        _ => Some(spelled_day(row.nominal)),
    }
}

/// Sorts by a small number; stable, in linear time.
fn by_number(rows: Vec<Placed>, number: impl Fn(&Placed) -> u32) -> Vec<Placed> {
    let place = |row: &Placed| usize::try_from(number(row)).unwrap_or_default();
    let count = rows.iter().map(place).max().map_or(0, |most| most.saturating_add(2));
    let mut next = vec![0usize; count];
    for row in &rows {
        if let Some(slot) = next.get_mut(place(row).saturating_add(1)) {
            *slot += 1;
        }
    }
    let mut sum = 0;
    for slot in &mut next {
        sum += *slot;
        *slot = sum;
    }
    let mut sorted = rows.clone();
    for row in rows {
        let Some(slot) = next.get_mut(place(&row)) else { continue };
        if let Some(free) = sorted.get_mut(*slot) {
            *free = row;
        }
        *slot += 1;
    }
    sorted
}

/// Goes through both lists: the rows about the same occurrence together.
pub(super) struct Pairs<'a> {
    pub(super) before: &'a [Placed],
    pub(super) after: &'a [Placed],
}

impl Iterator for Pairs<'_> {
    type Item = (About, Option<usize>, Option<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let heads = (self.before.split_first(), self.after.split_first());
        let (a, b) = match heads {
            (None, None) => return None,
            (Some((a, _)), None) => (Some(a), None),
            (None, Some((b, _))) => (None, Some(b)),
            (Some((a, _)), Some((b, _))) => {
                (Some(a).filter(|_| a.about <= b.about), Some(b).filter(|_| b.about <= a.about))
            }
        };
        if a.is_some() {
            self.before = self.before.get(1..).unwrap_or_default();
        }
        if b.is_some() {
            self.after = self.after.get(1..).unwrap_or_default();
        }
        let about = a.or(b)?.about;
        Some((about, a.map(|row| row.index), b.map(|row| row.index)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_spelled_as_its_text() {
        for text in ["1583-01-01", "2026-04-09", "2026-10-30", "9999-12-31"] {
            assert_eq!(Some(spelled_day(Day::parse(text).unwrap())), spelled(text));
        }
    }

    #[test]
    fn keys_keep_the_order_of_their_texts() {
        let mut texts = ["10", "2", "1", "2026-01-01", "2026", "-", "1-", "100", "9999999999"];
        texts.sort_unstable();
        let keys: Vec<u64> = texts.iter().map(|text| spelled(text).unwrap()).collect();
        assert!(keys.is_sorted_by(|a, b| a < b));
        assert_eq!([spelled("12345678901"), spelled("a")], [None, None]);
    }

    #[test]
    fn ranks_are_those_of_all_texts_together() {
        let found = ranks([&vec!["a", "c"], &vec!["b", "c", "d"]]);
        assert_eq!(found, [vec![0, 2], vec![1, 2, 3]]);
    }
}
