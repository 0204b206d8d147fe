//! What was estimated.

use ndarray::Array2;
use serde::Serialize;

use super::gammas;
use crate::cointegration::johansen::{Case, Divisor, JohansenResult, Vecm};
use crate::dist::{normal, student_t};
use crate::hypothesis::Setting;
use crate::table::shows_itself;
use crate::var::{VarCoefficient, VarResult};
use crate::{Error, Sample, Series};

/// A coefficient of a long-run relation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RelationCoefficient {
    /// The relation, from 1.
    pub relation: usize,
    /// The level: a series, `(Intercept)` or `trend()`.
    pub term: String,
    /// The estimate.
    pub estimate: f64,
    /// Its asymptotic standard error; `None` where the coefficient is fixed.
    pub std_error: Option<f64>,
    /// Their ratio, z.
    pub statistic: Option<f64>,
    /// Two-sided, from the normal law.
    pub p_value: Option<f64>,
}

/// An estimated vector error-correction model.
#[derive(Debug, Clone)]
pub struct ErrorCorrectionModel {
    pub(super) model: Vecm,
    pub(super) levels: VarResult,
    pub(super) settings: Vec<Setting>,
    pub(super) known: bool,
    /// The series and the exogenous ones, as they were given.
    pub(super) data: Vec<Series>,
    pub(super) accept_constructed: bool,
}

impl ErrorCorrectionModel {
    /// The series, in the order of the equations.
    pub fn names(&self) -> Vec<&str> {
        self.johansen().names().iter().map(String::as_str).collect()
    }

    /// Johansen's eigenvalues and rank tests of the same system.
    pub fn johansen(&self) -> &JohansenResult {
        self.model.johansen()
    }

    /// The model as Johansen's restrictions are tested on it.
    pub fn model(&self) -> &Vecm {
        &self.model
    }

    /// r.
    pub fn rank(&self) -> usize {
        self.model.rank()
    }

    /// Whether the relations were given and not estimated.
    pub fn relations_are_given(&self) -> bool {
        self.known
    }

    /// p, the lags of the levels: one more than there are lagged differences.
    pub fn lags(&self) -> usize {
        self.johansen().lags()
    }

    /// Where constant and trend stand.
    pub fn case(&self) -> Case {
        self.johansen().case()
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.model.sample()
    }

    /// T, the rows used.
    pub fn nobs(&self) -> usize {
        self.sample().n
    }

    /// Rows less coefficients of an equation, r loadings included.
    pub fn df_resid(&self) -> usize {
        self.model.df_resid()
    }

    /// What the estimates depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// β, a column for each relation: a row for each series, then for a restricted term. Estimated relations have the identity
    /// in their first r rows.
    pub fn beta(&self) -> &Array2<f64> {
        self.model.beta()
    }

    /// α, a row for each series, a column for each relation.
    pub fn alpha(&self) -> Array2<f64> {
        self.model.alpha()
    }

    /// Standard errors of α, β taken as known.
    pub fn alpha_std_errors(&self, divisor: Divisor) -> Array2<f64> {
        self.model.alpha_std_errors(divisor)
    }

    /// Γ₁ … Γₚ₋₁, a row for each equation; none if p is 1.
    pub fn gammas(&self) -> Vec<Array2<f64>> {
        gammas(&self.model)
    }

    /// Every coefficient of every equation: loadings (`relation 1`), then the other terms. Standard errors take β as known;
    /// with the divisor T − k t is compared with Student's law, with T (maximum likelihood) with the normal.
    pub fn tidy(&self, divisor: Divisor) -> Vec<VarCoefficient> {
        let (model, df) = (&self.model, self.df_resid() as f64);
        let (alpha, alpha_se) = (model.alpha(), model.alpha_std_errors(divisor));
        let (gamma, gamma_se) = (model.short_run(), model.short_run_std_errors(divisor));
        let width = match divisor {
            Divisor::DegreesOfFreedom => student_t::isf(0.025, df),
            Divisor::Rows => normal::isf(0.025),
        };
        let mut rows = Vec::new();
        for (i, equation) in self.names().into_iter().enumerate() {
            let loadings = (0..self.rank()).map(|j| (format!("relation {}", j + 1), alpha[[i, j]], alpha_se[[i, j]]));
            let others = model
                .terms()
                .into_iter()
                .enumerate()
                .map(|(j, term)| (term.to_owned(), gamma[[j, i]], gamma_se[[j, i]]));
            for (term, estimate, std_error) in loadings.chain(others) {
                let statistic = if estimate == 0.0 { 0.0 } else { estimate / std_error };
                let p_value = match divisor {
                    Divisor::DegreesOfFreedom => student_t::two_sided(statistic, df),
                    Divisor::Rows => normal::two_sided(statistic),
                };
                rows.push(VarCoefficient {
                    equation: equation.to_owned(),
                    term,
                    estimate,
                    std_error,
                    statistic,
                    p_value,
                    conf_low: estimate - width * std_error,
                    conf_high: estimate + width * std_error,
                });
            }
        }
        rows
    }

    /// The coefficient of a term (`relation 1`, `lag(diff(x), 1)`, `(Intercept)`) in the equation of a series.
    ///
    /// # Errors
    /// If there is no such equation or term.
    pub fn coefficient(&self, equation: &str, term: &str, divisor: Divisor) -> Result<VarCoefficient, Error> {
        self.place(equation)?;
        let all = self.tidy(divisor);
        match all.iter().find(|row| row.equation == equation && row.term == term) {
            Some(found) => Ok(found.clone()),
            None => {
                let terms = all.iter().filter(|row| row.equation == equation).map(|row| row.term.as_str());
                Err(Error::unknown_name("term", term, terms))
            }
        }
    }

    /// Every coefficient of every relation.
    pub fn relations(&self) -> Vec<RelationCoefficient> {
        let (beta, errors) = (self.beta(), self.model.beta_std_errors());
        let mut rows = Vec::new();
        for j in 0..self.rank() {
            for (i, term) in self.johansen().level_names().into_iter().enumerate() {
                let std_error = errors.filter(|_| i >= self.rank()).map(|errors| errors[[i, j]]);
                let statistic = std_error.map(|error| beta[[i, j]] / error);
                rows.push(RelationCoefficient {
                    relation: j + 1,
                    term: term.to_owned(),
                    estimate: beta[[i, j]],
                    std_error,
                    statistic,
                    p_value: statistic.map(normal::two_sided),
                });
            }
        }
        rows
    }

    /// Residuals: a row for each date, a column for each equation.
    pub fn residuals(&self) -> &Array2<f64> {
        self.levels.residuals()
    }

    /// Σ, the covariance of the errors.
    pub fn sigma(&self, divisor: Divisor) -> Array2<f64> {
        self.model.sigma(divisor)
    }

    /// The Gaussian log-likelihood at its maximum, given the relations if they were given.
    pub fn log_likelihood(&self) -> f64 {
        self.model.log_likelihood()
    }

    /// The place of a series.
    pub(super) fn place(&self, name: &str) -> Result<usize, Error> {
        let names = self.names();
        names.iter().position(|known| *known == name).ok_or_else(|| Error::unknown_name("series", name, names))
    }
}

shows_itself!(ErrorCorrectionModel => tables);
