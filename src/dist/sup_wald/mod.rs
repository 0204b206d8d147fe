//! The laws of the largest, the average and the exponential average of a Wald statistic over all dates of a break
//! (Andrews 1993; Andrews and Ploberger 1994), by Hansen's (1997) approximation.
//!
//! For a share of the sample left out at each end and 1 to 40 coefficients that may change, P(X > x) is that of χ² with ν
//! degrees of freedom beyond a polynomial in x; between the 25 shares tabulated the probability is linear. The fit is to
//! simulated distributions: below [`SMALLEST`] it extrapolates, and a bound is given instead.
//!
//! Coefficients: Hansen, B. E. (1997), *Journal of Business & Economic Statistics* 15, 60–67, as R's strucchange 1.5-3 carries
//! them (`hansen1997.csv`).

use std::sync::OnceLock;

use super::{Tail, chi_squared};

/// What is taken of the statistics at all dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Functional {
    /// The largest.
    Sup,
    /// Their average.
    Ave,
    /// The logarithm of the average of exp(W/2).
    Exp,
}

/// The smallest probability that the simulated distributions can tell.
pub const SMALLEST: f64 = 1e-3;

/// The most coefficients with a law.
pub const MOST_PARAMETERS: usize = 40;

const TRIMS: usize = 25;

/// The share at each end that stands for the dates from `first` to `last`, shares of the sample themselves: the law depends on
/// them through last(1 − first)/(first(1 − last)) alone (Andrews 1993).
pub fn symmetric_trim(first: f64, last: f64) -> f64 {
    1.0 / (1.0 + ((last * (1.0 - first)) / (first * (1.0 - last))).sqrt())
}

/// P(X > x) under no break; `None` for no or more than 40 coefficients, a trim outside (0, ½], or NaN.
pub fn p_value(functional: Functional, x: f64, parameters: usize, trim: f64) -> Option<Tail> {
    let p = sf(functional, x, parameters, trim)?;
    Some(if p < SMALLEST { Tail::Below(SMALLEST) } else { Tail::At(p.min(1.0)) })
}

/// P(the largest of `count` independent copies of the largest statistic > x) under no break: the law of Bai and Perron's (1998)
/// statistic of one break more, there being `count` regimes. `None` as for [`p_value`].
pub fn p_value_of_largest(count: usize, x: f64, parameters: usize, trim: f64) -> Option<Tail> {
    let p = sf(Functional::Sup, x, parameters, trim)?.clamp(0.0, 1.0);
    let any = |p: f64| -(count as f64 * (-p).ln_1p()).exp_m1();
    // Never more than the sum of the probabilities, a number fit to be printed.
    Some(if p < SMALLEST { Tail::Below(count as f64 * SMALLEST) } else { Tail::At(any(p)) })
}

/// The approximation itself, also where it extrapolates.
fn sf(functional: Functional, x: f64, parameters: usize, trim: f64) -> Option<f64> {
    if parameters == 0 || parameters > MOST_PARAMETERS || x.is_nan() || !(trim > 0.0 && trim <= 0.5) {
        return None;
    }
    let start = ((functional as usize) * MOST_PARAMETERS + parameters - 1) * TRIMS;
    let rows = table().get(start..start + TRIMS)?;
    let at = |i: usize| {
        let [b0, b1, b2, b3, df] = rows[i];
        chi_squared::sf(highest(&[b0, b1, b2, b3], x).max(0.0), df)
    };
    // Row i has the share 0.49 − 0.02 i; at one half there is one date, and its statistic is χ².
    let place = (0.49 - trim) / 0.02;
    if place < 0.0 {
        let one_date = if functional == Functional::Exp { 2.0 * x } else { x };
        let share = (trim - 0.49) / 0.01;
        return Some((1.0 - share) * at(0) + share * chi_squared::sf(one_date, parameters as f64));
    }
    let below = (place as usize).min(TRIMS - 1);
    let share = (place - below as f64).min(1.0);
    Some(if below + 1 == TRIMS { at(below) } else { (1.0 - share) * at(below) + share * at(below + 1) })
}

/// The largest value of a cubic between 0 and x: some turn down beyond the statistics they were fitted to, and the probability
/// must not rise again there.
fn highest(b: &[f64; 4], x: f64) -> f64 {
    let at = |x: f64| b[0] + x * (b[1] + x * (b[2] + x * b[3]));
    // Zeros of b₁ + 2b₂x + 3b₃x².
    let (linear, square) = (2.0 * b[2], 3.0 * b[3]);
    let turns = match (square == 0.0, linear == 0.0) {
        (true, true) => [f64::NAN; 2],
        (true, false) => [-b[1] / linear, f64::NAN],
        (false, _) => {
            let root = (linear * linear - 4.0 * square * b[1]).sqrt();
            [(-linear + root) / (2.0 * square), (-linear - root) / (2.0 * square)]
        }
    };
    turns.into_iter().filter(|turn| *turn > 0.0 && *turn < x).map(at).fold(at(x), f64::max)
}

