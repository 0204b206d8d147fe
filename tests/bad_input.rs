//! Every kind of bad input is refused with a message that names the thing, the place and the remedy.
//!
//! The exact words are pinned: a message is part of what the crate promises.

#[path = "bad_input_cases/csv.rs"]
mod csv;
#[path = "bad_input_cases/period.rs"]
mod period;
#[path = "bad_input_cases/series.rs"]
mod series;
