//! What a shock does: impulse responses and forecast-error variance decompositions.
//!
//! Φ₀ = I, Φᵢ = Σⱼ Aⱼ Φᵢ₋ⱼ are the responses to a unit of each error (Lütkepohl 2005, eq. 2.1.22); Φᵢ P with PP' = Σ, P lower
//! triangular, those to orthogonal shocks of one standard deviation in the order of the series (Sims 1980); Φᵢ Σ eⱼ/√σⱼⱼ the
//! generalised ones, which no order changes (Pesaran and Shin 1998). Their standard errors are asymptotic (Lütkepohl 2005,
//! prop. 3.6), with Σ by T − k in every part, as statsmodels has them.

use ndarray::Array2;
use serde::Serialize;

use super::response_errors::Spread;
use super::{Divisor, VarResult};
use crate::dist::normal;
use crate::linalg::{lower_root, solve};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind};

/// The shock whose effect is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Impulse {
    /// One unit of one error alone.
    Unit,
    /// One standard deviation of a shock that is orthogonal to those of the series before: the order matters.
    #[default]
    #[doc(alias = "cholesky")]
    Orthogonal,
    /// One standard deviation of an error, the others moving as they do on average with it: no order matters, and the
    /// shocks are not orthogonal.
    Generalised,
}

impl std::fmt::Display for Impulse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unit => "one unit of an error",
            Self::Orthogonal => "one standard deviation, orthogonal in the order of the series",
            Self::Generalised => "one standard deviation, generalised",
        })
    }
}

/// The response of one series to one shock at one horizon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Response {
    /// The series shocked.
    pub impulse: String,
    /// The series that responds.
    pub response: String,
    /// Periods after the shock.
    pub horizon: usize,
    /// The response.
    pub estimate: f64,
    /// Its standard error, asymptotic or from draws; zero where it is fixed.
    pub std_error: f64,
    /// The lower end of the interval.
    pub conf_low: f64,
    /// The upper end.
    pub conf_high: f64,
}

/// Responses of every series to every shock.
#[derive(Debug, Clone)]
pub struct Responses {
    names: Vec<String>,
    shocks: Vec<String>,
    /// `None` for structural shocks.
    impulse: Option<Impulse>,
    /// The kind of shock in words.
    shock: String,
    cumulative: bool,
    /// By horizon: a row for each responding series, a column for each shock.
    estimates: Vec<Array2<f64>>,
    std_errors: Vec<Array2<f64>>,
    caution: Option<String>,
}

/// The share of a shock in the variance of the forecast error of a series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VarianceShare {
    /// The series forecast.
    pub response: String,
    /// The series shocked.
    pub impulse: String,
    /// Periods ahead, from 1.
    pub horizon: usize,
    /// Between 0 and 1; the shares of all shocks add up to one.
    pub share: f64,
}

impl VarResult {
    /// Φ₀ … Φₕ.
    pub fn moving_average(&self, horizon: usize) -> Vec<Array2<f64>> {
        let lags = self.lag_matrices();
        let mut responses = vec![Array2::eye(self.names().len())];
        for i in 1..=horizon {
            let next = lags
                .iter()
                .zip(responses.iter().rev())
                .fold(Array2::zeros(responses[0].dim()), |sum: Array2<f64>, (a, before)| sum + a.dot(before));
            debug_assert_eq!(responses.len(), i);
            responses.push(next);
        }
        responses
    }

    /// P, lower triangular with PP' = Σ.
    ///
    /// # Errors
    /// If Σ is singular.
    pub(super) fn cholesky(&self, divisor: Divisor) -> Result<Array2<f64>, Error> {
        lower_root(&self.sigma(divisor)).ok_or_else(|| {
            Error::new(ErrorKind::Collinear, format!("the errors of {} are collinear", self.names().join(", ")))
                .remedy("leave out a series that the others determine")
        })
    }

    /// The responses to the shocks at horizons 0 to `horizon`.
    ///
    /// # Errors
    /// If Σ is singular, or responses leave the range of doubles.
    pub fn responses(&self, impulse: Impulse, horizon: usize) -> Result<Responses, Error> {
        self.respond(impulse, horizon, false)
    }

    /// The responses added up from the shock on.
    ///
    /// # Errors
    /// As [`responses`](Self::responses).
    pub fn cumulative_responses(&self, impulse: Impulse, horizon: usize) -> Result<Responses, Error> {
        self.respond(impulse, horizon, true)
    }

