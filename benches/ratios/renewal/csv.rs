//! A mapped CSV of any size against the `csv` crate alone.
//!
//! Both read the same bytes in the same run on one thread: a header and a block of rows again and again.
//! The crate only splits rows into a `ByteRecord` that it uses again; the reader here tells what they say
//! (two dates, an amount, a number of months, words of three lists, three identities).

use cpu_time::ThreadTime;
use entretien::takeover::{ColumnMap, DateOrder, MappedFact, Mapping, RowReader};
use entretien_benches::Random;
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Read;

/// Rows of one block, and how often it is read: a million rows.
const BLOCK_ROWS: u64 = 20_000;
const BLOCKS: usize = 50;
/// Bytes given at once.
const CHUNK: usize = 64 * 1024;
const ROUNDS: usize = 5;
const HEADER: &str = "Name,Serial,Asset tag,Manufacturer,Model,Category,Site,Purchased,Price,\
                      Warranty,Status,User\n";

fn block() -> String {
    let mut random = Random::new(7);
    let makers = ["Dell", "Lenovo", "HP", "Cisco", "Fortinet"];
    let kinds = ["Laptop", "Desktop", "Server", "Switch", "Printer", "Monitor"];
    let states = ["In use", "Ready to Deploy", "Out for Repair", "Retired"];
    let mut text = String::new();
    for number in 0..BLOCK_ROWS {
        let serial = random.next_u64() >> 24;
        let (maker, kind, state) =
            (random.pick(&makers), random.pick(&kinds), random.pick(&states));
        let (site, model, month, day) =
            (random.below(50), random.below(40), random.below(12) + 1, random.below(28) + 1);
        let (units, cents, months) =
            (random.below(4_000) + 100, random.below(100), random.below(5) * 12);
        let user = random.below(9_000);
        let _ = writeln!(
            text,
            "host-{number:06},SN{serial:010X},INV-{number:07},{maker},Model {model} G2,{kind},site-{site:02},\
             {day:02}/{month:02}/2024,{units}.{cents:02},{months},{state},user{user:04}"
        );
    }
    text
}

fn mapping() -> Mapping {
    use MappedFact::{
        AssetNumber, Category, Lifecycle, Manufacturer, Model, Name, Price, Purchase, Serial, Site,
        User, WarrantyMonths,
    };
    let facts = [
        Name,
        Serial,
        AssetNumber,
        Manufacturer,
        Model,
        Category,
        Site,
        Purchase,
        Price,
        WarrantyMonths,
        Lifecycle,
        User,
    ];
    let columns = HEADER.trim_end().split(',').zip(facts);
    Mapping {
        columns: columns.map(|(name, fact)| ColumnMap::new(name, fact)).collect(),
        dates: Some(DateOrder::DayMonthYear),
        ..Mapping::default()
    }
}

/// A header, then a block again and again.
struct Again<'b> {
    header: &'b [u8],
    block: &'b [u8],
    rest: &'b [u8],
    left: usize,
}

impl<'b> Again<'b> {
    fn new(block: &'b str, left: usize) -> Self {
        Again { header: HEADER.as_bytes(), block: block.as_bytes(), rest: &[], left }
    }

    /// The next bytes, at most [`CHUNK`].
    fn next_chunk(&mut self) -> Option<&'b [u8]> {
        if !self.header.is_empty() {
            return Some(std::mem::take(&mut self.header));
        }
        if self.rest.is_empty() {
            self.left = self.left.checked_sub(1)?;
            self.rest = self.block;
        }
        let (chunk, rest) = self.rest.split_at(self.rest.len().min(CHUNK));
        self.rest = rest;
        Some(chunk)
    }
}

impl Read for Again<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let Some(chunk) = self.next_chunk() else { return Ok(0) };
        // The buffer of the reader holds a whole chunk.
        buffer[..chunk.len()].copy_from_slice(chunk);
        Ok(chunk.len())
    }
}

/// CPU seconds in which the crate splits the rows.
fn crate_seconds(block: &str, blocks: usize) -> f64 {
    let start = ThreadTime::now();
    let reader = Again::new(block, blocks);
    let mut reader = csv::ReaderBuilder::new().buffer_capacity(CHUNK).from_reader(reader);
    let mut record = csv::ByteRecord::new();
    let mut rows = 0;
    while reader.read_byte_record(&mut record).expect("rows") {
        black_box(&record);
        rows += 1;
    }
    assert_eq!(rows, blocks as u64 * BLOCK_ROWS);
    start.elapsed().as_secs_f64()
}

/// CPU seconds in which the rows are read, as rows or as assets.
fn own_seconds(block: &str, blocks: usize, as_assets: bool) -> f64 {
    let start = ThreadTime::now();
    let mut source = Again::new(block, blocks);
    let mut reader = RowReader::new(mapping()).expect("a good mapping");
    let mut priced = 0_u64;
    let mut each = |row: &entretien::takeover::MappedRow<'_>| {
        priced += u64::from(row.price.is_some() && row.purchase.is_some());
        if as_assets {
            black_box(row.to_asset());
        } else {
            black_box(row);
        }
    };
    while let Some(chunk) = source.next_chunk() {
        reader.push(chunk, &mut each).expect("rows");
    }
    let summary = reader.finish(&mut each).expect("rows");
    assert_eq!((summary.row_count, summary.diagnostics.len()), (blocks as u64 * BLOCK_ROWS, 0));
    assert_eq!(priced, summary.row_count);
    start.elapsed().as_secs_f64()
}

/// The most memory that the process had so far, in KiB.
fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Megabytes a second of the mapped reader, and its rate as a share of that of the crate: the best of
/// several rounds of each, taken in turn.
///
/// # Panics
/// When fifty times the rows need more memory than once.
pub(crate) fn run() -> (f64, f64) {
    let block = block();
    own_seconds(&block, 1, true);
    let before = peak_kib();
    own_seconds(&block, BLOCKS, true);
    let grown = peak_kib().zip(before).map(|(after, before)| after - before);
    if let Some(grown) = grown {
        assert!(grown < 2_048, "{grown} KiB more for {BLOCKS} times the rows");
    }
    let [mut theirs, mut rows, mut assets] = [f64::INFINITY; 3];
    for _ in 0..ROUNDS {
        theirs = theirs.min(crate_seconds(&block, BLOCKS));
        rows = rows.min(own_seconds(&block, BLOCKS, false));
        assets = assets.min(own_seconds(&block, BLOCKS, true));
    }
    let bytes = HEADER.len() + block.len() * BLOCKS;
    #[expect(clippy::cast_precision_loss, reason = "a count of millions")]
    let megabytes = bytes as f64 / 1e6;
    let mbps = |seconds: f64| megabytes / seconds;
    println!(
        "{} rows, {:.1} MB: csv crate {:.0} MB/s, mapped rows {:.0} MB/s, assets {:.0} MB/s, memory +{} KiB",
        BLOCKS as u64 * BLOCK_ROWS,
        megabytes,
        mbps(theirs),
        mbps(rows),
        mbps(assets),
        grown.map_or("?".to_owned(), |grown| grown.to_string()),
    );
    (mbps(rows), theirs / rows)
}
