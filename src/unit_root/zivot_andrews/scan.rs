//! τ at every date of a break, in time proportional to the number of dates.

use std::ops::RangeInclusive;

use crate::dist::zivot_andrews::BreakIn;
use crate::linalg::{Basis, dot, exponent, scale_by};
use crate::unit_root::Terms;
use crate::unit_root::input::{deterministic, differences};

/// A dummy of which less than this share of the sum of squares is left counts as a combination of the other columns.
const RANK_TOLERANCE: f64 = 1e-12;

/// τ of `values` with `lags` lagged differences for a break after each of the given numbers of observations; `None`
/// where the date is not identified.
///
/// Constant, trend and lags are taken out once. What they leave of a dummy that is zero before the date and 1, or
/// 1, 2, 3 …, from it on follows from sums over the tails of the basis vectors, and those from one another going
/// backwards. The sums of squares of dummies lose digits near the ends of the sample: good for finding the date, which
/// is then estimated by itself.
pub(super) fn taus(
    values: &[f64],
    lags: usize,
    model: BreakIn,
    dates: RangeInclusive<usize>,
) -> Option<Vec<(usize, f64)>> {
    let unit = exponent(values.iter().copied());
    let values: Vec<f64> = values.iter().map(|value| scale_by(*value, -unit)).collect();
    let (changes, first) = (differences(&values), lags + 1);
    let rows = changes.len().checked_sub(lags)?;
    let mut common = deterministic(Terms::Trend, first, values.len());
    common.extend((1..=lags).map(|lag| changes[lags - lag..changes.len() - lag].to_vec()));
    let basis = Basis::of_columns(&common.iter().map(Vec::as_slice).collect::<Vec<_>>())?;
    let (level, change) = (basis.leave(values[lags..values.len() - 1].to_vec()), basis.leave(changes[lags..].to_vec()));
    let df = rows.checked_sub(common.len() + 1 + width(model)).filter(|df| *df > 0)? as f64;
    let moments = Moments { level: dot(&level, &level), cross: dot(&level, &change), change: dot(&change, &change) };

    let mut tails: Vec<Tail> = basis.vectors().map(Tail::of).collect();
    let (mut level, mut change) = (Tail::of(&level), Tail::of(&change));
    let mut found = Vec::new();
    for start in (1..rows).rev() {
        tails.iter_mut().chain([&mut level, &mut change]).for_each(|tail| tail.reach(start));
        let date = start + first;
        if dates.contains(&date) && is_identified(model, start, rows) {
            let dummies = Dummies::at(rows - start, &tails);
            found.extend(
                dummies.leave(model, moments, &level, &change).and_then(|left| left.tau(df)).map(|t| (date, t)),
            );
        }
    }
    found.reverse();
    Some(found)
}

/// The number of dummies.
pub(super) fn width(model: BreakIn) -> usize {
    if model == BreakIn::Both { 2 } else { 1 }
}

/// Whether dummies that begin in row `start` differ from constant and trend, and from one another.
fn is_identified(model: BreakIn, start: usize, rows: usize) -> bool {
    match model {
        BreakIn::Intercept => start >= 1 && start < rows,
        BreakIn::Trend => start >= 2 && start < rows,
        BreakIn::Both => start >= 2 && start + 1 < rows,
    }
}

/// The products of a vector with a step and with a kink that begin in the row reached.
struct Tail<'a> {
    vector: &'a [f64],
    step: f64,
    kink: f64,
}

impl<'a> Tail<'a> {
    fn of(vector: &'a [f64]) -> Self {
        Self { vector, step: 0.0, kink: 0.0 }
    }

    fn reach(&mut self, start: usize) {
        // The first call is for the last row, so that every row is added once.
        self.step += self.vector[start];
        self.kink += self.step;
    }
}

/// Inner products of what the common columns leave of the two dummies.
struct Dummies {
    step: f64,
    cross: f64,
    kink: f64,
    /// Sums of squares before anything was taken out.
    size: [f64; 2],
}

impl Dummies {
    fn at(length: usize, tails: &[Tail<'_>]) -> Self {
        let m = length as f64;
        let (step, kink) = (m, m * (m + 1.0) * (2.0 * m + 1.0) / 6.0);
        let mut left = Self { step, cross: m * (m + 1.0) / 2.0, kink, size: [step, kink] };
        for tail in tails {
            left.step -= tail.step * tail.step;
            left.cross -= tail.step * tail.kink;
            left.kink -= tail.kink * tail.kink;
        }
        left
    }

    /// The moments of level and change once the model's dummies are taken out too.
    fn leave(&self, model: BreakIn, moments: Moments, level: &Tail<'_>, change: &Tail<'_>) -> Option<Moments> {
        let alone = |square: f64, size: f64| (square > RANK_TOLERANCE * size).then_some(square);
        match model {
            BreakIn::Intercept => Some(moments.without(alone(self.step, self.size[0])?, level.step, change.step)),
            BreakIn::Trend => Some(moments.without(alone(self.kink, self.size[1])?, level.kink, change.kink)),
            BreakIn::Both => {
                let step = alone(self.step, self.size[0])?;
                let weight = self.cross / step;
                let kink = alone(self.kink - weight * self.cross, self.size[1])?;
                let rest = moments.without(step, level.step, change.step);
                Some(rest.without(kink, level.kink - weight * level.step, change.kink - weight * change.step))
            }
        }
    }
}

/// Inner products of what is left of the lagged level and of the change.
#[derive(Debug, Clone, Copy)]
struct Moments {
    level: f64,
    cross: f64,
    change: f64,
}

impl Moments {
    /// After a further column of this sum of squares, and these products with level and change, is taken out.
    fn without(self, square: f64, level: f64, change: f64) -> Self {
        Self {
            level: self.level - level * level / square,
            cross: self.cross - level * change / square,
            change: self.change - change * change / square,
        }
    }

    fn tau(self, df: f64) -> Option<f64> {
        let rss = self.change - self.cross * self.cross / self.level;
        let tau = self.cross / (self.level * rss / df).sqrt();
        tau.is_finite().then_some(tau)
    }
}
