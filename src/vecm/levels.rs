//! The autoregression in levels that an error-correction model is: A₁ = I + αβ' + Γ₁, Aᵢ = Γᵢ − Γᵢ₋₁, Aₚ = −Γₚ₋₁.
//!
//! Every equation's coefficients are the same map M of what was estimated, so (Z'Z)⁻¹ of a plain autoregression becomes
//! M(W'W)⁻¹M': the covariance of the reduced rank (Lütkepohl 2005, p. 289), β being known or as good as known.

use ndarray::Array2;

use super::roots;
use crate::causality::deterministic::Deterministic;
use crate::cointegration::johansen::{Case, Named, Vecm};
use crate::design::season::season_name;
use crate::hypothesis::Setting;
use crate::var::{Estimated, Implied, VarResult};
use crate::{Design, Indicator, Period, Series, Stamp};

/// The terms beside levels and lags, as they were asked for.
pub(super) struct Terms<'a> {
    pub case: Case,
    pub seasonal: bool,
    pub indicators: &'a [Indicator],
    pub exogenous: usize,
}

impl Terms<'_> {
    /// Those of the levels. Seasons are centred in the model and plain here, so that they need a constant.
    fn of_levels(&self) -> Deterministic {
        Deterministic {
            constant: self.case != Case::None || self.seasonal,
            trend: matches!(self.case, Case::RestrictedTrend | Case::UnrestrictedTrend),
            seasonal: self.seasonal,
            centred: false,
            indicators: self.indicators.to_vec(),
        }
    }
}

/// The levels of a model of these series.
pub(super) fn of(model: &Vecm, series: Vec<Series>, terms: &Terms<'_>, settings: Vec<Setting>) -> VarResult {
    let (regressors, changes) = model.columns();
    let (coefficients, factor) = model.estimates();
    let (k, lags, rows) = (series.len(), model.johansen().lags(), changes[0].1.len());
    let seasons = if terms.seasonal { series[0].frequency().per_year() - 1 } else { 0 };
    let deterministic = terms.of_levels();
    let map = Map {
        start: series[0].start(),
        model,
        deterministic: &deterministic,
        seasons,
        others: terms.indicators.len() + terms.exogenous,
    };
    let m = map.matrix(regressors.len(), k, lags);
    let mut of_levels = m.dot(coefficients);
    let fixed = map.fixed();
    // Δyₜ is yₜ less its own first lag.
    (0..k).for_each(|i| of_levels[[fixed + i, i]] += 1.0);
    let fitted = |t: usize, i: usize| -> f64 {
        regressors.iter().enumerate().map(|(j, (_, values))| values[t] * coefficients[[j, i]]).sum()
    };
    let residuals = Array2::from_shape_fn((rows, k), |(t, i)| changes[i].1[t] - fitted(t, i));
    let gammas = super::gammas(model);
    let (roots, unit_roots) = roots::of(model, &gammas);
    let start = series[0].start().plus(lags as i64);
    debug_assert_eq!(Stamp::Period(start), model.sample().first);
    VarResult::implied(Implied {
        fixed: map.columns(&regressors, lags, rows),
        estimated: Estimated { dynamic: k * (lags - 1) + model.rank(), unit_roots, regressors },
        factor: m.dot(factor),
        coefficients: of_levels,
        series,
        deterministic,
        lags,
        start,
        residuals,
        roots,
        settings,
    })
}

/// From the model's coefficients (unrestricted terms, lagged differences, loadings) to those of the levels.
struct Map<'a> {
    start: Period,
    model: &'a Vecm,
    deterministic: &'a Deterministic,
    seasons: usize,
    /// Dummies for dates and exogenous series.
    others: usize,
}

impl Map<'_> {
    /// How many terms of the levels are no lags.
    fn fixed(&self) -> usize {
        usize::from(self.deterministic.constant) + usize::from(self.deterministic.trend) + self.seasons + self.others
    }

    /// Where a term is among those of the model that are not restricted to the relations.
    fn place(&self, term: &str) -> Option<usize> {
        self.model.terms().iter().position(|name| *name == term)
    }

    /// Where the seasons begin there.
    fn first_season(&self) -> usize {
        usize::from(self.place(Design::INTERCEPT).is_some()) + usize::from(self.place(TREND).is_some())
    }

    fn matrix(&self, width: usize, k: usize, lags: usize) -> Array2<f64> {
        let (fixed, beta) = (self.fixed(), self.model.beta());
        let mut m = Array2::zeros((fixed + k * lags, width));
        let relations = width - self.model.rank();
        let restricted = self.model.johansen().level_names().get(k).map(|name| *name == TREND);
        let mut row = 0;
        if self.deterministic.constant {
            if let Some(place) = self.place(Design::INTERCEPT) {
                m[[row, place]] = 1.0;
            }
            // A centred dummy is a plain one less its mean over a year.
            for season in 0..self.seasons {
                m[[row, self.first_season() + season]] = -1.0 / (self.seasons + 1) as f64;
            }
            for j in 0..self.model.rank() {
                m[[row, relations + j]] = match restricted {
                    Some(false) => beta[[k, j]],
                    // In the relations the trend is one less, as the levels are one period earlier.
                    Some(true) => -beta[[k, j]],
                    None => 0.0,
                };
            }
            row += 1;
        }
        if self.deterministic.trend {
            match self.place(TREND) {
                Some(place) => m[[row, place]] = 1.0,
                None => (0..self.model.rank()).for_each(|j| m[[row, relations + j]] = beta[[k, j]]),
            }
            row += 1;
        }
        for other in 0..self.seasons + self.others {
            m[[row + other, self.first_season() + other]] = 1.0;
        }
        let differences = relations - k * (lags - 1);
        for series in 0..k {
            for j in 0..self.model.rank() {
                m[[fixed + series, relations + j]] = beta[[series, j]];
            }
            for lag in 0..lags - 1 {
                let place = differences + lag * k + series;
                m[[fixed + lag * k + series, place]] = 1.0;
                m[[fixed + (lag + 1) * k + series, place]] = -1.0;
            }
        }
        m
    }

    /// The terms of the levels, in the order of the rows of the map.
    fn columns(&self, regressors: &[Named], lags: usize, rows: usize) -> Vec<Named> {
        let mut columns = Vec::with_capacity(self.fixed());
        if self.deterministic.constant {
            columns.push((Design::INTERCEPT.to_owned(), vec![1.0; rows]));
        }
        if self.deterministic.trend {
            columns.push((TREND.to_owned(), (0..rows).map(|t| (lags + t + 1) as f64).collect()));
        }
        let mean = 1.0 / (self.seasons + 1) as f64;
        let frequency = self.start.frequency();
        for ((_, values), season) in regressors[self.first_season()..][..self.seasons].iter().zip(2..) {
            columns.push((season_name(frequency, season), values.iter().map(|value| (value + mean).round()).collect()));
        }
        columns.extend_from_slice(&regressors[self.first_season() + self.seasons..][..self.others]);
        columns
    }
}

/// The name of the linear trend.
const TREND: &str = "trend()";
