//! Plans a year for an estate and writes `plan.json`, `plan.csv`, `plan.ics` and `report.html`.
//!
//! Without options it plans the shipped company. `annual_plan --help` lists the options.

#![expect(clippy::print_stdout, reason = "a command-line program")]

use chrono::{Days, Months, NaiveDate};
use clap::Parser;
use entretien::document;
use entretien::engagement::Engagement;
use entretien::error::Error;
use entretien::plan::Plan;
use entretien::report::{self, IcsOptions};
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien::time::Day;
use entretien_examples::program::{Failure, at, date, end, print_faults};
use entretien_examples::{company, list_files, take_over};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Plans a year of preventive maintenance.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Options {
    /// Inventory files or folders (GLPI JSON, CSV of facts); folders are walked in name order.
    #[arg(long, num_args = 1.., value_name = "DIR|FILE")]
    inventory: Vec<PathBuf>,
    /// Engagement document; without it, the shipped rules apply by category to every asset.
    #[arg(long, value_name = "FILE")]
    engagement: Option<PathBuf>,
    /// Day as of which to plan; default: the begin of the engagement, or today without one.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    as_of: Option<NaiveDate>,
    /// First day of the plan; default: as of.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    from: Option<NaiveDate>,
    /// First day left out; default: a year after the first.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    to: Option<NaiveDate>,
    /// Folder to write to.
    #[arg(long, default_value = "out/annual-plan", value_name = "DIR")]
    out: PathBuf,
    /// Language of the report and the calendar.
    #[arg(long, default_value = "en", value_parser = ["en", "fr"])]
    lang: String,
    /// Split the calendar into files below this many bytes (some calendars import at most 1 MB).
    #[arg(long, value_name = "BYTES")]
    ics_bytes_max: Option<usize>,
}

fn main() -> ExitCode {
    end(run(&Options::parse()))
}

#[expect(clippy::disallowed_methods, reason = "a program may time itself and read its document")]
fn run(options: &Options) -> Result<(), Failure> {
    let started = std::time::Instant::now();
    let mut inventory = options.inventory.clone();
    let mut document_path = options.engagement.clone();
    if inventory.is_empty() && document_path.is_none() {
        inventory.push(company().join("inventory"));
        document_path = Some(company().join("engagement.json"));
    }
    let takeover = read_inventories(&inventory)?;
    let engagement = if let Some(path) = &document_path {
        let bytes = std::fs::read(path).map_err(at(path))?;
        let name = path.display().to_string();
        document::read_engagement(&bytes, &takeover).map_err(|error| error.in_source(&name))?
    } else {
        let begin = options.from.or(options.as_of).unwrap_or_else(today);
        document::shipped_engagement(&takeover, Day::from_date(begin).unwrap_or(Day::MIN))?
    };
    if engagement.input().estate().assets().is_empty() {
        return Err(Failure::Refused(no_asset(&takeover)));
    }
    let as_of = options.as_of.unwrap_or_else(|| match document_path {
        Some(_) => engagement.input().begin().to_date(),
        None => options.from.unwrap_or_else(today),
    });
    let start = options.from.unwrap_or(as_of);
    let end = options.to.or_else(|| start.checked_add_months(Months::new(12))).unwrap_or(start);
    let plan = engagement.plan(as_of, start, end)?;
    let lang = Lang::parse(&options.lang).unwrap_or_default();
    let files = write_outputs(options, &engagement, &plan, lang)?;
    summary(&engagement, &takeover, &plan);
    println!("written           {}", files.join(", "));
    println!("time              {:.3} s", started.elapsed().as_secs_f64());
    Ok(())
}

fn no_asset(takeover: &Takeover) -> Error {
    let message = format!("{} files read, none gave an asset", takeover.files_read);
    Error::new(entretien::error::codes::TAK_NO_ASSET, "", message)
}

fn read_inventories(paths: &[PathBuf]) -> Result<Takeover, Failure> {
    let missing = paths.iter().find(|path| !path.exists());
    if let Some(path) = missing {
        return Err(Failure::File(format!("{}: no such file or folder", path.display())));
    }
    let failed = |error: std::io::Error| Failure::File(error.to_string());
    let files = list_files(paths).map_err(failed)?;
    let bar = ProgressBar::new(u64::try_from(files.len()).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template("reading {pos}/{len} files {wide_bar} {eta}") {
        bar.set_style(style);
    }
    let takeover = take_over(&files, |done| bar.set_position(u64::try_from(done).unwrap_or(0)));
    bar.finish_and_clear();
    takeover.map_err(failed)
}

/// Today by the clock of the machine, UTC: only programs know it, the library never does.
#[expect(clippy::disallowed_methods, reason = "a program may know today; the library does not")]
fn today() -> NaiveDate {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    NaiveDate::default().checked_add_days(Days::new(since.as_secs() / 86_400)).unwrap_or_default()
}

fn write_outputs(
    options: &Options,
    engagement: &Engagement,
    plan: &Plan,
    lang: Lang,
) -> Result<Vec<String>, Failure> {
    let out = &options.out;
    std::fs::create_dir_all(out).map_err(at(out))?;
    // The parts of an earlier, split calendar would mix with this one.
    for part in (2..).map(|number| out.join(format!("plan-{number}.ics"))) {
        if !part.exists() {
            break;
        }
        std::fs::remove_file(&part).map_err(at(&part))?;
    }
    let mut written = Vec::new();
    let mut write = |name: &str, bytes: &[u8]| {
        let path = out.join(name);
        written.push(path.display().to_string());
        std::fs::write(&path, bytes).map_err(at(&path))
    };
    write("plan.json", plan.to_json().as_bytes())?;
    write("plan.csv", report::csv(plan, lang).as_bytes())?;
    let ics_options = IcsOptions { lang, bytes_max: options.ics_bytes_max, calendar_name: None };
    for (index, text) in report::ics(plan, &ics_options)?.iter().enumerate() {
        let name =
            if index == 0 { "plan.ics".to_owned() } else { format!("plan-{}.ics", index + 1) };
        write(&name, text.as_bytes())?;
    }
    write("report.html", report::html(&engagement.report(plan), lang).as_bytes())?;
    Ok(written)
}

fn summary(engagement: &Engagement, takeover: &Takeover, plan: &Plan) {
    let totals = plan.totals();
    println!("{} for {}", engagement.input().provider(), engagement.input().customer());
    println!("as of             {}", plan.as_of());
    println!("horizon           {} to {} (excluded)", plan.horizon().start(), plan.horizon().end());
    println!("files read        {}", takeover.files_read);
    println!("assets            {}", totals.assets);
    println!("refused           {}", takeover.refused.len());
    println!("of another kind   {}", takeover.passed_over.len());
    println!("doubtful values   {}", engagement.diagnostics().len());
    println!("without any task  {}", totals.assets_without_task);
    print_faults(engagement.refused());
    println!("occurrences       {}", totals.occurrences);
    for month in &totals.months {
        println!(
            "  {}         {:>6}  {:>9} h",
            month.month,
            month.occurrences,
            hours(month.work_minutes)
        );
    }
    for period in &totals.periodicities {
        println!(
            "  {:<15} {:>6}  {:>9} h",
            period.key,
            period.occurrences,
            hours(period.work_minutes)
        );
    }
    println!("work              {} h", hours(totals.work_minutes));
    println!("digest            {}", plan.digest());
}

/// Minutes as hours with one decimal, rounded half up.
fn hours(minutes: u64) -> String {
    let tenths = (minutes + 3) / 6;
    format!("{}.{}", tenths / 10, tenths % 10)
}
