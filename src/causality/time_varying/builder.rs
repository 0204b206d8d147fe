//! What the test is asked.

use std::fmt;

use super::bootstrap::{Draws, simulate};
use super::null_model::NullModel;
use super::paths::{Path, Plan, Walker};
use super::report::Question;
use super::result::{TimeVaryingResult, TimeVaryingTest};
use super::system::{System, Way};
use crate::causality::Criterion;
use crate::causality::aligned::align_all;
use crate::causality::deterministic::Deterministic;
use crate::causality::together::{LagChoice, order, refuse_collinear_lags, rows_after};
use crate::hypothesis::Setting;
use crate::{Error, ErrorKind, Series};

/// Which windows end at a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Windows {
    /// One, from the first row to the date.
    #[doc(alias = "expanding")]
    Forward,
    /// One, of the smallest length.
    Rolling,
    /// All from the smallest length on: of these the largest statistic counts.
    #[doc(alias = "recursive-evolving")]
    #[default]
    Recursive,
}

/// In words: `recursive evolving`.
impl fmt::Display for Windows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Forward => "forward expanding",
            Self::Rolling => "rolling",
            Self::Recursive => "recursive evolving",
        })
    }
}

/// The length of the smallest window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MinWindow {
    /// This many rows.
    Rows(usize),
    /// This share of all rows, rounded down.
    Share(f64),
}

impl From<usize> for MinWindow {
    fn from(rows: usize) -> Self {
        Self::Rows(rows)
    }
}

impl From<f64> for MinWindow {
    fn from(share: f64) -> Self {
        Self::Share(share)
    }
}

/// Granger's test in moving windows; see the [module](super).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct TimeVaryingGranger<'a> {
    cause: &'a Series,
    effect: &'a Series,
    given: Vec<&'a Series>,
    deterministic: Deterministic,
    lags: LagChoice,
    extra: usize,
    min_df: usize,
    seed: u64,
    windows: Windows,
    min_window: Option<MinWindow>,
    robust: bool,
    draws: usize,
    wild: bool,
    control: Option<usize>,
    accept_constructed: bool,
}

/// A test that lacks its effect.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.effect(&series)`"]
pub struct TimeVaryingCause<'a> {
    cause: &'a Series,
}

