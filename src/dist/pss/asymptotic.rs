//! Asymptotic bounds: Pesaran, Shin and Smith (2001), *Journal of Applied Econometrics* 16, 289–326, tables CI and CII.
//!
//! Simulated there with 40,000 draws of 1,000 observations, which leaves the 5 % points of F a standard error of about 0.01
//! and the 1 % points one of about 0.03. The numbers come from programs that carry them; each holds its level within four
//! standard errors in 10,000 draws of our own.
//!
//! t has been tabulated for cases I, III and V only: the regression is the same in II as in III and in IV as in V, but the
//! t statistic says nothing of the restricted term.

use super::asymptotic_table::{F, T};
use super::{Bound, Case, LEVELS, Statistic};
use crate::dist::Tail;
use crate::dist::tabulated::{self, Scale};

/// The most regressors for which there are critical values.
pub const MOST_REGRESSORS: usize = 10;

/// Critical values at [`LEVELS`] for k regressors; `None` where there are none: k above 10, or t in cases II and IV.
pub fn critical_values(statistic: Statistic, case: Case, k: usize, bound: Bound) -> Option<[f64; 4]> {
    let table = match statistic {
        Statistic::F => &F[case as usize],
        Statistic::T => match case {
            Case::I => &T[0],
            Case::III => &T[1],
            Case::V => &T[2],
            Case::II | Case::IV => return None,
        },
    };
    let row = table.get(k)?;
    Some(std::array::from_fn(|level| row[2 * level + bound as usize]))
}

/// The p-value of a statistic: interpolated inside the table, a bound where it ends; `None` where there is no table.
///
/// ```
/// use yalu::dist::{Tail, pss::{Bound, Case, Statistic, asymptotic}};
/// let p = |x| asymptotic::p_value(Statistic::F, x, Case::III, 3, Bound::I1);
/// assert_eq!(p(6.2), Some(Tail::Below(0.01)));
/// assert_eq!(p(3.0), Some(Tail::Above(0.1)));
/// ```
pub fn p_value(statistic: Statistic, value: f64, case: Case, k: usize, bound: Bound) -> Option<Tail> {
    tabulated::tail(&LEVELS, &critical_values(statistic, case, k, bound)?, value, Scale::Log)
}
