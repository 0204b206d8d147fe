//! Wald's test of linear restrictions.
//!
//! # Hypotheses
//! H₀: Rβ = r, q equations; alternative: at least one of them fails.
//! # Model
//! A least-squares [`Fit`] with any [`Covariance`] V̂.
//! # Assumptions
//! Those of the covariance.
//! # Statistic and null distribution
//! W = (Rb − r)ᵀ(R V̂ Rᵀ)⁻¹(Rb − r): W/q is compared with F(q, n − k), W itself with χ²(q).
//! # Conventions
//! The χ² form is q times the F form: both use the fit's V̂, with s² = RSS/(n − k) in the classical case. With RSS/n
//! instead see [`NestedComparison`](super::NestedComparison).
//! # Agrees with / differs from
//! R's `lmtest::waldtest` and `car::linearHypothesis`, statsmodels' `wald_test`, gretl's `restrict`, to 9 digits.
//! # Example
//! ```
//! use yalu::ndarray::{Array1, array};
//! use yalu::regression::{Ols, Restriction};
//! use yalu::{Design, Stamp};
//! let x = array![[1.0, 1.0], [1.0, 2.0], [1.0, 3.0], [1.0, 4.0], [1.0, 5.0]];
//! let y: Array1<f64> = array![1.1, 1.9, 3.2, 3.9, 5.1];
//! let stamps = (1..=5).map(Stamp::Row).collect();
//! let design = Design::from_arrays("y", vec!["const".into(), "x".into()], y, x, stamps)?;
//! let fit = Ols::fit(&design)?;
//! let test = fit.wald(&Restriction::parse("x = 0")?)?;
//! let t = fit.tidy()[1].statistic;
//! assert!((test.f - t * t).abs() < 1e-9 * test.f);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! Wald, A. (1943), *Transactions of the American Mathematical Society* 54, 426–482.

use serde::Serialize;

use super::covariance::Covariance;
use super::fit::Fit;
use super::restriction::Restriction;
use crate::dist::{chi_squared, f};
use crate::hypothesis::{NullDistribution, Setting};
use crate::linalg::{Cholesky, PivotedQr, Reduction, scale_by};
use crate::{Error, ErrorKind, HypothesisTest, Note, Outcome, PValue, Sample, TestReport};

/// A Wald test in its two forms.
#[derive(Debug, Clone, Serialize)]
pub struct WaldTest {
    /// W/q.
    pub f: f64,
    /// Its p-value from F(q, n − k).
    pub f_p: f64,
    /// W.
    pub chi2: f64,
    /// Its p-value from χ²(q).
    pub chi2_p: f64,
    /// The number of restrictions q.
    pub df_num: usize,
    /// n − k.
    pub df_den: usize,
    /// The restrictions as they were tested.
    pub restriction: String,
    /// Whether the covariance is the classical one, under which LR and LM are functions of W.
    #[serde(skip)]
    classical: bool,
    #[serde(skip)]
    sample: Sample,
    #[serde(skip)]
    settings: Vec<Setting>,
    #[serde(skip)]
    notes: Vec<Note>,
}

impl WaldTest {
    /// The F form and the χ² form, as reports.
    pub fn reports(&self) -> [TestReport; 2] {
        let (q, df) = (self.df_num as f64, self.df_den as f64);
        [
            self.one("wald", "F", "F", self.f, NullDistribution::F(q, df), self.f_p),
            self.one("wald", "chi2", "χ²", self.chi2, NullDistribution::ChiSquared(q), self.chi2_p),
        ]
    }

    /// The likelihood-ratio and the Lagrange-multiplier (score) test of the same restrictions, as reports:
    /// LR = n ln(RSS₀/RSS₁), LM = n(RSS₀ − RSS₁)/RSS₀, each against χ²(q) (Breusch and Pagan, 1980, *Review of Economic
    /// Studies* 47, 239–253). `None` unless the covariance is the classical one: both need normal errors of one variance,
    /// under which W = (n − k)(RSS₀ − RSS₁)/RSS₁ for any linear restriction.
    pub fn likelihood_reports(&self) -> Option<[TestReport; 2]> {
        let (n, q, ratio) = (self.sample.n as f64, self.df_num as f64, self.chi2 / self.df_den as f64);
        let report = |test, symbol, statistic| {
            self.one(test, test, symbol, statistic, NullDistribution::ChiSquared(q), chi_squared::sf(statistic, q))
        };
        self.classical.then(|| [report("lr", "LR", n * ratio.ln_1p()), report("lm", "LM", n * ratio / (1.0 + ratio))])
    }

    fn one(
        &self,
        test: &'static str,
        convention: &'static str,
        symbol: &'static str,
        statistic: f64,
        distribution: NullDistribution,
        p: f64,
    ) -> TestReport {
        TestReport {
            test,
            convention,
            null: self.restriction.clone(),
            alternative: if self.df_num == 1 {
                format!("not {}", self.restriction)
            } else {
                format!("at least one fails: {}", self.restriction)
            },
            outcome: Outcome::Computed { symbol, statistic, distribution, p: PValue::Exact(p) },
            critical_values: Vec::new(),
            sample: self.sample,
            settings: self.settings.clone(),
            notes: self.notes.clone(),
        }
    }
}

impl HypothesisTest for WaldTest {
    fn report(&self) -> TestReport {
        let [f, _] = self.reports();
        f
    }
}

