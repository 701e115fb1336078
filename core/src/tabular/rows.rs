//! From chunks of bytes to rows, in memory that does not grow with the file.
//!
//! A line without quotes is split at its separators, see [`split`]. Everything else (quotes, line ends
//! within them, bare carriage returns) goes through the machine of the `csv` crate, so that both agree
//! on every file.

use super::encoding::{Encoding, Utf16, push_byte};
use super::{header, split};
use crate::error::{Fault, codes};
use memchr::{memchr, memchr_iter, memchr2, memchr3};
use std::ops::Range;

/// Most bytes of one row.
pub(crate) const ROW_BYTES_MAX: usize = 4 * 1024 * 1024;

/// One row of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'r> {
    /// Line of its first character, from 1.
    pub line: u64,
    /// Whether every value is of printable ASCII characters.
    pub is_plain: bool,
    pub(super) text: &'r str,
    pub(super) spans: &'r [Range<usize>],
}

impl<'r> Row<'r> {
    /// Number of values.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The value of a column, empty beyond the end of the row.
    #[inline]
    pub(crate) fn get(&self, column: usize) -> &'r str {
        self.spans.get(column).and_then(|span| self.text.get(span.clone())).unwrap_or_default()
    }

    /// Whether the value of a column is empty.
    #[inline]
    pub(crate) fn is_empty(&self, column: usize) -> bool {
        self.spans.get(column).is_none_or(Range::is_empty)
    }

    pub(crate) fn values(self) -> impl Iterator<Item = &'r str> {
        (0..self.len()).map(move |column| self.get(column))
    }
}

/// What a row is given to.
type Each<'e> = &'e mut dyn FnMut(Row<'_>) -> Result<(), Fault>;

/// What was seen of the characters.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Seen {
    /// First line that is not UTF-8, and as what it was read.
    pub assumed: Option<(u64, Encoding)>,
    /// Whether there was a line feed: without any, lines end as on an old Macintosh.
    feeds: bool,
    /// Whether that is known of the whole file.
    ends_known: bool,
    /// Units that are not UTF-16.
    pub broken_units: u64,
}

#[derive(Debug)]
enum Stage {
    /// The separator is not known yet: the first line, or its beginning, is kept.
    Opening,
    /// Between two rows; the beginning of a line may be kept.
    Between,
    /// Within a row that the machine reads.
    Within,
}

/// Splits bytes into rows.
#[derive(Debug)]
pub(crate) struct RowParser {
    encoding: Option<Encoding>,
    separator: Option<u8>,
    stage: Stage,
    utf16: Option<Utf16>,
    /// Whether the first bytes were looked at for a byte order mark.
    begun: bool,
    machine: csv_core::Reader,
    /// Bytes kept of an unfinished line.
    kept: Vec<u8>,
    /// Values that the machine wrote, and the length of each.
    values: Vec<u8>,
    values_length: usize,
    ends: Vec<usize>,
    ends_length: usize,
    spans: Vec<Range<usize>>,
    decoded: Vec<u8>,
    /// Line of the next byte, and of the row that the machine reads.
    line: u64,
    row_line: u64,
    row_bytes: usize,
    quotes: usize,
    after_return: bool,
    pub seen: Seen,
}

impl RowParser {
    /// A parser; what is not stated is found.
    pub(crate) fn new(encoding: Option<Encoding>, separator: Option<u8>) -> Self {
        RowParser {
            encoding,
            separator,
            stage: Stage::Opening,
            utf16: None,
            begun: false,
            machine: csv_core::Reader::new(),
            kept: Vec::new(),
            values: vec![0; 1024],
            values_length: 0,
            ends: vec![0; 64],
            ends_length: 0,
            spans: Vec::new(),
            decoded: Vec::new(),
            line: 1,
            row_line: 1,
            row_bytes: 0,
            quotes: 0,
            after_return: false,
            seen: Seen::default(),
        }
    }

    /// The separator, once the first line is known.
    pub(crate) fn separator(&self) -> u8 {
        self.separator.unwrap_or(b',')
    }

