//! Which terms stand in which equation.

use crate::var::estimate::Columns;
use crate::{Error, Series};

/// By equation, the places of the terms that it keeps, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::var) struct Pattern(pub Vec<Vec<usize>>);

impl Pattern {
    /// Every term in every equation, but for these pairs of an equation and a term; the name of a series of the model stands
    /// for all its lags.
    ///
    /// # Errors
    /// If there is no such equation or term.
    pub fn without(series: &[Series], columns: &Columns, zeros: &[(String, String)]) -> Result<Self, Error> {
        let terms: Vec<&str> = columns.regressors().map(|(name, _)| name.as_str()).collect();
        let fixed = columns.fixed.len();
        let names = || series.iter().map(Series::name);
        let mut kept = vec![vec![true; terms.len()]; series.len()];
        for (equation, term) in zeros {
            let row = names()
                .position(|name| name == equation)
                .ok_or_else(|| Error::unknown_name("equation", equation, names()))?;
            if let Some(place) = terms.iter().position(|known| known == term) {
                kept[row][place] = false;
            } else if let Some(place) = names().position(|name| name == term) {
                (0..columns.included.len()).for_each(|lag| kept[row][fixed + lag * series.len() + place] = false);
            } else {
                return Err(Error::unknown_name("term", term, terms.iter().copied().chain(names())));
            }
        }
        Ok(Self(kept.iter().map(|row| (0..row.len()).filter(|&j| row[j]).collect()).collect()))
    }

    /// The number of free coefficients.
    pub fn count(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }
}
