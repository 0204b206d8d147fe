//! All lags of a system in one triangle, from which both directions and the errors' covariance follow.

use super::super::wilks::Multivariate;
use crate::linalg::Reduction;

/// How many series and terms of each kind the system has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SystemLayout {
    /// Terms without lags.
    pub fixed: usize,
    pub causes: usize,
    pub effects: usize,
    pub given: usize,
    /// p.
    pub lags: usize,
    /// d.
    pub extra: usize,
}

impl SystemLayout {
    /// Series.
    pub fn series(&self) -> usize {
        self.causes + self.effects + self.given
    }

    /// Regressors of each equation.
    pub fn regressors(&self) -> usize {
        let depth = self.lags.saturating_add(self.extra);
        self.series().saturating_mul(depth).saturating_add(self.fixed)
    }

    /// Observations that leave `df` residual degrees of freedom.
    pub fn needed(&self, df: usize) -> usize {
        [self.lags, self.extra, df].into_iter().fold(self.regressors(), usize::saturating_add)
    }

    /// The lagged regressors as (series, lag): of the given series; those beyond p; the effects'; the causes'. The
    /// causes are series 0, 1, …, then come the effects, then the given ones.
    pub fn lagged(&self) -> Vec<(usize, usize)> {
        let (causes, both) = (self.causes, self.causes + self.effects);
        let of = |series: std::ops::Range<usize>, lags: std::ops::RangeInclusive<usize>| {
            series.flat_map(move |number| lags.clone().map(move |lag| (number, lag)))
        };
        let depth = self.lags + self.extra;
        of(both..self.series(), 1..=depth)
            .chain(of(0..both, self.lags + 1..=depth))
            .chain(of(causes..both, 1..=self.lags))
            .chain(of(0..causes, 1..=self.lags))
            .collect()
    }
}

/// The reduced rows of a system: regressors, effects, causes.
#[derive(Debug, Clone)]
pub(crate) struct System {
    layout: SystemLayout,
    rows: usize,
    reduction: Reduction,
}

impl System {
    /// Of series of one length (causes, effects, given) and fixed terms in the rows that the lags leave.
    pub fn new(layout: SystemLayout, fixed: &[&[f64]], series: &[&[f64]]) -> Self {
        let (length, depth) = (series[0].len(), layout.lags + layout.extra);
        let lagged = layout.lagged().into_iter().map(|(number, lag)| &series[number][depth - lag..length - lag]);
        let (causes, both) = (layout.causes, layout.causes + layout.effects);
        let responses = series[causes..both].iter().chain(&series[..causes]).map(|values| &values[depth..]);
        let columns: Vec<&[f64]> = fixed.iter().copied().chain(lagged).chain(responses).collect();
        Self { layout, rows: length - depth, reduction: Reduction::of_columns(&columns) }
    }

    /// The triangle, for the refusal of collinear regressors.
    pub fn reduction(&self) -> &Reduction {
        &self.reduction
    }

    /// The causes' lags in the effects' equations; `None` if an effect is reproduced exactly, or the errors are dependent.
    pub fn forward(&self) -> Option<Multivariate> {
        let SystemLayout { causes, effects, lags, .. } = self.layout;
        self.test(&self.reduction, causes * lags, self.layout.regressors(), effects)
    }

    /// The effects' lags in the causes' equations.
    pub fn backward(&self) -> Option<Multivariate> {
        let SystemLayout { causes, effects, lags, .. } = self.layout;
        let k = self.layout.regressors();
        let kept = k - (causes + effects) * lags;
        let order: Vec<usize> = (0..kept)
            .chain(k - causes * lags..k)
            .chain(kept..k - causes * lags)
            .chain(k + effects..k + effects + causes)
            .collect();
        self.test(&self.reduction.select(&order), effects * lags, k, causes)
    }

    /// The causes' errors as regressors of the effects' errors.
    pub fn instantaneous(&self) -> Option<Multivariate> {
        let SystemLayout { causes, effects, .. } = self.layout;
        let k = self.layout.regressors();
        let order: Vec<usize> = (0..k).chain(k + effects..k + effects + causes).chain(k..k + effects).collect();
        self.test(&self.reduction.select(&order), causes, k + causes, effects)
    }

    /// The last `tested` of the `k` regressors in the equations of the `equations` columns after them.
    fn test(&self, reduction: &Reduction, tested: usize, k: usize, equations: usize) -> Option<Multivariate> {
        let size = reduction.columns();
        let responses: Vec<&[f64]> =
            (k..k + equations).map(|j| &reduction.triangle()[j * size + k - tested..(j + 1) * size]).collect();
        let total = |j: usize| reduction.tail_square(j, 0);
        let exact = (k..k + equations).any(|j| reduction.tail_square(j, k) <= 1e-26 * total(j));
        if exact { None } else { Multivariate::of(&responses, tested, self.rows, k) }
    }
}
