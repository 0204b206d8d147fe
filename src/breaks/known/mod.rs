//! One or several changes at dates that were known beforehand, under any covariance.
//!
//! # Hypotheses
//! H₀: the coefficients that may change are the same in all m + 1 regimes. Alternative: at least one changes at one of the m
//! dates.
//! # Model
//! y = x'β + Σⱼ (x·post(Dⱼ))'δⱼ + u, post(D) being 1 from D on: β holds before D₁, β + δ₁ + … + δⱼ in regime j + 1. All
//! coefficients may change, or [some](KnownBreaks::changing), the others being the same throughout; q = m times those that may.
//! # Assumptions
//! Those of the covariance; the dates come from outside the data.
//! # Statistic and null distribution
//! - *Classical*: F = ((RSS₀ − RSS₁)/q) ÷ (RSS₁/(n − k − q)) against F(q, n − k − q), with its χ² forms, LR and LM.
//! - *HC, HAC*: Wald's W on δ = 0, W/q against F(q, n − k − q) and W against χ²(q); and [LM](crate::regression::score) with the
//!   residuals of the model without changes, in which the scores of the coefficients that do not change are projected out,
//!   against χ²(q).
//! - For each date by itself: Wald's F that the coefficients are the same in the two regimes that meet there, all the other
//!   changes being in the model.
//! # Conventions
//! - A date is the [`BreakDate`] of [`Chow`](super::Chow); dates may be given in any order. With one date F and its χ² forms are
//!   Chow's, and Wald's are those of [`PrePost`](super::PrePost).
//! - A regime that does not identify its coefficients, or fewer than 5 residual degrees of freedom in all: "not identified". A
//!   last (or first) regime with too few rows has a test of its own, [`EndOfSample`](super::EndOfSample).
//! - A regime's estimates are sums of β and δ, with the standard errors of such.
//! - Automatic bandwidths see the columns x and x·post(Dⱼ).
//! - Below 60 rows and with HC or HAC errors a note has the size that F and LM have on these regressors with independent normal
//!   errors, simulated: Wald's rejects too often there, LM too seldom if anything.
//! # Agrees with / differs from
//! - R: `lm(y ~ x * post1 + x * post2)` and `car::linearHypothesis(vcov. = )` with sandwich's covariances; `anova` for F.
//! - Stata: `estat sbknown, break(D₁ D₂)`, whose W is `chi2-wald`; it takes the first periods after.
//! - EViews' Chow breakpoint test with several dates: F, LR, and Wald's with one variance in each regime.
//! # Example
//! ```
//! use yalu::breaks::{Chow, KnownBreaks};
//! use yalu::regression::Covariance;
//! use yalu::{Design, HypothesisTest, Period, Series};
//! let noise = |t: i32| f64::from((t * t * 37 + t * 11) % 101) / 50.0 - 1.0;
//! let level = |t: i32| if t < 40 { 0.0 } else if t < 70 { 5.0 } else { 1.0 };
//! let series = Series::new("y", Period::annual(1900), (0..100).map(|t| level(t) + noise(t)).collect())?;
//! let design = Design::of(&series).constant().build()?;
//! let dates = [Period::annual(1940), Period::annual(1970)];
//! let found = KnownBreaks::of(&design).at(dates).covariance(Covariance::Hc1).run()?;
//! assert_eq!(found.report().null, "the coefficient of (Intercept) in the equation of `y` is the same up to 1939, from 1940 \
//!     to 1969 and from 1970 on");
//! assert_eq!(found.report().rejects(0.01), Some(true));
//! let levels: Vec<f64> = found.regimes().iter().map(|regime| regime.coefficient.estimate.round()).collect();
//! assert_eq!(levels, [0.0, 5.0, 1.0]);
//!
//! let one = KnownBreaks::of(&design).at([dates[0]]).run()?;
//! assert_eq!(one.report().statistic(), Chow::of(&design).at(dates[0]).run()?.report().statistic());
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Andrews, D. W. K. and R. C. Fair (1988), *Review of Economic Studies* 55, 615–639.
//! - Chow, G. C. (1960), *Econometrica* 28, 591–605.
//! - Wooldridge, J. M. (1991), *Journal of Econometrics* 47, 5–46.

mod result;
mod small;

use ndarray::Array1;

pub use result::{KnownBreaksResult, RegimeEstimate};

use super::BreakDate;
use super::regimes::{Regimes, exact};
use crate::breaks::setters::changing_setter;
use crate::hypothesis::too_few_df;
use crate::regression::{Covariance, Fit, NestedComparison, Ols};
use crate::{Design, Error, ErrorKind};

/// The test; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct KnownBreaks<'a> {
    design: &'a Design,
    changing: Option<Vec<String>>,
    covariance: Covariance,
    min_df: usize,
    dates: Vec<BreakDate>,
}

impl<'a> KnownBreaks<'a> {
    /// A test of all coefficients of this design under the classical covariance; [`at`](Self::at) gives the dates.
    pub fn of(design: &'a Design) -> Self {
        Self { design, changing: None, covariance: Covariance::Classical, min_df: 5, dates: Vec::new() }
    }

