//! Before and after as tables.

use super::BeforeAfterEvidence;
use crate::breaks::chow::ChowResult;
use crate::replication::words::capitalised;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{HypothesisTest, Outcome};

impl BeforeAfterEvidence {
    /// One row for each comparison: the slope before and after, its change, and the tests.
    pub fn table(&self) -> Table {
        let estimate = |x: f64| Cell::number(x, NumberFormat::Decimals(3));
        let error = |x: f64| Cell::in_parentheses(x, NumberFormat::Decimals(3));
        let mut table =
            Table::new("before_after", "Imports from China on exports to China, before and after May 24, 2010")
                .column(Column::machine_only("equation"))
                .column(Column::text("form", "Form"))
                .column(Column::text("first_after", "After from"))
                .column(Column::number("n", "N"))
                .column(Column::number("slope_before", "Before").under("Slope"))
                .column(Column::number("slope_before_se", "(s.e.)").under("Slope"))
                .column(Column::number("slope_after", "After").under("Slope"))
                .column(Column::number("slope_after_se", "(s.e.)").under("Slope"))
                .column(Column::number("change_p", "Slope").under("p, change (HAC)"))
                .column(Column::number("wald_p", "Any").under("p, change (HAC)"))
                .column(Column::number("chow_f", "F").under("Chow"))
                .column(Column::number("chow_p", "p").under("Chow"));
        let mut group = "";
        for comparison in &self.comparisons {
            if comparison.sample != group {
                group = comparison.sample;
                table = table.group(capitalised(comparison.title));
            }
            let mut row = vec![
                Cell::text(comparison.equation.formula()),
                Cell::text(comparison.equation.title()),
                Cell::text(comparison.date.to_string()),
                Cell::count(comparison.regression.fit().nobs()),
            ];
            if let Ok(slope) = comparison.regression.change(comparison.equation.slope()) {
                row.extend([estimate(slope.before.estimate), error(slope.before.std_error)]);
                row.extend([estimate(slope.after.estimate), error(slope.after.std_error)]);
                row.push(Cell::p_value(slope.change.p_value));
            }
            row.push(p_value(&comparison.regression.report().outcome));
            row.extend(chow_cells(&comparison.chow));
            table.push_row(row);
        }
        table
            .note("Slopes with Newey–West standard errors (Bartlett, 4(n/100)^(2/9) lags, no prewhitening); Chow's F with classical ones.")
            .note("On so few rows Newey–West errors are too small: read their p-values as the least they can be.")
            .note("\"After May 24, 2010\" is 2010 or 2011 in years, and the second half of 2010 in half-years: each is shown where it can be.")
            .note("2014 is the rival date, tested where later years allow it: cooperation platforms were suspended after December 2013, and crude oil left China's records in January 2014; years cannot tell the two apart.")
            .note("Imports on a constant and exports, in dollars (levels), logarithms or their changes, both coefficients free on either side of the date.")
            .note("Coal exports were halted by North Korea itself from the second half of 2009 to February 2010: a rise after May 2010 starts from an artificially low base.")
    }

    /// The dates that the data would choose.
    pub fn chosen_dates_table(&self) -> Table {
        super::chosen::dates_table(&self.chosen_dates)
    }

    /// How many breaks the longer samples have, and when.
    pub fn chosen_breaks_table(&self) -> Table {
        super::chosen::breaks_table(&self.chosen_dates)
    }

    /// The dates of the measures among all other dates.
    pub fn placebo_table(&self) -> Table {
        super::chosen::placebo_table(&self.chosen_dates)
    }

    /// Whether the years from 2014 on belong to the same regime.
    pub fn end_of_2013_table(&self) -> Table {
        super::end_of_sample::table(&self.end_of_2013)
    }

    /// The change of the slope without rivals, with all, and over all combinations.
    pub fn rivals_table(&self) -> Table {
        super::rivals::table(&self.rivals)
    }

    /// The same in every combination of rivals.
    pub fn rivals_combinations_table(&self) -> Table {
        super::rivals::combinations_table(&self.rivals)
    }

    /// What the years of anthracite can carry.
    pub fn anthracite_table(&self) -> Table {
        super::anthracite::table(&self.anthracite)
    }

    /// Whether causality changed.
    pub fn causality_table(&self) -> Table {
        super::causality::table(&self.causality)
    }

    /// What cannot be answered.
    pub fn unanswerable_table(&self) -> Table {
        let mut table = Table::new("not_identified", "Questions of the paper that its published figures cannot carry")
            .column(Column::text("question", "Question"))
            .column(Column::text("because", "Why there is no number"));
        for entry in &self.unanswerable {
            table.push_row([Cell::text(&entry.question), Cell::text(&entry.because)]);
        }
        table
    }
}

fn p_value(outcome: &Outcome) -> Cell {
    match outcome {
        Outcome::Computed { p, .. } => Cell::from(*p),
        Outcome::NotApplicable { because } => Cell::not_available(because.clone()),
    }
}

fn chow_cells(chow: &ChowResult) -> [Cell; 2] {
    match chow.reports().first().map(|report| &report.outcome) {
        Some(Outcome::Computed { statistic, p, .. }) => {
            [Cell::number(*statistic, NumberFormat::Decimals(3)), Cell::from(*p)]
        }
        Some(Outcome::NotApplicable { because }) => [Cell::Empty, Cell::not_available(because.clone())],
        None => [Cell::Empty, Cell::Empty],
    }
}
