//! Two nested models on the same rows, from one factorisation.
//!
//! # Hypotheses
//! H₀: the added regressors have zero coefficients, given the restricted model's.
//! # Model
//! y on \[X₀\] against y on \[X₀ X₁\], the same n rows; X₁ has q columns, both together k.
//! # Assumptions
//! F is exact for normal errors independent of all regressors; all forms are asymptotically valid for homoskedastic
//! errors. For others use [`Fit::wald`](super::Fit::wald) with a robust covariance.
//! # Statistic and null distribution
//! With RSS₀ and RSS₁ the residual sums of squares: F = (RSS₀ − RSS₁)/q ÷ RSS₁/(n − k), against F(q, n − k); and against
//! χ²(q): q·F; n(RSS₀ − RSS₁)/RSS₁; LR = n ln(RSS₀/RSS₁); LM = n(RSS₀ − RSS₁)/RSS₀.
//! # Conventions
//! Always LM ≤ LR ≤ n·ΔRSS/RSS₁; F is the headline, the only one that knows the degrees of freedom.
//! # Agrees with / differs from
//! statsmodels' `ssr_ftest` is F, its `ssr_chi2test` is n·ΔRSS/RSS₁; R's `waldtest(test = "Chisq")` is q·F.
//! # Example
//! ```
//! use yalu::regression::NestedComparison;
//! let (ones, x) = ([1.0; 6], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
//! let y = [1.1, 1.9, 3.2, 3.9, 5.1, 5.8];
//! let test = NestedComparison::of_columns(&[&ones], &[&x], &y, |_| "x".into())?;
//! assert!(test.lm <= test.lr && test.lr <= test.wald_chi2_ml);
//! assert_eq!((test.df_num, test.df_den), (1, 4));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! Engle, R. F. (1984), *Handbook of Econometrics* II, chapter 13.

use serde::Serialize;

use super::collinear::refuse_collinear;
use crate::dist::{chi_squared, f};
use crate::hypothesis::NullDistribution;
use crate::linalg::Reduction;
use crate::{Design, Error, ErrorKind, Outcome, PValue};

/// Every convention of one nested comparison.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct NestedComparison {
    /// Observations n.
    pub nobs: usize,
    /// Added regressors q.
    pub df_num: usize,
    /// n − k of the larger model.
    pub df_den: usize,
    /// Residual sum of squares of the smaller model.
    pub rss_restricted: f64,
    /// Residual sum of squares of the larger model.
    pub rss_unrestricted: f64,
    /// F.
    pub f: f64,
    /// p-value of F from F(q, n − k).
    pub f_p: f64,
    /// q·F.
    pub wald_chi2: f64,
    /// p-value of q·F from χ²(q).
    pub wald_chi2_p: f64,
    /// n(RSS₀ − RSS₁)/RSS₁.
    pub wald_chi2_ml: f64,
    /// p-value of n(RSS₀ − RSS₁)/RSS₁ from χ²(q).
    pub wald_chi2_ml_p: f64,
    /// n ln(RSS₀/RSS₁).
    pub lr: f64,
    /// p-value of LR from χ²(q).
    pub lr_p: f64,
    /// n(RSS₀ − RSS₁)/RSS₀.
    pub lm: f64,
    /// p-value of LM from χ²(q).
    pub lm_p: f64,
}

