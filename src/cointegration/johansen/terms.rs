//! The terms of a vector error-correction model beside its levels and lags.

use crate::dist::johansen::Case;
use crate::series::seasonal_dummies;
use crate::{Design, Error, ErrorKind, Indicator, Period, Series, Stamp};

/// What stands beside the levels and the lagged differences.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Terms<'a> {
    pub case: Case,
    pub seasonal: bool,
    pub indicators: Vec<Indicator>,
    pub exogenous: Vec<&'a Series>,
}

/// A named column, a value for each row.
pub(crate) type Named = (String, Vec<f64>);

/// The name of the linear trend.
const TREND: &str = "trend()";

impl Terms<'_> {
    /// The number of terms beside series of this frequency, the restricted one included.
    pub fn count(&self, series: &Series) -> usize {
        let deterministic = match self.case {
            Case::None => 0,
            Case::RestrictedConstant | Case::UnrestrictedConstant => 1,
            Case::RestrictedTrend | Case::UnrestrictedTrend => 2,
        };
        let seasons = if self.seasonal { series.frequency().per_year() - 1 } else { 0 };
        deterministic + seasons + self.indicators.len() + self.exogenous.len()
    }

    /// The terms in every equation, for observations `from..to` of a sample that begins at `start`.
    pub fn unrestricted(&self, start: Period, from: usize, to: usize) -> Result<Vec<Named>, Error> {
        let mut columns = Vec::new();
        if !matches!(self.case, Case::None | Case::RestrictedConstant) {
            columns.push((Design::INTERCEPT.to_owned(), vec![1.0; to - from]));
        }
        if self.case == Case::UnrestrictedTrend {
            columns.push((TREND.to_owned(), (from..to).map(|t| (t + 1) as f64).collect()));
        }
        let first = start.plus(from as i64);
        if self.seasonal {
            let dummies = seasonal_dummies(first, to - from)?;
            // Centred, so that over a year they add up to nothing and leave the constant and the law alone.
            let mean = 1.0 / (dummies.len() + 1) as f64;
            columns.extend(dummies.into_iter().map(|dummy| {
                let name = format!("centred {}", dummy.name());
                (name, dummy.values().iter().map(|value| value - mean).collect())
            }));
        }
        for indicator in &self.indicators {
            indicator.check(start)?;
            let values: Vec<f64> =
                (from..to).map(|t| indicator.value(start.plus(t as i64))).collect::<Result<_, _>>()?;
            let last = start.plus(to as i64 - 1);
            indicator.refuse_same_everywhere(&values, Stamp::Period(first), Stamp::Period(last))?;
            columns.push((indicator.to_string(), values));
        }
        for series in &self.exogenous {
            columns.push((series.name().to_owned(), within(series, first, to - from)?));
        }
        Ok(columns)
    }

    /// The term in the long-run relations, lagged as the levels are: for observations `from..to`.
    pub fn restricted(&self, from: usize, to: usize) -> Option<Named> {
        match self.case {
            Case::RestrictedConstant => Some((Design::INTERCEPT.to_owned(), vec![1.0; to - from])),
            Case::RestrictedTrend => Some((TREND.to_owned(), (from..to).map(|t| t as f64).collect())),
            Case::None | Case::UnrestrictedConstant | Case::UnrestrictedTrend => None,
        }
    }

    /// All of it in words.
    pub fn in_words(&self) -> String {
        let mut words = vec![self.case.to_string()];
        words.extend(self.seasonal.then(|| "centred seasonal dummies".to_owned()));
        words.extend(self.indicators.iter().map(ToString::to_string));
        words.join(", ")
    }
}

/// A series' values in `length` periods from `first` on, all of which it must have.
fn within(series: &Series, first: Period, length: usize) -> Result<Vec<f64>, Error> {
    let window = series.window(first, first.plus(length as i64 - 1)).map_err(|cause| match cause.kind() {
        ErrorKind::Frequency => cause,
        _ => Error::new(
            ErrorKind::Sample,
            format!("`{}` is observed from {} to {}", series.name(), series.start(), series.end()),
        )
        .remedy(format!("give it from {first} to {}, or shorten the others", first.plus(length as i64 - 1))),
    })?;
    Ok(window.values().to_vec())
}
