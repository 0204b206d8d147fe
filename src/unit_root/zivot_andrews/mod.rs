//! Zivot and Andrews's test: a unit root against stationarity around a trend that breaks once, at an unknown date.
//!
//! # Hypotheses
//! H₀: the series has a unit root, with drift and without a break. Alternative: it is stationary around a linear trend
//! whose intercept (model A), slope (B) or both (C) change once. A rejection can also mean a unit root with a break,
//! which the null leaves out: [`lee_strazicich`](super::lee_strazicich) allows it.
//! # Model
//! Δyₜ = μ + βt + θ·DUₜ + γ·DTₜ + (ρ − 1) yₜ₋₁ + Σⱼ cⱼ Δyₜ₋ⱼ + uₜ, where DUₜ is 1 and DTₜ is t − T_B after the date T_B,
//! and both are 0 up to it; model A leaves out DT, model B leaves out DU.
//! # Assumptions
//! One break at most; the difference is an autoregression of an order that the lags take up.
//! # Statistic and null distribution
//! The smallest τ, the t statistic of ρ − 1, over the dates T_B. Its law was simulated, asymptotically, by the authors
//! and by statsmodels; in small samples, and with lags chosen by the data, it lies further left.
//! # Conventions
//! T_B is the last observation before the break ([`BreakDate::last_before`]); both sides of it are printed. Dates are
//! trimmed by 15 % at each end as statsmodels does: ⌊0.15 n⌋ + 1 to n − ⌊0.15 n⌋, one less at both ends in model B; with
//! a trim of 0, every date. Dates at which the dummies are combinations of the other columns are passed over. Lags are
//! chosen once, in the regression with constant and trend and no break, by AIC unless said otherwise; the paper chooses
//! them anew at every date by the t statistic of the last: [`lags_at_each_date`](ZivotAndrews::lags_at_each_date).
//! # Agrees with / differs from
//! - statsmodels `zivot_andrews` and arch `ZivotAndrews`: statistic, lags, `simulated` p-value and critical values.
//!   statsmodels' break index is counted from 0, and is one later in the trend model than `last_before`; with
//!   `maxlag=0, autolag=None` it does not use 0 lags.
//! - urca `ur.za`: statistic and date (`bpoint`, counted from 1, is `last_before`) with a trim of 0; its critical values
//!   are the convention `published`. At a date that is not identified it silently drops a dummy.
//! - The paper's table for Nelson and Plosser's series: with a trim of 0, the t rule at each date and at most 8 lags.
//! # Example
//! ```
//! use yalu::unit_root::{BreakIn, ZivotAndrews};
//! use yalu::{HypothesisTest, Period, Series};
//! let ripple = |t: i32| (0.7 * f64::from(t * t)).sin();
//! let output = (0..60).map(|t| 0.02 * f64::from(t) + ripple(t) / 20.0 - if t < 30 { 0.0 } else { 1.0 }).collect();
//! let output = Series::new("output", Period::annual(1951), output)?;
//! let result = ZivotAndrews::of(&output).break_in(BreakIn::Intercept).lags(0).run()?;
//! assert_eq!(result.break_date().to_string(), "1980|1981");
//! assert_eq!(result.report().rejects(0.01), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Zivot, E. and D. W. K. Andrews (1992), *Journal of Business & Economic Statistics* 10, 251–270.
//! - Perron, P. (1989), *Econometrica* 57, 1361–1401.

mod result;
mod scan;

pub use crate::dist::zivot_andrews::BreakIn;
pub use result::ZivotAndrewsResult;

use std::ops::RangeInclusive;

use super::core::tau;
use super::input::{deterministic, deterministic_names, differences, refuse_constant, too_short};
use super::test_regression::Columns;
use super::{LagOrder, Lags, Terms};
use crate::breaks::BreakDate;
use crate::regression::Fit;
use crate::unit_root::setters::{lags_setter, min_df_setter};
use crate::{Error, ErrorKind, Series};

/// Zivot and Andrews's test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct ZivotAndrews<'a> {
    series: &'a Series,
    model: BreakIn,
    lags: Lags,
    at_each_date: bool,
    trim: f64,
    min_df: usize,
}

impl<'a> ZivotAndrews<'a> {
    /// Of this series, with a break in the intercept, lags chosen once by AIC, and dates trimmed by 15 %.
    pub fn of(series: &'a Series) -> Self {
        let model = BreakIn::default();
        Self { series, model, lags: Lags::default(), at_each_date: false, trim: 0.15, min_df: 5 }
    }

    /// What breaks; the intercept unless set.
    #[doc(alias = "model")]
    pub fn break_in(mut self, model: BreakIn) -> Self {
        self.model = model;
        self
    }

    lags_setter!();

    /// Lets the rule choose anew at every date, in the regression with that date's dummies, as the paper does.
    pub fn lags_at_each_date(mut self) -> Self {
        self.at_each_date = true;
        self
    }

