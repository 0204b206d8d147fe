//! Granger's test: do the past values of one series help to predict another, beyond that one's own past?
//!
//! # Hypotheses
//! H₀: the p lags of the cause have zero coefficients in the equation of the effect. Alternative: they do not all.
//! Both directions are tested at once, on the same rows.
//! # Model
//! yₜ = d'ₜδ + Σᵢ aᵢ yₜ₋ᵢ + Σᵢ bᵢ xₜ₋ᵢ + Σᵢ c'ᵢ zₜ₋ᵢ + uₜ, i = 1 … p. The deterministic terms dₜ (a constant unless set
//! otherwise; trend, seasons, dummies for dates) and the given series z are in the restricted model too. Series are cut
//! to the periods they share; p of those serve as lags only, which leaves T rows.
//! # Assumptions
//! Stationary series (for others see [`toda_yamamoto`](super::toda_yamamoto)) and errors without autocorrelation; without
//! heteroskedasticity too, unless a robust covariance is asked for. "Causes" means "helps to predict": a third series
//! left out can make a direction appear or vanish.
//! # Statistic and null distribution
//! With RSS₀ and RSS₁ the residual sums of squares without and with the lags of x, and k coefficients in the larger model:
//!
//! | convention | statistic | compared with |
//! |---|---|---|
//! | `F` | (RSS₀ − RSS₁)/p ÷ RSS₁/(T − k) | F(p, T − k) |
//! | `chi2-wald` | p·F | χ²(p) |
//! | `chi2-ml` | T·(RSS₀ − RSS₁)/RSS₁ | χ²(p) |
//! | `lr` | T·ln(RSS₀/RSS₁) | χ²(p) |
//! | `F-hc3`, `chi2-hc3`, … | Wald's W/p and W under the covariance asked for | F(p, T − k), χ²(p) |
//!
//! All laws are limits (y's own lags are random), F the one that errs least in small samples. With fewer than 20 rows
//! every report carries the simulated size of that very test.
//! # Conventions
//! F is the headline; if a covariance is asked for, its F. A test with fewer than 5 residual degrees of freedom
//! ([`min_df`](Granger::min_df)) is "not identified". In a range of lags each number of lags has its own sample, as in
//! other programs; a criterion compares its candidates on one sample and the winner is then tested on all rows it leaves.
//!
//! Roles may have lags of their own ([`lags_of_cause`](Granger::lags_of_cause), [`lags_of_effect`](Granger::lags_of_effect), or
//! Hsiao's choice, [`hsiao`](Granger::hsiao)): each direction then has the rows that its longest lag leaves. Exogenous series
//! ([`exogenous`](Granger::exogenous)) stand in both models as they are, without lags. Bootstrap p-values stand beside the others
//! ([`bootstrap`](super::bootstrap)).
//! # Agrees with / differs from
//! - R, `lmtest::grangertest`: `F`; its `test = "Chisq"` is `chi2-wald`; `vcov = sandwich::vcovHC` is `F-hc3`.
//! - statsmodels, `grangercausalitytests`: `ssr_ftest` and `params_ftest` are `F`, `ssr_chi2test` is `chi2-ml`, `lrtest`
//!   is `lr`.
//! - gretl, `var`: prints the single-equation `F`.
//! - Stata, `vargranger` after `var`: `chi2-ml`; with `small`, `F`; after `var, dfk`: `chi2-wald`.
//! - R, `vars::causality`, and statsmodels' `test_causality`: an F whose denominator counts K·T less all coefficients of
//!   the system; with two series the statistic is `F`, and p comes from F(p, 2(T − k)).
//! # Example
//! ```
//! use yalu::causality::Granger;
//! use yalu::{Period, Series};
//! let exports = [271., 396., 582., 497., 468., 582., 754., 501., 1188., 2464., 2485., 2912., 2842., 2565.];
//! let imports = [467., 628., 795., 1085., 1232., 1393., 2033., 1210., 2278., 3165., 3446., 3633., 3523., 2946.];
//! let log = |values: [f64; 14]| values.map(f64::ln).to_vec();
//! let exports = Series::new("exports", Period::annual(2002), log(exports))?;
//! let imports = Series::new("imports", Period::annual(2002), log(imports))?;
//!
//! let result = Granger::cause(&exports).effect(&imports).lags(1..=2).run()?;
//! let test = result.forward();
//! assert_eq!(test.reports()[0].null, "exports do not Granger-cause imports: their 1 lag has a zero coefficient");
//! assert!((test.statistic("F").unwrap() - 0.0563).abs() < 5e-5);
//! assert!((test.p_value("F").unwrap() - 0.817).abs() < 5e-4);
//! let words = result.in_words(0.05)?;
//! assert!(words.starts_with("At 5 %, by F with 1 lag, 2003 to 2015 (n = 13): neither direction is supported"));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Granger, C. W. J. (1969), *Econometrica* 37, 424–438.
//! - Geweke, J., R. Meese and W. Dent (1983), *Journal of Econometrics* 21, 161–194.

