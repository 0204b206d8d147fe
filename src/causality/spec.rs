//! What a two-way test is asked, and how the question is prepared.

use std::ops::RangeInclusive;

use super::aligned::Aligned;
use super::bootstrap::Bootstrap;
use super::deterministic::Deterministic;
use super::equation::{self, Roles};
use super::hsiao::{self, LagPrice};
use super::lag_reduction::{LagReduction, Layout, Regressor};
use super::lag_set::LagSet;
use super::order::criteria;
use super::words;
use crate::hypothesis::Setting;
use crate::regression::{Covariance, Criterion, refuse_collinear};
use crate::{Error, ErrorKind, Note, Sample, Series, Stamp};

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

/// Lags that the roles have for themselves, where they do not all have lags 1 to p.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Separate {
    /// Of the series that is tested.
    pub cause: Option<LagSet>,
    /// Of the series that is predicted.
    pub effect: Option<LagSet>,
    /// Of the given series; those of the effect unless said.
    pub given: Option<LagSet>,
    /// Hsiao's choice of both, each up to this many.
    pub hsiao: Option<(LagPrice, usize)>,
}

impl Separate {
    /// Whether all roles have the same lags 1 to p.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// What is asked of any series: Granger's form has d = 0.
#[derive(Debug, Clone)]
pub(crate) struct Spec<'a> {
    pub given: Vec<&'a Series>,
    /// Series that stand in both models as they are.
    pub exogenous: Vec<&'a Series>,
    pub deterministic: Deterministic,
    pub lags: Lags,
    pub separate: Separate,
    pub extra: usize,
    pub extra_by: &'static str,
    pub covariances: Vec<Covariance>,
    pub bootstraps: Vec<Bootstrap>,
    pub toda_yamamoto: bool,
    pub min_df: usize,
    /// Whether the user insists on a test of constructed data.
    pub accept_constructed: bool,
    /// Of the simulations that say how the test behaves in a small sample.
    pub seed: u64,
}

