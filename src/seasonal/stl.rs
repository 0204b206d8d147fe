//! STL: trend, seasonal and remainder by local regressions.
//!
//! # Hypotheses
//! None: a smoother without a random error. Whether the seasons differ at all is a question for
//! [`seasonality`](super::seasonality).
//! # Model
//! yₜ = Tₜ + Sₜ + Rₜ. The values of each season are smoothed over the years (S, less its own slow part), then what is left
//! of y is smoothed over time (T), and both again. A multiplicative model takes logarithms first.
//! # Assumptions
//! The pattern changes no faster than the seasonal window lets it; with [`SeasonalWindow::Periodic`] it does not change. With
//! [`robust`](Stl::robust) outliers go to the remainder and not into the pattern.
//! # Statistic and null distribution
//! None.
//! # Conventions
//! Two sets of defaults, and the settings say which:
//!
//! | | [`R`](StlDefaults::R) (default) | [`Statsmodels`](StlDefaults::Statsmodels) |
//! |---|---|---|
//! | seasonal window | periodic (R has no default) | 7 |
//! | degree of the seasonal | 0 | 1 |
//! | trend window | next odd of 1.5 s/(1 − 1.5/window) | the same |
//! | low-pass window | next odd of s | the same |
//! | degree of trend, of low pass | 1, that of the trend | 1, 1 |
//! | jumps | a tenth of each window | 1 |
//! | inner, outer iterations | 2, 0; robust 1, 15 | 5, 0; robust 2, 15 |
//!
//! With a periodic window the seasonal is, at the end, the mean of each season's smoothed values.
//! # Agrees with / differs from
//! - R, `stl(x, s.window)`, and statsmodels, `STL(x).fit()`: the same to twelve digits in every setting without robustness.
//! - With robustness statsmodels is the same; R 4.2.2 takes two wrong order statistics for the median of |remainder| in some
//!   iterations when n is even (weights off by up to 0.55), so its result is another there. At odd n it is the same.
//! - stlrs, the crate that does the smoothing, has its own defaults.
//! # Example
//! ```
//! use yalu::seasonal::Stl;
//! use yalu::{Period, Series};
//! let pattern = [-3.0, 1.0, 4.0, -2.0];
//! let sales: Vec<f64> = (0..32).map(|t| 20.0 + 0.5 * t as f64 + pattern[t % 4]).collect();
//! let sales = Series::new("sales", "2010Q1".parse::<Period>()?, sales)?;
//! let parts = Stl::of(&sales).run()?;
//! assert!(parts.pattern().iter().zip(pattern).all(|(found, true_one)| (found - true_one).abs() < 0.1));
//! assert_eq!(parts.adjusted().history(), ["seasonally adjusted by STL, additive"]);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Cleveland, R. B., W. S. Cleveland, J. E. McRae and I. Terpenning (1990), *Journal of Official Statistics* 6, 3–73.

use std::fmt;

use super::classical::refuse_not_positive;
use super::decomposition::{Decomposition, Model, Parts};
use super::{means_by_place, seasons_of};
use crate::hypothesis::Setting;
use crate::linalg::{exponent, scale_by};
use crate::{Error, ErrorKind, Series};

/// Over how many years the values of a season are smoothed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SeasonalWindow {
    /// All: the same pattern in every year.
    Periodic,
    /// So many, an odd number from 3 on; 7 or more as a rule.
    Years(usize),
}

impl From<usize> for SeasonalWindow {
    fn from(years: usize) -> Self {
        Self::Years(years)
    }
}

/// Whose defaults stand for what is not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StlDefaults {
    /// Those of R's `stl`.
    #[default]
    R,
    /// Those of statsmodels' `STL`.
    Statsmodels,
}

impl fmt::Display for StlDefaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::R => "R",
            Self::Statsmodels => "statsmodels",
        })
    }
}

/// One of the three smoothers, as far as it is set.
#[derive(Debug, Clone, Copy, Default)]
struct Smoother {
    window: Option<usize>,
    degree: Option<usize>,
    jump: Option<usize>,
}

/// STL of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct Stl<'a> {
    series: &'a Series,
    defaults: StlDefaults,
    model: Option<Model>,
    seasonal_window: Option<SeasonalWindow>,
    seasonal: Smoother,
    trend: Smoother,
    low_pass: Smoother,
    inner: Option<usize>,
    outer: Option<usize>,
    robust: bool,
}

impl<'a> Stl<'a> {
    /// Of this series, additive, with R's defaults and a periodic pattern.
    pub fn of(series: &'a Series) -> Self {
        let unset = Smoother::default();
        Self {
            series,
            defaults: StlDefaults::R,
            model: None,
            seasonal_window: None,
            seasonal: unset,
            trend: unset,
            low_pass: unset,
            inner: None,
            outer: None,
            robust: false,
        }
    }

    /// Whose defaults stand for what is not set.
    pub fn defaults(mut self, defaults: StlDefaults) -> Self {
        self.defaults = defaults;
        self
    }

