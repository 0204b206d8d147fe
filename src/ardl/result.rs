//! The model as it was estimated.

use ndarray::Array1;

use super::aligned::Aligned;
use super::bounds::{Bounds, BoundsTest};
use super::long_run::{self, Places};
use super::orders::{Candidate, Orders};
use crate::dist::pss::Case;
use crate::hypothesis::Setting;
use crate::regression::{Coefficient, Fit, Ols};
use crate::table::shows_itself;
use crate::{Error, Note, Sample};

/// An estimated autoregressive distributed lag model.
#[derive(Debug, Clone)]
pub struct ArdlResult {
    pub(super) response: String,
    pub(super) regressors: Vec<String>,
    pub(super) orders: Orders,
    pub(super) case: Case,
    pub(super) candidates: Vec<Candidate>,
    pub(super) settings: Vec<Setting>,
    pub(super) min_df: usize,
    pub(super) places: Places,
    levels: Fit,
    error_correction: Fit,
    restricted: Fit,
    deviation: Array1<f64>,
    long_run: Vec<Coefficient>,
}

impl ArdlResult {
    pub(super) fn estimate(
        aligned: &Aligned<'_>,
        orders: Orders,
        case: Case,
        candidates: Vec<Candidate>,
        settings: Vec<Setting>,
        min_df: usize,
    ) -> Result<Self, Error> {
        let levels = Ols::fit(&aligned.levels(&orders)?)?;
        let error_correction = Ols::fit(&aligned.error_correction(&orders, &levels.sample())?)?;
        let regressors: Vec<String> = aligned.regressors.iter().map(|x| x.name().to_owned()).collect();
        let places =
            Places { deterministic: aligned.deterministic(), levels: regressors.len(), fixed: aligned.fixed() };
        let mut names = error_correction.design().terms()[..places.deterministic].to_vec();
        names.extend(regressors.iter().cloned());
        let long_run = long_run::multipliers(&error_correction, places, &names)?;
        let tested = case.restricted().checked_sub(1).map(|_| places.deterministic - 1);
        let (restricted, deviation) = long_run::restricted(&error_correction, places, tested, &long_run)?;
        let response = aligned.response.name().to_owned();
        Ok(Self {
            response,
            regressors,
            orders,
            case,
            candidates,
            settings,
            min_df,
            places,
            levels,
            error_correction,
            restricted,
            deviation,
            long_run,
        })
    }

    /// The response's name.
    pub fn response(&self) -> &str {
        &self.response
    }

    /// The names of the regressors in levels.
    pub fn regressors(&self) -> &[String] {
        &self.regressors
    }

    /// p, q₁ … q_k.
    pub fn orders(&self) -> &Orders {
        &self.orders
    }

    /// The deterministic terms, and which of them belong to the level relation.
    pub fn case(&self) -> Case {
        self.case
    }

    /// What a rule looked at, the best first; empty if the orders were given.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.levels.sample()
    }

    /// What the model depends on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// What a reader must know.
    pub fn notes(&self) -> Vec<Note> {
        self.levels.notes()
    }

    /// The model in levels: yₜ on its lags and the regressors'.
    pub fn levels(&self) -> &Fit {
        &self.levels
    }

    /// The unrestricted error-correction model: Δyₜ on lagged levels and lagged differences. The same fitted values.
    #[doc(alias = "uecm")]
    pub fn error_correction(&self) -> &Fit {
        &self.error_correction
    }

    /// The error-correction model in which the long-run multipliers are held at their estimates: the levels, and the
    /// deterministic term that belongs to the level relation (the constant in case II, the trend in case IV), are one
    /// column, `lag(ec, 1)`. The same fitted values; its standard errors take the multipliers as known.
    #[doc(alias = "recm")]
    pub fn restricted(&self) -> &Fit {
        &self.restricted
    }

    /// The column `lag(ec, 1)`: how far the response was from the level relation one period before each row.
    pub fn deviation(&self) -> &Array1<f64> {
        &self.deviation
    }

    /// Long-run multipliers −θ/φ, the deterministic terms first, with standard errors by the delta method and p-values of
    /// Student's t. A deterministic term is part of the level relation in cases II (the constant) and IV (the trend) only.
    pub fn long_run(&self) -> &[Coefficient] {
        &self.long_run
    }

    /// φ, the coefficient of the response's lagged level: the share of a deviation that is undone in one period, with a
    /// minus sign. Its t statistic is the bounds test's t; its p-value from Student's t is not that test's.
    pub fn speed_of_adjustment(&self) -> Coefficient {
        self.error_correction.tidy().swap_remove(self.places.response())
    }

    /// Tests for a level relation; see [`bounds`](super::bounds).
    ///
    /// # Errors
    /// If bounds cannot be simulated: no draws, or no degree of freedom.
    pub fn bounds(&self, bounds: Bounds) -> Result<BoundsTest, Error> {
        BoundsTest::of(self, bounds)
    }
}

shows_itself!(ArdlResult => tables);
