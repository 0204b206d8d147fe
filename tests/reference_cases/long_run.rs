//! Long-run estimators.
