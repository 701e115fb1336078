//! What went wrong, where, and what to do about it.
//!
//! A [`Fault`] is one thing that is wrong: a stable [`code`](Fault::code), the place (the name of the
//! source and a JSON pointer, or a line), a sentence, and what to do. An [`Error`] is a refusal: at
//! least one fault, all those that were found, in document order. Importers return faults beside the
//! data instead of refusing.
//!
//! Every code is declared once, in [`codes`], with its meaning in English and French, and documented
//! in `core/docs/errors.md`, which is generated from that table.

pub mod codes;

pub use codes::Code;

use serde::Serialize;

/// The most faults that are kept of one document; the last one then says that there are more.
pub const FAULTS_MAX: usize = 1_000;

/// One thing that is wrong in an input, with its place and its cure.
///
/// Serialises as `{"code","source","pointer","message","help"}`, in that order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fault {
    /// Stable code, such as `DOC-004`. Never reused for another meaning.
    pub code: &'static str,
    /// Name of the file or argument the value came from; empty when there is only one.
    pub source: String,
    /// RFC 6901 JSON pointer of the value, or `line N` for text formats; empty for the whole input.
    pub pointer: String,
    /// What is wrong, in one English sentence without a final stop, user values in backticks.
    pub message: String,
    /// What to do, in one English sentence.
    pub help: String,
}

impl Fault {
    /// A fault at `pointer`, with the general help of its code.
    ///
    /// ```
    /// use entretien::error::{Fault, codes};
    /// let fault = Fault::new(codes::DOC_UNKNOWN_FIELD, "/assets/0", "unknown field `colour`");
    /// assert_eq!(fault.code, "DOC-004");
    /// assert!(!fault.help.is_empty());
    /// ```
    pub fn new(code: Code, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        let info = codes::info(code);
        Fault {
            code: info.code,
            source: String::new(),
            pointer: pointer.into(),
            message: message.into(),
            help: info.help_en.to_owned(),
        }
    }

    /// The same fault, said to come from `source`.
    #[must_use]
    pub fn in_source(mut self, source: &str) -> Self {
        source.clone_into(&mut self.source);
        self
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.code)?;
        if !self.source.is_empty() {
            write!(f, " {}", self.source)?;
        }
        if !self.pointer.is_empty() {
            write!(f, " at {}", self.pointer)?;
        }
        write!(f, ": {}. {}", self.message, self.help)
    }
}

/// A refusal: at least one [`Fault`], in document order.
///
/// The type is opaque on purpose: match on [`code`](Error::code), never on the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.summary())]
pub struct Error {
    first: Box<Fault>,
    others: Vec<Fault>,
}

impl Error {
    /// A refusal for a single reason.
    pub fn from_fault(fault: Fault) -> Self {
        Error { first: Box::new(fault), others: Vec::new() }
    }

    /// A refusal for a single reason, built in place.
    pub fn new(code: Code, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Error::from_fault(Fault::new(code, pointer, message))
    }

    /// `Ok` when nothing was found, otherwise a refusal with everything that was.
    ///
    /// # Errors
    /// The first fault's code, when `faults` is not empty.
    pub fn check(faults: Vec<Fault>) -> Result<(), Self> {
        let mut all = faults.into_iter();
        match all.next() {
            None => Ok(()),
            Some(first) => Err(Error { first: Box::new(first), others: all.collect() }),
        }
    }

    /// Stable code of the first fault.
    pub fn code(&self) -> &'static str {
        self.first.code
    }

    /// All faults, in document order; never empty.
    pub fn faults(&self) -> impl Iterator<Item = &Fault> {
        std::iter::once(&*self.first).chain(&self.others)
    }

    /// The same refusal, every fault said to come from `source`.
    #[must_use]
    pub fn in_source(self, source: &str) -> Self {
        Error {
            first: Box::new(self.first.in_source(source)),
            others: self.others.into_iter().map(|fault| fault.in_source(source)).collect(),
        }
    }

    /// The same refusal, every pointer put below `place`: `/3` below `/rows` is `/rows/3`.
    #[must_use]
    pub fn within(mut self, place: &str) -> Self {
        for fault in std::iter::once(&mut *self.first).chain(&mut self.others) {
            fault.pointer.insert_str(0, place);
        }
        self
    }

    /// The same refusal, every fault at one place, whatever its pointer was.
    #[must_use]
    pub fn at(mut self, place: &str) -> Self {
        for fault in std::iter::once(&mut *self.first).chain(&mut self.others) {
            place.clone_into(&mut fault.pointer);
        }
        self
    }

    fn summary(&self) -> String {
        match self.others.len() {
            0 => self.first.to_string(),
            n => format!("{} (and {n} more)", self.first),
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Error::from_fault(fault)
    }
}

/// Collects the faults of one document, up to [`FAULTS_MAX`].
#[derive(Debug, Default)]
pub struct Faults {
    list: Vec<Fault>,
    total: usize,
}

impl Faults {
    /// No fault yet.
    pub fn new() -> Self {
        Faults::default()
    }

    /// Adds a fault; past [`FAULTS_MAX`] one last fault says that the rest is not listed.
    pub fn push(&mut self, fault: Fault) {
        self.total = self.total.saturating_add(1);
        if self.list.len() < FAULTS_MAX {
            self.list.push(fault);
        } else if self.list.len() == FAULTS_MAX {
            self.list.push(Fault::new(
                codes::DOC_TOO_MANY_FAULTS,
                "",
                format!("more than {FAULTS_MAX} faults, the rest is not listed"),
            ));
        }
    }

    /// Adds a fault built in place.
    pub fn add(&mut self, code: Code, pointer: impl Into<String>, message: impl Into<String>) {
        self.push(Fault::new(code, pointer, message));
    }

    /// Adds every fault of a refusal.
    pub fn adopt(&mut self, error: Error) {
        self.push(*error.first);
        error.others.into_iter().for_each(|fault| self.push(fault));
    }

    /// Number of faults so far, those past [`FAULTS_MAX`] included.
    pub fn len(&self) -> usize {
        self.total
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// The faults so far, in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.list.iter()
    }

    /// The faults, in the order they were found.
    pub fn into_vec(self) -> Vec<Fault> {
        self.list
    }
}
