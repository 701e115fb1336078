//! The rows of a plan by subject.

use crate::plan::result::Plan;

/// Numbers of the rows of each subject, in the order of the table.
pub(super) struct BySubject {
    /// Where those of each subject begin.
    starts: Vec<usize>,
    rows: Vec<usize>,
}

impl BySubject {
    pub(super) fn new(plan: &Plan) -> BySubject {
        let subjects = plan.table().subjects();
        let all = plan.input().estate().assets().len() + plan.input().contracts().len();
        let mut starts = vec![0usize; all + 1];
        for subject in subjects {
            if let Some(count) = starts.get_mut(place(*subject).saturating_add(1)) {
                *count += 1;
            }
        }
        let mut total = 0;
        for count in &mut starts {
            total += *count;
            *count = total;
        }
        let mut next = starts.clone();
        let mut rows = vec![0usize; total];
        for (row, subject) in subjects.iter().enumerate() {
            // A stored row may name a subject that there is not.
            let Some(next) = next.get_mut(place(*subject)).filter(|_| place(*subject) < all) else {
                continue;
            };
            if let Some(slot) = rows.get_mut(*next) {
                *slot = row;
            }
            *next += 1;
        }
        BySubject { starts, rows }
    }

    /// Those of one subject.
    pub(super) fn of(&self, subject: u32) -> &[usize] {
        let subject = place(subject);
        let ends = self.starts.get(subject).zip(self.starts.get(subject.saturating_add(1)));
        ends.and_then(|(from, to)| self.rows.get(*from..*to)).unwrap_or_default()
    }
}

fn place(subject: u32) -> usize {
    usize::try_from(subject).unwrap_or(usize::MAX - 1)
}
