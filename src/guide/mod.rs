//! Guides: pages without code of their own.

#[doc = include_str!("tutorial.md")]
pub mod tutorial {}

#[doc = include_str!("coming_from_r_stata_python.md")]
pub mod coming_from_r_stata_python {}

#[doc = include_str!("conventions.md")]
pub mod conventions {}

#[doc = include_str!("glossary.md")]
pub mod glossary {}

#[doc = include_str!("adding_a_test.md")]
pub mod adding_a_test {}

#[doc = include_str!("adding_a_claim.md")]
pub mod adding_a_claim {}
