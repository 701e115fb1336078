//! Tables, sortable where script runs.

use super::super::super::Cell;
use super::super::grid::Grid;
use super::{cut, value};
use crate::order;
use crate::report::LIST_MAX;
use crate::report::words::Words;
use maud::{Markup, html};
use std::cmp::Ordering;

/// More rows than this scroll below their heading.
const TALL_ROWS: usize = 25;

/// Tables of so many rows stand on one page of paper.
const WHOLE_ROWS: usize = 12;
/// Longest figure that stands on one line.
const FIGURE_CHARS: usize = 32;

/// Heading of a column.
pub(super) struct Head {
    pub(super) label: String,
    /// Whether its values are read from the right.
    pub(super) is_numeric: bool,
}

pub(super) fn of_block(grid: &Grid<'_>, words: &Words) -> Markup {
    let heads: Vec<Head> = grid
        .heads
        .iter()
        .map(|head| Head { label: head.label.clone().into_owned(), is_numeric: head.is_numeric() })
        .collect();
    let shown = grid.rows.get(..LIST_MAX).unwrap_or(&grid.rows);
    let ranks: Vec<Vec<usize>> = (0..heads.len()).map(|column| ranks(shown, column)).collect();
    let body = html! {
        @for (place, row) in shown.iter().enumerate() {
            tr { @for (column, head) in heads.iter().enumerate() {
                @let rank = ranks.get(column).and_then(|ranks| ranks.get(place)).copied();
                (cell(row.get(column), column == 0, head, rank, words))
            } }
        }
    };
    html! {
        @if grid.rows.is_empty() {
            p.none { strong { (grid.title) (words.say("colon")) } " " (words.say("no-rows")) }
        } @else {
            (framed_with(&grid.title, &heads, shown.len(), &body, &total(grid, &heads, words)))
        }
        @if let Some(note) = grid.note { p.note.text { (note) } }
        (cut(grid.rows.len(), grid.omitted, words))
    }
}

fn total(grid: &Grid<'_>, heads: &[Head], words: &Words) -> Markup {
    html! { @if let Some(total) = grid.total {
        tfoot { tr { @for (column, head) in heads.iter().enumerate() {
            (cell(total.get(column), column == 0, head, None, words))
        } } }
    } }
}

/// A table of so many rows with its caption; `body` are the rows that are shown.
pub(super) fn framed(
    title: &str,
    heads: &[Head],
    all: usize,
    body: &Markup,
    words: &Words,
) -> Markup {
    html! {
        (framed_with(title, heads, all, body, &html! {}))
        (cut(all, 0, words))
    }
}

fn framed_with(title: &str, heads: &[Head], rows: usize, body: &Markup, foot: &Markup) -> Markup {
    html! {
        div.scroll.tall[rows > TALL_ROWS].whole[rows <= WHOLE_ROWS] tabindex="0" role="region" aria-label=(title) {
            table.sortable[rows > 1] {
                caption { (title) }
                thead { tr { @for head in heads {
                    th.num[head.is_numeric] scope="col" { (head.label) }
                } } }
                tbody { (body) }
                (foot)
            }
        }
    }
}

fn cell(
    cell: Option<&Cell>,
    is_first: bool,
    head: &Head,
    rank: Option<usize>,
    words: &Words,
) -> Markup {
    let cell = cell.unwrap_or(&Cell::Empty);
    let shown = value(cell, words);
    // A unit may be long; a figure is not broken.
    let is_number = head.is_numeric && cell.show(words).chars().count() <= FIGURE_CHARS;
    // Words sort as the language does, and need no rank.
    let rank = rank.filter(|_| !matches!(cell, Cell::Text(_) | Cell::Code(_)));
    html! {
        @if is_first { th.num[is_number] scope="row" data-sort=[rank] { (shown) } }
        @else { td.num[is_number].day[matches!(cell, Cell::Date(_))] data-sort=[rank] { (shown) } }
    }
}

/// The place of each row in the order of a column: values first, then unknown, then empty ones.
pub(super) fn ranks(rows: &[Vec<Cell>], column: usize) -> Vec<usize> {
    let cell = |row: usize| rows.get(row).and_then(|row| row.get(column)).unwrap_or(&Cell::Empty);
    let class = |cell: &Cell| match cell {
        Cell::Empty => 2_u8,
        cell if cell.is_unknown() => 1,
        _ => 0,
    };
    let compare = |a: usize, b: usize| {
        let (a, b) = (cell(a), cell(b));
        class(a).cmp(&class(b)).then_with(|| a.against(b).unwrap_or(Ordering::Equal))
    };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order::sort_by(&mut order, |a, b| compare(*a, *b));
    let mut ranks = vec![0; rows.len()];
    for (rank, row) in order.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(row) {
            *slot = rank;
        }
    }
    ranks
}
