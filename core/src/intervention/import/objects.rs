//! The objects of a JSON text, one by one, in memory that does not grow with the file.

use crate::error::{Code, Fault, codes};

/// Most bytes of one object.
const OBJECT_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Most levels of one object.
const DEPTH_MAX: usize = 64;

/// What an object and its line are given to.
type Each<'e> = &'e mut dyn FnMut(&[u8], u64) -> Result<(), Fault>;

/// Finds the objects of a list `[{…}, {…}]`, or of objects one after the other (a line each).
#[derive(Debug, Default)]
pub(super) struct Objects {
    /// Bytes of the object that is not complete yet.
    kept: Vec<u8>,
    depth: usize,
    quoted: bool,
    escaped: bool,
    /// Whether the list was begun, and whether it was ended.
    list: (bool, bool),
    /// Line of the next byte, and of the object.
    line: u64,
    object_line: u64,
    /// Bytes of a byte order mark that were seen.
    mark: usize,
}

impl Objects {
    pub(super) fn new() -> Objects {
        Objects { line: 1, ..Objects::default() }
    }

    /// Gives each object that is complete to `each`, with the line on which it begins.
    ///
    /// # Errors
    /// `INT-033` something else than objects · `INT-034` an object too large or too deep.
    pub(super) fn push(&mut self, bytes: &[u8], each: Each<'_>) -> Result<(), Fault> {
        for byte in bytes {
            if *byte == b'\n' {
                self.line = self.line.saturating_add(1);
            }
            if self.depth == 0 {
                self.outside(*byte)?;
            } else {
                self.inside(*byte)?;
            }
            if self.depth == 0 && !self.kept.is_empty() {
                each(&self.kept, self.object_line)?;
                self.kept.clear();
            }
        }
        Ok(())
    }

    fn outside(&mut self, byte: u8) -> Result<(), Fault> {
        const MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];
        match byte {
            b'{' if !self.list.1 => {
                self.depth = 1;
                self.object_line = self.line;
                self.kept.push(byte);
            }
            b'[' if !self.list.0 => self.list.0 = true,
            b']' if self.list.0 && !self.list.1 => self.list.1 = true,
            b',' if self.list.0 && !self.list.1 => {}
            b' ' | b'\t' | b'\r' | b'\n' => {}
            byte if MARK.get(self.mark) == Some(&byte) => self.mark = self.mark.saturating_add(1),
            byte => {
                let letter = char::from(byte).escape_default();
                let message = format!("`{letter}` where an object should be");
                return Err(fault(codes::INT_NOT_JSON, self.line, &message));
            }
        }
        Ok(())
    }

    fn inside(&mut self, byte: u8) -> Result<(), Fault> {
        self.kept.push(byte);
        if self.kept.len() > OBJECT_BYTES_MAX {
            let message = format!("an object of more than {OBJECT_BYTES_MAX} bytes");
            return Err(fault(codes::INT_OBJECT_TOO_LARGE, self.object_line, &message));
        }
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.quoted => self.escaped = true,
            b'"' => self.quoted = !self.quoted,
            _ if self.quoted => {}
            b'{' | b'[' => {
                self.depth = self.depth.saturating_add(1);
                if self.depth > DEPTH_MAX {
                    let message = format!("more than {DEPTH_MAX} levels");
                    return Err(fault(codes::INT_OBJECT_TOO_LARGE, self.line, &message));
                }
            }
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    /// Says that there is no more.
    ///
    /// # Errors
    /// `INT-033` the text ends within an object or a list.
    pub(super) fn finish(&self) -> Result<(), Fault> {
        if self.depth > 0 || (self.list.0 && !self.list.1) {
            let message = "the text ends too early";
            return Err(fault(codes::INT_NOT_JSON, self.line, message));
        }
        Ok(())
    }
}

#[cold]
fn fault(code: Code, line: u64, message: &str) -> Fault {
    Fault::new(code, format!("line {line}"), message)
}