use super::lag_reduction::{LagReduction, Layout};
use super::setters::{model_setters, pair_setters};
use super::spec::Spec;
use crate::regression::NestedComparison;
use crate::{Error, ErrorKind, Series};

/// Granger's test of two series in both directions; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Granger<'a> {
    cause: &'a Series,
    effect: &'a Series,
    spec: Spec<'a>,
}

/// A test that lacks its effect.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.effect(&series)`"]
pub struct GrangerCause<'a> {
    cause: &'a Series,
}

impl<'a> GrangerCause<'a> {
    /// The series to be predicted.
    pub fn effect(self, effect: &'a Series) -> Granger<'a> {
        Granger { cause: self.cause, effect, spec: Spec::new() }
    }
}

impl<'a> Granger<'a> {
    /// The series whose lags may help to predict.
    pub fn cause(cause: &'a Series) -> GrangerCause<'a> {
        GrangerCause { cause }
    }

    /// What a table of conventions needs of the question.
    pub(super) fn parts(&self) -> (&'a Series, &'a Series, &Spec<'a>) {
        (self.cause, self.effect, &self.spec)
    }

    model_setters!();
    pair_setters!();
}

/// The bare statistics with a constant and p lags, for simulation and loops: whether the first slice helps to predict
/// the second, and the second the first. Nothing is named, noted or simulated.
///
/// ```
/// let (x, y) = ([1.0, 3.0, 2.0, 5.0, 4.0, 6.0, 8.0, 7.0], [2.0, 1.0, 4.0, 3.0, 6.0, 5.0, 7.0, 9.0]);
/// let [forward, backward] = yalu::causality::granger::statistics(&x, &y, 1)?;
/// assert_eq!((forward.df_num, forward.df_den), (1, 4));
/// assert!(forward.f != backward.f);
/// # Ok::<(), yalu::Error>(())
/// ```
///
/// # Errors
/// If the lengths differ, there is no lag, there are fewer than 3p + 2 values, a value is not finite, regressors are
/// collinear, or a series is reproduced exactly.
pub fn statistics(first: &[f64], second: &[f64], lags: usize) -> Result<[NestedComparison; 2], Error> {
    let needed = lags.saturating_mul(3).saturating_add(2);
    if lags == 0 || first.len() != second.len() || first.len() < needed {
        return Err(Error::new(
            ErrorKind::Sample,
            format!(
                "{lags} lags need two slices of {needed} values or more, found {} and {}",
                first.len(),
                second.len()
            ),
        )
        .remedy("give slices of one length, and at least one lag"));
    }
    if first.iter().chain(second).any(|value| !value.is_finite()) {
        return Err(Error::new(ErrorKind::NonFinite, "a value is NaN or infinite").remedy("leave it out"));
    }
    let layout = Layout { deterministic: 1, given: 0, lags, extra: 0 };
    let ones = vec![1.0; first.len() - lags];
    let reduction = LagReduction::new(layout, &[&ones], &[first, second]);
    if reduction.reduction().dependence(layout.regressors()).is_some() {
        return Err(Error::new(ErrorKind::Collinear, format!("the {lags} lags of the two slices are collinear"))
            .remedy("use fewer lags, or series that are not combinations of each other"));
    }
    let ways = reduction.both_ways();
    if ways.iter().any(|way| way.fits_exactly()) {
        return Err(Error::new(ErrorKind::Constant, "the lags reproduce a series exactly")
            .remedy("an identity leaves nothing to test"));
    }
    Ok(ways.map(|way| way.nested()))
}
