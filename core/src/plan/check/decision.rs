//! The marks of a row say what decided its date, and nothing else.

use super::case::{Case, fault};
use crate::error::Faults;
use crate::plan::event::Happening;
use crate::plan::table::Marks;

/// All marks that there are.
const ALL: u16 = (1 << 10) - 1;

pub(super) fn judge(case: &Case<'_>, faults: &mut Faults) {
    for (index, seen) in case.rows.iter().enumerate() {
        if seen.row.marks.bits() & !ALL != 0 {
            fault(faults, index, "a mark that there is not");
        }
        if seen.strand.is_none() {
            continue;
        }
        let decision = seen.decision;
        let is_moved = matches!(decision, Some(Happening::Moved { .. }));
        for (mark, holds, word) in [
            (Marks::SKIPPED, matches!(decision, Some(Happening::Skipped { .. })), "skipped"),
            (Marks::CANCELLED, matches!(decision, Some(Happening::Cancelled(_))), "cancelled"),
            (Marks::MOVED, is_moved, "moved"),
            (Marks::FIXED, seen.is_fixed(), "fixed"),
        ] {
            match (seen.has(mark), holds) {
                (true, false) => fault(faults, index, format!("{word}, but no decision says so")),
                (false, true) => {
                    fault(faults, index, format!("a decision says {word}, it does not"));
                }
                _ => {}
            }
        }
        // A decision about the day takes the place of what the season did.
        let season = seen.is_moved_by_season;
        if seen.has(Marks::SEASON) && !season {
            fault(faults, index, "no season moved it, and it says so");
        } else if !seen.has(Marks::SEASON) && season && !is_moved && !seen.is_fixed() {
            fault(faults, index, "the season moved it, and it does not say so");
        }
        if let Some(Happening::Fixed { on, .. }) = decision
            && *on != seen.row.date
        {
            fault(faults, index, format!("dated {}, fixed on {on}", seen.row.date));
        }
    }
}
