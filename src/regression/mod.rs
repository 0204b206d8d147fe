//! Linear regression: estimate once, infer late.
