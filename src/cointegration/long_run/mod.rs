//! Efficient estimates of one long-run equation.
