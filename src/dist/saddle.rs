//! The two ingredients of Loader's saddle-point form of the beta and gamma densities.

/// ½ ln 2π.
pub(super) const HALF_LN_2PI: f64 = 0.918_938_533_204_672_8;

/// Stirling's error: ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π, for z > 0.
pub(super) fn stirling_error(z: f64) -> f64 {
    if z < 16.0 {
        return libm::lgamma(z + 1.0) - (z + 0.5) * z.ln() + z - HALF_LN_2PI;
    }
    // B₂ₖ / (2k(2k − 1)), k = 1 … 8: at z = 16 the first term left out is below 1e-19.
    const COEFFICIENTS: [f64; 8] = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
        -3617.0 / 122_400.0,
    ];
    let w = 1.0 / (z * z);
    COEFFICIENTS.iter().rev().fold(0.0, |sum, c| sum * w + c) / z
}

/// u − ln(1 + u) for |u| < ½, without the cancellation: with s = u/(2 + u), ln(1 + u) = 2 artanh s and u − 2s = us.
fn log_gap_near_zero(u: f64) -> f64 {
    let s = u / (2.0 + u);
    let w = s * s;
    // 1/3 + s²/5 + s⁴/7 + …: |s| ≤ 1/3, so 17 terms reach 1e-17.
    let series = (0..17).rev().fold(0.0, |sum, i| sum * w + 1.0 / (2 * i + 3) as f64);
    u * s - 2.0 * s * w * series
}

/// u − ln(1 + u), where `ln` evaluates ln(1 + u) from the original quantities (1 + u itself may have lost its digits).
pub(super) fn log_gap(u: f64, ln: impl FnOnce() -> f64) -> f64 {
    if u.abs() < 0.5 { log_gap_near_zero(u) } else { u - ln() }
}