impl NestedComparison {
    /// Compares two designs of one response on the same rows; every term of the first must be one of the second's.
    ///
    /// # Errors
    /// If rows or responses differ, the designs are not nested, regressors are collinear, there are too few
    /// observations, or the larger model fits exactly.
    pub fn of_designs(restricted: &Design, unrestricted: &Design) -> Result<Self, Error> {
        if restricted.stamps() != unrestricted.stamps() || restricted.y() != unrestricted.y() {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("nested models need the same rows: {} against {}", restricted.sample(), unrestricted.sample()),
            )
            .remedy("put both designs on one sample"));
        }
        let (small, large) = (restricted.terms(), unrestricted.terms());
        let matching = |j: usize| large.iter().position(|term| *term == small[j]);
        let mut order = Vec::with_capacity(large.len());
        for (j, term) in small.iter().enumerate() {
            match matching(j) {
                Some(at) if restricted.x().column(j) == unrestricted.x().column(at) => order.push(at),
                _ => {
                    return Err(Error::new(
                        ErrorKind::Argument,
                        format!("the models are not nested: `{term}` is in the smaller one only"),
                    )
                    .remedy("every term of the smaller model must be in the larger one"));
                }
            }
        }
        order.extend((0..large.len()).filter(|at| !small.contains(&large[*at])));
        let columns: Vec<Vec<f64>> = order.iter().map(|&at| unrestricted.x().column(at).to_vec()).collect();
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let (kept, added) = columns.split_at(small.len());
        Self::of_columns(kept, added, &unrestricted.y().to_vec(), |j| large[order[j]].clone())
    }

    /// Compares y on `restricted` with y on `restricted` and `added`; `name` names a column (counted through both)
    /// where one has to be refused.
    ///
    /// # Errors
    /// As [`of_designs`](Self::of_designs). The values must be finite: they are not looked at.
    pub fn of_columns(
        restricted: &[&[f64]],
        added: &[&[f64]],
        y: &[f64],
        name: impl Fn(usize) -> String,
    ) -> Result<Self, Error> {
        let columns: Vec<&[f64]> = restricted.iter().chain(added).copied().chain([y]).collect();
        if columns.iter().any(|column| column.len() != y.len()) {
            return Err(Error::new(ErrorKind::Argument, "the columns of a comparison have different lengths"));
        }
        Self::of_reduction(&Reduction::of_columns(&columns), restricted.len(), y.len(), name)
    }

    /// Compares within a reduction whose columns are the restricted model's `kept`, the added ones, and the response.
    ///
    /// Reduce once, [`select`](Reduction::select) many times: each further comparison is free of n.
    ///
    /// # Errors
    /// As [`of_designs`](Self::of_designs).
    pub fn of_reduction(
        reduction: &Reduction,
        kept: usize,
        nobs: usize,
        name: impl Fn(usize) -> String,
    ) -> Result<Self, Error> {
        let Some(k) = reduction.columns().checked_sub(1).filter(|k| *k > kept) else {
            return Err(Error::new(ErrorKind::Argument, "a nested comparison needs at least one added regressor"));
        };
        if nobs <= k {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("a comparison with {k} regressors needs {} observations, found {nobs}", k + 1),
            )
            .remedy("use fewer regressors or a longer sample"));
        }
        refuse_collinear(reduction, k, name, |j| (reduction.column(j).iter().all(|v| *v == 0.0)).then_some(0.0))?;
        let total = reduction.tail_square(k, 0);
        let rss_unrestricted = reduction.tail_square(k, k);
        if rss_unrestricted <= (1e-14_f64).powi(2) * total {
            return Err(Error::new(ErrorKind::Constant, "the larger model explains the response exactly")
                .remedy("a response that is an identity in the regressors leaves nothing to test"));
        }
        // The difference itself, not the difference of two sums: rows kept … k of Qᵀy.
        let explained: f64 = reduction.column(k)[kept..k].iter().map(|v| v * v).sum();
        Ok(Self {
            rss_restricted: reduction.residual_square(k, kept),
            rss_unrestricted: reduction.residual_square(k, k),
            ..Self::of_squares(nobs, k, k - kept, explained, rss_unrestricted)
        })
    }

    /// Every convention from n, the k coefficients of the larger model, the q of them that are tested, and two sums of
    /// squares in one unit: what the q regressors explain, and what both models together leave.
    pub(crate) fn of_squares(nobs: usize, k: usize, added: usize, explained: f64, rss_unrestricted: f64) -> Self {
        let (n, q, df) = (nobs as f64, added as f64, (nobs - k) as f64);
        let rss_restricted = rss_unrestricted + explained;
        let ratio = explained / rss_unrestricted;
        let f_value = ratio * df / q;
        let chi2 = |statistic: f64| (statistic, chi_squared::sf(statistic, q));
        let (wald_chi2, wald_chi2_p) = chi2(q * f_value);
        let (wald_chi2_ml, wald_chi2_ml_p) = chi2(n * ratio);
        let (lr, lr_p) = chi2(n * ratio.ln_1p());
        let (lm, lm_p) = chi2(n * explained / rss_restricted);
        Self {
            nobs,
            df_num: added,
            df_den: nobs - k,
            rss_restricted,
            rss_unrestricted,
            f: f_value,
            f_p: f::sf(f_value, q, df),
            wald_chi2,
            wald_chi2_p,
            wald_chi2_ml,
            wald_chi2_ml_p,
            lr,
            lr_p,
            lm,
            lm_p,
        }
    }

    /// The conventions, each with the name a report gives it: `F`, `chi2-wald` (q·F), `chi2-ml` (n(RSS₀ − RSS₁)/RSS₁)
    /// and `lr`, with its law and p-value.
    pub fn outcomes(&self) -> [(&'static str, Outcome); 4] {
        let (q, df) = (self.df_num as f64, self.df_den as f64);
        let chi2 = NullDistribution::ChiSquared(q);
        let outcome = |convention, symbol, statistic, distribution, p| {
            (convention, Outcome::Computed { symbol, statistic, distribution, p: PValue::Exact(p) })
        };
        [
            outcome("F", "F", self.f, NullDistribution::F(q, df), self.f_p),
            outcome("chi2-wald", "χ²", self.wald_chi2, chi2, self.wald_chi2_p),
            outcome("chi2-ml", "χ²", self.wald_chi2_ml, chi2, self.wald_chi2_ml_p),
            outcome("lr", "LR", self.lr, chi2, self.lr_p),
        ]
    }
}
