//! Boundaries for a process that is watched as new rows come.
//!
//! Two kinds. For sums and recursive estimates the boundary √(x(x − 1)(a² + ln(x/(x − 1)))), x the rows so far over those of the history: that a
//! Brownian bridge continued beyond 1 ever crosses it has probability 2(1 − Φ(a) + aφ(a)) (Robbins and Siegmund 1970; Chu, Stinchcombe
//! and White 1996). For moving windows a multiple c of √(2 log⁺ x), log⁺ x = 1 up to e: c is known from simulated quantiles of Leisch,
//! Hornik and Kuan (2000) and Zeileis, Leisch, Kleiber and Hornik (2005), as strucchange 1.5-3 carries them (`critical.csv`), for windows of a
//! quarter, a half and the whole of the history, up to 2, 4, 6, 8 or 10 times its length, levels from 0.001 to 0.05; between levels
//! linear, beyond them a bound.
//!
//! ```
//! use yalu::dist::monitoring;
//! let a = monitoring::crossing_isf(0.05);
//! assert!((a - 2.7955).abs() < 1e-4 && (monitoring::crossing_sf(a) - 0.05).abs() < 1e-14);
//! assert!(monitoring::window_critical(0.05, 0.5, 2).is_some_and(|c| (c - 1.687323).abs() < 1e-6));
//! ```
//!
//! # References
//! - Chu, C.-S. J., M. Stinchcombe and H. White (1996), *Econometrica* 64, 1045–1065.
//! - Leisch, F., K. Hornik and C.-M. Kuan (2000), *Econometric Theory* 16, 835–854.
//! - Robbins, H. and D. Siegmund (1970), *Annals of Mathematical Statistics* 41, 1410–1429.
//! - Zeileis, A., F. Leisch, C. Kleiber and K. Hornik (2005), *Journal of Applied Econometrics* 20, 99–121.

use std::sync::OnceLock;

use super::numbers::numbers;
use super::tabulated::{self, Scale};
use super::{Tail, normal};

/// The windows that are tabulated, as shares of the history.
pub const WINDOWS: [f64; 3] = [0.25, 0.5, 1.0];

/// The lengths of monitoring that are tabulated, from the first row of the history on and in units of its length.
pub const PERIODS: [usize; 5] = [2, 4, 6, 8, 10];

/// The levels run from 0.05 to 0.001 in steps of 0.001.
const LEVELS: usize = 50;

/// The probability that a process ever crosses √(x(x − 1)(a² + ln(x/(x − 1)))) beyond x = 1; NaN for NaN.
pub fn crossing_sf(a: f64) -> f64 {
    if a <= 0.0 {
        return 1.0;
    }
    if a > 50.0 {
        return 0.0;
    }
    2.0 * (normal::sf(a) + a * density(a))
}

/// The a whose boundary is crossed with probability p, 0 < p < 1; NaN otherwise.
pub fn crossing_isf(p: f64) -> f64 {
    if !(p > 0.0 && p < 1.0) {
        return f64::NAN;
    }
    let (mut low, mut high) = (0.0, 40.0);
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if crossing_sf(middle) > p {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt()
}

/// The level's multiple of √(2 log⁺ x) for a window and a length that are tabulated, at levels from 0.001 to 0.05; `None` for others.
pub fn window_critical(level: f64, window: f64, period: usize) -> Option<f64> {
    let values = column(window, period)?;
    // The first is that of 0.05, the last that of 0.001.
    let place = (0.05 - level) / 0.001;
    let nearest = place.round();
    if !(-1e-9..=(LEVELS - 1) as f64 + 1e-9).contains(&place) {
        return None;
    }
    if (place - nearest).abs() < 1e-6 {
        return Some(values[nearest as usize]);
    }
    let below = place as usize;
    Some(values[below] + (place - below as f64) * (values[below + 1] - values[below]))
}

/// The probability that a process in a window exceeds x√(2 log⁺) before the end, or the bound where the table ends; `None` for NaN, or
/// a window or a length that is not tabulated.
pub fn window_tail(x: f64, window: f64, period: usize) -> Option<Tail> {
    let levels: Vec<f64> = (0..LEVELS).map(|i| (50 - i) as f64 / 1000.0).collect();
    tabulated::tail(&levels, &column(window, period)?, x, Scale::Plain)
}

fn column(window: f64, period: usize) -> Option<Vec<f64>> {
    let window = WINDOWS.iter().position(|own| *own == window)?;
    let period = PERIODS.iter().position(|own| *own == period)?;
    Some(table()[window * LEVELS..(window + 1) * LEVELS].iter().map(|row| row[period]).collect())
}

fn table() -> &'static [[f64; 5]] {
    static TABLE: OnceLock<Vec<[f64; 5]>> = OnceLock::new();
    TABLE.get_or_init(|| numbers(include_str!("critical.csv").lines().skip(1), 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_in_order_and_complete() {
        let mut lines = include_str!("critical.csv").lines().skip(1);
        for window in ["0.25", "0.5", "1"] {
            for level in (1..=50).rev() {
                let line = lines.next().unwrap_or_default();
                assert!(line.starts_with(&format!("{window},{:.3},", f64::from(level) / 1000.0)), "{line}");
                assert_eq!(line.split(',').filter(|cell| cell.parse::<f64>().is_ok()).count(), 7, "{line}");
            }
        }
        assert_eq!(lines.next(), None);
    }

    #[test]
    fn critical_values_rise_with_the_length_the_window_and_the_level() {
        let at = |level, window, period| window_critical(level, window, period).unwrap();
        for level in (1..50).map(|i| f64::from(i) / 1000.0) {
            for window in WINDOWS {
                for period in PERIODS {
                    assert!(at(level, window, period) >= at(level + 0.001, window, period));
                    assert!(period == 2 || at(level, window, period) >= at(level, window, period - 2));
                }
            }
            assert!(at(level, 1.0, 10) > at(level, 0.5, 10) && at(level, 0.5, 10) > at(level, 0.25, 10));
        }
    }

    #[test]
    fn tails_and_critical_values_undo_each_other() {
        for level in [0.05, 0.025, 0.0105, 0.001, 0.05 / 3.0] {
            let critical = window_critical(level, 0.25, 6).unwrap();
            assert!((window_tail(critical, 0.25, 6).unwrap().value() - level).abs() < 1e-12, "{level}");
            assert!((crossing_sf(crossing_isf(level)) - level).abs() < 1e-14);
        }
        assert_eq!(window_critical(0.06, 0.5, 2), None);
        assert_eq!(window_critical(0.0005, 0.5, 2), None);
        assert_eq!(window_critical(f64::NAN, 0.5, 2), None);
        assert_eq!(window_critical(0.05, 0.3, 2), None);
        assert_eq!(window_tail(9.0, 0.5, 3), None);
        assert_eq!(window_tail(9.0, 0.5, 2), Some(Tail::Below(0.001)));
        assert_eq!(window_tail(0.1, 0.5, 2), Some(Tail::Above(0.05)));
        assert!(crossing_isf(1.0).is_nan() && crossing_sf(f64::NAN).is_nan() && crossing_sf(-1.0) == 1.0);
        assert!(crossing_sf(38.0) > 0.0 && crossing_sf(f64::INFINITY) == 0.0);
    }
}
