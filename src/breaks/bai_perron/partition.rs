//! The best dates for one number of breaks.

use ndarray::Array1;
use serde::Serialize;

use super::criterion::BreakCriterion;
use super::errors::RegimeErrors;
use super::intervals::{DateInterval, Intervals, intervals};
use super::model::{Broken, Model};
use crate::breaks::BreakDate;
use crate::regression::{Fit, Ols};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Error, ErrorKind, Stamp};

/// A coefficient of one regime, or of all rows if it does not change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegimeCoefficient {
    /// The term.
    pub term: String,
    /// The first row of the regime.
    pub first: Stamp,
    /// The last row of the regime.
    pub last: Stamp,
    /// Its rows.
    pub n: usize,
    /// The estimate.
    pub estimate: f64,
    /// Its standard error; `None` for a coefficient that does not change.
    pub std_error: Option<f64>,
}

/// The best partition with one number of breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Partition {
    pub(super) design: Design,
    pub(super) changing: Vec<String>,
    /// Rows before each break.
    pub(super) before: Vec<usize>,
    pub(super) rss: f64,
}

impl Partition {
    /// The number of breaks.
    pub fn breaks(&self) -> usize {
        self.before.len()
    }

    /// The dates, the earliest first.
    pub fn dates(&self) -> Vec<BreakDate> {
        let stamps = self.design.stamps();
        self.before.iter().map(|&b| BreakDate { last_before: stamps[b - 1], first_after: stamps[b] }).collect()
    }

    /// The dates in one line; a dash if there is none.
    pub fn dates_in_words(&self) -> String {
        match self.before.as_slice() {
            [] => "–".into(),
            _ => self.dates().iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        }
    }

    /// The rows before each break.
    pub fn rows_before(&self) -> &[usize] {
        &self.before
    }

    /// The residual sum of squares.
    pub fn rss(&self) -> f64 {
        self.rss
    }

    /// The Gaussian log-likelihood with one error variance.
    pub fn log_likelihood(&self) -> f64 {
        let n = self.design.nobs() as f64;
        -0.5 * n * ((2.0 * std::f64::consts::PI).ln() + (self.rss / n).ln() + 1.0)
    }

    /// Coefficients of all regimes, those that do not change once.
    fn coefficient_count(&self) -> usize {
        let (k, q) = (self.design.terms().len(), self.changing.len());
        self.breaks() * q + k
    }

    /// A criterion.
    pub fn criterion(&self, criterion: BreakCriterion) -> f64 {
        let (n, m) = (self.design.nobs() as f64, self.breaks() as f64);
        let coefficients = self.coefficient_count() as f64;
        let parameters = coefficients + m;
        match criterion {
            BreakCriterion::Bic => -2.0 * self.log_likelihood() + (parameters + 1.0) * n.ln(),
            BreakCriterion::Yao => (self.rss / n).ln() + parameters * n.ln() / n,
            BreakCriterion::Lwz => (self.rss / (n - parameters)).ln() + parameters / n * 0.299 * n.ln().powf(2.1),
        }
    }

    /// −2ℓ + 2 times coefficients, dates and σ², Akaike's criterion as R has it; it asks for too many breaks.
    pub fn aic(&self) -> f64 {
        -2.0 * self.log_likelihood() + 2.0 * (self.coefficient_count() + self.breaks() + 1) as f64
    }

    /// One regression with the changing terms of every regime beside those that do not change: `x [1961Q1–1972Q3]`.
    ///
    /// # Errors
    /// If a regime does not identify its coefficients.
    pub fn fit(&self) -> Result<Fit, Error> {
        let stamps = self.design.stamps();
        let fixed: Vec<&String> = self.design.terms().iter().filter(|term| !self.changing.contains(term)).collect();
        let mut columns = Vec::new();
        for (start, end) in self.regime_rows() {
            for term in &self.changing {
                let own = self.design.column(term)?;
                let inside = |row: usize| (start..end).contains(&row);
                let column = own.iter().enumerate().map(|(row, x)| if inside(row) { *x } else { 0.0 });
                let column: Array1<f64> = column.collect();
                columns.push((format!("{term} [{}–{}]", stamps[start], stamps[end - 1]), column));
            }
        }
        let names: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
        let order: Vec<&String> = names.iter().chain(fixed).collect();
        Ols::fit(&self.design.with_columns(columns)?.subset_terms(&order)?)
    }

    fn regime_rows(&self) -> Vec<(usize, usize)> {
        let starts = [0].into_iter().chain(self.before.iter().copied());
        starts.zip(self.before.iter().copied().chain([self.design.nobs()])).collect()
    }

    /// The regression of each regime by itself.
    ///
    /// # Errors
    /// If some coefficients do not change: no regime then stands by itself, and [`fit`](Self::fit) has them.
    pub fn regimes(&self) -> Result<Vec<Fit>, Error> {
        if self.changing.len() < self.design.terms().len() {
            return Err(Error::new(ErrorKind::Argument, "coefficients that do not change tie the regimes together")
                .remedy("ask for the regression on all rows"));
        }
        self.regime_rows().into_iter().map(|(start, end)| Ols::fit(&self.design.rows(start..end)?)).collect()
    }

