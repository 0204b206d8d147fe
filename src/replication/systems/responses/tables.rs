//! What follows a shock, as tables: also what figures are drawn from.

use super::{Banded, COVERAGE, DRAWS, HORIZON, ResponseEvidence, Shocks, at};
use crate::Error;
use crate::replication::words::capitalised;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::var::{BootstrapResponses, Divisor, Responses};

const RESPONSE: NumberFormat = NumberFormat::Decimals(3);
/// Shock and answer, with what a heading calls them.
const PAIRS: [(&str, &str, &str); 2] = [
    ("exports", "imports", "imports after a shock to exports"),
    ("imports", "exports", "exports after a shock to imports"),
];

impl ResponseEvidence {
    /// A row for each sample: the lags, the errors and their correlation.
    pub fn errors_table(&self) -> Table {
        let mut table =
            Table::new("shocks", "Autoregressions of the changes of log exports and log imports: their errors")
                .column(Column::text("sample", "Sample"))
                .column(Column::machine_only("rows"))
                .column(Column::number("n", "Rows"))
                .column(Column::number("lags", "Lags"))
                .column(Column::number("sd_exports", "exports").under("Standard deviation"))
                .column(Column::number("sd_imports", "imports").under("Standard deviation"))
                .column(Column::number("correlation", "Correlation"))
                .column(Column::number("root", "Largest root"));
        for one in &self.shocks {
            let sigma = one.model.sigma(Divisor::DegreesOfFreedom);
            let root = one.model.roots().iter().map(|root| root.modulus()).fold(0.0, f64::max);
            let number = |value: f64| Cell::number(value, RESPONSE);
            table.push_row([
                Cell::text(capitalised(one.title)),
                Cell::text(one.model.sample().to_string()),
                Cell::count(one.model.nobs()),
                Cell::count(one.model.lags()),
                number(sigma[[0, 0]].sqrt()),
                number(sigma[[1, 1]].sqrt()),
                number(one.correlation()),
                number(root),
            ]);
        }
        table
            .note("Lags by AIC, up to four, in half-years up to two and with seasonal dummies. Σ by T − k.")
            .note("Correlation: of the two errors within a period. The further it is from zero, the more of a response is decided by which shock is taken first.")
    }

    /// A row for each horizon: the response of the change, in either order.
    ///
    /// # Errors
    /// Only if a series lacks its name.
    pub fn table(&self) -> Result<Table, Error> {
        let table = Table::new(
            "responses",
            "Response of the change of one log flow to a shock of one standard deviation to the other",
        );
        self.by_horizon(table, |one| (&one.exports_first.changes, &one.imports_first.changes, &one.generalised))
    }

    /// The same added up: the response of the logarithm.
    ///
    /// # Errors
    /// Only if a series lacks its name.
    pub fn cumulative_table(&self) -> Result<Table, Error> {
        let table = Table::new(
            "responses_cumulative",
            "Response of one log flow to a shock of one standard deviation to the other, added up",
        );
        self.by_horizon(table, |one| (&one.exports_first.levels, &one.imports_first.levels, &one.generalised_levels))
    }

    fn by_horizon(
        &self,
        table: Table,
        of: impl Fn(&Shocks) -> (&BootstrapResponses, &BootstrapResponses, &Responses),
    ) -> Result<Table, Error> {
        let mut table = table
            .column(Column::machine_only("impulse"))
            .column(Column::machine_only("response"))
            .column(Column::number("horizon", "Periods after"));
        for (key, order) in [("exports_first", "Exports first"), ("imports_first", "Imports first")] {
            table = table
                .column(Column::number(key, "response").under(order))
                .column(Column::number(format!("{key}_low"), "from").under(order))
                .column(Column::number(format!("{key}_high"), "to").under(order));
        }
        table = table.column(Column::number("generalised", "Generalised"));
        for one in &self.shocks {
            let (exports_first, imports_first, generalised) = of(one);
            for (impulse, response, heading) in PAIRS {
                table = table.group(format!("{}: {heading}", capitalised(one.title)));
                let place = |name: &str| usize::from(name == "imports");
                for horizon in 0..=HORIZON {
                    let mut cells = vec![Cell::text(impulse), Cell::text(response), Cell::count(horizon)];
                    for order in [exports_first, imports_first] {
                        let Banded { estimate, low, high } = at(order, impulse, response, horizon)?;
                        cells.extend([estimate, low, high].map(|value| Cell::number(value, RESPONSE)));
                    }
                    let value = generalised.estimates()[horizon][[place(response), place(impulse)]];
                    cells.push(Cell::number(value, RESPONSE));
                    table.push_row(cells);
                }
            }
        }
        Ok(table
            .note(format!("Orthogonal shocks, the series named taken first; {:.0} % percentile bands from {DRAWS} samples drawn from the residuals, seed 1. Of two series the generalised response is that with the shocked series first.", 100.0 * COVERAGE))
            .note("0.1 is about ten percent. Neither order is a claim about what moved first.")
            .note("The paper's fourteen years are left out: fewer than twenty rows are too few to draw from."))
    }
}
