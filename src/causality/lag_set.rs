//! Which lags, where not all from one to the longest.

use std::fmt;
use std::ops::RangeInclusive;

use crate::{Error, ErrorKind};

/// More lags than any sample here has rows: a longer range is kept by its ends.
const MOST: usize = 10_000;

/// Some lags: `4` is lags 1 to 4, `2..=3` lags 2 and 3, `[1, 4]` these two.
///
/// ```
/// use yalu::causality::LagSet;
/// assert_eq!(LagSet::from(3).lags(), [1, 2, 3]);
/// assert_eq!(LagSet::from([4, 1, 4]).lags(), [1, 4]);
/// assert_eq!(LagSet::from([1, 2, 3, 12]).to_string(), "1 to 3, 12");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LagSet(Vec<usize>);

impl LagSet {
    /// The lags, the shortest first.
    pub fn lags(&self) -> &[usize] {
        &self.0
    }

    /// The longest; 0 if there is none.
    pub fn longest(&self) -> usize {
        self.0.last().copied().unwrap_or(0)
    }

    /// # Errors
    /// If there is no lag, or lag 0 among them.
    pub(super) fn check(&self, whose: &str) -> Result<(), Error> {
        match self.0.first() {
            None => Err(Error::new(ErrorKind::Argument, format!("no lag of {whose} is given"))
                .remedy("give at least one lag, the shorter first")),
            Some(0) => Err(Error::new(ErrorKind::Argument, format!("lag 0 of {whose} is no lag"))
                .remedy("give lags from 1 on; what happens within one period is instantaneous causality")),
            Some(_) => Ok(()),
        }
    }

    fn of(mut lags: Vec<usize>) -> Self {
        lags.sort_unstable();
        lags.dedup();
        Self(lags)
    }
}

impl From<usize> for LagSet {
    fn from(longest: usize) -> Self {
        Self::from(1..=longest)
    }
}

impl From<RangeInclusive<usize>> for LagSet {
    fn from(range: RangeInclusive<usize>) -> Self {
        let last = *range.end();
        let ends = (!range.is_empty()).then_some(last);
        Self::of(range.take(MOST).chain(ends).collect())
    }
}

impl<const N: usize> From<[usize; N]> for LagSet {
    fn from(lags: [usize; N]) -> Self {
        Self::of(lags.to_vec())
    }
}

impl From<&[usize]> for LagSet {
    fn from(lags: &[usize]) -> Self {
        Self::of(lags.to_vec())
    }
}

impl From<Vec<usize>> for LagSet {
    fn from(lags: Vec<usize>) -> Self {
        Self::of(lags)
    }
}

/// `1 to 3, 12`.
impl fmt::Display for LagSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for &lag in &self.0 {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == lag => *last = lag,
                _ => runs.push((lag, lag)),
            }
        }
        let words: Vec<String> = runs
            .into_iter()
            .map(|(first, last)| match last - first {
                0 => first.to_string(),
                1 => format!("{first}, {last}"),
                _ => format!("{first} to {last}"),
            })
            .collect();
        f.write_str(&words.join(", "))
    }
}
