//! Causality between groups of series, and within one period.
//!
//! # Hypotheses
//! *Block.* H₀: the p lags of every cause have zero coefficients in the equations of every effect. Both directions are tested.
//! *Instantaneous.* H₀: the errors of the causes and of the effects are uncorrelated: knowing the causes of this period would
//! not help to predict the effects of this period beyond what the past does. It has no direction.
//! # Model
//! A vector autoregression of all series with p lags (p + d in levels, for integrated series): causes, effects and given
//! series each have an equation, and all equations have the same regressors. Deterministic terms and exogenous series are in
//! every equation.
//! # Assumptions
//! As for [`granger`](super::granger) and, with d, for [`toda_yamamoto`](super::toda_yamamoto); one covariance of the errors.
//! # Statistic and null distribution
//! With E the residual cross-products of the m effects' equations, E + H those without the q = p × (number of causes) tested
//! regressors, K the number of series and k the coefficients of an equation:
//!
//! | convention | statistic | compared with |
//! |---|---|---|
//! | `F` | Rao's F of Wilks' Λ = \|E\|/\|E + H\|; with one effect (RSS₀ − RSS₁)/q ÷ RSS₁/(T − k) | F(mq, ·), with one effect F(q, T − k) |
//! | `F-system` | W/(mq) | F(mq, K(T − k)) |
//! | `chi2-wald` | W = (T − k) tr E⁻¹H | χ²(mq) |
//! | `chi2-ml` | T tr E⁻¹H | χ²(mq) |
//! | `lr` | T ln(\|E + H\|/\|E\|) | χ²(mq) |
//!
//! Instantaneous, with r₁, r₂, … the canonical correlations between the causes' and the effects' errors: `F` is Rao's F of
//! the causes of the same period added to the effects' equations (with one of each F(1, T − k − 1), the square of t);
//! `chi2-wald` is T Σ r²/(1 + r²) and `lr` −T Σ ln(1 − r²), both against χ²(causes × effects).
//! # Conventions
//! The headline is `F`, the only one whose law knows all degrees of freedom: with one cause and one effect it is Granger's F of
//! a single equation. LR is that of the whole system under the restriction: equations without a restriction add nothing to it.
//! A test with fewer than 5 residual degrees of freedom is "not identified"; below 20 rows a note has the simulated size,
//! which [`BlockTest::simulated_sizes`] has as a number.
//! # Agrees with / differs from
//! - R, `vars::causality`: `F-system` and instantaneous `chi2-wald`. Its effects are all series that are not causes.
//! - statsmodels, `test_causality(kind="f")` is `F-system`, `kind="wald"` is `chi2-wald`, `test_inst_causality` is instantaneous
//!   `chi2-wald`; there too the latter is of the causes against all other series.
//! - gretl, `var`: the F of each equation, `F` with one effect. Stata, `vargranger`: `chi2-ml` with one effect.
//! # Example
//! ```
//! use yalu::causality::BlockGranger;
//! use yalu::{HypothesisTest, Period, Series};
//! let noise = |t: i32, k: i32| f64::from((t * t * k + t * 11) % 101) / 50.0 - 1.0;
//! let series = |name: &str, f: &dyn Fn(i32) -> f64| Series::new(name, Period::annual(1950), (0..60).map(f).collect());
//! let x = series("x", &|t| noise(t, 37))?;
//! let y = series("y", &|t| noise(t, 53) + noise(t - 1, 37))?;
//! let z = series("z", &|t| noise(t, 71) - noise(t, 53))?;
//!
//! let result = BlockGranger::causes(&[&x]).effects(&[&y, &z]).lags(1).run()?;
//! assert!(result.forward().p_value("F").is_some_and(|p| p < 1e-6));
//! assert_eq!(
//!     result.forward().report().null,
//!     "x do not Granger-cause y and z: its 1 lag has a zero coefficient in their equations"
//! );
//! assert!(result.in_words(0.05)?.contains("x → y and z is supported"));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Geweke, J. (1982), *Journal of the American Statistical Association* 77, 304–313.
//! - Lütkepohl, H. (2005), *New Introduction to Multiple Time Series Analysis*, Springer, sections 2.3.1 and 3.6.
//! - Rao, C. R. (1973), *Linear Statistical Inference and Its Applications*, Wiley, section 8c.5.

mod result;
mod small;
pub(crate) mod system;
mod test;
mod words;

pub use result::BlockResult;
pub use test::BlockTest;

use super::aligned::{Aligned, align_all};
use super::setters::model_setters;
use super::spec::Spec;
use crate::{Error, ErrorKind, Series};

/// Causality between two groups of series in both directions, and within a period; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct BlockGranger<'a> {
    causes: Vec<&'a Series>,
    effects: Vec<&'a Series>,
    spec: Spec<'a>,
}

/// A test that lacks its effects.
#[derive(Debug, Clone)]
#[must_use = "say `.effects(&[…])`"]
pub struct BlockCauses<'a> {
    causes: Vec<&'a Series>,
}

impl<'a> BlockCauses<'a> {
    /// The series to be predicted.
    pub fn effects(self, effects: &[&'a Series]) -> BlockGranger<'a> {
        BlockGranger { causes: self.causes, effects: effects.to_vec(), spec: Spec::new() }
    }
}

/// The series of a system on the periods they share.
struct Groups {
    aligned: Aligned,
    causes: usize,
    effects: usize,
}

impl Groups {
    fn causes(&self) -> &[Series] {
        &self.aligned.series[..self.causes]
    }

    fn effects(&self) -> &[Series] {
        &self.aligned.series[self.causes..self.causes + self.effects]
    }

    fn given(&self) -> &[Series] {
        &self.aligned.series[self.causes + self.effects..]
    }
}

impl<'a> BlockGranger<'a> {
    /// The series whose lags may help to predict.
    pub fn causes(causes: &[&'a Series]) -> BlockCauses<'a> {
        BlockCauses { causes: causes.to_vec() }
    }

    /// d: lags beyond p that are estimated but not tested, for series in levels that are integrated of order d; 0 unless set.
    #[doc(alias = "dmax")]
    pub fn integration(mut self, order: usize) -> Self {
        self.spec.extra = order;
        self.spec.extra_by = "user";
        self
    }

    model_setters!();

    /// Tests both directions and within the period, with every number of lags.
    ///
    /// # Errors
    /// If a group is empty, a series stands twice or does not vary, frequencies differ, no period is common to all, a date
    /// is outside the sample, regressors are collinear (named), or there are too few observations for the fewest lags.
    pub fn run(&self) -> Result<BlockResult, Error> {
        for (group, role) in [(&self.causes, "causes"), (&self.effects, "effects")] {
            if group.is_empty() {
                return Err(Error::new(ErrorKind::Argument, format!("the group of {role} is empty"))
                    .remedy("name at least one series in each group"));
            }
        }
        let all: Vec<&Series> = [&self.causes, &self.effects, &self.spec.given, &self.spec.exogenous]
            .into_iter()
            .flatten()
            .copied()
            .collect();
        let (mut series, notes) = align_all(&all, self.spec.accept_constructed)?;
        let exogenous = series.split_off(all.len() - self.spec.exogenous.len());
        let aligned = Aligned { series, exogenous, notes };
        BlockResult::of(&self.spec, &Groups { aligned, causes: self.causes.len(), effects: self.effects.len() })
    }
}