/// Polynomial and degrees of freedom, in the order of the file: functional, coefficients, share from 0.49 down.
fn table() -> &'static [[f64; 5]] {
    static TABLE: OnceLock<Vec<[f64; 5]>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let number = |cell: &str| if cell.is_empty() { 0.0 } else { cell.parse().unwrap_or(f64::NAN) };
        let row = |line: &str| {
            let mut cells = line.split(',').skip(3).map(number);
            std::array::from_fn(|_| cells.next().unwrap_or(f64::NAN))
        };
        include_str!("hansen1997.csv").lines().skip(1).map(row).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_in_order_and_complete() {
        let mut lines = include_str!("hansen1997.csv").lines().skip(1);
        for functional in ["sup", "ave", "exp"] {
            for parameters in 1..=MOST_PARAMETERS {
                for i in 0..TRIMS {
                    let trim = f64::from(49 - 2 * i as u32) / 100.0;
                    let line = lines.next().unwrap_or_default();
                    assert!(line.starts_with(&format!("{functional},{parameters},{trim:.2},")), "{line}");
                }
            }
        }
        assert_eq!(lines.next(), None);
        assert!(table().iter().flatten().all(|number| number.is_finite()));
    }

    /// Andrews (2003, corrigendum), table I, trim 15 %: 5 % points of the largest statistic for 1, 2, 5 and 10 coefficients. Two
    /// simulations of one law: half a percentage point apart at most.
    #[test]
    fn andrews_critical_values() {
        for (parameters, point) in [(1, 8.68), (2, 11.72), (5, 18.35), (10, 27.03)] {
            let p = sf(Functional::Sup, point, parameters, 0.15).unwrap();
            assert!((p - 0.05).abs() < 5e-3, "{parameters}: {p}");
        }
    }

    /// The same approximation in R's strucchange 1.5-3 (`pvalue.Fstats`, not exported): sup at Andrews' points, ave at q + 1.5, exp
    /// at q/2 + 1, trim 15 %; sup at q + 7, trim 23 %.
    #[test]
    fn the_approximation_is_strucchanges() {
        for (q, point, expected) in [
            (1_usize, 8.68, [0.0483930010, 0.0696033047, 0.0986540523, 0.0492900992]),
            (2, 11.72, [0.0467595589, 0.1193094412, 0.1799844961, 0.1078414223]),
            (5, 18.35, [0.0462487219, 0.2052341732, 0.3531386648, 0.2664148496]),
            (10, 27.03, [0.0489999732, 0.2701803669, 0.5100607576, 0.4547207283]),
        ] {
            let k = q as f64;
            let own = [
                sf(Functional::Sup, point, q, 0.15),
                sf(Functional::Ave, k + 1.5, q, 0.15),
                sf(Functional::Exp, 0.5 * k + 1.0, q, 0.15),
                sf(Functional::Sup, k + 7.0, q, 0.23),
            ];
            for (own, expected) in own.into_iter().zip(expected) {
                assert!((own.unwrap() - expected).abs() < 1e-9, "{q}: {own:?} {expected}");
            }
        }
    }

    /// Bai and Perron (1998, table II; 2003b), 5 % points of the statistic of one break more: 2, 3, 4 and 6 regimes.
    #[test]
    fn critical_values_of_one_break_more() {
        for (parameters, trim, points) in [
            (1, 0.15, [10.13, 11.14, 11.83, 12.66]),
            (2, 0.15, [12.95, 14.03, 14.85, 15.80]),
            (5, 0.15, [19.91, 20.99, 21.71, 22.77]),
            (1, 0.05, [11.14, 12.16, 12.83, 14.05]),
            (3, 0.05, [17.15, 17.97, 18.72, 19.59]),
        ] {
            for (count, point) in [2, 3, 4, 6].into_iter().zip(points) {
                let p = p_value_of_largest(count, point, parameters, trim).unwrap().value();
                // Theirs are the points of 10,000 draws of one law at 0.05/count: three standard errors, and the fit's own.
                let draws = 10_000.0 * 0.05 / count as f64;
                assert!((p - 0.05).abs() < 0.05 * 3.0 / draws.sqrt() + 3e-3, "{parameters} {trim} {count}: {p}");
            }
        }
    }

    #[test]
    fn probabilities_fall_with_the_statistic_and_end_in_bounds() {
        for functional in [Functional::Sup, Functional::Ave, Functional::Exp] {
            for parameters in 1..=MOST_PARAMETERS {
                for trim in [0.02, 0.15, 0.2, 0.48] {
                    let at = |x: f64| sf(functional, x, parameters, trim).unwrap();
                    let falls = (1..200).all(|i| at(f64::from(i) + 1.0) <= at(f64::from(i)) + 1e-12);
                    assert!(falls, "{functional:?} {parameters} {trim}");
                }
            }
            assert_eq!(p_value(functional, 200.0, 3, 0.2), Some(Tail::Below(SMALLEST)));
            assert_eq!(p_value(functional, 1.0, 41, 0.2), None);
        }
    }
}
