//! What every question about an event has: the series, the date, the terms that would have gone on, the errors.

use std::fmt;

use crate::breaks::BreakDate;
use crate::causality::deterministic::Deterministic;
use crate::hypothesis::{Setting, too_few_df};
use crate::linalg::dot;
use crate::regression::{Covariance, Fit, GlsAr1, Ols};
use crate::{Design, Error, ErrorKind, Note, Series};

/// How the errors of the regression are taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Errors {
    /// Least squares, inference under this covariance.
    Ols(Covariance),
    /// First-order autoregressive errors, by exact maximum likelihood ([`GlsAr1`]).
    #[doc(alias = "Prais-Winsten")]
    #[doc(alias = "GLSAR")]
    Ar1,
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ols(covariance) => covariance.fmt(f),
            Self::Ar1 => f.write_str("AR(1), exact maximum likelihood"),
        }
    }
}

/// The lags of Newey and West's covariance unless others are set: ⌊4(n/100)^(2/9)⌋.
pub(super) fn default_lags(n: usize) -> usize {
    (4.0 * (n as f64 / 100.0).powf(2.0 / 9.0)) as usize
}

/// Who chose those lags.
const LAG_RULE: &str = "default, ⌊4(n/100)^(2/9)⌋ lags";

/// The question without the event's own terms.
#[derive(Debug, Clone)]
pub(super) struct Base<'a> {
    pub outcome: &'a Series,
    pub date: BreakDate,
    pub deterministic: Deterministic,
    pub exogenous: Vec<&'a Series>,
    pub errors: Option<Errors>,
    pub min_df: usize,
}

impl<'a> Base<'a> {
    pub fn new(outcome: &'a Series, date: BreakDate) -> Self {
        let deterministic = Deterministic { trend: true, ..Deterministic::default() };
        Self { outcome, date, deterministic, exogenous: Vec::new(), errors: None, min_df: 5 }
    }

    /// The regression without the event; within the result, why nothing is identified.
    ///
    /// # Errors
    /// If the outcome does not vary or stands among the regressors, frequencies differ, or a term cannot be had.
    pub fn design(&self, added: usize) -> Result<Result<Design, String>, Error> {
        let values = self.outcome.values();
        let name = self.outcome.name();
        if values.iter().all(|value| *value == values[0]) {
            return Err(Error::new(
                ErrorKind::Constant,
                format!("`{name}` does not vary: it is {} in {}", values[0], self.outcome.sample()),
            )
            .remedy("an event is looked for in a series that moves"));
        }
        if self.exogenous.iter().any(|series| series.name() == name) {
            return Err(Error::new(ErrorKind::Name, format!("`{name}` would explain itself"))
                .remedy("leave it out of the exogenous regressors"));
        }
        let builder = self.deterministic.add_to(Design::of(self.outcome));
        let builder = self.exogenous.iter().fold(builder, |builder, series| builder.regressor(series));
        let (n, k) = (builder.sample()?.n, builder.regressors() + added);
        if n < k + self.min_df || n <= k {
            return Ok(Err(too_few_df(n, k, self.min_df)));
        }
        builder.build().map(Ok)
    }

    /// The errors asked for, or `otherwise`.
    pub fn errors(&self, otherwise: Errors) -> Errors {
        self.errors.unwrap_or(otherwise)
    }

    /// A dummy for one row has a residual of zero there: a robust variance leaves that row's own error out.
    ///
    /// # Errors
    /// If the errors asked for are robust.
    pub fn refuse_robust(&self, what: &str) -> Result<(), Error> {
        match self.errors {
            None | Some(Errors::Ar1 | Errors::Ols(Covariance::Classical)) => Ok(()),
            Some(Errors::Ols(robust)) => Err(Error::new(
                ErrorKind::Argument,
                format!(
                    "{what} has a residual of zero in its period, so the variance by {robust} leaves out its error"
                ),
            )
            .remedy("use AR(1) errors or the classical covariance")),
        }
    }

    /// Settings that all questions share; `by_default` says why the errors are what they are if none were set.
    pub fn settings(&self, fitted: &Fitted, by_default: &str) -> Vec<Setting> {
        let by = |user: bool| if user { "user" } else { "default" };
        let usual = Deterministic { trend: true, ..Deterministic::default() };
        let mut settings = vec![
            Setting::new("event", self.date.to_string(), "user"),
            Setting::new("deterministic terms", self.deterministic.to_string(), by(self.deterministic != usual)),
        ];
        if !self.exogenous.is_empty() {
            let names: Vec<&str> = self.exogenous.iter().map(|series| series.name()).collect();
            settings.push(Setting::new("exogenous", names.join(", "), "user"));
        }
        let chosen_by = if self.errors.is_some() { "user" } else { by_default };
        settings.push(Setting::new("errors", fitted.errors.to_string(), chosen_by));
        settings
    }
}

