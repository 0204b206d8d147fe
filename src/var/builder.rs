//! What is asked, and the checks that need the data.

use super::estimate::{Columns, Estimate};
use super::result::VarResult;
use super::selection::LagSelection;
use crate::causality::deterministic::Deterministic;
use crate::hypothesis::Setting;
use crate::regression::Criterion;
use crate::series::align;
use crate::{Error, ErrorKind, Indicator, Period, Series};

/// How the number of lags is found.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Lags {
    Default,
    Given(usize),
    Chosen(Criterion, usize),
}

/// A vector autoregression; see the [module](super).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct Var<'a> {
    series: Vec<&'a Series>,
    exogenous: Vec<&'a Series>,
    deterministic: Deterministic,
    lags: Lags,
}

impl<'a> Var<'a> {
    /// Of these series, with a constant and one lag.
    pub fn of(series: &[&'a Series]) -> Self {
        Self {
            series: series.to_vec(),
            exogenous: Vec::new(),
            deterministic: Deterministic::default(),
            lags: Lags::Default,
        }
    }

    /// p lags; 1 unless set.
    #[doc(alias = "order")]
    pub fn lags(mut self, lags: usize) -> Self {
        self.lags = Lags::Given(lags);
        self
    }

    /// Lets a criterion choose p among 1 to `longest`, every candidate on the rows that the longest leaves.
    pub fn select(mut self, criterion: Criterion, longest: usize) -> Self {
        self.lags = Lags::Chosen(criterion, longest);
        self
    }

    /// No constant.
    pub fn no_constant(mut self) -> Self {
        self.deterministic.constant = false;
        self
    }

    /// A linear trend in every equation.
    pub fn trend(mut self) -> Self {
        self.deterministic.trend = true;
        self
    }

    /// Seasonal dummies in every equation.
    pub fn seasonal(mut self) -> Self {
        self.deterministic.seasonal = true;
        self
    }

    /// A dummy for dates in every equation.
    pub fn indicator(mut self, indicator: Indicator) -> Self {
        self.deterministic.indicators.push(indicator);
        self
    }

    /// A dummy in every equation, 1 from this period on.
    pub fn post(self, from: Period) -> Self {
        self.indicator(Indicator::Post(from))
    }

    /// A dummy in every equation, 1 from the first to the second period.
    pub fn between(self, from: Period, to: Period) -> Self {
        self.indicator(Indicator::Between(from, to))
    }

    /// A dummy in every equation, 1 in this period alone.
    pub fn pulse(self, at: Period) -> Self {
        self.indicator(Indicator::Pulse(at))
    }

    /// Series that stand in every equation as they are.
    #[doc(alias = "exog")]
    pub fn exogenous(mut self, series: &[&'a Series]) -> Self {
        self.exogenous.extend(series);
        self
    }

    /// Estimates.
    ///
    /// # Errors
    /// If there is no series, one stands twice or does not vary, frequencies differ, no period is common to all, a dummy
    /// does not vary over the rows, regressors are collinear (named), or there are too few observations.
    pub fn run(&self) -> Result<VarResult, Error> {
        let aligned = self.aligned()?;
        let (series, exogenous) = aligned.split_at(self.series.len());
        let (lags, chosen_by) = self.settle(series, exogenous)?;
        if lags == 0 {
            return Err(Error::new(ErrorKind::Argument, "a vector autoregression has at least one lag")
                .remedy("give one lag or more"));
        }
        let columns = Columns::new(series, exogenous, &self.deterministic, lags)?;
        let estimate = Estimate::of(&columns)?;
        let mut settings = vec![
            Setting::new("lags", lags.to_string(), chosen_by),
            Setting::new(
                "deterministic terms",
                self.deterministic.to_string(),
                if self.deterministic == Deterministic::default() { "default" } else { "user" },
            ),
        ];
        if !exogenous.is_empty() {
            let names: Vec<&str> = exogenous.iter().map(Series::name).collect();
            settings.push(Setting::new("exogenous", names.join(", "), "user"));
        }
        Ok(VarResult::new(series.to_vec(), self.deterministic.clone(), columns, estimate, settings))
    }

    /// The criteria of 1 to `longest` lags, all on the rows that the longest leaves.
    ///
    /// # Errors
    /// As [`run`](Self::run), for the longest.
    pub fn selection(&self, longest: usize) -> Result<LagSelection, Error> {
        let aligned = self.aligned()?;
        let (series, exogenous) = aligned.split_at(self.series.len());
        LagSelection::of(series, exogenous, &self.deterministic, longest)
    }

    /// The series, then the exogenous ones, on the periods they share.
    fn aligned(&self) -> Result<Vec<Series>, Error> {
        if self.series.is_empty() {
            return Err(Error::new(ErrorKind::Argument, "a vector autoregression of no series")
                .remedy("name the series, two or more as a rule"));
        }
        let all: Vec<&Series> = self.series.iter().chain(&self.exogenous).copied().collect();
        for (i, series) in all.iter().enumerate() {
            if all[..i].iter().any(|other| other.name() == series.name()) {
                return Err(Error::new(ErrorKind::Name, format!("`{}` stands twice in the model", series.name()))
                    .remedy("give each series once; rename one if two different ones share a name"));
            }
        }
        let aligned = align(&all)?;
        for series in &aligned {
            let values = series.values();
            if values.iter().all(|value| *value == values[0]) {
                return Err(Error::new(
                    ErrorKind::Constant,
                    format!("`{}` does not vary: it is {} in {}", series.name(), values[0], series.sample()),
                )
                .remedy("leave it out; the constant is there already"));
            }
        }
        Ok(aligned)
    }

    fn settle(&self, series: &[Series], exogenous: &[Series]) -> Result<(usize, String), Error> {
        match self.lags {
            Lags::Default => Ok((1, "default".into())),
            Lags::Given(lags) => Ok((lags, "user".into())),
            Lags::Chosen(criterion, longest) => {
                let selection = LagSelection::of(series, exogenous, &self.deterministic, longest)?;
                let rows = series[0].len() - longest;
                Ok((selection.best(criterion), format!("{criterion} among 1 to {longest}, {rows} rows")))
            }
        }
    }
}
