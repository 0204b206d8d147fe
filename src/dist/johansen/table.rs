//! Simulated critical values at 10, 5 and 1 %, as published.
//!
//! # References
//! - MacKinnon, J. G., A. A. Haug and L. Michelis (1999), Numerical distribution functions of likelihood ratio tests for
//!   cointegration, *Journal of Applied Econometrics* 14, 563–577, as statsmodels carries them.
//! - Osterwald-Lenum, M. (1992), A note with quantiles of the asymptotic distribution of the maximum likelihood
//!   cointegration rank test statistics, *Oxford Bulletin of Economics and Statistics* 54, 461–472, as urca carries them.

use super::{Case, Statistic};

/// The levels of every row.
pub const LEVELS: [f64; 3] = [0.10, 0.05, 0.01];

/// MacKinnon, Haug and Michelis's, for up to 12 common trends in the three cases without a restricted term.
///
/// With an unrestricted constant or trend the data are taken to have the linear or quadratic trend that it allows.
pub fn mackinnon_haug_michelis(statistic: Statistic, case: Case, trends: usize) -> Option<[f64; 3]> {
    let table = match (statistic, case) {
        (Statistic::Trace, Case::None) => &MHM_TRACE_NONE,
        (Statistic::Trace, Case::UnrestrictedConstant) => &MHM_TRACE_CONSTANT,
        (Statistic::Trace, Case::UnrestrictedTrend) => &MHM_TRACE_TREND,
        (Statistic::MaxEigenvalue, Case::None) => &MHM_MAX_NONE,
        (Statistic::MaxEigenvalue, Case::UnrestrictedConstant) => &MHM_MAX_CONSTANT,
        (Statistic::MaxEigenvalue, Case::UnrestrictedTrend) => &MHM_MAX_TREND,
        (_, Case::RestrictedConstant | Case::RestrictedTrend) => return None,
    };
    table.get(trends.checked_sub(1)?).copied()
}

/// Osterwald-Lenum's, for up to 11 common trends in the three cases that urca offers.
///
/// Those for the unrestricted constant hold for data **without** a linear trend (the table's Case 1), another law than
/// that of MacKinnon, Haug and Michelis and of Doornik for the same model.
pub fn osterwald_lenum(statistic: Statistic, case: Case, trends: usize) -> Option<[f64; 3]> {
    let table = match (statistic, case) {
        (Statistic::Trace, Case::RestrictedConstant) => &OL_TRACE_RESTRICTED_CONSTANT,
        (Statistic::Trace, Case::UnrestrictedConstant) => &OL_TRACE_CONSTANT,
        (Statistic::Trace, Case::RestrictedTrend) => &OL_TRACE_RESTRICTED_TREND,
        (Statistic::MaxEigenvalue, Case::RestrictedConstant) => &OL_MAX_RESTRICTED_CONSTANT,
        (Statistic::MaxEigenvalue, Case::UnrestrictedConstant) => &OL_MAX_CONSTANT,
        (Statistic::MaxEigenvalue, Case::RestrictedTrend) => &OL_MAX_RESTRICTED_TREND,
        (_, Case::None | Case::UnrestrictedTrend) => return None,
    };
    table.get(trends.checked_sub(1)?).copied()
}

// Rows: 1, 2, … common trends.

const MHM_TRACE_NONE: [[f64; 3]; 12] = [
    [2.9762, 4.1296, 6.9406],
    [10.4741, 12.3212, 16.364],
    [21.7781, 24.2761, 29.5147],
    [37.0339, 40.1749, 46.5716],
    [56.2839, 60.0627, 67.6367],
    [79.5329, 83.9383, 92.7136],
    [106.7351, 111.7797, 121.7375],
    [137.9954, 143.6691, 154.7977],
    [173.2292, 179.5199, 191.8122],
    [212.4721, 219.4051, 232.8291],
    [255.6732, 263.2603, 277.9962],
    [302.9054, 311.1288, 326.9716],
];

const MHM_TRACE_CONSTANT: [[f64; 3]; 12] = [
    [2.7055, 3.8415, 6.6349],
    [13.4294, 15.4943, 19.9349],
    [27.0669, 29.7961, 35.4628],
    [44.4929, 47.8545, 54.6815],
    [65.8202, 69.8189, 77.8202],
    [91.109, 95.7542, 104.9637],
    [120.3673, 125.6185, 135.9825],
    [153.6341, 159.529, 171.0905],
    [190.8714, 197.3772, 210.0366],
    [232.103, 239.2468, 253.2526],
    [277.374, 285.1402, 300.2821],
    [326.5354, 334.9795, 351.215],
];

const MHM_TRACE_TREND: [[f64; 3]; 12] = [
    [2.7055, 3.8415, 6.6349],
    [16.1619, 18.3985, 23.1485],
    [32.0645, 35.0116, 41.0815],
    [51.6492, 55.2459, 62.5202],
    [75.1027, 79.3422, 87.7748],
    [102.4674, 107.3429, 116.9829],
    [133.7852, 139.278, 150.0778],
    [169.0618, 175.1584, 187.1891],
    [208.3582, 215.1268, 228.2226],
    [251.6293, 259.0267, 273.3838],
    [298.8836, 306.8988, 322.4264],
    [350.1125, 358.719, 375.3203],
];

