//! The terms without a lag, which stay in both models.

use crate::series::seasonal_dummies;
use crate::{Design, DesignBuilder, Error, Indicator, Series, Stamp};

/// Constant, trend, seasonal dummies and dummies for dates, in both models of every comparison.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Deterministic {
    pub constant: bool,
    pub trend: bool,
    pub seasonal: bool,
    pub indicators: Vec<Indicator>,
}

impl Default for Deterministic {
    fn default() -> Self {
        Self { constant: true, trend: false, seasonal: false, indicators: Vec::new() }
    }
}

impl Deterministic {
    fn is_empty(&self) -> bool {
        !self.constant && !self.trend && !self.seasonal && self.indicators.is_empty()
    }

    /// Adds the terms to a design.
    pub fn add_to<'a>(&self, mut design: DesignBuilder<'a>) -> DesignBuilder<'a> {
        if self.constant {
            design = design.constant();
        }
        if self.trend {
            design = design.trend();
        }
        if self.seasonal {
            design = design.seasonal();
        }
        self.indicators.iter().fold(design, |design, indicator| design.indicator(*indicator))
    }

    /// The number of terms beside series of this frequency.
    pub fn count(&self, series: &Series) -> usize {
        self.add_to(Design::of(series)).regressors()
    }

    /// The terms' names and values in the rows of `series` that are left when the first `skip` are used up as lags.
    pub fn columns(&self, series: &Series, skip: usize) -> Result<Vec<(String, Vec<f64>)>, Error> {
        if self.is_empty() || series.len() <= skip {
            return Ok(Vec::new());
        }
        let mut sample = series.sample();
        sample.first = Stamp::Period(series.start().plus(skip as i64));
        sample.n -= skip;
        let design = self.add_to(Design::of(series)).on(&sample).build()?;
        Ok(design.terms().iter().cloned().zip(design.x().columns().into_iter().map(|x| x.to_vec())).collect())
    }

    /// The terms' values in the `horizon` periods after the end of `series`, in the order of [`columns`](Self::columns).
    pub fn future(&self, series: &Series, horizon: usize) -> Result<Vec<Vec<f64>>, Error> {
        let first = series.end().plus(1);
        let mut columns = Vec::new();
        if self.constant {
            columns.push(vec![1.0; horizon]);
        }
        if self.trend {
            columns.push((1..=horizon).map(|ahead| (series.len() + ahead) as f64).collect());
        }
        if self.seasonal {
            let dummies = seasonal_dummies(first, horizon)?;
            if !self.constant {
                // Without a constant the first season has a dummy too: one where all others are zero.
                let others = |t: usize| dummies.iter().map(|dummy| dummy.values()[t]).sum::<f64>();
                columns.push((0..horizon).map(|t| 1.0 - others(t)).collect());
            }
            columns.extend(dummies.iter().map(|dummy| dummy.values().to_vec()));
        }
        for indicator in &self.indicators {
            let values = (0..horizon).map(|t| indicator.value(first.plus(t as i64)));
            columns.push(values.collect::<Result<_, _>>()?);
        }
        Ok(columns)
    }
}

impl std::fmt::Display for Deterministic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut terms = Vec::new();
        terms.extend(self.constant.then(|| "constant".to_owned()));
        terms.extend(self.trend.then(|| "trend".to_owned()));
        terms.extend(self.seasonal.then(|| "seasonal dummies".to_owned()));
        terms.extend(self.indicators.iter().map(ToString::to_string));
        if terms.is_empty() { f.write_str("none") } else { f.write_str(&terms.join(", ")) }
    }
}
