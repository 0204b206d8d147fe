//! The law of Lee and Strazicich's smallest LM t statistic over all dates of one or two breaks.
//!
//! Critical values at 1, 5 and 10 % from samples of 100 without lags. In the crash model they do not depend on where the
//! breaks are; with breaks in level and trend they do, a little.
//!
//! - One break: Lee, J. and M. C. Strazicich (2013), *Economics Bulletin* 33, 2483–2492, table 1 (as in the working paper
//!   of 2004).
//! - Two breaks: Lee, J. and M. C. Strazicich (2003), *Review of Economics and Statistics* 85, 1082–1089, table 2.
//!
//! Read from two programs that carry them, Aptech's tspdlib (GAUSS) and hannes101/LeeStrazicichUnitRoot (R), which agree.

use super::Tail;
use super::tabulated::{self, Scale};

/// What changes at each break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LmModel {
    /// The level: model A.
    Crash,
    /// Level and slope: model C.
    #[default]
    #[doc(alias = "break")]
    TrendBreak,
}

impl std::fmt::Display for LmModel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Crash => "level",
            Self::TrendBreak => "level and slope",
        })
    }
}

/// Levels with critical values.
pub const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// Critical values at [`LEVELS`] for breaks after these shares λ of the observations, in order; `None` unless there are
/// one or two, between 0 and 1.
///
/// For one break in the trend, between tabulated λ linearly, and the first or last beyond them; for two, at the nearest
/// tabulated pair.
pub fn critical_values(model: LmModel, shares: &[f64]) -> Option<[f64; 3]> {
    if !shares.iter().all(|share| *share > 0.0 && *share < 1.0) {
        return None;
    }
    match (model, shares) {
        (LmModel::Crash, [_]) => Some([-4.239, -3.566, -3.211]),
        (LmModel::Crash, [_, _]) => Some([-4.545, -3.842, -3.504]),
        (LmModel::TrendBreak, [share]) => Some(one_trend_break(share.min(1.0 - share))),
        (LmModel::TrendBreak, [first, second]) => {
            let distance = |pair: &[f64; 2]| (pair[0] - first).powi(2) + (pair[1] - second).powi(2);
            TWO_TREND_BREAKS.iter().min_by(|a, b| distance(&a.0).total_cmp(&distance(&b.0))).map(|row| row.1)
        }
        _ => None,
    }
}

/// The p-value by linear interpolation between the critical values, a bound beyond them; `None` where there are none.
pub fn p_value(statistic: f64, model: LmModel, shares: &[f64]) -> Option<Tail> {
    tabulated::tail(&LEVELS, &critical_values(model, shares)?, statistic, Scale::Plain)
}

/// The table is symmetric: λ and 1 − λ have the same values.
fn one_trend_break(share: f64) -> [f64; 3] {
    let place = (10.0 * share - 1.0).clamp(0.0, 4.0);
    let row = (place as usize).min(3);
    let weight = place - row as f64;
    std::array::from_fn(|i| (1.0 - weight) * ONE_TREND_BREAK[row][i] + weight * ONE_TREND_BREAK[row + 1][i])
}

/// For λ = 0.1, 0.2, 0.3, 0.4, 0.5.
const ONE_TREND_BREAK: [[f64; 3]; 5] =
    [[-5.11, -4.50, -4.21], [-5.07, -4.47, -4.20], [-5.15, -4.45, -4.18], [-5.05, -4.50, -4.18], [-5.11, -4.51, -4.17]];

/// (λ₁, λ₂) and the critical values.
const TWO_TREND_BREAKS: [([f64; 2], [f64; 3]); 6] = [
    ([0.2, 0.4], [-6.16, -5.59, -5.27]),
    ([0.2, 0.6], [-6.41, -5.74, -5.32]),
    ([0.2, 0.8], [-6.33, -5.71, -5.33]),
    ([0.4, 0.6], [-6.45, -5.67, -5.31]),
    ([0.4, 0.8], [-6.42, -5.65, -5.32]),
    ([0.6, 0.8], [-6.32, -5.73, -5.32]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_tabulated_shares() {
        assert_eq!(critical_values(LmModel::TrendBreak, &[0.3]), Some([-5.15, -4.45, -4.18]));
        assert_eq!(critical_values(LmModel::TrendBreak, &[0.95]), Some([-5.11, -4.50, -4.21]));
        let middle = critical_values(LmModel::TrendBreak, &[0.55]).unwrap_or_default();
        assert!((middle[1] - -4.505).abs() < 1e-12);
        assert_eq!(critical_values(LmModel::TrendBreak, &[0.25, 0.75]), Some([-6.33, -5.71, -5.33]));
        assert_eq!(critical_values(LmModel::Crash, &[0.5, 0.5, 0.5]), None);
        assert_eq!(critical_values(LmModel::Crash, &[1.5]), None);
    }
}