impl Fit {
    /// Tests linear restrictions on the coefficients under the fit's covariance.
    ///
    /// # Errors
    /// If a term does not exist, an equation repeats or contradicts others, or the covariance of the restricted
    /// combinations is singular (as White's can be when few rows carry them).
    pub fn wald(&self, restriction: &Restriction) -> Result<WaldTest, Error> {
        let e = &self.estimate;
        let rows: Vec<(Vec<f64>, f64)> = restriction
            .rows(self.design.terms())?
            .into_iter()
            .map(|(weights, value)| self.scale_equation(weights, value))
            .collect();
        if rows.is_empty() {
            return Err(Error::new(ErrorKind::Argument, "a Wald test needs at least one restriction"));
        }
        let columns: Vec<&[f64]> = rows.iter().map(|(weights, _)| weights.as_slice()).collect();
        let q = rows.len();
        if q > self.nterms() || Reduction::of_columns(&columns).dependence(q).is_some() {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("the restrictions `{restriction}` repeat or contradict one another"),
            )
            .remedy("leave out those that follow from the others"));
        }
        let chi2 = self.quadratic_form(&rows).ok_or_else(|| {
            let why = if e.exact { "the fit is exact" } else { "their covariance is singular" };
            Error::new(ErrorKind::Collinear, format!("`{restriction}` cannot be tested: {why}"))
                .remedy("test fewer restrictions, or use another covariance")
        })?;
        Ok(self.wald_test(chi2, q, restriction.to_string()))
    }

    /// All regressors but the constant; `None` if there are none or the test is singular.
    pub(super) fn overall(&self) -> Option<WaldTest> {
        let (k, e) = (self.nterms(), &self.estimate);
        let unit = |j: usize| (0..k).map(|i| f64::from(i == j)).collect::<Vec<_>>();
        // With X c = 1 the null is "β is a multiple of c": each coefficient is its share of the largest one in c.
        let rows: Vec<(Vec<f64>, f64)> = match &e.constant {
            None => (0..k).map(|j| (unit(j), 0.0)).collect(),
            Some(c) => {
                let pivot = (0..k).fold(0, |best, j| if c[j].abs() > c[best].abs() { j } else { best });
                let row = |j: usize| {
                    let mut row = unit(j);
                    row[pivot] -= c[j] / c[pivot];
                    (row, 0.0)
                };
                (0..k).filter(|&j| j != pivot).map(row).collect()
            }
        };
        if rows.is_empty() {
            return None;
        }
        let chi2 = self.quadratic_form(&rows)?;
        Some(self.wald_test(chi2, rows.len(), "all coefficients but the constant are zero".into()))
    }

    fn wald_test(&self, chi2: f64, q: usize, restriction: String) -> WaldTest {
        let df = self.df_resid();
        let f_value = chi2 / q as f64;
        WaldTest {
            f: f_value,
            f_p: f::sf(f_value, q as f64, df as f64),
            chi2,
            chi2_p: chi_squared::sf(chi2, q as f64),
            df_num: q,
            df_den: df,
            restriction,
            classical: self.covariance() == Covariance::Classical,
            sample: self.sample(),
            settings: self.settings(),
            notes: self.notes(),
        }
    }

    /// The equation in scaled coefficients, its largest weight brought near one.
    fn scale_equation(&self, weights: Vec<f64>, value: f64) -> (Vec<f64>, f64) {
        let e = &self.estimate;
        let exponent_of = |j: usize, weight: f64| libm::frexp(weight).1 + e.response_exponent - e.exponents[j];
        let entries = || weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0);
        let shift = entries().map(|(j, weight)| exponent_of(j, *weight)).max().unwrap_or(0);
        let scaled = weights
            .iter()
            .enumerate()
            .map(|(j, weight)| scale_by(*weight, e.response_exponent - e.exponents[j] - shift))
            .collect();
        (scaled, scale_by(value, -shift))
    }

    /// (Rb − r)ᵀ(R V Rᵀ)⁻¹(Rb − r) in scaled units; `None` if R V Rᵀ is singular.
    fn quadratic_form(&self, rows: &[(Vec<f64>, f64)]) -> Option<f64> {
        let (k, q, e) = (self.nterms(), rows.len(), &self.estimate);
        if e.exact {
            return None;
        }
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
        let gap: Vec<f64> = rows.iter().map(|(row, value)| product(row, &e.beta) - value).collect();
        if self.covariance() == Covariance::Classical {
            // R (XᵀX)⁻¹ Rᵀ = (RG)(RG)ᵀ: the QR of (RG)ᵀ gives its root without forming it.
            let image = |row: &[f64]| (0..k).map(|l| product(row, &e.factor[l * k..(l + 1) * k])).collect::<Vec<_>>();
            let transposed: Vec<f64> = rows.iter().flat_map(|(row, _)| image(row)).collect();
            let form = PivotedQr::new(transposed, k, q).inverse_quadratic_form(&gap);
            let chi2 = form / (e.rss / self.df_resid() as f64);
            return chi2.is_finite().then_some(chi2);
        }
        let image = |row: &[f64]| (0..k).map(|i| product(row, &self.vcov[i * k..(i + 1) * k])).collect::<Vec<_>>();
        let middle: Vec<f64> = rows
            .iter()
            .flat_map(|(row, _)| {
                let half = image(row);
                rows.iter().map(move |(other, _)| product(&half, other)).collect::<Vec<_>>()
            })
            .collect();
        Cholesky::new(&middle, q).map(|factor| factor.quadratic_form(&gap))
    }
}