    /// An interval for each date.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1, or a covariance cannot be had.
    pub fn intervals(&self, settings: Intervals) -> Result<Vec<DateInterval>, Error> {
        let (model, broken) = self.broken()?;
        intervals(&model, &broken, self.design.stamps(), settings)
    }

    /// A row for each break: the date, and its interval.
    ///
    /// # Errors
    /// As for [`intervals`](Self::intervals).
    pub fn intervals_table(&self, settings: Intervals) -> Result<Table, Error> {
        let end = |date: Option<BreakDate>| {
            date.map_or(Cell::not_available("outside the sample"), |date| Cell::text(date.to_string()))
        };
        let percent = NumberFormat::Decimals(0).format(100.0 * settings.level);
        let mut table = Table::new("break-dates", format!("Dates of {} and their {percent} % intervals", self.count()))
            .column(Column::text("last_before", "Last before"))
            .column(Column::text("first_after", "First after"))
            .column(Column::text("lower", "From"))
            .column(Column::text("upper", "To"));
        for interval in self.intervals(settings)? {
            table.push_row([
                Cell::text(interval.date.last_before.to_string()),
                Cell::text(interval.date.first_after.to_string()),
                end(interval.lower_date),
                end(interval.upper_date),
            ]);
        }
        let regressors = if settings.same_regressors { "one second moment" } else { "a second moment in each regime" };
        Ok(table.note(format!(
            "Bai (1997); errors: {}; regressors: {regressors}. An end that is missing lies outside the sample.",
            settings.errors
        )))
    }

    fn count(&self) -> String {
        if self.breaks() == 1 { "1 break".into() } else { format!("{} breaks", self.breaks()) }
    }

    /// The coefficients of every regime with their standard errors, then those that do not change, without.
    ///
    /// Under one variance they are those of [`fit`](Self::fit); other assumptions have the same factor n/(n − coefficients).
    ///
    /// # Errors
    /// If a regime does not identify its coefficients, or the covariance cannot be had.
    pub fn coefficients(&self, errors: RegimeErrors) -> Result<Vec<RegimeCoefficient>, Error> {
        let (model, broken) = self.broken()?;
        let (n, q) = (model.nobs(), self.changing.len());
        let factor = n as f64 / (n - self.coefficient_count()) as f64;
        let variances = broken.covariance(errors)?.diag().mapv(|variance| variance * factor);
        let stamps = self.design.stamps();
        let of =
            |term: &String, (start, end): (usize, usize), estimate: f64, std_error: Option<f64>| RegimeCoefficient {
                term: term.clone(),
                first: stamps[start],
                last: stamps[end - 1],
                n: end - start,
                estimate,
                std_error,
            };
        let mut coefficients = Vec::new();
        for (j, rows) in self.regime_rows().into_iter().enumerate() {
            for (i, term) in self.changing.iter().enumerate() {
                coefficients.push(of(term, rows, broken.delta[j][i], Some(variances[j * q + i].sqrt())));
            }
        }
        let fixed = self.design.terms().iter().filter(|term| !self.changing.contains(term));
        coefficients.extend(fixed.zip(&broken.beta).map(|(term, beta)| of(term, (0, n), *beta, None)));
        Ok(coefficients)
    }

    fn broken(&self) -> Result<(Model, Broken), Error> {
        let model = Model::of(&self.design, Some(&self.changing))?;
        let broken = model.broken(0..model.nobs(), &self.before).ok_or_else(|| {
            Error::new(ErrorKind::Collinear, "a regime does not identify its coefficients")
                .remedy("ask for longer regimes")
        })?;
        Ok((model, broken))
    }

    /// A row for each regime: its coefficients with their standard errors.
    ///
    /// # Errors
    /// As for [`coefficients`](Self::coefficients).
    pub fn regimes_table(&self, errors: RegimeErrors) -> Result<Table, Error> {
        let number = NumberFormat::Significant(5);
        let mut table = Table::new("regimes", format!("Coefficients with {}", self.count()))
            .column(Column::text("first", "First"))
            .column(Column::text("last", "Last"))
            .column(Column::number("n", "n"));
        for term in &self.changing {
            table = table
                .column(Column::number(term.clone(), term.clone()))
                .column(Column::number(format!("{term} std_error"), "(s.e.)"));
        }
        let coefficients = self.coefficients(errors)?;
        let (changing, fixed) = coefficients.split_at((self.breaks() + 1) * self.changing.len());
        for own in changing.chunks(self.changing.len()) {
            let RegimeCoefficient { first, last, n, .. } = &own[0];
            let mut cells = vec![Cell::text(first.to_string()), Cell::text(last.to_string()), Cell::count(*n)];
            for coefficient in own {
                cells.push(Cell::number(coefficient.estimate, number));
                cells.extend(coefficient.std_error.map(|error| Cell::in_parentheses(error, number)));
            }
            table.push_row(cells);
        }
        let fixed: Vec<String> =
            fixed.iter().map(|own| format!("{} {}", own.term, number.format(own.estimate))).collect();
        if !fixed.is_empty() {
            table = table.note(format!("The same in all regimes: {}.", fixed.join(", ")));
        }
        Ok(table.note(format!("One regression on all rows; errors: {errors}. The dates are taken as known.")))
    }
}
