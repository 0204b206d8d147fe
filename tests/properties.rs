//! Laws that hold for every input, tried on inputs made at random.

#[path = "property_cases/table.rs"]
mod table;
