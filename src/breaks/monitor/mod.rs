//! Does a relation that held in a history still hold in the rows that come after it?
//!
//! # Hypotheses
//! H₀: new rows have the coefficients of the history. Alternative: from some new row on they have others. The history itself is
//! taken to be stable, which the tests of [`fluctuation`](super::fluctuation) can doubt but monitoring cannot.
//! # Model
//! y = Xβ + u on n rows of history and, one after the other, on rows n + 1, n + 2, …; β̂ and s² = RSS/(n − k) are those of the history, e = y
//! − xβ̂ for all rows, x = t/n at row t.
//! # Assumptions
//! Errors without serial correlation and of one variance, regressors whose second moments do not drift. Sums of residuals need a constant
//! among the regressors; they see changes of the mean response, estimates see a change of any coefficient.
//!
//! Watched from row 101 to row 300, a constant, one regressor and normal errors, at a nominal 5 %: 4.0 % of true nulls were called a change (sums),
//! 6.0 (moving sums, half the history in a window), 5.4 (recursive estimates) and 4.4 (moving ones); 500 draws, our simulation, s.e. 0.9 to
//! 1.1. A rise of the mean by one standard deviation with row 151 was seen in all of 200 draws, in the middle of them after 35, 25, 39 and
//! 27 rows.
//! # Statistic and null distribution
//!
//! | monitoring | process at row t | boundary | level |
//! |---|---|---|---|
//! | [`ols_cusum`](Monitor::ols_cusum) | Σe from row n + 1 on/(s√n) | √(x(x − 1)(a² + ln(x/(x − 1)))) | α = 2(1 − Φ(a) + aφ(a)), however long it is watched |
//! | [`recursive_estimates`](Monitor::recursive_estimates) | t/n (ΣXX')^½ (b − β̂)/s, b of rows 1 … t, ΣXX' of the history | the same | α/k for each coefficient |
//! | [`ols_mosum`](Monitor::ols_mosum) | Σe of the last m rows/(s√n) | c√(2 log⁺ x) | α, up to the length planned |
//! | [`moving_estimates`](Monitor::moving_estimates) | √(m/n) (ΣXX')^½ (b − β̂)/s, all of the last m rows | the same | α/k for each coefficient |
//!
//! log⁺ x is 1 up to x = e. The report has the smallest level at which a boundary would have been crossed by now, which is the p-value: it can only
//! fall as rows come, and looking at it at every row is what it allows for.
//! # Conventions
//! - The level is that of a false alarm at any time: for ever for sums and recursive estimates, up to `period` times the history for
//!   windows, whose number of rows is m = ⌊window·n⌋. Beyond that time rows are refused.
//! - Several coefficients share the level (Bonferroni), as in the papers.
//! - Roots are symmetric, of regressors that have length one over the history: units do not matter.
//! - A detection has two dates, the last row inside the boundary and the first outside. The change was before it. Rows after a detection are still
//!   taken, and change it no more.
//! - A history without [`min_df`](Monitor::min_df) residual degrees of freedom is refused.
//! # Agrees with / differs from
//! - R `strucchange::mefp` and `monitor`: processes, critical values and detections of `"OLS-CUSUM"`, `"OLS-MOSUM"` and, on columns of length
//!   one, `"ME"`.
//! - strucchange 1.5-3 divides the process of `"RE"` by the standard deviation twice, unless told `rescale = TRUE`: its detection changes with the
//!   units of the response. On a response divided by s it is ours.
//! - strucchange goes on beyond the length for which the critical value was made. It takes sums without a constant too, whose residuals in the
//!   history need not sum to zero; here they are refused.
//! # Example
//! ```
//! use yalu::breaks::Monitor;
//! use yalu::{Design, Period, Series};
//! let flow = [1120., 1160., 963., 1210., 1160., 1160., 813., 1230., 1370., 1140., 995., 935., 1110., 994., 1020., 960., 1180., 799.,
//!     958., 1140., 1100., 1210., 1150., 1250., 1260.];
//! let history = Series::new("flow", Period::annual(1871), flow.to_vec())?;
//! let history = Design::of(&history).constant().build()?;
//! let mut watch = Monitor::ols_cusum(&history).start()?;
//! let new = [1220., 1030., 1100., 774., 840., 874., 694., 940., 833., 701., 916., 692., 1020., 1050., 969.];
//! for (year, flow) in (1896..).zip(new) {
//!     let point = watch.push(Period::annual(year), &[1.0], flow)?;
//!     if point.is_outside() {
//!         break;
//!     }
//! }
//! // The dam was begun in 1898.
//! assert_eq!(watch.detection().map(|date| date.to_string()), Some("1903|1904".into()));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Chu, C.-S. J., M. Stinchcombe and H. White (1996), *Econometrica* 64, 1045–1065.
//! - Leisch, F., K. Hornik and C.-M. Kuan (2000), *Econometric Theory* 16, 835–854.
//! - Zeileis, A., F. Leisch, C. Kleiber and K. Hornik (2005), *Journal of Applied Econometrics* 20, 99–121.

