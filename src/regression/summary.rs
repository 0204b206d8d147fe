//! The rows that a regression table is made of: one per term, one per model.

use serde::Serialize;

use super::fit::Fit;
use super::information::Information;
use crate::linalg::scale_by;

/// One estimated coefficient, in broom's words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coefficient {
    /// The regressor's name.
    pub term: String,
    /// The estimate.
    pub estimate: f64,
    /// Its standard error under the fit's covariance.
    pub std_error: f64,
    /// estimate / std_error; infinite if the fit is exact.
    pub statistic: f64,
    /// Two-sided p-value of the hypothesis that the coefficient is zero.
    pub p_value: f64,
    /// Lower end of the confidence interval.
    pub conf_low: f64,
    /// Upper end of the confidence interval.
    pub conf_high: f64,
}

/// A whole regression in one row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FitSummary {
    /// Observations n.
    pub nobs: usize,
    /// Residual degrees of freedom n − k.
    pub df_resid: usize,
    /// Regressors apart from the constant.
    pub df_model: usize,
    /// 1 − RSS/TSS; TSS is around the mean with a constant, around zero without.
    pub r2: f64,
    /// R² adjusted for degrees of freedom.
    pub r2_adj: f64,
    /// Residual standard deviation √(RSS/(n − k)).
    pub sigma: f64,
    /// Residual sum of squares.
    pub rss: f64,
    /// Total sum of squares.
    pub tss: f64,
    /// Wald F of all regressors apart from the constant, under the fit's covariance; `None` if there are none, or the
    /// covariance of their coefficients is singular.
    pub f_statistic: Option<f64>,
    /// Its p-value from F(df_model, df_resid).
    pub f_p_value: Option<f64>,
    /// Gaussian log-likelihood at its maximum over coefficients and σ²; it and the criteria are infinite if the fit is exact.
    pub log_likelihood: f64,
    /// Akaike's criterion, σ² not counted as a parameter (see [`Information`]).
    pub aic: f64,
    /// Schwarz's criterion, σ² not counted.
    pub bic: f64,
    /// Hannan and Quinn's criterion, σ² not counted.
    pub hq: f64,
}

impl Fit {
    /// One row for the whole regression.
    pub fn glance(&self) -> FitSummary {
        let (e, n, df_resid) = (&self.estimate, self.nobs(), self.df_resid());
        let constant = usize::from(self.has_constant());
        let natural = |square: f64| scale_by(square, 2 * e.response_exponent);
        let unexplained = e.rss / e.tss;
        let overall = self.overall();
        let log_likelihood = self.log_likelihood();
        let information = Information::default().criteria(log_likelihood, n, self.nterms());
        FitSummary {
            nobs: n,
            df_resid,
            df_model: self.nterms() - constant,
            r2: 1.0 - unexplained,
            r2_adj: 1.0 - unexplained * (n - constant) as f64 / df_resid as f64,
            sigma: scale_by((e.rss / df_resid as f64).sqrt(), e.response_exponent),
            rss: natural(e.rss),
            tss: natural(e.tss),
            f_statistic: overall.as_ref().map(|test| test.f),
            f_p_value: overall.as_ref().map(|test| test.f_p),
            log_likelihood,
            aic: information.aic,
            bic: information.bic,
            hq: information.hq,
        }
    }

    /// Gaussian log-likelihood at its maximum: −n/2 (ln 2π + ln(RSS/n) + 1); infinite if the fit is exact.
    pub fn log_likelihood(&self) -> f64 {
        let n = self.nobs() as f64;
        let ln_variance =
            (self.estimate.rss / n).ln() + 2.0 * f64::from(self.estimate.response_exponent) * std::f64::consts::LN_2;
        -0.5 * n * ((2.0 * std::f64::consts::PI).ln() + ln_variance + 1.0)
    }
}
