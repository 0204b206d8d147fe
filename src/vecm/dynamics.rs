//! The dynamics of the levels: those of a vector autoregression whose coefficients have the rank of the relations.

use ndarray::Array2;

use super::ErrorCorrectionModel;
use crate::Error;
use crate::cointegration::johansen::{Divisor, complement};
use crate::linalg::solve;
use crate::var::{Forecast, Impulse, ResidualTest, Responses, Root, VarianceShare};

impl ErrorCorrectionModel {
    /// The same with this divisor of Σ in responses, decompositions and forecasts; T − k coefficients unless set. gretl,
    /// statsmodels and JMulTi take T.
    #[must_use]
    pub fn with(&self, divisor: Divisor) -> Self {
        Self { levels: self.levels.with(divisor), ..self.clone() }
    }

    /// A₁ … Aₚ of the levels, a row for each equation.
    pub fn lag_matrices(&self) -> Vec<Array2<f64>> {
        self.levels.lag_matrices()
    }

    /// The regressors of the levels: deterministic terms (seasons plain, not centred), exogenous series, then lags, lag by
    /// lag.
    pub fn level_terms(&self) -> Vec<&str> {
        self.levels.terms()
    }

    /// Their coefficients: a row for each of [`level_terms`](Self::level_terms), a column for each equation.
    pub fn level_coefficients(&self) -> &Array2<f64> {
        self.levels.coefficients()
    }

    /// Their standard errors, β taken as known, Σ by T − k.
    pub fn level_std_errors(&self) -> Array2<f64> {
        self.levels.std_errors()
    }

    /// The roots of the levels, the largest modulus first; K − r are one.
    pub fn roots(&self) -> &[Root] {
        self.levels.roots()
    }

    /// Whether every root but those K − r is below one in modulus: the relations and the differences are stationary.
    pub fn is_stable(&self) -> bool {
        let unit_roots = self.names().len() - self.rank();
        let stationary = self.roots().iter().filter(|root| root.modulus() < 1.0).count();
        stationary + unit_roots == self.roots().len()
    }

    /// Φ₀ … Φₕ, the responses of the levels to a unit of each error.
    pub fn moving_average(&self, horizon: usize) -> Vec<Array2<f64>> {
        self.levels.moving_average(horizon)
    }

    /// The responses of the levels to the shocks at horizons 0 to `horizon`, with asymptotic standard errors that know the
    /// rank.
    ///
    /// # Errors
    /// If Σ is singular, or responses leave the range of doubles.
    pub fn responses(&self, impulse: Impulse, horizon: usize) -> Result<Responses, Error> {
        self.levels.responses(impulse, horizon)
    }

    /// The responses added up from the shock on.
    ///
    /// # Errors
    /// As [`responses`](Self::responses).
    pub fn cumulative_responses(&self, impulse: Impulse, horizon: usize) -> Result<Responses, Error> {
        self.levels.cumulative_responses(impulse, horizon)
    }

    /// What a unit of each error comes to in the levels for good: Ξ = β⊥(α⊥'(I − Γ₁ − … − Γₚ₋₁)β⊥)⁻¹α⊥' (Johansen 1995,
    /// thm 4.2), of rank K − r; zero if r = K. `None` if a series is integrated of order two.
    pub fn long_run_impact(&self) -> Option<Array2<f64>> {
        let k = self.names().len();
        if self.rank() == k {
            return Some(Array2::zeros((k, k)));
        }
        let of_series = Array2::from_shape_fn((k, self.rank()), |(i, j)| self.beta()[[i, j]]);
        let (beta, alpha) = (complement(&of_series), complement(&self.alpha()));
        let rest = self.gammas().iter().fold(Array2::eye(k), |rest: Array2<f64>, gamma| rest - gamma);
        let middle = alpha.t().dot(&rest).dot(&beta);
        Some(beta.dot(&solve(&middle, &alpha.t().to_owned())?))
    }

    /// How much of the variance of forecast errors 1 to `horizon` periods ahead each orthogonal shock accounts for.
    ///
    /// # Errors
    /// If Σ is singular.
    pub fn variance_decomposition(&self, horizon: usize) -> Result<Vec<VarianceShare>, Error> {
        self.levels.variance_decomposition(horizon)
    }

    /// Forecasts of the levels 1 to `horizon` periods after the sample, with intervals that cover `level` of the time if
    /// shocks are normal and the coefficients known.
    ///
    /// # Errors
    /// If the model has exogenous series, whose future it does not know; if the level is not strictly between 0 and 1; or if
    /// there is nothing to forecast.
    pub fn forecast(&self, horizon: usize, level: f64) -> Result<Forecast, Error> {
        self.levels.forecast(horizon, level)
    }

    /// Tests whether the errors are correlated up to `lags` periods apart; the portmanteau statistics have K²h − K²(p − 1) −
    /// Kr degrees of freedom (Brüggemann, Lütkepohl and Saikkonen 2006).
    ///
    /// # Errors
    /// If `lags` is 0.
    pub fn serial_correlation(&self, lags: usize) -> Result<ResidualTest, Error> {
        self.levels.serial_correlation(lags)
    }

    /// Tests whether the errors are jointly normal.
    pub fn normality(&self) -> ResidualTest {
        self.levels.normality()
    }

    /// Tests whether squares and products of the errors depend on those of the last `lags` periods.
    ///
    /// # Errors
    /// If `lags` is 0.
    pub fn arch(&self, lags: usize) -> Result<ResidualTest, Error> {
        self.levels.arch(lags)
    }
}
