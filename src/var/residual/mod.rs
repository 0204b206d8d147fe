//! Are the errors uncorrelated over time, normal, of one variance?
//!
//! # Hypotheses
//! H₀ of [`serial_correlation`](VarResult::serial_correlation): the errors are uncorrelated up to h periods apart. H₀ of
//! [`normality`](VarResult::normality): they are jointly normal. H₀ of [`arch`](VarResult::arch): their squares and products do
//! not depend on those of the last q periods.
//! # Model
//! The residuals of the [vector autoregression](super).
//! # Assumptions
//! The system is stable; for the first and the third the errors have the moments that their squares need.
//! # Statistic and null distribution
//! - `portmanteau`: Q = T Σⱼ tr(C'ⱼC₀⁻¹CⱼC₀⁻¹), and Q* with T²/(T − j) for T (Hosking 1980); χ²(K²(h − p)), good if h is much
//!   larger than p.
//! - `breusch-godfrey`: LM = T (K − tr(Σ̂ᵣ⁻¹Σ̂ᵤ)) of the residuals on the regressors and h lags of themselves; χ²(hK²). Its F
//!   (Edgerton and Shukur 1999, Rao's approximation) is the headline: it holds its size in short samples.
//! - `var-normality`: skewness and kurtosis of the residuals made uncorrelated. By Σ's Cholesky root (Lütkepohl 2005, 4.5),
//!   which depends on the order of the series; by its symmetric root and with transformed moments (Doornik and Hansen 2008),
//!   which does not and is the headline. χ²(2K).
//! - `var-arch`: ½ T K(K + 1) R² of vech(u u') on a constant and q lags of it; χ²(q K²(K + 1)²/4).
//! # Conventions
//! Before the first row residuals count as zero (Breusch–Godfrey), or the rows are left out (ARCH). Portmanteau, normality and ARCH
//! take the means off residuals, which they have in a model without a constant only. Of a model with
//! [restrictions](super::restricted) the portmanteau statistics count the free coefficients of lags, and Breusch and Godfrey's statistic
//! is by generalised least squares, without its F.
//! # Agrees with / differs from
//! - R vars `serial.test`, `normality.test`, `arch.test`; statsmodels `test_whiteness`, `test_normality`; gretl `modtest`.
//! - Edgerton and Shukur's F: vars takes the denominator's degrees of freedom whole in F and rounded down in its p-value; gretl
//!   rounds them down in both (`edgerton-shukur-floored`); ours are whole in both.
//! # Example
//! ```
//! use yalu::var::Var;
//! use yalu::resampling::Streams;
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(4).replication(0);
//! let mut noise = |name| Series::new(name, Period::annual(1900), (0..120).map(|_| stream.standard_normal()).collect());
//! let (x, y) = (noise("x")?, noise("y")?);
//! let model = Var::of(&[&x, &y]).lags(1).run()?;
//! assert_eq!(model.serial_correlation(2)?.report().rejects(0.01), Some(false));
//! assert_eq!(model.normality().report().rejects(0.01), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Doornik, J. A. and H. Hansen (2008), *Oxford Bulletin of Economics and Statistics* 70, 927–939.
//! - Edgerton, D. and G. Shukur (1999), *Econometric Reviews* 18, 343–386.
//! - Hosking, J. R. M. (1980), *Journal of the American Statistical Association* 75, 602–608.
//! - Lütkepohl, H. (2005), *New Introduction to Multiple Time Series Analysis*, Springer, sections 4.4, 4.5 and 16.5.

mod arch;
mod normality;
mod serial;

use ndarray::Array2;

use super::VarResult;
use crate::dist::chi_squared;
use crate::hypothesis::{NullDistribution, Setting, reports_itself, test_table};
use crate::linalg::lower_root;
use crate::table::Table;
use crate::{Outcome, PValue, TestReport};

/// A test of the residuals, in every convention.
#[derive(Debug, Clone)]
pub struct ResidualTest {
    reports: Vec<TestReport>,
}

impl ResidualTest {
    /// Every convention; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// Every convention, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

reports_itself!(ResidualTest);

/// A χ² as outcome; no number if the statistic is not finite or has no degrees of freedom.
fn chi_squared_outcome(statistic: f64, df: usize) -> Outcome {
    if df == 0 || !statistic.is_finite() {
        return Outcome::NotApplicable { because: "not identified: the statistic has no degrees of freedom".into() };
    }
    Outcome::Computed {
        symbol: "χ²",
        statistic,
        distribution: NullDistribution::ChiSquared(df as f64),
        p: PValue::Exact(chi_squared::sf(statistic, df as f64)),
    }
}

impl VarResult {
    /// A report without its number.
    pub(super) fn residual_report(
        &self,
        test: &'static str,
        null: String,
        alternative: &str,
        own: Vec<Setting>,
    ) -> TestReport {
        TestReport {
            test,
            convention: "",
            null,
            alternative: alternative.into(),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: self.sample(),
            settings: own.into_iter().chain(self.settings().iter().cloned()).collect(),
            notes: Vec::new(),
        }
    }

    fn listed(&self) -> String {
        self.names().join(", ")
    }
}

/// L⁻¹ A for A = LL'; `None` if `covariance` is singular.
fn whitened(covariance: &Array2<f64>, a: &Array2<f64>) -> Option<Array2<f64>> {
    let l = lower_root(covariance)?;
    let mut solved = a.clone();
    for mut column in solved.columns_mut() {
        for i in 0..l.nrows() {
            let known: f64 = (0..i).map(|j| l[[i, j]] * column[j]).sum();
            column[i] = (column[i] - known) / l[[i, i]];
        }
    }
    Some(solved)
}

/// tr(A⁻¹ B) for symmetric A and B.
fn trace_of_ratio(a: &Array2<f64>, b: &Array2<f64>) -> Option<f64> {
    let half = whitened(a, b)?;
    Some(whitened(a, &half.t().to_owned())?.diag().sum())
}

/// ln |A|.
fn ln_determinant(a: &Array2<f64>) -> Option<f64> {
    Some(2.0 * lower_root(a)?.diag().iter().map(|root| root.ln()).sum::<f64>())
}
