//! What is asked, and the checks that need the data.

use super::estimate::{Columns, Estimate, refuse_short};
use super::restricted::{Eliminated, Elimination, Estimator, Pattern, Restricted, System};
use super::result::VarResult;
use super::selection::LagSelection;
use crate::causality::deterministic::Deterministic;
use crate::design::dummies_for_dates;
use crate::hypothesis::Setting;
use crate::regression::Criterion;
use crate::series::align;
use crate::{Error, ErrorKind, Indicator, Series};

/// How the number of lags is found.
#[derive(Debug, Clone, PartialEq)]
enum Lags {
    Default,
    Given(usize),
    Subset(Vec<usize>),
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
    zeros: Vec<(String, String)>,
    elimination: Option<Elimination>,
    estimator: Option<Estimator>,
}

impl<'a> Var<'a> {
    /// Of these series, with a constant and one lag.
    pub fn of(series: &[&'a Series]) -> Self {
        Self {
            series: series.to_vec(),
            exogenous: Vec::new(),
            deterministic: Deterministic::default(),
            lags: Lags::Default,
            zeros: Vec::new(),
            elimination: None,
            estimator: None,
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

    /// Seasonal dummies in every equation: for all seasons but the first beside a constant, for all without one.
    pub fn seasonal(mut self) -> Self {
        (self.deterministic.seasonal, self.deterministic.centred) = (true, false);
        self
    }

    /// Seasonal dummies for all seasons but the first, each less its mean over a year. Beside a constant only that changes, and
    /// is the average over seasons; without one no season has a level of its own.
    #[doc(alias = "season")]
    pub fn centred_seasonal(mut self) -> Self {
        (self.deterministic.seasonal, self.deterministic.centred) = (false, true);
        self
    }

    /// A dummy for dates in every equation.
    pub fn indicator(mut self, indicator: Indicator) -> Self {
        self.deterministic.indicators.push(indicator);
        self
    }

    dummies_for_dates!("in every equation");

    /// Series that stand in every equation as they are.
    #[doc(alias = "exog")]
    pub fn exogenous(mut self, series: &[&'a Series]) -> Self {
        self.exogenous.extend(series);
        self
    }

    /// These lags only, in every equation: 1 and 4, for instance.
    pub fn lag_subset(mut self, lags: &[usize]) -> Self {
        let mut lags = lags.to_vec();
        lags.sort_unstable();
        lags.dedup();
        self.lags = Lags::Subset(lags);
        self
    }

    /// A zero in the equation of a series for a term: `lag(y, 2)`, `trend()`, or `y` for all lags of y.
    #[doc(alias = "restrict")]
    pub fn zero(mut self, equation: impl Into<String>, term: impl Into<String>) -> Self {
        self.zeros.push((equation.into(), term.into()));
        self
    }

    /// Lets a rule take terms out of each equation, after those that are zero by [`zero`](Self::zero).
    pub fn eliminate(mut self, elimination: Elimination) -> Self {
        self.elimination = Some(elimination);
        self
    }

    /// How coefficients are estimated where equations lack different terms; [`Estimator::Gls`] unless set.
    pub fn estimator(mut self, estimator: Estimator) -> Self {
        self.estimator = Some(estimator);
        self
    }

    /// Estimates.
    ///
    /// # Errors
    /// If there is no series, one stands twice or does not vary, frequencies differ, no period is common to all, a dummy
    /// does not vary over the rows, regressors are collinear (named), there are too few observations, or a restriction names no
    /// term or leaves nothing.
    pub fn run(&self) -> Result<VarResult, Error> {
        let aligned = self.aligned()?;
        let (series, exogenous) = aligned.split_at(self.series.len());
        let (included, chosen_by) = self.settle(series, exogenous)?;
        if included.first().is_none_or(|first| *first == 0) {
            return Err(Error::new(ErrorKind::Argument, "a vector autoregression has at least one lag")
                .remedy("give one lag or more"));
        }
        let whole = included.iter().copied().eq(1..=included.len());
        let lags = if whole { included.len().to_string() } else { listed(&included) };
        let columns = Columns::with_lags(series, exogenous, &self.deterministic, included)?;
        let estimate = Estimate::of(&columns)?;
        let mut settings = vec![
            Setting::new("lags", lags, chosen_by),
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
        if self.zeros.is_empty() && self.elimination.is_none() {
            return Ok(VarResult::new(series.to_vec(), self.deterministic.clone(), columns, estimate, settings));
        }
        self.restrict(series, columns, estimate, settings)
    }

    /// The model without what is zero by name or by rule.
    fn restrict(
        &self,
        series: &[Series],
        columns: Columns,
        unrestricted: Estimate,
        mut settings: Vec<Setting>,
    ) -> Result<VarResult, Error> {
        let mut pattern = Pattern::without(series, &columns, &self.zeros)?;
        let terms = columns.fixed.len() + columns.lagged.len();
        let zeros = |pattern: &Pattern| (terms * series.len() - pattern.count()).to_string();
        if !self.zeros.is_empty() {
            settings.push(Setting::new("coefficients set to zero", zeros(&pattern), "user"));
        }
        let mut left = Vec::new();
        if let Some(elimination) = self.elimination {
            let system = System::new(&unrestricted.reduction, series.len());
            (pattern, left) = elimination.search(&system, pattern, columns.rows(), columns.fixed.len())?;
            settings.push(Setting::new("terms eliminated", left.len().to_string(), elimination.to_string()));
        }
        let estimator = self.estimator.unwrap_or_default();
        settings.push(Setting::or_default("estimator", estimator, Estimator::default()));
        let (estimate, restricted) = Restricted::of(&columns, unrestricted, pattern, estimator)?;
        let names: Vec<&str> = columns.regressors().map(|(name, _)| name.as_str()).collect();
        let eliminated = left.into_iter().map(|one| Eliminated {
            equation: series[one.equation].name().to_owned(),
            term: names[one.term].to_owned(),
            statistic: one.statistic,
        });
        let eliminated = eliminated.collect();
        let model = VarResult::new(series.to_vec(), self.deterministic.clone(), columns, estimate, settings);
        Ok(model.restricted(restricted, eliminated))
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

    /// The lags of the model, the shortest first, and who chose them.
    fn settle(&self, series: &[Series], exogenous: &[Series]) -> Result<(Vec<usize>, String), Error> {
        match &self.lags {
            Lags::Default => Ok((vec![1], "default".into())),
            Lags::Given(lags) => {
                // Before there is a list of them.
                let terms = self.deterministic.count(&series[0]) + exogenous.len();
                refuse_short(series, terms, *lags, *lags)?;
                Ok(((1..=*lags).collect(), "user".into()))
            }
            Lags::Subset(lags) => Ok((lags.clone(), "user".into())),
            &Lags::Chosen(criterion, longest) => {
                let selection = LagSelection::of(series, exogenous, &self.deterministic, longest)?;
                let rows = series[0].len() - longest;
                Ok((
                    (1..=selection.best(criterion)).collect(),
                    format!("{criterion} among 1 to {longest}, {rows} rows"),
                ))
            }
        }
    }
}

/// `1, 4`.
fn listed(lags: &[usize]) -> String {
    lags.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
