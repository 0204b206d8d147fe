//! A tail probability, or where its table ends.

/// A tail probability from simulated quantiles, or the bound at the end of what was simulated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tail {
    /// The probability.
    At(f64),
    /// It is smaller than this.
    Below(f64),
    /// It is larger than this.
    Above(f64),
}

impl Tail {
    /// The probability or the bound.
    pub fn value(self) -> f64 {
        match self {
            Self::At(p) | Self::Below(p) | Self::Above(p) => p,
        }
    }
}
