//! A fitted regression, with one covariance and one reference distribution.

use std::sync::Arc;

use ndarray::{Array1, Array2};

use super::covariance::{self, Covariance};
use super::estimate::Estimate;
use super::rows::for_each_row;
use super::summary::Coefficient;
use crate::dist::{normal, student_t};
use crate::hypothesis::Setting;
use crate::linalg::{Reduction, add_scaled, scale_by};
use crate::{Design, Error, ErrorKind, Note, Sample};

/// What t statistics are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Inference {
    /// Student's t with n − k degrees of freedom, whatever the covariance (R's `coeftest`, Stata).
    #[default]
    StudentT,
    /// The standard normal (statsmodels' default under a robust covariance).
    Normal,
}

/// A regression estimated once; inference under any covariance is a cheap second step.
#[derive(Debug, Clone)]
pub struct Fit {
    pub(super) design: Arc<Design>,
    pub(super) estimate: Arc<Estimate>,
    covariance: Covariance,
    inference: Inference,
    /// Covariance of the scaled coefficients, k × k.
    pub(super) vcov: Vec<f64>,
    bandwidth: Option<f64>,
}

impl Fit {
    pub(super) fn classical(design: Arc<Design>, estimate: Arc<Estimate>) -> Result<Self, Error> {
        let fit = Self {
            design,
            estimate,
            covariance: Covariance::Classical,
            inference: Inference::StudentT,
            vcov: Vec::new(),
            bandwidth: None,
        };
        if fit.coefficients().iter().any(|b| !b.is_finite()) {
            return Err(Error::new(
                ErrorKind::NonFinite,
                format!("a coefficient of the regression of `{}` is too large for a double", fit.design.response()),
            )
            .remedy("give the variables in units nearer to one another"));
        }
        fit.with(Covariance::Classical)
    }

    /// The same estimates with inference under another covariance.
    ///
    /// # Errors
    /// If the covariance cannot be had from these data: a leverage of one under HC2–HC4, more lags than rows,
    /// a prewhitening that fails.
    pub fn with(&self, covariance: Covariance) -> Result<Self, Error> {
        let computed = covariance::compute(covariance, &self.design, &self.estimate)?;
        Ok(Self { covariance, vcov: computed.vcov, bandwidth: computed.bandwidth, ..self.clone() })
    }

    /// The same coefficients with the covariance `computed` from other residuals; it goes by the name `covariance`.
    pub(super) fn with_estimate(
        &self,
        covariance: Covariance,
        computed: Covariance,
        estimate: &Estimate,
    ) -> Result<Self, Error> {
        let computed = covariance::compute(computed, &self.design, estimate)?;
        Ok(Self { covariance, vcov: computed.vcov, bandwidth: computed.bandwidth, ..self.clone() })
    }

    /// The same estimates with t statistics compared to another distribution.
    #[must_use]
    pub fn with_inference(mut self, inference: Inference) -> Self {
        self.inference = inference;
        self
    }

    /// The design that was estimated.
    pub fn design(&self) -> &Design {
        &self.design
    }

    /// The covariance in use.
    pub fn covariance(&self) -> Covariance {
        self.covariance
    }

    /// The distribution in use.
    pub fn inference(&self) -> Inference {
        self.inference
    }

    /// The HAC bandwidth used (for Bartlett and Parzen with a lag L, that is L + 1), as chosen by the data or given.
    pub fn bandwidth(&self) -> Option<f64> {
        self.bandwidth
    }

    /// Observations.
    pub fn nobs(&self) -> usize {
        self.design.nobs()
    }

    /// Coefficients.
    pub fn nterms(&self) -> usize {
        self.design.terms().len()
    }

    /// Residual degrees of freedom n − k, at least one.
    pub fn df_resid(&self) -> usize {
        self.nobs() - self.nterms()
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.design.sample()
    }

    /// What a reader of these numbers must know.
    pub fn notes(&self) -> Vec<Note> {
        self.design.notes().iter().chain(&self.estimate.notes).cloned().collect()
    }

    /// What the inference depends on, and who chose it.
    pub fn settings(&self) -> Vec<Setting> {
        let chosen_by = if self.covariance == Covariance::default() { "default" } else { "user" };
        let value = self.covariance.to_string();
        let mut settings = vec![Setting { name: "covariance".into(), value, chosen_by: chosen_by.into() }];
        if let (Covariance::Hac(hac), Some(bandwidth)) = (self.covariance, self.bandwidth) {
            settings.push(Setting {
                name: "bandwidth".into(),
                value: bandwidth.to_string(),
                chosen_by: hac.bandwidth.chosen_by().into(),
            });
        }
        settings
    }

    /// Whether the regressors contain or add up to a constant.
    pub fn has_constant(&self) -> bool {
        self.estimate.constant.is_some()
    }

