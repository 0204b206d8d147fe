//! Several breaks at unknown dates.
//!
//! # Hypotheses
//! None is tested here: for each number of breaks m the dates are estimated, and a criterion chooses m.
//! # Model
//! y = z'δⱼ + u in regime j = 1 … m + 1, all k coefficients changing at m unknown dates.
//! # Assumptions
//! Breaks are apart: every regime has at least a given share of the rows. Errors may be heteroskedastic and correlated; the
//! dates remain consistent, the criteria and intervals suppose what [`Intervals`] says.
//! # Statistic and null distribution
//! The partition of least residual sum of squares, found exactly: every regime's sum once by updating, then dynamic programming.
//! Intervals of dates by the law of Bai (1997) for shrinking breaks.
//! # Conventions
//! - A trim of 15 % leaves each regime at least ⌊0.15·n⌋ rows, and no fewer than there are coefficients plus one.
//! - BIC is −2ℓ + (m + 1)(k + 1) ln n, counting dates and σ²: that is R's. Yao's (1988) and Liu, Wu and Zidek's (1997) are as
//!   Bai and Perron (2003) give them, ln(RSS/n) + p* ln n/n and ln(RSS/(n − p*)) + 0.299 p* (ln n)^2.1/n with p* = (m + 1)k + m.
//! - Of two partitions with one residual sum of squares the first found, with earlier last breaks, is kept.
//! - A date's interval ends at whole rows, away from the date.
//! # Agrees with / differs from
//! R `strucchange::breakpoints` and its `confint` (regressors and errors differing between regimes): dates, sums, criteria,
//! intervals. Its breakpoint is `last_before`.
//! # Example
//! ```
//! use yalu::breaks::BaiPerron;
//! use yalu::{Design, Period, Series};
//! let noise = |t: i32| f64::from((t * t * 37 + t * 11) % 101) / 50.0 - 1.0;
//! let level = |t: i32| if t < 40 { 0.0 } else if t < 70 { 5.0 } else { 1.0 };
//! let series = Series::new("y", Period::annual(1900), (0..100).map(|t| level(t) + noise(t)).collect())?;
//! let design = Design::of(&series).constant().build()?;
//! let found = BaiPerron::of(&design).run()?;
//! let best = found.best(yalu::breaks::BreakCriterion::Bic);
//! let dates: Vec<String> = best.dates().iter().map(ToString::to_string).collect();
//! assert_eq!(dates, ["1939|1940", "1969|1970"]);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Bai, J. (1997), *Review of Economics and Statistics* 79, 551–563.
//! - Bai, J. and P. Perron (1998), *Econometrica* 66, 47–78; (2003), *Journal of Applied Econometrics* 18, 1–22.
//! - Liu, J., S. Wu and J. V. Zidek (1997), *Statistica Sinica* 7, 497–525.
//! - Yao, Y.-C. (1988), *Statistics & Probability Letters* 6, 181–189.

mod intervals;
mod partition;
mod result;
mod segments;

pub use intervals::{DateInterval, Intervals};
pub use result::{BaiPerronResult, BreakCriterion, Partition};

use segments::Segments;

use super::regimes::Regimes;
use crate::{Design, Error, ErrorKind};

/// The search; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct BaiPerron<'a> {
    design: &'a Design,
    trim: f64,
    most: usize,
}

impl<'a> BaiPerron<'a> {
    /// Up to five breaks in all coefficients of this design, each regime with 15 % of the rows at least.
    pub fn of(design: &'a Design) -> Self {
        Self { design, trim: 0.15, most: 5 }
    }

    /// The share of the rows that each regime must have, more than 0 and less than ½.
    pub fn trim(mut self, share: f64) -> Self {
        self.trim = share;
        self
    }

    /// The most breaks to look for; fewer if there is no room for so many.
    pub fn breaks(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// Finds the best partition for every number of breaks.
    ///
    /// # Errors
    /// If the trim is not between 0 and ½, no break is asked for, regressors are collinear, or there is no room for one break.
    pub fn run(&self) -> Result<BaiPerronResult, Error> {
        let (n, k) = (self.design.nobs(), self.design.terms().len());
        let shortest = shortest_regime(self.trim, n, k)?;
        if self.most == 0 {
            return Err(Error::new(ErrorKind::Argument, "no break is to be looked for").remedy("allow one at least"));
        }
        Regimes::new(self.design, n).refuse_collinear()?;
        let segments = Segments::of(self.design, shortest);
        let room = self.most.min(n / shortest - 1);
        let found: Vec<Option<(Vec<usize>, f64)>> = partition::best(&segments, room)
            .into_iter()
            .map(|best| best.map(|(dates, sum)| (dates, segments.in_units(sum))))
            .collect();
        if found[1..].iter().all(Option::is_none) {
            return Err(Error::new(ErrorKind::Collinear, "no partition identifies the coefficients of every regime")
                .remedy("leave out regressors that vary in some years only, or ask for longer regimes"));
        }
        Ok(BaiPerronResult::new(self.design.clone(), shortest, self.most, found))
    }
}

/// The fewest rows of a regime.
///
/// # Errors
/// If the trim is not between 0 and ½, or two such regimes need more rows than there are.
pub(super) fn shortest_regime(trim: f64, n: usize, k: usize) -> Result<usize, Error> {
    if !(trim > 0.0 && trim < 0.5) {
        return Err(Error::new(ErrorKind::Argument, format!("a trim of {trim} is not between 0 and ½"))
            .remedy("0.15 is the usual one"));
    }
    // 0.15 · 100 is a little less than 15 in doubles.
    let shortest = ((trim * n as f64 + 1e-9) as usize).max(k + 1);
    if n < 2 * shortest {
        return Err(Error::new(
            ErrorKind::Sample,
            format!("two regimes of {shortest} rows need {} rows, found {n}", 2 * shortest),
        )
        .remedy("use fewer regressors or a longer sample"));
    }
    Ok(shortest)
}
