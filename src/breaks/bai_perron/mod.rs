//! Several breaks at unknown dates.
//!
//! # Hypotheses
//! - *sup F(m)*: H₀: the coefficients do not change; alternative: they change m times.
//! - *UDmax, WDmax*: the same H₀; alternative: they change, up to five times, an unknown number of times.
//! - *sup F(m + 1 | m)*: H₀: they change m times; alternative: once more.
//! # Model
//! y = x'β + z'δⱼ + u in regime j = 1 … m + 1, the q coefficients δ [changing](BaiPerron::changing) at m unknown dates, the p
//! coefficients β not; all change unless said.
//! # Assumptions
//! Breaks are apart: every regime has at least a given share of the rows. Errors may be heteroskedastic and correlated; the
//! dates remain consistent. The criteria suppose one variance, tests and intervals what [`RegimeErrors`] says. Regressors are
//! stationary within regimes.
//! # Statistic and null distribution
//! - The partition of least residual sum of squares, found exactly if all coefficients change: every regime's sum once by
//!   updating, then dynamic programming. With some fixed, one break by trying all dates, more by Bai and Perron's (2003)
//!   iteration between dates and fixed coefficients from several starts, which may miss the best.
//! - sup F(m): Wald's statistic of equal δ at these dates, over m, times (n − (m + 1)q − p)/n; not over q. For m = 1 the law of
//!   Andrews (1993) by Hansen's (1997) approximation; for more, critical values of Bai and Perron (2003b).
//! - UDmax: the largest sup F(m). WDmax: the largest after each is multiplied by the critical value of m = 1 over its own,
//!   which depends on the level.
//! - sup F(m + 1 | m): the largest sup F(1) within the m + 1 regimes; its law is that of the largest of m + 1 independent sup
//!   F(1), by Hansen's approximation.
//! - Intervals of dates by the law of Bai (1997) for shrinking breaks.
//! # Conventions
//! - A trim of 15 % leaves each regime at least ⌊0.15·n⌋ rows, and no fewer than there are coefficients plus one.
//! - BIC is −2ℓ + ln n times coefficients, dates and σ²: that is R's. Yao's (1988) and Liu, Wu and Zidek's (1997) are as
//!   Bai and Perron (2003) give them, ln(RSS/n) + p* ln n/n and ln(RSS/(n − p*)) + 0.299 p* (ln n)^2.1/n with p* =
//!   (m + 1)q + p + m.
//! - The sequential procedure adds breaks while sup F(m + 1 | m) rejects, the m dates being the best m.
//! - Of two partitions with one residual sum of squares the first found, with earlier last breaks, is kept.
//! - A date's interval ends at whole rows, away from the date.
//! - Critical values are known for trims of 5, 10, 15, 20 and 25 % and up to 10 coefficients; elsewhere only sup F(1) and
//!   sup F(m + 1 | m) have p-values. Fewer than 5 residual degrees of freedom: no test.
//! # Agrees with / differs from
//! - R `strucchange::breakpoints` and its `confint` (regressors and errors differing between regimes): dates, sums, criteria,
//!   intervals. Its breakpoint is `last_before`.
//! - Bai and Perron's program and R `mbreaks`: sup F(m) and sup F(m + 1 | m). Their options are [`RegimeErrors`]:
//!   `robust=0, hetvar=0` is [`OneVariance`](RegimeErrors::OneVariance), `hetvar=1` is
//!   [`VarianceByRegime`](RegimeErrors::VarianceByRegime), `robust=1` is [`BaiPerron`](RegimeErrors::BaiPerron). In R `mbreaks`
//!   1.0.1 the variance of a middle regime counts the row before it too; ours does not. Its intervals end at rounded rows, the
//!   upper one plus one.
//! - strucchange has no sup F(m) for m > 1; EViews prints sup F(m) as here ("scaled") and over q.
//! # Example
//! ```
//! use yalu::breaks::BaiPerron;
//! use yalu::{Design, HypothesisTest, Period, Series};
//! let noise = |t: i32| f64::from((t * t * 37 + t * 11) % 101) / 50.0 - 1.0;
//! let level = |t: i32| if t < 40 { 0.0 } else if t < 70 { 5.0 } else { 1.0 };
//! let series = Series::new("y", Period::annual(1900), (0..100).map(|t| level(t) + noise(t)).collect())?;
//! let design = Design::of(&series).constant().build()?;
//! let found = BaiPerron::of(&design).run()?;
//! assert_eq!(found.report().rejects(0.01), Some(true));
//! let best = found.sequential(0.05)?;
//! assert_eq!(best, found.best(yalu::breaks::BreakCriterion::Bic));
//! let dates: Vec<String> = best.dates().iter().map(ToString::to_string).collect();
//! assert_eq!(dates, ["1939|1940", "1969|1970"]);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Andrews, D. W. K. (1993), *Econometrica* 61, 821–856.
//! - Bai, J. (1997), *Review of Economics and Statistics* 79, 551–563.
//! - Bai, J. and P. Perron (1998), *Econometrica* 66, 47–78; (2003), *Journal of Applied Econometrics* 18, 1–22; (2003b),
//!   *Econometrics Journal* 6, 72–78.
//! - Hansen, B. E. (1997), *Journal of Business & Economic Statistics* 15, 60–67.
//! - Liu, J., S. Wu and J. V. Zidek (1997), *Statistica Sinica* 7, 497–525.
//! - Yao, Y.-C. (1988), *Statistics & Probability Letters* 6, 181–189.

