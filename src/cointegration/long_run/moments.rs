//! What FMOLS and CCR share: the innovations η of the equation and of its regressors, and their long-run covariance.

use super::covariance::{LongRun, Window};
use super::estimate::LongRunFit;
use crate::cointegration::equation::{Equation, design};
use crate::hypothesis::Setting;
use crate::linalg::scale_by;
use crate::regression::{Fit, Ols};
use crate::unit_root::Terms;
use crate::unit_root::input::{deterministic, deterministic_names, differences};
use crate::{Error, ErrorKind};

/// How deterministic terms are taken off the regressors before their innovations are formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Detrending {
    /// The levels are regressed on the terms, and what is left is differenced.
    #[default]
    Levels,
    /// The differences are regressed on the differenced terms.
    Differences,
}

/// What both estimators are told.
#[derive(Debug, Clone)]
pub(super) struct Spec<'a> {
    pub(super) y: &'a crate::Series,
    pub(super) x: Vec<&'a crate::Series>,
    pub(super) terms: Terms,
    pub(super) regressor_terms: Option<Terms>,
    pub(super) detrending: Detrending,
    pub(super) window: Window,
    pub(super) adjust: bool,
}

impl<'a> Spec<'a> {
    pub(super) fn new(y: &'a crate::Series) -> Self {
        Self {
            y,
            x: Vec::new(),
            terms: Terms::default(),
            regressor_terms: None,
            detrending: Detrending::default(),
            window: Window::default(),
            adjust: false,
        }
    }
}