/// Why least squares with Newey and West's covariance.
pub(super) const NEWEY_WEST: &str = LAG_RULE;
/// Why AR(1) errors where one row has a coefficient of its own.
pub(super) const ONE_ROW: &str = "default where a period has a dummy of its own";

/// A regression with the event in it.
#[derive(Debug, Clone)]
pub(super) struct Fitted {
    /// Under the errors asked for; for AR(1) that of the transformed rows.
    pub fit: Fit,
    pub errors: Errors,
    /// ρ of AR(1) errors; for least squares the first autocorrelation of the residuals.
    pub autocorrelation: f64,
    pub notes: Vec<Note>,
    coefficients: Vec<f64>,
    /// k × k, row by row.
    vcov: Vec<f64>,
}

impl Fitted {
    /// # Errors
    /// Those of [`Ols::fit`], [`Fit::with`] and [`GlsAr1::fit`].
    pub fn of(design: &Design, errors: Errors) -> Result<Self, Error> {
        let (fit, autocorrelation, notes) = match errors {
            Errors::Ols(covariance) => {
                let fit = Ols::fit(design)?.with(covariance)?;
                if fit.sigma2() == 0.0 {
                    return Err(Error::new(
                        ErrorKind::Constant,
                        format!("the regressors explain `{}` exactly: no error is left to judge by", design.response()),
                    )
                    .remedy("leave out the regressor from which the outcome was made"));
                }
                let u = fit.residuals().to_vec();
                let autocorrelation = dot(&u[1..], &u[..u.len() - 1]) / dot(&u, &u);
                let notes = fit.notes();
                (fit, autocorrelation, notes)
            }
            Errors::Ar1 => {
                let gls = GlsAr1::fit(design)?;
                (gls.transformed().clone(), gls.rho, gls.notes)
            }
        };
        let (coefficients, vcov) = (fit.coefficients().to_vec(), fit.vcov().iter().copied().collect());
        Ok(Self { fit, errors, autocorrelation, notes, coefficients, vcov })
    }

    /// A weighted sum of coefficients and its standard error.
    pub fn combination(&self, weights: &[f64]) -> (f64, f64) {
        let rows = self.vcov.chunks_exact(weights.len());
        let variance: f64 = std::iter::zip(rows, weights).map(|(row, weight)| weight * dot(weights, row)).sum();
        (dot(weights, &self.coefficients), variance.max(0.0).sqrt())
    }

    /// What the errors look like, in a clause.
    pub fn persistence(&self) -> String {
        let value = crate::table::NumberFormat::Decimals(2).format(self.autocorrelation);
        match self.errors {
            Errors::Ar1 => format!("autocorrelation of the errors ρ = {value}"),
            Errors::Ols(_) => format!("first autocorrelation of the residuals {value}"),
        }
    }
}

/// # Errors
/// If the share is not strictly between 0 and 1.
pub(super) fn check_share(what: &str, share: f64, usual: &str) -> Result<(), Error> {
    if share > 0.0 && share < 1.0 {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Argument, format!("a {what} of {share} is not between 0 and 1"))
        .remedy(format!("{usual} is the usual one")))
}

/// Setters of a builder that has `base`.
macro_rules! base_setters {
    () => {
        /// Series that move the outcome and that the event does not move.
        #[doc(alias = "covariates")]
        pub fn exogenous(mut self, series: &[&'a $crate::Series]) -> Self {
            self.base.exogenous.extend(series);
            self
        }

        /// No linear trend: without the event the level would have stayed.
        pub fn no_trend(mut self) -> Self {
            self.base.deterministic.trend = false;
            self
        }

        /// Seasonal dummies.
        pub fn seasonal(mut self) -> Self {
            self.base.deterministic.seasonal = true;
            self
        }

        /// A dummy for dates other than the event's: a rival event, a strike.
        pub fn indicator(mut self, indicator: $crate::Indicator) -> Self {
            self.base.deterministic.indicators.push(indicator);
            self
        }

        $crate::design::dummies_for_dates!("beside the event");

        /// The errors: a covariance for least squares, or AR(1).
        pub fn errors(mut self, errors: $crate::event::Errors) -> Self {
            self.base.errors = Some(errors);
            self
        }

        /// The residual degrees of freedom below which nothing is identified; 5 unless set.
        pub fn min_df(mut self, min_df: usize) -> Self {
            self.base.min_df = min_df;
            self
        }
    };
}

pub(super) use base_setters;
