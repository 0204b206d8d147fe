//! The statistics of no break against several, and of one break more.

use super::errors::RegimeErrors;
use super::model::Model;
use super::partial;
use super::segments::Segments;
use crate::{Error, ErrorKind};

/// What is searched: all regimes' sums if all coefficients change.
pub(super) struct Search<'a> {
    pub model: &'a Model,
    pub segments: Option<&'a Segments>,
    pub shortest: usize,
    pub errors: RegimeErrors,
    pub min_df: usize,
}

/// The best place for one break more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct OneMore {
    pub statistic: f64,
    /// Rows before it.
    pub before: usize,
}

impl Search<'_> {
    /// sup F of these breaks, the statistic at the dates of least squares.
    ///
    /// # Errors
    /// If too few degrees of freedom are left, or the covariance cannot be had.
    pub fn sup_f(&self, breaks: &[usize]) -> Result<f64, Error> {
        self.statistic(0..self.model.nobs(), breaks)
    }

    /// The largest statistic of one break within a regime; `None` if no regime has room for two.
    ///
    /// # Errors
    /// As for [`sup_f`](Self::sup_f).
    pub fn one_more(&self, breaks: &[usize]) -> Result<Option<OneMore>, Error> {
        let edges: Vec<usize> = [0].into_iter().chain(breaks.iter().copied()).chain([self.model.nobs()]).collect();
        let mut best: Option<OneMore> = None;
        for edge in edges.windows(2) {
            let rows = edge[0]..edge[1];
            if rows.len() < 2 * self.shortest {
                continue;
            }
            let date = match self.segments {
                Some(segments) => segments.best_break(rows.clone()),
                None => partial::one_break(self.model, self.shortest, rows.clone()).map(|(dates, _)| dates[0]),
            };
            let Some(date) = date else { continue };
            let statistic = self.statistic(rows.clone(), &[date])?;
            if best.is_none_or(|best| statistic > best.statistic) {
                best = Some(OneMore { statistic, before: rows.start + date });
            }
        }
        Ok(best)
    }

    fn statistic(&self, rows: std::ops::Range<usize>, breaks: &[usize]) -> Result<f64, Error> {
        let n = rows.len();
        let coefficients = (breaks.len() + 1) * self.model.moving.len() + self.model.fixed.len();
        if n < coefficients + self.min_df {
            let df = n.saturating_sub(coefficients);
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "{n} rows less {coefficients} coefficients leave {df} residual degrees of freedom, fewer than {}",
                    self.min_df
                ),
            ));
        }
        let broken = self.model.broken(rows, breaks).ok_or_else(|| {
            Error::new(ErrorKind::Collinear, "a regime does not identify its coefficients")
                .remedy("leave out regressors that vary in some years only")
        })?;
        broken.statistic(self.errors)
    }
}
