//! Markdown, read back by its parser.

use crate::sample::{HOSTILE, sample};
use entretien::text::Lang;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Tables with the texts of their cells, and the texts of headings and paragraphs.
fn read(markdown: &str) -> (Vec<Vec<Vec<String>>>, Vec<String>) {
    let (mut tables, mut texts, mut text) = (Vec::new(), Vec::new(), String::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::HardBreak | Event::SoftBreak => text.push('\n'),
            Event::InlineHtml(mark) if &*mark == "<br>" => text.push('\n'),
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableRow | Tag::TableHead) => {
                tables.last_mut().expect("a table").push(Vec::new());
            }
            Event::End(TagEnd::TableCell) => {
                let row: &mut Vec<String> =
                    tables.last_mut().expect("a table").last_mut().expect("a row");
                row.push(std::mem::take(&mut text));
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item) => {
                texts.push(std::mem::take(&mut text));
            }
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::BlockQuote(_)
                | Tag::TableCell
                | Tag::Strong,
            )
            | Event::End(_) => {}
            other => panic!("read as something else: {other:?}"),
        }
    }
    (tables, texts)
}

/// What a text is after blanks are joined and what turns it is gone.
fn plain(text: &str) -> String {
    let turned = |c: &char| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let lines = text.lines().map(|line| {
        let line: String = line.chars().filter(turned).collect();
        line.split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn hostile_texts_are_read_back_as_they_are() {
    let (tables, _) = read(&sample(Lang::En).to_markdown());
    let hostile = tables.iter().find(|table| table[0][0] == "Text").expect("the table");
    assert_eq!(hostile[0][1..], [plain(HOSTILE[7]), plain(HOSTILE[1])]);
    for (row, text) in hostile[1..].iter().zip(HOSTILE) {
        assert_eq!(row[..2], [plain(text), plain(text)]);
    }
}

#[test]
fn every_block_is_a_table() {
    for lang in [Lang::En, Lang::Fr] {
        let markdown = sample(lang).to_markdown();
        println!("{markdown}");
        let (tables, _) = read(&markdown);
        assert_eq!(tables.len(), 9);
        for table in &tables {
            assert!(table.iter().all(|row| row.len() == table[0].len()));
        }
        let long = tables.last().expect("a table");
        assert_eq!(long.len(), 252);
    }
}
