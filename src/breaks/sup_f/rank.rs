//! A date that was known beforehand among all dates tried: placebo dates for a relation.

use serde::Serialize;

use super::SupFResult;
use crate::breaks::BreakDate;
use crate::{Error, ErrorKind};

/// The statistic at one date among those at all others.
///
/// Under the null that the date is as good as drawn at random from those tried, p is exact, whatever the errors are (Fisher 1935):
/// what a nominal p-value cannot say, which needs errors as its covariance has them. At one fixed date near an end a robust
/// statistic is large whatever happened ([`crate::event::placebo`]): rank the classical one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DateRank {
    /// The date.
    pub date: BreakDate,
    /// Its statistic over q: Chow's F for [`BreakStatistic::F`](super::BreakStatistic::F).
    pub statistic: f64,
    /// How many other dates were tried.
    pub others: usize,
    /// At how many of them the statistic is as large.
    pub as_large: usize,
    /// (1 + as large)/(1 + others).
    pub p: f64,
}

impl SupFResult {
    /// The rank of a date that was known beforehand.
    ///
    /// ```
    /// use yalu::breaks::SupF;
    /// use yalu::{Design, Period, Series};
    /// let values = (0..40).map(|t| f64::from(t * t % 7) + if t >= 20 { 9.0 } else { 0.0 }).collect();
    /// let design = Design::of(&Series::new("y", Period::annual(1951), values)?).constant().build()?;
    /// let found = SupF::of(&design).run()?;
    /// let rank = found.rank_of(Period::annual(1971))?;
    /// assert_eq!((rank.as_large, rank.p), (0, 1.0 / (1.0 + rank.others as f64)));
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the date is not among those tried.
    pub fn rank_of(&self, date: impl Into<BreakDate>) -> Result<DateRank, Error> {
        let date = date.into();
        let before = date.rows_before(&self.design)?;
        let Some((_, own)) = self.statistics.iter().find(|(other, _)| *other == before) else {
            let [first, last] = [self.statistics[0].0, self.statistics[self.statistics.len() - 1].0];
            return Err(Error::new(
                ErrorKind::Sample,
                format!("{date} is not among the dates tried, {} to {}", self.date_of(first), self.date_of(last)),
            )
            .remedy("leave fewer rows out at the ends, or ask for another date"));
        };
        let others = self.statistics.len() - 1;
        let as_large = self.statistics.iter().filter(|(other, w)| *other != before && w >= own).count();
        let (statistic, p) = (own / self.terms.len() as f64, (1 + as_large) as f64 / (1 + others) as f64);
        Ok(DateRank { date: self.date_of(before), statistic, others, as_large, p })
    }
}
