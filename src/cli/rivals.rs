//! `yalu rivals`: what becomes of a coefficient as other explanations enter.

use clap::Args as ClapArgs;
use serde::Serialize;
use yalu::event::RivalExplanations;
use yalu::event::rivals::{RivalStep, RivalTakes};
use yalu::regression::Covariance;
use yalu::{Error, ErrorKind};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Let rival explanations into a regression and follow one coefficient: a second date, a shift, an omitted variable
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu rivals trade.csv \"imports ~ exports * post(2010-06)\" --coefficient \"exports:post(2010-06)\" \\\n      \
      --rival \"a later date=post(2012-01) + exports:post(2012-01)\" \\\n      \
      --rival \"trade with the South=southern_trade\" --cov nw:6\n  \
    yalu rivals trade.csv \"log(imports) ~ post(2010-06)\" --coefficient \"post(2010-06)\" \\\n      \
      --rival \"trend()\"\n\n\
    Terms are written as in formulas. Every combination of rivals is estimated, all on the same rows;\n\
    `yalu explain rival-explanations` says how. CSV has every combination, for a figure.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The regression without rivals, `y ~ x * post(2010)`
    #[arg(value_name = "FORMULA")]
    formula: String,
    /// The coefficient to follow, a term of the formula
    #[arg(long, value_name = "TERM")]
    coefficient: String,
    /// A rival: its terms, or a name and its terms, `oil=post(2012-01)`; repeat for more
    #[arg(long = "rival", value_name = "[NAME=]TERMS", required = true, value_parser = Rival::read)]
    rivals: Vec<Rival>,
    /// How the variance of the coefficients is estimated
    #[arg(long = "cov", value_name = "COVARIANCE", default_value = "classical")]
    covariance: Covariance,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// The level at which the words decide
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    #[command(flatten)]
    output: Output,
}

/// A rival as it was written.
#[derive(Clone)]
struct Rival {
    name: String,
    terms: String,
}

impl Rival {
    /// Reads `oil=post(2014)`, or `post(2014)` alone, which then is its own name.
    fn read(text: &str) -> Result<Self, Error> {
        let (name, terms) = text.split_once('=').unwrap_or((text, text));
        let (name, terms) = (name.trim().to_owned(), terms.trim().to_owned());
        if name.is_empty() || terms.is_empty() {
            return Err(Error::new(ErrorKind::Argument, format!("`{text}` is no rival"))
                .remedy("write its terms, or a name and its terms, `oil=post(2012-01)`"));
        }
        Ok(Self { name, terms })
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let question = RivalExplanations::of(&frame, &args.formula).coefficient(&args.coefficient);
    let question = args.rivals.iter().fold(question, |question, rival| question.rival(&rival.name, &rival.terms));
    let path = question.covariance(args.covariance).min_df(args.min_df).run()?;
    let mut answer = Answer::of("rivals").data(data).notes(frame.notes());
    answer = path.tables().into_iter().fold(answer, Answer::table).words(path.in_words(args.level)?);
    for report in path.reports() {
        answer = answer.result(report)?;
    }
    answer = answer.result(&Path {
        model: "rival-explanations",
        response: path.response(),
        coefficient: path.coefficient(),
        all_rows: path.all_rows(),
        combinations: path.combinations(),
        takes: path.takes(),
    })?;
    args.output.show(&answer.records(path.combinations_table()))?;
    Ok(Done::Well)
}

/// The path for a machine.
#[derive(Serialize)]
struct Path<'a> {
    model: &'static str,
    response: &'a str,
    coefficient: &'a str,
    all_rows: Option<&'a RivalStep>,
    combinations: &'a [RivalStep],
    takes: &'a [RivalTakes],
}