mod boundary;
mod report;
mod stream;

use std::fmt;

use super::regimes::{Regimes, refuse_exact};
use crate::dist::monitoring;
use crate::regression::Ols;
use crate::{Design, Error, ErrorKind};
use boundary::Boundary;
pub use stream::{MonitorPoint, Monitoring};

/// What is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MonitorTest {
    /// Sums of residuals since the history.
    OlsCusum,
    /// Sums of residuals in a moving window.
    OlsMosum,
    /// Coefficients of all rows so far.
    RecursiveEstimates,
    /// Coefficients in a moving window.
    MovingEstimates,
}

impl MonitorTest {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::OlsCusum, Self::OlsMosum, Self::RecursiveEstimates, Self::MovingEstimates];

    /// Its name in the catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OlsCusum => "monitor-ols-cusum",
            Self::OlsMosum => "monitor-ols-mosum",
            Self::RecursiveEstimates => "monitor-recursive-estimates",
            Self::MovingEstimates => "monitor-moving-estimates",
        }
    }

    /// Whether it looks through a moving window, for a time that is planned.
    pub const fn is_moving(self) -> bool {
        matches!(self, Self::OlsMosum | Self::MovingEstimates)
    }

    /// Whether it looks at coefficients and not at residuals.
    pub const fn is_estimates(self) -> bool {
        matches!(self, Self::RecursiveEstimates | Self::MovingEstimates)
    }
}

impl fmt::Display for MonitorTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OlsCusum => "monitoring by sums of OLS residuals",
            Self::OlsMosum => "monitoring by moving sums of OLS residuals",
            Self::RecursiveEstimates => "monitoring by recursive estimates",
            Self::MovingEstimates => "monitoring by moving estimates",
        })
    }
}

/// A plan of monitoring; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is watched before `.start()`"]
pub struct Monitor<'a> {
    history: &'a Design,
    test: MonitorTest,
    level: f64,
    window: Option<f64>,
    period: Option<usize>,
    min_df: usize,
}

impl<'a> Monitor<'a> {
    /// One of the four, chosen by a value.
    pub fn test(history: &'a Design, test: MonitorTest) -> Self {
        Self { history, test, level: 0.05, window: None, period: None, min_df: 5 }
    }

    /// By sums of residuals (Chu, Stinchcombe and White 1996; Zeileis et al. 2005).
    #[doc(alias = "mefp")]
    pub fn ols_cusum(history: &'a Design) -> Self {
        Self::test(history, MonitorTest::OlsCusum)
    }

    /// By sums of residuals in a moving window (Zeileis et al. 2005).
    pub fn ols_mosum(history: &'a Design) -> Self {
        Self::test(history, MonitorTest::OlsMosum)
    }

