//! Whether the last rows, few as they may be, belong to the same regime (Andrews 2003); or the first ones.
//!
//! # Hypotheses
//! H₀: the coefficients are the same in all rows and the errors stationary. Alternative: in the last m rows the coefficients, or
//! the law of the errors, are others.
//! # Model
//! A linear regression of d coefficients on n + m rows, m as small as one and as large as leaves windows enough among the n.
//! # Assumptions
//! Under H₀ response and regressors are strictly stationary and ergodic: errors may be correlated, heteroskedastic (as in
//! GARCH) and far from normal, regressors need not be exogenous; a trend or a random walk is not allowed. n is large, m is not.
//! The date comes from outside the data.
//! # Statistic and null distribution
//! With û the residuals of the regression on all rows, Σ̂ = Σⱼ ûⱼûⱼ'/(n + 1) over the n + 1 windows ûⱼ of m neighbouring rows:
//! - m ≥ d: S = û'Σ̂⁻¹X(X'Σ̂⁻¹X)⁻¹X'Σ̂⁻¹û on the last m rows;
//! - m < d: S = û'Σ̂⁻¹û, which at m = d is the same.
//!
//! Its law is that of the same form in the N = n − m + 1 windows of the rows before, each with the same Σ̂ and the coefficients of
//! the n rows without the first ⌈m/2⌉ of the window: p is the share of windows whose S is at least as large ("parametric
//! subsampling"). No normality, no degrees of freedom.
//! # Conventions
//! - p moves in steps of 1/N. Where no window's S is as large, p is printed as a bound, below 1/N: with fewer than 20 windows 5 %
//!   cannot be told. Windows overlap: about n/m of them are independent. Andrews' p there is 0, and he rejects at the level itself;
//!   here p must be smaller.
//! - The critical value at a level is the smallest S that at least 1 − level of the windows do not exceed; none below 1/N.
//! - A window whose regressors are collinear has the projection on what they span; a note counts these.
//! - For the beginning the time is reversed: the windows lie among the rows after, and leave out their last ⌈m/2⌉.
//! - Fewer than 5 residual degrees of freedom when a window is left out, a coefficient that only the m rows or only one window
//!   identifies, or no window: "not identified". Below 40 windows a note has the size on these regressors with independent
//!   normal errors, simulated. A regressor that goes one way in all rows, as a trend does, has a note.
//!
//! With 100 rows and a constant and one regressor it rejects at 5 % these shares of true nulls (1000 draws, our simulation, s.e. 0.7), in
//! parentheses the predictive form of Chow's test: m = 1, normal errors 4.2 % (4.5), errors of Student's t(3) 5.1 (5.4); m = 4, t(3)
//! 5.5 (6.3); m = 4, errors and regressor with correlation ½ 4.6 (12.5), with 250 rows 5.9 (12.2).
//! # Agrees with / differs from
//! - Public programs in Python (`andrews_eos_test`, its statistic `Sd`: S in every window and p) and R (CPAT's `Andrews.test` with
//!   regressors: S of the last rows), to 9 digits or more; numpy from the formulas to 11 or more.
//! - CPAT's p-values are wrong: in its windows one of the two scores is that of the last rows, and the first window leaves a row
//!   too few out.
//! - A GAUSS program leaves ⌊m/2⌋ rows out and counts only windows with a larger S; Matlab's `esitest` takes Σ̂ from the rows before
//!   by default.
//! # Example
//! ```
//! use yalu::breaks::EndOfSample;
//! use yalu::{Design, HypothesisTest, Period, Series};
//! let noise = |t: i32| f64::from((t * t * 37 + t * 11) % 101) / 50.0 - 1.0;
//! let level = |t: i32| if t < 97 { 0.0 } else { 3.0 };
//! let series = Series::new("y", Period::annual(1900), (0..100).map(|t| level(t) + noise(t)).collect())?;
//! let design = Design::of(&series).constant().build()?;
//! let found = EndOfSample::at(&design, Period::annual(1997)).run()?;
//! assert_eq!((found.tail_rows(), found.windows().count()), (3, 95));
//! // No three years before were as far off: p < 1/95.
//! assert_eq!(found.report().rejects(0.05), Some(true));
//! let early = EndOfSample::beginning_at(&design, Period::annual(1903)).run()?;
//! assert_eq!(early.report().rejects(0.05), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Andrews, D. W. K. (2003), *Econometrica* 71, 1661–1694.
//! - Andrews, D. W. K. and J.-Y. Kim (2006), *Journal of Business & Economic Statistics* 24, 379–394.

mod result;
mod windows;

pub use result::{EndOfSampleResult, Window};

use windows::Windows;

use super::BreakDate;
use super::regimes::{Regimes, refuse_exact};
use crate::regression::Ols;
use crate::{Design, Error};

/// Which rows are tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SampleEnd {
    /// The last ones.
    Last,
    /// The first ones.
    First,
}

/// The test; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct EndOfSample<'a> {
    design: &'a Design,
    date: BreakDate,
    end: SampleEnd,
    min_df: usize,
}

impl<'a> EndOfSample<'a> {
    /// A test of the rows after this date, a period alone being the first of them.
    pub fn at(design: &'a Design, date: impl Into<BreakDate>) -> Self {
        Self { design, date: date.into(), end: SampleEnd::Last, min_df: 5 }
    }

    /// A test of the rows before this date, a period alone being the first that is *not* tested.
    pub fn beginning_at(design: &'a Design, date: impl Into<BreakDate>) -> Self {
        Self { end: SampleEnd::First, ..Self::at(design, date) }
    }

    /// The residual degrees of freedom, the rows that a window leaves out not counted, below which the test is "not
    /// identified"; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Tests.
    ///
    /// # Errors
    /// If all rows lie on one side of the date, it is of another frequency, the regressors are collinear over all rows, or the
    /// response is fitted exactly.
    pub fn run(&self) -> Result<EndOfSampleResult, Error> {
        let before = self.date.rows_before(self.design)?;
        Regimes::new(self.design, before).refuse_collinear()?;
        refuse_exact(&Ols::fit(self.design)?)?;
        let windows = Windows::of(self.design, before, self.end);
        let found = windows.prepared(self.min_df.max(1)).and_then(|prepared| {
            let found = prepared.statistics(&windows.response)?;
            Ok((found, prepared.size()))
        });
        Ok(EndOfSampleResult::new(self, before, found))
    }
}