    /// Additive unless set. Multiplicative is STL of the logarithms, its components taken out of the logarithm.
    pub fn model(mut self, model: Model) -> Self {
        self.model = Some(model);
        self
    }

    /// `s.window`: [`SeasonalWindow::Periodic`] or a number of years.
    #[doc(alias = "s.window")]
    pub fn seasonal_window(mut self, window: impl Into<SeasonalWindow>) -> Self {
        self.seasonal_window = Some(window.into());
        self
    }

    /// `t.window`: periods over which the trend is smoothed, odd.
    #[doc(alias = "t.window")]
    pub fn trend_window(mut self, periods: usize) -> Self {
        self.trend.window = Some(periods);
        self
    }

    /// `l.window`: periods of the low-pass filter, odd.
    #[doc(alias = "l.window")]
    pub fn low_pass_window(mut self, periods: usize) -> Self {
        self.low_pass.window = Some(periods);
        self
    }

    /// `s.degree`, `t.degree`, `l.degree`: 0 or 1, of the local polynomials of seasonal, trend and low pass.
    #[doc(alias = "s.degree")]
    pub fn degrees(mut self, seasonal: usize, trend: usize, low_pass: usize) -> Self {
        for (smoother, degree) in
            [(&mut self.seasonal, seasonal), (&mut self.trend, trend), (&mut self.low_pass, low_pass)]
        {
            smoother.degree = Some(degree);
        }
        self
    }

    /// `s.jump`, `t.jump`, `l.jump`: the fit is computed at every so-manieth place, and interpolated in between; 1 computes all.
    #[doc(alias = "s.jump")]
    pub fn jumps(mut self, seasonal: usize, trend: usize, low_pass: usize) -> Self {
        for (smoother, jump) in
            [(&mut self.seasonal, seasonal), (&mut self.trend, trend), (&mut self.low_pass, low_pass)]
        {
            smoother.jump = Some(jump);
        }
        self
    }

    /// Lets outliers weigh less: 15 outer iterations unless set otherwise.
    pub fn robust(mut self) -> Self {
        self.robust = true;
        self
    }

    /// Passes of seasonal and trend smoothing within each outer iteration.
    pub fn inner_iterations(mut self, passes: usize) -> Self {
        self.inner = Some(passes);
        self
    }

    /// Iterations that weigh the observations anew.
    pub fn outer_iterations(mut self, iterations: usize) -> Self {
        self.outer = Some(iterations);
        self
    }

    /// Decomposes.
    ///
    /// # Errors
    /// If the series is annual, does not vary, has two years or less, or is not above zero where the model is
    /// multiplicative; if a window is even, below 3 or above 1,000,001, a degree neither 0 nor 1, a jump 0, or there are no
    /// inner or more than 1,000 iterations.
    pub fn run(&self) -> Result<Decomposition, Error> {
        let seasons = seasons_of(self.series, "STL")?;
        let model = self.model.unwrap_or_default();
        let logarithms = if model == Model::Multiplicative {
            refuse_not_positive(self.series)?;
            Some(self.series.values().iter().map(|value| value.ln()).collect::<Vec<f64>>())
        } else {
            None
        };
        let values = logarithms.as_deref().unwrap_or(self.series.values());
        let plan = self.plan(seasons)?;
        // An exact scaling: inside the smoother nothing can overflow.
        let scale = exponent(values.iter().copied());
        let scaled: Vec<f64> = values.iter().map(|value| scale_by(*value, -scale)).collect();
        let fit = plan.params().fit(&scaled, seasons).map_err(|refused| {
            Error::new(ErrorKind::Argument, format!("STL of `{}`: {refused}", self.series.name()))
        })?;
        let (mut seasonal, trend, _, weights) = fit.into_parts();
        if plan.periodic {
            let smoothed: Vec<Option<f64>> = seasonal.iter().copied().map(Some).collect();
            let means = means_by_place(&smoothed, seasons);
            seasonal.iter_mut().enumerate().for_each(|(t, value)| *value = means[t % seasons]);
        }
        let out = |value: f64| {
            let value = scale_by(value, scale);
            if model == Model::Multiplicative { value.exp() } else { value }
        };
        let parts = Parts {
            method: "STL",
            model,
            seasonal: seasonal.into_iter().map(out).collect(),
            trend: trend.into_iter().map(|value| Some(out(value))).collect(),
            weights: (plan.outer.0 > 0).then_some(weights),
            settings: plan.settings(model, self.model.is_some()),
        };
        Decomposition::of(self.series, parts)
    }

