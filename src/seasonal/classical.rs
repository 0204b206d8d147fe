//! Decomposition by moving averages, the pattern of seasons being the same in every year.
//!
//! # Hypotheses
//! None: arithmetic without a random error. Whether the seasons differ at all is a question for
//! [`seasonality`](super::seasonality).
//! # Model
//! yₜ = Tₜ + Sₜ + Rₜ, or Tₜ·Sₜ·Rₜ. With s seasons, Tₜ is the mean over a year around t, its two ends at half weight. The mean
//! of yₜ − Tₜ (or yₜ/Tₜ) in each season, less the mean over the seasons (or divided by it), is S.
//! # Assumptions
//! The pattern does not change. An outlier enters the trend of a whole year and the mean of its season.
//! # Statistic and null distribution
//! None.
//! # Conventions
//! The trend has no value in the first and the last half-year; with [`one_sided`](Classical::one_sided), which looks at the
//! past alone, in the first year. Even then S is a mean over the whole sample, so that the adjusted series is not free of
//! later values.
//! # Agrees with / differs from
//! - R, `decompose(x, type)`: the same, in every part. Its `filter =` argument takes weights, but keeps them two-sided.
//! - statsmodels, `seasonal_decompose(x, model)`: the same; `two_sided=False` is [`one_sided`](Classical::one_sided). Its
//!   `extrapolate_trend` fills the ends by a line and is not offered.
//! # Example
//! ```
//! use yalu::seasonal::{Classical, Model};
//! use yalu::{Period, Series};
//! let sales = vec![12.0, 15.0, 18.0, 11.0, 14.0, 17.0, 20.0, 13.0, 16.0, 19.0, 22.0, 15.0];
//! let sales = Series::new("sales", "2010Q1".parse::<Period>()?, sales)?;
//! let parts = Classical::of(&sales).run()?;
//! assert_eq!(parts.pattern(), [-1.25, 1.25, 3.75, -3.75]);
//! assert_eq!(parts.trend().start().to_string(), "2010Q3");
//! assert_eq!(parts.adjusted().name(), "sales_seasonally_adjusted");
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Kendall, M. and A. Stuart (1983), *The Advanced Theory of Statistics*, volume 3, 410–414.

use super::decomposition::{Decomposition, Model, Parts};
use super::{means_by_place, seasons_of};
use crate::hypothesis::Setting;
use crate::{Error, ErrorKind, Series};

/// Classical decomposition of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct Classical<'a> {
    series: &'a Series,
    model: Option<Model>,
    one_sided: bool,
}

impl<'a> Classical<'a> {
    /// Of this series, additive, with a two-sided filter.
    #[doc(alias = "decompose")]
    #[doc(alias = "seasonal_decompose")]
    pub fn of(series: &'a Series) -> Self {
        Self { series, model: None, one_sided: false }
    }

    /// Additive unless set, or multiplicative.
    pub fn model(mut self, model: Model) -> Self {
        self.model = Some(model);
        self
    }

    /// The trend is a mean over the past year, with no later value in it.
    pub fn one_sided(mut self) -> Self {
        self.one_sided = true;
        self
    }

    /// Decomposes.
    ///
    /// # Errors
    /// If the series is annual, does not vary, has two years or less, or is not above zero where the model is
    /// multiplicative.
    pub fn run(&self) -> Result<Decomposition, Error> {
        let seasons = seasons_of(self.series, "decomposition")?;
        let model = self.model.unwrap_or_default();
        if model == Model::Multiplicative {
            refuse_not_positive(self.series)?;
        }
        let values = self.series.values();
        let before = if self.one_sided { seasons } else { seasons / 2 };
        let weight = |j: usize| if j == 0 || j == seasons { 0.5 } else { 1.0 } / seasons as f64;
        let trend: Vec<Option<f64>> = (0..values.len())
            .map(|t| {
                let first = t.checked_sub(before)?;
                let window = values.get(first..=first + seasons)?;
                Some(window.iter().enumerate().map(|(j, value)| weight(j) * value).sum())
            })
            .collect();
        let detrended: Vec<Option<f64>> = std::iter::zip(values, &trend)
            .map(|(value, trend)| match model {
                Model::Additive => Some(value - (*trend)?),
                Model::Multiplicative => Some(value / (*trend)?),
            })
            .collect();
        let means = means_by_place(&detrended, seasons);
        let centre = means.iter().sum::<f64>() / seasons as f64;
        let seasonal = (0..values.len()).map(|t| match model {
            Model::Additive => means[t % seasons] - centre,
            Model::Multiplicative => means[t % seasons] / centre,
        });
        let model_by = if self.model.is_some() { "user" } else { "default" };
        let (filter, filter_by) = if self.one_sided { ("one-sided", "user") } else { ("two-sided", "default") };
        let parts = Parts {
            method: "moving averages",
            model,
            seasonal: seasonal.collect(),
            trend,
            weights: None,
            settings: vec![
                Setting::new("model", model.to_string(), model_by),
                Setting::new("filter", format!("{filter}, 2 × {seasons}"), filter_by),
            ],
        };
        Decomposition::of(self.series, parts)
    }
}

/// An error that names the first value at or below zero.
pub(super) fn refuse_not_positive(series: &Series) -> Result<(), Error> {
    match series.values().iter().position(|value| *value <= 0.0) {
        None => Ok(()),
        Some(t) => Err(Error::new(
            ErrorKind::Argument,
            format!(
                "a multiplicative decomposition of `{}` needs values above 0; it is {} in {}",
                series.name(),
                series.values()[t],
                series.start().plus(t as i64)
            ),
        )
        .remedy("decompose it additively")),
    }
}