    /// The share of the observations at each end that are no candidates, from 0 to less than ½; 0.15 unless set.
    pub fn trim(mut self, share: f64) -> Self {
        self.trim = share;
        self
    }

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If the series does not vary, the trim is not in its range, there are fewer observations than the regression
    /// needs, no date is left, or none of them identifies the break.
    pub fn run(&self) -> Result<ZivotAndrewsResult, Error> {
        let (series, n) = (self.series, self.series.len());
        refuse_constant(series)?;
        let dates = self.dates()?;
        let fixed = |from| level_and(deterministic(Terms::Trend, from, n), series.values(), from);
        let once = self.lags.settle(series.name(), series.values(), 3 + scan::width(self.model), fixed)?;
        let needed = 2usize.saturating_mul(once.lags).saturating_add(5 + scan::width(self.model));
        if n < needed {
            return Err(too_short("Zivot–Andrews", series, needed, Terms::Trend, once.lags));
        }
        let path = if self.at_each_date {
            self.path_with_own_lags(dates)?
        } else {
            scan::taus(series.values(), once.lags, self.model, dates).unwrap_or_default()
        };
        let Some((date, _)) = path.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1)) else {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("no date identifies a break in the {} of `{}`", self.model, series.name()),
            )
            .remedy("use fewer lags or a longer sample, and see that the series is not an exact trend"));
        };
        let order = if self.at_each_date { self.order_at(date)? } else { once };
        let fit = self.fit(date, order.lags)?;
        let path = path.into_iter().map(|(date, tau)| (self.break_after(date), tau)).collect();
        ZivotAndrewsResult::new(self, self.break_after(date), order, fit, path)
    }

    /// The candidates: numbers of observations before the break.
    fn dates(&self) -> Result<RangeInclusive<usize>, Error> {
        if !(self.trim >= 0.0 && self.trim < 0.5) {
            return Err(Error::new(ErrorKind::Argument, format!("a trim of {} is not from 0 to ½", self.trim))
                .remedy("0.15 is the usual one; 0 tries every date"));
        }
        let n = self.series.len();
        let trimmed = (self.trim * n as f64) as usize;
        let shift = usize::from(self.model == BreakIn::Trend);
        let (first, last) = ((trimmed + 1 - shift).max(1), (n - trimmed - shift).min(n - 1));
        if first > last {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "a trim of {} leaves no date of a break in the {n} observations of `{}`",
                    self.trim,
                    self.series.name()
                ),
            )
            .remedy("trim less, or use a longer sample"));
        }
        Ok(first..=last)
    }

    /// τ at every date, each with the lags that its own regression prefers.
    fn path_with_own_lags(&self, dates: RangeInclusive<usize>) -> Result<Vec<(usize, f64)>, Error> {
        let mut path = Vec::new();
        for date in dates {
            let lags = self.order_at(date)?.lags;
            let columns = self.terms(date, lags + 1);
            let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            path.extend(tau(self.series.values(), lags, &columns).map(|found| (date, found.statistic)));
        }
        Ok(path)
    }

    /// The lags that the regression with this date's dummies prefers.
    fn order_at(&self, date: usize) -> Result<LagOrder, Error> {
        let values = self.series.values();
        let fixed = |from| level_and(self.terms(date, from), values, from);
        self.lags.settle(self.series.name(), values, 3 + scan::width(self.model), fixed)
    }

    /// Constant, trend and the dummies, from observation `from` (counted from 0) on.
    fn terms(&self, date: usize, from: usize) -> Vec<Vec<f64>> {
        let mut columns = deterministic(Terms::Trend, from, self.series.len());
        columns.extend(self.dummies(date, from).into_iter().map(|(_, dummy)| dummy));
        columns
    }

    /// The model's dummies for a break after `date` observations, from observation `from` (counted from 0) on.
    fn dummies(&self, date: usize, from: usize) -> Vec<(String, Vec<f64>)> {
        let after = BreakDate::with_first_after(self.series.start().plus(date as i64)).first_after;
        let of =
            |value: fn(usize) -> f64| (from..self.series.len()).map(|t| value((t + 1).saturating_sub(date))).collect();
        let step = (format!("post({after})"), of(|since| f64::from(u8::from(since > 0))));
        let kink = (format!("trend since {after}"), of(|since| since as f64));
        match self.model {
            BreakIn::Intercept => vec![step],
            BreakIn::Trend => vec![kink],
            BreakIn::Both => vec![step, kink],
        }
    }

    fn break_after(&self, date: usize) -> BreakDate {
        BreakDate::with_first_after(self.series.start().plus(date as i64))
    }

    /// The regression at one date; the lagged level comes after the dummies.
    fn fit(&self, date: usize, lags: usize) -> Result<Fit, Error> {
        let (name, values) = (self.series.name(), self.series.values());
        let (changes, first) = (differences(values), lags + 1);
        let mut columns = Columns::default();
        columns.extend(deterministic_names(Terms::Trend), deterministic(Terms::Trend, first, values.len()));
        for (name, dummy) in self.dummies(date, first) {
            columns.push(name, dummy);
        }
        columns.push(format!("lag({name}, 1)"), &values[lags..values.len() - 1]);
        columns.lags(&format!("diff({name})"), &changes, lags, lags);
        columns.fit(self.series, format!("diff({name})"), &changes[lags..])
    }
}

/// The columns with the lagged level after them.
fn level_and(mut columns: Vec<Vec<f64>>, values: &[f64], from: usize) -> Vec<Vec<f64>> {
    columns.push(values[from - 1..values.len() - 1].to_vec());
    columns
}