/// The setters of FMOLS and CCR.
macro_rules! modified_setters {
    () => {
        /// The series on the right-hand side.
        pub fn on(mut self, x: &[&'a crate::Series]) -> Self {
            self.spec.x = x.to_vec();
            self
        }

        /// The deterministic terms of the equation; a constant unless set.
        #[doc(alias = "trend")]
        pub fn terms(mut self, terms: $crate::unit_root::Terms) -> Self {
            self.spec.terms = terms;
            self
        }

        /// The deterministic terms of the regressors; those of the equation unless set. A regressor with a drift needs
        /// a trend here even if the equation has none.
        #[doc(alias = "x_trend")]
        pub fn regressor_terms(mut self, terms: $crate::unit_root::Terms) -> Self {
            self.spec.regressor_terms = Some(terms);
            self
        }

        /// How those terms are taken off; in levels unless set.
        pub fn detrending(mut self, detrending: $crate::cointegration::long_run::Detrending) -> Self {
            self.spec.detrending = detrending;
            self
        }

        $crate::cointegration::setters::window_setters!(spec.window);

        /// Multiplies the covariance of the coefficients by m/(m − k), m rows and k coefficients.
        #[doc(alias = "df_adjust")]
        pub fn adjusted(mut self) -> Self {
            self.spec.adjust = true;
            self
        }
    };
}

pub(super) use modified_setters;

/// The data in units that make their changes of size one, and the moments of their innovations.
pub(super) struct Moments {
    pub(super) equation: Equation,
    /// y, then the x.
    pub(super) series: Vec<Vec<f64>>,
    exponents: Vec<i32>,
    /// û and the innovations of the x from the second observation on.
    pub(super) eta: Vec<Vec<f64>>,
    pub(super) omega: LongRun,
    /// Ω₂₂⁻¹ω₂₁.
    pub(super) slopes: Vec<f64>,
    /// Least-squares slopes of y on the x.
    pub(super) beta: Vec<f64>,
}

impl Moments {
    pub(super) fn of(method: &str, spec: &Spec<'_>) -> Result<Self, Error> {
        let equation = Equation::new(method, spec.y, &spec.x, spec.terms)?;
        equation.needs(method, equation.width() + 6)?;
        equation.fit()?;
        let (series, exponents) = equation.scaled();
        let n = equation.nobs();
        let mut columns = deterministic(spec.terms, 0, n);
        columns.extend(series[1..].iter().cloned());
        let static_fit = fit(&equation, equation.term_names(), 0, &series[0], &columns)?;
        let mut eta = vec![static_fit.residuals().to_vec()[1..].to_vec()];
        for (x, name) in series[1..].iter().zip(equation.x()) {
            let terms = spec.regressor_terms.unwrap_or(spec.terms);
            eta.push(innovations(&equation, name.name(), x, terms, spec.detrending)?);
        }
        let omega = LongRun::of(&eta, spec.window)?;
        let slopes = omega.long_run_slopes().ok_or_else(|| {
            Error::new(
                ErrorKind::Collinear,
                format!("the innovations of the regressors of `{}` are collinear", spec.y.name()),
            )
            .remedy("leave one of them out")
        })?;
        let beta = static_fit.coefficients().to_vec().split_off(spec.terms.count());
        Ok(Self { equation, series, exponents, eta, omega, slopes, beta })
    }

    /// Least squares on the rows from the second observation on.
    pub(super) fn fit(&self, y: &[f64], x: Vec<Vec<f64>>) -> Result<Fit, Error> {
        let n = self.equation.nobs();
        let mut columns = deterministic(self.equation.terms(), 1, n);
        columns.extend(x);
        fit(&self.equation, self.equation.term_names(), 1, y, &columns)
    }

    /// The estimate with these coefficients, in the user's units, and the covariance ω₁₁·₂(Z'Z)⁻¹ of the regression.
    pub(super) fn estimate(
        &self,
        method: &'static str,
        spec: &Spec<'_>,
        regression: Fit,
        coefficients: &[f64],
    ) -> Result<LongRunFit, Error> {
        let (k, rows) = (regression.nterms(), regression.nobs());
        let unit = |j: usize| j.checked_sub(spec.terms.count()).map_or(0, |j| self.exponents[1 + j]);
        let own = self.exponents[0];
        let adjustment = if spec.adjust { rows as f64 / (rows - k) as f64 } else { 1.0 };
        let conditional = adjustment * self.omega.conditional(&self.slopes);
        if conditional.is_nan() || conditional <= 0.0 {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("{method} of `{}`: the long-run variance of its error is not positive", spec.y.name()),
            )
            .remedy("use another kernel or a shorter bandwidth"));
        }
        let inverse = inverse_moments(&regression);
        let vcov =
            (0..k * k).map(|at| scale_by(conditional * inverse[at], 2 * own - unit(at / k) - unit(at % k))).collect();
        let n = self.equation.nobs();
        let regressor_terms = spec.regressor_terms.unwrap_or(spec.terms);
        let mut settings = vec![
            Setting::or_default("deterministic terms", spec.terms, Terms::default()),
            Setting::new(
                "terms of the regressors",
                format!(
                    "{regressor_terms}, {}",
                    if spec.detrending == Detrending::Levels { "in levels" } else { "in differences" }
                ),
                if spec.regressor_terms.is_some() { "user" } else { "as the equation's" },
            ),
        ];
        settings.extend(spec.window.settings(self.omega.width));
        if spec.adjust {
            settings.push(Setting::new("small-sample factor", "m/(m − k)", "user"));
        }
        LongRunFit {
            method,
            response: self.equation.in_words(),
            terms: self.equation.term_names(),
            coefficients: coefficients.iter().enumerate().map(|(j, b)| scale_by(*b, own - unit(j))).collect(),
            vcov,
            long_run_variance: scale_by(conditional, 2 * own),
            bandwidth: self.omega.width,
            sample: self.equation.sample(1, n),
            settings,
            notes: self.equation.explosions(),
            regression,
        }
        .checked()
    }
}

/// (Z'Z)⁻¹ of a regression, row by row.
pub(super) fn inverse_moments(fit: &Fit) -> Vec<f64> {
    let sigma2 = fit.sigma2();
    fit.vcov().iter().map(|value| value / sigma2).collect()
}

/// The innovations of one regressor from the second observation on.
fn innovations(
    equation: &Equation,
    name: &str,
    x: &[f64],
    terms: Terms,
    detrending: Detrending,
) -> Result<Vec<f64>, Error> {
    let n = x.len();
    let columns = deterministic(terms, 0, n);
    if detrending == Detrending::Levels {
        // A constant goes when differences are taken.
        if terms.count() <= 1 {
            return Ok(differences(x));
        }
        return Ok(differences(&fit(equation, deterministic_names(terms), 0, x, &columns)?.residuals().to_vec()));
    }
    let changing: Vec<Vec<f64>> = columns.iter().skip(1).map(|column| differences(column)).collect();
    if changing.is_empty() {
        return Ok(differences(x));
    }
    let names = deterministic_names(terms).split_off(1);
    let design = design(name, names, &differences(x), &changing, equation.stamps(1, n))?;
    Ok(Ols::fit(&design)?.residuals().to_vec())
}

fn fit(equation: &Equation, names: Vec<String>, from: usize, y: &[f64], columns: &[Vec<f64>]) -> Result<Fit, Error> {
    Ols::fit(&design(equation.y().name(), names, y, columns, equation.stamps(from, equation.nobs()))?)
}
