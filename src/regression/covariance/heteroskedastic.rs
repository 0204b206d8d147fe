//! HC0 to HC4: squared residuals, weighted by leverage.

use super::{Covariance, Orthonormal};
use crate::linalg::add_scaled;
use crate::regression::estimate::Estimate;
use crate::regression::rows::for_each_row;
use crate::{Design, Error, ErrorKind};

/// Below this, 1 − h is rounding: the row alone determines a coefficient and its residual is zero.
pub(in crate::regression) const NO_FREEDOM: f64 = 1e-10;

/// Σ ωᵢ qᵢqᵢᵀ, k × k.
pub(super) fn meat(covariance: Covariance, design: &Design, estimate: &Estimate) -> Result<Vec<f64>, Error> {
    let (n, k) = design.x().dim();
    let transform = Orthonormal::new(estimate);
    let mut meat = vec![0.0; k * k];
    let mut q = vec![0.0; k];
    let mut fixed = None;
    for_each_row(design.x(), |i, row| {
        transform.row(row, &mut q);
        let leverage: f64 = q.iter().map(|v| v * v).sum();
        let slack = 1.0 - leverage;
        let exponent = match covariance {
            Covariance::Hc2 => 1.0,
            Covariance::Hc3 => 2.0,
            Covariance::Hc4 => (n as f64 * leverage / k as f64).min(4.0),
            _ => 0.0,
        };
        if exponent > 0.0 && slack < NO_FREEDOM {
            fixed.get_or_insert(i);
            return;
        }
        let weight = estimate.residuals[i] * estimate.residuals[i] / slack.powf(exponent);
        for j in 0..k {
            add_scaled(&mut meat[j * k..(j + 1) * k], weight * q[j], &q);
        }
    });
    if let Some(i) = fixed {
        let stamp = design.stamps()[i];
        return Err(Error::new(
            ErrorKind::Sample,
            format!("{covariance}: row {stamp} has leverage 1 (a term is there for it alone), so its weight is 0/0"),
        )
        .remedy("use HC0 or HC1, or leave out that row and its term"));
    }
    if covariance == Covariance::Hc1 {
        let factor = n as f64 / (n - k) as f64;
        meat.iter_mut().for_each(|value| *value *= factor);
    }
    Ok(meat)
}
