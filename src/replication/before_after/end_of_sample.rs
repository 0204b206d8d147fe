//! The end of 2013, on the samples whose last years are few: do the years from 2014 on belong to the same regime?

use super::Equation;
use crate::breaks::EndOfSample;
use crate::breaks::end_of_sample::EndOfSampleResult;
use crate::replication::samples::TradeSample;
use crate::replication::words::{capitalised, listed};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Error, HypothesisTest, Outcome, Period, Stamp};

/// One equation on one sample, its years from 2014 on tested.
#[derive(Debug, Clone)]
pub struct EndOf2013 {
    /// The sample in words.
    pub title: &'static str,
    /// The equation.
    pub equation: Equation,
    /// Andrews' test.
    pub result: EndOfSampleResult,
}

impl EndOf2013 {
    /// `None` for a sample that ends before.
    pub(super) fn of(sample: &TradeSample, equation: Equation, design: &Design) -> Result<Option<Self>, Error> {
        let date = Period::annual(2014);
        let reaches =
            matches!(design.sample().last, Stamp::Period(last) if last.since(date).is_ok_and(|years| years >= 0));
        if !reaches {
            return Ok(None);
        }
        Ok(Some(Self { title: sample.title, equation, result: EndOfSample::at(design, date).run()? }))
    }
}

/// A row for each sample and form.
pub(super) fn table(all: &[EndOf2013]) -> Table {
    let mut table =
        Table::new("end_of_2013", "Imports on exports: do the years from 2014 on belong to the same regime?")
            .column(Column::text("form", "Form"))
            .column(Column::number("n", "N"))
            .column(Column::number("tested", "From 2014 on").under("Years"))
            .column(Column::number("s", "S"))
            .column(Column::number("windows", "In all").under("Windows"))
            .column(Column::number("as_large", "S as large").under("Windows"))
            .column(Column::number("p", "p"));
    let mut group = "";
    for one in all {
        if one.title != group {
            group = one.title;
            table = table.group(capitalised(one.title));
        }
        let mut row = vec![
            Cell::text(one.equation.title()),
            Cell::count(one.result.sample().n),
            Cell::count(one.result.tail_rows()),
        ];
        match one.result.report().outcome {
            Outcome::Computed { statistic, p, .. } => row.extend([
                Cell::number(statistic, NumberFormat::Decimals(2)),
                Cell::count(one.result.windows().count()),
                Cell::count(one.result.windows().filter(|window| window.statistic >= statistic).count()),
                Cell::from(p),
            ]),
            Outcome::NotApplicable { because } => row.push(Cell::not_available(because)),
        }
        table.push_row(row);
    }
    table
        .note("Andrews' (2003) test, for changes that leave too few rows for a regression of their own: S of the last years among the same in all windows of as many years before. p is the share of windows as large and moves in steps; where it is 0, a bound.")
        .note("Both coefficients may change. It supposes that exports and imports have one law before: in levels and logs they grow, which does not suit it; changes of logs are near what it supposes.")
        .note("2014 is when crude oil left China's records, and the first year after the suspension of cooperation platforms.")
}

/// What stands beside the claim that the end of 2013 changed trade.
pub(super) fn beside_the_claim(all: &[EndOf2013], level: f64) -> String {
    let changes = all.iter().filter(|one| one.equation == Equation::LogChanges);
    let verdicts: Vec<bool> = changes.filter_map(|one| one.result.report().rejects(level)).collect();
    format!(
        "that imports left their relation to exports from 2014 on is found at {} % in {} of {} samples, in changes of logs",
        100.0 * level,
        verdicts.iter().filter(|rejected| **rejected).count(),
        verdicts.len()
    )
}

/// Where the last years differ, in the form that the test supposes and in the others.
pub(super) fn in_words(all: &[EndOf2013], level: f64) -> Option<String> {
    let asked: Vec<(&EndOf2013, bool)> =
        all.iter().filter_map(|one| Some((one, one.result.report().rejects(level)?))).collect();
    let (changes, others): (Vec<_>, Vec<_>) =
        asked.into_iter().partition(|(one, _)| one.equation == Equation::LogChanges);
    if changes.is_empty() && others.is_empty() {
        return None;
    }
    let found = |tests: &[(&EndOf2013, bool)]| {
        let mut places: Vec<String> =
            tests.iter().filter(|(_, rejected)| *rejected).map(|(one, _)| format!("\"{}\"", one.title)).collect();
        places.dedup();
        let on = if places.is_empty() { String::new() } else { format!(" (on {})", listed(&places)) };
        format!("{} of {}{on}", tests.iter().filter(|(_, rejected)| *rejected).count(), tests.len())
    };
    Some(format!(
        "That the years from 2014 on left the regime before is found at {} % in changes of logs in {}, in levels and logs, which grow \
         and do not suit the test, in {} (`tables/end_of_2013`).",
        100.0 * level,
        found(&changes),
        found(&others)
    ))
}
