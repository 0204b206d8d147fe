//! Joint normality of the errors.

use ndarray::Array2;

use super::{ResidualTest, chi_squared_outcome, whitened};
use crate::linalg::Svd;
use crate::var::VarResult;
use crate::{Outcome, TestReport};

/// Below this many rows Doornik and Hansen's transformations do not exist.
const FEWEST: usize = 8;

impl VarResult {
    /// Tests whether the errors are jointly normal: Doornik and Hansen's statistic, which is the headline, and those of
    /// skewness and kurtosis after Cholesky's root, together and apart; then Jarque and Bera's of each equation.
    pub fn normality(&self) -> ResidualTest {
        let null = format!("the errors of {} are jointly normal", self.listed());
        let report = |convention, outcome| TestReport {
            convention,
            outcome,
            ..self.residual_report("var-normality", null.clone(), "they are not", Vec::new())
        };
        let (t, k) = self.residuals().dim();
        let refused = |because: String| ResidualTest {
            reports: vec![report("doornik-hansen", Outcome::NotApplicable { because })],
        };
        if t < FEWEST {
            return refused(format!("not identified: {t} rows are fewer than the {FEWEST} that the moments need"));
        }
        let centred = self.centred_residuals();
        let covariance = centred.dot(&centred.t()) / t as f64;
        let (Some(cholesky), Some(symmetric)) = (whitened(&covariance, &centred), symmetric(&covariance, &centred))
        else {
            return refused("not identified: the residuals are collinear".into());
        };
        let n = t as f64;
        let moments: Vec<(f64, f64)> = (0..k).map(|i| moments(cholesky.row(i).iter().copied(), n)).collect();
        let skewness = n * moments.iter().map(|(b1, _)| b1 * b1).sum::<f64>() / 6.0;
        let kurtosis = n * moments.iter().map(|(_, b2)| (b2 - 3.0).powi(2)).sum::<f64>() / 24.0;
        let transformed: f64 = (0..k).map(|i| doornik_hansen(symmetric.row(i).iter().copied(), n)).sum();
        let mut reports = vec![
            report("doornik-hansen", chi_squared_outcome(transformed, 2 * k)),
            report("cholesky", chi_squared_outcome(skewness + kurtosis, 2 * k)),
            report("cholesky-skewness", chi_squared_outcome(skewness, k)),
            report("cholesky-kurtosis", chi_squared_outcome(kurtosis, k)),
        ];
        for (name, errors) in self.names().into_iter().zip(centred.rows()) {
            let (b1, b2) = self::moments(errors.iter().copied(), n);
            let statistic = n * (b1 * b1 / 6.0 + (b2 - 3.0).powi(2) / 24.0);
            reports.push(TestReport {
                null: format!("the errors of {name} are normal"),
                ..report("jarque-bera", chi_squared_outcome(statistic, 2))
            });
        }
        ResidualTest { reports }
    }

    /// Less their means: a row for each equation.
    pub(super) fn centred_residuals(&self) -> Array2<f64> {
        let mut centred = self.residuals().t().to_owned();
        for mut row in centred.rows_mut() {
            let mean = row.sum() / row.len() as f64;
            row.mapv_inplace(|value| value - mean);
        }
        centred
    }
}

/// Skewness and kurtosis of values with mean zero.
fn moments(values: impl Iterator<Item = f64>, n: f64) -> (f64, f64) {
    let [mut second, mut third, mut fourth] = [0.0; 3];
    for value in values {
        let square = value * value;
        second += square;
        third += square * value;
        fourth += square * square;
    }
    let variance = second / n;
    (third / n / variance.powf(1.5), fourth / n / (variance * variance))
}

/// H Λ^−½ H' of the standardised rows, for their correlation matrix H Λ H'.
fn symmetric(covariance: &Array2<f64>, centred: &Array2<f64>) -> Option<Array2<f64>> {
    let k = covariance.nrows();
    let spread: Vec<f64> = covariance.diag().iter().map(|variance| variance.sqrt()).collect();
    let correlation: Vec<f64> =
        (0..k * k).map(|at| covariance[[at / k, at % k]] / spread[at / k] / spread[at % k]).collect();
    let svd = Svd::new(correlation, k);
    if svd.values().iter().any(|value| value.is_nan() || *value <= 1e-14) {
        return None;
    }
    let root = Array2::from_shape_fn((k, k), |(i, j)| {
        (0..k).map(|l| svd.right(l)[i] * svd.right(l)[j] / svd.values()[l].sqrt()).sum::<f64>() / spread[j]
    });
    Some(root.dot(centred))
}

/// z₁² + z₂² of one series: skewness by D'Agostino's transformation, kurtosis by Wilson and Hilferty's of a gamma.
fn doornik_hansen(values: impl Iterator<Item = f64>, n: f64) -> f64 {
    let (skewness, kurtosis) = moments(values, n);
    let beta =
        3.0 * (n * n + 27.0 * n - 70.0) * (n + 1.0) * (n + 3.0) / ((n - 2.0) * (n + 5.0) * (n + 7.0) * (n + 9.0));
    let omega2 = (2.0 * (beta - 1.0)).sqrt() - 1.0;
    let y = skewness * ((omega2 - 1.0) * (n + 1.0) * (n + 3.0) / (12.0 * (n - 2.0))).sqrt();
    let z1 = y.asinh() / (0.5 * omega2.ln()).sqrt();
    let delta = (n - 3.0) * (n + 1.0) * (n * n + 15.0 * n - 4.0);
    let a = (n - 2.0) * (n + 5.0) * (n + 7.0) * (n * n + 27.0 * n - 70.0) / (6.0 * delta);
    let c = (n - 7.0) * (n + 5.0) * (n + 7.0) * (n * n + 2.0 * n - 5.0) / (6.0 * delta);
    let k = (n + 5.0) * (n + 7.0) * (n.powi(3) + 37.0 * n * n + 11.0 * n - 313.0) / (12.0 * delta);
    let alpha = a + skewness * skewness * c;
    let chi = (kurtosis - 1.0 - skewness * skewness) * 2.0 * k;
    let z2 = ((chi / (2.0 * alpha)).cbrt() - 1.0 + 1.0 / (9.0 * alpha)) * (9.0 * alpha).sqrt();
    z1 * z1 + z2 * z2
}