    fn respond(&self, impulse: Impulse, horizon: usize, cumulative: bool) -> Result<Responses, Error> {
        let names: Vec<String> = self.names().into_iter().map(str::to_owned).collect();
        self.refuse_overflow(horizon)?;
        let spread = Spread::of(self, impulse, horizon)?;
        self.spread_responses(&spread, names, (Some(impulse), impulse.to_string()), cumulative)
    }

    /// Before the errors of responses, which cost far more than responses.
    pub(super) fn refuse_overflow(&self, horizon: usize) -> Result<(), Error> {
        if finite(&self.moving_average(horizon)) { Ok(()) } else { Err(overflow(horizon)) }
    }

    /// Responses to these shocks, from everything they are made of.
    ///
    /// # Errors
    /// If responses leave the range of doubles.
    pub(super) fn spread_responses(
        &self,
        spread: &Spread<'_>,
        shocks: Vec<String>,
        (impulse, shock): (Option<Impulse>, String),
        cumulative: bool,
    ) -> Result<Responses, Error> {
        let (estimates, std_errors) = spread.responses(cumulative);
        if !finite(&estimates) || !finite(&std_errors) {
            return Err(overflow(estimates.len() - 1));
        }
        Ok(Responses {
            names: self.names().into_iter().map(str::to_owned).collect(),
            shocks,
            impulse,
            shock,
            cumulative,
            estimates,
            std_errors,
            caution: self.caution(),
        })
    }

    /// (I − A₁ − … − Aₚ)⁻¹, what a unit of each error comes to for good; `None` if the system is not stable.
    pub fn long_run_responses(&self) -> Option<Array2<f64>> {
        let equations = self.names().len();
        let rest = self.lag_matrices().iter().fold(Array2::eye(equations), |rest: Array2<f64>, a| rest - a);
        let identity = Array2::eye(equations);
        self.is_stable().then(|| solve(&rest, &identity)).flatten()
    }

    /// How much of the variance of forecast errors 1 to `horizon` periods ahead each orthogonal shock accounts for.
    ///
    /// # Errors
    /// If Σ is singular, or `horizon` is 0.
    pub fn variance_decomposition(&self, horizon: usize) -> Result<Vec<VarianceShare>, Error> {
        let root = self.cholesky(self.divisor)?;
        let shocks: Vec<String> = self.names().into_iter().map(str::to_owned).collect();
        self.variance_shares(&root, &shocks, horizon)
    }

    /// The same for shocks of unit variance that do this at once.
    ///
    /// # Errors
    /// If `horizon` is 0.
    pub(super) fn variance_shares(
        &self,
        impact: &Array2<f64>,
        shocks: &[String],
        horizon: usize,
    ) -> Result<Vec<VarianceShare>, Error> {
        if horizon == 0 {
            return Err(Error::new(ErrorKind::Argument, "a forecast of no period has no variance to decompose")
                .remedy("ask for one period or more"));
        }
        let names = self.names();
        let mut sums = Array2::<f64>::zeros(impact.dim());
        let mut shares = Vec::new();
        for (i, response) in self.moving_average(horizon - 1).iter().enumerate() {
            sums += &response.dot(impact).mapv(|value| value * value);
            for (a, series) in names.iter().enumerate() {
                let total = sums.row(a).sum();
                shares.extend(shocks.iter().enumerate().map(|(b, impulse)| VarianceShare {
                    response: (*series).to_owned(),
                    impulse: impulse.clone(),
                    horizon: i + 1,
                    share: sums[[a, b]] / total,
                }));
            }
        }
        Ok(shares)
    }

    /// The same as a table: for each series a row for each horizon, a column for each shock.
    ///
    /// # Errors
    /// If Σ is singular.
    pub fn variance_decomposition_table(&self, horizon: usize) -> Result<Table, Error> {
        let shocks: Vec<String> = self.names().into_iter().map(str::to_owned).collect();
        Ok(self.shares_table(&self.variance_decomposition(horizon)?, &shocks, &Impulse::Orthogonal.to_string()))
    }

    pub(super) fn shares_table(&self, shares: &[VarianceShare], shocks: &[String], shock: &str) -> Table {
        let mut table = Table::new("var-fevd", "Decomposition of the variance of forecast errors")
            .column(Column::machine_only("response"))
            .column(Column::number("horizon", "Horizon"));
        for impulse in shocks {
            table = table.column(Column::number(impulse, impulse).under("Share of the shock to"));
        }
        for response in self.names() {
            table = table.group(response);
            let own: Vec<&VarianceShare> = shares.iter().filter(|share| share.response == response).collect();
            for row in own.chunks(shocks.len()) {
                let mut cells = vec![Cell::text(response), Cell::count(row[0].horizon)];
                cells.extend(row.iter().map(|one| Cell::number(one.share, NumberFormat::Decimals(4))));
                table.push_row(cells);
            }
        }
        table.note(format!("Shocks: {shock}."))
    }
}

