//! The tables that Phillips and Ouliaris printed, as other programs use them.
//!
//! Phillips, P. C. B. and S. Ouliaris (1990), *Econometrica* 58, 165–193: table I (Zα, as in tseries 0.10-53), III (Pu)
//! and IV (Pz, both as in urca 1.3-3). Columns of the text below are two to six series.

use super::Law;
use crate::dist::Tail;
use crate::dist::dickey_fuller::Terms;
use crate::dist::tabulated::{self, Scale, column};

const Z_LEVELS: [f64; 7] = [0.01, 0.025, 0.05, 0.075, 0.10, 0.125, 0.15];
const P_LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// The p-value that the printed table supports: linear between its quantiles, a bound beyond them; `None` where nothing
/// was printed (τ and Zt here; Zα with a trend; a quadratic trend; unless there are two to six series).
pub fn p_value(law: Law, statistic: f64, terms: Terms, series: usize) -> Option<Tail> {
    let row = series.checked_sub(2)?;
    match law {
        Law::ZAlpha => tabulated::tail(&Z_LEVELS, z_alpha(terms)?.get(row)?, statistic, Scale::Plain),
        Law::Pu | Law::Pz => tabulated::tail(&P_LEVELS, p(law, terms)?.get(row)?, statistic, Scale::Plain),
        Law::Tau | Law::Zt => None,
    }
}

/// The printed critical value at a level; `None` where there is none.
pub fn critical_value(law: Law, terms: Terms, series: usize, level: f64) -> Option<f64> {
    let row = series.checked_sub(2)?;
    match law {
        Law::ZAlpha => z_alpha(terms)?.get(row)?.get(column(&Z_LEVELS, level)?).copied(),
        Law::Pu | Law::Pz => p(law, terms)?.get(row)?.get(column(&P_LEVELS, level)?).copied(),
        Law::Tau | Law::Zt => None,
    }
}

fn z_alpha(terms: Terms) -> Option<&'static [[f64; 7]; 5]> {
    match terms {
        Terms::None => Some(&Z_ALPHA_NONE),
        Terms::Constant => Some(&Z_ALPHA_CONSTANT),
        Terms::Trend | Terms::Quadratic => None,
    }
}

fn p(law: Law, terms: Terms) -> Option<&'static [[f64; 3]; 5]> {
    let tables = if law == Law::Pu { &PU } else { &PZ };
    match terms {
        Terms::None => Some(&tables[0]),
        Terms::Constant => Some(&tables[1]),
        Terms::Trend => Some(&tables[2]),
        Terms::Quadratic => None,
    }
}

static Z_ALPHA_NONE: [[f64; 7]; 5] = [
    [-22.83, -18.89, -15.64, -13.81, -12.54, -11.57, -10.74],
    [-29.27, -25.21, -21.48, -19.61, -18.18, -17.01, -16.02],
    [-36.16, -31.54, -27.85, -25.52, -23.92, -22.62, -21.53],
    [-42.87, -37.48, -33.48, -30.93, -28.85, -27.4, -26.17],
    [-48.52, -42.55, -38.09, -35.51, -33.8, -32.27, -30.9],
];

static Z_ALPHA_CONSTANT: [[f64; 7]; 5] = [
    [-28.32, -23.81, -20.49, -18.48, -17.04, -15.93, -14.91],
    [-34.17, -29.74, -26.09, -23.87, -22.19, -21.04, -19.95],
    [-41.13, -35.71, -32.06, -29.51, -27.58, -26.23, -25.05],
    [-47.51, -41.64, -37.15, -34.71, -32.74, -31.15, -29.88],
    [-52.17, -46.53, -41.94, -39.11, -37.01, -35.48, -34.2],
];

static PU: [[[f64; 3]; 5]; 3] = [
    [
        [38.3413, 25.9711, 20.3933],
        [46.4097, 32.9392, 26.7022],
        [55.7341, 40.122, 33.5359],
        [63.2149, 46.2691, 39.2826],
        [69.4939, 51.8614, 44.3725],
    ],
    [
        [48.0021, 33.713, 27.8536],
        [53.8731, 40.5252, 33.6955],
        [63.4128, 46.7281, 39.6949],
        [71.5214, 53.2502, 45.3308],
        [76.7705, 57.7855, 50.3537],
    ],
    [
        [65.1714, 48.8439, 41.2488],
        [69.2629, 53.83, 46.1061],
        [78.347, 60.2384, 52.0015],
        [84.548, 65.8706, 57.3667],
        [91.0392, 70.7416, 61.6155],
    ],
];

static PZ: [[[f64; 3]; 5]; 3] = [
    [
        [55.1911, 40.8217, 33.9267],
        [89.6679, 71.2751, 62.1436],
        [131.5716, 109.7426, 99.2664],
        [180.4845, 155.8019, 143.0775],
        [237.7723, 210.291, 195.6202],
    ],
    [
        [71.9273, 55.2202, 47.5877],
        [109.4525, 89.7619, 80.2034],
        [153.4504, 132.2207, 120.3035],
        [209.8054, 182.0749, 168.8572],
        [270.5018, 241.3316, 225.2303],
    ],
    [
        [102.0167, 81.3812, 71.9586],
        [145.8644, 124.3933, 113.4929],
        [201.0905, 175.9902, 163.105],
        [264.4988, 234.2865, 219.5098],
        [335.9054, 301.0949, 284.01],
    ],
];
