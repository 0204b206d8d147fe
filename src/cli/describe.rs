//! `yalu describe`: what is in a file.

use clap::Args as ClapArgs;

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Describe a file: frequency, sample, missing cells, summary statistics
#[derive(ClapArgs)]
#[command(
    after_help = "Examples:\n  yalu describe trade.csv\n  yalu describe china_reported_annual\n  cat trade.csv | yalu describe - --date month"
)]
pub struct Args {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let description = frame.describe();
    let answer = Answer::of("describe")
        .table(description.table().titled(format!("{}: {}", data.file, description.span())))
        .result(&description)?
        .notes(&description.notes)
        .data(data);
    args.output.show(&answer)?;
    Ok(Done::Well)
}
