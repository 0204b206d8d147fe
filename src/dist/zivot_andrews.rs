//! The law of Zivot and Andrews's smallest τ over all dates of a break.
//!
//! Two sources, both asymptotic:
//!
//! - the paper's critical values at 1, 5 and 10 %: Zivot, E. and D. W. K. Andrews (1992), *Journal of Business & Economic
//!   Statistics* 10, 251–270, tables 2–4, as R's urca 1.3.3 prints them;
//! - the quantiles of statsmodels 0.15.0's `zivot_andrews`, simulated in 100,000 replications of 2,000 observations; arch
//!   8.0.0 has the same table. Its extreme 0.001 % is the smallest of those draws, no more.

use super::Tail;
use super::tabulated::{self, Scale, column};

/// What changes at the date of a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BreakIn {
    /// The level: model A.
    #[default]
    #[doc(alias = "crash")]
    Intercept,
    /// The slope of the trend: model B.
    #[doc(alias = "changing growth")]
    Trend,
    /// Both: model C.
    Both,
}

impl std::fmt::Display for BreakIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Intercept => "intercept",
            Self::Trend => "trend",
            Self::Both => "intercept and trend",
        })
    }
}

/// Levels at which both sources have a critical value.
pub const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// The asymptotic p-value, by linear interpolation in statsmodels' simulated quantiles; `None` for NaN.
pub fn p_value(statistic: f64, model: BreakIn) -> Option<Tail> {
    tabulated::tail(&SIMULATED_LEVELS, simulated(model), statistic, Scale::Plain)
}

/// The p-value by linear interpolation between the paper's critical values, a bound beyond them; `None` for NaN.
pub fn published_p_value(statistic: f64, model: BreakIn) -> Option<Tail> {
    tabulated::tail(&LEVELS, &published(model), statistic, Scale::Plain)
}

/// The paper's asymptotic critical value at 1, 5 or 10 %; `None` for another level.
pub fn critical_value(model: BreakIn, level: f64) -> Option<f64> {
    Some(published(model)[column(&LEVELS, level)?])
}

/// statsmodels' quantile at one of its levels, 1, 5 and 10 % among them.
pub fn simulated_critical_value(model: BreakIn, level: f64) -> Option<f64> {
    Some(simulated(model)[column(&SIMULATED_LEVELS, level)?])
}

/// At [`LEVELS`].
fn published(model: BreakIn) -> [f64; 3] {
    match model {
        BreakIn::Intercept => [-5.34, -4.80, -4.58],
        BreakIn::Trend => [-4.93, -4.42, -4.11],
        BreakIn::Both => [-5.57, -5.08, -4.82],
    }
}

/// At [`SIMULATED_LEVELS`].
fn simulated(model: BreakIn) -> &'static [f64; SIMULATED_LEVELS.len()] {
    match model {
        BreakIn::Intercept => &INTERCEPT,
        BreakIn::Trend => &TREND,
        BreakIn::Both => &BOTH,
    }
}

/// The probabilities of statsmodels' quantiles.
const SIMULATED_LEVELS: [f64; 48] = [
    1e-05, 0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008, 0.009, 0.01, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15,
    0.175, 0.2, 0.225, 0.25, 0.275, 0.3, 0.325, 0.35, 0.375, 0.4, 0.425, 0.45, 0.475, 0.5, 0.525, 0.55, 0.575, 0.6,
    0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.96, 0.97, 0.98, 0.99, 0.999,
];

static INTERCEPT: [f64; SIMULATED_LEVELS.len()] = [
    -6.78442, -5.83192, -5.68139, -5.58461, -5.51308, -5.45043, -5.39924, -5.36023, -5.33219, -5.30294, -5.27644,
    -5.0334, -4.81067, -4.67636, -4.56618, -4.4813, -4.40507, -4.33947, -4.28155, -4.22683, -4.1783, -4.13101,
    -4.08586, -4.04455, -4.0038, -3.96144, -3.92078, -3.88178, -3.84503, -3.80549, -3.77031, -3.73209, -3.696,
    -3.65985, -3.62126, -3.5458, -3.46848, -3.38533, -3.29112, -3.17832, -3.04165, -2.95146, -2.83179, -2.76465,
    -2.68624, -2.57884, -2.40044, -1.88932,
];

static TREND: [f64; SIMULATED_LEVELS.len()] = [
    -83.9094, -13.8837, -9.13205, -6.32564, -5.60803, -5.38794, -5.26585, -5.18734, -5.12756, -5.07984, -5.03421,
    -4.65634, -4.4058, -4.25214, -4.13678, -4.03765, -3.95185, -3.87945, -3.81295, -3.75273, -3.69836, -3.64785,
    -3.59819, -3.55146, -3.50522, -3.45987, -3.41672, -3.37465, -3.33394, -3.29393, -3.25316, -3.21244, -3.17124,
    -3.13211, -3.09204, -3.01135, -2.92897, -2.83614, -2.73893, -2.6284, -2.49611, -2.41337, -2.3082, -2.25797,
    -2.19648, -2.1132, -1.99138, -1.67466,
];

static BOTH: [f64; SIMULATED_LEVELS.len()] = [
    -38.178, -6.43107, -6.07279, -5.95496, -5.86254, -5.77081, -5.72541, -5.68406, -5.65163, -5.60419, -5.57556,
    -5.29704, -5.07332, -4.93003, -4.82668, -4.73711, -4.6602, -4.5897, -4.52855, -4.471, -4.42011, -4.37387, -4.32705,
    -4.28126, -4.23793, -4.19822, -4.158, -4.11946, -4.08064, -4.04286, -4.00489, -3.96837, -3.932, -3.89496, -3.85577,
    -3.77795, -3.69794, -3.61852, -3.52485, -3.41665, -3.28527, -3.19724, -3.08769, -3.03088, -2.96091, -2.85581,
    -2.71015, -2.28767,
];
