//! Distributions: upper tails and quantiles to full precision.
