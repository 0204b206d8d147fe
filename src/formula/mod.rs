//! R-style formulas.
