//! A break at a date that is not known.
//!
//! # Hypotheses
//! H₀: the coefficients are the same in all rows. Alternative: they change once, at a date that is not known.
//! # Model
//! As [`chow`](super::chow), for every date that leaves at least a given share of the rows on each side; all coefficients may
//! change, or [some](SupF::changing), the others being the same throughout.
//! # Assumptions
//! Under H₀ the regressors have one second moment throughout, and the errors satisfy what the covariance asks. Where a trend
//! or a regressor breaks by itself the tabulated law is not right; [the bootstrap](SupFResult::bootstrap) is, in large samples.
//! With correlated errors a HAC covariance helps, but not to the nominal level: a mean of 120 rows, errors of correlation ½,
//! trim 15 %, 5 %: classical 49 %, Andrews' bandwidth 27 %, prewhitened 13 % (400 draws, our simulation).
//! # Statistic and null distribution
//! W(π), q times Chow's F or Wald's under the covariance asked for, at every date; then its largest value (Quandt 1960; Andrews
//! 1993), its average, and ln of the average of exp(W/2) (Andrews and Ploberger 1994). p-values by Hansen's (1997)
//! approximation, which knows the trim and q; below 0.001 a bound.
//! # Conventions
//! - With a trim of 15 %, each regime has at least ⌊0.15·n⌋ rows, and one more than there are coefficients. Dates at which
//!   a regime is not identified are passed over.
//! - [`BreakStatistic::F`] is q·F with n − k − q degrees of freedom; `Wald`, `Lr` and `Lm` divide by n, LM by the restricted sum
//!   of squares. With a covariance other than the classical one it is Wald's, with that covariance's degrees of freedom or none,
//!   or [LM](crate::regression::score), whose covariance is that of the residuals without a break, at every date anew (in
//!   Andrews' own LM it is π(1 − π) times that of all rows: the same in large samples, and so is the law). LM rejects less
//!   often than Wald's. 120 rows, 5 %, sup, HC0: one variance, LM 3.0 %; a variance that rises with the regressor, LM 0.3, Wald's
//!   12.7, LM of one variance 50 (300 draws, our simulation, s.e. 0.3 to 2.9). With a HAC covariance LM can miss a large break, which is
//!   in its residuals (Vogelsang 1999).
//! - Fewer than 5 residual degrees of freedom: the date is given, the test is "not identified". Below 20 rows a note has the
//!   size that the test has on these regressors with normal errors, simulated.
//! - Dates at which a robust covariance cannot be had are passed over, and a note counts them.
//! - The date of the largest statistic is an estimate; its own F p-value would be far too small and is not given.
//! # Agrees with / differs from
//! - R `strucchange::Fstats` with `sctest`: q·F at every date and the three statistics; its p-values are Hansen's with 1 − cdf,
//!   ours agree to 1e-3 where they are above 0.001. Its breakpoint is `last_before`.
//! - gretl `qlrtest` prints q·F and Hansen's p-value; Stata `estat sbsingle` has Wald and LR forms.
//! # Example
//! ```
//! use yalu::breaks::SupF;
//! use yalu::{Design, HypothesisTest, Period, Series};
//! let exports = [271., 396., 582., 497., 468., 582., 754., 501., 1188., 2464., 2485., 2912., 2842., 2565.];
//! let imports = [467., 628., 795., 1085., 1232., 1393., 2033., 1210., 2278., 3165., 3446., 3633., 3523., 2946.];
//! let log = |values: [f64; 14]| values.map(f64::ln).to_vec();
//! let exports = Series::new("exports", Period::annual(2002), log(exports))?;
//! let imports = Series::new("imports", Period::annual(2002), log(imports))?;
//! let design = Design::of(&imports).constant().regressor(&exports).build()?;
//! let found = SupF::of(&design).trim(0.25).run()?;
//! assert_eq!(found.date().to_string(), "2004|2005");
//! assert!((found.f() - 27.33).abs() < 5e-3 && (found.scaled() - 54.67).abs() < 5e-3);
//! assert_eq!(found.report().rejects(0.01), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Andrews, D. W. K. (1993), *Econometrica* 61, 821–856; corrigendum (2003), 71, 395–397.
//! - Andrews, D. W. K. and W. Ploberger (1994), *Econometrica* 62, 1383–1414.
//! - Hansen, B. E. (1997), *Journal of Business & Economic Statistics* 15, 60–67; (2000), *Journal of Econometrics* 97, 93–115.
//! - Quandt, R. E. (1960), *Journal of the American Statistical Association* 55, 324–330.
//! - Vogelsang, T. J. (1999), *Journal of Econometrics* 88, 283–299.