    fn plan(&self, seasons: usize) -> Result<Plan, Error> {
        let statsmodels = self.defaults == StlDefaults::Statsmodels;
        let by = format!("default of {}", self.defaults);
        let settle = |set: Option<usize>, otherwise: usize| match set {
            Some(value) => (value, "user".to_owned()),
            None => (otherwise, by.clone()),
        };
        let (window, window_by) = match self.seasonal_window {
            Some(window) => (window, "user".to_owned()),
            None if statsmodels => (SeasonalWindow::Years(7), by.clone()),
            None => (SeasonalWindow::Periodic, "default".to_owned()),
        };
        let periodic = window == SeasonalWindow::Periodic;
        let years = match window {
            SeasonalWindow::Periodic => 10 * self.series.len() + 1,
            SeasonalWindow::Years(years) => years,
        };
        if !periodic {
            refuse_window("seasonal", years)?;
        }
        let ratio = 1.5 * seasons as f64 / (1.0 - 1.5 / years as f64);
        let trend = settle(self.trend.window, next_odd(ratio.ceil() as usize));
        refuse_window("trend", trend.0)?;
        let low_pass = settle(self.low_pass.window, next_odd(seasons));
        refuse_window("low-pass", low_pass.0)?;
        let trend_degree = settle(self.trend.degree, 1);
        let degrees = [
            settle(self.seasonal.degree, usize::from(statsmodels)),
            trend_degree.clone(),
            settle(self.low_pass.degree, if statsmodels { 1 } else { trend_degree.0 }),
        ];
        let tenth = |window: usize| if statsmodels { 1 } else { window.div_ceil(10) };
        let jumps = [
            settle(self.seasonal.jump, tenth(years)),
            settle(self.trend.jump, tenth(trend.0)),
            settle(self.low_pass.jump, tenth(low_pass.0)),
        ];
        let inner = settle(
            self.inner,
            match (statsmodels, self.robust) {
                (false, true) => 1,
                (false, false) | (true, true) => 2,
                (true, false) => 5,
            },
        );
        let outer = settle(self.outer, if self.robust { 15 } else { 0 });
        if let Some((degree, _)) = degrees.iter().find(|(degree, _)| *degree > 1) {
            return Err(Error::new(ErrorKind::Argument, format!("STL has no local polynomials of degree {degree}"))
                .remedy("give degrees of 0 (level) or 1 (line)"));
        }
        if jumps.iter().any(|(jump, _)| *jump == 0) {
            return Err(Error::new(ErrorKind::Argument, "a jump of 0 never moves on").remedy("give jumps of 1 or more"));
        }
        if inner.0 == 0 || inner.0 > 1_000 || outer.0 > 1_000 {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("STL with {} inner and {} outer iterations", inner.0, outer.0),
            )
            .remedy("give 1 to 1,000 inner and at most 1,000 outer ones; 2 and 15 are enough"));
        }
        Ok(Plan { periodic, years, window_by, trend, low_pass, degrees, jumps, inner, outer })
    }
}

/// A number and who chose it.
type Chosen = (usize, String);

/// Everything settled.
struct Plan {
    periodic: bool,
    years: usize,
    window_by: String,
    trend: Chosen,
    low_pass: Chosen,
    /// Of seasonal, trend and low pass.
    degrees: [Chosen; 3],
    jumps: [Chosen; 3],
    inner: Chosen,
    outer: Chosen,
}

impl Plan {
    fn params(&self) -> stlrs::StlParams {
        let mut params = stlrs::StlParams::new();
        let [seasonal, trend, low_pass] = self.degrees.each_ref().map(|(degree, _)| i32::from(*degree == 1));
        params
            .seasonal_length(self.years)
            .trend_length(self.trend.0)
            .low_pass_length(self.low_pass.0)
            .seasonal_degree(seasonal)
            .trend_degree(trend)
            .low_pass_degree(low_pass)
            .seasonal_jump(self.jumps[0].0)
            .trend_jump(self.jumps[1].0)
            .low_pass_jump(self.jumps[2].0)
            .inner_loops(self.inner.0)
            .outer_loops(self.outer.0);
        params
    }

    fn settings(&self, model: Model, model_said: bool) -> Vec<Setting> {
        let window = if self.periodic { "periodic".to_owned() } else { self.years.to_string() };
        let three = |of: &[Chosen; 3]| of.each_ref().map(|(value, _)| value.to_string()).join("/");
        let one = |name: &str, (value, by): &Chosen| Setting::new(name, value.to_string(), by.clone());
        vec![
            Setting::new("model", model.to_string(), if model_said { "user" } else { "default" }),
            Setting::new("seasonal window", window, self.window_by.clone()),
            one("trend window", &self.trend),
            one("low-pass window", &self.low_pass),
            Setting::new("degrees", three(&self.degrees), self.degrees[0].1.clone()),
            Setting::new("jumps", three(&self.jumps), self.jumps[0].1.clone()),
            one("inner iterations", &self.inner),
            one("outer iterations", &self.outer),
        ]
    }
}

/// The number, or the next if it is even.
fn next_odd(number: usize) -> usize {
    number | 1
}

fn refuse_window(which: &str, window: usize) -> Result<(), Error> {
    if window % 2 == 1 && (3..=1_000_001).contains(&window) {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Argument, format!("a {which} window of {window} has no middle to smooth at"))
        .remedy("give an odd number from 3 on"))
}
