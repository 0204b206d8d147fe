//! `--test sup-f --at D`: a date that was known beforehand among all dates tried.

use serde::Serialize;
use yalu::breaks::sup_f::{DateRank, SupFResult};
use yalu::table::{Cell, Column, NumberFormat, Table};
use yalu::{Design, Error};

use super::Args;
use super::known::date;
use crate::cli::answer::Answer;

/// Ranks for a machine.
#[derive(Serialize)]
struct Ranks<'a> {
    model: &'static str,
    dates: &'a [DateRank],
}

/// Adds the ranks of the dates of `--at`, if there are any.
pub fn add(args: &Args, found: &SupFResult, design: &Design, answer: Answer) -> anyhow::Result<Answer> {
    if args.at.is_empty() {
        return Ok(answer);
    }
    let ranks: Vec<DateRank> =
        args.at.iter().map(|text| found.rank_of(date(text, design)?)).collect::<Result<_, Error>>()?;
    answer.table(table(&ranks)).result(&Ranks { model: "rank-among-dates", dates: &ranks })
}

fn table(ranks: &[DateRank]) -> Table {
    let mut table = Table::new("ranks", "The statistic at a known date among those at all other dates")
        .column(Column::text("last_before", "Last before"))
        .column(Column::text("first_after", "First after"))
        .column(Column::number("statistic", "Statistic/q"))
        .column(Column::number("others", "Tried").under("Other dates"))
        .column(Column::number("as_large", "As large").under("Other dates"))
        .column(Column::number("p", "Rank p"));
    for rank in ranks {
        table.push_row([
            Cell::text(rank.date.last_before.to_string()),
            Cell::text(rank.date.first_after.to_string()),
            Cell::number(rank.statistic, NumberFormat::Decimals(3)),
            Cell::count(rank.others),
            Cell::count(rank.as_large),
            Cell::p_value(rank.p),
        ]);
    }
    table.note("Rank p = (1 + as large)/(1 + tried): exact, whatever the errors, if without a change the date is as good as drawn from those tried.")
}
