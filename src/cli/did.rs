//! `yalu did`: units that an event touched against units that it did not.

use anyhow::bail;
use clap::Args as ClapArgs;
use serde::Serialize;
use yalu::Period;
use yalu::event::did::{GroupMeans, StudyPoint};
use yalu::event::{DifferenceInDifferences, DifferenceInDifferencesResult};

use super::Done;
use super::answer::Answer;
use super::flags::set;
use super::output::Output;
use super::source::Source;

/// Compare units that an event touched with units that it did not: difference in differences
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu did firms.csv --unit firm --outcome inv --treated A,B,C --at 2005\n  \
    yalu did firms.csv --unit firm --outcome \"log(inv)\" --treated C --controls A,B,D,E --at 2005\n\n\
    The file has a line for every unit in every period: a column of units, one of dates, and series.\n\
    All treated units have one date. With one treated unit clustering sees no error of it: the rank of\n\
    the unit among all stands first. `yalu explain difference-in-differences` says how each test is\n\
    computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The column that names the unit of each line
    #[arg(long, value_name = "COLUMN", visible_alias = "panel")]
    unit: String,
    /// The outcome: a column or a transform of columns
    #[arg(long, value_name = "Y")]
    outcome: String,
    /// The units that the event touched, separated by commas
    #[arg(long, value_name = "UNIT", value_delimiter = ',', required = true)]
    treated: Vec<String>,
    /// The date of the event, the first period after
    #[arg(long, value_name = "PERIOD")]
    at: Period,
    /// The units to compare with, separated by commas; all others if not given
    #[arg(long, value_name = "UNIT", value_delimiter = ',')]
    controls: Vec<String>,
    /// Leave this unit out; may be repeated
    #[arg(long, value_name = "UNIT")]
    without: Vec<String>,
    /// Draws of signs and of treated units, where not all can be gone through; 9999 if not given
    #[arg(long, value_name = "DRAWS")]
    draws: Option<usize>,
    /// The seed of the draws; 1 if not given
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
    /// The level at which the words decide
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    #[command(flatten)]
    output: Output,
}

/// An estimate for a machine.
#[derive(Serialize)]
struct Estimate<'a> {
    model: &'static str,
    outcome: &'a str,
    first_after: String,
    estimate: f64,
    std_error: Option<f64>,
    means: &'a [GroupMeans; 2],
    study: &'a [StudyPoint],
}

impl<'a> Estimate<'a> {
    fn of(found: &'a DifferenceInDifferencesResult) -> Self {
        Self {
            model: "difference-in-differences",
            outcome: found.outcome(),
            first_after: found.date().first_after.to_string(),
            estimate: found.estimate(),
            std_error: found.std_error(),
            means: found.means(),
            study: found.study(),
        }
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (mut panel, data) = args.source.panel(&args.unit)?;
    if let Some(unit) = args.without.iter().find(|unit| args.treated.contains(unit)) {
        bail!("`{unit}` is treated and left out — name it once");
    }
    if !args.without.is_empty() {
        panel = panel.without(&args.without.iter().map(String::as_str).collect::<Vec<_>>())?;
    }
    let question = DifferenceInDifferences::of(&args.outcome).treated(&args.treated).at(args.at);
    let question = if args.controls.is_empty() { question } else { question.controls(&args.controls) };
    let found = set!(question, draws = args.draws, seed = args.seed).run(&panel)?;
    let words = found.in_words(args.level)?;
    let mut answer = Answer::of("did").data(data).notes(found.notes());
    for (place, table) in found.tables().into_iter().enumerate() {
        answer = answer.table(table);
        if place == 1 {
            answer = answer.words(&words);
        }
    }
    for report in found.reports().iter().chain(found.leads()) {
        answer = answer.notes(&report.notes).result(report)?;
    }
    answer = answer.result(&Estimate::of(&found))?;
    args.output.show(&answer.records(found.study_table()))?;
    Ok(Done::Well)
}