    /// By the coefficients of all rows so far (Chu, Stinchcombe and White 1996).
    #[doc(alias = "fluctuation")]
    pub fn recursive_estimates(history: &'a Design) -> Self {
        Self::test(history, MonitorTest::RecursiveEstimates)
    }

    /// By the coefficients in a moving window (Leisch, Hornik and Kuan 2000).
    pub fn moving_estimates(history: &'a Design) -> Self {
        Self::test(history, MonitorTest::MovingEstimates)
    }

    /// The probability of a false alarm; 0.05 unless set.
    pub fn level(mut self, level: f64) -> Self {
        self.level = level;
        self
    }

    /// The rows in a window as a share of the history: 0.25, 0.5 or 1; 1 unless set.
    pub fn window(mut self, share: f64) -> Self {
        self.window = Some(share);
        self
    }

    /// For how long rows in a window will be watched, from the first of the history on and in units of its length: 2, 4, 6, 8 or 10; 10
    /// unless set.
    pub fn period(mut self, histories: usize) -> Self {
        self.period = Some(histories);
        self
    }

    /// The residual degrees of freedom that the history must have; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Fits the history and waits for rows.
    ///
    /// # Errors
    /// If the regressors of the history are collinear, or nothing or too little is left; if its residuals do not sum to zero, for sums; if a
    /// window or a period is set for monitoring without one, is not tabulated, or holds too few rows; if the level is not between 0 and 1, or
    /// not in the table.
    pub fn start(&self) -> Result<Monitoring, Error> {
        let (test, history) = (self.test, self.history);
        let argument = |what: String, remedy: &str| Err(Error::new(ErrorKind::Argument, what).remedy(remedy));
        if !(self.level > 0.0 && self.level < 1.0) {
            return argument(format!("a level of {} is not between 0 and 1", self.level), "0.05 is the usual one");
        }
        if (self.window.is_some() || self.period.is_some()) && !test.is_moving() {
            return argument(
                format!("{test} has no window and no planned length"),
                "leave them out, or ask for moving sums or estimates",
            );
        }
        let (window, period) = (self.window.unwrap_or(1.0), self.period.unwrap_or(10));
        if !monitoring::WINDOWS.contains(&window) {
            return argument(format!("a window of {window} of the history is not tabulated"), "take 0.25, 0.5 or 1");
        }
        if !monitoring::PERIODS.contains(&period) {
            return argument(
                format!("a length of {period} times the history is not tabulated"),
                "take 2, 4, 6, 8 or 10",
            );
        }
        Regimes::new(history, history.nobs()).refuse_collinear()?;
        let fit = Ols::fit(history)?;
        refuse_exact(&fit)?;
        let (n, k) = (history.nobs(), history.terms().len());
        if fit.df_resid() < self.min_df {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "a history of {n} rows less {k} coefficients leaves {} residual degrees of freedom, fewer than {}",
                    fit.df_resid(),
                    self.min_df
                ),
            )
            .remedy("take a longer history or fewer regressors"));
        }
        let residuals = fit.residuals();
        let size: f64 = residuals.iter().map(|e| e.abs()).sum();
        if !test.is_estimates() && residuals.sum().abs() > 1e-8 * size {
            return argument(
                format!(
                    "the residuals of `{}` do not sum to zero in the history, which {test} supposes",
                    history.response()
                ),
                "add a constant, or watch estimates",
            );
        }
        let held = (window * n as f64) as usize;
        if test.is_moving() && held < if test.is_estimates() { k.max(2) } else { 2 } {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("a window of {window} of a history of {n} rows holds {held}, too few for {k} coefficients"),
            )
            .remedy("take a wider window or a longer history"));
        }
        let boundary = Boundary::of(test, self.level, if test.is_estimates() { k } else { 1 }, window, period)?;
        Monitoring::new(history, test, boundary, held, &fit)
    }
}
