//! What a two-way test is asked, and how the question is prepared.

use std::ops::RangeInclusive;

use super::deterministic::Deterministic;
use super::lag_reduction::{LagReduction, Layout, Regressor};
use super::order::criteria;
use super::panel::Panel;
use crate::hypothesis::Setting;
use crate::regression::{Covariance, Criterion, refuse_collinear};
use crate::{Error, ErrorKind, Sample, Series, Stamp};

/// How the number of lags is found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Lags {
    /// One, since nothing was said.
    Default,
    /// These, one test each.
    Given(RangeInclusive<usize>),
    /// The one that a criterion prefers among 1 to the second.
    Chosen(Criterion, usize),
}

/// A question of both forms of the test: Granger's has d = 0.
#[derive(Debug, Clone)]
pub(crate) struct Spec<'a> {
    pub cause: &'a Series,
    pub effect: &'a Series,
    pub given: Vec<&'a Series>,
    pub deterministic: Deterministic,
    pub lags: Lags,
    pub extra: usize,
    pub extra_by: &'static str,
    pub covariances: Vec<Covariance>,
    pub toda_yamamoto: bool,
    pub min_df: usize,
    /// Whether the user insists on a test of constructed data.
    pub accept_constructed: bool,
    /// Of the simulations that say how the test behaves in a small sample.
    pub seed: u64,
}

impl<'a> Spec<'a> {
    pub fn new(cause: &'a Series, effect: &'a Series) -> Self {
        Self {
            cause,
            effect,
            given: Vec::new(),
            deterministic: Deterministic::default(),
            lags: Lags::Default,
            extra: 0,
            extra_by: "",
            covariances: Vec::new(),
            toda_yamamoto: false,
            min_df: 5,
            accept_constructed: false,
            seed: 1,
        }
    }

    /// The orders to test, with the words for who chose them.
    pub fn orders(&self, panel: &Panel) -> Result<(RangeInclusive<usize>, String), Error> {
        let (orders, chosen_by) = match &self.lags {
            Lags::Default => (1..=1, "default".to_owned()),
            Lags::Given(range) => (range.clone(), "user".to_owned()),
            Lags::Chosen(criterion, longest) => {
                let (order, sample) = self.choose(panel, *criterion, *longest)?;
                (order..=order, format!("{criterion} of the VAR among 1 to {longest} lags, {sample}"))
            }
        };
        if *orders.start() == 0 || orders.is_empty() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("a test with {} to {} lags has nothing to test", orders.start(), orders.end()),
            )
            .remedy("give at least one lag, the shorter first"));
        }
        if *orders.end() > panel.len() && orders.start() != orders.end() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("{} lags are more than the {} observations", orders.end(), panel.len()),
            )
            .remedy("end the range of lags earlier"));
        }
        Ok((orders, chosen_by))
    }

    fn choose(&self, panel: &Panel, criterion: Criterion, longest: usize) -> Result<(usize, Sample), Error> {
        if longest == 0 {
            return Err(Error::new(ErrorKind::Argument, "the longest lag to choose from is 0")
                .remedy("let the criterion choose from at least one lag"));
        }
        let k = self.deterministic.count(panel.effect()).saturating_add(longest.saturating_mul(panel.series.len()));
        let rows = panel.len().saturating_sub(longest);
        if rows <= k.saturating_add(panel.series.len()) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "choosing among 1 to {longest} lags needs {} observations, found {}",
                    k.saturating_add(longest).saturating_add(panel.series.len() + 1),
                    panel.len()
                ),
            )
            .remedy("let the criterion choose among fewer lags, or give a longer sample"));
        }
        let deterministic = self.deterministic.columns(panel.effect(), longest)?;
        let values = criteria(criterion, &slices(&deterministic), &panel.values(), longest);
        let best =
            (0..values.len()).min_by(|a, b| values[*a].total_cmp(&values[*b])).filter(|i| values[*i].is_finite());
        let Some(best) = best else {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("{criterion} cannot choose the lags: the series reproduce one another exactly"),
            )
            .remedy("leave out a series that is a combination of the others' lags"));
        };
        Ok((best + 1, sample_after(panel, longest)))
    }

    /// The number of coefficients of each unrestricted equation with p lags.
    pub fn regressors(&self, panel: &Panel, lags: usize) -> usize {
        let depth = lags.saturating_add(self.extra);
        self.deterministic.count(panel.effect()).saturating_add(depth.saturating_mul(panel.series.len()))
    }

    /// The number of observations that leave one residual degree of freedom with p lags.
    pub fn needed(&self, panel: &Panel, lags: usize) -> usize {
        self.regressors(panel, lags).saturating_add(lags).saturating_add(self.extra).saturating_add(1)
    }

    /// The problem with p lags, reduced; there must be as many observations as [`needed`](Self::needed).
    pub fn prepare(&self, panel: &Panel, lags: usize) -> Result<Prepared, Error> {
        let depth = lags + self.extra;
        let deterministic = self.deterministic.columns(panel.effect(), depth)?;
        let layout = Layout { deterministic: deterministic.len(), given: panel.given().len(), lags, extra: self.extra };
        let (columns, series) = (slices(&deterministic), panel.values());
        let reduction = LagReduction::new(layout, &columns, &series);
        let name = |column: usize| match layout.regressor(column) {
            Regressor::Deterministic(term) => deterministic[term].0.clone(),
            Regressor::Lag { series, lag } => format!("lag({}, {lag})", panel.series[series].name()),
        };
        let constant = |column: usize| {
            let values = layout.column(column, &columns, &series);
            values.first().copied().filter(|first| values.iter().all(|value| value == first))
        };
        refuse_collinear(reduction.reduction(), layout.regressors(), name, constant)?;
        Ok(Prepared { reduction, sample: sample_after(panel, depth), deterministic })
    }

    /// What every result of this question depends on.
    pub fn settings(&self, panel: &Panel, lags: usize, chosen_by: &str) -> Vec<Setting> {
        let mut settings = vec![Setting::new("lags", lags.to_string(), chosen_by)];
        if self.toda_yamamoto {
            settings.push(Setting::new("order of integration (further lags)", self.extra.to_string(), self.extra_by));
        }
        let by = if self.deterministic == Deterministic::default() { "default" } else { "user" };
        settings.push(Setting::new("deterministic terms", self.deterministic.to_string(), by));
        if !panel.given().is_empty() {
            let names: Vec<&str> = panel.given().iter().map(Series::name).collect();
            settings.push(Setting::new("given", names.join(", "), "user"));
        }
        settings
    }
}

/// A question with its number of lags, reduced.
pub(crate) struct Prepared {
    /// Names and values of the deterministic terms.
    pub deterministic: Vec<(String, Vec<f64>)>,
    pub reduction: LagReduction,
    pub sample: Sample,
}

/// The values of named columns.
pub(crate) fn slices(columns: &[(String, Vec<f64>)]) -> Vec<&[f64]> {
    columns.iter().map(|(_, values)| values.as_slice()).collect()
}

/// The rows left when the first `skip` periods serve as lags only.
pub(crate) fn sample_after(panel: &Panel, skip: usize) -> Sample {
    let effect = panel.effect();
    let skip = skip.min(effect.len() - 1);
    Sample {
        first: Stamp::Period(effect.start().plus(skip as i64)),
        last: Stamp::Period(effect.end()),
        n: effect.len() - skip,
    }
}
