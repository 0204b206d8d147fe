//! Lee and Strazicich's test: a unit root with one or two breaks, against stationarity around a trend that breaks.
//!
//! # Hypotheses
//! H₀: the series has a unit root, with breaks in its level (crash model, A) or in level and drift (trend-break model,
//! C). Alternative: it is stationary around a linear trend with breaks in the level, or in level and slope. Since the
//! breaks belong to both, a rejection speaks for stationarity, not for a break:
//! [`zivot_andrews`](super::zivot_andrews) cannot say that.
//! # Model
//! yₜ = δ'Zₜ + xₜ, xₜ = βxₜ₋₁ + εₜ, Zₜ a constant, a trend and for each break a step, in the trend-break model a kink too.
//! δ̃ is estimated in differences, S̃ₜ = yₜ − ψ̃ − δ̃'Zₜ with S̃₁ = 0, and the test regression is
//! Δyₜ = δ'ΔZₜ + φ S̃ₜ₋₁ + Σⱼ γⱼ ΔS̃ₜ₋ⱼ + uₜ (Schmidt and Phillips's LM principle).
//! # Assumptions
//! As many breaks as asked for, or fewer; the difference is an autoregression of an order that the lags take up.
//! # Statistic and null distribution
//! The smallest t statistic of φ over all dates. Its law was simulated by the authors for samples of 100 without lags; in
//! the trend-break model it depends a little on where the breaks are. The choice of lags at every date is not in it: at
//! a nominal 5 % the t rule rejects 10 to 19 % of true nulls at n = 100 (a note says so); given lags hold their level.
//! # Conventions
//! A break is dated by the last observation before it; the first after it is printed too. Dates are trimmed by 10 % at
//! each end (rounded to the nearest), leave the longest candidate lag identified, and two breaks are at least 2 (crash)
//! or 3 (trend break) observations apart. Lags are chosen at every combination of dates, by the t statistic of the last
//! among 0 to 8 unless said otherwise: candidates on the rows that the longest leaves, the winner on all its rows.
//! A series that explodes is computed with a note: breaks and lags can fit it so well that the test rejects.
//! # Agrees with / differs from
//! - R code hannes101/LeeStrazicichUnitRoot with `method = "Fixed"`: statistic and dates. It begins one date later, and
//!   the second break ends one earlier. With `method = "GTOS"` and no significant lag it regresses on ΔS̃ₜ itself.
//! - Aptech's tspdlib (GAUSS) `LM_1break`, `LM_2breaks` compares candidates on their own rows; its critical values are
//!   response surfaces of Nazlioglu and Lee (2020) in newer versions.
//! # Example
//! ```
//! use yalu::unit_root::{Breaks, LeeStrazicich, LmModel};
//! use yalu::{HypothesisTest, Period, Series};
//! let ripple = |t: i32| (0.7 * f64::from(t * t)).sin();
//! let output = (0..60).map(|t| 0.02 * f64::from(t) + ripple(t) / 20.0 - if t < 30 { 0.0 } else { 1.0 }).collect();
//! let output = Series::new("output", Period::annual(1951), output)?;
//! let result = LeeStrazicich::of(&output).breaks(Breaks::One).model(LmModel::Crash).lags(0).run()?;
//! assert_eq!(result.break_dates()[0].to_string(), "1980|1981");
//! assert_eq!(result.report().rejects(0.01), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Lee, J. and M. C. Strazicich (2003), *Review of Economics and Statistics* 85, 1082–1089.
//! - Lee, J. and M. C. Strazicich (2013), *Economics Bulletin* 33, 2483–2492.
//! - Schmidt, P. and P. C. B. Phillips (1992), *Oxford Bulletin of Economics and Statistics* 54, 257–287.

mod result;
mod search;

pub use crate::dist::lee_strazicich::LmModel;
pub use result::LeeStrazicichResult;

use std::ops::RangeInclusive;

