//! Laws that hold for every input, tried on inputs made at random.

#[path = "property_cases/csv.rs"]
mod csv;
#[path = "property_cases/period.rs"]
mod period;
#[path = "property_cases/series.rs"]
mod series;
