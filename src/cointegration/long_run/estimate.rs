//! What all estimators of a long-run equation return.

use ndarray::{Array1, Array2};

use crate::dist::{chi_squared, normal};
use crate::hypothesis::{NullDistribution, Setting};
use crate::linalg::Cholesky;
use crate::regression::{Fit, Restriction, coefficients_table};
use crate::table::{NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Note, Outcome, PValue, Sample, TestReport};

pub use crate::regression::Coefficient;

/// The estimated long-run equation.
#[derive(Debug, Clone)]
pub struct LongRunFit {
    pub(super) method: &'static str,
    pub(super) response: String,
    pub(super) terms: Vec<String>,
    pub(super) coefficients: Vec<f64>,
    /// Row by row.
    pub(super) vcov: Vec<f64>,
    pub(super) long_run_variance: f64,
    pub(super) bandwidth: f64,
    pub(super) sample: Sample,
    pub(super) settings: Vec<Setting>,
    pub(super) notes: Vec<Note>,
    pub(super) regression: Fit,
}

impl LongRunFit {
    /// The same, if every number in it is one that a double can hold.
    pub(super) fn checked(self) -> Result<Self, Error> {
        let k = self.terms.len();
        let variances = (0..k).map(|j| self.vcov[j * k + j]);
        if self.coefficients.iter().all(|b| b.is_finite()) && variances.into_iter().all(f64::is_normal) {
            return Ok(self);
        }
        Err(Error::new(
            ErrorKind::NonFinite,
            format!(
                "{} of {}: a coefficient or its variance is outside the range of doubles",
                self.method, self.response
            ),
        )
        .remedy("give the variables in units nearer to one another"))
    }

    /// The coefficients' names: deterministic terms, then the series on the right-hand side.
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// The coefficients.
    pub fn coefficients(&self) -> Array1<f64> {
        Array1::from(self.coefficients.clone())
    }

    /// Their covariance matrix.
    pub fn vcov(&self) -> Array2<f64> {
        let k = self.terms.len();
        Array2::from_shape_fn((k, k), |(i, j)| self.vcov[i * k + j])
    }

    /// The long-run variance of the error, as far as the regressors' innovations do not explain it.
    pub fn long_run_variance(&self) -> f64 {
        self.long_run_variance
    }

    /// The bandwidth used: for a last lag L it is L + 1.
    pub fn bandwidth(&self) -> f64 {
        self.bandwidth
    }

    /// The rows of the last regression.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// What the estimates depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// What a reader must know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The last least-squares regression: of DOLS with its leads and lags, of FMOLS and CCR on the corrected data (in
    /// units of powers of two). Its own standard errors are not those of the long-run coefficients.
    pub fn regression(&self) -> &Fit {
        &self.regression
    }

    /// One row per coefficient, compared to the normal, with a 95 % confidence interval.
    pub fn tidy(&self) -> Vec<Coefficient> {
        let (k, critical) = (self.terms.len(), normal::isf(0.025));
        let row = |j: usize| {
            let (estimate, std_error) = (self.coefficients[j], self.vcov[j * k + j].sqrt());
            let statistic = if estimate == 0.0 { 0.0 } else { estimate / std_error };
            Coefficient {
                term: self.terms[j].clone(),
                estimate,
                std_error,
                statistic,
                p_value: normal::two_sided(statistic),
                conf_low: estimate - critical * std_error,
                conf_high: estimate + critical * std_error,
            }
        };
        (0..k).map(row).collect()
    }

    /// Wald's test of linear restrictions on the coefficients: (Rθ − r)'(R V R')⁻¹(Rθ − r) against χ²(q).
    ///
    /// # Errors
    /// If there is no restriction, a term does not exist, or the restrictions repeat or contradict one another.
    pub fn wald(&self, restriction: &Restriction) -> Result<TestReport, Error> {
        let (k, rows) = (self.terms.len(), restriction.rows(&self.terms)?);
        let q = rows.len();
        if q == 0 {
            return Err(Error::new(ErrorKind::Argument, "a Wald test needs at least one restriction"));
        }
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
        let gap: Vec<f64> = rows.iter().map(|(row, value)| product(row, &self.coefficients) - value).collect();
        let image = |row: &[f64]| (0..k).map(|i| product(row, &self.vcov[i * k..(i + 1) * k])).collect::<Vec<_>>();
        let images: Vec<Vec<f64>> = rows.iter().map(|(row, _)| image(row)).collect();
        let middle: Vec<f64> =
            images.iter().flat_map(|half| rows.iter().map(|(other, _)| product(half, other))).collect();
        let chi2 = Cholesky::new(&middle, q).map(|factor| factor.quadratic_form(&gap)).ok_or_else(|| {
            Error::new(
                ErrorKind::Collinear,
                format!("the restrictions `{restriction}` repeat or contradict one another"),
            )
            .remedy("leave out those that follow from the others")
        })?;
        let alternative =
            if q == 1 { format!("not {restriction}") } else { format!("at least one fails: {restriction}") };
        Ok(TestReport {
            test: "wald",
            convention: "chi2",
            null: restriction.to_string(),
            alternative,
            outcome: Outcome::Computed {
                symbol: "χ²",
                statistic: chi2,
                distribution: NullDistribution::ChiSquared(q as f64),
                p: PValue::Exact(chi_squared::sf(chi2, q as f64)),
            },
            critical_values: Vec::new(),
            sample: self.sample,
            settings: self.settings.clone(),
            notes: self.notes.clone(),
        })
    }

    /// The coefficients, a row each; settings and notes beneath.
    pub fn table(&self) -> Table {
        const ESTIMATE: NumberFormat = NumberFormat::Significant(5);
        let title = format!("{} of {}, {}", self.method, self.response, self.sample);
        let mut table = coefficients_table("long-run", title, "z", self.tidy());
        let settings: Vec<String> = self.settings.iter().map(Setting::to_string).collect();
        table = table.note(format!("Settings: {}.", settings.join(", ")));
        table = table.note(format!("Long-run variance of the error: {}.", ESTIMATE.format(self.long_run_variance)));
        self.notes.iter().fold(table, |table, note| table.note(note.text()))
    }
}

shows_itself!(LongRunFit => table);
