//! The laws of Bai and Perron's statistics of no break against several (Bai and Perron 1998, 2003b).
//!
//! Known from simulated critical values at 10, 5, 2.5 and 1 %, for 1 to 10 coefficients that change, and for regimes that
//! have at least 5, 10, 15, 20 or 25 % of the rows. Between the levels the logarithm of the probability is linear; beyond
//! them there are bounds.
//!
//! Critical values: Bai, J. and P. Perron (2003b), *Econometrics Journal* 6, 72–78, and those for 5 % from Bai and Perron
//! (1998), *Econometrica* 66, 47–78, as the R package mbreaks 1.0.1 carries them (`critical.csv`).

use std::sync::OnceLock;

use super::numbers::numbers;
use super::{Tail, tabulated};

/// The levels with critical values.
pub const LEVELS: [f64; 4] = [0.10, 0.05, 0.025, 0.01];

/// The least shares of the rows in a regime that are tabulated.
pub const TRIMS: [f64; 5] = [0.05, 0.10, 0.15, 0.20, 0.25];

/// The most breaks of an alternative, for each of [`TRIMS`].
const MOST_BREAKS: [usize; 5] = [9, 8, 5, 3, 2];

/// The most coefficients that change.
pub const MOST_PARAMETERS: usize = 10;

/// The most breaks over which the maxima are taken, where the trim leaves room for them.
const MAXIMA: usize = 5;

/// A statistic of no break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statistic {
    /// Against this number of breaks, divided by it.
    SupF(usize),
    /// The largest of these over the number of breaks.
    UdMax,
    /// The largest of these, each times the ratio of the critical value of one break to its own.
    WdMax,
}

/// The most breaks over which the maxima are taken; `None` for a share that is not tabulated.
pub fn breaks_of_maxima(trim: f64) -> Option<usize> {
    Some(MOST_BREAKS[place(trim)?].min(MAXIMA))
}

/// The critical values at [`LEVELS`]; `None` for a share, a number of coefficients or of breaks that is not tabulated.
pub fn critical_values(statistic: Statistic, parameters: usize, trim: f64) -> Option<[f64; 4]> {
    let at = place(trim)?;
    if parameters == 0 || parameters > MOST_PARAMETERS {
        return None;
    }
    let column = match statistic {
        Statistic::SupF(breaks) if breaks == 0 || breaks > MOST_BREAKS[at] => return None,
        Statistic::SupF(breaks) => breaks - 1,
        Statistic::UdMax => 9,
        Statistic::WdMax => 10,
    };
    Some(std::array::from_fn(|level| table()[(at * LEVELS.len() + level) * MOST_PARAMETERS + parameters - 1][column]))
}

/// P(X > x) under no break. [`Statistic::WdMax`] has other weights at every level, hence no such function: `None`.
pub fn p_value(statistic: Statistic, x: f64, parameters: usize, trim: f64) -> Option<Tail> {
    if statistic == Statistic::WdMax {
        return None;
    }
    tabulated::tail(&LEVELS, &critical_values(statistic, parameters, trim)?, x, tabulated::Scale::Log)
}

/// By what each sup F, from one break on, is multiplied in WDmax, at each of [`LEVELS`].
pub fn weights(parameters: usize, trim: f64) -> Option<[Vec<f64>; 4]> {
    let critical: Vec<[f64; 4]> = (1..=breaks_of_maxima(trim)?)
        .map(|breaks| critical_values(Statistic::SupF(breaks), parameters, trim))
        .collect::<Option<_>>()?;
    Some(std::array::from_fn(|level| critical.iter().map(|of| critical[0][level] / of[level]).collect()))
}

fn place(trim: f64) -> Option<usize> {
    TRIMS.iter().position(|own| (own - trim).abs() < 1e-9)
}

/// Nine numbers of breaks and the two maxima, in the order of the file: trim, level, coefficients.
fn table() -> &'static [[f64; 11]] {
    static TABLE: OnceLock<Vec<[f64; 11]>> = OnceLock::new();
    TABLE.get_or_init(|| numbers(include_str!("critical.csv").lines().skip(1), 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_in_order_and_complete() {
        let mut lines = include_str!("critical.csv").lines().skip(1);
        for (trim, most) in TRIMS.iter().zip(MOST_BREAKS) {
            for level in ["0.10", "0.05", "0.025", "0.01"] {
                for parameters in 1..=MOST_PARAMETERS {
                    let line = lines.next().unwrap_or_default();
                    assert!(line.starts_with(&format!("{trim:.2},{level},{parameters},")), "{line}");
                    let numbers = line.split(',').skip(3).filter(|cell| cell.parse::<f64>().is_ok()).count();
                    assert_eq!(numbers, most + 2, "{line}");
                }
            }
        }
        assert_eq!(lines.next(), None);
    }

    /// Larger with more coefficients and with smaller levels; smaller with more breaks; the maxima above their parts.
    #[test]
    fn the_values_are_in_their_order() {
        let value = |statistic, q, trim, level: usize| critical_values(statistic, q, trim).unwrap()[level];
        for (trim, most) in TRIMS.into_iter().zip(MOST_BREAKS) {
            let all = (1..=most).map(Statistic::SupF).chain([Statistic::UdMax, Statistic::WdMax]);
            for statistic in all {
                for level in 0..4 {
                    assert!((2..=10).all(|q| value(statistic, q, trim, level) > value(statistic, q - 1, trim, level)));
                }
                assert!(
                    (1..=10).all(|q| (1..4).all(|l| value(statistic, q, trim, l) > value(statistic, q, trim, l - 1)))
                );
            }
            for q in 1..=10 {
                let f = |breaks| value(Statistic::SupF(breaks), q, trim, 1);
                assert!((2..=most).all(|breaks| f(breaks) < f(breaks - 1)));
                assert!(value(Statistic::UdMax, q, trim, 1) >= f(1));
                assert!(value(Statistic::WdMax, q, trim, 1) >= value(Statistic::UdMax, q, trim, 1));
            }
        }
    }

    #[test]
    fn tails_and_what_is_not_tabulated() {
        let at_its_point = p_value(Statistic::SupF(2), 7.22, 1, 0.15).unwrap().value();
        assert!((at_its_point - 0.05).abs() < 1e-14);
        assert_eq!(p_value(Statistic::UdMax, 100.0, 1, 0.15), Some(Tail::Below(0.01)));
        assert_eq!(p_value(Statistic::UdMax, 1.0, 1, 0.15), Some(Tail::Above(0.10)));
        for (breaks, q, trim) in [(6, 1, 0.15), (0, 1, 0.15), (2, 11, 0.15), (2, 1, 0.12), (2, 1, f64::NAN)] {
            assert_eq!(p_value(Statistic::SupF(breaks), 5.0, q, trim), None);
        }
        let weights = weights(1, 0.15).unwrap();
        assert!(weights[1][0] == 1.0 && (weights[1][1] - 8.58 / 7.22).abs() < 1e-15 && weights[1].len() == 5);
        assert_eq!(breaks_of_maxima(0.25), Some(2));
    }
}
