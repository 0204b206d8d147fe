//! One break at an unknown date.

use serde::Serialize;
use yalu::breaks::sup_f::{BreakBootstrap, BreakErrors, BreakStatistic, SupFResult};
use yalu::breaks::{BreakDate, SupF};
use yalu::regression::Covariance;
use yalu::table::{Cell, Column, Table};
use yalu::{Design, Sample};

use super::{Args, ErrorsName, StatisticName, changing};
use crate::cli::answer::Answer;

pub(super) fn run(args: &Args, design: &Design, mut answer: Answer) -> anyhow::Result<Answer> {
    let covariance: Covariance = args.covariance.as_deref().unwrap_or("classical").parse()?;
    let statistic = match args.statistic {
        None | Some(StatisticName::F) => BreakStatistic::F,
        Some(StatisticName::Wald) => BreakStatistic::Wald,
        Some(StatisticName::Lr) => BreakStatistic::Lr,
        Some(StatisticName::Lm) => BreakStatistic::Lm,
    };
    let mut search = SupF::of(design)
        .trim(args.trim.unwrap_or(0.15))
        .statistic(statistic)
        .covariance(covariance)
        .min_df(args.min_df);
    if let Some(terms) = changing(args) {
        search = search.changing(terms);
    }
    let found = search.run()?;
    answer = answer.table(found.table()).words(found.in_words(args.level)).records(found.path_table());
    for report in found.reports() {
        answer = answer.result(report)?.notes(&report.notes);
    }
    if let Some(errors) = args.bootstrap {
        let errors = match errors {
            ErrorsName::Homoskedastic => BreakErrors::Homoskedastic,
            ErrorsName::Heteroskedastic => BreakErrors::Heteroskedastic,
        };
        let drawn = found.bootstrap(errors, args.draws.unwrap_or(999), args.seed.unwrap_or(1))?;
        answer = answer.table(drawn.table()).result(&Bootstrapped { model: "fixed-regressor-bootstrap", drawn })?;
    }
    super::rank::add(args, &found, design, answer)?.table(largest(&found)).result(&Searched::of(&found))
}

/// The dates with the largest statistics.
fn largest(found: &SupFResult) -> Table {
    const SHOWN: usize = 5;
    let path = found.path_table();
    let mut rows: Vec<(f64, Vec<Cell>)> =
        found.statistics().map(|(_, value)| value).zip(path.rows().map(<[Cell]>::to_vec)).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    rows.truncate(SHOWN);
    let mut table = Table::new("largest", format!("The {} dates with the largest statistic", rows.len()))
        .column(Column::text("last_before", "Last before"))
        .column(Column::text("first_after", "First after"))
        .column(Column::number("statistic", path.columns()[2].header()));
    for (_, cells) in rows {
        table.push_row(cells);
    }
    path.notes().iter().fold(table, |table, note| table.note(note.clone()))
}

#[derive(Serialize)]
struct Bootstrapped {
    model: &'static str,
    #[serde(flatten)]
    drawn: BreakBootstrap,
}

/// The sequence for a machine.
#[derive(Serialize)]
struct Searched {
    model: &'static str,
    changing: Vec<String>,
    date: BreakDate,
    statistics: Vec<AtDate>,
    sample: Sample,
}

#[derive(Serialize)]
struct AtDate {
    #[serde(flatten)]
    date: BreakDate,
    statistic: f64,
}

impl Searched {
    fn of(found: &SupFResult) -> Self {
        Self {
            model: "one-break",
            changing: found.changing().to_vec(),
            date: found.date(),
            statistics: found.statistics().map(|(date, statistic)| AtDate { date, statistic }).collect(),
            sample: found.sample(),
        }
    }
}
