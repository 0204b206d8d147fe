//! The specifications as tables: every p-value, the counts, and the sizes that belong to them.

use super::{CausalityEvidence, Direction, Specification};
use crate::causality::CausalityTest;
use crate::causality::size::{ConventionSize, World};
use crate::replication::words::capitalised;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{HypothesisTest, Outcome};

/// The conventions shown, with their titles.
pub(in crate::replication) const CONVENTIONS: [(&str, &str); 4] =
    [("F", "F"), ("chi2-wald", "χ² = pF"), ("chi2-ml", "χ² ML"), ("lr", "LR")];
const FORMS: &str = "logs: Granger's test on logarithms; Δlogs: on their changes; TY: Toda and Yamamoto's test on \
                     logarithms, with one lag more than is tested; South: with trade with South Korea, in the same form, \
                     as third variable.";

/// A table of tests up to the p-values of every convention: what precedes the sizes.
pub(in crate::replication) fn columns_of_tests(id: &str, title: &str) -> Table {
    let table = Table::new(id, title)
        .column(Column::text("form", "Form"))
        .column(Column::number("lags", "Lags"))
        .column(Column::text("direction", "Direction"))
        .column(Column::machine_only("sample"))
        .column(Column::number("n", "Rows"))
        .column(Column::number("statistic", "F"))
        .column(Column::text("distribution", "Null"));
    CONVENTIONS.into_iter().fold(table, |table, (convention, title)| {
        table.column(Column::number(format!("p_{convention}"), title).under("p-value"))
    })
}

impl CausalityEvidence {
    /// One row for each specification and direction: F with its p-value, the p-values of the other conventions, and
    /// how often F and χ² ML reject a true null in samples so small.
    pub fn table(&self) -> Table {
        let mut table = columns_of_tests(
            "causality",
            "Granger causality between North Korea's exports to China (X) and imports from China (M)",
        )
        .column(Column::number("size_F", "F").under("Size, %"))
        .column(Column::number("size_chi2-ml", "χ² ML").under("Size, %"));
        let mut sample = "";
        for specification in &self.specifications {
            if specification.sample != sample {
                sample = specification.sample;
                table = table.group(capitalised(specification.title));
            }
            for (direction, test) in [("X → M", &specification.forward), ("M → X", &specification.backward)] {
                table.push_row(row(specification, direction, test));
            }
        }
        table
            .note(FORMS)
            .note("F is the headline; χ² = pF, χ² ML = T·ΔRSS/RSS(unrestricted) and LR = T·ln(RSS₀/RSS₁) are what other programs print for the same null.")
            .note("Size: of simulated samples with as few rows and no causality, the share in which the test rejects at a nominal 5 %; independent random walks for levels, white noise for changes. Blank from 20 rows on.")
    }

    /// How many specifications point which way, by each convention.
    pub fn counts_table(&self, level: f64) -> Table {
        let mut table =
            Table::new("causality_counts", format!("Specifications by what they say at {} %", 100.0 * level))
                .column(Column::text("convention", "Convention"))
                .group("All samples");
        for direction in Direction::ALL {
            table = table.column(Column::number(direction.words().replace(' ', "_"), direction.words()));
        }
        for (convention, title) in CONVENTIONS {
            let counts = self.counts(convention, level).into_iter().map(|(_, count)| Cell::count(count));
            table.push_row(std::iter::once(Cell::text(title)).chain(counts));
        }
        table = table.group("F, by sample");
        for (id, title) in self.samples() {
            let found: Vec<Direction> = self.of_sample(id).map(|s| s.direction("F", level)).collect();
            let counts = Direction::ALL.map(|direction| Cell::count(found.iter().filter(|d| **d == direction).count()));
            table.push_row(std::iter::once(Cell::text(capitalised(title))).chain(counts));
        }
        table.note(
            "X: North Korea's exports to China; M: its imports from China. Specifications share data and are not \
             independent: the counts show sensitivity, not evidence adding up.",
        )
    }

    /// For every specification of fewer than twenty rows: how often each convention rejects a true null.
    pub fn size_table(&self) -> Table {
        let mut table = Table::new(
            "causality_size",
            "How often a true null is rejected at a nominal 5 %, simulated at the rows at hand, percent",
        )
        .column(Column::text("form", "Form"))
        .column(Column::number("lags", "Lags"))
        .column(Column::number("n", "Rows"));
        for (name, group) in [("noise", "White noise"), ("walks", "Random walks")] {
            for (convention, title) in CONVENTIONS {
                table = table.column(Column::number(format!("{name}_{convention}"), title).under(group));
            }
        }
        table = table
            .column(Column::number("one_way_F", "F").under("One way"))
            .column(Column::number("one_way_chi2-ml", "χ² ML").under("One way"));
        let mut seen = Vec::new();
        let mut draws = 0;
        for specification in &self.specifications {
            let test = &specification.forward;
            let key = (specification.form, test.lags(), test.sample().n);
            let Some(own) = specification.simulated_size("F") else { continue };
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            draws = own.rejects.replications;
            let mut cells =
                vec![Cell::text(specification.form.title()), Cell::count(test.lags()), Cell::count(test.sample().n)];
            for world in [World::WhiteNoise, World::RandomWalks] {
                for (convention, _) in CONVENTIONS {
                    let size = test.simulated_sizes(convention).into_iter().find(|(w, _)| *w == world);
                    cells.push(percent(size.map(|(_, size)| size.rejects.value())));
                }
            }
            for convention in ["F", "chi2-ml"] {
                cells.push(percent(one_way(specification.simulated_size(convention))));
            }
            table.push_row(cells);
        }
        table
            .note(format!("{draws} draws of independent series each: a Monte Carlo standard error of at most 1.1 points."))
            .note("One way: one direction is rejected and the other not, though neither series causes the other; random walks for levels, white noise for changes.")
            .note(FORMS)
            .note("Toda and Yamamoto's test is meant for levels, so it is not simulated on white noise.")
    }
}

fn row(specification: &Specification, direction: &str, test: &CausalityTest) -> Vec<Cell> {
    let mut cells = vec![
        Cell::text(specification.form.title()),
        Cell::count(test.lags()),
        Cell::text(direction),
        Cell::text(test.sample().to_string()),
        Cell::count(test.sample().n),
    ];
    match test.report().outcome {
        Outcome::Computed { statistic, distribution, .. } => {
            cells.push(Cell::number(statistic, NumberFormat::Decimals(3)));
            cells.push(Cell::text(distribution.to_string().replace(", ", ",")));
            for (convention, _) in CONVENTIONS {
                cells.push(test.p_value(convention).map_or(Cell::Empty, Cell::p_value));
            }
            for convention in ["F", "chi2-ml"] {
                let size = specification.simulated_size(convention);
                cells.push(percent(size.map(|size| size.rejects.value())));
            }
        }
        Outcome::NotApplicable { .. } => {
            cells.push(Cell::not_available("not identified, fewer than five residual degrees of freedom"));
        }
    }
    cells
}

fn one_way(size: Option<ConventionSize>) -> Option<f64> {
    size.map(|size| size.one_way_either.value())
}

pub(in crate::replication) fn percent(share: Option<f64>) -> Cell {
    share.map_or(Cell::Empty, |share| Cell::number(100.0 * share, NumberFormat::Decimals(1)))
}
