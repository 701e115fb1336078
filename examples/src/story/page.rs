//! What a chapter says, writes and hashes.

use crate::program::{Failure, at};
use entretien::text::Lang;
use serde::Serialize;
use std::fmt::Display;
use std::path::{Path, PathBuf};

/// A text in English and French.
pub type Words = (&'static str, &'static str);

/// The page of a chapter.
#[derive(Debug)]
pub struct Page {
    /// Language of what people read.
    pub lang: Lang,
    folder: PathBuf,
    lines: Vec<String>,
    facts: blake3::Hasher,
}

impl Page {
    /// An empty page, whose files go to `folder`.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn new(folder: &Path, lang: Lang) -> Result<Page, Failure> {
        std::fs::create_dir_all(folder).map_err(at(folder))?;
        let facts = blake3::Hasher::new();
        Ok(Page { lang, folder: folder.to_owned(), lines: Vec::new(), facts })
    }

    /// Where its files go.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The words in the language of the page.
    pub fn pick(&self, words: Words) -> &'static str {
        self.lang.pick(words.0, words.1)
    }

    /// What the figures after it are about.
    pub fn head(&mut self, words: Words) {
        self.lines.push(format!("  {}", self.pick(words)));
    }

    /// A figure with its name.
    pub fn say(&mut self, what: Words, value: impl Display) {
        self.lines.push(format!("  {:<34} {value}", self.pick(what)));
    }

    /// One of several things below a figure.
    pub fn list(&mut self, what: impl Display, value: impl Display) {
        self.lines.push(format!("    {:<32} {value}", what.to_string()));
    }

    /// A sentence.
    pub fn note(&mut self, text: impl Display) {
        self.lines.push(format!("    {text}"));
    }

    /// Writes a file for people.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn write(&self, name: &str, text: &str) -> Result<(), Failure> {
        let path = self.folder.join(name);
        std::fs::write(&path, text).map_err(at(&path))
    }

    /// Adds to the digest what must stay the same: the canonical JSON, in no language.
    ///
    /// # Errors
    /// A value that JSON does not have.
    pub fn fact(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let bytes = serde_json::to_vec(value).map_err(|error| Failure::Wrong(error.to_string()))?;
        self.facts.update(&bytes);
        self.facts.update(b"\n");
        Ok(())
    }

    /// The lines said.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// BLAKE3 of the facts, 64 hexadecimal digits.
    pub fn digest(&self) -> String {
        self.facts.finalize().to_hex().to_string()
    }
}

/// An amount with two decimals and its currency: `1480.00 EUR`.
pub(super) fn money(minor: i64, currency: &str) -> String {
    let (sign, minor) = (if minor < 0 { "-" } else { "" }, minor.unsigned_abs());
    format!("{sign}{}.{:02} {currency}", minor / 100, minor % 100)
}

/// Minutes as hours with one decimal, rounded half up.
pub(super) fn hours(minutes: u64) -> String {
    let tenths = (minutes + 3) / 6;
    format!("{}.{} h", tenths / 10, tenths % 10)
}

/// How often each key comes, by key.
pub(super) fn counted<K: Ord>(
    keys: impl Iterator<Item = K>,
) -> std::collections::BTreeMap<K, usize> {
    let mut counts = std::collections::BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}
