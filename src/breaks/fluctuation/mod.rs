//! Sums of residuals that drift where a relation changes, and coefficients that move.
//!
//! # Hypotheses
//! H₀: the coefficients and the variance of the errors are the same in all rows. Alternative: they change, in whatever way; no
//! date is supposed. The CUSUM of squares sees a changing variance, that of scores a change of any coefficient or of the
//! variance, the others a changing mean of what the regressors leave.
//! # Model
//! y = Xβ + u on n rows in the order of time, k coefficients. Ordinary residuals e come from all rows; recursive ones w from the
//! rows before each: (y − x'b)/√(1 + x'(X'X)⁻¹x), n − k of them, independent with one variance under H₀. β̂ are the coefficients of
//! all rows, b those of m of them.
//! # Assumptions
//! Errors without serial correlation (or a [long-run variance](Fluctuation::long_run)) and of one variance; regressors whose second moments do not drift, for the tests with
//! ordinary residuals, which also need a constant among the regressors (they are refused without). A lagged response among the
//! regressors is allowed (Krämer, Ploberger and Alt 1988). The CUSUM of squares is exact for normal errors, and wrong with fat
//! tails in samples of any size. With trending regressors OLS-CUSUM
//! rejects too seldom.
//!
//! With 122 rows, a constant, one regressor and normal errors, a nominal 5 % rejects 2.8 % of true nulls (OLS-CUSUM), 2.5
//! (recursive), 4.0 (squares), 3.0 (scores), 2.2 and 2.2 (moving sums), 4.2 (moving scores), 3.2 (recursive estimates), 2.5 (moving ones); 600 draws,
//! our simulation, s.e. 0.6 to 0.8. With errors of Student's t(3) the CUSUM of squares rejects more than half.
//!
//! With errors of autocorrelation 0.5 and 122 rows of a mean OLS-CUSUM rejects 38 % of true nulls at 5 %, with a long-run variance 5.0
//! (`nw:4`), 2.2 (`andrews`) and 1.2 (`andrews,prewhite`); 400 draws, our simulation, s.e. at most 2.4.
//! # Statistic and null distribution
//!
//! | test | process | boundary | law |
//! |---|---|---|---|
//! | [`ols_cusum`](Fluctuation::ols_cusum) | Σe/(s√n) | c | sup of a Brownian bridge (Ploberger and Krämer 1992): Kolmogorov's |
//! | [`recursive_cusum`](Fluctuation::recursive_cusum) | Σw/(s√m), m = n − k | c(1 + 2r) | Brownian motion over rising lines (Brown, Durbin and Evans 1975), the whole series |
//! | [`cusum_of_squares`](Fluctuation::cusum_of_squares) | Σw²/Σ all w² | r ± c | Durbin's (1969) for m/2 − 1 uniform numbers, exact by recursion |
//! | [`score_cusum`](Fluctuation::score_cusum) | Σ of the scores x·e and e² − σ², times the inverse root of their products | c | sup of k + 1 independent Brownian bridges (Hjort and Koning 2002) |
//! | [`ols_mosum`](Fluctuation::ols_mosum) | Σe in a window/(s√n) | c | table of Chu, Hornik and Kuan (1995) |
//! | [`recursive_mosum`](Fluctuation::recursive_mosum) | Σw in a window/(s√m) | c | their other table |
//! | [`score_mosum`](Fluctuation::score_mosum) | the scores in a window, times the same root | c | their table for k + 1 bridges |
//! | [`recursive_estimates`](Fluctuation::recursive_estimates) | √(m/n) (ΣXX')^½ (b − β̂)/s of the first m rows | c | sup of k Brownian bridges (Ploberger, Krämer and Kontrus 1989) |
//! | [`moving_estimates`](Fluctuation::moving_estimates) | the same of the m rows in a window | c | table of Chu, Hornik and Kuan for k bridges |
//!
//! r is the share of residuals so far. The statistic is the largest distance in units of the boundary's shape; the process
//! is outside its boundary somewhere exactly when the test rejects. For estimates a second report has the largest range of a component:
//! Kuiper's law for recursive ones, Feller's for moving ones, which holds for a window of one half and for no other.
//! # Conventions
//! - s² of ordinary residuals is RSS/(n − k). Of recursive ones it is taken about their mean, over m − 1, as Harvey (1975)
//!   proposed, which has more power; Brown, Durbin and Evans take it about zero, over m: [`ResidualVariance::AboutZero`].
//! - The root of the scores' products is the symmetric one, after each score is divided by its length: the statistic does not depend on
//!   units. The component that is farthest gives the process; all are kept.
//! - The root of ΣXX' of estimates is the symmetric one too, of regressors that have length one over all rows. It is that of
//!   the rows that b comes from, not of all: in a window without much variation of a regressor its coefficient counts for less.
//! - The long-run variance is what the residuals of a mean would have, times n/(n − k): without lags it is s². A change raises it too,
//!   so that the test sees less of a large change than of a small one (Vogelsang 1999).
//! - The laws of more than six bridges in a window are those of independent groups of six: P(k) = 1 − (1 − P(6))^(k/6).
//! - A window has ⌊h·n⌋ ordinary or ⌊h·m⌋ recursive residuals; h from 0.05 to 0.5, 0.15 unless set.
//! - p-values of moving sums are interpolated between tabulated levels, and a bound beyond them.
//! - For odd m the p-value of the CUSUM of squares is the mean of those of its neighbours. The pairs that the law knows end in
//!   every second residual; the process is looked at after every one, which makes the test reject a little more often.
//! - A crossing has two dates: the last row with which the process was inside, and the first with which it was outside. That is
//!   when the change is seen; with recursive residuals it comes after the change. [`date`](FluctuationResult::date) is where
//!   OLS-CUSUM, CUSUM of scores and of squares and recursive estimates are farthest from their line: an estimate of a single change.
//! - Fewer than 5 residual degrees of freedom: the process is given, the test is "not identified". Below 20 rows a note has
//!   the size that the test has on these regressors with normal errors, simulated.
//! # Agrees with / differs from
//! - R `strucchange::efp` and `sctest`: processes and statistics of all but the CUSUM of squares, which it does not have. Its
//!   p-value of the recursive CUSUM ends the series at the second term: 1e-8 apart above a statistic of 0.65, 0.006 at 0.35, 0.022 at 0.3,
//!   below which it is a straight line, up to 0.034 apart.
//!   Its recursive MOSUM divides by n − 2k: ours is √((m − 1)/(m − k)) times larger. Its p-values of moving sums go on, along a line,
//!   to 1 at a statistic of zero, where ours are a bound.
//! - strucchange's score CUSUM does not scale the scores, so its statistic changes with the units of a regressor; with columns scaled
//!   as here beforehand it is ours. The same holds of its `"RE"` and `"ME"`.
//! - strucchange takes Feller's law of the range for every window, and the table of six bridges for more than six: p too large for windows
//!   under one half, too small for many coefficients. Two cells of its table (four bridges, h = 0.2, 5 %; six, h = 0.1, 1 %) are
//!   out of order; ours are simulated.
//! - strucchange `efp(…, lrvar = "Andrews")` is `andrews,prewhite,adjust` here, `lrvar = "Newey-West"` is `nw:auto,prewhite,adjust`.
//!   `gefp(…, vcov = kernHAC)` of a mean is the first but for √(n/(n − k)).
//! - gretl `cusum` and statsmodels `RecursiveLS.cusum`: Σw/s with s² about the mean, lines at 0.948; statsmodels' 10 % line uses
//!   0.950 for 0.850, and gretl's lines are a row late, so that it marks a crossing a row early at times. statsmodels' bounds for the CUSUM of
//!   squares are Edgerton and Wells' (1994) approximation: at 5 % too narrow by 0.007 with 20 residuals, 0.0012 with 40, 0.0001
//!   with 100.
//! - statsmodels `breaks_cusumolsresid(e, ddof = k)`: statistic and p-value of OLS-CUSUM; without `ddof` it divides by n.
//! # Example
//! ```
//! use yalu::breaks::Fluctuation;
//! use yalu::{Design, HypothesisTest, Period, Series};
//! let flow = [1120., 1160., 963., 1210., 1160., 1160., 813., 1230., 1370., 1140., 995., 935., 1110., 994., 1020., 960., 1180.,
//!     799., 958., 1140., 1100., 1210., 1150., 1250., 1260., 1220., 1030., 1100., 774., 840., 874., 694., 940., 833., 701., 916.,
//!     692., 1020., 1050., 969.];
//! let flow = Series::new("flow", Period::annual(1871), flow.to_vec())?;
//! let design = Design::of(&flow).constant().build()?;
//! let sums = Fluctuation::ols_cusum(&design).run()?;
//! assert_eq!(sums.date().map(|date| date.to_string()), Some("1898|1899".into()));
//! assert_eq!(sums.report().rejects(0.01), Some(true));
//! // The sums leave their boundary of 5 % with the row of 1894.
//! assert_eq!(sums.crossings(0.05)?[0].first_after.to_string(), "1894");
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Brown, R. L., J. Durbin and J. M. Evans (1975), *Journal of the Royal Statistical Society* B 37, 149–192.
//! - Chu, C.-S. J., K. Hornik and C.-M. Kuan (1995), *Biometrika* 82, 603–617; *Econometric Theory* 11, 699–720.
//! - Durbin, J. (1969), *Biometrika* 56, 1–15.
//! - Harvey, A. C. (1975), *Journal of the Royal Statistical Society* B 37, 179–180 (discussion).
//! - Hjort, N. L. and A. Koning (2002), *Journal of Nonparametric Statistics* 14, 113–132.
//! - Krämer, W., W. Ploberger and R. Alt (1988), *Econometrica* 56, 1355–1369.
//! - Ploberger, W. and W. Krämer (1992), *Econometrica* 60, 271–285.
//! - Ploberger, W., W. Krämer and K. Kontrus (1989), *Journal of Econometrics* 40, 307–318.
//! - Vogelsang, T. J. (1999), *Journal of Econometrics* 88, 283–299.
//! - Zeileis, A. (2005), *Econometric Reviews* 24, 445–466.

