//! Writes the documents that people decide on: the periodic review, and with `--offer` the proposal and the kick-off.
//!
//! Without options it reviews the first half of 2026 of the shipped company. `review --help` lists the options.

#![expect(clippy::print_stdout, reason = "a command-line program")]

use chrono::NaiveDate;
use clap::Parser;
use entretien::document::{read_offer, read_review, shipped_advice};
use entretien::engagement::{KpiAsk, OfferAsk, ReviewAsk, ReviewSources};
use entretien::report::{Block, Deliverable};
use entretien::text::Lang;
use entretien_examples::data::{company_failures, engagement, log, read};
use entretien_examples::program::{Failure, date, end, write_deliverable};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Documents that people decide on.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Options {
    /// Engagement document; default: the shipped company with its inventories.
    #[arg(long, value_name = "FILE")]
    engagement: Option<PathBuf>,
    /// CSV of incidents; default: that of the shipped company.
    #[arg(long, value_name = "FILE")]
    incidents: Option<PathBuf>,
    /// CSV of interventions; default: that of the shipped company.
    #[arg(long, value_name = "FILE")]
    works: Option<PathBuf>,
    /// First day of the period.
    #[arg(long, default_value = "2026-01-01", value_name = "YYYY-MM-DD", value_parser = date)]
    from: NaiveDate,
    /// First day left out.
    #[arg(long, default_value = "2026-07-01", value_name = "YYYY-MM-DD", value_parser = date)]
    to: NaiveDate,
    /// Question of format `entretien/review`, instead of the two days.
    #[arg(long, value_name = "FILE")]
    question: Option<PathBuf>,
    /// Writes the proposal and the kick-off of a contract that begins on this day too.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    offer: Option<NaiveDate>,
    /// Question of format `entretien/offer`, instead of that day.
    #[arg(long, value_name = "FILE")]
    offer_question: Option<PathBuf>,
    /// Folder to write to.
    #[arg(long, default_value = "out/review", value_name = "DIR")]
    out: PathBuf,
    /// Language of the documents.
    #[arg(long, default_value = "en", value_parser = ["en", "fr"])]
    lang: String,
}

fn main() -> ExitCode {
    end(run(&Options::parse()))
}

fn run(options: &Options) -> Result<(), Failure> {
    let lang = Lang::parse(&options.lang).unwrap_or_default();
    let engagement = engagement(options.engagement.as_deref())?;
    let (incidents, works) = (options.incidents.as_deref(), options.works.as_deref());
    // Another estate without a log of its own has none.
    let log = if options.engagement.is_none() || incidents.is_some() {
        Some(Arc::new(log(incidents, works, engagement.input().zone())?))
    } else {
        None
    };
    let ask = question(options)?;
    let advice = shipped_advice();
    let sources =
        ReviewSources { log: log.as_ref(), advice: Some(&advice), ..ReviewSources::default() };
    let review = engagement.review(&ask, &sources, lang)?;
    tell(&options.out, "review", &review)?;
    if let Some(ask) = offer(options)? {
        tell(&options.out, "proposal", &engagement.proposal(&ask, lang)?)?;
        tell(&options.out, "kick-off", &engagement.kick_off(&ask, lang)?)?;
    }
    Ok(())
}

fn question(options: &Options) -> Result<ReviewAsk, Failure> {
    if let Some(path) = &options.question {
        let name = path.display().to_string();
        return Ok(read_review(&read(path)?).map_err(|error| error.in_source(&name))?);
    }
    let ask = ReviewAsk::new(options.from, options.to);
    if options.engagement.is_some() || options.incidents.is_some() {
        return Ok(ask);
    }
    // The works of the shipped log do not name the occurrences that they fulfil.
    let kpi = KpiAsk {
        with_plan: false,
        failure_categories: company_failures(),
        ..KpiAsk::new(ask.start, ask.end, ask.as_of)
    };
    Ok(ReviewAsk { kpi: Some(kpi), ..ask })
}

fn offer(options: &Options) -> Result<Option<OfferAsk>, Failure> {
    if let Some(path) = &options.offer_question {
        let name = path.display().to_string();
        return Ok(Some(read_offer(&read(path)?).map_err(|error| error.in_source(&name))?));
    }
    Ok(options.offer.map(|start| OfferAsk::new(start.pred_opt().unwrap_or(start), start)))
}

/// Prints the key figures of a document and what was written.
fn tell(out: &Path, name: &str, document: &Deliverable) -> Result<(), Failure> {
    println!("{} – {}", document.title, document.customer);
    let figures = document.summary.iter().filter_map(|block| match block {
        Block::Figures(figures) => Some(figures),
        _ => None,
    });
    for figure in figures.flatten() {
        println!("  {:<32} {}", figure.label, figure.value.written(document.lang));
    }
    println!("digest            {}", document.digest());
    for path in write_deliverable(out, name, document)? {
        println!("written           {}", path.display());
    }
    Ok(())
}
