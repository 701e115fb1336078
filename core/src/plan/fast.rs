//! The short way: subjects that nothing ties together, without facts, on fixed series.

use super::book::{Book, SubjectRef};
use super::cover::Cover;
use super::ground::Grounds;
use super::input::PlanInput;
use super::series::{Item, Maker, Series, Start, out_of_reach};
use super::simulate::Span;
use super::table::{Marks, OccurrenceTable, Row};
use super::task::{Every, TaskTemplate};
use super::unit::wide;
use crate::error::Error;
use crate::inventory::{Asset, Usage};
use std::cell::LazyCell;

/// What a kept series was made of.
type Shape = (u32, Start);

/// Series by task and shape, each made once.
#[derive(Debug, Default)]
struct Kept {
    /// By task: shapes in order, with the place of the series.
    places: Vec<Vec<(Shape, usize)>>,
    series: Vec<Series>,
}

/// A series of one asset: the kept one of this place.
#[derive(Debug, Clone, Copy)]
struct Own {
    index: u16,
    series: usize,
    group: Option<u16>,
}

/// Plans assets one by one; keeps the series that they share.
pub(super) struct Fast<'a> {
    book: &'a Book,
    input: &'a PlanInput,
    span: Span,
    grounds: Grounds<'a>,
    kept: Kept,
    /// Room to work in: the series of the asset, and the windows of what absorbs.
    own: Vec<Own>,
    absorbers: Vec<Absorber>,
    /// Nominal days that the roll `skip` left out.
    pub(super) skipped: u64,
    pub(super) assets_without_task: u64,
}

/// A performing occurrence that absorbs: its level and window.
#[derive(Debug, Clone, Copy)]
struct Absorber {
    group: u16,
    level: u8,
    first: i32,
    last: i32,
}

