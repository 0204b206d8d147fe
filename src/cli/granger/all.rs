//! Every ordered pair of several series.

use yalu::causality::AllPairs;

use super::{Args, Named, model, refs};
use crate::cli::answer::Answer;
use crate::cli::flags::set;

pub fn answer(args: &Args, series: &Named, answer: Answer) -> anyhow::Result<Answer> {
    let mut test = set!(model!(AllPairs::of(&refs(&series.all)), args, series), integration = args.integration);
    if args.given_others {
        test = test.given_others();
    }
    let result = test.run()?;
    let mut answer =
        answer.records(result.list()).table(result.table()).words(result.in_words(args.level)?).table(result.list());
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    Ok(answer)
}
