//! Bounds of F for 30 to 80 observations: Narayan (2005), *Applied Economics* 37, 1979–1990, appendix, cases II to V.
//!
//! Simulated there with 40,000 draws of the regression without lagged differences, at every fifth number of observations.
//! For a number in between, the values of the next smaller one are taken, which are further out. There are no values of t
//! and none for case I.
//!
//! The numbers come from a program that carries them, and each was compared with 40,000 draws of our own. Six that were
//! more than four standard errors off are left out, and so is case IV at 80 observations, where that program repeats case
//! II.

use super::narayan_table::F;
use super::{Bound, Case};
use crate::dist::Tail;
use crate::dist::tabulated::{self, Scale};

/// The levels of the table.
pub const LEVELS: [f64; 3] = [0.1, 0.05, 0.01];

/// The fewest and the most observations.
pub const OBSERVATIONS: (usize, usize) = (30, 80);

/// The most regressors.
pub const MOST_REGRESSORS: usize = 7;

/// Levels and critical values of F for k regressors and this many rows; none where the table has none: case I, k = 0 or
/// above 7, fewer than 30 rows or more than 80.
///
/// ```
/// use yalu::dist::pss::{Bound, Case, narayan};
/// let upper = narayan::critical_values(Case::III, 2, 43, Bound::I1);
/// assert_eq!(upper, [(0.1, 4.377), (0.05, 5.26), (0.01, 7.337)]);
/// ```
pub fn critical_values(case: Case, k: usize, rows: usize, bound: Bound) -> Vec<(f64, f64)> {
    let table = (case as usize).checked_sub(Case::II as usize).and_then(|place| F[place].get(k.checked_sub(1)?));
    let (Some(table), true) = (table, (OBSERVATIONS.0..=OBSERVATIONS.1).contains(&rows)) else { return Vec::new() };
    let before = &table[..=(rows - OBSERVATIONS.0) / 5];
    let Some(row) = before.iter().rfind(|row| row.iter().any(|value| value.is_finite())) else { return Vec::new() };
    let values = LEVELS.into_iter().enumerate().map(|(level, p)| (p, row[2 * level + bound as usize]));
    values.filter(|(_, value)| value.is_finite()).collect()
}

/// The p-value of F: interpolated inside the table, a bound where it ends; `None` where there is no table.
pub fn p_value(f: f64, case: Case, k: usize, rows: usize, bound: Bound) -> Option<Tail> {
    let (levels, values): (Vec<f64>, Vec<f64>) = critical_values(case, k, rows, bound).into_iter().unzip();
    tabulated::tail(&levels, &values, f, Scale::Log)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_not_left() {
        for (case, k, rows) in
            [(Case::I, 2, 40), (Case::III, 0, 40), (Case::III, 8, 40), (Case::III, 2, 29), (Case::V, 1, 81)]
        {
            assert!(critical_values(case, k, rows, Bound::I0).is_empty(), "{case} {k} {rows}");
            assert_eq!(p_value(4.0, case, k, rows, Bound::I0), None);
        }
        // Case IV ends at 75 observations, and a number that was left out costs its level only.
        let of = |rows| critical_values(Case::IV, 2, rows, Bound::I1);
        assert_eq!(of(80), of(75));
        assert_eq!(critical_values(Case::V, 7, 30, Bound::I0), [(0.05, 3.394), (0.01, 4.779)]);
    }

    #[test]
    fn more_observations_bring_the_bounds_nearer() {
        for case in [Case::II, Case::III, Case::V] {
            for k in 1..=MOST_REGRESSORS {
                for bound in Bound::BOTH {
                    let five =
                        |rows| critical_values(case, k, rows, bound).into_iter().find(|(level, _)| *level == 0.05);
                    assert!(five(30).map(|(_, value)| value) > five(80).map(|(_, value)| value), "{case} {k}");
                }
            }
        }
    }
}
