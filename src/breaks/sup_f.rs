//! The date at which Chow's F is largest.
//!
//! # Hypotheses
//! As [`chow`](super::chow), with the date left open.
//! # Model
//! As [`chow`](super::chow), for every date that leaves at least a given share of the rows on each side.
//! # Assumptions
//! As [`chow`](super::chow), but the date may be read off the data.
//! # Statistic and null distribution
//! The largest F over the dates. Its law is not F (Andrews 1993): **no p-value is given**, and the p-value of a Chow test
//! at the date found here would be far too small.
//! # Conventions
//! With a trim of 15 %, each regime has at least ⌊0.15·n⌋ rows, and one more than there are coefficients. Dates at which
//! a regime is not identified are passed over.
//! # Agrees with / differs from
//! R's `strucchange::Fstats` and gretl's `qlrtest` print k·F: [`scaled`](SupFResult::scaled). Date and F agree;
//! strucchange's breakpoint is `last_before`.
//! # Example
//! ```
//! use yalu::breaks::SupF;
//! use yalu::{Design, Period, Series};
//! let exports = [271., 396., 582., 497., 468., 582., 754., 501., 1188., 2464., 2485., 2912., 2842., 2565.];
//! let imports = [467., 628., 795., 1085., 1232., 1393., 2033., 1210., 2278., 3165., 3446., 3633., 3523., 2946.];
//! let log = |values: [f64; 14]| values.map(f64::ln).to_vec();
//! let exports = Series::new("exports", Period::annual(2002), log(exports))?;
//! let imports = Series::new("imports", Period::annual(2002), log(imports))?;
//! let design = Design::of(&imports).constant().regressor(&exports).build()?;
//! let found = SupF::of(&design).trim(0.25).run()?;
//! assert_eq!(found.date().to_string(), "2004|2005");
//! assert!((found.f() - 27.33).abs() < 5e-3 && (found.scaled() - 54.67).abs() < 5e-3);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Andrews, D. W. K. (1993), *Econometrica* 61, 821–856.
//! - Quandt, R. E. (1960), *Journal of the American Statistical Association* 55, 324–330.

use super::{BreakDate, Chow};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, ErrorKind, HypothesisTest, Sample};

/// The search; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct SupF<'a> {
    design: &'a Design,
    trim: f64,
}

impl<'a> SupF<'a> {
    /// A search over the rows of this design, 15 % at each end left out.
    pub fn of(design: &'a Design) -> Self {
        Self { design, trim: 0.15 }
    }

    /// The share of the rows that each regime must have, more than 0 and less than ½.
    pub fn trim(mut self, share: f64) -> Self {
        self.trim = share;
        self
    }

    /// Computes F at every date.
    ///
    /// # Errors
    /// If the trim is not between 0 and ½, no date leaves enough rows on both sides, or no date identifies both regimes.
    pub fn run(&self) -> Result<SupFResult, Error> {
        if !(self.trim > 0.0 && self.trim < 0.5) {
            return Err(Error::new(ErrorKind::Argument, format!("a trim of {} is not between 0 and ½", self.trim))
                .remedy("0.15 is the usual one"));
        }
        let (n, k) = (self.design.nobs(), self.design.terms().len());
        let shortest = ((self.trim * n as f64 + 1e-9) as usize).max(k + 1);
        if n < 2 * shortest {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("two regimes of {shortest} rows need {} rows, found {n}", 2 * shortest),
            )
            .remedy("use fewer regressors or a longer sample"));
        }
        let stamps = self.design.stamps();
        let mut path = Vec::new();
        for before in shortest..=n - shortest {
            let date = BreakDate { last_before: stamps[before - 1], first_after: stamps[before] };
            let report = Chow::of(self.design).min_df(1).at(date).run()?.report();
            path.extend(report.statistic().map(|f| (date, f)));
        }
        let Some(&(date, f)) = path.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1)) else {
            return Err(Error::new(ErrorKind::Collinear, "no date identifies both regimes")
                .remedy("leave out regressors that vary in one regime only"));
        };
        Ok(SupFResult { date, f, coefficients: k, sample: self.design.sample(), path })
    }
}

/// The date at which F is largest, and F at every date.
#[derive(Debug, Clone, PartialEq)]
pub struct SupFResult {
    date: BreakDate,
    f: f64,
    coefficients: usize,
    sample: Sample,
    path: Vec<(BreakDate, f64)>,
}

impl SupFResult {
    /// The date at which F is largest.
    pub fn date(&self) -> BreakDate {
        self.date
    }

    /// The largest F.
    pub fn f(&self) -> f64 {
        self.f
    }

    /// k·F, as strucchange and gretl print it.
    pub fn scaled(&self) -> f64 {
        self.coefficients as f64 * self.f
    }

    /// F at every date.
    pub fn path(&self) -> &[(BreakDate, f64)] {
        &self.path
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// The date, F and k·F.
    pub fn table(&self) -> Table {
        Table::new("sup-f", "The date at which Chow's F is largest")
            .column(Column::text("last_before", "Last before"))
            .column(Column::text("first_after", "First after"))
            .column(Column::number("f", "F"))
            .column(Column::number("scaled", "k·F"))
            .row([
                Cell::text(self.date.last_before.to_string()),
                Cell::text(self.date.first_after.to_string()),
                Cell::number(self.f, NumberFormat::Decimals(3)),
                Cell::number(self.scaled(), NumberFormat::Decimals(3)),
            ])
            .note(format!("{} dates tried, {}.", self.path.len(), self.sample))
            .note("A date chosen by the data: F's own p-value does not apply.")
    }
}

shows_itself!(SupFResult => table);
