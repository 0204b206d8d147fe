//! The largest sum in a moving window: tables of Chu, Hornik and Kuan.
//!
//! Of one or several independent Brownian bridges (sums of OLS residuals, moving estimates) or a Brownian motion (sums of recursive
//! residuals) the largest |increment| over a window that has a share h of the sample. Simulated by the authors at h = 0.05,
//! 0.10, …, 0.50, and for up to six bridges; between these, and between levels, linear, as in R's strucchange; beyond the levels
//! a bound. More than six are independent groups of six: the levels of the table become 1 − (1 − p)^(k/6).
//!
//! ```
//! use yalu::dist::{Tail, mosum};
//! assert_eq!(mosum::critical_value(0.05, 0.15, mosum::Of::Bridge), Some(1.2059));
//! assert_eq!(mosum::p_value(2.0, 0.15, mosum::Of::Bridge), Some(Tail::Below(0.01)));
//! ```
//!
//! # References
//! - Chu, C.-S. J., K. Hornik and C.-M. Kuan (1995), *Biometrika* 82, 603–617; *Econometric Theory* 11, 699–720.

mod bridges;

use super::Tail;
use super::tabulated::{self, Scale};
use bridges::{BRIDGES, MOST_BRIDGES};

/// Whose increments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// A Brownian bridge's.
    Bridge,
    /// The largest of so many independent Brownian bridges.
    Bridges(usize),
    /// A Brownian motion's.
    Motion,
}

/// The windows of the tables: 0.05, 0.10, …
const WINDOWS: usize = 10;

const BRIDGE_LEVELS: [f64; 4] = [0.1, 0.05, 0.025, 0.01];
const MOTION_LEVELS: [f64; 6] = [0.2, 0.15, 0.1, 0.05, 0.025, 0.01];
/// Over √h.
const MOTION: [[f64; 6]; WINDOWS] = [
    [3.2165, 3.3185, 3.4554, 3.6622, 3.8632, 4.1009],
    [2.9795, 3.0894, 3.2368, 3.4681, 3.6707, 3.9397],
    [2.8289, 2.9479, 3.1028, 3.3382, 3.5598, 3.8143],
    [2.7099, 2.8303, 2.9874, 3.2351, 3.4604, 3.7337],
    [2.6061, 2.7325, 2.8985, 3.1531, 3.3845, 3.6626],
    [2.5111, 2.6418, 2.8134, 3.0728, 3.3102, 3.5907],
    [2.4283, 2.5609, 2.7327, 3.0043, 3.2461, 3.5333],
    [2.3464, 2.4840, 2.6605, 2.9333, 3.1823, 3.4895],
    [2.2686, 2.4083, 2.5899, 2.8743, 3.1229, 3.4123],
    [2.2255, 2.3668, 2.5505, 2.8334, 3.0737, 3.3912],
];

/// The levels, falling, and the critical values of this window; `None` outside 0.05 … 0.5.
fn row(window: f64, of: Of) -> Option<(Vec<f64>, Vec<f64>)> {
    if !(0.05..=0.5).contains(&window) {
        return None;
    }
    let place = window / 0.05 - 1.0;
    let below = (place as usize).min(WINDOWS - 2);
    let share = place - below as f64;
    let between = |low: f64, high: f64| if share == 0.0 { low } else { low + share * (high - low) };
    let share_of_sample = |at: usize| (0.05 * (at + 1) as f64).sqrt();
    let bridges = |k: usize| {
        let table = &BRIDGES[k.min(MOST_BRIDGES) - 1];
        let values = table[below].iter().zip(&table[below + 1]).map(|(low, high)| between(*low, *high));
        let groups = k.max(MOST_BRIDGES) as f64 / MOST_BRIDGES as f64;
        // 1 − (1 − p)^groups, and p itself for one group.
        let level = |p: f64| if groups == 1.0 { p } else { -libm::expm1(groups * libm::log1p(-p)) };
        (BRIDGE_LEVELS.map(level).to_vec(), values.collect())
    };
    Some(match of {
        Of::Bridges(0) => return None,
        Of::Bridge => bridges(1),
        Of::Bridges(k) => bridges(k),
        Of::Motion => {
            let (low, high) = (share_of_sample(below), share_of_sample(below + 1));
            let values = MOTION[below].iter().zip(&MOTION[below + 1]);
            (MOTION_LEVELS.to_vec(), values.map(|(a, b)| between(low * a, high * b)).collect())
        }
    })
}

