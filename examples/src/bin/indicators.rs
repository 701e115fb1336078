//! Reads a log of incidents and interventions, prints the main indicators and writes the page and its tables.
//!
//! Without options it reads the year 2026 of the shipped company. `indicators --help` lists the options.

#![expect(clippy::print_stdout, reason = "a command-line program")]

use chrono::NaiveDate;
use clap::Parser;
use entretien::document::shipped_advice;
use entretien::engagement::{Engagement, KpiAsk, KpiReport};
use entretien::intervention::Log;
use entretien::kpi::{Dimension, Indicator};
use entretien::text::{Label, Lang};
use entretien_examples::data::{company_failures, engagement, log};
use entretien_examples::program::{Failure, date, end, write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Indicators of a log.
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
    #[arg(long, default_value = "2027-01-01", value_name = "YYYY-MM-DD", value_parser = date)]
    to: NaiveDate,
    /// Last day of which something is known; default: the last of the period.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    as_of: Option<NaiveDate>,
    /// Categories of tickets that are failures of equipment; of the shipped company: those of its log.
    #[arg(long, num_args = 1.., value_name = "CATEGORY")]
    failures: Vec<String>,
    /// Whether works of the plan that the log does not name count as not done.
    #[arg(long)]
    with_plan: bool,
    /// Folder to write to.
    #[arg(long, default_value = "out/indicators", value_name = "DIR")]
    out: PathBuf,
    /// Language of page and tables.
    #[arg(long, default_value = "en", value_parser = ["en", "fr"])]
    lang: String,
}

/// What is printed.
const PRINTED: [Indicator; 10] = [
    Indicator::OperationalAvailability,
    Indicator::Mtbf,
    Indicator::Mttr,
    Indicator::AnnualFailureRate,
    Indicator::MeanResolution,
    Indicator::LevelCompliance,
    Indicator::FirstTimeFix,
    Indicator::PreventiveCompliance,
    Indicator::ReactiveShare,
    Indicator::CostPerTicket,
];

fn main() -> ExitCode {
    end(run(&Options::parse()))
}

fn run(options: &Options) -> Result<(), Failure> {
    let engagement = engagement(options.engagement.as_deref())?;
    let (incidents, works) = (options.incidents.as_deref(), options.works.as_deref());
    let log = Arc::new(log(incidents, works, engagement.input().zone())?);
    let last = options.to.pred_opt().unwrap_or(options.to);
    let mut ask = KpiAsk::new(options.from, options.to, options.as_of.unwrap_or(last));
    ask.dimensions = vec![Dimension::Site];
    ask.with_plan = options.with_plan;
    let is_shipped = options.incidents.is_none();
    ask.failure_categories = if options.failures.is_empty() && is_shipped {
        company_failures()
    } else {
        options.failures.iter().map(|name| name.as_str().into()).collect()
    };
    let report = engagement.kpi_report(&log, &ask, &shipped_advice())?;
    let lang = Lang::parse(&options.lang).unwrap_or_default();
    summary(&engagement, &log, &report, lang)?;
    write_outputs(&options.out, &report, lang)
}

fn summary(
    engagement: &Engagement,
    log: &Log,
    report: &KpiReport,
    lang: Lang,
) -> Result<(), Failure> {
    println!("{} for {}", engagement.input().provider(), engagement.input().customer());
    println!("incidents         {}", log.incidents().len());
    println!("interventions     {}", log.interventions().len());
    for indicator in PRINTED {
        // The first window is the time before, the second the period.
        let answer = report.overall.answer(0, 1, indicator)?;
        let value = answer.value.map_or_else(
            || answer.reason.map_or("", |reason| reason.label(lang)).to_owned(),
            |value| format!("{value:.4} {}", indicator.definition().unit.code()),
        );
        println!("{:<26}{value}", indicator.code());
    }
    println!("recommendations   {}", report.advice().count());
    for row in report.advice() {
        println!(
            "  {} {}",
            row.advice.rule,
            row.advice.key.iter().flatten().cloned().collect::<Vec<_>>().join(" ")
        );
    }
    println!("digest            {}", report.overall.digest());
    Ok(())
}

fn write_outputs(out: &Path, report: &KpiReport, lang: Lang) -> Result<(), Failure> {
    let files = [
        ("indicators.html", report.to_html(lang)),
        ("indicators.csv", report.indicators_csv(lang)),
        ("open.csv", report.open_csv(lang)),
        ("advice.csv", report.advice_csv(lang)),
    ];
    for (name, text) in &files {
        let path = write(out, name, text.as_bytes())?;
        println!("written           {}", path.display());
    }
    Ok(())
}