mod bootstrap;
mod path;
mod rank;
mod result;
mod small;

use std::fmt;

pub use bootstrap::{BreakBootstrap, BreakErrors};
pub use rank::DateRank;
pub use result::SupFResult;

use super::bai_perron::shortest_regime;
use super::regimes::{Regimes, exact, refuse_exact};
use crate::breaks::setters::changing_setter;
use crate::regression::{Covariance, Ols};
use crate::{Design, Error, ErrorKind};

/// Which statistic of no change is computed at every date, on the scale of χ²(q).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BreakStatistic {
    /// q times Chow's F: the change of the residual sum of squares over RSS₁/(n − k − q).
    #[default]
    F,
    /// The same over RSS₁/n.
    Wald,
    /// n ln(RSS₀/RSS₁).
    Lr,
    /// The same as Wald's over RSS₀/n; with another covariance the [LM](crate::regression::score) under that.
    Lm,
}

impl fmt::Display for BreakStatistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::F => "q·F",
            Self::Wald => "Wald",
            Self::Lr => "LR",
            Self::Lm => "LM",
        })
    }
}

/// The search; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct SupF<'a> {
    design: &'a Design,
    trim: f64,
    changing: Option<Vec<String>>,
    statistic: BreakStatistic,
    covariance: Covariance,
    min_df: usize,
}

impl<'a> SupF<'a> {
    /// A search over the rows of this design, 15 % at each end left out, all coefficients changing, by q·F.
    pub fn of(design: &'a Design) -> Self {
        let (statistic, covariance) = (BreakStatistic::F, Covariance::Classical);
        Self { design, trim: 0.15, changing: None, statistic, covariance, min_df: 5 }
    }

    /// The share of the rows that each regime must have, more than 0 and less than ½.
    pub fn trim(mut self, share: f64) -> Self {
        self.trim = share;
        self
    }

    changing_setter!();

    /// The statistic at every date.
    pub fn statistic(mut self, statistic: BreakStatistic) -> Self {
        self.statistic = statistic;
        self
    }

    /// The covariance of Wald's statistic at every date; classical unless set.
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariance = covariance;
        self
    }

    /// The residual degrees of freedom below which the test is "not identified"; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Computes the statistic at every date.
    ///
    /// # Errors
    /// If the trim is not between 0 and ½, no date leaves enough rows on both sides, a term does not exist, LR is asked for with
    /// a covariance other than the classical one, that covariance cannot be had on all rows, or no date identifies both regimes.
    pub fn run(&self) -> Result<SupFResult, Error> {
        let (n, k) = (self.design.nobs(), self.design.terms().len());
        let shortest = shortest_regime(self.trim, n, k)?;
        let classical = self.covariance == Covariance::Classical;
        if !classical && self.statistic == BreakStatistic::Lr {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("{} supposes errors of one variance, not {}", self.statistic, self.covariance),
            )
            .remedy("ask for Wald's statistic or LM with this covariance"));
        }
        Regimes::new(self.design, n).refuse_collinear()?;
        // What is wrong with the covariance itself is said before dates are passed over for it.
        refuse_exact(&Ols::fit(self.design)?)?.with(self.covariance)?;
        let terms = self.changing.clone().unwrap_or_else(|| self.design.terms().to_vec());
        Regimes::new(self.design, n).changes(&terms)?;
        let dates = shortest..=n - shortest;
        let tried = dates.clone().count();
        let statistics = if !classical {
            path::robust(self.design, &terms, self.covariance, self.statistic, dates)?
        } else if self.changing.is_none() {
            path::all_changing(self.design, dates, self.statistic)
        } else {
            path::some_changing(self.design, &terms, dates, self.statistic)?
        };
        let Some(largest) = result::largest(&statistics) else {
            return Err(Error::new(ErrorKind::Collinear, "no date identifies both regimes")
                .remedy("leave out regressors that vary in one regime only"));
        };
        if largest.1.is_infinite() {
            return Err(exact(self.design, &[largest.0]));
        }
        SupFResult::new(self, terms, statistics, largest, tried)
    }
}