    /// Looks through a whole file before it is pushed, to know how its lines end.
    pub(crate) fn look(&mut self, bytes: &[u8]) {
        self.seen.feeds = memchr(b'\n', bytes).is_some() || memchr(b'\r', bytes).is_none();
        self.seen.ends_known = true;
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// `TAK-063` a row of more than [`ROW_BYTES_MAX`] bytes, and what `each` refuses.
    pub(crate) fn push(&mut self, bytes: &[u8], each: Each<'_>) -> Result<(), Fault> {
        if !self.begun {
            // A byte order mark may come byte by byte.
            self.kept.extend_from_slice(bytes);
            if self.kept.len() < 3 {
                return Ok(());
            }
            let bytes = std::mem::take(&mut self.kept);
            return self.begin(&bytes, each);
        }
        self.units(bytes, each)
    }

    fn begin(&mut self, bytes: &[u8], each: Each<'_>) -> Result<(), Fault> {
        self.begun = true;
        let rest = match bytes {
            [0xFF, 0xFE, rest @ ..] => {
                self.utf16 = Some(Utf16::new(false));
                rest
            }
            [0xFE, 0xFF, rest @ ..] => {
                self.utf16 = Some(Utf16::new(true));
                rest
            }
            [0xEF, 0xBB, 0xBF, rest @ ..] => rest,
            rest => {
                if self.encoding == Some(Encoding::Utf16) {
                    self.utf16 = Some(Utf16::new(false));
                }
                rest
            }
        };
        self.units(rest, each)
    }

    fn units(&mut self, bytes: &[u8], each: Each<'_>) -> Result<(), Fault> {
        let Some(utf16) = &mut self.utf16 else {
            return self.take(bytes, each);
        };
        let mut text = Vec::with_capacity(bytes.len());
        utf16.push(bytes, &mut text);
        self.seen.broken_units = utf16.broken;
        self.take(&text, each)
    }

    fn take(&mut self, mut bytes: &[u8], each: Each<'_>) -> Result<(), Fault> {
        while !bytes.is_empty() {
            bytes = match self.stage {
                Stage::Opening => self.open(bytes)?,
                Stage::Between => self.between(bytes, each)?,
                Stage::Within => self.within(bytes, each)?,
            };
        }
        Ok(())
    }

    /// Waits for the end of the first line that is not blank, to know the separator.
    fn open<'b>(&mut self, bytes: &'b [u8]) -> Result<&'b [u8], Fault> {
        let bytes = if self.kept.is_empty() { self.skip_blank(bytes) } else { bytes };
        let Some(end) = memchr2(b'\n', b'\r', bytes) else {
            self.keep(bytes)?;
            return Ok(&[]);
        };
        let (line, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
        self.keep(line)?;
        self.opened();
        Ok(rest)
    }

    fn opened(&mut self) {
        if let Some(separator) = header::named_separator(&self.kept) {
            self.separator = self.separator.or(Some(separator));
            self.kept.clear();
        } else if self.separator.is_none() {
            self.separator = Some(header::separator(&self.kept));
        }
        self.machine = csv_core::ReaderBuilder::new().delimiter(self.separator()).build();
        self.stage = Stage::Between;
    }

    fn keep(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.kept.extend_from_slice(bytes);
        self.check_size(self.kept.len(), self.line)
    }

    fn check_size(&self, size: usize, line: u64) -> Result<(), Fault> {
        if size <= ROW_BYTES_MAX {
            return Ok(());
        }
        let message = if self.quotes % 2 == 1 {
            format!("a row of more than {ROW_BYTES_MAX} bytes: a quote is opened and never closed")
        } else {
            format!("a row of more than {ROW_BYTES_MAX} bytes")
        };
        Err(Fault::new(codes::TAK_ROW_TOO_LONG, format!("line {line}"), message))
    }