use super::input::{differences, refuse_constant, too_short};
use super::test_regression::Columns;
use super::{LagOrder, LagRule, Lags, Terms};
use crate::breaks::BreakDate;
use crate::regression::Fit;
use crate::unit_root::setters::min_df_setter;
use crate::{Error, ErrorKind, Series};
use search::{Found, LagsAt, Search, absorbed};

/// How many breaks there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Breaks {
    /// One: Lee and Strazicich (2013).
    One,
    /// Two: Lee and Strazicich (2003).
    #[default]
    Two,
}

/// Lee and Strazicich's test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct LeeStrazicich<'a> {
    series: &'a Series,
    breaks: Breaks,
    model: LmModel,
    lags: Lags,
    trim: f64,
    min_df: usize,
}

impl<'a> LeeStrazicich<'a> {
    /// Of this series, with two breaks in level and slope, and lags chosen at every pair of dates by the t rule.
    pub fn of(series: &'a Series) -> Self {
        let (breaks, model, lags) = (Breaks::default(), LmModel::default(), Lags::by(LagRule::TStat));
        Self { series, breaks, model, lags, trim: 0.10, min_df: 5 }
    }

    /// How many breaks there are; two unless set.
    pub fn breaks(mut self, breaks: Breaks) -> Self {
        self.breaks = breaks;
        self
    }

    /// What changes at them; level and slope unless set.
    pub fn model(mut self, model: LmModel) -> Self {
        self.model = model;
        self
    }

    /// The number of lagged differences, or the rule that chooses it at every combination of dates.
    ///
    /// The most it may choose is 8 unless set, and fewer where 8 would leave less than five residual degrees of freedom.
    pub fn lags(mut self, lags: impl Into<Lags>) -> Self {
        self.lags = lags.into();
        self
    }

    /// The share of the observations at each end that are no candidates, from 0 to less than ½; 0.10 unless set.
    pub fn trim(mut self, share: f64) -> Self {
        self.trim = share;
        self
    }

    min_df_setter!();

