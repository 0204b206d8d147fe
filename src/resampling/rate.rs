//! A simulated frequency with its Monte Carlo error.

use std::fmt;

/// How often something happened in a number of independent replications.
///
/// ```
/// use yalu::resampling::Rate;
/// let rate = Rate { count: 122, replications: 2000 };
/// assert_eq!(rate.value(), 0.061);
/// assert_eq!(rate.to_string(), "6.1 % (s.e. 0.5)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rate {
    /// Replications in which it happened.
    pub count: usize,
    /// Replications in all.
    pub replications: usize,
}

impl Rate {
    /// The frequency; 0 if there was no replication.
    pub fn value(self) -> f64 {
        if self.replications == 0 { 0.0 } else { self.count as f64 / self.replications as f64 }
    }

    /// The standard error of the frequency as an estimate of the probability: √(q(1−q)/B).
    pub fn std_error(self) -> f64 {
        if self.replications == 0 {
            return 0.0;
        }
        (self.value() * (1.0 - self.value()) / self.replications as f64).sqrt()
    }
}

/// In per cent, with the Monte Carlo standard error.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} % (s.e. {:.1})", 100.0 * self.value(), 100.0 * self.std_error())
    }
}
