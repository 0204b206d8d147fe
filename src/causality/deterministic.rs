//! The terms without a lag, which stay in both models.

use crate::design::season::{season_name, seasons};
use crate::series::seasonal_dummies;
use crate::{Design, DesignBuilder, Error, Indicator, Period, Series, Stamp};

/// Constant, trend, seasonal dummies and dummies for dates, in both models of every comparison.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Deterministic {
    pub constant: bool,
    pub trend: bool,
    pub seasonal: bool,
    /// Seasonal dummies less their mean over a year, in place of plain ones.
    pub centred: bool,
    pub indicators: Vec<Indicator>,
}

impl Default for Deterministic {
    fn default() -> Self {
        Self { constant: true, trend: false, seasonal: false, centred: false, indicators: Vec::new() }
    }
}

impl Deterministic {
    fn is_empty(&self) -> bool {
        !self.constant && !self.trend && !self.seasonal && !self.centred && self.indicators.is_empty()
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
        let centred = if self.centred { series.frequency().per_year() - 1 } else { 0 };
        self.add_to(Design::of(series)).regressors() + centred
    }

    /// The terms' names and values in the rows of `series` that are left when the first `skip` are used up as lags.
    pub fn columns(&self, series: &Series, skip: usize) -> Result<Vec<(String, Vec<f64>)>, Error> {
        if self.is_empty() || series.len() <= skip {
            return Ok(Vec::new());
        }
        if *self == Self::default() {
            return Ok(vec![(Design::INTERCEPT.to_owned(), vec![1.0; series.len() - skip])]);
        }
        let first = series.start().plus(skip as i64);
        let mut sample = series.sample();
        sample.first = Stamp::Period(first);
        sample.n -= skip;
        let design = self.add_to(Design::of(series)).on(&sample);
        let mut columns = Vec::new();
        if design.regressors() > 0 {
            let design = design.build()?;
            columns.extend(design.terms().iter().cloned().zip(design.x().columns().into_iter().map(|x| x.to_vec())));
        }
        if self.centred {
            let at = usize::from(self.constant) + usize::from(self.trend);
            columns.splice(at..at, centred_dummies(first, sample.n)?);
        }
        Ok(columns)
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
        if self.centred {
            columns.extend(centred_dummies(first, horizon)?.into_iter().map(|(_, values)| values));
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
        terms.extend(self.centred.then(|| "centred seasonal dummies".to_owned()));
        terms.extend(self.seasonal.then(|| "seasonal dummies".to_owned()));
        terms.extend(self.indicators.iter().map(ToString::to_string));
        if terms.is_empty() { f.write_str("none") } else { f.write_str(&terms.join(", ")) }
    }
}

/// Dummies for all seasons but the first, less their mean over a year: they add up to nothing over one, and stand for no
/// constant.
fn centred_dummies(first: Period, n: usize) -> Result<Vec<(String, Vec<f64>)>, Error> {
    let dummies = seasonal_dummies(first, n)?;
    let mean = 1.0 / (dummies.len() + 1) as f64;
    let seasons = seasons(first.frequency(), true)?;
    let centred = dummies.iter().zip(seasons).map(|(dummy, season)| {
        let name = format!("centred {}", season_name(first.frequency(), season));
        (name, dummy.values().iter().map(|value| value - mean).collect())
    });
    Ok(centred.collect())
}
