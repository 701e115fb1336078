//! Rows pushed in chunks against the `csv` crate, and against themselves in other chunks.

use entretien::error::FAULTS_MAX;
use entretien::takeover::{ColumnMap, MappedFact, Mapping, RowReader};
use entretien_tests::Random;

fn names() -> Mapping {
    Mapping {
        columns: vec![
            ColumnMap::new("name", MappedFact::Name),
            ColumnMap::new("user", MappedFact::User),
        ],
        separator: Some(','),
        ..Mapping::default()
    }
}

type Read = Result<Vec<(u64, String, Option<String>)>, String>;

fn pushed(chunks: &[&[u8]]) -> Read {
    let mut rows = Vec::new();
    let mut each = |row: &entretien::takeover::MappedRow<'_>| {
        let name = row.base_id().expect("an id").into_owned();
        rows.push((row.line, name, row.user.as_deref().map(str::to_owned)));
    };
    let mut reader = RowReader::new(names()).expect("a good mapping");
    for chunk in chunks {
        reader.push(chunk, &mut each).map_err(|error| error.code().to_owned())?;
    }
    reader.finish(&mut each).map_err(|error| error.code().to_owned())?;
    Ok(rows)
}

/// The same by the `csv` crate; places of lines are not compared.
fn by_crate(bytes: &[u8]) -> Vec<(String, Option<String>)> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let clean = |value: &str| {
        let value = value.replace(['\n', '\r'], " ");
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.expect("a record");
        let value = |place: usize| record.get(place).and_then(clean);
        // A name without a letter or digit names nothing.
        let name = value(0).filter(|name| name.contains(char::is_alphanumeric));
        if let Some(name) = name {
            rows.push((name, value(1)));
        }
    }
    rows
}

/// Whether the last record of the crate has a line end within: an open quote swallowed it.
fn last_spans_lines(bytes: &[u8]) -> bool {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let last = reader.records().last().expect("a record").expect("a record");
    last.iter().any(|value| value.contains(['\n', '\r']))
}

fn text(random: &mut Random) -> Vec<u8> {
    let mut bytes = b"name,user\n".to_vec();
    let pieces: [&[u8]; 12] = [
        b"a",
        b"bc",
        b",",
        b",",
        b"\"",
        b"\"\"",
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"d",
        "é".as_bytes(),
    ];
    for _ in 0..random.below(60_u32) {
        bytes.extend_from_slice(random.pick(&pieces));
    }
    bytes
}

#[test]
fn rows_are_those_of_the_csv_crate_in_any_chunks() {
    let mut random = Random(20_261_126);
    let (mut read, mut unclosed) = (0, 0);
    for _ in 0..6_000 {
        let bytes = text(&mut random);
        let whole = pushed(&[&bytes]);
        let mut chunks = Vec::new();
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            let (chunk, left) = rest.split_at(random.below(rest.len().min(9)) + 1);
            chunks.push(chunk);
            rest = left;
        }
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(whole, pushed(&chunks), "{shown:?} in {chunks:?}");
        match whole {
            Ok(rows) => {
                let rows: Vec<_> = rows.into_iter().map(|(_, name, user)| (name, user)).collect();
                assert_eq!(rows, by_crate(&bytes), "{shown:?}");
                read += rows.len();
            }
            Err(code) => {
                assert_eq!(code, "TAK-064", "{shown:?}");
                assert!(last_spans_lines(&bytes), "{shown:?}");
                unclosed += 1;
            }
        }
    }
    assert!(read > 6_000 && unclosed > 300, "{read} {unclosed}");
}

#[test]
fn lines_are_counted_under_any_line_end() {
    for (text, lines) in [
        ("name,user\na,1\nb,2\n", [2, 3]),
        ("name,user\r\na,1\r\nb,2\r\n", [2, 3]),
        ("name,user\ra,1\rb,2\r", [2, 3]),
        ("\n\nname,user\n\na,1\n\n\nb,2", [5, 8]),
        ("name,user\n\"a\",\"x\ny\nz\"\nb,2\n", [2, 5]),
        ("name,user\r\"a\",\"x\ry\rz\"\rb,2\r", [2, 5]),
        ("sep=,\nname,user\na,1\nb,2\n", [3, 4]),
    ] {
        let rows = pushed(&[text.as_bytes()]).expect("rows");
        let found: Vec<u64> = rows.iter().map(|(line, ..)| *line).collect();
        assert_eq!(found, lines, "{text:?}");
    }
}

#[test]
fn diagnostics_of_a_stream_are_bounded_and_that_is_told() {
    let mapping = Mapping {
        columns: vec![
            ColumnMap::new("name", MappedFact::Name),
            ColumnMap::new("price", MappedFact::Price),
        ],
        ..Mapping::default()
    };
    let mut reader = RowReader::new(mapping).expect("a good mapping");
    let mut count = 0_u64;
    reader.push(b"name,price,other\n", &mut |_| count += 1).expect("read");
    for number in 0..5_000 {
        let row = format!("pc-{number},free,x\n");
        reader.push(row.as_bytes(), &mut |_| count += 1).expect("read");
    }
    let summary = reader.finish(&mut |_| {}).expect("read");
    assert_eq!((summary.row_count, count), (5_000, 5_000));
    assert_eq!(summary.diagnostics.len(), FAULTS_MAX + 1);
    assert_eq!(summary.diagnostics[0].pointer, "line 2");
    let last = summary.diagnostics.last().expect("a last one");
    assert!(last.message.contains("not listed"), "{last}");
    assert_eq!(summary.unused["csv:other"], 5_000);
}

#[test]
fn an_error_of_a_stream_stays() {
    let mut reader = RowReader::new(names()).expect("a good mapping");
    let first = reader.push(b"poste\n1\n", &mut |_| {}).expect_err("no column");
    assert_eq!(first.code(), "TAK-062");
    assert_eq!(reader.push(b"2\n", &mut |_| {}).expect_err("still"), first);
    assert_eq!(reader.finish(&mut |_| {}).expect_err("still"), first);
}
