//! Information criteria, with the count of σ² stated.

use serde::Serialize;

/// Whether the error variance counts as a parameter: R counts it, statsmodels and gretl do not.
///
/// Not counting is the default. With k coefficients and m = k, or k + 1 when σ² counts:
/// AIC = −2ℓ + 2m (Akaike 1974), BIC = −2ℓ + m ln n (Schwarz 1978), HQ = −2ℓ + 2m ln ln n (Hannan and Quinn 1979).
///
/// ```
/// use yalu::regression::Information;
/// let r = Information { counting_sigma: true }.criteria(-100.0, 50, 3);
/// assert_eq!(r.aic, 208.0);
/// assert_eq!(Information::default().criteria(-100.0, 50, 3).aic, 206.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Information {
    /// Whether σ² counts as a parameter.
    pub counting_sigma: bool,
}

/// The three criteria of one model; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Criteria {
    /// Akaike's.
    pub aic: f64,
    /// Schwarz's.
    pub bic: f64,
    /// Hannan and Quinn's.
    pub hq: f64,
}

impl Information {
    /// The criteria of a model with this log-likelihood, `nobs` observations and `coefficients` coefficients.
    pub fn criteria(self, log_likelihood: f64, nobs: usize, coefficients: usize) -> Criteria {
        let m = (coefficients + usize::from(self.counting_sigma)) as f64;
        let n = nobs as f64;
        Criteria {
            aic: -2.0 * log_likelihood + 2.0 * m,
            bic: -2.0 * log_likelihood + m * n.ln(),
            hq: -2.0 * log_likelihood + 2.0 * m * n.ln().ln(),
        }
    }
}
