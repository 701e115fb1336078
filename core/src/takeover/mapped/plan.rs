//! Which columns of a file say what.

use super::fact::MappedFact;
use super::mapping::Mapping;
use crate::error::{Fault, Faults, codes};
use crate::order;
use crate::takeover::table::{Head, fold};

/// A fact and its columns, the first going before the others.
#[derive(Debug)]
pub(super) struct Source {
    pub fact: MappedFact,
    pub columns: Vec<usize>,
}

/// The columns of one file.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub sources: Vec<Source>,
    /// Columns that are not used.
    pub unused: Vec<usize>,
    /// Number of columns.
    pub columns: usize,
}

impl Plan {
    /// Finds the columns of a mapping in a header.
    ///
    /// # Errors
    /// `TAK-062` none that identifies.
    pub(super) fn new(mapping: &Mapping, head: &Head, faults: &mut Faults) -> Result<Self, Fault> {
        let mut plan = Plan { columns: head.folded.len(), ..Plan::default() };
        let mut used = vec![false; head.folded.len()];
        for column in &mapping.columns {
            let name = fold(&column.header);
            let places: Vec<usize> = head.columns(&name).collect();
            if places.is_empty() {
                let message = format!("column `{}` is not there", super::quote(&column.header));
                faults.add(codes::TAK_ABSENT_COLUMN, format!("line {}", head.line), message);
            }
            for place in &places {
                if let Some(used) = used.get_mut(*place) {
                    *used = true;
                }
            }
            match plan.sources.iter_mut().find(|source| source.fact == column.fact) {
                Some(source) => source.columns.extend(places),
                None if places.is_empty() => {}
                None => plan.sources.push(Source { fact: column.fact, columns: places }),
            }
        }
        if !plan.sources.iter().any(|source| source.fact.identifies()) {
            return Err(mapping.unmapped());
        }
        // A duration needs the day that it counts from, an amount its currency.
        let rank = |source: &Source| match source.fact {
            MappedFact::Currency => 0,
            MappedFact::WarrantyMonths | MappedFact::LifeMonths => 2,
            _ => 1,
        };
        order::sort_by(&mut plan.sources, |a, b| rank(a).cmp(&rank(b)));
        let is_unused = |(place, used): (usize, bool)| (!used).then_some(place);
        plan.unused = used.into_iter().enumerate().filter_map(is_unused).collect();
        Ok(plan)
    }

    /// The columns of days.
    pub(super) fn day_columns(&self) -> impl Iterator<Item = usize> {
        self.sources
            .iter()
            .filter(|source| source.fact.is_day())
            .flat_map(|s| s.columns.iter().copied())
    }
}
