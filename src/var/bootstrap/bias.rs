//! Kilian's correction of the bias of lag coefficients.

/// A − Ψ, or as much of the correction as leaves the system stable; A itself if it is not stable (Kilian 1998).
pub(super) struct Correction {
    pub bias: Vec<f64>,
    squares: Squares,
}

impl Correction {
    pub fn new(bias: Vec<f64>, equations: usize) -> Self {
        let lags = bias.len() / (equations * equations);
        Self { bias, squares: Squares::new(equations, lags) }
    }

    /// Corrects in place, without allocation. Returns the share of the bias taken out.
    pub fn apply(&mut self, matrices: &mut [f64]) -> f64 {
        if !self.squares.stable(matrices) {
            return 0.0;
        }
        // The share goes down from one in steps of a hundredth.
        let mut taken = 0.0;
        for step in (1..=100).rev() {
            let share = f64::from(step) / 100.0;
            matrices.iter_mut().zip(&self.bias).for_each(|(a, bias)| *a -= (share - taken) * bias);
            taken = share;
            if self.squares.stable(matrices) {
                return share;
            }
        }
        matrices.iter_mut().zip(&self.bias).for_each(|(a, bias)| *a += taken * bias);
        0.0
    }
}

/// Whether powers of the companion matrix die out, by squaring it.
pub(super) struct Squares {
    equations: usize,
    size: usize,
    power: Vec<f64>,
    next: Vec<f64>,
}

/// Squarings before a system that has not died out is called unstable: the 2²⁴th power.
const SQUARINGS: usize = 24;

impl Squares {
    pub fn new(equations: usize, lags: usize) -> Self {
        let size = equations * lags;
        Self { equations, size, power: vec![0.0; size * size], next: vec![0.0; size * size] }
    }

    /// Of A₁ … Aₚ, each row by row.
    pub fn stable(&mut self, matrices: &[f64]) -> bool {
        let (k, n) = (self.equations, self.size);
        self.power.fill(0.0);
        for (at, value) in matrices.iter().enumerate() {
            let (lag, i, j) = (at / (k * k), at / k % k, at % k);
            self.power[i * n + lag * k + j] = *value;
        }
        (k..n).for_each(|i| self.power[i * n + i - k] = 1.0);
        for _ in 0..SQUARINGS {
            let norm: f64 = self.power.iter().map(|value| value * value).sum();
            // |λ|ᵐ ≤ ‖Cᵐ‖, and |tr Cᵐ| ≤ n |λ|ᵐ.
            if norm < 1.0 {
                return true;
            }
            let trace: f64 = (0..n).map(|i| self.power[i * n + i]).sum();
            if !norm.is_finite() || trace.abs() > n as f64 {
                return false;
            }
            self.next.fill(0.0);
            for i in 0..n {
                for m in 0..n {
                    let weight = self.power[i * n + m];
                    if weight != 0.0 {
                        for j in 0..n {
                            self.next[i * n + j] += weight * self.power[m * n + j];
                        }
                    }
                }
            }
            std::mem::swap(&mut self.power, &mut self.next);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stability_is_that_of_the_roots() {
        // AR(2) with roots r and s: coefficients r + s and −rs.
        for (r, s, stable) in [(0.5, -0.3, true), (0.999_999, 0.9, true), (1.0, 0.2, false), (-1.000_001, 0.5, false)] {
            assert_eq!(Squares::new(1, 2).stable(&[r + s, -r * s]), stable, "{r} {s}");
        }
        // A pair on a circle of radius 0.999 or 1.001, in two equations.
        let (sin, cos) = 1.0_f64.sin_cos();
        for (radius, stable) in [(0.999, true), (1.001, false)] {
            let rotation = [cos, sin, -sin, cos].map(|value| radius * value);
            assert_eq!(Squares::new(2, 1).stable(&rotation), stable, "{radius}");
        }
        assert!(!Squares::new(1, 1).stable(&[f64::NAN]));
    }

    #[test]
    fn a_correction_stops_where_the_system_would_explode() {
        let mut a = [0.9];
        assert_eq!(Correction::new(vec![-0.05], 1).apply(&mut a), 1.0);
        assert!((a[0] - 0.95).abs() < 1e-15);
        let mut a = [0.95];
        let share = Correction::new(vec![-0.1], 1).apply(&mut a);
        assert!((share - 0.49).abs() < 1e-12 && (a[0] - 0.999).abs() < 1e-12, "{share} {a:?}");
        let mut a = [1.01];
        assert_eq!(Correction::new(vec![-0.1], 1).apply(&mut a), 0.0);
        assert_eq!(a, [1.01]);
    }
}
