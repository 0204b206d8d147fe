//! The order of integration of one or more series, by several tests.
//!
//! # Hypotheses
//! Those of each test, on the series, its first and its second differences.
//! # Model
//! A series is I(d) if it is stationary after d differences and not before.
//! # Assumptions
//! Those of each test. A break in level or trend looks like a unit root to all of them.
//! # Statistic and null distribution
//! Each test's own. A test of a unit root gives the smallest d for which it rejects on Δᵈy, a test of stationarity the
//! smallest for which it does not. Where a test gives none up to two differences, or no number at all, that is said.
//! # Conventions
//! - Levels have the deterministic terms asked for, a constant and a linear trend unless set; differences have a constant.
//!   Schmidt–Phillips takes part with a trend only, and keeps it in the differences.
//! - Lags by each test's own rule unless given. Every p-value is the test's headline.
//! - Orders are counted from the levels up. A test that rejects on a difference but not on the next contradicts itself, and
//!   the summary says so; Dickey and Pantula (1987) would start from the highest.
//! - For Toda and Yamamoto's d the tests are not outvoted: the largest order that any of them gives for any series counts,
//!   since a d too large costs power, but one too small costs the test its χ² law.
//! - Below 25 observations the summary carries the simulated share of rejections, at this n and with these settings, of a
//!   true unit root and of a stationary AR(1) with coefficient 0.8.
//! - No order is ever called proven: a unit root that is not rejected may be a root below one.
//! - The tests: ADF, Phillips–Perron, DF-GLS, the ERS point-optimal test, Schmidt–Phillips (null: a unit root) and KPSS
//!   (null: stationarity).
//! # Agrees with / differs from
//! Each test as its own page says. No program that we know gives this summary; R's `forecast::ndiffs` applies one test.
//! # Example
//! ```
//! use yalu::unit_root::IntegrationOrder;
//! use yalu::{Period, Series};
//! let mut level = 0.0;
//! let noise = |t: u32| f64::from((t * t * 37 + t * 11) % 101) - 50.0;
//! let walk = (1..=60).map(|t| { level += noise(t); level }).collect();
//! let prices = Series::new("prices", Period::annual(1960), walk)?;
//! let result = IntegrationOrder::of(&[&prices]).run()?;
//! assert_eq!(result.toda_yamamoto_d(0.05), Some(1));
//! assert!(result.in_words(0.05)?.contains("consistent with I(1)"));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Dickey, D. A. and S. G. Pantula (1987), *Journal of Business & Economic Statistics* 5, 455–461.
//! - DeJong, D. N., J. C. Nankervis, N. E. Savin and C. H. Whiteman (1992), *Journal of Econometrics* 53, 323–343: the power
//!   of such tests against near roots.
//! - Toda, H. Y. and T. Yamamoto (1995), *Journal of Econometrics* 66, 225–250.

mod panel;
mod power;
mod result;
mod tabulate;
mod words;

pub use panel::Null;
pub use power::Power;
pub use result::{Finding, Order, OrderResult, OrderTest, SeriesOrder};

use std::collections::BTreeMap;

use super::core::explodes;
use super::input::refuse_constant;
use super::{Lags, Terms};
use crate::{Error, ErrorKind, Series};
use panel::{Options, PANEL};

/// The most differences taken.
const MOST_DIFFERENCES: usize = 2;

/// Below this many observations the power of the tests is simulated.
const SMALL_SAMPLE: usize = 25;

/// A summary of unit-root tests over series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct IntegrationOrder<'a> {
    series: Vec<&'a Series>,
    terms: Terms,
    lags: Option<Lags>,
    min_df: usize,
    seed: u64,
}

impl<'a> IntegrationOrder<'a> {
    /// Of these series, with a constant and a linear trend in levels.
    pub fn of(series: &[&'a Series]) -> Self {
        Self { series: series.to_vec(), terms: Terms::Trend, lags: None, min_df: 5, seed: 1 }
    }

    /// The deterministic terms in levels, a constant or a constant and a linear trend; the latter unless set.
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = terms;
        self
    }

    /// The number of lags, or the rule that chooses it, in every test that has lags; each test's own rule unless set.
    pub fn lags(mut self, lags: impl Into<Lags>) -> Self {
        self.lags = Some(lags.into());
        self
    }

    /// The fewest residual degrees of freedom for which a test gives a number; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// The seed of the simulation that small samples carry; 1 unless set.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Runs every test on every series, its first and its second differences.
    ///
    /// # Errors
    /// If there is no series, one of them does not vary, or the terms are not a constant or a linear trend. A test that
    /// cannot be computed on a series is a finding, not an error.
    pub fn run(&self) -> Result<OrderResult, Error> {
        if self.series.is_empty() {
            return Err(Error::new(ErrorKind::Argument, "no series to find the order of").remedy("give at least one"));
        }
        if !matches!(self.terms, Terms::Constant | Terms::Trend) {
            let message = format!(
                "no summary of the order of integration has these deterministic terms in levels: {}",
                self.terms
            );
            return Err(Error::new(ErrorKind::Argument, message)
                .remedy("allow a constant, or a constant and a linear trend, or run the tests one by one"));
        }
        self.series.iter().try_for_each(|series| refuse_constant(series))?;
        let options = Options { terms: self.terms, lags: self.lags, trend: self.terms, min_df: self.min_df };
        let mut powers: BTreeMap<usize, Vec<Power>> = BTreeMap::new();
        for n in self.series.iter().map(|series| series.len()).filter(|n| *n < SMALL_SAMPLE) {
            powers.entry(n).or_insert_with(|| power::of_length(n, options, self.seed));
        }
        let series = self.series.iter().map(|series| test(series, options)).collect();
        Ok(OrderResult { series, powers })
    }
}

/// All tests of one series.
fn test(series: &Series, options: Options) -> SeriesOrder {
    let mut tests = Vec::new();
    for differences in 0..=MOST_DIFFERENCES {
        let differenced = if differences == 0 { Ok(series.clone()) } else { series.diff(differences) };
        // What is a trend in levels is a constant in differences.
        let terms = if differences == 0 { options.terms } else { Terms::Constant };
        for member in &PANEL {
            let report = match &differenced {
                Ok(differenced) => (member.run)(differenced, Options { terms, ..options }),
                Err(error) => Some(Err(error.clone())),
            };
            tests.extend(report.map(|report| OrderTest {
                name: member.name,
                null: member.null,
                differences,
                terms,
                report,
            }));
        }
    }
    SeriesOrder {
        name: series.name().to_owned(),
        sample: series.sample(),
        terms: options.terms,
        explodes: explodes(series.values()),
        tests,
    }
}
