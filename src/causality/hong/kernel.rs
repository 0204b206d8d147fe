//! How the correlations at different lags are weighted.

use std::f64::consts::PI;
use std::fmt;

/// A weight that is one at lag zero and falls off with the lag divided by M.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LagKernel {
    /// All lags up to M alike: Haugh's statistic.
    #[doc(alias = "haugh")]
    Truncated,
    /// 1 − z up to M.
    Bartlett,
    /// A cubic spline, zero beyond M.
    Parzen,
    /// Andrews's quadratic-spectral kernel, at all lags.
    QuadraticSpectral,
    /// sin(πz)/(πz), at all lags.
    Daniell,
}

impl LagKernel {
    /// The weight at z = lag/M.
    pub fn weight(self, z: f64) -> f64 {
        let z = z.abs();
        // Below this a series in z is exact to the last digit, and the quotients are not.
        let small = z < 1e-4;
        match self {
            Self::Truncated => f64::from(u8::from(z <= 1.0)),
            Self::Bartlett => (1.0 - z).max(0.0),
            Self::Parzen if z <= 0.5 => 1.0 - 6.0 * z * z * (1.0 - z),
            Self::Parzen => 2.0 * (1.0 - z).max(0.0).powi(3),
            Self::QuadraticSpectral => {
                let a = 6.0 * PI * z / 5.0;
                if small { 1.0 - a * a / 10.0 } else { 3.0 / (a * a) * (libm::sin(a) / a - libm::cos(a)) }
            }
            Self::Daniell => {
                let a = PI * z;
                if small { 1.0 - a * a / 6.0 } else { libm::sin(a) / a }
            }
        }
    }
}

impl fmt::Display for LagKernel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Truncated => "truncated",
            Self::Bartlett => "Bartlett",
            Self::Parzen => "Parzen",
            Self::QuadraticSpectral => "quadratic-spectral",
            Self::Daniell => "Daniell",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_one_at_zero_and_continuous_where_the_formula_changes() {
        for kernel in [
            LagKernel::Truncated,
            LagKernel::Bartlett,
            LagKernel::Parzen,
            LagKernel::QuadraticSpectral,
            LagKernel::Daniell,
        ] {
            assert_eq!(kernel.weight(0.0), 1.0);
            assert!((kernel.weight(0.9999e-4) - kernel.weight(1.0001e-4)).abs() < 1e-7, "{kernel}");
            assert_eq!(kernel.weight(-0.3), kernel.weight(0.3));
        }
        assert!((LagKernel::Parzen.weight(0.5) - 0.25).abs() < 1e-15);
        assert!(LagKernel::Daniell.weight(2.0).abs() < 1e-15);
        assert!(LagKernel::QuadraticSpectral.weight(1e-4) < 1.0 && LagKernel::Bartlett.weight(1.5) == 0.0);
    }
}
