//! `yalu explain`: what a test asks, how it is computed, and where other programs differ.

use clap::Args as ClapArgs;
use yalu::hypothesis::catalogue;

use super::Done;
use super::answer::Answer;
use super::output::Output;

/// Explain a test, an estimator or a convention: question, null, statistic, conventions, references
#[derive(ClapArgs)]
#[command(
    after_help = "Examples:\n  yalu explain                 what can be explained\n  yalu explain granger\n  yalu explain toda-yamamoto --format markdown"
)]
pub struct Args {
    /// The name, in any spelling; without it, all are listed
    name: Option<String>,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let answer = Answer::of("explain");
    let answer = match &args.name {
        None => catalogue::all().try_fold(answer.table(catalogue::table()), |answer, entry| answer.result(entry))?,
        Some(name) => {
            let entry = catalogue::get(name)?;
            answer.table(entry.table()).result(entry)?
        }
    };
    args.output.show(&answer)?;
    Ok(Done::Well)
}