    /// The coefficients, in the design's order.
    pub fn coefficients(&self) -> Array1<f64> {
        let e = &self.estimate;
        (0..self.nterms()).map(|j| scale_by(e.beta[j], e.response_exponent - e.exponents[j])).collect()
    }

    /// The standard errors, in the design's order.
    pub fn standard_errors(&self) -> Array1<f64> {
        let e = &self.estimate;
        (0..self.nterms()).map(|j| scale_by(self.scaled_error(j), e.response_exponent - e.exponents[j])).collect()
    }

    /// The t statistics of the coefficients against zero, in the design's order.
    pub fn t_statistics(&self) -> Array1<f64> {
        (0..self.nterms()).map(|j| self.t_statistic(j)).collect()
    }

    /// In scaled units, where nothing under- or overflows.
    fn t_statistic(&self, j: usize) -> f64 {
        let b = self.estimate.beta[j];
        if b == 0.0 { 0.0 } else { b / self.scaled_error(j) }
    }

    /// The square of entry i is what the i-th regressor in this `order` adds to the explained sum of squares once those
    /// before it are in; the second number is the residual sum of squares. Both in one scale of their own.
    pub(crate) fn explained_in(&self, order: &[usize]) -> (Vec<f64>, f64) {
        let (k, e) = (self.nterms(), &self.estimate);
        let root = |j: usize| &e.root[j * k..(j + 1) * k];
        // X = Q R, so that Xb lies along the columns of Q by R b: k rows stand for all.
        let mut fitted = vec![0.0; k];
        (0..k).for_each(|j| add_scaled(&mut fitted, e.beta[j], root(j)));
        let columns: Vec<&[f64]> = order.iter().map(|j| root(*j)).chain([fitted.as_slice()]).collect();
        let reduction = Reduction::of_columns(&columns);
        let last = order.len();
        let parts = reduction.column(last)[..last].iter().map(|part| scale_by(*part, reduction.exponent(last)));
        (parts.collect(), e.rss)
    }

    /// The covariance matrix of the coefficients.
    pub fn vcov(&self) -> Array2<f64> {
        let (k, e) = (self.nterms(), &self.estimate);
        Array2::from_shape_fn((k, k), |(i, j)| {
            scale_by(self.vcov[i * k + j], 2 * e.response_exponent - e.exponents[i] - e.exponents[j])
        })
    }

    /// Response minus fitted.
    pub fn residuals(&self) -> Array1<f64> {
        let e = &self.estimate;
        e.residuals.iter().map(|r| scale_by(*r, e.response_exponent)).collect()
    }

    /// What the regression predicts for each row.
    pub fn fitted(&self) -> Array1<f64> {
        self.design.y() - &self.residuals()
    }

    /// The diagonal of the hat matrix X(XᵀX)⁻¹Xᵀ.
    pub fn leverage(&self) -> Array1<f64> {
        let mut leverage = Array1::zeros(self.nobs());
        let transform = covariance::Orthonormal::new(&self.estimate);
        let mut q = vec![0.0; self.nterms()];
        for_each_row(self.design.x(), |i, row| {
            transform.row(row, &mut q);
            leverage[i] = q.iter().map(|v| v * v).sum();
        });
        leverage
    }

    /// The residual variance RSS/(n − k), in the response's units squared.
    pub fn sigma2(&self) -> f64 {
        scale_by(self.estimate.rss / self.df_resid() as f64, 2 * self.estimate.response_exponent)
    }

    /// One row per term, with a 95 % confidence interval.
    pub fn tidy(&self) -> Vec<Coefficient> {
        self.tidy_at(0.95)
    }

    /// Lower and upper ends of the confidence intervals of this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn conf_int(&self, level: f64) -> Result<Vec<(f64, f64)>, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a confidence level is between 0 and 1, not {level}"))
                .remedy("0.95 is the usual one"));
        }
        Ok(self.tidy_at(level).into_iter().map(|row| (row.conf_low, row.conf_high)).collect())
    }

    fn tidy_at(&self, level: f64) -> Vec<Coefficient> {
        let df = self.df_resid() as f64;
        let critical = match self.inference {
            Inference::StudentT => student_t::isf((1.0 - level) / 2.0, df),
            Inference::Normal => normal::isf((1.0 - level) / 2.0),
        };
        let rows = self.design.terms().iter().zip(self.coefficients()).zip(self.standard_errors()).enumerate();
        rows.map(|(j, ((term, estimate), std_error))| {
            let statistic = self.t_statistic(j);
            let p_value = match self.inference {
                Inference::StudentT => student_t::two_sided(statistic, df),
                Inference::Normal => normal::two_sided(statistic),
            };
            let half = critical * std_error;
            Coefficient {
                term: term.clone(),
                estimate,
                std_error,
                statistic,
                p_value,
                conf_low: estimate - half,
                conf_high: estimate + half,
            }
        })
        .collect()
    }

    fn scaled_error(&self, j: usize) -> f64 {
        self.vcov[j * self.nterms() + j].max(0.0).sqrt()
    }
}
