//! Whether the units' errors move together, which the normal law of Z̄ and Z̃ does not allow for.

use serde::Serialize;

use super::null_model::NullUnit;
use crate::dist::normal;

/// Pesaran's (2004) test of cross-section dependence, of the units' residuals without the cause.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CrossDependence {
    /// CD = √(2/(N(N − 1))) Σ √Tᵢⱼ rᵢⱼ over all pairs of units.
    pub statistic: f64,
    /// From N(0, 1), two-sided.
    pub p_value: f64,
    /// The mean of |rᵢⱼ|.
    pub mean_abs_correlation: f64,
}

impl CrossDependence {
    /// Of units that share three dates or more, pair by pair; `None` if no pair does.
    pub(super) fn of(units: &[NullUnit]) -> Option<Self> {
        let (mut sum, mut absolute, mut pairs) = (0.0, 0.0, 0_usize);
        for (i, one) in units.iter().enumerate() {
            for other in &units[..i] {
                let from = one.first.max(other.first);
                let to = (one.first + one.residuals.len()).min(other.first + other.residuals.len());
                if to < from + 3 {
                    continue;
                }
                let part = |unit: &'_ NullUnit| unit.residuals[from - unit.first..to - unit.first].to_vec();
                if let Some(r) = correlation(part(one), part(other)) {
                    sum += ((to - from) as f64).sqrt() * r;
                    absolute += r.abs();
                    pairs += 1;
                }
            }
        }
        (pairs > 0).then(|| {
            let statistic = sum / (pairs as f64).sqrt();
            let mean_abs_correlation = absolute / pairs as f64;
            Self { statistic, p_value: normal::two_sided(statistic), mean_abs_correlation }
        })
    }
}

fn correlation(mut a: Vec<f64>, mut b: Vec<f64>) -> Option<f64> {
    for values in [&mut a, &mut b] {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter_mut().for_each(|value| *value -= mean);
    }
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    let r = product(&a, &b) / (product(&a, &a) * product(&b, &b)).sqrt();
    r.is_finite().then_some(r)
}