impl Spec<'_> {
    pub fn new() -> Self {
        Self {
            given: Vec::new(),
            exogenous: Vec::new(),
            deterministic: Deterministic::default(),
            lags: Lags::Default,
            separate: Separate::default(),
            bootstraps: Vec::new(),
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
    pub fn orders(&self, aligned: &Aligned) -> Result<(RangeInclusive<usize>, String), Error> {
        let (orders, chosen_by) = match &self.lags {
            Lags::Default => (1..=1, "default".to_owned()),
            Lags::Given(range) => (range.clone(), "user".to_owned()),
            Lags::Chosen(criterion, longest) => {
                let (order, sample) = self.choose(aligned, *criterion, *longest)?;
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
        if *orders.end() > aligned.len() && orders.start() != orders.end() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("{} lags are more than the {} observations", orders.end(), aligned.len()),
            )
            .remedy("end the range of lags earlier"));
        }
        Ok((orders, chosen_by))
    }

    /// The terms that stand in both models without lags, in the rows that `depth` lags leave: deterministic terms,
    /// then exogenous series.
    pub fn fixed(&self, aligned: &Aligned, depth: usize) -> Result<Vec<(String, Vec<f64>)>, Error> {
        let mut fixed = self.deterministic.columns(aligned.effect(), depth)?;
        let kept = |one: &Series| one.values().iter().copied().skip(depth).collect();
        fixed.extend(aligned.exogenous.iter().map(|one| (one.name().to_owned(), kept(one))));
        Ok(fixed)
    }

    /// How many those are.
    pub fn fixed_count(&self, aligned: &Aligned) -> usize {
        self.deterministic.count(aligned.effect()).saturating_add(aligned.exogenous.len())
    }

    /// What each criterion would choose among these numbers of lags; nothing where there is one number, or too few rows to
    /// compare them.
    pub fn choices(&self, aligned: &Aligned, orders: &RangeInclusive<usize>) -> Result<Vec<(Criterion, usize)>, Error> {
        let longest = *orders.end();
        let k = self.fixed_count(aligned).saturating_add(longest.saturating_mul(aligned.series.len()));
        if orders.start() == orders.end()
            || aligned.len().saturating_sub(longest) <= k.saturating_add(aligned.series.len())
        {
            return Ok(Vec::new());
        }
        let fixed = self.fixed(aligned, longest)?;
        let best = |criterion: Criterion| {
            let values = criteria(criterion, &slices(&fixed), &aligned.values(), longest);
            let among = orders.clone().filter(|order| values[order - 1].is_finite());
            let best = among.min_by(|a, b| values[a - 1].total_cmp(&values[b - 1]))?;
            Some((criterion, best))
        };
        Ok([Criterion::Aic, Criterion::Bic, Criterion::Hq].into_iter().filter_map(best).collect())
    }

    fn choose(&self, aligned: &Aligned, criterion: Criterion, longest: usize) -> Result<(usize, Sample), Error> {
        if longest == 0 {
            return Err(Error::new(ErrorKind::Argument, "the longest lag to choose from is 0")
                .remedy("let the criterion choose from at least one lag"));
        }
        let k = self.fixed_count(aligned).saturating_add(longest.saturating_mul(aligned.series.len()));
        let rows = aligned.len().saturating_sub(longest);
        if rows <= k.saturating_add(aligned.series.len()) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "choosing among 1 to {longest} lags needs {} observations, found {}",
                    k.saturating_add(longest).saturating_add(aligned.series.len() + 1),
                    aligned.len()
                ),
            )
            .remedy("let the criterion choose among fewer lags, or give a longer sample"));
        }
        let deterministic = self.fixed(aligned, longest)?;
        let values = criteria(criterion, &slices(&deterministic), &aligned.values(), longest);
        let best =
            (0..values.len()).min_by(|a, b| values[*a].total_cmp(&values[*b])).filter(|i| values[*i].is_finite());
        let Some(best) = best else {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("{criterion} cannot choose the lags: the series reproduce one another exactly"),
            )
            .remedy("leave out a series that is a combination of the others' lags"));
        };
        Ok((best + 1, sample_after(aligned, longest)))
    }

    /// The lags of both directions by role, with what a criterion that chose them says.
    pub fn roles(&self, aligned: &Aligned, p: usize) -> Result<([Roles; 2], [Option<Note>; 2]), Error> {
        if let Some((price, longest)) = self.separate.hsiao {
            let one = |way: [usize; 2]| hsiao::choose(self, aligned, way, price, longest);
            let ((there, first), (back, second)) = (one([0, 1])?, one([1, 0])?);
            return Ok(([there, back], [Some(first), Some(second)]));
        }
        let roles = Roles::of(self, p);
        roles.tested.check("the cause")?;
        roles.own.check("the effect")?;
        if !aligned.given().is_empty() {
            roles.given.check("the given series")?;
        }
        let (given, fixed) = (aligned.given().len(), self.fixed_count(aligned));
        let needed = equation::needed(&roles, fixed, given);
        if aligned.len() < needed && self.shortest() == p {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "{} with {} needs {needed} observations, found {}",
                    words::name_of(self.toda_yamamoto),
                    words::lags_of(&roles),
                    aligned.len()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        Ok(([roles.clone(), roles], [None, None]))
    }

    /// The fewest lags that were asked for by number.
    fn shortest(&self) -> usize {
        match &self.lags {
            Lags::Given(range) => *range.start(),
            Lags::Default | Lags::Chosen(..) => 1,
        }
    }

    /// The settings of a direction whose roles have lags of their own.
    pub fn separate_settings(
        &self,
        aligned: &Aligned,
        roles: &Roles,
        direction: usize,
        chosen_by: &str,
    ) -> Vec<Setting> {
        let (cause, effect) = (&aligned.series[direction], &aligned.series[1 - direction]);
        let by = |own: bool| match &self.separate.hsiao {
            Some((price, longest)) => format!("{price}, Hsiao's sequence, among 1 to {longest}"),
            None if own => "user".to_owned(),
            None => chosen_by.to_owned(),
        };
        let separate = &self.separate;
        let mut settings = vec![
            Setting::new("lags tested", equation::lags_of(&roles.tested, cause), by(separate.cause.is_some())),
            Setting::new("own lags", equation::lags_of(&roles.own, effect), by(separate.effect.is_some())),
        ];
        if !aligned.given().is_empty() {
            let own = separate.given.is_some() || separate.effect.is_some();
            settings.push(Setting::new("lags of the given series", roles.given.to_string(), by(own)));
        }
        settings.extend(self.common_settings(aligned.given(), &aligned.exogenous));
        settings
    }

    /// The number of coefficients of each unrestricted equation with p lags.
    pub fn regressors(&self, aligned: &Aligned, lags: usize) -> usize {
        let depth = lags.saturating_add(self.extra);
        self.fixed_count(aligned).saturating_add(depth.saturating_mul(aligned.series.len()))
    }

    /// The number of observations that leave one residual degree of freedom with p lags.
    pub fn needed(&self, aligned: &Aligned, lags: usize) -> usize {
        self.regressors(aligned, lags).saturating_add(lags).saturating_add(self.extra).saturating_add(1)
    }

    /// The problem with p lags, reduced; there must be as many observations as [`needed`](Self::needed).
    pub fn prepare(&self, aligned: &Aligned, lags: usize) -> Result<Prepared, Error> {
        let depth = lags + self.extra;
        let deterministic = self.fixed(aligned, depth)?;
        let layout =
            Layout { deterministic: deterministic.len(), given: aligned.given().len(), lags, extra: self.extra };
        let (columns, series) = (slices(&deterministic), aligned.values());
        let reduction = LagReduction::new(layout, &columns, &series);
        let name = |column: usize| match layout.regressor(column) {
            Regressor::Deterministic(term) => deterministic[term].0.clone(),
            Regressor::Lag { series, lag } => format!("lag({}, {lag})", aligned.series[series].name()),
        };
        let constant = |column: usize| {
            let values = layout.column(column, &columns, &series);
            values.first().copied().filter(|first| values.iter().all(|value| value == first))
        };
        refuse_collinear(reduction.reduction(), layout.regressors(), name, constant)?;
        Ok(Prepared { reduction, sample: sample_after(aligned, depth), deterministic })
    }

    /// What every result of this question depends on.
    pub fn settings(&self, aligned: &Aligned, lags: usize, chosen_by: &str) -> Vec<Setting> {
        let mut settings = vec![Setting::new("lags", lags.to_string(), chosen_by)];
        settings.extend(self.common_settings(aligned.given(), &aligned.exogenous));
        settings
    }

    /// The same without the lags.
    pub fn common_settings(&self, given: &[Series], exogenous: &[Series]) -> Vec<Setting> {
        let mut settings = Vec::new();
        if self.toda_yamamoto {
            settings.push(Setting::new("order of integration (further lags)", self.extra.to_string(), self.extra_by));
        }
        let by = if self.deterministic == Deterministic::default() { "default" } else { "user" };
        settings.push(Setting::new("deterministic terms", self.deterministic.to_string(), by));
        if !given.is_empty() {
            let names: Vec<&str> = given.iter().map(Series::name).collect();
            settings.push(Setting::new("given", names.join(", "), "user"));
        }
        if !exogenous.is_empty() {
            let names: Vec<&str> = exogenous.iter().map(Series::name).collect();
            settings.push(Setting::new("exogenous", names.join(", "), "user"));
        }
        settings
    }
}

/// A question with its number of lags, reduced.
pub(crate) struct Prepared {
    /// Names and values of the deterministic terms and the exogenous series.
    pub deterministic: Vec<(String, Vec<f64>)>,
    pub reduction: LagReduction,
    pub sample: Sample,
}

/// The values of named columns.
pub(crate) fn slices(columns: &[(String, Vec<f64>)]) -> Vec<&[f64]> {
    columns.iter().map(|(_, values)| values.as_slice()).collect()
}

/// The rows left when the first `skip` periods serve as lags only.
pub(crate) fn sample_after(aligned: &Aligned, skip: usize) -> Sample {
    let effect = aligned.effect();
    let skip = skip.min(effect.len() - 1);
    Sample {
        first: Stamp::Period(effect.start().plus(skip as i64)),
        last: Stamp::Period(effect.end()),
        n: effect.len() - skip,
    }
}
