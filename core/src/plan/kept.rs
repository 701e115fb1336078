//! Things made once for each task, shape and start.

use super::series::Start;

/// Most days between the first and last start that are found by their place.
const DAYS_MAX: usize = 4_096;
const NONE: u32 = u32::MAX;

/// Numbers by start: days near the first by their place, others by search.
#[derive(Debug)]
struct ByStart {
    shape: u32,
    first: i32,
    near: [Vec<u32>; 2],
    far: Vec<(Start, u32)>,
}

/// What was made, by task, shape and start.
#[derive(Debug)]
pub(super) struct Kept<T> {
    tasks: Vec<Vec<ByStart>>,
    all: Vec<T>,
}

impl<T> Kept<T> {
    pub(super) fn new(tasks: usize) -> Kept<T> {
        Kept { tasks: (0..tasks).map(|_| Vec::new()).collect(), all: Vec::new() }
    }

    /// The number of what was made.
    pub(super) fn find(&self, task: u16, shape: u32, start: Start) -> Option<usize> {
        let starts = self.tasks.get(usize::from(task))?;
        let starts = starts.iter().find(|starts| starts.shape == shape)?;
        let number = if let Some(place) = near(starts.first, start) {
            let near = starts.near.get(usize::from(start.is_after))?;
            near.get(place).copied().unwrap_or(NONE)
        } else {
            let place = starts.far.binary_search_by(|far| far.0.cmp(&start)).ok()?;
            starts.far.get(place)?.1
        };
        if number == NONE { None } else { usize::try_from(number).ok() }
    }

    /// Keeps what was made; `shape` is `None` for what is not found again.
    pub(super) fn keep(&mut self, task: u16, shape: Option<u32>, start: Start, made: T) -> usize {
        let number = self.all.len();
        self.all.push(made);
        let Some((starts, shape)) = self.tasks.get_mut(usize::from(task)).zip(shape) else {
            return number;
        };
        let place = starts.iter().position(|starts| starts.shape == shape);
        let place = place.unwrap_or_else(|| {
            let first = start.anchor.number().saturating_sub(400);
            starts.push(ByStart { shape, first, near: [const { Vec::new() }; 2], far: Vec::new() });
            starts.len() - 1
        });
        let Some(starts) = starts.get_mut(place) else { return number };
        let value = u32::try_from(number).unwrap_or(NONE);
        match near(starts.first, start) {
            Some(place) => {
                if let Some(near) = starts.near.get_mut(usize::from(start.is_after)) {
                    if place >= near.len() {
                        near.resize(place + 1, NONE);
                    }
                    if let Some(slot) = near.get_mut(place) {
                        *slot = value;
                    }
                }
            }
            None => {
                if let Err(place) = starts.far.binary_search_by(|far| far.0.cmp(&start)) {
                    starts.far.insert(place, (start, value));
                }
            }
        }
        number
    }

    pub(super) fn get(&self, number: usize) -> Option<&T> {
        self.all.get(number)
    }
}

fn near(first: i32, start: Start) -> Option<usize> {
    let place = usize::try_from(i64::from(start.anchor.number()) - i64::from(first)).ok()?;
    (place < DAYS_MAX).then_some(place)
}