impl Responses {
    /// The shock; `None` if it is structural.
    pub fn impulse(&self) -> Option<Impulse> {
        self.impulse
    }

    /// The kind of shock in words.
    pub fn shock(&self) -> &str {
        &self.shock
    }

    /// By horizon from 0: a row for each responding series, a column for each shock.
    pub fn estimates(&self) -> &[Array2<f64>] {
        &self.estimates
    }

    /// Their standard errors.
    pub fn std_errors(&self) -> &[Array2<f64>] {
        &self.std_errors
    }

    /// A row for each shock, response and horizon, with intervals that each cover `level` of the time, 0.95 for instance.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn tidy(&self, level: f64) -> Result<Vec<Response>, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a coverage of {level} is not between 0 and 1"))
                .remedy("0.95 is the usual one"));
        }
        let width = normal::isf((1.0 - level) / 2.0);
        let mut rows = Vec::new();
        for (b, impulse) in self.shocks.iter().enumerate() {
            for (a, response) in self.names.iter().enumerate() {
                for (horizon, (estimates, errors)) in self.estimates.iter().zip(&self.std_errors).enumerate() {
                    let (estimate, std_error) = (estimates[[a, b]], errors[[a, b]]);
                    rows.push(Response {
                        impulse: impulse.clone(),
                        response: response.clone(),
                        horizon,
                        estimate,
                        std_error,
                        conf_low: estimate - width * std_error,
                        conf_high: estimate + width * std_error,
                    });
                }
            }
        }
        Ok(rows)
    }

    /// A row for each horizon, a column for each pair; standard errors in parentheses.
    pub fn table(&self) -> Table {
        self.of_shocks(0..self.shocks.len(), self.title())
    }

    /// The same, a table for each shock: they fit a page.
    pub fn tables(&self) -> Vec<Table> {
        let of = |b: usize| {
            let table = self.of_shocks(b..b + 1, format!("{} to a shock to {}", self.title(), self.shocks[b]));
            table.identified(format!("var-responses-{}", b + 1))
        };
        (0..self.shocks.len()).map(of).collect()
    }

    fn title(&self) -> &'static str {
        if self.cumulative { "Cumulative impulse responses" } else { "Impulse responses" }
    }

    fn of_shocks(&self, shocks: std::ops::Range<usize>, title: impl Into<String>) -> Table {
        const ESTIMATE: NumberFormat = NumberFormat::Significant(4);
        let mut table = Table::new("var-responses", title).column(Column::number("horizon", "Horizon"));
        for impulse in &self.shocks[shocks.clone()] {
            for response in &self.names {
                let estimate = Column::number(format!("{response}_to_{impulse}"), response.clone());
                let error = Column::number(format!("{response}_to_{impulse}_std_error"), "s.e.");
                table = if shocks.len() == 1 {
                    table.column(estimate).column(error)
                } else {
                    let group = format!("Shock to {impulse}");
                    table.column(estimate.under(group.clone())).column(error.under(group))
                };
            }
        }
        for (horizon, (estimates, errors)) in self.estimates.iter().zip(&self.std_errors).enumerate() {
            let mut row = vec![Cell::count(horizon)];
            for b in shocks.clone() {
                for a in 0..self.names.len() {
                    row.push(Cell::number(estimates[[a, b]], ESTIMATE));
                    row.push(Cell::in_parentheses(errors[[a, b]], ESTIMATE));
                }
            }
            table.push_row(row);
        }
        table = table.note(format!("Shock: {}. Asymptotic standard errors.", self.shock));
        match &self.caution {
            Some(caution) => table.note(caution),
            None => table,
        }
        .with_even_decimals()
    }
}

shows_itself!(Responses => table);

fn finite(matrices: &[Array2<f64>]) -> bool {
    matrices.iter().flatten().all(|value| value.is_finite())
}

fn overflow(horizon: usize) -> Error {
    Error::new(ErrorKind::NonFinite, format!("responses up to {horizon} periods overflow"))
        .remedy("ask for a shorter horizon: the system explodes")
}
