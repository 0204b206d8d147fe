//! Causality within a vector error-correction model: short run, long run, both.
//!
//! # Hypotheses
//! Of a cause c and an effect e, in e's equation, the relations taken as known:
//! - `vecm-short-run`: the lagged changes of c have zero coefficients, Γᵢ\[e, c\] = 0 for all i;
//! - `vecm-long-run`: e adjusts to no relation, α\[e, ·\] = 0: e is weakly exogenous for the relations;
//! - `vecm-joint`: both, so that e is strongly exogenous with respect to c;
//! - `vecm-granger`: no lag of c in levels has a coefficient, Γᵢ\[e, c\] = 0 and (αβ')\[e, c\] = 0: c does not Granger-cause e.
//!
//! `vecm-instantaneous`: the error of c is uncorrelated with those of the other series.
//! # Model
//! The [error-correction model](super), with one relation or more.
//! # Assumptions
//! The rank is right, the relations are given or superconsistent, errors are independent over time. The long-run test of
//! `vecm-granger` has its law only if c takes part in a relation or e adjusts to one (Toda and Phillips 1993).
//! # Statistic and null distribution
//! Wald's W of the restrictions in the least-squares equation: F = W/q against F(q, T − k) is the headline, `chi2-wald` = q·F,
//! `chi2-ml` = T·ΔRSS/RSS and `lr` = T ln(RSS₀/RSS₁) against χ²(q). The long run also has Johansen's likelihood ratio, which
//! estimates β anew under the null (`lr-johansen`), if the relations are estimated. Instantaneous: T times the quadratic form
//! of the covariances, χ²(K − 1) (Lütkepohl 2005, 3.6.3).
//! # Conventions
//! k counts the r loadings and not β. With two series and one relation `vecm-joint` and `vecm-granger` are one test. With more
//! than two series each test is conditional on the others, one period ahead.
//! # Agrees with / differs from
//! - R `lm` and statsmodels `OLS` of an equation on the relation and the rest, and Wald's F on it: all digits. Johansen's LR:
//!   urca `alrtest`.
//! - statsmodels' `VECMResults.test_granger_causality` is no test in the model: it fits the levels with an extra lag, which is
//!   [Toda and Yamamoto's](crate::causality::TodaYamamoto) (one lag to add) with Σ by T, F = W/q and K times the degrees of
//!   freedom. Its `test_inst_causality` takes the errors of the unrestricted levels, which ours are if r = K.
//! - EViews' "VEC Granger causality" is `vecm-short-run` as `chi2-wald`.
//! # Example
//! ```
//! use yalu::resampling::Streams;
//! use yalu::vecm::ErrorCorrection;
//! use yalu::{Period, Series};
//! let mut stream = Streams::new(11).replication(0);
//! let (mut price, mut wage) = (vec![0.0], vec![0.0]);
//! for t in 0..150 {
//!     let gap: f64 = wage[t] - price[t];
//!     price.push(price[t] + stream.standard_normal());
//!     wage.push(wage[t] - 0.3 * gap + stream.standard_normal());
//! }
//! let start = Period::annual(1850);
//! let (price, wage) = (Series::new("price", start, price)?, Series::new("wage", start, wage)?);
//! let model = ErrorCorrection::of(&[&wage, &price]).lags(2).rank(1).run()?;
//! let both = model.causality("price", "wage")?;
//! assert_eq!(both.forward().long_run()[0].rejects(0.05), Some(true));
//! assert_eq!(both.backward().long_run()[0].rejects(0.01), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Granger, C. W. J. (1988), *Journal of Econometrics* 39, 199–211.
//! - Lütkepohl, H. (2005), *New Introduction to Multiple Time Series Analysis*, Springer, sections 3.6 and 7.6.
//! - Toda, H. Y. and P. C. B. Phillips (1993), *Econometrica* 61, 1367–1393.

mod direction;
mod instantaneous;
mod result;
mod wald;
mod words;

pub use direction::VecmDirection;
pub use result::VecmCausality;
pub(super) use result::overview;
