//! Reproducible random streams and simulation.
