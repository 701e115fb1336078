//! The tables of a deliverable as CSV files.

use super::super::{Cell, ColumnKind, Deliverable};
use super::grid::{self, Grid, Manner};
use crate::quantity::decimal_text;
use crate::report::csv::{cell, end};
use crate::report::words::Words;

pub(super) fn files(document: &Deliverable, words: &Words) -> Vec<(String, String)> {
    let grids = grid::all(document, Manner { words, is_coded: true });
    grids.iter().map(|grid| (format!("{}.csv", grid.id), file(grid))).collect()
}

/// What stands in a column of its own after the values of a column, if anything.
fn beside(kind: Option<ColumnKind>) -> Option<&'static str> {
    match kind {
        Some(ColumnKind::Money) => Some("currency"),
        Some(ColumnKind::Number) | None => Some("unit"),
        Some(_) => None,
    }
}

fn file(grid: &Grid<'_>) -> String {
    let mut out = String::new();
    for head in &grid.heads {
        cell(&mut out, &head.key);
        if let Some(beside) = beside(head.kind) {
            cell(&mut out, &format!("{}_{beside}", head.key));
        }
    }
    end(&mut out);
    for row in grid.rows.iter() {
        for (value, head) in row.iter().zip(&grid.heads) {
            self::value(&mut out, value);
            if beside(head.kind).is_some() {
                cell(&mut out, &unit(value));
            }
        }
        end(&mut out);
    }
    out
}

/// A number is no formula, though it may begin with a sign.
fn value(out: &mut String, value: &Cell) {
    let number = match value {
        Cell::Text(text) | Cell::Code(text) => return cell(out, text),
        Cell::Date(day) => day.to_string(),
        Cell::Count(number) | Cell::Minutes(number) => number.to_string(),
        Cell::Number { value, .. } | Cell::Share(value) if value.is_finite() => value.to_string(),
        Cell::Money(money) => {
            decimal_text(money.minor(), u32::try_from(money.currency().decimals()).unwrap_or(2))
        }
        Cell::Empty | Cell::Unknown | Cell::Number { .. } | Cell::Share(_) => String::new(),
    };
    out.push_str(&number);
    out.push(',');
}

fn unit(value: &Cell) -> String {
    match value {
        Cell::Number { unit, .. } => unit.clone(),
        Cell::Share(_) => "share".to_owned(),
        Cell::Minutes(_) => "minutes".to_owned(),
        Cell::Date(_) => "date".to_owned(),
        Cell::Money(money) => money.currency().code().to_owned(),
        _ => String::new(),
    }
}