mod estimates;
mod law;
mod process;
mod reports;
mod result;
mod scores;
mod test;

use std::fmt;

pub(super) use estimates::rooted;
pub use result::{FluctuationPoint, FluctuationResult};
pub use test::FluctuationTest;

use process::Form;

use super::regimes::{Regimes, refuse_exact};
use crate::regression::{Hac, Ols};
use crate::{Design, Error, ErrorKind};

/// How the variance of recursive residuals is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ResidualVariance {
    /// About their mean, over one less than their number (Harvey 1975).
    #[default]
    AboutMean,
    /// About zero, over their number: RSS/(n − k) of the regression (Brown, Durbin and Evans 1975).
    AboutZero,
}

impl fmt::Display for ResidualVariance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AboutMean => "about the mean",
            Self::AboutZero => "about zero",
        })
    }
}

/// A test by sums of residuals; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct Fluctuation<'a> {
    design: &'a Design,
    test: FluctuationTest,
    window: Option<f64>,
    variance: Option<ResidualVariance>,
    long_run: Option<Hac>,
    min_df: usize,
}

impl<'a> Fluctuation<'a> {
    /// One of the tests, chosen by a value.
    pub fn test(design: &'a Design, test: FluctuationTest) -> Self {
        Self { design, test, window: None, variance: None, long_run: None, min_df: 5 }
    }

