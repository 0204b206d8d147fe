//! One unit's equation: what the past of the cause adds to that of the effect.

use serde::Serialize;

use super::super::lag_reduction::LagComparison;
use crate::linalg::Reduction;
use crate::regression::{Criterion, refuse_collinear};
use crate::{Error, ErrorKind, Period, Sample, Series, Stamp};

/// The fewest residual degrees of freedom: K·F(K, d) has a variance for d > 4.
pub(super) const MIN_DF: usize = 5;

/// The test of one unit by itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnitTest {
    /// The unit.
    pub unit: String,
    /// T: the periods in which both series are observed.
    pub periods: usize,
    /// Its rows after the lags; of a unit that is shorter than its lags, its last period.
    pub sample: Sample,
    /// K·F of the K lags; none if not identified.
    pub wald: Option<f64>,
    /// K.
    pub df_num: usize,
    /// Rows less the 2K + 1 coefficients.
    pub df_den: usize,
    /// From F(K, df), of K·F over K.
    pub p_f: Option<f64>,
    /// From χ²(K).
    pub p_chi2: Option<f64>,
    /// Why there is no number.
    pub because: Option<String>,
}

/// Which of the two is tested and which is predicted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub cause: usize,
    pub effect: usize,
}

/// A unit's two series on the periods that both have.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub name: String,
    pub series: [Series; 2],
}

impl Unit {
    /// T: its periods.
    pub fn length(&self) -> usize {
        self.series[0].len()
    }

    /// The period of its first row after the lags.
    pub fn first_row(&self, lags: usize) -> Period {
        self.series[0].start().plus(lags as i64)
    }

    /// The values of lag `lag` of a series in the rows that `depth` lags leave.
    pub fn lag(&self, series: usize, lag: usize, depth: usize) -> &[f64] {
        &self.series[series].values()[depth - lag..self.length() - lag]
    }

    /// Wald's test of one direction.
    ///
    /// # Errors
    /// If regressors are collinear in this unit.
    pub fn test(&self, way: Way, lags: usize) -> Result<UnitTest, Error> {
        let rows = self.length().saturating_sub(lags);
        let regressors = lags.saturating_mul(2).saturating_add(1);
        let last = Stamp::Period(self.series[0].end());
        let first = if rows == 0 { last } else { Stamp::Period(self.first_row(lags)) };
        let mut test = UnitTest {
            unit: self.name.clone(),
            periods: self.length(),
            sample: Sample { first, last, n: rows },
            wald: None,
            df_num: lags,
            df_den: rows.saturating_sub(regressors),
            p_f: None,
            p_chi2: None,
            because: None,
        };
        if test.df_den < MIN_DF {
            test.because = Some(format!("T = {}, more than {} are needed", self.length(), shortest(lags) - 1));
            return Ok(test);
        }
        let comparison = self.compare(way, lags)?;
        if comparison.fits_exactly() {
            test.because = Some("the lags reproduce the effect exactly".into());
            return Ok(test);
        }
        let nested = comparison.nested();
        let wald = nested.wald_chi2;
        test.wald = Some(wald);
        test.p_f = Some(nested.f_p);
        test.p_chi2 = Some(nested.wald_chi2_p);
        Ok(test)
    }

    fn compare(&self, way: Way, lags: usize) -> Result<LagComparison, Error> {
        let rows = self.length() - lags;
        let ones = vec![1.0; rows];
        let of = |series: usize| (1..=lags).map(move |lag| (series, lag));
        let lagged: Vec<(usize, usize)> = of(way.effect).chain(of(way.cause)).collect();
        let columns: Vec<&[f64]> = std::iter::once(ones.as_slice())
            .chain(lagged.iter().map(|&(series, lag)| self.lag(series, lag, lags)))
            .chain([self.lag(way.effect, 0, lags)])
            .collect();
        let reduction = Reduction::of_columns(&columns);
        let name = |column: usize| match column.checked_sub(1) {
            None => "(Intercept)".to_owned(),
            Some(at) => format!("lag({}, {})", self.series[lagged[at].0].name(), lagged[at].1),
        };
        let constant = |column: usize| {
            let first = columns[column].first().copied();
            first.filter(|first| columns[column].iter().all(|value| value == first))
        };
        refuse_collinear(&reduction, 2 * lags + 1, name, constant)
            .map_err(|error| error.about(format!("unit `{}`", self.name)))?;
        Ok(LagComparison::of_last(&reduction, lags, rows))
    }

    /// A criterion of the models with 1 to `longest` lags, all on the rows that the longest leaves.
    ///
    /// # Errors
    /// If a model reproduces the effect exactly.
    pub fn criterion(&self, way: Way, criterion: Criterion, longest: usize) -> Result<Vec<f64>, Error> {
        let rows = self.length() - longest;
        let ones = vec![1.0; rows];
        // In scaled units, which moves all candidates alike. Lag by lag, so that the model with k lags is the first columns of that with k + 1.
        let lagged = (1..=longest).flat_map(|lag| [way.effect, way.cause].map(|series| self.lag(series, lag, longest)));
        let columns: Vec<&[f64]> =
            std::iter::once(ones.as_slice()).chain(lagged).chain([self.lag(way.effect, 0, longest)]).collect();
        let reduction = Reduction::of_columns(&columns);
        let (n, target) = (rows as f64, columns.len() - 1);
        (1..=longest)
            .map(|lags| {
                let k = 2 * lags + 1;
                let value = n * (reduction.tail_square(target, k) / n).ln() + criterion.price(n) * k as f64;
                if LagComparison::of_last(&reduction, lags, rows).fits_exactly() || !value.is_finite() {
                    return Err(Error::new(
                        ErrorKind::Collinear,
                        format!(
                            "unit `{}`: the lags reproduce `{}` exactly",
                            self.name,
                            self.series[way.effect].name()
                        ),
                    )
                    .remedy("leave the unit out; a criterion has nothing to compare there"));
                }
                Ok(value)
            })
            .collect()
    }
}

/// The fewest periods of a unit for which K lags are tested: 6 + 3K.
pub(super) fn shortest(lags: usize) -> usize {
    lags.saturating_mul(3).saturating_add(1 + MIN_DF)
}
