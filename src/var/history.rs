//! What each shock has contributed to each series: the historical decomposition.
//!
//! yₜ = base + Σⱼ (what the shocks j up to t have done), with base the path of the system from its first p values and its fixed
//! terms alone. The shocks of the sample are P⁻¹ûₜ with P what a unit of each does at once. Contributions and base add up to the
//! series (Burbidge and Harrison 1985; Kilian and Lütkepohl 2017, section 4.3).

use ndarray::Array2;
use serde::Serialize;

use super::VarResult;
use crate::linalg::solve;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Period, Sample};

/// What one shock has contributed to one series up to one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    /// The period.
    pub period: Period,
    /// The series.
    pub series: String,
    /// The shock; `None` for the base: first values and fixed terms.
    pub shock: Option<String>,
    /// In units of the series.
    pub value: f64,
}

/// A historical decomposition.
#[derive(Debug, Clone)]
pub struct HistoricalDecomposition {
    names: Vec<String>,
    shocks: Vec<String>,
    shock: String,
    start: Period,
    sample: Sample,
    base: Array2<f64>,
    contributions: Vec<Array2<f64>>,
    errors: Array2<f64>,
}

impl VarResult {
    /// What each orthogonal shock, in the order of the series, has contributed to each series since the first row.
    ///
    /// # Errors
    /// If Σ is singular, or the paths overflow.
    pub fn historical_decomposition(&self) -> Result<HistoricalDecomposition, Error> {
        let root = self.cholesky(self.divisor)?;
        let shocks = self.names().into_iter().map(str::to_owned).collect();
        self.decompose_history(&root, shocks, super::Impulse::Orthogonal.to_string())
    }

    /// The same for shocks that do this at once.
    pub(super) fn decompose_history(
        &self,
        impact: &Array2<f64>,
        shocks: Vec<String>,
        shock: String,
    ) -> Result<HistoricalDecomposition, Error> {
        let (k, lags, rows) = (self.names().len(), self.lag_matrices(), self.nobs());
        let singular = || {
            Error::new(ErrorKind::Collinear, "the shocks cannot be told apart: what they do at once is collinear")
                .remedy("identify them otherwise")
        };
        let errors = solve(impact, &self.residuals().t().to_owned()).ok_or_else(singular)?;
        let p = lags.len();
        // Row t + p of a path is date t; what is before counts for the base alone.
        let roll = |path: &mut Array2<f64>, add: &dyn Fn(usize, usize) -> f64| {
            for t in 0..rows {
                for i in 0..k {
                    let lagged: f64 = lags
                        .iter()
                        .enumerate()
                        .map(|(lag, a)| (0..k).map(|j| a[[i, j]] * path[[p + t - 1 - lag, j]]).sum::<f64>())
                        .sum();
                    path[[p + t, i]] = add(t, i) + lagged;
                }
            }
        };
        let mut base =
            Array2::from_shape_fn((p + rows, k), |(t, i)| if t < p { self.series[i].values()[t] } else { 0.0 });
        let fixed = &self.columns.fixed;
        roll(&mut base, &|t, i| {
            fixed.iter().enumerate().map(|(j, (_, values))| values[t] * self.coefficients()[[j, i]]).sum()
        });
        let sample_of = |path: Array2<f64>| Array2::from_shape_fn((rows, k), |(t, i)| path[[p + t, i]]);
        let contributions: Vec<Array2<f64>> = (0..k)
            .map(|shock| {
                let mut path = Array2::zeros((p + rows, k));
                roll(&mut path, &|t, i| impact[[i, shock]] * errors[[shock, t]]);
                sample_of(path)
            })
            .collect();
        let base = sample_of(base);
        if base.iter().chain(contributions.iter().flatten()).any(|value| !value.is_finite()) {
            return Err(Error::new(ErrorKind::NonFinite, "the contributions overflow")
                .remedy("the system explodes: use differences, or a shorter sample"));
        }
        Ok(HistoricalDecomposition {
            names: self.names().into_iter().map(str::to_owned).collect(),
            shocks,
            shock,
            start: self.columns.start,
            sample: self.sample(),
            base,
            contributions,
            errors: errors.reversed_axes(),
        })
    }
}

impl HistoricalDecomposition {
    /// The rows.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// The names of the shocks.
    pub fn shocks(&self) -> &[String] {
        &self.shocks
    }

    /// What first values and fixed terms come to: a row for each date, a column for each series.
    pub fn base(&self) -> &Array2<f64> {
        &self.base
    }

    /// What each shock has contributed: for each of them a row for each date, a column for each series.
    pub fn contributions(&self) -> &[Array2<f64>] {
        &self.contributions
    }

    /// The shocks themselves, in units of what their responses are to: a row for each date, a column for each shock.
    pub fn shock_series(&self) -> &Array2<f64> {
        &self.errors
    }

    /// A row for each series, period and shock, the base first.
    pub fn tidy(&self) -> Vec<Contribution> {
        let mut rows = Vec::new();
        for (i, series) in self.names.iter().enumerate() {
            for t in 0..self.base.nrows() {
                let period = self.start.plus(t as i64);
                let row = |shock: Option<String>, value| Contribution { period, series: series.clone(), shock, value };
                rows.push(row(None, self.base[[t, i]]));
                let each = self.shocks.iter().zip(&self.contributions);
                rows.extend(each.map(|(shock, part)| row(Some(shock.clone()), part[[t, i]])));
            }
        }
        rows
    }

    /// For each series a table with a row for each period: value, base, and what each shock has contributed.
    pub fn tables(&self) -> Vec<Table> {
        (0..self.names.len()).map(|i| self.table_of(i)).collect()
    }

    fn table_of(&self, i: usize) -> Table {
        const VALUE: NumberFormat = NumberFormat::Significant(4);
        let series = &self.names[i];
        let mut table = Table::new(format!("var-history-{series}"), format!("Historical decomposition of {series}"))
            .column(Column::text("period", "Period"))
            .column(Column::number("value", "Value"))
            .column(Column::number("base", "Base"));
        for shock in &self.shocks {
            table = table.column(Column::number(format!("from_{shock}"), shock.clone()).under("From shocks to"));
        }
        for t in 0..self.base.nrows() {
            let parts: Vec<f64> = self.contributions.iter().map(|part| part[[t, i]]).collect();
            let value = self.base[[t, i]] + parts.iter().sum::<f64>();
            let cells = [value, self.base[[t, i]]].into_iter().chain(parts);
            let period = Cell::text(self.start.plus(t as i64).to_string());
            table.push_row(std::iter::once(period).chain(cells.map(|value| Cell::number(value, VALUE))));
        }
        table
            .with_even_decimals()
            .note(format!("Shocks: {}. Base: the path from the first values and the fixed terms alone.", self.shock))
    }
}

shows_itself!(HistoricalDecomposition => tables);
