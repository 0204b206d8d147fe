//! The laws of Gregory and Hansen's tests for cointegration with a break at an unknown date: printed quantiles.
//!
//! Critical values at 1, 5 and 10 % for one to four regressors, the date searched over the middle 70 % of the sample:
//! Gregory, A. W. and B. E. Hansen (1996), *Journal of Econometrics* 70, 99–126, table 1; with a shift of the trend too:
//! Gregory, A. W. and B. E. Hansen (1996), *Oxford Bulletin of Economics and Statistics* 58, 555–560. Read from the GAUSS
//! library tspdlib. ADF* and Zt* have one law.
//!
//! ```
//! use yalu::dist::gregory_hansen::{Shift, critical_value};
//! assert_eq!(critical_value(Shift::Level, false, 1, 0.05), Some(-4.61));
//! ```

use super::Tail;
use super::tabulated::{self, Scale, column};

/// Levels with critical values.
pub const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// The largest number of regressors with critical values.
pub const MOST_REGRESSORS: usize = 4;

/// What may change at the break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Shift {
    /// The level: model C.
    #[default]
    #[doc(alias = "C")]
    Level,
    /// The level, beside a trend that does not change: model C/T.
    #[doc(alias = "C/T")]
    LevelWithTrend,
    /// The level and the slopes: model C/S.
    #[doc(alias = "C/S")]
    Regime,
    /// The level, the slopes and the trend: model C/S/T.
    #[doc(alias = "C/S/T")]
    RegimeAndTrend,
}

/// The p-value that the printed table supports: linear between 1, 5 and 10 %, a bound beyond them; `alpha` for Zα*
/// rather than ADF* and Zt*. `None` unless there are one to four regressors.
pub fn p_value(statistic: f64, shift: Shift, alpha: bool, regressors: usize) -> Option<Tail> {
    tabulated::tail(&LEVELS, row(shift, alpha, regressors)?, statistic, Scale::Plain)
}

/// The critical value at 1, 5 or 10 %; `None` for another level or unless there are one to four regressors.
pub fn critical_value(shift: Shift, alpha: bool, regressors: usize, level: f64) -> Option<f64> {
    Some(row(shift, alpha, regressors)?[column(&LEVELS, level)?])
}

fn row(shift: Shift, alpha: bool, regressors: usize) -> Option<&'static [f64; 3]> {
    let model = match shift {
        Shift::Level => 0,
        Shift::LevelWithTrend => 1,
        Shift::Regime => 2,
        Shift::RegimeAndTrend => 3,
    };
    let table = if alpha { &ALPHA } else { &TAU };
    table[model].get(regressors.checked_sub(1)?)
}

/// ADF* and Zt*: by model, then by the number of regressors.
static TAU: [[[f64; 3]; MOST_REGRESSORS]; 4] = [
    [[-5.13, -4.61, -4.34], [-5.44, -4.92, -4.69], [-5.77, -5.28, -5.02], [-6.05, -5.56, -5.31]],
    [[-5.45, -4.99, -4.72], [-5.80, -5.29, -5.03], [-6.05, -5.57, -5.33], [-6.36, -5.83, -5.59]],
    [[-5.47, -4.95, -4.68], [-5.97, -5.50, -5.23], [-6.51, -6.00, -5.75], [-6.92, -6.41, -6.17]],
    [[-6.02, -5.50, -5.24], [-6.45, -5.96, -5.72], [-6.89, -6.32, -6.16], [-7.31, -6.84, -6.58]],
];

/// Zα*: by model, then by the number of regressors.
static ALPHA: [[[f64; 3]; MOST_REGRESSORS]; 4] = [
    [[-50.07, -40.48, -36.19], [-57.01, -46.98, -42.49], [-63.64, -53.58, -48.65], [-70.18, -59.40, -54.38]],
    [[-57.28, -47.96, -43.22], [-64.77, -53.92, -48.94], [-70.27, -59.76, -54.94], [-76.95, -65.44, -60.12]],
    [[-57.17, -47.04, -41.85], [-68.21, -58.33, -52.85], [-80.15, -68.94, -63.42], [-90.35, -78.52, -72.56]],
    [[-69.37, -58.58, -53.31], [-79.65, -68.43, -63.10], [-90.84, -78.87, -72.75], [-100.69, -88.47, -82.30]],
];