/// The critical value of a level from 0.01 to 0.1 (0.2 of a Brownian motion) for a window of this share of the sample; `None`
/// beyond.
///
/// For more than six bridges the levels are higher ones: of twelve from 0.02 to 0.19.
pub fn critical_value(level: f64, window: f64, of: Of) -> Option<f64> {
    let (levels, values) = row(window, of)?;
    let next = levels.iter().position(|tabulated| *tabulated <= level)?;
    if levels[next] == level {
        return Some(values[next]);
    }
    let before = next.checked_sub(1)?;
    let share = (level - levels[before]) / (levels[next] - levels[before]);
    Some(values[before] + share * (values[next] - values[before]))
}

/// The lowest and the highest level with a critical value; `None` as for [`critical_value`].
pub fn levels(window: f64, of: Of) -> Option<(f64, f64)> {
    let (levels, _) = row(window, of)?;
    Some((*levels.last()?, *levels.first()?))
}

/// The p-value, or the bound where the table ends; `None` for NaN or a window outside 0.05 … 0.5.
pub fn p_value(x: f64, window: f64, of: Of) -> Option<Tail> {
    let (levels, values) = row(window, of)?;
    tabulated::tail(&levels, &values, x, Scale::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_windows_and_levels() {
        let middle = critical_value(0.05, 0.175, Of::Bridge).unwrap();
        assert!((middle - 0.5 * (1.2059 + 1.3158)).abs() < 1e-12);
        let wide = critical_value(0.05, 0.5, Of::Motion).unwrap();
        assert!((wide - 2.8334 * 0.5_f64.sqrt()).abs() < 1e-12);
        let level = critical_value(0.075, 0.3, Of::Bridge).unwrap();
        assert!((p_value(level, 0.3, Of::Bridge).unwrap().value() - 0.075).abs() < 1e-12);
        assert_eq!(critical_value(0.15, 0.3, Of::Bridge), None);
        assert_eq!(critical_value(0.05, 0.6, Of::Bridge), None);
        assert_eq!(p_value(0.1, 0.3, Of::Motion), Some(Tail::Above(0.2)));
    }

    #[test]
    fn critical_values_rise_with_the_window_and_the_level() {
        for of in [Of::Bridge, Of::Bridges(2), Of::Bridges(4), Of::Bridges(6), Of::Motion] {
            let at = |level, window| critical_value(level, window, of).unwrap();
            for i in 5..=50 {
                let window = f64::from(i) / 100.0;
                assert!(at(0.01, window) > at(0.05, window) && at(0.05, window) > at(0.1, window));
            }
            assert!(at(0.05, 0.5) > at(0.05, 0.05));
        }
    }

    /// Independent bridges: P of k is 1 − (1 − P of one)^k. The authors' simulations of each k were drawn apart.
    #[test]
    fn several_bridges_are_as_independent_ones() {
        for window in [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5] {
            for k in 2..=5_usize {
                for p in [0.05, 0.1] {
                    let one = 1.0 - f64::powf(1.0 - p, 1.0 / k as f64);
                    let (Some(single), Some(several)) =
                        (critical_value(one, window, Of::Bridge), critical_value(p, window, Of::Bridges(k)))
                    else {
                        continue;
                    };
                    assert!((single - several).abs() < 0.025, "{window} {k} {p}: {single} {several}");
                }
            }
            let twelve = critical_value(0.05, window, Of::Bridges(12)).unwrap();
            assert!(twelve > critical_value(0.05, window, Of::Bridges(6)).unwrap());
            assert!(twelve < critical_value(0.01, window, Of::Bridges(6)).unwrap());
        }
        assert_eq!(critical_value(0.01, 0.2, Of::Bridges(12)), None);
        let (low, high) = levels(0.2, Of::Bridges(12)).unwrap();
        assert!((low - (1.0 - 0.99_f64.powi(2))).abs() < 1e-15 && (high - 0.19).abs() < 1e-15);
        assert_eq!(levels(0.2, Of::Motion), Some((0.01, 0.2)));
        assert_eq!(p_value(9.0, 0.2, Of::Bridges(0)), None);
    }
}
