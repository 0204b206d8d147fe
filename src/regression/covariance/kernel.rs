//! Lag windows.

use std::f64::consts::PI;
use std::fmt;

/// The weight given to autocovariances, by lag over bandwidth (Andrews 1991, eq. 2.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kernel {
    /// 1 − |x| up to 1.
    #[default]
    #[doc(alias = "NeweyWest")]
    Bartlett,
    /// 1 − 6x² + 6|x|³ up to ½, 2(1 − |x|)³ up to 1.
    #[doc(alias = "Gallant")]
    Parzen,
    /// 25/(12π²x²) (sin(6πx/5)/(6πx/5) − cos(6πx/5)): every lag has a weight.
    #[doc(alias = "Andrews")]
    QuadraticSpectral,
}

impl Kernel {
    /// The weight at x ≥ 0.
    pub fn weight(self, x: f64) -> f64 {
        match self {
            Self::Bartlett => (1.0 - x).max(0.0),
            Self::Parzen if x <= 0.5 => 1.0 - 6.0 * x * x * (1.0 - x),
            Self::Parzen => 2.0 * (1.0 - x).max(0.0).powi(3),
            Self::QuadraticSpectral => {
                let z = 6.0 * PI * x / 5.0;
                let w = z * z;
                if z < 0.5 {
                    // The Taylor series, where the formula is a difference of nearly equal numbers.
                    1.0 - w / 10.0 * (1.0 - w / 28.0 * (1.0 - w / 54.0 * (1.0 - w / 88.0 * (1.0 - w / 130.0))))
                } else {
                    3.0 / w * (z.sin() / z - z.cos())
                }
            }
        }
    }

    /// The order of the kernel's smoothness at zero: 1 for Bartlett, 2 for the others.
    pub(super) fn order(self) -> i32 {
        if self == Self::Bartlett { 1 } else { 2 }
    }

    /// The constant of the optimal bandwidth c (α n)^(1/(2q+1)) (Andrews 1991, eq. 6.2).
    pub(super) fn bandwidth_constant(self) -> f64 {
        match self {
            Self::Bartlett => 1.1447,
            Self::Parzen => 2.6614,
            Self::QuadraticSpectral => 1.3221,
        }
    }
}

impl fmt::Display for Kernel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bartlett => "Bartlett kernel",
            Self::Parzen => "Parzen kernel",
            Self::QuadraticSpectral => "quadratic spectral kernel",
        })
    }
}