    /// Sums of OLS residuals (Ploberger and Krämer 1992).
    pub fn ols_cusum(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::OlsCusum)
    }

    /// Sums of recursive residuals (Brown, Durbin and Evans 1975).
    #[doc(alias = "cusum")]
    pub fn recursive_cusum(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::RecursiveCusum)
    }

    /// Sums of squared recursive residuals (Brown, Durbin and Evans 1975).
    #[doc(alias = "cusumsq")]
    pub fn cusum_of_squares(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::CusumOfSquares)
    }

    /// Sums of the scores of all coefficients and of the variance (Hjort and Koning 2002).
    pub fn score_cusum(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::ScoreCusum)
    }

    /// Sums of OLS residuals in a moving window (Chu, Hornik and Kuan 1995).
    pub fn ols_mosum(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::OlsMosum)
    }

    /// Sums of recursive residuals in a moving window (Chu, Hornik and Kuan 1995).
    pub fn recursive_mosum(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::RecursiveMosum)
    }

    /// Sums of the scores in a moving window (Zeileis 2005).
    pub fn score_mosum(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::ScoreMosum)
    }

    /// Coefficients of the rows so far (Ploberger, Krämer and Kontrus 1989).
    #[doc(alias = "fluctuation test")]
    #[doc(alias = "RE")]
    pub fn recursive_estimates(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::RecursiveEstimates)
    }

    /// Coefficients in a moving window (Chu, Hornik and Kuan 1995).
    #[doc(alias = "ME")]
    pub fn moving_estimates(design: &'a Design) -> Self {
        Self::test(design, FluctuationTest::MovingEstimates)
    }

    /// The share of the rows or residuals in a moving window, 0.05 to 0.5; 0.15 unless set.
    pub fn window(mut self, share: f64) -> Self {
        self.window = Some(share);
        self
    }

    /// How the variance of recursive residuals is estimated; about their mean unless set.
    pub fn variance(mut self, variance: ResidualVariance) -> Self {
        self.variance = Some(variance);
        self
    }

    /// The long-run variance in place of s², for errors with serial correlation: CUSUM and MOSUM of ordinary residuals only.
    #[doc(alias = "kernHAC")]
    #[doc(alias = "lrvar")]
    pub fn long_run(mut self, hac: Hac) -> Self {
        self.long_run = Some(hac);
        self
    }

    /// The residual degrees of freedom below which the test is "not identified"; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Computes the process, the statistic and its p-value.
    ///
    /// # Errors
    /// If the regressors, or the scores, are collinear, or nothing is left; if ordinary residuals do not sum to zero, there being no
    /// constant; if a window is set for a test without one, is outside 0.05 … 0.5, holds fewer than 2 residuals, or cannot tell the
    /// coefficients apart; if a variance is set for a test that has no choice of it, or a lag window does not fit the rows.
    pub fn run(&self) -> Result<FluctuationResult, Error> {
        let test = self.test;
        if self.window.is_some() && !test.is_moving() {
            return Err(Error::new(ErrorKind::Argument, format!("the {test} has no window"))
                .remedy("leave it out, or ask for a MOSUM or moving estimates"));
        }
        let window = self.window.unwrap_or(0.15);
        if !(0.05..=0.5).contains(&window) {
            return Err(Error::new(ErrorKind::Argument, format!("a window of {window} is not between 0.05 and 0.5"))
                .remedy("0.15 is the usual one"));
        }
        if self.variance.is_some() && !matches!(test, FluctuationTest::RecursiveCusum | FluctuationTest::RecursiveMosum)
        {
            return Err(Error::new(ErrorKind::Argument, format!("the {test} has no choice of variance"))
                .remedy("leave it out, or ask for sums of recursive residuals"));
        }
        if self.long_run.is_some() && !test.sums_ordinary() {
            return Err(Error::new(ErrorKind::Argument, format!("the {test} has no long-run variance"))
                .remedy("leave it out, or ask for sums of OLS residuals"));
        }
        Regimes::new(self.design, self.design.nobs()).refuse_collinear()?;
        let fit = Ols::fit(self.design)?;
        refuse_exact(&fit)?;
        if test.sums_ordinary() {
            let residuals = fit.residuals();
            let size: f64 = residuals.iter().map(|e| e.abs()).sum();
            if residuals.sum().abs() > 1e-8 * size {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!(
                        "the residuals of `{}` do not sum to zero, which the {test} supposes",
                        self.design.response()
                    ),
                )
                .remedy("add a constant, or use recursive residuals"));
            }
        }
        let form = Form { test, window, variance: self.variance.unwrap_or_default(), long_run: self.long_run };
        FluctuationResult::new(self, form)
    }
}
