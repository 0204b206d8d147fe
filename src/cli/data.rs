//! `yalu data`: the bundled series and where they come from.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use yalu::datasets::{self, Dataset, Shape};
use yalu::table::{Cell, Column, Table};

use super::Done;
use super::answer::Answer;
use super::output::Output;

/// The bundled data sets: list them, show one with its provenance, verify them
#[derive(ClapArgs)]
#[command(
    after_help = "Examples:\n  yalu data list\n  yalu data show anthracite_annual\n  yalu data show anthracite_annual --csv > anthracite.csv\n  yalu data verify --dir data"
)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Names and titles
    #[command(after_help = "Examples:\n  yalu data list\n  yalu data list --format json")]
    List {
        #[command(flatten)]
        output: Output,
    },
    /// One data set: sources, terms, units, vintage, caveats
    #[command(
        after_help = "Examples:\n  yalu data show anthracite_annual\n  yalu data show anthracite_annual --csv > anthracite.csv"
    )]
    Show {
        /// Its name
        name: String,
        /// Print the file itself instead
        #[arg(long, conflicts_with_all = ["format", "export", "quiet"])]
        csv: bool,
        #[command(flatten)]
        output: Output,
    },
    /// Compare every file with its recorded SHA-256
    #[command(after_help = "Examples:\n  yalu data verify\n  yalu data verify --dir data")]
    Verify {
        /// Verify the files of this folder instead of the ones built in
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
        #[command(flatten)]
        output: Output,
    },
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    match &args.what {
        What::List { output } => list(output),
        What::Show { name, csv: true, .. } => {
            super::output::print(datasets::get(name)?.text())?;
            Ok(Done::Well)
        }
        What::Show { name, output, .. } => show(&datasets::get(name)?, output),
        What::Verify { dir, output } => verify(dir.as_ref(), output),
    }
}

fn list(output: &Output) -> anyhow::Result<Done> {
    let mut table = Table::new("datasets", "The bundled data sets")
        .column(Column::text("name", "Name"))
        .column(Column::text("shape", "Shape"))
        .column(Column::text("unit", "Unit"))
        .column(Column::text("title", "Title"));
    let mut answer = Answer::of("data list");
    for dataset in datasets::all()? {
        let shape = if dataset.shape() == Shape::Frame { "frame" } else { "records" };
        table.push_row([dataset.name(), shape, dataset.unit(), dataset.title()].map(Cell::text));
        answer = answer.result(&summary(dataset))?;
    }
    output.show(&answer.table(table))?;
    Ok(Done::Well)
}

fn summary(dataset: &Dataset) -> serde_json::Value {
    json!({
        "name": dataset.name(), "file": dataset.file(), "title": dataset.title(), "description": dataset.description(),
        "shape": dataset.shape(), "unit": dataset.unit(), "vintage": dataset.vintage(), "terms": dataset.terms(),
        "licenses": dataset.licenses(), "sources": dataset.sources(), "fields": dataset.fields(),
        "caveats": dataset.caveats(), "sha256": dataset.sha256(),
    })
}

fn show(dataset: &Dataset, output: &Output) -> anyhow::Result<Done> {
    let mut answer = dataset.tables().into_iter().fold(Answer::of("data show"), Answer::table);
    if let Some(sources) = dataset.cell_sources_table()? {
        answer = answer.table(sources);
    }
    output.show(&answer.result(&summary(dataset))?)?;
    Ok(Done::Well)
}

fn verify(dir: Option<&PathBuf>, output: &Output) -> anyhow::Result<Done> {
    let sets = match dir {
        Some(dir) => Dataset::from_dir(dir)?,
        None => datasets::all()?.to_vec(),
    };
    let mut table = Table::new("verify", "Data sets against their recorded hashes")
        .column(Column::text("name", "Name"))
        .column(Column::text("sha256", "SHA-256"))
        .column(Column::text("verdict", "Verdict"));
    let mut done = Done::Well;
    let mut answer = Answer::of("data verify");
    for dataset in &sets {
        let verdict = match dataset.verify() {
            Ok(()) => "as recorded".to_owned(),
            Err(error) => {
                done = Done::Differences;
                error.to_string()
            }
        };
        answer = answer.result(&json!({"name": dataset.name(), "sha256": dataset.sha256(), "verdict": verdict}))?;
        table.push_row([dataset.name(), &dataset.sha256()[..16], &verdict].map(Cell::text));
    }
    output.show(&answer.table(table))?;
    Ok(done)
}