    /// Tests. With two breaks the work grows with the square of the number of observations: about a second for 200 with lags chosen at every pair.
    ///
    /// # Errors
    /// If the series does not vary, the trim is not in its range, there are fewer observations than the regression
    /// needs, no date is left, or none of them identifies the breaks.
    pub fn run(&self) -> Result<LeeStrazicichResult, Error> {
        let (series, n) = (self.series, self.series.len());
        refuse_constant(series)?;
        let at = LagsAt::settle(self.lags, n, self.deterministic()).map_err(|most| {
            Error::new(
                ErrorKind::Sample,
                format!("so many candidate lags leave `{}` too few observations", series.name()),
            )
            .remedy(format!("let the rule choose among at most {most} lags, or give a longer sample"))
        })?;
        let needed = 2usize.saturating_mul(at.longest()).saturating_add(self.deterministic() + 3);
        if n < needed {
            return Err(too_short("Lee–Strazicich", series, needed, Terms::Trend, at.longest()));
        }
        let mut search = Search::new(series.values(), self.model, at);
        let mut best: Option<(Vec<usize>, Found)> = None;
        let mut tried = 0;
        self.each(self.window(at.longest())?, |dates| {
            let Some(found) = search.at(dates) else { return };
            tried += 1;
            if best.as_ref().is_none_or(|(_, smallest)| found.statistic < smallest.statistic) {
                best = Some((dates.to_vec(), found));
            }
        });
        let Some((dates, found)) = best else {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("no date identifies breaks in the {} of `{}`", self.model, series.name()),
            )
            .remedy("use fewer lags or a longer sample, and see that the series is not an exact trend"));
        };
        let fit = self.fit(&dates, found.lags)?;
        LeeStrazicichResult::new(self, &dates, tried, self.order(at, found), fit)
    }

    /// The changes of trend, steps and kinks.
    fn deterministic(&self) -> usize {
        absorbed(self.model, &[0, 0][..self.count()])
    }

    fn count(&self) -> usize {
        match self.breaks {
            Breaks::One => 1,
            Breaks::Two => 2,
        }
    }

    fn gap(&self) -> usize {
        match self.model {
            LmModel::Crash => 2,
            LmModel::TrendBreak => 3,
        }
    }

    /// The candidates: numbers of observations before a break that leave every regime a row beside the pulse.
    fn window(&self, longest: usize) -> Result<RangeInclusive<usize>, Error> {
        if !(self.trim >= 0.0 && self.trim < 0.5) {
            return Err(Error::new(ErrorKind::Argument, format!("a trim of {} is not from 0 to ½", self.trim))
                .remedy("0.10 is the usual one"));
        }
        let n = self.series.len();
        let trimmed = (self.trim * n as f64).round() as usize;
        let end = match self.model {
            LmModel::Crash => n - 1,
            LmModel::TrendBreak => n - 2,
        };
        let (first, last) = (trimmed.max(longest + 2), (n - trimmed).min(end));
        if first + self.gap() * (self.count() - 1) > last {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "a trim of {} and {longest} lags leave no room for the breaks in the {n} observations of `{}`",
                    self.trim,
                    self.series.name()
                ),
            )
            .remedy("trim less, use fewer lags, or a longer sample"));
        }
        Ok(first..=last)
    }

    /// Every combination of dates, in order.
    fn each(&self, window: RangeInclusive<usize>, mut visit: impl FnMut(&[usize])) {
        for first in window.clone() {
            match self.breaks {
                Breaks::One => visit(&[first]),
                Breaks::Two => (first + self.gap()..=*window.end()).for_each(|second| visit(&[first, second])),
            }
        }
    }

    fn order(&self, at: LagsAt, found: Found) -> LagOrder {
        let chosen_by = match at {
            LagsAt::All(lags) => return LagOrder::given(lags),
            LagsAt::Each(rule, longest) => {
                let rows = self.series.len() - 1 - longest;
                format!("{rule} among 0 to {longest} lags at every date, {rows} rows")
            }
        };
        LagOrder { lags: found.lags, chosen_by, candidates: found.candidates }
    }

    fn break_after(&self, date: usize) -> BreakDate {
        BreakDate::with_first_after(self.series.start().plus(date as i64))
    }

    /// The test regression at these dates; S̃ comes after the deterministic terms.
    fn fit(&self, dates: &[usize], lags: usize) -> Result<Fit, Error> {
        let name = self.series.name();
        let changes = differences(self.series.values());
        let mut columns = self.changes_of_terms(dates, 0);
        let detrended = columns.fit(self.series, format!("diff({name})"), &changes)?.residuals().to_vec();
        let levels: Vec<f64> = detrended
            .iter()
            .scan(0.0, |sum, change| {
                let before = *sum;
                *sum += change;
                Some(before)
            })
            .collect();
        columns = self.changes_of_terms(dates, lags);
        columns.push(format!("lag(detrended({name}), 1)"), &levels[lags..]);
        columns.lags(&format!("diff(detrended({name}))"), &detrended, lags, lags);
        columns.fit(self.series, format!("diff({name})"), &changes[lags..])
    }

    /// ΔZ: a constant, and at each break a pulse, with a step in the trend-break model.
    fn changes_of_terms(&self, dates: &[usize], from: usize) -> Columns {
        let rows = from + 1..self.series.len();
        let column = |holds: &dyn Fn(usize) -> bool| -> Vec<f64> {
            rows.clone().map(|t| f64::from(u8::from(holds(t)))).collect()
        };
        let mut columns = Columns::default();
        columns.push("(Intercept)", column(&|_| true));
        for date in dates {
            let after = self.break_after(*date).first_after;
            columns.push(format!("pulse({after})"), column(&|t| t == *date));
            if self.model == LmModel::TrendBreak {
                columns.push(format!("post({after})"), column(&|t| t >= *date));
            }
        }
        columns
    }
}
