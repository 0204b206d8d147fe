//! Whether causality changed at a date.

use clap::ValueEnum;
use yalu::causality::CausalityChange;
use yalu::causality::change::Others;
use yalu::regression::Covariance;

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

pub fn answer(args: &Args, series: &Named, mut answer: Answer) -> anyhow::Result<Answer> {
    let Some(date) = args.change_at else { anyhow::bail!("--change-at needs a date") };
    let covariance = match args.covariances.as_slice() {
        [] => Covariance::Classical,
        [one] => *one,
        _ => anyhow::bail!("--change-at has one covariance — give --cov once"),
    };
    let test = CausalityChange::cause(&series.causes[0]).effect(&series.effects[0]).at(date).covariance(covariance);
    let test = set!(model!(test, args, series), integration = args.integration, others = args.others.map(Others::from));
    let result = test.run()?;
    answer = answer.records(result.table());
    answer = result.tables().into_iter().fold(answer, Answer::table).words(result.in_words(args.level)?);
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    Ok(answer)
}
