//! One direction whose roles may each have their own lags.

use super::aligned::Aligned;
use super::lag_reduction::LagComparison;
use super::lag_set::LagSet;
use super::spec::{Spec, slices};
use crate::linalg::Reduction;
use crate::regression::refuse_collinear;
use crate::{Error, Series};

/// The lags of one direction, by role; d further lags of every series are in both models.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Roles {
    /// Of the cause: those that are tested.
    pub tested: LagSet,
    /// Of the effect.
    pub own: LagSet,
    /// Of each given series.
    pub given: LagSet,
    /// d.
    pub extra: usize,
}

impl Roles {
    /// What was asked for, with lags 1 to p where a role has none of its own.
    pub fn of(spec: &Spec<'_>, p: usize) -> Self {
        let or_all = |own: &Option<LagSet>| own.clone().unwrap_or_else(|| LagSet::from(p));
        let own = or_all(&spec.separate.effect);
        let given = spec.separate.given.clone().unwrap_or_else(|| own.clone());
        Self { tested: or_all(&spec.separate.cause), own, given, extra: spec.extra }
    }

    /// The longest lag but for the d further ones.
    pub fn longest(&self, given: usize) -> usize {
        let beside = if given > 0 { self.given.longest() } else { 0 };
        self.tested.longest().max(self.own.longest()).max(beside)
    }

    /// The longest lag.
    pub fn depth(&self, given: usize) -> usize {
        self.longest(given).saturating_add(self.extra)
    }

    /// Coefficients of the unrestricted equation beside the fixed terms.
    pub fn lagged(&self, given: usize) -> usize {
        let beside = self.given.lags().len().saturating_add(self.extra).saturating_mul(given);
        let two = self.own.lags().len() + self.tested.lags().len();
        two.saturating_add(self.extra.saturating_mul(2)).saturating_add(beside)
    }

    /// The lagged regressors as (series, lag), those that are tested last; the given series are 2, 3, ….
    pub fn regressors(&self, cause: usize, effect: usize, given: usize) -> Vec<(usize, usize)> {
        let longest = self.longest(given);
        let further = || longest + 1..=longest + self.extra;
        let of = |series: usize, lags: &LagSet| -> Vec<(usize, usize)> {
            lags.lags().iter().copied().chain(further()).map(|lag| (series, lag)).collect()
        };
        let mut all: Vec<(usize, usize)> = (2..2 + given).flat_map(|series| of(series, &self.given)).collect();
        all.extend(of(effect, &self.own));
        all.extend(further().map(|lag| (cause, lag)));
        all.extend(self.tested.lags().iter().map(|&lag| (cause, lag)));
        all
    }
}

/// The regressors of the unrestricted equation, fixed terms first and what is tested last; each has the rows that the
/// longest lag leaves, as the fixed terms must.
pub(crate) fn columns<'a>(
    roles: &Roles,
    [cause, effect]: [usize; 2],
    fixed: &[&'a [f64]],
    series: &[&'a [f64]],
) -> Vec<&'a [f64]> {
    let given = series.len() - 2;
    let depth = roles.depth(given);
    let lagged = roles.regressors(cause, effect, given).into_iter().map(|(number, lag)| {
        let values = series[number];
        &values[depth - lag..values.len() - lag]
    });
    fixed.iter().copied().chain(lagged).collect()
}

/// The equation with and without the tested lags, and its triangle.
pub(crate) fn compare(
    roles: &Roles,
    way: [usize; 2],
    fixed: &[&[f64]],
    series: &[&[f64]],
) -> (Reduction, LagComparison) {
    let mut columns = columns(roles, way, fixed, series);
    let y = &series[way[1]][roles.depth(series.len() - 2)..];
    columns.push(y);
    let reduction = Reduction::of_columns(&columns);
    let comparison = LagComparison::of_last(&reduction, roles.tested.lags().len(), y.len());
    (reduction, comparison)
}

/// The same of aligned series, collinear regressors refused by name; there must be more rows than regressors.
pub(super) fn checked(
    roles: &Roles,
    way: [usize; 2],
    aligned: &Aligned,
    fixed: &[(String, Vec<f64>)],
) -> Result<LagComparison, Error> {
    let (values, series) = (slices(fixed), aligned.values());
    let (reduction, comparison) = compare(roles, way, &values, &series);
    let given = aligned.given().len();
    let lagged = roles.regressors(way[0], way[1], given);
    let name = |column: usize| match column.checked_sub(fixed.len()) {
        None => fixed[column].0.clone(),
        Some(column) => format!("lag({}, {})", aligned.series[lagged[column].0].name(), lagged[column].1),
    };
    let all = columns(roles, way, &values, &series);
    let constant = |column: usize| {
        let first = all[column].first().copied();
        first.filter(|first| all[column].iter().all(|value| value == first))
    };
    refuse_collinear(&reduction, comparison.regressors, name, constant)?;
    Ok(comparison)
}

/// Observations that leave one residual degree of freedom.
pub(super) fn needed(roles: &Roles, fixed: usize, given: usize) -> usize {
    [roles.lagged(given), roles.depth(given), 1].into_iter().fold(fixed, usize::saturating_add)
}

/// "1 to 4 of exports": a role's lags with the name of its series.
pub(super) fn lags_of(lags: &LagSet, series: &Series) -> String {
    format!("{lags} of {}", series.name())
}
