//! Tests that the residuals of a long-run equation have a unit root.
