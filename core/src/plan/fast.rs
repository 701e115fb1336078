//! The short way: subjects that nothing ties together, without facts, on fixed series.

use super::book::{Book, SubjectRef};
use super::cover::{Cover, Over};
use super::ground::Grounds;
use super::input::PlanInput;
use super::kept::Kept;
use super::nest::{DaySet, Layer, Nester, Shadow};
use super::series::{Item, Maker, Origin, Series, Start, out_of_reach};
use super::simulate::Span;
use super::table::OccurrenceTable;
use super::task::{Every, TaskTemplate};
use super::unit::wide;
use crate::error::Error;
use crate::inventory::{Asset, Usage};

/// A series, and what nesting asks of it.
#[derive(Debug)]
struct Ready {
    series: Series,
    shadow: Shadow,
    /// Places of the items of the horizon.
    from: usize,
    to: usize,
    /// Dates of the horizon that the roll `skip` left out.
    skipped: u64,
}

impl Ready {
    fn items(&self) -> &[Item] {
        self.series.items.get(self.from..self.to).unwrap_or_default()
    }
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
    kept: Kept<Ready>,
    /// Days that nesting looks at: none.
    empty: DaySet,
    /// Room to work in: the series of the asset, its nests, what covers it.
    own: Vec<Own>,
    nesters: Vec<Nester>,
    cover: Cover,
    /// Nominal days that the roll `skip` left out.
    pub(super) skipped: u64,
    pub(super) assets_without_task: u64,
}

impl<'a> Fast<'a> {
    pub(super) fn new(book: &'a Book, input: &'a PlanInput, span: Span) -> Fast<'a> {
        Fast {
            book,
            input,
            span,
            grounds: Grounds::default(),
            kept: Kept::new(input.tasks.len()),
            empty: DaySet::new(span.reach.start(), span.reach.days()),
            own: Vec::new(),
            nesters: Vec::new(),
            cover: Cover::default(),
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
        let input = self.input;
        let subject = SubjectRef::Asset(asset);
        let origin = Origin::new(self.book, input, place, subject);
        let calendar = input.calendar_at(place);
        let mut any = false;
        for (index, task) in self.book.tasks_on(input, asset) {
            any = true;
            if matches!(task.every, Every::Occasion(_)) {
                continue;
            }
            let start = origin.start(index, task);
            let series = self.series((index, task), (asset, calendar), start);
            let group = self.book.task(index).and_then(|info| info.group);
            self.own.push(Own { index, series, group });
        }
        self.assets_without_task += u64::from(!any);
        self.nest();
        self.rows(place, subject, table)
    }

    /// The kept series of a task on an asset, made when it is not yet.
    fn series(
        &mut self,
        task: (u16, &'a TaskTemplate),
        (asset, calendar): (&'a Asset, usize),
        start: Start,
    ) -> usize {
        let subject = SubjectRef::Asset(asset);
        let shape = self.shape(task, (asset, calendar));
        if let Some(number) = shape.and_then(|shape| self.kept.find(task.0, shape, start)) {
            return number;
        }
        let maker = Maker { book: self.book, input: self.input, period: self.span.reach };
        let series = maker.series(&mut self.grounds, task, subject, start);
        let horizon = self.span.horizon;
        let skipped = series.skipped.iter().filter(|day| horizon.contains(**day)).count();
        let ready = Ready {
            shadow: match self.book.task(task.0).and_then(|info| info.group) {
                Some(_) => Shadow::of(&series.items, self.empty.clone()),
                None => Shadow::default(),
            },
            from: series.items.partition_point(|item| item.nominal < horizon.start()),
            to: series.items.partition_point(|item| item.nominal < horizon.end()),
            skipped: u64::try_from(skipped).unwrap_or(u64::MAX),
            series,
        };
        self.kept.keep(task.0, shape, start, ready)
    }

    /// What the series of a task depends on beside its start: calendar, windows, usage; `None` when a
    /// sequence meets windows that look at the asset, so that it is not kept.
    fn shape(
        &mut self,
        (index, task): (u16, &TaskTemplate),
        (asset, calendar): (&'a Asset, usize),
    ) -> Option<u32> {
        let subject = SubjectRef::Asset(asset);
        let info = self.book.task(index)?;
        let by_asset = |place: &u16| self.book.task(*place).is_some_and(|info| info.by_asset);
        let ground = if info.members.iter().any(by_asset) {
            let [only] = info.members.as_slice() else { return None };
            self.grounds.number(self.book, self.input, *only, subject)?
        } else {
            calendar
        };
        let frequent = matches!(task.every, Every::House) && asset.usage == Some(Usage::Frequent);
        u32::try_from(ground).ok()?.checked_mul(2)?.checked_add(u32::from(frequent))
    }

    /// Works out the nests of the asset: those that two of its series or more belong to.
    fn nest(&mut self) {
        let groups = usize::from(self.own.iter().filter_map(|own| own.group).max().unwrap_or(0));
        if self.nesters.len() <= groups {
            self.nesters.resize_with(groups + 1, Nester::default);
        }
        let mut layers = Vec::with_capacity(self.own.len());
        for (number, own) in self.own.iter().enumerate() {
            let earlier = self.own.get(..number).unwrap_or_default();
            let Some(group) = own.group else { continue };
            if earlier.iter().any(|other| other.group == own.group) {
                continue;
            }
            layers.clear();
            let same = self.own.iter().filter(|other| other.group == own.group);
            layers.extend(same.filter_map(|other| layer(self.book, &self.kept, other)));
            if let Some(nester) = self.nesters.get_mut(usize::from(group)) {
                nester.settle(&layers, &self.empty);
            }
        }
    }

    fn rows(
        &mut self,
        place: u32,
        subject: SubjectRef<'a>,
        table: &mut OccurrenceTable,
    ) -> Result<(), Error> {
        let (book, input) = (self.book, self.input);
        let wide = wide(self.span.horizon);
        if let (Some(asset), false) = (subject.asset(), input.contracts.is_empty()) {
            self.cover.fill(book, input, asset, wide);
        }
        let cover = &self.cover;
        let over = cover.over(wide);
        for own in &self.own {
            let Some(ready) = self.kept.get(own.series) else { continue };
            let nowhere = ready.series.nowhere.filter(|day| self.span.horizon.contains(*day));
            if let Some(nominal) = nowhere {
                return Err(out_of_reach(input, own.index, subject, nominal));
            }
            self.skipped += ready.skipped;
            let layer = layer(book, &self.kept, own);
            let nester = own.group.and_then(|group| self.nesters.get(usize::from(group)));
            let inside = nester.zip(layer).map(|(nester, layer)| nester.of(&layer));
            let inside = inside.unwrap_or_default();
            let plain = inside.is_plain();
            for item in ready.items() {
                let marks = if plain { Some(item.marks) } else { inside.marks(item) };
                let Some(marks) = marks else { continue };
                let contract = match over {
                    Over::Always(contract) => contract,
                    Over::ByDay => cover.winner(item.date),
                };
                table.push_fixed(item, place, contract, marks);
            }
        }
        Ok(())
    }
}

fn layer<'k>(book: &Book, kept: &'k Kept<Ready>, own: &Own) -> Option<Layer<'k>> {
    let (info, ready) = book.task(own.index).zip(kept.get(own.series))?;
    Some(Layer {
        level: info.level,
        absorbs: info.absorbs,
        items: &ready.series.items,
        shadow: &ready.shadow,
    })
}
