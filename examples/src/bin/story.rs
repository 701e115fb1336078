//! A year of the shipped company as its provider lives it: takeover, audit, contracts, plan, half a year of work,
//! the review, the changed plan, the renewals of next year, the comparison of sourcing. Each chapter says what a manager reads, and leaves files.
//!
//! `--check tests/golden/story.json` compares the digest of each chapter with the one that is known.

#![expect(clippy::print_stdout, reason = "a command-line program")]

use clap::Parser;
use entretien::text::Lang;
use entretien_examples::program::{Failure, at, end};
use entretien_examples::story::{CHAPTERS, Days, Page, State};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A year of the shipped company.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Options {
    /// Folder to write to; each chapter has its own in it.
    #[arg(long, default_value = "out/story", value_name = "DIR")]
    out: PathBuf,
    /// Language of what people read; the digests are the same.
    #[arg(long, default_value = "en", value_parser = ["en", "fr"])]
    lang: String,
    /// What the drawing of the half-year begins with.
    #[arg(long, default_value_t = 2026, value_name = "NUMBER")]
    seed: u64,
    /// File of the digests to compare with; with `ENTRETIEN_UPDATE=1` in the environment it is written.
    #[arg(long, value_name = "FILE")]
    check: Option<PathBuf>,
}

fn main() -> ExitCode {
    end(run(&Options::parse()))
}

fn run(options: &Options) -> Result<(), Failure> {
    let Some(days) = Days::of_2026() else { return Ok(()) };
    let lang = Lang::parse(&options.lang).unwrap_or_default();
    let mut state = State::new(days, options.seed)?;
    let input = state.engagement.input();
    println!("{} · {}", input.provider(), input.customer());
    let mut digests = Map::new();
    for (place, chapter) in CHAPTERS.iter().enumerate() {
        let number = place + 1;
        let folder = options.out.join(format!("{number:02}-{}", chapter.name));
        let mut page = Page::new(&folder, lang)?;
        (chapter.tell)(&mut state, &mut page)?;
        let text = format!("{number} {}\n{}\n", page.pick(chapter.title), page.lines().join("\n"));
        page.write("account.txt", &text)?;
        println!("\n{text}  {:<34} {}", page.pick(("digest", "empreinte")), page.digest());
        digests.insert(chapter.name.to_owned(), page.digest().into());
    }
    match &options.check {
        Some(path) => check(path, &json!({"seed": options.seed, "chapters": digests})),
        None => Ok(()),
    }
}

/// Compares with the known digests, chapter by chapter.
#[expect(clippy::disallowed_methods, reason = "a program may read a file and its environment")]
fn check(path: &Path, found: &Value) -> Result<(), Failure> {
    let wrong = |error: serde_json::Error| Failure::Wrong(format!("{}: {error}", path.display()));
    if std::env::var("ENTRETIEN_UPDATE").is_ok_and(|value| value == "1") {
        let text = serde_json::to_string_pretty(found).map_err(wrong)?;
        return std::fs::write(path, text + "\n").map_err(at(path));
    }
    let known: Value =
        serde_json::from_slice(&std::fs::read(path).map_err(at(path))?).map_err(wrong)?;
    if known == *found {
        println!("\n{}: ok", path.display());
        return Ok(());
    }
    let chapters = |own: &Value| own.get("chapters").and_then(Value::as_object).cloned();
    let (known, found) =
        (chapters(&known).unwrap_or_default(), chapters(found).unwrap_or_default());
    let names = found.keys().chain(known.keys().filter(|name| !found.contains_key(*name)));
    let other: Vec<&str> =
        names.filter(|name| known.get(*name) != found.get(*name)).map(String::as_str).collect();
    let what = if other.is_empty() { "seed".to_owned() } else { other.join(", ") };
    Err(Failure::Wrong(format!("{}: another result of {what}", path.display())))
}