impl<'a> TimeVaryingCause<'a> {
    /// The series to be predicted.
    pub fn effect(self, effect: &'a Series) -> TimeVaryingGranger<'a> {
        TimeVaryingGranger {
            cause: self.cause,
            effect,
            given: Vec::new(),
            deterministic: Deterministic::default(),
            lags: LagChoice::Default,
            extra: 0,
            min_df: 5,
            seed: 1,
            windows: Windows::default(),
            min_window: None,
            robust: false,
            draws: 499,
            wild: false,
            control: None,
            accept_constructed: false,
        }
    }
}

impl<'a> TimeVaryingGranger<'a> {
    /// The series whose lags may help to predict.
    pub fn cause(cause: &'a Series) -> TimeVaryingCause<'a> {
        TimeVaryingCause { cause }
    }

    /// Series held beside the two: their lags are in both models of every window, and they are drawn with the two.
    pub fn given(mut self, series: &[&'a Series]) -> Self {
        self.given.extend(series);
        self
    }

    /// p: the lags tested; 1 unless set.
    pub fn lags(mut self, lags: usize) -> Self {
        self.lags = LagChoice::Given(lags);
        self
    }

    /// Lets a criterion of the vector autoregression of all series on the whole sample choose p among 1 to `longest`.
    pub fn select(mut self, criterion: Criterion, longest: usize) -> Self {
        self.lags = LagChoice::Chosen(criterion, longest);
        self
    }

    /// d: further lags of every series, estimated but not tested; the highest order of integration. 0 unless set.
    #[doc(alias = "lag-augmented")]
    pub fn extra(mut self, extra: usize) -> Self {
        self.extra = extra;
        self
    }

    /// Which windows; recursive evolving unless set.
    pub fn windows(mut self, windows: Windows) -> Self {
        self.windows = windows;
        self
    }

    /// τ₀: rows of the smallest window, as a whole number, or as a share of all rows (a number below 1).
    pub fn min_window(mut self, window: impl Into<MinWindow>) -> Self {
        self.min_window = Some(window.into());
        self
    }

    /// White's covariance (HC0) in every window.
    #[doc(alias = "heteroskedasticity")]
    pub fn robust(mut self) -> Self {
        self.robust = true;
        self
    }

    /// B: bootstrap samples; 499 unless set.
    #[doc(alias = "replications")]
    pub fn draws(mut self, draws: usize) -> Self {
        self.draws = draws;
        self
    }

    /// The wild bootstrap: every row of residuals stays at its date and gets a random sign.
    pub fn wild(mut self) -> Self {
        self.wild = true;
        self
    }

    /// τ_b: the critical value of the sequence is that of the largest statistic over this many end dates; all of them
    /// unless set.
    #[doc(alias = "sizecontrol")]
    pub fn control(mut self, dates: usize) -> Self {
        self.control = Some(dates);
        self
    }

    /// No constant.
    pub fn no_constant(mut self) -> Self {
        self.deterministic.constant = false;
        self
    }

    /// A linear trend in every window's models.
    pub fn trend(mut self) -> Self {
        self.deterministic.trend = true;
        self
    }

    /// Seasonal dummies in every window's models.
    pub fn seasonal(mut self) -> Self {
        self.deterministic.seasonal = true;
        self
    }

    /// The fewest residual degrees of freedom of the smallest window; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// The seed of the draws; 1 unless set.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Takes series that temporal disaggregation constructed, which are refused otherwise; every report then says so.
    pub fn accept_constructed_data(mut self) -> Self {
        self.accept_constructed = true;
        self
    }

    /// Tests both directions.
    ///
    /// # Errors
    /// If a series is constructed, a series stands twice or does not vary, frequencies differ, no period is common to all, regressors are collinear
    /// in the whole sample (named), there is no lag, the smallest window is longer than the sample or leaves too few degrees
    /// of freedom, there are fewer than 99 draws, or no end date is to be controlled.
    pub fn run(&self) -> Result<TimeVaryingResult, Error> {
        let all: Vec<&Series> = [self.effect, self.cause].into_iter().chain(self.given.iter().copied()).collect();
        let (mut series, notes) = align_all(&all, self.accept_constructed)?;
        series.swap(0, 1);
        let (lags, chosen_by) = order(self.lags, &series, &self.deterministic)?;
        let (length, depth) = (series[0].len(), lags.saturating_add(self.extra));
        let terms = self.deterministic.count(&series[0]);
        let regressors = depth.saturating_mul(series.len()).saturating_add(terms);
        let needed = depth.saturating_add(regressors).saturating_add(self.min_df);
        if length < needed {
            let message = format!(
                "a window with {lags} lags and {} further ones needs {needed} observations, found {length}: {}",
                self.extra,
                series[0].sample()
            );
            return Err(Error::new(ErrorKind::Sample, message).remedy("use fewer lags or a longer sample"));
        }
        if self.draws < 99 {
            return Err(Error::new(ErrorKind::Argument, format!("{} draws are too few for a p-value", self.draws))
                .remedy("give 99 or more"));
        }
        let deterministic = self.deterministic.columns(&series[0], depth)?;
        refuse_collinear_lags(&deterministic, &series, depth)?;
        let system = System::new(&series, deterministic, lags, self.extra);
        let rows = system.rows();
        let (window, window_by) = self.smallest(rows, regressors)?;
        let dates = rows - window + 1;
        let control = self.control.unwrap_or(dates);
        if control == 0 || control > dates {
            let message = format!("the family of {control} end dates is not among the {dates} there are");
            return Err(Error::new(ErrorKind::Argument, message).remedy(format!("give 1 to {dates}, or leave it out")));
        }
        let plan = Plan { rows, regressors, tested: lags, window, windows: self.windows, robust: self.robust };
        let mut settings = vec![Setting::new("lags", lags.to_string(), chosen_by)];
        settings.extend(self.settings(window, &window_by, control, dates));
        let question = Question {
            series: &series,
            plan,
            lags,
            extra: self.extra,
            settings,
            notes,
            sample: rows_after(&series, depth),
        };
        let one = |way: Way| self.direction(&question, &system, way, control);
        Ok(TimeVaryingResult::new([one(Way { cause: 0, effect: 1 })?, one(Way { cause: 1, effect: 0 })?]))
    }

    fn direction(
        &self,
        question: &Question<'_>,
        system: &System,
        way: Way,
        control: usize,
    ) -> Result<TimeVaryingTest, Error> {
        let plan = question.plan;
        let sources = system.sources(way);
        let mut table = vec![0.0; plan.rows * (plan.regressors + 1)];
        system.fill(&sources, &system.series, &mut table);
        let mut observed = Path::new(plan.dates());
        Walker::new(plan).walk(&table, &mut observed);
        let model = NullModel::estimate(system, way)?;
        let draws = Draws { count: self.draws, wild: self.wild, seed: self.seed, control };
        let law = simulate(system, &model, &sources, plan, draws);
        Ok(question.test(way, observed, law))
    }

    /// Rows of the smallest window and who chose them.
    fn smallest(&self, rows: usize, regressors: usize) -> Result<(usize, String), Error> {
        let least = regressors.saturating_add(self.min_df);
        let of_share = |share: f64| (share * rows as f64 + 1e-9) as usize;
        let (window, chosen_by) = match self.min_window {
            None => {
                let fifth = of_share(0.2);
                let by = if fifth >= least { "default: 20 % of the rows" } else { "default: the fewest that identify" };
                (fifth.max(least), by.to_owned())
            }
            Some(MinWindow::Rows(window)) => (window, "user".to_owned()),
            Some(MinWindow::Share(share)) if share > 0.0 && share < 1.0 => {
                (of_share(share), format!("user: {share} of the rows"))
            }
            Some(MinWindow::Share(share)) => {
                return Err(Error::new(ErrorKind::Argument, format!("{share} is no share of the rows"))
                    .remedy("give a share between 0 and 1, or a whole number of rows"));
            }
        };
        if window < least {
            let message = format!(
                "a window of {window} rows less {regressors} coefficients leaves fewer than {} residual degrees of freedom",
                self.min_df
            );
            return Err(Error::new(ErrorKind::Sample, message)
                .remedy(format!("give windows of {least} rows or more, or use fewer lags")));
        }
        if window > rows {
            let message = format!("the smallest window has {window} rows and the sample {rows}");
            return Err(Error::new(ErrorKind::Sample, message).remedy("give a smaller window or a longer sample"));
        }
        Ok((window, chosen_by))
    }

    fn settings(&self, window: usize, window_by: &str, control: usize, dates: usize) -> Vec<Setting> {
        let by = |is_default: bool| if is_default { "default" } else { "user" };
        let mut settings = Vec::new();
        if self.extra > 0 {
            settings.push(Setting::new("further lags, not tested", self.extra.to_string(), "user"));
        }
        let is_default = self.deterministic == Deterministic::default();
        settings.push(Setting::new("deterministic terms", self.deterministic.to_string(), by(is_default)));
        if !self.given.is_empty() {
            let names: Vec<&str> = self.given.iter().map(|one| one.name()).collect();
            settings.push(Setting::new("given", names.join(", "), "user"));
        }
        let covariance = if self.robust { "HC0" } else { "classical, RSS/rows" };
        let bootstrap = if self.wild { "wild, random signs" } else { "residuals with replacement" };
        let family = if control == dates { format!("all {dates}") } else { control.to_string() };
        settings.extend([
            Setting::new("windows", self.windows.to_string(), by(self.windows == Windows::default())),
            Setting::new("rows of the smallest window", window.to_string(), window_by),
            Setting::new("covariance", covariance, by(!self.robust)),
            Setting::new("bootstrap", bootstrap, by(!self.wild)),
            Setting::or_default("draws", self.draws, 499),
            Setting::new("end dates under control", family, by(self.control.is_none())),
            Setting::new("seed", self.seed.to_string(), by(self.seed == 1)),
        ]);
        settings
    }
}
