//! Are the errors of one series and of the others correlated?

use crate::causality::check_constructed;
use crate::cointegration::johansen::Divisor;
use crate::dist::chi_squared;
use crate::hypothesis::NullDistribution;
use crate::linalg::Cholesky;
use crate::vecm::ErrorCorrectionModel;
use crate::{Error, Outcome, PValue, TestReport};

impl ErrorCorrectionModel {
    /// Tests that there is no instantaneous causality between a series and the others: their errors are uncorrelated. It
    /// has no direction.
    ///
    /// # Errors
    /// If there is no such series, or a series is constructed data and the user did not insist.
    pub fn instantaneous(&self, series: &str) -> Result<TestReport, Error> {
        let (c, sigma) = (self.place(series)?, self.sigma(Divisor::Rows));
        let notes = check_constructed(&self.data, self.accept_constructed)?;
        let others: Vec<usize> = (0..sigma.nrows()).filter(|i| *i != c).collect();
        let covariances: Vec<f64> = others.iter().map(|i| sigma[[*i, c]]).collect();
        // T times the covariance of σᵢ꜀ and σⱼ꜀.
        let spread: Vec<f64> = others
            .iter()
            .flat_map(|i| others.iter().map(|j| sigma[[*i, *j]] * sigma[[c, c]] + sigma[[*i, c]] * sigma[[*j, c]]))
            .collect();
        let count = others.len();
        let outcome = match Cholesky::new(&spread, count) {
            Some(root) => {
                let statistic = self.nobs() as f64 * root.quadratic_form(&covariances);
                Outcome::Computed {
                    symbol: "χ²",
                    statistic,
                    distribution: NullDistribution::ChiSquared(count as f64),
                    p: PValue::Exact(chi_squared::sf(statistic, count as f64)),
                }
            }
            None => Outcome::NotApplicable { because: "not identified: the errors are collinear".into() },
        };
        let names: Vec<&str> = self.names().into_iter().filter(|name| *name != series).collect();
        Ok(TestReport {
            test: "vecm-instantaneous",
            convention: "chi2-wald",
            null: format!("the errors of {series} and of {} are uncorrelated", names.join(", ")),
            alternative: "they are correlated".into(),
            outcome,
            critical_values: Vec::new(),
            sample: self.sample(),
            settings: self.settings().to_vec(),
            notes,
        })
    }
}
