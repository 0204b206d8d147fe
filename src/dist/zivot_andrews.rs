//! The law of Zivot and Andrews's smallest τ over all dates of a break.
//!
//! Two sources, both asymptotic:
//!
//! - the paper's critical values at 1, 5 and 10 %: Zivot, E. and D. W. K. Andrews (1992), *Journal of Business & Economic
//!   Statistics* 10, 251–270, tables 2–4, as R's urca 1.3.3 prints them;
//! - the quantiles of statsmodels 0.15.0's `zivot_andrews`, simulated in 100,000 replications of 2,000 observations; arch
//!   8.0.0 has the same table. Its extreme 0.001 % is the smallest of those draws, no more.

use super::Tail;
use super::interpolated::lower_tail;

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
    lower_tail(simulated(model), statistic)
}

/// The p-value by linear interpolation between the paper's critical values, a bound beyond them; `None` for NaN.
pub fn published_p_value(statistic: f64, model: BreakIn) -> Option<Tail> {
    lower_tail(&published(model), statistic)
}

/// The paper's asymptotic critical value at 1, 5 or 10 %; `None` for another level.
pub fn critical_value(model: BreakIn, level: f64) -> Option<f64> {
    published(model).iter().find(|row| (row[0] - level).abs() < 1e-9).map(|row| row[1])
}

/// statsmodels' quantile at one of its levels, 1, 5 and 10 % among them.
pub fn simulated_critical_value(model: BreakIn, level: f64) -> Option<f64> {
    simulated(model).iter().find(|row| (row[0] - level).abs() < 1e-9).map(|row| row[1])
}

fn published(model: BreakIn) -> [[f64; 2]; 3] {
    match model {
        BreakIn::Intercept => [[0.01, -5.34], [0.05, -4.80], [0.10, -4.58]],
        BreakIn::Trend => [[0.01, -4.93], [0.05, -4.42], [0.10, -4.11]],
        BreakIn::Both => [[0.01, -5.57], [0.05, -5.08], [0.10, -4.82]],
    }
}

fn simulated(model: BreakIn) -> &'static [[f64; 2]] {
    match model {
        BreakIn::Intercept => &INTERCEPT,
        BreakIn::Trend => &TREND,
        BreakIn::Both => &BOTH,
    }
}

static INTERCEPT: [[f64; 2]; 48] = [
    [1e-05, -6.78442],
    [0.001, -5.83192],
    [0.002, -5.68139],
    [0.003, -5.58461],
    [0.004, -5.51308],
    [0.005, -5.45043],
    [0.006, -5.39924],
    [0.007, -5.36023],
    [0.008, -5.33219],
    [0.009, -5.30294],
    [0.01, -5.27644],
    [0.025, -5.0334],
    [0.05, -4.81067],
    [0.075, -4.67636],
    [0.1, -4.56618],
    [0.125, -4.4813],
    [0.15, -4.40507],
    [0.175, -4.33947],
    [0.2, -4.28155],
    [0.225, -4.22683],
    [0.25, -4.1783],
    [0.275, -4.13101],
    [0.3, -4.08586],
    [0.325, -4.04455],
    [0.35, -4.0038],
    [0.375, -3.96144],
    [0.4, -3.92078],
    [0.425, -3.88178],
    [0.45, -3.84503],
    [0.475, -3.80549],
    [0.5, -3.77031],
    [0.525, -3.73209],
    [0.55, -3.696],
    [0.575, -3.65985],
    [0.6, -3.62126],
    [0.65, -3.5458],
    [0.7, -3.46848],
    [0.75, -3.38533],
    [0.8, -3.29112],
    [0.85, -3.17832],
    [0.9, -3.04165],
    [0.925, -2.95146],
    [0.95, -2.83179],
    [0.96, -2.76465],
    [0.97, -2.68624],
    [0.98, -2.57884],
    [0.99, -2.40044],
    [0.999, -1.88932],
];

static TREND: [[f64; 2]; 48] = [
    [1e-05, -83.9094],
    [0.001, -13.8837],
    [0.002, -9.13205],
    [0.003, -6.32564],
    [0.004, -5.60803],
    [0.005, -5.38794],
    [0.006, -5.26585],
    [0.007, -5.18734],
    [0.008, -5.12756],
    [0.009, -5.07984],
    [0.01, -5.03421],
    [0.025, -4.65634],
    [0.05, -4.4058],
    [0.075, -4.25214],
    [0.1, -4.13678],
    [0.125, -4.03765],
    [0.15, -3.95185],
    [0.175, -3.87945],
    [0.2, -3.81295],
    [0.225, -3.75273],
    [0.25, -3.69836],
    [0.275, -3.64785],
    [0.3, -3.59819],
    [0.325, -3.55146],
    [0.35, -3.50522],
    [0.375, -3.45987],
    [0.4, -3.41672],
    [0.425, -3.37465],
    [0.45, -3.33394],
    [0.475, -3.29393],
    [0.5, -3.25316],
    [0.525, -3.21244],
    [0.55, -3.17124],
    [0.575, -3.13211],
    [0.6, -3.09204],
    [0.65, -3.01135],
    [0.7, -2.92897],
    [0.75, -2.83614],
    [0.8, -2.73893],
    [0.85, -2.6284],
    [0.9, -2.49611],
    [0.925, -2.41337],
    [0.95, -2.3082],
    [0.96, -2.25797],
    [0.97, -2.19648],
    [0.98, -2.1132],
    [0.99, -1.99138],
    [0.999, -1.67466],
];

static BOTH: [[f64; 2]; 48] = [
    [1e-05, -38.178],
    [0.001, -6.43107],
    [0.002, -6.07279],
    [0.003, -5.95496],
    [0.004, -5.86254],
    [0.005, -5.77081],
    [0.006, -5.72541],
    [0.007, -5.68406],
    [0.008, -5.65163],
    [0.009, -5.60419],
    [0.01, -5.57556],
    [0.025, -5.29704],
    [0.05, -5.07332],
    [0.075, -4.93003],
    [0.1, -4.82668],
    [0.125, -4.73711],
    [0.15, -4.6602],
    [0.175, -4.5897],
    [0.2, -4.52855],
    [0.225, -4.471],
    [0.25, -4.42011],
    [0.275, -4.37387],
    [0.3, -4.32705],
    [0.325, -4.28126],
    [0.35, -4.23793],
    [0.375, -4.19822],
    [0.4, -4.158],
    [0.425, -4.11946],
    [0.45, -4.08064],
    [0.475, -4.04286],
    [0.5, -4.00489],
    [0.525, -3.96837],
    [0.55, -3.932],
    [0.575, -3.89496],
    [0.6, -3.85577],
    [0.65, -3.77795],
    [0.7, -3.69794],
    [0.75, -3.61852],
    [0.8, -3.52485],
    [0.85, -3.41665],
    [0.9, -3.28527],
    [0.925, -3.19724],
    [0.95, -3.08769],
    [0.96, -3.03088],
    [0.97, -2.96091],
    [0.98, -2.85581],
    [0.99, -2.71015],
    [0.999, -2.28767],
];