mod criterion;
mod errors;
mod intervals;
mod model;
mod partial;
mod partition;
mod programming;
mod reports;
mod result;
mod segments;
mod statistics;

pub use criterion::BreakCriterion;
pub use errors::RegimeErrors;
pub use intervals::{DateInterval, Intervals};
pub use partition::{Partition, RegimeCoefficient};
pub use result::BaiPerronResult;

use model::Model;
use reports::Computed;
use segments::Segments;
use statistics::Search;

use super::BreakDate;
use super::regimes::{Regimes, exact, refuse_exact};
use crate::breaks::setters::changing_setter;
use crate::regression::Ols;
use crate::{Design, Error, ErrorKind};

/// The search; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct BaiPerron<'a> {
    design: &'a Design,
    trim: f64,
    most: usize,
    changing: Option<Vec<String>>,
    errors: RegimeErrors,
    min_df: usize,
}

/// The most breaks with names of their own in reports.
const MOST: usize = 9;

impl<'a> BaiPerron<'a> {
    /// Up to five breaks in all coefficients of this design, each regime with 15 % of the rows at least, errors of one variance.
    pub fn of(design: &'a Design) -> Self {
        Self { design, trim: 0.15, most: 5, changing: None, errors: RegimeErrors::default(), min_df: 5 }
    }

    /// The share of the rows that each regime must have, more than 0 and less than ½.
    pub fn trim(mut self, share: f64) -> Self {
        self.trim = share;
        self
    }

    /// The most breaks to look for, up to nine; fewer if there is no room for so many.
    pub fn breaks(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    changing_setter!();

    /// What the tests suppose of the errors.
    pub fn errors(mut self, errors: RegimeErrors) -> Self {
        self.errors = errors;
        self
    }

    /// The residual degrees of freedom below which a test is "not identified"; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Finds the best partition for every number of breaks, and tests.
    ///
    /// # Errors
    /// If the trim is not between 0 and ½, no break or more than nine are asked for, a term does not exist, regressors are
    /// collinear, there is no room for one break, or the response is fitted exactly.
    pub fn run(&self) -> Result<BaiPerronResult, Error> {
        let model = Model::of(self.design, self.changing.as_deref())?;
        let (n, q) = (self.design.nobs(), model.moving.len());
        let shortest = shortest_regime(self.trim, n, q)?;
        if !(1..=MOST).contains(&self.most) {
            return Err(Error::new(ErrorKind::Argument, format!("{} breaks cannot be looked for", self.most))
                .remedy(format!("ask for 1 to {MOST}")));
        }
        Regimes::new(self.design, n).refuse_collinear()?;
        refuse_exact(&Ols::fit(self.design)?)?;
        let room = self.most.min(n / shortest - 1);
        let moving: Vec<&[f64]> = model.moving.iter().map(Vec::as_slice).collect();
        let segments = model.fixed.is_empty().then(|| Segments::of(&moving, &model.response, shortest));
        let found: Vec<Option<(Vec<usize>, f64)>> = match &segments {
            Some(segments) => programming::best(segments, room)
                .into_iter()
                .map(|best| best.map(|(dates, sum)| (dates, segments.in_units(sum))))
                .collect(),
            None => partial::best(&model, shortest, room),
        };
        if found[0].is_none() || found[1].is_none() {
            return Err(Error::new(ErrorKind::Collinear, "no partition identifies the coefficients of every regime")
                .remedy("leave out regressors that vary in some years only, or ask for longer regimes"));
        }
        let without = found[0].as_ref().map_or(0.0, |(_, rss)| *rss);
        if let Some((dates, _)) = found[1..].iter().flatten().find(|(_, rss)| *rss <= 1e-26 * without) {
            return Err(exact(self.design, dates));
        }
        let search = Search {
            model: &model,
            segments: segments.as_ref(),
            shortest,
            errors: self.errors,
            min_df: self.min_df.max(1),
        };
        Ok(self.result(&search, found))
    }

    fn result(&self, search: &Search<'_>, found: Vec<Option<(Vec<usize>, f64)>>) -> BaiPerronResult {
        let design = self.design;
        let changing = self.changing.clone().unwrap_or_else(|| design.terms().to_vec());
        // With more breaks than can be identified there is nothing further on either.
        let identified = found.into_iter().map_while(|best| best);
        let partitions: Vec<Partition> = identified
            .map(|(before, rss)| Partition { design: design.clone(), changing: changing.clone(), before, rss })
            .collect();
        let message = |error: Error| error.message().to_owned();
        let (mut sup_f, mut one_more) = (Vec::new(), Vec::new());
        for partition in &partitions[1..] {
            sup_f.push((partition.dates(), search.sup_f(&partition.before).map_err(message)));
        }
        let stamps = design.stamps();
        let at = |before: usize| BreakDate { last_before: stamps[before - 1], first_after: stamps[before] };
        for partition in &partitions[1..partitions.len() - usize::from(partitions.len() > 2)] {
            let next = search.one_more(&partition.before).map_err(message);
            one_more.push(next.map(|next| next.map(|next| (next, at(next.before)))));
        }
        let computed = Computed {
            design,
            changing: &changing,
            trim: self.trim,
            errors: self.errors,
            shortest: search.shortest,
            sup_f: &sup_f,
            one_more: &one_more,
        };
        let reports = computed.all();
        let (shortest, sample) = (search.shortest, design.sample());
        BaiPerronResult { shortest, asked: self.most, partitions, reports, sample }
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
