//! Granger's test of every ordered pair of several series.
//!
//! # Hypotheses
//! For every ordered pair: the p lags of the first have zero coefficients in the equation of the second.
//! # Model
//! *Pairwise*: each pair with its own two equations, as [`granger`](super::granger). *Given the others*
//! ([`given_others`](AllPairs::given_others)): one autoregression of all series; a pair's direct way alone is tested. Fixed terms,
//! given series and d further lags stand in all of them.
//! # Assumptions
//! Those of [`granger`](super::granger) or, with d, of [`toda_yamamoto`](super::toda_yamamoto). k series are k(k − 1) tests: at 5 % one
//! in twenty true nulls is rejected.
//! # Statistic and null distribution
//! F(p, T − k), every pair on the same rows.
//! # Conventions
//! Beside each p-value stand Holm's, which bounds the chance of any false rejection, and Benjamini and Hochberg's, which bounds the
//! expected share of false ones among the rejections (under independence or positive dependence). All series are cut to the periods
//! they share, so a pair alone may have more rows in [`Granger`](super::Granger).
//! # Agrees with / differs from
//! The same F as [`Granger`](super::Granger) for each pair; R's `p.adjust` and statsmodels' `multipletests` on them.
//! # Example
//! ```
//! use yalu::causality::AllPairs;
//! use yalu::{Period, Series};
//! let noise = |t: i32, k: i32| f64::from((t * t * k + t * 11) % 101) / 50.0 - 1.0;
//! let series = |name: &str, f: &dyn Fn(i32) -> f64| Series::new(name, Period::annual(1950), (0..60).map(f).collect());
//! let x = series("x", &|t| noise(t, 37))?;
//! let y = series("y", &|t| noise(t, 53) + noise(t - 1, 37))?;
//! let z = series("z", &|t| noise(t, 71))?;
//! let all = AllPairs::of(&[&x, &y, &z]).lags(1).given_others().run()?;
//! assert_eq!(all.tests().len(), 6);
//! assert!(all.test("x", "y")?.holm.is_some_and(|p| p < 1e-6));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Holm, S. (1979), *Scandinavian Journal of Statistics* 6, 65–70.
//! - Benjamini, Y. and Y. Hochberg (1995), *Journal of the Royal Statistical Society B* 57, 289–300.

mod compute;
mod result;

pub use result::{AllPairsResult, PairTest};

use super::aligned::{Aligned, align_all};
use super::setters::model_setters;
use super::spec::Spec;
use crate::{Error, ErrorKind, Series};

/// Granger's test of every ordered pair; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct AllPairs<'a> {
    series: Vec<&'a Series>,
    spec: Spec<'a>,
    others: bool,
}

impl<'a> AllPairs<'a> {
    /// Of these series, two or more, pairwise with 1 lag unless said otherwise.
    pub fn of(series: &[&'a Series]) -> Self {
        Self { series: series.to_vec(), spec: Spec::new(), others: false }
    }

    /// Every pair given all other series.
    #[doc(alias = "conditional")]
    pub fn given_others(mut self) -> Self {
        self.others = true;
        self
    }

    /// d: further lags that are not tested, for series in levels that are integrated of order d; 0 unless set.
    #[doc(alias = "dmax")]
    pub fn integration(mut self, order: usize) -> Self {
        self.spec.extra = order;
        self.spec.extra_by = "user";
        self
    }

    model_setters!();

    /// Tests every pair.
    ///
    /// # Errors
    /// If there are fewer than two series or more than one number of lags, a series stands twice or does not vary, frequencies
    /// differ, no period is common to all, regressors are collinear (named), or there are too few observations.
    pub fn run(&self) -> Result<AllPairsResult, Error> {
        if self.series.len() < 2 {
            return Err(Error::new(ErrorKind::Argument, format!("pairs of {} series", self.series.len()))
                .remedy("give two series or more"));
        }
        let all: Vec<&Series> =
            [&self.series, &self.spec.given, &self.spec.exogenous].into_iter().flatten().copied().collect();
        let (mut series, notes) = align_all(&all, self.spec.accept_constructed)?;
        let exogenous = series.split_off(all.len() - self.spec.exogenous.len());
        AllPairsResult::of(&self.spec, &Aligned { series, exogenous, notes }, self.series.len(), self.others)
    }
}
