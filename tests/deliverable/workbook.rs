//! The workbook, read back by another library.

use crate::sample::{HOSTILE, day, sample};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use entretien::report::{Block, Cell, Column, ColumnKind, Section, Table};
use entretien::text::Lang;
use std::io::{Cursor, Read};

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(bytes: Vec<u8>) -> Book {
    open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook")
}

fn rows(book: &mut Book, name: &str) -> Vec<Vec<Data>> {
    let range = book.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    range.rows().map(<[Data]>::to_vec).collect()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

/// Day, minutes or number of a cell as days since 1899-12-30.
fn serial(cell: &Data) -> f64 {
    match cell {
        Data::DateTime(day) => day.as_f64(),
        Data::Float(number) => *number,
        other => panic!("no number: {other:?}"),
    }
}

#[test]
fn cells_are_typed() {
    let mut book = open(sample(Lang::En).to_xlsx().expect("a workbook"));
    let rows = rows(&mut book, "Assets by kind");
    assert_eq!(rows[0][7], text("Price"));
    assert_eq!(rows[1][..3], [text("Servers"), text("srv"), Data::Float(1_204.0)]);
    assert_eq!(rows[1][3], Data::Float(5.25));
    assert_eq!(rows[1][4], Data::Float(0.975));
    let Data::DateTime(date) = &rows[1][5] else { panic!("no date: {:?}", rows[1][5]) };
    assert!(date.is_datetime());
    assert_eq!(date.to_ymd_hms_milli(), (2026, 10, 5, 0, 0, 0, 0));
    let Data::DateTime(time) = &rows[1][6] else { panic!("no duration: {:?}", rows[1][6]) };
    assert!(time.is_duration());
    assert!((time.as_f64() * 1_440.0 - 95.0).abs() < 1e-9);
    assert_eq!(rows[1][7], Data::Float(12_500.0));
    // What workbooks cannot hold is words.
    assert_eq!(rows[2][5..7], [text("31 Dec 1899"), text("−750\u{a0}h\u{a0}10")]);
    assert_eq!(rows[2][7], Data::Float(-0.99));
    assert_eq!(rows[3][1..3], [text("=1+1"), text("9,007,199,254,740,993")]);
    assert!((serial(&rows[3][5]) - 2_958_465.0).abs() < 1e-9);
    assert_eq!(rows[3][7], Data::Float(1_500.0));
    assert_eq!(rows[4][0], text("Unknown"));
    assert_eq!(rows[4][1], Data::Empty);
    assert!(rows[4][2..].iter().all(|cell| *cell == text("unknown")));
    assert!(rows[5].iter().all(|cell| *cell == Data::Empty));
    assert_eq!(rows[6][2], Data::Float(1_201.0));
    assert_eq!(rows[8][0], text("Amounts without tax."));
}

#[test]
fn the_first_sheet_says_what_is_where() {
    let mut book = open(sample(Lang::Fr).to_xlsx().expect("a workbook"));
    let names = book.sheet_names();
    assert_eq!(
        names,
        [
            "Sommaire",
            "Chiffres clés",
            "Faits",
            "Constats",
            "Décisions à prendre",
            "Éléments et effets",
            "Suites des décisions antérieur…",
            "Âges des serveurs et commutate…",
            "Équipements par type",
            "- + > ~~~ --- http example.org…",
            "Interventions",
            "Aucune ligne",
        ]
    );
    let rows = rows(&mut book, "Sommaire");
    assert_eq!(rows[0][0], text("Présentation de suivi, 3e trimestre 2026"));
    let listed: Vec<&Data> = rows[7..].iter().map(|row| &row[0]).collect();
    assert_eq!(listed.len(), names.len() - 1);
    assert_eq!(rows[7], [text("Chiffres clés"), Data::Float(6.0)]);
}

#[test]
fn words_are_words() {
    let mut book = open(sample(Lang::En).to_xlsx().expect("a workbook"));
    let name =
        book.sheet_names().into_iter().find(|name| name.starts_with("- +")).expect("a sheet");
    let rows = rows(&mut book, &name);
    let turned =
        |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\t' | '\r');
    for (row, hostile) in rows[1..].iter().zip(HOSTILE) {
        assert_eq!(row[0], text(&hostile.replace(turned, "")));
        assert_eq!(row[2], Data::Float(1.5));
    }
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("formulas");
        assert!(formulas.used_cells().next().is_none(), "{name}");
    }
}

