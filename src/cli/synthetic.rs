//! `yalu synthetic`: one treated unit against a weighted average of others.

use anyhow::bail;
use clap::Args as ClapArgs;
use serde::Serialize;
use yalu::Period;
use yalu::event::synthetic::{DonorWeight, EffectPoint, LeftOut, PlaceboUnit, Predictor, PredictorBalance};
use yalu::event::{SyntheticControl, SyntheticControlResult};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Compare a unit that an event touched with a weighted average of units that it did not: synthetic control
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu synthetic firms.csv --unit firm --outcome inv --treated C --at 2005\n  \
    yalu synthetic firms.csv --unit firm --outcome \"log(inv)\" --treated C --at 2005 --placebo\n  \
    yalu synthetic firms.csv --unit firm --outcome inv --treated C --at 2005 --donors A,B,D,F \\\n      \
      --leave-one-out --placebo-date 2000\n  \
    yalu synthetic firms.csv --unit firm --outcome inv --treated C --at 2005 --predictor inv@2004 \\\n      \
      --predictor inv@1995 --predictor value@1990:2004\n\n\
    The file has a line for every unit in every period: a column of units, one of dates, and series.\n\
    `yalu explain synthetic-control` says how weights are found; `yalu explain placebo-units` what the\n\
    rank is worth.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The column that names the unit of each line
    #[arg(long, value_name = "COLUMN", visible_alias = "panel")]
    unit: String,
    /// The outcome: a column or a transform of columns
    #[arg(long, value_name = "Y")]
    outcome: String,
    /// The unit that the event touched
    #[arg(long, value_name = "UNIT")]
    treated: String,
    /// The date of the event, the first period after
    #[arg(long, value_name = "PERIOD")]
    at: Period,
    /// The units that may enter the average, separated by commas; all others if not given
    #[arg(long, value_name = "UNIT", value_delimiter = ',')]
    donors: Vec<String>,
    /// The mean of a series over periods, such as `value@1990:2004`, to be matched in place of the outcome's every period; may be
    /// repeated
    #[arg(long = "predictor", value_name = "X[@FROM:TO]")]
    predictors: Vec<Predictor>,
    /// What each predictor counts for, separated by commas; searched for if not given
    #[arg(long, value_name = "V", value_delimiter = ',', requires = "predictors")]
    predictor_weights: Vec<f64>,
    /// Leave this unit out; may be repeated
    #[arg(long, value_name = "UNIT")]
    without: Vec<String>,
    /// Treat every unit in turn, and rank the treated one
    #[arg(long)]
    placebo: bool,
    /// The same without each donor that has weight
    #[arg(long)]
    leave_one_out: bool,
    /// The same at an earlier date, on the periods before the event
    #[arg(long, value_name = "PERIOD")]
    placebo_date: Option<Period>,
    /// The level at which the words on the rank decide
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
    treated: &'a str,
    first_after: String,
    weights: &'a [DonorWeight],
    unique: bool,
    optimality: f64,
    rmspe_before: f64,
    rmspe_after: f64,
    ratio: Option<f64>,
    average_effect: f64,
    predictors: &'a [PredictorBalance],
    path: &'a [EffectPoint],
}

impl<'a> Estimate<'a> {
    fn of(model: &'static str, found: &'a SyntheticControlResult) -> Self {
        Self {
            model,
            outcome: found.outcome(),
            treated: found.treated(),
            first_after: found.date().first_after.to_string(),
            weights: found.weights(),
            unique: found.is_unique(),
            optimality: found.optimality(),
            rmspe_before: found.rmspe_before(),
            rmspe_after: found.rmspe_after(),
            ratio: found.ratio(),
            average_effect: found.average_effect(),
            predictors: found.predictors(),
            path: found.path(),
        }
    }
}

/// Every unit as if treated.
#[derive(Serialize)]
struct Units<'a> {
    units: &'static str,
    placebos: Vec<Placebo<'a>>,
}

#[derive(Serialize)]
struct Placebo<'a> {
    #[serde(flatten)]
    unit: &'a PlaceboUnit,
    gaps: &'a [f64],
}

/// The estimate without one donor at a time.
#[derive(Serialize)]
struct Without<'a> {
    sequence: &'static str,
    rows: &'a [LeftOut],
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (mut panel, data) = args.source.panel(&args.unit)?;
    if args.without.contains(&args.treated) {
        bail!("`{}` is treated and left out — name two different units", args.treated);
    }
    if !args.without.is_empty() {
        panel = panel.without(&args.without.iter().map(String::as_str).collect::<Vec<_>>())?;
    }
    let question = SyntheticControl::of(&args.outcome).treated(&args.treated).at(args.at);
    let question = if args.donors.is_empty() { question } else { question.donors(&args.donors) };
    let question = question.predictors(args.predictors.iter().cloned());
    let question = match &args.predictor_weights[..] {
        [] => question,
        weights => question.predictor_weights(weights.iter().copied()),
    };
    let found = question.run(&panel)?;
    let mut answer =
        Answer::of("synthetic").data(data).notes(found.notes()).table(found.table()).words(found.in_words());
    if !found.predictors().is_empty() {
        answer = answer.table(found.predictors_table());
    }
    answer = answer.table(found.path_table()).result(&Estimate::of("synthetic-control", &found))?;
    let mut records = found.path_table();
    if args.placebo {
        let ranked = question.placebo_units(&panel)?;
        answer = answer.table(ranked.units_table()).table(ranked.table()).words(ranked.in_words(args.level)?);
        for report in ranked.reports() {
            answer = answer.notes(&report.notes).result(report)?;
        }
        let placebos = ranked.units().iter().map(|unit| Placebo { unit, gaps: unit.gaps() }).collect();
        answer = answer.result(&Units { units: "placebo-units", placebos })?;
        records = ranked.gaps_table();
    }
    if args.leave_one_out {
        let without = question.leave_one_out(&panel)?;
        answer = answer.table(without.table()).words(without.in_words());
        answer = answer.result(&Without { sequence: "leave-one-out", rows: without.rows() })?;
    }
    if let Some(date) = args.placebo_date {
        let earlier = question.placebo_date(&panel, date)?;
        answer = answer.table(earlier.table()).words(earlier.in_words());
        answer = answer.result(&Estimate::of("placebo-date", &earlier))?;
    }
    args.output.show(&answer.records(records))?;
    Ok(Done::Well)
}
