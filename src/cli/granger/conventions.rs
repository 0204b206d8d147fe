//! One null, twelve p-values.

use yalu::causality::{Conventions, Granger};

use super::{Args, Named, two};
use crate::cli::answer::Answer;
use crate::cli::flags::set;

pub fn answer(args: &Args, series: &Named, answer: Answer) -> anyhow::Result<Answer> {
    let question = two!(Granger::cause(&series.causes[0]).effect(&series.effects[0]), args, series);
    let table = set!(Conventions::of(&question), integration = args.integration, draws = args.draws).run()?;
    let mut answer = table.tables().into_iter().fold(answer.records(table.table()), Answer::table);
    answer = answer.words(table.in_words(args.level)?).table(table.programs()).notes(table.notes());
    for row in table.rows() {
        answer = answer.result(row)?;
    }
    Ok(answer)
}