/// A file of the archive.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn sheets_are_ready_for_screen_and_paper() {
    let bytes = sample(Lang::Fr).to_xlsx().expect("a workbook");
    let sheet = part(&bytes, "xl/worksheets/sheet9.xml");
    assert!(sheet.contains(
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
    ));
    assert!(sheet.contains("<autoFilter ref=\"A1:H6\"/>"));
    for setup in
        ["paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"", "fitToPage=\"1\""]
    {
        assert!(sheet.contains(setup), "{setup}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    let styles = part(&bytes, "xl/styles.xml");
    for form in [
        "[$-40C]d mmm yyyy",
        "[h]:mm",
        "#,##0.00&quot;\u{a0}EUR&quot;",
        "#,##0&quot;\u{a0}JPY&quot;",
        "0.0%",
        "0.00%",
        "0.0000%",
    ] {
        assert!(styles.contains(&format!("formatCode=\"{form}\"")), "{form}: {styles}");
    }
    let core = part(&bytes, "docProps/core.xml");
    assert_eq!(core.matches("2026-09-30T00:00:00Z").count(), 2, "{core}");
}

#[test]
fn names_of_sheets_differ() {
    let mut document = sample(Lang::En);
    let mut blocks = Vec::new();
    for title in [
        "a/b",
        "A?B",
        "History",
        "'quoted'",
        "",
        "\u{202e}",
        &"😀".repeat(40),
        &"x".repeat(40),
        &"X".repeat(31),
    ] {
        blocks.push(Block::Table(Table::new("same", title.to_owned(), Vec::new())));
    }
    document.summary.clear();
    document.sections = vec![Section { id: "one", title: String::new(), lead: None, blocks }];
    let book = open(document.to_xlsx().expect("a workbook"));
    let x = "x".repeat(30) + "…";
    let smile = "😀".repeat(15) + "…";
    let names = [
        "Contents",
        "a b",
        "A B 2",
        "History –",
        "quoted",
        "–",
        "– 2",
        &smile,
        &x,
        &"X".repeat(31),
    ];
    assert_eq!(book.sheet_names(), names);
    let files: Vec<String> = document.to_csv().into_iter().map(|(name, _)| name).collect();
    assert_eq!(files[..3], ["same.csv", "same_2.csv", "same_3.csv"]);
}

fn alone(table: Table) -> entretien::report::Deliverable {
    let mut document = sample(Lang::En);
    document.summary = vec![Block::Table(table)];
    document.sections.clear();
    document
}

#[test]
fn a_text_beyond_a_cell_says_how_long_it_was() {
    let column = Column { key: "text", label: "Text".to_owned(), kind: ColumnKind::Text };
    let mut table = Table::new("long", "Long".to_owned(), vec![column]);
    table.push(vec![Cell::Text("é".repeat(32_767))]);
    table.push(vec![Cell::Text("😀".repeat(40_000))]);
    let mut book = open(alone(table).to_xlsx().expect("a workbook"));
    let rows = rows(&mut book, "Long");
    assert_eq!(rows[1][0], text(&"é".repeat(32_767)));
    let Data::String(cut) = &rows[2][0] else { panic!("no text") };
    assert!(cut.encode_utf16().count() <= 32_767);
    assert!(cut.ends_with("😀… (cut: the text has 40,000 characters)"));
}

#[test]
fn a_table_beyond_a_sheet_is_refused() {
    let column = |_| Column { key: "text", label: String::new(), kind: ColumnKind::Text };
    let table = Table::new("wide", "Wide".to_owned(), (0..16_385).map(column).collect());
    let error = alone(table).to_xlsx().expect_err("too wide");
    assert_eq!(error.code(), "RPT-001");
    assert!(error.to_string().contains("`wide` has 0 rows and 16385 columns"));
}

#[test]
fn days_of_every_era_have_their_place() {
    let column = Column { key: "day", label: "Day".to_owned(), kind: ColumnKind::Date };
    let mut table = Table::new("days", "Days".to_owned(), vec![column]);
    for text in ["1583-01-01", "1900-01-01", "1900-02-28", "1900-03-01", "2000-02-29", "9999-12-31"]
    {
        table.push(vec![Cell::Date(day(text))]);
    }
    let mut document = alone(table);
    document.as_of = day("1583-01-01");
    let mut book = open(document.to_xlsx().expect("a workbook"));
    let rows = rows(&mut book, "Days");
    assert_eq!(rows[1][0], text("1 Jan 1583"));
    let serials: Vec<f64> = rows[2..].iter().map(|row| serial(&row[0])).collect();
    assert_eq!(serials, [1.0, 59.0, 61.0, 36_585.0, 2_958_465.0]);
}
