//! Reads a log of incidents and interventions, prints the main indicators and writes the page and its tables.
//!
//! Without options it reads the year 2026 of the shipped company. `indicators --help` lists the options.

#![expect(clippy::print_stdout, reason = "a command-line program")]

use chrono::NaiveDate;
use clap::Parser;
use entretien::document::{read_engagement, shipped_advice};
use entretien::engagement::{Engagement, KpiAsk, KpiReport};
use entretien::intervention::{IncidentReader, InterventionReader, Log, Mapping};
use entretien::kpi::{Dimension, Indicator};
use entretien::text::{Label, Lang};
use entretien::time::Zone;
use entretien_examples::program::{Failure, at, date, end, print_faults};
use entretien_examples::{company, list_files, take_over};
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

/// Categories of the shipped log in which equipment fails; the others are requests.
const FAILURES: [&str; 4] = ["Matériel", "Impression", "Réseau", "Stockage"];
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
    let log = Arc::new(read_log(options, engagement.input().zone())?);
    let last = options.to.pred_opt().unwrap_or(options.to);
    let mut ask = KpiAsk::new(options.from, options.to, options.as_of.unwrap_or(last));
    ask.dimensions = vec![Dimension::Site];
    ask.with_plan = options.with_plan;
    let is_shipped = options.incidents.is_none();
    ask.failure_categories = if options.failures.is_empty() && is_shipped {
        FAILURES.iter().map(|name| (*name).into()).collect()
    } else {
        options.failures.iter().map(|name| name.as_str().into()).collect()
    };
    let report = engagement.kpi_report(&log, &ask, &shipped_advice())?;
    let lang = Lang::parse(&options.lang).unwrap_or_default();
    summary(&engagement, &log, &report, lang)?;
    write_outputs(&options.out, &report, lang)
}

#[expect(clippy::disallowed_methods, reason = "a program may read its document")]
fn engagement(path: Option<&Path>) -> Result<Engagement, Failure> {
    let shipped = company().join("engagement.json");
    let inventory = if path.is_none() { vec![company().join("inventory")] } else { Vec::new() };
    let path = path.unwrap_or(&shipped);
    let failed = |error: std::io::Error| Failure::File(error.to_string());
    let files = list_files(&inventory).map_err(failed)?;
    let takeover = take_over(&files, |_| ()).map_err(failed)?;
    let bytes = std::fs::read(path).map_err(at(path))?;
    let name = path.display().to_string();
    Ok(read_engagement(&bytes, &takeover).map_err(|error| error.in_source(&name))?)
}

#[expect(clippy::disallowed_methods, reason = "a program may read its log")]
fn read_log(options: &Options, zone: Zone) -> Result<Log, Failure> {
    let read = |given: Option<&PathBuf>, name: &str| {
        let path = given.cloned().unwrap_or_else(|| company().join("log").join(name));
        std::fs::read(&path).map_err(at(&path))
    };
    let mut incidents = IncidentReader::new(Mapping::new(zone))?;
    incidents.push(&read(options.incidents.as_ref(), "incidents.csv")?)?;
    let incidents = incidents.finish()?;
    print_faults(&incidents.diagnostics);
    let mut parts = incidents.parts;
    // The works of another company say nothing of these incidents.
    if options.works.is_some() || options.incidents.is_none() {
        let mut works = InterventionReader::new(Mapping::new(zone))?;
        works.push(&read(options.works.as_ref(), "works.csv")?)?;
        let works = works.finish()?;
        print_faults(&works.diagnostics);
        parts.append(works.parts);
    }
    Ok(Log::new(parts)?)
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
    std::fs::create_dir_all(out).map_err(at(out))?;
    let files = [
        ("indicators.html", report.to_html(lang)),
        ("indicators.csv", report.indicators_csv(lang)),
        ("open.csv", report.open_csv(lang)),
        ("advice.csv", report.advice_csv(lang)),
    ];
    for (name, text) in &files {
        let path = out.join(name);
        std::fs::write(&path, text).map_err(at(&path))?;
        println!("written           {}", path.display());
    }
    Ok(())
}
