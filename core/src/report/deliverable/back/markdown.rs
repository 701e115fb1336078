//! A deliverable as Markdown.

use super::super::{Block, Cell, Deliverable};
use super::grid::{self, Grid, Manner};
use super::{Part, detail, parts};
use crate::report::turns;
use crate::report::words::Words;
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CowStr, Event, HeadingLevel, Options, Tag, TagEnd,
};
use pulldown_cmark_to_cmark::cmark;

/// What the Markdown is written for.
const FORM: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

pub(super) fn page(document: &Deliverable, words: &Words) -> String {
    let mut pen = Writer { events: Vec::new(), words };
    pen.heading(HeadingLevel::H1, &document.title);
    pen.head(document);
    for part in &parts(document, words) {
        pen.part(part);
    }
    let mut out = String::new();
    if cmark(pen.events.iter(), &mut out, FORM).is_err() {
        // Some text is not read back as it was to the last blank: it is written none the less. A form that the
        // writer cannot judge keeps it from refusing.
        out.clear();
        let _ = cmark(pen.events.iter(), &mut out, FORM | Options::ENABLE_SMART_PUNCTUATION);
    }
    out.push('\n');
    out
}

/// A document as events of a parser, which the library writes.
struct Writer<'w> {
    events: Vec<Event<'static>>,
    words: &'w Words,
}

impl Writer<'_> {
    fn within(&mut self, tag: Tag<'static>, end: TagEnd, inside: impl FnOnce(&mut Self)) {
        self.events.push(Event::Start(tag));
        inside(self);
        self.events.push(Event::End(end));
    }

    fn heading(&mut self, level: HeadingLevel, text: &str) {
        let tag = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
        self.within(tag, TagEnd::Heading(level), |pen| pen.line(text));
    }

    /// A text in one line.
    fn line(&mut self, text: &str) {
        let line: Vec<String> = lines(text).collect();
        self.push(line.join(" "));
    }

    fn push(&mut self, text: String) {
        if !text.is_empty() {
            self.events.push(Event::Text(CowStr::from(text)));
        }
    }

    /// A text whose lines are kept, `between` them.
    fn text(&mut self, text: &str, between: &Event<'static>) {
        for (place, line) in lines(text).enumerate() {
            if place > 0 {
                self.events.push(between.clone());
            }
            self.push(line);
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.within(Tag::Paragraph, TagEnd::Paragraph, |pen| pen.text(text, &Event::HardBreak));
    }

    fn note(&mut self, text: &str) {
        let kind: Option<BlockQuoteKind> = None;
        self.within(Tag::BlockQuote(kind), TagEnd::BlockQuote(kind), |pen| pen.paragraph(text));
    }

    fn head(&mut self, document: &Deliverable) {
        let words = self.words;
        let mut lines = vec![document.customer.clone()];
        let mut add = |message: &str, value: &str| {
            lines.push(format!("{}{} {value}", words.say(message), words.say("colon")));
        };
        add("provider", &document.provider);
        if let Some(period) = document.period {
            let last = period.end().add_days(-1).unwrap_or(period.start());
            add("period", &format!("{} – {}", words.date(period.start()), words.date(last)));
        }
        add("known-until", &words.date(document.as_of));
        self.within(Tag::List(None), TagEnd::List(false), |pen| {
            for line in &lines {
                pen.within(Tag::Item, TagEnd::Item, |pen| pen.line(line));
            }
        });
    }

    fn part(&mut self, part: &Part<'_>) {
        self.heading(HeadingLevel::H2, &part.title);
        if let Some(lead) = part.lead {
            self.paragraph(lead);
        }
        for block in part.blocks {
            match block {
                Block::Heading(text) => self.heading(HeadingLevel::H3, text),
                Block::Paragraph(text) => self.paragraph(text),
                Block::Note(text) => self.note(text),
                Block::Table(table) if table.is_detail => self.note(&detail(table, self.words)),
                _ => {
                    let manner = Manner { words: self.words, is_coded: false };
                    if let Some(grid) = grid::of(block, manner) {
                        self.grid(&grid);
                    }
                }
            }
        }
    }

    fn grid(&mut self, grid: &Grid<'_>) {
        let words = self.words;
        self.within(Tag::Paragraph, TagEnd::Paragraph, |pen| {
            pen.within(Tag::Strong, TagEnd::Strong, |pen| pen.line(&grid.title));
            if grid.rows.is_empty() {
                pen.push(format!("{} {}", words.say("colon"), words.say("no-rows")));
            }
        });
        if !grid.rows.is_empty() {
            self.table(grid);
        }
        if let Some(note) = grid.note {
            self.note(note);
        }
        if grid.omitted > 0 {
            self.note(&words.count("omitted", grid.omitted));
        }
    }

    fn table(&mut self, grid: &Grid<'_>) {
        let aligned = |is_numeric| if is_numeric { Alignment::Right } else { Alignment::None };
        let alignments = grid.heads.iter().map(|head| aligned(head.is_numeric())).collect();
        self.within(Tag::Table(alignments), TagEnd::Table, |pen| {
            pen.within(Tag::TableHead, TagEnd::TableHead, |pen| {
                for head in &grid.heads {
                    pen.cell(&head.label, false);
                }
            });
            let total = grid.total.into_iter().map(|row| (row, true));
            let rows = grid.rows.iter().map(|row| (&**row, false)).chain(total);
            for (row, is_total) in rows {
                pen.within(Tag::TableRow, TagEnd::TableRow, |pen| {
                    for column in 0..grid.heads.len() {
                        let cell = row.get(column).unwrap_or(&Cell::Empty);
                        pen.cell(&cell.show(pen.words), is_total && !cell.is_empty());
                    }
                });
            }
        });
    }

    fn cell(&mut self, text: &str, is_bold: bool) {
        self.within(Tag::TableCell, TagEnd::TableCell, |pen| {
            let line = Event::InlineHtml(CowStr::Borrowed("<br>"));
            if is_bold && lines(text).any(|line| !line.is_empty()) {
                pen.within(Tag::Strong, TagEnd::Strong, |pen| pen.text(text, &line));
            } else {
                pen.text(text, &line);
            }
            // Before the bar that ends the cell, a backslash would make it a part of the text.
            if text.ends_with('\\') {
                pen.push(" ".to_owned());
            }
        });
    }
}

/// The lines of a text, without what turns its direction, control characters, and blanks in a row.
fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(|line| {
        let kept: String = line
            .chars()
            .filter(|c| !turns(*c))
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    })
}
