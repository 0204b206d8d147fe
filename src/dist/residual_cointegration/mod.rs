//! The laws of residual-based tests for cointegration: response surfaces and printed tables, no formula.
//!
//! The statistics are Engle and Granger's τ and Phillips and Ouliaris' Zα, Zt, Pu and Pz; the law of each depends on the
//! deterministic terms of the long-run regression and on the number of series in it.
//!
//! | function | gives |
//! |---|---|
//! | [`p_value`] | asymptotic p-values from simulated surfaces, two to six series |
//! | [`critical_value`] | critical values at any n from the same simulation |
//! | [`published`] | the tables that Phillips and Ouliaris printed |
//!
//! The surfaces are those of arch 8.0.0 (Sheppard, K.; NCSA licence), which simulated τ, Zα and Zt 25 million times and
//! Pu and Pz 11 to 13 million times, for every combination of terms and series. Like MacKinnon's they give
//! p = Φ(polynomial), a parabola in the tail that rejects and a cubic elsewhere. For Pu and Pz the two do not meet:
//! there p jumps from about 0.9 to above 0.99, where no test decides.
//!
//! τ and Zt have one asymptotic law, which [`dickey_fuller`](super::dickey_fuller) has too; at finite n they differ.
//!
//! ```
//! use yalu::dist::dickey_fuller::Terms;
//! use yalu::dist::residual_cointegration::{Law, critical_value, p_value};
//! let p = p_value(Law::Zt, -3.929_955_779_847_763, Terms::Constant, 4);
//! assert!(p.is_some_and(|p| (p.value() - 0.076_948_830_7).abs() < 1e-9));
//! let limit = critical_value(Law::Zt, Terms::Constant, 4, 0.05, None);
//! assert_eq!(limit, Some(-4.09629));
//! ```

mod p_u;
mod p_z;
pub mod published;
mod tau;
mod z_alpha;
mod z_t;

use super::Tail;
use super::dickey_fuller::Terms;
use super::response::{Surface, at_rows};
use super::tabulated::column;

/// Levels with critical values.
pub const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// The largest number of series with surfaces.
pub const MOST_SERIES: usize = 6;

/// Rows of a table: two to six series.
const SERIES: usize = MOST_SERIES - 1;

/// A statistic of a residual-based test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Law {
    /// Engle and Granger's τ; small values reject.
    #[doc(alias = "engle-granger")]
    Tau,
    /// Phillips and Ouliaris' Zα; small values reject.
    ZAlpha,
    /// Phillips and Ouliaris' Zt; small values reject.
    Zt,
    /// Phillips and Ouliaris' variance ratio; large values reject.
    Pu,
    /// Phillips and Ouliaris' multivariate trace statistic; large values reject.
    Pz,
}

/// One law: a surface for p-values, three for critical values.
struct Simulated {
    tail: Surface,
    /// At 1, 5 and 10 %: the coefficients of 1, 1/n, 1/n² and 1/n³.
    critical: [[f64; 4]; 3],
}

/// The largest p-value told apart; beyond it the surfaces are fits to nothing that a test needs.
const NEARLY_ONE: f64 = 0.99;

/// The asymptotic p-value for this many series; `None` unless they are two to six, or for NaN.
pub fn p_value(law: Law, statistic: f64, terms: Terms, series: usize) -> Option<Tail> {
    Some(match simulated(law, terms, series)?.tail.lower_tail(law.as_lower_tail(statistic))? {
        Tail::Above(p) => Tail::Above(p.min(NEARLY_ONE)),
        known => known,
    })
}

/// The critical value at a level of 1, 5 or 10 % with `rows` rows (`None`: asymptotically); `None` for another level or
/// unless there are two to six series.
pub fn critical_value(law: Law, terms: Terms, series: usize, level: f64, rows: Option<usize>) -> Option<f64> {
    Some(at_rows(simulated(law, terms, series)?.critical[column(&LEVELS, level)?], rows))
}

impl Law {
    /// Pu and Pz reject when they are large, and their surfaces are of the negative.
    fn as_lower_tail(self, statistic: f64) -> f64 {
        if matches!(self, Self::Pu | Self::Pz) { -statistic } else { statistic }
    }
}

fn simulated(law: Law, terms: Terms, series: usize) -> Option<&'static Simulated> {
    macro_rules! of {
        ($table:ident) => {
            match terms {
                Terms::None => &$table::NONE,
                Terms::Constant => &$table::CONSTANT,
                Terms::Trend => &$table::TREND,
                Terms::Quadratic => &$table::QUADRATIC,
            }
        };
    }
    let laws: &'static [Simulated; SERIES] = match law {
        Law::Tau => of!(tau),
        Law::ZAlpha => of!(z_alpha),
        Law::Zt => of!(z_t),
        Law::Pu => of!(p_u),
        Law::Pz => of!(p_z),
    };
    laws.get(series.checked_sub(2)?)
}
