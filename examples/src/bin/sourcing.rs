//! Compares a team of one's own with contracts and orders: prints who is cheapest and where that turns, writes the document.
//!
//! Without options it asks for the year 2027 of the shipped company. `sourcing --help` lists the options.

#![expect(clippy::print_stdout, reason = "a command-line program")]

use chrono::NaiveDate;
use clap::Parser;
use entretien::document::read_sourcing;
use entretien::engagement::{DemandAsk, EngagementSourcing};
use entretien::quantity::{Currency, decimal_text};
use entretien::text::{Label, Lang};
use entretien_examples::company;
use entretien_examples::data::{engagement, log, read};
use entretien_examples::program::{Failure, date, end, write_deliverable};
use std::path::PathBuf;
use std::process::ExitCode;

/// In house, by contract, or order by order.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Options {
    /// Engagement document; default: the shipped company with its inventories.
    #[arg(long, value_name = "FILE")]
    engagement: Option<PathBuf>,
    /// CSV of incidents, from which repairs are foretold; default: that of the shipped company.
    #[arg(long, value_name = "FILE")]
    incidents: Option<PathBuf>,
    /// CSV of interventions; default: that of the shipped company.
    #[arg(long, value_name = "FILE")]
    works: Option<PathBuf>,
    /// Options of format `entretien/sourcing`; default: those of the shipped company.
    #[arg(long = "options", value_name = "FILE")]
    document: Option<PathBuf>,
    /// Last day of which something is known.
    #[arg(long, default_value = "2026-12-31", value_name = "YYYY-MM-DD", value_parser = date)]
    as_of: NaiveDate,
    /// Folder to write to.
    #[arg(long, default_value = "out/sourcing", value_name = "DIR")]
    out: PathBuf,
    /// Language of the document.
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
    let log = log(incidents, works, engagement.input().zone())?;
    let path = options.document.clone().unwrap_or_else(|| company().join("sourcing.json"));
    let name = path.display().to_string();
    let input = read_sourcing(&read(&path)?, Some(&engagement));
    let input = input.map_err(|error| error.in_source(&name))?;
    let start = options.as_of.succ_opt().unwrap_or(options.as_of);
    let end = start.checked_add_months(chrono::Months::new(12)).unwrap_or(start);
    let plan = engagement.plan(options.as_of, start, end)?;
    let ask = DemandAsk { out_of_hours_ppm: Some(0), ..DemandAsk::new() };
    let found = engagement.sourcing(&plan, Some(&log), &ask, &input)?;
    summary(&found, lang);
    let document = engagement.sourcing_deliverable(&found, options.as_of, lang)?;
    println!("digest            {}", document.digest());
    for path in write_deliverable(&options.out, "sourcing", &document)? {
        println!("written           {}", path.display());
    }
    Ok(())
}

fn summary(found: &EngagementSourcing, lang: Lang) {
    let comparison = &found.comparison;
    for rank in &comparison.ranking.order {
        let npv = money(rank.npv_minor, comparison.currency);
        let more = money(rank.more_minor, comparison.currency);
        println!("{:<10} {npv:>16}  +{more}", rank.option);
    }
    for option in &comparison.options {
        for gap in &option.gaps {
            let skill = gap.skill.as_ref().map_or("", |skill| skill.as_str());
            let hours = gap.hours.map(|hours| format!("{hours:.1} h")).unwrap_or_default();
            println!("gap        {:<10} {} {skill} {hours}", option.id, gap.kind.label(lang));
        }
        for missing in &option.unknown {
            println!("unknown    {:<10} {}", option.id, missing.reason.label(lang));
        }
    }
    for range in comparison.volumes.iter().flat_map(|volumes| &volumes.ranges) {
        println!("volume     {} to {}: {}", range.from, range.to, range.cheapest.join(", "));
    }
    for date in &comparison.dates {
        println!("from {} {} has cost less than {}", date.day, date.after, date.before);
    }
}

fn money(minor: i64, currency: Currency) -> String {
    let places = u32::try_from(currency.decimals()).unwrap_or_default();
    format!("{} {}", decimal_text(minor, places), currency.code())
}