    /// The dates; a period alone is the first after the change.
    pub fn at<D: Into<BreakDate>>(mut self, dates: impl IntoIterator<Item = D>) -> Self {
        self.dates = dates.into_iter().map(Into::into).collect();
        self
    }

    changing_setter!();

    /// The covariance of the coefficients; classical unless set.
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariance = covariance;
        self
    }

    /// The residual degrees of freedom below which the test is "not identified"; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Estimates and tests.
    ///
    /// # Errors
    /// If no date is given, two dates have no row between them, all rows lie on one side of one, a date is of another frequency,
    /// a term does not exist, the regressors are collinear over all rows, the response is fitted exactly, or the covariance
    /// cannot be had.
    pub fn run(&self) -> Result<KnownBreaksResult, Error> {
        let (design, n) = (self.design, self.design.nobs());
        let edges = self.edges()?;
        let whole = Regimes::new(design, n);
        whole.refuse_collinear()?;
        let terms = self.changing.clone().unwrap_or_else(|| design.terms().to_vec());
        let (mut added, mut names) = (Vec::new(), Vec::new());
        for (before, date) in &edges {
            added.extend(Regimes::new(design, *before).changes(&terms)?);
            names.push(terms.iter().map(|term| date.changed(term)).collect::<Vec<_>>());
        }
        let (k, min_df) = (whole.terms() + added.len(), self.min_df.max(1));
        let because = if n < k + min_df {
            Some(too_few_df(n, k, min_df))
        } else if self.changing.is_none() {
            self.unidentified(&whole, &edges)
        } else {
            None
        };
        if let Some(because) = because {
            return Ok(KnownBreaksResult::not_identified(self, terms, edges, because));
        }
        let columns = names.iter().flatten().cloned().zip(added.iter().cloned().map(Array1::from_vec));
        let larger = match Ols::fit(&design.with_columns(columns)?) {
            Ok(fit) => fit,
            // Some coefficients may change and do not vary in a regime.
            Err(error) if error.kind() == ErrorKind::Collinear => {
                let because = format!("not identified: {}", error.message());
                return Ok(KnownBreaksResult::not_identified(self, terms, edges, because));
            }
            Err(error) => return Err(error),
        };
        if larger.sigma2() <= 0.0 {
            return Err(exact(design, &edges.iter().map(|(before, _)| *before).collect::<Vec<_>>()));
        }
        let fit = larger.with(self.covariance)?;
        let nested = if self.covariance == Covariance::Classical { Some(nested(&whole, &added)?) } else { None };
        KnownBreaksResult::new(self, &Parts { terms, edges, names, fit, nested })
    }

    /// The rows before each date, in the order of time.
    fn edges(&self) -> Result<Vec<(usize, BreakDate)>, Error> {
        if self.dates.is_empty() {
            return Err(Error::new(ErrorKind::Argument, "no date of a change is given").remedy("give at least one"));
        }
        let mut edges = Vec::with_capacity(self.dates.len());
        for date in &self.dates {
            edges.push((date.rows_before(self.design)?, *date));
        }
        edges.sort_by_key(|(before, _)| *before);
        if let Some(two) = edges.windows(2).find(|two| two[0].0 == two[1].0) {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("no row lies between the changes at {} and {}", two[0].1, two[1].1),
            )
            .remedy("give each date once"));
        }
        Ok(edges)
    }

    /// Why a regime cannot identify all coefficients, if one cannot.
    fn unidentified(&self, whole: &Regimes<'_>, edges: &[(usize, BreakDate)]) -> Option<String> {
        let (n, k, stamps) = (self.design.nobs(), whole.terms(), self.design.stamps());
        let starts = std::iter::once(0).chain(edges.iter().map(|(before, _)| *before));
        let ends = edges.iter().map(|(before, _)| *before).chain([n]);
        starts.zip(ends).find_map(|(start, end)| {
            let span = format!("from {} to {}", stamps[start], stamps[end - 1]);
            if end - start < k {
                let rows = if end - start == 1 { "1 row".into() } else { format!("{} rows", end - start) };
                let remedy = match (start, end) {
                    (_, end) if end == n => ": the test for the end of the sample is made for this",
                    (0, _) => ": the test for the beginning of the sample is made for this",
                    _ => "",
                };
                return Some(format!("not identified {span}: {rows} for {k} coefficients{remedy}"));
            }
            let error = whole.collinear(start..end).err()?;
            Some(format!("not identified {span}: {}", error.message()))
        })
    }
}

/// What a result is made of.
struct Parts {
    terms: Vec<String>,
    /// The rows before each date.
    edges: Vec<(usize, BreakDate)>,
    /// The names of the changes at each date.
    names: Vec<Vec<String>>,
    fit: Fit,
    /// With the classical covariance.
    nested: Option<NestedComparison>,
}

fn nested(whole: &Regimes<'_>, added: &[Vec<f64>]) -> Result<NestedComparison, Error> {
    let added: Vec<&[f64]> = added.iter().map(Vec::as_slice).collect();
    NestedComparison::of_columns(&whole.regressors(), &added, whole.response(), |_| "what changes".into())
}
