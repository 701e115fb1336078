//! The page.

use crate::sample::{HOSTILE, sample};
use entretien::report::{Block, Cell, Column, ColumnKind, LIST_MAX, Table};
use entretien::text::Lang;
use entretien_tests::{assert_sections, assert_well_formed};

const SECTIONS: [&str; 5] = ["summary", "estate", "audit", "follow-up", "nothing"];

fn body(page: &str) -> &str {
    page.split_once("<body>").expect("a body").1
}

#[test]
fn every_section_stands_in_order_with_its_heading_and_link() {
    for lang in [Lang::En, Lang::Fr] {
        let page = sample(lang).to_html();
        assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\">", lang.tag())));
        assert_sections(body(&page), &SECTIONS);
        assert_well_formed(body(&page));
    }
}

#[test]
fn texts_are_escaped_and_nothing_is_fetched() {
    let page = sample(Lang::En).to_html();
    assert!(page.contains("default-src 'none'"));
    assert!(!page.contains("<script>alert"), "{}", HOSTILE[0]);
    assert!(!page.contains('\u{202e}') && !page.contains('\u{2067}'));
    for outside in ["src=\"http", "href=\"http", "url(http", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn long_lists_say_how_many_there_are() {
    let page = sample(Lang::En).to_html();
    assert_eq!(page.matches("/patch</code>").count(), LIST_MAX);
    assert!(page.contains("Listed: the first 200 of 250;"));
    assert!(page.contains("12 rows beyond the bound of the document are in none of its forms."));
    let page = sample(Lang::Fr).to_html();
    assert!(page.contains("les 200 premières lignes sur 250\u{202f};"));
    let mut one = sample(Lang::Fr);
    one.sections.truncate(3);
    if let Some(Block::Table(table)) = one.sections[2].blocks.last_mut() {
        table.omitted = 1;
    }
    assert!(one.to_html().contains("1 ligne au-delà de la limite du document n'est dans aucun"));
}

/// A meaning is never said by colour alone; unknown is a word, empty a dash, and neither is 0.
#[test]
fn values_are_words_where_they_are_no_numbers() {
    let page = sample(Lang::En).to_html();
    assert!(page.contains("Before: 98.74% <span class=\"meaning\"><span aria-hidden=\"true\">↑ </span><strong class=\"better\">better</strong>"));
    assert!(
        page.contains("<span aria-hidden=\"true\">↑ </span><strong class=\"warn\">worse</strong>")
    );
    assert!(page.contains("<p class=\"value\"><span class=\"unknown\">unknown</span></p>"));
    assert!(page.contains("<time datetime=\"2026-10-05\">5 Oct 2026</time>"));
    let page = sample(Lang::Fr).to_html();
    for shown in [
        "99,31\u{202f}%",
        "5\u{a0}h\u{a0}12",
        "1\u{202f}482",
        "−12\u{202f}345,67 EUR",
        "5 oct. 2026",
        ">inconnu<",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
}

fn shown(cell: Cell, lang: Lang) -> String {
    let column = |key, label: &str| Column { key, label: label.to_owned(), kind: ColumnKind::Text };
    let mut table = Table::new("one", "One".to_owned(), vec![column("a", "A"), column("b", "B")]);
    table.push(vec![Cell::Text("name".to_owned()), cell]);
    let mut document = sample(lang);
    document.summary = vec![Block::Table(table)];
    document.sections.clear();
    let page = document.to_markdown();
    let row = page.lines().find(|line| line.starts_with("|name|")).expect("a row").to_owned();
    row.trim_start_matches("|name|").trim_end_matches('|').to_owned()
}

/// As spreadsheets round: on the digits that are written, halves away from 0.
#[test]
fn numbers_are_rounded_as_on_paper() {
    let number = |value, decimals| Cell::Number { value, decimals, unit: String::new() };
    for (value, decimals, expected) in [
        (5.25, 1, "5.3"),
        (0.15, 1, "0.2"),
        (2.675, 2, "2.68"),
        (-0.5, 0, "−1"),
        (-0.04, 1, "0.0"),
        (1.499_999, 0, "1"),
        (1_234_567.895, 2, "1,234,567.90"),
        (0.0, 2, "0.00"),
    ] {
        assert_eq!(shown(number(value, decimals), Lang::En), expected, "{value}");
    }
    for (share, expected) in [
        (0.0, "0%"),
        (1.0, "100%"),
        (0.1225, "12.3%"),
        (0.999_97, "99.9970%"),
        (0.9931, "99.31%"),
        (0.000_12, "0.0120%"),
        (-0.25, "−25.0%"),
        (1.5, "150.0%"),
    ] {
        assert_eq!(shown(Cell::Share(share), Lang::En), expected, "{share}");
    }
}
