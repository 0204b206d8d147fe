//! Weights and gaps of one unit against others, without names or dates.

use super::nearest::{Nearest, nearest};
use super::search;
use crate::linalg::{exponent, norm, scale_by};
use crate::{Error, ErrorKind};

/// One unit and its weighted average of donors.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    /// A weight for each donor.
    pub weights: Vec<f64>,
    /// What the unit lies above its synthetic counterpart, period by period.
    pub gaps: Vec<f64>,
    /// Root of the mean squared gap before the date, and from it on.
    pub rmspe: [f64; 2],
    /// By how much the squared distance could at most still fall, as a share of itself.
    pub optimality: f64,
    /// Whether the periods before are matched exactly.
    pub exact: bool,
    /// Whether no other weights match as well.
    pub unique: bool,
    /// The predictors' weights; empty where the outcome alone is matched.
    pub v: Vec<f64>,
    /// The least RMSPE before the date that any weights of donors have.
    pub least: f64,
}

/// A unit, its donors, and what each donor lies away from it.
struct Pair {
    /// Weights add up to one, so a level that all share leaves no trace in these but rounding.
    away: Vec<Vec<f64>>,
    before: usize,
    /// What rounding may leave of a zero before the date.
    rounding: f64,
}

impl Pair {
    fn of(unit: &[f64], donors: &[&[f64]], before: usize) -> Result<Self, Error> {
        let away = apart(unit, donors)?;
        let largest = |values: &[f64]| values[..before].iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let size = donors.iter().map(|donor| largest(donor)).fold(largest(unit), f64::max);
        Ok(Self { away, before, rounding: f64::EPSILON * size })
    }

    fn gaps(&self, weights: &[f64], periods: usize) -> Vec<f64> {
        let gap = |t: usize| -> f64 { self.away.iter().zip(weights).map(|(one, weight)| -weight * one[t]).sum() };
        (0..periods).map(gap).collect()
    }

    fn fit(&self, found: Nearest, v: Vec<f64>) -> Fit {
        let before = self.before;
        let mut gaps = self.gaps(&found.weights, self.away[0].len());
        let zero = 16.0 * (before as f64).sqrt() * self.rounding;
        let exact = root_mean_square(&gaps[..before]) * (before as f64).sqrt() <= zero || (v.is_empty() && found.exact);
        if exact {
            gaps[..before].fill(0.0);
        }
        let rmspe = [root_mean_square(&gaps[..before]), root_mean_square(&gaps[before..])];
        Fit {
            weights: found.weights,
            gaps,
            rmspe,
            optimality: found.gap,
            exact,
            unique: found.unique,
            v,
            least: rmspe[0],
        }
    }
}

/// What each donor lies away from the unit.
fn apart(unit: &[f64], donors: &[&[f64]]) -> Result<Vec<Vec<f64>>, Error> {
    let away: Vec<Vec<f64>> = donors.iter().map(|donor| donor.iter().zip(unit).map(|(x, y)| x - y).collect()).collect();
    if away.iter().flatten().all(|value| value.is_finite()) {
        return Ok(away);
    }
    Err(Error::new(ErrorKind::NonFinite, "differences between units are too large for a number")
        .remedy("measure in a larger unit"))
}

impl Fit {
    /// The weights that match the first `before` periods best; the gaps of all.
    ///
    /// # Errors
    /// If the optimum is not reached, or values are too large for their differences.
    pub fn of(unit: &[f64], donors: &[&[f64]], before: usize) -> Result<Self, Error> {
        let pair = Pair::of(unit, donors, before)?;
        let points: Vec<Vec<f64>> = pair.away.iter().map(|one| one[..before].to_vec()).collect();
        let found = nearest(&points, pair.rounding)?;
        Ok(pair.fit(found, Vec::new()))
    }

    /// The weights that match predictors best, each squared difference over its variance times the predictor's weight: those given, or
    /// those under which the first `before` periods are matched best.
    ///
    /// # Errors
    /// As [`of`](Self::of); and if the search breaks off.
    pub fn with(
        [unit, donors]: [&[f64]; 2],
        outcomes: (&[f64], &[&[f64]]),
        scales: &[f64],
        given: Option<&[f64]>,
        before: usize,
    ) -> Result<Self, Error> {
        let pair = Pair::of(outcomes.0, outcomes.1, before)?;
        let rows: Vec<&[f64]> = donors.chunks_exact(scales.len()).collect();
        let away = apart(unit, &rows)?;
        let sizes =
            |v: &[f64]| -> Vec<f64> { v.iter().zip(scales).map(|(weight, scale)| weight.sqrt() * scale).collect() };
        let inside = |v: &[f64]| {
            let sizes = sizes(v);
            let scaled =
                |row: &[f64]| -> Vec<f64> { row.iter().zip(&sizes).map(|(value, size)| value * size).collect() };
            let largest = rows
                .iter()
                .chain([&unit])
                .flat_map(|row| scaled(row))
                .fold(0.0_f64, |most, value| most.max(value.abs()));
            nearest(&away.iter().map(|row| scaled(row)).collect::<Vec<_>>(), f64::EPSILON * largest)
        };
        let v = match given {
            Some(v) => v.to_vec(),
            None => {
                // In units of the gap to an average donor: of ordinary size.
                let error = |weights: &[f64]| root_mean_square(&pair.gaps(weights, before));
                let usual = error(&vec![1.0 / rows.len() as f64; rows.len()]);
                let usual = if usual > 0.0 { usual } else { 1.0 };
                let worst = 1e10;
                let loss =
                    |v: &[f64]| inside(v).map_or(worst, |found| (error(&found.weights) / usual).powi(2).min(worst));
                search::best(scales.len(), &loss)?
            }
        };
        let found = inside(&v)?;
        let least = Self::of(outcomes.0, outcomes.1, before)?.least;
        Ok(Self { least, ..pair.fit(found, v) })
    }

    /// RMSPE after over RMSPE before; infinite where the periods before are matched exactly.
    pub fn ratio(&self) -> f64 {
        if self.rmspe[0] > 0.0 { self.rmspe[1] / self.rmspe[0] } else { f64::INFINITY }
    }

    /// The mean gap from the date on.
    pub fn average(&self, before: usize) -> f64 {
        let after = &self.gaps[before..];
        after.iter().sum::<f64>() / after.len() as f64
    }
}

/// Of values whose squares need not be representable.
pub(super) fn root_mean_square(values: &[f64]) -> f64 {
    let unit = exponent(values.iter().copied());
    let scaled: Vec<f64> = values.iter().map(|value| scale_by(*value, -unit)).collect();
    scale_by(norm(&scaled) / (values.len() as f64).sqrt(), unit)
}