impl<'a> Fast<'a> {
    pub(super) fn new(book: &'a Book, input: &'a PlanInput, span: Span) -> Fast<'a> {
        let places = input.tasks.iter().map(|_| Vec::new()).collect();
        Fast {
            book,
            input,
            span,
            grounds: Grounds::default(),
            kept: Kept { places, series: Vec::new() },
            own: Vec::new(),
            absorbers: Vec::new(),
            skipped: 0,
            assets_without_task: 0,
        }
    }

    /// Adds the rows of one asset.
    pub(super) fn asset(
        &mut self,
        place: u32,
        asset: &'a Asset,
        table: &mut OccurrenceTable,
    ) -> Result<(), Error> {
        self.own.clear();
        self.absorbers.clear();
        let input = self.input;
        let subject = SubjectRef::Asset(asset);
        let anchor = LazyCell::new(|| input.anchor_contract(asset).map(|c| c.begin()));
        let mut any = false;
        for (index, task) in (0u16..).zip(&input.tasks) {
            if !input.is_done_on(task, subject) {
                continue;
            }
            any = true;
            if matches!(task.every, Every::Occasion(_)) {
                continue;
            }
            let start = Start::of(self.book, input, (index, task), (place, subject), || *anchor);
            let series = self.series((index, task), asset, start);
            let group = self.book.task(index).and_then(|info| info.group);
            self.own.push(Own { index, series, group });
        }
        self.assets_without_task += u64::from(!any);
        self.find_absorbers();
        self.rows(place, subject, table)
    }

    /// The kept series of a task on an asset, made when it is not yet.
    fn series(&mut self, task: (u16, &'a TaskTemplate), asset: &'a Asset, start: Start) -> usize {
        let subject = SubjectRef::Asset(asset);
        let shape = self.shape(task, asset).map(|shape| (shape, start));
        let places = self.kept.places.get(usize::from(task.0));
        let found = shape.and_then(|shape| {
            places.map(|places| places.binary_search_by(|place| place.0.cmp(&shape)))
        });
        if let Some(Ok(found)) = found
            && let Some((_, series)) = places.and_then(|places| places.get(found))
        {
            return *series;
        }
        let maker = Maker { book: self.book, input: self.input, period: self.span.reach };
        let made = maker.series(&mut self.grounds, task, subject, start);
        let number = self.kept.series.len();
        self.kept.series.push(made);
        if let (Some(Err(at)), Some(shape)) = (found, shape)
            && let Some(places) = self.kept.places.get_mut(usize::from(task.0))
        {
            places.insert(at, (shape, number));
        }
        number
    }

    /// What the series of a task depends on beside its start: calendar, windows, usage; `None` when a
    /// sequence meets windows that look at the asset, so that it is not kept.
    fn shape(&mut self, (index, task): (u16, &TaskTemplate), asset: &'a Asset) -> Option<u32> {
        let subject = SubjectRef::Asset(asset);
        let info = self.book.task(index)?;
        let by_asset = |place: &u16| self.book.task(*place).is_some_and(|info| info.by_asset);
        let ground = if info.members.iter().any(by_asset) {
            let [only] = info.members.as_slice() else { return None };
            self.grounds.number(self.book, self.input, *only, subject)?
        } else {
            self.input.calendar_index(asset)
        };
        let frequent = task.every == Every::House && asset.usage == Some(Usage::Frequent);
        u32::try_from(ground).ok()?.checked_mul(2)?.checked_add(u32::from(frequent))
    }

    /// Finds what performs and absorbs, from the highest level down.
    fn find_absorbers(&mut self) {
        if self.own.iter().filter(|own| own.group.is_some()).count() < 2 {
            return;
        }
        let levels = self.own.iter().filter_map(|own| self.book.task(own.index));
        let highest = levels.map(|info| info.level).max().unwrap_or_default();
        for level in (1..=highest).rev() {
            for own in &self.own {
                let Some(group) = own.group else { continue };
                let Some(series) = self.kept.series.get(own.series) else { continue };
                let info = self.book.task(own.index);
                if info.is_none_or(|info| info.level != level || !info.absorbs) {
                    continue;
                }
                for item in &series.items {
                    let nominal = item.nominal.number();
                    if !is_absorbed(&self.absorbers, group, level, nominal) {
                        self.absorbers.push(Absorber {
                            group,
                            level,
                            first: nominal - item.early,
                            last: nominal + item.late,
                        });
                    }
                }
            }
        }
    }

    fn rows(
        &mut self,
        place: u32,
        subject: SubjectRef<'a>,
        table: &mut OccurrenceTable,
    ) -> Result<(), Error> {
        let horizon = self.span.horizon;
        let (start, end) = (horizon.start(), horizon.end());
        let (book, input) = (self.book, self.input);
        let cover = (!input.contracts.is_empty())
            .then(|| Cover::of(book, input, (place, subject), wide(horizon)));
        for own in &self.own {
            let Some(series) = self.kept.series.get(own.series) else { continue };
            if let Some(nominal) = series.nowhere.filter(|day| horizon.contains(*day)) {
                return Err(out_of_reach(input, own.index, subject, nominal));
            }
            let skipped = series.skipped.iter().filter(|day| horizon.contains(**day)).count();
            self.skipped += u64::try_from(skipped).unwrap_or(u64::MAX);
            let level = book.task(own.index).map_or(0, |info| info.level);
            for item in &series.items {
                if item.nominal < start || item.nominal >= end {
                    continue;
                }
                let mut marks = item.marks;
                if let (Some(group), false) = (own.group, self.absorbers.is_empty()) {
                    let nominal = item.nominal.number();
                    if is_absorbed(&self.absorbers, group, level, nominal) {
                        continue;
                    }
                    if self.has_lower(item, own.index, group, level) {
                        marks = marks.with(Marks::ABSORBS);
                    }
                }
                table.push(Row {
                    contract: cover.as_ref().and_then(|cover| cover.winner(item.date)),
                    marks,
                    ..Row::fixed(item.date, place, item.task, item.nominal)
                });
            }
        }
        Ok(())
    }

    /// Whether an occurrence of a lower level falls in the window of `item`, which absorbs.
    fn has_lower(&self, item: &Item, index: u16, group: u16, level: u8) -> bool {
        if level < 2 || !self.book.task(index).is_some_and(|info| info.absorbs) {
            return false;
        }
        let first = item.nominal.number() - item.early;
        let last = item.nominal.number() + item.late;
        let lower = self.own.iter().filter(|own| {
            own.group == Some(group)
                && self.book.task(own.index).is_some_and(|info| info.level < level)
        });
        lower.filter_map(|own| self.kept.series.get(own.series)).any(|series| {
            let from = series.items.partition_point(|other| other.nominal.number() < first);
            series.items.get(from).is_some_and(|other| other.nominal.number() <= last)
        })
    }
}

fn is_absorbed(absorbers: &[Absorber], group: u16, level: u8, nominal: i32) -> bool {
    absorbers.iter().any(|absorber| {
        absorber.first <= nominal
            && nominal <= absorber.last
            && absorber.level > level
            && absorber.group == group
    })
}