    /// The bytes after line ends, which are counted.
    fn skip_blank<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        let blank = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let length = bytes.iter().take_while(|byte| blank(byte)).count();
        let (blanks, rest) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
        self.count_lines(blanks);
        rest
    }

    /// A line ends with a line feed, or with a carriage return that none follows.
    fn count_lines(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.seen.feeds |= *byte == b'\n';
            match byte {
                b'\n' if self.after_return => {}
                b'\n' | b'\r' => self.line = self.line.saturating_add(1),
                _ => {}
            }
            self.after_return = *byte == b'\r';
        }
    }

    fn between<'b>(&mut self, bytes: &'b [u8], each: Each<'_>) -> Result<&'b [u8], Fault> {
        let mut bytes = bytes;
        if self.kept.is_empty() {
            bytes = self.skip_blank(bytes);
            // What is known to be text of what follows.
            let mut known = "";
            while let Some((line, rest)) = plain_line(bytes) {
                self.check_size(line.len(), self.line)?;
                self.seen.feeds = true;
                if known.len() < line.len() {
                    known = text_ahead(bytes);
                }
                self.plain(line, known.get(..line.len()), each)?;
                self.after_return = false;
                self.line = self.line.saturating_add(1);
                let rest = self.skip_blank(rest);
                known = known.get(bytes.len().saturating_sub(rest.len())..).unwrap_or_default();
                bytes = rest;
            }
        }
        let Some(end) = memchr(b'\n', bytes) else {
            let is_odd = memchr2(b'"', b'\r', bytes).is_some();
            self.keep(bytes)?;
            if is_odd {
                self.enter(each)?;
            }
            return Ok(&[]);
        };
        let (line, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
        self.keep(line)?;
        self.enter(each)?;
        Ok(rest)
    }

    /// Gives the line that is kept to the machine.
    fn enter(&mut self, each: Each<'_>) -> Result<(), Fault> {
        let mut kept = std::mem::take(&mut self.kept);
        self.stage = Stage::Within;
        self.start_row();
        let mut rest = kept.as_slice();
        while !rest.is_empty() {
            rest = self.within(rest, each)?;
            // More of what is kept may follow a bare carriage return.
            if matches!(self.stage, Stage::Between) && !rest.is_empty() {
                rest = self.skip_blank(rest);
                if !rest.is_empty() {
                    self.stage = Stage::Within;
                    self.start_row();
                }
            }
        }
        kept.clear();
        self.kept = kept;
        Ok(())
    }

    fn start_row(&mut self) {
        self.row_line = self.line;
        self.row_bytes = 0;
        self.quotes = 0;
        self.values_length = 0;
        self.ends_length = 0;
    }

    /// Runs the machine up to the end of a row.
    fn within<'b>(&mut self, bytes: &'b [u8], each: Each<'_>) -> Result<&'b [u8], Fault> {
        let mut rest = bytes;
        loop {
            let values = self.values.get_mut(self.values_length..).unwrap_or_default();
            let ends = self.ends.get_mut(self.ends_length..).unwrap_or_default();
            let (result, read, written, ended) = self.machine.read_record(rest, values, ends);
            let (taken, left) = rest.split_at_checked(read).unwrap_or((rest, &[]));
            self.count_lines(taken);
            self.quotes = self.quotes.saturating_add(memchr_iter(b'"', taken).count());
            self.row_bytes = self.row_bytes.saturating_add(read);
            self.values_length = self.values_length.saturating_add(written);
            self.ends_length = self.ends_length.saturating_add(ended);
            rest = left;
            self.check_size(self.row_bytes, self.row_line)?;
            match result {
                csv_core::ReadRecordResult::InputEmpty => return Ok(rest),
                csv_core::ReadRecordResult::OutputFull => {
                    self.values.resize(self.values.len().saturating_mul(2), 0);
                }
                csv_core::ReadRecordResult::OutputEndsFull => {
                    self.ends.resize(self.ends.len().saturating_mul(2), 0);
                }
                csv_core::ReadRecordResult::Record => {
                    self.stage = Stage::Between;
                    self.machine_row(each)?;
                    return Ok(rest);
                }
                csv_core::ReadRecordResult::End => {
                    self.stage = Stage::Between;
                    return Ok(&[]);
                }
            }
        }
    }

    fn machine_row(&mut self, each: Each<'_>) -> Result<(), Fault> {
        self.spans.clear();
        let mut start = 0;
        for end in self.ends.get(..self.ends_length).unwrap_or_default() {
            self.spans.push(start..*end);
            start = *end;
        }
        let bytes = self.values.get(..self.values_length).unwrap_or_default();
        let (stated, line) = (self.encoding, self.row_line);
        let is_plain = split::is_plain(bytes);
        let stated = if is_plain { None } else { stated };
        let decoded =
            decode(bytes, stated, &mut self.spans, &mut self.decoded, &mut self.seen, line);
        let Some(text) = decoded else { return Ok(()) };
        each(Row { line, is_plain, text, spans: &self.spans })
    }

    /// A line without quotes, also as text where it is known to be some.
    #[inline]
    fn plain(&mut self, line: &[u8], text: Option<&str>, each: Each<'_>) -> Result<(), Fault> {
        self.spans.clear();
        let is_plain = split::split(line, self.separator(), &mut self.spans);
        // Every encoding writes plain characters alike.
        let stated = if is_plain { None } else { self.encoding };
        let number = self.line;
        if let (Some(text), None | Some(Encoding::Utf8 | Encoding::Utf16)) = (text, stated) {
            return each(Row { line: number, is_plain, text, spans: &self.spans });
        }
        let text = decode(line, stated, &mut self.spans, &mut self.decoded, &mut self.seen, number);
        let Some(text) = text else { return Ok(()) };
        each(Row { line: number, is_plain, text, spans: &self.spans })
    }

    /// Says that there is no more.
    ///
    /// # Errors
    /// `TAK-064` a quote that is opened and never closed, and what `each` refuses.
    pub(crate) fn finish(&mut self, each: Each<'_>) -> Result<(), Fault> {
        if !self.begun {
            let bytes = std::mem::take(&mut self.kept);
            self.begin(&bytes, each)?;
        }
        if let Some(mut utf16) = self.utf16.take() {
            let mut rest = Vec::new();
            utf16.finish(&mut rest);
            self.seen.broken_units = utf16.broken;
            self.take(&rest, each)?;
        }
        if matches!(self.stage, Stage::Opening) {
            self.opened();
        }
        if !self.kept.is_empty() {
            self.enter(each)?;
        }
        if matches!(self.stage, Stage::Within) {
            if self.quotes % 2 == 1 && self.line > self.row_line {
                let place = format!("line {}", self.row_line);
                let message = "a quote is opened and never closed";
                return Err(Fault::new(codes::TAK_UNCLOSED_QUOTE, place, message));
            }
            self.within(&[], each)?;
        }
        Ok(())
    }
}

