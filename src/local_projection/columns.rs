//! The regressors of every horizon, made once: a horizon takes their first rows.

use super::builder::{Followed, LocalProjection};
use crate::regression::Ols;
use crate::{Design, Error, ErrorKind, Period, Series, Stamp};
use ndarray::{Array1, Array2, ShapeBuilder};

/// A named column.
type Named = (String, Vec<f64>);

/// Regressors from the first row that has all lags, and what is followed.
pub(super) struct Columns {
    /// The shock first, by state if there are states; then the others.
    regressors: Vec<Named>,
    /// How many of them are the shock: 1, or 2 by state.
    pub shocks: usize,
    /// Of the first row.
    start: Period,
    /// From the first row on, to the end of the data.
    response: Vec<f64>,
    shock: Vec<f64>,
    /// The size of the shock, by which responses are multiplied.
    pub unit: f64,
    /// Whether the response is among the current controls.
    pub held: bool,
}

impl Columns {
    /// `aligned` holds the series of [`LocalProjection::lagged`], on the periods they share.
    pub fn new(asked: &LocalProjection<'_>, aligned: &[Series]) -> Result<Self, Error> {
        let (first, length, lags) = (&aligned[0], aligned[0].len(), asked.depth());
        let skip = lags.max(match asked.state {
            Some(super::State::Lagged(series)) => {
                usize::try_from(series.start().plus(1).since(first.start())?).unwrap_or(0)
            }
            _ => 0,
        });
        if length <= skip {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "{lags} lags leave no row of the {length} observations that all series share: {}",
                    first.sample()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let rows = length - skip;
        let lag = |one: &Series, lag: usize| one.values()[skip - lag..length - lag].to_vec();
        let series = |name: &str| aligned.iter().find(|one| one.name() == name).unwrap_or(first);
        let mut varying: Vec<Named> =
            asked.before.iter().map(|one| (one.name().to_owned(), lag(series(one.name()), 0))).collect();
        for j in 1..=lags {
            varying.extend(aligned.iter().map(|one| (format!("lag({}, {j})", one.name()), lag(one, j))));
        }
        let mut fixed = asked.deterministic.columns(first, skip)?;
        if asked.deterministic.constant && !fixed.is_empty() {
            varying.insert(0, fixed.remove(0));
        }
        let shock = (asked.shock.name().to_owned(), lag(first, 0));
        let start = first.start().plus(skip as i64);
        let mut columns = Self {
            regressors: std::iter::once(shock.clone()).chain(varying.clone()).chain(fixed.clone()).collect(),
            shocks: 1,
            start,
            response: lag(series(asked.response.name()), 0),
            shock: shock.1.clone(),
            unit: 1.0,
            held: asked.before.iter().any(|one| one.name() == asked.response.name()),
        };
        if asked.standardised {
            columns.unit = columns.deviation()?;
        }
        if let Some(state) = asked.state {
            let weights = state.weights(start, rows)?;
            let (within, outside) = (state.name(), format!("(1 − {})", state.name()));
            let by = |(name, values): &Named, state: &str, weight: &dyn Fn(f64) -> f64| {
                (format!("{name} × {state}"), values.iter().zip(&weights).map(|(x, w)| x * weight(*w)).collect())
            };
            let both = |one: &Named| [by(one, &within, &|w| w), by(one, &outside, &|w| 1.0 - w)];
            columns.regressors = std::iter::once(&shock).chain(&varying).flat_map(both).chain(fixed).collect();
            columns.shocks = 2;
        }
        Ok(columns)
    }

    /// The rows from the first on that have an observation `horizon` periods later.
    pub fn rows(&self, horizon: usize) -> usize {
        self.response.len().saturating_sub(horizon)
    }

    /// Coefficients.
    pub fn width(&self) -> usize {
        self.regressors.len()
    }

    /// What is followed `horizon` periods after each of the first rows.
    pub fn target(&self, followed: Followed, horizon: usize, rows: usize) -> Vec<f64> {
        path(&self.response, followed, horizon, rows)
    }

    /// The shock's own series added up.
    pub fn shock_sum(&self, horizon: usize, rows: usize) -> Vec<f64> {
        path(&self.shock, Followed::Sum, horizon, rows)
    }

    /// The projection of a target on the regressors.
    pub fn design(&self, name: &str, target: Vec<f64>) -> Result<Design, Error> {
        design(name, target, &self.regressors, self.start)
    }

    /// The standard deviation of what the other regressors leave of the shock.
    fn deviation(&self) -> Result<f64, Error> {
        let (name, shock) = &self.regressors[0];
        let others = &self.regressors[1..];
        if others.is_empty() {
            let square: f64 = shock.iter().map(|value| value * value).sum();
            return Ok((square / shock.len() as f64).sqrt());
        }
        Ok(Ols::fit(&design(name, shock.clone(), others, self.start)?)?.sigma2().sqrt())
    }
}

fn path(values: &[f64], followed: Followed, horizon: usize, rows: usize) -> Vec<f64> {
    (0..rows)
        .map(|t| match followed {
            Followed::Level => values[t + horizon],
            Followed::Sum | Followed::Multiplier => values[t..=t + horizon].iter().sum(),
        })
        .collect()
}

fn design(name: &str, target: Vec<f64>, regressors: &[Named], start: Period) -> Result<Design, Error> {
    let (rows, k) = (target.len(), regressors.len());
    let values: Vec<f64> = regressors.iter().flat_map(|(_, values)| values[..rows].iter().copied()).collect();
    let x = Array2::from_shape_vec((rows, k).f(), values)
        .map_err(|shape| Error::new(ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
    let terms = regressors.iter().map(|(name, _)| name.clone()).collect();
    let stamps = (0..rows).map(|t| Stamp::Period(start.plus(t as i64))).collect();
    Design::from_arrays(name, terms, Array1::from(target), x, stamps)
}
