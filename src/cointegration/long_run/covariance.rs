//! The long-run covariance of several stationary series, with its one-sided part.

use crate::Error;
use crate::hypothesis::Setting;
use crate::linalg::{PivotedQr, Reduction};
use crate::regression::covariance::{bandwidth, hac};
use crate::regression::{Bandwidth, Hac, Kernel};

/// The lag window of a long-run covariance.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Window {
    pub(crate) kernel: Kernel,
    /// The default lag if `None`.
    pub(crate) bandwidth: Option<Bandwidth>,
}

impl Window {
    /// Newey and West's fixed lag ⌊4 (n/100)^(2/9)⌋, which depends on no unit of measurement; the quadratic spectral
    /// kernel, having no last lag, takes it as its bandwidth, and one where it is none.
    pub(crate) fn settled(self, n: usize) -> Bandwidth {
        let lag = (4.0 * (n as f64 / 100.0).powf(2.0 / 9.0)) as usize;
        self.bandwidth.unwrap_or(match self.kernel {
            Kernel::QuadraticSpectral => Bandwidth::Width(lag.max(1) as f64),
            Kernel::Bartlett | Kernel::Parzen => Bandwidth::Lag(lag),
        })
    }

    /// What a report says of the window that was used.
    pub(crate) fn settings(self, width: f64) -> Vec<Setting> {
        let chosen_by = self.bandwidth.map_or("default: ⌊4 (n/100)^(2/9)⌋ lags", Bandwidth::chosen_by);
        vec![
            Setting::or_default("kernel", self.kernel, Kernel::default()),
            Setting::new("bandwidth", width.to_string(), chosen_by),
        ]
    }
}

/// Autocovariances Γⱼ = n⁻¹ Σₜ ηₜ η'ₜ₋ⱼ of k series, weighted and summed; nothing is taken off the series first.
#[derive(Debug, Clone)]
pub(crate) struct LongRun {
    k: usize,
    /// The bandwidth used: for a last lag L it is L + 1.
    pub(crate) width: f64,
    /// Γ₀, row by row.
    short: Vec<f64>,
    /// Σⱼ wⱼ Γⱼ over j ≥ 1, row by row.
    strict: Vec<f64>,
}

impl LongRun {
    /// Of series of one length, one column each.
    ///
    /// The automatic bandwidths see each series divided by its standard deviation, so that units do not matter.
    ///
    /// # Errors
    /// If the bandwidth is not one for this kernel and this many rows.
    pub(crate) fn of(columns: &[Vec<f64>], window: Window) -> Result<Self, Error> {
        let (k, n) = (columns.len(), columns.first().map_or(0, Vec::len));
        let rows: Vec<f64> = (0..n).flat_map(|t| columns.iter().map(move |column| column[t])).collect();
        let chosen = Hac::new(window.kernel, window.settled(n));
        let width = hac::settle(chosen, n, n, || {
            let standardised: Vec<Vec<f64>> = columns.iter().map(|column| unit_variance(column)).collect();
            match chosen.bandwidth {
                Bandwidth::Andrews => bandwidth::andrews(window.kernel, &standardised),
                _ => {
                    let sum: Vec<f64> = (0..n).map(|t| standardised.iter().map(|column| column[t]).sum()).collect();
                    bandwidth::newey_west(window.kernel, &sum, n, false)
                }
            }
        })?;
        let mut weights = hac::weights(window.kernel, chosen.bandwidth, width, n);
        let share = |sum: Vec<f64>| sum.into_iter().map(|value| value / n as f64).collect();
        let short = share(hac::one_sided(&rows, k, &weights[..1]));
        weights[0] = 0.0;
        Ok(Self { k, width, short, strict: share(hac::one_sided(&rows, k, &weights)) })
    }

    /// Γ₀.
    pub(crate) fn short(&self, i: usize, j: usize) -> f64 {
        self.short[i * self.k + j]
    }

    /// Σⱼ wⱼ Γⱼ over j ≥ 1.
    pub(crate) fn strictly_one_sided(&self, i: usize, j: usize) -> f64 {
        self.strict[i * self.k + j]
    }

    /// Λ = Σⱼ wⱼ Γⱼ over j ≥ 0: of series i now and series j before.
    pub(crate) fn one_sided(&self, i: usize, j: usize) -> f64 {
        self.short(i, j) + self.strictly_one_sided(i, j)
    }

    /// Ω = Λ + Λ' − Γ₀.
    pub(crate) fn two_sided(&self, i: usize, j: usize) -> f64 {
        self.short(i, j) + self.strictly_one_sided(i, j) + self.strictly_one_sided(j, i)
    }

    /// Ω₂₂⁻¹ω₂₁, the long-run regression of the first series on the others; `None` if Ω₂₂ is singular.
    pub(crate) fn long_run_slopes(&self) -> Option<Vec<f64>> {
        let m = self.k - 1;
        let omega: Vec<f64> = (0..m * m).map(|at| self.two_sided(1 + at % m, 1 + at / m)).collect();
        solve(&omega, &(1..=m).map(|i| self.two_sided(i, 0)).collect::<Vec<_>>(), m)
    }

    /// ω₁₁·₂ = ω₁₁ − ω₁₂Ω₂₂⁻¹ω₂₁, the long-run variance of the first series that the others leave.
    pub(crate) fn conditional(&self, slopes: &[f64]) -> f64 {
        self.two_sided(0, 0) - slopes.iter().enumerate().map(|(j, g)| g * self.two_sided(0, j + 1)).sum::<f64>()
    }
}

/// A⁻¹B for a k × k matrix A, both column by column; `None` if A is singular.
pub(crate) fn solve(a: &[f64], b: &[f64], k: usize) -> Option<Vec<f64>> {
    let columns: Vec<&[f64]> = a.chunks_exact(k).collect();
    if Reduction::of_columns(&columns).dependence(k).is_some() {
        return None;
    }
    let qr = PivotedQr::new([a, b].concat(), k, k);
    Some((0..b.len() / k).flat_map(|j| qr.solve(j)).collect())
}

fn unit_variance(column: &[f64]) -> Vec<f64> {
    let n = column.len() as f64;
    let mean = column.iter().sum::<f64>() / n;
    let deviation = (column.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
    if deviation > 0.0 { column.iter().map(|value| value / deviation).collect() } else { column.to_vec() }
}
