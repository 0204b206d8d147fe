//! Several causes, several effects, and what happens within a period.

use yalu::causality::BlockGranger;

use super::{Args, Named, model, refs};
use crate::cli::answer::Answer;
use crate::cli::flags::set;

pub fn answer(args: &Args, series: &Named, mut answer: Answer) -> anyhow::Result<Answer> {
    let test = BlockGranger::causes(&refs(&series.causes)).effects(&refs(&series.effects));
    let result = set!(model!(test, args, series), integration = args.integration).run()?;
    answer = answer.records(result.table());
    let verdicts = result.verdicts(args.level)?;
    let tables = if verdicts.len() == 1 { vec![result.table()] } else { result.tables() };
    for (table, verdict) in tables.into_iter().zip(&verdicts) {
        answer = answer.table(table).words(verdict);
    }
    if verdicts.len() > 1 {
        answer = answer.table(result.overview(args.level)?);
    }
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    Ok(answer)
}
