//! Identities that hold for all inputs, checked on random ones.

#[path = "property_cases/formula.rs"]
mod formula;
