//! The long-run variance by Bartlett's window, and the rules for its number of lags.

use crate::hypothesis::Setting;
use crate::linalg::{dot, exponent, scale_by};
use crate::{Error, ErrorKind};

/// The number of autocovariances in a long-run variance with Bartlett weights 1 − j/(l + 1): given or by a rule of n,
/// the observations of the series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[doc(alias = "bandwidth")]
#[doc(alias = "truncation lag")]
pub enum BartlettLags {
    /// This many.
    Given(usize),
    /// ⌈12 (n/100)^¼⌉, after Schwert (1989): arch's default in Phillips–Perron, statsmodels' `legacy` in KPSS.
    Schwert,
    /// ⌊4 (n/100)^¼⌋: urca's and tseries' `short`.
    Short,
    /// ⌊12 (n/100)^¼⌋: urca's and tseries' `long`.
    Long,
    /// From the residuals, by Hobijn, Franses and Ooms (2004): statsmodels' `auto`.
    Automatic,
}

impl From<usize> for BartlettLags {
    fn from(lags: usize) -> Self {
        Self::Given(lags)
    }
}

/// The number of lags and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BartlettOrder {
    /// Autocovariances beside the variance.
    pub lags: usize,
    /// Who or what chose.
    pub chosen_by: String,
}

impl BartlettOrder {
    /// As a setting of a report.
    pub fn setting(&self) -> Setting {
        Setting::new("Bartlett lags", self.lags.to_string(), self.chosen_by.clone())
    }
}

impl BartlettLags {
    /// Settles the number for the residuals of a series of n observations.
    ///
    /// # Errors
    /// If there are not more residuals than lags.
    pub(crate) fn settle(self, test: &str, name: &str, n: usize, residuals: &[f64]) -> Result<BartlettOrder, Error> {
        let root = (n as f64 / 100.0).powf(0.25);
        let (lags, chosen_by) = match self {
            Self::Given(lags) => (lags, "user"),
            Self::Schwert => ((12.0 * root).ceil() as usize, "⌈12 (n/100)^¼⌉"),
            Self::Short => ((4.0 * root) as usize, "⌊4 (n/100)^¼⌋"),
            Self::Long => ((12.0 * root) as usize, "⌊12 (n/100)^¼⌋"),
            Self::Automatic => (automatic(residuals), "Hobijn, Franses and Ooms"),
        };
        // A rule may ask for more than a very short series has; only a number of the user's own is an error then.
        let most = residuals.len().saturating_sub(1);
        if matches!(self, Self::Given(_)) && lags > most {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "{test} on `{name}`: {lags} Bartlett lags need {} residuals, found {}",
                    lags.saturating_add(1),
                    residuals.len()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        Ok(BartlettOrder { lags: lags.min(most), chosen_by: chosen_by.into() })
    }
}

/// γ₀ + 2 Σⱼ (1 − j/(l + 1)) γⱼ with γⱼ = n⁻¹ Σₜ uₜ uₜ₋ⱼ, not centred (Newey and West 1987); never negative.
pub(crate) fn long_run_variance(u: &[f64], lags: usize) -> f64 {
    let weighted = |lag: usize| (1.0 - lag as f64 / (lags + 1) as f64) * dot(&u[lag..], &u[..u.len() - lag]);
    (dot(u, u) + 2.0 * (1..=lags).map(weighted).sum::<f64>()) / u.len() as f64
}

/// Values over a power of two, so that their squares are of ordinary size; the statistics here have no units.
pub(crate) fn scaled(values: &[f64]) -> Vec<f64> {
    let power = exponent(values.iter().copied());
    values.iter().map(|value| scale_by(*value, -power)).collect()
}

/// Hobijn, Franses and Ooms (2004) for Bartlett's window: ⌊1.1447 ((s₁/s₀)²)^⅓ n^⅓⌋, from the first ⌊n^(2/9)⌋
/// autocovariances.
fn automatic(u: &[f64]) -> usize {
    let n = u.len() as f64;
    let first = n.powf(2.0 / 9.0) as usize;
    let (mut s0, mut s1) = (dot(u, u) / n, 0.0);
    for lag in 1..=first.min(u.len().saturating_sub(1)) {
        let twice = 2.0 * dot(&u[lag..], &u[..u.len() - lag]) / n;
        s0 += twice;
        s1 += lag as f64 * twice;
    }
    // s₀ need not be positive: the window here is flat. Then the rule's ratio is large and the number of lags capped.
    (1.1447 * (s1 / s0).powi(2).cbrt() * n.cbrt()) as usize
}
