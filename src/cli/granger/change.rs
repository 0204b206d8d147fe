//! Whether causality changed at a date.

use clap::ValueEnum;
use yalu::causality::CausalityChange;
use yalu::causality::change::Others;
use yalu::regression::Covariance;
use yalu::{Error, Period};

use super::{Args, Named, model};
use crate::cli::answer::Answer;
use crate::cli::flags::set;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OthersName {
    /// All other coefficients may change too
    May,
    /// The constant may change too
    Constant,
    /// No other coefficient changes
    Fixed,
}

impl From<OthersName> for Others {
    fn from(name: OthersName) -> Self {
        match name {
            OthersName::May => Self::MayChange,
            OthersName::Constant => Self::Constant,
            OthersName::Fixed => Self::Fixed,
        }
    }
}

/// When causality may have changed.
#[derive(Debug, Clone, Copy)]
pub enum When {
    From(Period),
    Unknown,
}

/// Reads a period, or `unknown`.
pub fn when(text: &str) -> Result<When, Error> {
    if text == "unknown" { Ok(When::Unknown) } else { text.parse().map(When::From) }
}

pub fn answer(args: &Args, series: &Named, mut answer: Answer) -> anyhow::Result<Answer> {
    let covariance = match args.covariances.as_slice() {
        [] => Covariance::Classical,
        [one] => *one,
        _ => anyhow::bail!("--change-at has one covariance — give --cov once"),
    };
    let of = CausalityChange::cause(&series.causes[0]).effect(&series.effects[0]);
    let Some(When::From(date)) = args.change_at else {
        if args.others.is_some_and(|others| others != OthersName::Fixed) {
            anyhow::bail!("--change-at unknown holds all other coefficients equal — leave out --others");
        }
        if args.integration.is_some() {
            anyhow::bail!("--integration is not read by --change-at unknown — leave it out");
        }
        let result = model!(of.at_unknown_date().covariance(covariance), args, series).run()?;
        answer = answer.records(result.table()).table(result.table()).words(result.in_words(args.level)?);
        for report in result.reports() {
            answer = answer.result(report)?;
        }
        return Ok(answer.notes(result.notes()));
    };
    let test = of.at(date).covariance(covariance);
    let test = set!(model!(test, args, series), integration = args.integration, others = args.others.map(Others::from));
    let result = test.run()?;
    answer = answer.records(result.table());
    answer = result.tables().into_iter().fold(answer, Answer::table).words(result.in_words(args.level)?);
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    Ok(answer)
}