/// The first line, where it is complete and without quotes or bare carriage returns, and what follows it.
#[inline]
fn plain_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr3(b'\n', b'"', b'\r', bytes)?;
    let (line, rest) = bytes.split_at_checked(end)?;
    match rest {
        [b'\n', rest @ ..] | [b'\r', b'\n', rest @ ..] => Some((line, rest)),
        _ => None,
    }
}

/// Bytes that are looked at for text at once: that is faster than line by line.
const TEXT_AHEAD_BYTES: usize = 1_024;

/// The text that these bytes begin with.
#[inline(never)]
fn text_ahead(bytes: &[u8]) -> &str {
    let bytes = bytes.get(..TEXT_AHEAD_BYTES).unwrap_or(bytes);
    std::str::from_utf8(bytes).unwrap_or_else(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        std::str::from_utf8(valid).unwrap_or_default()
    })
}

/// The text of a row: UTF-8, or one byte each where that is stated or the row is not UTF-8.
#[inline]
fn decode<'r>(
    bytes: &'r [u8],
    stated: Option<Encoding>,
    spans: &mut [Range<usize>],
    decoded: &'r mut Vec<u8>,
    seen: &mut Seen,
    line: u64,
) -> Option<&'r str> {
    let encoding = if let Some(stated @ (Encoding::Windows1252 | Encoding::MacRoman)) = stated {
        stated
    } else {
        // The end of one value and the begin of the next may look like a letter, where they stand side by side.
        if let Ok(text) = std::str::from_utf8(bytes)
            && spans.iter().all(|span| text.is_char_boundary(span.end))
        {
            return Some(text);
        }
        let usual = if seen.feeds { Encoding::Windows1252 } else { Encoding::MacRoman };
        // What one row shows holds for those after it.
        let assumed = if line > 1 || seen.ends_known { usual } else { Encoding::Windows1252 };
        seen.assumed.get_or_insert((line, assumed)).1
    };
    decoded.clear();
    for span in spans {
        let start = decoded.len();
        for byte in bytes.get(span.clone()).unwrap_or_default() {
            push_byte(*byte, encoding, decoded);
        }
        *span = start..decoded.len();
    }
    std::str::from_utf8(decoded).ok()
}
