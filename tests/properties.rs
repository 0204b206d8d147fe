//! Identities that hold whatever the data.

#[path = "property_cases/decomposition.rs"]
mod decomposition;
#[path = "property_cases/dist.rs"]
mod dist;
#[path = "property_cases/interop.rs"]
mod interop;
#[path = "property_cases/regression.rs"]
mod regression;