const MHM_MAX_NONE: [[f64; 3]; 12] = [
    [2.9762, 4.1296, 6.9406],
    [9.4748, 11.2246, 15.0923],
    [15.7175, 17.7961, 22.2519],
    [21.837, 24.1592, 29.0609],
    [27.916, 30.4428, 35.7359],
    [33.9271, 36.6301, 42.2333],
    [39.9085, 42.7679, 48.6606],
    [45.893, 48.8795, 55.0335],
    [51.8528, 54.9629, 61.3449],
    [57.7954, 61.0404, 67.6415],
    [63.7248, 67.0756, 73.8856],
    [69.6513, 73.0946, 80.0937],
];

const MHM_MAX_CONSTANT: [[f64; 3]; 12] = [
    [2.7055, 3.8415, 6.6349],
    [12.2971, 14.2639, 18.52],
    [18.8928, 21.1314, 25.865],
    [25.1236, 27.5858, 32.7172],
    [31.2379, 33.8777, 39.3693],
    [37.2786, 40.0763, 45.8662],
    [43.2947, 46.2299, 52.3069],
    [49.2855, 52.3622, 58.6634],
    [55.2412, 58.4332, 64.996],
    [61.2041, 64.504, 71.2525],
    [67.1307, 70.5392, 77.4877],
    [73.0563, 76.5734, 83.7105],
];

const MHM_MAX_TREND: [[f64; 3]; 12] = [
    [2.7055, 3.8415, 6.6349],
    [15.0006, 17.1481, 21.7465],
    [21.8731, 24.2522, 29.2631],
    [28.2398, 30.8151, 36.193],
    [34.4202, 37.1646, 42.8612],
    [40.5244, 43.4183, 49.4095],
    [46.5583, 49.5875, 55.8171],
    [52.5858, 55.7302, 62.1741],
    [58.5316, 61.8051, 68.503],
    [64.5292, 67.904, 74.7434],
    [70.463, 73.9355, 81.0678],
    [76.4081, 79.9878, 87.2395],
];

const OL_TRACE_CONSTANT: [[f64; 3]; 11] = [
    [6.5, 8.18, 11.65],
    [15.66, 17.95, 23.52],
    [28.71, 31.52, 37.22],
    [45.23, 48.28, 55.43],
    [66.49, 70.6, 78.87],
    [85.18, 90.39, 104.2],
    [118.99, 124.25, 136.06],
    [151.38, 157.11, 168.92],
    [186.54, 192.84, 204.79],
    [226.34, 232.49, 246.27],
    [269.53, 277.39, 292.65],
];

const OL_MAX_CONSTANT: [[f64; 3]; 11] = [
    [6.5, 8.18, 11.65],
    [12.91, 14.9, 19.19],
    [18.9, 21.07, 25.75],
    [24.78, 27.14, 32.14],
    [30.84, 33.32, 38.78],
    [36.25, 39.43, 44.59],
    [42.06, 44.91, 51.3],
    [48.43, 51.07, 57.07],
    [54.01, 57.0, 63.37],
    [59.0, 62.42, 68.61],
    [65.07, 68.27, 74.36],
];

const OL_TRACE_RESTRICTED_CONSTANT: [[f64; 3]; 11] = [
    [7.52, 9.24, 12.97],
    [17.85, 19.96, 24.6],
    [32.0, 34.91, 41.07],
    [49.65, 53.12, 60.16],
    [71.86, 76.07, 84.45],
    [97.18, 102.14, 111.01],
    [126.58, 131.7, 143.09],
    [159.48, 165.58, 177.2],
    [196.37, 202.92, 215.74],
    [236.54, 244.15, 257.68],
    [282.45, 291.4, 307.64],
];

const OL_MAX_RESTRICTED_CONSTANT: [[f64; 3]; 11] = [
    [7.52, 9.24, 12.97],
    [13.75, 15.67, 20.2],
    [19.77, 22.0, 26.81],
    [25.56, 28.14, 33.24],
    [31.66, 34.4, 39.79],
    [37.45, 40.3, 46.82],
    [43.25, 46.45, 51.91],
    [48.91, 52.0, 57.95],
    [54.35, 57.42, 63.71],
    [60.25, 63.57, 69.94],
    [66.02, 69.74, 76.63],
];

const OL_TRACE_RESTRICTED_TREND: [[f64; 3]; 11] = [
    [10.49, 12.25, 16.26],
    [22.76, 25.32, 30.45],
    [39.06, 42.44, 48.45],
    [59.14, 62.99, 70.05],
    [83.2, 87.31, 96.58],
    [110.42, 114.9, 124.75],
    [141.01, 146.76, 158.49],
    [176.67, 182.82, 196.08],
    [215.17, 222.21, 234.41],
    [256.72, 263.42, 279.07],
    [303.13, 310.81, 327.45],
];

const OL_MAX_RESTRICTED_TREND: [[f64; 3]; 11] = [
    [10.49, 12.25, 16.26],
    [16.85, 18.96, 23.65],
    [23.11, 25.54, 30.34],
    [29.12, 31.46, 36.65],
    [34.75, 37.52, 42.36],
    [40.91, 43.97, 49.51],
    [46.32, 49.42, 54.71],
    [52.16, 55.5, 62.46],
    [57.87, 61.29, 67.88],
    [63.18, 66.23, 73.73],
    [69.26, 72.72, 79.23],
];
