//! A deliverable as a page.

mod decisions;
mod lists;
mod table;

use super::super::{Block, Cell, Deliverable, Picture};
use super::{Part, detail, grid, parts};
use crate::report::chart;
use crate::report::frame::{self, Frame};
use crate::report::words::Words;
use crate::report::{LIST_MAX, without_turns};
use crate::time::Day;
use maud::{Markup, html};

const CSS: &str = concat!(
    include_str!("../../../assets/chart.css"),
    include_str!("../../../assets/deliverable.css")
);
const JS: &str =
    concat!(include_str!("../../../assets/lists.js"), include_str!("../../../assets/sortable.js"));

pub(super) fn page(document: &Deliverable, words: &Words) -> String {
    let parts = parts(document, words);
    let frame = Frame {
        title: &document.title,
        customer: &document.customer,
        css: CSS,
        header: header(document, words),
        sections: parts.iter().map(|part| (part.id, part.title.clone().into_owned())).collect(),
        main: html! { @for part in &parts { (section(part, words)) } },
        footer: frame::footer(words.pen),
        data: format!(r#"{{"lang":"{}","words":{{}},"lists":[]}}"#, words.lang().tag()),
        script: JS,
    };
    without_turns(frame.page(words.pen).into_string())
}

fn header(document: &Deliverable, words: &Words) -> Markup {
    html! {
        header.top { div.wide {
            p.eyebrow { (document.title) }
            h1 { (document.customer) }
            dl.facts {
                div { dt { (words.say("provider")) } dd { (document.provider) } }
                @if let Some(period) = document.period {
                    div { dt { (words.say("period")) } dd {
                        (time(period.start(), words)) " – "
                        (time(period.end().add_days(-1).unwrap_or(period.start()), words))
                    } }
                }
                div { dt { (words.say("known-until")) } dd { (time(document.as_of, words)) } }
            }
        } }
    }
}

fn time(day: Day, words: &Words) -> Markup {
    html! { time datetime=(day) { (words.date(day)) } }
}

fn section(part: &Part<'_>, words: &Words) -> Markup {
    html! {
        section id=(part.id) aria-labelledby=(format!("{}-title", part.id)) {
            (frame::title(part.id, &part.title))
            @if let Some(lead) = part.lead { p.lead { (lead) } }
            @for block in part.blocks { (self::block(block, words)) }
        }
    }
}

fn block(block: &Block, words: &Words) -> Markup {
    match block {
        Block::Heading(text) => html! { h3 { (text) } },
        Block::Paragraph(text) => html! { p.text { (text) } },
        Block::Note(text) => html! { p.note.text { (text) } },
        Block::Figures(figures) => lists::figures(figures, words),
        Block::Facts(facts) => lists::facts(facts, words),
        Block::Findings(findings) => lists::findings(findings, words),
        Block::Decisions(all) => decisions::decisions(all, words),
        Block::Outcomes(all) => decisions::outcomes(all, words),
        Block::Table(table) if table.is_detail => html! { p.note.text { (detail(table, words)) } },
        Block::Table(table) => table::of_block(&grid::of_table(table), words),
        Block::Picture(picture) => drawn(picture, words),
    }
}

fn drawn(picture: &Picture, words: &Words) -> Markup {
    let id = format!("picture-{}", picture.id);
    html! {
        figure id=(picture.id) {
            figcaption { (picture.title) }
            div.scroll tabindex="0" role="region" aria-label=(picture.title) {
                (chart::svg(&picture.chart, &id, words.pen))
            }
            details {
                summary { (words.say("as-table")) }
                (table::of_block(&grid::of_picture(picture, words), words))
            }
        }
    }
}

/// A value: days as machines read them too, unknown so that it is seen.
fn value(cell: &Cell, words: &Words) -> Markup {
    let text = cell.show(words);
    html! { @match cell {
        Cell::Date(day) => time datetime=(day) { (text) },
        Cell::Code(_) => code { (text) },
        _ if cell.is_unknown() => span.unknown { (text) },
        _ => (text),
    } }
}

/// What a list says that was cut, or of which the document left something out.
fn cut(all: usize, omitted: u64, words: &Words) -> Markup {
    let pen = words.pen;
    let number = |number: usize| pen.number(number).into();
    html! {
        @if all > LIST_MAX {
            p.note.cut { (words.with("cut", [("shown", number(LIST_MAX)), ("all", number(all))])) }
        }
        @if omitted > 0 { p.note.warn { (words.count("omitted", omitted)) } }
    }
}
