//! The LM t statistic at every combination of dates.

use super::LmModel;
use crate::linalg::{Reduction, exponent, scale_by};
use crate::unit_root::input::differences;
use crate::unit_root::lags::prefer;
use crate::unit_root::{LagRule, Lags};

/// How many lags each combination of dates has.
#[derive(Debug, Clone, Copy)]
pub(super) enum LagsAt {
    /// As many everywhere.
    All(usize),
    /// As many as the rule prefers there, up to the longest.
    Each(LagRule, usize),
}

impl LagsAt {
    /// The most lags there could be, if a rule is asked to choose among more than leave five residual degrees of freedom.
    pub(super) fn settle(lags: Lags, n: usize, regressors: usize) -> Result<Self, usize> {
        // Rows n − 1 − p, coefficients regressors + 1 + p.
        let most = n.saturating_sub(regressors + 7) / 2;
        match lags {
            Lags::Given(lags) => Ok(Self::All(lags)),
            Lags::Chosen { longest: Some(asked), .. } if asked > most => Err(most),
            Lags::Chosen { rule, longest } => Ok(Self::Each(rule, longest.unwrap_or(PAPERS_LONGEST.min(most)))),
        }
    }

    pub(super) fn longest(self) -> usize {
        match self {
            Self::All(lags) | Self::Each(_, lags) => lags,
        }
    }
}

/// Lee and Strazicich let the t rule choose among 0 to 8 lags.
const PAPERS_LONGEST: usize = 8;

/// The statistic at some dates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) statistic: f64,
    pub(super) lags: usize,
    pub(super) candidates: Vec<f64>,
}

/// A series, ready to be asked about any dates; columns are reused from one to the next.
#[derive(Debug)]
pub(super) struct Search {
    changes: Vec<f64>,
    model: LmModel,
    lags: LagsAt,
    residuals: Vec<f64>,
    /// S̃ of the observation before each change.
    levels: Vec<f64>,
    columns: Vec<Vec<f64>>,
}

impl Search {
    pub(super) fn new(values: &[f64], model: LmModel, lags: LagsAt) -> Self {
        let mut changes = differences(values);
        let unit = exponent(changes.iter().copied());
        changes.iter_mut().for_each(|change| *change = scale_by(*change, -unit));
        let empty = || Vec::with_capacity(changes.len());
        let columns = (0..lags.longest() + 2).map(|_| empty()).collect();
        Self { residuals: empty(), levels: empty(), columns, changes, model, lags }
    }

    /// The statistic at these dates, each a number of observations before a break; `None` where
    /// they are not identified.
    pub(super) fn at(&mut self, dates: &[usize]) -> Option<Found> {
        self.detrend(dates);
        match self.lags {
            LagsAt::All(lags) => Some(Found { statistic: self.statistic(dates, lags)?, lags, candidates: Vec::new() }),
            LagsAt::Each(rule, longest) => {
                let (rows, absorbed) = (self.changes.len() - longest, absorbed(self.model, dates));
                let reduction = self.reduce(dates, longest, LevelAt::First);
                let (lags, candidates) = prefer(rule, &reduction, 1, absorbed, rows);
                Some(Found { statistic: self.statistic(dates, lags)?, lags, candidates })
            }
        }
    }

    /// Fills in ΔS̃, the residuals of the changes on the changes of the deterministic terms, and S̃, their sums.
    ///
    /// Those terms are a pulse at each break, and a constant that in the trend-break model changes there: the
    /// residuals are deviations from means, and zero at the pulses.
    fn detrend(&mut self, dates: &[usize]) {
        let Self { changes, residuals, levels, model, .. } = self;
        residuals.clear();
        residuals.extend_from_slice(changes);
        center(residuals, dates, *model, 0);
        dates.iter().for_each(|date| residuals[date - 1] = 0.0);
        levels.clear();
        levels.extend(residuals.iter().scan(0.0, |sum, change| {
            let before = *sum;
            *sum += change;
            Some(before)
        }));
    }

    /// t of S̃ in the test regression, whose rows are the changes from `lags` on.
    fn statistic(&mut self, dates: &[usize], lags: usize) -> Option<f64> {
        let reduction = self.reduce(dates, lags, LevelAt::Last);
        let k = lags + 1;
        let df = (self.changes.len() - lags).checked_sub(k + absorbed(self.model, dates)).filter(|df| *df > 0)?;
        if reduction.dependence(k).is_some() {
            return None;
        }
        let (diagonal, along) = (reduction.column(k - 1)[k - 1], reduction.column(k)[k - 1]);
        let t = diagonal.signum() * along / (reduction.tail_square(k, k) / df as f64).sqrt();
        t.is_finite().then_some(t)
    }

    /// S̃, its lagged changes and the change, less their means, over the changes from `lags` on but the pulses.
    fn reduce(&mut self, dates: &[usize], lags: usize, level_at: LevelAt) -> Reduction {
        let Self { changes, residuals, levels, columns, model, .. } = self;
        let mut sources: Vec<&[f64]> = (1..=lags).map(|lag| &residuals[lags - lag..changes.len() - lag]).collect();
        sources.insert(if level_at == LevelAt::First { 0 } else { lags }, &levels[lags..]);
        sources.push(&changes[lags..]);
        for (column, source) in columns.iter_mut().zip(&sources) {
            column.clear();
            column.extend_from_slice(source);
            center(column, dates, *model, lags);
            dates.iter().for_each(|date| column[date - 1 - lags] = 0.0);
        }
        let columns: Vec<&[f64]> = columns[..sources.len()].iter().map(Vec::as_slice).collect();
        Reduction::of_columns(&columns)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LevelAt {
    First,
    Last,
}

/// Coefficients of the constant, the pulses and, in the trend-break model, the steps.
pub(super) fn absorbed(model: LmModel, dates: &[usize]) -> usize {
    match model {
        LmModel::Crash => 1 + dates.len(),
        LmModel::TrendBreak => 1 + 2 * dates.len(),
    }
}

/// Takes the mean, or each regime's, out of a column that begins with the change `first`, leaving the pulses (the
/// changes into the first observation after a break) out of account.
fn center(column: &mut [f64], dates: &[usize], model: LmModel, first: usize) {
    let end = column.len();
    let bounds = |i: usize| {
        let from = if i == 0 { 0 } else { dates[i - 1] - first };
        let to = dates.get(i).map_or(end, |date| date - 1 - first);
        from..to.max(from)
    };
    let mean = |column: &[f64], regimes: std::ops::Range<usize>| {
        let (mut sum, mut rows) = (0.0, 0);
        for i in regimes {
            let range = bounds(i);
            rows += range.len();
            sum += column[range].iter().sum::<f64>();
        }
        if rows == 0 { 0.0 } else { sum / rows as f64 }
    };
    let overall = mean(column, 0..dates.len() + 1);
    for i in 0..=dates.len() {
        let center = if model == LmModel::Crash { overall } else { mean(column, i..i + 1) };
        column[bounds(i)].iter_mut().for_each(|value| *value -= center);
    }
}
